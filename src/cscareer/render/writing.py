"""Writing to standard output and standard error, whose readers may be gone and whose letters may be few."""

import sys
from typing import TextIO

from cscareer.render.streams import discard, output_failure
from cscareer.render.text import to_ascii


def write(text: str, *, table: bool = False) -> None:
    """Writes to standard output. A reader that has gone away is no error.

    Args:
        text: all there is to write.
        table: spell it in ASCII where the stream knows nothing else; other text is UTF-8 under any locale.

    Raises:
        UnwritableError: it couldn't be written.
    """
    try:
        _write(sys.stdout, text, table=table)
    except OSError as error:
        if failure := output_failure(error):
            raise failure from None


def write_bytes(content: bytes) -> None:
    """Writes a file's content to standard output as it is.

    Raises:
        UnwritableError: it couldn't be written.
    """
    buffer = getattr(sys.stdout, "buffer", None)
    try:
        if buffer is None:
            sys.stdout.write(content.decode())
        else:
            sys.stdout.flush()
            buffer.write(content)
        sys.stdout.flush()
    except OSError as error:
        if failure := output_failure(error):
            raise failure from None


def write_through(text: str) -> None:
    """Writes a part of a stream to standard output at once.

    Raises:
        OSError: it couldn't be written; that the reader has gone away too, so that the work stops.
    """
    _write(sys.stdout, text)


def write_aside(text: str, *, table: bool = False) -> None:
    """Writes to standard error. That it takes no more is no reason to keep the answer back."""
    try:
        _write(sys.stderr, text, table=table)
    except OSError:
        discard(sys.stderr)


def _write(stream: TextIO, text: str, *, table: bool = False) -> None:
    if table:
        text = as_shown(stream, text)
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        stream.flush()
        buffer.write(text.encode("utf-8"))
    stream.flush()


def as_shown(stream: TextIO, text: str) -> str:
    """The text as a stream can show it: in ASCII where it knows nothing else."""
    encoding = (stream.encoding or "ascii").lower().replace("-", "")
    return text if encoding == "utf8" else to_ascii(text)
