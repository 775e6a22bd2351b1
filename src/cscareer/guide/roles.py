"""The roles of the guide: the list, and one of them in full."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, InDemand, Level, Model, Move, Need, Role, Track, YearSpan
from cscareer.pay.local import Localization, RoleRange, local_range
from cscareer.pay.places import Location
from cscareer.pay.ranges import Area, Range, as_plain_range, midpoint, newest_salary, published_range, yearly
from cscareer.pay.references import RoleOccupation, occupation_of
from cscareer.pay.report import cited_by
from cscareer.pay.statistics import Statistics
from cscareer.pay.wages import Distribution


class RoleSort(StrEnum):
    """How the list of roles is put in order."""

    TITLE = "title"
    PAY = "pay"
    LEVEL = "level"


class RoleRow(Model):
    """A role in the list.

    In a place asked for, `band` says which part of its occupation's wages the pay is, if it is one, `observed` are
    those wages, and `without_figures` nearer areas that have none; null and empty without a place.
    """

    id: str
    title: str
    summary: str
    level: Level
    track: Track
    industries: tuple[str, ...]
    in_demand: bool
    pay: Range
    starting: bool | None
    occupation: RoleOccupation
    localization: Localization | None
    band: Band | None
    observed: Distribution | None
    without_figures: tuple[Area, ...]


class RoleList(Answer):
    """The roles that pass the filters, with their published pay or what they pay in a place."""

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


class RoleReport(Answer):
    """One role in full; `previous_roles` are those that lead here, `local` its pay in the place asked for."""

    rows: ClassVar = None

    schema_: Literal["cscareer/role/1"] = Field("cscareer/role/1", alias="schema")
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
    pay: Range
    starting: bool | None
    local: RoleRange | None
    occupation: RoleOccupation
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

    By pay means by published midpoint, highest first; roles without one come last, by title. With a location, by the
    midpoint of what each role pays there.
    """
    chosen = [
        role
        for role in catalog.roles.values()
        if (not levels or role.level in levels)
        and (not tracks or role.track in tracks)
        and (not industries or not set(industries).isdisjoint(role.industries))
        and not (in_demand and role.in_demand is None)
    ]
    statistics = Statistics(catalog)
    rows = [
        _row(catalog, role, local_range(statistics, role, location) if location else None) for role in chosen
    ]
    rows.sort(key=lambda row: _order(row, sort))
    cited = [source.id for row in rows for pay in (row.pay, row.observed) if pay for source in pay.sources]
    cited += [source for role in chosen for source in _cited(catalog, role)]
    return RoleList(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        sort=sort,
        location=location,
        roles=tuple(rows),
    )


def describe_role(catalog: Catalog, role: Role, location: Location | None = None) -> RoleReport:
    """One role in full: required skills before helpful ones, promotions before sideways moves."""
    local = local_range(Statistics(catalog), role, location) if location else None
    pay = as_plain_range(local) if local else published_range(catalog, role.id)
    salary = newest_salary(catalog, role.id)
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
        sources=catalog.cite(
            *(cited_by(local) if local else (source.id for source in pay.sources)), *_cited(catalog, role)
        ),
        id=role.id,
        title=role.title,
        aliases=(*role.aliases, *role.ambiguous),
        summary=role.summary,
        responsibilities=role.responsibilities,
        level=role.level,
        track=role.track,
        industries=role.industries,
        industry_names=tuple(catalog.industries[industry].name for industry in role.industries),
        in_demand=role.in_demand,
        pay=pay,
        starting=salary.starting if salary else None,
        local=local,
        occupation=occupation_of(catalog, role),
        skills=tuple(sorted(skills, key=lambda skill: (skill.need is Need.HELPFUL, -skill.level))),
        next_roles=_steps((catalog.roles[step.role], step.move, step.years) for step in role.next_roles),
        previous_roles=_steps((other, step.move, step.years) for other, step in arrivals),
    )


def _row(catalog: Catalog, role: Role, local: RoleRange | None) -> RoleRow:
    salary = newest_salary(catalog, role.id)
    return RoleRow(
        id=role.id,
        title=role.title,
        summary=role.summary,
        level=role.level,
        track=role.track,
        industries=role.industries,
        in_demand=role.in_demand is not None,
        pay=as_plain_range(local) if local else published_range(catalog, role.id),
        starting=salary.starting if salary else None,
        occupation=occupation_of(catalog, role),
        localization=local.localization if local else None,
        band=local.band if local else None,
        observed=local.observed if local else None,
        without_figures=local.without_figures if local else (),
    )


def _order(row: RoleRow, sort: RoleSort) -> tuple[float, str]:
    title = row.title.casefold()
    if sort is RoleSort.LEVEL:
        return row.level.rank, title
    middle = midpoint(yearly(row.pay)) if sort is RoleSort.PAY else None
    return -middle.amount if middle else 0, title


def _steps(steps: Iterable[tuple[Role, Move, YearSpan]]) -> tuple[RoleStep, ...]:
    found = [RoleStep(id=role.id, title=role.title, move=move, years=years) for role, move, years in steps]
    return tuple(sorted(found, key=lambda step: (step.move is Move.SIDEWAYS, step.title)))


def _cited(catalog: Catalog, role: Role) -> list[str]:
    in_demand = role.in_demand.sources if role.in_demand else ()
    return [*role.sources, *in_demand, *catalog.occupations[role.occupation.code].sources]
