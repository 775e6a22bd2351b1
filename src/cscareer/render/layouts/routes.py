"""Layouts of the answers about routes: the ways to a role, and all the roles that can be reached."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Move, Need, SkillLevel, YearSpan
from cscareer.pay.local import RoleRange
from cscareer.render.cells import DASH, Cell, Money, PayRange, Years, count_of
from cscareer.render.document import Block, Branch, Column, Document, Heading, Paragraph, Table, Tree
from cscareer.render.layouts.wages import (
    ESTIMATE,
    basis_said,
    more_cell,
    notes_on,
    place_lines,
    quoted,
    years_said,
)
from cscareer.routes.learning import Basis, SkillToLearn, StartingSkill
from cscareer.routes.paying import WhyUnknown
from cscareer.routes.planning import NoRoute, Route, RoutePlan, WhyNone
from cscareer.routes.reaching import ReachedRole, ReachReport
from cscareer.routes.steps import RouteStep, RouteTotal, StepPay
from cscareer.routes.weighing import RouteOrder

_FIRST = {
    RouteOrder.SHORTEST: "the one with the fewest steps first",
    RouteOrder.FEWEST_SKILLS: "the one with the fewest skills to add first",
    RouteOrder.PAY: "the best paid on the way first",
    RouteOrder.SOONEST: "the soonest first",
}
_BY = {
    RouteOrder.SHORTEST: "with the fewest steps",
    RouteOrder.FEWEST_SKILLS: "with the fewest skills to add",
    RouteOrder.PAY: "that is best paid",
    RouteOrder.SOONEST: "that is soonest",
}
YEARS = "Years are those typically spent in a role before the step; the ones you have spent in yours already count."
SKILLS = "Skills to add are those a role requires and those that help; one deepened later counts once."
JUDGEMENT = "Steps, skills, levels and years are our own judgement."
MIXED = (
    f"A change of pay goes from the middle of one range to the middle of the other. {DASH} stands where one is "
    "starting pay that a source publishes and the other a part of what everyone in an occupation earns: those are "
    "never subtracted from each other."
)
FORGONE = (
    "Below the goal's pay: how much less than the role you want your roles pay until you get there, all years "
    "together. It goes by official wages alone: the part of its occupation that a role stands for, else the median."
)
BANDS = "Which part of its occupation a role stands for is our own judgement; `cscareer pay TITLE -l PLACE` says why."
STOPPED = "There are so many routes that the search stopped early; a better one may have been missed."


def _plan(answer: RoutePlan) -> Document:
    where = f" in {answer.location.name}" if answer.location else ""
    title = f"From {answer.from_role.title} to {answer.to_role.title}{where}"
    if answer.no_route:
        command, said = _none_said(answer, answer.no_route)
        return Document(
            title, [Paragraph("There is no route.", strong=True), *map(Paragraph, said)], next_command=command
        )
    best = answer.routes[0].total
    routes = count_of(len(answer.routes), "route")
    lead = f"{routes}, {_FIRST[answer.order]}" if len(answer.routes) > 1 else routes
    blocks: list[Block] = [
        Paragraph(f"{lead}: {_in_all(best)}.", strong=True),
        *(place_lines([answer.location]) if answer.location else ()),
    ]
    if len(answer.routes) > 1:
        blocks.append(_overview(answer))
    for route in answer.routes:
        named = f"Route {route.number}" if len(answer.routes) > 1 else "The route"
        blocks += [Heading(f"{named}: {_in_all(route.total)}"), Tree(_chain(answer, route))]
    first = answer.routes[0].steps[0].role.title.lower()
    return Document(
        title, blocks, list(_plan_notes(answer)), next_command=f'cscareer gap {quoted(first)} --have "…"'
    )


def _in_all(total: RouteTotal) -> str:
    years = Years(total.years.low, total.years.high)
    return f"{count_of(total.steps, 'step')}, {years}, {count_of(total.skills_to_add, 'skill')} to add"


def _overview(answer: RoutePlan) -> Table:
    by_pay = answer.order is RouteOrder.PAY
    columns = [
        Column("Route", right=True),
        Column("By way of", wraps=True),
        Column("Years"),
        Column("Skills", right=True),
        Column("Below goal’s pay" if by_pay else "Pay", right=True),
    ]
    rows = [
        (
            route.number,
            ", ".join(step.role.title for step in route.steps[:-1]) or "straight there",
            _span(route.total.years),
            route.total.skills_to_add,
            _lost(route.total) if by_pay else more_cell(route.total.pay_change),
        )
        for route in answer.routes
    ]
    return Table(columns, rows)


def _lost(total: RouteTotal) -> Money | None:
    return None if total.pay_forgone is None else Money(round(total.pay_forgone), "USD")


def _span(years: YearSpan) -> str:
    return str(years.low) if years.low == years.high else f"{years.low}{DASH}{years.high}"


def _chain(answer: RoutePlan, route: Route) -> Branch:
    """A route as a tree without a fork."""
    branches: list[Branch] = []
    for step in reversed(route.steps):
        branches = [
            Branch(
                key=step.role.id,
                name=step.role.title,
                way=_way(step.move, step.years),
                details=list(_step_details(step)),
                branches=branches,
                firm=step.move is Move.PROMOTION,
            )
        ]
    return Branch(
        key=answer.from_role.id,
        name=answer.from_role.title,
        details=_pay_details(route.steps[0].pay_before),
        branches=branches,
    )


def _way(move: Move, years: YearSpan) -> str:
    return f"{'promotion' if move is Move.PROMOTION else 'sideways'}, {Years(years.low, years.high)}"


def _step_details(step: RouteStep) -> Iterator[tuple[str, Cell]]:
    pay, change = step.pay_after, step.pay_change
    if (said := _pay_said(pay)) is not None:
        more = f", {Money(change.amount, change.currency, signed=True)}" if change else ""
        yield "Pay", f"{said}{more}"
    for label, skills in (
        ("Add", [skill for skill in step.skills_to_add if skill.need is Need.REQUIRED]),
        ("Helps", [skill for skill in step.skills_to_add if skill.need is Need.HELPFUL]),
        ("Deepen", step.skills_to_deepen),
    ):
        if skills:
            yield label, ", ".join(map(_skill_said, skills))


def _skill_said(skill: SkillToLearn) -> str:
    return f"{skill.name} ({SkillLevel(skill.to_level).word})"


def _pay_said(pay: StepPay) -> str | None:
    basis = basis_said(pay, starting=pay.starting, band=pay.band)
    return f"{PayRange(pay.low, pay.high, pay.currency, pay.per)} ({basis})" if basis else None


def _pay_details(pay: StepPay) -> list[tuple[str, Cell]]:
    return [("Pay", _pay_said(pay))]


def _plan_notes(answer: RoutePlan) -> Iterator[str]:
    if not answer.complete:
        yield STOPPED
    elif len(answer.routes) < 3:  # noqa: PLR2004  as many as there are at most
        yield "Any other route is one of these with more roles put in; --via TITLE shows one."
    yield YEARS
    yield SKILLS
    yield from _held_notes(answer.skills_held, answer.from_role.title)
    if answer.order is RouteOrder.PAY:
        yield from _forgone_notes(answer)
    unknown = {step.pay_change_unknown for route in answer.routes for step in route.steps}
    if WhyUnknown.MIXED in unknown:
        yield MIXED
    yield from _pay_notes(answer.pay)
    yield JUDGEMENT


def _forgone_notes(answer: RoutePlan) -> Iterator[str]:
    yield FORGONE
    lost = [route.total.pay_forgone for route in answer.routes]
    if all(each is None for each in lost):
        yield "Some pay isn't known on any of these routes, so time decides between them."
    elif None in lost:
        yield "A route with a role whose pay isn't known comes last."


def _held_notes(held: Sequence[StartingSkill], title: str) -> Iterator[str]:
    if any(skill.basis is Basis.ROLE for skill in held):
        yield f"What {title} requires counts as there; --have and --resume say what else you have."


def _pay_notes(pay: Sequence[RoleRange]) -> Iterator[str]:
    if any(each.localization for each in pay):
        yield ESTIMATE
    if any(each.band for each in pay):
        yield BANDS
    if unpaid := [each.role.title for each in pay if each.low is None and each.high is None]:
        yield f"No pay is known of {_listed(unpaid)}."
    yield from dict.fromkeys(note for each in pay for note in notes_on(each, each.role.title, each.observed))
    if years := years_said(each.observed for each in pay if each.band or each.localization):
        yield years


def _listed(titles: Sequence[str]) -> str:
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"


def _none_said(answer: RoutePlan, none: NoRoute) -> tuple[str, list[str]]:
    """What to ask next where there is no route, and why there is none."""
    start, goal = answer.from_role.title, answer.to_role.title
    everywhere = f"cscareer path --from {quoted(start.lower())}"
    again = f"cscareer path {quoted(goal.lower())} --from {quoted(start.lower())}"
    via, avoid = (_listed([role.title for role in roles] or [""]) for roles in (answer.via, answer.avoid))
    said = {
        WhyNone.NO_WAY: (
            f"The guide knows moves up and sideways, and none of them lead from {start} to {goal}."
        ),
        WhyNone.MAX_STEPS: f"The routes there take more steps than --max-steps {answer.max_steps} allows.",
        WhyNone.AVOID: f"Every route there goes through {avoid}, which you avoid.",
        WhyNone.VIA: f"No route there goes through {via}.",
        WhyNone.WISHES: "There are routes, but none that fits all you ask for with --via, --avoid and --max-steps.",
        WhyNone.STOPPED: "There are so many beginnings of routes that the search stopped before it met one that fits; ask for less.",
    }
    lines = [said[none.why]]
    if none.why is not WhyNone.NO_WAY:
        lines.append(f"Without such wishes it takes {count_of(none.fewest_steps or 0, 'step')} at least.")
        return again, lines
    if none.fewest_steps_back is None:
        return everywhere, lines
    lines.append(f"The other way round there is one: {goal} leads to {start}.")
    return f"cscareer path {quoted(start.lower())} --from {quoted(goal.lower())}", lines


def _reach(answer: ReachReport) -> Document:
    start = answer.from_role.title
    where = f" in {answer.location.name}" if answer.location else ""
    title = f"Where {start} leads{where}"
    if not answer.roles:
        dropped = " as you ask for it" if answer.avoid else ""
        return Document(
            title,
            [Paragraph(f"Nothing in the guide leads on from {start}{dropped}.")],
            next_command=f"cscareer role {quoted(start.lower())}",
        )
    roles = count_of(len(answer.roles), "role")
    last = answer.roles[-1].role.title.lower()
    return Document(
        title,
        [
            Paragraph(f"{roles} can be reached, each by the route {_BY[answer.order]}.", strong=True),
            *(place_lines([answer.location]) if answer.location else ()),
            Tree(_grown(answer)),
        ],
        list(_reach_notes(answer)),
        next_command=f"cscareer path {quoted(last)} --from {quoted(start.lower())}",
    )


def _grown(answer: ReachReport) -> Branch:
    """All the ways as one tree; a role stands again where the best way to another goes through it differently."""
    reached = {tuple(stop.id for stop in each.path): each for each in answer.roles}
    below: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    stops = {}
    for each in answer.roles:
        for index, stop in enumerate(each.path):
            way = tuple(stop.id for stop in each.path[: index + 1])
            stops[way] = stop
            if index:
                below.setdefault(way[:-1], {})[way] = None
    grown: dict[tuple[str, ...], Branch] = {}
    for way in sorted(stops, key=len, reverse=True):  # from the tips down, as a branch holds its own
        stop = stops[way]
        grown[way] = Branch(
            key=stop.id,
            name=stop.title,
            way=_way(stop.move, stop.years) if stop.move and stop.years else None,
            details=_reached_details(reached[way]) if way in reached else (),
            branches=[grown[inner] for inner in below.get(way, ())],
            firm=stop.move is not Move.SIDEWAYS,
        )
    return grown[(answer.from_role.id,)]


def _reached_details(reached: ReachedRole) -> list[tuple[str, Cell]]:
    details: list[tuple[str, Cell]] = [("In all", _in_all(reached.total))]
    if (said := _pay_said(reached.pay)) is not None:
        change = reached.total.pay_change
        more = f", {Money(change.amount, change.currency, signed=True)}" if change else ""
        details.append(("Pay", f"{said}{more}"))
    return details


def _reach_notes(answer: ReachReport) -> Iterator[str]:
    if not answer.complete:
        yield STOPPED
    ids = [
        stop.id
        for way in {
            tuple(each.path[: index + 1]) for each in answer.roles for index in range(1, len(each.path))
        }
        for stop in way[-1:]
    ]
    if len(ids) > len(set(ids)):
        yield "A role that stands twice is on the best route to another; its own best route is where it says “In all”."
    yield YEARS
    yield SKILLS
    yield from _held_notes(answer.skills_held, answer.from_role.title)
    if answer.order is RouteOrder.PAY:
        yield FORGONE.replace("Below the goal's pay", "Best paid")
    if any(each.total.pay_change_unknown is WhyUnknown.MIXED for each in answer.roles):
        yield MIXED
    yield from _pay_notes(answer.pay)
    yield JUDGEMENT


LAYOUTS: dict[type[Answer], Callable[[Any], Document]] = {RoutePlan: _plan, ReachReport: _reach}
