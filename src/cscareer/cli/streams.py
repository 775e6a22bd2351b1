"""Commands that answer one question, or a stream of them: what they read, which formats they have, and bad lines."""

import os
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from cscareer.catalog.reading import is_file
from cscareer.errors import Problem, RowsPassedOverError, UnreadableError, UsageError
from cscareer.render.formats import Format

STANDARD_INPUT = "-"

Sound = TypeVar("Sound")


class GivenText(str):  # noqa: SLOT000  it holds what stands in it
    """Stands in place of a file's name where the text itself was given: what messages call it, and what it holds."""

    content: bytes

    @classmethod
    def of(cls, name: str, text: str) -> "GivenText":
        """A text by the name that messages call it."""
        made = cls(name)
        made.content = text.encode("utf-8", "replace")
        return made


def check_whole(asked: Format | None, instead: str) -> None:
    """Makes sure that one answer isn't asked for as a stream; `instead` says how a stream is had.

    Raises:
        UsageError: it is.
    """
    if asked is Format.JSONL:
        raise UsageError(
            "--format jsonl is for many, one object a line; this is one answer.",
            hint=f"Use --json, or {instead}",
        )


def check_stream(asked: Format | None, of: str) -> None:
    """Makes sure that a stream is asked for in a format that can begin before it ends.

    Raises:
        UsageError: it isn't.
    """
    if asked in {Format.TABLE, Format.MARKDOWN}:
        raise UsageError(
            f"A stream of {of} can't be drawn as {asked}: it would have to end first.",
            hint="Use --format jsonl, which is what you get without --format, or --format csv.",
        )


@contextmanager
def opened(said: str, reads: str, like: str) -> Iterator[tuple[BinaryIO, str]]:
    """The file or standard input that lines are read from, and its name; `reads` and `like` as `standard_input` has them.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError: the file can't be opened, or is a device.
    """
    if said == STANDARD_INPUT:
        yield standard_input(reads, like), "standard input"
        return
    try:
        file = Path(said).open("rb")  # noqa: SIM115  closed below; only opening fails with this message
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "that is no name of a file"
        raise UnreadableError(f"{said} can't be read: {reason}.") from None
    with file:
        if stat.S_ISCHR(os.fstat(file.fileno()).st_mode):  # a pipe has an end, a device may have none
            raise UnreadableError(f"{said} is a device, not a file of lines.")
        yield file, said


def standard_input(reads: str, like: str) -> BinaryIO:
    """What is sent to standard input; `reads` says what reads it, `like` how something is sent.

    Raises:
        UsageError: nothing is sent, as it is a terminal or closed.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(f"{reads} standard input, and nothing is sent there.", hint=f"Like this: {like}")
    return sys.stdin.buffer


def passing_over(
    entries: Iterable[Sound | Problem], name: str, unit: str = "line", blank: Callable[[], int] = int
) -> Iterator[Sound]:
    """Those of a stream that can be used; each of the others is reported and skipped. `blank` counts the lines with nothing in them.

    Raises:
        RowsPassedOverError: at the end, when some were passed over.
    """
    from cscareer.render.show import tell

    rows = passed_over = 0
    for entry in entries:
        rows += 1
        if isinstance(entry, Problem):
            passed_over += 1
            tell(_told(entry))
        else:
            yield entry
    if passed_over:
        raise RowsPassedOverError.of(passed_over, rows + blank(), name, unit, blank=blank())


def _told(problem: Problem) -> str:
    field = f"{problem.field}: " if problem.field else ""
    hint = f" {problem.hint}" if problem.hint else ""
    place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    return f"{place}: passed over. {field}{problem.message}{hint}"


def files_in(folder: Path, endings: Collection[str], one: str, many: str) -> list[Path]:
    """The files of a folder that end in one of these, sorted; others are left alone.

    Args:
        folder: where to look.
        endings: like .txt.
        one: what such a file holds, like "resume".
        many: the same of several, as a sentence begins: "Resumes".

    Raises:
        UnreadableError: the folder can't be read, or holds none.
    """
    try:
        held = sorted(folder.iterdir())
    except OSError as error:
        raise UnreadableError(f"{folder} can't be read: {error.strerror}.") from None
    found = [each for each in held if each.suffix.casefold() in endings and is_file(each)]
    if not found:
        hint = f"{many} are files that end in {', '.join(sorted(endings))}."
        raise UnreadableError(f"{folder} holds no {one}.", hint=hint)
    return found
