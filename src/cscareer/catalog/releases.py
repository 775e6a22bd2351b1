"""The files that data comes from: those imported, from `wages/releases.csv`, and those entries were written from."""

import re
from pathlib import Path

from pydantic import ValidationError

from cscareer.catalog.models import Cites, Entry, Model, Source
from cscareer.catalog.reading import stands
from cscareer.catalog.wage_files import COLUMNS, MOST_PROBLEMS, RELEASES, read_rows
from cscareer.errors import Problem, UnreadableError

_SAID = ("title", "publisher", "address", "date", "licence")
_COUNT = re.compile("[0-9]{1,12}")
_SHORT = {
    "wages": "BLS wages May {}",
    "prices": "BEA prices {}",
    "cpi": "BLS prices to {}",
    "projections": "BLS projections from {}",
}  # by kind; what else is imported goes by its publisher


class SourceFile(Model):
    """A file that figures were imported from: its rows, those set aside, its digest, and the day it was imported."""

    file: str
    kind: str
    year: int
    rows: int
    set_aside: int
    sha256: str
    retrieved: str | None


class ReadFile(SourceFile, Entry):
    """A file that somebody wrote entries from; `set_aside` are its rows that nothing was taken from."""

    sources: Cites

    @property
    def as_file(self) -> SourceFile:
        """The file alone."""
        return SourceFile.model_validate(self.shown_in(SourceFile))


class SourceFilesFile(Model):
    """Files that entries were written from by hand."""

    source_files: tuple[ReadFile, ...] = ()


def read_releases(folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    """The sources a `wages/` folder names, by id, and what is wrong with its `releases.csv`; none without the file.

    Nothing is read beyond so many problems as are told.
    """
    path = folder / RELEASES
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    try:
        rows = _rows(path)
    except UnreadableError as error:
        return found, [Problem(str(path), 1, None, error.message, error.hint)]
    for line, cells in enumerate(rows, start=2):
        try:
            source = _source(cells)
        except ValidationError as error:
            fields = ", ".join(str(finding["loc"][0]) for finding in error.errors(include_url=False))
            hint = "Import the official file again."
            problems.append(Problem(str(path), line, fields, "this names no source as it should.", hint))
            if len(problems) == MOST_PROBLEMS:
                break
        else:
            found[source.id] = source
    return found, problems


def read_files(folder: Path) -> list[tuple[str, SourceFile]]:
    """The files that a `wages/` folder was made from, each with the id of its source; none without the file.

    Raises:
        UnreadableError: it can't be read.
    """
    found: list[tuple[str, SourceFile]] = []
    for cells in _rows(folder / RELEASES):
        if not all(_COUNT.fullmatch(cells.get(name, "")) for name in ("year", "rows", "set_aside")):
            continue  # a source that was written by hand, without a file
        file = SourceFile(
            file=cells["file"],
            kind=cells["kind"],
            year=int(cells["year"]),
            rows=int(cells["rows"]),
            set_aside=int(cells["set_aside"]),
            sha256=cells.get("sha256", ""),
            retrieved=cells.get("retrieved") or None,
        )
        found.append((cells["source"], file))
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of `releases.csv` by column; none without the file.

    Raises:
        UnreadableError: it can't be read.
    """
    rows = read_rows(path) if stands(path) else []
    return [dict(zip(COLUMNS[RELEASES], row, strict=False)) for row in rows]


def _source(cells: dict[str, str]) -> Source:
    said = {name: cells.get(name) or None for name in _SAID}
    read = None if said["date"] else cells.get("retrieved") or None
    named = _SHORT.get(cells.get("kind", ""))
    short = named.format(cells.get("year")) if named else None
    return Source.model_validate({"id": cells.get("source"), **said, "read": read, "short": short})
