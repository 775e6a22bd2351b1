"""Lines of JSON read one after the other, of a stream of any length."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, TypeVar

from cscareer.catalog.reading import RefusedError
from cscareer.catalog.yaml_reader import KeyPath
from cscareer.documents import json_reader
from cscareer.errors import Problem, UnreadableError

Read = TypeVar("Read")

MOST_LINE_BYTES = 1_000_000
_MARKS = {b"\xff\xfe": "is UTF-16", b"\xfe\xff": "is UTF-16", b"\x1f\x8b": "is compressed"}


class BadLineError(Exception):
    """A line that can't be used, with what is wrong with it, and where in it."""

    def __init__(self, message: str, field: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.field, self.hint = message, field, hint


def read_lines(
    stream: BinaryIO, name: str, hints: Mapping[str, str], read: Callable[[str, int], Read], *, first: int = 1
) -> Iterator[Read | Problem]:
    """What is read from each line, or what is wrong with it; empty lines are passed over. Holds one line at a time.

    Args:
        stream: the lines.
        name: stands for the stream in messages, which never hold its content.
        hints: what to do about a stream that is no text, by what it is.
        read: reads a line's text, given its number; raises BadLineError.
        first: the number of the first line, for the part of a file.

    Raises:
        UnreadableError: the stream breaks off, or isn't text of this kind at all.
    """
    for number, content in numbered_lines(stream, name, first=first):
        try:
            text = line_text(content, name, hints, first=number == 1)
            if text.strip():
                yield read(text, number)
        except BadLineError as bad:
            yield Problem(name, number, bad.field, bad.message, bad.hint)


def object_of(text: str, expected: str) -> tuple[dict[str, Any], dict[KeyPath, int]]:
    """The JSON object of a line, and where its values stand; `expected` says which objects are read.

    Raises:
        BadLineError: it is broken, or no object.
    """
    try:
        value, lines = json_reader.parse(text)
    except RefusedError as refused:
        message = f"{refused.message[:1].upper()}{refused.message[1:]}."
        own = None if refused.hint == json_reader.MORE_THAN_ONE else refused.hint
        raise BadLineError(message, hint=own or "Each line is one JSON object.") from None
    if not isinstance(value, dict):
        raise BadLineError(expected, hint="`jq -c '.[]'` turns a list into lines.")
    return value, lines


def numbered_lines(stream: BinaryIO, name: str, *, first: int = 1) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long, which is gone through and not held.

    Raises:
        UnreadableError: the stream breaks off.
    """
    number = first - 1
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
