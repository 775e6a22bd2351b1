"""Commands about pay: what a role pays, here and elsewhere, and what an offer is worth."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_industry, complete_location, complete_rank, complete_role
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LocationOption, LocationsOption, PerOption, RoleName
from cscareer.cli.outcomes import Reply
from cscareer.cli.session import Session
from cscareer.cli.words import choose, read_period
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.pay.amounts import GivenPay
    from cscareer.pay.comparison import Comparison, PlaceComparison
    from cscareer.pay.location import Location
    from cscareer.pay.locations import LocationList
    from cscareer.pay.money import Period
    from cscareer.pay.offer import OfferReport
    from cscareer.pay.package import StatedPart
    from cscareer.pay.pledges import Pledge
    from cscareer.pay.ranking import PayRanking
    from cscareer.pay.rankings import PayRankings
    from cscareer.pay.trend import TrendReport


RoleNames = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="Titles, ids or aliases; quote those of several words.",
        autocompletion=complete_role,
    ),
]
HoursOption = Annotated[
    int | None,
    typer.Option(help="Hours worked a year for that pay, 2,080 when left out.", show_default=False),
]


@command(
    Panel.PAY,
    asks=["pay.report:report_pay", "pay.ranking:rank_pay", "pay.rankings:rank_roles"],
    needs=["pay.report:find_location"],
    examples=[
        'cscareer pay "customer service specialist" -l "Austin, TX"',
        'cscareer pay "customer service specialist" --by area --top 10',
        'cscareer pay "customer service specialist" "account manager" --by state',
    ],
)
def pay(
    session: Session,
    titles: RoleNames,
    location: LocationsOption = None,
    per: PerOption = None,
    hours: HoursOption = None,
    industry: Annotated[
        list[str] | None,
        typer.Option(
            help="Show the national wages of this industry too. Repeatable.", autocompletion=complete_industry
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how each figure came about.")] = False,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="area|state|industry",
            help="Rank the places or industries that pay most.",
            autocompletion=complete_rank,
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(help="How many to rank, 20 when left out.", show_default=False)
    ] = None,
    real: Annotated[bool, typer.Option("--real", help="Rank by pay after the cost of living.")] = False,
) -> "Reply | PayRanking | PayRankings":
    """Show what a role pays, nationally or in any place, and what moves it."""
    from cscareer.pay.report import report_pay

    catalog = session.catalog()
    chosen = {role.id: role for role in session.roles(catalog, titles)}
    if by is not None:
        _refuse_beside_by(location=location, hours=hours, industry=industry, explain=explain)
        return _ranking(catalog, list(chosen.values()), by, top, per, real=real)
    if top is not None or real:
        raise UsageError(
            f"{'--real' if real else '--top'} belongs to a ranking.",
            hint="Add --by area, --by state or --by industry.",
        )
    industries = [session.industry(catalog, name) for name in industry or []]
    report = report_pay(
        catalog,
        list(chosen.values()),
        places_of(session, catalog, location),
        industries=industries,
        per=read_period(per),
        hours=hours,
        explain=explain,
    )
    return Reply(report, full=explain)


@command(
    Panel.PAY,
    asks=["pay.comparison:compare_roles", "pay.comparison:compare_places"],
    needs=["pay.report:find_location"],
    examples=[
        'cscareer compare "customer service specialist" "customer service manager"',
        'cscareer compare "customer service specialist" -l Austin -l Denver',
    ],
)
def compare(
    session: Session,
    titles: RoleNames,
    location: LocationsOption = None,
) -> "Comparison | PlaceComparison":
    """Set two to five titles side by side, or one to five in several places."""
    from cscareer.pay.comparison import compare_places, compare_roles

    catalog = session.catalog()
    roles = session.roles(catalog, titles)
    places = places_of(session, catalog, location)
    if len(location or []) > 1:
        return compare_places(catalog, roles, places)
    place = places[0] if places else None
    return compare_roles(catalog, roles, place)


@command(
    Panel.PAY,
    asks=["pay.offer:assess_offer"],
    needs=["pay.amounts:read_amount", "pay.package:read_part", "pay.report:find_location"],
    examples=['cscareer offer 46000 --role "customer service specialist" -l "Columbus, OH"'],
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
        str, typer.Option(metavar="TITLE", help="The role it is for.", autocompletion=complete_role)
    ],
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
    offered = _offered(session, amount, period)
    held = session.amount(current, period, "your pay now") if current is not None else None
    other = session.amount(against, period, "the other offer") if against is not None else None
    catalog = session.catalog()
    wanted = session.role(catalog, role)
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


@command(
    Panel.PAY,
    asks=["pay.trend:report_trend"],
    examples=["cscareer trend customer service manager", "cscareer trend account manager"],
)
def trend(
    session: Session,
    title: RoleName,
) -> "TrendReport":
    """Show how a role's occupation has gone: wages and jobs, year by year."""
    from cscareer.pay.trend import report_trend

    catalog = session.catalog()
    return report_trend(catalog, session.role(catalog, " ".join(title)))


