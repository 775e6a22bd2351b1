"""Lines about a person's figures: for a resume, with the skill that each proves, and for a talk about their work."""

from collections.abc import Iterator, Mapping, Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.metric_models import MetricUnit
from cscareer.catalog.models import Model
from cscareer.catalog.ticket_models import TicketLine
from cscareer.tickets.figures import WAYS, TicketFigure, by_metric
from cscareer.tickets.trends import TicketTrend

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_WHOLE = 10  # from which on no decimals are said


class ResumeLine(Model):
    """A line that the person's own figures bear out, and the skill that it proves."""

    text: str
    skill: str
    skill_name: str


def span_words(seconds: float) -> str:
    """A span of time as people say it."""
    for size, name in ((_DAY, "days"), (_HOUR, "hours"), (_MINUTE, "minutes")):
        if seconds >= 2 * size:
            amount = seconds / size
            return (
                f"{amount:.0f} {name}"
                if amount >= _WHOLE or amount == int(amount)
                else f"{amount:.1f} {name}"
            )
    return f"{seconds:.0f} seconds"


def value_words(value: float, unit: MetricUnit) -> str:
    """A figure with its unit, as people say it."""
    seconds = {MetricUnit.HOURS: _HOUR, MetricUnit.DAYS: _DAY, MetricUnit.SECONDS: 1}.get(unit)
    if seconds is not None:
        return span_words(value * seconds)
    if unit is MetricUnit.PERCENT:
        return f"{value:.0f}%"
    if unit is MetricUnit.SCORE:
        return f"{value:.1f}"
    return f"{value:,.0f}"


def resume_lines(
    catalog: Catalog,
    figures: Sequence[TicketFigure],
    trends: Sequence[TicketTrend],
    gaps: Mapping[str, str],
    better: Mapping[str, set[str]],
) -> list[ResumeLine]:
    """The lines of a resume that these figures bear out.

    `gaps` are what stands in the gaps of every line, `better` the metrics that are better "than-before" or "than-others",
    beyond chance.
    """
    found = []
    solved_told = False
    for line in catalog.ticket_lines.values():
        text = _filled(line, figures, trends, gaps, better) if line.place == "resume" else None
        if text is None or line.skill is None or ("{solved}" in line.text and solved_told):
            continue
        solved_told |= "{solved}" in line.text
        found.append(ResumeLine(text=text, skill=line.skill, skill_name=catalog.skills[line.skill].name))
    return found


def review_lines(catalog: Catalog, figures: Sequence[TicketFigure], gaps: Mapping[str, str]) -> list[str]:
    """What these figures can say and what they can't."""
    lines = [each for each in catalog.ticket_lines.values() if each.place == "review"]
    return [text for line in lines if (text := _filled(line, figures, (), gaps, {})) is not None]


def _filled(
    line: TicketLine,
    figures: Sequence[TicketFigure],
    trends: Sequence[TicketTrend],
    gaps: Mapping[str, str],
    better: Mapping[str, set[str]],
) -> str | None:
    known = by_metric(figures)
    if any(metric not in WAYS or known[metric].standing != "told" for metric in line.needs):
        return None
    if line.better is not None and line.needs[0] not in better.get(line.better, set()):
        return None
    filled = dict(gaps)
    if line.needs:
        filled |= dict(_own_gaps(known[line.needs[0]], trends))
    try:
        return line.text.format(**filled)
    except KeyError:
        return None  # what it wants to say isn't known


def _own_gaps(figure: TicketFigure, trends: Sequence[TicketTrend]) -> Iterator[tuple[str, str]]:
    yield "n", f"{figure.n:,}"
    yield "rated", f"{figure.n:,}"
    for name in ("value", "median", "low", "high", "others"):
        value = getattr(figure, name)
        if value is not None:
            yield name, value_words(value, figure.unit)
    trend = next((each for each in trends if each.metric == figure.metric), None)
    if trend is not None and trend.first is not None:
        yield "before", value_words(trend.first, figure.unit)
