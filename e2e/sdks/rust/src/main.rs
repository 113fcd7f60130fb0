//! Does what its argument says.

use sentry::protocol::{Attachment, Breadcrumb, Context, Level, Map, User, Value};
use std::{env, fmt, io, time::Duration};

#[derive(Debug)]
struct NoItems;

impl fmt::Display for NoItems {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the order has no items")
    }
}

impl std::error::Error for NoItems {}

#[inline(never)]
fn total_of(order: &[u8]) {
    if order.is_empty() {
        sentry::capture_error(&NoItems);
    }
}

#[inline(never)]
fn show_order(order: &[u8]) {
    total_of(order);
}

#[inline(never)]
fn place_order() {
    panic!("out of stock");
}

fn attachment() {
    let file = Attachment {
        buffer: b"{\"number\":1001}".to_vec(),
        filename: "order.json".into(),
        content_type: Some("application/json".into()),
        ty: None,
    };
    sentry::with_scope(|scope| scope.add_attachment(file), || show_order(&[]));
}

fn on_demand() {
    for line in io::stdin().lines() {
        sentry::capture_message(&line.unwrap_or_default(), Level::Info);
        if let Some(client) = sentry::Hub::current().client() {
            client.flush(Some(Duration::from_secs(30)));
        }
        println!("done");
    }
}

fn describe(scope: &mut sentry::Scope) {
    scope.set_user(Some(User {
        id: Some("42".into()),
        email: Some("ada@example.com".into()),
        ..Default::default()
    }));
    scope.set_tag("coupon", "SPRING");
    let cart: Map<String, Value> = [("items".to_string(), Value::from(3))].into_iter().collect();
    scope.set_context("cart", Context::Other(cart));
}

fn main() {
    let mut options = sentry::ClientOptions::default();
    options.release = Some("shop@1.4.2".into());
    options.environment = Some("staging".into());
    options.attach_stacktrace = true;
    let _guard = sentry::init((env::var("DSN").unwrap_or_default(), options));
    sentry::configure_scope(describe);
    sentry::add_breadcrumb(Breadcrumb {
        category: Some("cart".into()),
        message: Some("coupon entered".into()),
        ..Default::default()
    });
    match env::args().nth(1).unwrap_or_default().as_str() {
        "handled" => show_order(&[]),
        "message" => drop(sentry::capture_message("Stock is low", Level::Warning)),
        "unhandled" => place_order(),
        "attachment" => attachment(),
        "session" => {
            sentry::start_session();
            sentry::end_session();
        }
        "on_demand" => on_demand(),
        unknown => panic!("{unknown}"),
    }
}
