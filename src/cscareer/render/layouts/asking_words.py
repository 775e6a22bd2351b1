"""What an offer's answer says of asking for more: the figures, the sentences to say, and how they came about."""

from collections.abc import Iterator

from cscareer.pay.asking import AskingAdvice, WhyNoAsk
from cscareer.pay.money import Number, exact, to_cents, to_dollars
from cscareer.pay.offer import JudgedOffer
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.render.cells import Cell, Money, PayRange
from cscareer.render.layouts.pay_kinds import SHARES
from cscareer.render.layouts.pay_words import amount_said, money_of

_NO_ASK = {
    WhyNoAsk.CATCH_ALL: "A catch-all occupation gives no figure to ask for; ask what others in the team and in ads earn.",
    WhyNoAsk.NO_WAGES: "No wages are released to work out what to ask for; ask what others in the team earn.",
    WhyNoAsk.BELOW_NINE_IN_TEN: "No asking price is built on pay like that: look on, or ask first why it is so low.",
}


def three_figures(advice: AskingAdvice) -> Iterator[tuple[str, Cell]]:
    """The figure to ask for, the one to settle at, and the one below which to look on."""
    settled = advice.settle.amount
    yield "Ask for", amount_said(advice.ask)
    yield (
        "Settle at",
        amount_said(advice.settle)
        if settled != advice.ask.amount
        else "the same: it's the least that is usual",
    )
    yield "Look on below", f"{amount_said(advice.look_on_below)} (our judgement, all three)"


def sentences(advice: AskingAdvice) -> list[str]:
    """What to say; where there is nothing between asking and settling, only what asks."""
    same = advice.ask.amount == advice.settle.amount
    said = [each for each in advice.say if not (same and "{settle}" in each)]
    return [each.format(ask=amount_said(advice.ask), settle=amount_said(advice.settle)) for each in said]


def no_ask_said(offer: JudgedOffer) -> str:
    """Why no asking price is named, and what to do instead."""
    if offer.no_ask is WhyNoAsk.AT_THE_TOP or offer.no_ask is None:
        return "It reaches what the wages there support asking for, so spend your asking on something else than pay."
    return _NO_ASK[offer.no_ask]


def how_asked(offer: JudgedOffer) -> Iterator[str]:
    """How the figures to ask for came about, or what the wages there say instead, in sentences."""
    if offer.advice:
        advice, aim, target = offer.advice, amount_said(offer.advice.aim), offer.target
        yield (
            f"The wages there give {aim} to aim at; we ask for that, but for {advice.least_more}% to {advice.most_more}% over "
            "the offer and never more than where the top quarter begins; we settle half-way, and look on below what three in "
            "four people there earn more than, or below where published starting pay begins if that is more."
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
