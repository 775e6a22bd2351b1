"""The command for who sets pay: what range to post."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.commands.pay import RoleNames, places_of
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LocationsOption, PerOption
from cscareer.cli.session import Session
from cscareer.cli.words import read_period
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.pay.hiring import HiringPlan


@command(
    Panel.PAY,
    asks=["pay.hiring:plan_hiring"],
    needs=["pay.amounts:read_amount", "pay.report:find_location"],
    examples=[
        'cscareer hire "customer service specialist" -l "Columbus, OH" --paid 47000',
        'cscareer hire "call center specialist" "customer service team lead" -l Austin -l Denver',
    ],
)
def hire(
    session: Session,
    titles: RoleNames,
    location: LocationsOption = None,
    per: PerOption = None,
    paid: Annotated[
        list[str] | None,
        typer.Option(
            metavar="AMOUNT",
            help="What your people in the middle of this work earn now, to see whom the range would overtake; of several titles one for all, or --paid once for each, in their order.",
            show_default=False,
        ),
    ] = None,
) -> "HiringPlan":
    """Plan what pay to post in an ad: the range, whom it reaches, and what the law there asks an ad to show."""
    from cscareer.pay.hiring import plan_hiring

    period = read_period(per)
    middle = [session.amount(said, None, "what your people earn") for said in paid or ()]
    catalog = session.catalog()
    roles = {role.id: role for role in session.roles(catalog, titles)}
    if len(middle) > 1 and len(middle) != len(roles):
        raise UsageError(
            f"--paid is there {len(middle)} times, and the titles are {len(roles)}.",
            hint="Give it once for all, or once for each title, in their order.",
        )
    places = places_of(session, catalog, location)
    return plan_hiring(catalog, list(roles.values()), places, per=period or "year", paid=middle)
