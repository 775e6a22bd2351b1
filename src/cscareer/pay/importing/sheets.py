"""A table of an official file, CSV or workbook, as column names and rows."""

import csv
import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any

from cscareer.catalog.reading import opened
from cscareer.errors import InvalidDataError, Problem, UnreadableError
from cscareer.pay.importing import workbooks
from cscareer.pay.importing.rows import AGAIN, BadRowError

_MOST_CHARACTERS = 1_000_000_000  # all industries of all areas take some hundred million
_LONGEST_LINE = 100_000
_EVERY = 5_000  # rows between two words on how far it is
MOST_PROBLEMS = 20  # of one file; the rest is of the same kind as a rule


@dataclass(frozen=True)
class Sheet:
    """A table: its column names in capitals, its rows, and what `#` (top-coded) stands for in it.

    `height` counts the rows where that is known beforehand.
    """

    path: Path
    sha256: str
    columns: tuple[str, ...]
    rows: Iterable[list[Any]]
    height: int | None = None
    top_hourly: float | None = None
    top_yearly: float | None = None

    def each(self, take: Callable[[list[Any]], None], tell: Callable[[int], None]) -> int:
        """Hands every row to `take`, and now and then says to `tell` how many it has; returns how many there were.

        Raises:
            InvalidDataError: rows that `take` refuses with a BadRowError, at most 20 of them, each with its line.
        """
        problems: list[Problem] = []
        number, width = 1, len(self.columns)
        for number, row in enumerate(self.rows, start=2):
            if number % _EVERY == 0:
                tell(number)
            if len(row) == width:
                try:
                    take(row)
                except BadRowError as bad:
                    problems.append(Problem(str(self.path), number, bad.column, f"{bad.message}.", bad.hint))
            else:
                message = f"{len(row)} cells stand where {width} belong."
                problems.append(Problem(str(self.path), number, None, message, AGAIN))
            if len(problems) == MOST_PROBLEMS:
                break
        if problems:
            raise invalid(self.path, problems)
        return number - 1


def open_sheet(path: Path) -> Sheet:
    """The first table of a CSV file, packed by gzip or not, or of an .xlsx workbook.

    Raises:
        UnreadableError: it is missing, locked away, or no regular file.
        InvalidDataError: it is no such file, cut off, a zip bomb, or has formulas in place of figures.
        MissingExtraError: a workbook, and the extra that reads workbooks isn't installed.
    """
    try:
        with opened(path) as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if path.suffix.lower() != ".xlsx" and not zipfile.is_zipfile(path):
            return _csv(path, sha256)
        content = workbooks.read(path)
    except OSError as error:
        raise UnreadableError(f"{path} can't be read: {error.strerror or error}.") from None
    except BadRowError as bad:
        raise invalid(path, [Problem(str(path), bad.row, None, f"{bad.message}.", bad.hint)]) from None
    rows = _workbook_rows(path, content.rows)
    header = next(rows, [])
    return Sheet(
        path,
        sha256,
        _columns(header),
        rows,
        content.height - 1,
        content.top_hourly,
        content.top_yearly,
    )


def _csv(path: Path, sha256: str) -> Sheet:
    rows = _csv_rows(path)
    header = next(rows, None)
    if header is None:
        raise invalid(path, [Problem(str(path), 1, None, "the file is empty.", AGAIN)])
    return Sheet(path, sha256, _columns(header), rows)


def _workbook_rows(path: Path, rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
    try:
        yield from rows
    except BadRowError as bad:
        raise invalid(path, [Problem(str(path), bad.row, None, f"{bad.message}.", bad.hint)]) from None


def _csv_rows(path: Path) -> Iterator[list[str]]:
    with opened(path) as raw, io.TextIOWrapper(_unpacked(raw), encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(_safe_lines(file), strict=True)
        try:
            yield from reader
        except UnicodeDecodeError:
            found = Problem(
                str(path), reader.line_num + 1, None, "this is no UTF-8 text.", "Save it as CSV UTF-8."
            )
        except csv.Error as error:
            line = max(reader.line_num, 1)
            found = Problem(str(path), line, None, f"this is broken CSV: {error}.", AGAIN)
        except (gzip.BadGzipFile, EOFError, zlib.error):
            found = Problem(str(path), reader.line_num, None, "this is a broken or cut-off gzip file.", AGAIN)
        except OSError as error:
            found = Problem(str(path), reader.line_num, None, f"it can't be read: {error.strerror or error}.")
        else:
            return
    raise invalid(path, [found])


def _unpacked(raw: BufferedReader) -> BufferedReader | gzip.GzipFile:
    """The bytes of a file, unpacked if gzip packed them."""
    return gzip.GzipFile(fileobj=raw) if raw.peek(2)[:2] == b"\x1f\x8b" else raw


def _safe_lines(file: io.TextIOWrapper) -> Iterator[str]:
    """The lines of a file, of which none may be endless, however much a packed one unpacks to."""
    left = _MOST_CHARACTERS
    while line := file.readline(_LONGEST_LINE):
        left -= len(line)
        if "\0" in line:
            raise csv.Error("a zero byte")
        if len(line) == _LONGEST_LINE or left < 0:
            raise csv.Error("it goes on longer than any such table")
        yield line


def _columns(header: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(name).strip().upper() for name in header)


def invalid(path: Path, problems: Sequence[Problem]) -> InvalidDataError:
    """What is wrong with a file, as an error."""
    return InvalidDataError(f"{path.name} can't be used:", problems=problems)
