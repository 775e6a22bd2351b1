"""Layout of the gap between a person and a role."""

from collections.abc import Iterator

from cscareer.catalog.models import Need, SkillLevel
from cscareer.pay.ranges import NATION_ID
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Check,
    Checklist,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
)
from cscareer.render.cells import Cell, PayRange, Percent, count_of, some
from cscareer.render.layouts.certificate_words import CERTIFICATES, certificate_lines
from cscareer.render.layouts.pay_kinds import legend, role_basis_said
from cscareer.render.layouts.pay_words import the_area
from cscareer.render.layouts.skill_notes import ASSUMED, ASSUMED_AND_JUDGED, JUDGEMENT, PAYS_MORE
from cscareer.render.layouts.skill_words import (
    how_said,
    quotes,
    takes_said,
    uncounted,
    uncounted_notes,
)
from cscareer.render.text import typed
from cscareer.skills.gap import GapItem, GapReport, Met, OtherSkill, SkillState, Verdict

_VERDICTS = {
    Verdict.READY: "You have what this role requires. Time to apply.",
    Verdict.CLOSE: "You're close: little stands between you and this role.",
    Verdict.HALFWAY: "You're on the way: part of what it requires is there, and the rest can be learned.",
    Verdict.STARTING: "There is a way to go, and each step below can be learned. Start with the first one.",
}
_NAMED, _OPEN = 3, 2  # skills of a kind that the first screen names: had, and open
_ALIKE = 1e-6  # of a share
_SHORT = {
    Verdict.CLOSE: "You're close",
    Verdict.HALFWAY: "You're on the way",
    Verdict.STARTING: "There is a way to go",
}


def gap_report(answer: GapReport) -> Page:
    helpful = f", {_met(answer.helpful)} helpful" if answer.helpful.total else ""
    met = f"{_met(answer.required)} required{helpful}; {_share(answer)}"
    blocks: list[Block] = [Paragraph(gap_verdict(answer), strong=True)]
    beside = list(_beside(answer))
    facts = [("Met", met), *_in_brief(answer), *_first_step(answer), *beside]
    blocks.append(Brief([Facts(facts, spare=len(beside))]))
    rest: list[Block] = [Paragraph(f"Met: {met}.")]
    if said := role_basis_said(answer.pay):
        pay = PayRange(answer.pay.low, answer.pay.high, answer.pay.currency, answer.pay.per)
        rest.append(Paragraph(f"It pays {pay} in {the_area(answer.pay.area)} ({said})."))
    if said := _raises_most(answer, 3):
        rest.append(Paragraph(f"Would raise it most: {said}"))
    if answer.opens_most:
        rest.append(Paragraph(f"{_opens(answer)}."))
    certificates = certificate_lines((item.id, item.certificates) for item in answer.skills)
    for need, heading in ((Need.REQUIRED, "Required"), (Need.HELPFUL, "Helpful")):
        items = [item for item in answer.skills if item.need is need]
        if items:
            rest += [
                Heading(heading),
                Checklist([_check(item, certificates.get(item.id)) for item in items]),
            ]
    if answer.other_skills:
        rest += [Heading("You also have"), Bullets([_proved(skill) for skill in answer.other_skills])]
    rest += uncounted(answer.maybe, answer.nearly)
    blocks.append(Rest(rest))
    assumed = any(item.level_stated is False for item in answer.skills)
    return Page(
        f"Your way to {answer.role.title}",
        blocks,
        _notes(answer),
        next_command=_next(answer),
        first_notes=[ASSUMED_AND_JUDGED if assumed else JUDGEMENT],
    )


def _share(answer: GapReport) -> str:
    """The share met, and why it isn't the count of skills met."""
    share = Percent(answer.share_met * 100)
    if any(item.state is SkillState.BELOW for item in answer.skills):
        return f"{share} with what is partly there"
    return f"{share} in all, required ones twice"


def _opens(answer: GapReport) -> str:
    """Which skill stands before the most of the ads that the person keeps."""
    first = answer.opens_most[0]
    return f"{first.name} stands before {first.ads} of the {count_of(answer.kept_ads, 'ad')} you keep"


