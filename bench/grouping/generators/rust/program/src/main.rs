mod beds;

use beds::*;
use sentry::Level;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{env, thread};

static CURRENT: Mutex<(&str, &str)> = Mutex::new(("", ""));

fn id() -> u32 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos() / 97 + 1000
}

fn report<E: std::error::Error>(result: Result<impl Sized, E>) {
    if let Err(error) = result {
        sentry::capture_error(&error);
    }
}

type Scenario = (&'static str, &'static str, fn());

const SCENARIOS: &[Scenario] = &[
    ("moisture", "bed-missing", || report(Greenhouse::default().moisture(id()))),
    ("dry", "bed-dry", || report(Greenhouse::default().water(id(), &format!("{}.{}", id() % 19, id() % 9)))),
    ("reading", "reading-number", || report(Greenhouse::default().water(id(), "wet"))),
    ("must", "bed-key", || { Greenhouse::default().must_have(id()); }),
    ("must.each", "bed-key", || each(&[id()], |bed| { Greenhouse::default().must_have(*bed); })),
    ("pump", "pump-borrow", || Greenhouse::default().pump_twice()),
    ("plan", "plan-file", || { plan(&format!("/srv/plans/{}.toml", id())); }),
    ("harvest", "harvest-row", || { harvest(&[1, 2], 2 + id() as usize % 50); }),
    ("harvest.each", "harvest-row", || each(&[7], |row| { harvest(&[], row + id() as usize % 9); })),
    ("per-plant", "plants-zero", || { per_plant(id(), 0); }),
    ("gardener", "gardener-none", || { gardener(None); }),
    ("season", "season-month", || { season(13 + id() % 90); }),
    ("roof", "roof-open", || roof(true, id() % 90)),
    ("balance", "balance-sown", || balance(id() as usize, 3)),
    ("graft", "graft-roots", || { graft(2); }),
    ("graft.deep", "graft-roots", || { graft(40); }),
    ("thread", "roof-open", || { thread::spawn(|| roof(true, id())).join().ok(); }),
    ("message", "msg-frost", || { sentry::capture_message(&format!("frost in {} hours", id() % 48), Level::Warning); }),
    ("message.plain", "msg-lamp", || { sentry::capture_message("lamps are on reserve", Level::Info); }),
];

fn main() {
    let mut options = sentry::ClientOptions::default();
    options.dsn = env::var("DSN").unwrap().parse().ok();
    options.release = env::var("RELEASE").ok().map(Into::into);
    options.attach_stacktrace = true;
    options.before_send = Some(Arc::new(|mut event| {
        let (case, truth) = *CURRENT.lock().unwrap();
        event.tags.insert("case".into(), case.into());
        event.tags.insert("truth".into(), truth.into());
        Some(event)
    }));
    let client = sentry::init(options);
    for (case, truth, act) in SCENARIOS {
        *CURRENT.lock().unwrap() = (case, truth);
        let _ = catch_unwind(AssertUnwindSafe(act));
        client.flush(Some(Duration::from_secs(5)));
    }
}
