"""Layouts of the guide's answers: the roles, and one role in full."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import Level, Move, Need, SkillLevel
from cscareer.guide.roles import RoleList, RoleReport, RoleRow, RoleSort, RoleStep
from cscareer.pay.local import RoleRange
from cscareer.pay.statistics import median_of
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
    Vital,
)
from cscareer.render.cells import STAR, Cell, Kinded, PayRange, Years, count_of, some
from cscareer.render.layouts.gap_words import gap_command
from cscareer.render.layouts.pay_kinds import kind_cell, legend, role_basis_said, typical_said
from cscareer.render.layouts.pay_words import (
    amount_cell,
    median_line,
    median_short,
    notes_on,
    pay_cell,
    place_lines,
    prices_line,
    prices_short,
    role_notes,
    years_said,
)
from cscareer.render.layouts.skill_notes import PAYS_MORE
from cscareer.render.text import quoted, typed

SORTED_BY_PAY = "Sorted by typical pay, one kind of figure for all. A catch-all occupation gives none, so its roles come last."


_SPARE = 2  # what a first screen can do without: where it leads, and from where people come


def role_list(answer: RoleList) -> Page:
    if not answer.roles:
        return Page(
            "Roles in customer service",
            [Paragraph("No role passes all of these filters. Leave one out, or try `cscareer roles`.")],
        )
    typical = [Column("Typical", right=True)] if _tells_typical(answer) else []
    columns = [Column("Role", wraps=True), Column("Level"), Column("Pay a year"), Column("Kind"), *typical]
    rows = [tuple(_cells(row, answer)) for row in answer.roles]
    first = answer.roles[0].title
    where = f" in {answer.location.name}" if answer.location else ""
    place = f" -l {quoted(answer.location.said)}" if answer.location else ""
    return Page(
        f"Roles in customer service{where}",
        [
            Paragraph(_counted(answer.roles) + _span(answer)),
            *(place_lines([answer.location]) if answer.location else ()),
            Brief([_a_line_each(answer, typical)]),
            Rest([Table(columns, rows)]),
        ],
        list(_notes(answer)),
        next_command=f"cscareer role {typed(first)}{place}",
    )


def _cells(row: RoleRow, answer: RoleList) -> Iterator[Cell]:
    yield _starred(row)
    yield str(row.level)
    yield pay_cell(row.pay)
    yield kind_cell(row)
    if _tells_typical(answer):
        yield amount_cell(row.typical)


def _tells_typical(answer: RoleList) -> bool:
    """Whether one figure of a kind stands beside the ranges: where they are put in order by it, and in a place."""
    return answer.sort is RoleSort.PAY or answer.location is not None


def _a_line_each(answer: RoleList, typical: Sequence[Column]) -> Table:
    """The roles, each with its pay on one line of a terminal."""
    level = [] if typical else [Column("Level")]
    rows: list[tuple[Cell, ...]] = [
        (
            _starred(row),
            *([str(row.level)] if level else []),
            Kinded(kind_cell(row), pay_cell(row.pay)),
            *([amount_cell(row.typical)] if typical else []),
        )
        for row in answer.roles
    ]
    return Table([Column("Role", wraps=True), *level, Column("Pay a year"), *typical], rows)


def _span(answer: RoleList) -> str:
    """From what to what is typical there, in a sentence."""
    known = sorted(
        ((row.typical.amount, row) for row in answer.roles if row.typical), key=lambda each: each[0]
    )
    if len(known) < 2 or not _tells_typical(answer):  # noqa: PLR2004  one figure is no span
        return ""
    (_, least), (_, most) = known[0], known[-1]
    return (
        f" Typical pay runs from {amount_cell(least.typical)} ({least.title}) to {amount_cell(most.typical)} "
        f"({most.title})."
    )


def _notes(answer: RoleList) -> Iterator[str]:
    if any(row.in_demand for row in answer.roles):
        yield f"{STAR} in demand: its source counts it among the year's most wanted jobs."
    if answer.sort is RoleSort.PAY:
        yield SORTED_BY_PAY
    yield from role_notes(answer.roles)
    if _tells_typical(answer):
        yield Vital(f"{typical_said(answer.roles)} A broad match counts other jobs too.")


def _starred(row: RoleRow) -> str:
    return f"{row.title} {STAR}" if row.in_demand else row.title


def _counted(roles: Sequence[RoleRow]) -> str:
    return f"{count_of(len(roles), 'role')}, {count_of(sum(row.in_demand for row in roles), 'of them in demand', 'of them in demand')}."


def role_report(answer: RoleReport) -> Page:
    facts: list[tuple[str, Cell]] = [
        ("Level", f"{answer.level} ({answer.level.rank + 1} of {len(Level)})"),
        ("Track", str(answer.track)),
        *(_local_facts(answer.local) if answer.local else [("Pay", _pay_said(answer))]),
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
        *(place_lines([answer.local.location]) if answer.local else ()),
        Brief([Facts(list(_in_brief(answer)), spare=_SPARE)]),
        Rest(
            [
                Facts(facts),
                Heading("What you do"),
                Bullets(answer.responsibilities),
                Heading("Skills it wants"),
                _skills(answer),
                *_moves("Where it leads", answer.next_roles),
                *_moves("Where people come from", answer.previous_roles),
            ]
        ),
    ]
    notes = [Vital("Skills, levels and years are our own judgement."), PAYS_MORE]
    notes += _notes_on_pay(answer)
    if answer.occupation.match == "broad":
        notes.append(Vital("A broad match: official figures of that occupation cover many other jobs too."))
    title = f"{answer.title} in {answer.local.location.name}" if answer.local else answer.title
    suggested = gap_command(answer.title)
    return Page(title, blocks, notes, next_command=suggested)


def _in_brief(answer: RoleReport) -> Iterator[tuple[str, Cell]]:
    yield from _local_in_brief(answer.local) if answer.local else [("Pay", _pay_said(answer))]
    if answer.in_demand:
        yield "In demand", f"{STAR} among the most wanted jobs of {answer.in_demand.year}"
    yield "Level", f"{answer.level}, {answer.level.rank + 1} of {len(Level)}, on the {answer.track} track"
    yield "Also called", some(answer.aliases, 2) or None
    required = [skill.name for skill in answer.skills if skill.need is Need.REQUIRED]
    helpful = [skill.name for skill in answer.skills if skill.need is Need.HELPFUL]
    yield "It requires", some(required, 4) or None
    yield "It helps", some(helpful, 2) or None
    yield "Leads to", some([step.title for step in answer.next_roles], 2) or None
    yield "Reached from", some([step.title for step in answer.previous_roles], 2) or None


def _skills(answer: RoleReport) -> Table:
    columns = [Column("Skill", wraps=True), Column("Need"), Column("Level"), Column("Pays more", without="")]
    rows = [
        (skill.name, str(skill.need), SkillLevel(skill.level).word, "yes" if skill.pays_more else None)
        for skill in answer.skills
    ]
    return Table(columns, rows)


def _notes_on_pay(answer: RoleReport) -> Iterator[str]:
    yield from map(str, legend([answer]))  # the fact itself says it
    if answer.band:
        yield f"{answer.band.reason} That is our own judgement."
    yield from notes_on(answer, answer.title, answer.observed)
    real = answer.local.real_median if answer.local else None
    if answer.local or answer.band:
        yield from filter(None, [years_said([answer.observed], [real])])


def _local_facts(local: RoleRange) -> Iterator[tuple[str, Cell]]:
    says = role_basis_said(local)
    yield (
        "Pay there",
        f"{PayRange(local.low, local.high, local.currency, local.per)} ({says})" if says else None,
    )
    if line := median_line(local):
        yield "Everyone", line
    if line := prices_line(local.prices, median_of(local.observed), local.real_median):
        yield "Prices", line


def _local_in_brief(local: RoleRange) -> Iterator[tuple[str, Cell]]:
    yield next(_local_facts(local))
    if said := median_short(local):
        yield "Everyone", said
    if said := prices_short(local.prices, median_of(local.observed), local.real_median):
        yield "Prices", said


def _pay_said(answer: RoleReport) -> str | None:
    pay, says = answer.pay, role_basis_said(answer)
    if says is None:
        return None
    year = "" if answer.band else f" {pay.sources[0].year}"
    return f"{PayRange(pay.low, pay.high, pay.currency, pay.per)} ({says}{year}, {pay.area.name})"


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
