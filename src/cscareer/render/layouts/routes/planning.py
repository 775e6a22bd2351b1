"""Layouts of the answers about routes: the ways to a role, and all the roles that can be reached."""

from collections.abc import Iterator

from cscareer.catalog.models import Move
from cscareer.catalog.months import MONTHS_A_YEAR
from cscareer.render.blocks import (
    Block,
    Brief,
    Column,
    Heading,
    IfRoom,
    Page,
    Paragraph,
    Rest,
    Table,
    Tree,
    Vital,
)
from cscareer.render.cells import Money, Years, count_of, listed, some
from cscareer.render.layouts.gap_words import gap_command
from cscareer.render.layouts.pay_words import place_lines
from cscareer.render.layouts.route_tree import FEW_SKILLS, route_tree
from cscareer.render.layouts.route_words import (
    MEASURE,
    STOPPED,
    change_said,
    counted_said,
    in_all,
    left_cell,
    notes_on_figures,
    span_said,
    step_counted_said,
)
from cscareer.render.text import in_sentence, typed
from cscareer.routes.paying import PayChange
from cscareer.routes.planning import MOST_ROUTES, NoRoute, Route, RoutePlan, WhyNone
from cscareer.routes.steps import RouteStep, RouteTotal
from cscareer.routes.timing import Fits, Timing, skills_of
from cscareer.routes.weighing import RouteOrder

FORGONE = "Below goal's pay: how much less than the role you want your roles pay until you get there, all years together."
_FIRST = {
    RouteOrder.SHORTEST: "the one with the fewest steps first",
    RouteOrder.FEWEST_SKILLS: "the one with the fewest skills to add first",
    RouteOrder.PAY: "the best paid on the way first",
    RouteOrder.SOONEST: "the soonest first",
}


def route_plan(answer: RoutePlan) -> Page:
    where = f" in {answer.location.name}" if answer.location else ""
    title = f"From {answer.from_role.title} to {answer.to_role.title}{where}"
    if answer.no_route:
        command, said = none_said(answer, answer.no_route)
        return Page(
            title, [Paragraph("There is no route.", strong=True), *map(Paragraph, said)], next_command=command
        )
    best = answer.routes[0].total
    routes = count_of(len(answer.routes), "route")
    lead = f"{routes}, {_first(answer)}" if len(answer.routes) > 1 else routes
    total = in_all(best, answer.routes[0].steps)
    if len(answer.routes) > 1 and _alike(answer):  # how many steps is said before
        total = total.partition(", ")[2]
    blocks: list[Block] = [
        Paragraph(f"{lead}: {total}.{_begin(answer)}", strong=True),
        *(place_lines([answer.location]) if answer.location else ()),
    ]
    if timed := answer.routes[0].timing:
        blocks.append(Paragraph(" ".join(timed_said(answer, answer.routes[0], timed)), strong=True))
    if change := first_to_last_said(answer.routes[0]):  # the same on every route
        blocks.append(IfRoom([Paragraph(change)]))
    if len(answer.routes) > 1:
        blocks.append(_overview(answer))
    elif answer.order is RouteOrder.PAY and (lost := _lost(best)):
        blocks.append(Paragraph(f"Below goal's pay: {lost}."))
    several = len(answer.routes) > 1
    blocks.append(
        Brief(
            [
                *([Heading("Route 1")] if several else []),
                Tree(route_tree(answer, answer.routes[0], brief=True)),
            ]
        )
    )
    for route in answer.routes:
        named = f"Route {route.number}" if several else "The route"
        blocks.append(
            Rest([Heading(f"{named}: {in_all(route.total, route.steps)}"), Tree(route_tree(answer, route))])
        )
    first = answer.routes[0].steps[0]
    return Page(
        title,
        blocks,
        list(_plan_notes(answer)),
        next_command=gap_command(first.role.title),
        read=True,
    )


def _first(answer: RoutePlan) -> str:
    """By what the routes are in order; of as many steps each, the soonest comes first."""
    if _alike(answer):
        return f"all of {count_of(len(answer.routes[0].steps), 'step')}, the soonest first"
    return _FIRST[answer.order]


