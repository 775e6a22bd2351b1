"""The lines of a part, handed out one at a time, while a note on the disk says which: it outlives the process."""

import io
import os
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cscareer.catalog.private_files import OWNER_ALONE
from cscareer.documents.json_lines import MOST_LINE_BYTES
from cscareer.errors import UnreadableError

DEADLY = 2  # workers that ended at a row, after which no third one is given it
_BLOCK = 1 << 16
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
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._file = os.fdopen(os.open(path, flags, OWNER_ALONE), "r+b", buffering=0)
        self._descriptor = self._file.fileno()
        self.write(0)

    def write(self, line: int) -> None:
        """Notes the row that comes next."""
        record = b"%15d\n" % line
        if hasattr(os, "pwrite"):  # once for each row, so the quicker way counts
            os.pwrite(self._descriptor, record, self._at)
        else:
            self._file.seek(self._at)
            self._file.write(record)

    def clear(self) -> None:
        """Takes the note away: the worker goes on living."""
        self._file.close()
        self._path.unlink(missing_ok=True)


class LineStream(io.RawIOBase):
    """Lines, or pieces of long ones, as a stream to read; what reads blocks gets a line at a time, too."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces, self._rest = pieces, b""

    def readline(self, size: int | None = MOST_LINE_BYTES, /) -> bytes:
        """The next line, or so many bytes of it."""
        piece = self._rest or next(self._pieces, b"")
        if size is None or len(piece) <= size:
            self._rest = b""
            return piece
        self._rest = piece[size:]
        return piece[:size]

    read1 = readline


def noted(pieces: Iterator[bytes], first: int, note: Note) -> Iterator[bytes]:
    """The same pieces of lines, each line noted before it is handed out; an empty one in place of a deadly row.

    Args:
        pieces: lines, or pieces of long ones.
        first: the number of the first line.
        note: where lines are noted.
    """
    line, begins, deadly = first - 1, True, False
    for piece in pieces:
        ends = piece.endswith(b"\n")
        if begins:
            line += 1
            note.write(line)
            deadly = line in note.deadly
        begins = ends
        if not deadly:
            yield piece
        elif ends:
            yield b"\n"


def pieces_of(opened: BinaryIO, start: int, end: int, digest: str) -> Iterator[bytes]:
    """The lines of a file from one place to another, long ones in pieces.

    Raises:
        UnreadableError: at the end, where its bytes aren't those of this digest.
    """
    opened.seek(start)
    read, left, rest = sha256(), end - start, b""
    while block := opened.read(min(_BLOCK, left)):
        left -= len(block)
        read.update(block)
        *lines, rest = (rest + block).split(b"\n")
        for line in lines:
            yield line + b"\n"
        if len(rest) > MOST_LINE_BYTES:
            yield rest
            rest = b""
    if rest:
        yield rest
    if read.hexdigest() != digest:
        raise changed()


def changed() -> UnreadableError:
    """The error of a file whose bytes aren't those of its digest."""
    return UnreadableError(
        "A file has changed since it was cut into parts, or stands otherwise where a worker reads it.",
        hint="Run the command again once nothing writes to it.",
    )
