"""Where a role's occupation pays best: areas, states or industries in order."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.errors import UsageError
from cscareer.pay.apart import told_apart
from cscareer.pay.gazetteer import STATE_TYPES, AreaRow
from cscareer.pay.location import location_of
from cscareer.pay.money import Period, exact
from cscareer.pay.ranges import NATION, NATION_ID, Amount, Area
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.statistics import Statistics, median_of, ratio_to, real
from cscareer.pay.wages import Distribution, WageRow, distribution, national_row

TOP = 20


class RankBy(StrEnum):
    """What is put in order."""

    AREA = "area"
    STATE = "state"
    INDUSTRY = "industry"


class RankedPay(Model):
    """One place or industry: `id` is an area's id or a NAICS code; prices and real median are null for industries.

    `apart_from_first` is whether its median differs from that of rank 1 by more than the survey's error, with 90%
    confidence; null for rank 1 itself and where no error is released. `apart_from_above` is the same of the rank above.
    The median's error is assumed to be the mean's.
    """

    rank: int
    id: str
    name: str
    type: str
    wages: Distribution
    employment: int | None
    national_ratio: float | None
    price_index: float | None
    real_median: Amount | None
    apart_from_first: bool | None
    apart_from_above: bool | None


class PayRanking(Answer):
    """What everyone in a role's occupation earns, by area, state or industry, highest median first.

    `real` says that the order is by what the median buys at average U.S. prices; areas without a price level of their
    own are then left out. `ranked` counts all that have a figure, `left_out` those that have none to rank by, and
    `tied_with_first` those of all ranked whose median can't be told apart from the first one's.
    """

    rows: ClassVar = "ranking"

    schema_: Literal["cscareer/pay-ranking/1"] = Field("cscareer/pay-ranking/1", alias="schema")
    role: RoleRef
    occupation: RoleOccupation
    by: RankBy
    real: bool
    ranked: int
    left_out: int
    tied_with_first: int
    national: Distribution | None
    ranking: tuple[RankedPay, ...]


def rank_pay(
    catalog: Catalog, role: Role, by: RankBy, *, top: int = TOP, by_real: bool = False, per: Period = "year"
) -> PayRanking:
    """The places or industries where a role's occupation earns most.

    Raises:
        UsageError: fewer than one row, or industries after the cost of living.

    Example:
        >>> catalog = load_catalog()
        >>> len(rank_pay(catalog, catalog.roles["account-manager"], RankBy.STATE, top=5).ranking)
        5
    """
    if top < 1:
        raise UsageError(f"--top {top} shows nothing.", hint="Ask for one row at least, like --top 10.")
    if by_real and by is RankBy.INDUSTRY:
        raise UsageError(
            "Industries have no cost of living.", hint="Leave --real out, or rank --by area or --by state."
        )
    statistics = catalog.once(Statistics)
    row = national_row(statistics.wages, role.occupation.code)
    nation = distribution(row, NATION, per) if row else None
    among, known = (
        _industries(statistics, role, nation, per)
        if by is RankBy.INDUSTRY
        else _places(statistics, role, by, nation, per)
    )
    occupation = occupation_of(catalog, role)
    comparable = () if occupation.catch_all else known
    worth = {entry.id: value for entry in comparable if (value := _worth(entry, by_real=by_real)) is not None}
    rankable = sorted(
        (entry for entry in comparable if entry.id in worth), key=lambda entry: (-worth[entry.id], entry.name)
    )
    ranked = [
        entry.model_copy(
            update={
                "rank": rank,
                "apart_from_first": _apart(entry, rankable[0], worth) if rank > 1 else None,
                "apart_from_above": _apart(entry, rankable[rank - 2], worth) if rank > 1 else None,
            }
        )
        for rank, entry in enumerate(rankable, start=1)
    ]
    shown = ranked[:top]
    cited = [
        source.id
        for pay in (nation, *(each for entry in shown for each in (entry.wages, entry.real_median)))
        if pay
        for source in pay.sources
    ]
    return PayRanking(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited, *catalog.occupations[role.occupation.code].sources),
        role=reference(role),
        occupation=occupation,
        by=by,
        real=by_real,
        ranked=len(rankable),
        left_out=among - len(rankable),
        tied_with_first=sum(entry.apart_from_first is False for entry in ranked),
        national=nation,
        ranking=tuple(shown),
    )


def _worth(entry: RankedPay, *, by_real: bool) -> Decimal | None:
    """What places are put in order by: the median, or what it buys; null where that isn't known."""
    median = entry.wages.at("median")
    if median is None or (by_real and entry.price_index is None):
        return None
    return exact(median) / exact(entry.price_index) if by_real and entry.price_index else exact(median)


def _apart(one: RankedPay, other: RankedPay, worth: Mapping[str, Decimal]) -> bool | None:
    """Whether what two places are ranked by differs; an index of prices has no published error."""
    return told_apart(worth[one.id], one.wages.mean_error, worth[other.id], other.wages.mean_error)


def _places(
    statistics: Statistics, role: Role, by: RankBy, nation: Distribution | None, per: Period
) -> tuple[int, list[RankedPay]]:
    """How many places there are, and those of them with a row of wages."""
    there = {
        area.id: area
        for area in statistics.gazetteer.areas.values()
        if area.id != NATION_ID and (area.type in STATE_TYPES) == (by is RankBy.STATE)
    }
    rows = statistics.wages.of(role.occupation.code)
    known = [
        _place(statistics, area, rows[area_id], nation, per)
        for area_id, area in there.items()
        if area_id in rows
    ]
    return len(there), known


def _place(
    statistics: Statistics, area: AreaRow, row: WageRow, nation: Distribution | None, per: Period
) -> RankedPay:
    named = Area(id=area.id, name=area.name)
    prices = statistics.prices(location_of(area.name, area))
    wages = distribution(row, named, per)
    median = median_of(wages)
    return RankedPay(
        rank=0,
        id=area.id,
        name=area.name,
        type=area.type,
        wages=wages,
        employment=row.people,
        national_ratio=ratio_to(wages, nation),
        price_index=prices.index if prices.own else None,
        real_median=real(median, prices) if median and prices.own else None,
        apart_from_first=None,
        apart_from_above=None,
    )


def _industries(
    statistics: Statistics, role: Role, nation: Distribution | None, per: Period
) -> tuple[int, list[RankedPay]]:
    """How many sectors of the economy there are, and those of them with a row of wages."""
    sectors = statistics.wages.sectors
    known = [
        _industry(each.naics, each.name, each.wages, nation, per)
        for each in statistics.wages.industries(role.occupation.code)
        if each.naics in sectors
    ]
    return len(sectors), known


def _industry(naics: str, name: str, row: WageRow, nation: Distribution | None, per: Period) -> RankedPay:
    wages = distribution(row, NATION, per)
    return RankedPay(
        rank=0,
        id=naics,
        name=name,
        type="industry",
        wages=wages,
        employment=row.people,
        national_ratio=ratio_to(wages, nation),
        price_index=None,
        real_median=None,
        apart_from_first=None,
        apart_from_above=None,
    )
