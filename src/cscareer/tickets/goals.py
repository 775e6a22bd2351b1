"""Goals that a person sets for metrics, and whether figures meet them, as far as figures can tell."""

import re
from collections.abc import Sequence
from typing import Literal

from cscareer.catalog.metric_models import Direction, Metric, MetricUnit
from cscareer.catalog.models import Model
from cscareer.errors import UsageError
from cscareer.tickets.figures import WAYS, TicketFigure

Verdict = Literal["met", "missed", "can-not-be-told", "too-few", "absent"]
_NUMBER = r"(\d{1,9}(?:\.\d{1,6})?)\s*(%|[a-z]*)"
_LONGEST = 60  # letters of a goal: spaces before a unit would be gone over again and again
_GOAL = re.compile(rf"\s*(-?){_NUMBER}\s*(?:(?:-|–|to|\.\.)\s*{_NUMBER})?\s*", re.IGNORECASE)
_SECONDS = {
    "s": 1,
    "sec": 1,
    "seconds": 1,
    "m": 60,
    "min": 60,
    "minutes": 60,
    "h": 3600,
    "hours": 3600,
    "hour": 3600,
    "d": 86400,
    "days": 86400,
    "day": 86400,
}
_UNITS = {MetricUnit.SECONDS: 1, MetricUnit.HOURS: 3600, MetricUnit.DAYS: 86400}


class TicketGoal(Model):
    """What a metric is to come to, in its unit: at least `low`, at most `high`, one of which may be null."""

    metric: str
    name: str
    unit: MetricUnit
    low: float | None
    high: float | None
    verdict: Verdict


class Goal(Model):
    """A goal without its verdict."""

    metric: str
    low: float | None
    high: float | None


def read_goal(metric: Metric, said: str) -> Goal:
    """What a person wants of a metric: 90%, 4h, 300-600s; one end is the better one, by the metric's direction.

    Raises:
        UsageError: it is no such figure, or no metric that tickets have.
    """
    if metric.id not in WAYS:
        raise UsageError(
            f"--goal: {metric.name} can't be worked out of tickets.",
            hint=f"Goals may be set for: {', '.join(WAYS)}.",
        )
    match = _GOAL.fullmatch(said) if len(said) <= _LONGEST else None
    if not match:
        raise UsageError(
            f'--goal: "{said[:_LONGEST]}" is no figure.',
            hint="Write it like csat=90%, first-response-time=4h or AHT=300-600.",
        )
    first = _in_unit(metric, match[2], match[3] or match[5] or "", said) * (-1 if match[1] else 1)
    if match[4]:
        second = _in_unit(metric, match[4], match[5] or match[3] or "", said)
        return Goal(metric=metric.id, low=min(first, second), high=max(first, second))
    if metric.direction is Direction.HIGHER:
        return Goal(metric=metric.id, low=first, high=None)
    return Goal(metric=metric.id, low=None, high=first)


def _in_unit(metric: Metric, number: str, unit: str, said: str) -> float:
    word = unit.casefold()
    if not word:
        return float(number)
    if metric.unit in _UNITS and word in _SECONDS:
        return float(number) * _SECONDS[word] / _UNITS[metric.unit]
    if metric.unit is MetricUnit.PERCENT and word == "%":
        return float(number)
    if word in {str(metric.unit), str(metric.unit).removesuffix("s")}:
        return float(number)
    raise UsageError(
        f'--goal: "{said}" is no figure in {metric.unit}.', hint=f"{metric.name} counts in {metric.unit}."
    )


def judge(goals: Sequence[Goal], figures: Sequence[TicketFigure]) -> list[TicketGoal]:
    """Goals with whether they are met: only where the whole of what is likely lies on one side of them."""
    by_metric = {each.metric: each for each in figures}
    return [
        TicketGoal(
            metric=goal.metric,
            name=by_metric[goal.metric].name,
            unit=by_metric[goal.metric].unit,
            low=goal.low,
            high=goal.high,
            verdict=_verdict(goal, by_metric[goal.metric]),
        )
        for goal in goals
    ]


def _verdict(goal: Goal, figure: TicketFigure) -> Verdict:
    if figure.standing != "told":
        return "too-few" if figure.standing == "too-few" else "absent"
    low, high = figure.low, figure.high
    if figure.median is not None:  # the goal is for what half of them take
        low = high = figure.median
    elif low is None or high is None:
        low = high = figure.value
    assert low is not None  # a figure that is told has a value
    assert high is not None
    least, most = (
        (float("-inf") if goal.low is None else goal.low),
        (float("inf") if goal.high is None else goal.high),
    )
    if least <= low and high <= most:
        return "met"
    return "missed" if high < least or low > most else "can-not-be-told"
