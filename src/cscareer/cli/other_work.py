"""Work that isn't the guide's: a job near ours where a role is asked for, and jobs or sentences among skills."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from cscareer.cli.session import Session
from cscareer.errors import AmbiguousNameError, CareerError, UnknownNameError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.title_models import NearJob
    from cscareer.documents.document import Document
    from cscareer.skills.held import HeldSkill

_NAMED = 3  # skills of a job, the others are counted; the answer has all
_SENTENCE = 4  # words, from which on what is no skill's name is read as a sentence
_SURE = 0.75  # confidence in a title's role


class SaidWork(NamedTuple):
    """What a person says they have, parted: names of skills, what jobs show, and sentences as a text."""

    names: list[str]
    held: "list[HeldSkill]"
    told: "Document | None"


def role_or_job(session: Session, catalog: "Catalog", said: str) -> "Role | NearJob":
    """The role a person means, or the job near ours.

    Raises:
        UnknownNameError, AmbiguousNameError: it is neither.
    """
    try:
        return session.role(catalog, said)
    except UnknownNameError:
        from cscareer.skills.other_work import near_job_of

        job = near_job_of(catalog, said)
        if job is None:
            raise
        return job


def part_work(session: Session, catalog: "Catalog", have: Sequence[str]) -> SaidWork:
    """Parts what a person says they have; says which jobs were read, and what they show.

    Raises:
        UsageError: it is more than a person has.
    """
    from cscareer.cli.told_work import tells_of_work
    from cscareer.skills.held import parted

    parted(have)  # all of it together has its bound

    names: list[str] = []
    held: list[HeldSkill] = []
    sentences: list[str] = []
    for text in have:
        parts = parted([text])
        story = any(_is_sentence(part) and tells_of_work(part) for part in parts)
        before = len(held)
        for part in parts:
            told = _is_sentence(part) and not _is_role(catalog, part)
            if not part or _is_skill(catalog, part):
                names.append(part)
                continue
            mentioned = ":" in part or (told and not tells_of_work(part))
            shown = () if mentioned else _shown_by_job(session, catalog, part)
            held += shown
            if told or (story and not shown and ":" not in part):
                sentences.append(part)
            elif not shown:
                names.append(part)
        if story and len(held) == before:
            held += _shown_by_place(session, catalog, text)
    if held and not names:
        session.notes.append("That is what all in it do; `cscareer` alone asks what else you do.")
    return SaidWork(names, held, _as_document(catalog, sentences))


def _is_sentence(part: str) -> bool:
    return len(part.split()) >= _SENTENCE and ":" not in part


def _shown_by_place(session: Session, catalog: "Catalog", text: str) -> "Sequence[HeldSkill]":
    """The skills that the work shows of somebody who tells where they work, and doesn't name their job."""
    from cscareer.cli.told_work import credits_of, job_told, months_told

    job = job_told(catalog, text)
    if job is None:
        return ()
    held = list(credits_of(catalog, job, months_told(catalog, text)))
    _note_job(session, catalog, text, job.title, held)
    return held


def _is_role(catalog: "Catalog", part: str) -> bool:
    """Whether words are the whole name of a role, however many they are."""
    from cscareer.catalog.lookup import find

    try:
        return not find(catalog.roles, part.strip(), what="role", list_command="").completed
    except CareerError:
        return False


def _is_skill(catalog: "Catalog", part: str) -> bool:
    from cscareer.catalog.lookup import find

    try:
        find(catalog.skills, part.partition(":")[0].strip(), what="skill", list_command="")
    except AmbiguousNameError:
        return True
    except CareerError:
        return False
    return True


def _shown_by_job(session: Session, catalog: "Catalog", part: str) -> "Sequence[HeldSkill]":
    """The skills that a job shows, where a part names one of ours or one near ours."""
    from cscareer.skills.crediting import JobCredits
    from cscareer.skills.held import HeldSkill
    from cscareer.skills.other_work import near_job_of, shown_skills
    from cscareer.titles.reading import TitleReader

    if job := near_job_of(catalog, part):
        held, title = shown_skills(job), job.title
    else:
        reading = catalog.once(TitleReader).read(part)
        if not reading.role or reading.confidence < _SURE:
            return ()
        title = catalog.roles[reading.role].title
        credits_of = catalog.once(JobCredits).of_role(reading.role)
        held = tuple(HeldSkill(skill, level, title, credited=True) for skill, level in credits_of.items())
    _note_job(session, catalog, part, title, held)
    return held


def _note_job(
    session: Session, catalog: "Catalog", said: str, title: str, held: "Sequence[HeldSkill]"
) -> None:
    from cscareer.render.cells import some

    named = some([catalog.skills[each.skill].name for each in held], _NAMED)
    session.notes.append(f'Reading "{said}" as a job you did, {title}, which shows: {named}.')


def _as_document(catalog: "Catalog", sentences: Sequence[str]) -> "Document | None":
    if not sentences:
        return None
    from cscareer.documents.reading import read_bytes

    return read_bytes(", ".join(sentences).encode(), "--have", catalog)
