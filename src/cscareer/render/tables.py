"""What a table says before any format draws it."""

from cscareer.render.blocks import Table

_SEVERAL = 2  # rows, from which on what all of them say is said once


def told_once(table: Table) -> tuple[Table, list[str]]:
    """A table without the columns that say the same in every row, and what they say, once."""
    if len(table.rows) < _SEVERAL:
        return table, []
    same = {
        index: cells[0]
        for index in range(1, len(table.columns))
        if len(set(cells := [row[index] for row in table.rows])) == 1 and isinstance(cells[0], str)
    }
    if not same:
        return table, []
    kept = [index for index in range(len(table.columns)) if index not in same]
    lean = Table(
        [table.columns[index] for index in kept], [[row[index] for index in kept] for row in table.rows]
    )
    told = [(table.columns[index].header, str(said)) for index, said in same.items() if said]
    return lean, [f"{header}: {said}, for all of these." for header, said in told]
