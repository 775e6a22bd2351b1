"""The job that a person tells of in their own words: by its title, or by where they work; what is wished for is none."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from cscareer.errors import CareerError, UnknownNameError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.talk_models import ToldWork
    from cscareer.catalog.title_models import NearJob
    from cscareer.skills.held import HeldSkill

# A new clause also begins where somebody without commas says what they are, unless that is to come.
_CLAUSE = re.compile(
    r"[,.;:!?\n]+(?:\s|$)|\s(?:and|but|then|plus)\s|\s[-\u2013\u2014]\s"
    r"|(?<!\bwhen)(?<!\bonce)(?<!\buntil)(?<!\btill)(?<!\bif)(?<!\blike)\s(?=I'm (?:an?|the|at|in) )"
)
_WITHIN = re.compile(r"\b(?:in|within)\s{1,3}(\w{1,6}\s{1,3}(?:years?|months?|yrs?|mos?))\b", re.IGNORECASE)
_FEWEST_WORDS = 3  # of something told
_SURE = 0.75  # confidence in a title's role
# Small words as people type them in haste.
_HASTY = (
    (re.compile(r"\b[iI]['’]?m\b"), "I'm"),
    (re.compile(r"\b[iI]['’]?ve\b"), "I've"),
    (re.compile(r"\bi\b"), "I"),
)


def tells_of_work(text: str) -> bool:
    """Whether words tell of a job held, and don't merely mention one."""
    from cscareer.documents.told_positions import duration_in, is_told

    text = unhurried(text)
    return is_told(text) or duration_in(text) is not None


def tells(text: str) -> bool:
    """Whether words may tell of work that somebody does: they tell of a job, or of something that "I" do."""
    text = unhurried(text)
    return len(text.split()) >= _FEWEST_WORDS and (
        tells_of_work(text) or text.startswith(("I ", "I'm ", "I've "))
    )


def job_told(catalog: "Catalog", text: str) -> "Role | NearJob | None":
    """The job that words tell of: the first that is named, else the first workplace."""
    clauses = list(clauses_of(catalog, text))
    led = [clause for clause in clauses if _first_of(catalog, "leading", clause) is not None]
    readings: tuple[Role | NearJob | None, ...] = (
        *(
            job_at(catalog, clause, leads=True) for clause in led
        ),  # "supervise 12 reps in a contact center" names reps, too
        *(job_named(catalog, clause) for clause in clauses),
        *(job_at(catalog, clause, leads=bool(led)) for clause in clauses),
    )
    return next((job for job in readings if job), None)


class ToldGoal(NamedTuple):
    """The role of ours that somebody wants, or asks about for somebody else, and within what time, like 24mo."""

    role: "Role | None"
    within: str | None


def goal_told(catalog: "Catalog", text: str) -> ToldGoal:
    """The goal that words tell of; what they don't say of it is None.

    A wish says it wherever it stands. "Promoted to" and the like say it too, but not in a text that tells of work done,
    where they tell of the past.
    """
    from cscareer.catalog.models import Role as GuideRole
    from cscareer.cli.days import months_in

    text = unhurried(text)
    time = next((lasts for said in _WITHIN.findall(text) if (lasts := months_in(said))), None)
    within = None if time is None else f"{time // 12}y" if time % 12 == 0 else f"{time}mo"
    is_past = tells_of_work(text)
    for clause in _CLAUSE.split(_WITHIN.sub("", text)):
        start = _first_of(catalog, "wish", clause)
        if start is not None:
            words = clause[start:].split()
            readings = [" ".join(words[at:]) for at in range(1, len(words))]
        elif not is_past and _first_of(catalog, "goal", clause) is not None:
            readings = [clause]
        else:
            continue
        jobs = (job_named(catalog, each) for each in readings)
        if role := next((job for job in jobs if isinstance(job, GuideRole)), None):
            return ToldGoal(role, within)
    return ToldGoal(None, within)


def job_called(catalog: "Catalog", name: str) -> "Role | NearJob | None":
    """The job of a name, by one of its own, by a title that people use, or as told.

    Raises:
        AmbiguousNameError: it may be several, which are named.
    """
    from cscareer.catalog.lookup import find
    from cscareer.titles.naming import role_of_title

    try:
        return find(catalog.roles, name, what="role", list_command="").entry
    except CareerError as error:
        job = job_told(catalog, name)
        if job is None:
            with suppress(UnknownNameError):
                return role_of_title(catalog, name, error)
        return job


def _first_of(catalog: "Catalog", kind: str, text: str) -> int | None:
    """Where the first words of a kind of rows stand in a text; None where none do."""
    rows = (each for each in catalog.told_work.values() if each.kind == kind)
    return min((at for each in rows if (at := found_in(each, text)) is not None), default=None)


def months_told(catalog: "Catalog", text: str) -> int | None:
    """For how many months words say that somebody did something; the longest of several times."""
    from cscareer.documents.told_positions import duration_in

    return max((lasted for each in clauses_of(catalog, text) if (lasted := duration_in(each))), default=None)


def unhurried(text: str) -> str:
    """The text with its small words written out as they are in a text typed at leisure."""
    for hasty, written in _HASTY:
        text = hasty.sub(written, text)
    return text.strip()


def clauses_of(catalog: "Catalog", text: str) -> Iterator[str]:
    """The parts of what was told, without what is only wished for."""
    for clause in _CLAUSE.split(text):
        if kept := clause[: _first_of(catalog, "wish", clause)].strip():
            yield kept


def found_in(work: "ToldWork", clause: str) -> int | None:
    """Where words of a kind of work, or of a wish, stand in a clause."""
    said = "|".join(
        r"\s{1,3}".join(map(re.escape, each.split())) for each in sorted(work.words, key=len, reverse=True)
    )
    match = re.search(rf"(?<![\w-])(?:{said})(?![\w-])", clause.casefold())
    return match.start() if match else None


def job_named(catalog: "Catalog", clause: str) -> "Role | NearJob | None":
    """The job that a clause names by its title."""
    from cscareer.skills.other_work import near_job_of
    from cscareer.titles.reading import TitleReader

    if job := near_job_of(catalog, clause):
        return job
    reading = catalog.once(TitleReader).read(clause)
    return catalog.roles[reading.role] if reading.role and reading.confidence >= _SURE else None


def job_at(catalog: "Catalog", clause: str, *, leads: bool = False) -> "Role | NearJob | None":
    """The job of somebody who says where they work, or where they lead people."""
    places = (
        each for each in catalog.told_work.values() if each.title and found_in(each, clause) is not None
    )
    titles = ((each.leads if leads else None) or each.title or "" for each in places)
    return next((job for title in titles if (job := job_named(catalog, title))), None)


def credits_of(catalog: "Catalog", job: "Role | NearJob", months: int | None) -> "Iterator[HeldSkill]":
    """What a job shows that lasted half a year, or for who knows how long."""
    from cscareer.catalog.models import Role as GuideRole
    from cscareer.skills.crediting import JobCredits
    from cscareer.skills.held import HeldSkill
    from cscareer.skills.other_work import shown_skills
    from cscareer.titles.held_jobs import MONTHS_HELD

    if months is not None and months < MONTHS_HELD:
        return
    if not isinstance(job, GuideRole):
        yield from shown_skills(job)
        return
    for skill, level in catalog.once(JobCredits).of_role(job.id).items():
        yield HeldSkill(skill, level, job.title)