def _in_brief(answer: GapReport) -> Iterator[tuple[str, Cell]]:
    """Which skills are there and which are open, in a line or two each."""
    required = [item for item in answer.skills if item.need is Need.REQUIRED]
    have = [item.name for item in answer.skills if item.state is SkillState.HAVE]
    if have:
        yield "You have", some(have, _NAMED)
    below = [
        f"{item.name} ({standing(item.state, item.held_level, item.wanted_level)})"
        for item in required
        if item.state is SkillState.BELOW
    ]
    if below:
        yield "Deepen", some(below, 1)
    for state, label in ((SkillState.MISSING, "Learn"), (SkillState.NOT_SHOWN, "Not shown")):
        for taught in (False, True):
            names = [item.name for item in required if item.state is state and item.taught is taught]
            if names:
                yield "Taught there" if taught else label, some(names, _OPEN)
    if answer.maybe:
        yield "Perhaps", f"{some([skill.name for skill in answer.maybe], 2)}; say --have NAME to count it"
    if answer.nearly:
        yield "Misspelt?", f"{some([skill.name for skill in answer.nearly], 2)}; --accept-near counts it"


def _beside(answer: GapReport) -> Iterator[tuple[str, Cell]]:
    """What isn't needed to begin: what raises the share most, what the role pays, and what only helps."""
    if said := _raises_most(answer, 2):
        yield "Raises most", said
    if said := role_basis_said(answer.pay):
        pay = PayRange(answer.pay.low, answer.pay.high, answer.pay.currency, answer.pay.per)
        where = "" if answer.pay.area.id == NATION_ID else f" in {the_area(answer.pay.area)}"
        yield "It pays", f"{pay}{where} ({said})"
    still_open = [item for item in answer.skills if item.state is not SkillState.HAVE]
    if helps := [item.name for item in still_open if item.need is Need.HELPFUL]:
        yield "Would help", some(helps, 1)


def _first(answer: GapReport) -> GapItem | None:
    """The open skill to begin with."""
    return next((item for item in answer.skills if item.id in answer.begin_with[:1]), None)


def _first_step(answer: GapReport) -> Iterator[tuple[str, Cell]]:
    """The step to begin with, and the skill that stands before the most ads."""
    first = _first(answer)
    if first and (step := first_step(answer, first)):
        yield "First step", f"{first.name}{_why_first(answer, first)}. {step}"
    if answer.opens_most:
        yield "Opens ads", _opens(answer)


def first_step(answer: GapReport, item: GapItem) -> str | None:
    """The step for a skill in short: to show it where something points at it, else to learn it."""
    if answer.is_hinted(item):
        return f"If you have done it, show it. {item.show_step}"
    return item.next_step


def _why_first(answer: GapReport, first: GapItem) -> str:
    """Why a skill comes first that isn't one of those that raise the share most, in brackets."""
    most = max((item.gain for item in answer.skills if not item.taught), default=0)
    if most - first.gain < _ALIKE:
        return ""
    helpful = all(item.need is Need.HELPFUL for item in answer.skills if most - item.gain < _ALIKE)
    if first.need is Need.REQUIRED and helpful:
        return " (required, so before what helps)"
    return " (your next role asks for it, too)" if answer.next_role else " (your own role has the rest)"


def _raises_most(answer: GapReport, most_named: int) -> str | None:
    """Which skill would raise the share met most; of several that would alike, how many and which."""
    if not answer.raises_most:
        return None
    items = {item.id: item for item in answer.skills}
    most = items[answer.raises_most[0]].gain
    tied = [
        items[each].name
        for each in answer.begin_with
        if items[each].gain and not items[each].taught and abs(items[each].gain - most) < _ALIKE
    ]
    points = count_of(round(most * 100), "point")
    if len(tied) == 1:
        return f"{tied[0]}, by {points}."
    return f"{len(tied)} skills alike, by {points} each: {some(tied, most_named)}."


