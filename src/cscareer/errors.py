"""Every failure we expect, and the exit code it ends with. Imports nothing of ours."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple, Self

_MOST_SAID = 1_200  # letters of a field or a message
_BEGINNING, _END = 600, 400


class ExitCode(IntEnum):
    """What a script can rely on: the meaning of each exit code."""

    ANSWERED = 0
    ANSWER_IS_NO = 1
    USAGE = 2
    UNREADABLE = 3
    UNWRITABLE = 4
    ROWS_PASSED_OVER = 5
    INTERRUPTED = 130


class _Told(NamedTuple):
    file: str
    line: int | None
    field: str | None
    message: str
    hint: str | None


class Problem(_Told):
    """One thing wrong in a file: where it stands, what was found and what was expected; an endless word is told in part."""

    __slots__ = ()

    def __new__(
        cls, file: str, line: int | None, field: str | None, message: str, hint: str | None = None
    ) -> Self:
        """One told in so many words."""
        return super().__new__(cls, file, line, field and _in_part(field), _in_part(message), hint)


def _in_part(said: str) -> str:
    """Words as they are, or the beginning and the end of very many."""
    return said if len(said) <= _MOST_SAID else f"{said[:_BEGINNING]} … {said[-_END:]}"


class CareerError(Exception):
    """A failure we expect. `kind` names it for scripts; `hint` says what to do next.

    `names_suggestions` is whether the message has the suggestions in it already.
    """

    kind = "error"
    exit_code = ExitCode.USAGE
    names_suggestions = False

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        suggestions: Sequence[str] = (),
        problems: Sequence[Problem] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.suggestions = tuple(suggestions)
        self.problems = tuple(problems)


class UsageError(CareerError):
    """The words of the command don't make sense."""

    kind = "usage"


class UnknownNameError(CareerError):
    """A name that nothing here goes by."""

    kind = "unknown-name"


class AmbiguousNameError(CareerError):
    """A name that several things here go by."""

    kind = "ambiguous-name"
    names_suggestions = True


class MissingExtraError(CareerError):
    """Something that can be done only once an extra is installed."""

    kind = "missing-extra"

    @classmethod
    def of(cls, what: str, extra: str) -> Self:
        """The error for something that needs one of our extras."""
        return cls(
            f"{what} needs an extra that isn't installed.",
            hint=f'Install it: pip install "cscareer[{extra}]"',
        )


class UnreadableError(CareerError):
    """Something to read can't be read at all."""

    kind = "unreadable"
    exit_code = ExitCode.UNREADABLE


class InvalidDataError(CareerError):
    """Something was read and is wrong: `problems` holds all of it."""

    kind = "invalid-data"
    exit_code = ExitCode.UNREADABLE


class UnwritableError(CareerError):
    """Something couldn't be written."""

    kind = "unwritable"
    exit_code = ExitCode.UNWRITABLE


class RowsPassedOverError(CareerError):
    """A stream is done, but some of its rows couldn't be used; each was reported when it was met."""

    kind = "rows-passed-over"
    exit_code = ExitCode.ROWS_PASSED_OVER

    @classmethod
    def of(cls, passed_over: int, rows: int, name: str, unit: str = "line", *, blank: int = 0) -> Self:
        """The error for so many of the rows of a stream, or files of a folder; `blank` of them hold nothing."""
        were = "was" if passed_over == 1 else "were"
        skipped = f" {blank:,} blank {unit if blank == 1 else f'{unit}s'} skipped." if blank else ""
        return cls(
            f"{passed_over:,} of {rows:,} {unit if rows == 1 else f'{unit}s'} of {name} {were} passed over.{skipped}",
            hint=f"Each is named above {'with its line and' if unit == 'line' else 'and'} what was expected; all others are done.",
        )
