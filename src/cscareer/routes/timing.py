"""Whether a route fits into a time, and by when each of its steps, and each skill to learn for them, would be due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from cscareer.catalog.models import Model, Need
from cscareer.catalog.months import MONTHS_A_YEAR, months_after
from cscareer.pay.references import RoleRef
from cscareer.routes.learning import SkillToLearn
from cscareer.routes.steps import RouteStep

_DAYS_A_MONTH = 30.4


class Deadline(NamedTuple):
    """So many months from a day on."""

    months: int
    today: date


class Fits(StrEnum):
    """Whether typical years fit: even the longer ones, only the shorter ones, or neither."""

    WELL = "well"
    AT_BEST = "at-best"
    NO = "no"


class SkillDay(Model):
    """By when a skill is to be learnt for a step of a route."""

    step: int
    id: str
    name: str
    by: str


class Timing(Model):
    """How a route fits a time, by the typical years that are left.

    `step_by` is a day for each step, that share of the time which the years left before it are of all (null where it
    doesn't fit), `could_be` the day that each comes to where it takes the longer of the years left and a month for each skill level to
    gain, and `reached` the last role that the shorter of them come to in that time, null where it is none. `learn_by` has a day
    for each skill to learn, in the order of what to begin with and as `paced` says; none for what employers teach in the first
    weeks, and empty where it doesn't fit.
    """

    fits: Fits
    step_by: tuple[str, ...] | None
    could_be: tuple[str, ...]
    reached: RoleRef | None
    learn_by: tuple[SkillDay, ...]

    @property
    def days(self) -> tuple[str, ...]:
        """A day for each step: when it could be where that is well within the time, else its share of the time."""
        return self.could_be if self.fits is Fits.WELL else self.step_by or ()


def months_of(step: RouteStep) -> tuple[int, int]:
    """The months that a step takes from now on, at least and at most: the typical years left.

    Where these are few, it takes a month at most for each skill level to gain; that is our own judgement.
    """
    low, high = (round(years * MONTHS_A_YEAR) for years in (step.years_left.low, step.years_left.high))
    return low, max(high, step.levels_to_gain)


def most_months(steps: Sequence[RouteStep]) -> int:
    """The months that the steps of a route take at most."""
    return sum(months_of(step)[1] for step in steps)


def time_route(steps: Sequence[RouteStep], deadline: Deadline) -> Timing:
    """How the steps of a route fit a time, by what is left of the years typically spent before each."""
    low, high = (sum(months) for months in zip(*map(months_of, steps), strict=True))
    fits = Fits.WELL if high <= deadline.months else Fits.AT_BEST
    if low > deadline.months:
        fits = Fits.NO
    gone, reached = 0, None
    spent, slowest, days, could_be = 0, 0, [], []
    for at, step in enumerate(steps, start=1):
        least, most = months_of(step)
        gone += least
        if gone <= deadline.months:
            reached = step.role
        spent += least + most
        slowest += most
        could_be.append(months_after(deadline.today, slowest).isoformat())
        share = spent / (low + high) if low + high else at / len(steps)
        days.append(months_after(deadline.today, round(deadline.months * share)).isoformat())
    timing = Timing(
        fits=fits,
        step_by=None if fits is Fits.NO else tuple(days),
        could_be=tuple(could_be),
        reached=reached,
        learn_by=(),
    )
    return timing.model_copy(update={"learn_by": tuple(_learn_by(steps, timing.days, deadline.today))})


def _learn_by(steps: Sequence[RouteStep], days: Sequence[str], today: date) -> Iterator[SkillDay]:
    begun = today
    for step, day in zip(steps[: len(days)], days, strict=True):
        end = date.fromisoformat(day)
        learnt = [skill for skill in skills_of(step) if not skill.taught]
        days_by = paced(begun, end, [skill.levels for skill in learnt])
        for skill, by in zip(learnt, days_by, strict=True):
            yield SkillDay(step=step.step, id=skill.id, name=skill.name, by=by)
        begun = end


def skills_of(step: RouteStep) -> list[SkillToLearn]:
    """What is to be learnt for a step, in the order in which to go at it: what only helps comes late, what employers teach last."""
    learnt = [*step.skills_to_add, *step.skills_to_deepen]
    return sorted(learnt, key=lambda skill: (skill.taught, skill.need is Need.HELPFUL))


def paced(begin: date, end: date, levels: Sequence[int]) -> list[str]:
    """The day of each of some skills, one after the other: a month for each level, and less where that ends behind `end`."""
    days = (end - begin).days
    a_level = min(_DAYS_A_MONTH, days / max(1, sum(levels)))
    return [(begin + timedelta(days=int(a_level * gone))).isoformat() for gone in accumulate(levels)]
