"""The tickets of all files as one table of numbers: how many there are, what couldn't be read, and what stands there twice.

The table `t` has a row for each ticket: the number of its `file`; `created`, `replied`, `solved_at`, `due` in seconds since
1970 in UTC; durations in seconds; marks as numbers; names as text; `matter`, which is the same for tickets of one person on one
subject; and `faults`, a bit for each thing wrong with the row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cscareer.catalog.loading import Catalog
from cscareer.errors import InvalidDataError, Problem
from cscareer.tickets.cells import Cells, Fault, FileReading
from cscareer.tickets.engine import BrokenTableError, Engine, literal
from cscareer.tickets.exports import TicketExport, broken

MOST_SHOWN = 5  # lines that didn't fit, told one by one
_STAGED = {
    "id": "UBIGINT", "matter": "UBIGINT", "created": "UINTEGER", "replied": "UINTEGER", "solved_at": "UINTEGER",
    "due": "UINTEGER", "reply_time": "FLOAT", "solution_time": "FLOAT", "handled": "FLOAT", "status": "BOOLEAN",
    "agent": "VARCHAR", "team": "VARCHAR", "channel": "VARCHAR", "tags": "VARCHAR", "csat": "FLOAT", "ces": "FLOAT",
    "nps": "FLOAT", "reopened": "BOOLEAN", "transferred": "BOOLEAN", "escalated": "BOOLEAN", "kept": "BOOLEAN",
    "faults": "UTINYINT", "file": "USMALLINT",
}  # fmt: skip


@dataclass(frozen=True)
class LeftLine:
    """A line of a file that was passed over, and why."""

    file: str
    line: int
    message: str


@dataclass(frozen=True)
class Staged:
    """What came of reading: rows, what is wrong with how many of them, and lines that didn't fit."""

    rows: int
    faults: Mapping[Fault, int]
    left: int
    left_lines: tuple[LeftLine, ...]


def make_table(engine: Engine, readings: Sequence[FileReading], wanted: set[str]) -> list[str]:
    """Makes the table with the columns that any of the files has and that are wanted; returns their names."""
    there = {name for each in readings for name in _sources(each)}
    always = {"faults", "file"}
    names = [name for name in _STAGED if name in always or (name in there and name in wanted)]
    engine.rows(f"CREATE TABLE t ({', '.join(f'{name} {_STAGED[name]}' for name in names)})")
    return names


def _sources(reading: FileReading) -> set[str]:
    has = set(reading.chosen)
    named = {
        "id", "created", "replied", "due", "status", "agent", "team", "channel", "tags", "csat", "ces", "nps", "escalated",
    }  # fmt: skip
    found = named & has
    pairs = {
        "solved_at": {"solved"}, "reply_time": {"reply-time"}, "solution_time": {"solution-time"},
        "handled": {"handle-time", "talk-time"}, "reopened": {"reopens"}, "transferred": {"transfers"},
        "kept": {"sla"}, "matter": {"requester"},
    }  # fmt: skip
    return found | {name for name, any_of in pairs.items() if any_of & has}


def stage(engine: Engine, catalog: Catalog, reading: FileReading, names: Sequence[str]) -> Staged:
    """Reads a file into the table.

    Raises:
        InvalidDataError: it can't be read to its end.
    """
    staged = _insert(engine, catalog, reading, names, reading.export.table)
    left: tuple[int, tuple[LeftLine, ...]] = (0, ())
    if staged is None:
        staged = _insert(engine, catalog, reading, names, reading.export.lenient)
        if staged is None:
            raise broken(reading.export.name, reading.export.kind)
        left = _left_lines(engine, reading.export)
    if staged.get(Fault.ODD) and not all(each.zoned for each in reading.times.values()):
        careful = {name: each.careful for name, each in reading.times.items()}
        engine.rows(f"DELETE FROM t WHERE file = {reading.number}")
        return stage(engine, catalog, replace(reading, times=careful), names)
    rows = staged.pop(Fault(0))
    return Staged(rows, staged, *left)


def _insert(
    engine: Engine, catalog: Catalog, reading: FileReading, names: Sequence[str], table: str
) -> dict[Fault, int] | None:
    """How many rows there were (under 0) and how many had each fault; None where the file can't be read so."""
    cells = Cells(engine, catalog, reading)
    picked = ", ".join(f"{cells.read(name)} AS {name}" for name in names)
    try:
        engine.rows(f"INSERT INTO t SELECT {picked} FROM {table}")
    except BrokenTableError:
        engine.rows(f"DELETE FROM t WHERE file = {reading.number}")
        return None
    counted = ", ".join(f"count(*) FILTER (faults & {int(fault)} > 0)" for fault in Fault)
    total, *each = engine.row(f"SELECT count(*), {counted} FROM t WHERE file = {reading.number}")
    return {Fault(0): total, **dict(zip(Fault, each, strict=True))}


def _left_lines(engine: Engine, export: TicketExport) -> tuple[int, tuple[LeftLine, ...]]:
    if export.kind not in {"csv", "xlsx"}:
        return 0, ()
    said = {
        "TOO MANY COLUMNS": "it has more cells than there are headers",
        "MISSING COLUMNS": "it has fewer cells than there are headers",
        "UNQUOTED VALUE": "a quotation mark in it isn't closed",
        "LINE SIZE OVER MAXIMUM": "it is longer than any ticket",
        "INVALID ENCODING": "it is no UTF-8 text",
        "INVALID STATE": "its quotation marks don't fit",
    }
    rows = engine.rows(
        "SELECT DISTINCT line, error_type FROM reject_errors JOIN reject_scans USING (scan_id, file_id)"
        f" WHERE file_path = {literal(str(export.path))} ORDER BY line"
    )
    shown = tuple(
        LeftLine(export.name, line, said.get(str(kind), "it doesn't fit the table"))
        for line, kind in rows[:MOST_SHOWN]
    )
    return len({line for line, _ in rows}), shown


def check_zones(reading: FileReading, staged: Staged) -> None:
    """Makes sure that all times are of a known zone.

    Raises:
        InvalidDataError: some name their zone and some don't, and nobody says which those are of.
    """
    mixed = staged.faults.get(Fault.ZONED, 0) and staged.faults.get(Fault.UNZONED, 0)
    if mixed and not any(each.named_zone for each in reading.times.values()):
        message = (
            f"some times name their time zone ({staged.faults[Fault.ZONED]:,} tickets) and some don't"
            f" ({staged.faults[Fault.UNZONED]:,})."
        )
        hint = "Say in which zone the others are: --tz America/Chicago, or --tz UTC."
        problem = Problem(reading.export.name, None, None, message, hint)
        raise InvalidDataError(f"{reading.export.name} can't be used:", problems=[problem])


def drop_repeated(engine: Engine, names: Sequence[str]) -> int:
    """Takes out all but the newest of the rows with the same id; returns how many."""
    if "id" not in names:
        return 0
    (repeated,) = engine.row("SELECT count(id) - count(DISTINCT id) FROM t")
    if repeated:
        latest = [f"coalesce({name}, 0)" for name in ("solved_at", "replied", "created") if name in names]
        engine.rows(
            "DELETE FROM t WHERE rowid IN (SELECT rowid FROM (SELECT rowid, row_number() OVER"
            f" (PARTITION BY id ORDER BY greatest({', '.join(latest)}) DESC, rowid DESC) AS place FROM t"
            " WHERE id IN (SELECT id FROM t GROUP BY id HAVING count(*) > 1)) WHERE place > 1)"
        )
    return int(repeated)
