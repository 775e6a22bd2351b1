"""The command that plans the way from one role to another."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_role, complete_role_words, complete_route_order
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LocationOption
from cscareer.cli.person import (
    HaveOption,
    ResumeOption,
    gather_person,
)
from cscareer.cli.session import Session
from cscareer.cli.words import choose
from cscareer.errors import UsageError
from cscareer.render.formats import USUAL, Format

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.routes.planning import RoutePlan
    from cscareer.routes.reaching import ReachReport
    from cscareer.routes.timing import Deadline
    from cscareer.skills.held import Person


@command(
    Panel.PLAN,
    asks=["routes.planning:plan_routes", "routes.reaching:reach_roles"],
    needs=["routes.planning:Wishes", "routes.weighing:RouteOrder", "skills.held:read_held"],
    examples=[
        'cscareer path "customer service manager" --from "customer service specialist"',
        'cscareer path --from "customer service specialist"',
        'cscareer path "customer service team lead" --from "customer service specialist" --within 3y',
    ],
    formats=USUAL.plus(Format.MERMAID, "mermaid draws a flowchart for Markdown."),
)
def path(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TO]",
            help="The role you want: a title, id or alias; all that can be reached when left out.",
            autocompletion=complete_role_words,
            show_default=False,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="TITLE",
            help="The role you are in; your profile's when left out.",
            autocompletion=complete_role,
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="shortest|fewest-skills|pay|soonest",
            help="What makes a way the best: few steps, few skills to add, good pay on the way, little time.",
            autocompletion=complete_route_order,
        ),
    ] = "shortest",
    via: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TITLE",
            help="Go through this role. Repeatable, in any order.",
            autocompletion=complete_role,
        ),
    ] = None,
    avoid: Annotated[
        list[str] | None,
        typer.Option(metavar="TITLE", help="Go around this role. Repeatable.", autocompletion=complete_role),
    ] = None,
    max_steps: Annotated[
        int | None, typer.Option(help="The most steps a way may have.", show_default=False)
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="The time you have, like 2y or 18 months, to see what fits.",
            show_default=False,
        ),
    ] = None,
    have: HaveOption = None,
    resume: ResumeOption = None,
    location: LocationOption = None,
) -> "RoutePlan | ReachReport":
    """Show the ways from your role to another: steps, years, skills to add, and pay."""
    from cscareer.routes.planning import Wishes, plan_routes
    from cscareer.routes.reaching import reach_roles
    from cscareer.routes.weighing import RouteOrder

    order = choose(RouteOrder, [by], "--by")[0]
    if within is not None and not title:
        raise UsageError("--within is of a way to one role.", hint="Name the role you want.")
    deadline = _deadline(within) if within is not None else None
    catalog = session.catalog()
    goal = session.role(catalog, " ".join(title)) if title else None
    start = session.role(catalog, from_) if from_ is not None else None
    wishes = Wishes(
        order,
        via=tuple(session.role(catalog, name) for name in via or []),
        avoid=tuple(session.role(catalog, name) for name in avoid or []),
        most_steps=max_steps,
        within=deadline,
    )
    person = gather_person(session, catalog, have or [], resume)
    start = start or _own_role(session, catalog, person)
    place = session.location(catalog, location) or session.own_location(catalog)
    if goal:
        return plan_routes(catalog, start, goal, person.held, person.found, wishes, place)
    return reach_roles(catalog, start, person.held, person.found, wishes, place)


def _deadline(within: str) -> "Deadline":
    """The time a person has.

    Raises:
        UsageError: it is no span of months or years.
    """
    from cscareer.cli import clock
    from cscareer.cli.days import months_within
    from cscareer.routes.timing import Deadline

    return Deadline(months_within(within), clock.today())


def _own_role(session: Session, catalog: "Catalog", person: "Person") -> "Role":
    """The role a resume says is the person's, or else that of their profile; says so.

    Raises:
        UsageError: it names none that the guide knows now.
    """
    job = person.history.own if person.history else None
    if job is not None and job.role is not None:
        role = catalog.roles[job.role]
        session.notes.append(f"Starting from your role, {role.title} (line {job.line} of the resume).")
        return role
    own = session.own_role(catalog)
    if own is None:
        raise UsageError(
            "No role to start from is given, and neither your profile nor your resume says one that we know.",
            hint='Add --from, like this: cscareer path "customer service manager" --from "call center specialist"',
        )
    session.note_own(f"role, {own.title}, to start from")
    return own
