"""The folder `wages/` of a folder of data: read, and replaced as a whole or not at all."""

import csv
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from cscareer.catalog import wage_files
from cscareer.catalog.private_files import onto_disk
from cscareer.catalog.releases import read_releases
from cscareer.catalog.wage_checks import check_forms
from cscareer.catalog.wage_files import APART, FOLDER, SET_ASIDE, columns_of, folder_of
from cscareer.errors import InvalidDataError, Problem, UnreadableError, UnwritableError


class WageFolder:
    """The `wages/` of a folder of data, while no other import may write to it."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def lines(self, name: str) -> list[str]:
        """The lines of one of its files, without the header; none when there is no such file.

        Raises:
            InvalidDataError: the file is none of ours.
        """
        return read_lines(folder_of(self._data_dir), name)

    def rows(self, name: str) -> list[list[str]]:
        """The same lines as cells; one that holds several as each of them."""
        rows, apart = csv.reader(self.lines(name)), APART.get(name)
        return [each for row in rows for each in apart(row)] if apart else list(rows)

    def names(self) -> list[str]:
        """The names of its files."""
        place = folder_of(self._data_dir)
        return sorted(path.name for path in place.iterdir()) if place else []

    def check_readable(self) -> None:
        """Makes sure that what is there can be built upon.

        Raises:
            InvalidDataError: rows of it can't be read; the error holds them, each with its line.
        """
        place = folder_of(self._data_dir)
        problems = [*check_forms(place), *read_releases(place)[1]] if place else []
        if problems:
            hint = "Put it right or take it away; what is there is built upon."
            raise InvalidDataError("What is there already can't be read:", hint=hint, problems=problems)

    def replace(self, files: Mapping[str, Iterable[str]], check: Callable[[Path, Path], None]) -> None:
        """Writes these files (lines without a header), keeps the others, and puts all in place at once.

        Args:
            files: by name.
            check: is shown the folder as it would be and as it is, and raises where it must not become so.

        Raises:
            OSError: it couldn't be written; the folder is as it was.
            UnwritableError: it is a link.
        """
        current, old = self._data_dir / FOLDER, self._data_dir / SET_ASIDE
        if current.is_symlink():
            raise UnwritableError(
                f"{current} is a link, and what is imported is not written through one.",
                hint=f"Put the folder itself there, or import into {current.resolve().parent}.",
            )
        fresh = self._data_dir / f".{FOLDER}.new"
        if old.exists() and not current.exists():
            old.rename(current)  # an import was cut off between the two renames below
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)
        try:
            fresh.mkdir()
            _fill(fresh, current, files)
            check(fresh, current)
            if current.exists():
                current.rename(old)
            try:
                fresh.rename(current)
            except BaseException:
                if old.exists() and not current.exists():
                    old.rename(current)
                raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def read_lines(place: Path | None, name: str) -> list[str]:
    """The lines of one file of a `wages/` folder, without the header; none when there is no such file.

    Raises:
        InvalidDataError: the file isn't as our files are.
    """
    path = place / name if place else None
    if path is None or not path.exists():
        return []
    try:
        return wage_files.read_lines(path)
    except UnreadableError as error:
        hint = "Put it right or take it away; what is there is built upon."
        problem = Problem(str(path), 1, None, error.message, hint)
        raise InvalidDataError("What is there already can't be read:", problems=[problem]) from None


@contextmanager
def locked(data_dir: Path) -> Iterator[WageFolder]:
    """The wages of a folder of data, which is made if it doesn't exist, for this process alone.

    Raises:
        UnwritableError: another import is running, or the disk is full or read-only. The old data is whole.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(data_dir / f".{FOLDER}.lock", timeout=0):
            yield WageFolder(data_dir.resolve())
    except Timeout:
        raise UnwritableError(
            f"Another import is writing to {data_dir}.", hint="Wait until it is done, then try again."
        ) from None
    except OSError as error:
        raise UnwritableError(
            f"{error.filename or data_dir} couldn't be written: {error.strerror or error}.",
            hint="Nothing was changed. Check the free space, and that the folder may be written to.",
        ) from None


def _fill(fresh: Path, current: Path, files: Mapping[str, Iterable[str]]) -> None:
    for name, lines in files.items():
        header = ",".join(columns_of(name) or ())
        (fresh / name).write_bytes("\n".join([header, *lines, ""]).encode())
    for name in files:  # only now, so that the disk may order the writing as it likes
        onto_disk(fresh / name)
    if current.exists():
        for path in current.iterdir():
            if path.name not in files:
                _keep(path, fresh / path.name)
    if os.name == "posix":
        onto_disk(fresh)


def _keep(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target)
        return
    try:
        os.link(path, target)
    except OSError:  # not every file system can
        shutil.copy2(path, target)
