"""The folder that a bulk run writes: its parts, each whole or not there, and what says which run they are of."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple, Self
from uuid import uuid4

from pydantic import Field, ValidationError

from cscareer.bulk.inputs import BAD_END
from cscareer.bulk.parts import FilePart
from cscareer.bulk.placed_file import TEMPORARY, digest_of_file
from cscareer.catalog.models import Model
from cscareer.catalog.private_files import OWNER_ALONE, replace_private
from cscareer.errors import UnwritableError

MANIFEST = "_manifest.json"
JOURNAL = "_done.jsonl"


class DonePart(Model):
    """A part that is in place: how many lines of it were answered, are bad, or were left out for which reason, and the digests of its files."""

    number: int
    answered: int
    bad: int
    left_out: Mapping[str, int] = {}
    sha256: str
    bad_sha256: str | None


class Manifest(Model):
    """What a folder holds: which run it is of, by what its answers depend on, and the parts that are done.

    `day` is the day the run began, by which years of experience and the age of an ad are counted, also where it is gone on with
    later.
    """

    schema_: Literal["cscareer/bulk-manifest/1"] = Field("cscareer/bulk-manifest/1", alias="schema")
    kind: str
    version: str
    data: str
    options: Mapping[str, str | None]
    day: str
    complete: bool
    lines: int
    answered: int
    bad: int
    parts: tuple[FilePart, ...]
    done: tuple[DonePart, ...]


def part_name(number: int, *, parquet: bool = False, bad: bool = False) -> str:
    """The file of a part, or of the rows of it that are bad."""
    return f"part-{number:06}{BAD_END if bad else '.parquet' if parquet else '.jsonl'}"


def note_name(number: int) -> str:
    """The file in which a worker notes which row of a part it is at."""
    return f"part-{number:06}.at"


class BulkTarget(NamedTuple):
    """Where to write: the folder, whether its parts are Parquet, and whether those of another run are taken away.

    Example:
        >>> from pathlib import Path
        >>> BulkTarget(Path("titles-read")).parquet
        False
    """

    path: Path
    parquet: bool = False
    force: bool = False


class Folder:
    """The folder of one run: what of it is done, and the journal of what is being done."""

    def __init__(self, path: Path, manifest: Manifest, *, parquet: bool) -> None:
        self.path, self.manifest, self._parquet = path, manifest, parquet

    @classmethod
    def claimed(cls, target: BulkTarget, wanted: Manifest) -> Self:
        """The folder for a run, new or gone on with: its manifest tells the day it began, and what is done.

        Args:
            target: the folder, made where it isn't there.
            wanted: what is to be done, with nothing done.

        Raises:
            UnwritableError: it holds another run, or other files; or it can't be written.
        """
        path, parquet, force = target
        try:
            path.mkdir(parents=True, exist_ok=True)
            held = sorted(each.name for each in path.iterdir())
            known = _read_manifest(path)
            manifest = wanted
            other = _other(known, wanted) if known else "other files, and no bulk run"
            if known is not None and other is None:
                manifest = known.model_copy(update={"done": _sound(path, known, parquet=parquet)})
            elif not force and not all(map(_unfinished, held)):
                raise UnwritableError(
                    f"{path} holds {other}.",
                    hint="Name another folder, or --force: it takes the parts of the other run away.",
                )
            else:
                _clear(path, held)
            for left in path.glob("part-*.at"):
                left.unlink(missing_ok=True)
            folder = cls(path, manifest, parquet=parquet)
            folder._write_manifest()
            (path / JOURNAL).unlink(missing_ok=True)  # the manifest has it now
        except OSError as error:
            raise cls.failure(path, error) from None
        return folder

    @staticmethod
    def failure(path: Path, error: OSError) -> UnwritableError:
        """What to tell of a folder that takes no more."""
        return UnwritableError(
            f"{path} couldn't be written: {error.strerror or error}.",
            hint="Make room, or mend what is wrong there, and run the same command again: what is done stays done.",
        )

    def open_parts(self) -> list[FilePart]:
        """The parts that are not done."""
        done = {each.number for each in self.manifest.done}
        return [part for part in self.manifest.parts if part.number not in done]

    def note_done(self, done: DonePart) -> None:
        """Remembers on the disk that a part is in place.

        Raises:
            UnwritableError: the disk takes no more.
        """
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self.path / JOURNAL, flags, OWNER_ALONE), "ab") as journal:
                journal.write(done.model_dump_json().encode() + b"\n")
        except OSError as error:
            raise self.failure(self.path, error) from None

    def finish(self, done: Iterable[DonePart]) -> Manifest:
        """Writes the manifest of a whole run and takes away what only a broken one needs.

        Raises:
            UnwritableError: the disk takes no more.
        """
        every = tuple(sorted((*self.manifest.done, *done), key=lambda each: each.number))
        self.manifest = self.manifest.model_copy(
            update={
                "complete": True,
                "answered": sum(each.answered for each in every),
                "bad": sum(each.bad for each in every),
                "done": every,
            }
        )
        try:
            self._write_manifest()
            for left in (
                self.path / JOURNAL,
                *self.path.glob(f"part-*{TEMPORARY}*"),
                *self.path.glob(f"{MANIFEST}{TEMPORARY}*"),
                *self.path.glob("part-*.at"),
            ):
                left.unlink(missing_ok=True)
        except OSError as error:
            raise self.failure(self.path, error) from None
        return self.manifest

    def _write_manifest(self) -> None:
        content = self.manifest.model_dump_json(by_alias=True, indent=1).encode() + b"\n"
        path = self.path / MANIFEST
        if not path.exists() or path.read_bytes() != content:
            replace_private({path: (path.with_name(f"{MANIFEST}{TEMPORARY}{uuid4().hex}"), content)})


def _read_manifest(path: Path) -> Manifest | None:
    try:
        return Manifest.model_validate_json((path / MANIFEST).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _other(known: Manifest, wanted: Manifest) -> str | None:
    """How the run of a folder is another one than the one wanted."""
    if known.kind != wanted.kind:
        return f"another run, of {known.kind}"
    if known.version != wanted.version:
        return f"another run, of version {known.version}"
    if known.data != wanted.data:
        return "another run, of other data of the guide"
    if known.options != wanted.options:
        return "another run, with other options"
    return (
        None
        if known.parts == wanted.parts
        else "another run, of other files, or of files that have changed since"
    )


def _sound(path: Path, known: Manifest, *, parquet: bool) -> tuple[DonePart, ...]:
    """The parts that are done and stand there as they were written."""
    found = {each.number: each for each in (*known.done, *_journal(path))}
    return tuple(
        done
        for number, done in sorted(found.items())
        if digest_of_file(path / part_name(number, parquet=parquet)) == done.sha256
        and digest_of_file(path / part_name(number, bad=True)) == done.bad_sha256
    )


def _journal(path: Path) -> list[DonePart]:
    try:
        lines = (path / JOURNAL).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        with suppress(ValidationError):  # the last one may have been cut short
            found.append(DonePart.model_validate_json(line))
    return found


def _unfinished(name: str) -> bool:
    """Whether a file is the beginning of a run that was killed before anything of it was done."""
    return name.startswith(f"{MANIFEST}{TEMPORARY}")


def _clear(path: Path, held: Sequence[str]) -> None:
    """Takes away the files of a run, and no others."""
    for name in held:
        if name in {MANIFEST, JOURNAL} or re.match(rf"part-\d{{6,}}\.|{MANIFEST}{TEMPORARY}", name):
            (path / name).unlink()
