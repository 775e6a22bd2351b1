"""What is counted of tickets, in SQL: sums for all of them, for each month and for each group, in a few passes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cscareer.tickets.engine import Engine, Row, literal
from cscareer.tickets.ticket_table import DAY, TicketTable, spans_of

OTHERS = "\x01"  # the group of all that aren't shown
LONGEST_NAME = 200  # letters of a group's name
_MOST_CHANNELS = 20
_HALF, _NINE_TENTHS = 0.5, 0.9
Key = tuple[
    str, str | int | bool | None
]  # "all", "period", "group", "mine", "my-period" or "my-group", and which of them


@dataclass(frozen=True)
class Tally:
    """Sums of some tickets, by the names that `_sums` has, and median and 90th percentile of each span of time in seconds."""

    sums: Mapping[str, float]
    spans: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def of(self, name: str) -> float:
        """A sum; 0 where nothing was counted."""
        return self.sums.get(name) or 0

    def count(self, name: str) -> int:
        """A sum that is a count."""
        return int(self.of(name))

    def without(self, part: "Tally") -> "Tally":
        """The sums of the tickets that aren't in a part of them; what lies in the middle of these isn't known."""
        return Tally({name: (value or 0) - part.of(name) for name, value in self.sums.items()})


def _sums(table: TicketTable) -> dict[str, str]:
    rule = table.rule
    found = {
        "tickets": "count(*)",
        "solved": "count(*) FILTER (is_solved)",
        "open": "count(*) FILTER (NOT is_solved)",
        "age_sum": f"sum({table.end} - created) FILTER (NOT is_solved)",
        "age_squares": f"sum(({table.end} - created)::DOUBLE ** 2) FILTER (NOT is_solved)",
        "oldest": "min(created) FILTER (NOT is_solved)",
    }
    if table.has("csat"):
        found |= {"csat_n": "count(csat)", "csat_good": f"count(*) FILTER (csat >= {rule.satisfied})"}
    if table.has("ces"):
        found |= {"ces_n": "count(ces)", "ces_sum": "sum(ces)", "ces_squares": "sum(ces ** 2)"}
    if table.has("nps"):
        found |= {
            "nps_n": "count(nps)",
            "nps_for": f"count(*) FILTER (nps >= {rule.promoter})",
            "nps_against": f"count(*) FILTER (nps <= {rule.detractor})",
        }
    if table.has("reopened"):
        found |= {
            "reopen_n": "count(*) FILTER (is_solved OR reopened)",
            "reopen_yes": "count(*) FILTER (reopened)",
        }
    for name in ("transferred", "escalated"):
        if table.has(name):
            found |= {f"{name}_n": f"count({name})", f"{name}_yes": f"count(*) FILTER ({name})"}
    if table.has("kept") or table.has("due"):
        found |= {"kept_n": "count(kept_it)", "kept_yes": "count(*) FILTER (kept_it)"}
    for name, what in spans_of(table).items():
        if name != "age":
            found |= {
                f"{name}_n": f"count({what})",
                f"{name}_sum": f"sum({what})",
                f"{name}_squares": f"sum({what}::DOUBLE ** 2)",
            }
    return found


def _period(*, weekly: bool) -> str:
    """The month as 202603, or the Monday of the week as days since 1970."""
    if weekly:
        return f"((local // {DAY} + 3) // 7 * 7 - 3)::INTEGER"
    at = "make_timestamp(local * 1000000)"
    return f"(year({at}) * 100 + month({at}))::INTEGER"


def count_all(engine: Engine, table: TicketTable) -> dict[Key, Tally]:
    """The sums of all tickets, of each period, of each group, and of the person's own and all others."""
    dimensions = {"period": _period(weekly=table.weekly)}
    if table.mine is not None:
        dimensions["mine"] = _is_mine(table)
    if table.by == "month":
        dimensions["group"] = _period(weekly=False)
    elif table.by is not None and table.by != "tags":
        dimensions["group"] = _largest(engine, table, "v", table.by)
    found = _count(engine, table, _as_it_is, dimensions, _sets(table, dimensions))
    if table.by == "tags":
        group = _largest(engine, table, _by_tag("v"), "tag")
        tagged = {"group": group, **({"mine": _is_mine(table)} if table.own_groups else {})}
        found |= _count(engine, table, _by_tag, tagged, [tuple(tagged)])
    return found


def _is_mine(table: TicketTable) -> str:
    """Whether a ticket is one of the person's own."""
    return "true" if table.mine is None else f"coalesce(lower(agent) = lower({literal(table.mine)}), false)"


def _counts(table: TicketTable) -> str:
    """Whether a ticket belongs to any group that is shown."""
    return _is_mine(table) if table.own_groups else "true"


def _largest(engine: Engine, table: TicketTable, source: str, name: str) -> str:
    """Makes a table of the groups with most tickets, as many as are shown; returns the group in SQL, all others under one name."""
    engine.rows(
        f"CREATE TABLE largest AS SELECT {name} AS name FROM {source} WHERE length({name}) <= {LONGEST_NAME} AND {_counts(table)}"
        f" GROUP BY {name} ORDER BY count(*) DESC, {name} LIMIT {table.rule.most_groups}"
    )
    others = f"CASE WHEN {name} IN (SELECT name FROM largest) THEN {name} ELSE {literal(OTHERS)} END"
    return f"CASE WHEN {name} IS NOT NULL THEN {others} END"


def count_groups(engine: Engine, table: TicketTable) -> int:
    """How many groups there are in all."""
    source, name = (_by_tag("v"), "tag") if table.by == "tags" else ("v", table.by)
    return int(engine.row(f"SELECT count(DISTINCT {name}) FROM {source} WHERE {_counts(table)}")[0])


