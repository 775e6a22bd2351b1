"""How the times of an export are written, and how SQL reads them as seconds since 1970 in UTC."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from cscareer.catalog.loading import Catalog
from cscareer.catalog.ticket_models import TicketDate, TicketFieldKind
from cscareer.errors import InvalidDataError, Problem, UsageError
from cscareer.tickets.columns import Chosen
from cscareer.tickets.engine import Engine, listed, literal
from cscareer.tickets.exports import TicketExport, samples

ORDERS = ("dmy", "mdy", "ymd")
_SAMPLE = 500
_MOSTLY = 0.5  # of a sample, from which on a column is taken to be written so
_MONTHS = 12
_TWO_NUMBERS = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]")
_TWO_NUMBERS_SQL = r"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]"
_ZONED = r"(?i)(z|utc|gmt|[+-]\d\d(:?\d\d)?|[a-z]+/[a-z_/+-]+)$"
_PLAIN = 19  # letters of 2026-03-02 09:15:00
_LATEST = 4_294_967_295  # seconds since 1970 that can be kept, in 2106
_DATE_ALONE = 10
_ISO = "iso"


@dataclass(frozen=True)
class TimeReading:
    """How a column of times is read.

    Args:
        form: how it is written; None where nothing is known of it, as all its cells are empty.
        zone: the zone of times that name none.
        named_zone: whether anybody named that zone.
        zoned: whether cells may name their own zone.
        example: a cell of it, to show how it was read.
    """

    form: TicketDate | None
    zone: str = "UTC"
    named_zone: bool = False
    zoned: bool = False

    def seconds(self, cell: str) -> str:
        """The cell as seconds since 1970 in UTC, null where it isn't read."""
        return f"TRY_CAST(epoch({self._instant(cell)}) AS UINTEGER)"

    def _instant(self, cell: str) -> str:
        if self.form is None:
            return "NULL::TIMESTAMP"
        written = self.written(cell)
        if self.zoned:
            fixed = f"replace(trim({cell}), ',', '.')"
            own = f"timezone('UTC', TRY_CAST({fixed} AS TIMESTAMPTZ))"
            return f"CASE WHEN {self.names_zone(cell)} THEN {own} ELSE {self._to_utc(written)} END"
        return self._to_utc(written)

    def _to_utc(self, written: str) -> str:
        counts = self.form is not None and self.form.per_second is not None
        if self.zone == "UTC" or counts:
            return written
        return f"timezone('UTC', timezone({literal(self.zone)}, {written}))"

    def written(self, cell: str) -> str:
        """The time as it is written, of whatever zone."""
        form = self.form
        if form is None:
            return "NULL::TIMESTAMP"
        if form.per_second is not None:
            seconds = f"TRY_CAST({cell} AS DOUBLE) / {form.per_second}"
            return f"make_timestamp(CASE WHEN {seconds} BETWEEN 0 AND {_LATEST} THEN ({seconds} * 1000000)::BIGINT END)"
        if not form.formats:
            return (
                f"TRY_CAST(replace(trim({cell}), ',', '.') AS TIMESTAMP)"
                if self.zoned
                else f"TRY_CAST({cell} AS TIMESTAMP)"
            )
        signs = form.spaced
        spread = f"trim(regexp_replace(translate({cell}, {literal(signs)}, {literal(' ' * len(signs))}), ' +', ' ', 'g'))"
        return f"try_strptime({spread}, [{listed(form.formats)}])"

    def names_zone(self, cell: str) -> str:
        """Whether a cell names its zone."""
        return f"(length({cell}) > {_DATE_ALONE} AND regexp_matches(trim({cell}), {literal(_ZONED)}))"

    def odd(self, cell: str) -> str | None:
        """Whether a cell may say more than the quick way of reading takes in; None where that can't be."""
        if self.form is None or self.form.id != _ISO or self.zoned:
            return None
        plain = f"length({cell}) IN (16, {_PLAIN}) AND {cell}[-3] = ':'"  # ends with minutes or seconds, and not with a zone
        return f"NOT (length({cell}) = {_DATE_ALONE} OR ({plain}))"

    @property
    def careful(self) -> "TimeReading":
        """The same, for cells that name their zone."""
        return replace(self, zoned=True)


@cache
def _zones() -> dict[str, str]:
    """The names of all time zones, by themselves in small letters; to find them a thousand files are looked at."""
    from zoneinfo import available_timezones

    return {name.casefold(): name for name in available_timezones()}


def read_zone(said: str | None) -> str | None:
    """The name of a time zone.

    Raises:
        UsageError: there is none of that name.
    """
    if said is None:
        return None
    known = _zones()
    wanted = said.strip().replace(" ", "_").casefold()
    cities = [name for key, name in known.items() if key.rpartition("/")[2] == wanted]
    if found := known.get(wanted) or (cities[0] if len(cities) == 1 else None):
        return found
    from cscareer.catalog.lookup import suggest

    raise UsageError(
        f'--tz "{said}" is no time zone.',
        hint="Write it like America/Chicago or Europe/Madrid.",
        suggestions=suggest(said, known.values(), most=3, whole=True),
    )


