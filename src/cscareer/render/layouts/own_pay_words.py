"""What is said of the pay of somebody who has the job: whether it is right, and what to say when asking for a raise."""

from collections.abc import Iterator

from cscareer.pay.asking import AskingAdvice, WhyNoAsk
from cscareer.pay.money import exact, to_cents
from cscareer.pay.offer import JudgedOffer, WhyNoVerdict
from cscareer.pay.own_pay import EarnedPay
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.render.blocks import Block, Bullets, Heading, Paragraph
from cscareer.render.cells import Cell, PayRange
from cscareer.render.layouts.asking_words import asked_by, sentences
from cscareer.render.layouts.offer_verdict import among_all_said, doubt_said, start_word, too_low_said
from cscareer.render.layouts.pay_words import a, amount_said, money_of, wages_row, wages_table

_YOURS = "[one thing you did well here, with its figure]"
_YEAR = 12
_AMONG_ALL = {
    "above-p75": "Well paid", "above-median": "Fairly paid", "below-median": "Room for a raise", "below-p25": "Low pay",
}  # fmt: skip
_NO_ASK = {
    WhyNoAsk.CATCH_ALL: "A catch-all occupation gives no figure to ask for; ask what others in the team and in ads earn.",
    WhyNoAsk.NO_WAGES: "No wages are released to work out what to ask for; ask what others in the team earn.",
    WhyNoAsk.BELOW_NINE_IN_TEN: "A usual raise doesn't close such a gap: hold your pay against what others there post in ads.",
    WhyNoAsk.AT_THE_TOP: "It reaches what the wages there give you reason to ask for: ask for something other than more pay, "
    "or for work on the next level.",
}
_OWED = (
    "so you are owed the difference: ask payroll how they come to less, and the state's labor department if that "
    "doesn't mend it."
)
_NO_VERDICT = {
    WhyNoVerdict.CATCH_ALL: "No verdict: the role's only occupation is a catch-all, so its wages say too little of this role.",
    WhyNoVerdict.NO_WAGES: "No wages are released that your pay could be held against.",
}


def own_pay_verdict(standing: EarnedPay) -> str:
    """Whether pay is right, in a sentence: against what people start on for who is new, else against all in the work."""
    pay = standing.judged
    if low := too_low_said(pay, _OWED):
        return low
    among = among_all_said(pay)
    if pay.no_verdict or among is None:
        return _NO_VERDICT[pay.no_verdict or WhyNoVerdict.NO_WAGES]
    if standing.is_new and pay.starting and pay.position_in_range is not None:
        return f"{start_word(pay.position_in_range).capitalize()} for someone new to the work; {among}."
    return f"{_AMONG_ALL[pay.standing]}: {among}."


def own_pay_facts(standing: EarnedPay) -> Iterator[tuple[str, Cell]]:
    """What others there earn, what is right after a person's years, and what to ask for."""
    pay, wages = standing.judged, standing.judged.wages
    if wages and wages.median is not None and not pay.no_verdict:
        top = f"; a quarter earn more than {money_of(wages.p75, wages)}" if wages.p75 is not None else ""
        yield "The middle there", f"{money_of(wages.median, wages)}{top}"
    if pay.starting and pay.pay_range:
        yield "New people start", f"{_start(pay)}{_for_years(standing)}"
    if (advice := pay.advice) is None:
        return
    yield "Ask for", f"{amount_said(advice.ask)}, {asked_by(pay, advice)}"
    if advice.settle.amount != advice.ask.amount:
        is_least = advice.settle.amount == advice.look_on_below.amount
        why = "the least that is usual there" if is_least else "half the way"
        yield "Good enough", f"{amount_said(advice.settle)}, {why} (our judgement, both)"


def own_pay_blocks(standing: EarnedPay) -> Iterator[Block]:
    """What is to know beside the facts, and what to say."""
    pay = standing.judged
    if said := doubt_said(pay):
        yield Paragraph(said)
    if pay.advice:
        said_so = sentences(pay.advice, _YOURS)
        yield Bullets([f"{'Then' if at else 'Say'}: {said}" for at, said in enumerate(said_so)])
    elif pay.no_ask and not pay.below_minimum_wage:
        yield Paragraph(_NO_ASK.get(pay.no_ask, _NO_ASK[WhyNoAsk.AT_THE_TOP]))


def behind_own_pay(standing: EarnedPay) -> Iterator[Block]:
    """What stands behind it: how the figures came about, and all wages there."""
    pay = standing.judged
    if pay.advice:
        yield Heading("How the figures to ask for came about")
        yield Paragraph(" ".join(_how(pay.advice, standing)))
    if pay.wages:
        yield Heading(f"What all {pay.occupation.title} earn {a(pay.wages.per)}")
        yield wages_table([wages_row(pay.wages.area.name or pay.location.name, pay.wages, pay.employment)])


def _how(advice: AskingAdvice, standing: EarnedPay) -> Iterator[str]:
    yield (
        f"The wages there give {amount_said(advice.aim)} to aim at. We ask for that, but for at least {advice.least_more}% "
        f"and at most {advice.most_more}% more than you earn, and never for more than where the top quarter begins. Pay under "
        "the middle aims at the middle, pay from there on at the top quarter."
    )
    yield (
        f"No statistic counts pay by years: for the first {standing.new_for} months we hold it against what people start on, "
        "from then on against all in the work."
    )


def _start(pay: JudgedOffer) -> str:
    assert pay.pay_range is not None
    ends = [pay.pay_range.low, pay.pay_range.high]
    if pay.amount.per == "hour":
        ends = [None if end is None else to_cents(exact(end) / HOURS_A_YEAR) for end in ends]
    kind = "our estimate" if pay.pay_range.basis == "localized" else "published"
    return f"at {PayRange(ends[0], ends[1], pay.pay_range.currency, pay.amount.per)} ({kind})"


def _for_years(standing: EarnedPay) -> str:
    """What a person's years in the work make of what new people start on."""
    position = standing.judged.position_in_range
    if standing.is_new or position is None:
        return ""
    if standing.months is None:
        return "; that is more than you earn" if position < 0 else ""
    years = standing.months // _YEAR
    lasted = (
        f"{years} year{'s' * (years > 1)}"
        if years and years * _YEAR >= standing.new_for
        else f"{standing.months} months"
    )
    if position < 0:
        return f"; after {lasted} you earn less than that"
    if position <= 1:
        return f"; after {lasted} you earn no more than that"
    return f"; after {lasted} you are past it"
