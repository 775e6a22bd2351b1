"""The command that looks at work beyond customer service."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_beyond_order, complete_role_words
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LocationOption
from cscareer.cli.session import Session
from cscareer.cli.words import choose

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.routes.beyond import BeyondReport


@command(
    Panel.EXPLORE,
    asks=["routes.beyond:look_beyond"],
    needs=["routes.beyond:Filters", "routes.beyond:BeyondSort", "pay.report:find_location"],
    examples=[
        'cscareer beyond "customer service specialist" -l "Austin, TX"',
        "cscareer beyond customer service specialist --no-degree --growing --sort pay",
    ],
)
def beyond(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TITLE]",
            help="The role you are in: a title, id or alias; your profile's when left out.",
            autocompletion=complete_role_words,
            show_default=False,
        ),
    ] = None,
    location: LocationOption = None,
    no_degree: Annotated[
        bool, typer.Option("--no-degree", help="Only work that usually asks for no degree.")
    ] = False,
    growing: Annotated[
        bool, typer.Option("--growing", help="Only work that is projected to have more jobs in ten years.")
    ] = False,
    sort: Annotated[
        str,
        typer.Option(
            metavar="closeness|pay|openings|distance",
            help="In which order: the nearest, the best paid, the most openings, or the least to learn first.",
            autocompletion=complete_beyond_order,
        ),
    ] = "closeness",
) -> "BeyondReport":
    """See what other work the same skills lead to: pay, jobs to come, and what it asks more of you."""
    from cscareer.routes.beyond import BeyondSort, Filters, look_beyond

    order = choose(BeyondSort, [sort], "--sort")[0]
    catalog = session.catalog()
    role = session.role(catalog, " ".join(title)) if title else _own_role(session, catalog)
    place = session.location(catalog, location) or session.own_location(catalog)
    return look_beyond(catalog, role, place, filters=Filters(no_degree, growing), sort=order)


def _own_role(session: Session, catalog: "Catalog") -> "Role":
    return session.role_to_use(
        catalog, "Which role are you in?", 'Name it, like: cscareer beyond "customer service specialist"'
    )
