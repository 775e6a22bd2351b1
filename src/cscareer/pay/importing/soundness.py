"""Whether a folder of wages is sound as an import would leave it, before anything of it takes its place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cscareer.catalog.layers import built_in_path, user_path
from cscareer.catalog.releases import read_releases
from cscareer.catalog.wage_checks import check_over
from cscareer.catalog.wage_files import folder_of, read_rows
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
            problems=[_where(problem, current, read) for problem in problems],
        )


def _where(problem: Problem, current: Path, read: Sequence[Path]) -> Problem:
    """The same problem with the file and row that it comes from."""
    fresh, line = Path(problem.file), problem.line or 0
    hint = problem.hint or _HINT
    for place, number in _origins(fresh, line, current / fresh.name, read):
        return problem._replace(file=str(place), line=number, hint=hint)
    return problem._replace(file=str(current / fresh.name), hint=hint)


def _origins(fresh: Path, line: int, there: Path, read: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Where a row stands: in the file that is there, else in the file read that has most of its cells in one row."""
    try:
        row = read_rows(fresh)[line - 2] if line > 1 else []
        held = read_rows(there) if there.exists() else []
    except UnreadableError:
        return
    if row in held:
        yield there, held.index(row) + 2
    wanted = {_bare(cell) for cell in row if cell}
    found = max(
        (
            (len(wanted.intersection(map(_bare, map(text_of, cells)))), -index, -number)
            for index, path in enumerate(read)
            for number, cells in enumerate(open_sheet(path).rows, start=2)
        ),
        default=(0, 0, 0),
    )
    if found[0]:
        yield read[-found[1]], -found[2]


def _bare(cell: str) -> str:
    """A cell without what our files write otherwise: zeros in front, spaces."""
    return cell.strip().casefold().lstrip("0")
