"""Layout of the metrics of tickets."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from cscareer.render.blocks import (
    Block,
    Bullets,
    Column,
    Command,
    Facts,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
)
from cscareer.render.cells import DASH, Cell, Spark, count_of, listed, some
from cscareer.render.layouts.ticket_notes import LINE, fault_notes, first_notes, reading_blocks, ticket_notes
from cscareer.render.layouts.ticket_words import (
    figure_of_n,
    in_unit,
    sureness,
)
from cscareer.render.text import quoted, typed
from cscareer.tickets.figures import WAYS, TicketFigure
from cscareer.tickets.goals import TicketGoal
from cscareer.tickets.report import NO_NAME, TicketReport

_SHOWN_PERIODS = 12
_SHOWN_METRICS, _SHOWN_GROUPS = 10, 9
_GROUP_METRICS = {
    "customer-satisfaction": "Satisfied", "first-contact-resolution": "Solved first time", "first-response-time": "First reply",
    "time-to-resolution": "Solution", "sla-compliance": "SLA met", "average-handle-time": "Handle time",
}  # fmt: skip
_MOST_METRICS = 4
_VERDICTS = {
    "met": "met", "missed": "missed", "can-not-be-told": "too close", "too-few": "too few", "absent": "not there",
}  # fmt: skip
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def ticket_report(answer: TicketReport) -> Page:
    names = [PurePath(each.file).name for each in answer.files]
    title = f"Tickets: {some(names, 2)}"
    if not answer.tickets:
        nothing = "No ticket stands in it." if len(names) == 1 else "No ticket stands in them."
        return Page(
            title, [Paragraph(nothing, strong=True), *reading_blocks(answer)], list(fault_notes(answer))
        )
    figures = [each for each in answer.own if each.standing != "absent"]
    blocks: list[Block] = [Paragraph(_summary(answer), strong=True)]
    if answer.by is None:
        blocks.append(_figures(answer, figures))
    else:
        blocks += [_groups(answer), Bullets(list(_apart(answer)), first=3)]
        blocks.append(Rest([Heading("In all"), _figures(answer, figures)]))
    rest = [
        *_goals(answer),
        *_resume(answer),
        *reading_blocks(answer),
        Heading("What these figures can say"),
        Bullets(answer.review),
        *_over_time(answer),
        *_volume(answer),
        *_absent(answer),
    ]
    return Page(
        title,
        [*blocks, Rest(rest)],
        list(ticket_notes(answer)),
        next_command=_next(answer, figures),
        first_notes=list(first_notes(answer)),
    )


def _summary(answer: TicketReport) -> str:
    who = f"{answer.mine}: " if answer.mine else ""
    same = answer.first_day == answer.last_day
    days = f"on {answer.first_day}" if same else f"{answer.first_day} to {answer.last_day}"
    layouts = [
        f"{each.layout_name}'s layout" if each.layout_name else "known by its headers"
        for each in answer.files
    ]
    known = listed(list(dict.fromkeys(layouts)))
    return f"{who}{count_of(answer.tickets, 'ticket')}, {answer.solved:,} solved, {days}; {known}."


def _figures(answer: TicketReport, figures: Sequence[TicketFigure]) -> Table:
    columns = [
        Column("Metric", wraps=True),
        Column("Figure (of n)", right=True),
        Column("Likely", right=True),
    ]
    columns += [Column("Others", right=True)] if answer.mine else []
    columns += [Column("Goal")] if answer.goals else []
    columns += [Column(f"By {answer.period}")] if answer.trends else []
    return Table(columns, [list(_row(answer, figure)) for figure in figures], first=_room(answer))


def _room(answer: TicketReport) -> int:
    """How many metrics the first screen has room for, beside what must be said."""
    taken = 2 * bool(list(fault_notes(answer))) + (len(_summary(answer)) > LINE)
    return _SHOWN_METRICS - taken


def _row(answer: TicketReport, figure: TicketFigure) -> Iterator[Cell]:
    yield figure.name
    yield figure_of_n(figure)
    yield sureness(figure) or None
    if answer.mine:
        is_span = (
            figure.median is not None
        )  # of others only the mean is known, which is no match for a median
        others = None if figure.others is None or is_span else in_unit(figure.others, figure.unit)
        yield f"you {figure.apart} {others}" if others and figure.apart else others
    if answer.goals:
        goal = next((each for each in answer.goals if each.metric == figure.metric), None)
        yield _VERDICTS[goal.verdict] if goal else None
    if answer.trends:
        values = next((each.values for each in answer.trends if each.metric == figure.metric), ())
        known = tuple(round(each, 1) for each in values[-_SHOWN_PERIODS:] if each is not None)
        yield Spark(known) if known else None


def _goals(answer: TicketReport) -> Iterator[Block]:
    if answer.goals:
        yield Heading("Goals")
        yield Facts([(goal.name, f"{_goal(goal)}: {_VERDICTS[goal.verdict]}") for goal in answer.goals])


def _goal(goal: TicketGoal) -> str:
    low, high = (None if end is None else in_unit(end, goal.unit) for end in (goal.low, goal.high))
    if low and high:
        return f"{low}{DASH}{high}"
    return f"{low} or more" if low else f"{high} or less"


def _groups(answer: TicketReport) -> Table:
    of_group: dict[str | None, dict[str, TicketFigure]] = {}
    for figure in answer.figures:
        of_group.setdefault(figure.group, {})[figure.metric] = figure
    there = {each.metric for each in answer.own if each.standing != "absent"}
    shown = [metric for metric in _GROUP_METRICS if metric in there][:_MOST_METRICS]
    columns = [Column(str(answer.by).capitalize(), wraps=True), Column("Tickets", right=True)]
    columns += [Column(_GROUP_METRICS[metric], right=True, wraps=True) for metric in shown]
    rows: list[list[Cell]] = []
    for group in answer.groups:
        name = group.name or NO_NAME
        rows.append([name, group.tickets, *(figure_of_n(of_group[name][metric]) for metric in shown)])
    return Table(columns, rows, first=_SHOWN_GROUPS)


def _apart(answer: TicketReport) -> Iterator[str]:
    """Which groups lie apart from the rest, for each metric; what can't be told apart is ranked by nobody."""
    told = [each for each in answer.figures if each.group and each.apart]
    for metric in WAYS:
        parts = [
            f"{some(names, 3)} {where} the rest"
            for where in ("above", "below")
            if (names := [str(each.group) for each in told if each.metric == metric and each.apart == where])
        ]
        if parts:
            name = next(each.name for each in told if each.metric == metric)
            yield f"{name}: {'; '.join(parts)}."
    if not told:
        yield "None can be told from the rest by more than chance."


