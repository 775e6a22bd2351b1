"""Text as it is meant, whatever signs it is written with, and where each letter of it stands in the text as written."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SPACES = "\t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2043\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032", "'"),
    **dict.fromkeys("\u2122\u2120", " "),  # NFKC would glue "TM" to the word before
}
_LIST_SIGN = "\u2022"
_PRIVATE = range(0xF000, 0xF100)  # signs of symbol fonts, which lists begin with
_SPACE = re.compile(f"[{_SPACES}]")
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")
_ODD = re.compile("[^\n\x20-\x7e]")
_END = re.compile("\u00ad[\\s\u200b-\u200f\ufeff]*\\Z")


class Legible(NamedTuple):
    """A text as it is meant. `cuts` are the places from which on letters stand `shifts` further on in the original."""

    text: str
    cuts: Sequence[int] = (0,)
    shifts: Sequence[int] = (0,)

    def place(self, place: int) -> int:
        """Where the letter at a place stands in the original; of the text's end, the original's."""
        return place + self.shifts[bisect_right(self.cuts, place) - 1]


def legible(text: str) -> Legible:
    """A line as it is meant.

    Compatibility signs become plain ones (NFKC), ligatures letters, hyphens and apostrophes alike, odd spaces spaces (a
    tab stays one); what isn't seen goes, and a soft hyphen at the end becomes a hyphen.
    """
    if (text.isascii() and text.isprintable()) or _ODD.search(text) is None:
        return Legible(text)
    end = _END.search(text)
    last_hyphen = end.start() if end else -1
    parts: list[str] = []
    cuts, shifts = [0], [0]
    size = reached = 0
    for start, stop in _groups(text):
        plain = text[reached:start]
        parts.append(plain)
        size += len(plain)
        meant = "-" if start == last_hyphen else _meant(text[start:stop])
        if start - size != shifts[-1]:
            cuts.append(size)
            shifts.append(start - size)
        for at in range(1, len(meant)):  # several letters of one sign all stand where it does
            cuts.append(size + at)
            shifts.append(start - size - at)
        parts.append(meant)
        size += len(meant)
        reached = stop
        if stop - size != shifts[-1]:
            cuts.append(size)
            shifts.append(stop - size)
    parts.append(text[reached:])
    return Legible("".join(parts), cuts, shifts)


def _groups(text: str) -> Iterable[tuple[int, int]]:
    """Where the signs stand that need a look, each with the marks that belong to it, without overlap."""
    reached = 0
    for match in _ODD.finditer(text):
        start, stop = match.span()
        if start < reached:
            continue
        if unicodedata.combining(text[start]) and start > reached:
            start -= 1  # the letter that the mark belongs to
        while stop < len(text) and unicodedata.combining(text[stop]):
            stop += 1
        reached = stop
        yield start, stop


def _meant(group: str) -> str:
    if len(group) == 1:
        if group == "\t":
            return group
        if _SPACE.match(group):
            return " "
        if _UNSEEN_SIGN.match(group):
            return ""
        if group in _SIGNS:
            return _SIGNS[group]
        if ord(group) in _PRIVATE:
            return _LIST_SIGN
    return unicodedata.normalize("NFKC", group)
