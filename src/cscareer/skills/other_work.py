"""The way in from other work: what a job near the guide's roles shows, and the roles that are nearest to it."""

from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Id, Level, Role, SkillLevel
from cscareer.catalog.title_models import NearJob
from cscareer.errors import UnknownNameError
from cscareer.pay.location import Location
from cscareer.skills.fitting import RoleMatch
from cscareer.skills.held import HeldSkill, Person
from cscareer.skills.matching import Matcher
from cscareer.titles.report import ShownByJob, shown_by

BEGINNERS = (Level.ENTRY, Level.SPECIALIST)
_FIRM = 0.75  # confidence from which a title says which job it is


class NearJobReport(Answer):
    """What a job near our roles shows, and the roles for beginners that are nearest to it, the nearest first."""

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/near-job/1"] = Field("cscareer/near-job/1", alias="schema")
    title: str
    near_job: Id
    reason: str
    shows: tuple[ShownByJob, ...]
    location: Location | None
    roles: tuple[RoleMatch, ...]


def near_job_of(catalog: Catalog, title: str) -> NearJob | None:
    """The job near ours that a title names, also within a sentence; None where it names one of our roles, or no job."""
    from cscareer.titles.reading import TitleReader

    reading = catalog.once(TitleReader).read(title)
    if reading.role or not reading.near_job or reading.respelled or reading.confidence < _FIRM:
        return None
    return catalog.near_jobs[reading.near_job]


def shown_skills(job: NearJob) -> tuple[HeldSkill, ...]:
    """The skills that somebody has who did a job near ours."""
    return tuple(HeldSkill(each.skill, SkillLevel(each.level), job.title) for each in job.skills)


def roles_near(
    catalog: Catalog, title: str, location: Location | None = None, *, top: int = 5
) -> NearJobReport:
    """The roles for beginners that are nearest to a job which is none of ours.

    Raises:
        UnknownNameError: the title names no job near ours.

    Example:
        >>> [each.level.value for each in roles_near(load_catalog(), "cashier", top=2).roles]
        ['entry', 'entry']
    """
    job = near_job_of(catalog, title)
    if job is None:
        raise UnknownNameError(
            f'"{title}" names no job near our roles.', hint="`cscareer title TEXT` reads it."
        )
    report = Matcher(catalog, BEGINNERS, location=location).report(Person(shown_skills(job)), top=None)
    first = way_in(catalog, job).id
    roles = sorted(report.roles, key=lambda each: each.id != first)[:top]
    cited = [*(source.id for source in report.sources), *job.sources]
    return NearJobReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        title=job.title,
        near_job=job.id,
        reason=job.reason,
        shows=shown_by(catalog, job),
        location=location,
        roles=tuple(roles),
    )


def way_in(catalog: Catalog, job: NearJob, person: Person | None = None) -> Role:
    """The role by which somebody comes in from a job which is none of ours.

    Of who is known by a resume it is the first that `match` names within reach. Else it is the first of those that such work
    leads to which `match` names, by their skills or their profile, of all roles where it leads to none; one for beginners
    where the work led nobody.

    Example:
        >>> catalog = load_catalog()
        >>> way_in(catalog, catalog.near_jobs["dispatcher"]).id
        'call-center-specialist'
    """
    if person and person.found:
        fitting = Matcher(catalog).report(person, top=None).roles
        reached = next((each for each in fitting if each.within_reach and not each.too_high), None)
        if reached:
            return catalog.roles[reached.id]
    kept = person is not None and not person.found and person.history is not None  # by their profile
    known = person if kept and person else Person(shown_skills(job))
    ranked = Matcher(catalog, () if job.leads else BEGINNERS).report(known, top=None).roles
    first = next((each for each in ranked if each.id in job.toward), ranked[0])
    return catalog.roles[first.id]


def with_shown(person: Person, job: NearJob) -> Person:
    """The same person with what a job near ours shows, where they don't say it themselves."""
    said = {skill.skill for skill in person.held}
    shown = [skill for skill in shown_skills(job) if skill.skill not in said]
    return person._replace(held=(*person.held, *shown))
