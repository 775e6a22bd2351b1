"""What each cell of an export is read as, in SQL, and what is wrong with it where it can't be."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntFlag

from cscareer.catalog.loading import Catalog
from cscareer.catalog.ticket_models import TicketFieldKind, TicketLayout
from cscareer.tickets.amounts import CLOCK, number_in, seconds_in
from cscareer.tickets.columns import Chosen
from cscareer.tickets.engine import Engine, listed, literal
from cscareer.tickets.exports import TicketExport, samples
from cscareer.tickets.times import TimeReading, skipped_half_hours

_LOOKED_AT, _MOST_SEEN = 500, 6
_PREFIX = r"^((re|fw|fwd|aw|wg|sv|rv|tr)\s*:\s*)+"


class Fault(IntFlag):
    """What may be wrong with a row."""

    NO_CREATED = 1
    TIME = 2
    RATING = 4
    DURATION = 8
    ZONED = 16
    UNZONED = 32
    ODD = 64
    SKIPPED_HOUR = 128


@dataclass(frozen=True)
class FileReading:
    """An export with how each of its columns is read."""

    number: int
    export: TicketExport
    layout: TicketLayout | None
    chosen: Mapping[str, Chosen]
    times: Mapping[str, TimeReading]


def _seen(engine: Engine, reading: FileReading) -> dict[str, list[str]]:
    """The values at the beginning of columns that hold few."""
    kinds = {
        TicketFieldKind.STATUS,
        TicketFieldKind.KEPT,
        TicketFieldKind.COUNT,
        TicketFieldKind.YES_NO,
        TicketFieldKind.RATING,
    }
    few = [(name, each.columns[0]) for name, each in reading.chosen.items() if each.field.kind in kinds]
    found = samples(engine, reading.export, [column for _, column in few], _LOOKED_AT)
    return {
        name: [value for value, _ in Counter(cells).most_common(_MOST_SEEN)]
        for (name, _), cells in zip(few, found, strict=True)
    }


class Cells:
    """The columns of an export as SQL that reads them."""

    def __init__(self, engine: Engine, catalog: Catalog, reading: FileReading) -> None:
        self._engine = engine
        self._reading = reading
        self._seen = _seen(engine, reading)
        self._words = {
            name: [word.casefold() for word in each.words] for name, each in catalog.ticket_words.items()
        }
        self._ratings = {
            word.casefold(): each.rating
            for each in catalog.ticket_words.values()
            if each.rating is not None
            for word in each.words
        }

    def read(self, name: str) -> str:
        """The cell of one column of the table."""
        found = getattr(self, f"_{name}")()
        return str(found)

    def _cell(self, field: str) -> str | None:
        its = self._reading.chosen.get(field)
        return None if its is None else f"({self._reading.export.cells[its.columns[0]]})"

    def _time(self, field: str) -> str:
        cell = self._cell(field)
        return "NULL" if cell is None else self._reading.times[field].seconds(cell)

    def _text(self, field: str) -> str:
        cell = self._cell(field)
        return "NULL" if cell is None else f"nullif(trim({cell}), '')"

    def _file(self) -> str:
        return str(self._reading.number)

    def _id(self) -> str:
        cell = self._cell("id")
        return "NULL" if cell is None else f"CASE WHEN {cell} IS NOT NULL THEN hash({cell}) END"

    def _matter(self) -> str:
        requester, subject = self._cell("requester"), self._cell("subject")
        if requester is None:
            return "NULL"
        who = f"lower(trim({requester}))"
        if subject is None:
            return f"CASE WHEN {requester} IS NOT NULL THEN hash({who}) END"
        bare = f"lower(trim({subject}))"
        answers = f"{subject} LIKE '__:%' OR {subject} LIKE '___:%'"  # Re: and its like
        without = f"trim(regexp_replace({bare}, {literal(_PREFIX)}, ''))"
        bare = f"CASE WHEN {answers} THEN {without} ELSE {bare} END"
        return f"CASE WHEN {requester} IS NOT NULL THEN hash({who}, {bare}) END"

    def _created(self) -> str:
        return self._time("created")

    def _replied(self) -> str:
        return self._time("replied")

    def _solved_at(self) -> str:
        return self._time("solved")

    def _due(self) -> str:
        return self._time("due")

    def _reply_time(self) -> str:
        return self._duration("reply-time")

    def _solution_time(self) -> str:
        return self._duration("solution-time")

    def _handled(self) -> str:
        if "handle-time" in self._reading.chosen:
            return self._duration("handle-time")
        parts = [self._duration(name) for name in ("hold-time", "wrap-time") if name in self._reading.chosen]
        return " + ".join([self._duration("talk-time"), *(f"coalesce({part}, 0)" for part in parts)])

    def _duration(self, field: str) -> str:
        cell = self._cell(field)
        if cell is None:
            return "NULL"
        return seconds_in(cell, self._reading.chosen[field].unit, self._reading.export.separator)

    def _number(self, cell: str) -> str:
        return number_in(cell, self._reading.export.separator)

    def _status(self) -> str:
        cell = self._cell("status")
        if cell is None:
            return "NULL"
        solved = listed(self._words["solved"])
        said = self._quick("status", cell, lambda each: f"lower(trim({each})) IN ({solved})")
        return f"CASE WHEN {cell} IS NOT NULL THEN {said} END"

    def _agent(self) -> str:
        return self._text("agent")

    def _team(self) -> str:
        return self._text("team")

    def _channel(self) -> str:
        return self._text("channel")

    def _tags(self) -> str:
        its = self._reading.chosen.get("tags")
        if its is None:
            return "NULL"
        cells = [self._reading.export.cells[column] for column in its.columns]
        joined = cells[0] if len(cells) == 1 else f"concat_ws(',', {', '.join(cells)})"
        commas = f"translate({joined}, {literal(its.apart)}, {literal(',' * len(its.apart))})"
        return f"nullif(translate({commas}, '[]\"', ''), '')"

    def _csat(self) -> str:
        return self._mark("csat")

    def _ces(self) -> str:
        return self._mark("ces")

    def _nps(self) -> str:
        return self._mark("nps")

    def _mark(self, field: str) -> str:
        its, cell = self._reading.chosen.get(field), self._cell(field)
        if its is None or cell is None:
            return "NULL"
        low, high = its.field.low, its.field.high

        def read(each: str) -> str:
            mark = self._any_mark(field, each)
            return f"CASE WHEN {mark} BETWEEN {low} AND {high} THEN {mark} END"

        return self._quick(field, cell, read)

    def _any_mark(self, field: str, cell: str) -> str:
        number = self._number(cell)
        if field != "csat":
            return f"TRY_CAST({number} AS FLOAT)"
        words = " ".join(f"WHEN {literal(word)} THEN {mark}" for word, mark in self._ratings.items())
        return f"TRY_CAST(coalesce({number}, CASE lower(trim({cell})) {words} END) AS FLOAT)"

    def _flag(self, field: str) -> str:
        """A count or a yes: whether it was once at least."""
        its, cell = self._reading.chosen.get(field), self._cell(field)
        if its is None or cell is None:
            return "NULL"
        less, yes, no = its.less, listed(self._words["yes"]), listed(self._words["no"])
        return self._quick(
            field,
            cell,
            lambda each: (
                f"coalesce(TRY_CAST({each} AS DOUBLE) > {less}, CASE WHEN lower(trim({each})) IN ({yes}) THEN true"
                f" WHEN lower(trim({each})) IN ({no}) THEN false END)"
            ),
        )

    def _quick(self, field: str, cell: str, read: Callable[[str], str]) -> str:
        """What `read` makes of a cell; the values seen at the beginning of the file are read once for all rows."""
        seen = self._seen.get(field, ())
        if not seen:
            return read(cell)
        values = ", ".join(f"({literal(value)})" for value in seen)
        rows = self._engine.rows(f"SELECT v, CAST({read('v')} AS VARCHAR) FROM (VALUES {values}) s(v)")
        known = " ".join(
            f"WHEN {literal(value)} THEN {'NULL' if result is None else result}" for value, result in rows
        )
        return f"CASE WHEN {cell} IS NOT NULL THEN CASE {cell} {known} ELSE {read(cell)} END END"

    def _reopened(self) -> str:
        return self._flag("reopens")

    def _transferred(self) -> str:
        return self._flag("transfers")

    def _escalated(self) -> str:
        return self._flag("escalated")

    def _kept(self) -> str:
        cell = self._cell("sla")
        if cell is None:
            return "NULL"
        kept, broken_ = listed(self._words["kept"]), listed(self._words["broken"])

        def read(each: str) -> str:
            said = f"lower(trim({each}))"
            left = f"regexp_full_match({said}, {literal(CLOCK)})"  # time left when it was solved; none is less than 0
            return (
                f"CASE WHEN {said} IN ({kept}) THEN true WHEN {said} IN ({broken_}) THEN false"
                f" WHEN {left} THEN NOT starts_with({said}, '-') END"
            )

        return self._quick("sla", cell, read)

    def _faults(self) -> str:
        """A bit for each fault."""
        times = {field: cell for field in self._reading.times if (cell := self._cell(field)) is not None}
        found: dict[Fault, list[str]] = {fault: [] for fault in Fault}
        found[Fault.NO_CREATED].append(f"{self._created()} IS NULL")
        for field, cell in times.items():
            reading = self._reading.times[field]
            if field != "created":
                found[Fault.TIME].append(_and(f"{cell} IS NOT NULL", f"{reading.seconds(cell)} IS NULL"))
            if reading.zoned and reading.form is not None and reading.form.per_second is None:
                found[Fault.ZONED].append(f"({cell} IS NOT NULL AND {reading.names_zone(cell)})")
                found[Fault.UNZONED].append(f"({cell} IS NOT NULL AND NOT {reading.names_zone(cell)})")
            if odd := reading.odd(cell):
                found[Fault.ODD].append(f"coalesce({odd}, false)")
            halves = (
                skipped_half_hours(reading.zone) if reading.form and reading.form.per_second is None else []
            )
            if halves:
                half = f"TRY_CAST(epoch({reading.written(cell)}) // 1800 AS BIGINT)"
                named = f" AND NOT {reading.names_zone(cell)}" if reading.zoned else ""
                found[Fault.SKIPPED_HOUR].append(
                    f"coalesce({half} IN ({', '.join(map(str, halves))}){named}, false)"
                )
        for field in ("csat", "ces", "nps"):
            if (cell := self._cell(field)) is not None:
                unrated = f"lower(trim({cell})) NOT IN ({listed(self._words['unrated'])})"
                found[Fault.RATING].append(
                    _and(f"{cell} IS NOT NULL", _and(f"{self._mark(field)} IS NULL", unrated))
                )
        for field, its in self._reading.chosen.items():
            if its.field.kind is TicketFieldKind.DURATION and (cell := self._cell(field)) is not None:
                found[Fault.DURATION].append(_and(f"{cell} IS NOT NULL", f"{self._duration(field)} IS NULL"))
        bits = [
            f"CASE WHEN {' OR '.join(tests)} THEN {int(fault)} ELSE 0 END"
            for fault, tests in found.items()
            if tests
        ]
        return f"({' + '.join(bits)})::UTINYINT"


def _and(first: str, then: str) -> str:
    """Both, of which the second one is looked at only where the first one holds."""
    return f"(CASE WHEN {first} THEN {then} ELSE false END)"
