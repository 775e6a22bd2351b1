"""A stream of people, or a folder of resumes: each is matched as soon as their line or file is read."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from cscareer.catalog.reading import is_folder
from cscareer.cli.ads import kind_of
from cscareer.cli.resumes import read_person
from cscareer.cli.session import Session
from cscareer.cli.streams import files_in, opened, passing_over
from cscareer.errors import CareerError, Problem, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.people import PersonLine, SaidSkill
    from cscareer.skills.held import HeldSkill, Person, SkillNames
    from cscareer.skills.matching import Matcher, PersonMatch

TOP_OF_MANY = 5  # roles and next skills of each person
_UNKNOWN = "No skill of the guide goes by this name."
_SEVERAL = "Several skills of the guide go by this name."
_NO_LEVEL = "No level; expected 1 to 4, or basic, working, advanced or expert."


class ManyPeople(NamedTuple):
    """Each person as read, or what is wrong with their line or file; and what all of them are called in messages."""

    entries: "Iterator[tuple[PersonLine, Person] | Problem]"
    name: str
    unit: str = "line"


def people_of(session: Session, catalog: "Catalog", said: str) -> ManyPeople:
    """The people of a file of lines, of standard input, or of a folder of resumes, one after the other.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError: the file can't be opened, or the folder holds no resume.
    """
    if not said:
        raise UsageError("An empty name is no file.", hint="Name a file of people, or - for standard input.")
    if is_folder(Path(said)):
        from cscareer.documents.reading import RESUME_ENDINGS

        files = files_in(Path(said), RESUME_ENDINGS, "resume", "Resumes")
        return ManyPeople(_in_folder(catalog, files), said, "file")
    lines = opened(said, "--people - reads", "cat people.jsonl | cscareer match --people -")
    stream, name = session.keep_open(lines)
    return ManyPeople(read_lines(catalog, stream, name), name)


def match_people(matcher: "Matcher", people: ManyPeople, *, top: int) -> "Iterator[PersonMatch]":
    """The match of each person, in the order of their lines or files; what can't be read is reported and passed over.

    Raises:
        RowsPassedOverError: at the end, when some were passed over.
        UnreadableError: the stream breaks off, or isn't lines of JSON at all.
    """
    for read, person in passing_over(*people):
        yield matcher.line(read.line, read.id, person, top=top)


def _in_folder(
    catalog: "Catalog", files: "Iterable[Path]"
) -> "Iterator[tuple[PersonLine, Person] | Problem]":
    from cscareer.catalog.reading import read_bytes
    from cscareer.documents.reading import MOST_BYTES

    for number, file in enumerate(files, start=1):
        try:
            content = read_bytes(file, MOST_BYTES)
        except CareerError as error:
            yield Problem(str(file), None, None, error.message, error.hint)
            continue
        yield person_of_file(catalog, content, str(file), number)


def person_of_file(
    catalog: "Catalog", content: bytes, name: str, number: int, today: date | None = None
) -> "tuple[PersonLine, Person] | Problem":
    """The person of a resume that is a whole file, by the file's name as their id; or what is wrong with it.

    Args:
        catalog: the data.
        content: the file's.
        name: the file's; its ending helps to tell its kind.
        number: which of the files it is, from 1.
        today: the day until which experience is counted; the day it is when None.
    """
    from cscareer.catalog.word_models import TextKind
    from cscareer.documents.people import PersonLine
    from cscareer.documents.reading import read_bytes

    try:
        document = read_bytes(content, name, catalog)
    except CareerError as error:
        return Problem(name, None, None, error.message, error.hint)
    if kind_of(catalog, [line.text for line in document.lines]) is TextKind.AD:
        return Problem(name, None, None, "It looks like a job ad, not a resume.")
    return PersonLine(number, Path(name).name, (), document), read_person(catalog, document, today)


def read_lines(
    catalog: "Catalog", stream: BinaryIO, name: str, *, first: int = 1, today: date | None = None
) -> "Iterator[tuple[PersonLine, Person] | Problem]":
    """The person of each line, or what is wrong with it.

    Args:
        catalog: the data.
        stream: the lines.
        name: stands for the stream in messages, which never hold its content.
        first: the number of the first line.
        today: the day until which experience is counted; the day it is when None.

    Raises:
        UnreadableError: the stream breaks off, or isn't lines of JSON at all.
    """
    from cscareer.documents.people import read_people
    from cscareer.skills.held import SkillNames

    names = SkillNames(catalog)
    for entry in read_people(stream, name, catalog, first=first):
        if isinstance(entry, Problem):
            yield entry
            continue
        person = _person(catalog, names, entry, name, today)
        yield person if isinstance(person, Problem) else (entry, person)


def _person(
    catalog: "Catalog", names: "SkillNames", read: "PersonLine", file: str, today: date | None
) -> "Person | Problem":
    from cscareer.skills.held import Person, once_each

    held: list[HeldSkill] = []
    for said in read.skills:
        skill = _held(names, said)
        if isinstance(skill, str):
            hint = None if skill == _NO_LEVEL else "`cscareer skills` lists them all."
            return Problem(file, read.line, said.field, skill, hint)
        held.append(skill)
    if read.document is None:
        return Person(once_each(held), complete=True)
    return read_person(catalog, read.document, today)._replace(held=once_each(held))


def _held(names: "SkillNames", said: "SaidSkill") -> "HeldSkill | str":
    """A skill a line names, or what is wrong with it."""
    from cscareer.skills.held import HeldSkill, level_named

    level = None if said.level is None else level_named(said.level.strip())
    if said.level is not None and level is None:
        return _NO_LEVEL
    found = names.find(said.name)
    if len(found) != 1:
        return _SEVERAL if found else _UNKNOWN
    return HeldSkill(next(iter(found)), level, said.name)
