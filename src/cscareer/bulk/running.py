"""A bulk run from its files to its report: cut, shared out to workers by Dask, put in place."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cscareer.bulk.checking import check_tables
from cscareer.bulk.folder import BulkTarget, DonePart, Folder, Manifest, part_name
from cscareer.bulk.identity import identity_of
from cscareer.bulk.inputs import Input
from cscareer.bulk.parts import PART_BYTES, cut
from cscareer.bulk.report import BulkInput, BulkReport
from cscareer.bulk.sharing import Crew, check_dask, shared_out
from cscareer.bulk.work import Job, RowReading
from cscareer.catalog.layers import ASKED_FOR, VARIABLE
from cscareer.catalog.loading import Catalog
from cscareer.errors import UsageError


class BulkProgress(NamedTuple):
    """How far a run is: lines done by it, and to do in all; lines done before it; seconds since it began; and its workers."""

    lines: int
    of: int
    before: int
    seconds: float
    workers: int


def run_bulk(
    catalog: Catalog,
    reading: RowReading,
    inputs: Sequence[Input],
    target: BulkTarget,
    *,
    crew: Crew,
    day: date,
    tell: Callable[[BulkProgress], None] = lambda _progress: None,
) -> BulkReport:
    """Reads the rows of files on many workers, and writes a line of answer for each into a folder.

    A folder that holds a part of this very run already gets the rest.

    Args:
        catalog: the data.
        reading: what is made of each row.
        inputs: the files.
        target: where to write.
        crew: who does the work.
        day: the day it is.
        tell: told how far it is.

    Raises:
        UnwritableError: the folder holds something else, or takes no more.
        UnreadableError, InvalidDataError: a file can't be read, or its columns are others than wanted.
        UsageError: a file stands in the folder; no scheduler answers, or a worker would answer otherwise.
        MissingExtraError: Dask, or for Parquet pyarrow, isn't installed.

    Example:
        >>> import datetime
        >>> from pathlib import Path
        >>> Path("titles.txt").write_text("Call Center Rep")
        15
        >>> inputs, target = find_inputs(["titles.txt"], plain_text=True), BulkTarget(Path("titles-read"))
        >>> day, crew = datetime.date(2026, 11, 24), Crew(workers=1)
        >>> run_bulk(load_catalog(), titles_in(None), inputs, target, crew=crew, day=day).answered
        1
    """
    _check_apart(inputs, target)
    check_tables(inputs, reading)
    check_dask()
    identity = identity_of(catalog)
    parts = cut(inputs, PART_BYTES)
    wanted = Manifest(
        kind=reading.kind,
        version=identity.version,
        data=identity.data,
        options={**(reading.options or {}), "written": "parquet" if target.parquet else "jsonl"},
        day=day.isoformat(),
        complete=False,
        lines=sum(part.lines for part in parts),
        answered=0,
        bad=0,
        parts=parts,
        done=(),
    )
    claimed = Folder.claimed(target, wanted)
    before = len(claimed.manifest.done)
    layers = {layer.name: layer.path.resolve() for layer in catalog.layers}
    job = Job(
        reading=reading,
        folder=target.path.resolve(),
        home=Path.cwd(),
        data_dir=layers.get(ASKED_FOR),
        data_variable=str(layers[VARIABLE]) if VARIABLE in layers else None,
        identity=identity,
        day=date.fromisoformat(claimed.manifest.day),
        parquet=target.parquet,
        started=f"{os.getpid()}-{time.time_ns()}",
    )
    began = time.monotonic()
    noted = list(_noted(claimed, job, crew, tell))
    seconds = time.monotonic() - began
    manifest = claimed.finish(done for done, _ in noted)
    answered = sum(done.answered for done, _ in noted)
    return BulkReport(
        layers=catalog.added_layers,
        sources=(),
        kind=reading.kind,
        folder=str(target.path),
        version=identity.version,
        data=identity.data,
        lines=manifest.lines,
        answered=manifest.answered,
        bad=manifest.bad,
        left_out=dict(sorted(_left_out(manifest).items())),
        bad_files=tuple(
            str(target.path / part_name(each.number, bad=True)) for each in manifest.done if each.bad
        ),
        parts=len(parts),
        parts_before=before,
        workers=max((workers for _, workers in noted), default=0),
        seconds=round(seconds, 1) if noted else None,
        answered_per_second=round(answered / seconds, 1) if noted else None,
        inputs=tuple(_counted(each.file, manifest) for each in inputs),
    )


def _check_apart(inputs: Sequence[Input], target: BulkTarget) -> None:
    """Makes sure that nothing is read from the folder that is written, where parts may be taken away."""
    folder = target.path.resolve()
    for each in inputs:
        if Path(each.file).resolve().parent == folder:
            raise UsageError(
                f"{each.file} stands in {target.path}, which is written to.",
                hint="Name another folder after -o.",
            )


def _noted(
    folder: Folder, job: Job, crew: Crew, tell: Callable[[BulkProgress], None]
) -> Iterator[tuple[DonePart, int]]:
    """What is done, noted in the folder and told, with how many workers there are."""
    todo = folder.open_parts()
    before = folder.manifest.lines - sum(part.lines for part in todo)
    progress = BulkProgress(0, folder.manifest.lines - before, before, 0, 0)
    tell(progress)
    began = time.monotonic()
    for finished in shared_out(job, todo, crew):
        folder.note_done(finished.done)
        progress = BulkProgress(
            progress.lines + finished.part.lines,
            progress.of,
            before,
            time.monotonic() - began,
            finished.workers,
        )
        tell(progress)
        yield finished.done, finished.workers


def _left_out(manifest: Manifest) -> Counter[str]:
    """How many rows weren't wanted, for which reason."""
    left_out: Counter[str] = Counter()
    for done in manifest.done:
        left_out.update(done.left_out)
    return left_out


def _counted(file: str, manifest: Manifest) -> BulkInput:
    parts = [part for part in manifest.parts if part.file == file]
    done = [manifest.done[part.number] for part in parts]
    return BulkInput(
        file=file,
        lines=sum(part.lines for part in parts),
        answered=sum(each.answered for each in done),
        bad=sum(each.bad for each in done),
    )
