// Does what its argument says, with whichever sentry-go it was built with.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/getsentry/sentry-go"
)

var behaviours = map[string]func(){
	"handled": func() { showOrder(map[string]int{}) },
	"message": func() {
		sentry.WithScope(func(scope *sentry.Scope) {
			scope.SetLevel(sentry.LevelWarning)
			sentry.CaptureMessage("Stock is low")
		})
	},
	"unhandled": func() {
		defer sentry.Recover()
		placeOrder()
	},
	"on_demand": func() {
		lines := bufio.NewScanner(os.Stdin)
		for lines.Scan() {
			sentry.CaptureMessage(lines.Text())
			sentry.Flush(30 * time.Second)
			fmt.Println("done")
		}
	},
}

func totalOf(order map[string]int) {
	if _, found := order["items"]; !found {
		sentry.CaptureException(errors.New("no items"))
	}
}

func showOrder(order map[string]int) { totalOf(order) }

func placeOrder() { panic("out of stock") }

func main() {
	err := sentry.Init(sentry.ClientOptions{
		Dsn:         os.Getenv("DSN"),
		Release:     "shop@1.4.2",
		Environment: "staging",
	})
	if err != nil {
		panic(err)
	}
	sentry.ConfigureScope(func(scope *sentry.Scope) {
		scope.SetUser(sentry.User{ID: "42", Email: "ada@example.com"})
		scope.SetTag("coupon", "SPRING")
		scope.SetContext("cart", map[string]interface{}{"items": 3})
	})
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Category: "cart", Message: "coupon entered", Level: sentry.LevelInfo})
	behaviours[os.Args[1]]()
	sentry.Flush(30 * time.Second)
}
