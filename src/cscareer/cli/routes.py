"""The command that plans the way from one role to another."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_role, complete_role_words, complete_route_order
from cscareer.cli.person import (
    HaveOption,
    ResumeOption,
    gather_person,
)
from cscareer.cli.session import JsonOption, LocationOption, RouteFormatOption, Session, choose, session_of
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role


def path(
    context: typer.Context,
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
    have: HaveOption = None,
    resume: ResumeOption = None,
    location: LocationOption = None,
    output_format: RouteFormatOption = None,
    json: JsonOption = False,
) -> None:
    """Show the ways from your role to another: steps, years, skills to add, and pay."""
    from cscareer.routes.planning import Wishes, plan_routes  # noqa: PLC0415  help stays quick
    from cscareer.routes.reaching import reach_roles  # noqa: PLC0415
    from cscareer.routes.weighing import RouteOrder  # noqa: PLC0415

    session = session_of(context)
    order = choose(RouteOrder, [by], "--by")[0]
    catalog = session.catalog()
    goal = session.role(catalog, " ".join(title)) if title else None
    start = session.role(catalog, from_) if from_ is not None else _own_role(session, catalog)
    wishes = Wishes(
        order,
        via=tuple(session.role(catalog, name) for name in via or []),
        avoid=tuple(session.role(catalog, name) for name in avoid or []),
        most_steps=max_steps,
    )
    person = gather_person(session, catalog, have or [], resume)
    place = session.location(catalog, location) or session.own_location(catalog)
    answer = (
        plan_routes(catalog, start, goal, person.held, person.found, wishes, place)
        if goal
        else reach_roles(catalog, start, person.held, person.found, wishes, place)
    )
    session.show(answer, output_format, as_json=json)


def _own_role(session: Session, catalog: "Catalog") -> "Role":
    """The role of the person's profile; says so.

    Raises:
        UsageError: it names none that the guide knows now.
    """
    kept = session.profile
    if kept is None or kept.role is None or kept.role not in catalog.roles:
        raise UsageError(
            "No role to start from is given, and your profile names none.",
            hint='Add --from, like this: cscareer path "customer service manager" --from "call center specialist"',
        )
    role = catalog.roles[kept.role]
    session.note_own(f"role, {role.title}, to start from")
    return role
