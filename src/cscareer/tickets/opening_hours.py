"""Business hours: how much of the time between two instants somebody was open, daylight saving and holidays included."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cscareer.errors import UsageError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 86400
_LONGEST = 60  # letters of hours or days, as people write them
_HOURS = re.compile(
    r"\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*", re.IGNORECASE
)
_LAST_HOUR = 24


@dataclass(frozen=True)
class OpeningHours:
    """When somebody is there: minutes of the day from and to (to is on the next day where it isn't later), on which days.

    Days are 0 for Monday to 6; on holidays nobody is there.
    """

    opens: int
    closes: int
    days: frozenset[int]
    holidays: frozenset[date]
    zone: str


@dataclass(frozen=True)
class Slot:
    """A day of UTC, counted since 1970: open seconds before it, and up to two times open in it, in seconds of the day."""

    day: int
    before: int
    first: tuple[int, int]
    second: tuple[int, int]


def read_hours(said: str, days: str, holidays: Sequence[date], zone: str) -> OpeningHours:
    """Opening hours as a person writes them: 9-17, 8:30-18:00, 9am to 5pm; days like mon-fri or mon,wed,sat.

    Raises:
        UsageError: they are none.
    """
    match = _HOURS.fullmatch(said) if len(said) <= _LONGEST else None
    if not match:
        raise UsageError(
            f'--hours "{said[:_LONGEST]}" are no hours.', hint="Write them like 9-17 or 8:30-18:00."
        )
    opens, closes = _minute(match[1], match[2], match[3], said), _minute(match[4], match[5], match[6], said)
    if opens == closes:
        raise UsageError(
            f'--hours "{said}" is no time at all.', hint="Leave --hours out for all day and night."
        )
    return OpeningHours(opens, closes, read_days(days), frozenset(holidays), zone)


def _minute(hour: str, minute: str | None, half: str | None, said: str) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:  # noqa: PLR2004  hours of a clock with two halves
            raise UsageError(
                f'--hours "{said}": there is no {hours} {half}.', hint="Write them like 9am-5pm."
            )
        hours = hours % 12 + (12 if half.casefold() == "pm" else 0)
    if hours > _LAST_HOUR or minutes > 59 or (hours == _LAST_HOUR and minutes):  # noqa: PLR2004  minutes of an hour
        raise UsageError(f'--hours "{said}" goes beyond a day.', hint="Write them like 9-17 or 8:30-18:00.")
    return hours * 60 + minutes


def read_days(said: str) -> frozenset[int]:
    """Days of the week as a person writes them.

    Raises:
        UsageError: one of them is none.
    """
    found: set[int] = set()
    for part in said.replace("–", "-").split(","):
        first, _, last = part.partition("-")
        start, end = _day(first, said), _day(last or first, said)
        while True:
            found.add(start)
            if start == end:
                break
            start = (start + 1) % 7
    return frozenset(found)


def _day(word: str, said: str) -> int:
    begins = word.strip().casefold()[:3]
    if begins not in DAYS:
        raise UsageError(
            f'--days "{said[:_LONGEST]}" are no days.', hint="Write them like mon-fri or mon,wed,sat."
        )
    return DAYS.index(begins)


def read_holidays(said: str) -> list[date]:
    """Days with nobody there, as 2026-12-25, with commas or on lines of their own; what follows a # is a remark.

    Raises:
        UsageError: one of them is no such day.
    """
    found = []
    for line in said.splitlines():
        for word in line.partition("#")[0].split(","):
            if word.strip():
                try:
                    found.append(date.fromisoformat(word.strip()))
                except ValueError:
                    raise UsageError(
                        f'--holidays: "{word.strip()[:40]}" is no day.',
                        hint="Write them like 2026-12-25,2027-01-01.",
                    ) from None
    return found


def slots(hours: OpeningHours, first: int, last: int) -> Iterator[Slot]:
    """A slot for each day of UTC between two instants, in seconds since 1970."""
    place = ZoneInfo(hours.zone)
    day = datetime.fromtimestamp(first, UTC).astimezone(place).date() - timedelta(days=3)
    end = datetime.fromtimestamp(last, UTC).astimezone(place).date() + timedelta(days=3)
    open_in: dict[int, list[tuple[int, int]]] = {}
    while day <= end:
        if day.weekday() in hours.days and day not in hours.holidays:
            starts, stops = (_instant(day, minute, place) for minute in (hours.opens, _until(hours)))
            while starts < stops:
                midnight = (starts // _DAY + 1) * _DAY
                part = (starts % _DAY, min(stops, midnight) - starts // _DAY * _DAY)
                open_in.setdefault(starts // _DAY, []).append(part)
                starts = min(stops, midnight)
        day += timedelta(days=1)
    before = 0
    for number in range(first // _DAY - 1, last // _DAY + 2):
        parts = [*_joined(open_in.get(number, [])), (0, 0), (0, 0)]
        yield Slot(number, before, parts[0], parts[1])
        before += sum(stop - start for start, stop in parts)


def _joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Times open without overlaps, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((start, stop))
    return found


def _until(hours: OpeningHours) -> int:
    return hours.closes if hours.closes > hours.opens else hours.closes + 24 * 60


def _instant(day: date, minute: int, place: ZoneInfo) -> int:
    """A minute of a day on the clock on the wall, as seconds since 1970; one that is left out is as far past as it says."""
    on = day + timedelta(days=minute // (24 * 60))
    at = time(minute // 60 % 24, minute % 60)
    return int(datetime.combine(on, at, place).timestamp())


def open_seconds(instant: str, slot: str) -> str:
    """In SQL: the seconds open up to an instant, where `slot` names the joined row of its day."""
    of_day = f"({instant} % {_DAY})"
    parts = [
        f"greatest(0, least({of_day}, {slot}.{part}_to) - {slot}.{part}_from)" for part in ("first", "second")
    ]
    return f"({slot}.before + {parts[0]} + {parts[1]})"


def slot_rows(hours: OpeningHours, first: int, last: int) -> str:
    """The slots as rows in SQL: day, before, first_from, first_to, second_from, second_to."""
    return ", ".join(
        f"({each.day}, {each.before}, {each.first[0]}, {each.first[1]}, {each.second[0]}, {each.second[1]})"
        for each in slots(hours, first, last)
    )
