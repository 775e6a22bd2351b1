"""Words on what to ask for when a job is offered."""

from collections.abc import Iterator

from cscareer.pay.money import Number, exact, to_cents, to_dollars
from cscareer.pay.offer import JudgedOffer, WhyNoVerdict
from cscareer.pay.ranges import HOURS_A_YEAR, Range
from cscareer.render.cells import Money, PayRange
from cscareer.render.layouts.law_words import floor_said
from cscareer.render.layouts.pay_kinds import SHARES
from cscareer.render.layouts.pay_words import money_of


def what_to_ask(offer: JudgedOffer) -> Iterator[str]:
    """What to ask for and why, in sentences."""
    target, wages = offer.target, offer.wages
    if offer.below_minimum_wage:
        yield f"Nothing below the minimum wage is an offer to bargain over: it has to be {floor_said(offer.laws.lowest)} first."
        return
    if wages is None:
        yield "No wages are released to work out a target from; ask what others in the team earn."
        return
    if offer.no_verdict is WhyNoVerdict.CATCH_ALL:
        yield "A catch-all occupation gives no figure to ask for; ask what others in the team and in ads earn."
        return
    if target and target.low is not None and target.high is not None:
        yield f"{_asked(target, offer)} Name one thing you bring that the ad asks for, then the figure, then wait."
    elif offer.standing == "above-p75":
        top = money_of(wages.p75, wages)
        yield f"It is above the top quarter there ({top}), so don't spend your asking on pay; see what else below."
    elif wages.p75 is None:
        yield "The wages released there don't say where the top quarter begins, so no target can be worked out."
    else:
        yield (
            f"It is what the wages there reach at three in four people ({money_of(wages.p75, wages)}), "
            "so they give no higher figure to ask for; see what else below."
        )
    if high := _published_high(offer):
        yield high
    if offer.band and offer.band_range and offer.band_range.low is not None:
        pay = PayRange(offer.band_range.low, offer.band_range.high, "USD", offer.band_range.per)
        part = f"{SHARES[offer.band.low]}–{SHARES[offer.band.high]}"
        yield (
            f"The occupation counts other jobs too; in our own judgement this one stands for {part} of it, {pay}. "
            "Lean on that more than on the whole occupation."
        )


def _asked(target: Range, offer: JudgedOffer) -> str:
    if target.low == target.high and target.low is not None:
        money = Money(target.low, target.currency, target.per)
        return f"Ask for {money}: a large share of the people in the occupation there earn just this (observed wages)."
    said = PayRange(target.low, target.high, target.currency, target.per)
    start = (
        "from the middle of what people there earn"
        if offer.standing.startswith("below")
        else "from the offer"
    )
    return f"Ask for {said}: {start} up to where the top quarter begins (observed wages)."


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
