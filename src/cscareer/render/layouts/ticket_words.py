"""Words that the layouts of tickets share: figures in their units, short enough for a table."""

from collections.abc import Iterator

from cscareer.catalog.metric_models import MetricUnit
from cscareer.render.cells import DASH, count_of
from cscareer.tickets.figures import TicketFigure
from cscareer.tickets.report import TicketFaults, TicketFile, TicketReport

_SIZES = ((86400, "d"), (3600, "h"), (60, "min"))
_SECONDS = {MetricUnit.HOURS: 3600, MetricUnit.DAYS: 86400, MetricUnit.SECONDS: 1}
_WHOLE = 10
_NEAR = 2  # points


def span(seconds: float) -> str:
    """A span of time in its largest unit: 2.8 h."""
    for size, unit in _SIZES:
        if seconds >= 2 * size or (unit == "min" and seconds >= size):
            amount = seconds / size
            return f"{amount:.0f} {unit}" if amount >= _WHOLE else f"{amount:.1f} {unit}".replace(".0 ", " ")
    return f"{seconds:.0f} s"


def in_unit(value: float | None, unit: MetricUnit, digits: int = 0) -> str:
    """A figure in its unit; `digits` are those of a percentage."""
    if value is None:
        return DASH
    if unit in _SECONDS:
        return span(value * _SECONDS[unit])
    if unit is MetricUnit.PERCENT:
        return f"{value:.{digits}f}%"
    said = f"{value:.1f}" if unit is MetricUnit.SCORE else f"{value:,.0f}"
    return said.replace("-", "−")


def figure_of_n(figure: TicketFigure) -> str:
    """The figure to show first and of how many, or why there is none."""
    if figure.standing == "absent":
        return DASH
    if figure.standing == "too-few":
        return f"too few ({figure.n:,})"
    return f"{in_unit(figure.main, figure.unit, _digits(figure))} ({figure.n:,})"


def sureness(figure: TicketFigure) -> str:
    """Between what a share or mean likely lies, and what nine in ten take at most of a span."""
    if figure.standing != "told":
        return ""
    if figure.p90 is not None:
        return f"9 in 10: {in_unit(figure.p90, figure.unit)}"
    if figure.low is None or figure.high is None:
        return ""
    low, high = (in_unit(end, figure.unit, _digits(figure)) for end in (figure.low, figure.high))
    if figure.unit is MetricUnit.PERCENT:
        low = low.removesuffix("%")
    return f"{low}{DASH}{high}" if figure.low >= 0 else f"{low} to {high}"


def _digits(figure: TicketFigure) -> int:
    """A decimal where the ends are so near that whole numbers would hide them."""
    return int(figure.low is not None and figure.high is not None and figure.high - figure.low < _NEAR)


def file_words(file: TicketFile) -> str:
    """A file, and what it was taken for."""
    known = f"{file.layout_name}'s layout" if file.layout_name else "known by its headers"
    signs = {"\t": "tabs", ";": "semicolons", "|": "bars"}
    apart = f", cells apart by {signs[file.separator]}" if file.separator in signs else ""
    letters = ", read as Western European (Latin-1) text" if file.encoding == "latin-1" else ""
    return f"{file.file}: {count_of(file.rows, 'row')}, {known}{apart}{letters}"


def fault_words(faults: TicketFaults) -> Iterator[str]:
    """What was wrong with tickets, each with what was done."""
    if faults.no_created:
        yield f"{count_of(faults.no_created, 'row')} without a readable time of creation left out"
    if faults.repeated:
        yield f"{count_of(faults.repeated, 'row')} with an id that stands there twice left out, the newest kept"
    if faults.end_before_beginning:
        yield f"{count_of(faults.end_before_beginning, 'ticket')} that ended before it began: that span left out"
    if faults.unreadable_times:
        yield f"{count_of(faults.unreadable_times, 'ticket')} with a time that can't be read"
    if faults.ratings_out_of_scale:
        yield f"{count_of(faults.ratings_out_of_scale, 'ticket')} with a rating off its scale, left out of it"
    if faults.unreadable_durations:
        yield f"{count_of(faults.unreadable_durations, 'ticket')} with a span of time that can't be read"
    if faults.skipped_hours:
        yield f"{count_of(faults.skipped_hours, 'ticket')} at an hour that the clock skipped in spring, read an hour on"


def first_contact_words(answer: TicketReport) -> str | None:
    """How first contact resolution was had."""
    days = count_of(answer.follow_up_days, "day")
    by = {
        "requester and subject": f"not reopened, and no new ticket of the same requester on the same subject within {days}",
        "requester": f"not reopened, and no new ticket of the same requester within {days}, as the file has no subjects",
        "reopening alone": "not reopened; who wrote anew looks solved, as the file has no requesters",
    }.get(answer.follow_up_by or "")
    if by is None:
        return None
    return f"First contact resolution is a stand-in: {by}; of tickets solved at least {days} before the file ends."


def clock_words(answer: TicketReport) -> str:
    """Which hours count."""
    hours = answer.business_hours
    if hours is None:
        return "Spans count day and night; --hours 9-17 counts business hours."
    minute = "{:02}:{:02}".format
    at = f"{minute(*divmod(hours.opens, 60))}{DASH}{minute(*divmod(hours.closes, 60))}"
    off = f" but {count_of(hours.holidays, 'holiday')}" if hours.holidays else ""
    return f"Spans count business hours: {', '.join(hours.days)} {at} {answer.zone}{off}."
