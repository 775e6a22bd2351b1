"""Pay in a place, as it is offered or earned: the amount, what it comes to in a year, and for full time."""

from decimal import Decimal

from cscareer.pay.amounts import Given
from cscareer.pay.location import Location
from cscareer.pay.money import exact, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR, Amount

Pledge = tuple[Given, Location]
"""Pay in a place: of an offer, or what a person has now."""


def offered_amount(pledge: Pledge, hours: int | None = None) -> Amount:
    """The very amount that was said, with the hours a year it is for; null is full time."""
    given, location = pledge
    return Amount(
        amount=given.amount,
        currency="USD",
        per=given.per,
        hours=hours,
        basis="given",
        area=location.area,
        sources=(),
    )


def yearly_amount(pledge: Pledge, hours: int | None) -> Amount:
    """What is paid in a year: hourly pay for the hours worked, 2,080 when null."""
    given = pledge[0]
    if given.per == "year":
        return offered_amount(pledge, hours)
    worked = hours or HOURS_A_YEAR
    return _calculated(exact(given.amount) * worked, pledge[1], worked)


def full_time_amount(pledge: Pledge, hours: int | None) -> Amount:
    """Pay for 2,080 hours: what hourly and part-time pay is held against yearly figures as."""
    given = pledge[0]
    if given.per == "hour":
        return _calculated(exact(given.amount) * HOURS_A_YEAR, pledge[1])
    if hours is None:
        return offered_amount(pledge)
    return _calculated(exact(given.amount) * HOURS_A_YEAR / hours, pledge[1])


def _calculated(yearly: Decimal, location: Location, hours: int = HOURS_A_YEAR) -> Amount:
    return Amount(
        amount=to_cents(yearly),
        currency="USD",
        per="year",
        hours=hours,
        basis="calculated",
        area=location.area,
        sources=(),
    )
