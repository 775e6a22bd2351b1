"""Lines of JSON read one after the other, of a stream of any length."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from cscareer.errors import UnreadableError

MOST_LINE_BYTES = 1_000_000
_MARKS = {b"\xff\xfe": "is UTF-16", b"\xfe\xff": "is UTF-16", b"\x1f\x8b": "is compressed"}


class BadLineError(Exception):
    """A line that can't be used, with what is wrong with it, and where in it."""

    def __init__(self, message: str, field: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.field, self.hint = message, field, hint


def numbered_lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long, which is gone through and not held.

    Raises:
        UnreadableError: the stream breaks off.
    """
    number = 0
    try:
        while line := stream.readline(MOST_LINE_BYTES + 1):
            number += 1
            if len(line) <= MOST_LINE_BYTES:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_LINE_BYTES)
            yield number, None
    except OSError as error:
        raise UnreadableError(f"{name} can't be read: {error.strerror}.") from None


def line_text(content: bytes | None, name: str, hints: Mapping[str, str], *, first: bool) -> str:
    """The text of a line; `hints` say what to do about a stream that is no text, by what it is.

    Raises:
        BadLineError: it is too long, or not UTF-8.
        UnreadableError: the stream isn't text of this kind at all.
    """
    if content is None:
        raise BadLineError(f"Longer than {MOST_LINE_BYTES // 1_000_000} MB.")
    for mark, what in _MARKS.items() if first else ():
        if content.startswith(mark):
            raise UnreadableError(f"{name} {what}, not lines of JSON.", hint=hints[what])
    try:
        return content.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError:
        raise BadLineError("Not UTF-8.") from None
