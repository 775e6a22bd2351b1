"""Standard output and standard error where no working stream stands behind them."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from cscareer.errors import UnwritableError


class _Closed(io.TextIOBase):
    """Stands in for a standard output that was closed before we started: whatever is written to it fails."""

    def write(self, text: str, /) -> int:
        del text
        raise OSError(errno.EBADF, "standard output is closed")


class _Nowhere(io.TextIOBase):
    """Stands in for a standard error that was closed: nobody is there to be told."""

    def write(self, text: str, /) -> int:
        return len(text)


class Likeness(io.StringIO):
    """An empty stream in memory that says of itself what another one says.

    Rich writes to its stream even when it captures, if only nothing; it must not find out that a stream fails.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._terminal = stream.isatty()
        self._encoding = stream.encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # at run time it can only be read anyway
        """The other stream's encoding."""
        return self._encoding

    def isatty(self) -> bool:
        """Whether the other stream is a terminal."""
        return self._terminal


@contextmanager
def standing_streams() -> Iterator[None]:
    """Puts streams that behave in the place of standard ones that were closed before we started, which are None."""
    out, err = sys.stdout, sys.stderr
    sys.stdout = _Closed() if out is None else out
    sys.stderr = _Nowhere() if err is None else err
    try:
        yield
    finally:
        if out is None:
            sys.stdout = out
        if err is None:
            sys.stderr = err


def output_failure(error: OSError) -> UnwritableError | None:
    """What to tell when standard output takes no more; None when its reader has gone away, which is no error."""
    discard(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return None
    if error.errno == errno.EINVAL and os.name == "nt":  # how Windows says that the reader has gone
        return None
    return UnwritableError(
        f"The answer couldn't be written: {error.strerror}.", hint="Check where the output goes."
    )


def discard(stream: TextIO) -> None:
    """Sends what is still to come nowhere, so that closing the stream at the end doesn't fail again."""
    with suppress(OSError, ValueError):  # a stream with nothing behind it needs no such care
        descriptor = stream.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, descriptor)
        os.close(null)
