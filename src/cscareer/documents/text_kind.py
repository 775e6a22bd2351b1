"""Whether a text is a job ad or a resume, by what stands there: in doubt neither is said."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import KindMark, TextKind
from cscareer.documents.periods import find_period

_MOST_LINES = 400  # of a longer text its beginning tells
_MOST_LETTERS = 500  # of a line
_FEWEST_WORDS = 15  # of which a share says something
_PERIODS = 2  # spans of dates, as of jobs held, that make a resume
_SURE_AD = (
    3  # marks of an ad in a text without any of a resume, of which how it addresses people counts twice
)
_ODD = {2: 2, 1: 1, 0: 0}  # marks of an ad that a resume with so many signs of its own may have
_WORD = re.compile(r"\w+")


class TextKinds:
    """Tells ads from resumes by the marks of the data."""

    def __init__(self, catalog: Catalog) -> None:
        self._marks = [
            (mark, _any_of(mark.words), _first_words(mark.words)) for mark in catalog.kind_marks.values()
        ]

    def marks(self, lines: Iterable[str]) -> tuple[KindMark, ...]:
        """The marks that a text has."""
        text = "\n".join(line[:_MOST_LETTERS] for line in islice(lines, _MOST_LINES)).casefold()
        text = text.replace("\u2019", "'")
        words = _WORD.findall(text)
        there = frozenset(words)
        return tuple(
            mark
            for mark, pattern, firsts in self._marks
            if not firsts.isdisjoint(there) and _has(mark, pattern, text, len(words))
        )

    def of(self, lines: Sequence[str]) -> TextKind | None:
        """What a text is; None where it isn't sure.

        A resume has dates of jobs, or speaks as "I", and hardly a word of hiring (with one date alone, none); an ad has several
        kinds of such words, and neither of these.
        """
        marks = self.marks(lines)
        of_ad = sum(mark.kind is TextKind.AD for mark in marks)
        dated = sum(find_period(line[:_MOST_LETTERS]) is not None for line in lines[:_MOST_LINES])
        of_resume = (dated >= _PERIODS) + (len(marks) > of_ad)
        twice = sum(mark.share is not None for mark in marks)
        if not of_resume and not dated and of_ad + twice >= _SURE_AD:
            return TextKind.AD
        return TextKind.RESUME if (of_resume or dated) and of_ad <= _ODD[of_resume] else None


def _has(mark: KindMark, pattern: re.Pattern[str], text: str, words: int) -> bool:
    if mark.share is None:
        return pattern.search(text) is not None
    return words >= _FEWEST_WORDS and len(pattern.findall(text)) * 100 >= mark.share * words


def _first_words(said: Iterable[str]) -> frozenset[str]:
    """The words of which one stands in a text wherever any of these is said."""
    return frozenset(_WORD.findall(each)[0] for each in said)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    said = sorted((r"\s{1,3}".join(map(re.escape, each.split())) for each in words), key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(said)})(?![\w'])")
