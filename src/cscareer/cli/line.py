"""A command line as people type it, put into the order and the words that the commands take."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from typer.models import ArgumentInfo

from cscareer.cli.declaring import Declaration
from cscareer.cli.line_options import ValueOption, arguments_of, options_of
from cscareer.cli.line_words import (
    AMOUNT,
    FORMAT,
    JOINED,
    MOST_WORDS,
    TITLES,
    formats_written_out,
    is_amount,
    is_place,
    is_title,
    place_behind,
    place_beside,
)
from cscareer.errors import CareerError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog

HELP, ENDS_OPTIONS, DATA_DIR = "help", "--", "--data-dir"
_FLAGS = frozenset({"--json", "--full", "--wide"})
_LONG_DASH = re.compile(
    r"\A[\u2013\u2014\u2212](?=[a-z][a-z-]{3,20}(?:=|\Z))"
)  # as editors make of two hyphens
_RESUME, _ROLE, _LOCATION = "--resume", "--role", "--location"
_MOST_LOOKED_UP = 300  # names made of words of one line
_BETWEEN = frozenset({"as", "for", "in", "at", "a", "an"})  # stand between an amount, a title and a place


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
    first, rest = _of_the_program(typed, flags)
    early, rest = _early(rest)
    if rest[:1] == [HELP] and not any(each.words[0] == HELP for each in declarations):
        rest = [*rest[1:], "--help"]
    if rest and not any(each.words[0] == rest[0] for each in declarations):
        known = next((each.words[0] for each in declarations if each.words[0] == rest[0].casefold()), rest[0])
        rest = [known, *rest[1:]]  # "Roles"
    command = next((each for each in declarations if tuple(rest[: len(each.words)]) == each.words), None)
    if command is None:
        return CommandLine([*first, *early, *rest], [])
    reading = _Reading(options_of(command), _folder(first), arguments_of(command))
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


def _of_the_program(arguments: Sequence[str], flags: Sequence[str]) -> tuple[list[str], list[str]]:
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


class _Reading:
    """Reads the words of one command; the guide is loaded only where words may have to be joined."""

    def __init__(
        self, options: Sequence[ValueOption], folder: Path | None, arguments: Sequence[ArgumentInfo]
    ) -> None:
        self._options = {name: each for each in options for name in each.names}
        self._arguments = arguments
        self._folder = folder
        self._catalog: Catalog | None = None
        self._looked_up: dict[tuple[tuple[str, ...], str], bool] = {}
        self.notes: list[str] = []

    def read(self, words: Sequence[str]) -> list[str]:
        """The words in order: names of several words as one, and what stands loose behind the option it is meant for.

        Raises:
            UsageError: an option that takes one value is given several times.
        """
        loose: list[str] = []
        given: set[ValueOption] = set()
        kept = list(self._joined(words, loose, given))
        if ENDS_OPTIONS in words:  # whoever writes that says what is what
            return [*loose, *kept]
        loose = list(self._without_files(loose, given, kept))
        if any(each.autocompletion in TITLES for each in self._arguments):
            loose = self._without_place(loose, given, kept)
        if _ROLE in kept[:-1]:
            at = kept.index(_ROLE) + 1
            kept[at : at + 1] = self._without_place(kept[at : at + 1], given, kept)
        if [each.metavar for each in self._arguments] == [AMOUNT]:
            loose = list(self._told_apart(loose, given, kept))
        return [*loose, *kept]

    def _without_files(self, loose: Sequence[str], given: set[ValueOption], kept: list[str]) -> Iterator[str]:
        """The loose words but for a file, which is the resume where the command takes one and no file else."""
        takes_files = any(
            name in (each.metavar or "") for each in self._arguments for name in ("FILE", "INPUT")
        )
        option = self._options.get(_RESUME)
        for word in loose:
            may_be = option and option not in given and not takes_files and "." in word
            if may_be and len([each for each in loose if os.path.isfile(each)]) > 1:  # noqa: PTH113
                raise UsageError(
                    "One resume is read at a time.",
                    hint="Ask once for each; or give many people as JSON lines, to match, report or bulk: --people FILE.jsonl",
                )
            if option and may_be and os.path.isfile(word):  # noqa: PTH113  whatever else a word is, it is no file
                given.add(option)
                kept += [_RESUME, word]
                self.notes.append(f"Reading {word} as your resume.")
            else:
                yield word

    def _without_place(self, words: Sequence[str], given: set[ValueOption], kept: list[str]) -> list[str]:
        """Words of a title but for "in Denver" at their end, which is the place where the command takes one; it is told."""
        found = place_behind(words)
        if found is None:
            return self._without_bare_place(words, given, kept)
        if not (catalog := self._loaded()):
            return list(words)
        title, place = found
        option, known = self._options.get(_LOCATION), is_place(catalog, place)
        if is_title(catalog, " ".join(words)) or not (known or is_title(catalog, " ".join(title))):
            return list(words)
        if known and option and option not in given:
            given.add(option)
            kept += [_LOCATION, place]
            self.notes.append(f'Reading "in {place}" as the place, as with -l.')
            return title
        why = "-l says where" if option in given else "this asks for no place"
        self.notes.append(
            f'Left out: "in {place}", as {why if known else "we know no such place in the US"}.'
        )
        return title

    def _without_bare_place(
        self, words: Sequence[str], given: set[ValueOption], kept: list[str]
    ) -> list[str]:
        """Words of titles but for a place beside them, where the command takes one and none is given; it is told."""
        option = self._options.get(_LOCATION)
        one_word = len(words) < 2  # noqa: PLR2004
        if option is None or option in given or one_word or not (catalog := self._loaded()):
            return list(words)
        found = place_beside(catalog, words)
        if found is None:
            return list(words)
        given.add(option)
        kept += [_LOCATION, found[1]]
        self.notes.append(f'Reading "{found[1]}" as the place, as with -l.')
        return found[0]

    def _told_apart(self, loose: Sequence[str], given: set[ValueOption], kept: list[str]) -> Iterator[str]:
        """The amount that begins the loose words, with a title and a place behind it given to their options.

        Words that make none of these are given to the first that is missing, which teaches what it takes.
        """
        if len(loose) < 2 or not (catalog := self._loaded()):  # noqa: PLR2004  one word is the amount
            yield from loose
            return
        length = next(
            (n for n in range(min(len(loose), MOST_WORDS), 0, -1) if is_amount(catalog, " ".join(loose[:n]))),
            1,
        )
        yield " ".join(loose[:length])
        rest = list(loose[length:])
        while rest:
            if rest[0].casefold() in _BETWEEN and len(rest) > 1:
                rest.pop(0)
                continue
            found = self._meant(catalog, rest, given)
            if found is None:
                yield from self._for_the_missing(catalog, rest, given, kept)
                return
            name, taken = found
            given.add(self._options[name])
            said = " ".join(rest[:taken])
            kept += [name, said]
            self.notes.append(f'Reading "{said}" as {name.removeprefix("--")}.')
            del rest[:taken]

    def _for_the_missing(
        self, catalog: "Catalog", rest: list[str], given: set[ValueOption], kept: list[str]
    ) -> Iterator[str]:
        """Words that mean nothing we know: put behind the option that is missing, which tells what they aren't; else left."""
        said = " ".join(rest)
        ends = [(name, self._options[name]) for name in (_ROLE, _LOCATION) if name in self._options]
        name = next((name for name, option in ends if option not in given), None)
        if name is None or any(self._is_value(catalog, option, said) for _, option in ends):
            yield from rest
        else:
            kept += [name, said]

    def _meant(
        self, catalog: "Catalog", words: Sequence[str], given: set[ValueOption]
    ) -> tuple[str, int] | None:
        """The option not given yet that the first words are a value of, and how many words: as many as can be."""
        for taken in range(min(len(words), MOST_WORDS), 0, -1):
            said = " ".join(words[:taken])
            for name in (_ROLE, _LOCATION):
                option = self._options.get(name)
                if option and option not in given and self._is_value(catalog, option, said):
                    return name, taken
        return None

    def _joined(self, words: Sequence[str], loose: list[str], given: set[ValueOption]) -> Iterator[str]:
        """The options, each with its value, of however many words that is; the other words are put with `loose`.

        Raises:
            UsageError: an option that takes one value is given several times.
        """
        at = 0
        while at < len(words):
            word, at = words[at], at + 1
            if word == ENDS_OPTIONS:
                yield from words[at - 1 :]
                return
            if not word.startswith("-") or word == "-":
                loose.append(word)
                continue
            yield word
            name, _, attached = word.partition("=")
            if word[:2] in self._options and len(word) > len("-l"):
                name = attached = word[:2]  # -lAustin
            option = self._options.get(name)
            if option is None:
                continue
            if option in given and not option.several:
                raise UsageError(
                    f"{name} stands there twice, and only one is meant.", hint="Leave one of the two out."
                )
            given.add(option)
            if not attached and at < len(words):
                value, taken = self._value(option, words[at:])
                at += taken
                yield value

    def _value(self, option: ValueOption, words: Sequence[str]) -> tuple[str, int]:
        """The value of an option, and how many words it is: as many as make a name."""
        length = next((at for at, word in enumerate(words) if at and word.startswith("-")), len(words))
        if option.joins is not None and length > 1 and (catalog := self._loaded()):
            for taken in range(min(length, MOST_WORDS), 1, -1):
                said = " ".join(words[:taken])
                if self._is_value(catalog, option, said):
                    if option.joins in JOINED.values():  # an amount or a time is told with the answer
                        self.notes.append(f'Reading "{said}" as one name.')
                    return said, taken
        return words[0], 1

    def _is_value(self, catalog: "Catalog", option: ValueOption, said: str) -> bool:
        """Whether words are a name that an option takes; of thousands, which nobody types, the first are looked up."""
        if option.joins is None:
            return False
        asked = (option.names, said)
        if asked not in self._looked_up and len(self._looked_up) < _MOST_LOOKED_UP:
            self._looked_up[asked] = option.joins(catalog, said)
        return self._looked_up.get(asked, False)

    def _loaded(self) -> "Catalog | None":
        from cscareer.catalog.loading import load_catalog

        if self._catalog is None:
            with suppress(CareerError):  # told when the command asks for it
                self._catalog = load_catalog(self._folder)
        return self._catalog
