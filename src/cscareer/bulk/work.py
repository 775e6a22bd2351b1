"""What a worker does with a part: each row through the very reading that a stream uses, and the lines written whole or not at all."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import BinaryIO, NamedTuple

from cscareer.bulk.feeding import LineStream, Note, changed, noted, pieces_of
from cscareer.bulk.folder import DonePart, Folder, note_name, part_name
from cscareer.bulk.identity import Identity, identity_of
from cscareer.bulk.inputs import Form
from cscareer.bulk.parts import FilePart
from cscareer.bulk.placed_file import PlacedFile
from cscareer.bulk.tables import csv_header, json_of_csv, json_of_parquet
from cscareer.catalog.collecting import seldom_collecting
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import Model
from cscareer.errors import Problem, UnreadableError, UsageError


class Rows(NamedTuple):
    """Rows to read: a stream of lines, what it is called in messages, the number of its first line, and whether they are JSON.

    `whole` says that the stream is one row, a document.
    """

    stream: BinaryIO
    name: str
    first: int
    as_json: bool
    whole: bool = False


class LeftOutRow(NamedTuple):
    """A row that was read and isn't wanted, with the reason in a word or three: "pay-below"."""

    reason: str


ReadRows = Callable[[Rows], Iterator[str | Problem | LeftOutRow]]


@dataclass(frozen=True)
class RowReading:
    """What is made of each row.

    Args:
        kind: what the rows are, like "titles".
        make: makes ready, once in a process, what reads rows into lines of JSON; to be found by its name in a module.
        model: the form of a line.
        columns: of a table, at least one of these must be there.
        text_column: where a row is a single text, its column or key.
        documents: how names of files end that are one row each.
        lists: columns of CSV that hold several things, with semicolons between them.
        options: what the person asked for, as the manifest says it.
    """

    kind: str
    make: Callable[[Catalog, date], ReadRows]
    model: type[Model]
    columns: Sequence[str]
    text_column: str | None = None
    lists: Sequence[str] = ()
    documents: Collection[str] = ()
    options: Mapping[str, str | None] | None = None


@dataclass(frozen=True)
class Job:
    """All that a worker has to know besides its part.

    `home` is what names of files are relative to, `data_dir` and `data_variable` name further layers of data, and `started`
    tells runs apart.
    """

    reading: RowReading
    folder: Path
    home: Path
    data_dir: Path | None
    data_variable: str | None
    identity: Identity
    day: date
    parquet: bool
    started: str


_LINES_AT_A_TIME = 200
_ALONE = Lock()  # threads of a worker would only wait for each other, and share what isn't made for it
_ready: dict[str, ReadRows] = {}  # of the last run that this process worked for


def do_part(job: Job, part: FilePart) -> DonePart:
    """Does a part on this worker and puts its files in place.

    Raises:
        UnwritableError: the folder takes no more.
        UnreadableError: the file can't be read here, or has changed.
        UsageError: this worker has another version of the program, or other data.
    """
    with _ALONE:
        return _do_alone(job, part, _made_ready(job))


def _do_alone(job: Job, part: FilePart, read: ReadRows) -> DonePart:
    try:
        note = Note(job.folder / note_name(part.number))
        try:
            with seldom_collecting():
                return _do(job, part, read, note)
        finally:
            note.clear()
    except OSError as error:
        raise Folder.failure(job.folder, error) from None


def _made_ready(job: Job) -> ReadRows:
    if job.started not in _ready:
        environment = {"CSCAREER_DATA": job.data_variable} if job.data_variable else {}
        catalog = load_catalog(job.data_dir, environment)
        here = identity_of(catalog)
        if here != job.identity:
            what = "version of cscareer" if here.version != job.identity.version else "data"
            raise UsageError(
                f"A worker has another {what} than this machine, so it would answer otherwise.",
                hint="Install the same cscareer, with the same data, wherever workers run.",
            )
        _ready.clear()
        _ready[job.started] = job.reading.make(catalog, job.day)
    return _ready[job.started]