def _alike(answer: RoutePlan) -> bool:
    """Whether the fewest steps come first, and all routes have as many."""
    return answer.order is RouteOrder.SHORTEST and len({len(route.steps) for route in answer.routes}) == 1


def timed_said(answer: RoutePlan, route: Route, timing: Timing) -> Iterator[str]:
    """Whether the typical years of the best route fit the time, and what must come first, in sentences."""
    months = answer.within_months or 0
    within = count_of(months // 12, "year") if months % 12 == 0 else count_of(months, "month")
    first, total = route.steps[0], route.total
    span = span_said(total.years, total.years_left)
    if timing.fits is Fits.NO:
        other = next(
            (each for each in answer.routes if each.timing and each.timing.fits is not Fits.NO), None
        )
        yield f"Within {within} it doesn't fit: typically it takes {span}."
        if other:
            yield f"Route {other.number} may: {span_said(other.total.years, other.total.years_left)}."
        elif timing.reached:
            yield f"In that time people get as far as {timing.reached.title} at best."
    elif timing.fits is Fits.WELL and not total.years_left.high:
        typical = Years(total.years.low, total.years.high)
        yield f"Within {within} it fits: the {typical} that it typically takes are behind you."
    elif timing.fits is Fits.AT_BEST and total.years_left.high * MONTHS_A_YEAR <= months:
        levels = count_of(total.levels_to_gain, "level")
        yield f"Within {within} it fits only if you learn fast: it typically takes {span}, and {levels} of skills are to be gained."
    elif timing.fits is Fits.AT_BEST:
        yield f"Within {within} it fits only if you are quick: typically it takes {span}."
    else:
        yield f"Within {within} it fits: typically it takes {span}."
    if said := _first_said(first, timing, only=len(route.steps) == 1):
        yield said


def _first_said(first: RouteStep, timing: Timing, *, only: bool) -> str | None:
    """Which role comes first, of several: by which day, and, where the years for it are behind a person, what they still have to add."""
    if first.years_left.high or not first.levels_to_gain:
        if only:
            return f"You would be there by {timing.days[0]}." if timing.days else None
        return f"First comes {first.role.title}{f' by {timing.days[0]}' if timing.days else ''}."
    return (
        f"For {first.role.title} you have yet to add {some([skill.name for skill in skills_of(first)], FEW_SKILLS)}; "
        f"at a month a level, our judgement, that is done by {timing.could_be[0]}."
    )


def _begin(answer: RoutePlan) -> str:
    """The skills to begin with, in a sentence after another; nothing where all are there."""
    named = {
        skill.id: skill.name
        for step in answer.routes[0].steps
        for skill in (*step.skills_to_deepen, *step.skills_to_add)
    }
    first = [in_sentence(named[skill]) for skill in answer.begin_with if skill in named]
    return f" Begin with {first[0]}." if first else ""


def first_to_last_said(route: Route) -> str | None:
    """What the last role pays against the first, and which kind of figure that is of."""
    change, last = route.pay_from_first_to_last.change, route.steps[-1].pay_after
    if change is None:
        return None
    kind = "starting pay" if last.starting else "pay"
    if last.band:
        of = "the part of its occupation's wages that each stands for"
    else:
        of = (
            f"our estimate of the {kind} of both"
            if last.basis == "localized"
            else f"published {kind} of both"
        )
    return f"From the first role to the last: {change_said(change, 'year')}, {of}."


def _overview(answer: RoutePlan) -> Table:
    by_pay = answer.order is RouteOrder.PAY
    columns = [
        Column("Route", right=True),
        Column("By way of", wraps=True),
        Column("Years"),
        *([Column("To go")] if answer.years_in_role is not None else []),
        Column("Skills", right=True),
        Column("Levels", right=True),
    ]
    if by_pay:
        columns.append(Column("Below goal's pay", right=True))
    rows = [
        (
            route.number,
            ", ".join(step.role.title for step in route.steps[:-1]) or "straight there",
            str(Years(route.total.years.low, route.total.years.high)).partition(" ")[0],
            *([left_cell(route.total.years_left)] if answer.years_in_role is not None else []),
            route.total.skills_to_add,
            route.total.levels_to_gain,
            *([_lost(route.total)] if by_pay else ()),
        )
        for route in answer.routes
    ]
    return Table(columns, rows)


def _lost(total: RouteTotal) -> Money | None:
    return None if total.pay_forgone is None else Money(round(total.pay_forgone), "USD")


def _pays_less(answer: RoutePlan) -> Iterator[str]:
    """Which promotions on the routes pay less than the role before them, as the figures have it."""
    steps = {
        (step.from_role.id, step.role.id): step
        for route in answer.routes
        for step in route.steps
        if step.move is Move.PROMOTION and step.pay_change and step.pay_change.amount < 0
    }
    if steps:
        said = [
            f"{step.role.title} after {step.from_role.title} ({change_said(step.pay_change)} a year)"
            for step in steps.values()
            if step.pay_change
        ]
        yield Vital(
            f"A step up that pays less, by the middle of each range: {some(said, 2)}. Ask what it pays where you are."
        )


def _plan_notes(answer: RoutePlan) -> Iterator[str]:
    yield from _pays_less(answer)
    if not answer.complete:
        yield STOPPED
    elif len(answer.routes) < MOST_ROUTES:
        yield Vital(_no_other(answer))
    if answer.order is RouteOrder.PAY:
        lost = [route.total.pay_forgone for route in answer.routes]
        if set(lost) != {None}:
            yield Vital(" ".join([FORGONE, *step_counted_said(answer.months_a_step)]))
        yield MEASURE
        yield from counted_said(answer.from_role.title, answer.broad_counts_as)
        if set(lost) == {None}:
            yield "Some pay isn't known on any of these routes, so time decides between them."
        elif None in lost:
            yield "A route with a role whose pay isn't known comes last."
    changes = [route.pay_from_first_to_last for route in answer.routes]
    changes += [
        PayChange(change=step.pay_change, why_unknown=step.pay_change_unknown)
        for route in answer.routes
        for step in route.steps
    ]
    yield from notes_on_figures(
        answer.skills_held, answer.from_role.title, answer.years_in_role, answer.pay, changes
    )


def _no_other(answer: RoutePlan) -> str:
    wishes = bool(answer.via or answer.avoid or answer.max_steps)
    gone_through = {role.id for role in answer.via}
    if all({step.role.id for step in route.steps[:-1]} <= gone_through for route in answer.routes):
        return f"There is no other route{' that fits your wishes' if wishes else ''}."
    if wishes:
        return "There is no other route that fits your wishes and leaves out a role of each of these."
    return "Any other route there may be goes through all the roles of one of these; --via TITLE shows it."


def none_said(answer: RoutePlan, none: NoRoute) -> tuple[str, list[str]]:
    """What to ask next where there is no route, and why there is none."""
    start, goal = answer.from_role.title, answer.to_role.title
    everywhere = f"cscareer path --from {typed(start)}"
    again = f"cscareer path {typed(goal)} --from {typed(start)}"
    via, avoid = (listed([role.title for role in roles] or [""]) for roles in (answer.via, answer.avoid))
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
    if none.fewest_steps_through and (answer.via or answer.avoid):
        ways = [f"through {via}"] if answer.via else []
        ways += [f"around {avoid}"] if answer.avoid else []
        least = count_of(none.fewest_steps_through, "step")
        lines = [
            f"With --max-steps {answer.max_steps} there is none: {' and '.join(ways)} it takes {least} at least."
        ]
    if none.why is not WhyNone.NO_WAY:
        lines.append(f"Without such wishes it takes {count_of(none.fewest_steps or 0, 'step')} at least.")
        return again, lines
    if none.fewest_steps_back is None:
        return everywhere, lines
    lines.append(f"The other way round there is one: {goal} leads to {start}.")
    return f"cscareer path {typed(start)} --from {typed(goal)}", lines
