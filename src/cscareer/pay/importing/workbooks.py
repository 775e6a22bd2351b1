"""Reading .xlsx workbooks, in a process of its own; what is cut off or made to harm is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from cscareer.catalog.worker import Limits, WorkerError, lines_of
from cscareer.errors import MissingExtraError
from cscareer.pay.importing.rows import AGAIN, UNCHANGED, BadRowError

_WORKER = Path(__file__).with_name("workbook_worker.py")
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Content:
    """The first sheet of a workbook, and the threshold its notes state for `#`."""

    rows: Iterator[list[Any]]
    height: int
    top_hourly: float | None
    top_yearly: float | None


def read(path: Path) -> Content:
    """Reads a workbook; its rows come as they are asked for, and raise BadRowError where the reading breaks off.

    Raises:
        BadRowError: it is no whole workbook, or one we don't take.
        MissingExtraError: python-calamine isn't installed.
        OSError: it can't be read.
    """
    if find_spec("python_calamine") is None:
        raise MissingExtraError.of("Reading workbooks", "import")
    lines = _lines(path)
    head: dict[str, Any] = next(lines)
    if fault := head.get("fault"):
        raise BadRowError(fault, head["hint"], row=head["row"])
    rows = (row for some in lines for row in some)
    return Content(rows, head["height"], head["hourly"], head["yearly"])


def _lines(path: Path) -> Iterator[Any]:
    try:
        for line in lines_of(_WORKER, str(path.resolve()), limits=_limits(path.stat().st_size)):
            yield from_json(line)
    except WorkerError as ended:
        if ended.late:
            raise BadRowError("it takes longer to read than a workbook of its size may", UNCHANGED) from None
        raise BadRowError(
            "this is no readable workbook, or one that takes far more memory than its size explains", AGAIN
        ) from None


def _limits(size: int) -> Limits:
    """The official workbook of all areas and industries, 60 MB, takes 850 MB of memory and 20 seconds."""
    return Limits(
        memory=(250 + 20 * size // _MEGABYTE) * _MEGABYTE,
        computing=2 + size // 100_000,
        waiting=30 + 10 * size // _MEGABYTE,
    )
