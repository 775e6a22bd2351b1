"""JSON Resume of version 1 and older (https://jsonresume.org/schema) and its dialects, in JSON or in YAML.

Dialects name sections and fields otherwise (`experience`, capital letters, `technicalSkills`), or keep them under
`sections.*.items` as Reactive Resume does (https://docs.rxresu.me).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cscareer.catalog.yaml_reader import KeyPath
from cscareer.documents.dates import is_now, read_date
from cscareer.documents.document import Document, HeaderLine, Month, Position, StatedSkill
from cscareer.documents.periods import find_period
from cscareer.documents.prose import clean, plain, readable, unmark
from cscareer.documents.structure import Structure, prose
from cscareer.errors import Problem

# The sections that are lists of entries, and the lists of words in these entries.
_SECTIONS = {
    "work": ("highlights", "keywords"), "volunteer": ("highlights",), "education": ("courses",), "awards": (),
    "certificates": (), "publications": (), "skills": ("keywords",), "languages": (), "interests": ("keywords",),
    "references": (), "projects": ("highlights", "keywords", "roles"),
}  # fmt: skip
_BASICS = ("basics", "bio")  # bio in the oldest layout
# What dialects call a section, folded: small letters and digits alone.
_OTHER_NAMES = {
    "experience": "work", "experiences": "work", "workexperience": "work", "workexperiences": "work",
    "professionalexperience": "work", "employment": "work", "employmenthistory": "work", "workhistory": "work",
    "jobs": "work", "career": "work", "positions": "work",
    "skill": "skills", "technicalskills": "skills", "softskills": "skills", "hardskills": "skills",
    "keyskills": "skills", "coreskills": "skills", "competencies": "skills", "corecompetencies": "skills",
    "tools": "skills", "technologies": "skills",
    "language": "languages", "certifications": "certificates", "certification": "certificates",
    "licenses": "certificates", "volunteering": "volunteer", "volunteerexperience": "volunteer",
    "award": "awards", "honors": "awards", "interest": "interests", "hobbies": "interests",
    "reference": "references", "project": "projects", "publication": "publications",
    "summary": "basics", "profile": "basics", "about": "basics", "aboutme": "basics", "objective": "basics",
    "basic": "basics", "personal": "basics", "headline": "basics",
}  # fmt: skip
_NOT_READ = {  # what says nothing of a person's work
    "schema", "meta", "metadata", "picture", "theme", "layout", "custom", "customsections", "profiles", "id", "title",
    "version", "created", "modified", "slug", "userid", "public", "template", "locked", "settings",
}  # fmt: skip
_TEXTS = ("position", "name", "company", "organization", "institution", "title", "summary", "description")
_TITLES = ("position", "title", "role", "jobtitle", "job")
_FIRMS = ("name", "company", "organization", "employer", "companyname")
_STARTS = ("startdate", "start", "from", "datefrom", "startedat", "begin")
_ENDS = ("enddate", "end", "to", "dateto", "endedat", "until")
_SPANS = ("date", "dates", "period", "daterange", "duration")
_MOST_LEVEL = 5  # Reactive Resume's levels go from 0 to 5


class _Section(NamedTuple):
    """A part of the document: what it is, where it stands, and its value."""

    kind: str
    location: KeyPath
    value: Any
    is_dialect: bool


def is_json_resume(value: object) -> bool:
    """Whether a value has a section of JSON Resume, or of a dialect of it, at its top."""
    return isinstance(value, dict) and (
        any(_kind(key) for key in value) or isinstance(value.get("sections"), dict)
    )


def is_more_than_skills(value: object) -> bool:
    """Whether a value has a section of JSON Resume other than skills, which other forms have too."""
    return isinstance(value, dict) and any(key in value for key in (*_SECTIONS, *_BASICS) if key != "skills")


def read(source: Structure) -> Document:
    """The document of a value that `is_json_resume`; what has the wrong shape is warned of and passed over."""
    sections = list(_sections(source))
    for section in sections:
        _check(source, section)
    skills: list[StatedSkill] = []
    positions: list[Position] = []
    for section in sections:
        if section.kind == "skills":
            skills += _skills(source, section)
        elif section.kind == "languages":
            skills += _languages(source, section)
        elif section.kind == "work":
            positions += _positions(source, section)
    written = [line for section in sections for line in prose(source, section.value, section.location)]
    lines = readable(written, source.name)
    basics = [each for each in sections if each.kind in _BASICS and isinstance(each.value, dict)]
    return Document(
        source.name,
        "json-resume",
        lines,
        tuple(skills),
        tuple(positions),
        tuple(source.warnings),
        person=next((found for each in basics if (found := _stated_line(source, each, "name"))), None),
        home=next((found for each in basics if (found := _home(source, each))), None),
    )


def _stated_line(source: Structure, section: _Section, *keys: str) -> HeaderLine | None:
    """The text under one of these keys, with its line."""
    for key in keys:
        text = section.value.get(key)
        if isinstance(text, str) and (words := clean(plain(text))):
            return HeaderLine(words, source.line((*section.location, key)))
    return None


def _home(source: Structure, section: _Section) -> HeaderLine | None:
    """The town of the basics: a text, or city and region."""
    where = section.value.get("location")
    if not isinstance(where, dict):
        return _stated_line(source, section, "location")
    parts = [where.get(key) for key in ("city", "region")]
    words = ", ".join(clean(plain(part)) for part in parts if isinstance(part, str) and clean(part))
    country = where.get("countryCode") or where.get("country") or "US"
    at_home = isinstance(country, str) and country.upper() in {"US", "USA"}
    return HeaderLine(words, source.line((*section.location, "location"))) if words and at_home else None


def _folded(key: object) -> str:
    return "".join(filter(str.isalnum, key.casefold())) if isinstance(key, str) else ""


def _kind(key: object) -> str | None:
    """Which section a key names, in any case and under any name we know."""
    folded = _folded(key)
    return folded if folded in (*_SECTIONS, *_BASICS) else _OTHER_NAMES.get(folded)


def _sections(source: Structure) -> Iterator[_Section]:
    """The sections there are; one that isn't read is warned of, by its place."""
    for key, value in source.value.items():
        if key == "sections" and isinstance(value, dict):
            for name, part in value.items():
                yield from _section(source, name, part, ("sections", name), is_dialect=True)
        else:
            yield from _section(source, key, value, (key,), is_dialect=key not in (*_SECTIONS, *_BASICS))


