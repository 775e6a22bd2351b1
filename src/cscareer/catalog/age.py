"""How old official figures are, by the releases of their kind that have come out since."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cscareer.catalog.models import Source
from cscareer.catalog.wage_files import SOURCE_IDS

MANY = 2  # newer releases, from which on an answer says so
# Figures of a year are out by this month, so many years later: May's wages each spring (bls.gov/oes), prices between
# places each winter (bea.gov), projections each September (bls.gov/emp).
_OUT_BY = {"wages": (1, 6), "prices": (2, 3), "projections": (1, 10)}


class Outdated(NamedTuple):
    """A source with the newest figures of its kind that an answer cites, and how many releases are newer."""

    source: Source
    newer: int


def outdated(sources: Iterable[Source], today: date) -> tuple[Outdated, ...]:
    """The sources of official figures that two releases or more have come out after, as far as the calendar tells."""
    newest: dict[str, tuple[int, Source]] = {}
    for source in sources:
        for kind in _OUT_BY:
            year = source.id.removeprefix(SOURCE_IDS[kind])[:4]
            if source.id.startswith(SOURCE_IDS[kind]) and year.isascii() and year.isdecimal():
                newest[kind] = max(
                    newest.get(kind, (0, source)), (int(year), source), key=lambda each: each[0]
                )
    found: list[Outdated] = []
    for kind, (of, source) in newest.items():
        later, month = _OUT_BY[kind]
        out = today.year - later - (today.month < month)
        if out - of >= MANY:
            found.append(Outdated(source, out - of))
    return tuple(found)
