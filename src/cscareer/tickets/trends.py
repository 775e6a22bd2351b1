"""Metrics over time: a figure for each month or week, and whether the last one differs from the first by more than chance."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from cscareer.catalog.models import Model
from cscareer.catalog.ticket_models import TicketRule
from cscareer.tickets.figures import WAYS, Figurer, measure
from cscareer.tickets.intervals import differ, quantile
from cscareer.tickets.tally import Tally

_EPOCH = date(1970, 1, 1)


class TicketTrend(Model):
    """A metric over the periods of the answer, in its unit; null where a period has too few tickets to say.

    `first` and `last` are the figures of the first and the last period that have enough, `change` whether the last one is up
    or down from it by more than chance.
    """

    metric: str
    values: tuple[float | None, ...]
    counts: tuple[int, ...]
    first: float | None
    last: float | None
    change: Literal["up", "down"] | None


def period_name(number: int, *, weekly: bool) -> str:
    """A period as people write it: 2026-03, or the Monday of a week."""
    if weekly:
        return (_EPOCH + timedelta(days=number)).isoformat()
    return f"{number // 100}-{number % 100:02}"


def find_trends(
    figurer: Figurer, rule: TicketRule, periods: Sequence[int], counted: Mapping[int, Tally]
) -> list[TicketTrend]:
    """The metrics that enough can be said of in two periods at least."""
    found = []
    z = quantile(rule.confidence, sum(way.kind not in {"span", "count"} for way in WAYS.values()))
    for metric in WAYS:
        figures = [figurer.figure(metric, counted.get(period, Tally({}))) for period in periods]
        enough = [
            at for at, figure in enumerate(figures) if figure.standing == "told" and figure.main is not None
        ]
        if len(enough) < 2 or WAYS[metric].kind == "count":  # noqa: PLR2004  a change takes two
            continue
        start, stop = (counted[periods[at]] for at in (enough[0], enough[-1]))
        before, after = measure(metric, start), measure(metric, stop)
        moved = (
            WAYS[metric].kind != "span"
            and before is not None
            and after is not None
            and differ(before, after, z)
        )
        first, last = figures[enough[0]].main, figures[enough[-1]].main
        assert first is not None  # as enough of it is there
        assert last is not None
        found.append(
            TicketTrend(
                metric=metric,
                values=tuple(each.main if at in enough else None for at, each in enumerate(figures)),
                counts=tuple(each.n for each in figures),
                first=first,
                last=last,
                change=("up" if last > first else "down") if moved else None,
            )
        )
    return found
