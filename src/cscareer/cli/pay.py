"""Commands about pay."""

from typing import Annotated

import typer

from cscareer.cli.completion import complete_role
from cscareer.cli.session import FormatOption, JsonOption, session_of

PANEL = "Pay"
RoleNames = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="Titles, ids or aliases; quote those of several words.",
        autocompletion=complete_role,
    ),
]


def pay(
    context: typer.Context, titles: RoleNames, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    """Show what sources say a role pays, and what moves it."""
    from cscareer.pay.report import report_pay  # noqa: PLC0415  help stays quick

    session = session_of(context)
    catalog = session.catalog()
    chosen = {role.id: role for role in session.roles(catalog, titles)}
    session.show(report_pay(catalog, list(chosen.values())), output_format, as_json=json)


def compare(
    context: typer.Context, titles: RoleNames, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    """Set two to five titles side by side: pay, skills, responsibilities."""
    from cscareer.pay.comparison import compare_roles  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    session.show(compare_roles(catalog, session.roles(catalog, titles)), output_format, as_json=json)
