"""The lines of a part, handed out one at a time, while a note on the disk says which: it outlives the process."""

import io
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cscareer.documents.json_lines import MOST_LINE_BYTES
from cscareer.errors import UnreadableError

DEADLY = 2  # workers that ended at a row, after which no third one is given it
_RECORD = 16  # bytes of a note: a number of a line, and an end of line


class Note:
    """Which row a worker is at, in a file with a record for each that began with the part.

    A record that another worker left behind is the row it ended at; the file goes once the part is done.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            left = path.read_bytes()
        except FileNotFoundError:
            left = b""
        ended = Counter(int(record) for record in left.split() if record.isdigit())
        self.deadly = frozenset(line for line, times in ended.items() if line and times >= DEADLY)
        self._at = len(left) // _RECORD * _RECORD
        self._file = path.open("r+b" if left else "wb", buffering=0)
        self.write(0)

    def write(self, line: int) -> None:
        """Notes the row that comes next."""
        self._file.seek(self._at)
        self._file.write(b"%15d\n" % line)

    def clear(self) -> None:
        """Takes the note away: the worker goes on living."""
        self._file.close()
        self._path.unlink(missing_ok=True)


class Feed(io.RawIOBase):
    """Lines as a stream to read, each noted before it is handed out; an empty one stands for a deadly row."""

    def __init__(self, pieces: Iterator[bytes], first: int, note: Note) -> None:
        """Takes what to hand out.

        Args:
            pieces: lines, or pieces of long ones.
            first: the number of the first line.
            note: where the lines are noted.
        """
        super().__init__()
        self._pieces, self._note = pieces, note
        self._line, self._begins, self._rest = first - 1, True, b""

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line, or so many bytes of it."""
        most = MOST_LINE_BYTES if size is None or size < 0 else size
        if not self._rest:
            self._rest = self._next()
        piece, self._rest = self._rest[:most], self._rest[most:]
        return piece

    read1 = readline  # what reads blocks gets a line at a time, too

    def _next(self) -> bytes:
        piece = next(self._pieces, b"")
        if self._begins and piece:
            self._line += 1
            self._note.write(self._line)
            if self._line in self._note.deadly:
                while piece and not piece.endswith(b"\n"):
                    piece = next(self._pieces, b"")
                return b"\n"
        self._begins = piece.endswith(b"\n")
        return piece


class Slice(io.RawIOBase):
    """The bytes of a file from one place to another, read by lines, and whether they are those that were cut."""

    def __init__(self, opened: BinaryIO, start: int, end: int, digest: str) -> None:
        super().__init__()
        opened.seek(start)
        self._opened, self._left, self._wanted = opened, end - start, digest
        self._digest = sha256()

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line, or so many bytes of it.

        Raises:
            UnreadableError: at the end, where the file is no longer what it was.
        """
        most = self._left if size is None or size < 0 else min(size, self._left)
        piece = self._opened.readline(most)
        self._left -= len(piece)
        self._digest.update(piece)
        if not piece and (self._left or self._digest.hexdigest() != self._wanted):
            raise UnreadableError(
                "A file has changed since it was cut into parts, or stands otherwise where a worker reads it.",
                hint="Run the command again once nothing writes to it.",
            )
        return piece

    def pieces(self) -> Iterator[bytes]:
        """Its lines, long ones in pieces."""
        while piece := self.readline(MOST_LINE_BYTES + 1):
            yield piece
