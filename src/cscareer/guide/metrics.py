"""The figures service is measured by: the list, and one of them in full."""

from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.arithmetic import spell
from cscareer.catalog.loading import Catalog
from cscareer.catalog.metric_models import (
    Advice,
    Benchmark,
    Direction,
    Formula,
    Metric,
    MetricUnit,
    Statement,
)
from cscareer.catalog.models import Model
from cscareer.catalog.pointing import citations


class MetricRow(Model):
    """A metric in the list; its values are in its unit, null where no source we cite states them."""

    id: str
    name: str
    abbreviation: str | None
    summary: str
    unit: MetricUnit
    direction: Direction
    good: Benchmark | None
    world_class: Benchmark | None
    average: Benchmark | None


class MetricList(Answer):
    """The metrics of service, in the order the data has them."""

    rows: ClassVar = "metrics"

    schema_: Literal["cscareer/metrics/1"] = Field("cscareer/metrics/1", alias="schema")
    metrics: tuple[MetricRow, ...]


class SpelledFormula(Formula):
    """A formula with `words`: its expression as a person says it."""

    words: str


class MetricSkill(Model):
    """A skill that moves the metric."""

    id: str
    name: str


class MetricRef(Model):
    """Another metric to read beside it."""

    id: str
    name: str


class MetricReport(Answer):
    """One metric in full; values in its unit, null where no source we cite states them."""

    rows: ClassVar = None

    schema_: Literal["cscareer/metric/1"] = Field("cscareer/metric/1", alias="schema")
    id: str
    name: str
    abbreviation: str | None
    aliases: tuple[str, ...]
    summary: str
    unit: MetricUnit
    direction: Direction
    better: str
    scale: str | None
    formula: SpelledFormula
    good: Benchmark | None
    world_class: Benchmark | None
    average: Benchmark | None
    notes: tuple[Statement, ...]
    gaming: Advice
    moving: Advice
    skills: tuple[MetricSkill, ...]
    related: tuple[MetricRef, ...]


def list_metrics(catalog: Catalog) -> MetricList:
    """Every metric, with the values a source states for it.

    Example:
        >>> "first-contact-resolution" in [each.id for each in list_metrics(load_catalog()).metrics]
        True
    """
    metrics = catalog.metrics.values()
    cited = [source for metric in metrics for source in _cited_by_row(metric)]
    return MetricList(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        metrics=tuple(MetricRow(**metric.shown_in(MetricRow)) for metric in metrics),
    )


def describe_metric(catalog: Catalog, metric: Metric) -> MetricReport:
    """One metric in full, with every source that any statement of it cites.

    Example:
        >>> catalog = load_catalog()
        >>> describe_metric(catalog, catalog.metrics["first-contact-resolution"]).abbreviation
        'FCR'
    """
    names = {each.id: each.name for each in metric.formula.inputs}
    return MetricReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*(source for _, source in citations("metrics", metric))),
        **metric.shown_in(MetricReport)
        | {
            "aliases": (*metric.aliases, *metric.ambiguous),
            "formula": SpelledFormula(**dict(metric.formula), words=spell(metric.formula.expression, names)),
            "skills": tuple(
                MetricSkill(id=skill, name=catalog.skills[skill].name) for skill in metric.skills
            ),
            "related": tuple(
                MetricRef(id=other, name=catalog.metrics[other].name) for other in metric.related
            ),
        },
    )


def _cited_by_row(metric: Metric) -> list[str]:
    values = [value for value in (metric.good, metric.world_class, metric.average) if value]
    return [*metric.sources, *(source for value in values for source in value.sources)]
