"""Where an ad's pay stands for its role there, or what to expect where it states none: the view of `offer`."""

from collections.abc import Sequence
from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.stated_pay import StatedPay
from cscareer.pay.amounts import Given
from cscareer.pay.local import KeptRanges
from cscareer.pay.location import Location, location_of
from cscareer.pay.money import Number, Period
from cscareer.pay.offer import JudgedOffer, assess_offer
from cscareer.pay.percentiles import Percentile, percentile_of
from cscareer.pay.ranges import NATION_ID, Amount, Area, Range
from cscareer.pay.references import RoleOccupation
from cscareer.pay.standings import Standing
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import Distribution

_SEVERAL = 2  # areas with wages of their own from which a job is in several


class StandingEnd(Model):
    """One end of the stated pay in its place: how it stands among those in the occupation, and what it buys.

    `yearly` is what it comes to in a year of full time, `real_yearly` what that buys at average U.S. prices. `ask` is
    what to ask for where this end is offered, by the rule that `offer` has, and never more than the most that the ad states.
    """

    amount: Amount
    yearly: Number
    standing: Standing
    percentile: Percentile | None
    market_ratio: float | None
    real_yearly: Amount | None
    target: Range | None
    ask: Amount | None


class PayStanding(Model):
    """An ad's base pay held against its role's in a place.

    `ends` are the low and the high end, or the one that is stated; empty where no pay is. `expect` is what the role pays there,
    `wages` what everyone in its occupation earns, of whose areas `without_figures` had none. An occupation that is a catch-all
    decides nothing.
    """

    location: Location
    basis: Literal["stated", "expected"]
    ends: tuple[StandingEnd, ...]
    expect: Range
    starting: bool | None
    occupation: RoleOccupation
    wages: Distribution | None
    without_figures: tuple[Area, ...]

    @property
    def cited(self) -> list[str]:
        """The ids of the sources behind its figures."""
        figures = [
            self.expect,
            self.wages,
            *(figure for end in self.ends for figure in (end.real_yearly, end.target, end.ask)),
        ]
        return [source.id for figure in figures if figure for source in figure.sources]


class PlaceStanding(Model):
    """An ad's base pay in one of the several places where one may work: its percentiles there, and the wages behind them.

    `low` and `high` are of the ends of the pay that is stated for that place; null where none is, or no wages are known.
    """

    location: Location
    low: Percentile | None
    high: Percentile | None
    wages: Distribution | None


def standing_by_place(
    catalog: Catalog,
    role: Role,
    places: Sequence[Location],
    stated: Sequence[StatedPay],
    base: StatedPay | None,
) -> tuple[PlaceStanding, ...]:
    """How base pay stands in each of several places with wages of their own, by the pay for its own zone where zones are told."""
    areas = {place.area.id: place for place in reversed(places)}
    if len(areas) < _SEVERAL:
        return ()
    kept = catalog.once(KeptRanges)
    found = []
    for place in reversed(areas.values()):
        pay = base_at(stated, place, base)
        per: Period = "hour" if pay is not None and pay.per == "hour" else "year"
        local = kept.of(role, place, per)
        wages = None if local.occupation.catch_all else local.observed
        usable = pay is not None and not pay.doubts and pay.currency == "USD" and wages is not None
        ends = _amounts(pay) if usable and pay is not None else []
        stand = [percentile_of(end, wages) for end in ends] if wages is not None else []
        found.append(
            PlaceStanding(
                location=place,
                low=stand[0] if stand else None,
                high=stand[-1] if stand else None,
                wages=wages,
            )
        )
    return tuple(found)


def base_at(stated: Sequence[StatedPay], place: Location, base: StatedPay | None) -> StatedPay | None:
    """The base pay for a place: that of the zone which names its state, else the one to go by."""
    zoned = (
        each
        for each in stated
        if each.kind is PayKind.BASE and each.zone and place.state in each.zone.split(", ")
    )
    return next(zoned, base)


def pay_standing(
    catalog: Catalog, role: Role, location: Location | None, base: StatedPay | None
) -> PayStanding:
    """Where stated pay stands for a role in a place, the nation where no place is known; what to expect without any.

    Pay with doubts is held against nothing.
    """
    statistics = catalog.once(Statistics)
    place = location or location_of("United States", statistics.gazetteer.areas[NATION_ID])
    local = catalog.once(KeptRanges).of(role, place)
    usable = base if base is not None and not base.doubts and base.currency == "USD" else None
    ends = (
        [] if usable is None else [_end(catalog, role, place, usable, amount) for amount in _amounts(usable)]
    )
    return PayStanding(
        location=place,
        basis="stated" if ends else "expected",
        ends=tuple(ends),
        expect=Range(**{name: getattr(local, name) for name in Range.model_fields}),
        starting=local.starting,
        occupation=local.occupation,
        wages=None if local.occupation.catch_all else local.observed,
        without_figures=local.without_figures,
    )


def _amounts(base: StatedPay) -> list[Number]:
    ends = (base.low, base.high) if base.per == "hour" else (base.yearly_low, base.yearly_high)
    return list(dict.fromkeys(end for end in ends if end))


def _end(catalog: Catalog, role: Role, place: Location, base: StatedPay, amount: Number) -> StandingEnd:
    given = Given(amount, "hour" if base.per == "hour" else "year")
    judged: JudgedOffer = assess_offer(catalog, role, (given, place)).offers[0]
    return StandingEnd(
        amount=judged.amount,
        yearly=judged.yearly.amount,
        standing=judged.standing,
        percentile=judged.percentile,
        market_ratio=judged.market_ratio,
        real_yearly=judged.real_yearly,
        target=judged.target,
        ask=_within(judged.advice.ask, _top(base)) if judged.advice else None,
    )


def _top(base: StatedPay) -> Number | None:
    """The most that an ad states, in the terms of what to ask for; null where it states one amount, or only where pay begins."""
    if base.high is None or base.low == base.high:
        return None
    return _amounts(base)[-1]


def _within(ask: Amount, top: Number | None) -> Amount:
    """What to ask for, held to the most that an ad states."""
    return ask if top is None or ask.amount <= top else ask.model_copy(update={"amount": top})
