"""Work that a person tells in their own words: what it was, for how long and what it shows, read as a resume's text is."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.talk_models import ToldWork
    from cscareer.catalog.title_models import NearJob
    from cscareer.skills.held import HeldSkill, Person

_CLAUSE = re.compile(r"[,.;:!?\n]+(?:\s|$)|\s(?:and|but|then|plus)\s|\s[-\u2013\u2014]\s")
_FEWEST_WORDS = 3  # of something told
_SURE = 0.75  # confidence in a title's role
_HELD_MONTHS = 6  # from which on a job shows its skills
_MOST_LETTERS = 4_000
_AWAY = re.compile(r"^(?:-|(?:no|not|without|remove|drop|never)\b)\s*", re.IGNORECASE)
# Small words as people type them in haste.
_HASTY = (
    (re.compile(r"\b[iI]['’]?m\b"), "I'm"),
    (re.compile(r"\b[iI]['’]?ve\b"), "I've"),
    (re.compile(r"\bi\b"), "I"),
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
        return self._replace(job=job, credited=tuple(_credits(catalog, job, self.months)))


def tells_of_work(text: str) -> bool:
    """Whether words tell of a job held, and don't merely mention one."""
    from cscareer.documents.told_positions import duration_in, is_told

    text = _unhurried(text)
    return is_told(text) or duration_in(text) is not None


def tells(text: str) -> bool:
    """Whether words may tell of work that somebody does: they tell of a job, or of something that "I" do."""
    text = _unhurried(text)
    return len(text.split()) >= _FEWEST_WORDS and (
        tells_of_work(text) or text.startswith(("I ", "I'm ", "I've "))
    )


def understand(catalog: "Catalog", text: str) -> Told:
    """What words tell of somebody's work.

    Raises:
        InvalidDataError: a file of words has problems.
    """
    from cscareer.cli.person import read_person
    from cscareer.documents.reading import read_bytes
    from cscareer.documents.told_positions import duration_in

    text = _unhurried(text[:_MOST_LETTERS])
    told = of_person(catalog, read_person(catalog, read_bytes(text.encode(), "what you said")))
    clauses = list(_clauses(catalog, text))
    lasted = max((months for each in clauses if (months := duration_in(each))), default=None)
    told = told._replace(months=lasted or told.months)
    job = told.job or _first(_named, catalog, clauses) or _first(_worked_at, catalog, clauses)
    return told.with_job(catalog, job) if job else told


def of_person(catalog: "Catalog", person: "Person") -> Told:
    """What was read of somebody, out of a resume or of what they told: the job they do now or did last, and their skills."""
    from cscareer.skills.evidence import How
    from cscareer.skills.fit import counted_as
    from cscareer.skills.held import HeldSkill

    shown = tuple(
        HeldSkill(each.id, counted.level if counted.stated else None, catalog.skills[each.id].name)
        for each in person.found
        if not each.near and any(evidence.how is not How.HELD for evidence in each.evidence)
        for counted in [counted_as(each)]
    )
    history = person.history
    own = history.own.role if history and history.own else person.role
    near = next((each.near_job for each in history.jobs if each.near_job), None) if history else None
    job: Role | NearJob | None = None
    if own:
        job = catalog.roles[own]
    elif near:
        job = catalog.near_jobs[near]
    months = round(person.years_of_experience * 12) if person.years_of_experience else None
    told = Told(None, months, shown)
    return told.with_job(catalog, job) if job else told


def _first(
    read: "Callable[[Catalog, str], Role | NearJob | None]", catalog: "Catalog", clauses: "Sequence[str]"
) -> "Role | NearJob | None":
    """The job that the first of some clauses tells of in which any is read."""
    return next((job for each in clauses if (job := read(catalog, each))), None)


def _unhurried(text: str) -> str:
    for hasty, written in _HASTY:
        text = hasty.sub(written, text)
    return text.strip()


def _clauses(catalog: "Catalog", text: str) -> Iterator[str]:
    """The parts of what was told, without what is only wished for."""
    wishes = [each for each in catalog.told_work.values() if each.title is None]
    for clause in _CLAUSE.split(text):
        begins = min((at for each in wishes if (at := _found(each, clause)) is not None), default=len(clause))
        if clause[:begins].strip():
            yield clause[:begins].strip()


def _found(work: "ToldWork", clause: str) -> int | None:
    """Where words of a kind of work, or of a wish, stand in a clause."""
    said = "|".join(
        r"\s{1,3}".join(map(re.escape, each.split())) for each in sorted(work.words, key=len, reverse=True)
    )
    match = re.search(rf"(?<![\w-])(?:{said})(?![\w-])", clause.casefold())
    return match.start() if match else None


def _named(catalog: "Catalog", clause: str) -> "Role | NearJob | None":
    """The job that a clause names by its title."""
    from cscareer.skills.other_work import near_job_of
    from cscareer.titles.reading import TitleReader

    if job := near_job_of(catalog, clause):
        return job
    reading = catalog.once(TitleReader).read(clause)
    return catalog.roles[reading.role] if reading.role and reading.confidence >= _SURE else None


def _worked_at(catalog: "Catalog", clause: str) -> "Role | NearJob | None":
    """The job of somebody who says where they work."""
    titles = (
        each.title for each in catalog.told_work.values() if each.title and _found(each, clause) is not None
    )
    return next((job for title in titles if (job := _named(catalog, title))), None)


def _credits(catalog: "Catalog", job: "Role | NearJob", months: int | None) -> "Iterator[HeldSkill]":
    """What a job shows that lasted half a year, or for who knows how long."""
    from cscareer.catalog.models import Role as GuideRole
    from cscareer.skills.crediting import JobCredits
    from cscareer.skills.held import HeldSkill
    from cscareer.skills.other_work import shown_skills

    if months is not None and months < _HELD_MONTHS:
        return
    if not isinstance(job, GuideRole):
        yield from shown_skills(job)
        return
    for skill, level in catalog.once(JobCredits).of_role(job.id).items():
        yield HeldSkill(skill, level, job.title)


class Correction(NamedTuple):
    """What a person says is otherwise: skills to leave out and to add, or another job.

    `unknown` is what means nothing, `of_job` names skills to leave out that come with the job.
    """

    told: Told
    unknown: tuple[str, ...]
    of_job: tuple[str, ...]


def corrected(catalog: "Catalog", told: Told, said: str) -> Correction:
    """What was understood, put right by words like "-coaching, excel:3" or "no, bank teller"."""
    from cscareer.skills.held import read_held

    unknown: list[str] = []
    of_job: list[str] = []
    for part in re.split(r"[,;]|\band\b", said):
        bare = _AWAY.sub("", part.strip()).strip()
        away = bare != part.strip()
        if not bare:
            continue
        try:
            (skill,) = read_held(catalog, [bare.removeprefix("+").strip()])
        except CareerError:
            job = None if away else _named(catalog, bare) or _worked_at(catalog, bare)
            told = told.with_job(catalog, job) if job else told
            unknown += [] if job else [bare]
            continue
        others = tuple(each for each in told.shown if each.skill != skill.skill)
        if away and len(others) == len(told.shown):
            of_job.append(catalog.skills[skill.skill].name)
        named = replace(skill, said=catalog.skills[skill.skill].name)
        told = told._replace(shown=others if away else (*others, named))
    return Correction(told, tuple(unknown), tuple(of_job))
