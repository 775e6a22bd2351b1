"""Answers about many people or titles, written one after the other as they come: JSON lines, or rows of CSV."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from cscareer.catalog.models import Model
from cscareer.render.csv_format import columns_of, header_line, rows_text
from cscareer.render.formats import Format
from cscareer.render.json_format import draw_line
from cscareer.render.show import write_through
from cscareer.render.text import escape_steering
from cscareer.skills.fitting import RoleFit
from cscareer.skills.matching import PersonMatch

if TYPE_CHECKING:
    from cscareer.titles.reading import TitleReading
    from cscareer.titles.report import TitleLine

_MOST_HELD = 1 << 16  # letters of output, while more titles are there to read


class PersonRow(Model):
    """A row of CSV: a person and one of their roles."""

    line: int
    id: str | None
    years_of_experience: float | None
    rank: int
    role: RoleFit


def write_matches(matches: Iterable[PersonMatch], output_format: Format) -> None:
    """Writes each match as soon as it is there: a line of JSON each, or with CSV a row for each role of each person.

    Raises:
        OSError: standard output takes no more.
    """
    if output_format is not Format.CSV:
        for match in matches:
            write_through(draw_line(match))
        return
    columns = list(columns_of(PersonRow))
    write_through(header_line(columns))
    for match in matches:
        write_through(rows_text(_rows(match), columns))


def _rows(match: PersonMatch) -> Iterable[PersonRow]:
    return (
        PersonRow(
            line=match.line, id=match.id, years_of_experience=match.years_of_experience, rank=rank, role=role
        )
        for rank, role in enumerate(match.roles, 1)
    )


def write_titles(
    readings: "Iterable[tuple[int, TitleReading]]",
    output_format: Format,
    *,
    as_row: "Callable[[TitleReading, int], TitleLine]",
    drained: Callable[[], bool],
) -> None:
    """Writes what the title of each line stands for: a line of JSON each, or a row of CSV.

    What has been read is written at the latest when no more has come, which `drained` tells after each title.

    Raises:
        OSError: standard output takes no more.
    """
    from cscareer.titles.report import TitleLine as Row
    from cscareer.titles.report import json_line

    columns = [column for column in columns_of(Row) if column != ("schema_",)]
    as_csv = output_format is Format.CSV
    held = [header_line(columns)] if as_csv else []
    size = 0
    try:
        for line, reading in readings:
            text = (
                rows_text([as_row(reading, line)], columns)
                if as_csv
                else escape_steering(json_line(reading, line)) + "\n"
            )
            held.append(text)
            size += len(text)
            if size >= _MOST_HELD or drained():
                write_through("".join(held))
                held.clear()
                size = 0
    finally:
        if held:
            write_through("".join(held))
