"""All the roles that can be reached from one, each by the best way there."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, Move, Role, Track, YearSpan
from cscareer.errors import UsageError
from cscareer.pay.local import PaidRole
from cscareer.pay.location import Location
from cscareer.pay.references import RoleRef, reference
from cscareer.pay.statistics import Statistics
from cscareer.routes.learning import StartingSkill, levels_of, starting_skills
from cscareer.routes.network import Network, numbered
from cscareer.routes.paying import PayChange, Pays, StandIn, pay_change
from cscareer.routes.planning import Wishes, check_avoided
from cscareer.routes.search import Question, find_routes
from cscareer.routes.steps import RouteTotal, StepPay, steps_along, total_of
from cscareer.routes.weighing import RouteOrder, months_a_step, weigh_gains, weigh_moves
from cscareer.skills.held import HeldSkill

if TYPE_CHECKING:  # finding skills in a text takes its time to be ready, and most routes need none of it
    from cscareer.skills.finding import FoundSkill


class Stop(Model):
    """A role on a way, with the move that leads to it; null for the one it starts from."""

    id: str
    title: str
    move: Move | None
    years: YearSpan | None


class ReachedRole(Model):
    """A role that can be reached: the roles of the best way there, the first and last included, and what it takes.

    `pay_from_first_to_last` sets what it pays against what the role to start from does.
    """

    role: RoleRef
    level: Level
    track: Track
    path: tuple[Stop, ...]
    total: RouteTotal
    pay: StepPay
    pay_from_first_to_last: PayChange


class ReachReport(Answer):
    """Every role that can be reached, by career level, then the fewest steps, then title.

    `years_in_role` are those the person has spent in the role to start from, null where they aren't known;
    `skills_held` are what was taken as there; `pay` is what the roles pay, the one to start from first. `complete` is
    false where the data is so large that a better way to some role may have been missed. `months_a_step` is how many months'
    pay of the role wanted each step counts as in the order by pay, null in any other.
    """

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/path-reachable/1"] = Field("cscareer/path-reachable/1", alias="schema")
    from_role: RoleRef
    years_in_role: float | None
    order: RouteOrder
    avoid: tuple[RoleRef, ...]
    max_steps: int | None
    location: Location | None
    complete: bool
    roles: tuple[ReachedRole, ...]
    skills_held: tuple[StartingSkill, ...]
    pay: tuple[PaidRole, ...]
    broad_counts_as: StandIn | None
    months_a_step: int | None


def reach_roles(
    catalog: Catalog,
    start: Role,
    held: Sequence[HeldSkill] = (),
    found: "Sequence[FoundSkill]" = (),
    wishes: Wishes | None = None,
    location: Location | None = None,
    *,
    years_in_role: float | None = None,
) -> ReachReport:
    """Every role that can be reached from one, each by the best way there; arguments are those of `plan_routes`.

    Raises:
        UsageError: the start is to be avoided, no step is allowed, or roles are to be gone through.

    Example:
        >>> catalog = load_catalog()
        >>> reached = reach_roles(catalog, catalog.roles["customer-service-specialist"], wishes=Wishes(most_steps=1))
        >>> len(reached.roles) > 2
        True
    """
    wishes = wishes or Wishes()
    check_avoided(start, wishes)
    if wishes.via:
        raise UsageError(
            "--via needs a role to go to, and none is given.",
            hint=f'Like this: cscareer path TITLE --from "{start.title.lower()}" --via "{wishes.via[0].title.lower()}"',
        )
    pays = Pays(catalog.once(Statistics), location)
    skills = starting_skills(catalog, start, held, found)
    paths, complete = _best_ways(catalog, start, wishes, levels_of(skills), pays, years_in_role or 0.0)
    roles = [_reached(catalog, path, skills, pays, years_in_role) for path in paths]
    roles.sort(key=lambda reached: (reached.level.rank, reached.total.steps, reached.role.title.casefold()))
    reached = [start, *(catalog.roles[each.role.id] for each in roles)]
    pay = tuple(pays.of(role) for role in reached) if roles else ()
    stand_in = pays.stand_in(start) if wishes.order is RouteOrder.PAY and roles else None
    cited = [source for role in reached for source in role.sources]
    cited += [source for each in pay for source in each.cited]
    cited += [source.id for source in stand_in.sources] if stand_in else []
    return ReachReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        from_role=reference(start),
        years_in_role=years_in_role,
        order=wishes.order,
        avoid=tuple(map(reference, wishes.avoid)),
        max_steps=wishes.most_steps,
        location=location,
        complete=complete,
        roles=tuple(roles),
        skills_held=skills,
        pay=pay,
        broad_counts_as=stand_in,
        months_a_step=months_a_step(catalog) if wishes.order is RouteOrder.PAY else None,
    )


def _best_ways(
    catalog: Catalog, start: Role, wishes: Wishes, levels: Mapping[str, int], pays: Pays, spent: float
) -> tuple[list[list[Role]], bool]:
    """The best way to each role that can be reached. By pay, what is best depends on what the goal pays."""
    number = numbered(catalog.roles)
    by_number = [catalog.roles[role] for role in number]
    by_pay = wishes.order is RouteOrder.PAY
    counted = {role.id: pays.counted(role, start) for role in by_number} if by_pay else {}
    avoid = frozenset(number[role.id] for role in wishes.avoid)
    gains = weigh_gains(catalog, wishes.order, levels)
    weighed = cache(lambda typical: weigh_moves(catalog, wishes.order, counted, typical, {start.id: spent}))
    ways: list[list[Role]] = []
    complete = True
    for goal in by_number:
        if goal == start or goal in wishes.avoid:
            continue
        onward = weighed(pays.typical(goal) if by_pay else None)
        question = Question(number[start.id], number[goal.id], avoid=avoid, most_steps=wishes.most_steps)
        found = find_routes(Network(onward, gains), question)
        ways += [[by_number[role] for role in path] for path in found.paths]
        complete = complete and found.complete
    return ways, complete


def _reached(
    catalog: Catalog,
    path: Sequence[Role],
    skills: Sequence[StartingSkill],
    pays: Pays,
    spent: float | None,
) -> ReachedRole:
    steps = steps_along(catalog, path, skills, pays, spent=spent)
    last = steps[-1]
    return ReachedRole(
        role=last.role,
        level=last.level,
        track=last.track,
        path=(
            Stop(id=path[0].id, title=path[0].title, move=None, years=None),
            *(
                Stop(id=step.role.id, title=step.role.title, move=step.move, years=step.years)
                for step in steps
            ),
        ),
        total=total_of(steps),
        pay=last.pay_after,
        pay_from_first_to_last=pay_change(pays.of(path[0]), pays.of(path[-1])),
    )
