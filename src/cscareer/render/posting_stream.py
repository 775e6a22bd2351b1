"""Job ads of a stream, written one after the other as they come: JSON lines, or tidy rows of CSV."""

from collections.abc import Iterable

from cscareer.catalog.models import Model
from cscareer.jobs.posting import PostingLine
from cscareer.pay.money import Number
from cscareer.render.csv_format import columns_of, header_line, rows_text
from cscareer.render.formats import Format
from cscareer.render.text import escape_steering
from cscareer.render.writing import write_through


class PostingRow(Model):
    """A row of CSV: an ad in a dozen columns; pay is its base pay, in a year too."""

    line: int
    id: str | None
    title: str | None
    role: str | None
    area: str | None
    work_mode: str | None
    pay_low: Number | None
    pay_high: Number | None
    per: str | None
    year_low: Number | None
    year_high: Number | None
    warnings: tuple[str, ...]


def write_postings(lines: Iterable[PostingLine], output_format: Format) -> None:
    """Writes each ad as soon as it is read: a line of JSON each, or a row of CSV.

    Raises:
        OSError: standard output takes no more.
    """
    if output_format is not Format.CSV:
        for line in lines:
            write_through(posting_text(line))
        return
    columns = list(columns_of(PostingRow))
    write_through(header_line(columns))
    for line in lines:
        write_through(rows_text([_row(line)], columns))


def posting_text(line: PostingLine) -> str:
    """An ad as a line of JSON."""
    return escape_steering(line.model_dump_json(by_alias=True)) + "\n"


def _row(line: PostingLine) -> PostingRow:
    base = line.base_pay
    return PostingRow(
        line=line.line,
        id=line.id,
        title=line.title,
        role=line.role.id if line.role else None,
        area=line.locations[0].area.id if line.locations else None,
        work_mode=line.work_mode.value if line.work_mode else None,
        pay_low=base.low if base else None,
        pay_high=base.high if base else None,
        per=base.per if base else None,
        year_low=base.yearly_low if base else None,
        year_high=base.yearly_high if base else None,
        warnings=tuple(mark.id for mark in line.watch if mark.severity == "warning"),
    )
