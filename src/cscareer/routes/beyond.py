"""Work beyond customer service that the same skills lead to: related occupations, what they pay, and what they add."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role
from cscareer.pay.location import Location
from cscareer.pay.projections import JobProjection, Projections
from cscareer.pay.ranges import Amount, Area
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.related_work import ONET, RatedElement, RelatedWork, Relation
from cscareer.pay.statistics import Statistics

IMPORTANT = 3.0  # of 5: O*NET's "important", from which an element counts
MOST_GAPS = 5
_NO_DEGREE = frozenset(
    {
        "No formal educational credential",
        "High school diploma or equivalent",
        "Some college, no degree",
        "Postsecondary nondegree award",
    }
)
NOT_HELD = "No table we hold says how much of the work is on the phone or done from home; O*NET's Work Context would."


class BeyondSort(StrEnum):
    """How related work is put in order: as O*NET does, by median pay, by openings a year, or by what is to learn."""

    CLOSENESS = "closeness"
    PAY = "pay"
    OPENINGS = "openings"
    DISTANCE = "distance"


class ElementGap(Model):
    """A skill or field of knowledge that the other work asks at a higher level (0 to 7) than the role's occupation.

    `weight` is what it adds to the distance: (level − own level) × importance ÷ 5.
    """

    id: str
    name: str
    domain: Literal["skills", "knowledge"]
    importance: float
    level: float
    own_level: float
    weight: float


class RelatedOccupation(Model):
    """One occupation beyond: `rank` is O*NET's, 1 the nearest.

    `distance` is the mean of (level − own level, not under 0) × importance ÷ 5 over the skills and knowledge that are
    important there (3 of 5 or more): 0 asks nothing more. `gaps` are the largest parts of it. Null where O*NET hasn't
    rated one of the two. `pay` is everyone's median; `without_figures` are nearer areas where none is released.
    """

    code: str
    onet: str
    title: str
    rank: int
    tier: str
    roles: tuple[RoleRef, ...]
    pay: Amount | None
    without_figures: tuple[Area, ...]
    national_pay: Amount | None
    projections: tuple[JobProjection, ...]
    job_zone: int | None
    entry_education: str | None
    experience: str | None
    training: str | None
    degree_usual: bool | None
    ai_exposure: str | None
    distance: float | None
    gaps: tuple[ElementGap, ...]
    phone_share: None
    remote_share: None

    def projected(self, base_year: int | None) -> JobProjection | None:
        """The projection that begins with a year."""
        return next((known for known in self.projections if known.base_year == base_year), None)


class BeyondReport(Answer):
    """Occupations related to a role's, all of them or those that pass the filters.

    `own_pay` is the median of the role's own occupation there. `found` counts those before the filters; `reason` says
    why there are none. `base_year` is that of the one projection that growth and openings are taken from, the newest that
    counts the jobs of every occupation found. `not_held` says why `phone_share` and `remote_share` are null.
    """

    rows: ClassVar = "occupations"

    schema_: Literal["cscareer/beyond/1"] = Field("cscareer/beyond/1", alias="schema")
    role: RoleRef
    occupation: RoleOccupation
    location: Location
    own_pay: Amount | None
    sort: BeyondSort
    base_year: int | None
    found: int
    occupations: tuple[RelatedOccupation, ...]
    reason: str | None
    not_held: str


class Filters(NamedTuple):
    """Which related work to leave out.

    Example:
        >>> Filters(no_degree=True).growing
        False
    """

    no_degree: bool = False
    growing: bool = False


def look_beyond(
    catalog: Catalog,
    role: Role,
    location: Location | None = None,
    *,
    filters: Filters = Filters(),  # noqa: B008  a tuple can't change
    sort: BeyondSort = BeyondSort.CLOSENESS,
) -> BeyondReport:
    """The occupations that O*NET relates to a role's, with their pay in a place, jobs to come, and what they add.

    `growing` and the order by openings go by one projection, the newest that has every occupation found, as figures of
    two can't be held against each other; `no_degree` by the education that BLS calls typical to enter.

    Example:
        >>> catalog = load_catalog()
        >>> found = look_beyond(catalog, catalog.roles["customer-service-specialist"], sort=BeyondSort.PAY)
        >>> len(found.occupations) > 3
        True
    """
    statistics = catalog.once(Statistics)
    place = location or statistics.nation
    work, projections = RelatedWork(statistics), Projections(catalog)
    own = f"{role.occupation.code}.00"
    relations = work.related(own)
    found = [_related(catalog, statistics, work, projections, own, relation, place) for relation in relations]
    base_year = _base_year(found)
    chosen = [
        each
        for each in found
        if not (filters.no_degree and each.degree_usual is not False)
        and not (filters.growing and not _grows(each.projected(base_year)))
    ]
    chosen.sort(key=lambda each: (_order(each, sort, base_year), each.rank))
    own_pay = work.median(role.occupation.code, place)
    return BeyondReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*_cited(chosen, own_pay.median if own_pay else None)),
        role=reference(role),
        occupation=occupation_of(catalog, role),
        location=place,
        own_pay=own_pay.median if own_pay else None,
        sort=sort,
        base_year=base_year,
        found=len(found),
        occupations=tuple(chosen),
        reason=_reason(catalog, role, found, chosen),
        not_held=NOT_HELD,
    )


def gaps_between(
    own: dict[str, RatedElement], other: dict[str, RatedElement]
) -> tuple[float, list[ElementGap]] | None:
    """The distance from one occupation to another, and what makes it up, the largest part first; null unrated."""
    important = [
        element
        for element in other.values()
        if element.importance >= IMPORTANT and element.level is not None and element.id in own
    ]
    if not own or not important:
        return None
    gaps: list[ElementGap] = []
    for element in important:
        own_level = own[element.id].level or 0.0
        lacking = (element.level or 0.0) - own_level
        if lacking > 0:
            gaps.append(
                ElementGap(
                    id=element.id,
                    name=element.name,
                    domain="skills" if element.domain == "skills" else "knowledge",
                    importance=element.importance,
                    level=element.level or 0.0,
                    own_level=own_level,
                    weight=round(lacking * element.importance / 5, 4),
                )
            )
    gaps.sort(key=lambda gap: (-gap.weight, gap.name))
    return round(sum(gap.weight for gap in gaps) / len(important), 4), gaps


def _related(
    catalog: Catalog,
    statistics: Statistics,
    work: RelatedWork,
    projections: Projections,
    own: str,
    relation: Relation,
    place: Location,
) -> RelatedOccupation:
    code = work.code(relation.onet)
    known = projections.of(relation.onet[:7]) or projections.of(code)
    local, national = work.median(code, place), work.median(code, statistics.nation)
    rated = work.occupation(relation.onet)
    measured = gaps_between(work.elements(own), work.elements(relation.onet))
    education = _first(known, lambda each: each.entry_education)
    return RelatedOccupation(
        code=code,
        onet=relation.onet,
        title=work.title(relation.onet),
        rank=relation.rank,
        tier=relation.tier,
        roles=tuple(reference(role) for role in catalog.roles.values() if role.occupation.code == code),
        pay=local.median if local else None,
        without_figures=local.without if local else (),
        national_pay=national.median if national else None,
        projections=known,
        job_zone=rated.zone if rated else None,
        entry_education=education,
        experience=_first(known, lambda each: each.experience),
        training=_first(known, lambda each: each.training),
        degree_usual=None if education is None else education not in _NO_DEGREE,
        ai_exposure=_first(known, lambda each: each.ai_exposure),
        distance=measured[0] if measured else None,
        gaps=tuple(measured[1][:MOST_GAPS]) if measured else (),
        phone_share=None,
        remote_share=None,
    )


def _first(known: tuple[JobProjection, ...], say: Callable[[JobProjection], str | None]) -> str | None:
    return next((said for each in known if (said := say(each))), None)


def _base_year(found: list[RelatedOccupation]) -> int | None:
    years = [{known.base_year for known in each.projections if known.jobs is not None} for each in found]
    return max(set.intersection(*filter(None, years)), default=None) if any(years) else None


def _grows(projected: JobProjection | None) -> bool:
    return projected is not None and (projected.jobs_change or 0) > 0


def _order(each: RelatedOccupation, sort: BeyondSort, base_year: int | None) -> float:
    """What puts an occupation before others: the less, the earlier."""
    match sort:
        case BeyondSort.PAY:
            return -(each.pay.amount if each.pay else 0)
        case BeyondSort.OPENINGS:
            projected = each.projected(base_year)
            return -((projected.openings_a_year or 0) if projected else 0)
        case BeyondSort.DISTANCE:
            return float("inf") if each.distance is None else each.distance
        case BeyondSort.CLOSENESS:
            return 0


def _cited(chosen: list[RelatedOccupation], own_pay: Amount | None) -> Iterator[str]:
    if chosen:
        yield ONET
    for each in chosen:
        for pay in (each.pay, each.national_pay):
            yield from (source.id for source in pay.sources) if pay else ()
        for known in each.projections:
            yield from known.sources
    yield from (source.id for source in own_pay.sources) if own_pay else ()


def _reason(
    catalog: Catalog, role: Role, found: list[RelatedOccupation], chosen: list[RelatedOccupation]
) -> str | None:
    if chosen:
        return None
    title = catalog.occupations[role.occupation.code].title
    if not found:
        return f"O*NET names no occupations related to {title}, which holds many kinds of work."
    return f"None of the {len(found)} occupations related to {title} passes what you asked for."
