"""The words of the data by which documents are read, within the patterns that look for them."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, TypeVar

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.remembering import Remembered

Read = TypeVar("Read")

_LIST = re.compile(r"\{([a-z][a-z-]+)\}")
_SIGNS = {"-": "[- ]", ".": r"\.?", "'": "['’]?", "(": "(?:", ")": ")?", "+": r"\+"}  # of a word of the data
_NOTHING = "(?!)"  # what a list without words takes


class DocumentWords:
    """The lists of words of a catalog, and what they were made into: patterns, and readings of texts."""

    def __init__(self, catalog: Catalog) -> None:
        self._lists = {key: f"(?:{any_of(entry.words)})" for key, entry in catalog.document_lists.items()}
        self._patterns: dict[Worded, re.Pattern[str]] = {}
        self._readings: dict[object, Remembered[Any]] = {}

    def pattern(self, worded: "Worded") -> re.Pattern[str]:
        """A pattern with the words in it, made when it is first asked for."""
        pattern = self._patterns.get(worded)
        if pattern is None:
            shape = _LIST.sub(lambda named: self._lists.get(named[1], _NOTHING), worded.shape)
            pattern = self._patterns[worded] = re.compile(shape, worded.flags)
        return pattern

    def readings(self, read: Callable[[str], Read]) -> Remembered[Read]:
        """What a function made of texts by these words."""
        known = self._readings.get(read)
        if known is None:
            known = self._readings[read] = Remembered(read)
        return known


_IN_USE: ContextVar[DocumentWords] = ContextVar("document words")


@contextmanager
def words_of(catalog: Catalog | None) -> Iterator[None]:
    """Reads by the words of a catalog; where none is given, by those in use, or of the layers that the environment names."""
    words = catalog.once(DocumentWords) if catalog is not None else _in_use()
    before = _IN_USE.set(words)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def _in_use() -> DocumentWords:
    return _IN_USE.get(None) or _of_environment()


@cache
def _of_environment() -> DocumentWords:
    return load_catalog().once(DocumentWords)


class Worded:
    """A regular expression in whose `shape` the id of a list in braces stands for any of its words: "{title-nouns}"."""

    def __init__(self, shape: str, flags: int = re.IGNORECASE) -> None:
        self.shape, self.flags = shape, flags

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that fits."""
        return _in_use().pattern(self).search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The beginning of a text, if it fits."""
        return _in_use().pattern(self).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole of a text, if it fits."""
        return _in_use().pattern(self).fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places that fit."""
        return _in_use().pattern(self).finditer(text)

    def sub(self, put: str, text: str) -> str:
        """The text with something else in all places that fit."""
        return _in_use().pattern(self).sub(put, text)


def remembered(read: Callable[[str], Read]) -> Callable[[str], Read]:
    """The same function of a text, which works it out once for the words in use where the text comes back."""
    return lambda text: _in_use().readings(read)[text]


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words of the data, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join("".join(_SIGNS.get(letter, letter) for letter in word) for word in longest_first)
