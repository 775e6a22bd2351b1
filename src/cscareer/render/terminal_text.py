"""Text as a terminal shows it: taken literally, its lines broken between words."""

from rich.console import Console
from rich.text import Text

from cscareer.render.text import scrub

READABLE = 100  # columns a line of prose runs at most
UNBOUNDED = 1000  # columns, where nothing tells how wide the reader's screen is


def styled(text: str, style: str = "") -> Text:
    """Text without control characters, taken literally."""
    return Text(scrub(text), style=style)


def joined(*parts: Text) -> Text:
    """The parts one after the other, each in its own style; `+` would lay the first one's over all."""
    return Text.assemble(*parts)


def print_prose(console: Console, text: Text) -> None:
    """Prints a paragraph, its lines no longer than is readable."""
    console.print(text, width=min(console.width, READABLE), soft_wrap=False)


def print_hanging(console: Console, mark: str | Text, text: Text) -> None:
    """Text behind a mark, its further lines set in as far as its first."""
    start = Text(mark) if isinstance(mark, str) else mark
    room = max(min(console.width, READABLE) - start.cell_len, 1)
    lines = text.wrap(console, room, overflow="fold")
    for index, line in enumerate(lines):
        console.print(
            joined(start if index == 0 else Text(" " * start.cell_len), line),
            no_wrap=True,
            overflow="ignore",
            crop=False,
        )


def print_command(console: Console, command: str) -> None:
    """A command by itself, never folded: cut in two it can't be pasted."""
    console.print(styled(f"    {command}", "bold"), no_wrap=True, crop=False, overflow="ignore")
