"""Reading YAML strictly: what YAML 1.1 guesses or hides is refused, and every value has a line.

The text is built from the parser's events, one after the other, because a composer or constructor
works recursively and a deeply nested file overflows its stack before anyone can look at the depth.
"""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cscareer.catalog.reading import RefusedError
from cscareer.errors import Problem

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 20
MAX_VALUES = 300_000  # our own data has a tenth of it
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

# Plain scalars as YAML 1.2's core schema reads them: NO stays a word, 010 and 1:30 stay text.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+)\Z")
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip

KeyPath = tuple[str | int, ...]


def said(location: KeyPath) -> str:
    """A path as a person reads it, its items counted from 1."""
    return " › ".join(step if isinstance(step, str) else f"item {step + 1}" for step in location)


def parse(text: str) -> Any:  # noqa: ANN401  YAML holds anything
    """The value of a YAML text: dicts, lists, str, int, float, bool and None.

    Raises:
        RefusedError: broken YAML, a tag, an anchor or alias, a repeated key, nesting over 20, or more than one document.
    """
    return _Builder().build(text)


def lines(text: str) -> dict[KeyPath, int]:
    """Where each value of a YAML text that `parse` takes stands: its path → its line, counted from 1.

    A mapping's entry stands at its key.
    """
    builder = _Builder(located=True)
    builder.build(text)
    return builder.lines


class Lines:
    """Finds the lines of values in a text that `parse` takes; the text is looked through on the first question."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, location: KeyPath) -> int | None:
        """The line of a value, or of the nearest thing around it that exists."""
        known = self._known
        return next(
            (known[location[:end]] for end in range(len(location), -1, -1) if location[:end] in known), None
        )

    @cached_property
    def _known(self) -> dict[KeyPath, int]:
        return lines(self._text)


def _loader() -> "type[yaml.CSafeLoader | yaml.SafeLoader]":
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Builder:
    """Turns parser events into values, with a stack of its own."""

    def __init__(self, *, located: bool = False) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._located = located
        self._open: list[tuple[Any, Any, KeyPath]] = []  # containers around the current one
        self._here: Any = None
        self._key: Any = _NO_KEY
        self._path: KeyPath = ()
        self._documents = 0
        self._values = 0
        self._root: Any = None

    def build(self, text: str) -> Any:  # noqa: ANN401
        import yaml

        try:
            for event in yaml.parse(text, Loader=_loader()):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else None
            # Newer versions of libyaml have a limit of their own, and meet it while they look ahead.
            if "nesting depth" in f"{error.problem} {error.context}":
                raise RefusedError(_TOO_DEEP, line) from None
            message = f"broken YAML: {error.problem or error.context}"
            raise RefusedError(message, line, _advice(message)) from None
        except yaml.reader.ReaderError as error:
            line = text.encode()[: error.position].count(b"\n") + 1
            raise RefusedError("a control character, which YAML doesn't allow", line) from None
        return self._root

    def _take(self, event: Any) -> None:  # noqa: ANN401
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._refuse_extras(event)
            value = _resolve(event.value) if event.implicit[0] else event.value
            self._add(value, event)
        elif kind == "MappingStartEvent":
            self._descend({}, event)
        elif kind == "SequenceStartEvent":
            self._descend([], event)
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self._here, self._key, self._path = self._open.pop()
        elif kind == "AliasEvent":
            raise RefusedError("an alias (*), which is not taken here", _line(event), "Write the value out.")
        elif kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                raise RefusedError("a second document (---)", _line(event), "Keep one document in a file.")

    def _refuse_extras(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            raise RefusedError("an anchor (&), which is not taken here", _line(event), "Write the value out.")
        if event.tag is not None:
            raise RefusedError(
                f"a tag ({event.tag}), which is not taken here", _line(event), "Leave the tag out."
            )

    def _descend(self, container: Any, event: Any) -> None:  # noqa: ANN401
        self._refuse_extras(event)
        if len(self._open) >= MAX_DEPTH:
            raise RefusedError(_TOO_DEEP, _line(event))
        path = self._add(container, event)
        self._open.append((self._here, self._key, self._path))
        self._here, self._key, self._path = container, _NO_KEY, path

    def _add(self, value: Any, event: Any) -> KeyPath:  # noqa: ANN401
        self._values += 1
        if self._values > MAX_VALUES:
            raise RefusedError(f"more than {MAX_VALUES:,} values", _line(event), "Split the file.")
        here = self._here
        path: KeyPath = ()
        if type(here) is list:
            if self._located:
                path = (*self._path, len(here))
                self.lines[path] = _line(event)
            here.append(value)
        elif type(here) is dict:
            if self._key is _NO_KEY:
                self._take_key(value, event)
            else:
                if self._located:
                    path = (*self._path, self._key)
                here[self._key] = value
                self._key = _NO_KEY
        else:
            self._root = value
            if self._located:
                self.lines[path] = _line(event)
        return path

    def _take_key(self, key: Any, event: Any) -> None:  # noqa: ANN401
        if not isinstance(key, str):
            raise RefusedError("a key that isn't a word", _line(event))
        if key in self._here:
            raise RefusedError(f'the key "{key}" stands twice', _line(event), "Keep one of them.")
        self._key = key
        if self._located:
            self.lines[(*self._path, key)] = _line(event)


_NO_KEY = object()


def _resolve(plain: str) -> Any:  # noqa: ANN401
    if plain in _WORDS:
        return _WORDS[plain]
    if _INTEGER.match(plain):
        # Python refuses to read integers of thousands of digits, and no figure of ours is that long.
        return int(plain) if len(plain) < 20 else plain  # noqa: PLR2004
    if _FLOAT.match(plain):
        return float(plain)
    return plain


def _line(event: Any) -> int:  # noqa: ANN401
    return int(event.start_mark.line) + 1


def _advice(message: str) -> str | None:
    if "mapping values are not allowed" in message:
        return 'A text with ": " in it needs quotes around it.'
    if "cannot start any token" in message:
        return "Indent with spaces, and put a text that starts with @, ` or % in quotes."
    return None


def problem(path: Path, refused: RefusedError) -> Problem:
    """A refused file as a problem to report."""
    return Problem(str(path), refused.line, None, f"{refused.message}.", refused.hint)


def without_content(refused: RefusedError) -> RefusedError:
    """The same refusal without the words of the text it may quote, a key or a tag, where these are private."""
    message = re.sub(r'"[^\n]*"|\(![^\n]*\)|\'[^\n]*\'', "…", refused.message)
    return RefusedError(message, refused.line, refused.hint)
