"""The kinds of value a table, a list of facts or a sentence may show, and how each reads."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cscareer.pay.money import Number

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
DASH = "–"
STAR = "★"  # marks a role in demand
_BARS = "▁▂▃▄▅▆▇█"


class Money(NamedTuple):
    """An amount; `per` is said only where it is given, `signed` shows a plus too, `cents` shows them even where 0."""

    amount: Number
    currency: str
    per: str | None = None
    signed: bool = False
    cents: bool = False

    def __str__(self) -> str:
        sign = "-" if self.amount < 0 else "+" if self.signed else ""
        cents = self.cents or self.per == "hour" or self.amount != int(self.amount)
        figure = f"{abs(self.amount):,.2f}" if cents else f"{int(abs(self.amount)):,}"
        symbol = _SYMBOLS.get(self.currency, f"{self.currency} ")
        return f"{sign}{symbol}{figure}" + (f" {_said(self.per)}" if self.per else "")


class PayRange(NamedTuple):
    """A range of pay, or a dash where both ends are unknown; `per` is said only where it is given."""

    low: Number | None
    high: Number | None
    currency: str
    per: str | None = None
    cents: bool = False

    def __str__(self) -> str:
        cents = self.cents or self.per == "hour"
        low, high = (
            None if end is None else str(Money(end, self.currency, cents=cents))
            for end in (self.low, self.high)
        )
        if low is None and high is None:
            return DASH
        said = f"up to {high}" if low is None else f"from {low}" if high is None else f"{low} {DASH} {high}"
        return f"{said} {_said(self.per)}" if self.per else said


class Kinded(NamedTuple):
    """A range of pay with the sign of its kind before it, where a column of kinds has no room."""

    kind: str | None
    pay: PayRange

    @property
    def word(self) -> str:
        """Its kind in a word."""
        return (self.kind or "").partition(" ")[2]

    def __str__(self) -> str:
        sign = (self.kind or "").partition(" ")[0]
        return f"{sign} {self.pay}".lstrip()


class Percent(NamedTuple):
    """A percentage, 58.9 for 58.9%; `signed` shows a plus too."""

    value: Number
    signed: bool = False
    digits: int = 0

    def __str__(self) -> str:
        return f"{self.value:{'+' if self.signed else ''}.{self.digits}f}%"


class Years(NamedTuple):
    """A span of years."""

    low: int
    high: int

    def __str__(self) -> str:
        if self.low == self.high:
            return "1 year" if self.low == 1 else f"{self.low} years"
        return f"{self.low}{DASH}{self.high} years"


class Link(NamedTuple):
    """Words that lead to a web address where there is one."""

    words: str
    address: str | None

    def __str__(self) -> str:
        return self.words


class Tick(NamedTuple):
    """How far something is done: have, below or missing."""

    state: str

    def __str__(self) -> str:
        return {"have": "✔", "below": "◐", "not-shown": "☐", "missing": "☐"}[self.state]


class Spark(NamedTuple):
    """Figures in the order of time, drawn as small bars; a line stands before the first one that can't be compared."""

    values: Sequence[Number]
    breaks_before: int | None = None

    def __str__(self) -> str:
        low, high = min(self.values, default=0), max(self.values, default=0)
        steps = [round((value - low) / ((high - low) or 1) * (len(_BARS) - 1)) for value in self.values]
        drawn = [_BARS[step] for step in steps]
        if self.breaks_before:
            drawn.insert(self.breaks_before, "│")
        return "".join(drawn)


class Cited(NamedTuple):
    """Words with the numbers of the sources they rest on, as the document's numbered list of sources has them."""

    words: str
    numbers: Sequence[int]

    @property
    def runs(self) -> list[str]:
        """The numbers in rising order, three or more in a row as "3–5"."""
        return list(_runs(sorted(set(self.numbers))))

    @property
    def mark(self) -> str:
        """The numbers as they stand behind the words."""
        return f" [{','.join(self.runs)}]" if self.numbers else ""

    def __str__(self) -> str:
        return f"{self.words}{self.mark}"


Cell = str | int | None | Money | PayRange | Kinded | Percent | Years | Link | Tick | Spark | Cited


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in rising order, three or more in a row as "3–5"."""
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        row = [number for _, number in run]
        if len(row) > 2:  # noqa: PLR2004  two take no more room one by one
            yield f"{row[0]}{DASH}{row[-1]}"
        else:
            yield from map(str, row)


def words(cell: Cell) -> str:
    """The cell as text; a dash where nothing is known."""
    if cell is None:
        return DASH
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def count_of(number: int, one: str, several: str | None = None) -> str:
    """A number and its noun: "1 role", "3 roles"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Names as a person lists them."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def some(names: Sequence[str], most: int) -> str:
    """The first of several names, and how many more there are: "this, that and 4 more"."""
    if len(names) <= most + 1:  # one more takes no more room than its count
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def dated(year: int | None, read: str | None = None) -> str:
    """The year of a source or figure, else the day it was read, or that it bears none."""
    return str(year) if year else f"undated, read {read}" if read else "undated"


def _said(per: str | None) -> str:
    return {"year": "a year", "hour": "an hour"}[per] if per else ""
