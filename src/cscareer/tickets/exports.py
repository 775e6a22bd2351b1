"""Files of tickets as tables of text: CSV, JSON, workbooks and Parquet, each column known by its header."""

import csv
import gzip
import io
import json
import shutil
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cscareer.catalog.reading import opened
from cscareer.errors import InvalidDataError, Problem, UnwritableError
from cscareer.tickets.engine import BrokenTableError, Engine, identifier, literal
from cscareer.tickets.workbooks import write_as_csv

STANDARD_INPUT = "-"
_BEGINNING = 1 << 18  # bytes to find headers and separators in
_MOST_COLUMNS = 2_000
_LONGEST = 200  # letters of a header, and of a cell that is looked at
_DEPTH = 3  # of objects within objects
_FIRST_OBJECTS = 1_000
_SEPARATORS = ",;\t|"
_GZIP, _ZIP, _PARQUET = b"\x1f\x8b", b"PK\x03\x04", b"PAR1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class TicketExport:
    """A file of tickets, open to be read.

    Args:
        name: as the person gave it.
        kind: csv, json, xlsx or parquet.
        encoding, separator: of a text; None for others.
        headers: of its columns, in their order.
        cells: for each column, its cells as a text in SQL.
        table: the table in SQL; with `lenient` it passes over the lines that don't fit.
        lenient: the same table where lines that don't fit are passed over and remembered.
        path: where the database reads it.
    """

    name: str
    kind: str
    encoding: str | None
    separator: str | None
    headers: tuple[str, ...]
    cells: tuple[str, ...]
    table: str
    lenient: str
    path: Path


@dataclass(frozen=True)
class _Brought:
    """A file where the database may read it, and how it begins, unpacked."""

    name: str
    path: Path
    beginning: bytes
    packed: bool
    kind: str


def bring(engine: Engine, names: Sequence[str], standard_input: BinaryIO | None) -> list["_Brought"]:
    """Makes files readable to the database, which is opened for them.

    Raises:
        UnreadableError: one is missing, locked away, or no regular file.
        InvalidDataError: a workbook that can't be read.
    """
    brought = [_bring(engine.folder, number, name, standard_input) for number, name in enumerate(names)]
    engine.open([each.path for each in brought])
    return brought


def _bring(folder: Path, number: int, name: str, standard_input: BinaryIO | None) -> _Brought:
    path = folder / str(number)
    said = name
    if name == STANDARD_INPUT and standard_input is not None:
        said = "standard input"
        try:
            with path.open("wb") as copy:
                shutil.copyfileobj(standard_input, copy)
        except OSError as error:
            raise UnwritableError(
                f"Standard input can't be set aside to be read: {error.strerror or error}.",
                hint=f"Make room in {folder.parent}, or name a file.",
            ) from None
        original = path
    else:
        original = Path(name)
        with opened(original):
            pass
        try:
            path.symlink_to(original.resolve())  # a name without signs that stand for several files
        except OSError:
            path = original.resolve()
    with opened(original) as file:
        raw = file.read(_BEGINNING) or b""  # what the system makes up may have nothing to say yet
        packed = raw.startswith(_GZIP)
        if packed:
            file.seek(0)
            try:
                raw = gzip.GzipFile(fileobj=file).read(_BEGINNING)
            except (EOFError, gzip.BadGzipFile, zlib.error):
                raise _invalid(said, "this is a broken or cut-off gzip file.", "Export it again.") from None
    if raw.startswith(_ZIP):
        sheet = folder / f"{number}.csv"
        write_as_csv(original, sheet, said)
        with sheet.open("rb") as file:
            return _Brought(said, sheet, file.read(_BEGINNING), packed=False, kind="xlsx")
    kind = (
        "parquet"
        if raw.startswith(_PARQUET)
        else "json"
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
        else "csv"
    )
    return _Brought(said, path, raw, packed, kind)


def open_export(engine: Engine, brought: "_Brought") -> TicketExport:
    """A file as a table of text.

    Raises:
        InvalidDataError: it is empty, or no table that we know.
    """
    try:
        if brought.kind == "parquet":
            return _parquet(engine, brought)
        if brought.kind == "json":
            return _json(engine, brought)
    except BrokenTableError:
        raise broken(brought.name, brought.kind) from None
    return _csv(brought)


def broken(name: str, kind: str) -> InvalidDataError:
    """A file that can't be read to its end."""
    what = {"parquet": "Parquet", "json": "JSON", "csv": "CSV", "xlsx": "workbook"}[kind]
    return _invalid(name, f"this is broken or cut-off {what}.", "Export it again.")


def _invalid(name: str, message: str, hint: str, line: int | None = None) -> InvalidDataError:
    return InvalidDataError(f"{name} can't be used:", problems=[Problem(name, line, None, message, hint)])


