"""What is noted beside figures of tickets, and how their files were read."""

from collections.abc import Iterator

from cscareer.render.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
)
from cscareer.render.cells import count_of
from cscareer.render.layouts.ticket_words import (
    clock_words,
    fault_words,
    file_words,
    first_contact_words,
)
from cscareer.tickets.report import TicketReport

LINE = 78


def reading_blocks(answer: TicketReport) -> Iterator[Block]:
    for file in answer.files:
        yield Heading(f"How it was read: {file_words(file)}")
        columns = [Column("Field"), Column("Column", wraps=True), Column("Known by"), Column("Read as")]
        yield Table(columns, [(each.name, each.column, each.by, each.read_as) for each in file.columns])
        if file.unused:
            yield Paragraph(f"Not used: {', '.join(file.unused)}. `--map FIELD=COLUMN` takes another column.")
        if file.lines:
            yield Bullets([f"Passed over, {line}." for line in file.lines])


def fault_notes(answer: TicketReport) -> Iterator[str]:
    wrong = list(fault_words(answer.faults))
    passed = sum(each.passed_over for each in answer.files)
    if passed:
        wrong.insert(
            0, f"{count_of(passed, 'line')} that didn't fit the table passed over (--full names some)"
        )
    if wrong:
        said = "; ".join(wrong)
        yield f"{said[0].upper()}{said[1:]}."


def first_notes(answer: TicketReport) -> Iterator[str]:
    """The notes of the first screen, in few words."""
    for note in fault_notes(answer):
        things = note.count(";") + 1
        yield (
            note
            if len(note) <= 2 * LINE
            else f"{things} kinds of things are wrong with rows or left out; --full says which."
        )
    days = count_of(answer.follow_up_days, "day")
    first = (
        f"First contact is a stand-in: not reopened, no new ticket within {days}. "
        if answer.follow_up_by
        else ""
    )
    clock = "Spans count day and night" if answer.business_hours is None else "Spans count business hours"
    zone = answer.zone if answer.zone_named else "as UTC, --tz names another zone"
    yield f"{first}{clock}, {zone}. Too few: under {answer.least}."


def ticket_notes(answer: TicketReport) -> Iterator[str]:
    yield from fault_notes(answer)
    if (words := first_contact_words(answer)) is not None:
        yield words
    zone = (
        ""
        if answer.zone_named
        else " Nothing names a time zone, so times are read as UTC: --tz names another."
    )
    yield f"{clock_words(answer)}{zone}"
    sure = f"{answer.confidence:.0%}"
    yield (
        f"Likely: with {sure} confidence between these ends. Spans show what half take at most, and what nine in ten do; they have"
        f" no such ends and aren't compared. Under {answer.least} tickets or answers it is too few to say."
    )
    if answer.by is not None or answer.mine is not None:
        yield (
            "Above and below are said of differences that chance would make in fewer than one table in twenty; all other"
            " differences are noise, and people are listed by name."
        )
    if answer.groups_left_out:
        yield f"{count_of(answer.groups_left_out, 'smaller group')} left out."
    yield "`cscareer metric NAME` has how each figure is defined, gamed and moved."
