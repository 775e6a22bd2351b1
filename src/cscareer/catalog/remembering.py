"""What was worked out of short texts, remembered: people write the same words, headings, lines and bullets again and again.

This is what makes many texts quick to read. A reading that depends on nothing but a text is kept by that text, at the
smallest piece that it is of: a word, a line, a sentence with what stands close around it, a bullet. What is met for the first
time is read in full.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Read = TypeVar("Read")

_MOST = 4096  # texts; of one kind some MB at most
_LONGEST = 500  # characters of a text


class Kept(dict[Key, Read], Generic[Key, Read]):
    """Some readings; `most` are kept, and then it begins afresh, so that a stream takes no more and more memory."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most

    def keep(self, key: Key, read: Read) -> Read:
        """Keeps a reading and hands it back."""
        if len(self) >= self._most:
            self.clear()
        self[key] = read
        return read


class Remembered(Kept[str, Read]):
    """What a function makes of texts, by the text; worked out when it is first asked for.

    The function must go by its text alone. What it makes of a text of more than `longest` characters isn't kept.
    """

    def __init__(self, read: Callable[[str], Read], *, most: int = _MOST, longest: int = _LONGEST) -> None:
        super().__init__(most)
        self._read, self._longest = read, longest

    def __missing__(self, text: str) -> Read:
        read = self._read(text)
        return self.keep(text, read) if len(text) <= self._longest else read


def remembered(read: Callable[[str], Read]) -> Callable[[str], Read]:
    """The same function of a text, which works it out once where the text comes back."""
    return Remembered(read).__getitem__
