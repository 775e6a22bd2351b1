"""How a figure of pay came about, step by step."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from cscareer.catalog.models import Model, PercentileName
from cscareer.pay.local import RoleRange
from cscareer.pay.localization import MovedEnd
from cscareer.pay.money import Number, Period, exact, to_dollars
from cscareer.pay.ranges import Area, Pay, SourceYear
from cscareer.pay.references import RoleRef
from cscareer.pay.wages import Distribution


class Calculation(StrEnum):
    """How a figure is worked out of others."""

    MOVED = "published × local ÷ national, to the nearest 50 dollars"
    HOURLY = "yearly ÷ hours, to the cent"
    PUBLISHED = "as published"
    PERCENTILE = "the occupation's own percentile"
    MIDPOINT = "(low + high) ÷ 2"
    TO_NATION = "local median ÷ national median"
    REAL = "median × 100 ÷ price index"


class Term(Model):
    """A figure that goes into another one: what it is, of which area, and from which sources."""

    name: str
    value: Number
    area: Area | None
    sources: tuple[SourceYear, ...]


class Step(Model):
    """One figure, and how it was worked out: `result` is `formula` over `terms`, in their order."""

    role: RoleRef
    area: Area
    result_name: str
    formula: Calculation
    terms: tuple[Term, ...]
    result: Number
    unit: Literal["year", "hour", "ratio"]


def steps_of(entry: RoleRange) -> Iterator[Step]:
    """How each figure of a range came about, in the order it was worked out."""
    yield from _steps_to_ends(entry)
    if entry.midpoint and entry.low is not None and entry.high is not None:
        terms = (_term("low", entry.low, entry), _term("high", entry.high, entry))
        yield _step(entry, "midpoint", Calculation.MIDPOINT, terms, entry.midpoint.amount, entry.per)
    if entry.national_ratio is not None and entry.observed and entry.national:
        terms = (
            _wage(entry.observed, "median", "local median"),
            _wage(entry.national, "median", "national median"),
        )
        yield _step(
            entry,
            "compared with the nation",
            Calculation.TO_NATION,
            terms,
            entry.national_ratio,
            "ratio",
        )
    if entry.real_median and entry.observed and entry.prices.index is not None:
        index = Term(
            name="price index", value=entry.prices.index, area=entry.prices.area, sources=entry.prices.sources
        )
        terms = (_wage(entry.observed, "median", "local median"), index)
        yield _step(
            entry,
            "median at average prices",
            Calculation.REAL,
            terms,
            entry.real_median.amount,
            entry.per,
        )


def _steps_to_ends(entry: RoleRange) -> Iterator[Step]:
    moved = entry.localization
    for name, end, moved_end in (
        ("low", entry.low, moved.low if moved else None),
        ("high", entry.high, moved.high if moved else None),
    ):
        if end is None:
            continue
        if moved_end:
            yield _step_moved(entry, moved_end, name)
        elif entry.band and entry.observed:
            percentile = entry.band.low if name == "low" else entry.band.high
            wage = _wage(entry.observed, percentile)
            yield _step(entry, name, Calculation.PERCENTILE, (wage,), end, entry.per)
        elif not entry.hours:
            yield _step(entry, name, Calculation.PUBLISHED, (_term(name, end, entry),), end, entry.per)
        if entry.hours and not entry.band:
            yearly = moved_end.result if moved_end else to_dollars(exact(end) * entry.hours)
            terms = (_term(f"yearly {name}", yearly, entry), _hours(entry.hours))
            yield _step(entry, f"{name} an hour", Calculation.HOURLY, terms, end, "hour")


def _step_moved(entry: RoleRange, moved: MovedEnd, name: str) -> Step:
    assert entry.localization is not None
    assert entry.observed is not None
    assert entry.national is not None
    terms = (
        _term(f"published {name}", moved.published, entry.localization.published),
        _term(f"local {moved.percentile}", moved.local, entry.observed),
        _term(f"national {moved.percentile}", moved.national, entry.national),
    )
    return _step(entry, name, Calculation.MOVED, terms, moved.result, "year")


def _step(
    entry: RoleRange,
    result_name: str,
    formula: Calculation,
    terms: tuple[Term, ...],
    result: Number,
    unit: Period | Literal["ratio"],
) -> Step:
    return Step(
        role=entry.role,
        area=entry.location.area,
        result_name=result_name,
        formula=formula,
        terms=terms,
        result=result,
        unit=unit,
    )


def _term(name: str, value: Number, figure: Pay) -> Term:
    return Term(name=name, value=value, area=figure.area, sources=figure.sources)


def _wage(wages: Distribution, percentile: PercentileName, name: str | None = None) -> Term:
    value = wages.at(percentile)
    assert value is not None
    return _term(name or percentile, value, wages)


def _hours(hours: int) -> Term:
    return Term(name="hours a year", value=hours, area=None, sources=())
