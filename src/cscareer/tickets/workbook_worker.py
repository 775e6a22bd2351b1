"""The process that reads a workbook of tickets: its path comes in as an argument, its first sheet goes out as CSV.

It is a script of its own, so that a workbook made to harm can be stopped, and a reader that aborts takes nothing else with it.
"""

import csv
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from cscareer.catalog.worker import limit

MOST_UNPACKED = 3_000_000_000  # bytes
MOST_RATIO = 200  # unpacked to packed; a sheet of text packs to a tenth
MOST_CELLS = 400  # in a row; a cell far to the right makes every row that wide


def _look_through(path: Path) -> None:
    """Unpacks every part once, so that one that is larger than it says is met here.

    Raises:
        ValueError: it unpacks to too much.
        Exception: it is no whole archive.
    """
    left = min(MOST_UNPACKED, MOST_RATIO * max(path.stat().st_size, 5000))
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            with archive.open(member) as part:
                while chunk := part.read(1 << 18):
                    left -= len(chunk)
                    if left < 0:
                        raise ValueError("it unpacks to far more than a workbook of tickets does")


def _text(value: Any) -> str:  # noqa: ANN401  whatever a cell holds
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, timedelta):
        return str(value.total_seconds())
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _write(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    _look_through(path)
    out = csv.writer(sys.stdout, lineterminator="\n")
    with CalamineWorkbook.from_path(path) as workbook:
        sheet = workbook.get_sheet_by_index(0)
        if sheet.width > MOST_CELLS:
            raise ValueError("it is wider than any table of tickets")
        for row in sheet.iter_rows():
            out.writerow([_text(cell) for cell in row])


if __name__ == "__main__":
    (_path,) = limit()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
    _write(Path(_path))
