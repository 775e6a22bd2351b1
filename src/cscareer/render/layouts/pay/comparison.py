"""Layouts of comparisons: titles side by side, and titles in several places."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.models import Need, SkillLevel
from cscareer.pay.comparison import (
    ComparedRole,
    ComparedSkill,
    Comparison,
    PlaceComparison,
    PlacePay,
    SharedLevel,
)
from cscareer.pay.local import RolePay
from cscareer.pay.statistics import median_of
from cscareer.render.blocks import (
    Bar,
    Bars,
    Block,
    Brief,
    Bullets,
    Column,
    Facts,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import STAR, Cell, Kinded, Percent, listed, some
from cscareer.render.layouts.comparison_words import PAIR, alike, places_verdict, roles_verdict
from cscareer.render.layouts.gap_words import gap_command
from cscareer.render.layouts.pay_kinds import kind_cell, legend, meaning_of, role_basis_said, typical_said
from cscareer.render.layouts.pay_words import (
    amount_cell,
    more_cell,
    notes_on,
    percent_cell,
    place_lines,
    range_cell,
    years_said,
)
from cscareer.render.text import typed

NOT_COMPARED = "Starting pay and what everyone earns are never compared with each other."


def comparison(answer: Comparison) -> Page:
    first = answer.roles[0]
    blocks: list[Block] = [Paragraph(roles_verdict(answer), strong=True)]
    if answer.location:
        blocks += place_lines([answer.location])
    columns = [
        Column("Role", wraps=True), Column("Pay a year"), Column("Kind"), Column("Typical", right=True),
        Column("Difference", right=True), Column("%", right=True),
    ]  # fmt: skip
    skills = Facts(list(_skills_in_brief(answer)), spare=len(answer.roles))
    blocks.append(Brief([_in_brief(answer), IfRoom([skills])]))
    rest: list[Block] = [Table(columns, [_compared(role, first) for role in answer.roles])]
    currencies = dict.fromkeys(role.pay.currency for role in answer.roles if role.midpoint)
    for currency in currencies:
        drawn = [
            Bar(role.title, role.pay.low, role.pay.high)
            for role in answer.roles
            if role.pay.currency == currency
        ]
        rest.append(Bars(drawn, currency))
    if answer.location:
        rest += _medians(answer)
    rest += _skills(answer)
    for role in answer.roles:
        rest += [Heading(f"{role.title}: what you do"), Bullets(role.responsibilities)]
    blocks.append(Rest(rest))
    last = answer.roles[-1]
    title = listed([role.title for role in answer.roles])
    return Page(
        f"{title} in {answer.location.name}" if answer.location else title,
        blocks,
        list(_notes(answer)),
        next_command=gap_command(last.title),
        first_notes=[*_special(answer), *_typical(answer), *_kinds_in_brief(answer), *_broad(answer)],
    )


def _in_brief(answer: Comparison) -> Table:
    """What each role pays, and one kind of figure for all beside it."""
    first = answer.roles[0]
    alike = len({kind_cell(role) for role in answer.roles}) == 1  # a note names it
    columns = [
        Column("Role", wraps=True), Column("Pay a year"), Column("Typical", right=True), Column("Difference", right=True),
    ]  # fmt: skip
    rows = [
        (
            role.title,
            range_cell(role.pay) if alike else Kinded(kind_cell(role), range_cell(role.pay)),
            *_compared(role, first)[3:5],
        )
        for role in answer.roles
    ]
    return Table(columns, rows)


def _kinds_in_brief(answer: Comparison) -> list[str]:
    """What the signs mean, or of all one kind, which has no column, what that is."""
    kinds = {kind_cell(role) for role in answer.roles}
    if len(kinds) == 1 and (meaning := meaning_of(*kinds)):
        return [f"Pay a year: {meaning}."]
    return list(legend(answer.roles))[:1]


def _skills_in_brief(answer: Comparison) -> Iterator[tuple[str, Cell]]:
    shared = {skill.id for skill in answer.shared_skills}
    names = [skill.name for skill in answer.shared_skills]
    yield "All want" if len(answer.roles) > PAIR else "Both want", some(names, 3) or "no skill alike"
    for role in answer.roles:
        own = [skill.name for skill in role.skills if skill.id not in shared and skill.need is Need.REQUIRED]
        if own:
            yield role.title, some(own, 2 if len(answer.roles) == PAIR else 1)


def _notes(answer: Comparison) -> Iterator[str]:
    yield from _typical(answer)
    yield from _notes_on_kinds(answer.roles)
    if answer.location:
        yield from _broad(answer)
    yield from _special(answer)
    shown = (role.observed for role in answer.roles if answer.location or role.band)
    if years := years_said(shown):
        yield years
    yield "A level in brackets is helpful, any other required; both are our own judgement."
    if any(role.pay.hours for role in answer.roles):
        yield "Hourly pay is turned into yearly at 2,080 hours."
    if any(role.in_demand for role in answer.roles):
        yield f"{STAR} in demand."


def _typical(answer: Comparison) -> Iterator[str]:
    if any(role.typical for role in answer.roles):
        yield f"{typical_said(answer.roles)} Differences are of that."


def _special(answer: Comparison) -> Iterator[str]:
    """What is special about a figure in the place."""
    notes = (note for role in answer.roles for note in notes_on(role, role.title, role.observed))
    yield from dict.fromkeys(notes)


def _broad(answer: Comparison) -> Iterator[str]:
    if any(role.occupation.match == "broad" for role in answer.roles):
        yield Vital("A broad match is among them: its occupation counts many other jobs too.")


def _notes_on_kinds(roles: Sequence[RolePay]) -> Iterator[str]:
    yield from legend(roles)
    if len({role.band is None for role in roles}) > 1:
        yield NOT_COMPARED


def _compared(role: ComparedRole, first: ComparedRole) -> tuple[Cell, ...]:
    title = f"{role.title} {STAR}" if role.in_demand else role.title
    pay = range_cell(role.pay)
    found = role.typical_difference
    more = ("", "") if role is first else (more_cell(found), percent_cell(found))
    return title, pay, kind_cell(role), amount_cell(role.typical), *more


def _medians(answer: Comparison) -> Iterator[Block]:
    """What everyone in each role's occupation earns in the place."""
    yield Heading("What everyone in their occupations earns there")
    rows = [(role.title, kind_cell(role), amount_cell(median_of(role.observed))) for role in answer.roles]
    columns = [Column("Role", wraps=True), Column("Range above is", wraps=True), Column("Median", right=True)]
    yield Table(columns, rows)


