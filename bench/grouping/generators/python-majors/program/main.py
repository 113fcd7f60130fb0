import asyncio
import os
import random
import sys
import uuid

import sentry_sdk

from lab import noise, pipeline, samples, storage

current = {}


def label(event, hint):
    event["tags"] = dict(current)
    return event


options = {"dsn": os.environ["DSN"], "release": os.environ["RELEASE"], "before_send": label}
options["with_locals" if sentry_sdk.VERSION.startswith("1.") else "include_local_variables"] = False
sentry_sdk.init(**options)

S = samples.Sample
num = lambda: random.randint(100, 10**7)
code = lambda: "LB-%s" % uuid.uuid4().hex[:10]


def threaded():
    pipeline.in_thread(pipeline.spin, 16000 + num())


def message(text):
    sentry_sdk.capture_message(text)


SCENARIOS = [
    ("get", "sample-missing", lambda: samples.SampleStore().get(code())),
    ("get.again", "sample-missing", lambda: [samples.SampleStore().get(c) for c in [code()]]),
    ("get.quiet", "sample-missing-quiet", lambda: samples.SampleStore().get_quiet(code())),
    ("result", "result-key", lambda: samples.SampleStore().first_result(code())),
    ("result.empty", "result-index", lambda: samples.SampleStore([S("a")]).first_result("a")),
    ("volume", "volume-text", lambda: samples.parse_volume("%d ul" % num())),
    ("label", "label-owner", lambda: samples.label(S(code()))),
    ("labels", "label-owner", lambda: samples.labels([S(code())])),
    ("expires", "expires-shape", lambda: samples.expires("2026/%d" % num())),
    ("expires.int", "expires-number", lambda: samples.expires("2026-xx-%d" % num())),
    ("expires.range", "expires-range", lambda: samples.expires("2026-13-01")),
    ("dilute", "dilute-factor", lambda: samples.dilute(S("a"), -num())),
    ("dilute.none", "dilute-volume", lambda: samples.dilute(S(code()), 3)),
    ("mean", "mean-empty", lambda: samples.mean([])),
    ("rack.twice", "rack-label", lambda: [r.add(str(n)) for r in [storage.Racks()] for n in [1, 1]]),
    ("tube.fk", "tube-rack", lambda: storage.Racks().put(num(), "A1")),
    ("tube.check", "tube-pos", lambda: [storage.Racks().put(None, "A1")]),
    ("report", "report-column", lambda: storage.Racks().report()),
    ("settings", "settings-file", lambda: storage.load_settings("/etc/lab/%d.json" % num())),
    ("parse", "message-json", lambda: storage.parse_message("{%d" % num())),
    ("parse.empty", "message-json", lambda: storage.parse_message("")),
    ("device", "device-refused", lambda: storage.ask_device(9)),
    ("reference", "reference-refused", lambda: storage.fetch_reference(9, code())),
    ("push", "hospital-refused", lambda: pipeline.push_to_hospital(num())),
    ("push.all", "hospital-refused", lambda: pipeline.push_all([num()])),
    ("spin", "rotor-speed", lambda: pipeline.spin(16000 + num())),
    ("spin.thread", "rotor-speed", threaded),
    ("spin.pool", "rotor-speed", lambda: pipeline.in_pool(pipeline.spin, 16000 + num())),
    ("sensor", "sensor-timeout", lambda: asyncio.run(pipeline.read_sensor(num()))),
    ("sensors", "sensor-timeout", lambda: asyncio.run(pipeline.read_all([num(), num()]))),
    ("calibrate", "calibrate-overflow", lambda: pipeline.calibrate([1, 2])),
    ("wash", "wash-run", lambda: pipeline.run_steps([pipeline.Wash()], 1)),
    ("heat", "heat-temperature", lambda: pipeline.run_steps([pipeline.Heat()], num())),
    ("batch", "batch-weight", lambda: list(pipeline.batches([{"id": num()}]))),
    ("batch.sum", "batch-weight", lambda: sum(w for w in pipeline.batches([{"id": num()}]))),
    ("log", "log-rack", lambda: noise.warn_full(code())),
    ("log.f", "log-tube", lambda: noise.warn_full_f(num())),
    ("log.exception", "log-register", lambda: noise.crashed(code())),
    ("log.audit", "log-logins", lambda: noise.audited("user%d" % num(), num())),
    ("log.dict", "log-access", lambda: noise.audited_dict("user%d@example.com" % num())),
    ("message", "msg-queue", lambda: message("Queue holds %d orders" % num())),
    ("message.plain", "msg-power", lambda: message("Running on battery")),
]

if sys.version_info >= (3, 11):
    from lab import groups

    SCENARIOS += [
        ("group.one", "cooling-off", lambda: asyncio.run(groups.start(groups.cool(num())))),
        ("group.same", "cooling-off", lambda: asyncio.run(groups.start(groups.cool(num()), groups.cool(num())))),
        ("group.nested", "cooling-off", lambda: groups.nested(num())),
        ("group.both", "cooling-and-vent", lambda: asyncio.run(groups.start(groups.cool(num()), groups.vent(num())))),
        ("group.both.swapped", "cooling-and-vent", lambda: asyncio.run(groups.start(groups.vent(num()), groups.cool(num())))),
        ("group.form", "form-invalid", lambda: groups.validate_form({})),
        ("group.form.doctor", "?form-doctor", lambda: groups.validate_form({"patient": num()})),
    ]

for name, truth, act in SCENARIOS:
    current = {"case": name, "truth": truth}
    try:
        act()
    except Exception as error:
        sentry_sdk.capture_exception(error)
    sentry_sdk.flush(2)
