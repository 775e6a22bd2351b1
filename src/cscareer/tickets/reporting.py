"""A person's or a team's metrics out of exports of tickets: read, counted, and said as far as they can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from cscareer.catalog.loading import Catalog
from cscareer.errors import UsageError
from cscareer.tickets.cells import FileReading
from cscareer.tickets.columns import choose_columns, read_mapped
from cscareer.tickets.engine import Engine, opened_engine
from cscareer.tickets.exports import bring, open_export
from cscareer.tickets.figures import Figurer, TicketFigure
from cscareer.tickets.goals import judge
from cscareer.tickets.lines import resume_lines, review_lines
from cscareer.tickets.opening_hours import OpeningHours, read_hours
from cscareer.tickets.provenance import business_hours, faults_of, file_read, follow_up_by
from cscareer.tickets.report import NO_NAME, TicketGroup, TicketReport, TicketVolume
from cscareer.tickets.staging import Staged, check_zones, drop_repeated, make_table, stage
from cscareer.tickets.tally import OTHERS, Key, Tally, count_all, count_groups, count_volume
from cscareer.tickets.ticket_table import TicketTable, negative_spans, prepare
from cscareer.tickets.times import read_times, read_zone, shifts_between
from cscareer.tickets.trends import TicketTrend, find_trends, period_name
from cscareer.tickets.wishes import TicketWishes, named_agent

_MOST_PERIODS = 60  # the last ones
_DAY = 86400
_BY = {"agent": "agent", "team": "team", "channel": "channel", "tag": "tags", "month": "month"}
_ALWAYS = {
    "id", "matter", "created", "replied", "solved_at", "due", "reply_time", "solution_time", "handled", "status", "channel",
    "csat", "ces", "nps", "reopened", "transferred", "escalated", "kept",
}  # fmt: skip


def report_tickets(
    catalog: Catalog,
    files: Sequence[str],
    wishes: TicketWishes | None = None,
    standard_input: BinaryIO | None = None,
) -> TicketReport:
    r"""The metrics of the tickets in these files; "-" is standard input.

    Raises:
        UsageError: a wish can't be made sense of, or dates can be read in two ways.
        UnknownNameError: no agent goes by the name wished for.
        UnreadableError, InvalidDataError: a file can't be read, or has no time of creation.
        MissingExtraError: DuckDB isn't installed.

    Example:
        >>> from pathlib import Path
        >>> Path("tickets.csv").write_text("id,created\n1,2026-05-01 09:00\n2,2026-05-01 10:00\n")
        49
        >>> report_tickets(load_catalog(), ["tickets.csv"]).tickets
        2
    """
    wishes = wishes or TicketWishes()
    zone = read_zone(wishes.zone)
    hours = None
    if wishes.hours is not None:
        hours = read_hours(wishes.hours, wishes.days, wishes.holidays, zone or "UTC")
    with opened_engine() as engine:
        readings, staged, names = _read(engine, catalog, files, standard_input, wishes, zone)
        named = zone or _zone_of(readings)
        found = _Found(catalog, wishes, readings, staged, drop_repeated(engine, names), named)
        if hours is not None:
            hours = replace(hours, zone=named or "UTC")
        return _report(engine, found, _table(engine, found, frozenset(names), hours))


def _read(
    engine: Engine,
    catalog: Catalog,
    files: Sequence[str],
    standard_input: BinaryIO | None,
    wishes: TicketWishes,
    zone: str | None,
) -> tuple[list[FileReading], list[Staged], list[str]]:
    mapped = read_mapped(catalog, wishes.mapped)
    readings = []
    for number, brought in enumerate(bring(engine, files, standard_input)):
        export = open_export(engine, brought)
        columns = choose_columns(catalog, export, mapped)
        times = read_times(engine, catalog, export, columns.chosen, order=wishes.order, zone=zone)
        readings.append(FileReading(number, export, columns.layout, columns.chosen, times))
    also = {_BY[wishes.by]} if wishes.by is not None else set()
    names = make_table(engine, readings, {*_ALWAYS, *also, *(["agent"] if wishes.mine else [])})
    staged = []
    for reading in readings:
        staged.append(stage(engine, catalog, reading, names))
        check_zones(reading, staged[-1])
    return readings, staged, names


@dataclass(frozen=True)
class _Found:
    """What was read, and what is wanted of it; `zone` is the one that the person or the headers name."""

    catalog: Catalog
    wishes: TicketWishes
    readings: Sequence[FileReading]
    staged: Sequence[Staged]
    repeated: int
    zone: str | None


def _table(engine: Engine, found: _Found, names: frozenset[str], hours: OpeningHours | None) -> TicketTable:
    """The tickets as they are to be counted; makes what counting needs.

    Raises:
        UsageError: what to group by isn't in the files.
        UnknownNameError: no agent goes by the name wished for.
    """
    wishes = found.wishes
    rule = next(iter(found.catalog.ticket_rules.values()))
    by = _BY[wishes.by] if wishes.by is not None else None
    for column, option in ((by, f"--by {wishes.by}"), ("agent" if wishes.mine else None, "--mine")):
        if column not in {None, "month", *names}:
            raise UsageError(
                f"{option}: no column is known to hold {'tags' if column == 'tags' else f'the {column}'}.",
                hint=f'Name it: --map {column}="HEADER".',
            )
    times = [f"max({name})" for name in ("created", "replied", "solved_at") if name in names]
    first, *ends = engine.row(f"SELECT min(created), {', '.join(times)} FROM t")
    end = max((each for each in ends if each is not None), default=0)
    start = first or end
    shifts = shifts_between(found.zone or "UTC", start, end)
    table = TicketTable(
        names=names,
        rule=rule,
        follow_up=(wishes.follow_up_days or rule.follow_up_days) * _DAY,
        end=end,
        shifts=shifts,
        hours=hours,
        by=by,
        mine=None if wishes.mine is None else named_agent(engine, wishes.mine),
        weekly=end - start < rule.least_periods * 28 * _DAY,
    )
    prepare(engine, table, start)
    return table


def _zone_of(readings: Sequence[FileReading]) -> str | None:
    """The zone that the headers of the files name, where it is one."""
    named = {each.zone for reading in readings for each in reading.times.values() if each.named_zone}
    return named.pop() if len(named) == 1 else None


def _report(engine: Engine, found: _Found, table: TicketTable) -> TicketReport:
    catalog, wishes = found.catalog, found.wishes
    counted = count_all(engine, table)
    figurer = Figurer(catalog, table)
    whole = counted[("all", None)]
    mine = counted.get(("mine", True), Tally({})) if table.mine is not None else None
    asked = whole if mine is None else mine
    own = figurer.figures(asked)
    if mine is not None:
        own = figurer.compared(own, {None: mine}, whole)
    groups, left_out, of_groups = _groups(engine, figurer, table, counted)
    periods, trends = _trends(figurer, table, counted)
    first, last = _days(engine)
    gaps = {
        "tickets": f"{asked.count('tickets'):,}",
        "solved": f"{asked.count('solved'):,}",
        "from": first or "",
        "to": last or "",
    }
    better = _better(figurer, own, trends)
    shown = [catalog.metrics[each.metric] for each in own if each.standing != "absent"]
    return TicketReport(
        layers=catalog.added_layers,
        sources=catalog.cite(
            *table.rule.sources, *(source for metric in shown for source in metric.formula.sources)
        ),
        files=tuple(
            file_read(each, staged) for each, staged in zip(found.readings, found.staged, strict=True)
        ),
        faults=faults_of(found.staged, found.repeated, negative_spans(engine, table)),
        tickets=asked.count("tickets"),
        solved=asked.count("solved"),
        first_day=first,
        last_day=last,
        zone=found.zone or "UTC",
        zone_named=found.zone is not None,
        business_hours=business_hours(table.hours),
        follow_up_days=table.follow_up // _DAY,
        follow_up_by=follow_up_by(found.readings, table),
        least=table.rule.least,
        confidence=table.rule.confidence,
        mine=table.mine,
        by=wishes.by,
        figures=(*own, *of_groups),
        groups=tuple(groups),
        groups_left_out=left_out,
        goals=tuple(judge(wishes.goals, own)),
        period="week" if table.weekly else "month",
        periods=tuple(period_name(each, weekly=table.weekly) for each in periods),
        trends=tuple(trends),
        volume=_volume(engine, table),
        oldest_open_days=round((table.end - asked.of("oldest")) / _DAY, 2) if asked.of("oldest") else None,
        resume=tuple(resume_lines(catalog, own, trends, gaps, better)) if mine is not None else (),
        review=tuple(review_lines(catalog, own, gaps)) if asked.count("tickets") else (),
    )


def _groups(
    engine: Engine, figurer: Figurer, table: TicketTable, counted: Mapping[Key, Tally]
) -> tuple[list[TicketGroup], int, list[TicketFigure]]:
    """The groups with most tickets, how many more there are, and their figures; people stand by name, so that none is ranked."""
    if table.by is None:
        return [], 0, []
    named = {
        period_name(key, weekly=False) if isinstance(key, int) else key: sums
        for (kind, key), sums in counted.items()
        if kind == ("my-group" if table.own_groups else "group") and key != OTHERS
    }
    kept = sorted(named, key=lambda name: (-named[name].count("tickets"), name is None, name or ""))
    if table.by in {"agent", "month"}:
        kept.sort(key=lambda name: (name is None, (name or "").casefold()))
    labelled: dict[str | None, Tally] = {name if name is not None else NO_NAME: named[name] for name in kept}
    figures = [figure for name, sums in labelled.items() for figure in figurer.figures(sums, name)]
    whole = counted[("mine", True)] if table.own_groups else counted[("all", None)]
    compared = figurer.compared(figures, labelled, whole)
    groups = [TicketGroup(name=name, tickets=named[name].count("tickets")) for name in kept]
    left_out = (
        0 if table.by == "month" else count_groups(engine, table) - sum(name is not None for name in kept)
    )
    return groups, left_out, compared


def _trends(
    figurer: Figurer, table: TicketTable, counted: Mapping[Key, Tally]
) -> tuple[list[int], list[TicketTrend]]:
    kind = "period" if table.mine is None else "my-period"
    sums = {key: each for (of, key), each in counted.items() if of == kind and isinstance(key, int)}
    periods = sorted(sums)[-_MOST_PERIODS:]
    return periods, find_trends(figurer, table.rule, periods, sums)


def _days(engine: Engine) -> tuple[str | None, str | None]:
    """The first and the last day that tickets were created on."""
    first, last = engine.row("SELECT min(local), max(local) FROM v")
    if first is None:
        return None, None
    day = [
        (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=each)).date().isoformat()
        for each in (first, last)
    ]
    return day[0], day[1]


def _better(
    figurer: Figurer, own: Sequence[TicketFigure], trends: Sequence[TicketTrend]
) -> dict[str, set[str]]:
    return {
        "than-others": {
            each.metric
            for each in own
            if each.apart and figurer.is_better(each.metric, above=each.apart == "above")
        },
        "than-before": {
            each.metric
            for each in trends
            if each.change and figurer.is_better(each.metric, above=each.change == "up")
        },
    }


def _volume(engine: Engine, table: TicketTable) -> TicketVolume:
    hours, days, channels = count_volume(engine, table)
    return TicketVolume(
        channels=tuple(TicketGroup(name=name, tickets=count) for name, count in channels),
        hours=tuple(hours.get(hour, 0) for hour in range(24)),
        weekdays=tuple(days.get(day, 0) for day in range(7)),
    )
