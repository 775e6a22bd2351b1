"""Reading the CSV tables of our own layout: whole, or only the rows that begin with a key."""

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from cscareer.catalog import reading, wage_files
from cscareer.errors import InvalidDataError, Problem

Row = TypeVar("Row")


class CsvTable:
    """One of our CSV files, empty where there is none.

    A row is looked up by searching the text, which is much quicker than reading a million characters of CSV; so
    rows of one key must stand together, and the key first.
    """

    def __init__(self, path: Path) -> None:
        """Reads the file.

        Raises:
            UnreadableError: it is locked away, or no regular file.
            InvalidDataError: it isn't UTF-8 text, or has other columns.
        """
        self.path = path
        self._text = ""
        if not os.path.lexists(path):
            return
        try:
            text = reading.read_text(path, wage_files.MOST_BYTES)
        except reading.RefusedError as refused:
            raise self._broken(refused.line, f"it is {refused.message}") from None
        whole = wage_files.in_columns_of_today(path.name, text)
        if whole is None:
            raise self._broken(1, f"its columns must be {','.join(wage_files.columns_of(path.name) or ())}")
        self._text = whole

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._text)

    def rows(self, make: Callable[[Sequence[str]], Row]) -> Iterator[Row]:
        """Every row, made into what `make` returns.

        Raises:
            InvalidDataError: a row isn't what it should be.
        """
        return self._made(self._text.splitlines()[1:], 2, make)

    def rows_of(self, key: str, make: Callable[[Sequence[str]], Row]) -> Iterator[Row]:
        """The rows whose first cell is `key`.

        Raises:
            InvalidDataError: one of them isn't what it should be.
        """
        start = self._text.find(f"\n{key},")
        if start < 0:
            return iter(())
        last = self._text.rfind(f"\n{key},")
        end = self._text.find("\n", last + 1)
        lines = self._text[start + 1 : end if end >= 0 else len(self._text)].splitlines()
        return self._made(lines, self._text.count("\n", 0, start) + 2, make)

    def _made(self, lines: Sequence[str], first: int, make: Callable[[Sequence[str]], Row]) -> Iterator[Row]:
        for number, cells in enumerate(csv.reader(lines), start=first):
            try:
                yield make(cells)
            except (ValueError, IndexError, TypeError):
                raise self._broken(number, "this is no row of ours") from None

    def _broken(self, line: int | None, message: str) -> InvalidDataError:
        return InvalidDataError(
            f"{self.path.name} can't be used:",
            hint="`cscareer data check` names every problem; importing the official file again mends it.",
            problems=[Problem(str(self.path), line, None, f"{message}.")],
        )
