"""What to ask for, what to settle at and below what to look on, by a rule of ours."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cscareer.catalog.bargaining_models import AskingRule
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import PERCENTILES, Band, Model
from cscareer.errors import InvalidDataError
from cscareer.pay.money import Number, Period, exact, to_dollars, to_unit
from cscareer.pay.ranges import HOURS_A_YEAR, Amount, Range, SourceYear
from cscareer.pay.wages import Distribution


class WhyNoAsk(StrEnum):
    """Why no asking price is named: the first of these that holds."""

    BELOW_MINIMUM_WAGE = "below-minimum-wage"
    CATCH_ALL = "catch-all"
    NO_WAGES = "no-wages"
    BELOW_NINE_IN_TEN = "below-nine-in-ten"
    AT_THE_TOP = "at-the-top"


class AskingAdvice(Model):
    """What to ask for, in the offer's own terms: our judgement, by the rule `rule` of bargaining.yaml.

    `least_more` and `most_more` are the rule's, in percent of the offer; `aim` is the figure that the wages there give to aim at, before it is held near the offer; `say` are sentences with
    {ask} and {settle} to fill in.
    """

    rule: str
    least_more: int
    most_more: int
    ask: Amount
    settle: Amount
    look_on_below: Amount
    aim: Amount
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
) -> AskingAdvice | None:
    """What to ask for over an offer; null where it reaches what the wages there support.

    *Look on below* is the larger of the lower mark and the low end of the published starting range, at most the middle.
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
    """
    offer = exact(offered.amount)
    look_on = min(max(marks.low, starting_low or marks.low), marks.middle)
    aim = marks.middle if offer < marks.middle else marks.high
    least, most = (offer * (100 + more) / 100 for more in (rule.least_more, rule.most_more))
    ask = min(max(min(max(aim, least), most), look_on), marks.high)
    asked = rounded(rule, ask, offered.per, above=offer, at_most=marks.high)
    if asked is None:
        return None
    settled = max((offer + asked) / 2, look_on)
    settle = rounded(rule, settled, offered.per, above=offer, at_most=asked) or asked
    floor = rounded(rule, look_on, offered.per, above=Decimal(0), at_most=settle) or settle
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
