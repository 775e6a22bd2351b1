"""What a job ad says in facts, a line each: the job, where it is, what it pays, and what to expect and to ask for."""

from collections.abc import Iterator

from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.posting import PostingReport
from cscareer.jobs.stated_pay import StatedPay
from cscareer.pay.ranges import Amount
from cscareer.render.cells import Cell, Money, PayRange, count_of, listed
from cscareer.render.layouts.pay_words import the_place
from cscareer.render.layouts.posting_words import KINDS, THEN, pay_said, yearly_said

_MOST_PLACES = 5
_FIRM = 0.7  # from here on a reading of a title is said without "probably"
_LONGEST_TRAVEL = 70
_WORK_MODES = {"remote": "remote", "hybrid": "hybrid", "on-site": "on site"}


def posting_facts(answer: PostingReport, *, dubious: bool) -> Iterator[tuple[str, Cell]]:
    """What the job is, where, what it pays, and what pay to expect and to ask for."""
    if answer.role:
        sure = "" if (answer.role_sure or 0) >= _FIRM else " (probably)"
        yield "Role", f"{answer.role.title}{sure}"
    elif answer.occupation:
        yield "Role", f"none of the guide; occupation: {answer.occupation.title}"
    yield "Where", _where(answer)
    if work := _work(answer):
        yield "Work", work
    yield from _pay(answer, dubious=dubious)
    if answer.employer_gives:
        yield "They give", listed([each.value.replace("-", " ") for each in answer.employer_gives])
    if answer.posted:
        yield "Posted", answer.posted
    if answer.others:
        yield "Beside it", f"{count_of(answer.others, 'more ad')} stood there; this is the first"


def _work(answer: PostingReport) -> str:
    said = [each.value for each in answer.employment]
    if answer.hours_a_week:
        said.append(f"{answer.hours_a_week:g} hours a week")
    if answer.travel:
        said.append(f"travel: “{answer.travel.quote[:_LONGEST_TRAVEL]}”")
    return ", ".join(said)


def _pay(answer: PostingReport, *, dubious: bool) -> Iterator[tuple[str, Cell]]:
    """Every amount stated, each once, then what the role pays there and, of an ad to be trusted, what to ask for."""
    seen: set[tuple[str, str]] = set()
    before: StatedPay | None = None
    for pay in answer.pay:
        amount = (pay.kind.value, pay_said(pay.model_copy(update={"zone": None, "by_experience": False})))
        if amount in seen and pay.origin == "text" and answer.pay_agreement == "agree":
            continue
        seen.add(amount)
        yearly = yearly_said(pay)
        field = " (in its fields)" if pay.origin == "field" and answer.pay_agreement == "differ" else ""
        label = THEN if before is not None and _goes_on(before, pay) else KINDS[pay.kind]
        before = pay
        yield label, pay_said(pay) + (f" = {yearly}" if yearly else "") + field
    standing = answer.standing
    if standing is None:
        return
    expect = standing.expect
    kind = "starting pay" if standing.starting else "what we judge the role to pay"
    if expect.low is not None or expect.high is not None:
        yield (
            "Expect there",
            f"{PayRange(expect.low, expect.high, expect.currency)} a year, {kind} in {the_place(standing.location)}",
        )
    ask = standing.ends[-1].ask if standing.ends else None
    if ask and not dubious:
        there = f" in {the_place(standing.location)}" if answer.standing_by_place else ""
        yield "Ask for", f"{Money(ask.amount, ask.currency, ask.per)}{there}{_beside_its_top(answer, ask)}"


def _beside_its_top(answer: PostingReport, ask: Amount) -> str:
    """That what to ask for is the most that the ad offers, or more than the one amount it states, and what that means."""
    base = answer.base_pay
    most = (base.high or base.low) if base else None
    if base is None or most is None or base.per != ask.per or ask.amount < most:
        return ""
    if ask.amount == most:
        return ", the most the ad offers"
    top = Money(most, base.currency, cents=base.per == "hour")
    return f", above the ad's {top}; a no still leaves you that"


def _goes_on(before: StatedPay, pay: StatedPay) -> bool:
    """Whether base pay is what comes after that which stands before it: "$17.50 per hour, $18.50 after 90 days"."""
    both = (before, pay)
    return (
        all(each.kind is PayKind.BASE and each.origin == "text" and each.zone is None for each in both)
        and before.line == pay.line
        and before.per == pay.per
        and before.low is not None
        and before.low == before.high
        and pay.low is not None
        and before.low < pay.low
    )


def _where(answer: PostingReport) -> str:
    mode = _WORK_MODES[answer.work_mode.value] if answer.work_mode else ""
    names = [each.name for each in answer.locations]
    shown = (
        listed(names[:_MOST_PLACES])
        if len(names) <= _MOST_PLACES
        else f"{', '.join(names[:_MOST_PLACES])} and {len(names) - _MOST_PLACES} more"
    )
    if answer.states_only and names:
        shown = f"anywhere in {shown}"
    if answer.place_given:
        shown = f"{shown}, as you say; the ad doesn't"
    why = "abroad, where we know no wages" if answer.abroad else "no place we know"
    unknown = f"{', '.join(answer.unknown_places)} ({why})" if answer.unknown_places else ""
    if answer.abroad and not unknown:
        unknown = "abroad, where we know no wages"
    return "; ".join(part for part in (shown, unknown, mode) if part) or "not said"
