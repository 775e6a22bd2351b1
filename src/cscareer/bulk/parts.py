"""Cutting files into parts, at ends of rows alone: the same files make the same parts wherever and whenever they are cut."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cscareer.bulk.inputs import Form, Input
from cscareer.bulk.tables import csv_rows, parquet_groups
from cscareer.catalog.models import Model
from cscareer.errors import UnreadableError

PART_BYTES = 1_000_000  # of input: a second or two of work
_BLOCK = 1 << 20
_MARKS = {b"\xff\xfe": "is UTF-16", b"\xfe\xff": "is UTF-16", b"\x1f\x8b": "is compressed"}


class FilePart(Model):
    """Rows of a file that are done together.

    `start` and `end` are bytes of the file, or rows of the row group `group` of a Parquet file. `first_line` is the number of the
    first line, or row of Parquet, and `lines` how many there are. `sha256` is of the bytes, for Parquet of the whole file.
    """

    number: int
    file: str
    form: Form
    group: int | None = None
    start: int
    end: int
    first_line: int
    lines: int
    sha256: str


class _Cut(NamedTuple):
    start: int
    end: int
    first_line: int
    lines: int
    sha256: str
    group: int | None = None


def cut(inputs: Sequence[Input], part_bytes: int) -> tuple[FilePart, ...]:
    """The parts of files, in their order; each is read through once.

    Raises:
        UnreadableError: a file can't be read, or is no text.
    """
    parts: list[FilePart] = []
    for file, form in inputs:
        try:
            cuts = list(_cuts(file, form, part_bytes))
        except OSError as error:
            raise UnreadableError(f"{file} can't be read: {error.strerror or 'it is broken'}.") from None
        parts += [
            FilePart(number=len(parts) + at, file=file, form=form, **each._asdict())
            for at, each in enumerate(cuts)
        ]
    return tuple(parts)


def _cuts(file: str, form: Form, part_bytes: int) -> Iterator[_Cut]:
    path = Path(file)
    if form is Form.PARQUET:
        yield from _of_parquet(path, part_bytes)
        return
    if form is Form.DOCUMENT:
        size = path.stat().st_size
        yield _Cut(0, size, 1, 1, _digest(file, 0, size))
        return
    with path.open("rb") as opened:
        mark = next((what for mark, what in _MARKS.items() if opened.peek(2).startswith(mark)), None)
        if mark:
            raise UnreadableError(f"{file} {mark}.", hint="Save it as UTF-8, unpacked.")
        yield from (_of_csv if form is Form.CSV else _of_lines)(opened, file, part_bytes)


def _of_lines(opened: BinaryIO, file: str, part_bytes: int) -> Iterator[_Cut]:
    del file
    start, first = 0, 1
    while block := opened.read(part_bytes):
        digest, lines = sha256(block), block.count(b"\n")
        while not block.endswith(b"\n") and (block := opened.readline(_BLOCK)):  # the rest of its last line
            digest.update(block)
            lines += block.endswith(b"\n")
        lines += not block  # a last line that nothing ends
        end = opened.tell()
        yield _Cut(start, end, first, lines, digest.hexdigest())
        start, first = end, first + lines


def _of_csv(opened: BinaryIO, file: str, part_bytes: int) -> Iterator[_Cut]:
    """Parts of whole rows, whose cells may hold line ends; the header belongs to none."""
    rows = csv_rows(opened, file)
    line = next(rows, (0, ()))[0]
    start, first = opened.tell(), line + 1
    for line, _ in rows:
        end = opened.tell()
        if end - start >= part_bytes:
            yield _Cut(start, end, first, line - first + 1, _digest(file, start, end))
            start, first = end, line + 1
    if line >= first:
        end = opened.tell()
        yield _Cut(start, end, first, line - first + 1, _digest(file, start, end))


def _of_parquet(path: Path, part_bytes: int) -> Iterator[_Cut]:
    whole = _digest(str(path), 0, path.stat().st_size)
    first = 1
    for group, (rows, size) in enumerate(parquet_groups(path)):
        step = max(1, rows * part_bytes // max(size, 1))
        for start in range(0, rows, step):
            end = min(start + step, rows)
            yield _Cut(start, end, first + start, end - start, whole, group)
        first += rows


def _digest(file: str, start: int, end: int) -> str:
    digest = sha256()
    with Path(file).open("rb") as opened:
        opened.seek(start)
        while start < end and (block := opened.read(min(_BLOCK, end - start))):
            digest.update(block)
            start += len(block)
    return digest.hexdigest()
