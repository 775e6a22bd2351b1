"""Layout of the gap between a person and a role."""

from cscareer.catalog.models import Need, SkillLevel
from cscareer.render.blocks import (
    Block,
    Bullets,
    Check,
    Checklist,
    Heading,
    Page,
    Paragraph,
)
from cscareer.render.cells import Percent
from cscareer.render.layouts.skill_words import JUDGEMENT, NEARLY, PAYS_MORE, quoted_evidence
from cscareer.render.text import quoted
from cscareer.skills.gap import GapItem, GapReport, Met, SkillState, Verdict

_VERDICTS = {
    Verdict.READY: "You have what this role requires. Time to apply.",
    Verdict.CLOSE: "You're close: a few required skills stand between you and this role.",
    Verdict.HALFWAY: "You're on the way: part of what it requires is there, and the rest can be learned.",
    Verdict.STARTING: "There is a way to go, and each step below can be learned. Start with the first one.",
}


def gap_report(answer: GapReport) -> Page:
    blocks: list[Block] = [
        Paragraph(_VERDICTS[answer.verdict], strong=True),
        Paragraph(
            f"Required {_met(answer.required)}, helpful {_met(answer.helpful)}. "
            f"Share met: {Percent(answer.share_met * 100)}."
        ),
    ]
    if answer.raises_most:
        gains = {item.id: f"{item.name} (+{item.gain * 100:.0f} points)" for item in answer.skills}
        blocks.append(
            Paragraph(f"Would raise it most: {', '.join(gains[skill] for skill in answer.raises_most)}.")
        )
    for need, heading in ((Need.REQUIRED, "Required"), (Need.HELPFUL, "Helpful")):
        items = [item for item in answer.skills if item.need is need]
        if items:
            blocks += [Heading(heading), Checklist([_check(item) for item in items])]
    if answer.other_skills:
        blocks += [Heading("You also have"), Bullets([skill.name for skill in answer.other_skills])]
    if answer.nearly:
        nearly = [f"{skill.name}: {quoted_evidence(skill.evidence[0])}" for skill in answer.nearly]
        blocks += [Heading("Nearly found, not counted"), Bullets(nearly)]
    notes = [
        "✔ have   ◐ below the wanted level   ☐ missing",
        "Share met counts required skills twice and helpful ones once, each by how much of its level is there.",
        JUDGEMENT,
    ]
    if any(item.pays_more for item in answer.skills):
        notes.insert(1, PAYS_MORE)
    if answer.nearly:
        notes.append(NEARLY)
    return Page(f"Your way to {answer.role.title}", blocks, notes, next_command=_next(answer))


def _met(met: Met) -> str:
    return f"{met.met} of {met.total}"


def standing(state: SkillState, held: int | None, wanted: int) -> str:
    """How a person stands with a skill, in words: "working, wanted expert"."""
    asked = SkillLevel(wanted).word
    if state is SkillState.MISSING:
        return f"missing, wanted {asked}"
    if held is None:
        return f"level not stated, wanted {asked}"
    word = SkillLevel(held).word
    return word if held == wanted else f"{word}, wanted {asked}"


def _check(item: GapItem) -> Check:
    stands = standing(item.state, item.held_level, item.wanted_level)
    return Check(
        item.state,
        item.name,
        stands + (" · pays more" if item.pays_more else ""),
        item.next_step,
        _proofs(item),
    )


def _proofs(item: GapItem) -> list[str]:
    """How long the skill takes, and the words that prove it."""
    proofs = (
        [f"Takes {item.takes.low}–{item.takes.high} {item.takes.unit}: {item.takes.claim}"]
        if item.takes
        else []
    )
    proofs += [quoted_evidence(evidence) for evidence in item.evidence]
    return proofs + ([f"In your profile: {item.kept_evidence}"] if item.kept_evidence else [])


def _next(answer: GapReport) -> str:
    first_open = next((item for item in answer.skills if item.state is not SkillState.HAVE), None)
    if first_open:
        return f"cscareer skill {quoted(first_open.name.lower())}"
    return f"cscareer pay {quoted(answer.role.title.lower())}"
