"""Workers for PDF and workbooks that begin in a moment: forked from a process that has their libraries already.

The program starts each in a Python of its own, which takes most of the time of reading a small file. Here the very same script runs
under the same bounds, on top of what this process has taken; `tests/catalog/test_worker.py` tries the real start.
"""

import io
import os
import resource
import runpy
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import NoReturn
from unittest.mock import patch

from cscareer.catalog.worker import Limits, WorkerError

_READERS = ("cscareer.documents.pdf", "cscareer.pay.importing.workbooks", "cscareer.tickets.workbooks")


def warm() -> None:
    """From now on this process forks its workers."""
    for name in ("pypdf", "python_calamine"):
        with suppress(ImportError):
            import_module(name)
    for name in _READERS:
        module = import_module(name)
        patch.object(module, "lines_of", lines_of).start()


def lines_of(script: Path, *arguments: str, limits: Limits, content: bytes = b"") -> Iterator[bytes]:
    """As `cscareer.catalog.worker.lines_of`."""
    given, taken = os.memfd_create("given"), os.memfd_create("taken")
    with os.fdopen(given, "r+b") as before, os.fdopen(taken, "r+b") as after:
        before.write(content)
        before.seek(0)
        child = os.fork()
        if child == 0:
            _work(script, (str(limits.memory + _taken()), str(limits.computing), *arguments), given, taken)
        late = []

        def stop() -> None:
            late.append(True)
            os.kill(child, signal.SIGKILL)

        timer = Timer(limits.waiting, stop)
        timer.daemon = True
        timer.start()
        try:
            _, status = os.waitpid(child, 0)
        finally:
            timer.cancel()
        after.seek(0)  # where the child has left it
        yield from after
        if status:
            raise WorkerError(late=bool(late))


def _taken() -> int:
    """Bytes of address space that this process has already, which its child has from it."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    return 1_000_000_000


def _work(script: Path, words: tuple[str, ...], given: int, taken: int) -> NoReturn:
    """The life of a worker: it never comes back."""
    code = 1
    try:
        signal.setitimer(signal.ITIMER_PROF, 0)
        os.dup2(given, 0)
        os.dup2(taken, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
        sys.stderr = io.StringIO()
        sys.argv = [str(script), *words]
        runpy.run_path(str(script), run_name="__main__")
        sys.stdout.flush()
        code = 0
    finally:
        os._exit(code)