def _section(
    source: Structure,
    key: object,
    value: Any,  # noqa: ANN401
    location: KeyPath,
    *,
    is_dialect: bool,
) -> Iterator[_Section]:
    kind = _kind(key)
    if isinstance(value, dict) and isinstance(value.get("items"), list) and kind != "basics":
        value, location = value["items"], (*location, "items")
    elif isinstance(value, dict) and isinstance(value.get("content"), str) and is_dialect:
        value, location = value["content"], (*location, "content")
    if kind is not None:
        yield _Section(kind, location, value, is_dialect)
    elif _folded(key) not in _NOT_READ and any(True for _ in prose(source, value, location)):
        # A name nobody agreed on may hold what is nobody's business; its line says enough.
        source.warnings.append(
            Problem(
                source.name, source.line(location), None, "This section isn't one we know, so it isn't read."
            )
        )


def _check(source: Structure, section: _Section) -> None:
    """Warns of what has the wrong shape; a dialect may write a section of words as plain texts."""
    plainly = section.is_dialect and isinstance(section.value, str)
    if section.kind in _BASICS:
        if not plainly:
            basics = source.mapping(section.value, section.location, "an object with name, label, summary …")
            for field in ("name", "label", "summary"):
                source.text(basics, field, section.location)
        return
    for at, entry in enumerate(source.items(section.value, section.location, "a list of objects")):
        location: KeyPath = (*section.location, at)
        if isinstance(entry, dict):
            _check_entry(source, section.kind, entry, location)
        elif not (section.is_dialect and isinstance(entry, str)):
            source.warn(location, "Expected an object.")