def _csv(brought: _Brought) -> TicketExport:
    raw = brought.beginning
    encoding = "utf-16" if raw.startswith(_UTF16) else "utf-8"
    if encoding == "utf-8" and not _is_utf8(raw):
        encoding = "latin-1"
    text = raw.decode(encoding, "ignore").removeprefix("\ufeff")
    if "\0" in text:
        raise _invalid(brought.name, "this is no table of text.", "Export it as CSV, JSON, XLSX or Parquet.")
    if not text.strip():
        raise _invalid(brought.name, "the file is empty.", "Export it again, with its line of headers.", 1)
    skip, separator = 0, None
    if text[:4].casefold() == "sep=" and text[4:5]:  # Excel's own way to say it
        skip, separator = 1, text[4]
        text = text.partition("\n")[2]
    separator = separator or max(_SEPARATORS, key=lambda sign: len(_first_row(text, sign)))
    headers = tuple(header[:_LONGEST] for header in _first_row(text, separator))
    if len(headers) > _MOST_COLUMNS:
        raise _invalid(brought.name, f"it has more than {_MOST_COLUMNS:,} columns.", "Export fewer.", 1)
    names = [f"c{number}" for number in range(len(headers))]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    read = (
        f"read_csv({literal(str(brought.path))}, columns = {{{columns}}}, header = true, skip = {skip}, auto_detect = false,"
        f" delim = {literal(separator)}, quote = '\"', escape = '\"', nullstr = '', max_line_size = 4194304,"
        f" encoding = '{encoding}', compression = '{'gzip' if brought.packed else 'none'}'"
    )
    return TicketExport(
        brought.name,
        brought.kind,
        encoding if brought.kind == "csv" else None,
        separator if brought.kind == "csv" else None,
        headers,
        tuple(names),
        f"{read})",
        f"{read}, ignore_errors = true, store_rejects = true, rejects_limit = 1000000)",
        brought.path,
    )


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return len(raw) == _BEGINNING and error.start > len(raw) - 4  # cut within a letter
    return True


def _first_row(text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


def _parquet(engine: Engine, brought: _Brought) -> TicketExport:
    table = f"read_parquet({literal(str(brought.path))})"
    headers = tuple(str(row[0]) for row in engine.rows(f"DESCRIBE SELECT * FROM {table}"))
    cells = tuple(f"CAST({identifier(header)} AS VARCHAR)" for header in headers)
    shown = tuple(header[:_LONGEST] for header in headers)
    return TicketExport(brought.name, "parquet", None, None, shown, cells, table, table, brought.path)


def _json(engine: Engine, brought: _Brought) -> TicketExport:
    begins = brought.beginning.lstrip(b"\xef\xbb\xbf \t\r\n")
    form = "array" if begins.startswith(b"[") else "newline_delimited"
    how = f"{literal(str(brought.path))}, format = '{form}', compression = '{'gzip' if brought.packed else 'none'}', ignore_errors = {str(form != 'array').lower()}"
    found = engine.rows(f"SELECT json::VARCHAR FROM read_json_objects({how}) LIMIT {_FIRST_OBJECTS}")
    paths: dict[tuple[str, ...], None] = {}
    for (text,) in found:
        with suppress(ValueError, RecursionError):
            value = json.loads(text or "null")
            paths.update(dict.fromkeys(_paths(value)) if isinstance(value, dict) else {})
    tops: dict[str, bool] = {}  # each key, and whether objects stand under it
    for path in paths:
        tops[path[0]] = tops.get(path[0], False) or len(path) > 1
    kept: dict[str, bool] = {}
    for top, deep in tops.items():
        if top.casefold() not in {
            each.casefold() for each in kept
        }:  # SQL tells no capitals from small letters
            kept[top] = deep
    if not kept:
        raise _invalid(
            brought.name, "no object of JSON stands in it.", "Give one ticket a line, each an object.", 1
        )
    columns = ", ".join(f"{literal(top)}: '{'JSON' if deep else 'VARCHAR'}'" for top, deep in kept.items())
    table = f"read_json({how}, columns = {{{columns}}})"
    leaves = [path for path in paths if path[0] in kept]
    return TicketExport(
        brought.name,
        "json",
        None,
        None,
        tuple(".".join(path) for path in leaves),
        tuple(_leaf(path, deep=kept[path[0]]) for path in leaves),
        table,
        table,
        brought.path,
    )


def _leaf(path: tuple[str, ...], *, deep: bool) -> str:
    column = identifier(path[0])
    inner = "".join(f'."{key}"' for key in path[1:])
    return f"({column} ->> {literal('$' + inner)})" if deep else column


def _paths(value: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The keys that lead to what is no object."""
    for key, inner in value.items():
        if not key or '"' in key or "\\" in key or len(key) > _LONGEST:  # no header of ours
            continue
        if isinstance(inner, dict) and len(above) + 1 < _DEPTH:
            yield from _paths(inner, (*above, key))
        else:
            yield (*above, key)


def samples(engine: Engine, export: TicketExport, columns: list[int], most: int) -> list[list[str]]:
    """Some cells of each of these columns, those that hold anything, as they come."""
    if not columns:
        return []
    picked = ", ".join(
        f"left({export.cells[column]}, {_LONGEST}) AS s{number}" for number, column in enumerate(columns)
    )
    try:
        found = engine.rows(f"SELECT {picked} FROM {export.lenient} LIMIT {most}")
    except BrokenTableError:
        raise broken(export.name, export.kind) from None
    return [[str(row[at]).strip() for row in found if row[at] is not None] for at in range(len(columns))]