def _skills(answer: Comparison) -> Iterator[Block]:
    """A row for each skill, a column for each role: first what all of them want, then the rest."""
    columns = [
        Column("Skill", wraps=True),
        *(Column(role.title, wraps=True, without="not wanted") for role in answer.roles),
    ]
    yield Heading("Skills they share")
    if answer.shared_skills:
        yield Table(columns, [(skill.name, *map(_wanted, skill.levels)) for skill in answer.shared_skills])
    else:
        yield Paragraph("No skill is wanted by all of them.")
    shared = {skill.id for skill in answer.shared_skills}
    wanted: dict[str, dict[str, ComparedSkill]] = {}
    for role in answer.roles:
        for skill in role.skills:
            if skill.id not in shared:
                wanted.setdefault(skill.name, {})[role.id] = skill
    if wanted:
        yield Heading("Skills that differ")
        rows = [
            (name, *(_wanted(by_role[role.id]) if role.id in by_role else None for role in answer.roles))
            for name, by_role in wanted.items()
        ]
        yield Table(columns, rows)


def _wanted(skill: SharedLevel | ComparedSkill) -> str:
    level = SkillLevel(skill.level).word
    return level if skill.need is Need.REQUIRED else f"({level})"


def place_comparison(answer: PlaceComparison) -> Page:
    places = list({entry.location.name: entry.location for entry in answer.places}.values())
    titles = list(dict.fromkeys(entry.role.title for entry in answer.places))
    by_title = {title: [each for each in answer.places if each.role.title == title] for title in titles}
    verdict = places_verdict(answer.places) if len(titles) == 1 else None
    blocks: list[Block] = [Paragraph(verdict, strong=True)] if verdict else []
    blocks += place_lines(places)
    if len(titles) > 1:
        columns = [Column("Role", wraps=True), *(Column(place.name, wraps=True) for place in places)]
        cells: list[tuple[Cell, ...]] = [
            (f"{title} ({_kinds(row)})", *(range_cell(each.pay) for each in row))
            for title, row in by_title.items()
        ]
        blocks += [Heading("Pay a year"), Table(columns, cells)]
    for title, row in by_title.items():
        alone = len(titles) == 1
        blocks += [
            *([] if alone else [Heading(title)]),
            Brief([_place_table(row, with_range=alone, in_full=False)]),
            Rest([_place_table(row, with_range=alone)], retold=True),
        ]
        bars = Bars(
            [Bar(each.location.name, each.pay.low, each.pay.high) for each in row], row[0].pay.currency
        )
        blocks.append(IfRoom([bars]) if alone else Rest([bars]))  # of several the table above tells them
    return Page(
        f"{', '.join(titles)} in {'; '.join(place.name for place in places)}",
        blocks,
        list(_notes_on_places(answer, places[0].name)),
        next_command=f"cscareer pay {typed(titles[0])} --by area --real",
    )


