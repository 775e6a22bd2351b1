"""Layouts of the guide's answers: the roles, and one role in full."""

from collections.abc import Callable, Sequence
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Level, Move, SkillLevel
from cscareer.guide.roles import RoleList, RoleReport, RoleRow, RoleStep
from cscareer.pay.ranges import Range
from cscareer.render.cells import DASH, Cell, PayRange, Years, count_of
from cscareer.render.document import Block, Bullets, Column, Document, Facts, Heading, Paragraph, Table
from cscareer.render.layouts.skills import PAYS_MORE

STAR = "★"
NO_RANGE = f"{DASH} no published range: no source we cite states one, and we don't guess."


def _role_list(answer: RoleList) -> Document:
    if not answer.roles:
        return Document(
            "Roles in customer service",
            [Paragraph("No role passes all of these filters. Leave one out, or try `cscareer roles`.")],
        )
    rows = [(_starred(row), str(row.level), str(row.track), pay_cell(row.pay)) for row in answer.roles]
    columns = [Column("Role", wraps=True), Column("Level"), Column("Track"), Column("Pay a year")]
    notes = []
    if any(row.in_demand for row in answer.roles):
        notes.append(f"{STAR} in demand: its source counts it among the year's most wanted jobs.")
    if any(row.starting for row in answer.roles):
        years = sorted(
            {str(source.year) for row in answer.roles if row.starting for source in row.pay.sources}
        )
        notes.append(f"Pay is what people start on, as published nationally ({', '.join(years)}).")
    if any(row.pay.low is None and row.pay.high is None for row in answer.roles):
        notes.append(NO_RANGE)
    first = answer.roles[0].title.lower()
    return Document(
        "Roles in customer service",
        [Paragraph(_counted(answer.roles)), Table(columns, rows)],
        notes,
        next_command=f'cscareer role "{first}"',
    )


def pay_cell(pay: Range) -> PayRange:
    """A range for a column headed "Pay a year": the period is said only where it is another."""
    return PayRange(pay.low, pay.high, pay.currency, None if pay.per == "year" else pay.per)


def _starred(row: RoleRow) -> str:
    return f"{row.title} {STAR}" if row.in_demand else row.title


def _counted(roles: Sequence[RoleRow]) -> str:
    return f"{count_of(len(roles), 'role')}, {count_of(sum(row.in_demand for row in roles), 'of them in demand', 'of them in demand')}."


def _role(answer: RoleReport) -> Document:
    facts: list[tuple[str, Cell]] = [
        ("Level", f"{answer.level} ({answer.level.rank + 1} of {len(Level)})"),
        ("Track", str(answer.track)),
        ("Pay", _pay_said(answer)),
        ("Works in", ", ".join(answer.industry_names)),
        (
            "Occupation",
            f"{answer.occupation.code} {answer.occupation.title} ({answer.occupation.match} match)",
        ),
        ("Also called", ", ".join(answer.aliases) or None),
    ]
    if answer.in_demand:
        facts.insert(2, ("In demand", f"{STAR} among the most wanted jobs of {answer.in_demand.year}"))
    blocks: list[Block] = [
        Paragraph(answer.summary, strong=True),
        Facts(facts),
        Heading("What you do"),
        Bullets(answer.responsibilities),
        Heading("Skills it wants"),
        Table(
            [Column("Skill", wraps=True), Column("Need"), Column("Level"), Column("Pays more")],
            [
                (
                    skill.name,
                    str(skill.need),
                    SkillLevel(skill.level).word,
                    "yes" if skill.pays_more else None,
                )
                for skill in answer.skills
            ],
        ),
    ]
    blocks += _moves("Where it leads", answer.next_roles)
    blocks += _moves("Where people come from", answer.previous_roles)
    notes = ["Skills, levels and years are our own judgement.", PAYS_MORE]
    if answer.occupation.match == "broad":
        notes.append("A broad match: official figures of that occupation cover many other jobs too.")
    return Document(
        answer.title, blocks, notes, next_command=f'cscareer gap "{answer.title.lower()}" --have "…"'
    )


def _pay_said(answer: RoleReport) -> str:
    pay = answer.pay
    if not pay.sources:
        return "no published range; we don't guess"
    starting = "starting pay, " if answer.starting else ""
    return f"{PayRange(pay.low, pay.high, pay.currency, pay.per)} ({starting}published {pay.sources[0].year}, {pay.area.name})"


def _moves(heading: str, steps: Sequence[RoleStep]) -> list[Block]:
    if not steps:
        return []
    rows = [
        (
            step.title,
            "promotion" if step.move is Move.PROMOTION else "sideways",
            Years(step.years.low, step.years.high),
        )
        for step in steps
    ]
    return [
        Heading(heading),
        Table([Column("Role", wraps=True), Column("Move"), Column("Typically after")], rows),
    ]


LAYOUTS: dict[type[Answer], Callable[[Any], Document]] = {RoleList: _role_list, RoleReport: _role}
