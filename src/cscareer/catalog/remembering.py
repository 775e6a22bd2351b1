"""What was worked out of a short text, remembered: people write the same words, headings, lines and bullets again and again.

This is what makes many texts quick to read. A reading that depends on nothing but a text is `remembered` by that text, at the
smallest piece that it is of: a word, a line, a sentence, a bullet. A text met for the first time is read in full.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Piece = TypeVar("Piece", bound=Hashable)
Read = TypeVar("Read")

_MOST = 4096  # texts; of one kind some MB at most
_LONGEST = 500  # characters of a text


class Remembered(dict[Piece, Read], Generic[Piece, Read]):
    """What a function makes of each text, by the text; worked out when it is first asked for.

    So many are kept at most and then it begins afresh, and none that is longer than `longest`, so that it takes little memory.
    """

    def __init__(
        self, read: Callable[[Piece], Read], size: Callable[[Piece], int], most: int, longest: int
    ) -> None:
        self._read, self._size, self._most, self._longest = read, size, most, longest

    def __missing__(self, piece: Piece) -> Read:
        made = self._read(piece)
        if self._size(piece) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[piece] = made
        return made


def by_text(
    read: Callable[[str], Read], *, most: int = _MOST, longest: int = _LONGEST
) -> Remembered[str, Read]:
    """What a function makes of texts, as a mapping; the function must go by its text alone."""
    return Remembered(read, len, most, longest)


def remembered(read: Callable[[str], Read]) -> Callable[[str], Read]:
    """The same function, which works out a text that comes back once."""
    return by_text(read).__getitem__
