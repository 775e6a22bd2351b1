"""Whether a folder of wages is sound as an import would leave it, before anything of it takes its place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cscareer.catalog.layers import built_in_path, user_path
from cscareer.catalog.releases import read_releases
from cscareer.catalog.wage_checks import check_over
from cscareer.catalog.wage_files import RELEASES, folder_of, read_rows
from cscareer.errors import InvalidDataError, Problem, UnreadableError
from cscareer.pay.importing.rows import text_of
from cscareer.pay.importing.sheets import open_sheet

_HINT = "Import the file that says what it is along with it, or take the row out."


def refuse_unsound(fresh: Path, current: Path, read: Sequence[Path]) -> None:
    """Refuses an import that would leave a folder with something wrong, as `data check` would tell it.

    Args:
        fresh: the folder as it would be.
        current: its place, where the folder is that it would replace, if there is one.
        read: the files that were imported.

    Raises:
        InvalidDataError: the error names the file and row of each problem: of those imported, else of what is there.
    """
    folders = [folder_of(path) for path in (built_in_path(), user_path()) if path is not None]
    below = [folder for folder in folders if folder and folder.resolve() != current.resolve()]
    problems = [*check_over(fresh, below), *read_releases(fresh)[1]]
    if problems:
        raise InvalidDataError(
            "The data would have a problem, so nothing was changed:",
            problems=list(_where(problems, current, read)),
        )


def _where(problems: Sequence[Problem], current: Path, read: Sequence[Path]) -> Iterator[Problem]:
    """The same problems with the file and row that each comes from: of what is there, else of the files read."""
    rows = [_row(Path(each.file), each.line) for each in problems]
    origins = _origins([{_bare(cell) for cell in row} - {""} for row in rows], read)
    for problem, row, origin in zip(problems, rows, origins, strict=True):
        there = current / Path(problem.file).name
        held = _rows(there) if there.exists() else []
        place, line = (there, held.index(row) + 2) if row in held else origin or (there, problem.line)
        yield problem._replace(file=str(place), line=line, hint=problem.hint or _HINT)


def _row(file: Path, line: int | None) -> list[str]:
    """The cells of a line of a file; none of its header, of a list of files, or where there is no such line."""
    rows = _rows(file) if line and line > 1 and file.name != RELEASES else []
    return rows[line - 2] if line and len(rows) > line - 2 else []


def _rows(file: Path) -> list[list[str]]:
    try:
        return read_rows(file)
    except UnreadableError:
        return []


def _origins(wanted: Sequence[set[str]], read: Sequence[Path]) -> list[tuple[Path, int] | None]:
    """For each row the file and row read that has most of its cells, the first of several alike."""
    most = [0] * len(wanted)
    found: list[tuple[Path, int] | None] = [None] * len(wanted)
    for path in read:
        for number, cells in enumerate(open_sheet(path).rows, start=2):
            there = set(map(_bare, map(text_of, cells)))
            for index, row in enumerate(wanted):
                if (alike := len(row & there)) > most[index]:
                    most[index], found[index] = alike, (path, number)
    return found


def _bare(cell: str) -> str:
    """A cell without what our files write otherwise: zeros in front, spaces."""
    return cell.strip().casefold().lstrip("0")