def _resume(answer: TicketReport) -> Iterator[Block]:
    if answer.resume:
        yield Heading("For your resume")
        yield Bullets([line.text for line in answer.resume])
        yield Heading("To keep them as evidence")
    for line in answer.resume:
        yield Command(line.skill_name, _keep(line.skill, line.text))


def _keep(skill: str, text: str) -> str:
    return f"cscareer profile add {skill} --evidence {quoted(text)}"


def _over_time(answer: TicketReport) -> Iterator[Block]:
    if not answer.trends:
        return
    units = {each.metric: (each.name, each.unit) for each in answer.own}
    columns = [
        Column("Metric", wraps=True),
        Column("First", right=True),
        Column("Last", right=True),
        Column("Change", wraps=True),
        Column(f"By {answer.period}"),
    ]
    rows: list[list[Cell]] = []
    for trend in answer.trends:
        name, unit = units[trend.metric]
        unsure = "not tested" if WAYS[trend.metric].kind == "span" else "none to tell"
        values = Spark(tuple(each for each in trend.values if each is not None))
        rows.append(
            [name, in_unit(trend.first, unit), in_unit(trend.last, unit), trend.change or unsure, values]
        )
    yield Heading(f"Over time, from {answer.periods[0]} to {answer.periods[-1]}")
    yield Table(columns, rows)


def _volume(answer: TicketReport) -> Iterator[Block]:
    volume = answer.volume
    yield Heading("When and how they came in (all tickets)")
    days = ", ".join(f"{name} {count:,}" for name, count in zip(_WEEKDAYS, volume.weekdays, strict=True))
    busiest = max(range(24), key=lambda hour: volume.hours[hour])
    facts: list[tuple[str, Cell]] = [
        ("By day", days),
        ("By hour from 0 to 23", Spark(volume.hours)),
        ("Busiest hour", f"{busiest:02}:00, {count_of(volume.hours[busiest], 'ticket')} ({answer.zone})"),
    ]
    facts += [(channel.name or "No channel", channel.tickets) for channel in volume.channels]
    if answer.oldest_open_days is not None:
        facts.append(("Oldest still open", f"{answer.oldest_open_days:,.1f} days"))
    yield Facts(facts)


def _absent(answer: TicketReport) -> Iterator[Block]:
    absent = [each for each in answer.own if each.standing == "absent"]
    if absent:
        yield Heading("Not worked out")
        yield Facts([(each.name, each.why) for each in absent])


def _next(answer: TicketReport, figures: Sequence[TicketFigure]) -> str | None:
    if answer.resume:
        return _keep(answer.resume[0].skill, answer.resume[0].text)
    return f"cscareer metric {typed(figures[0].name)}" if figures else None
