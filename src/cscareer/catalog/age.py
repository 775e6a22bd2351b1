"""How old official figures are, by the releases of their series that should be out since."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cscareer.catalog.file_models import ReleaseTime
from cscareer.catalog.models import Source


class Outdated(NamedTuple):
    """A source with the newest figures of its series that an answer cites, and how many releases are newer."""

    source: Source
    newer: int


def outdated(times: Iterable[ReleaseTime], sources: Iterable[Source], today: date) -> tuple[Outdated, ...]:
    """The sources after which as many releases have come out as are worth telling, as far as the calendar tells.

    Args:
        times: when the releases of each series come out.
        sources: those that an answer cites.
        today: the day it is.
    """
    cited = tuple(sources)
    found: list[Outdated] = []
    for time in times:
        of_it = [(year, source) for source in cited if (year := _year(source.id, time.series))]
        if of_it:
            year, source = max(of_it, key=lambda each: each[0])
            out = today.year - time.years_later - (today.month < time.month)
            if out - year >= time.told_from:
                found.append(Outdated(source, out - year))
    return tuple(found)


def _year(source_id: str, series: str) -> int | None:
    """The year in the id of a source of a series, its first one where there are two; None where it is of another."""
    year = source_id.removeprefix(series)[:4]
    return int(year) if source_id.startswith(series) and year.isascii() and year.isdecimal() else None
