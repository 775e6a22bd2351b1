"""The roles of the guide: the list, and one of them in full."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import InDemand, Level, Model, Move, Need, Role, Track, YearSpan
from cscareer.pay.local import PaidRole, RolePay, RoleRange, cited_by, local_range
from cscareer.pay.location import Location
from cscareer.pay.money import exact
from cscareer.pay.statistics import Statistics


class RoleSort(StrEnum):
    """How the list of roles is put in order."""

    TITLE = "title"
    PAY = "pay"
    LEVEL = "level"


class RoleSummary(Model):
    """A role in the list, without its pay."""

    id: str
    title: str
    summary: str
    level: Level
    track: Track
    industries: tuple[str, ...]
    in_demand: bool


class RoleRow(RolePay, RoleSummary):
    """A role in the list, with what it pays in the place asked for, or else in the nation."""


class RoleList(Answer):
    """The roles that pass the filters, with what they pay in the place asked for, or in the nation where none was.

    Sorted by pay, the highest `typical` pay comes first: one kind of figure for all roles, from official wages. Roles
    without one come last, by title, and so do those of a catch-all occupation.
    """

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/roles/1"] = Field("cscareer/roles/1", alias="schema")
    sort: RoleSort
    location: Location | None
    roles: tuple[RoleRow, ...]


class RoleSkill(Model):
    """A skill the role wants."""

    id: str
    name: str
    need: Need
    level: int
    pays_more: bool


class RoleStep(Model):
    """A move from this role, or to it."""

    id: str
    title: str
    move: Move
    years: YearSpan


class RoleInFull(Model):
    """All of a role but its pay and what it leads to; `aliases` are its other names, shared ones last."""

    id: str
    title: str
    aliases: tuple[str, ...]
    summary: str
    responsibilities: tuple[str, ...]
    level: Level
    track: Track
    industries: tuple[str, ...]
    industry_names: tuple[str, ...]
    in_demand: InDemand | None


class RoleReport(RolePay, RoleInFull, Answer):
    """One role in full, with what it pays in the place asked for, or else in the nation.

    `previous_roles` are those that lead here; `local` is its pay in the place asked for with what prices do to it.
    """

    rows: ClassVar = None

    schema_: Literal["cscareer/role/1"] = Field("cscareer/role/1", alias="schema")
    local: RoleRange | None
    skills: tuple[RoleSkill, ...]
    next_roles: tuple[RoleStep, ...]
    previous_roles: tuple[RoleStep, ...]


def list_roles(
    catalog: Catalog,
    levels: Collection[Level] = (),
    tracks: Collection[Track] = (),
    industries: Collection[str] = (),
    *,
    in_demand: bool = False,
    sort: RoleSort = RoleSort.LEVEL,
    location: Location | None = None,
) -> RoleList:
    """The roles of these levels, tracks and industries (ids); an empty filter lets all through.

    By pay means by typical pay (see `RoleList`) in the location, or else in the nation.

    Example:
        >>> found = list_roles(load_catalog(), levels=[Level.DIRECTOR], sort=RoleSort.TITLE)
        >>> [role.id for role in found.roles]
        ['director-of-customer-experience']
    """
    chosen = [
        role
        for role in catalog.roles.values()
        if (not levels or role.level in levels)
        and (not tracks or role.track in tracks)
        and (not industries or not set(industries).isdisjoint(role.industries))
        and not (in_demand and role.in_demand is None)
    ]
    statistics = catalog.once(Statistics)
    paid = [local_range(statistics, role, location) for role in chosen]
    rows = [_row(role, there) for role, there in zip(chosen, paid, strict=True)]
    rows.sort(key=lambda row: _order(row, sort))
    by_id = {there.role.id: there for there in paid}
    cited = [source for row in rows for source in by_id[row.id].cited]
    cited += [source for role in chosen for source in _cited(catalog, role)]
    return RoleList(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        sort=sort,
        location=location,
        roles=tuple(rows),
    )


def describe_role(catalog: Catalog, role: Role, location: Location | None = None) -> RoleReport:
    """One role in full: required skills before helpful ones, promotions before sideways moves.

    Example:
        >>> catalog = load_catalog()
        >>> describe_role(catalog, catalog.roles["account-manager"]).title
        'Account Manager'
    """
    paid = local_range(catalog.once(Statistics), role, location)
    skills = [
        RoleSkill(
            id=wanted.skill,
            name=catalog.skills[wanted.skill].name,
            need=wanted.need,
            level=wanted.level,
            pays_more=catalog.skills[wanted.skill].pays_more is not None,
        )
        for wanted in role.skills
    ]
    arrivals = [
        (other, step) for other in catalog.roles.values() for step in other.next_roles if step.role == role.id
    ]
    return RoleReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*(cited_by(paid) if location else paid.cited), *_cited(catalog, role)),
        **role.shown_in(RoleInFull) | {"aliases": (*role.aliases, *role.ambiguous)},
        industry_names=tuple(catalog.industries[industry].name for industry in role.industries),
        **paid.as_entry,
        local=paid if location else None,
        skills=tuple(sorted(skills, key=lambda skill: (skill.need is Need.HELPFUL, -skill.level))),
        next_roles=_steps((catalog.roles[step.role], step.move, step.years) for step in role.next_roles),
        previous_roles=_steps((other, step.move, step.years) for other, step in arrivals),
    )


def _row(role: Role, paid: PaidRole) -> RoleRow:
    return RoleRow(
        **paid.as_entry,
        **role.shown_in(RoleSummary) | {"in_demand": role.in_demand is not None},
    )


def _order(row: RoleRow, sort: RoleSort) -> tuple[Decimal | int, str]:
    title = row.title.casefold()
    if sort is RoleSort.LEVEL:
        return row.level.rank, title
    typical = row.typical if sort is RoleSort.PAY else None
    return -exact(typical.amount) if typical else 0, title


def _steps(steps: Iterable[tuple[Role, Move, YearSpan]]) -> tuple[RoleStep, ...]:
    found = [RoleStep(id=role.id, title=role.title, move=move, years=years) for role, move, years in steps]
    return tuple(sorted(found, key=lambda step: (step.move is Move.SIDEWAYS, step.title)))


def _cited(catalog: Catalog, role: Role) -> list[str]:
    in_demand = role.in_demand.sources if role.in_demand else ()
    return [*role.sources, *in_demand, *catalog.occupations[role.occupation.code].sources]
