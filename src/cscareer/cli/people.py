"""A stream of people, each matched as soon as their line is read."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from cscareer.cli.resumes import read_person
from cscareer.cli.streams import opened, passing_over
from cscareer.errors import Problem, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.people import PersonLine, SaidSkill
    from cscareer.skills.held import HeldSkill, Person, SkillNames
    from cscareer.skills.matching import Matcher, PersonMatch

TOP_OF_MANY = 5  # roles and next skills of each person
_UNKNOWN = "No skill of the guide goes by this name."
_SEVERAL = "Several skills of the guide go by this name."
_NO_LEVEL = "No level; expected 1 to 4, or basic, working, advanced or expert."


def opened_people(said: str) -> AbstractContextManager[tuple[BinaryIO, str]]:
    """The file or standard input that people are read from, and its name.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError: the file can't be opened.
    """
    if not said:
        raise UsageError("An empty name is no file.", hint="Name a file of people, or - for standard input.")
    return opened(said, "--people - reads", "cat people.jsonl | cscareer match --people -")


def match_people(
    catalog: "Catalog", matcher: "Matcher", stream: BinaryIO, name: str, *, top: int
) -> "Iterator[PersonMatch]":
    """The match of each person, in the order of their lines; bad lines are reported and passed over.

    Raises:
        RowsPassedOverError: at the end, when lines were passed over.
        UnreadableError: the stream breaks off, or isn't lines of JSON at all.
    """
    for read, person in passing_over(read_lines(catalog, stream, name), name):
        yield matcher.line(read.line, read.id, person, top=top)


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
    for entry in read_people(stream, name, first=first):
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
