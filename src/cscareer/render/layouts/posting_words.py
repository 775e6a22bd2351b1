"""Words on stated pay, gates and marks, which the answers about job ads share."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.posting_models import GateKind, PayKind
from cscareer.jobs.fit import PersonFit, PostingState
from cscareer.jobs.gates import Gate, GateState
from cscareer.jobs.marks import RaisedMark
from cscareer.jobs.standing import PayStanding, PlaceStanding, StandingEnd
from cscareer.jobs.stated_pay import StatedPay
from cscareer.pay.money import Number
from cscareer.pay.percentiles import Percentile
from cscareer.render.cells import DASH, Money
from cscareer.render.first_screen import lowered
from cscareer.skills.fit import Verdict

PER = {
    "hour": "an hour", "day": "a day", "week": "a week", "two-weeks": "every two weeks", "half-month": "twice a month",
    "month": "a month", "quarter": "a quarter", "year": "a year", "once": "once", "piece": "for each", "percent": "of base pay", None: "(no period stated)",
}  # fmt: skip
KINDS = {
    PayKind.BASE: "Base pay", PayKind.OTE: "In all, as hoped for", PayKind.COMMISSION: "Commission", PayKind.BONUS: "Bonus",
    PayKind.SIGN_ON: "Sign-on bonus", PayKind.DIFFERENTIAL: "Differential", PayKind.TRAINING: "While in training",
    PayKind.ALLOWANCE: "Allowance", PayKind.RAISE: "Later on", PayKind.NONE: "Other",
}  # fmt: skip
THEN = "Then"  # base pay that comes after some time
GATES = {
    GateKind.DEGREE: "Schooling", GateKind.LICENCE: "Licence", GateKind.YEARS: "Years", GateKind.LANGUAGE: "Language",
    GateKind.SHIFT: "Hours", GateKind.LOCATION: "Place", GateKind.BACKGROUND_CHECK: "Checks", GateKind.EQUIPMENT: "Equipment",
    GateKind.AGE: "Age", GateKind.PHYSICAL: "Physical demands", GateKind.WORK_AUTHORIZATION: "Right to work",
    GateKind.VACCINATION: "Vaccines",
}  # fmt: skip
STATES = {
    PostingState.HAVE: "have", PostingState.SHOWN: "shown", PostingState.PARTLY: "partly", PostingState.NOT_SHOWN: "not shown",
    PostingState.MISSING: "missing", None: DASH,
}  # fmt: skip
GATE_STATES = {
    GateState.MET: "met",
    GateState.NOT_MET: "not met",
    GateState.NOT_KNOWN: "not known",
    None: DASH,
}
_FITS = {
    Verdict.READY: "You fit",
    Verdict.CLOSE: "You are close",
    Verdict.HALFWAY: "You are about halfway",
    Verdict.STARTING: "Much of it is new to you",
}
NO_VERDICT = "Whether that is much can't be said: official wages count this work together with whatever fits no other occupation."
_BRIEF_QUOTE = 60
_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}
_STANDINGS = {
    "above-p75": "more than what three in four there earn",
    "above-median": "the middle of the occupation there or more",
    "below-median": "under the middle of the occupation there",
    "below-p25": "three in four who do this work there earn more",
    "unknown": "no wages there to hold it against",
}


def pay_said(pay: StatedPay) -> str:
    """An amount as an ad states it: "$18.50 – $21.00 an hour", "up to $52,000 a year"."""
    if pay.per == "percent":
        return f"{_percent(pay.low, pay.high)} {PER[pay.per]}"
    ends = _ends(pay.low, pay.high, pay.currency, cents=pay.per == "hour")
    by = ", by experience" if pay.by_experience else ""
    zone = f" ({pay.zone})" if pay.zone else ""
    return f"{ends} {PER[pay.per]}{by}{zone}"


def _percent(low: Number | None, high: Number | None) -> str:
    if low is None:
        return f"up to {high:g}%"
    return f"{low:g}%" if low == high else f"from {low:g}%" if high is None else f"{low:g}–{high:g}%"


def yearly_said(pay: StatedPay) -> str | None:
    """What it comes to in a year, where that isn't what is stated."""
    if pay.per in {"year", None} or (pay.yearly_low is None and pay.yearly_high is None):
        return None
    hours = f" at {pay.hours:,} hours" if pay.hours else ""
    return f"{_ends(_whole(pay.yearly_low), _whole(pay.yearly_high), pay.currency)} a year{hours}"


def _whole(amount: Number | None) -> int | None:
    return None if amount is None else round(amount)


def _ends(low: Number | None, high: Number | None, currency: str, *, cents: bool = False) -> str:
    shown_low, shown_high = (
        None if end is None else str(Money(end, currency, cents=cents)) for end in (low, high)
    )
    if shown_low is None:
        return f"up to {shown_high}"
    if shown_high is None:
        return f"from {shown_low}"
    return shown_low if shown_low == shown_high else f"{shown_low} {DASH} {shown_high}"


