"""Layouts of the answers about skills: the list, one in full, and a person's gap."""

from collections.abc import Callable
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Need, SkillKind, SkillLevel
from cscareer.render.cells import Cell, Percent, count_of
from cscareer.render.document import (
    Block,
    Bullets,
    Check,
    Checklist,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
)
from cscareer.render.layouts.matching import MATCHING
from cscareer.render.layouts.skill_words import JUDGEMENT, NEARLY, PAYS_MORE, quoted_evidence
from cscareer.render.text import quoted
from cscareer.skills.gap import GapItem, GapReport, Met, SkillState, Verdict
from cscareer.skills.listing import SkillList, SkillReport, SkillRow


def kind_said(kind: SkillKind) -> str:
    """The kind as a person writes it."""
    return "AI" if kind is SkillKind.AI else str(kind)


def _skill_list(answer: SkillList) -> Document:
    title = f"Skills a {answer.role.title} needs" if answer.role else "Skills in customer service"
    if not answer.skills:
        return Document(
            title,
            [Paragraph("No skill passes all of these filters. Leave one out, or try `cscareer skills`.")],
        )
    columns = [Column("Skill", wraps=True), Column("Kind")]
    columns += [Column("Need"), Column("Level")] if answer.role else [Column("Roles", right=True)]
    columns.append(Column("Pays more"))
    notes = [PAYS_MORE]
    if answer.role:
        notes.append(JUDGEMENT)
    else:
        notes.append("Roles: how many of the guide's roles want it.")
    return Document(
        title,
        [
            Paragraph(f"{count_of(len(answer.skills), 'skill')}."),
            Table(columns, [_row(row, answer) for row in answer.skills]),
        ],
        notes,
        next_command=f"cscareer skill {quoted(answer.skills[0].name.lower())}",
    )


def _row(row: SkillRow, answer: SkillList) -> tuple[Cell, ...]:
    pays = "yes" if row.pays_more else None
    if answer.role and row.level:
        return row.name, kind_said(row.kind), str(row.need), SkillLevel(row.level).word, pays
    return row.name, kind_said(row.kind), row.wanted_by, pays


def _skill(answer: SkillReport) -> Document:
    facts: list[tuple[str, Cell]] = [("Kind", kind_said(answer.kind))]
    if answer.pays_more:
        facts.append(("Pays more", answer.pays_more.claim))
    if answer.takes:
        facts.append(
            ("Takes", f"{answer.takes.low}–{answer.takes.high} {answer.takes.unit}: {answer.takes.claim}")
        )
    if answer.onet:
        facts.append(("O*NET", f"{answer.onet.name} ({answer.onet.id})"))
    facts.append(("Also called", ", ".join(answer.aliases) or None))
    levels = [
        (f"{level.value} {level.word}", answer.levels.at(level), answer.build.at(level))
        for level in SkillLevel
    ]
    blocks: list[Block] = [
        Paragraph(answer.summary, strong=True),
        Facts(facts),
        Heading("Levels"),
        Table(
            [
                Column("Level"),
                Column("What a person there does", wraps=True),
                Column("How to get there", wraps=True),
            ],
            levels,
        ),
        Heading("How to prove it"),
        Bullets(answer.prove),
    ]
    if answer.roles:
        rows = [
            (role.title, str(role.career_level), str(role.need), SkillLevel(role.level).word)
            for role in answer.roles
        ]
        columns = [Column("Role", wraps=True), Column("Career level"), Column("Need"), Column("Skill level")]
        blocks += [Heading("Who wants it"), Table(columns, rows)]
    command = f"cscareer role {quoted(answer.roles[-1].title.lower())}" if answer.roles else "cscareer skills"
    return Document(answer.name, blocks, [JUDGEMENT], next_command=command)


_VERDICTS = {
    Verdict.READY: "You have what this role requires. Time to apply.",
    Verdict.CLOSE: "You're close: a few required skills stand between you and this role.",
    Verdict.HALFWAY: "You're on the way: part of what it requires is there, and the rest can be learned.",
    Verdict.STARTING: "There is a way to go, and each step below can be learned. Start with the first one.",
}


def _gap(answer: GapReport) -> Document:
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
    return Document(f"Your way to {answer.role.title}", blocks, notes, next_command=_next(answer))


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


LAYOUTS: dict[type[Answer], Callable[[Any], Document]] = {
    SkillList: _skill_list,
    SkillReport: _skill,
    GapReport: _gap,
    **MATCHING,
}
