"""What every reader of the fuzzer stands on: the data, a folder of its own, and a look at whatever is shown."""

import atexit
import io
import re
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.steering import STEERING
from cscareer.errors import CareerError
from cscareer.render.formats import Format

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 27)
STEERS = re.compile(f"(?![\n\t])[{STEERING}]")
OURS = re.compile(
    r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;(?:https?://[^\x1b]*)?\x1b\\"
)  # colours and links that we draw


class Unsafe(AssertionError):  # noqa: N818  what a check found, no failure of the program
    """Something that steers a terminal reached what is shown."""


@cache
def catalog() -> Catalog:
    """The built-in data."""
    return load_catalog(environment={})


@cache
def room() -> Path:
    """A folder of this process's own, where memory holds it if there is one."""
    memory = Path("/dev/shm")  # noqa: S108  a file system, not a file
    place = Path(tempfile.mkdtemp(prefix="fuzz-", dir=memory if memory.is_dir() else None))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


def drawn(error: CareerError) -> str:
    """An error as a person sees it, and as a script does."""
    from rich.console import Console

    from cscareer.render.json_format import draw_error as as_json
    from cscareer.render.terminal import draw_error

    return draw_error(Console(width=80, file=io.StringIO()), error) + as_json(error)


def text_of(content: bytes) -> str:
    """Bytes as an argument of a command line would be."""
    return content.decode("utf-8", "surrogateescape")


def show(answer: Answer) -> None:
    """Draws an answer in every usual form.

    Raises:
        Unsafe: something that steers a terminal is in it.
    """
    from rich.console import Console

    from cscareer.render.show import draw, lay_out
    from cscareer.render.terminal import draw_terminal

    console = Console(width=80, force_terminal=True, file=io.StringIO())
    table = draw_terminal(console, lay_out(answer), answer.sources, answer.layers)
    for text in (
        OURS.sub("", table),
        draw(answer, Format.MARKDOWN),
        draw(answer, Format.JSON),
        draw(answer, Format.CSV),
    ):
        if found := STEERS.search(text.replace("\r\n", "\n")):
            raise Unsafe(f"{found[0]!r} in what is shown")
