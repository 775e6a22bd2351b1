"""The verdict on an offer, in a word and in a sentence."""

from cscareer.pay.asking import WhyNoAsk
from cscareer.pay.money import exact, to_cents
from cscareer.pay.offer import JudgedOffer, WhyNoVerdict
from cscareer.pay.ranges import NATION_ID
from cscareer.render.cells import Money
from cscareer.render.layouts.law_words import floor_said
from cscareer.render.layouts.pay_words import a, money_of, the_area

_NO_WAGES = "No wages are released that this offer could be held against."
_NO_VERDICT = (
    "No verdict: the role's only occupation is a catch-all, which holds whatever no other occupation does, so its wages "
    "say too little of this role."
)
_LOW_THIRD, _HIGH_THIRD = 1 / 3, 2 / 3
_ALONE = {
    "above-p75": "strong", "above-median": "good", "below-median": "modest", "below-p25": "low",
}  # fmt: skip


def offer_verdict(offer: JudgedOffer) -> str:
    """The verdict in a sentence or two; what is illegal or far too low comes before all else, then less pay than now."""
    if low := too_low_said(offer, "and it is nothing to bargain over: ask first how they come to less."):
        return low
    if held := against_now_said(offer):
        among = among_all_said(offer)
        return f"{held} {among[:1].upper()}{among[1:]}." if among else held
    return _standing_said(offer)


def too_low_said(offer: JudgedOffer, by_law: str) -> str | None:
    """That pay is less than the law allows, with what follows of that, or than what nine in ten earn; null where it is neither."""
    if offer.below_minimum_wage:
        return (
            f"Below the minimum wage, which is {floor_said(offer.laws.lowest)}. The law sets that, {by_law}"
        )
    if offer.no_ask is WhyNoAsk.BELOW_NINE_IN_TEN and offer.wages:
        lowest = money_of(offer.wages.p10, offer.wages)
        return (
            f"Very low: nine in ten people in the occupation in {the_area(offer.wages.area)} earn more than {lowest} "
            f"{a(offer.wages.per)}."
        )
    return None


def against_now_said(offer: JudgedOffer) -> str | None:
    """That an offer is no more than pay of now, in a sentence; null where it is more, or nothing is known of that.

    By the hour where both are, else by the year; after prices as well where the two places differ in them.
    """
    now = offer.against_current
    if now is None or now.nominal is None or now.nominal.amount > 0:
        return None
    if not now.nominal.amount:
        said = "That is just what you have now"
    else:
        by_hour = offer.amount.per == now.current.per == "hour" and offer.amount.amount < now.current.amount
        less = exact(now.current.amount) - exact(offer.amount.amount)
        lost = Money(to_cents(less), "USD", "hour") if by_hour else Money(-now.nominal.amount, "USD")
        said = f"That is {lost}{'' if by_hour else ' a year'} less than you have now"
    real = now.real.amount if now.real and now.location.area.id != offer.location.area.id else None
    if real is not None and real > 0:
        return f"{said}, but buys {Money(real, 'USD')} a year more there."
    return f"{said}: a cut." if now.nominal.amount else f"{said}."


def is_cut(offer: JudgedOffer) -> bool:
    """Whether an offer is less than pay of now, and buys no more."""
    said = against_now_said(offer)
    return said is not None and said.endswith("a cut.")


def doubt_said(offer: JudgedOffer) -> str | None:
    """That an offer is so far above all wages there that it may be a slip."""
    if not (offer.doubtful and offer.wages):
        return None
    most = money_of(offer.wages.p90, offer.wages)
    return (
        f"That is many times the {most} {a(offer.wages.per)} that nine in ten there earn less than: is a digit too many, "
        "or another period meant?"
    )


def _standing_said(offer: JudgedOffer) -> str:
    """In a sentence where it stands for someone starting, and among everyone in the work."""
    if offer.no_verdict is WhyNoVerdict.CATCH_ALL:
        return _NO_VERDICT
    if offer.standing == "unknown":
        return _NO_WAGES
    among = among_all_said(offer)
    if not offer.starting or offer.position_in_range is None:
        return f"A {verdict_word(offer)} offer: {among}."
    return f"{start_word(offer.position_in_range).capitalize()} for someone starting; {among}."


def among_all_said(offer: JudgedOffer) -> str | None:
    """How many of all in the occupation there earn less, in words that can follow others; null where that isn't known.

    A verdict says it so, once and with its figure, and no line beside it says it again.
    """
    found, wages = offer.percentile, offer.wages
    if found is None or wages is None:
        return None
    there = wages.area.id == offer.location.area.id != NATION_ID
    people = f"people in the occupation {'there' if there else f'in {the_area(wages.area)}'} earn less"
    if found.value is not None:
        return f"about {found.value:.0f} of 100 {people}"
    if found.low is not None and found.high is not None:
        return f"{found.low} to {found.high} of 100 {people}, as so many earn just this"
    if found.high is not None:
        return f"fewer than {found.high} of 100 {people}"
    return f"more than {found.low} of 100 {people}"


def verdict_word(offer: JudgedOffer) -> str | None:
    """An offer in a word: for someone starting, where a starting range is known, else among all there."""
    if offer.below_minimum_wage or offer.no_ask is WhyNoAsk.BELOW_NINE_IN_TEN:
        return "too low"
    if is_cut(offer):
        return "a cut"
    if against_now_said(offer):
        return _ALONE.get(offer.standing)
    if offer.standing != "unknown" and offer.starting and offer.position_in_range is not None:
        return start_word(offer.position_in_range)
    return _ALONE.get(offer.standing)


def start_word(position: float) -> str:
    """How an offer stands for someone starting, by its place in the published starting range."""
    if position < 0:
        return "low"
    if position > 1:
        return "strong"
    return "modest" if position < _LOW_THIRD else "fair" if position < _HIGH_THIRD else "good"
