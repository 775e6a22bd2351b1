"""Reading files: regular ones only, and never more of them than expected."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from cscareer.errors import UnreadableError

MAX_BYTES = 5_000_000  # of a text


class RefusedError(Exception):
    """A text we don't take: the reason, and its line (from 1) where there is one."""

    def __init__(self, message: str, line: int | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.hint = hint


def _what_to_do(error: Exception) -> str | None:
    """What to do about a file that can't be opened."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "Check how it is spelt and which folder it is in, or give its whole path."
    return "Check its permissions." if isinstance(error, PermissionError) else None


def stands(path: Path) -> bool:
    """Whether there is something of that name.

    Raises:
        UnreadableError: the folder it would be in is locked away.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UnreadableError(
            f"{path} can't be read: {error.strerror or error}.", hint="Check its permissions."
        ) from None
    return True


def is_folder(path: Path) -> bool:
    """Whether a folder stands there that can be looked at: a name too long, or one locked away, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a regular file stands there that can be looked at: a name too long, or one locked away, is none."""
    try:
        return path.is_file()
    except OSError:
        return False


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """A regular file, open for reading.

    Raises:
        UnreadableError: it is missing, locked away, or not a regular file, or reading it fails.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:  # a path with a zero byte in it is a ValueError
        raise UnreadableError(
            f"{path} can't be read: {getattr(error, 'strerror', None) or error}.", hint=_what_to_do(error)
        ) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError(f"{path} is a folder, not a file.", hint="Name a file in it.")
        if not stat.S_ISREG(mode):
            raise UnreadableError(f"{path} is not a regular file.")
        with open(descriptor, "rb", closefd=False) as file:
            yield file
    except OSError as error:
        raise UnreadableError(f"{path} can't be read: {error.strerror or error}.") from None
    finally:
        os.close(descriptor)


def read_bytes(path: Path, most: int) -> bytes:
    """The content of a regular file, at most `most` bytes of it and one more.

    Raises:
        UnreadableError: it is missing, locked away, or not a regular file.
    """
    with opened(path) as file:
        # Some of what the system calls a regular file has nothing to say yet, and says None.
        return file.read(most + 1) or b""


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """The UTF-8 text of a regular file of at most 5 MB, or `most` bytes.

    Raises:
        UnreadableError: it is missing, locked away, or not a regular file.
        RefusedError: it is too large or not UTF-8.
    """
    content = read_bytes(path, most)
    if len(content) > most:
        raise RefusedError(
            f"larger than {most // 1_000_000} MB", hint="Split the file, or drop what isn't needed."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise RefusedError("not UTF-8 text", line, "Save the file as UTF-8.") from None
