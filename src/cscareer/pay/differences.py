"""How far what is paid in one role or place is from another's, where the two are of one kind."""

from cscareer.catalog.models import Model
from cscareer.pay.apart import told_apart
from cscareer.pay.local import PaidRole
from cscareer.pay.money import Number, Period, exact, percent_more, shown
from cscareer.pay.ranges import Amount
from cscareer.pay.statistics import median_of


class Difference(Model):
    """How far a figure lies from the first title's: in money, and in percent of the first."""

    amount: Number
    percent: float | None
    currency: str
    per: Period


def difference(amount: Amount | None, first: Amount | None) -> Difference | None:
    """`amount` minus `first`; percent is of `first`, to one decimal, and null where first is 0."""
    if amount is None or first is None or (amount.currency, amount.per) != (first.currency, first.per):
        return None
    return Difference(
        amount=shown(exact(amount.amount) - exact(first.amount)),
        percent=percent_more(amount.amount, first.amount) if first.amount else None,
        currency=amount.currency,
        per=amount.per,
    )


def difference_of_ranges(pay: PaidRole, first: PaidRole | None) -> Difference | None:
    """The difference of midpoints of ranges of the same kind: starting pay and what all earn are never compared."""
    if first is None or pay.rests_on_catch_all or first.rests_on_catch_all:
        return None
    return difference(pay.midpoint, first.midpoint) if (pay.band is None) == (first.band is None) else None


def difference_of_medians(pay: PaidRole, first: PaidRole | None) -> Difference | None:
    """The difference of what the middle one of all in an occupation earns; null where one is a catch-all."""
    if first is None or pay.occupation.catch_all or first.occupation.catch_all:
        return None
    return difference(median_of(pay.observed), median_of(first.observed))


def difference_of_typical(pay: PaidRole, first: PaidRole | None) -> Difference | None:
    """The difference of what is typical of each; null of two that stand for the same wages, of which it tells nothing."""
    if first is None or (pay.occupation.code, pay.band) == (first.occupation.code, first.band):
        return None
    return difference(pay.typical, first.typical)


def are_apart(
    pay: PaidRole, first: PaidRole | None, amount: Amount | None, of_first: Amount | None
) -> bool | None:
    """Whether two places' medians, or what they buy, differ; null where it is one figure, or means two things."""
    if first is None or not (amount and of_first and pay.observed and first.observed):
        return None
    if pay.observed.area == first.observed.area or pay.occupation.catch_all:
        return None
    return told_apart(amount.amount, pay.observed.mean_error, of_first.amount, first.observed.mean_error)
