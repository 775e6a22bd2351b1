"""Several ranges of pay in a line each."""

from collections.abc import Sequence

from cscareer.pay.local import RoleRange
from cscareer.pay.ranges import NATION_ID
from cscareer.render.blocks import Column, Table
from cscareer.render.cells import Cell, PayRange
from cscareer.render.layouts.pay_kinds import kind_cell
from cscareer.render.layouts.pay_words import a, amount_cell

_WIDE = 4  # columns of a table that has room for no more


def ranges_in_brief(entries: Sequence[RoleRange]) -> Table:
    """Several ranges in a line each, and what kind of figure each is by its sign; what all share stands in the title."""
    titles, places = {entry.role.title for entry in entries}, {entry.location.name for entry in entries}
    per = entries[0].per
    parts: list[tuple[Column, Sequence[Cell]]] = [
        (Column(f"Pay {a(per)}"), [range_in(entry, per) for entry in entries]),
        (Column("What it is"), [kind_cell(entry) for entry in entries]),
    ]
    if len(places) > 1 or len(titles) == 1:
        parts.insert(0, (Column("Where", wraps=True), [_where(entry) for entry in entries]))
    if len(titles) > 1:
        parts.insert(0, (Column("Role", wraps=True), [entry.role.title for entry in entries]))
    if len(parts) < _WIDE:
        parts.insert(-1, (Column("Midpoint", right=True), [amount_cell(entry.midpoint) for entry in entries]))
    rows = list(zip(*(cells for _, cells in parts), strict=True))
    return Table([column for column, _ in parts], rows, first=len(rows))


def _where(entry: RoleRange) -> str:
    nation = entry.location.area.id == NATION_ID
    return f"area {entry.area.id}" if nation and entry.area.id != NATION_ID else entry.location.name


def range_in(entry: RoleRange, per: str) -> PayRange:
    """The range; its period is said only where the column's header says another."""
    said = None if entry.per == per else entry.per
    return PayRange(entry.low, entry.high, entry.currency, said, cents=entry.per == "hour")
