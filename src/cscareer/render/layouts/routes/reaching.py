"""Layout of all the roles that can be reached from one."""

from collections.abc import Iterator

from cscareer.catalog.models import Move
from cscareer.render.blocks import Branch, Brief, Column, Page, Paragraph, Rest, Table, Tree
from cscareer.render.cells import Cell, Kinded, PayRange, Years, count_of
from cscareer.render.layouts.pay_kinds import kind_of, legend_of
from cscareer.render.layouts.pay_words import place_lines
from cscareer.render.layouts.route_words import (
    JUDGEMENT,
    MEASURE,
    STOPPED,
    counted_said,
    in_all,
    left_cell,
    notes_on_figures,
    pay_details,
    step_counted_said,
    way_said,
    years_note,
)
from cscareer.render.text import typed
from cscareer.routes.reaching import ReachedRole, ReachReport, Stop
from cscareer.routes.steps import StepPay
from cscareer.routes.weighing import RouteOrder

_BY = {
    RouteOrder.SHORTEST: "with the fewest steps",
    RouteOrder.FEWEST_SKILLS: "with the fewest skills to add",
    RouteOrder.PAY: "that is best paid",
    RouteOrder.SOONEST: "that is soonest",
}
BEST_PAID = (
    "Best paid is the route whose roles, until you get there, pay least below the role it leads to, all years "
    "together."
)
_SHOWN = 26  # roles on the first screen, which may have two screens' lines
TWICE = "A role that stands twice is on the best route to another, too; its own best route is where it says “In all”."


def reach_report(answer: ReachReport) -> Page:
    """All the roles as one tree, each at the end of the best route to it."""
    start = answer.from_role.title
    where = f" in {answer.location.name}" if answer.location else ""
    title = f"Where {start} leads{where}"
    if not answer.roles:
        dropped = " except what you avoid" if answer.avoid else ""
        return Page(
            title,
            [Paragraph(f"Nothing in the guide leads on from {start}{dropped}.")],
            next_command=f"cscareer role {typed(start)}",
        )
    last = answer.roles[-1].role.title
    roles = count_of(len(answer.roles), "role")
    return Page(
        title,
        [
            Paragraph(f"{roles} can be reached, each by the route {_BY[answer.order]}.", strong=True),
            *(place_lines([answer.location]) if answer.location else ()),
            Brief([_overview(answer)]),
            Rest([Tree(_grown(answer))]),
        ],
        list(_notes(answer)),
        read=True,
        first_notes=[
            *list(legend_of({_kind(each.pay) for each in answer.roles}))[:1],
            years_note(start, answer.years_in_role),
            JUDGEMENT,
        ],
        next_command=f"cscareer path {typed(last)} --from {typed(start)}",
    )


def _overview(answer: ReachReport) -> Table:
    """Every role on a line: the nearest first."""
    to_go = answer.years_in_role is not None
    columns = [
        Column("Role", wraps=True), Column("Steps", right=True),
        Column("Years to go" if to_go else "Years", right=True),
        Column("Skills", right=True), Column("Pay a year"),
    ]  # fmt: skip
    nearest = sorted(
        answer.roles,
        key=lambda each: (each.total.steps, each.total.years_left.low, each.total.years_left.high),
    )
    rows = [
        (
            each.role.title,
            each.total.steps,
            left_cell(each.total.years_left)
            if to_go
            else str(Years(each.total.years.low, each.total.years.high)).partition(" ")[0],
            each.total.skills_to_add,
            _pay_said(each),
        )
        for each in nearest
    ]
    return Table(columns, rows, first=_SHOWN)


def _kind(pay: StepPay) -> str | None:
    return kind_of(pay, starting=pay.starting, band=pay.band, catch_all=pay.catch_all)


def _pay_said(each: ReachedRole) -> Kinded:
    pay = each.pay
    said = PayRange(pay.low, pay.high, pay.currency, None if pay.per == "year" else pay.per)
    return Kinded(_kind(pay), said)


def _places(answer: ReachReport) -> dict[tuple[str, ...], Stop]:
    """Every place in the tree by the ids of the roles on the way to it."""
    return {
        tuple(stop.id for stop in reached.path[:length]): reached.path[length - 1]
        for reached in answer.roles
        for length in range(1, len(reached.path) + 1)
    }


def _grown(answer: ReachReport) -> Branch:
    """The tree; a role stands in it again where the best route to another goes through it differently."""
    reached = {tuple(stop.id for stop in each.path): each for each in answer.roles}
    places = _places(answer)
    below: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for place in places:
        below.setdefault(place[:-1], []).append(place)
    grown: dict[tuple[str, ...], Branch] = {}
    for place in sorted(places, key=len, reverse=True):  # from the tips down, as a branch holds its own
        stop = places[place]
        grown[place] = Branch(
            key=stop.id,
            name=stop.title,
            way=way_said(stop.move, stop.years) if stop.move and stop.years else None,
            details=list(_details(reached[place])) if place in reached else (),
            branches=[grown[inner] for inner in below.get(place, ())],
            firm=stop.move is not Move.SIDEWAYS,
        )
    return grown[answer.from_role.id,]


def _details(reached: ReachedRole) -> Iterator[tuple[str, Cell]]:
    yield "In all", in_all(reached.total)
    yield from pay_details(reached.pay, reached.pay_from_first_to_last.change, " from the start")


def _notes(answer: ReachReport) -> Iterator[str]:
    if not answer.complete:
        yield STOPPED
    if len(_places(answer)) > len(answer.roles) + 1:
        yield TWICE
    if answer.order is RouteOrder.PAY:
        yield " ".join([BEST_PAID, MEASURE, *step_counted_said(answer.months_a_step)])
        yield from counted_said(answer.from_role.title, answer.broad_counts_as)
    changes = [each.pay_from_first_to_last for each in answer.roles]
    yield from notes_on_figures(
        answer.skills_held, answer.from_role.title, answer.years_in_role, answer.pay, changes
    )
