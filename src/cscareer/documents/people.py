"""Many people, one JSON object a line: read one after the other, whatever is wrong with some of them.

A line is {"id": "ana", "resume": "…"} with the text of a resume or a JSON Resume, with or without
"skills": ["sql:2", {"name": "sql", "level": 2}], or it is a JSON Resume itself.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.documents import json_resume
from cscareer.documents.document import Document
from cscareer.documents.json_lines import BadLineError, object_of, read_lines
from cscareer.documents.reading import read_text
from cscareer.documents.structure import Structure
from cscareer.documents.words import words_of
from cscareer.errors import CareerError, Problem

_LONGEST_ID = 200  # characters
_MOST_SKILLS = 500
_EXPECTED = 'Expected an object with "resume", "skills", or the sections of JSON Resume.'
_LEVELS = "Expected a level from 1 to 4, or basic, working, advanced or expert."
_HINTS = {
    "is UTF-16": "Save it as UTF-8.",
    "is compressed": "Unpack it first: zcat FILE | cscareer match --people -",
}


class SaidSkill(NamedTuple):
    """A skill as a line names it, with its level as written there; `field` says where in the line."""

    name: str
    level: str | None
    field: str


class PersonLine(NamedTuple):
    """A person as their line has them."""

    line: int
    id: str | None
    skills: tuple[SaidSkill, ...]
    document: Document | None


def read_people(
    stream: BinaryIO, name: str, catalog: Catalog | None = None, *, first: int = 1
) -> Iterator[PersonLine | Problem]:
    """The person of each line, or what is wrong with it; empty lines are passed over. Holds one line at a time.

    `name` stands for the stream in messages, which never hold its content; `first` is the number of its first line.

    Raises:
        UnreadableError: the stream breaks off, or isn't text of this kind at all.
    """
    return read_lines(stream, name, _HINTS, partial(_person, catalog), first=first)


def _person(catalog: Catalog | None, text: str, number: int) -> PersonLine:
    value, lines = object_of(text, _EXPECTED)
    name = _id(value.get("id"))
    if "resume" not in value and json_resume.is_more_than_skills(value):
        return PersonLine(number, name, (), _json_resume(Structure("The line", value, lines, [text]), None))
    with words_of(catalog):
        document = _resume(value.get("resume"))
    skills = tuple(_skills(value.get("skills")))
    if document is None and not skills:
        raise BadLineError(_EXPECTED)
    return PersonLine(number, name, skills, document)


def _id(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, (str, int)) and not isinstance(value, bool) and len(str(value)) <= _LONGEST_ID:
        return str(value)
    raise BadLineError(f"Expected text of at most {_LONGEST_ID} characters.", "id")


def _json_resume(source: Structure, field: str | None) -> Document:
    try:
        document = json_resume.read(source)
    except CareerError as error:
        raise BadLineError(error.message, field, error.hint) from None
    if not (document.lines or document.skills or document.positions):
        raise BadLineError("There is nothing to read in it.")
    return document


def _resume(value: object) -> Document | None:
    if value is None:
        return None
    try:
        if isinstance(value, str) and value.strip():
            return read_text(value, "The resume")
    except CareerError as error:
        raise BadLineError(error.message, "resume", error.hint) from None
    if json_resume.is_json_resume(value):
        return _json_resume(Structure("The resume", value, {}, []), "resume")
    raise BadLineError("Expected the text of a resume, or a JSON Resume.", "resume")


def _skills(value: object) -> Iterator[SaidSkill]:
    if value is None:
        return
    if not isinstance(value, list) or len(value) > _MOST_SKILLS:
        raise BadLineError(f"Expected a list of at most {_MOST_SKILLS} skills.", "skills")
    for at, entry in enumerate(value):
        field = f"skills[{at}]"
        if isinstance(entry, str):
            name, colon, level = (part.strip() for part in entry.partition(":"))
            yield SaidSkill(name, level if colon else None, field)
        elif isinstance(entry, dict) and isinstance(entry.get("name"), str):
            yield SaidSkill(entry["name"].strip(), _level(entry.get("level"), f"{field}.level"), field)
        else:
            raise BadLineError('Expected text like "sql:2", or an object with name and level.', field)


def _level(value: Any, field: str) -> str | None:  # noqa: ANN401  JSON holds anything
    if value is None:
        return None
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    raise BadLineError(_LEVELS, field)
