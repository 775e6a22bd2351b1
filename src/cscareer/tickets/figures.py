"""The metrics of tickets, from what was counted: each by the definition that `metric NAME` gives, with how sure it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.metric_models import Direction, MetricUnit
from cscareer.catalog.models import Model
from cscareer.catalog.ticket_models import TicketRule
from cscareer.tickets.intervals import Measured, differ, interval, mean, quantile, share
from cscareer.tickets.tally import Tally
from cscareer.tickets.ticket_table import TicketTable

Standing = Literal["told", "too-few", "absent"]
Apart = Literal["above", "below"]
FIRST_CONTACT, FIRST_REPLY, SOLUTION = "first-contact-resolution", "first-response-time", "time-to-resolution"
HANDLE, SATISFACTION, EFFORT, RECOMMENDATION = (
    "average-handle-time",
    "customer-satisfaction",
    "customer-effort-score",
    "net-promoter-score",
)
BACKLOG, AGE = "backlog", "backlog-age"


class Way(NamedTuple):
    """How a metric is had: a share of sums, a mean, a span of time, or a count; and what a file must have for it."""

    kind: Literal["share", "mean", "score", "span", "count"]
    sums: str
    needs: str


WAYS: Mapping[str, Way] = {
    FIRST_CONTACT: Way(
        "share", "first", "when tickets were solved, and who asked or whether they were reopened"
    ),
    FIRST_REPLY: Way("span", "reply", "when the first reply went out, or how long it took"),
    SOLUTION: Way("span", "solution", "when tickets were solved, or how long it took"),
    HANDLE: Way("span", "handled", "how long each was worked on"),
    SATISFACTION: Way("share", "csat", "what customers rated"),
    EFFORT: Way("mean", "ces", "how easy customers found it"),
    RECOMMENDATION: Way("score", "nps", "whether customers would recommend you"),
    "reopen-rate": Way("share", "reopen", "how often tickets were reopened"),
    "transfer-rate": Way("share", "transferred", "how often tickets were passed on"),
    "escalation-rate": Way("share", "escalated", "whether tickets were escalated"),
    "sla-compliance": Way("share", "kept", "whether the promised time was kept, or by when tickets were due"),
    BACKLOG: Way("count", "open", "which tickets are still open"),
    AGE: Way("span", "age", "which tickets are still open"),
}
_YES = {"first": "first_yes", "csat": "csat_good"}
_PER_UNIT = {MetricUnit.HOURS: 3600, MetricUnit.DAYS: 86400, MetricUnit.SECONDS: 1}
_HUNDRED = {MetricUnit.PERCENT, MetricUnit.POINTS}


class TicketFigure(Model):
    """A metric of some tickets, in its unit.

    Args:
        group: whose tickets; null for all that are asked about.
        n: tickets or answers that it rests on; `count` those of them that it counts, for a share.
        value: by the metric's formula, a mean for spans of time; `low` and `high` are where it likely lies.
        median, p90: of spans of time, what half and nine in ten take at most.
        standing: told, too few to say, or absent as the file doesn't have what it needs (`why`).
        apart: whether it lies above or below that of all others by more than chance; null where it can't be told.
        others: the figure of all others, for the person's own.
    """

    group: str | None
    metric: str
    name: str
    unit: MetricUnit
    n: int
    count: int | None
    value: float | None
    low: float | None
    high: float | None
    median: float | None
    p90: float | None
    standing: Standing
    why: str | None
    apart: Apart | None = None
    others: float | None = None

    @property
    def main(self) -> float | None:
        """The value to show first: of spans of time what half of them take at most, as one forgotten ticket spoils a mean."""
        return self.value if self.median is None else self.median


class Figurer:
    """Works figures out, of a table of tickets."""

    def __init__(self, catalog: Catalog, table: TicketTable) -> None:
        self._catalog = catalog
        self._table = table
        self._rule: TicketRule = table.rule
        self._z = quantile(self._rule.confidence)

    def figures(self, counted: Tally, group: str | None = None) -> list[TicketFigure]:
        """Every metric of some tickets."""
        return [self.figure(metric, counted, group) for metric in WAYS]

    def figure(self, metric: str, counted: Tally, group: str | None = None) -> TicketFigure:
        """One metric of some tickets."""
        entry, way = self._catalog.metrics[metric], WAYS[metric]
        scale = self._scale(entry.unit)
        measured = measure(metric, counted)
        value = low = high = median = p90 = None
        count: int | None = None
        n = counted.count("tickets") if way.kind == "count" else counted.count(f"{way.sums}_n")
        if metric == AGE:
            n = counted.count("open")
        if way.kind == "count":
            value = float(counted.count(way.sums))
        elif measured is not None:
            value = measured.value * scale
            low, high = (end * scale for end in interval(measured, self._z))
            if way.kind == "share":
                count = counted.count(_YES.get(way.sums, f"{way.sums}_yes"))
            if way.kind == "span":
                low = max(0.0, low)
                median, p90 = (at * scale for at in counted.spans.get(way.sums, (0.0, 0.0)))
                if way.sums not in counted.spans:
                    median = p90 = None
        standing, why = self._standing(metric, way, n)
        return TicketFigure(
            group=group,
            metric=metric,
            name=entry.name,
            unit=entry.unit,
            n=n,
            count=count,
            value=_rounded(value),
            low=_rounded(low),
            high=_rounded(high),
            median=_rounded(median),
            p90=_rounded(p90),
            standing=standing,
            why=why,
        )

    def _scale(self, unit: MetricUnit) -> float:
        return 100 if unit in _HUNDRED else 1 / _PER_UNIT.get(unit, 1)

    def _standing(self, metric: str, way: Way, n: int) -> tuple[Standing, str | None]:
        if not self._has(metric):
            return "absent", self._why(metric, way)
        if metric == BACKLOG:
            return ("told", None) if n else ("too-few", None)
        if metric == AGE and not n:
            return "absent", "no ticket is open"
        return ("told" if n >= self._rule.least else "too-few"), None

    def _has(self, metric: str) -> bool:
        has = self._table.has
        there = {
            FIRST_CONTACT: has("solved_at") and (has("matter") or has("reopened")),
            FIRST_REPLY: has("replied") or (has("reply_time") and self._table.hours is None),
            SOLUTION: has("solved_at") or (has("solution_time") and self._table.hours is None),
            HANDLE: has("handled"),
            SATISFACTION: has("csat"),
            EFFORT: has("ces"),
            RECOMMENDATION: has("nps"),
            "reopen-rate": has("reopened"),
            "transfer-rate": has("transferred"),
            "escalation-rate": has("escalated"),
            "sla-compliance": has("kept") or has("due"),
        }
        return there.get(metric, has("status") or has("solved_at"))

    def _why(self, metric: str, way: Way) -> str:
        given = {FIRST_REPLY: "reply_time", SOLUTION: "solution_time"}.get(metric)
        if self._table.hours is not None and given is not None and self._table.has(given):
            return "the file says how long it took and not when, so that business hours can't be worked out"
        return f"the file doesn't say {way.needs}"

    def compared(
        self, figures: Sequence[TicketFigure], parts: Mapping[str | None, Tally], whole: Tally
    ) -> list[TicketFigure]:
        """Figures of parts, each held against all other tickets, so that all that is said is right together."""
        tested = [
            each
            for each in figures
            if each.standing == "told" and WAYS[each.metric].kind not in {"span", "count"}
        ]
        z = quantile(self._rule.confidence, len(tested))
        found = []
        for figure in figures:
            rest = whole.without(parts[figure.group])
            mine, others = measure(figure.metric, parts[figure.group]), measure(figure.metric, rest)
            if figure.standing != "told" or mine is None or others is None:
                found.append(figure)
                continue
            enough = others.n >= self._rule.least and WAYS[figure.metric].kind != "span"
            apart: Apart | None = None
            if enough and differ(mine, others, z):
                apart = "above" if mine.value > others.value else "below"
            scaled = (
                _rounded(others.value * self._scale(figure.unit)) if others.n >= self._rule.least else None
            )
            found.append(figure.model_copy(update={"apart": apart, "others": scaled}))
        return found

    def is_better(self, metric: str, *, above: bool) -> bool:
        """Whether a figure above (or below) another is the better one."""
        direction = self._catalog.metrics[metric].direction
        return direction is (Direction.HIGHER if above else Direction.LOWER)


def measure(metric: str, counted: Tally) -> Measured | None:
    """A metric with what its error is worked out from, in shares, marks or seconds; None where nothing is counted."""
    way = WAYS[metric]
    n = counted.count("open") if metric == AGE else counted.count(f"{way.sums}_n")
    if way.kind == "count" or n <= 0:
        return None
    if way.kind == "share":
        return share(counted.count(_YES.get(way.sums, f"{way.sums}_yes")), n)
    if way.kind == "score":
        good, bad = counted.count("nps_for"), counted.count("nps_against")
        return mean(n, good - bad, good + bad)._replace(deviation=_score_deviation(good, bad, n))
    return mean(n, counted.of(f"{way.sums}_sum"), counted.of(f"{way.sums}_squares"))


def _score_deviation(good: int, bad: int, n: int) -> float:
    """The deviation of marks that count 1, 0 or -1."""
    return float(max(0.0, (good + bad) / n - ((good - bad) / n) ** 2) ** 0.5)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def by_metric(figures: Sequence[TicketFigure]) -> dict[str, TicketFigure]:
    """Figures of one group by their metric."""
    return {each.metric: each for each in figures}


def told(figures: Sequence[TicketFigure]) -> Iterator[TicketFigure]:
    """Those that rest on enough."""
    return (each for each in figures if each.standing == "told")
