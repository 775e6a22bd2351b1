"""What was read and how, as the answer says it."""

from collections.abc import Sequence
from typing import Literal

from cscareer.tickets.cells import Fault, FileReading
from cscareer.tickets.opening_hours import DAYS, OpeningHours
from cscareer.tickets.report import BusinessHours, TicketColumn, TicketFaults, TicketFile
from cscareer.tickets.staging import Staged
from cscareer.tickets.ticket_table import TicketTable


def file_read(reading: FileReading, staged: Staged) -> TicketFile:
    """A file, and what its columns were taken for."""
    export = reading.export
    used = {column for each in reading.chosen.values() for column in each.columns}
    return TicketFile(
        file=export.name,
        kind=export.kind,
        encoding=export.encoding,
        separator=export.separator,
        layout=reading.layout.id if reading.layout else None,
        layout_name=reading.layout.name if reading.layout else None,
        rows=staged.rows,
        passed_over=staged.left,
        lines=tuple(f"line {each.line}: {each.message}" for each in staged.left_lines),
        columns=tuple(
            TicketColumn(
                field=name,
                name=each.field.name,
                column=export.headers[each.columns[0]],
                by=each.by,
                read_as=_read_as(reading, name),
            )
            for name, each in reading.chosen.items()
        ),
        unused=tuple(header for at, header in enumerate(export.headers) if at not in used),
    )


def _read_as(reading: FileReading, field: str) -> str | None:
    """How the cells of a column are read, where there was a choice."""
    its = reading.chosen[field]
    if field in reading.times:
        form = reading.times[field].form
        return None if form is None else form.order or form.id
    return str(its.unit) if its.unit is not None else None


def faults_of(staged: Sequence[Staged], repeated: int, negative: int) -> TicketFaults:
    """What was wrong with tickets."""

    def of(fault: Fault) -> int:
        return sum(each.faults.get(fault, 0) for each in staged)

    return TicketFaults(
        no_created=of(Fault.NO_CREATED),
        repeated=repeated,
        unreadable_times=of(Fault.TIME),
        end_before_beginning=negative,
        ratings_out_of_scale=of(Fault.RATING),
        unreadable_durations=of(Fault.DURATION),
        skipped_hours=of(Fault.SKIPPED_HOUR),
    )


def business_hours(hours: OpeningHours | None) -> BusinessHours | None:
    """When somebody was there, as the answer says it."""
    if hours is None:
        return None
    days = tuple(name for number, name in enumerate(DAYS) if number in hours.days)
    return BusinessHours(opens=hours.opens, closes=hours.closes, days=days, holidays=len(hours.holidays))


def follow_up_by(
    readings: Sequence[FileReading], table: TicketTable
) -> Literal["requester and subject", "requester", "reopening alone"] | None:
    """By what it is known that somebody came back."""
    if not table.has("solved_at"):
        return None
    if table.has("matter"):
        subject = all("subject" in each.chosen for each in readings)
        return "requester and subject" if subject else "requester"
    return "reopening alone" if table.has("reopened") else None
