import logging

log = logging.getLogger("lab.intake")
audit = logging.getLogger("lab.audit")


def warn_full(rack):
    log.error("rack %s is full", rack)


def warn_full_f(rack):
    log.error(f"tube {rack} leaked")


def crashed(barcode):
    try:
        {}[barcode]
    except KeyError:
        log.exception("could not register %s", barcode)


def audited(user, n):
    audit.critical("%d failed logins of %s", n, user)


def audited_dict(user):
    audit.error("access of %(user)s revoked", {"user": user})
