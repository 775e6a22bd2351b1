"""The routes from one role to another: what each step is, takes, teaches and pays, and what it comes to in all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.errors import UsageError
from cscareer.pay.local import PaidRole
from cscareer.pay.location import Location
from cscareer.pay.references import RoleRef, reference
from cscareer.pay.statistics import Statistics
from cscareer.routes.learning import StartingSkill, levels_of, starting_skills
from cscareer.routes.network import Network, fewest_steps, numbered
from cscareer.routes.paying import PayChange, Pays, StandIn, pay_change
from cscareer.routes.search import Question, find_routes
from cscareer.routes.steps import RouteStep, RouteTotal, steps_along, total_of
from cscareer.routes.timing import Deadline, Timing, time_route
from cscareer.routes.weighing import RouteOrder, months_a_step, weigh_gains, weigh_moves
from cscareer.skills.beginning import begin_with
from cscareer.skills.held import HeldSkill

if TYPE_CHECKING:  # finding skills in a text takes its time to be ready, and most routes need none of it
    from cscareer.skills.finding import FoundSkill

MOST_ROUTES = 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a route should be: what is to be least, the roles to go through (in any order) or to avoid, the most steps.

    `within` is the time it should fit into; it is held against the routes and leaves none out.

    Example:
        >>> Wishes(RouteOrder.SOONEST, most_steps=3).most_steps
        3
    """

    order: RouteOrder = RouteOrder.SHORTEST
    via: tuple[Role, ...] = ()
    avoid: tuple[Role, ...] = ()
    most_steps: int | None = None
    within: Deadline | None = None


class Route(Model):
    """One way to the role wanted; `number` 1 is the best. `total` is the sum of `steps`.

    `pay_from_first_to_last` sets what the last role pays against what the first does, leaving out those in between.
    """

    number: int
    total: RouteTotal
    pay_from_first_to_last: PayChange
    timing: Timing | None
    steps: tuple[RouteStep, ...]


class WhyNone(StrEnum):
    """Why there is no route.

    no-way: no moves lead there. max-steps, avoid, via: they do once that wish is dropped. wishes: once all are.
    stopped: the search was too long.
    """

    NO_WAY = "no-way"
    MAX_STEPS = "max-steps"
    AVOID = "avoid"
    VIA = "via"
    WISHES = "wishes"
    STOPPED = "stopped"


class NoRoute(Model):
    """Why there is no route, the fewest steps there without wishes (null: none), and those of the way back.

    `fewest_steps_through` are the fewest with all wishes but the most steps; null where that isn't what is in the way.
    """

    why: WhyNone
    fewest_steps: int | None
    fewest_steps_through: int | None
    fewest_steps_back: int | None


class RoutePlan(Answer):
    """Up to three routes, best first.

    Each leaves out at least one role in between of every better route (roles of `via` don't count as in between, and
    a direct step hides no other route). `skills_held` are what was taken as there: said, found in a resume, or
    required by the role to start from. `years_in_role` are those the person has spent in it, null where they aren't known,
    and `begin_with` the ids of the skills open for the role wanted, the one to begin with first. `pay` is what the roles of the routes pay. `complete` is false where the data
    is so large that a better route may have been missed. `months_a_step` is how many months' pay of the role wanted each step
    counts as in the order by pay, null in any other.
    """

    rows: ClassVar = "routes.steps"

    schema_: Literal["cscareer/path/1"] = Field("cscareer/path/1", alias="schema")
    from_role: RoleRef
    years_in_role: float | None
    to_role: RoleRef
    order: RouteOrder
    via: tuple[RoleRef, ...]
    avoid: tuple[RoleRef, ...]
    max_steps: int | None
    within_months: int | None
    location: Location | None
    complete: bool
    routes: tuple[Route, ...]
    no_route: NoRoute | None
    begin_with: tuple[str, ...]
    skills_held: tuple[StartingSkill, ...]
    pay: tuple[PaidRole, ...]
    broad_counts_as: StandIn | None
    months_a_step: int | None


