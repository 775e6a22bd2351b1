"""Commands about pay: what a role pays, here and elsewhere, and what an offer is worth."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_industry, complete_per, complete_rank, complete_role
from cscareer.cli.explore import RoleName
from cscareer.cli.session import (
    FormatOption,
    JsonOption,
    LocationOption,
    LocationsOption,
    Session,
    choose,
    session_of,
)
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.pay.amounts import Given
    from cscareer.pay.offer import Pledge
    from cscareer.pay.places import Location
    from cscareer.pay.ranges import Period
    from cscareer.pay.ranking import PayRanking

PANEL = "Pay"


class Per(StrEnum):
    """The period an amount is for."""

    HOUR = "hour"
    YEAR = "year"


RoleNames = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="Titles, ids or aliases; quote those of several words.",
        autocompletion=complete_role,
    ),
]
PerOption = Annotated[
    str | None,
    typer.Option("--per", metavar="hour|year", help="Pay per hour or per year.", autocompletion=complete_per),
]
HoursOption = Annotated[
    int | None,
    typer.Option(help="Hours worked a year for that pay, 2,080 when left out.", show_default=False),
]


def pay(
    context: typer.Context,
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
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Show what a role pays, nationally or in any place, and what moves it."""
    from cscareer.pay.report import report_pay  # noqa: PLC0415  help stays quick

    session = session_of(context)
    catalog = session.catalog()
    chosen = {role.id: role for role in session.roles(catalog, titles)}
    if by is not None:
        _refuse_beside_by(location=location, hours=hours, industry=industry, explain=explain)
        ranking = _ranking(catalog, list(chosen.values()), by, top, per, real=real)
        session.show(ranking, output_format, as_json=json)
        return
    if top is not None or real:
        raise UsageError(
            f"{'--real' if real else '--top'} belongs to a ranking.",
            hint="Add --by area, --by state or --by industry.",
        )
    industries = [session.industry(catalog, name) for name in industry or []]
    answer = report_pay(
        catalog,
        list(chosen.values()),
        _places(session, catalog, location),
        industries=industries,
        per=read_period(per),
        hours=hours,
        explain=explain,
    )
    session.show(answer, output_format, as_json=json)


def compare(
    context: typer.Context,
    titles: RoleNames,
    location: LocationsOption = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Set two to five titles side by side, or one to five in several places."""
    from cscareer.pay.comparison import compare_places, compare_roles  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    roles = session.roles(catalog, titles)
    places = _places(session, catalog, location)
    if len(location or []) > 1:
        session.show(compare_places(catalog, roles, places), output_format, as_json=json)
    else:
        place = places[0] if places else None
        session.show(compare_roles(catalog, roles, place), output_format, as_json=json)


def offer(
    context: typer.Context,
    amount: Annotated[
        str, typer.Argument(metavar="AMOUNT", help="The pay offered, like 46000, 46k, $46,000 or 22.50/hr.")
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
        str | None, typer.Option(metavar="PLACE", help="Where you earn it, if elsewhere.", show_default=False)
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Another offer to set beside it.", show_default=False)
    ] = None,
    against_location: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Where the other offer is.", show_default=False)
    ] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Judge a job offer: where it stands, what it buys, and what to ask for."""
    from cscareer.pay.offer import assess_offer  # noqa: PLC0415
    from cscareer.pay.statistics import Statistics  # noqa: PLC0415

    _need(current_location, "--current-location", current, "--current")
    _need(against_location, "--against-location", against, "--against")
    session = session_of(context)
    period = read_period(per)
    offered = _pledged(amount, period, "the offer")
    held = _pledged(current, period, "your pay now") if current is not None else None
    other = _pledged(against, period, "the other offer") if against is not None else None
    catalog = session.catalog()
    wanted = session.role(catalog, role)
    own = session.own_location(catalog) if location is None else None
    here = session.location(catalog, location) or own or Statistics(catalog).nation
    now = (held, session.location(catalog, current_location) or here) if held else None
    answer = assess_offer(
        catalog,
        wanted,
        (offered, here),
        hours=hours,
        current=now or _own_pay(session, catalog, here),
        against=(other, session.location(catalog, against_location) or here) if other else None,
    )
    session.show(answer, output_format, as_json=json)


def trend(
    context: typer.Context,
    title: RoleName,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Show how a role's occupation has gone: wages and jobs, year by year."""
    from cscareer.pay.trend import report_trend  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    session.show(report_trend(catalog, session.role(catalog, " ".join(title))), output_format, as_json=json)


def locations(
    context: typer.Context,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]", help="Words of a place's name, or an area id.")
    ] = None,
    state: Annotated[str | None, typer.Option(metavar="STATE", help="Only of this state.")] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Search the places and areas that have local pay."""
    from cscareer.pay.locations import search_locations  # noqa: PLC0415

    session = session_of(context)
    answer = search_locations(session.catalog(), " ".join(query) if query else None, state)
    session.show(answer, output_format, as_json=json)


def read_period(per: str | None) -> "Period | None":
    """The period that --per names, in any case.

    Raises:
        UsageError: it names none.
    """
    if per is None:
        return None
    return "hour" if choose(Per, [per], "--per")[0] is Per.HOUR else "year"


def _places(session: Session, catalog: "Catalog", said: "Sequence[str] | None") -> "list[Location]":
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
    from cscareer.pay.amounts import Given  # noqa: PLC0415
    from cscareer.plan.profile_report import place_of  # noqa: PLC0415

    session.note_own("pay as what you earn now")
    return Given(profile.pay.amount, profile.pay.per), place_of(catalog, profile) or here


def _pledged(said: str, period: "Period | None", what: str) -> "Given":
    from cscareer.pay.amounts import read_amount  # noqa: PLC0415

    return read_amount(said, period, what=what)


def _need(given: str | None, option: str, other: str | None, needed: str) -> None:
    if given is not None and other is None:
        raise UsageError(f"{option} needs {needed}.", hint=f"Say how much: {needed} 45000 {option} PLACE")


def _refuse_beside_by(**others: object) -> None:
    for name, value in others.items():
        if value:
            raise UsageError(
                f"--{name} and --by can't both be had: a ranking is of all places or industries.",
                hint="Leave one of them out.",
            )


def _ranking(
    catalog: "Catalog", roles: "Sequence[Role]", by: str, top: int | None, per: str | None, *, real: bool
) -> "PayRanking":
    from cscareer.pay.ranking import TOP, RankBy, rank_pay  # noqa: PLC0415

    if len(roles) != 1:
        raise UsageError(
            f"A ranking is of one title; you gave {len(roles)}.", hint="Ask for one title at a time."
        )
    order = choose(RankBy, [by], "--by")[0]
    return rank_pay(
        catalog,
        roles[0],
        order,
        top=TOP if top is None else top,
        by_real=real,
        per=read_period(per) or "year",
    )