def _notes(answer: GapReport) -> list[str]:
    not_shown = any(item.state is SkillState.NOT_SHOWN for item in answer.skills)
    notes = [
        f"✔ have   ◐ below the wanted level   ☐ {'not shown' if not_shown else 'missing'}",
        "The share met counts required skills twice and helpful ones once, each by how much of its level is there.",
        JUDGEMENT,
    ]
    if any(item.pays_more for item in answer.skills):
        notes.insert(1, PAYS_MORE)
    if any(item.certificates for item in answer.skills):
        notes.append(CERTIFICATES)
    notes += map(str, legend([answer.pay]))
    if any(item.level_stated is False for item in answer.skills):
        notes.append(ASSUMED)
    notes += uncounted_notes(answer.maybe, answer.nearly)
    return notes


def gap_verdict(answer: GapReport) -> str:
    """The answer in a sentence; from a resume, what isn't shown may well be there."""
    own = answer.your_role
    if own and own.id == answer.role.id:
        return (
            "This is your own role: you do it."
            if own.current
            else "This was your own role: you have done it."
        )
    still_open = [
        item for item in answer.skills if item.need is Need.REQUIRED and item.state is not SkillState.HAVE
    ]
    if answer.verdict is Verdict.CLOSE and not any(item.state is SkillState.NOT_SHOWN for item in still_open):
        count = sum(not item.taught for item in still_open)
        stand = "stands" if count == 1 else "stand"
        return f"You're close: {count_of(count, 'required skill')} {stand} between you and this role."
    unseen = sum(item.state is SkillState.NOT_SHOWN and not item.taught for item in still_open)
    if not unseen or answer.verdict is Verdict.READY:
        return _VERDICTS[answer.verdict]
    said = f"{unseen} required {'skill is' if unseen == 1 else 'skills are'} not shown: show what you have, and learn the rest."
    return f"{_SHORT[answer.verdict]}: {said}"


def _met(met: Met) -> str:
    return f"{met.met} of {met.total}"


def standing(state: SkillState, held: int | None, wanted: int) -> str:
    """How a person stands with a skill, in words: "working, wanted expert"."""
    asked = SkillLevel(wanted).word
    if state in {SkillState.MISSING, SkillState.NOT_SHOWN}:
        return f"{'missing' if state is SkillState.MISSING else 'not shown'}, wanted {asked}"
    if held is None:
        return f"level not stated, wanted {asked}"
    word = SkillLevel(held).word
    return word if held == wanted else f"{word}, wanted {asked}"


def _check(item: GapItem, certificate: str | None) -> Check:
    stands = standing(item.state, item.held_level, item.wanted_level)
    if item.how:
        stands += f" · {how_said(item.how)}" + ("" if item.level_stated else ", no level stated")
    if item.taught and item.state is not SkillState.HAVE:
        stands += " · employers teach it"
    return Check(
        item.state,
        item.name,
        stands + (" · pays more" if item.pays_more else ""),
        _step(item),
        [*_proofs(item), *([certificate] if certificate else [])],
    )


def _step(item: GapItem) -> str | None:
    """What to do next: to show the skill, if it is there, before to learn it."""
    if item.show_step and item.next_step:
        return f"If you have done it, show it. {item.show_step} If not: {item.next_step}"
    return item.next_step


def _proofs(item: GapItem) -> list[str]:
    """How long the skill takes, and the words that prove it."""
    proofs = [f"Takes {takes_said(item.takes)}"] if item.takes else []
    proofs += quotes(item.evidence)
    return proofs + ([f"In your profile: {item.kept_evidence}"] if item.kept_evidence else [])


def _proved(skill: OtherSkill) -> str:
    """A skill that the role doesn't ask for, with the words that prove it."""
    proofs = [*quotes(skill.evidence), *([skill.kept_evidence] if skill.kept_evidence else [])]
    return f"{skill.name} ({how_said(skill.how)}). {'; '.join(proofs)}" if proofs else skill.name


def _next(answer: GapReport) -> str:
    first = _first(answer)
    if first:
        return f"cscareer skill {typed(first.name)}"
    return f"cscareer pay {typed(answer.role.title)}"
