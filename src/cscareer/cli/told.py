"""Work that a person tells in their own words: what it was, for how long and what it shows, read as a resume's text is."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cscareer.cli.told_work import credits_of, job_called, job_told, months_told, unhurried
from cscareer.errors import AmbiguousNameError, CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.title_models import NearJob
    from cscareer.skills.held import HeldSkill, Person
    from cscareer.titles.held_jobs import WorkHistory

_MOST_LETTERS = 4_000
_AWAY = re.compile(r"^(?:-|(?:no|not|without|remove|drop|never)\b)\s*", re.IGNORECASE)


_I_AM = re.compile(
    r"^(?:(?:actually|really|rather|it['’]?s|it is|i['’]?m|i am|i was|i work as|my job is|as)\s+)*(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What was understood: the job, how many months it lasted where that is said, and the skills, each with its level.

    `shown` are the skills that the words themselves speak of, `credited` those that the job shows.
    """

    job: "Role | NearJob | None" = None
    months: int | None = None
    shown: "tuple[HeldSkill, ...]" = ()
    credited: "tuple[HeldSkill, ...]" = ()

    def with_job(self, catalog: "Catalog", job: "Role | NearJob") -> "Told":
        """The same with another job, and what that shows."""
        return self._replace(job=job, credited=tuple(credits_of(catalog, job, self.months)))


def understand(catalog: "Catalog", text: str) -> Told:
    """What words tell of somebody's work.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    from cscareer.cli.resumes import read_person
    from cscareer.documents.reading import read_bytes

    text = unhurried(text[:_MOST_LETTERS])
    told = of_person(catalog, read_person(catalog, read_bytes(text.encode(), "what you said", catalog)))
    told = told._replace(months=months_told(catalog, text) or told.months)
    job = told.job or job_told(catalog, text)
    return told.with_job(catalog, job) if job else told


def of_person(catalog: "Catalog", person: "Person") -> Told:
    """What was read of somebody, out of a resume or of what they told: the job they do now or did last, and their skills."""
    from cscareer.skills.counting import counted_as
    from cscareer.skills.evidence import How
    from cscareer.skills.held import HeldSkill

    shown = tuple(
        HeldSkill(each.id, counted.level if counted.stated else None, catalog.skills[each.id].name)
        for each in person.found
        if not each.near and any(evidence.how is not How.HELD for evidence in each.evidence)
        for counted in [counted_as(each)]
    )
    history = person.history
    own = history.own.role if history and history.own else person.role
    near = history.near.near_job if history and history.near else None
    job: Role | NearJob | None = None
    if own:
        job = catalog.roles[own]
    elif near:
        job = catalog.near_jobs[near]
    years = _years_of(history, own, near) or person.years_of_experience
    months = round(years * 12) if years else None
    told = Told(None, months, shown)
    return told.with_job(catalog, job) if job else told


def _years_of(history: "WorkHistory | None", role: str | None, near: str | None) -> float | None:
    """The years in the job itself, other jobs left aside; None where no dates are known."""
    from cscareer.titles.spans import years_in

    if history is None or not (role or near):
        return None
    spent = ((job.role, job.near_job, job.since, job.until) for job in history.jobs)
    return years_in(
        (since, until) for own, beside, since, until in spent if (own == role if role else beside == near)
    )


class Correction(NamedTuple):
    """What a person says is otherwise: skills to leave out and to add, or another job.

    `unknown` is what means nothing, `unclear` says what may be several jobs, `of_job` names skills to leave out that come
    with the job.
    """

    told: Told
    unknown: tuple[str, ...]
    of_job: tuple[str, ...]
    unclear: tuple[str, ...]


def corrected(catalog: "Catalog", told: Told, said: str) -> Correction:
    """What was understood, put right by words like "-coaching, excel:3" or "no, bank teller"."""
    from cscareer.skills.held import read_held

    unknown: list[str] = []
    of_job: list[str] = []
    unclear: list[str] = []
    for part in re.split(r"[,;]|\b(?:and|but)\b", said):
        bare = _AWAY.sub("", part.strip()).strip()
        away = bare != part.strip()
        bare = _I_AM.sub("", bare)
        if not bare:
            continue
        try:
            (skill,) = read_held(catalog, [bare.removeprefix("+").strip()], in_words=False)
        except CareerError:
            try:
                job = job_called(catalog, bare)
            except AmbiguousNameError as error:
                unclear += [] if away else [error.message]
                continue
            if away and job:
                continue  # another job is named beside it, or asked for
            told = told.with_job(catalog, job) if job else told
            unknown += [] if job else [bare]
            continue
        others = tuple(each for each in told.shown if each.skill != skill.skill)
        if away and len(others) == len(told.shown):
            of_job.append(catalog.skills[skill.skill].name)
        named = replace(skill, said=catalog.skills[skill.skill].name)
        told = told._replace(shown=others if away else (*others, named))
    return Correction(told, tuple(unknown), tuple(of_job), tuple(unclear))
