"""Titles, and places, side by side: pay on one scale, what titles share, and what sets them apart."""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Level, Model, Need, Role, Track
from cscareer.errors import UsageError
from cscareer.pay.local import Localization, RoleRange, local_range
from cscareer.pay.places import Location
from cscareer.pay.ranges import (
    Amount,
    Area,
    Number,
    Range,
    as_plain_range,
    midpoint,
    published_range,
    whole,
    yearly,
)
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of
from cscareer.pay.report import cited_by
from cscareer.pay.statistics import Prices, Statistics, median_of
from cscareer.pay.wages import Distribution

FEWEST, MOST = 2, 5


class Difference(Model):
    """How far a midpoint lies from the first title's: in money, and in percent of the first."""

    amount: Number
    percent: float | None
    currency: str
    per: Literal["year", "hour"]


class ComparedSkill(Model):
    """A skill as one of the compared roles wants it."""

    id: str
    name: str
    need: Need
    level: int


class ComparedRole(Model):
    """One of the titles compared.

    `localization` to `median_difference` are for a place, and say how its range came about. `difference` is null for the first, where a midpoint is unknown, and where one is of starting pay and the other of
    what everyone earns. `skills` are all it wants; `shared_skills` of the comparison names those that all the titles want.
    """

    id: str
    title: str
    level: Level
    track: Track
    in_demand: bool
    pay: Range
    midpoint: Amount | None
    difference: Difference | None
    occupation: RoleOccupation
    localization: Localization | None
    band: Band | None
    observed: Distribution | None
    without_figures: tuple[Area, ...]
    median_difference: Difference | None
    skills: tuple[ComparedSkill, ...]
    responsibilities: tuple[str, ...]


class SharedLevel(Model):
    """How much of a shared skill one role wants."""

    role: str
    need: Need
    level: int


class SharedSkill(Model):
    """A skill that all the titles compared want."""

    id: str
    name: str
    levels: tuple[SharedLevel, ...]


class Comparison(Answer):
    """Two to five titles side by side; pay is per year in all of them."""

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/compare/1"] = Field("cscareer/compare/1", alias="schema")
    location: Location | None
    roles: tuple[ComparedRole, ...]
    shared_skills: tuple[SharedSkill, ...]


class PlacePay(Model):
    """What a title pays in one of the places compared; differences are to the same title in the first place."""

    role: RoleRef
    location: Location
    pay: Range
    midpoint: Amount | None
    difference: Difference | None
    occupation: RoleOccupation
    starting: bool | None
    localization: Localization | None
    band: Band | None
    observed: Distribution | None
    without_figures: tuple[Area, ...]
    employment: int | None
    median_difference: Difference | None
    prices: Prices
    real_median: Amount | None
    real_difference: Difference | None


class PlaceComparison(Answer):
    """One to five titles in two to five places, title by title; pay is per year in all of them."""

    rows: ClassVar = "places"

    schema_: Literal["cscareer/compare-places/1"] = Field("cscareer/compare-places/1", alias="schema")
    places: tuple[PlacePay, ...]


def compare_roles(catalog: Catalog, roles: Sequence[Role], location: Location | None = None) -> Comparison:
    """Compares two to five different roles, nationally or in a place; each difference is to the first.

    Raises:
        UsageError: fewer than two roles, more than five, or one of them twice.
    """
    _check_choice(roles, FEWEST)
    shared = [
        wanted.skill
        for wanted in roles[0].skills
        if all(wanted.skill in _wanted_by(role) for role in roles[1:])
    ]
    local: list[RoleRange | None] = [None] * len(roles)
    if location:
        statistics = Statistics(catalog)
        local = [local_range(statistics, role, location) for role in roles]
    ranges = [
        as_plain_range(there) if there else yearly(published_range(catalog, role.id))
        for role, there in zip(roles, local, strict=True)
    ]
    compared = tuple(
        _compared(catalog, role, _Paid(pay, there), _Paid(ranges[0], local[0]) if index else None)
        for index, (role, pay, there) in enumerate(zip(roles, ranges, local, strict=True))
    )
    cited = [source.id for pay in ranges for source in pay.sources]
    cited += [source for there in local if there for source in cited_by(there)]
    cited += [source for role in roles for source in role.sources]
    return Comparison(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        location=location,
        roles=compared,
        shared_skills=tuple(_shared(catalog, skill, roles) for skill in shared),
    )