def plan_routes(  # noqa: PLR0913  a person may be given in parts
    catalog: Catalog,
    start: Role,
    goal: Role,
    held: Sequence[HeldSkill] = (),
    found: "Sequence[FoundSkill]" = (),
    wishes: Wishes | None = None,
    location: Location | None = None,
    *,
    years_in_role: float | None = None,
) -> RoutePlan:
    """Up to three routes from one role to another that really differ, best first; none with the reason.

    Args:
        catalog: the data.
        start: the role the person is in; they are taken to have what it requires.
        goal: the role they want.
        held: the skills they say they have.
        found: the skills found in their resume.
        wishes: what makes a route good; the fewest steps when left out.
        location: where pay is looked up; the nation when left out.
        years_in_role: the years they have spent in the role they are in, which are taken off the typical ones.

    Raises:
        UsageError: start and goal are one role, or the wishes contradict themselves.

    Example:
        >>> catalog = load_catalog()
        >>> start, goal = catalog.roles["customer-service-specialist"], catalog.roles["customer-service-manager"]
        >>> plan = plan_routes(catalog, start, goal, wishes=Wishes(RouteOrder.SOONEST))
        >>> plan.routes[0].steps[-1].role.id
        'customer-service-manager'
    """
    wishes = wishes or Wishes()
    _check_wishes(start, goal, wishes)
    pays = Pays(catalog.once(Statistics), location)
    skills = starting_skills(catalog, start, held, found)
    by_pay = wishes.order is RouteOrder.PAY
    counted = {role.id: pays.counted(role, start) for role in catalog.roles.values()} if by_pay else {}
    goal_pay = pays.typical(goal) if by_pay else None
    network = Network(
        weigh_moves(catalog, wishes.order, counted, goal_pay, {start.id: years_in_role or 0.0}),
        weigh_gains(catalog, wishes.order, levels_of(skills)),
    )
    number = numbered(catalog.roles)
    by_number = [catalog.roles[role] for role in number]
    question = Question(
        number[start.id],
        number[goal.id],
        via=frozenset(number[role.id] for role in wishes.via),
        avoid=frozenset(number[role.id] for role in wishes.avoid),
        most_steps=wishes.most_steps,
    )
    answer = find_routes(network, question, MOST_ROUTES)
    paths = [[by_number[role] for role in path] for path in answer.paths]
    onward = paths[0][1] if paths and paths[0][1] != goal else None
    first = begin_with(goal, levels_of(skills), onward=onward)
    routes = tuple(
        _route(
            steps_along(catalog, path, skills, pays, index, years_in_role, first), path, pays, wishes.within
        )
        for index, path in enumerate(paths, start=1)
    )
    on_routes = {role.id: role for path in paths for role in path}
    pay = tuple(pays.of(role) for role in on_routes.values())
    stand_in = pays.stand_in(start) if by_pay and routes else None
    cited = [source for role in (start, goal, *on_routes.values()) for source in role.sources]
    cited += [source for each in pay for source in each.cited]
    cited += [source.id for source in stand_in.sources] if stand_in else []
    return RoutePlan(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        from_role=reference(start),
        years_in_role=years_in_role,
        to_role=reference(goal),
        order=wishes.order,
        via=tuple(map(reference, wishes.via)),
        avoid=tuple(map(reference, wishes.avoid)),
        max_steps=wishes.most_steps,
        within_months=wishes.within.months if wishes.within else None,
        location=location,
        complete=answer.complete,
        routes=routes,
        no_route=None if routes else _explain_none(network, question, complete=answer.complete),
        begin_with=first,
        skills_held=skills,
        pay=pay,
        broad_counts_as=stand_in,
        months_a_step=months_a_step(catalog) if by_pay else None,
    )


def _route(steps: tuple[RouteStep, ...], path: Sequence[Role], pays: Pays, within: Deadline | None) -> Route:
    return Route(
        number=steps[0].route,
        total=total_of(steps),
        pay_from_first_to_last=pay_change(pays.of(path[0]), pays.of(path[-1])),
        timing=time_route(steps, within) if within else None,
        steps=steps,
    )


def _explain_none(network: Network, asked: Question, *, complete: bool) -> NoRoute:
    """Which wish stands in the way of a route, if any does."""
    steps = fewest_steps(network.onward, asked.start).get(asked.goal)
    why = WhyNone.NO_WAY if steps is None else WhyNone.WISHES if complete else WhyNone.STOPPED
    if why is WhyNone.WISHES:
        relaxed = {
            WhyNone.MAX_STEPS: replace(asked, most_steps=None),
            WhyNone.AVOID: replace(asked, avoid=frozenset()),
            WhyNone.VIA: replace(asked, via=frozenset()),
        }
        why = next((wish for wish, easier in relaxed.items() if find_routes(network, easier).paths), why)
    back = fewest_steps(network.onward, asked.goal).get(asked.start)
    through = _fewest_through(network, asked) if why is WhyNone.MAX_STEPS else None
    return NoRoute(why=why, fewest_steps=steps, fewest_steps_through=through, fewest_steps_back=back)


def _fewest_through(network: Network, asked: Question) -> int | None:
    """The fewest steps of a route that fits all wishes but the most steps."""
    onward = [[(target, 1) for target, _ in steps] for steps in network.onward]
    plain = Network(onward, [0] * len(onward))
    paths = find_routes(plain, replace(asked, most_steps=None)).paths
    return len(paths[0]) - 1 if paths else None


def _check_wishes(start: Role, goal: Role, wishes: Wishes) -> None:
    if start == goal:
        raise UsageError(
            f"{goal.title} is where the route starts, so there is no way to go.",
            hint=f'To see where it leads: cscareer path --from "{start.title.lower()}"',
        )
    check_avoided(start, wishes)
    if goal in wishes.avoid:
        raise UsageError(f"{goal.title} is both where to go and to be avoided.", hint="Drop it from --avoid.")
    if ends := [role for role in wishes.via if role in {start, goal}]:
        raise UsageError(
            f"{ends[0].title} is an end of the route, and --via names roles in between.",
            hint="Leave it out of --via.",
        )
    if both := [role for role in wishes.via if role in wishes.avoid]:
        raise UsageError(
            f"{both[0].title} is both to be gone through and avoided.",
            hint="Take it out of --via or --avoid.",
        )
    if wishes.most_steps is not None and len(set(wishes.via)) >= wishes.most_steps:
        needed = len(set(wishes.via)) + 1
        raise UsageError(
            f"Going through {needed - 1} takes {needed} steps at least, and --max-steps is {wishes.most_steps}.",
            hint=f"Say --max-steps {needed} or more, or take a role out of --via.",
        )


def check_avoided(start: Role, wishes: Wishes) -> None:
    """Makes sure that a route can start, and go on.

    Raises:
        UsageError: its start is to be avoided, or it may have no step at all.
    """
    if start in wishes.avoid:
        raise UsageError(
            f"{start.title} is both where the route starts and to be avoided.", hint="Drop it from --avoid."
        )
    if wishes.most_steps is not None and wishes.most_steps < 1:
        raise UsageError(
            f"With --max-steps {wishes.most_steps} there is nowhere to go.",
            hint="Say 1 or more, or leave it out.",
        )
