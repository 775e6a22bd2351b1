"""Titles, and places, side by side: pay on one scale, what titles share, and what sets them apart."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, Need, Role, Track
from cscareer.errors import UsageError
from cscareer.pay.differences import (
    Difference,
    are_apart,
    difference,
    difference_of_medians,
    difference_of_ranges,
    difference_of_typical,
)
from cscareer.pay.local import RolePay, RoleRange, cited_by, local_range
from cscareer.pay.location import Location
from cscareer.pay.ranges import Amount
from cscareer.pay.references import RoleRef
from cscareer.pay.statistics import Prices, Statistics, median_of

FEWEST, MOST = 2, 5


class ComparedSkill(Model):
    """A skill as one of the compared roles wants it."""

    id: str
    name: str
    need: Need
    level: int


class ComparedHead(Model):
    """The title itself."""

    id: str
    title: str
    level: Level
    track: Track
    in_demand: bool


class ComparedRole(RolePay, ComparedHead):
    """One of the titles compared, with what it pays.

    `difference` (of midpoints), `median_difference` and `typical_difference` are to the first title. They are null for the
    first, where a figure is unknown, and for a catch-all occupation; `difference` also where one range is of starting pay and
    the other of what everyone earns, and `typical_difference` where both stand for the same wages. Only that last one is
    of one kind for all roles, here and in any place, so it is the one that people are shown. `skills` are all it wants;
    `shared_skills` of the comparison names those that all want.
    """

    difference: Difference | None
    median_difference: Difference | None
    typical_difference: Difference | None
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
    """Two to five titles side by side; pay is per year in all of them, in the nation where no place was asked for."""

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/compare/1"] = Field("cscareer/compare/1", alias="schema")
    location: Location | None
    roles: tuple[ComparedRole, ...]
    shared_skills: tuple[SharedSkill, ...]


class PaidPlace(Model):
    """The title and the place itself."""

    role: RoleRef
    location: Location


class PlacePay(RolePay, PaidPlace):
    """What a title pays in one of the places compared; differences are to the same title in the first place.

    They are null there, where a figure is unknown, and for a catch-all occupation. `median_apart` and
    `real_apart` are whether the two medians, and what they buy, differ by more than the survey's error, with 90%
    confidence (the median's is assumed to be the mean's; prices have no published error).
    """

    difference: Difference | None
    median_difference: Difference | None
    median_apart: bool | None
    prices: Prices
    real_median: Amount | None
    real_difference: Difference | None
    real_apart: bool | None


class PlaceComparison(Answer):
    """One to five titles in two to five places, title by title; pay is per year in all of them."""

    rows: ClassVar = "places"

    schema_: Literal["cscareer/compare-places/1"] = Field("cscareer/compare-places/1", alias="schema")
    places: tuple[PlacePay, ...]


def compare_roles(catalog: Catalog, roles: Sequence[Role], location: Location | None = None) -> Comparison:
    """Compares two to five different roles, nationally or in a place; each difference is to the first.

    Raises:
        UsageError: fewer than two roles, more than five, or one of them twice.

    Example:
        >>> catalog = load_catalog()
        >>> roles = [catalog.roles["customer-service-specialist"], catalog.roles["customer-service-manager"]]
        >>> compare_roles(catalog, roles).roles[1].difference.amount > 0
        True
    """
    _check_choice(roles, FEWEST)
    shared = [
        wanted.skill
        for wanted in roles[0].skills
        if all(wanted.skill in _wanted_by(role) for role in roles[1:])
    ]
    statistics = catalog.once(Statistics)
    paid = [local_range(statistics, role, location) for role in roles]
    compared = tuple(
        _compared(catalog, role, there, paid[0] if index else None)
        for index, (role, there) in enumerate(zip(roles, paid, strict=True))
    )
    cited = [source for there in paid for source in there.cited]
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

    Example:
        >>> catalog = load_catalog()
        >>> places = [find_location(catalog, said) for said in ("Austin, TX", "Denver")]
        >>> len(compare_places(catalog, [catalog.roles["account-manager"]], places).places)
        2
    """
    _check_choice(roles, 1)
    if not FEWEST <= len(locations) <= MOST:
        raise UsageError(
            f"compare takes two to five different places; you gave {len(locations)}.",
            hint='Like this: cscareer compare "customer service specialist" -l Austin -l Denver',
        )
    statistics = catalog.once(Statistics)
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
        **there.as_entry,
        role=there.role,
        location=there.location,
        difference=difference_of_ranges(there, first),
        median_difference=difference_of_medians(there, first),
        median_apart=are_apart(
            there, first, median_of(there.observed), median_of(first.observed) if first else None
        ),
        prices=there.prices,
        real_median=there.real_median,
        real_difference=None
        if first is None or there.occupation.catch_all
        else difference(there.real_median, first.real_median),
        real_apart=are_apart(there, first, there.real_median, first.real_median if first else None),
    )


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


def _compared(catalog: Catalog, role: Role, paid: RoleRange, first: RoleRange | None) -> ComparedRole:
    return ComparedRole(
        **paid.as_entry,
        **role.shown_in(ComparedHead) | {"in_demand": role.in_demand is not None},
        difference=difference_of_ranges(paid, first),
        median_difference=difference_of_medians(paid, first),
        typical_difference=difference_of_typical(paid, first),
        skills=tuple(
            ComparedSkill(
                id=wanted.skill, name=catalog.skills[wanted.skill].name, need=wanted.need, level=wanted.level
            )
            for wanted in role.skills
        ),
        responsibilities=role.responsibilities,
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
