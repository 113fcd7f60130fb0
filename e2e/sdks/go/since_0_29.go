//go:build since_0_29

package main

import "github.com/getsentry/sentry-go"

func init() {
	behaviours["attachment"] = func() {
		sentry.WithScope(func(scope *sentry.Scope) {
			scope.AddAttachment(&sentry.Attachment{
				Filename:    "order.json",
				ContentType: "application/json",
				Payload:     []byte(`{"number":1001}`),
			})
			showOrder(map[string]int{})
		})
	}
	behaviours["check_in"] = func() {
		sentry.CaptureCheckIn(&sentry.CheckIn{MonitorSlug: "nightly", Status: sentry.CheckInStatusOK}, nil)
	}
}
