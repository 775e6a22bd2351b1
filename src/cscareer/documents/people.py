"""Many people, one JSON object a line: read one after the other, whatever is wrong with some of them.

A line is {"id": "ana", "resume": "…"} with the text of a resume or a JSON Resume, with or without
"skills": ["sql:2", {"name": "sql", "level": 2}], or it is a JSON Resume itself.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from cscareer.catalog.reading import RefusedError
from cscareer.documents import json_reader, json_resume
from cscareer.documents.document import Document
from cscareer.documents.reading import read_text
from cscareer.documents.structure import Structure
from cscareer.errors import CareerError, Problem, UnreadableError

MOST_LINE_BYTES = 1_000_000
_LONGEST_ID = 200  # characters
_MOST_SKILLS = 500
_EXPECTED = 'Expected an object with "resume", "skills", or the sections of JSON Resume.'
_LEVELS = "Expected a level from 1 to 4, or basic, working, advanced or expert."
_FOREIGN = {
    b"\xff\xfe": ("is UTF-16", "Save it as UTF-8."),
    b"\xfe\xff": ("is UTF-16", "Save it as UTF-8."),
    b"\x1f\x8b": ("is compressed", "Unpack it first: zcat FILE | cscareer match --people -"),
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


class _BadLineError(Exception):
    def __init__(self, message: str, field: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.field, self.hint = message, field, hint


def read_people(stream: BinaryIO, name: str) -> Iterator[PersonLine | Problem]:
    """The person of each line, or what is wrong with it; empty lines are passed over. Holds one line at a time.

    `name` stands for the stream in messages, which never hold its content.

    Raises:
        UnreadableError: the stream breaks off, or isn't text of this kind at all.
    """
    for number, content in _lines(stream, name):
        try:
            text = _text(content, name, first=number == 1)
            if text.strip():
                yield _person(text, number)
        except _BadLineError as bad:
            yield Problem(name, number, bad.field, bad.message, bad.hint)


def _lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long, which is gone through and not held."""
    number = 0
    try:
        while line := stream.readline(MOST_LINE_BYTES + 1):
            number += 1
            if len(line) <= MOST_LINE_BYTES:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_LINE_BYTES)
            yield number, None
    except OSError as error:
        raise UnreadableError(f"{name} can't be read: {error.strerror}.") from None


def _text(content: bytes | None, name: str, *, first: bool) -> str:
    if content is None:
        raise _BadLineError(f"Longer than {MOST_LINE_BYTES // 1_000_000} MB.")
    for mark, (what, hint) in _FOREIGN.items() if first else ():
        if content.startswith(mark):
            raise UnreadableError(f"{name} {what}, not lines of JSON.", hint=hint)
    try:
        return content.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError:
        raise _BadLineError("Not UTF-8.") from None


def _person(text: str, number: int) -> PersonLine:
    try:
        value, lines = json_reader.parse(text)
    except RefusedError as refused:
        message = f"{refused.message[:1].upper()}{refused.message[1:]}."
        raise _BadLineError(message, hint=refused.hint or "Each line is one JSON object.") from None
    if not isinstance(value, dict):
        raise _BadLineError(_EXPECTED, hint="`jq -c '.[]'` turns a list into lines.")
    name = _id(value.get("id"))
    if "resume" not in value and json_resume.is_more_than_skills(value):
        return PersonLine(number, name, (), _json_resume(Structure("The line", value, lines, [text]), None))
    document = _resume(value.get("resume"))
    skills = tuple(_skills(value.get("skills")))
    if document is None and not skills:
        raise _BadLineError(_EXPECTED)
    return PersonLine(number, name, skills, document)


def _id(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, (str, int)) and not isinstance(value, bool) and len(str(value)) <= _LONGEST_ID:
        return str(value)
    raise _BadLineError(f"Expected text of at most {_LONGEST_ID} characters.", "id")


def _json_resume(source: Structure, field: str | None) -> Document:
    try:
        document = json_resume.read(source)
    except CareerError as error:
        raise _BadLineError(error.message, field, error.hint) from None
    if not (document.lines or document.skills or document.positions):
        raise _BadLineError("There is nothing to read in it.")
    return document


def _resume(value: object) -> Document | None:
    if value is None:
        return None
    try:
        if isinstance(value, str) and value.strip():
            return read_text(value, "The resume")
    except CareerError as error:
        raise _BadLineError(error.message, "resume", error.hint) from None
    if json_resume.is_json_resume(value):
        return _json_resume(Structure("The resume", value, {}, []), "resume")
    raise _BadLineError("Expected the text of a resume, or a JSON Resume.", "resume")


def _skills(value: object) -> Iterator[SaidSkill]:
    if value is None:
        return
    if not isinstance(value, list) or len(value) > _MOST_SKILLS:
        raise _BadLineError(f"Expected a list of at most {_MOST_SKILLS} skills.", "skills")
    for at, entry in enumerate(value):
        field = f"skills[{at}]"
        if isinstance(entry, str):
            name, colon, level = (part.strip() for part in entry.partition(":"))
            yield SaidSkill(name, level if colon else None, field)
        elif isinstance(entry, dict) and isinstance(entry.get("name"), str):
            yield SaidSkill(entry["name"].strip(), _level(entry.get("level"), f"{field}.level"), field)
        else:
            raise _BadLineError('Expected text like "sql:2", or an object with name and level.', field)


def _level(value: Any, field: str) -> str | None:  # noqa: ANN401  JSON holds anything
    if value is None:
        return None
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    raise _BadLineError(_LEVELS, field)