def _do(job: Job, part: FilePart, read: ReadRows, note: Note) -> DonePart:
    bad: list[Problem] = [
        Problem(part.file, line, None, "Two workers ended at this row, so it was set aside.")
        for line in sorted(note.deadly)
    ]
    path = job.folder / part_name(part.number, parquet=job.parquet)
    with PlacedFile(path) as placed:
        left_out: Counter[str] = Counter()
        lines = _lines(job, part, read, note, _Aside(bad, left_out))
        if job.parquet:
            from cscareer.bulk.parquet import write_parquet

            answered = write_parquet(lines, job.reading.model, placed)
        else:
            answered = 0
            while together := list(islice(lines, _LINES_AT_A_TIME)):
                placed.write("".join(together).encode())
                answered += len(together)
        bad_digest = _put_bad(job, part, bad)  # first: once the part is there, it is done
        digest = placed.put()
    return DonePart(
        number=part.number,
        answered=answered,
        bad=len(bad),
        left_out=dict(sorted(left_out.items())),
        sha256=digest,
        bad_sha256=bad_digest,
    )


class _Aside(NamedTuple):
    """What isn't answered: what is wrong with rows, and how many aren't wanted for which reason."""

    bad: list[Problem]
    left_out: Counter[str]


def _lines(job: Job, part: FilePart, read: ReadRows, note: Note, aside: _Aside) -> Iterator[str]:
    """The answered lines of a part; what isn't answered is added to `aside`."""
    path = job.home / part.file
    try:
        opened = path.open("rb")
    except OSError as error:
        raise UnreadableError(
            f"{part.file} can't be read by a worker: {error.strerror}.",
            hint="Inputs and the output folder must stand at the same place on every machine.",
        ) from None
    with opened:
        if part.form is Form.DOCUMENT:
            yield from _whole(part, opened, read, note, aside)
            return
        lines = LineStream(noted(_pieces(job.reading, part, path, opened, aside.bad), part.first_line, note))
        as_json = part.form is not Form.TEXT
        for each in read(Rows(lines, part.file, part.first_line, as_json)):  # type: ignore[arg-type]  # it reads as a file does
            if isinstance(each, Problem):
                aside.bad.append(each)
            elif isinstance(each, LeftOutRow):
                aside.left_out[each.reason] += 1
            else:
                yield each


def _whole(part: FilePart, opened: BinaryIO, read: ReadRows, note: Note, aside: _Aside) -> Iterator[str]:
    """The answered line of a file that is one row; none where two workers ended at it."""
    if part.first_line in note.deadly:
        return
    note.write(part.first_line)
    if sha256(content := opened.read()).hexdigest() != part.sha256:
        raise changed()
    rows = Rows(BytesIO(content), part.file, part.first_line, as_json=False, whole=True)
    for each in read(rows):
        if isinstance(each, Problem):
            aside.bad.append(each)
        elif isinstance(each, str):
            yield each


def _pieces(
    reading: RowReading, part: FilePart, path: Path, opened: BinaryIO, bad: list[Problem]
) -> Iterator[bytes]:
    if part.form is Form.PARQUET:
        columns = [reading.text_column] if reading.text_column else None
        rows = json_of_parquet(path, part.group or 0, part.start, part.end, columns)
        for line, row in enumerate(rows, start=part.first_line):
            if row is None:
                bad.append(
                    Problem(part.file, line, None, "A cell holds no text, or no day, that can be read.")
                )
            yield row or b"\n"
        return
    header = csv_header(opened, part.file) if part.form is Form.CSV else []
    pieces = pieces_of(opened, part.start, part.end, part.sha256)
    if part.form is not Form.CSV:
        yield from pieces
        return
    cells = json_of_csv(
        LineStream(pieces),  # type: ignore[arg-type]  # it reads as a file does
        part.file,
        header,
        part.first_line,
        only=reading.text_column,
        lists=reading.lists,
    )
    for each in cells:
        if isinstance(each, Problem):
            bad.append(each)
        else:
            yield each


def _put_bad(job: Job, part: FilePart, bad: list[Problem]) -> str | None:
    if not bad:
        return None
    bad.sort(key=lambda problem: problem.line or 0)
    with PlacedFile(job.folder / part_name(part.number, bad=True)) as placed:
        for problem in bad:
            placed.write(json.dumps(problem._asdict(), ensure_ascii=False).encode() + b"\n")
        return placed.put()
