"""How far a long task is: a line on a terminal's standard error that is gone once the task is done."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cscareer.bulk.running import BulkProgress
from cscareer.render.plain_asked import asks_for_plain
from cscareer.render.show import tell as tell_line
from cscareer.render.terminal import console_for
from cscareer.render.text import scrub

_BETWEEN_LINES, _MINUTE, _HOUR = 10, 60, 3600  # seconds
Tell = Callable[[str, int, int | None], None]  # file, rows done, rows in all where that is known


@contextmanager
def showing_rows(*, no_color: bool) -> Iterator[Tell]:
    """Something to tell how many rows of a file are done; nothing is drawn where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _file, _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("rows"))
    console = console_for(sys.stderr, None, no_color=no_color)
    with Progress(*columns, console=console, transient=True) as drawn:
        task = drawn.add_task("", total=None)

        def tell(file: str, done: int, total: int | None) -> None:
            drawn.update(task, description=scrub(file), completed=done, total=total, refresh=not done)

        yield tell


@contextmanager
def showing_bulk(kind: str, *, no_color: bool) -> Iterator[Callable[[BulkProgress], None]]:
    """Something to tell how far a bulk run is: a line that is drawn anew on a terminal, else, and in words alone, a line now and then."""
    if not sys.stderr.isatty() or asks_for_plain(os.environ):
        yield _Lines(kind).tell
        return
    console = console_for(sys.stderr, None, no_color=no_color)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(20),
        TextColumn("{task.fields[how]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as drawn:
        task = drawn.add_task(kind, total=None, how="starting")

        def tell(far: BulkProgress) -> None:
            drawn.update(
                task, total=far.of + far.before, completed=far.lines + far.before, how=_how(far), refresh=True
            )

        yield tell


class _Lines:
    """Lines of progress, the first one when there is something to tell, then one in a while."""

    def __init__(self, kind: str) -> None:
        self._kind, self._told = kind, time.monotonic()

    def tell(self, far: BulkProgress) -> None:
        if not far.lines and far.before:
            tell_line(f"{far.before:,} lines are done already, {far.of:,} are left.")
        if time.monotonic() - self._told >= _BETWEEN_LINES:
            self._told = time.monotonic()
            tell_line(f"{self._kind}: {_how(far)}")


def _how(far: BulkProgress) -> str:
    """How far it is in words: "120,000 of 1,000,000, 22,000 a second, about 40 s left"."""
    done = f"{far.lines + far.before:,} of {far.of + far.before:,}"
    if not far.lines or not far.seconds:
        return f"{done}, waiting for workers"
    rate = far.lines / far.seconds
    left = f", about {_time((far.of - far.lines) / rate)} left" if far.lines < far.of else ""
    return f"{done}, {rate:,.0f} a second{left}"


def _time(seconds: float) -> str:
    if seconds < 2 * _MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / _MINUTE:.0f} min" if seconds < 2 * _HOUR else f"{seconds / _HOUR:.1f} h"
