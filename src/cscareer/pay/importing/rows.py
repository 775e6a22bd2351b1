"""Cells of official tables, read one way whatever their type; a cell that can't be is named with its row."""

import re
from collections.abc import Mapping
from typing import Any

from cscareer.catalog.models import STEERING

AGAIN = "Download it again."
UNCHANGED = "Use the file as it is published, unchanged."
OLDER = "older than what is there"  # why a row is set aside
MOST = 1e9  # more people or dollars than any figure here counts
_STEERING = re.compile(f"[{STEERING}]")
_NO_FIGURE = {"", "*", "**", "~"}


class BadRowError(Exception):
    """A row (or a whole file) that can't be taken: what is wrong, what to do, and the column and row if there are."""

    def __init__(
        self, message: str, hint: str | None = None, column: str | None = None, row: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.column = column
        self.row = row


def text_of(cell: Any) -> str:  # noqa: ANN401  a cell of any type
    """A cell as text: 62.0 is "62", and a missing one is ""."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def name_of(cell: Any, column: str) -> str:  # noqa: ANN401  a cell of any type
    """A cell that names something.

    Raises:
        BadRowError: it is empty, or holds characters that steer a terminal.
    """
    name = text_of(cell)
    if not name or _STEERING.search(name):
        raise BadRowError("a name belongs here, in plain letters", UNCHANGED, column)
    return name


def quoted(text: str) -> str:
    """A text as a cell of a CSV line."""
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


class Figures(dict[Any, str]):
    """A figure's cell → how we write it; "" where none is released. Each is worked out once and then looked up.

    Args:
        decimals: 2 for hourly wages, 0 for yearly ones and employment.
        least: the lowest figure there can be; a wage is never 0, only unknown.
        top: what `#` stands for, "at or above" it; None where the file doesn't say.
    """

    def __init__(self, decimals: int, top: float | None = None, *, least: float = 0.01) -> None:
        super().__init__()
        self._least = least
        self._decimals = decimals
        self._top = top

    def __missing__(self, cell: Any) -> str:  # noqa: ANN401  a cell of any type
        written = self[cell] = self._written(cell)
        return written

    def _written(self, cell: Any) -> str:  # noqa: ANN401
        text = text_of(cell)
        if text in _NO_FIGURE:
            return ""
        if text == "#":
            if self._top is None:
                raise BadRowError(
                    "# means at or above a threshold, which this file doesn't state",
                    "Import BLS's workbook in its place; its notes state it.",
                )
            return f">={self._top:.{self._decimals}f}"
        try:
            amount = float(text.replace(",", ""))
        except ValueError:
            amount = -1.0
        if not self._least <= amount < MOST or isinstance(cell, bool):
            raise BadRowError(f'"{text[:20]}" stands where a figure belongs', AGAIN)
        return f"{amount:.{self._decimals}f}"


def blame(figures: Mapping[str, tuple[Any, Figures]], bad: BadRowError) -> BadRowError:
    """The same error with the column whose cell is at fault."""
    for column, (cell, kind) in figures.items():
        try:
            kind[cell]
        except BadRowError:
            return BadRowError(bad.message, bad.hint, column)
    return bad
