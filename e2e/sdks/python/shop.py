"""Does what its argument says, with whichever sentry-sdk is on the path."""

import os
import sys

import sentry_sdk

sentry_sdk.init(dsn=os.environ["DSN"], release="shop@1.4.2", environment="staging")
sentry_sdk.set_user({"id": 42, "email": "ada@example.com"})
sentry_sdk.set_tag("coupon", "SPRING")
sentry_sdk.set_context("cart", {"items": 3})
sentry_sdk.add_breadcrumb(category="cart", message="coupon entered", level="info")


def total_of(order):
    return len(order["items"])


def show_order(order):
    return total_of(order)


def handled():
    try:
        show_order({})
    except KeyError as error:
        sentry_sdk.capture_exception(error)


def message():
    sentry_sdk.capture_message("Stock is low", level="warning")


def unhandled():
    show_order({})


def attachment():
    with sentry_sdk.push_scope() as scope:
        scope.add_attachment(bytes=b'{"number":1001}', filename="order.json", content_type="application/json")
        handled()


def session():
    holder = sentry_sdk.Hub.current if sentry_sdk.VERSION.startswith("1.") else sentry_sdk.get_isolation_scope()
    holder.start_session(session_mode="application")
    holder.end_session()


def check_in():
    from sentry_sdk.crons import capture_checkin

    capture_checkin(monitor_slug="nightly", status="ok")


def on_demand():
    for line in sys.stdin:
        sentry_sdk.capture_message(line.strip())
        sentry_sdk.flush()
        print("done", flush=True)


globals()[sys.argv[1]]()
sentry_sdk.flush()
