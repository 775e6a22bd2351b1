"""The sources of imported figures, from `wages/releases.csv`: a row for each file read."""

from pathlib import Path

from pydantic import ValidationError

from cscareer.catalog.models import Model, Source
from cscareer.catalog.wage_checks import read_rows
from cscareer.catalog.wage_files import COLUMNS, RELEASES
from cscareer.errors import Problem, UnreadableError

_SAID = ("title", "publisher", "address", "date", "licence")


class SourceFile(Model):
    """A file that figures were imported from: its rows, those set aside, its digest, and the day it was imported."""

    file: str
    kind: str
    year: int
    rows: int
    set_aside: int
    sha256: str
    retrieved: str | None


def read_releases(folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    """The sources a `wages/` folder names, by id, and what is wrong with its `releases.csv`; none without the file."""
    path = folder / RELEASES
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    if not path.exists():
        return found, problems
    try:
        rows = read_rows(path)
    except UnreadableError as error:
        return found, [Problem(str(path), 1, None, error.message, error.hint)]
    for line, row in enumerate(rows, start=2):
        cells = dict(zip(COLUMNS[RELEASES], row, strict=False))
        try:
            source = _source(cells)
        except ValidationError as error:
            fields = ", ".join(str(finding["loc"][0]) for finding in error.errors(include_url=False))
            hint = "Import the official file again."
            problems.append(Problem(str(path), line, fields, "this names no source as it should.", hint))
        else:
            found[source.id] = source
    return found, problems


def read_files(folder: Path) -> list[tuple[str, SourceFile]]:
    """The files that a `wages/` folder was made from, each with the id of its source; none where it can't be read."""
    path = folder / RELEASES
    if not path.exists():
        return []
    found: list[tuple[str, SourceFile]] = []
    for row in read_rows(path):
        cells = dict(zip(COLUMNS[RELEASES], row, strict=False))
        if not all(cells.get(name, "").isdecimal() for name in ("year", "rows", "set_aside")):
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


def _source(cells: dict[str, str]) -> Source:
    said = {name: cells.get(name) or None for name in _SAID}
    read = None if said["date"] else cells.get("retrieved") or None
    return Source.model_validate({"id": cells.get("source"), **said, "read": read})
