"""What to ask for, what to settle at and below what to look on, by a rule of ours."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cscareer.catalog.bargaining_models import AskingRule
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import PERCENTILES, Band, Model, Role
from cscareer.errors import InvalidDataError
from cscareer.pay.local import RoleRange
from cscareer.pay.money import Number, Period, exact, to_dollars, to_unit
from cscareer.pay.ranges import HOURS_A_YEAR, Amount, Range, SourceYear
from cscareer.pay.references import RoleOccupation
from cscareer.pay.wages import Distribution


class WhyNoAsk(StrEnum):
    """Why no asking price is named: the first of these that holds."""

    BELOW_MINIMUM_WAGE = "below-minimum-wage"
    CATCH_ALL = "catch-all"
    NO_WAGES = "no-wages"
    BELOW_NINE_IN_TEN = "below-nine-in-ten"
    AT_THE_TOP = "at-the-top"
    UNDER_PRESENT_PAY = "under-present-pay"


class AskedBy(StrEnum):
    """What made the figure to ask for: the aim itself, a bound of the rule, or the figure to look on below."""

    AIM = "aim"
    LEAST = "least"
    MOST = "most"
    LOOK_ON = "look-on"
    TOP = "top"


class AskingAdvice(Model):
    """What to ask for, in the offer's own terms: our judgement, by the rule `rule` of bargaining.yaml.

    `least_more` and `most_more` are the rule's, in percent of the offer; `aim` is the figure that the wages there give to
    aim at, before it is held near the offer: their middle, or where `aims_at_top` the upper mark. `asked_by` says what
    made `ask`, and `keeps_present` that what the person earns now is the figure to look on below. `say` are sentences
    with {ask} and {settle} to fill in, and {yours} for what speaks for the person.
    """

    rule: str
    least_more: int
    most_more: int
    ask: Amount
    settle: Amount
    look_on_below: Amount
    aim: Amount
    aims_at_top: bool
    asked_by: AskedBy
    keeps_present: bool
    say: tuple[str, ...]


class Marks(NamedTuple):
    """The lower, middle and upper figure of what a role's people earn, in an offer's own terms."""

    low: Decimal
    middle: Decimal
    high: Decimal

    def times(self, factor: int) -> "Marks":
        """The same for so many hours."""
        return Marks(*(each * factor for each in self))


def marks_of(wages: Distribution, band: Band | None) -> Marks | None:
    """p25, median and p75 of the wages, or the ends and the middle of the band that a role stands for in them.

    The middle of a band is the percentile half-way between its ends, or half the sum of the two where none is published
    there. Null where one of the figures isn't released.
    """
    low, high = (wages.at(band.low), wages.at(band.high)) if band else (wages.at("p25"), wages.at("p75"))
    if low is None or high is None:
        return None
    first, last = (PERCENTILES.index(band.low), PERCENTILES.index(band.high)) if band else (1, 3)
    between, odd = divmod(first + last, 2)
    middle = None if odd else wages.at(PERCENTILES[between])
    half = (exact(low) + exact(high)) / 2
    return Marks(exact(low), half if middle is None else exact(middle), exact(high))


def in_terms(pay: Number, per: Period, hours: int | None) -> Decimal:
    """Full-time pay a year as pay an hour, or as pay for so many hours a year."""
    yearly = exact(pay)
    if per == "hour":
        return yearly / HOURS_A_YEAR
    return yearly * hours / HOURS_A_YEAR if hours else yearly


def the_rule(catalog: Catalog) -> AskingRule:
    """The rule that holds.

    Raises:
        InvalidDataError: the data has none.
    """
    for rule in catalog.asking_rules.values():
        return rule
    raise InvalidDataError(
        "The data has no asking rule.", hint="Put one under asking_rules in bargaining.yaml."
    )


def advise(
    rule: AskingRule,
    offered: Amount,
    marks: Marks,
    wages: tuple[SourceYear, ...],
    starting: Range | None,
    starting_low: Decimal | None,
    present: Decimal | None = None,
) -> AskingAdvice | WhyNoAsk:
    """What to ask for over an offer; why nothing, where it reaches what the wages there support, or they stay under present pay.

    *Look on below* is the larger of the lower mark and the low end of the published starting range, at most the middle, and
    never less than a person earns now.
    *Ask* is the aim (the middle for an offer under it, the upper mark for another), at least `least_more` and at most
    `most_more` percent over the offer, then never under look-on and never over the upper mark. *Settle* is half-way
    between offer and ask, never under look-on.

    Args:
        rule: its figures.
        offered: the offer.
        marks: of the wages, in the offer's own terms.
        wages: the sources of those wages.
        starting: the published range of pay on the first day there, where there is one.
        starting_low: its low end in the offer's own terms.
        present: what the person earns now, in these terms and at the prices there.
    """
    offer = exact(offered.amount)
    usual = min(max(marks.low, starting_low or marks.low), marks.middle)
    look_on = max(usual, present or usual)
    aim = marks.middle if offer < marks.middle else marks.high
    least, most = (offer * (100 + more) / 100 for more in (rule.least_more, rule.most_more))
    near = min(max(aim, least), most)
    ask = min(max(near, look_on), marks.high)
    asked = rounded(rule, ask, offered.per, above=offer, at_most=marks.high)
    if asked is None:
        return WhyNoAsk.AT_THE_TOP
    if look_on > marks.high:
        return WhyNoAsk.UNDER_PRESENT_PAY
    settled = max((offer + asked) / 2, look_on)
    settle = rounded(rule, settled, offered.per, above=offer, at_most=asked) or asked
    floor = rounded(rule, look_on, offered.per, above=Decimal(0), at_most=settle) or settle
    made = {near: AskedBy.MOST if near == most else AskedBy.LEAST, marks.high: AskedBy.TOP, aim: AskedBy.AIM}
    sources = (*wages, *(each for each in (starting.sources if starting else ()) if each not in wages))

    def said(figure: Decimal) -> Amount:
        shown = to_unit(figure, offered.per)
        return offered.model_copy(update={"amount": shown, "basis": "calculated", "sources": sources})

    return AskingAdvice(
        rule=rule.id,
        least_more=rule.least_more,
        most_more=rule.most_more,
        ask=said(asked),
        settle=said(settle),
        look_on_below=said(floor),
        aim=said(aim),
        aims_at_top=offer >= marks.middle,
        asked_by=made.get(ask, AskedBy.LOOK_ON),
        keeps_present=look_on > usual,
        say=rule.say,
    )


def rounded(
    rule: AskingRule, figure: Decimal, per: Period, *, above: Decimal, at_most: Decimal
) -> Decimal | None:
    """A figure to the rule's step, or to its smallest unit where that leaves the bounds; null where both do."""
    step = rule.hourly_step if per == "hour" else Decimal(rule.yearly_step)
    for tried in (step * to_dollars(figure / step), exact(to_unit(figure, per))):
        if above < tried <= at_most:
            return tried
    return None


