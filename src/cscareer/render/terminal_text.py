"""Text as a terminal shows it: taken literally, its lines broken between words."""

from rich.console import Console
from rich.text import Text

from cscareer.render.commands import broken, held, let_go
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
    width = min(console.width, READABLE)
    if (kept := held(text.plain, width)) == text.plain:
        console.print(text, width=width, soft_wrap=False)
        return
    for line in _wrapped(console, text, kept, width):
        console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _wrapped(console: Console, text: Text, kept: str, width: int) -> list[Text]:
    """The lines of a text, broken where its other spelling `kept`, of as many letters, has spaces."""
    text = text.copy()
    text.plain = kept
    lines = list(text.wrap(console, width, overflow="fold"))
    for line in lines:
        line.plain = let_go(line.plain)
    return lines


def print_hanging(console: Console, mark: str | Text, text: Text) -> None:
    """Text behind a mark, its further lines set in as far as its first."""
    start = Text(mark) if isinstance(mark, str) else mark
    room = max(min(console.width, READABLE) - start.cell_len, 1)
    lines = _wrapped(console, text, held(text.plain, room), room)
    for index, line in enumerate(lines):
        console.print(
            joined(start if index == 0 else Text(" " * start.cell_len), line),
            no_wrap=True,
            overflow="ignore",
            crop=False,
        )


def print_command(console: Console, command: str) -> None:
    """A command by itself, broken between its arguments, so that it can be pasted."""
    for line in broken("    ", scrub(command), console.width):
        console.print(styled(line, "bold"), no_wrap=True, crop=False, overflow="ignore")
