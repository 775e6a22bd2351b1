"""Answers about many people or titles, written one after the other as they come: JSON lines, or rows of CSV."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cscareer.catalog.models import Model
from cscareer.render.csv_format import columns_of, header_line, rows_text
from cscareer.render.formats import StreamFormat
from cscareer.render.json_format import draw_line
from cscareer.render.show import write_through
from cscareer.render.text import escape_steering
from cscareer.skills.matching import PersonMatch, RoleFit

if TYPE_CHECKING:
    from cscareer.titles.report import TitleLine


class PersonRow(Model):
    """A row of CSV: a person and one of their roles."""

    line: int
    id: str | None
    years_of_experience: float | None
    rank: int
    role: RoleFit


def write_matches(matches: Iterable[PersonMatch], output_format: StreamFormat) -> None:
    """Writes each match as soon as it is there: a line of JSON each, or with CSV a row for each role of each person.

    Raises:
        OSError: standard output takes no more.
    """
    if output_format is not StreamFormat.CSV:
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


def write_titles(lines: "Iterable[TitleLine]", output_format: StreamFormat) -> None:
    """Writes what each title stands for as soon as it is read: a line of JSON each, or a row of CSV.

    Raises:
        OSError: standard output takes no more.
    """
    from cscareer.titles.report import TitleLine  # noqa: PLC0415  a stream of people needs none

    if output_format is not StreamFormat.CSV:
        for line in lines:
            write_through(escape_steering(line.model_dump_json(by_alias=True)) + "\n")
        return
    columns = [column for column in columns_of(TitleLine) if column != ("schema_",)]
    write_through(header_line(columns))
    for line in lines:
        write_through(rows_text([line], columns))