def _kinds(row: list[PlacePay]) -> str:
    """What kinds of range stand in a row, in a few words."""
    said = (role_basis_said(each) for each in row)
    return "; ".join(dict.fromkeys(filter(None, said)))


def _place_table(row: list[PlacePay], *, with_range: bool, in_full: bool = True) -> Table:
    """The places a row each; not `in_full` it leaves out how far what it buys differs, for which a terminal has no room."""
    columns = [
        Column("Place", wraps=True),
        *([Column("Pay a year")] if with_range else []),
        Column("Median", right=True), Column("±", right=True), Column("Prices", right=True),
        Column("Buys", right=True), Column("±", right=True),
    ]  # fmt: skip
    shown = None if in_full else -1
    rows = [_place_row(entry, row[0], with_range=with_range)[:shown] for entry in row]
    return Table(columns[:shown], rows)


def _place_row(entry: PlacePay, first: PlacePay, *, with_range: bool) -> tuple[Cell, ...]:
    return (
        entry.location.name,
        *([range_cell(entry.pay)] if with_range else []),
        amount_cell(median_of(entry.observed)),
        "" if entry is first else more_cell(entry.median_difference),
        Percent(entry.prices.index, digits=1) if entry.prices.index is not None else None,
        amount_cell(entry.real_median),
        "" if entry is first else more_cell(entry.real_difference),
    )


def _notes_on_places(answer: PlaceComparison, first: str) -> Iterator[str]:
    for entry in answer.places:
        yield from notes_on(entry, f"{entry.role.title}, {entry.location.name}", entry.observed)
    yield from dict.fromkeys(Vital(entry.prices.note) for entry in answer.places if entry.prices.note)
    yield f"Median: half of everyone in the occupation there earn less. ± is the difference from {first}."
    yield "Prices: 100% is the U.S. average. Buys: what the median is worth at average prices."
    yield from map(Vital, alike(answer, first))
    if years := years_said(
        (entry.observed for entry in answer.places), (entry.real_median for entry in answer.places)
    ):
        yield years
    if len({entry.role.id for entry in answer.places}) == 1:
        yield f"Pay a year: {_kinds(list(answer.places))}."
    yield from legend(answer.places)
