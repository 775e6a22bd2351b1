"""Readers of rows by the thousand: exports of tickets on DuckDB, and tables and Parquet of which `bulk` makes its parts."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from checks import STEERS, TODAY, Unsafe, catalog, room, show, text_of

from cscareer.errors import CareerError

if TYPE_CHECKING:
    from cscareer.bulk.identity import Identity
    from cscareer.bulk.work import RowReading
    from cscareer.tickets.wishes import TicketWishes


@cache
def _wishes() -> "tuple[TicketWishes, ...]":
    from cscareer.tickets.wishes import TicketWishes

    return (
        TicketWishes(),
        TicketWishes(by="agent", mine="Ana Lopez"),
        TicketWishes(by="month", hours="9-17", zone="America/Chicago", order="dmy"),
        TicketWishes(by="tag", order="mdy", mapped=("created=Created at", "agent=Handled by")),
    )


def tickets(content: bytes) -> None:
    """An export of whatever kind its beginning tells, and a wish that its sum picks."""
    from cscareer.tickets.reporting import report_tickets

    path = room() / "tickets"
    path.write_bytes(content)
    wishes = _wishes()
    show(report_tickets(catalog(), [str(path)], wishes[crc32(content) % len(wishes)]))


def ticket_words(content: bytes) -> None:
    """What is said beside a file of tickets: hours, days, holidays, a zone, a goal, what a column is."""
    from cscareer.tickets.columns import read_mapped
    from cscareer.tickets.goals import read_goal
    from cscareer.tickets.opening_hours import read_holidays, read_hours
    from cscareer.tickets.times import read_zone

    said = text_of(content)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: read_hours(said, "mon-fri", (), "UTC"),
        lambda: read_hours("9-17", said, (), "UTC"),
        lambda: read_holidays(said),
        lambda: read_zone(said),
        lambda: [read_goal(metric, said) for metric in list(catalog().metrics.values())[:5]],
        lambda: read_mapped(catalog(), (said,)),
    )
    for attempt in attempts:
        with suppress(CareerError):
            attempt()


@cache
def _identity() -> "Identity":
    from cscareer.bulk.identity import identity_of

    return identity_of(catalog())


@cache
def _readings() -> "tuple[RowReading, ...]":
    """What may be made of rows, each made ready as a worker makes it, once for all inputs."""
    from cscareer.bulk import work
    from cscareer.cli.bulk_rows import MatchWishes, people_in, postings_in, titles_in

    readings = titles_in(None), postings_in(), people_in(MatchWishes(top=3))
    work._ready.update({each.kind: each.make(catalog(), TODAY) for each in readings})  # noqa: SLF001  a process has one kind
    return readings


def bulk(end: str) -> Callable[[bytes], None]:
    """A file of rows with this ending, cut into parts and done as a worker does them, as titles, ads or people."""

    def read(content: bytes) -> None:
        readings = _readings()
        _done(readings[crc32(content) % len(readings)], content, end)

    return read


def _done(reading: "RowReading", content: bytes, end: str) -> None:
    from cscareer.bulk.checking import check_tables
    from cscareer.bulk.inputs import find_inputs
    from cscareer.bulk.parts import cut
    from cscareer.bulk.work import Job, do_part

    path, out = room() / f"rows{end}", room() / "parts"
    path.write_bytes(content)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    inputs = find_inputs([str(path)], plain_text=reading.text_column is not None)
    check_tables(inputs, reading)
    job = Job(reading, out, room(), None, None, _identity(), TODAY, crc32(content) % 2 == 1, reading.kind)
    lines = 0
    for part in cut(inputs, max(2_000, len(content) // 4)):
        done = do_part(job, part)
        lines += done.answered
    for written in out.glob("part-*.jsonl"):
        if found := STEERS.search(written.read_text(encoding="utf-8").replace("\n", "")):
            raise Unsafe(f"{found[0]!r} in a part")
    if reading.kind != "titles" and lines > content.count(b"\n") + 1 and end != ".parquet":
        raise AssertionError("more answers than rows")
