"""Which of several job ads are wanted: by pay, by being remote, by place; and where they are, should they not say."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_location
from cscareer.cli.session import Session

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.jobs.filtering import AdFilter

MinPayOption = Annotated[
    str | None,
    typer.Option(
        "--min-pay",
        metavar="AMOUNT",
        help="Of several: only ads that pay this at their top, like 20/hr.",
        show_default=False,
    ),
]
RemoteOption = Annotated[bool, typer.Option("--remote", help="Of several: only remote ones.")]
WithinOption = Annotated[
    str | None,
    typer.Option(
        "--within",
        metavar="PLACE",
        help="Of several: only those in the area of this place.",
        autocompletion=complete_location,
    ),
]

AdPlaceOption = Annotated[
    str | None,
    typer.Option(
        "--location",
        "-l",
        metavar="PLACE",
        help="Where the job is, for an ad that names no place: a US city, county, state or ZIP code.",
        autocompletion=complete_location,
    ),
]


def wanted_ads(
    session: Session, catalog: "Catalog", min_pay: str | None, within: str | None, *, remote: bool
) -> "AdFilter":
    """What ads must have, as it was said.

    Raises:
        UsageError: the amount is none.
        UnknownNameError, AmbiguousNameError: the place isn't known, or could be several.
    """
    from cscareer.jobs.filtering import AdFilter

    least = session.amount(min_pay, None, "--min-pay") if min_pay is not None else None
    return AdFilter(least, remote, session.location(catalog, within))
