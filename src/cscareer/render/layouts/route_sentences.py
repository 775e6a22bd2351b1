"""Sentences on the routes to a role: whether they fit the time, what they pay at their end, and why there is none or no other."""

from collections.abc import Iterator

from cscareer.catalog.months import MONTHS_A_YEAR
from cscareer.render.cells import Years, count_of, listed, some
from cscareer.render.layouts.route_words import change_said, span_said
from cscareer.render.text import typed
from cscareer.routes.planning import NoRoute, Route, RoutePlan, WhyNone
from cscareer.routes.steps import RouteStep
from cscareer.routes.timing import Fits, Timing, skills_of

FEW_SKILLS = 3  # skills of a step that the first screen names


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


def no_other_said(answer: RoutePlan) -> str:
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
