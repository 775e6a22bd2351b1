"""An amount as it stands in an ad, and the span of its two ends."""

from decimal import Decimal
from typing import NamedTuple

from cscareer.jobs.ad import PayPeriod


class Figure(NamedTuple):
    """One amount as it stands in a line; `sign` says whether a currency or a k stands with it."""

    amount: Decimal
    start: int
    end: int
    sign: bool
    thousand: bool
    more: bool
    large: bool
    percent: bool
    currency: str


class PaySpan(NamedTuple):
    """An amount, or the two ends of a range, and the period that stands with it, where one does.

    `start` to `end` are the figures alone, `closes` is where the words of the period end.
    """

    low: Decimal
    high: Decimal | None
    start: int
    end: int
    closes: int
    per: PayPeriod | None
    sign: bool
    more: bool
    large: bool
    tied: bool  # the period stands right behind: "/hr", "per year", "Hourly"
    currency: str = "USD"
