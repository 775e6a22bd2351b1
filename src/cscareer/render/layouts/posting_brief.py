"""What the first screen says of a job ad: its facts without what is said above, and its long lists by name."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.posting_models import GateKind
from cscareer.jobs.fit import PostingState
from cscareer.jobs.gates import Gate
from cscareer.jobs.marks import RaisedMark
from cscareer.jobs.posting import PostingReport
from cscareer.render.cells import Cell, listed
from cscareer.render.first_screen import lowered
from cscareer.render.layouts.posting_words import (
    GATE_STATES,
    GATES,
    KINDS,
    THEN,
    ask_in_brief,
    pay_said,
    yearly_said,
)

_ASKS_FIRST, _SKILLS_FIRST, _PAY_FIRST, _SIMILAR_FIRST = 4, 3, 2, 1
_AMOUNTS = frozenset((*KINDS.values(), THEN))  # the labels of amounts
_OPEN = frozenset({PostingState.NOT_SHOWN, PostingState.MISSING})


def facts_in_brief(answer: PostingReport, facts: Sequence[tuple[str, Cell]]) -> Iterator[tuple[str, Cell]]:
    """The facts of the first screen: what is said above of base pay isn't said again, nor what employers give."""
    base = answer.base_pay
    said = {"They give", "Posted", *(["Expect there"] if answer.standing and answer.standing.ends else [])}
    rows = [row for row in facts if row[0] not in said]
    amounts = [row for row in rows if row[0] in _AMOUNTS]
    plain = base is not None and not base.doubts and yearly_said(base) is None
    shown = [row for row in amounts if not (plain and base and row[1] == pay_said(base))][:_PAY_FIRST]
    for row in rows:
        if row[0] not in _AMOUNTS or row in shown:
            yield row


def asks_in_brief(asks: Sequence[RaisedMark]) -> Iterator[tuple[str, Cell]]:
    """What to look at twice, in a line."""
    if asks:
        more = len(asks) - _ASKS_FIRST
        said = "; ".join(ask_in_brief(mark) for mark in asks[:_ASKS_FIRST])
        yield "Look twice", f"{said} … and {more} more" if more > 0 else said


def lists_in_brief(answer: PostingReport) -> Iterator[tuple[str, Cell]]:
    """What the first screen says of the long lists: conditions by kind, skills by name, the first questions."""
    if must := _gates_in_brief(answer):
        yield "Must-haves", must
    required = [each for each in answer.skills if each.demand == "required"]
    if answer.fit is None:
        for demand, label in (("required", "Required"), ("preferred", "Welcome")):
            if names := [each.name for each in answer.skills if each.demand == demand]:
                yield label, _first_names(names)
    else:
        for label, names in (
            ("You have", [each.name for each in required if each.state not in _OPEN]),
            ("Not shown yet", [each.name for each in required if each.state in _OPEN]),
        ):
            if names:
                yield label, _first_names(names)
    if answer.fit and answer.fit.changes:
        lines = sorted({each.your_line for each in answer.fit.changes if each.your_line})
        yield (
            "Move up",
            f"in your resume, as they answer the ad: {'lines' if len(lines) > 1 else 'line'} {listed(list(map(str, lines)))}",
        )
    if answer.fit and answer.fit.similar:
        yield (
            "Fits better",
            listed([f"{each.title} ({each.share_met:.0%})" for each in answer.fit.similar[:_SIMILAR_FIRST]]),
        )
    if answer.questions and answer.fit is None:
        yield "Ask them", answer.questions[0]


def _first_names(names: Sequence[str]) -> str:
    more = len(names) - _SKILLS_FIRST
    return f"{', '.join(names[:_SKILLS_FIRST])} and {more} more" if more > 1 else listed(list(names))


def _gates_in_brief(answer: PostingReport) -> str:
    """The must-haves, each kind once, with how it stands."""
    required = [gate for gate in answer.gates if gate.demand == "required"]
    said: dict[GateKind, str] = {}
    for gate in required:
        alike = [each for each in required if each.kind is gate.kind]
        states = {GATE_STATES[each.state] for each in alike if each.state is not None}
        state = next((f" ({each})" for each in ("not met", "met") if each in states), "")
        said[gate.kind] = f"{lowered(GATES[gate.kind])}{_measure(alike)}{state}"
    return listed(list(said.values()))


def _measure(alike: Sequence[Gate]) -> str:
    """What a kind of gate alone doesn't tell: how many years, which languages."""
    if years := [gate.years for gate in alike if gate.kind is GateKind.YEARS and gate.years is not None]:
        return f" of work: {max(years):.2g}"
    languages = dict.fromkeys(name.capitalize() for gate in alike for name in gate.languages)
    return f": {' and '.join(languages)}" if languages else ""
