"""Where an amount stands among what others are paid, and what could be asked for."""

from decimal import Decimal
from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.pay.amounts import Given
from cscareer.pay.money import Number, exact, share, shown, to_dollars
from cscareer.pay.ranges import Range
from cscareer.pay.wages import Distribution

Standing = Literal["below-p25", "below-median", "above-median", "above-p75", "unknown"]


def standing_of(amount: Decimal, wages: Distribution | None) -> Standing:
    """Where an amount stands among what is paid, an exact one on its percentile."""
    p25, median, p75 = (_exact(wages.at(name)) if wages else None for name in ("p25", "median", "p75"))
    if p75 is not None and amount > p75:
        return "above-p75"
    if median is None:
        return "unknown"
    if amount >= median:
        return "above-median"
    return "below-p25" if p25 is not None and amount < p25 else "below-median"


def is_doubtful(catalog: Catalog, amount: Decimal, wages: Distribution | None) -> bool:
    """Whether an amount is far beyond what nine in ten earn, so that it may be a slip."""
    p90 = _exact(wages.at("p90")) if wages else None
    rule = next(iter(catalog.asking_rules.values()), None)
    return p90 is not None and rule is not None and amount > p90 * rule.doubted_over


def _exact(wage: Number | None) -> Decimal | None:
    return None if wage is None else exact(wage)


def position_in(full_time: Number, pay_range: Range | None) -> float | None:
    """Where full-time pay lies in a range: 0 at its low, 1 at its high; null where it has no two ends."""
    if pay_range is None or pay_range.low is None or pay_range.high is None:
        return None
    low, high = exact(pay_range.low), exact(pay_range.high)
    return None if low == high else share(exact(full_time) - low, high - low)


def target_of(compared: Decimal, wages: Distribution | None, given: Given, hours: int | None) -> Range | None:
    """From the median, or the offer if it is more, to p75, in the offer's own terms; null where that is no more."""
    median, p75 = (_exact(wages.at(name)) if wages else None for name in ("median", "p75"))
    if wages is None or median is None or p75 is None or compared >= p75:
        return None
    factor = hours if given.per == "year" and hours is not None else None
    low, high = (exact(to_dollars(end * factor)) if factor else end for end in (median, p75))
    offered = exact(given.amount)
    if high <= offered:  # once it is rounded to the dollar
        return None
    return Range(
        low=shown(max(low, offered)),
        high=shown(high),
        currency=wages.currency,
        per=given.per,
        hours=factor or wages.hours,
        basis="calculated" if factor else wages.basis,
        area=wages.area,
        sources=wages.sources,
    )
