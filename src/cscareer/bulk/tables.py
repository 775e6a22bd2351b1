"""Tables as lines of JSON, an object a row, so that what reads lines reads them: CSV and Parquet.

A row of CSV that runs over several lines becomes as many, empty but for its last, so that lines keep their numbers.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from cscareer.documents.json_lines import numbered_lines
from cscareer.errors import InvalidDataError, MissingExtraError, Problem, UnreadableError

_ROWS_AT_A_TIME = 1_000


def csv_rows(stream: BinaryIO, name: str, *, first: int = 1) -> Iterator[tuple[int, Sequence[str] | str]]:
    """The cells of each row, or what is wrong with it, with the number of its last line; empty rows are passed over.

    Raises:
        UnreadableError: the stream breaks off.
    """
    at, wrong = first - 1, ""

    def texts() -> Iterator[str]:
        nonlocal at, wrong
        for at, content in numbered_lines(stream, name, first=first):
            if content is None:
                wrong = "Longer than 1 MB."
                yield "\n"
                continue
            try:
                yield content.decode("utf-8-sig" if at == 1 else "utf-8")
            except UnicodeDecodeError:
                wrong = "Not UTF-8."
                yield content.decode("utf-8", "replace")

    source = texts()
    rows = csv.reader(source)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            rows = csv.reader(source)
            yield at, "No row of CSV."
            continue
        if row or wrong:
            yield at, wrong or row
        wrong = ""


def csv_header(stream: BinaryIO, name: str) -> list[str]:
    """The names of the columns, from the first row."""
    row = next(csv_rows(stream, name), (0, ""))[1]
    return [] if isinstance(row, str) else [cell.strip() for cell in row]


def json_of_csv(
    stream: BinaryIO, name: str, header: Sequence[str], first: int, *, only: str | None, lists: Sequence[str]
) -> Iterator[bytes | Problem]:
    """Each line as one of JSON, with the cells that aren't empty, or what is wrong with its row.

    Args:
        stream: rows, from the line of number `first`.
        name: what it is called in messages.
        header: the names of the columns.
        first: the number of the first line.
        only: the one column that is wanted, all when None.
        lists: those whose cells hold several things, with semicolons between them.
    """
    after = first - 1
    for line, row in csv_rows(stream, name, first=first):
        yield from [b"\n"] * (line - after - 1)
        after = line
        if isinstance(row, str) or (only is None and len(row) > len(header)):
            wrong = row if isinstance(row, str) else f"{len(row)} cells under {len(header)} columns."
            yield Problem(name, line, None, wrong)
            yield b"\n"
            continue
        cells: dict[str, Any] = {
            key: cell
            for key, cell in zip(header, row, strict=False)
            if cell.strip() and (only is None or key == only)
        }
        cells |= {key: [each.strip() for each in cells[key].split(";")] for key in lists if key in cells}
        yield _line(cells)


def parquet_groups(path: Path) -> list[tuple[int, int]]:
    """How many rows and bytes each row group of a Parquet file has.

    Raises:
        MissingExtraError: pyarrow isn't installed.
        InvalidDataError: it is no Parquet file.
    """
    found = opened_parquet(path).metadata
    groups = (found.row_group(at) for at in range(found.num_row_groups))
    return [(group.num_rows, group.total_byte_size) for group in groups]


def parquet_columns(path: Path) -> Mapping[str, str]:
    """The columns of a Parquet file, each with what it holds ("string", "int64")."""
    schema = opened_parquet(path).schema_arrow
    return {field.name: str(field.type) for field in schema}


def json_of_parquet(
    path: Path, group: int, start: int, end: int, columns: Sequence[str] | None
) -> Iterator[bytes | None]:
    """The rows of a row group from `start` to before `end` as lines of JSON, with what isn't null; None for one that is no text.

    Args:
        path: the file.
        group: the number of its row group.
        start: the first row of the group that is wanted.
        end: the row after the last.
        columns: those that are wanted, all when None.

    Raises:
        UnreadableError: the file is broken there.
    """
    from pyarrow import ArrowException

    at = 0
    try:
        for batch in opened_parquet(path).iter_batches(_ROWS_AT_A_TIME, row_groups=[group], columns=columns):
            before, at = at, at + batch.num_rows
            if at > start:
                yield from _lines_of(batch.slice(max(0, start - before), end - max(start, before)))
            if at >= end:
                return
    except (ArrowException, OSError):
        raise UnreadableError(
            f"{path} is broken in its row group {group + 1}.", hint="Write it again, or fetch it again."
        ) from None


def _lines_of(batch: Any) -> Iterator[bytes | None]:  # noqa: ANN401  pyarrow has no types
    try:
        rows = batch.to_pylist()
    except (ValueError, OverflowError):  # a text that isn't UTF-8, a day of the year 30,000
        for at in range(batch.num_rows if batch.num_rows > 1 else 0):
            yield from _lines_of(batch.slice(at, 1))
        if batch.num_rows == 1:
            yield None
        return
    yield from map(_line_of, rows)


def _line_of(row: Mapping[str, Any]) -> bytes:
    return _line({key: value for key, value in row.items() if value is not None and value == value})  # noqa: PLR0124  NaN isn't itself


def opened_parquet(path: Path) -> Any:  # noqa: ANN401  pyarrow has no types
    """A Parquet file.

    Raises:
        MissingExtraError: pyarrow isn't installed.
        InvalidDataError: it is no Parquet file.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise MissingExtraError.of("Reading Parquet", "bulk") from None
    try:
        return parquet.ParquetFile(path)
    except (ArrowException, UnicodeDecodeError):
        raise InvalidDataError(
            f"{path} is no whole Parquet file.",
            hint="Write it again, or fetch it again: it may have been cut short.",
        ) from None


def _line(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n"
