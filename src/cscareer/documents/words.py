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
        self.patterns = _Patterns(catalog)
        self.readings = _Readings()
        self.livelihoods = {verb: each.title for each in catalog.livelihoods.values() for verb in each.verbs}


class _Patterns(dict["Worded", re.Pattern[str]]):
    """Each pattern with the words in it, made when it is first asked for; each line is asked for dozens of them."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._lists = {key: f"(?:{any_of(entry.words)})" for key, entry in catalog.document_lists.items()}
        verbs = any_of(verb for each in catalog.livelihoods.values() for verb in each.verbs)
        self._lists["livelihoods"] = f"(?:{verbs or _NOTHING})"

    def __missing__(self, worded: "Worded") -> re.Pattern[str]:
        shape = _LIST.sub(lambda named: self._lists.get(named[1], _NOTHING), worded.shape)
        pattern = self[worded] = re.compile(shape, worded.flags)
        return pattern


class _Readings(dict[Callable[[str], Any], Remembered[Any]]):
    """What each function made of texts by these words."""

    def __missing__(self, read: Callable[[str], Any]) -> Remembered[Any]:
        known = self[read] = Remembered(read)
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

    @property
    def ready(self) -> re.Pattern[str]:
        """The pattern with the words in use."""
        return (_IN_USE.get(None) or _of_environment()).patterns[self]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that fits."""
        return (_IN_USE.get(None) or _of_environment()).patterns[self].search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The beginning of a text, if it fits."""
        return (_IN_USE.get(None) or _of_environment()).patterns[self].match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole of a text, if it fits."""
        return (_IN_USE.get(None) or _of_environment()).patterns[self].fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places that fit."""
        return (_IN_USE.get(None) or _of_environment()).patterns[self].finditer(text)

    def sub(self, put: str, text: str) -> str:
        """The text with something else in all places that fit."""
        return (_IN_USE.get(None) or _of_environment()).patterns[self].sub(put, text)


def called_by(verb: str) -> str:
    """What somebody is called who did for a living what a verb of the livelihoods says."""
    return (_IN_USE.get(None) or _of_environment()).livelihoods[verb.casefold()]


def remembered(read: Callable[[str], Read]) -> Callable[[str], Read]:
    """The same function of a text, which works it out once for the words in use where the text comes back."""
    # Looked up in one step each, without a call between: this is asked for each line dozens of times.
    return lambda text: (_IN_USE.get(None) or _of_environment()).readings[read][text]


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words of the data, the longest first.

    They stand together by their first letter, so that not each of hundreds is tried wherever a word may begin.
    """
    together = dict[str, list[str]]()
    longest_first = sorted(words, key=len, reverse=True)
    if not all(word[:1].isalpha() for word in longest_first):
        return "|".join(map(_taken, longest_first))
    for word in longest_first:
        together.setdefault(word[0].lower(), []).append(word)
    return "|".join(
        f"{first}(?:{'|'.join(_taken(word[1:]) for word in those)})" for first, those in together.items()
    )


def _taken(word: str) -> str:
    return "".join(_SIGNS.get(letter, letter) for letter in word)
