"""Importing official files: all of them are read, then `wages/` is replaced as a whole or not at all."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from cscareer.catalog.models import Source
from cscareer.catalog.wage_files import FOLDER, OCCUPATION_FILE
from cscareer.errors import CareerError, InvalidDataError, MissingExtraError, Problem, UsageError
from cscareer.pay.importing.folder import locked
from cscareer.pay.importing.holdings import Holdings
from cscareer.pay.importing.origins import cells_of, plain_name, year_in
from cscareer.pay.importing.places import CENSUS, PlaceTaker, kind_of
from cscareer.pay.importing.report import ImportedFile, ImportReport, SetAside
from cscareer.pay.importing.rows import UNCHANGED
from cscareer.pay.importing.sheets import Sheet, invalid, open_sheet
from cscareer.pay.importing.soundness import refuse_unsound
from cscareer.pay.importing.tables import TableTaker
from cscareer.pay.importing.tables import kind_of as table_kind_of
from cscareer.pay.importing.wages import OLDEST, WageTaker, check_columns, is_wages

Progress = Callable[[str, int, int | None], None]  # file, rows read of it, rows in it if known


def import_files(
    paths: Sequence[Path],
    data_dir: Path,
    *,
    year: int | None = None,
    only: Collection[str] | None = None,
    retrieved: str = "",
    progress: Progress = lambda _file, _rows, _of: None,
) -> ImportReport:
    """Reads official files into `wages/` of a folder of data; what they don't speak of stays as it is.

    Args:
        paths: BLS wage tables, BEA price parities, and Census tables of places, in any order.
        data_dir: the folder of data; made if it doesn't exist.
        year: the May of wage tables whose name doesn't say it.
        only: the occupation codes to keep whole; all when None.
        retrieved: the day the files were got, like 2026-11-26; it is written down beside their digests.
        progress: told now and then how far it is.

    Raises:
        InvalidDataError: files can't be used; the error holds every problem, each with its line where there is one.
        UnwritableError: nothing was changed: no room, no right, or another import is at work.
        MissingExtraError: what importing needs isn't installed.

    Example:
        >>> from pathlib import Path
        >>> import_files([Path("not-there.xlsx")], Path("my-data"))
        Traceback (most recent call last):
        cscareer.errors.InvalidDataError: One file can't be used, so nothing was changed:
    """
    if not paths:
        raise UsageError("No file was named.", hint="Name the files to read.")
    with locked(data_dir) as folder:
        folder.check_readable()
        holdings = Holdings(folder, retrieved)
        files = _read_all(paths, holdings, year, only, progress)
        folder.replace(holdings.files(), lambda fresh, current: refuse_unsound(fresh, current, paths))
        occupations = sum(OCCUPATION_FILE.fullmatch(name) is not None for name in folder.names())
    sources = {file.source: _source_of(file) for file in files}
    return ImportReport(
        layers=(),
        sources=tuple(sources[key] for key in sorted(sources)),
        written_to=str(data_dir / FOLDER),
        occupations=occupations,
        areas=len(holdings.areas()),
        files=tuple(files),
    )


def _read_all(
    paths: Iterable[Path],
    holdings: Holdings,
    year: int | None,
    only: Collection[str] | None,
    progress: Progress,
) -> list[ImportedFile]:
    """Reads the newest first, whatever their order, so that older rows meet the newer ones."""
    unlike = {path.resolve(): path for path in sorted(paths)}.values()
    ordered = sorted(unlike, key=lambda path: (-(year_in(path, "") or year or 0), path.name, path))
    files: list[ImportedFile] = []
    problems: list[Problem] = []
    for path in ordered:
        try:
            files.append(_read(path, holdings, year, only, progress))
        except MissingExtraError:
            raise
        except CareerError as error:
            problems += error.problems or [Problem(str(path), None, None, error.message, error.hint)]
    if problems:
        count = len({problem.file for problem in problems})
        said = "One file" if count == 1 else f"{count} files"
        raise InvalidDataError(f"{said} can't be used, so nothing was changed:", problems=problems)
    return files


def _read(
    path: Path, holdings: Holdings, year: int | None, only: Collection[str] | None, progress: Progress
) -> ImportedFile:
    progress(path.name, 0, None)  # opening a large workbook takes most of the time
    sheet = open_sheet(path)
    taker = _taker(sheet, holdings, year, only)
    read = sheet.each(taker.take, lambda rows: progress(path.name, rows, sheet.height))
    if not read:
        raise _refused(path, "it has no rows", UNCHANGED)
    set_aside = sorted(taker.set_aside.items(), key=lambda item: (-item[1], item[0]))
    left = sum(taker.set_aside.values())
    cells, name = cells_of(taker.kind, taker.year), plain_name(path)
    if left < read:
        holdings.note(
            {**cells, "file": name, "rows": str(read), "set_aside": str(left), "sha256": sheet.sha256}
        )
    return ImportedFile(
        file=name,
        kind=taker.kind,
        year=taker.year,
        rows_read=read,
        rows_taken=read - left,
        rows_set_aside=left,
        set_aside=tuple(SetAside(reason=reason, rows=rows) for reason, rows in set_aside),
        source=cells["source"],
        sha256=sheet.sha256,
    )


def _taker(
    sheet: Sheet, holdings: Holdings, year: int | None, only: Collection[str] | None
) -> WageTaker | PlaceTaker | TableTaker:
    path = sheet.path
    if table := table_kind_of(sheet.columns):
        return TableTaker(sheet, table, holdings.tables)
    if is_wages(sheet.columns):
        check_columns(sheet)
        of_year = year_in(path, "wages") or year
        if of_year is None:
            raise _refused(
                path,
                "its name doesn't say of which May it is",
                "Say it, like --year 2025, or keep BLS's name.",
            )
        if of_year < OLDEST:
            raise _refused(path, f"it is older than May {OLDEST}, and counted other occupations", None)
        return WageTaker(sheet, of_year, holdings.wages, only)
    kind = kind_of(sheet.columns)
    if kind is None:
        found = ", ".join(sheet.columns)[:100]
        raise _refused(
            path,
            f"its columns ({found}) are those of no table we read",
            "BLS tables of wages, prices and projections, BEA price parities and Census tables of places are.",
            1,
        )
    if kind not in CENSUS:
        return PlaceTaker(sheet, kind, holdings.places)
    of_year = year_in(path, kind)
    if of_year is None:
        raise _refused(path, "its name doesn't say of which year it is", "Put the year into its name.")
    older = of_year < holdings.newest(kind)
    return PlaceTaker(sheet, kind, holdings.places, of_year, older=older)


def _refused(path: Path, message: str, hint: str | None, line: int | None = None) -> InvalidDataError:
    return invalid(path, [Problem(str(path), line, None, f"{message}.", hint)])


def _source_of(file: ImportedFile) -> Source:
    cells = cells_of(file.kind, file.year)
    return Source(
        id=cells["source"],
        title=cells["title"],
        publisher=cells["publisher"],
        address=cells["address"] or None,
        date=cells["date"] or None,
        licence=cells["licence"] or None,
    )