def _as_it_is(tickets: str) -> str:
    return tickets


def _by_tag(tickets: str) -> str:
    """Tickets, each once for every tag that it has."""
    tags = "unnest(list_distinct([lower(trim(each)) FOR each IN string_split(tags, ',')]))"
    return f"(SELECT * FROM (SELECT * EXCLUDE (tags), {tags} AS tag FROM {tickets}) WHERE tag <> '')"


def _sets(table: TicketTable, dimensions: Mapping[str, str]) -> list[tuple[str, ...]]:
    alone: list[tuple[str, ...]] = [
        (),
        *((name,) for name in dimensions if name != "group" or not table.own_groups),
    ]
    if table.mine is not None:
        alone.append(("period", "mine"))
    return [*alone, ("group", "mine")] if table.own_groups and "group" in dimensions else alone


def _count(
    engine: Engine,
    table: TicketTable,
    spread: Callable[[str], str],
    dimensions: Mapping[str, str],
    sets: Sequence[tuple[str, ...]],
) -> dict[Key, Tally]:
    source = spread("v")
    sums = _sums(table)
    found: dict[Key, tuple[dict[str, float], dict[str, tuple[float, float]]]] = {}
    for key, values in _grouped(engine, source, dimensions, sets, list(sums.values())):
        found[key] = dict(zip(sums, values, strict=True)), {}
    for key, values in _first_contacts(engine, table, spread, dimensions, sets):
        found[key][0].update(first_n=values[0], first_yes=values[1])
    for name, what in spans_of(table).items():
        picked = f"quantile_cont({what}::FLOAT, [{_HALF}, {_NINE_TENTHS}])"
        for key, values in _grouped(engine, source, dimensions, sets, [picked]):
            if values[0] is not None:
                found[key][1][name] = (values[0][0], values[0][1])
    return {key: Tally(*each) for key, each in found.items()}


def _first_contacts(
    engine: Engine,
    table: TicketTable,
    spread: Callable[[str], str],
    dimensions: Mapping[str, str],
    sets: Sequence[tuple[str, ...]],
) -> list[tuple[Key, Row]]:
    """Tickets solved long enough ago to know, and those of them that nobody came back about."""
    if not table.has("solved_at") or not (table.has("matter") or table.has("reopened")):
        return []
    came_back = "coalesce(reopened, false)" if table.has("reopened") else "false"
    following = "NULL::BIGINT"
    if table.has("matter"):
        following = (
            "CASE WHEN matter IS NOT NULL THEN lead(created) OVER (PARTITION BY matter ORDER BY created) END"
        )
    needed = [name for name in ("agent", "team", "channel", "tags") if table.has(name)]
    lean = ", ".join(["solved_at", "local", *needed, f"{came_back} AS back", f"{following} AS following"])
    known = f"solved_at <= {table.end - table.follow_up}"
    came = f"(back OR coalesce(following <= solved_at + {table.follow_up}, false))"
    return _grouped(
        engine,
        spread(f"(SELECT {lean} FROM v)"),
        dimensions,
        sets,
        [f"count(*) FILTER ({known})", f"count(*) FILTER ({known} AND NOT {came})"],
    )


def _grouped(
    engine: Engine,
    source: str,
    dimensions: Mapping[str, str],
    sets: Sequence[tuple[str, ...]],
    picked: Sequence[str],
) -> list[tuple[Key, Row]]:
    names = list(dimensions)
    inner = (
        f"(SELECT *, {', '.join(f'{what} AS g_{name}' for name, what in dimensions.items())} FROM {source})"
    )
    grouping = ", ".join(f"({', '.join(f'g_{name}' for name in each)})" for each in sets)
    which = ", ".join(f"GROUPING(g_{name})" for name in names)
    keys = ", ".join(f"g_{name}" for name in names)
    rows = engine.rows(
        f"SELECT {which}, {keys}, {', '.join(picked)} FROM {inner} GROUP BY GROUPING SETS ({grouping})"
    )
    found: list[tuple[Key, Row]] = []
    for row in rows:
        held = {name: row[len(names) + at] for at, name in enumerate(names) if not row[at]}
        key: Key = ("all", None)
        if len(held) > 1:  # a period or a group, and whether it is of the person's own tickets
            if not held.pop("mine"):
                continue
            ((name, value),) = held.items()
            key = (f"my-{name}", value)
        elif held:
            key = next(iter(held.items()))
        found.append((key, row[2 * len(names) :]))
    return found


def count_volume(engine: Engine, table: TicketTable) -> tuple[dict[int, int], dict[int, int], list[Row]]:
    """How many tickets came in each hour of the day, on each day of the week (0 is Monday), and by the busiest channels."""
    rows = engine.rows(
        "SELECT GROUPING(h), h, w, count(*) FROM (SELECT (local // 3600 % 24)::INTEGER AS h,"
        f" ((local // {DAY} + 3) % 7)::INTEGER AS w FROM v) GROUP BY GROUPING SETS ((h), (w))"
    )
    hours = {row[1]: row[3] for row in rows if not row[0]}
    days = {row[2]: row[3] for row in rows if row[0]}
    if not table.has("channel"):
        return hours, days, []
    channels = engine.rows(
        f"SELECT channel, count(*) FROM t WHERE created IS NOT NULL GROUP BY channel HAVING channel IS NULL OR"
        f" length(channel) <= {LONGEST_NAME} ORDER BY count(*) DESC, channel LIMIT {_MOST_CHANNELS}"
    )
    return hours, days, channels
