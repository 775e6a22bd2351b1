"""A file of a bulk run: written under a name of its own, and put in place whole."""

import io
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from cscareer.catalog.private_files import OWNER_ALONE, onto_disk

TEMPORARY = ".tmp-"
_BLOCK = 1 << 20


class PlacedFile(io.RawIOBase):
    """A file written under a name of its own, and put in place once what stands on the disk is what was written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._temporary = path.with_name(f"{path.name}{TEMPORARY}{uuid4().hex}")
        self._digest = sha256()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = os.fdopen(os.open(self._temporary, flags, OWNER_ALONE), "wb", _BLOCK)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Takes away what wasn't put in place."""
        with suppress(OSError):  # what is still to be written fits no better now
            self._file.close()
        self._temporary.unlink(missing_ok=True)
        super().__exit__(kind, error, trace)

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, content: bytes, /) -> int:  # type: ignore[override]  # bytes alone
        """Adds to it."""
        self._digest.update(content)
        return self._file.write(content)

    def put(self) -> str:
        """Puts it in place; returns its digest.

        Raises:
            OSError: it couldn't be written, or the disk gives back something else.
        """
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        digest = self._digest.hexdigest()
        if digest_of_file(self._temporary) != digest:
            raise OSError(5, "the disk gives back something else than what was written")
        self._temporary.replace(self._path)
        if os.name == "posix":
            onto_disk(self._path.parent)
        return digest


def digest_of_file(path: Path) -> str | None:
    """The digest of a file; None where there is none."""
    digest = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except FileNotFoundError:
        return None
    return digest.hexdigest()
