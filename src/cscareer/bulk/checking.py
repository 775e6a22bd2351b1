"""Whether tables have the columns that are wanted, before any work is done."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cscareer.bulk.inputs import Form, Input
from cscareer.bulk.tables import csv_header, parquet_columns
from cscareer.bulk.work import RowReading
from cscareer.errors import InvalidDataError, Problem, UnreadableError

_TEXT = ("string", "large_string", "string_view", "dictionary<values=string")
_MOST_NAMED = 12  # columns


def check_tables(inputs: Sequence[Input], reading: RowReading) -> None:
    """Makes sure that every table has what is read of it.

    Raises:
        InvalidDataError: some haven't; the error names them all.
        UnreadableError: one can't be read.
        MissingExtraError: one is Parquet, and pyarrow isn't installed.
    """
    problems = [
        Problem(each.file, None, None, wrong)
        for each in inputs
        if each.form in {Form.CSV, Form.PARQUET} and (wrong := _wrong(reading, _columns(each)))
    ]
    if problems:
        hint = "--column NAME says which column holds the titles." if reading.text_column else None
        raise InvalidDataError(f"There are no {reading.kind} to read there:", hint=hint, problems=problems)


def _columns(each: Input) -> Mapping[str, str]:
    try:
        if each.form is Form.PARQUET:
            return parquet_columns(Path(each.file))
        with Path(each.file).open("rb") as opened:
            return dict.fromkeys(csv_header(opened, each.file), "string")
    except OSError as error:
        raise UnreadableError(f"{each.file} can't be read: {error.strerror or 'it is broken'}.") from None


def _wrong(reading: RowReading, columns: Mapping[str, str]) -> str | None:
    wanted = [name for name in reading.columns if name in columns]
    if not wanted:
        names = " or ".join(f'"{name}"' for name in reading.columns)
        has = ", ".join(list(columns)[:_MOST_NAMED]) + (", …" if len(columns) > _MOST_NAMED else "")
        return f"No column {names}; it has {has or 'none'}."
    held = columns[wanted[0]]
    if reading.text_column and not held.startswith(_TEXT):
        return f'The column "{wanted[0]}" holds {held}; expected text.'
    return None
