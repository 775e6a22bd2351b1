"""Answers about many people, written one after the other as they come: JSON lines, or rows of CSV."""

from collections.abc import Iterable

from cscareer.catalog.models import Model
from cscareer.render.csv_columns import columns_for
from cscareer.render.csv_format import columns_of, header_line, rows_text, tidy_header, tidy_rows
from cscareer.render.formats import Format
from cscareer.render.json_format import draw_line
from cscareer.render.writing import write_through
from cscareer.skills.fitting import RoleFit
from cscareer.skills.matching import PersonMatch


class PersonRow(Model):
    """A row of CSV: a person and one of their roles."""

    line: int
    id: str | None
    years_of_experience: float | None
    rank: int
    role: RoleFit


def write_matches(
    matches: Iterable[PersonMatch], output_format: Format, *, wide: bool = False, with_sources: bool = True
) -> None:
    """Writes each match as soon as it is there: a line of JSON each, or with CSV a row for each role of each person.

    Args:
        matches: as they come.
        output_format: JSON lines or CSV.
        wide: every value of the JSON as columns of CSV, and not only the dozen that are read most.
        with_sources: whether each line of JSON names the sources, which are the same in all.

    Raises:
        OSError: standard output takes no more.
    """
    if output_format is not Format.CSV:
        for match in matches:
            write_through(draw_line(match, with_sources=with_sources))
        return
    chosen = None if wide else columns_for("people")
    if chosen is not None:
        write_through(tidy_header(chosen))
        for match in matches:
            write_through(tidy_rows(_rows(match), chosen))
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
