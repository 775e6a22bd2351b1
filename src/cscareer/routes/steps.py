"""The steps of a route, and what they come to."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, Self

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Level, Model, Move, NextRole, Role, Track, YearSpan
from cscareer.pay.differences import Difference
from cscareer.pay.local import PaidRole
from cscareer.pay.money import Number, exact, shown
from cscareer.pay.ranges import Range, midpoint
from cscareer.pay.references import RoleRef, reference
from cscareer.routes.learning import SkillToLearn, StartingSkill, learn_along, levels_of
from cscareer.routes.paying import PayChange, Pays, WhyUnknown, pay_change
from cscareer.routes.weighing import forgone
from cscareer.routes.years import YearsLeft, years_left


class StepPay(Range):
    """What a role pays; `starting` says whether that is pay on the first day, `band` which part of all wages it is.

    `match` is how close the role's occupation is to it: the wages of a broad match are also those of other jobs, and
    those of a catch-all are of whatever no other occupation holds.
    """

    starting: bool | None
    band: Band | None
    match: Literal["close", "broad"]
    catch_all: bool

    @classmethod
    def of(cls, there: PaidRole) -> Self:
        """The part of a role's pay that a step shows."""
        shown = {name: getattr(there, name) for name in ("starting", "band", *Range.model_fields)}
        return cls(**shown, match=there.occupation.match, catch_all=there.occupation.catch_all)


class RouteStep(Model):
    """A move to the next role; `years` are typically spent in the role before, of which `years_left` are still to come.

    `skills_to_add` are those the route hasn't touched yet, `skills_to_deepen` those an earlier step taught less of.
    `pay_change` is from middle to middle, null with its reason. `pay_forgone` is how much less than the role wanted
    the role before counts as paying over the years left, by the typical pay of official wages (see `Pays.counted`).
    """

    route: int
    step: int
    from_role: RoleRef
    role: RoleRef
    level: Level
    track: Track
    move: Move
    years: YearSpan
    years_left: YearsLeft
    skills_to_add: tuple[SkillToLearn, ...]
    skills_to_deepen: tuple[SkillToLearn, ...]
    levels_to_gain: int
    pay_before: StepPay
    pay_after: StepPay
    pay_change: Difference | None
    pay_change_unknown: WhyUnknown | None
    pay_forgone: Number | None


class RouteTotal(Model):
    """What the steps of a route come to: each figure is the sum over its steps.

    `pay_change` (its percent is of the first role's pay) and `pay_forgone` are null where a step's is, `pay_change`
    with the reason of the first such step.
    """

    steps: int
    years: YearSpan
    years_left: YearsLeft
    skills_to_add: int
    skills_to_deepen: int
    levels_to_gain: int
    pay_change: Difference | None
    pay_change_unknown: WhyUnknown | None
    pay_forgone: Number | None


def steps_along(
    catalog: Catalog,
    path: Sequence[Role],
    skills: Sequence[StartingSkill],
    pays: Pays,
    route: int = 1,
    spent: float | None = None,
    first: Sequence[str] = (),
) -> tuple[RouteStep, ...]:
    """The steps from a role along others, each with what it takes, less what the person has or has learnt by then.

    Args:
        catalog: the data.
        path: the roles, the one to start from first.
        skills: what the person begins with.
        pays: what roles pay.
        route: the number of the route.
        spent: the years already spent in the first role, where they are known.
        first: the ids of skills to begin with, in their order.
    """
    to_learn = learn_along(catalog, path[1:], levels_of(skills), first)
    touched: set[str] = set()
    steps = []
    for index, (before, role) in enumerate(pairwise(path)):
        learnt = to_learn[index]
        move = _move(before, role)
        pay_before, pay_after = pays.of(before), pays.of(role)
        change = pay_change(pay_before, pay_after)
        left = years_left(move.years, None if index else spent)
        lost = forgone(pays.counted(before, path[0]), pays.typical(path[-1]), left)
        steps.append(
            RouteStep(
                route=route,
                step=index + 1,
                from_role=reference(before),
                role=reference(role),
                level=role.level,
                track=role.track,
                move=move.move,
                years=move.years,
                years_left=left,
                skills_to_add=tuple(skill for skill in learnt if skill.id not in touched),
                skills_to_deepen=tuple(skill for skill in learnt if skill.id in touched),
                levels_to_gain=sum(skill.levels for skill in learnt),
                pay_before=StepPay.of(pay_before),
                pay_after=StepPay.of(pay_after),
                pay_change=change.change,
                pay_change_unknown=change.why_unknown,
                pay_forgone=None if lost is None else shown(exact(lost)),
            )
        )
        touched.update(skill.id for skill in learnt)
    return tuple(steps)


def total_of(steps: Sequence[RouteStep]) -> RouteTotal:
    """What the steps of a route come to."""
    change = _sum_of_changes(steps)
    lost = [step.pay_forgone for step in steps]
    known = [each for each in lost if each is not None]
    return RouteTotal(
        steps=len(steps),
        years=YearSpan.model_construct(  # a sum may be more years than one move may take
            low=sum(step.years.low for step in steps), high=sum(step.years.high for step in steps)
        ),
        years_left=YearsLeft(
            low=round(sum(step.years_left.low for step in steps), 2),
            high=round(sum(step.years_left.high for step in steps), 2),
        ),
        skills_to_add=sum(len(step.skills_to_add) for step in steps),
        skills_to_deepen=sum(len(step.skills_to_deepen) for step in steps),
        levels_to_gain=sum(step.levels_to_gain for step in steps),
        pay_change=change.change,
        pay_change_unknown=change.why_unknown,
        pay_forgone=shown(exact(sum(known))) if len(known) == len(lost) else None,
    )


def _sum_of_changes(steps: Sequence[RouteStep]) -> PayChange:
    """The changes of all steps together; null with the reason of the first step whose change isn't known."""
    changes = [step.pay_change for step in steps if step.pay_change]
    if len(changes) < len(steps):
        why = next(step.pay_change_unknown for step in steps if step.pay_change is None)
        return PayChange(change=None, why_unknown=why)
    amount, first = sum(exact(change.amount) for change in changes), midpoint(steps[0].pay_before)
    percent = float(round(amount / exact(first.amount) * 100, 1)) if first and first.amount else None
    summed = changes[0].model_copy(update={"amount": shown(exact(amount)), "percent": percent})
    return PayChange(change=summed, why_unknown=None)


def _move(before: Role, role: Role) -> NextRole:
    return next(move for move in before.next_roles if move.role == role.id)
