"""Job titles of a stream, each written with what it stands for: JSON lines, or rows of CSV."""

from collections.abc import Callable, Iterable

from cscareer.render.csv_format import columns_of, header_line, rows_text
from cscareer.render.formats import Format
from cscareer.render.text import escape_steering
from cscareer.render.writing import write_through
from cscareer.titles.reading import TitleReading
from cscareer.titles.report import TitleLine, json_line

_MOST_HELD = 1 << 16  # letters of output, while more titles are there to read


def write_titles(
    readings: Iterable[tuple[int, TitleReading]],
    output_format: Format,
    *,
    as_row: Callable[[TitleReading, int], TitleLine],
    drained: Callable[[], bool],
) -> None:
    """Writes what the title of each line stands for: a line of JSON each, or a row of CSV.

    What has been read is written at the latest when no more has come, which `drained` tells after each title.

    Raises:
        OSError: standard output takes no more.
    """
    columns = [column for column in columns_of(TitleLine) if column != ("schema_",)]
    as_csv = output_format is Format.CSV
    held = [header_line(columns)] if as_csv else []
    size = 0
    try:
        for line, reading in readings:
            text = rows_text([as_row(reading, line)], columns) if as_csv else title_text(reading, line)
            held.append(text)
            size += len(text)
            if size >= _MOST_HELD or drained():
                write_through("".join(held))
                held.clear()
                size = 0
    finally:
        if held:
            write_through("".join(held))


def title_text(reading: TitleReading, line: int) -> str:
    """What the title of a line stands for, as a line of JSON."""
    return escape_steering(json_line(reading, line)) + "\n"
