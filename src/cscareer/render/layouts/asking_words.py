"""What an offer's answer says of asking for more: the figures, the sentences to say, and how they came about."""

from collections.abc import Iterator

from cscareer.pay.asking import AskedBy, AskingAdvice, WhyNoAsk
from cscareer.pay.money import Number, exact, to_cents, to_dollars
from cscareer.pay.offer import JudgedOffer
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.render.cells import Cell, Money, PayRange
from cscareer.render.layouts.pay_kinds import SHARES
from cscareer.render.layouts.pay_words import amount_cell, amount_said, money_of

_YOURS = "[one thing of yours that the job asks for]"
_NO_ASK = {
    WhyNoAsk.CATCH_ALL: "A catch-all occupation gives no figure to ask for; ask what others in the team and in ads earn.",
    WhyNoAsk.NO_WAGES: "No wages are released to work out what to ask for; ask what others in the team earn.",
    WhyNoAsk.BELOW_NINE_IN_TEN: "Pay like that is nothing to build an asking price on: keep looking, or ask first why it is so low.",
}


def three_figures(offer: JudgedOffer) -> Iterator[tuple[str, Cell]]:
    """The figure to ask for and what made it, the one to settle at, and the one below which to keep looking."""
    advice = offer.advice
    if advice is None:
        return
    settled = advice.settle.amount
    yield "Ask for", f"{amount_said(advice.ask)}, {asked_by(offer, advice)}"
    yield (
        "Settle at",
        amount_said(advice.settle)
        if settled != advice.ask.amount
        else "the same: it's the least worth taking",
    )
    said = f", {_present(offer)}" if advice.keeps_present else "; for less, keep looking"
    if advice.keeps_present and advice.look_on_below.amount < offer.amount.amount:
        said = ": they already offer more than you earn now"
    yield (
        "Not below",
        f"{amount_said(advice.look_on_below)}{said} (our judgement, all three)",
    )


def _present(offer: JudgedOffer) -> str:
    """What a person earns now, or elsewhere what buys as much."""
    now = offer.against_current
    elsewhere = now is not None and now.location.area.id != offer.location.area.id
    return "which buys what you earn now" if elsewhere else "what you earn now"


def asked_by(offer: JudgedOffer, advice: AskingAdvice) -> str:
    """What made the figure to ask for, in a few words; near the middle, that from there on the aim is another."""
    top = "the top of its part of the wages" if offer.band else "where the top quarter begins"
    middle = "the middle of this role's part of the wages" if offer.band else "the middle of all there"
    aim = top if advice.aims_at_top else middle
    match advice.asked_by:
        case AskedBy.AIM:
            start = aim if offer.band else "the top quarter's start"
            return f"{start}, as it's past the middle" if advice.aims_at_top else aim
        case AskedBy.LEAST if advice.aims_at_top:
            return f"{advice.least_more}% more: it's near {top}"
        case AskedBy.LEAST:
            return f"{advice.least_more}% more: just past {middle}, {amount_cell(advice.aim)}"
        case AskedBy.MOST:
            return f"{advice.most_more}% more, on the way to {amount_cell(advice.aim)}, {aim}"
        case AskedBy.LOOK_ON:
            return _present(offer) if advice.keeps_present else "the least that is usual there"
        case AskedBy.TOP:
            return top


def sentences(advice: AskingAdvice, yours: str | None = None) -> list[str]:
    """What to say; where there is nothing between asking and settling, only what asks.

    `yours` is what speaks for the person, where that is known.
    """
    figures = {"ask": amount_said(advice.ask), "settle": amount_said(advice.settle), "yours": yours or _YOURS}
    same = advice.ask.amount == advice.settle.amount
    said = [each for each in advice.say if not (same and "{settle}" in each)]
    return [each.format_map(figures) for each in said]


def no_ask_said(offer: JudgedOffer) -> str:
    """Why no asking price is named, and what to do instead."""
    if offer.no_ask is WhyNoAsk.UNDER_PRESENT_PAY and offer.against_current:
        return (
            f"You earn {amount_said(offer.against_current.current)} now, more than the wages there give you reason to ask for: keep looking, "
            "unless this work is worth less pay to you."
        )
    if offer.no_ask is WhyNoAsk.AT_THE_TOP or offer.no_ask is None:
        return "It reaches what the wages there give you reason to ask for: ask for something other than more pay."
    return _NO_ASK[offer.no_ask]


def how_asked(offer: JudgedOffer) -> Iterator[str]:
    """How the figures to ask for came about, or what the wages there say instead, in sentences."""
    if offer.advice:
        advice, aim, target = offer.advice, amount_said(offer.advice.aim), offer.target
        yield (
            f"The wages there give {aim} to aim at. We ask for that, but for at least {advice.least_more}% and at most "
            f"{advice.most_more}% more than the offer, and never for more than where the top quarter begins. We settle half-way. "
            "We say to take nothing below what three in four people there earn more than, or below where published starting pay "
            "begins if that is more, and never less than you earn now. An offer under the middle aims at the middle, one "
            "from there on at the top quarter; so near the middle a few cents change much in what to ask for."
        )
        if target and target.low is not None and target.low != target.high:
            said = PayRange(target.low, target.high, target.currency, target.per)
            yield f"From the middle there, or the offer if it is more, to the top quarter is {said} (observed wages)."
    elif offer.standing == "above-p75" and offer.wages:
        yield f"It is above the top quarter there ({money_of(offer.wages.p75, offer.wages)})."
    if high := _published_high(offer):
        yield high
    if offer.band and offer.band_range and offer.band_range.low is not None:
        pay = PayRange(offer.band_range.low, offer.band_range.high, "USD", offer.band_range.per)
        part = f"{SHARES[offer.band.low]}–{SHARES[offer.band.high]}"
        yield (
            f"The occupation counts other jobs too; in our own judgement this one stands for {part} of it, {pay}, and the "
            "figures rest on that part."
        )
    if not offer.advice:
        yield "No figure to ask for was worked out."


def _published_high(offer: JudgedOffer) -> str | None:
    """Where the published range ends, in the offer's own terms; said beside the target and never mixed into it."""
    if offer.pay_range is None or offer.pay_range.high is None:
        return None
    high: Number = offer.pay_range.high
    if offer.amount.per == "hour":
        high = to_cents(exact(high) / HOURS_A_YEAR)
    elif offer.amount.hours:
        high = to_dollars(exact(high) * offer.amount.hours / HOURS_A_YEAR)
    kind = "our local estimate of the published" if offer.pay_range.basis == "localized" else "the published"
    end = Money(high, offer.pay_range.currency, offer.amount.per)
    return f"For comparison, {kind} {'starting ' if offer.starting else ''}range ends at {end}."
