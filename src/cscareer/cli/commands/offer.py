"""The command that judges an offer."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_location, complete_role
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import HoursOption, LocationOption, PerOption
from cscareer.cli.session import Session
from cscareer.cli.words import read_period
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.pay.amounts import Given, GivenPay
    from cscareer.pay.location import Location
    from cscareer.pay.money import Period
    from cscareer.pay.offer import OfferReport
    from cscareer.pay.package import StatedPart
    from cscareer.pay.pledges import Pledge


@command(
    Panel.PAY,
    asks=["pay.offer:assess_offer"],
    needs=["pay.amounts:read_amount", "pay.package:read_part", "pay.report:find_location"],
    examples=[
        'cscareer offer 46000 --role "customer service specialist" -l "Columbus, OH"',
        'cscareer offer 22.50/hr --role "call center specialist" -l Denver --current 41000',
    ],
)
def offer(
    session: Session,
    amount: Annotated[
        str,
        typer.Argument(
            metavar="AMOUNT", help="The pay offered, like 46000, $46,000, 22.50/hr, 3800/month or 46-52k."
        ),
    ],
    role: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help="The role it is for; your profile's, if you leave it out.",
            show_default=False,
            autocompletion=complete_role,
        ),
    ] = None,
    location: LocationOption = None,
    per: PerOption = None,
    hours: HoursOption = None,
    current: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="What you earn now.", show_default=False)
    ] = None,
    current_location: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help="Where you earn it, if elsewhere.",
            show_default=False,
            autocompletion=complete_location,
        ),
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Another offer to set beside it.", show_default=False)
    ] = None,
    against_location: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help="Where the other offer is.",
            show_default=False,
            autocompletion=complete_location,
        ),
    ] = None,
    bonus: Annotated[
        str | None,
        typer.Option(
            metavar="AMOUNT", help="A bonus that comes on top, like 3000 or 8%.", show_default=False
        ),
    ] = None,
    shift: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help="Extra pay for the shift, like 1.50/hr.", show_default=False),
    ] = None,
    benefits: Annotated[
        str | None,
        typer.Option(
            metavar="AMOUNT", help="What the benefits are worth to you, like 450/month.", show_default=False
        ),
    ] = None,
    against_bonus: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="The other offer's bonus.", show_default=False)
    ] = None,
    against_shift: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Its extra pay for the shift.", show_default=False)
    ] = None,
    against_benefits: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="What its benefits are worth.", show_default=False)
    ] = None,
) -> "OfferReport":
    """Judge a job offer: where it stands, what it buys, and what to ask for."""
    from cscareer.pay.offer import assess_offer
    from cscareer.pay.statistics import Statistics

    _need(current_location, "--current-location", current, "--current")
    _need(against_location, "--against-location", against, "--against")
    for said, option in ((against_bonus, "bonus"), (against_shift, "shift"), (against_benefits, "benefits")):
        _need(said, f"--against-{option}", against, "--against")
    package = _package(bonus=bonus, shift=shift, benefits=benefits)
    other_package = _package(bonus=against_bonus, shift=against_shift, benefits=against_benefits)
    period = read_period(per)
    hourly = _is_hourly(session, [amount, current, against])
    offered = _offered(session, amount, period, hourly_beside=hourly)

    def read(said: str | None, what: str) -> "Given | None":
        return None if said is None else session.amount(said, period, what, hourly_beside=hourly)

    held, other = read(current, "your pay now"), read(against, "the other offer")
    catalog = session.catalog()
    wanted = session.role_beside_place(catalog, role) if role is not None else _own_role(session, catalog)
    own = session.own_location(catalog) if location is None else None
    here = session.location(catalog, location) or own or catalog.once(Statistics).nation
    now = (held, session.location(catalog, current_location) or here) if held else None
    return assess_offer(
        catalog,
        wanted,
        (offered.low, here),
        hours=hours,
        up_to=offered.high,
        current=now or _own_pay(session, catalog, here),
        against=(other, session.location(catalog, against_location) or here) if other else None,
        package=package,
        against_package=other_package,
    )


def _own_role(session: Session, catalog: "Catalog") -> "Role":
    return session.role_to_use(
        catalog,
        "Which role is the offer for?",
        'For example: cscareer offer 46000 --role "customer service specialist". '
        "`cscareer profile set --role TITLE` keeps yours.",
    )


def _own_pay(session: Session, catalog: "Catalog", here: "Location") -> "Pledge | None":
    """What a person earns now by their profile, where that says; says so."""
    profile = session.profile
    if profile is None or profile.pay is None:
        return None
    from cscareer.pay.amounts import Given
    from cscareer.plan.profile_report import place_of

    session.note_own("pay now")
    return Given(profile.pay.amount, profile.pay.per), place_of(catalog, profile) or here


def _is_hourly(session: Session, said: "Sequence[str | None]") -> bool:
    """Whether one of the amounts, or pay of now by the profile, is surely by the hour."""
    from cscareer.pay.amounts import some_by_the_hour

    kept = session.profile.pay if session.profile and said[1] is None else None
    return some_by_the_hour(said) or (kept is not None and kept.per == "hour")


def _offered(session: Session, said: str, period: "Period | None", *, hourly_beside: bool) -> "GivenPay":
    """An offer, or both its ends; remembers to say how pay by the month or week was read."""
    from cscareer.pay.amounts import read_pay

    offered = read_pay(said, period, what="the offer", hourly_beside=hourly_beside)
    session.notes += offered.readings
    return offered


def _package(**said: str | None) -> "tuple[StatedPart, ...]":
    """The parts of an offer that a person states beside its base pay."""
    from cscareer.pay.package import USUAL, read_part

    return tuple(read_part(text, kind) for kind in USUAL if (text := said[kind]) is not None)


def _need(given: str | None, option: str, other: str | None, needed: str) -> None:
    if given is not None and other is None:
        raise UsageError(f"{option} needs {needed}.", hint=f"Say how much, like {needed} 45000.")
