"""What a role's years to come may bring: jobs, pay, AI, and both sides of whether it is a good career."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.guide_models import AiEvidence, Condition, Reading
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, InDemand, Model, Move, Role, YearSpan
from cscareer.guide.figures import FiguresInWords
from cscareer.pay.projections import JobProjection, counting_jobs
from cscareer.pay.references import RoleOccupation, RoleRef, occupation_of, reference
from cscareer.pay.trend import OccupationTrend

_TELLING = 0.5  # percent a year, below which employment, or pay after prices, has about held


class ExposureIndex(Model):
    """How exposed the occupation is to AI, from 0 to 1: an index, neither a share of jobs nor a forecast."""

    index: float
    sources: tuple[str, ...]


class Applicability(Model):
    """How well what people ask an AI assistant for covers the occupation's work: a score from 0 to 1, and its rank."""

    score: float
    rank: int
    of: int
    sources: tuple[str, ...]


class RoleReading(Model):
    """What AI changes about a responsibility, as we read it; null where nobody has read it yet."""

    responsibility: str
    reading: Reading | None
    why: str | None
    sources: tuple[str, ...]


class NearbyRole(Model):
    """A role this one leads to, and how exposed its occupation is; null where that isn't known."""

    id: str
    title: str
    move: Move
    years: YearSpan
    occupation: RoleOccupation
    exposure: float | None


class CitedText(Model):
    """Something said, figures filled in, with the ids of all the sources it rests on."""

    id: str
    text: str
    sources: tuple[str, ...]


class Reason(CitedText):
    """A reason for or against the role as a career."""

    side: Literal["for", "against"]


class Outlook(Answer):
    """What is known of a role's years to come, nationally; null is what isn't in the data.

    `band` is the part of its occupation's wages the role stands for, in our judgement, where it isn't all of them.
    `projection` is the newest that counts jobs, `projections` are all there are, the newest first: each is of one
    vintage, and a figure of one is never set against a figure of another. `less_exposed` are roles it leads to whose occupation is known to be less exposed to AI, least exposed first, and
    `exposure_unknown` those it leads to of which nothing is known.
    """

    rows: ClassVar = None

    schema_: Literal["cscareer/outlook/1"] = Field("cscareer/outlook/1", alias="schema")
    role: RoleRef
    occupation: RoleOccupation
    band: Band | None
    in_demand: InDemand | None
    projection: JobProjection | None
    projections: tuple[JobProjection, ...]
    trend: OccupationTrend
    exposure: ExposureIndex | None
    applicability: Applicability | None
    evidence: tuple[AiEvidence, ...]
    responsibilities: tuple[RoleReading, ...]
    less_exposed: tuple[NearbyRole, ...]
    exposure_unknown: tuple[NearbyRole, ...]
    reasons: tuple[Reason, ...]
    explanations: tuple[CitedText, ...]


def report_outlook(catalog: Catalog, role: Role) -> Outlook:
    """What is known of a role's years to come, and both sides of whether it is a good career.

    Example:
        >>> catalog = load_catalog()
        >>> report_outlook(catalog, catalog.roles["customer-service-specialist"]).projection.openings_a_year > 100_000
        True
    """
    code = role.occupation.code
    figures = FiguresInWords(catalog)
    trend = figures.trend(code)
    projections = figures.projections.of(code)
    projection = counting_jobs(projections)
    exposure = catalog.exposures.get(code)
    nearby = list(_nearby(catalog, role))
    less = [
        each for each in nearby if exposure and each.exposure is not None and each.exposure < exposure.index
    ]
    measured = catalog.ai_applicabilities.get(code)
    evidence = tuple(catalog.evidence.values())
    readings = tuple(_readings(catalog, role))
    reasons = tuple(_reasons(figures, role, projection))
    applying = {
        "exposure-means": exposure,
        "exposure-is-not": exposure,
        "less-exposed": less,
        "projection-and-survey": projections,
        "openings-means": projections,
        "category-means": any(each.ai_exposure for each in projections),
        "applicability-means": measured,
    }
    explanations = tuple(
        CitedText(id=each.id, text=each.text, sources=each.sources)
        for each in catalog.explanations.values()
        if applying.get(each.id, True)
    )
    cited = [
        *(source for each in projections for source in each.sources),
        *(role.in_demand.sources if role.in_demand else ()),
        *trend.cited,
        *(exposure.sources if exposure else ()),
        *(measured.sources if measured else ()),
        *(source for each in evidence for source in each.sources),
        *(source for each in less for source in catalog.exposures[each.occupation.code].sources),
        *(source for each in readings for source in each.sources),
        *(source for each in (*reasons, *explanations) for source in each.sources),
    ]
    return Outlook(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        role=reference(role),
        occupation=occupation_of(catalog, role),
        band=role.occupation.band,
        in_demand=role.in_demand,
        projection=projection,
        projections=projections,
        trend=trend,
        exposure=ExposureIndex(index=exposure.index, sources=exposure.sources) if exposure else None,
        applicability=Applicability(**measured.model_dump(exclude={"occupation"})) if measured else None,
        evidence=evidence,
        responsibilities=readings,
        less_exposed=tuple(sorted(less, key=lambda each: (each.exposure or 0, each.title))),
        exposure_unknown=tuple(each for each in nearby if each.exposure is None),
        reasons=reasons,
        explanations=explanations,
    )


def _readings(catalog: Catalog, role: Role) -> Iterator[RoleReading]:
    """One for each responsibility: a role of one's own, or a reworded one, has none until somebody writes it."""
    read = catalog.readings.get(role.id)
    known = {each.responsibility: each for each in read.responsibilities} if read else {}
    for responsibility in role.responsibilities:
        found = known.get(responsibility)
        yield RoleReading(
            responsibility=responsibility,
            reading=found.reading if found else None,
            why=found.why if found else None,
            sources=read.sources if read and found else (),
        )


def _nearby(catalog: Catalog, role: Role) -> Iterator[NearbyRole]:
    for step in role.next_roles:
        other = catalog.roles[step.role]
        exposure = catalog.exposures.get(other.occupation.code)
        yield NearbyRole(
            id=other.id,
            title=other.title,
            move=step.move,
            years=step.years,
            occupation=occupation_of(catalog, other),
            exposure=exposure.index if exposure else None,
        )


def _reasons(figures: FiguresInWords, role: Role, projection: JobProjection | None) -> Iterator[Reason]:
    """Reasons that hold for the role, those for it first; one with a figure that isn't known is left out."""
    trend = figures.trend(role.occupation.code)
    real = trend.real_change_a_year
    change = projection.jobs_change or 0 if projection and not projection.about_as_many else 0
    holds: dict[Condition, bool] = {
        "in-demand": role.in_demand is not None,
        "jobs-shrink": change < 0,
        "jobs-grow": change > 0,
        "pay-rose": real is not None and real >= _TELLING,
        "pay-held": real is not None and abs(real) < _TELLING,
        "pay-fell": real is not None and real <= -_TELLING,
        "people-fell": (trend.employment_change_a_year or 0) <= -_TELLING,
        "people-rose": (trend.employment_change_a_year or 0) >= _TELLING,
        "leads-on": bool(role.next_roles),
    }
    for argument in sorted(figures.catalog.arguments.values(), key=lambda each: each.side == "against"):
        if argument.roles and role.id not in argument.roles:
            continue
        if argument.when and not holds[argument.when]:
            continue
        filled = figures.fill(argument.text, argument.sources, role)
        if filled.complete:
            yield Reason(id=argument.id, side=argument.side, text=filled.text, sources=filled.sources)
