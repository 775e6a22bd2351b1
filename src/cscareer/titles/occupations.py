"""Which occupation a title belongs to, by how the titles that O*NET lists end."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from cscareer.catalog.layers import built_in_path
from cscareer.catalog.reading import read_text

FOLDER, ENDINGS, OCCUPATIONS = "titles", "endings.csv", "occupations.csv"
BETWEEN = ";"  # the endings of an occupation
MOST_WORDS = 5  # of an ending
MOST_BYTES = 20_000_000


class Occupations:
    """Looks an occupation (six digits of the SOC) up by the words a title ends with; reads its files when first asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = built_in_path() / FOLDER if folder is None else folder

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each occupation is called, by code."""
        rows = csv.reader(read_text(self._folder / OCCUPATIONS, MOST_BYTES).splitlines()[1:])
        return {row[0]: row[1] for row in rows}

    @cached_property
    def _endings(self) -> dict[str, str]:
        lines = read_text(self._folder / ENDINGS, MOST_BYTES).splitlines()[1:]
        apart = (line.partition(",") for line in lines)
        return {ending: code for code, _, endings in apart for ending in endings.split(BETWEEN)}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for ending in self._endings for word in ending.split())

    def has_word(self, word: str) -> bool:
        """Whether a known ending has this word."""
        return word in self._words

    def find(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The occupation that titles with the longest known ending belong to, and how many words that has."""
        return longest_ending(self._endings, words)


def longest_ending(endings: Mapping[str, str], words: Sequence[str]) -> tuple[str, int] | None:
    """The value of the longest ending of these words that is known, and how many words it has."""
    for count in range(min(len(words), MOST_WORDS), 0, -1):
        if code := endings.get(" ".join(words[-count:])):
            return code, count
    return None


def singular(words: Iterable[str]) -> list[str]:
    """The words with the last one in the singular, as a title of one person has it."""
    *others, last = words
    if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")):  # noqa: PLR2004
        last = f"{last[:-3]}y" if last.endswith("ies") else last[:-1]
    return [*others, last]
