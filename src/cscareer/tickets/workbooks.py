"""Workbooks of tickets, written out as CSV by a process of its own with bounds on time and memory."""

from importlib.util import find_spec
from pathlib import Path

from cscareer.catalog.worker import Limits, WorkerError, lines_of
from cscareer.errors import InvalidDataError, MissingExtraError, Problem

_WORKER = Path(__file__).with_name("workbook_worker.py")
_MEGABYTE = 1_000_000


def write_as_csv(path: Path, to: Path, name: str) -> None:
    """Writes the first sheet of a workbook as CSV; a formula is the value that the workbook keeps for it.

    Raises:
        MissingExtraError: python-calamine isn't installed.
        InvalidDataError: it is no whole workbook, or one made to harm.
        OSError: it can't be written.
    """
    if find_spec("python_calamine") is None:
        raise MissingExtraError.of("Reading workbooks", "tickets")
    size = path.stat().st_size
    limits = Limits(
        memory=(250 + 25 * size // _MEGABYTE) * _MEGABYTE,
        computing=10 + 3 * size // _MEGABYTE,
        waiting=30 + 10 * size // _MEGABYTE,
    )
    try:
        with to.open("wb") as out:
            out.writelines(lines_of(_WORKER, str(path.resolve()), limits=limits))
    except WorkerError as ended:
        message = (
            "it takes longer to read than a workbook of its size may."
            if ended.late
            else "this is no whole workbook, or one that takes far more memory than its size explains."
        )
        raise InvalidDataError(
            f"{name} can't be used:",
            problems=[Problem(name, None, None, message, "Save the sheet as CSV UTF-8, or export it again.")],
        ) from None
