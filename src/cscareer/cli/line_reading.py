"""The words behind a command, of which those that belong together are joined and each is given to what it is meant for."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from typer.models import ArgumentInfo

from cscareer.cli.line_options import ValueOption
from cscareer.cli.line_words import (
    AMOUNT,
    JOINED,
    MOST_WORDS,
    TITLES,
    is_amount,
    is_place,
    is_title,
    place_behind,
    place_beside,
)
from cscareer.errors import CareerError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog

ENDS_OPTIONS = "--"
_RESUME, _ROLE, _LOCATION = "--resume", "--role", "--location"
_OF_RESUMES = (".pdf", ".docx", ".txt", ".md")
_MOST_LOOKED_UP = 300  # names made of words of one line
_BETWEEN = frozenset({"as", "for", "in", "at", "a", "an"})  # stand between an amount, a title and a place


class LineReading:
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
            # Whatever else a word is, it is no file; one that ends like a resume and isn't there is told so.
            is_file = may_be and (os.path.isfile(word) or word.casefold().endswith(_OF_RESUMES))  # noqa: PTH113
            if option and is_file:
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
