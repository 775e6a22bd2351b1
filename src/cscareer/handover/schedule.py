"""A plan with days: which skill by when, and which role, on the way that a person goes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, SkillLevel
from cscareer.catalog.months import months_after
from cscareer.routes.learning import SkillToLearn
from cscareer.routes.planning import Route, RoutePlan
from cscareer.routes.timing import Deadline, Fits, most_months, paced, skills_of, time_route
from cscareer.skills.gap import GapItem, GapReport, SkillState


class PlanItem(Model):
    """What is to be there by a day: a skill at a level, or the step into a role (`level` null).

    `step` is the next thing to do for a skill.
    """

    by: str
    kind: Literal["skill", "role"]
    id: str
    name: str
    level: SkillLevel | None
    step: str | None


def dated_plan(
    catalog: Catalog, gap: GapReport | None, path: RoutePlan | None, within: Deadline | None, today: date
) -> tuple[PlanItem, ...]:
    """The plan: the first route that fits the time, or else, without a route, the gap's open skills over the time.

    Each step of a route has its share of the time (of the longer typical years left where no time is given, or too little), and
    the skills to add for it come one after the other, a month a level at most. What employers teach has no day. What only helps is no step where one may apply today. Without a route and a time there is no plan.
    """
    if path and path.routes:
        return tuple(_along(catalog, _best(path.routes), gap, within, today))
    if gap is None or within is None:
        return ()
    end = months_after(today, within.months)
    wanted = [item for item in gap.skills if item.state is not SkillState.HAVE and not item.taught]
    days = paced(today, end, [item.wanted_level - (item.held_level or 0) for item in wanted])
    return tuple(
        PlanItem(
            by=day,
            kind="skill",
            id=item.id,
            name=item.name,
            level=SkillLevel(item.wanted_level),
            step=item.next_step,
        )
        for day, item in zip(days, wanted, strict=True)
    )


def _best(routes: Sequence[Route]) -> Route:
    """The first that fits the time, or the first."""
    return next(
        (route for route in routes if route.timing and route.timing.fits is not Fits.NO),
        routes[0],
    )


def _along(
    catalog: Catalog, route: Route, gap: GapReport | None, within: Deadline | None, today: date
) -> Iterator[PlanItem]:
    if may_apply_now(gap, route):
        yield PlanItem(
            by=today.isoformat(),
            kind="role",
            id=route.steps[0].role.id,
            name=route.steps[0].role.title,
            level=None,
            step=None,
        )
        return
    timing = time_route(route.steps, within) if within else None
    if timing is None or timing.step_by is None:
        timing = time_route(route.steps, Deadline(most_months(route.steps), today))
    known = {item.id: item for item in gap.skills} if gap else {}
    begun = today
    for step, day in zip(route.steps, timing.step_by or (), strict=True):
        end = date.fromisoformat(day)
        learnt = [each for each in skills_of(step) if not (each.taught or _held(each, known))]
        days = paced(begun, end, [each.levels for each in learnt])
        for by, skill in zip(days, learnt, strict=True):
            item = known.get(skill.id)
            onward = SkillLevel((skill.from_level or 0) + 1)
            yield PlanItem(
                by=by,
                kind="skill",
                id=skill.id,
                name=skill.name,
                level=SkillLevel(skill.to_level),
                step=(item and item.next_step) or catalog.skills[skill.id].build.at(onward),
            )
        yield PlanItem(by=day, kind="role", id=step.role.id, name=step.role.title, level=None, step=None)
        begun = end


def may_apply_now(gap: GapReport | None, route: Route) -> bool:
    """Whether one step leads to the role, its typical years are behind the person, and nothing required is open that employers don't teach."""
    return (
        gap is not None
        and gap.ready
        and len(route.steps) == 1
        and not route.total.years_left.high
        and route.steps[0].role.id == gap.role.id
    )


def _held(skill: SkillToLearn, known: Mapping[str, GapItem]) -> bool:
    return skill.id in known and known[skill.id].state is SkillState.HAVE
