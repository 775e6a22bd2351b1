"""What makes one route better than another, as numbers to search with."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from cscareer.catalog.loading import Catalog
from cscareer.pay.money import Number
from cscareer.routes.network import Onward, numbered, skill_bits
from cscareer.routes.years import YearsLeft, years_left

_PART = 64  # bits for each part of a cost: the first part decides, the next ones on a tie


class RouteOrder(StrEnum):
    """What the best route has least of; of typical years, those that are left.

    shortest: steps, then years. soonest: years, then steps. fewest-skills: skills to add, then levels to gain,
    then years, then steps. pay: pay forgone (see `forgone`) and what each step counts as (see `months_a_step`), then
    years, then steps; roles of unknown pay come last,
    and the wages of a broad match aren't credited to a role: it counts as paying what the role to start from does.
    """

    SHORTEST = "shortest"
    FEWEST_SKILLS = "fewest-skills"
    PAY = "pay"
    SOONEST = "soonest"


def forgone(counted: Number | None, goal: Number | None, years: YearsLeft) -> Number | None:
    """How much less than the goal's typical pay a role counts as paying over the years left in it, in dollars.

    The middle of these years × what its pay lacks; nothing where it pays as much. Null where a pay is unknown.
    """
    if counted is None or goal is None:
        return None
    return max(goal - counted, 0) * (years.low + years.high) / 2


def months_a_step(catalog: Catalog) -> int:
    """How many months' pay of the role wanted a step counts as in the order by pay, so that short routes come first."""
    return next((rule.months_a_step for rule in catalog.change_rules.values()), 0)


def weigh_moves(
    catalog: Catalog,
    order: RouteOrder,
    counted: Mapping[str, Number | None],
    goal_pay: Number | None,
    spent: Mapping[str, float],
) -> Onward:
    """Every role's moves with their costs.

    Args:
        catalog: the data.
        order: what counts first.
        counted: what each role counts as paying (see `Pays.counted`); needed for the order by pay only.
        goal_pay: the typical pay of the role wanted; without it pay decides nothing.
        spent: the years already spent in a role, by its id.
    """
    number = numbered(catalog.roles)
    a_step = (goal_pay or 0) * months_a_step(catalog) / 12 if order is RouteOrder.PAY else 0
    return [
        [
            (
                number[step.role],
                _cost(order, years_left(step.years, spent.get(role)), counted.get(role), goal_pay, a_step),
            )
            for step in catalog.roles[role].next_roles
        ]
        for role in number
    ]


def weigh_gains(catalog: Catalog, order: RouteOrder, levels: Mapping[str, int]) -> Sequence[int]:
    """The skill levels each role wants beyond those already there, as bits; none where skills don't count."""
    if order is not RouteOrder.FEWEST_SKILLS:
        return [0] * len(catalog.roles)
    places = {skill: place for place, skill in enumerate(catalog.skills)}
    held = skill_bits(places, levels)
    wanted = (
        {each.skill: each.level for each in catalog.roles[role].skills} for role in numbered(catalog.roles)
    )
    return [skill_bits(places, levels) & ~held for levels in wanted]


def _cost(
    order: RouteOrder, years: YearsLeft, counted: Number | None, goal_pay: Number | None, a_step: Number
) -> int:
    # Twice the middle of the span, in hundredths of a year, to stay with whole numbers.
    twice = round(100 * (years.low + years.high))
    time = (twice << _PART) + 1
    if order is RouteOrder.SHORTEST:
        return (1 << _PART) + twice
    if order is RouteOrder.PAY and goal_pay is not None:
        lost = forgone(counted, goal_pay, years)
        # In cents, so that parts of dollars stay whole.
        if lost is None:
            return ((1 << _PART) << 2 * _PART) + time
        return (round((lost + a_step) * 100) << 2 * _PART) + time
    return time
