"""Whether a route fits into a time, and by when each of its steps would be due."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cscareer.catalog.models import Model
from cscareer.catalog.months import MONTHS_A_YEAR, months_after
from cscareer.pay.references import RoleRef
from cscareer.routes.steps import RouteStep


class Deadline(NamedTuple):
    """So many months from a day on."""

    months: int
    today: date


class Fits(StrEnum):
    """Whether typical years fit: even the longer ones, only the shorter ones, or neither."""

    WELL = "well"
    AT_BEST = "at-best"
    NO = "no"


class Timing(Model):
    """How a route fits a time.

    `step_by` is a day for each step, that share of the time which its typical years are of all (null where it doesn't
    fit), and `reached` the last role that the shorter typical years come to in that time, null where it is none.
    """

    fits: Fits
    step_by: tuple[str, ...] | None
    reached: RoleRef | None


def time_route(steps: Sequence[RouteStep], deadline: Deadline) -> Timing:
    """How the steps of a route fit a time, by the years typically spent before each."""
    low, high = (
        sum(years) for years in zip(*((step.years.low, step.years.high) for step in steps), strict=True)
    )
    fits = Fits.WELL if high * MONTHS_A_YEAR <= deadline.months else Fits.AT_BEST
    if low * MONTHS_A_YEAR > deadline.months:
        fits = Fits.NO
    gone, reached = 0, None
    spent, days = 0, []
    for at, step in enumerate(steps, start=1):
        gone += step.years.low
        if gone * MONTHS_A_YEAR <= deadline.months:
            reached = step.role
        spent += step.years.low + step.years.high
        share = spent / (low + high) if low + high else at / len(steps)
        days.append(months_after(deadline.today, round(deadline.months * share)).isoformat())
    return Timing(fits=fits, step_by=None if fits is Fits.NO else tuple(days), reached=reached)
