"""Titles side by side: pay on one scale, what they share, and what sets them apart."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, Need, Role, Track
from cscareer.errors import UsageError
from cscareer.pay.ranges import Amount, Number, Range, midpoint, published_range, whole, yearly

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
    """One of the titles compared; `difference` is null for the first, and where a midpoint is unknown.

    `skills` are those that not every title wants; `shared_skills` of the comparison holds the others.
    """

    id: str
    title: str
    level: Level
    track: Track
    in_demand: bool
    pay: Range
    midpoint: Amount | None
    difference: Difference | None
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
    roles: tuple[ComparedRole, ...]
    shared_skills: tuple[SharedSkill, ...]


def compare_roles(catalog: Catalog, roles: Sequence[Role]) -> Comparison:
    """Compares two to five different roles; each difference is to the first, of midpoints.

    Raises:
        UsageError: fewer than two roles, more than five, or one of them twice.
    """
    _check_choice(roles)
    shared = [
        wanted.skill
        for wanted in roles[0].skills
        if all(wanted.skill in _wanted_by(role) for role in roles[1:])
    ]
    ranges = [yearly(published_range(catalog, role.id)) for role in roles]
    first = midpoint(ranges[0])
    compared = tuple(
        _compared(catalog, role, pay, first if index else None, shared)
        for index, (role, pay) in enumerate(zip(roles, ranges, strict=True))
    )
    cited = [source.id for pay in ranges for source in pay.sources]
    cited += [source for role in roles for source in role.sources]
    return Comparison(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        roles=compared,
        shared_skills=tuple(_shared(catalog, skill, roles) for skill in shared),
    )


def _check_choice(roles: Sequence[Role]) -> None:
    if not FEWEST <= len(roles) <= MOST:
        raise UsageError(
            f"compare takes two to five titles; you gave {len(roles)}.",
            hint='Like this: cscareer compare "customer service specialist" "customer service manager"',
        )
    for index, role in enumerate(roles):
        if role in roles[:index]:
            raise UsageError(
                f"{role.title} stands twice, and there is nothing to compare it with.",
                hint="Name each title once; `cscareer roles` lists them all.",
            )


def _wanted_by(role: Role) -> set[str]:
    return {wanted.skill for wanted in role.skills}


def _compared(
    catalog: Catalog, role: Role, pay: Range, first: Amount | None, shared: Sequence[str]
) -> ComparedRole:
    middle = midpoint(pay)
    return ComparedRole(
        id=role.id,
        title=role.title,
        level=role.level,
        track=role.track,
        in_demand=role.in_demand is not None,
        pay=pay,
        midpoint=middle,
        difference=difference(middle, first),
        skills=tuple(
            ComparedSkill(
                id=wanted.skill, name=catalog.skills[wanted.skill].name, need=wanted.need, level=wanted.level
            )
            for wanted in role.skills
            if wanted.skill not in shared
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
