package main

import (
	"context"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"time"

	"freight/depot"
	"freight/route"

	"github.com/getsentry/sentry-go"
)

var caseName, truth string

func id() int { return rand.Intn(9000000) + 1000 }

func code() string { return fmt.Sprintf("PX%d-%x", id(), rand.Int31()) }

// The usual helper: everything ends up here.
func report(err error) {
	if err != nil {
		sentry.CaptureException(err)
	}
}

type scenario struct {
	name, truth string
	act         func()
}

func deadline() context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	_ = cancel
	return ctx
}

func status(code int) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }))
	return server.URL
}

func storeFull()   { report(depot.New(0).Store(&depot.Parcel{})) }
func storeHeavy()  { report(depot.New(1).Store(&depot.Parcel{ID: code(), Weight: 90})) }
func importHeavy() { report(depot.New(9).Store(&depot.Parcel{ID: code(), Weight: 41.5})) }
func findParcel()  { _, err := depot.New(1).Find(code()); report(err) }
func moveParcel()  { report(depot.New(1).Move(code(), fmt.Sprint("B", id()))) }
func readManifest() {
	_, err := depot.ReadManifest(fmt.Sprintf("/var/freight/%d.json", id()))
	report(err)
}
func parseManifest()    { _, err := depot.ParseManifest("{"); report(err) }
func parseWeight()      { _, err := depot.ParseManifest(`{"Weight":"heavy"}`); report(err) }
func parseBay()         { _, err := depot.ParseBay(code()); report(err) }
func parseArrival()     { _, err := depot.Arrival(fmt.Sprintf("2026/%d", id())); report(err) }
func weatherDown()      { report(route.Weather(context.Background(), status(503))) }
func weatherForbidden() { report(route.Weather(context.Background(), status(403))) }
func weatherRefused()   { report(route.Weather(context.Background(), "http://127.0.0.1:9/today")) }
func radio()            { report(route.Dial("127.0.0.1:9")) }
func waitTruck()        { report(route.Wait(deadline(), id())) }
func checkTrucks()      { report(route.CheckAll([]int{id()})) }
func checkMore()        { report(route.CheckAll([]int{id(), id(), id()})) }

var scenarios = []scenario{
	{"store.full", "bays-full", storeFull},
	{"store.heavy", "overweight", storeHeavy},
	{"import.heavy", "?overweight-import", importHeavy},
	{"find", "parcel-missing", findParcel},
	{"move", "parcel-missing", moveParcel},
	{"manifest.read", "manifest-file", readManifest},
	{"manifest.parse", "manifest-json", parseManifest},
	{"manifest.weight", "manifest-weight", parseWeight},
	{"bay", "bay-number", parseBay},
	{"arrival", "arrival-time", parseArrival},
	{"weather.503", "weather-503", weatherDown},
	{"weather.403", "weather-403", weatherForbidden},
	{"weather.refused", "weather-refused", weatherRefused},
	{"radio", "radio-refused", radio},
	{"wait", "truck-late", waitTruck},
	{"trucks", "truck-driver", checkTrucks},
	{"trucks.more", "truck-driver", checkMore},
	{"panic.map", "nil-map", func() { depot.New(1).Index() }},
	{"panic.owner", "owner-nil", func() { depot.OwnerName(&depot.Parcel{}) }},
	{"panic.owner.each", "owner-nil", func() { route.Each([]string{"a"}, func(string) { depot.OwnerName(&depot.Parcel{}) }) }},
	{"panic.stop", "stop-index", func() { depot.Stop(&depot.Parcel{Stops: make([]string, id()%5)}, 5+id()%9) }},
	{"panic.ratio", "ratio-zero", func() { depot.Ratio(id(), 0) }},
	{"panic.closed", "channel-closed", func() { depot.Closed(make(chan int, 2)) }},
	{"panic.cast", "owner-cast", func() { depot.AsOwner("x") }},
	{"panic.leg", "plan-leg", func() { (&route.Plan[int]{}).Leg(id()) }},
	{"panic.leg.text", "plan-leg", func() { (&route.Plan[string]{}).Leg(id()) }},
	{"panic.detour", "detour-index", func() { route.Detour(3, nil) }},
	{"panic.detour.deep", "detour-index", func() { route.Detour(30, []int{1, 2}) }},
	{"panic.error", "panic-full", func() { panic(depot.ErrFull) }},
	{"message", "msg-queue", func() { sentry.CaptureMessage(fmt.Sprintf("%d parcels wait at gate %d", id(), id()%9)) }},
	{"message.plain", "msg-night", func() { sentry.CaptureMessage("night gate is open") }},
}

func run(s scenario) {
	defer func() {
		if err := recover(); err != nil {
			sentry.CurrentHub().Recover(err)
		}
	}()
	s.act()
}

func main() {
	err := sentry.Init(sentry.ClientOptions{
		Dsn:              os.Getenv("DSN"),
		Release:          os.Getenv("RELEASE"),
		AttachStacktrace: true,
		BeforeSend: func(event *sentry.Event, _ *sentry.EventHint) *sentry.Event {
			event.Tags = map[string]string{"case": caseName, "truth": truth}
			return event
		},
	})
	if err != nil {
		panic(err)
	}
	for _, s := range scenarios {
		caseName, truth = s.name, s.truth
		run(s)
		sentry.Flush(2 * time.Second)
	}
}
