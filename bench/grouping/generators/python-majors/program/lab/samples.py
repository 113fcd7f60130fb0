from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Optional


class LabError(Exception):
    """Base of what the lab complains of."""


class SampleNotFound(LabError):
    def __init__(self, barcode):
        super().__init__("sample %s does not exist" % barcode)
        self.barcode = barcode


@dataclass
class Sample:
    barcode: str
    volume: Optional[Decimal] = None
    owner: Optional[dict] = None
    results: list = field(default_factory=list)


class SampleStore:
    def __init__(self, samples=()):
        self._by_barcode = {s.barcode: s for s in samples}

    def get(self, barcode) -> Sample:
        try:
            return self._by_barcode[barcode]
        except KeyError:
            raise SampleNotFound(barcode)

    def get_quiet(self, barcode):
        try:
            return self._by_barcode[barcode]
        except KeyError:
            raise SampleNotFound(barcode) from None

    def first_result(self, barcode):
        return self._by_barcode[barcode].results[0]


def parse_volume(text):
    try:
        return Decimal(text)
    except InvalidOperation as exc:
        raise LabError(f"bad volume: {text!r}") from exc


def label(sample):
    return f"{sample.owner['name']} / {sample.barcode}"


def labels(samples):
    return [label(s) for s in samples]


def expires(text):
    year, month, day = text.split("-")
    return date(int(year), int(month), int(day))


def dilute(sample, factor):
    if factor <= 0:
        raise ValueError(f"factor must be positive, got {factor}")
    return sample.volume / factor


def mean(results):
    return sum(r.value for r in results) / len(results)
