"""JSON Resume, of version 1 and of older layouts (https://jsonresume.org/schema), in JSON or in YAML."""

from collections.abc import Iterator
from typing import Any

from cscareer.catalog.yaml_reader import Location
from cscareer.documents.dates import is_now, read_date
from cscareer.documents.document import Document, Month, Position, StatedSkill
from cscareer.documents.prose import clean, readable, unmark
from cscareer.documents.structure import Structure, prose

# The sections that are lists of entries, and the lists of words in these entries.
_SECTIONS = {
    "work": ("highlights", "keywords"), "volunteer": ("highlights",), "education": ("courses",), "awards": (),
    "certificates": (), "publications": (), "skills": ("keywords",), "languages": (), "interests": ("keywords",),
    "references": (), "projects": ("highlights", "keywords", "roles"),
}  # fmt: skip
_BASICS = ("basics", "bio")  # bio in the oldest layout
_TEXTS = ("position", "name", "company", "organization", "institution", "title", "summary", "description")


def is_json_resume(value: object) -> bool:
    """Whether a value has a section of JSON Resume at its top."""
    return isinstance(value, dict) and any(key in value for key in (*_SECTIONS, *_BASICS))


def is_more_than_skills(value: object) -> bool:
    """Whether a value has a section of JSON Resume other than skills, which other forms have too."""
    return isinstance(value, dict) and any(key in value for key in (*_SECTIONS, *_BASICS) if key != "skills")


def read(source: Structure) -> Document:
    """The document of a value that `is_json_resume`; what has the wrong shape is warned of and passed over."""
    value = source.value
    _check(source)
    known = {key: part for key, part in value.items() if key in (*_SECTIONS, *_BASICS)}
    skills = (*_skills(source, value.get("skills")), *_languages(source, value.get("languages")))
    positions = tuple(_positions(source, value.get("work")))
    lines = readable(prose(source, known, ()), source.name)
    return Document(source.name, "json-resume", lines, skills, positions, tuple(source.warnings))


def _check(source: Structure) -> None:
    for key in _BASICS:
        basics = source.mapping(source.value.get(key), (key,), "an object with name, label, summary …")
        for field in ("name", "label", "summary"):
            source.text(basics, field, (key,))
    for section, lists in _SECTIONS.items():
        for at, entry in enumerate(source.items(source.value.get(section), (section,), "a list of objects")):
            location: Location = (section, at)
            if not isinstance(entry, dict):
                source.warn(location, "Expected an object.")
                continue
            for field in _TEXTS:
                source.text(entry, field, location)
            for field in lists:
                words = source.items(entry.get(field), (*location, field), "a list of texts")
                for index, word in enumerate(words):
                    if not isinstance(word, str):
                        source.warn((*location, field, index), "Expected text.")


def _list(value: object) -> list[Any]:
    """What `_check` has let pass as a list."""
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, (str, dict)) and value else []


def _skills(source: Structure, value: object) -> Iterator[StatedSkill]:
    for at, entry in enumerate(_list(value)):
        location: Location = ("skills", at)
        if isinstance(entry, dict):
            level = _level(entry.get("level"))
            yield from _stated(entry.get("name"), level, source.line((*location, "name")))
            for index, word in enumerate(_list(entry.get("keywords"))):
                yield from _stated(word, level, source.line((*location, "keywords", index)))
        else:
            yield from _stated(entry, None, source.line(location))


def _languages(source: Structure, value: object) -> Iterator[StatedSkill]:
    for at, entry in enumerate(_list(value)):
        if isinstance(entry, dict):
            key = "language" if "language" in entry else "name"
            level = _level(entry.get("fluency", entry.get("level")))
            yield from _stated(entry.get(key), level, source.line(("languages", at, key)))


def _stated(name: object, level: str | None, line: int) -> Iterator[StatedSkill]:
    """A skill of that name, as its line reads in the document's prose; nothing where it is no text."""
    if isinstance(name, str) and (words := clean(unmark(name))):
        yield StatedSkill(words, level, line)


def _level(value: object) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return clean(value) or None if isinstance(value, str) else None


def _positions(source: Structure, value: object) -> Iterator[Position]:
    for at, entry in enumerate(_list(value)):
        if not isinstance(entry, dict):
            continue
        location: Location = ("work", at)
        title = _first(entry, "position", "title")
        organization = _first(entry, "name", "company", "organization")
        start, _ = _date(source, entry, "startDate", location)
        end, goes_on = _date(source, entry, "endDate", location)
        if not (title or organization):
            continue
        # No end means that it goes on, unless an end is given that can't be read.
        ended = isinstance(entry.get("endDate"), str) and bool(entry["endDate"].strip())
        current = goes_on or (start is not None and end is None and not ended)
        line = source.line((*location, "position") if title else location)
        yield Position(
            title or organization or "", organization if title else None, start, end, current, line
        )


def _first(entry: dict[str, Any], *keys: str) -> str | None:
    texts = (entry.get(key) for key in keys)
    return next((clean(text) for text in texts if isinstance(text, str) and clean(text)), None)


def _date(
    source: Structure, entry: dict[str, Any], key: str, location: Location
) -> tuple[Month | None, bool]:
    """A date, and whether the word for now stands in its place."""
    value = entry.get(key)
    if value is None or value == "":
        return None, False
    text = str(value) if isinstance(value, int) else value
    if isinstance(text, str):
        if is_now(text):
            return None, True
        if found := read_date(text):
            return found, False
    source.warn((*location, key), "Expected a date like 2023-04-15, 2023-04 or 2023.")
    return None, False
