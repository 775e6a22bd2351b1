"""The answer about tickets: what was read and how, the metrics, and what may be said of them."""

from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Model
from cscareer.tickets.figures import TicketFigure
from cscareer.tickets.goals import TicketGoal
from cscareer.tickets.lines import ResumeLine
from cscareer.tickets.trends import TicketTrend

NO_NAME = "(none)"  # the group of tickets without a name for it


class TicketColumn(Model):
    """A column that was taken for a field, what it was known by, and how its times or numbers are read."""

    field: str
    name: str
    column: str
    by: Literal["layout", "header", "map"]
    read_as: str | None


class TicketFile(Model):
    """A file of tickets: its form, the layout that it has (null for none we know), and what its columns are taken for."""

    file: str
    kind: str
    encoding: str | None
    separator: str | None
    layout: str | None
    layout_name: str | None
    rows: int
    passed_over: int
    lines: tuple[str, ...]
    columns: tuple[TicketColumn, ...]
    unused: tuple[str, ...]


class TicketFaults(Model):
    """What was wrong with tickets, each with how many, and left out of the figures that need it."""

    no_created: int
    repeated: int
    unreadable_times: int
    end_before_beginning: int
    ratings_out_of_scale: int
    unreadable_durations: int
    skipped_hours: int


class BusinessHours(Model):
    """When somebody was there: minutes of the day, days, and how many holidays."""

    opens: int
    closes: int
    days: tuple[str, ...]
    holidays: int


class TicketGroup(Model):
    """A group of tickets by its name; null for tickets without one."""

    name: str | None
    tickets: int


class TicketVolume(Model):
    """How many tickets came in: by channel, in each hour of the day, on each day of the week from Monday on."""

    channels: tuple[TicketGroup, ...]
    hours: tuple[int, ...]
    weekdays: tuple[int, ...]


class TicketReport(Answer):
    """The metrics of tickets, with how sure each of them is."""

    rows: ClassVar = "figures"

    schema_: Literal["cscareer/tickets/1"] = Field("cscareer/tickets/1", alias="schema")
    files: tuple[TicketFile, ...]
    faults: TicketFaults
    tickets: int
    solved: int
    first_day: str | None
    last_day: str | None
    zone: str
    zone_named: bool
    business_hours: BusinessHours | None
    follow_up_days: int
    follow_up_by: Literal["requester and subject", "requester", "reopening alone"] | None
    least: int
    confidence: float
    mine: str | None
    by: str | None
    figures: tuple[TicketFigure, ...]
    groups: tuple[TicketGroup, ...]
    groups_left_out: int
    goals: tuple[TicketGoal, ...]
    period: Literal["month", "week"]
    periods: tuple[str, ...]
    trends: tuple[TicketTrend, ...]
    volume: TicketVolume
    oldest_open_days: float | None
    resume: tuple[ResumeLine, ...]
    review: tuple[str, ...]

    @property
    def own(self) -> tuple[TicketFigure, ...]:
        """The figures of all tickets that are asked about."""
        return tuple(each for each in self.figures if each.group is None)
