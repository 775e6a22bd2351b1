"""Writing files that their owner alone may read."""

import os
from contextlib import suppress
from pathlib import Path

from cscareer.errors import UnwritableError

OWNER_ALONE = 0o600


def write_private(path: Path, content: bytes) -> None:
    """Writes a new file, down to the disk; nothing of it stays where that fails.

    Raises:
        FileExistsError: there is one already.
        OSError: it couldn't be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, OWNER_ALONE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def save(path: Path, content: bytes) -> None:
    """Writes an answer to a new file of the person's choice.

    Raises:
        UnwritableError: there is such a file, or the disk is full or read-only.
    """
    try:
        write_private(path, content)
    except FileExistsError:
        raise UnwritableError(
            f"{path} exists already.", hint="Choose another name, or move it away."
        ) from None
    except (OSError, ValueError) as error:  # a path with a zero byte in it is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UnwritableError(
            f"{path} couldn't be written: {reason}.", hint="Choose another place."
        ) from None
