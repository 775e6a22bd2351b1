"""Layouts of the answers about pay: published ranges, and titles compared."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Need, PayFactor, SkillLevel
from cscareer.pay.comparison import ComparedRole, ComparedSkill, Comparison, Difference, SharedLevel
from cscareer.pay.ranges import NATION_ID, Amount
from cscareer.pay.report import PayReport, RoleRange
from cscareer.render.cells import Cell, Money, PayRange, Percent, dated
from cscareer.render.document import Bar, Bars, Block, Bullets, Column, Document, Heading, Paragraph, Table
from cscareer.render.layouts import importing
from cscareer.render.layouts.guide import NO_RANGE, STAR, pay_cell


def _pay(answer: PayReport) -> Document:
    publishers = {source.id: source.publisher for source in answer.sources}
    rows = [
        (_named(entry), pay_cell(entry), _middle(entry.midpoint), _published(entry, publishers))
        for entry in answer.ranges
    ]
    columns = [
        Column("Role", wraps=True),
        Column("Pay a year"),
        Column("Midpoint", right=True),
        Column("Published by"),
    ]
    blocks: list[Block] = [Table(columns, rows), *_pay_bars(answer.ranges)]
    blocks += [
        Paragraph(f"{said.about} ({said.year}): “{said.words}”, in the source's words; it states no figures.")
        for said in answer.statements
    ]
    factors = [(factor.name, factor.effect, _said_by(factor, publishers)) for factor in answer.pay_factors]
    columns = [Column("What", wraps=True), Column("What it does", wraps=True), Column("Says", wraps=True)]
    blocks += [Heading("What moves pay"), Table(columns, factors)]
    notes = [_starting_note(answer)] if any(entry.starting for entry in answer.ranges) else []
    if any(entry.low is None and entry.high is None for entry in answer.ranges):
        notes.append(NO_RANGE)
    titles = list(dict.fromkeys(entry.role.title for entry in answer.ranges))
    return Document(f"Pay: {', '.join(titles)}", blocks, notes, next_command=_next(titles))


def _next(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f'cscareer role "{titles[0].lower()}"'
    return f'cscareer compare "{titles[0].lower()}" "{titles[1].lower()}"'


def _named(entry: RoleRange) -> str:
    return entry.role.title if entry.area.id == NATION_ID else f"{entry.role.title}, area {entry.area.id}"


def _middle(amount: Amount | None) -> Money | None:
    return Money(amount.amount, amount.currency) if amount else None


def _published(entry: RoleRange, publishers: Mapping[str, str]) -> str | None:
    return ", ".join(f"{publishers[source.id]} {source.year}" for source in entry.sources) or None


def _said_by(factor: PayFactor, publishers: Mapping[str, str]) -> str:
    return f"{', '.join(publishers[source] for source in factor.sources)} {dated(factor.year)}"


def _starting_note(answer: PayReport) -> str:
    places = {entry.area.name or f"area {entry.area.id}" for entry in answer.ranges if entry.starting}
    return f"Published pay is what people start on ({', '.join(sorted(places))})."


def _pay_bars(entries: Sequence[RoleRange]) -> Iterator[Bars]:
    """One scale for each currency and period: figures of different kinds never share one."""
    kinds = dict.fromkeys(
        (entry.currency, entry.per) for entry in entries if entry.low is not None and entry.high is not None
    )
    for currency, per in kinds:
        drawn = [
            Bar(_named(entry), entry.low, entry.high)
            for entry in entries
            if (entry.currency, entry.per) == (currency, per)
        ]
        yield Bars(drawn, currency)


def _comparison(answer: Comparison) -> Document:
    first = answer.roles[0]
    columns = [
        Column("Role", wraps=True), Column("Pay a year"), Column("Midpoint", right=True),
        Column("Difference", right=True), Column("%", right=True),
    ]  # fmt: skip
    blocks: list[Block] = [Table(columns, [_compared(role, first) for role in answer.roles])]
    currencies = dict.fromkeys(role.pay.currency for role in answer.roles if role.midpoint)
    for currency in currencies:
        drawn = [
            Bar(role.title, role.pay.low, role.pay.high)
            for role in answer.roles
            if role.pay.currency == currency
        ]
        blocks.append(Bars(drawn, currency))
    blocks += _skills(answer)
    for role in answer.roles:
        blocks += [Heading(f"What a {role.title} does"), Bullets(role.responsibilities)]
    notes = [f"Differences are from {first.title}, midpoint to midpoint."] if len(currencies) else []
    if any(role.midpoint is None for role in answer.roles):
        notes.append(NO_RANGE)
    notes.append("A level in brackets is helpful, any other required; both are our own judgement.")
    if any(role.pay.hours for role in answer.roles):
        notes.append("Hourly pay is turned into yearly at 2,080 hours.")
    if any(role.in_demand for role in answer.roles):
        notes.append(f"{STAR} in demand.")
    last = answer.roles[-1].title.lower()
    return Document(
        " and ".join([", ".join(role.title for role in answer.roles[:-1]), answer.roles[-1].title]),
        blocks,
        notes,
        next_command=f'cscareer gap "{last}" --have "…"',
    )


def _compared(role: ComparedRole, first: ComparedRole) -> tuple[Cell, ...]:
    title = f"{role.title} {STAR}" if role.in_demand else role.title
    pay = PayRange(role.pay.low, role.pay.high, role.pay.currency)
    if role is first:
        return title, pay, _middle(role.midpoint), "", ""
    return title, pay, _middle(role.midpoint), _more(role.difference), _percent(role.difference)


def _more(difference: Difference | None) -> Money | None:
    return Money(difference.amount, difference.currency, signed=True) if difference else None


def _percent(difference: Difference | None) -> Percent | None:
    if difference is None or difference.percent is None:
        return None
    return Percent(difference.percent, signed=True, digits=1)


def _skills(answer: Comparison) -> Iterator[Block]:
    """A row for each skill, a column for each role: first what all of them want, then the rest."""
    columns = [Column("Skill", wraps=True), *(Column(role.title, wraps=True) for role in answer.roles)]
    yield Heading("Skills they share")
    if answer.shared_skills:
        yield Table(columns, [(skill.name, *map(_wanted, skill.levels)) for skill in answer.shared_skills])
    else:
        yield Paragraph("No skill is wanted by all of them.")
    wanted: dict[str, dict[str, ComparedSkill]] = {}
    for role in answer.roles:
        for skill in role.skills:
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


LAYOUTS: dict[type[Answer], Callable[[Any], Document]] = {
    PayReport: _pay,
    Comparison: _comparison,
    **importing.LAYOUTS,
}
