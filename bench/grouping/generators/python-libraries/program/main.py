import http.server
import os
import random
import threading
import uuid

import sentry_sdk

current = {}


def label(event, hint):
    event["tags"] = dict(current)
    return event


options = {"dsn": os.environ["DSN"], "release": os.environ["RELEASE"], "before_send": label}
options["with_locals" if sentry_sdk.VERSION.startswith("1.") else "include_local_variables"] = False
if sentry_sdk.VERSION.startswith("1."):
    from sentry_sdk.integrations.flask import FlaskIntegration

    options["integrations"] = [FlaskIntegration()]
sentry_sdk.init(**options)

from shopfront import forms, models, outside, web  # noqa: E402


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = {"stock": 404, "prices": 502, "track": 401}[self.path.split("/")[1]]
        self.send_response(status)
        self.end_headers()

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"
closed = "http://127.0.0.1:9"

num = lambda: random.randint(100, 10**7)
mail = lambda: f"{uuid.uuid4().hex[:8]}@example.com"
address = lambda **with_: {"street": "x", "zip": "12345", **with_}
client = web.app.test_client()


def twice(email):
    models.Customers().save(email=email)
    models.Customers().save(email=email)


SCENARIOS = [
    ("customer.twice", "customer-email", lambda: twice(mail())),
    ("customer.null", "customer-no-email", lambda: models.Customers().save(email=None)),
    ("customer.typo", "customer-typo", lambda: models.Customers().save(mail=mail())),
    ("order.customer", "order-customer", lambda: models.Orders().save(customer_id=num(), quantity=1)),
    ("order.quantity", "order-quantity", lambda: models.Orders().save(customer_id=num(), quantity=-num())),
    ("order.none", "order-missing", lambda: models.Orders().one(id=num())),
    ("order.http", "order-missing", lambda: client.get(f"/orders/{num()}")),
    ("customer.none", "customer-missing", lambda: models.Customers().one(email=mail())),
    ("customer.http", "customer-missing", lambda: client.get(f"/customers/{mail()}")),
    ("order.detached", "order-detached", lambda: models.Orders().customer_of(models.Order(id=num()))),
    ("ghosts", "ghosts-table", models.ghosts),
    ("stock", "stock-404", lambda: outside.stock(base, num())),
    ("shipping", "stock-404", lambda: outside.shipping(base, num())),
    ("shipping.plain", "stock-404", lambda: outside.shipping_plain(base, num())),
    ("prices", "prices-502", lambda: outside.prices(base, num())),
    ("stock.refused", "stock-refused", lambda: outside.stock(closed, num())),
    ("track", "track-401", lambda: outside.track(base, num())),
    ("track.refused", "track-refused", lambda: outside.track(closed, num())),
    ("checkout.zip", "checkout-zip", lambda: forms.checkout({"address": address(zip=str(num())[:3]), "on": "2026-11-24"})),
    ("checkout.zip.http", "checkout-zip", lambda: client.post("/checkout", json={"address": address(zip="a"), "on": "2026-11-24"})),
    ("checkout.day", "checkout-sunday", lambda: forms.checkout({"address": address(), "on": "2026-11-22"})),
    ("checkout.street", "checkout-street", lambda: forms.checkout({"address": {"zip": "12345"}, "on": "2026-11-24"})),
    ("voucher", "voucher-length", lambda: forms.voucher({"code": str(num())[:4]})),
    ("voucher.none", "voucher-missing", lambda: forms.voucher({})),
    ("receipt.name", "receipt-name", lambda: forms.render(customer={}, lines=[])),
    ("receipt.count", "receipt-count", lambda: forms.render(customer={"name": "x"}, lines=[{"price": num(), "count": 0}])),
    ("basket", "basket-items", lambda: client.get(f"/basket?items=x{num()}")),
    ("cart", "cart-price", lambda: client.get("/cart/total")),
]

for name, truth, act in SCENARIOS:
    current = {"case": name, "truth": truth}
    try:
        act()
    except Exception as error:
        sentry_sdk.capture_exception(error)
    sentry_sdk.flush(2)
os._exit(0)