def compare_places(catalog: Catalog, roles: Sequence[Role], locations: Sequence[Location]) -> PlaceComparison:
    """Compares what one to five roles pay in two to five places; each difference is to the first place.

    Raises:
        UsageError: no role or more than five, one of them twice, or fewer than two or more than five places.
    """
    _check_choice(roles, 1)
    if not FEWEST <= len(locations) <= MOST:
        raise UsageError(
            f"compare takes two to five different places; you gave {len(locations)}.",
            hint='Like this: cscareer compare "customer service specialist" -l Austin -l Denver',
        )
    statistics = Statistics(catalog)
    found = [[local_range(statistics, role, place) for place in locations] for role in roles]
    return PlaceComparison(
        layers=catalog.added_layers,
        sources=catalog.cite(
            *(source for by_place in found for there in by_place for source in cited_by(there))
        ),
        places=tuple(
            _place_pay(there, by_place[0] if index else None)
            for by_place in found
            for index, there in enumerate(by_place)
        ),
    )


def _place_pay(there: RoleRange, first: RoleRange | None) -> PlacePay:
    return PlacePay(
        role=there.role,
        location=there.location,
        pay=as_plain_range(there),
        midpoint=there.midpoint,
        difference=_like(there, first),
        occupation=there.occupation,
        starting=there.starting,
        localization=there.localization,
        band=there.band,
        observed=there.observed,
        without_figures=there.without_figures,
        employment=there.employment,
        median_difference=difference(median_of(there.observed), median_of(first.observed) if first else None),
        prices=there.prices,
        real_median=there.real_median,
        real_difference=difference(there.real_median, first.real_median if first else None),
    )


def _like(pay: Range, first: Range | None) -> Difference | None:
    """The difference of midpoints of ranges of the same kind: starting pay and what all earn are never compared."""
    if first is None or (pay.basis == "observed") != (first.basis == "observed"):
        return None
    return difference(midpoint(pay), midpoint(first))


def _check_choice(roles: Sequence[Role], fewest: int) -> None:
    if not fewest <= len(roles) <= MOST:
        said = "two to five" if fewest > 1 else "one to five"
        raise UsageError(
            f"compare takes {said} titles; you gave {len(roles)}.",
            hint=(
                'Like this: cscareer compare "customer service specialist" "customer service manager", '
                'or one title in several places: cscareer compare "customer service specialist" -l Austin -l Denver'
            ),
        )
    for index, role in enumerate(roles):
        if role in roles[:index]:
            raise UsageError(
                f"{role.title} stands twice, and there is nothing to compare it with.",
                hint="Name each title once; `cscareer roles` lists them all.",
            )


def _wanted_by(role: Role) -> set[str]:
    return {wanted.skill for wanted in role.skills}


class _Paid(NamedTuple):
    pay: Range
    local: RoleRange | None

    @property
    def median(self) -> Amount | None:
        return median_of(self.local.observed) if self.local else None


def _compared(catalog: Catalog, role: Role, paid: _Paid, first: _Paid | None) -> ComparedRole:
    return ComparedRole(
        id=role.id,
        title=role.title,
        level=role.level,
        track=role.track,
        in_demand=role.in_demand is not None,
        pay=paid.pay,
        midpoint=midpoint(paid.pay),
        difference=_like(paid.pay, first.pay if first else None),
        occupation=occupation_of(catalog, role),
        localization=paid.local.localization if paid.local else None,
        band=paid.local.band if paid.local else None,
        observed=paid.local.observed if paid.local else None,
        without_figures=paid.local.without_figures if paid.local else (),
        median_difference=difference(paid.median, first.median if first else None),
        skills=tuple(
            ComparedSkill(
                id=wanted.skill, name=catalog.skills[wanted.skill].name, need=wanted.need, level=wanted.level
            )
            for wanted in role.skills
        ),
        responsibilities=role.responsibilities,
    )


def difference(amount: Amount | None, first: Amount | None) -> Difference | None:
    """`amount` minus `first`; percent is of `first`, to one decimal, and null where first is 0."""
    if amount is None or first is None or (amount.currency, amount.per) != (first.currency, first.per):
        return None
    more = whole(amount.amount - first.amount)
    return Difference(
        amount=more,
        percent=round(more / first.amount * 100, 1) if first.amount else None,
        currency=amount.currency,
        per=amount.per,
    )


def _shared(catalog: Catalog, skill: str, roles: Sequence[Role]) -> SharedSkill:
    return SharedSkill(
        id=skill,
        name=catalog.skills[skill].name,
        levels=tuple(
            SharedLevel(role=role.id, need=wanted.need, level=wanted.level)
            for role in roles
            for wanted in role.skills
            if wanted.skill == skill
        ),
    )
