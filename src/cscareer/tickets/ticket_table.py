"""The tickets as they are counted: their spans of time, in calendar or business hours, and what each came to."""

from collections.abc import Sequence
from dataclasses import dataclass

from cscareer.catalog.ticket_models import TicketRule
from cscareer.tickets.engine import Engine
from cscareer.tickets.opening_hours import OpeningHours, open_seconds, slot_rows
from cscareer.tickets.times import Shift, local

DAY = 86400
_PASSED = (
    "matter", "agent", "team", "channel", "tags", "csat", "ces", "nps", "reopened", "transferred", "escalated", "handled",
)  # fmt: skip


@dataclass(frozen=True)
class TicketTable:
    """The tickets to count.

    Args:
        names: the columns that the table has.
        rule: from when figures tell something.
        follow_up: seconds within which a new ticket on the same matter means that it wasn't solved.
        end: the last instant of the file.
        shifts: of the zone that days and hours are told in.
        hours: when somebody was there; None counts all day and night.
        by: the column of groups; None for none. `month` is that of creation.
        mine: the agent whose tickets are set apart.
        weekly: whether periods are weeks, not months.
    """

    names: frozenset[str]
    rule: TicketRule
    follow_up: int
    end: int
    shifts: Sequence[Shift]
    hours: OpeningHours | None
    by: str | None
    mine: str | None
    weekly: bool

    @property
    def own_groups(self) -> bool:
        """Whether groups are of the person's own tickets alone; agents stand side by side."""
        return self.mine is not None and self.by not in {None, "agent"}

    def has(self, *names: str) -> bool:
        """Whether the table has all of these columns."""
        return set(names) <= self.names


def prepare(engine: Engine, table: TicketTable, first: int) -> None:
    """Makes the view `v`: spans of time in seconds, null where unknown or negative, and what each ticket came to."""
    has = table.has
    solved_at = "t.solved_at::BIGINT" if has("solved_at") else "NULL::BIGINT"
    replied = "t.replied::BIGINT" if has("replied") else "NULL::BIGINT"
    is_solved = f"({solved_at} IS NOT NULL)"
    if has("status"):
        is_solved = f"coalesce(status, {is_solved})"
    columns = {
        "created": "t.created::BIGINT",
        "solved_at": f"CASE WHEN {is_solved} THEN {solved_at} END",
        "is_solved": is_solved,
        "local": f"{local('t.created::BIGINT', table.shifts)}",
        "reply_span": _span(table, "t.created::BIGINT", replied, "reply_time"),
        "solution_span": _span(
            table, "t.created::BIGINT", f"CASE WHEN {is_solved} THEN {solved_at} END", "solution_time"
        ),
        "kept_it": _kept(table, is_solved, solved_at),
    }
    joins = ""
    if table.hours is not None:
        rows = slot_rows(table.hours, first, table.end)
        engine.rows(
            "CREATE TABLE slots AS SELECT * FROM (VALUES"
            f" {rows}) s(day, before, first_from, first_to, second_from, second_to)"
        )
        joins = f" LEFT JOIN slots a ON a.day = created // {DAY}"
        joins += f" LEFT JOIN slots b ON b.day = replied // {DAY}" if has("replied") else ""
        joins += f" LEFT JOIN slots c ON c.day = t.solved_at // {DAY}" if has("solved_at") else ""
    picked = ", ".join([*(f"{what} AS {name}" for name, what in columns.items()), *filter(has, _PASSED)])
    engine.rows(f"CREATE VIEW v AS SELECT {picked} FROM t{joins} WHERE t.created IS NOT NULL")


def _span(table: TicketTable, start: str, stop: str, given: str) -> str:
    """Seconds from one instant to another, in business hours where these are asked for; else what the file says itself."""
    source = {"reply_time": "replied", "solution_time": "solved_at"}[given]
    calendar = f"({stop} - {start})"
    if table.hours is None:
        between = calendar
    elif not table.has(source):
        return "NULL::BIGINT"
    else:
        slot = {"replied": "b", "solved_at": "c"}[source]
        inner = f"{open_seconds(stop, slot)} - {open_seconds(start, 'a')}"
        between = f"CASE WHEN {calendar} >= 0 THEN {inner} END"
    if table.has(given) and table.hours is None:
        between = (
            f"coalesce({between}, round({given})::BIGINT)" if table.has(source) else f"round({given})::BIGINT"
        )
    return f"CASE WHEN {between} >= 0 THEN {between} END"


def _kept(table: TicketTable, is_solved: str, solved_at: str) -> str:
    if table.has("kept"):
        return "kept"
    if not table.has("due"):
        return "NULL::BOOLEAN"
    return (
        f"CASE WHEN due IS NULL THEN NULL WHEN {is_solved} THEN {solved_at} <= due::BIGINT"
        f" WHEN due::BIGINT < {table.end} THEN false END"
    )


def negative_spans(engine: Engine, table: TicketTable) -> int:
    """How many tickets have an end before their beginning."""
    tests = [
        f"({name}::BIGINT < created::BIGINT)" for name in ("replied", "solved_at") if table.has(name)
    ] + [f"({name} < 0)" for name in ("reply_time", "solution_time", "handled") if table.has(name)]
    return int(engine.row(f"SELECT count(*) FROM t WHERE {' OR '.join(tests)}")[0]) if tests else 0


def spans_of(table: TicketTable) -> dict[str, str]:
    """The spans of time that there may be, and where they stand."""
    found = {}
    if table.has("replied") or table.has("reply_time"):
        found["reply"] = "reply_span"
    if table.has("solved_at") or table.has("solution_time"):
        found["solution"] = "solution_span"
    if table.has("handled"):
        found["handled"] = "(CASE WHEN handled >= 0 THEN handled END)"
    found["age"] = f"(CASE WHEN NOT is_solved THEN {table.end} - created END)"
    return found
