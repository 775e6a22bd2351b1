"""Layouts of the answers about skills: the list, and one in full."""

from collections.abc import Iterator

from cscareer.catalog.models import SkillKind, SkillLevel
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Column,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
)
from cscareer.render.cells import Cell, count_of, listed, some
from cscareer.render.layouts.certificate_words import certificate_said
from cscareer.render.layouts.skill_notes import JUDGEMENT, PAYS_MORE
from cscareer.render.layouts.skill_words import takes_said
from cscareer.render.text import typed
from cscareer.skills.listing import SkillList, SkillReport, SkillRow


def kind_said(kind: SkillKind) -> str:
    """The kind as a person writes it."""
    return "AI" if kind is SkillKind.AI else str(kind)


def skill_list(answer: SkillList) -> Page:
    title = f"Skills a {answer.role.title} needs" if answer.role else "Skills in customer service"
    if not answer.skills:
        return Page(
            title,
            [Paragraph("No skill passes all of these filters. Leave one out, or try `cscareer skills`.")],
        )
    columns = [Column("Skill", wraps=True), Column("Kind")]
    columns += [Column("Need"), Column("Level")] if answer.role else [Column("Roles", right=True)]
    columns.append(Column("Pays more", without=""))
    notes = [PAYS_MORE]
    if answer.role:
        notes.append(JUDGEMENT)
    else:
        notes.append("Roles: how many of the guide's roles want it.")
    return Page(
        title,
        [
            Paragraph(f"{count_of(len(answer.skills), 'skill')}."),
            Table(columns, [_row(row, answer) for row in answer.skills]),
        ],
        notes,
        next_command=f"cscareer skill {typed(answer.skills[0].name)}",
    )


def _row(row: SkillRow, answer: SkillList) -> tuple[Cell, ...]:
    pays = "yes" if row.pays_more else None
    if answer.role and row.level:
        return row.name, kind_said(row.kind), str(row.need), SkillLevel(row.level).word, pays
    return row.name, kind_said(row.kind), row.wanted_by, pays


def _in_brief(answer: SkillReport) -> Iterator[tuple[str, Cell]]:
    """What each level looks like, how to begin, how to prove it, and who wants it."""
    for level in SkillLevel:
        yield f"{level.value} {level.word}", answer.levels.at(level)
    yield "Begin", answer.build.at(SkillLevel.BASIC)
    if answer.certificates:
        yield "Certificates", some([each.name for each in answer.certificates], 1)
    else:
        yield "Prove it", next(iter(answer.prove), None)
    if answer.pays_more:
        said = [source.in_a_line for source in answer.sources if source.id in answer.pays_more.sources]
        yield "Pays more", f"so says {listed(said)}"
    if answer.roles:
        yield "Wanted by", some([role.title for role in answer.roles], 1)


def skill_report(answer: SkillReport) -> Page:
    facts: list[tuple[str, Cell]] = [("Kind", kind_said(answer.kind))]
    if answer.pays_more:
        facts.append(("Pays more", answer.pays_more.claim))
    if answer.takes:
        facts.append(("Takes", takes_said(answer.takes)))
    if answer.onet:
        facts.append(("O*NET", f"{answer.onet.name} ({answer.onet.id})"))
    facts.append(("Also called", ", ".join(answer.aliases) or None))
    levels = [
        (f"{level.value} {level.word}", answer.levels.at(level), answer.build.at(level))
        for level in SkillLevel
    ]
    rest: list[Block] = [
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
        Bullets([*answer.prove, *([f"A line like: “{answer.sample}”"] if answer.sample else [])]),
    ]
    if answer.certificates:
        rest += [
            Heading("Certificates and courses"),
            Bullets(list(map(certificate_said, answer.certificates))),
        ]
    if answer.roles:
        rows = [
            (role.title, str(role.career_level), str(role.need), SkillLevel(role.level).word)
            for role in answer.roles
        ]
        columns = [Column("Role", wraps=True), Column("Career level"), Column("Need"), Column("Skill level")]
        rest += [Heading("Who wants it"), Table(columns, rows)]
    blocks: list[Block] = [
        Paragraph(answer.summary, strong=True),
        Brief([Facts(list(_in_brief(answer)), spare=1)]),
        Rest(rest),
    ]
    command = f"cscareer role {typed(answer.roles[-1].title)}" if answer.roles else "cscareer skills"
    return Page(answer.name, blocks, [JUDGEMENT], next_command=command)
