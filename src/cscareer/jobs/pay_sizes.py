"""From which size on a figure in an ad is what, and how often one without a period is likely to be paid."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.ad import PayPeriod
from cscareer.jobs.pay_around import Around
from cscareer.jobs.stated_pay import YEARLY_KINDS

_REPEATED = re.compile(
    r"\b(?:every|each|per|a|any) (month|week|quarter|year)\b|\b(month|week|quarter|year)ly\b|\b(annual)\b",
    re.IGNORECASE,
)
_REPEATED_BEFORE = re.compile(
    r"\b(?P<day>per diem)\b|\b(?P<unit>week|month|quarter|year)s?\s(?:pays?|is|are|earns?|carr(?:y|ies)|adds?|brings?|gets?)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)
_ONCE = {PayKind.BONUS, PayKind.SIGN_ON, PayKind.ALLOWANCE}
_PERIODS: dict[str, PayPeriod] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}


class PaySizes(NamedTuple):
    """From which size on a figure is what, in dollars; the share in percent."""

    usual: Mapping[str, tuple[Decimal, Decimal]]  # by period: between which amounts pay is not doubtful
    hourly_at_most: Decimal
    yearly_at_least: Decimal
    yearly_at_most: Decimal
    salary_at_least: Decimal
    pay_at_least: Decimal
    share_at_most: Decimal
    thousands_from: Decimal
    differential_at_most: Decimal

    @classmethod
    def of(cls, catalog: Catalog) -> "PaySizes":
        """The sizes of the data."""
        measures, doubts = catalog.posting_measures, catalog.pay_doubts.values()
        limits = {(each.per, each.measure): Decimal(str(each.limit)) for each in doubts}
        usual = {
            per: (limits[per, "least"], limits[per, "most"])
            for per in ("week", "two-weeks", "month", "year")
            if {(per, "least"), (per, "most")} <= limits.keys()
        }
        names = [name for name in cls._fields if name != "usual"]
        return cls(usual, *(Decimal(str(measures[name.replace("_", "-")].value)) for name in names))

    def is_hours_wage(self, amount: Decimal) -> bool:
        """Whether an amount may be an hour's wage."""
        return self.pay_at_least <= amount < self.hourly_at_most

    def likely_period(self, around: Around, kind: PayKind) -> PayPeriod | None:
        """How often a figure without a period is paid, as far as its size and kind tell."""
        top = around.span.high or around.span.low
        if kind in YEARLY_KINDS or kind is PayKind.RAISE:
            return self.by_size(top)
        if kind in _ONCE:
            return _repeated(around.after) or _repeated_before(around.before) or "once"
        if kind is PayKind.DIFFERENTIAL and (stated := _repeated_before(around.before)):
            return stated
        return (
            "hour" if kind in {PayKind.DIFFERENTIAL, PayKind.TRAINING} and top < self.hourly_at_most else None
        )

    def by_size(self, top: Decimal) -> PayPeriod | None:
        """Whether an amount without a period is an hour's or a year's pay; None where it is neither plainly."""
        if top < self.hourly_at_most:
            return "hour"
        return "year" if self.yearly_at_least <= top < self.yearly_at_most else None


def _repeated_before(before: str) -> PayPeriod | None:
    """How often an amount is paid, as the words before it say: "per diem of", "on-call weeks pay"."""
    match = _REPEATED_BEFORE.search(before)
    if match is None:
        return None
    return "day" if match["day"] else _PERIODS[match["unit"].lower()]


def _repeated(after: str) -> PayPeriod | None:
    """How often a bonus is paid, as the words behind it say."""
    match = _REPEATED.search(after)
    if match is None:
        return None
    return _PERIODS.get((match[1] or match[2] or "").lower(), "year")
