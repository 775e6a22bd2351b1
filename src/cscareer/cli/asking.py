"""Questions to the person at a terminal: asked on standard error, answered on standard input."""

import shutil
import sys
import textwrap
from enum import StrEnum

import typer

from cscareer.cli.words import Choice
from cscareer.errors import ExitCode, UsageError

LEAVE = frozenset({"q", "quit", "exit", "leave", "bye"})
LEAVES = "q stops"
BACK = frozenset({"back", "go back", "previous", "undo"})
NOT_KNOWN = frozenset(
    {
        "idk",
        "dunno",
        "no idea",
        "not sure",
        "don't know",
        "dont know",
        "i don't know",
        "i dont know",
        "unsure",
        "whatever",
    }
)
_NARROWEST = 20  # letters of a line
UNSURE = "Not sure which you mean"  # begins what is said of any slip


class GoneBack(typer.Exit):
    """A person wants to answer the question before once more; where there is none, they leave."""


class YesNo(StrEnum):
    """An answer to a plain question."""

    YES = "yes"
    NO = "no"


def require_person(option: str) -> None:
    """Sees to it that somebody is there to answer.

    Raises:
        UsageError: standard input or standard error is no terminal.
    """
    if not is_answering():
        raise UsageError(
            f"{option} asks you questions, and there is no terminal to answer them in.",
            hint="Run it in a terminal, without piping anything into it.",
        )


def is_answering() -> bool:
    """Whether somebody is there to answer: standard input and standard error are terminals."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, choices: type[Choice]) -> Choice:
    """The choice a person makes by its word or the beginning of it; asks again until it is one.

    Raises:
        typer.Exit: they leave; with 130, where they end the input instead.
    """
    offered = "/".join(choices)
    while True:
        said = read_line(f"{question} ({offered}; {LEAVES})").casefold()
        if said in LEAVE:
            raise typer.Exit
        meant = [choice for choice in choices if said and choice.startswith(said)]
        if len(meant) == 1:
            return meant[0]
        question = f"{UNSURE}: one of these words, please, or its first letter"


def read_line(prompt: str) -> str:
    """The line a person answers a prompt with, which is broken between words where the terminal ends.

    Raises:
        typer.Exit: with 130, where the person ends the input instead.
    """
    from cscareer.render.show import tell

    try:
        shown = "\n".join(fitted(line) for line in prompt.split("\n"))
        tell(f"{shown} ", end="")
        line = sys.stdin.buffer.readline()
    except KeyboardInterrupt:
        tell("")
        raise
    if not line:
        tell("")
        raise typer.Exit(ExitCode.INTERRUPTED)
    return line.decode("utf-8", "replace").strip()


def fitted(line: str, indent: str = "") -> str:
    """A line broken between words where the terminal ends."""
    return textwrap.fill(line, max(columns() - 1, _NARROWEST), subsequent_indent=indent)


def columns() -> int:
    """How many letters wide the terminal is."""
    return shutil.get_terminal_size().columns
