"""What the readers of JSON Resume and RenderCV share: a value whose parts have lines, and the prose in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cscareer.catalog.yaml_reader import KeyPath
from cscareer.documents.prose import WrittenLine, clean, parts, plain, unmark
from cscareer.errors import Problem

_NOT_PROSE = {
    "$schema", "address", "city", "countrycode", "custom_connections", "date", "doi", "email", "enddate", "end_date",
    "fluency", "id", "image", "isbn", "lastmodified", "level", "location", "meta", "network", "phone", "photo",
    "picture", "postalcode", "profiles", "region", "releasedate", "social_networks", "startdate", "start_date",
    "uri", "url", "username", "website",
}  # fmt: skip
_MOST_WARNINGS = 50
_AHEAD = 40  # lines within which a value's next line is looked for
_LONGEST_SEARCHED = (
    2_000  # characters of a line; a value of a longer one is said to stand where its list or mapping does
)
_LONGEST_STEP = 60


@dataclass
class Structure:
    """A file's value, where its parts stand, and what was wrong with it.

    The keys of the mapping at `titles` are the person's own words: a warning names longer ones by their place.
    """

    name: str
    value: Any
    lines: dict[KeyPath, int]
    texts: list[str]
    titles: KeyPath = ()
    warnings: list[Problem] = field(default_factory=list)

    def line(self, location: KeyPath) -> int:
        """The line of a value, or of the nearest thing around it."""
        around = (location[:end] for end in range(len(location), -1, -1))
        return next((self.lines[part] for part in around if part in self.lines), 1)

    def holds(self, number: int, words: str) -> bool:
        """Whether words stand in a line; in an endless one they aren't looked for."""
        text = self.texts[number - 1]
        return len(text) <= _LONGEST_SEARCHED and words in text

    def warn(self, location: KeyPath, message: str) -> None:
        """Notes a value of the wrong shape."""
        if len(self.warnings) < _MOST_WARNINGS:
            said = path_of(self._said(location))
            self.warnings.append(Problem(self.name, self.line(location), said, message))

    def _said(self, location: KeyPath) -> KeyPath:
        depth = len(self.titles)
        if not depth or len(location) == depth or location[:depth] != self.titles:
            return location
        if re.fullmatch("[a-z]{1,20}", str(location[depth])):  # one plain word, as most sections are called
            return location
        titles = self.value
        for step in self.titles:
            titles = titles[step]
        return (*self.titles, list(titles).index(location[depth]), *location[depth + 1 :])

    def mapping(self, value: Any, location: KeyPath, expected: str) -> dict[str, Any]:  # noqa: ANN401
        """A value that should be a mapping; anything else but null is noted."""
        if isinstance(value, dict):
            return value
        if value is not None:
            self.warn(location, f"Expected {expected}.")
        return {}

    def items(self, value: Any, location: KeyPath, expected: str) -> list[Any]:  # noqa: ANN401
        """A value that should be a list; one thing alone is noted and taken as a list of it."""
        if isinstance(value, list):
            return value
        if value is None:
            return []
        self.warn(location, f"Expected {expected}.")
        return [value] if isinstance(value, (str, dict)) and value else []

    def text(self, entry: dict[str, Any], key: str, location: KeyPath) -> str | None:
        """A mapping's text on one line, or None if it is absent, empty or no text (which is noted)."""
        value = entry.get(key)
        if isinstance(value, str):
            return clean(unmark(plain(value))) or None
        if value is not None:
            self.warn((*location, key), "Expected text.")
        return None


def path_of(location: KeyPath) -> str:
    """A path as JSON's tools write it: work[0].position."""
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{clean(step)[:_LONGEST_STEP]}" for step in location
    ).removeprefix(".")


def prose(source: Structure, value: Any, location: KeyPath) -> Iterator[WrittenLine]:  # noqa: ANN401
    """Every text in a value, in its order, but for addresses, dates, levels and names on networks."""
    if isinstance(value, str):
        yield from _written(source, value, location)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from prose(source, item, (*location, at))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key.casefold() not in _NOT_PROSE:
                yield from prose(source, item, (*location, key))


def _written(source: Structure, value: str, location: KeyPath) -> Iterator[WrittenLine]:
    stripped = value.strip()
    if " " not in stripped and ("://" in stripped or "@" in stripped[1:]):
        return
    number = source.line(location)
    for at, line in enumerate(parts(plain(value))):
        start = line.strip()[:30]
        if start:
            ahead = range(number + (1 if at else 0), min(number + _AHEAD, len(source.texts) + 1))
            number = next((index for index in ahead if source.holds(index, start)), number)
            yield WrittenLine(number, unmark(line))
