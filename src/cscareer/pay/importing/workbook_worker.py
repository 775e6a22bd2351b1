"""The process that reads a workbook: its path comes in as an argument, lines of JSON go out.

The first line is an object with the number of rows and the notes' thresholds, or the fault and its hint; each line
after it is a list of rows. It is a script of its own, so that a workbook made to harm can be stopped, and a reader
that aborts takes nothing else with it.
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from cscareer.catalog.worker import limit

MOST_UNPACKED = 3_000_000_000  # bytes; the workbook of all areas and industries unpacks to about 700 MB
MOST_RATIO = 200  # unpacked to packed; a workbook of figures packs to a tenth
CHUNK = 1 << 18
ROWS_AT_ONCE = 1_000
_MAYBE_FORMULA = re.compile(rb"f[ >/]")  # an f is rare in a sheet, which makes this the quickest look
_FORMULA = re.compile(rb"<(?:\w{1,20}:)?f[ >/]")
_FAR_CELL = re.compile(
    rb"""r=["'](?:[A-Z]{3}|[A-Z]{0,2}[0-9]{7})"""
)  # beyond ZZ, or in row 1,000,000 or later
_ROW = re.compile(rb"""<(?:\w{1,20}:)?row[^>]{0,200}? r=["'](\d{1,12})""")
_SEAM = 250  # bytes; enough for any of these to lie across two chunks
_THRESHOLD = re.compile(r"#\s*=.*?\$\s*([\d,]+(?:\.\d+)?) per hour or \$\s*([\d,]+) per year")


class BadWorkbookError(Exception):
    """A workbook we don't take: the reason, and what to do."""

    def __init__(self, message: str, hint: str, row: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.row = row


def look_through(path: Path) -> None:
    """Unpacks every part once, and looks for formulas and cells far away in the sheets.

    Raises:
        BadWorkbookError: there are such, or it unpacks to too much.
        Exception: it is no whole archive.
    """
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(path.stat().st_size, 5000):
            raise BadWorkbookError(
                "it unpacks to far more than a workbook of figures does", "Don't trust it."
            )
        for member in members:
            in_sheet = member.filename.startswith("xl/worksheets/")
            tail = b""
            row = 1
            with archive.open(member) as part:
                while chunk := part.read(CHUNK):
                    if in_sheet:
                        row = _look_at(tail + chunk, row)
                        tail = chunk[-_SEAM:]


def _look_at(text: bytes, row: int) -> int:
    """Looks at a part of a sheet; returns the last row that begins in it."""
    message = ""
    if _MAYBE_FORMULA.search(text) and (found := _FORMULA.search(text)):
        message = "it has formulas where figures belong"
    elif found := _FAR_CELL.search(text):
        message = "it has cells beyond column ZZ or row 999,999, where no table of ours reaches"
    ends = found.end() + 5 if message and found else len(text)  # the number of a far row goes on
    last = text.rfind(b"row", 0, ends)
    begun = _ROW.search(text, max(last - 25, 0), ends) if last >= 0 else None
    row = int(begun[1]) if begun else row
    if message:
        raise BadWorkbookError(message, "Use the file as it is published, unchanged.", row)
    return row


def _write(value: Any) -> None:  # noqa: ANN401  anything JSON holds
    sys.stdout.buffer.write(to_json(value, fallback=str) + b"\n")


def _read(path: Path) -> Iterator[Any]:
    from python_calamine import CalamineWorkbook

    look_through(path)
    with CalamineWorkbook.from_path(path) as workbook:
        sheet = workbook.get_sheet_by_index(0)
        notes = (
            " ".join(map(str, row))
            for name in workbook.sheet_names[1:]
            for row in workbook.get_sheet_by_name(name).iter_rows()
        )
        found = next((match for note in notes if (match := _THRESHOLD.search(note))), None)
        hourly, yearly = (float(each.replace(",", "")) for each in found.groups()) if found else (None, None)
    yield {"height": sheet.height, "hourly": hourly, "yearly": yearly}
    rows = sheet.iter_rows()
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some


if __name__ == "__main__":
    (path,) = limit()
    try:
        for value in _read(Path(path)):
            _write(value)
    except BadWorkbookError as refused:
        _write({"fault": refused.message, "hint": refused.hint, "row": refused.row})
    except Exception:  # noqa: BLE001  broken files make the libraries fail in every way there is
        _write({"fault": "this is no whole workbook", "hint": "Download it again.", "row": None})