def why_no_ask(
    compared: Decimal, wages: Distribution | None, occupation: RoleOccupation, *, is_below: bool
) -> WhyNoAsk | None:
    """Why no asking price may be built on an offer, before it is known whether there is more to ask for."""
    if is_below:
        return WhyNoAsk.BELOW_MINIMUM_WAGE
    if occupation.catch_all:
        return WhyNoAsk.CATCH_ALL
    if wages is None:
        return WhyNoAsk.NO_WAGES
    lowest = wages.at("p10")
    return WhyNoAsk.BELOW_NINE_IN_TEN if lowest is not None and compared < exact(lowest) else None


def advice_on(
    catalog: Catalog,
    role: Role,
    local: RoleRange,
    amount: Amount,
    starting: Range | None,
    present: Decimal | None = None,
) -> AskingAdvice | WhyNoAsk:
    """What to ask for over an offer; why nothing, where it reaches what the wages there support, or they don't say it.

    `present` is what the person earns now for a full-time year, at the prices there.
    """
    marks = marks_of(local.observed, role.occupation.band) if local.observed else None
    if local.observed is None or marks is None:
        return WhyNoAsk.NO_WAGES
    in_hours = amount.hours if amount.per == "year" else None
    marks = marks.times(in_hours) if in_hours else marks
    low = in_terms(starting.low, amount.per, in_hours) if starting and starting.low is not None else None
    now = in_terms(to_unit(present, "hour"), amount.per, in_hours) if present is not None else None
    return advise(the_rule(catalog), amount, marks, local.observed.sources, starting, low, now)
