"""Layouts of the answers about pay; those of comparisons, offers, rankings and places have modules of their own."""

from collections.abc import Iterator, Mapping, Sequence

from cscareer.catalog.pay_models import PayFactor
from cscareer.pay.explaining import Calculation, Step, Term
from cscareer.pay.local import RoleRange
from cscareer.pay.ranges import NATION_ID, SourceYear
from cscareer.pay.report import PayReport
from cscareer.pay.statistics import median_of
from cscareer.render.blocks import (
    Bar,
    Bars,
    Block,
    Brief,
    Column,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import Cell, Money, PayRange, dated
from cscareer.render.layouts.law_words import law_blocks
from cscareer.render.layouts.pay_brief import range_in, ranges_in_brief
from cscareer.render.layouts.pay_kinds import (
    CATCH_ALL,
    SHARES,
    STARTING_AND_ALL,
    kind_cell,
    legend,
    role_basis_said,
)
from cscareer.render.layouts.pay_words import (
    PERCENTS_SAID,
    a,
    amount_cell,
    median_line,
    notes_on,
    place_lines,
    prices_line,
    the_area,
    wages_row,
    wages_table,
    years_said,
)
from cscareer.render.text import typed

_EXPRESSIONS = {
    Calculation.MOVED: "{} × {} ÷ {}, to the nearest 50 dollars",
    Calculation.HOURLY: "{} ÷ {}, to the cent",
    Calculation.PUBLISHED: "{}, as published",
    Calculation.PERCENTILE: "{} of its occupation, as observed",
    Calculation.MIDPOINT: "({} + {}) ÷ 2",
    Calculation.TO_NATION: "{} ÷ {}",
    Calculation.REAL: "{} × 100 ÷ {}",
}


_BARS = 5  # ranges drawn on the first screen, beside a table of as many rows
FULL_TIME_FROM = 1600  # hours a year; fewer are part-time work


def pay_report(answer: PayReport) -> Page:
    publishers = {source.id: source.publisher for source in answer.sources}
    entries = answer.ranges
    per = entries[0].per
    rows: list[tuple[Cell, ...]] = [
        (_named(entry), range_in(entry, per), amount_cell(entry.midpoint), _says(entry, publishers))
        for entry in entries
    ]
    columns = [
        Column("Role", wraps=True),
        Column(f"Pay {a(per)}"),
        Column("Midpoint", right=True),
        Column("What it is", wraps=True),
    ]
    blocks: list[Block] = [
        *below_floor(answer), *place_lines(entry.location for entry in entries)
    ]  # fmt: skip
    if len(entries) == 1:
        blocks += [
            Paragraph(pay_verdict(entries[0]), strong=True),
            Rest([Table(columns, rows), *_pay_bars(entries)]),
            *_observed(answer),
        ]
    else:
        drawn = list(_pay_bars(entries))
        few = sum(len(each.bars) for each in drawn) <= _BARS
        blocks += [Brief([ranges_in_brief(entries), *([IfRoom(drawn)] if few else ())])]
        blocks += [Rest([Table(columns, rows), *drawn, *_observed(answer)])]
    if answer.steps:
        blocks += _explained(answer.steps)
    statements: list[Block] = [
        Paragraph(f"{said.about} ({said.year}): “{said.words}”, in the source's words; it states no figures.")
        for said in answer.statements
    ]
    moves: list[Block] = [Heading("What moves pay"), _factors(answer.pay_factors, publishers)]
    medians = map(Paragraph, dict.fromkeys(filter(None, map(median_line, entries))))
    blocks.append(Rest([*medians, *statements, *law_blocks(answer.laws), *moves]))
    titles = list(dict.fromkeys(entry.role.title for entry in entries))
    places = list(dict.fromkeys(entry.location.name for entry in entries))
    where = (
        "" if all(entry.location.area.id == NATION_ID for entry in entries) else f" in {'; '.join(places)}"
    )
    return Page(
        f"Pay: {', '.join(titles)}{where}", blocks, list(_notes(answer)), next_command=_next(titles, entries)
    )


def pay_verdict(entry: RoleRange) -> str:
    """What the role pays, in a sentence, and what everyone in the work earns beside it."""
    pay = PayRange(entry.low, entry.high, entry.currency, entry.per)
    where = the_area(entry.location.area) if entry.location.area.id == NATION_ID else entry.location.name
    if entry.low is None and entry.high is None:
        return f"No pay of {entry.role.title} is known in {where}: no source states a range, and no wages are released."
    kind = kind_cell(entry)
    if kind == CATCH_ALL:
        said = (
            f"{pay} in {where} is what a catch-all occupation shows; it holds whatever no other does, so it says little "
            "of this role"
        )
    elif entry.band:
        said = (
            f"{entry.role.title}: {pay} in {where}, by our judgement {_part(entry)} of all in its occupation"
        )
    else:
        how = "People start on" if entry.starting else "The range is"
        said = f"{how} {pay} in {where}, {'our estimate' if entry.localization else 'as published'}"
    median = median_of(entry.observed)
    more = f"; of everyone in the occupation, half earn less than {amount_cell(median)}" if median else ""
    return f"{said}{more}."


def _part(entry: RoleRange) -> str:
    assert entry.band is not None
    return f"{SHARES[entry.band.low]}–{SHARES[entry.band.high]}"


def below_floor(answer: PayReport) -> Iterator[Block]:
    """Each range that begins under the minimum wage there, with what that means."""
    for each in answer.below_minimum_wage:
        low, minimum = (Money(hourly, "USD", "hour") for hourly in (each.hourly, each.minimum))
        yield Paragraph(
            f"{each.role.title} in {each.location.name}: the low end comes to {low}, below the minimum wage there, "
            f"which is {minimum}. Nobody may pay that; read the range from the minimum wage up.",
            strong=True,
        )


def _next(titles: Sequence[str], entries: Sequence[RoleRange]) -> str:
    first = titles[0]
    if len(titles) > 1:
        return f"cscareer compare {typed(first)} {typed(titles[1])}"
    if entries[0].location.area.id == NATION_ID:
        return f'cscareer pay {typed(first)} -l "Austin, TX"'
    return f"cscareer pay {typed(first)} --by area --real"


def _named(entry: RoleRange) -> str:
    if entry.location.area.id == NATION_ID and entry.area.id != NATION_ID:
        return f"{entry.role.title}, area {entry.area.id}"
    return (
        entry.role.title
        if entry.location.area.id == NATION_ID
        else f"{entry.role.title}, {entry.location.name}"
    )


def _says(entry: RoleRange, publishers: Mapping[str, str]) -> str | None:
    said = role_basis_said(entry)
    if said and entry.basis == "published":
        by_hour = f", ÷ {entry.hours:,} hours" if entry.hours else ""
        return f"{said} by {', '.join(_source(source, publishers) for source in entry.sources)}{by_hour}"
    return said


def _source(source: SourceYear, publishers: Mapping[str, str]) -> str:
    return f"{publishers[source.id]} {source.year}"


def _factors(factors: Sequence[PayFactor], publishers: Mapping[str, str]) -> Table:
    """What moves pay, those of which a source says the same in one row."""
    names: dict[tuple[str, str], list[str]] = {}
    for factor in factors:
        names.setdefault((factor.effect, _said_by(factor, publishers)), []).append(factor.name)
    columns = [Column("What", wraps=True), Column("What it does", wraps=True), Column("Says", wraps=True)]
    return Table(columns, [("; ".join(each), effect, says) for (effect, says), each in names.items()])


def _said_by(factor: PayFactor, publishers: Mapping[str, str]) -> str:
    return f"{', '.join(publishers[source] for source in factor.sources)} {dated(factor.year)}"


def _pay_bars(entries: Sequence[RoleRange]) -> Iterator[Bars]:
    """One scale for each currency and period: figures of different kinds never share one."""
    kinds = dict.fromkeys(
        (entry.currency, entry.per) for entry in entries if entry.low is not None and entry.high is not None
    )
    for currency, per in kinds:
        drawn: dict[Bar, None] = {}
        for entry in entries:
            if (entry.currency, entry.per) != (currency, per):
                continue
            if entry.localization and per == "year":
                published = entry.localization.published
                drawn[Bar(f"{entry.role.title}, nation", published.low, published.high)] = None
            drawn[Bar(_named(entry), entry.low, entry.high)] = None
        yield Bars(list(drawn), currency)


def _observed(answer: PayReport) -> Iterator[Block]:
    """What everyone in each occupation earns: in each place, in the nation, and in the industries asked for."""
    for code, title in dict.fromkeys(
        (entry.occupation.code, entry.occupation.title) for entry in answer.ranges
    ):
        entries = [entry for entry in answer.ranges if entry.occupation.code == code]
        rows: dict[tuple[Cell, ...], None] = {}
        for entry in entries:
            if entry.observed and entry.observed.area.id != NATION_ID:
                rows[wages_row(entry.observed.area.name or "", entry.observed, entry.employment)] = None
        first = entries[0]
        if first.national:
            rows[wages_row("United States", first.national, first.national_employment)] = None
        for each in answer.industries:
            if each.occupation.code == code:
                name = f"{each.industry.name} ({each.naics}), nation"
                rows[wages_row(name, each.wages, each.employment)] = None
        yield Heading(f"What all {title} earn {a(first.per)} ({code})")
        yield wages_table(list(rows))
        if prices := dict.fromkeys(filter(None, map(_prices, entries))):
            yield IfRoom([Paragraph(line) for line in prices])


def _prices(entry: RoleRange) -> str | None:
    return prices_line(entry.prices, median_of(entry.observed), entry.real_median)


def _notes(answer: PayReport) -> Iterator[str]:
    entries = answer.ranges
    alone = len(entries) == 1
    yield PERCENTS_SAID if alone else str(PERCENTS_SAID)
    said = list(legend(entries))
    yield from map(str, said) if alone else said  # the verdict says what one range is of
    if any(entry.starting for entry in entries) and STARTING_AND_ALL not in said:
        yield STARTING_AND_ALL
    yield from dict.fromkeys(note for entry in entries for note in _notes_on(entry))
    if any(entry.hours for entry in entries):
        yield f"Hourly: the yearly figure ÷ {entries[0].hours:,} hours. Observed hourly wages are as BLS states them."
    if any(entry.hours and entry.hours < FULL_TIME_FROM and not entry.band for entry in entries):
        yield "The range is full-time pay for a year; divided by so few hours it looks higher than it is."
    if answer.industries:
        yield "An industry's wages are national; they aren't multiplied into any other figure."
    abroad = [entry for entry in entries if entry.location.area.id != NATION_ID]
    if years := years_said((entry.observed for entry in abroad), (entry.real_median for entry in abroad)):
        yield years


def _notes_on(entry: RoleRange) -> Iterator[str]:
    """What a person must know of one range to read it rightly."""
    yield from notes_on(entry, _named(entry), entry.observed)
    if entry.occupation.match == "broad":
        yield Vital(f"{entry.role.title}: a broad match; its occupation counts many other jobs too.")
    if entry.band:
        yield f"{entry.role.title}: no source we cite states a range. {entry.band.reason} That is our own judgement."


def _explained(steps: Sequence[Step]) -> Iterator[Block]:
    yield Heading("How each figure came about")
    rows = [
        (
            f"{step.role.title}: {step.result_name}",
            _EXPRESSIONS[step.formula].format(*(_term(term) for term in step.terms)),
            _result(step),
        )
        for step in steps
    ]
    yield Table([Column("Figure", wraps=True), Column("How", wraps=True), Column("Result", right=True)], rows)


def _term(term: Term) -> str:
    """A figure with its area and sources; an end of the range itself has them in a step of its own."""
    unit = "" if term.name in {"price index", "hours a year"} else "$"
    figure = f"{term.value:,.2f}" if isinstance(term.value, float) and unit else f"{term.value:,}"
    if term.name in {"low", "high"} or term.name.startswith("yearly "):
        return f"{term.name} {unit}{figure}"
    said = [term.area.name or term.area.id] if term.area else []
    said += [source.id for source in term.sources]
    return f"{term.name} {unit}{figure}" + (f" [{'; '.join(said)}]" if said else "")


def _result(step: Step) -> Cell:
    if step.unit == "ratio":
        return f"{step.result:.4f}"
    return Money(step.result, "USD", cents=step.unit == "hour")
