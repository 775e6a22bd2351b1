"""Many job titles, one a line, or a column of CSV or of JSON lines: read one after the other, in constant memory."""

import csv
import json
from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from cscareer.errors import Problem, UnreadableError, UsageError

_MOST_LINE_BYTES = 1_000_000
_CHUNK = 1 << 16  # bytes read at a time, at most
_LONGEST_TITLE = 1_000  # letters; what is longer is some other text


class TitleRow(NamedTuple):
    """A title and the number of its line, from 1."""

    line: int
    title: str


class _BadLine(NamedTuple):
    line: int
    message: str


_Line = tuple[int, str]


class TitleRows:
    """The titles of a stream, one after the other; `drained` tells when the next one may have to be waited for.

    `blank` counts the lines gone through so far that hold nothing.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        column: str | None,
        *,
        first: int = 1,
        as_json: bool | None = None,
    ) -> None:
        """Takes what to read.

        Args:
            stream: bytes of text, one title a line where there is no column.
            name: what it is called in messages, which never hold its content.
            column: the column of CSV with a header, or the key of JSON lines.
            first: the number of the first line, for the part of a file.
            as_json: whether a column is one of JSON lines; when None, it is where the first line begins with a brace.
        """
        self._stream, self._name, self._column = stream, name, column
        self._first, self._as_json = first, as_json
        self.drained, self.blank = False, 0

    def __iter__(self) -> Iterator[TitleRow | Problem]:
        """The title of each line that isn't empty, or what is wrong with the line.

        Raises:
            UnreadableError: the stream breaks off.
            UsageError: there is no such column.
        """
        name, column = self._name, self._column
        lines = self._written()
        first = next(lines, None)
        if first is None:
            return
        whole = chain([first], lines)
        read: Iterator[_Line | _BadLine]
        if column is None:
            read = whole
        elif self._is_json(first):
            read = _each(whole, lambda line: _of_json(line, column))
        else:
            read = _of_csv(whole, name, column)
        for entry in read:
            if isinstance(entry, _BadLine):
                yield Problem(name, entry.line, None, entry.message)
            elif len(title := entry[1].strip()) > _LONGEST_TITLE:
                yield Problem(
                    name, entry[0], None, f"Longer than {_LONGEST_TITLE:,} letters, which is no title."
                )
            elif title:
                yield TitleRow(entry[0], title)
            else:
                yield Problem(name, entry[0], None, "There is no title.")

    def _is_json(self, first: _Line | _BadLine) -> bool:
        if self._as_json is not None:
            return self._as_json
        return not isinstance(first, _BadLine) and first[1].lstrip().startswith("{")

    def _written(self) -> Iterator[_Line | _BadLine]:
        """The lines with something in them; the others are counted."""
        for line in self._lines():
            if isinstance(line, _BadLine) or line[1].strip():
                yield line
            else:
                self.blank += 1

    def _lines(self) -> Iterator[_Line | _BadLine]:
        """Each line with its number; one that is too long is gone through and not held."""
        for number, line in enumerate(self._raw_lines(), start=self._first):
            if line is None:
                yield _BadLine(number, f"Longer than {_MOST_LINE_BYTES // 1_000_000} MB.")
                continue
            try:
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                yield _BadLine(number, "Not UTF-8.")

    def _raw_lines(self) -> Iterator[bytes | None]:
        """The lines, as much of them at a time as there is to read; None for one that is too long."""
        rest, too_long = b"", False
        while chunk := self._read():
            *lines, rest = (rest + chunk).split(b"\n")
            for at, line in enumerate(lines, start=1):
                self.drained = at == len(lines)
                yield None if too_long or len(line) > _MOST_LINE_BYTES else line + b"\n"
                too_long = False
            if len(rest) > _MOST_LINE_BYTES:
                rest, too_long = b"", True
        self.drained = True
        if rest or too_long:
            yield None if too_long else rest

    def _read(self) -> bytes:
        try:
            return self._stream.read1(_CHUNK)  # type: ignore[attr-defined,no-any-return]  # all buffered streams have it
        except OSError as error:
            raise UnreadableError(f"{self._name} can't be read: {error.strerror}.") from None


def _each(
    lines: Iterator[_Line | _BadLine], read: Callable[[_Line], _Line | _BadLine]
) -> Iterator[_Line | _BadLine]:
    return (line if isinstance(line, _BadLine) else read(line) for line in lines)


def _of_json(line: _Line, column: str) -> _Line | _BadLine:
    number, text = line
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _BadLine(number, "No JSON.")
    title = value.get(column) if isinstance(value, dict) else None
    return (number, title) if isinstance(title, str) else _BadLine(number, "There is no such text in it.")


def _of_csv(lines: Iterator[_Line | _BadLine], name: str, column: str) -> Iterator[_Line | _BadLine]:
    """The cells of a column; a row that can't be read, or has too few cells, is reported and skipped."""
    bad: list[_BadLine] = []
    at = 0

    def texts() -> Iterator[str]:
        nonlocal at
        for line in lines:
            if isinstance(line, _BadLine):
                bad.append(line)
            else:
                at = line[0]
                yield line[1]

    source = texts()
    rows = csv.reader(source)
    try:
        header = [cell.strip() for cell in next(rows, [])]
    except csv.Error:
        header = []
    if column not in header:
        named = ", ".join(header)[:200]
        hint = f"Its first line names: {named}." if named else "Its first line is no row of CSV."
        raise UsageError(f'{name} has no column "{column}".', hint=hint)
    place = header.index(column)
    while True:
        try:
            row = next(rows, None)
        except csv.Error:
            yield _BadLine(at, "No row of CSV.")
            rows = csv.reader(source)
            continue
        yield from bad
        bad.clear()
        if row is None:
            return
        yield (at, row[place]) if len(row) > place else _BadLine(at, "The row is too short.")
