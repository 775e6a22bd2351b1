"""The words of a text and their places: those that ran into each other parted, those broken at a line's end mended."""

import re
from bisect import bisect_right
from collections.abc import Collection
from itertools import accumulate

_WORD = re.compile(r"([^\W_]+|&)")
_GLUED = re.compile(r"[A-Z](?<=[a-z].)[a-z]")  # "skillsProficient": ads lose their line breaks
BROKEN = re.compile(r"[^\W\d_]- *\n *[^\W\d_]")


class CutWords:
    """The words of a text in small letters: `words[i]` stands at `starts[i]` to `ends[i]`, behind `gaps[i]`.

    `mended` says that one was broken at a line's end, and is one of the vocabulary.
    """

    def __init__(self, text: str, low: str, vocabulary: Collection[str]) -> None:
        self._text, self._low = text, low
        self.mended = False
        parts = _WORD.split(self._low)
        places = list(accumulate(map(len, parts), initial=0))
        self.words = parts[1::2]
        self.starts = places[1:-1:2]
        self.ends = places[2::2]
        self.gaps = parts[::2]  # before each word, and behind the last
        if "&" in self._low:
            self.words = ["and" if word == "&" else word for word in self.words]
        if glued := {bisect_right(self.starts, match.start()) - 1 for match in _GLUED.finditer(self._text)}:
            for index in sorted(glued, reverse=True):
                if self.words[index] not in vocabulary:
                    self._split(index)
        if "-\n" in self._low or "- \n" in self._low:
            self._mend(vocabulary)

    def _mend(self, vocabulary: Collection[str]) -> None:
        """Makes one word of those that are broken at a line's end."""
        for match in reversed(list(BROKEN.finditer(self._low))):
            index = bisect_right(self.starts, match.start()) - 1
            word = "".join(self.words[index : index + 2])
            if word in vocabulary:
                self.mended = True
                self.words[index : index + 2] = [word]
                del self.starts[index + 1], self.ends[index], self.gaps[index + 1]

    def _split(self, index: int) -> None:
        """Makes several words of one that capital letters begin anew in."""
        start, end = self.starts[index], self.ends[index]
        begins = [start, *(cut.start() for cut in _GLUED.finditer(self._text, start, end))]
        ends = [*begins[1:], end]
        self.words[index : index + 1] = [
            self._low[left:right] for left, right in zip(begins, ends, strict=True)
        ]
        self.starts[index : index + 1] = begins
        self.ends[index : index + 1] = ends
        self.gaps[index + 1 : index + 1] = [""] * (len(begins) - 1)


def lower(text: str) -> str:
    """The text in small letters, each at its own place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
