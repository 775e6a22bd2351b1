"""What metrics.yaml may say: the figures of service, how each is worked out, and what moves it."""

from enum import StrEnum
from math import isclose, isfinite
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from cscareer.catalog.arithmetic import Number, calculate, names_in
from cscareer.catalog.models import Cites, Id, Model, Named, Text, Year
from cscareer.catalog.wording import worded


def _number(value: object) -> object:
    if type(value) not in {int, float} or not isfinite(value):  # type: ignore[arg-type]  # a number by then
        raise ValueError("a figure must be a number, without quotes")
    return value


Figure = Annotated[Number, BeforeValidator(_number)]
InputId = Annotated[
    str,
    StringConstraints(max_length=40),
    worded(r"^[a-z][a-z_]*$", "must be lower-case letters joined by _, like `after_call`"),
]
Expression = Annotated[Text, StringConstraints(max_length=200)]


class MetricUnit(StrEnum):
    """What a metric counts in."""

    PERCENT = "percent"
    SECONDS = "seconds"
    HOURS = "hours"
    DAYS = "days"
    POINTS = "points"
    SCORE = "score"
    CONTACTS_AN_HOUR = "contacts an hour"
    TICKETS = "tickets"
    DOLLARS = "dollars"


class Direction(StrEnum):
    """Which way is better: up, down, or neither too high nor too low."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"


class FormulaInput(Model):
    """A figure that goes into a formula, with its value in the example."""

    id: InputId
    name: Text
    value: Figure


class Formula(Model):
    """How a metric is worked out: an expression over its inputs, with an example that comes to `result`."""

    expression: Expression
    inputs: Annotated[tuple[FormulaInput, ...], Field(min_length=1)]
    result: Figure
    sources: Cites

    @model_validator(mode="after")
    def _example_is_right(self) -> Self:
        values = {each.id: each.value for each in self.inputs}
        if unused := sorted(values.keys() - names_in(self.expression)):
            raise ValueError(f'"{unused[0]}" is an input that the formula doesn\'t use')
        found = calculate(self.expression, values)
        if not isclose(found, self.result, rel_tol=1e-9):
            raise ValueError(f"the example comes to {found:.10g}, not to {self.result}")
        return self


class Benchmark(Model):
    """A value that a source states, in the metric's unit; an end it leaves open is null, as is the year of an undated one."""

    low: Figure | None
    high: Figure | None
    year: Year | None
    words: Text | None
    sources: Cites

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("low and high are both null; write the whole value as null instead")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high})")
        return self


class Statement(Model):
    """Something that is so, and who says it."""

    words: Text
    sources: Cites


class Advice(Model):
    """Several points on one matter, and who makes them."""

    points: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    sources: Cites


class Metric(Named):
    """A figure of service. `good`, `world_class` and `average` are null where no source we cite states them."""

    name: Text
    abbreviation: Text | None
    summary: Text
    unit: MetricUnit
    direction: Direction
    better: Text
    scale: Text | None
    formula: Formula
    good: Benchmark | None
    world_class: Benchmark | None
    average: Benchmark | None
    notes: tuple[Statement, ...]
    gaming: Advice
    moving: Advice
    skills: Annotated[tuple[Id, ...], Field(min_length=1)]
    related: tuple[Id, ...]
    sources: Cites

    @model_validator(mode="after")
    def _abbreviation_is_a_name(self) -> Self:
        if self.abbreviation is not None and self.abbreviation not in (*self.aliases, *self.ambiguous):
            raise ValueError(
                f'the abbreviation "{self.abbreviation}" must stand among the aliases, to be found'
            )
        return self


class MetricsFile(Model):
    """The figures service is measured by."""

    metrics: tuple[Metric, ...]
