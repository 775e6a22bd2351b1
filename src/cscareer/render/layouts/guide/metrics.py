"""Layouts of the metrics: the list, and one of them in full."""

from collections.abc import Iterator, Sequence

from cscareer.catalog.arithmetic import spell
from cscareer.catalog.metric_models import Benchmark, Direction, Formula, MetricUnit
from cscareer.catalog.models import Source
from cscareer.guide.metrics import MetricList, MetricReport, MetricRow
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
from cscareer.render.cells import DASH, Cell, count_of, dated, some
from cscareer.render.text import typed

_MOST_VALUES = 2  # on the first screen
NO_VALUE = "no sourced value"
OURS = "cscareer-judgement"
JUDGEMENT = (
    "What a metric tells, how it is gamed and what moves it are our own judgement where no source is named."
)

_BETTER = {Direction.HIGHER: "higher", Direction.LOWER: "lower", Direction.BAND: "in between"}
_AFTER = {MetricUnit.PERCENT: "%", MetricUnit.SCORE: ""}  # of the others, the unit's own name


def metric_list(answer: MetricList) -> Page:
    columns = [
        Column("Metric", wraps=True),
        Column("Short", without=""),
        Column("What it tells", wraps=True),
        Column("Better"),
    ]
    rows = [(row.name, row.abbreviation, row.summary, _BETTER[row.direction]) for row in answer.metrics]
    stated = [(row.name, said) for row in answer.metrics if (said := _stated(row, answer.sources))]
    notes = [
        "Each one can be gamed, and none says enough alone; `cscareer metric NAME` shows how, and what to read beside it."
    ]
    blocks: list[Block] = [Paragraph(f"{count_of(len(rows), 'metric')}."), Table(columns, rows)]
    if stated:
        blocks += [Heading("Values a source states"), Facts(stated)]
        notes.insert(
            0,
            "For the others no source we cite states a value; those that go around without one are left out.",
        )
    first = f"cscareer metric {typed(answer.metrics[0].name)}" if answer.metrics else None
    return Page("Metrics of customer service", blocks, notes, next_command=first)


def _stated(row: MetricRow, sources: Sequence[Source]) -> str:
    """The values stated for a metric, each with who states it."""
    values = {"good": row.good, "world class": row.world_class, "average": row.average}
    return "; ".join(
        f"{name} {_benchmark(value, row.unit, sources)}" for name, value in values.items() if value
    )


def metric_report(answer: MetricReport) -> Page:
    facts: list[tuple[str, Cell]] = [("Counted in", str(answer.unit))]
    if answer.scale:
        facts.append(("Scale", answer.scale))
    facts += [
        ("Better", answer.better),
        ("Good", _benchmark(answer.good, answer.unit, answer.sources)),
        ("World class", _benchmark(answer.world_class, answer.unit, answer.sources)),
        ("Average", _benchmark(answer.average, answer.unit, answer.sources)),
        ("Also called", ", ".join(name for name in answer.aliases if name != answer.abbreviation) or None),
    ]
    rest: list[Block] = [
        Facts(facts),
        Heading(f"How it is worked out{_by(answer.formula.sources, answer.sources)}"),
        Paragraph(answer.formula.words, strong=True),
        Paragraph(f"For example: {_example(answer.formula, answer.unit)}"),
        Table(
            [Column("Figure", wraps=True), Column("In the example", right=True)],
            [(each.name, _figure(each.value)) for each in answer.formula.inputs],
        ),
    ]
    if answer.notes:
        rest += [
            Heading("Good to know"),
            Bullets([f"{note.words}{_by(note.sources, answer.sources)}" for note in answer.notes]),
        ]
    rest += [
        Heading("How it is gamed"),
        Bullets(answer.gaming.points),
        Heading("What you can do to move it"),
        Bullets(answer.moving.points),
        Heading("What goes with it"),
        Facts(
            [
                ("Skills", ", ".join(skill.name for skill in answer.skills)),
                ("Read beside it", ", ".join(other.name for other in answer.related) or None),
            ]
        ),
    ]
    blocks: list[Block] = [
        Paragraph(answer.summary, strong=True),
        Brief([Facts(list(_in_brief(answer)))]),
        Rest(rest),
    ]
    title = f"{answer.name} ({answer.abbreviation})" if answer.abbreviation else answer.name
    return Page(title, blocks, [JUDGEMENT], next_command=f"cscareer skill {typed(answer.skills[0].name)}")


def _in_brief(answer: MetricReport) -> Iterator[tuple[str, Cell]]:
    """How it is worked out, what values are stated, and one way each to spoil it and to move it."""
    yield "Worked out", answer.formula.words
    yield "For example", _example(answer.formula, answer.unit)
    yield "Better", answer.better
    stated = {"Good": answer.good, "World class": answer.world_class, "Average": answer.average}
    known = [(name, value) for name, value in stated.items() if value][:_MOST_VALUES]
    yield from ((name, _benchmark(value, answer.unit, answer.sources)) for name, value in known)
    if not known:
        yield "Good", NO_VALUE
    yield "Gamed when", answer.gaming.points[0]
    yield "To move it", answer.moving.points[0]
    yield "Read beside", some([other.name for other in answer.related], 2) or None


def _example(formula: Formula, unit: MetricUnit) -> str:
    values = {each.id: _figure(each.value) for each in formula.inputs}
    return f"{spell(formula.expression, values)} = {_in_unit(formula.result, unit)}"


def _by(cited: Sequence[str], sources: Sequence[Source]) -> str:
    """Who says so, in brackets; nothing where we do."""
    said = [source.publisher for source in sources if source.id in cited and source.id != OURS]
    return f" ({', '.join(said)})" if said else ""


def _benchmark(value: Benchmark | None, unit: MetricUnit, sources: Sequence[Source]) -> str:
    """A stated value with what it is and who states it."""
    if value is None:
        return NO_VALUE
    said = [
        *([value.words] if value.words else []),
        *(source.publisher for source in sources if source.id in value.sources),
        dated(value.year),
    ]
    return f"{_value(value, unit)} ({', '.join(said)})"


def _value(value: Benchmark, unit: MetricUnit) -> str:
    if value.low is None or value.high is None:
        known = value.high if value.low is None else value.low
        assert known is not None  # the model refuses a value with neither end
        return f"{_in_unit(known, unit)} and {'below' if value.low is None else 'above'}"
    if value.low == value.high:
        return _in_unit(value.low, unit)
    return f"{_figure(value.low)}{DASH}{_in_unit(value.high, unit)}"


def _in_unit(value: float, unit: MetricUnit) -> str:
    return _figure(value) + _AFTER.get(unit, f" {unit}")


def _figure(value: float) -> str:
    return f"{value:,}".replace("-", "−")
