"""How far a long task is: a line on a terminal's standard error that is gone once the task is done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cscareer.render.terminal import console_for
from cscareer.render.text import scrub

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
