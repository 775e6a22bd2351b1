"""A thing to beware of in an ad as it is told, what is known of the ad before, and how much so many of them say."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cscareer.catalog.models import Model, Role
from cscareer.catalog.posting_models import JudgedMark, WatchMark
from cscareer.jobs.ad import Ad
from cscareer.jobs.facts import AdHead
from cscareer.jobs.gates import Gate
from cscareer.jobs.parts import AdParts
from cscareer.jobs.places import AdPlaces
from cscareer.jobs.standing import PayStanding, PlaceStanding
from cscareer.jobs.stated_pay import PayReading

POOR_PAY = frozenset(
    {"low-pay", "seniority-pay"}
)  # warnings that the pay is poor, which says nothing of who offers it
_DUBIOUS = 2  # warnings; an ad with as many is to be left alone, not answered


class RaisedMark(Model):
    """Something to beware of: what, why, and the words or figures that show it. `severity` is warning or ask."""

    id: str
    severity: str
    says: str
    why: str
    quote: str | None
    line: int | None
    detail: str | None
    sources: tuple[str, ...]


class ReadAd(NamedTuple):
    """What was read of an ad before marks are looked for."""

    ad: Ad
    parts: AdParts
    head: AdHead
    role: Role | None
    role_sure: float
    places: AdPlaces
    pay: PayReading
    standing: PayStanding | None
    elsewhere: tuple[PlaceStanding, ...]  # in each of several places
    gates: tuple[Gate, ...]
    today: date


def raised(
    row: WatchMark | JudgedMark, quote: str | None, line: int | None, detail: str | None = None
) -> RaisedMark:
    """A mark of the data with the words that show it."""
    return RaisedMark(
        id=row.id,
        severity=row.severity,
        says=row.says,
        why=row.why,
        quote=quote,
        line=line,
        detail=detail,
        sources=row.sources,
    )


def suspicious(warnings: Iterable[str]) -> int:
    """How many warnings, by their ids, honest employers give no reason for; poor pay is none of these."""
    return sum(each not in POOR_PAY for each in warnings)


def are_dubious(warnings: Iterable[str]) -> bool:
    """Whether an ad has so many marks of a scam that it is to be left alone."""
    return suspicious(warnings) >= _DUBIOUS
