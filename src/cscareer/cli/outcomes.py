"""What the body of a command may return besides a plain answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cscareer.catalog.answer import Answer
    from cscareer.render.formats import Format


class Reply(NamedTuple):
    """An answer with more to it.

    `full` shows all of it at once, where the person asked for more than a first screen has. `holds` is False where the answer is "no" and the run ends with 1, and `afterwards` is done once the answer has been
    shown.
    """

    answer: "Answer"
    full: bool = False
    holds: bool = True
    afterwards: Callable[[], None] | None = None


class Text(NamedTuple):
    """Text to write as it is."""

    text: str


class Export(NamedTuple):
    """A file as it is to be written, by a command that `saves`: to --output, or to standard output.

    `force` replaces a file that is there, None where a command can't be asked to; `afterwards` is done once it is written.
    """

    content: bytes
    force: bool | None = None
    afterwards: Callable[[], None] | None = None


class Stream(NamedTuple):
    """Answers to write one after the other as they come: `write` writes them all, as JSON lines or CSV."""

    write: "Callable[[Format], None]"
