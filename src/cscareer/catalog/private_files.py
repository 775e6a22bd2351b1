"""Writing files: down to the disk, whole or not at all, and those of a person for their eyes only."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cscareer.errors import UnwritableError

OWNER_ALONE = 0o600
_TEMPORARY = ".cscareer.new"
_OURS = re.compile(rf"\..*\.(\d{{1,18}}){re.escape(_TEMPORARY)}", re.DOTALL)
_SHORT = 50  # letters of a name, which may be as long as the disk takes


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


def replace_private(contents: Mapping[Path, tuple[Path, bytes]]) -> None:
    """Puts contents in files' places, each at once: whoever looks sees the old file or the new one, whole.

    Args:
        contents: for each file, which need not exist, a name in the same folder that nothing has, and what it is to hold;
            nothing stays under those names. They take their places in this order.

    Raises:
        OSError: something couldn't be written; all files are as they were.
    """
    try:
        for temporary, content in contents.values():
            write_private(temporary, content)
        for path, (temporary, _) in contents.items():
            temporary.replace(path)
    finally:
        for temporary, _ in contents.values():
            with suppress(FileNotFoundError):
                temporary.unlink()
    if os.name == "posix":
        for folder in {path.parent for path in contents}:
            onto_disk(folder)


def onto_disk(path: Path) -> None:
    """Makes sure that a file, or which files a folder holds, outlasts a loss of power."""
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _place_new(path: Path, temporary: Path, content: bytes) -> None:
    """Puts a new file in its place once it is whole; a run that is killed before leaves none.

    Raises:
        FileExistsError: there is one already.
        OSError: it couldn't be written.
    """
    if os.path.lexists(path):
        raise FileExistsError
    try:
        write_private(temporary, content)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except (
            OSError,
            NotImplementedError,
            AttributeError,
        ):  # this disk knows one name for a file and no more
            write_private(path, content)
    finally:
        with suppress(OSError):
            temporary.unlink()
    if os.name == "posix":
        with suppress(OSError):  # a folder to put files into needn't be one to look into
            onto_disk(path.parent)


def clear_away(folder: Path) -> None:
    """Removes what runs that were killed while they saved a file have left in a folder."""
    if os.name != "posix":
        return
    with suppress(OSError):
        for left in folder.iterdir():
            if (its := _OURS.fullmatch(left.name)) and not _lives(int(its[1])):
                left.unlink()


def _lives(pid: int) -> bool:
    """Whether a process of this number is there."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def save(path: Path, content: bytes, *, force: bool | None = None) -> None:
    """Writes an answer to a file of the person's choice, a new one unless told to replace.

    Args:
        path: the file.
        content: all that it is to hold.
        force: put it in the place of a file that is there; None where that can't be asked for.

    Raises:
        UnwritableError: there is such a file or folder, or the disk is full or read-only.
    """
    try:
        if path.is_dir():
            raise UnwritableError(f"{path} is a folder.", hint="Name a file in it.")
        temporary = path.with_name(f".{path.name[:_SHORT]}.{os.getpid()}{_TEMPORARY}")
        if force:
            replace_private({path: (temporary, content)})
        else:
            _place_new(path, temporary, content)
    except FileExistsError:
        replace = "" if force is None else ", or add --force to replace it"
        raise UnwritableError(
            f"{path} exists already.", hint=f"Choose another name, or move it away{replace}."
        ) from None
    except (OSError, ValueError) as error:  # a path with a zero byte in it is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UnwritableError(
            f"{path} couldn't be written: {reason}.", hint="Choose another place."
        ) from None
