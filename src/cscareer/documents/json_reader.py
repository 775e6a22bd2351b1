"""Reading JSON strictly, with the line of every value."""

import json
import re
from typing import Any, NoReturn

from cscareer.catalog.reading import RefusedError
from cscareer.catalog.yaml_reader import MAX_DEPTH, KeyPath

_MOST_VALUES = 50_000
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:\n]|[^\s"{}\[\],:]+|"', re.DOTALL)
_LONGEST_NUMBER = 20
MORE_THAN_ONE = "Keep one, or put them into a list."


class _NotJsonError(ValueError):
    pass


def parse(text: str) -> tuple[Any, dict[KeyPath, int]]:
    """The value of a JSON text, and where its parts stand: their paths → their lines, counted from 1.

    Raises:
        RefusedError: broken JSON, more than one value, NaN or Infinity, a repeated key, nesting over 20, or more than 50,000 values.
    """
    lines = _Walk().lines(text)
    try:
        value = json.loads(text, strict=False, parse_constant=_refuse, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise RefusedError("broken JSON", error.lineno) from None
    except (_NotJsonError, RecursionError):
        raise RefusedError("broken JSON") from None
    return value, lines


def _refuse(_word: str) -> NoReturn:
    raise _NotJsonError


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < _LONGEST_NUMBER else float(digits)


class _Walk:
    """Goes through the tokens of a text that may or may not be JSON; what isn't is found by the parser afterwards."""

    def __init__(self) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._path: list[
            str | int | None
        ] = []  # of each open container: the key or index of its current value

    def lines(self, text: str) -> dict[KeyPath, int]:
        line = 1
        for match in _TOKEN.finditer(text):
            piece = match[0]
            if piece == "\n":
                line += 1
                continue
            if piece == '"':  # it is never closed; to look on from here would take for ever
                raise RefusedError("broken JSON", line)
            if not self._path and self._lines and piece not in "}],:":
                raise RefusedError("more than one value of JSON", line, MORE_THAN_ONE)
            self._take(piece, line)
            if piece[0] == '"':
                line += piece.count("\n")
            if len(self._lines) > _MOST_VALUES:
                raise RefusedError(f"more than {_MOST_VALUES:,} values")
        return self._lines

    def _take(self, piece: str, line: int) -> None:
        path = self._path
        if piece in "{[":
            self._note(line)
            if len(path) >= MAX_DEPTH:
                raise RefusedError(f"nested deeper than {MAX_DEPTH} levels", line)
            path.append(None if piece == "{" else 0)
        elif piece in "}]":
            if path:
                path.pop()
        elif piece == ",":
            if path:
                last = path[-1]
                path[-1] = last + 1 if isinstance(last, int) else None
        elif piece != ":":
            if piece in ("NaN", "Infinity", "-Infinity"):
                raise RefusedError("NaN or Infinity, which JSON doesn't have", line)
            if path and path[-1] is None:
                self._take_key(piece, line)
            else:
                self._note(line)

    def _take_key(self, piece: str, line: int) -> None:
        try:
            key = json.loads(piece, strict=False)
        except (ValueError, RecursionError):
            raise RefusedError("broken JSON", line) from None
        if not isinstance(key, str):
            raise RefusedError("a key that isn't a word", line)
        self._path[-1] = key
        if tuple(self._path) in self._lines:
            raise RefusedError("a key that stands twice", line, "Keep one of them.")
        self._note(line)

    def _note(self, line: int) -> None:
        location = tuple(step for step in self._path if step is not None)
        self._lines[location] = line
