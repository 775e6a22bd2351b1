"""What tickets.yaml may say: how exports of tickets are read, from when figures tell something, and lines about them."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import Cites, Entry, Id, Model, Text
from cscareer.catalog.wording import worded

_Share = Annotated[float, Field(strict=True, gt=0, lt=1)]
_Count = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
_Headers = Annotated[tuple[Text, ...], Field(min_length=1)]
_Gaps = Annotated[Text, worded(r"^[^{}]*(?:\{[a-z_]+\}[^{}]*)*$", "must have its gaps as {name}")]
ZONE_BEHIND = re.compile(r"\((UTC|[A-Za-z]+(?:/[A-Za-z_+-]+)+)\)\s*$")  # a header that says in which zone


class TicketFieldKind(StrEnum):
    """How the cells of a field are read."""

    TEXT = "text"
    TIME = "time"
    DURATION = "duration"
    COUNT = "count"
    YES_NO = "yes-no"
    RATING = "rating"
    STATUS = "status"
    KEPT = "kept"
    TAGS = "tags"


class DurationUnit(StrEnum):
    """What a bare number in a column of durations counts."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"

    @property
    def seconds(self) -> int:
        """How many seconds one is."""
        return {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}[self.value]


class TicketField(Entry):
    """Something that a ticket has, and the headers it stands under in files of no layout we know.

    `low` and `high` are the ends of the scale of a rating.
    """

    name: Text
    kind: TicketFieldKind
    headers: _Headers
    low: int | None = None
    high: int | None = None

    @model_validator(mode="after")
    def _ratings_have_a_scale(self) -> Self:
        scale = self.low is not None and self.high is not None
        if scale != (self.kind is TicketFieldKind.RATING):
            raise ValueError("a rating has `low` and `high`, and nothing else has")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"low ({self.low}) must be below high ({self.high})")
        return self


class LayoutColumn(Model):
    """A column of a layout: its field, the headers it goes by, the unit of its numbers, what to take off a count, and signs between tags."""

    field: Id
    headers: _Headers
    unit: DurationUnit | None = None
    less: Annotated[int, Field(strict=True, ge=0, le=10)] = 0
    apart: Annotated[str, Field(min_length=1, max_length=5)] = ",;"


class TicketLayout(Entry):
    """The export of a help desk: known by `marks`, headers that stand together in no other.

    `leaves` are headers in it that look like a field of ours and are something else.
    """

    name: Text
    marks: Annotated[tuple[_Headers, ...], Field(min_length=1)]
    columns: Annotated[tuple[LayoutColumn, ...], Field(min_length=1)]
    leaves: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _takes_nothing_it_leaves(self) -> Self:
        taken = [plain_header(header) for column in self.columns for header in column.headers]
        if twice := {header for header in taken if taken.count(header) > 1}:
            raise ValueError(f'"{min(twice)}" stands twice among the headers')
        if both := set(taken) & set(map(plain_header, self.leaves)):
            raise ValueError(f'"{min(both)}" is both taken and left')
        return self


class TicketWords(Entry):
    """Words of cells that mean one thing: that a ticket is solved, that a promise was met, that a customer was happy.

    `rating` is the mark that a word of satisfaction stands for.
    """

    words: _Headers
    rating: Annotated[int, Field(strict=True, ge=1, le=5)] | None = None


class TicketUnit(Entry):
    """Words at the end of a header that say the unit of its numbers."""

    unit: DurationUnit
    words: _Headers


class TicketDate(Entry):
    """A way to write a time: what it looks like, and how it is read.

    Args:
        looks: a regular expression of the whole text, in small letters.
        order: in which order day, month and year stand where that alone is what is read; null where the text says it.
        numbers: whether day and month are both numbers, so that the order may be in doubt.
        spaced: signs that stand for a space while reading.
        formats: as `strptime` knows them; none where the text is read as ISO 8601 or counts seconds.
        per_second: of a count of seconds or parts of it, how many make a second.
        takes, leaves: texts that it takes, and some it must not.
    """

    looks: Text
    order: Literal["dmy", "mdy", "ymd"] | None = None
    numbers: bool = False
    spaced: str = ""
    formats: tuple[Text, ...] = ()
    per_second: int | None = None
    takes: _Headers
    leaves: _Headers

    @model_validator(mode="after")
    def _takes_what_it_says(self) -> Self:
        pattern = re.compile(self.looks, re.IGNORECASE)
        for text in self.takes:
            if not pattern.fullmatch(text):
                raise ValueError(f'it doesn\'t look like "{text}", which it is to take')
            if self.formats and not any(_reads(self.spread(text), each) for each in self.formats):
                raise ValueError(f'none of its formats reads "{text}"')
        for text in self.leaves:
            if pattern.fullmatch(text) and (
                not self.formats or any(_reads(self.spread(text), each) for each in self.formats)
            ):
                raise ValueError(f'it takes "{text}", which it is to leave')
        return self

    def spread(self, text: str) -> str:
        """The text with single spaces where signs stood."""
        return " ".join(text.translate(dict.fromkeys(map(ord, self.spaced), " ")).split())


class TicketRule(Entry):
    """From when figures tell something.

    Args:
        least: fewest tickets or answers from which a figure is said to tell anything.
        least_periods: fewest months from which a change over time is shown by month, else by week.
        confidence: of the intervals, and of saying that two figures differ, for all comparisons of a table together.
        follow_up_days: within how many days a new ticket of the same person on the same matter means it wasn't solved.
        most_groups: how many rows a table of groups has.
        satisfied: from which mark on a customer counts as satisfied.
        promoter, detractor: from which mark on one recommends, and up to which one doesn't.
    """

    least: _Count
    least_periods: _Count
    confidence: _Share
    follow_up_days: _Count
    most_groups: _Count
    satisfied: _Count
    promoter: _Count
    detractor: _Count
    sources: Cites


class TicketLine(Entry):
    """A line about a person's figures, with gaps for them; said only where all that it needs is told.

    Args:
        place: in a resume, or in a talk about one's figures.
        needs: metrics of which a figure must be told.
        better: whether that figure must be better than before or than the others', beyond the noise.
        text: its gaps are `tickets`, `solved`, `from`, `to`, and of the first metric needed `value`, `median`, `n`, `low`,
            `high`, `rated`, `before`, `others`.
        skill: the skill that it proves.
    """

    place: Literal["resume", "review"]
    needs: tuple[Id, ...] = ()
    better: Literal["than-before", "than-others"] | None = None
    text: _Gaps
    skill: Id | None = None
    sources: Cites


class TicketsFile(Model):
    """How exports of tickets are read, and what may be said of their figures."""

    ticket_fields: tuple[TicketField, ...] = ()
    ticket_layouts: tuple[TicketLayout, ...] = ()
    ticket_words: tuple[TicketWords, ...] = ()
    ticket_units: tuple[TicketUnit, ...] = ()
    ticket_dates: tuple[TicketDate, ...] = ()
    ticket_rules: tuple[TicketRule, ...] = ()
    ticket_lines: tuple[TicketLine, ...] = ()


def plain_header(header: str) -> str:
    """A header as it is compared: small letters, single spaces, no signs between words, no time zone behind it."""
    return " ".join(re.sub(r"[_\-\s\ufeff]+", " ", ZONE_BEHIND.sub("", header)).casefold().split())


def _reads(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form)  # noqa: DTZ007  of no zone as yet
    except ValueError:
        return False
    return True
