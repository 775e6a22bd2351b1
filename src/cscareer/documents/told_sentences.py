"""The sentences of paragraphs, each with the line in which it begins."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from cscareer.documents.prose import WrittenLine
from cscareer.documents.told_words import SENTENCE

_LONGEST_SENTENCE = 400
_MOST_NAMES = 4  # words of a name
_MOST_LINES = 40  # of a paragraph


def sentences(lines: Sequence[WrittenLine]) -> Iterator[tuple[str, int]]:
    """The sentences of paragraphs, each with the line in which it begins."""
    for paragraph in _paragraphs(lines):
        starts = list(accumulate((len(line.text) + 1 for line in paragraph), initial=0))
        at = 0
        for sentence in SENTENCE.split(" ".join(line.text for line in paragraph)):
            if len(sentence) <= _LONGEST_SENTENCE:
                yield sentence, paragraph[min(bisect_right(starts, at), len(paragraph)) - 1].number
            at += len(sentence) + 1


def _stands_alone(line: WrittenLine) -> bool:
    """Whether a line is a few words, each with a capital, and no sentence: the name over what somebody tells."""
    words = line.text.split()
    return len(words) <= _MOST_NAMES and all(word[0].isupper() for word in words) and words[-1][-1].isalpha()


def _paragraphs(lines: Sequence[WrittenLine]) -> Iterator[list[WrittenLine]]:
    paragraph: list[WrittenLine] = []
    for line in lines:
        apart = bool(paragraph) and (
            line.number != paragraph[-1].number + 1
            or len(paragraph) == _MOST_LINES
            or (len(paragraph) == 1 and _stands_alone(paragraph[0]) and line.text.strip()[:1].isupper())
        )
        if apart:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph
