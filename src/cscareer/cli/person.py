"""What a person can do: what they say of it, and what their resume does."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli import clock
from cscareer.cli.completion import complete_held
from cscareer.cli.declaring import AsText
from cscareer.cli.resumes import read_person, read_resume
from cscareer.cli.session import Session
from cscareer.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.title_models import NearJob
    from cscareer.documents.document import Document
    from cscareer.skills.held import HeldSkill, Person
    from cscareer.titles.held_jobs import HeldJob, WorkHistory

HaveOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SKILLS",
        help='Skills you have, like "empathy:advanced,sql:2,typing". Levels: 1 basic, 2 working, 3 advanced, 4 expert. Repeatable.',
        autocompletion=complete_held,
    ),
]
ResumeOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Your resume: text, Markdown, HTML, JSON Resume, RenderCV, PDF or DOCX; - reads standard input.",
        show_default=False,
    ),
    AsText("resume", "The text of the person's resume itself, whole, not the name of a file."),
]
EvidenceOption = Annotated[
    bool, typer.Option("--evidence", help="Show every quote of the resume that speaks of a skill.")
]
StrictOption = Annotated[
    bool,
    typer.Option("--strict", help="Refuse words in --have that are no skill's, instead of leaving them out."),
]
AcceptNearOption = Annotated[
    bool, typer.Option("--accept-near", help="Count skills whose names the resume misspells, too.")
]


def since_day(session: Session, said: str) -> str:
    """The day since when a person has their role.

    Raises:
        UsageError: it is none, or hasn't come yet.
    """
    from cscareer.cli.days import read_since

    day = read_since(said, clock.today())
    if day > session.today:
        raise UsageError(
            f"--since {said} hasn't come yet.", hint="Give a month that has passed, like 2023-05."
        )
    return day


def check_resume_options(*, resume: bool, evidence: bool, accept_near: bool) -> None:
    """Makes sure that what is said of a resume isn't said of none.

    Raises:
        UsageError: an option speaks of a resume, and none is given.
    """
    if not resume and (evidence or accept_near):
        raise UsageError(
            f"{'--evidence' if evidence else '--accept-near'} speaks of a resume, and none is given.",
            hint="Add --resume FILE.",
        )


def gather_person(
    session: Session, catalog: "Catalog", have: Sequence[str], resume: str | None, *, strict: bool = False
) -> "Person":
    """What is known of a person from what they say they have, their resume and their profile; see `gather_read`.

    Raises:
        UnknownNameError, AmbiguousNameError: a skill said isn't known, or could be several.
        UsageError: standard input is asked for and is a terminal.
        UnreadableError, InvalidDataError, MissingExtraError: as reading a document raises them.
    """
    if not have and resume is None and not session.no_profile:
        session.kept_profile()  # all that there is to go on, so that one which can't be read ends the run
    return gather_read(
        session,
        catalog,
        have,
        lambda: read_resume(session, catalog, resume) if resume is not None else None,
        strict=strict,
    )


def gather_read(
    session: Session,
    catalog: "Catalog",
    have: Sequence[str],
    document: "Callable[[], Document | None]",
    *,
    strict: bool = False,
) -> "Person":
    """What is known of a person from what they say they have, their resume as read and their profile.

    What they say counts before the profile, and the profile before the resume; where one states no level, the next one's
    counts. What the profile took from an earlier resume gives way to this one. What they should know of it is noted: also
    words that are no skill's, which are left out unless nothing else is said, or `strict` refuses them.

    Raises:
        UnknownNameError, AmbiguousNameError: a skill said isn't known, or could be several.
        InvalidDataError, UnreadableError: the resume, or the profile where nothing else is said, can't be read.
    """
    from cscareer.cli.other_work import SaidWork, part_work
    from cscareer.skills.held import Person, once_each, read_known, together, with_suggestions

    work = SaidWork(list(have), [], None) if strict else part_work(session, catalog, have)
    named, unknown = read_known(catalog, work.names)
    if unknown and (strict or not (named or work.held or work.told)):
        raise together(unknown)
    said = {skill.skill for skill in named}
    held = once_each([*named, *(skill for skill in work.held if skill.skill not in said)])
    session.notes += [f"Left out: {with_suggestions(error)}" for error in unknown]
    for skill in held:
        if skill.completed:
            session.note_completed(skill.said, catalog.skills[skill.skill].name)
    own = session.own_role(catalog)
    role = own.id if own else None
    resume = document() or work.told
    if resume is None:
        both = _with_own(session, catalog, held)
        complete = bool(held) and len(both) == len(held) and role is None and not work.held
        history = _served(session, catalog, role) if both else None
        return Person(both, role=role, history=history, complete=complete, lacks=_lacking(session))
    read = own_person(session, catalog, resume)
    if resume is work.told and read.years_of_experience is None:
        read = read._replace(years_of_experience=_years_told(catalog, resume))
    if work.told and resume is not work.told:
        session.notes.append("Left out: the sentences behind --have, as a resume is given.")
    elif work.told and not (read.found or read.maybe):
        nothing = "We found no skill in the sentences behind --have."
        if not held:
            raise UnknownNameError(nothing, hint='Name some, like --have "empathy,typing".')
        session.notes.append(nothing)
    read_now = {skill.id for skill in read.found if not skill.near}
    both = _with_own(session, catalog, held, read_now)
    return read._replace(held=both, role=role or read.role, lacks=read.lacks | _lacking(session))


def _served(session: Session, catalog: "Catalog", role: str | None) -> "WorkHistory | None":
    """What the profile says of a person's work: how long they have had their role, or the job near ours that they do."""
    from cscareer.titles.held_jobs import WorkHistory

    profile, near = session.profile, session.own_near_job(catalog)
    years = profile.years_in_role(near.id if near else role, clock.today()) if profile else None
    if near:
        return WorkHistory((_held(near, years),), years)
    return None if years is None else WorkHistory(years_of_service=years)


