"""Pay as an ad states it: every amount with its words, what it is, and what it comes to in a year."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from cscareer.catalog.models import Model
from cscareer.catalog.posting_models import PayDoubt, PayKind
from cscareer.jobs.ad import PayPeriod
from cscareer.pay.money import Number, shown, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR

YEARLY_KINDS = frozenset({PayKind.BASE, PayKind.OTE, PayKind.COMMISSION})
"""What is paid for a year's work; a bonus, a differential or an allowance is not."""

_TIMES: dict[str, int] = {
    "day": 260,
    "week": 52,
    "two-weeks": 26,
    "half-month": 24,
    "month": 12,
    "quarter": 4,
    "year": 1,
}
_WEEKS = 52
_NOT_REGULAR = {"once", "piece"}  # periods of which no year can be made
_NO_PERIOD = "No period is stated, and the figure is neither plainly an hour's nor a year's pay."


class StatedPay(Model):
    """An amount as an ad states it, with its words. `low` is null for "up to", `high` for "from"; exact to the cent.

    `per` is null where no period is stated and none is likely, and "percent" where the ends are a share of base pay; `period_stated` says whether it was in so many words.
    `yearly_low` and `yearly_high` are what it comes to in a year of `hours`; null for what is no year's pay. `doubts` say why
    it can't be right as it stands; it is neither mended nor dropped.
    """

    kind: PayKind
    low: Number | None
    high: Number | None
    per: PayPeriod | None
    period_stated: bool
    currency: str
    yearly_low: Number | None
    yearly_high: Number | None
    hours: int | None
    by_experience: bool
    zone: str | None
    origin: Literal["field", "text"]
    quote: str
    line: int | None
    doubts: tuple[str, ...]


class PayReading(NamedTuple):
    """All pay that an ad states, its base pay to go by, and how its fields agree with its text."""

    stated: tuple[StatedPay, ...]
    base: StatedPay | None
    agreement: Literal["agree", "differ"] | None
    hours_a_week: float | None


class Terms(NamedTuple):
    """An amount as read, before it is held against what is likely."""

    kind: PayKind
    low: Decimal | None
    high: Decimal | None
    per: PayPeriod | None
    period_stated: bool
    quote: str
    line: int | None = None
    origin: Literal["field", "text"] = "text"
    zone: str | None = None
    by_experience: bool = False
    currency: str = "USD"
    step: bool = False  # the amount of a step: "after 6 months"


def spanning(start: Terms, later: Terms) -> Terms:
    """Pay that one starts on and the pay that it goes on to, as one range."""
    return start._replace(high=later.high, quote=f"{start.quote}, {later.quote}")


def stated_pay(terms: Terms, weekly: Decimal | None, doubts: Iterable[PayDoubt]) -> StatedPay:
    """An amount with what it comes to in a year: of the hours a week that the ad states, else of 2,080."""
    hours = None
    if terms.per == "hour":
        hours = int(weekly * _WEEKS) if weekly else HOURS_A_YEAR
    times = hours or _TIMES.get(terms.per or "")
    if terms.kind not in YEARLY_KINDS and terms.kind is not PayKind.TRAINING:
        times = hours = None
    low, high = (
        None if end is None or times is None else to_cents(end * times) for end in (terms.low, terms.high)
    )
    return StatedPay(
        kind=terms.kind,
        low=None if terms.low is None else shown(terms.low),
        high=None if terms.high is None else shown(terms.high),
        per=terms.per,
        period_stated=terms.period_stated,
        currency=terms.currency,
        yearly_low=low,
        yearly_high=high,
        hours=hours,
        by_experience=terms.by_experience,
        zone=terms.zone,
        origin=terms.origin,
        quote=terms.quote,
        line=terms.line,
        doubts=tuple(_doubted(terms, doubts)),
    )


def _doubted(terms: Terms, doubts: Iterable[PayDoubt]) -> Iterator[str]:
    """Why an amount can't be right as it stands."""
    if terms.kind not in YEARLY_KINDS:
        return
    ends = [end for end in (terms.low, terms.high) if end is not None]
    for doubt in doubts:
        if doubt.per not in {terms.per, "any"} or (
            doubt.measure == "least" and terms.kind is PayKind.COMMISSION
        ):
            continue
        limit = Decimal(str(doubt.limit))
        if doubt.measure == "ratio":
            wrong = len(ends) > 1 and ends[0] > 0 and ends[1] / ends[0] > limit
        elif doubt.measure == "most":
            wrong = any(end > limit for end in ends)
        else:
            wrong = any(end < limit for end in ends)
        if wrong:
            yield doubt.says
    if terms.per is None:
        yield _NO_PERIOD


def without_parts(found: Sequence[StatedPay]) -> tuple[StatedPay, ...]:
    """Without an amount of text that only says an end of a range again."""
    ranges = [
        (each.kind, each.per, each.low, each.high)
        for each in found
        if each.low != each.high and None not in {each.low, each.high}
    ]

    def repeats(each: StatedPay) -> bool:
        return (
            each.origin == "text"
            and (each.low is None or each.high is None or each.low == each.high)
            and any(
                kind is each.kind and per == each.per and (each.high or each.low) in {low, high}
                for kind, per, low, high in ranges
                if (kind, per, low, high) != (each.kind, each.per, each.low, each.high)
            )
            and not any(
                other.origin == "field" and other.low == each.low and other.high == each.high
                for other in found
            )
        )

    return tuple(each for each in found if not repeats(each))


def to_go_by(stated: Iterable[StatedPay]) -> StatedPay | None:
    """The base pay to go by: of the text before fields, whole ranges first, without doubts first."""
    bases = [
        each for each in stated if each.kind is PayKind.BASE and each.per and each.per not in _NOT_REGULAR
    ]
    return min(
        bases,
        key=lambda each: (bool(each.doubts), each.origin != "text", each.low is None or each.high is None),
        default=None,
    )


def agreement_of(stated: Sequence[StatedPay]) -> Literal["agree", "differ"] | None:
    """Whether fields and text state the same pay; null where only one of them states any."""
    fields = [each for each in stated if each.origin == "field"]
    texts = [each for each in stated if each.origin == "text" and each.kind in YEARLY_KINDS]
    if not fields or not texts:
        return None
    for field in fields:
        ends = {field.yearly_low, field.yearly_high} - {None}
        if ends and any(ends <= {each.yearly_low, each.yearly_high} for each in texts):
            return "agree"
        spanning = [each.yearly_low for each in texts] + [each.yearly_high for each in texts]
        if ends and ends <= set(spanning):
            return "agree"
    return "differ"
