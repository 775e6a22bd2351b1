"""The lines of an ad as words, each with its place, and where their sentences end; "skillsProficient" is two of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from cscareer.catalog.remembering import Remembered

STOP = "."  # the word that parts sentences
_TOKEN = re.compile(
    r"(?P<noon>\b[ap]\.m\b\.?|\bu\.s\b\.?(?:a\b\.?)?)|(?P<word>\d{1,2}:\d\d(?!\d)|\d{1,2}(?=[ap]\.?m\b|yrs?\b)|[^\W_]+(?:[.'’,][^\W_]+)*)|(?P<sign>[$%+])|(?P<stop>[.;!?•·➢▪●|~]|\n|\)(?=[A-Z][a-z]))",
    re.IGNORECASE,
)
_DASHES = frozenset("-–—")  # between blanks, one parts sentences
_SPAN = re.compile(
    r"\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE
)  # before which it doesn't
LONGEST_WORD = 40
_MOST_AROUND = 60  # words before and after one that are its sentence
_LONG = 150  # letters of a line; a longer one may have lost its line breaks: "skillsProficient in"
_PIECES = re.compile(
    r"[^\W_]+?(?:['’][^\W_]+?)*?(?=(?<=[a-z])(?=[A-Z][a-z])|(?<=[AP]M)(?=[A-Z][a-z])|(?<=[a-z]{3})(?=\d)|[.,]|\Z)"
)
_SECOND_PARTS = frozenset(
    {"app", "in", "script", "tube", "pal", "book", "base", "desk", "force", "edge", "point", "soft"}
)  # WhatsApp, LinkedIn
_KEPT = 5_000  # pieces of text that are kept as words: those of ads come again and again

_Place = tuple[str, int, int]  # a word, where it begins, and where it ends


class _Piece:
    """What stands between two blanks as words, each with its place in it; "experience.Strong" is the end of one sentence and the beginning of another."""

    __slots__ = ("ends", "starts", "words")

    def __init__(self, text: str, *, glued: bool) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if match.lastgroup == "word":
                self._take(match[0], start, glued=glued)
            elif match.lastgroup == "stop":
                self._stop(start, end)
            else:
                self._add(match[0].lower().replace(".", ""), start, end)

    def __iter__(self) -> Iterator[_Place]:
        return zip(self.words, self.starts, self.ends, strict=True)

    def _add(self, word: str, start: int, end: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def _stop(self, start: int, end: int) -> None:
        if not self.words or self.words[-1] != STOP:
            self._add(STOP, start, end)

    def _take(self, said: str, start: int, *, glued: bool) -> None:
        """A word, or several that lost what stood between them: "skillsProficient"."""
        whole = said.isalpha() and (said.islower() or said.istitle() or said.isupper())
        if whole or said.isdigit() or (not glued and said.isalnum()):
            self._add(said[:LONGEST_WORD].lower(), start, start + len(said))
            return
        if said[0].isdigit() and (not glued or ":" in said):
            self._add(said[:LONGEST_WORD].lower(), start, start + len(said))
            return
        for piece in _PIECES.finditer(said):
            before = said[piece.start() - 1 : piece.start()]
            if (
                piece.start()
                and (before not in {".", ","} or len(piece[0]) > 1 or piece[0].isdigit())
                and not (before in {".", ","} and said[0].isdigit() and piece[0][0].isdigit())
            ):
                if before not in {".", ","} and piece[0].lower() in _SECOND_PARTS:
                    self.words[-1] += piece[0].lower()
                    self.ends[-1] = start + piece.end()
                    continue
                self._stop(start + piece.start(), start + piece.start())
            word = piece[0].lower().replace("'", "").replace("’", "")
            if before in {".", ","} and self.words and self.words[-1] != STOP and said[0].isdigit():
                self.words[-1] += before + word
                self.ends[-1] = start + piece.end()
                continue
            self._add(word[:LONGEST_WORD], start + piece.start(), start + piece.end())


_WHOLE_PIECES: dict[str, tuple[_Place, ...]] = {}  # of short lines and of long ones, as met
_GLUED_PIECES: dict[str, tuple[_Place, ...]] = {}


class Words:
    """A text as words: lower case, one space around each, a dot between sentences, each with its place in the text."""

    __slots__ = ("ends", "joined", "places", "starts", "stops", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        glued = len(text) > _LONG
        pieces = _GLUED_PIECES if glued else _WHOLE_PIECES
        words, starts, ends = self.words, self.starts, self.ends
        at = free = 0  # where a piece begins, and from where on no dash has taken a blank
        for said in text.split(" "):
            if said in _DASHES and at > free and self._dash(text, at):
                free = at + 2
            elif said:
                piece = pieces.get(said)
                if piece is None:
                    piece = tuple(_Piece(said, glued=glued))
                    if len(pieces) < _KEPT and len(said) <= LONGEST_WORD:
                        pieces[said] = piece
                for word, start, end in piece:
                    if word != STOP or not words or words[-1] != STOP:
                        words.append(word)
                        starts.append(at + start)
                        ends.append(at + end)
            at += len(said) + 1
        self.places = list(accumulate([len(word) + 1 for word in words], initial=1))
        self.places.pop()  # where one more word would begin
        self.joined = f" {' '.join(words)} "
        self.stops = [index for index, word in enumerate(words) if word == STOP] if STOP in words else []

    def _dash(self, text: str, at: int) -> bool:
        """Whether a dash between blanks is the end of a sentence, as that of "Mon - Fri" is not."""
        if text[at + 1 : at + 2] != " " or _SPAN.match(text, at + 2):
            return False
        if not self.words or self.words[-1] != STOP:
            self.words.append(STOP)
            self.starts.append(at - 1)
            self.ends.append(at + 2)
        return True


words_of = Remembered(Words).__getitem__
"""A line as words, remembered."""


def sentence_of(words: Words, index: int) -> tuple[int, int]:
    """The first word of a word's sentence, and the end of its last; of an endless one what is near."""
    stops = words.stops
    at = bisect_left(stops, index)
    first = stops[at - 1] + 1 if at else 0
    last = stops[at] if at < len(stops) else len(words.words)
    return max(first, index - _MOST_AROUND), min(last, index + _MOST_AROUND)
