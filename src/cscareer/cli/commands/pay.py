"""Commands about pay: what a role pays, here and elsewhere, and what an offer is worth."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_industry, complete_rank, complete_role
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import HoursOption, LocationsOption, OwnRoleName, PerOption
from cscareer.cli.outcomes import Reply
from cscareer.cli.session import Session
from cscareer.cli.talking import named_or_own_role
from cscareer.cli.words import choose, read_period
from cscareer.errors import UsageError
from cscareer.render.formats import Format

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.pay.comparison import Comparison, PlaceComparison
    from cscareer.pay.location import Location
    from cscareer.pay.locations import LocationList
    from cscareer.pay.ranking import PayRanking
    from cscareer.pay.rankings import PayRankings
    from cscareer.pay.trend import TrendReport


_ALL = 10_000  # there are fewer places and industries
RoleNames = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="Titles, ids or aliases; quote those of several words.",
        autocompletion=complete_role,
    ),
]


@command(
    Panel.PAY,
    asks=["pay.report:report_pay", "pay.ranking:rank_pay", "pay.rankings:rank_roles"],
    needs=["pay.report:find_location", "pay.ranking:RankBy"],
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
        int | None,
        typer.Option(
            help="How many to rank; 20 when left out, all with --full or in a file format.",
            show_default=False,
        ),
    ] = None,
    real: Annotated[bool, typer.Option("--real", help="Rank by pay after the cost of living.")] = False,
) -> "Reply | PayRanking | PayRankings":
    """Show what a role pays, nationally or in any place, and what moves it."""
    from cscareer.pay.report import report_pay

    catalog = session.catalog()
    chosen = {role.id: role for role in session.roles(catalog, titles)}
    if by is not None:
        _refuse_beside_by(location=location, hours=hours, industry=industry, explain=explain)
        if top is None and (session.full or session.asked not in {None, Format.TABLE}):
            top = _ALL  # only a screen has a size to fit
        _note_shared(session, list(chosen.values()))
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
    asks=["pay.trend:report_trend"],
    examples=["cscareer trend customer service manager", "cscareer trend account manager"],
)
def trend(
    session: Session,
    title: OwnRoleName = None,
) -> "TrendReport":
    """Show how a role's occupation has gone: wages and jobs, year by year."""
    from cscareer.pay.trend import report_trend

    catalog = session.catalog()
    return report_trend(catalog, named_or_own_role(session, catalog, title))


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


def _refuse_beside_by(**others: object) -> None:
    for name, value in others.items():
        if value:
            raise UsageError(
                f"--{name} and --by can't be used together: a ranking is of all places or industries.",
                hint="Leave one of them out.",
            )


def _note_shared(session: Session, roles: "Sequence[Role]") -> None:
    """Says which of several roles are ranked by the same wages, as they are one occupation's."""
    by_code: dict[str, list[str]] = {}
    for role in roles:
        by_code.setdefault(role.occupation.code, []).append(role.title)
    for titles in by_code.values():
        if len(titles) > 1:
            session.notes.append(
                f"{' and '.join(titles)} are counted in one occupation: a ranking is by the wages of all in it, so these are "
                "the same; `cscareer pay TITLE -l PLACE` gives each its own part."
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
