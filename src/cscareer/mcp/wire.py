"""The lines a client sends: one message each, bounded, so that nobody can fill the memory with one."""

import os
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from anyio import Event, to_thread

MOST_BYTES = 1_000_000  # of one message; a long resume has a tenth of that
_CHUNK = 65_536
_MEMBER = r'"(?:jsonrpc|method)"\s*:\s*"[^"\\]{0,200}"\s*'
_ID = r'"id"\s*:\s*(?P<id>-?\d{1,18}|"[^"\\]{0,200}")\s*'
# The id of a message where it stands before its long part, or behind it.
_BEFORE = re.compile(rf"\s*\{{\s*(?:{_MEMBER},\s*){{0,2}}{_ID}[,}}]".encode())
_BEHIND = re.compile(rf",\s*(?:{_MEMBER},\s*){{0,2}}{_ID}(?:,\s*{_MEMBER}){{0,2}}\}}\s*\Z".encode())

Refusal = Callable[[int | str | None, int], Awaitable[None]]


class BoundedLines:
    """The lines of a stream, one after the other as they come; one that is too long is refused and passed over.

    `refuse` is told the id of such a message, None where it isn't found, and its size in bytes. Nothing is read before
    `ready` is set.
    """

    def __init__(self, stream: BinaryIO, most: int = MOST_BYTES) -> None:
        self._stream = stream
        self._most = most
        self.ready = Event()
        self.refuse: Refusal

    def __aiter__(self) -> "BoundedLines":
        return self

    async def __anext__(self) -> str:
        await self.ready.wait()
        while True:
            line = await to_thread.run_sync(self._stream.readline, self._most + 1, abandon_on_cancel=True)
            if not line:
                raise StopAsyncIteration
            if len(line) <= self._most:
                return line.decode("utf-8", "replace")
            size, end = await to_thread.run_sync(self._passed_over, line, abandon_on_cancel=True)
            await self.refuse(_id_of(line[:_CHUNK], end), size)

    def _passed_over(self, begun: bytes) -> tuple[int, bytes]:
        """The size of a line that is too long, and its end; holds no more of it than that."""
        size, end = len(begun), begun[-_CHUNK:]
        while not end.endswith(b"\n") and (more := self._stream.readline(_CHUNK)):
            size += len(more)
            end = (end + more)[-_CHUNK:]
        return size, end


def _id_of(begins: bytes, ends: bytes) -> int | str | None:
    found = _BEFORE.match(begins) or _BEHIND.search(ends)
    if found is None:
        return None
    said = found["id"].decode("utf-8", "replace")
    return said[1:-1] if said.startswith('"') else int(said)


@contextmanager
def taken_stdin() -> Iterator[BinaryIO]:
    """Standard input for the protocol alone: meanwhile whatever else reads it finds it empty."""
    private = os.dup(0)
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    try:
        # A thread may still wait for a line when all else has ended, so it is never closed under it.
        yield os.fdopen(private, "rb", closefd=False)
    finally:
        os.dup2(private, 0)
