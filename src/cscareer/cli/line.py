"""A command line as people type it, put into the order and the words that the commands take."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cscareer.cli.declaring import Declaration
from cscareer.cli.line_options import arguments_of, options_of
from cscareer.cli.line_reading import ENDS_OPTIONS, LineReading
from cscareer.cli.line_words import FORMAT, formats_written_out

HELP, DATA_DIR = "help", "--data-dir"
_FLAGS = frozenset({"--json", "--full", "--wide"})
_LONG_DASH = re.compile(
    r"\A[\u2013\u2014\u2212](?=[a-z][a-z-]{3,20}(?:=|\Z))"
)  # as editors make of two hyphens


class CommandLine(NamedTuple):
    """The words to run, with options of the whole program first, and how words were read that belong together."""

    words: list[str]
    notes: list[str]


def read_line_of(
    arguments: Sequence[str], declarations: Sequence[Declaration], flags: Sequence[str]
) -> CommandLine:
    """A command line with `help COMMAND` as `COMMAND --help`, options of the whole program first, and names joined.

    A place or a title given to an option may be of several words without quotes, where they make a known one.

    Args:
        arguments: the words as typed.
        declarations: the commands there are.
        flags: the options of the whole program that take no value.

    Raises:
        UsageError: an option that takes one value is given several times.
    """
    end = list(arguments).index(ENDS_OPTIONS) if ENDS_OPTIONS in arguments else len(arguments)
    typed = [*(_LONG_DASH.sub("--", word) for word in arguments[:end]), *arguments[end:]]
    first, rest = of_the_program(typed, flags)
    early, rest = _early(rest)
    if rest[:1] == [HELP] and not any(each.words[0] == HELP for each in declarations):
        rest = [*rest[1:], "--help"]
    if rest and not any(each.words[0] == rest[0] for each in declarations):
        known = next((each.words[0] for each in declarations if each.words[0] == rest[0].casefold()), rest[0])
        rest = [known, *rest[1:]]  # "Roles"
    command = next((each for each in declarations if tuple(rest[: len(each.words)]) == each.words), None)
    if command is None:
        return CommandLine([*first, *early, *rest], [])
    reading = LineReading(options_of(command), _folder(first), arguments_of(command))
    kept = list(reading.read([*early, *rest[len(command.words) :]]))
    return CommandLine([*first, *command.words, *formats_written_out(kept)], reading.notes)


def _early(words: list[str]) -> tuple[list[str], list[str]]:
    """The options of every command that stand before its name, and the other words: "--json roles"."""
    at = 0
    while at < len(words):
        if words[at] in _FLAGS or words[at].startswith("--format="):
            at += 1
        elif words[at] in FORMAT and at + 2 < len(words):
            at += 2
        else:
            break
    return words[:at], words[at:]


def of_the_program(arguments: Sequence[str], flags: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options of the whole program, wherever they stand, and the other words."""
    first: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == ENDS_OPTIONS:
            return first, [*rest, word, *words]
        if word in flags or word.startswith(f"{DATA_DIR}="):
            first.append(word)
        elif word == DATA_DIR:
            first += [word, *(following for following in [next(words, None)] if following is not None)]
        else:
            rest.append(word)
    return first, rest


def _folder(first: Sequence[str]) -> Path | None:
    for at, word in enumerate(first):
        if word.startswith(f"{DATA_DIR}="):
            return Path(word.partition("=")[2])
        if word == DATA_DIR and at + 1 < len(first):
            return Path(first[at + 1])
    return None
