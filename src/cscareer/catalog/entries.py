"""Entries as they stand in files, well-formed or not, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cscareer.catalog.models import Model
from cscareer.catalog.yaml_reader import KeyPath, said

FieldPath = tuple[str, ...]  # field names; * stands for each item of a list


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands in a file: its model, or the mapping as read where that is malformed.

    `key` is its place in the list where no key could be read; `faulty` holds the values already reported.
    """

    section: str
    key: str | int
    value: Any
    file: Path
    location: KeyPath
    faulty: frozenset[KeyPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an entry, at a place inside it."""

    entry: Written
    location: KeyPath
    message: str
    hint: str | None = None

    @property
    def field(self) -> str:
        """The place as a person reads it."""
        return said((self.entry.section, self.entry.key, *self.location))


Entries = Mapping[str, Mapping[str, Written]]


def texts(value: Any, path: FieldPath, location: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401
    """The texts at a path of a model, or of a mapping of any shape, each with its place."""
    for depth, step in enumerate(path, start=1):
        if step == "*":
            for index, item in enumerate(value if isinstance(value, list | tuple) else ()):
                yield from texts(item, path[depth:], (*location, index))
            return
        value = value_of(value, step)
        location = (*location, step)
    if isinstance(value, str):
        yield location, value


def value_of(value: Any, name: str) -> Any:  # noqa: ANN401
    """A field of a model, or what a mapping has under its name; None where there is nothing."""
    if isinstance(value, Model):
        return getattr(value, name, None)
    return value.get(name) if isinstance(value, dict) else None


def judged(entry: Written, path: FieldPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts at a path of an entry about which nothing has been said yet."""
    return (found for found in texts(entry.value, path) if found[0] not in entry.faulty)
