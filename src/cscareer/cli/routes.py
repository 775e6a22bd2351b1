"""The command that plans the way from one role to another."""

from typing import Annotated

import typer

from cscareer.cli.completion import complete_held, complete_role, complete_role_words, complete_route_order
from cscareer.cli.resume import find_in_resume
from cscareer.cli.session import JsonOption, LocationOption, RouteFormatOption, choose, session_of
from cscareer.errors import UsageError


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
        typer.Option("--from", metavar="TITLE", help="The role you are in.", autocompletion=complete_role),
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
    have: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILLS",
            help='Skills you have besides those of your role, like "coaching:2,sql". Repeatable.',
            autocompletion=complete_held,
        ),
    ] = None,
    resume: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Your resume, whose skills count too; - reads standard input.",
            show_default=False,
        ),
    ] = None,
    location: LocationOption = None,
    output_format: RouteFormatOption = None,
    json: JsonOption = False,
) -> None:
    """Show the ways from your role to another: steps, years, skills to add, and pay."""
    from cscareer.routes.planning import Wishes, plan_routes  # noqa: PLC0415  help stays quick
    from cscareer.routes.reaching import reach_roles  # noqa: PLC0415
    from cscareer.routes.weighing import RouteOrder  # noqa: PLC0415
    from cscareer.skills.held import read_held  # noqa: PLC0415

    session = session_of(context)
    order = choose(RouteOrder, [by], "--by")[0]
    catalog = session.catalog()
    goal = session.role(catalog, " ".join(title)) if title else None
    if from_ is None:
        raise UsageError(
            "No role to start from is given.",
            hint='Add --from, like this: cscareer path "customer service manager" --from "call center specialist"',
        )
    start = session.role(catalog, from_)
    wishes = Wishes(
        order,
        via=tuple(session.role(catalog, name) for name in via or []),
        avoid=tuple(session.role(catalog, name) for name in avoid or []),
        most_steps=max_steps,
    )
    held = read_held(catalog, have or [])
    for skill in held:
        if skill.completed:
            session.note_completed(skill.said, catalog.skills[skill.skill].name)
    found = find_in_resume(session, catalog, resume) if resume is not None else ()
    place = session.location(catalog, location)
    answer = (
        plan_routes(catalog, start, goal, held, found, wishes, place)
        if goal
        else reach_roles(catalog, start, held, found, wishes, place)
    )
    session.show(answer, output_format, as_json=json)
