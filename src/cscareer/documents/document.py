"""What is known of a document once it is read: its lines, and what it states in so many words."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cscareer.errors import Problem
from cscareer.titles.spans import years_in

Kind = Literal["text", "markdown", "html", "json-resume", "rendercv", "pdf", "docx"]


class Month(NamedTuple):
    """A month of a year, or a year alone where no month is stated; with its day where one is."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose; `number` counts from 1.

    It is the file's line (in JSON and YAML the one where the value starts); in a PDF it counts the lines of all
    pages that have text, in a DOCX the paragraphs that have text.
    """

    number: int
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class StatedSkill:
    """A skill that stands in a place meant for skills, and its level as written there."""

    name: str
    level: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Position:
    """A job held. `start` and `end` are None where they aren't stated; a current job has no end.

    `months` is how long it lasted, where only that is told.
    """

    title: str
    organization: str | None
    start: Month | None
    end: Month | None
    current: bool
    line: int
    months: int | None = None


class HeaderLine(NamedTuple):
    """What the head of a document says of a person, and in which line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read. `warnings` say what was passed over or guessed; they never hold its content.

    `person` and `home` are the name and town that a form has a field for; `documents/header.py` reads them of any document.
    """

    name: str
    kind: Kind
    lines: tuple[Line, ...]
    skills: tuple[StatedSkill, ...]
    positions: tuple[Position, ...]
    warnings: tuple[Problem, ...]
    person: HeaderLine | None = None
    home: HeaderLine | None = None

    def stated_levels(self) -> tuple[str | None, ...]:
        """For each line the level, as written, that the document states of the skill whose name the line is."""
        if not any(skill.level for skill in self.skills):
            return (None,) * len(self.lines)
        levels: list[str | None] = [None] * len(self.lines)
        named: dict[str, list[int]] = {}
        for at, line in enumerate(self.lines):
            named.setdefault(line.text, []).append(at)
        for skill in self.skills:
            free = named.get(skill.name, []) if skill.level else []
            # A value may begin some lines after its key.
            place = next((at for at in free if self.lines[at].number >= skill.line), None)
            if place is not None:
                free.remove(place)
                levels[place] = skill.level
        return tuple(levels)


def years_of_experience(positions: Iterable[Position], today: date) -> float | None:
    """The years covered by positions whose dates are stated, each month once; None if no dates are stated.

    First and last month both count, or first and last day where days are stated. A year without a month stands for
    its middle. Nothing after `today` counts.
    """
    return years_in(span for span in spans_of(tuple(positions), today) if span)


def spans_of(positions: Sequence[Position], today: date) -> list[tuple[float, float] | None]:
    """The months of each position, as `months_of`; of jobs that ended and say no more than how long they lasted, one before the other.

    These end where the earliest of the others begins, unless another one of the same title may be the very same job.
    """
    spans = [months_of(position, today) for position in positions]
    undated = [
        position.start is None and bool(position.months) and not position.current for position in positions
    ]
    known = {each.title.casefold() for each, alone in zip(positions, undated, strict=True) if not alone}
    at = min(
        (span[0] for span, alone in zip(spans, undated, strict=True) if span and not alone), default=None
    )
    at = at if at is not None else today.year * 12 + today.month
    for index, (position, alone) in enumerate(zip(positions, undated, strict=True)):
        if alone and position.months and position.title.casefold() not in known:
            spans[index] = (at - position.months, at)
            at -= position.months
    return spans


def months_of(position: Position, today: date) -> tuple[float, float] | None:
    """A position's months, counted from year 0, its end not included; None where its dates don't say them."""
    now = today.year * 12 + today.month
    if position.start is None and position.months:
        return (now - position.months, now)  # when isn't told; nearer than it was at worst
    if position.start is None or (position.end is None and not position.current):
        return None
    start = position.start.year * 12 + (position.start.month or 7) - 1 + _share(position.start, before=1)
    end = min(now if position.end is None else _end(position.end, position.start), now)
    return (start, end) if start < end else None


def _end(end: Month, start: Month) -> float:
    if end.month is None:
        # Within one and the same year: half of it.
        return end.year * 12 + (12 if end.year == start.year else 6)
    return end.year * 12 + end.month - (1 - _share(end) if end.day else 0)


def _share(date: Month, *, before: int = 0) -> float:
    """The part of its month up to a day, or `before` days less; 0 where no day is stated."""
    if date.month is None or date.day is None:
        return 0
    in_month = monthrange(date.year, date.month)[1]
    return (min(date.day, in_month) - before) / in_month