def _held(job: "NearJob", years: float | None) -> "HeldJob":
    """A job near ours as one held, that no line of a resume tells of; of years not known it is taken for half a year."""
    from cscareer.titles.held_jobs import MONTHS_HELD, HeldJob

    today = clock.today()
    now = today.year * 12 + today.month
    lasted = MONTHS_HELD / 12 if years is None else years
    return HeldJob(
        title=job.title,
        organization=None,
        quote=job.title,
        line=0,
        years=round(lasted, 1),
        current=True,
        role=None,
        role_title=None,
        candidates=(),
        near_job=job.id,
        leads=job.leads,
        serves=True,
        since=now - lasted * 12,
        until=now,
    )


def _years_told(catalog: "Catalog", told: "Document") -> float | None:
    """The years that sentences say work lasted, where they give no dates."""
    from cscareer.cli.told_work import months_told

    months = months_told(catalog, "\n".join(line.text for line in told.lines))
    return months / 12 if months else None


def _lacking(session: Session) -> frozenset[str]:
    """The skills that a person said before they don't have."""
    return frozenset(session.profile.not_counted) if session.profile else frozenset()


def read_own(session: Session, catalog: "Catalog", resume: str) -> "Person":
    """The person of a resume, without what it may show and they said before not to count.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError, InvalidDataError, MissingExtraError: as reading a document raises them.
    """
    return own_person(session, catalog, read_resume(session, catalog, resume))


def own_person(session: Session, catalog: "Catalog", document: "Document") -> "Person":
    """The same of a resume that has been read."""
    read = read_person(catalog, document)
    declined = session.profile.not_counted if session.profile else ()
    return read._replace(maybe=tuple(skill for skill in read.maybe if skill.id not in declined))


def _with_own(
    session: Session, catalog: "Catalog", said: "Sequence[HeldSkill]", read_now: "Collection[str]" = ()
) -> "tuple[HeldSkill, ...]":
    """What a person says, with what their profile knows besides; says so.

    Args:
        session: the run.
        catalog: the data.
        said: what the person says now.
        read_now: the ids of skills in the resume at hand, which counts before one that was read earlier.
    """
    profile = session.profile
    if profile is None:
        return tuple(said)
    from cscareer.plan.editing import held_skills, job_skills
    from cscareer.plan.profile import Origin
    from cscareer.render.cells import count_of

    outdated = {kept.skill for kept in profile.skills if kept.origin is Origin.RESUME}.intersection(read_now)
    own = {skill.skill: skill for skill in held_skills(catalog, profile) if skill.skill not in outdated}
    known = [own.pop(skill.skill, None) for skill in said]
    if own or any(each is not None for each in known):
        session.note_own(count_of(len(own) + sum(each is not None for each in known), "skill"))
    both = (
        replace(skill, level=skill.level or kept.level, evidence=kept.evidence) if kept else skill
        for skill, kept in zip(said, known, strict=True)
    )
    told = {*own, *(skill.skill for skill in said)}
    by_job = [each for each in job_skills(catalog, profile, clock.today()) if each.skill not in told]
    role, near = session.own_role(catalog), session.own_near_job(catalog)
    if by_job and (role or near):
        session.note_own(f"role, {role.title}" if role else f"job, {near.title}" if near else "")
    return (*both, *own.values(), *by_job)