def standing_said(standing: PayStanding) -> str:
    """Where stated pay stands there, in a few words."""
    first, last = standing.ends[0], standing.ends[-1]
    low, high = _percentile(first), _percentile(last)
    if first.standing == last.standing:
        return _STANDINGS[first.standing] + (
            f" (percentile {low})"
            if low and low == high
            else f" (percentiles {low} to {high})"
            if low and high
            else ""
        )
    if low and high:
        return f"between the {ordinal(low)} and the {ordinal(high)} of 100 who do this work there, counted from the lowest paid"
    return " to ".join(
        f"{_STANDINGS[end.standing]}" + (f" (percentile {said})" if said else "")
        for end, said in ((first, low), (last, high))
    )


def ordinal(number: str) -> str:
    """A whole number as a place in a row: "21st", "13th"."""
    teens = number[-2:-1] == "1"
    return number + ("th" if teens else _ORDINALS.get(number[-1], "th"))


def _percentile(end: StandingEnd) -> str:
    found = end.percentile
    return "" if found is None or found.value is None else f"{found.value:.0f}"


def by_place_said(places: Sequence[PlaceStanding]) -> str:
    """Where stated pay stands in several places: from its lowest percentile to its highest, with the places of both."""
    ranked = [(_rank(end), end, each) for each in places for end in (each.low, each.high) if end is not None]
    if not ranked:
        return ""
    low, high = min(ranked, key=lambda each: each[0]), max(ranked, key=lambda each: each[0])
    ends = " to ".join(f"{percentile_said(end)} in {each.location.name}" for _, end, each in (low, high))
    return f"percentile {ends}, over its {len(places)} places"


def _rank(stands: Percentile) -> float:
    if stands.value is not None:
        return stands.value
    return (stands.low or 0) + 0.5 if stands.low is not None else (stands.high or 0) - 0.5


def percentile_said(stands: Percentile) -> str:
    """A percentile in a few words: "42", "under 10", "over 90"."""
    if stands.value is not None:
        return f"{stands.value:.0f}"
    if stands.low is None:
        return f"under {stands.high}"
    return f"over {stands.low}" if stands.high is None else f"{stands.low}–{stands.high}"


def percentiles_said(place: PlaceStanding) -> str | None:
    """Both ends of the pay in one place."""
    said = [percentile_said(end) for end in (place.low, place.high) if end is not None]
    return None if not said else said[0] if said[0] == said[-1] else f"{said[0]} to {said[-1]}"


def middle_said(place: PlaceStanding) -> str | None:
    """What the one in the middle of the occupation earns in a place."""
    middle = place.wages.at("median") if place.wages else None
    if place.wages is None or middle is None:
        return None
    hourly = place.wages.per == "hour"
    return f"{Money(middle, 'USD', cents=hourly)} {PER[place.wages.per]}"


def fit_said(fit: PersonFit) -> str:
    """The one line on how a person fits."""
    if not fit.required_total:
        return f"No skill is required outright; {fit.share_met:.0%} of what is welcome is there."
    blocked = ""
    if fit.blocked:
        blocked = f", but {fit.blocked} must-have{'s are' if fit.blocked > 1 else ' is'} not met"
    return f"{_FITS[fit.verdict]}: {fit.required_met} of {fit.required_total} required skills are there ({fit.share_met:.0%} of all it asks){blocked}."


def gate_said(gate: Gate) -> str:
    """A gate in the words of the ad, and whether it is met."""
    welcome = " (welcome)" if gate.demand == "preferred" else ""
    state = f" {DASH} {GATE_STATES[gate.state]}" if gate.state is not None else ""
    because = f" {gate.because}" if gate.because else ""
    return (
        f"{GATES[gate.kind]}{welcome}: “{gate.quote}”{state}.{because}"
        if state
        else f"{GATES[gate.kind]}{welcome}: “{gate.quote}”"
    )


def marks_in_brief(marks: Sequence[RaisedMark]) -> Iterator[str]:
    """Marks with what shows them, as short as they go, one each, so that they can be counted; words that show several stand once."""
    quoted: set[str] = set()
    for mark in marks:
        quote = mark.quote
        if quote is None or quote in quoted:
            why = mark.detail if quote is None else "the same words"
            yield f"{mark.says}{f' ({why})' if why else ''}"
            continue
        quoted.add(quote)
        cut = len(quote) > _BRIEF_QUOTE
        shown = f"{quote[:_BRIEF_QUOTE].rsplit(' ', 1)[0]} …" if cut else quote
        yield f"{mark.says}: “{shown}”"


def ask_in_brief(mark: RaisedMark) -> str:
    """What to look at twice in a few words; its quote is told in full."""
    says = lowered(mark.says)
    return f"{says} ({mark.detail})" if mark.detail else says


def mark_said(mark: RaisedMark) -> str:
    """A mark, with what shows it and why it matters."""
    detail = f" ({mark.detail})" if mark.detail else ""
    quote = f": “{mark.quote}”" if mark.quote else ""
    return f"{mark.says}{detail}{quote} {mark.why}" if quote else f"{mark.says}{detail}. {mark.why}"