def read_times(
    engine: Engine,
    catalog: Catalog,
    export: TicketExport,
    chosen: Mapping[str, Chosen],
    *,
    order: str | None,
    zone: str | None,
) -> dict[str, TimeReading]:
    """How each column of times is read.

    Raises:
        UsageError: whether day or month comes first can't be told, and nobody says.
        InvalidDataError: a column of times holds something else.
    """
    columns = {name: each for name, each in chosen.items() if each.field.kind is TicketFieldKind.TIME}
    found = samples(engine, export, [each.columns[0] for each in columns.values()], _SAMPLE)
    forms = {
        name: _forms(catalog, export, columns[name], cells)
        for name, cells in zip(columns, found, strict=True)
    }
    doubtful = [name for name, likely in forms.items() if len({each.order for each in likely}) > 1]
    if doubtful:
        order = order or _told_by(dict(zip(columns, found, strict=True)), doubtful)
        order = order or _told_by_all(engine, export, [columns[name] for name in doubtful])
        if order is None:
            raise _ask(export, columns[doubtful[0]])
    readings = {}
    for name, cells in zip(columns, found, strict=True):
        its = columns[name]
        likely = [each for each in forms[name] if len(forms[name]) == 1 or each.order == order] or forms[name]
        named = zone or its.zone
        readings[name] = TimeReading(
            likely[0] if likely else None,
            zone=read_zone(named) or "UTC",
            named_zone=named is not None,
            zoned=any(
                len(cell) > _PLAIN or (len(cell) > _DATE_ALONE and re.search(_ZONED, cell)) for cell in cells
            ),
        )
    if any(each.zoned for each in readings.values()):
        return {name: each.careful for name, each in readings.items()}
    return readings


def _forms(catalog: Catalog, export: TicketExport, column: Chosen, cells: Sequence[str]) -> list[TicketDate]:
    """The ways in which most of these cells may be written."""
    if not cells:
        return []
    found = [
        form
        for form in catalog.ticket_dates.values()
        if sum(bool(_pattern(form.looks).fullmatch(cell)) for cell in cells) >= _MOSTLY * len(cells)
    ]
    if not found:
        header = export.headers[column.columns[0]]
        problem = Problem(
            export.name,
            None,
            header,
            f"this is taken for when a ticket was {column.field.name}, and what stands there is no time we can read.",
            "Write times like 2026-03-02 09:15, or name another column with --map.",
        )
        raise InvalidDataError(f"{export.name} can't be used:", problems=[problem])
    return found


@cache
def _pattern(looks: str) -> re.Pattern[str]:
    return re.compile(looks, re.IGNORECASE)


def _order_of(first: int, second: int) -> str | None:
    """What the largest of the first and of the second numbers tell; both over 12 tell nothing."""
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    return "dmy" if first > _MONTHS else "mdy"


def _told_by(found: Mapping[str, Sequence[str]], doubtful: Sequence[str]) -> str | None:
    pairs = [
        (int(match[1]), int(match[2]))
        for name in doubtful
        for cell in found[name]
        if (match := _TWO_NUMBERS.match(cell))
    ]
    return _order_of(max((one for one, _ in pairs), default=0), max((two for _, two in pairs), default=0))


def _told_by_all(engine: Engine, export: TicketExport, columns: Sequence[Chosen]) -> str | None:
    """The same of all rows, where those looked at don't say."""
    parts = [
        f"max(TRY_CAST(regexp_extract({export.cells[each.columns[0]]}, {literal(_TWO_NUMBERS_SQL)}, {group}) AS INTEGER))"
        for each in columns
        for group in (1, 2)
    ]
    row = [number or 0 for number in engine.row(f"SELECT {', '.join(parts)} FROM {export.lenient}")]
    return _order_of(max(row[::2]), max(row[1::2]))


def _ask(export: TicketExport, column: Chosen) -> UsageError:
    header = export.headers[column.columns[0]]
    return UsageError(
        f'{export.name}: in "{header}" day and month can\'t be told apart, as no number decides it.',
        hint="Say which comes first: --dates dmy (31/12/2026) or --dates mdy (12/31/2026).",
    )


@dataclass(frozen=True)
class Shift:
    """From an instant on, in seconds since 1970, local time is so many seconds ahead of UTC."""

    since: int
    seconds: int


def shifts_between(zone: str, first: int, last: int) -> list[Shift]:
    """When a zone's clock changed between two instants, the first entry before them."""
    place = ZoneInfo(zone)

    def ahead(second: int) -> int:
        offset = datetime.fromtimestamp(second, UTC).astimezone(place).utcoffset() or timedelta()
        return int(offset.total_seconds())

    found = [Shift(-(1 << 40), ahead(first))]
    step = 86400 * 7
    second = first
    while second < last:
        following = min(second + step, last)
        if ahead(following) != found[-1].seconds:
            low, high = second, following
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if ahead(middle) == found[-1].seconds else (low, middle)
            found.append(Shift(high, ahead(high)))
            second = high
        else:
            second = following
    return found


def local(second: str, shifts: Sequence[Shift]) -> str:
    """Local time in SQL, as seconds since 1970 as the clock on the wall counts them."""
    if len(shifts) == 1:
        return f"({second} + {shifts[0].seconds})"
    cases = " ".join(f"WHEN {second} >= {each.since} THEN {each.seconds}" for each in reversed(shifts[1:]))
    return f"({second} + CASE {cases} ELSE {shifts[0].seconds} END)"


def skipped_half_hours(zone: str, first_year: int = 2000, last_year: int = 2040) -> list[int]:
    """The half hours, counted since 1970, that a zone's clock on the wall left out when it went forward."""
    if zone == "UTC":
        return []
    start, end = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (first_year, last_year))
    shifts = shifts_between(zone, start, end)
    return [
        half
        for before, after in pairwise(shifts)
        if after.seconds > before.seconds
        for half in range((after.since + before.seconds) // 1800, (after.since + after.seconds) // 1800)
    ]