@command(
    Panel.PAY,
    asks=["pay.locations:search_locations"],
    examples=["cscareer locations --state TX", "cscareer locations springfield"],
)
def locations(
    session: Session,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]", help="Words of a place's name, or an area id.")
    ] = None,
    state: Annotated[str | None, typer.Option(metavar="STATE", help="Only of this state.")] = None,
) -> "LocationList":
    """Search the places and areas that have local pay."""
    from cscareer.pay.locations import search_locations

    return search_locations(session.catalog(), " ".join(query) if query else None, state)


def places_of(session: Session, catalog: "Catalog", said: "Sequence[str] | None") -> "list[Location]":
    """The places a person names, or their profile's where they name none."""
    if said:
        return session.locations(catalog, said)
    own = session.own_location(catalog)
    return [own] if own else []


def _own_pay(session: Session, catalog: "Catalog", here: "Location") -> "Pledge | None":
    """What a person earns now by their profile, where that says; says so."""
    profile = session.profile
    if profile is None or profile.pay is None:
        return None
    from cscareer.pay.amounts import Given
    from cscareer.plan.profile_report import place_of

    session.note_own("pay as what you earn now")
    return Given(profile.pay.amount, profile.pay.per), place_of(catalog, profile) or here


def _offered(session: Session, said: str, period: "Period | None") -> "GivenPay":
    """An offer, or both its ends; remembers to say how pay by the month or week was read."""
    from cscareer.pay.amounts import read_pay

    offered = read_pay(said, period, what="the offer")
    session.notes += offered.readings
    return offered


def _package(**said: str | None) -> "tuple[StatedPart, ...]":
    """The parts of an offer that a person states beside its base pay."""
    from cscareer.pay.package import USUAL, read_part

    return tuple(read_part(text, kind) for kind in USUAL if (text := said[kind]) is not None)


def _need(given: str | None, option: str, other: str | None, needed: str) -> None:
    if given is not None and other is None:
        raise UsageError(f"{option} needs {needed}.", hint=f"Say how much, like {needed} 45000.")


def _refuse_beside_by(**others: object) -> None:
    for name, value in others.items():
        if value:
            raise UsageError(
                f"--{name} and --by can't be used together: a ranking is of all places or industries.",
                hint="Leave one of them out.",
            )


def _ranking(
    catalog: "Catalog", roles: "Sequence[Role]", by: str, top: int | None, per: str | None, *, real: bool
) -> "PayRanking | PayRankings":
    from cscareer.pay.ranking import TOP, RankBy, rank_pay

    order, period = choose(RankBy, [by], "--by")[0], read_period(per) or "year"
    most = TOP if top is None else top
    if len(roles) == 1:
        return rank_pay(catalog, roles[0], order, top=most, by_real=real, per=period)
    from cscareer.pay.rankings import rank_roles

    return rank_roles(catalog, roles, order, top=most, by_real=real, per=period)
