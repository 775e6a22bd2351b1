"""RenderCV's YAML: sections of any title, whose entries are told apart by their fields (https://docs.rendercv.com)."""

import re
from collections.abc import Iterator
from typing import Any

from cscareer.catalog.yaml_reader import KeyPath
from cscareer.documents.dates import is_now, read_date
from cscareer.documents.document import Document, HeaderLine, Month, Position, StatedSkill
from cscareer.documents.periods import find_period
from cscareer.documents.prose import clean, readable, unmark
from cscareer.documents.structure import Structure, prose
from cscareer.documents.words import Worded

_SKILL_SECTION = re.compile(
    r"skill|competenc|technolog|language|\btools\b|expertise|proficienc|qualification", re.IGNORECASE
)
_UNPAID_SECTION = re.compile(r"volunt|communit", re.IGNORECASE)
_LEVEL_WORDS = Worded(
    r"(?:(?:{level-words}|[abc][12]|[0-9]{1,2}\s?(?:/|of)\s?[0-9]{1,2}"
    r"|(?:(?:over|about)\s)?(?:[0-9]{1,2}(?:\.[0-9])?\+?|one|two|three|four|five|six|seven|eight|nine|ten)\s?(?:years?|yrs?\.?)"
    r"|since\s[0-9]{4})[\s,/-]*){1,5}\Z"
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]{1,60})\)\s*\Z")
_SEPARATOR = re.compile(r"[,;•|](?![^()]{0,200}\))")  # not inside brackets
_MOST_WORDS = 6
_LONGEST = 2000  # characters of a list on one line; the patterns above take too long on endless ones
_BULLETS = ("bullet", "number", "reversed_number", "name")


def is_rendercv(value: object) -> bool:
    """Whether a value has RenderCV's `cv` at its top."""
    return isinstance(value, dict) and "cv" in value


def read(source: Structure) -> Document:
    """The document of a value that `is_rendercv`; what has the wrong shape is warned of and passed over."""
    source.titles = ("cv", "sections")
    cv = source.mapping(source.value["cv"], ("cv",), "a mapping with name, sections …")
    for field in ("name", "headline", "label"):
        source.text(cv, field, ("cv",))
    entries = list(_entries(source, cv))
    skills = tuple(skill for title, at, entry in entries for skill in _skills(source, title, entry, at))
    positions = (
        _position(source, entry, at) for title, at, entry in entries if not _UNPAID_SECTION.search(title)
    )
    lines = readable(prose(source, cv, ("cv",)), source.name)
    found = tuple(position for position in positions if position)
    person, home = (_stated(source, cv, field) for field in ("name", "location"))
    return Document(
        source.name, "rendercv", lines, skills, found, tuple(source.warnings), person=person, home=home
    )


def _stated(source: Structure, cv: dict[str, Any], field: str) -> HeaderLine | None:
    text = cv.get(field)
    words = clean(unmark(text)) if isinstance(text, str) else None
    return HeaderLine(words, source.line(("cv", field))) if words else None


def _entries(source: Structure, cv: dict[str, Any]) -> Iterator[tuple[str, KeyPath, Any]]:
    """The entries of all sections, each with its section's title."""
    location: KeyPath = ("cv", "sections")
    sections = source.mapping(cv.get("sections"), location, "a mapping from titles to lists of entries")
    for title, entries in sections.items():
        for at, entry in enumerate(source.items(entries, (*location, title), "a list of entries")):
            if isinstance(entry, (str, dict)):
                yield title, (*location, title, at), entry
            else:
                source.warn((*location, title, at), "Expected text or an entry.")


def _skills(
    source: Structure, title: str, entry: str | dict[str, Any], location: KeyPath
) -> Iterator[StatedSkill]:
    if not _SKILL_SECTION.search(title):
        return
    if isinstance(entry, str):
        yield from _listed(entry, source.line(location))
    elif "label" in entry or "details" in entry:
        label = source.text(entry, "label", location)
        details = source.text(entry, "details", location)
        if label:
            level = details if details and len(details) <= _LONGEST and _LEVEL_WORDS.match(details) else None
            yield StatedSkill(label, level, source.line((*location, "label")))
            details = None if level else details
        if details:
            yield from _listed(details, source.line((*location, "details")))
    else:
        for key in _BULLETS:
            if text := source.text(entry, key, location):
                yield from _listed(text, source.line((*location, key)))


def _listed(text: str, line: int) -> Iterator[StatedSkill]:
    """The skills of a list on one line, "Zendesk, Excel (advanced)"; sentences are left out."""
    for part in _SEPARATOR.split(unmark(text)) if len(text) <= _LONGEST else ():
        words = clean(part).rstrip(".")
        level = match[1] if (match := _IN_BRACKETS.search(words)) and _LEVEL_WORDS.match(match[1]) else None
        name = words[: match.start()] if match and level else words
        name, colon, after = name.partition(": ")
        if colon and _LEVEL_WORDS.match(after):
            level = after
        elif colon:
            name = after
        if name.strip() and len(name.split()) <= _MOST_WORDS:
            yield StatedSkill(name.strip(), level, line)


def _position(source: Structure, entry: str | dict[str, Any], location: KeyPath) -> Position | None:
    """The position of an experience entry, which is one that has a company or a position."""
    if isinstance(entry, str) or not ("company" in entry or "position" in entry):
        return None
    title = source.text(entry, "position", location)
    organization = source.text(entry, "company", location)
    start, end, current = _dates(source, entry, location)
    if not (title or organization):
        return None
    line = source.line((*location, "position") if title else location)
    return Position(title or organization or "", organization if title else None, start, end, current, line)


def _dates(
    source: Structure, entry: dict[str, Any], location: KeyPath
) -> tuple[Month | None, Month | None, bool]:
    """Start, end, and whether it goes on; as in RenderCV, a start without an end goes on, and `date` is free text."""
    start, _ = _date(source, entry, "start_date", location)
    end, goes_on = _date(source, entry, "end_date", location)
    if start is None and end is None and isinstance(entry.get("date"), (str, int)):
        text = str(entry["date"])
        if period := find_period(text):
            return period.start, period.end, period.current
        one = read_date(text)
        return one, one, False
    return start, end, goes_on or (start is not None and end is None and entry.get("end_date") in (None, ""))


def _date(source: Structure, entry: dict[str, Any], key: str, location: KeyPath) -> tuple[Month | None, bool]:
    value = entry.get(key)
    if value is None or value == "":
        return None, False
    text = str(value)
    if is_now(text):
        return None, True
    if not isinstance(value, (str, int)) or (found := read_date(text)) is None:
        source.warn((*location, key), "Expected a date like 2023-04, 2023 or present.")
        return None, False
    return found, False