def _check_entry(source: Structure, kind: str, entry: dict[str, Any], location: KeyPath) -> None:
    for field in _TEXTS:
        source.text(entry, field, location)
    for field in _SECTIONS[kind]:
        words = source.items(entry.get(field), (*location, field), "a list of texts")
        for index, word in enumerate(words):
            if not isinstance(word, str):
                source.warn((*location, field, index), "Expected text.")


def _list(value: object) -> list[Any]:
    """What `_check` has let pass as a list."""
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, (str, dict)) and value else []


def _skills(source: Structure, section: _Section) -> Iterator[StatedSkill]:
    for at, entry in enumerate(_list(section.value)):
        location: KeyPath = (*section.location, at)
        if isinstance(entry, dict):
            level = _level(entry.get("level"), section)
            yield from _stated(entry.get("name"), level, source.line((*location, "name")))
            for index, word in enumerate(_list(entry.get("keywords"))):
                yield from _stated(word, level, source.line((*location, "keywords", index)))
        else:
            yield from _stated(entry, None, source.line(location))


def _languages(source: Structure, section: _Section) -> Iterator[StatedSkill]:
    for at, entry in enumerate(_list(section.value)):
        if isinstance(entry, dict):
            key = "language" if "language" in entry else "name"
            level = _level(entry.get("fluency", entry.get("description", entry.get("level"))), section)
            yield from _stated(entry.get(key), level, source.line((*section.location, at, key)))


def _stated(name: object, level: str | None, line: int) -> Iterator[StatedSkill]:
    """A skill of that name, as its line reads in the document's prose; nothing where it is no text."""
    if isinstance(name, str) and (words := clean(unmark(plain(name)))):
        yield StatedSkill(words, level, line)


def _level(value: object, section: _Section) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if section.location[0] == "sections":  # a number of dots; none means that it isn't said
            return f"{value:g}/{_MOST_LEVEL}" if value else None
        return str(value)
    return clean(value) or None if isinstance(value, str) else None


def _positions(source: Structure, section: _Section) -> Iterator[Position]:
    for at, entry in enumerate(_list(section.value)):
        if not isinstance(entry, dict):
            continue
        location: KeyPath = (*section.location, at)
        keys = {_folded(key): key for key in reversed(entry)}
        title, organization = _first(entry, keys, _TITLES), _first(entry, keys, _FIRMS)
        start, end, current = _span(source, entry, keys, location)
        if not (title or organization):
            continue
        line = source.line((*location, keys["position"]) if title and "position" in keys else location)
        yield Position(
            title or organization or "", organization if title else None, start, end, current, line
        )


def _span(
    source: Structure, entry: dict[str, Any], keys: dict[str, str], location: KeyPath
) -> tuple[Month | None, Month | None, bool]:
    """Start, end, and whether a job goes on: from two fields, or from one that holds the whole span."""
    starts, ends, spans = (
        next((keys[name] for name in names if name in keys), names[0]) for names in (_STARTS, _ENDS, _SPANS)
    )
    whole = entry.get(spans)
    if isinstance(whole, dict) and starts not in entry and ends not in entry:  # {"start": …, "end": …}
        entry, location = whole, (*location, spans)
        keys = {_folded(key): key for key in reversed(entry)}
        starts, ends = (
            next((keys[name] for name in names if name in keys), names[0]) for names in (_STARTS, _ENDS)
        )
    if starts not in entry and isinstance(whole, str) and whole.strip():
        if period := find_period(plain(whole)):
            return period.start, period.end, period.current
        source.warn((*location, spans), "Expected a span like March 2019 – May 2021.")
        return None, None, False
    start, _ = _date(source, entry, starts, location)
    end, goes_on = _date(source, entry, ends, location)
    # No end means that it goes on, unless an end is given that can't be read.
    ended = isinstance(entry.get(ends), str) and bool(entry[ends].strip())
    return start, end, goes_on or (start is not None and end is None and not ended)


def _first(entry: dict[str, Any], keys: dict[str, str], names: tuple[str, ...]) -> str | None:
    texts = (entry.get(keys[name]) for name in names if name in keys)
    return next((clean(plain(text)) for text in texts if isinstance(text, str) and clean(text)), None)


def _date(source: Structure, entry: dict[str, Any], key: str, location: KeyPath) -> tuple[Month | None, bool]:
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
