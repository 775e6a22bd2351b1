"""Amounts of pay as people write them: $46,000, 46k, 22.50/hr, $3,800 a month, 46–52k."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple, NoReturn

from cscareer.errors import UsageError
from cscareer.pay.amount_words import plain_pay
from cscareer.pay.money import Number, Period, exact, shown, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR

LEAST_HOURLY_DOUBT = 200  # dollars; a bare amount under it is an hourly wage, or a slip
LEAST_PART_TIME = 10  # dollars; a bare amount from here on may be the thousands of a year in part
LEAST_THOUSANDS = 30  # dollars; a bare amount from here on may be short for as many thousands a year
LEAST_YEARLY = 10_000  # dollars; a bare amount under it is likelier a month's, two weeks' or a week's pay
MOST_WEEKLY = 2_500  # dollars; a bare amount over it is hardly a week's pay
MOST_YEARLY = 10_000_000  # dollars; nobody is offered more

# How often a year each is paid, and how it is said; hourly and yearly pay are kept as they are.
_TIMES = {
    "day": (260, "a day", ": 52 weeks of 5 days"),
    "week": (52, "a week", ""),
    "two weeks": (26, "every two weeks", ""),
    "half month": (24, "twice a month", ""),
    "month": (12, "a month", ""),
}
_WORDS: dict[str, tuple[str, ...]] = {
    "hour": ("h", "hr", "hrs", "hour", "hours", "hourly", "p h", "ph", "phr", "p hr"),
    "year": ("y", "yr", "yrs", "year", "years", "yearly", "annual", "annually", "annum", "pa", "p a", "salary", "annual salary"),
    "month": ("mo", "mos", "mth", "month", "months", "monthly", "pm", "p m", "pcm", "calendar month"),
    "half month": ("semimonthly", "semi monthly", "twice a month", "twice monthly", "half month", "two times a month"),
    "two weeks": (
        "biweekly", "bi weekly", "two weeks", "2 weeks", "every two weeks", "every 2 weeks", "every other week", "other week",
        "fortnight", "fortnightly", "biweek", "paycheck every two weeks", "2 wks", "two wks", "every 2 wks", "2wks",
    ),
    "week": ("w", "wk", "wks", "week", "weeks", "weekly", "pw", "p w"),
    "day": ("d", "day", "days", "daily", "diem"),
}  # fmt: skip
_UNITS = {words: period for period, units in _WORDS.items() for words in units}
_BEFORE_UNIT = re.compile(
    r"(?:(?:usd|us dollars?|dollars?|bucks?)\b)?\s*(?:\b(?:per|an?|each|every|the|by the|paid)\b)?\s*"
)
_FIGURE = r"(?:(?:us)?d?\s*\$|usd\b|us\b)?\s*(?P<{0}sign>[-\u2212])?\s*\$?\s*(?P<{0}figure>\d[\d,. \u00a0_']*?)\s*(?P<{0}thousand>k\b|thousand\b|grand\b)?\s*\$?\+?"
_UNIT = r"\s*(?P<{0}unit>[a-z./ -]*?(?:\b2 ?w(?:ee)?ks)?\.?)"
_LEAD = r"(?:(?:about|around|approx\.?|approximately|roughly|circa|ca\.?|from|starting (?:at|from)|at|up to|nearly|almost|some|between)\s+|[~≈]\s*)*"
_AFTER = r"\s*(?:-?ish\b|or so\b|or thereabouts\b)?\s*(?:\(?(?:doe|max(?:imum)?|min(?:imum)?|gross|before taxes?|pre ?tax|base(?: pay| salary)?|ote|to start|(?:plus|\+|and) (?:bonus(?:es)?|commissions?|tips|benefits|overtime))\)?)?\s*"
_AMOUNT = re.compile(_LEAD + _FIGURE.format("") + _UNIT.format("") + _AFTER, re.IGNORECASE | re.ASCII)
_RANGE = re.compile(
    _LEAD
    + _FIGURE.format("low_")
    + _UNIT.format("low_")
    + r"\s*(?:-|\u2013|\u2014|\bto\b|\btill?\b|\band\b|\bor\b|&|\bthrough\b)\s*"
    + _FIGURE.format("high_")
    + _UNIT.format("high_")
    + _AFTER,
    re.IGNORECASE | re.ASCII,
)
_PERIOD_FIRST = re.compile(r"([A-Za-z./ -]+(?:\b2 ?weeks)?)[: ]+(\$?\d.*)")
_LONGEST = 120  # letters
_PLAIN = re.compile(r"[0-9]{1,12}(?:\.\d{1,2})?\Z|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?\Z")
_TWO_READINGS = re.compile(r"(\d{1,3})[.](\d{3})\Z")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0']\d{3})+(?:[.,]\d{1,2})?\Z")  # 46 500 and 46'500
_DECIMAL_COMMA = re.compile(r"(\d{1,6}|\d{1,3}(?:\.\d{3})+),(\d{1,2})\Z")  # 22,50 and 1.200,50
_BARE = re.compile(r"[$\d][\d., $-]*")
_OTHER_MONEY = re.compile(r"[€£¥₹]|\b(?:eur|euros?|gbp|pounds?|cad|aud|pesos?)\b|\b[ca]\$", re.IGNORECASE)
_CENTS = 2  # digits behind the point; nobody states so few dollars and cents for longer than an hour
_MOST_EXACT = 10**15  # dollars; sums are exact far beyond, and end somewhere
_BASE_ALONE = "Counting the base pay alone; say how much more there is with --bonus, as `offer` takes it."
_EXAMPLES = "Write it like 46000, $46,000, 46k or 22.50/hr."


class Given(NamedTuple):
    """An amount of dollars a person states, per hour or per year; `reading` says how pay by the month or week became so."""

    amount: Number
    per: Period
    reading: str | None = None


class GivenPay(NamedTuple):
    """What a person states: an amount, or the two ends of a range."""

    low: Given
    high: Given | None = None

    @property
    def readings(self) -> tuple[str, ...]:
        """How pay by the month or week was read, where it was."""
        return tuple(end.reading for end in self if end and end.reading)


def read_pay(
    said: str, per: Period | None = None, *, what: str = "the amount", hourly_beside: bool = False
) -> GivenPay:
    """An amount, or a range like 46–52k, as a person writes it; `per` is what they say beside it.

    `hourly_beside` says that other pay stands beside it by the hour, so that 24 alone is by the hour too.

    Raises:
        UsageError: it is no sensible amount of dollars, can be read in two ways (both are named), or runs downward.
    """
    plain = plain_pay(said[: _LONGEST + 1])
    pay = _read(said, _tidy(plain.text), per, what, hourly_beside=hourly_beside)
    if not plain.bonus:
        return pay
    base = " ".join(filter(None, [pay.low.reading, _BASE_ALONE]))
    return pay._replace(low=pay.low._replace(reading=base))


def _read(said: str, text: str, per: Period | None, what: str, *, hourly_beside: bool) -> GivenPay:
    match = _RANGE.fullmatch(text)
    if not match or match["low_sign"]:
        return GivenPay(_read_one(said, text, per, what, hourly_beside=hourly_beside))
    unit = match["high_unit"] or match["low_unit"]
    if match["low_unit"] and period_of(match["low_unit"]) != period_of(unit):
        raise UsageError(f'"{said}" has two periods of pay.', hint=f"Say one of them. {_EXAMPLES}")
    low, high = (
        _amount(said, match[f"{end}_figure"], what, thousand=bool(match[f"{end}_thousand"]))
        for end in ("low", "high")
    )
    if match["high_thousand"] and not match["low_thousand"] and low < 1000:  # noqa: PLR2004  "46–52k" is 46,000 to 52,000
        low *= 1000
    if low > high:
        raise UsageError(f'"{said}" runs downward.', hint="Say the lower end first, like 46000-52000.")
    ends = list(dict.fromkeys((low, high)))
    bare = period_of(unit) == "" and not per
    if bare and len(ends) > 1 and _is_by_the_hour(low, high):
        reading = f"Reading ${_dollars(to_cents(low))} to ${_dollars(to_cents(high))} as pay for an hour."
        return GivenPay(Given(to_cents(low), "hour", reading), Given(to_cents(high), "hour"))
    return GivenPay(*(_sensible(said, end, unit, per, what, hourly_beside=hourly_beside) for end in ends))


def _is_by_the_hour(*ends: Decimal) -> bool:
    """Whether bare dollars are sure to be for an hour: by their cents, or as broken or as a span that no year's thousands are."""
    decimals = max(-int(end.as_tuple().exponent) for end in ends)
    if max(ends) >= LEAST_HOURLY_DOUBT:
        return False
    return decimals >= _CENTS or (max(ends) < LEAST_THOUSANDS and (decimals > 0 or len(ends) > 1))


def read_amount(
    said: str, per: Period | None = None, *, what: str = "the amount", hourly_beside: bool = False
) -> Given:
    """One amount as a person writes it; `per` and `hourly_beside` as in `read_pay`.

    Raises:
        UsageError: it is no sensible amount of dollars, can be read in two ways (both are named), or is a range.

    Example:
        >>> read_amount("22.50/hr")
        Given(amount=22.5, per='hour', reading=None)
    """
    pay = read_pay(said, per, what=what, hourly_beside=hourly_beside)
    if pay.high is not None:
        raise UsageError(
            f'"{said}" is a range, and {what} is one amount.', hint="Say one end of it, or its middle."
        )
    return pay.low


def some_by_the_hour(said: Iterable[str | None]) -> bool:
    """Whether one of the amounts that stand beside each other is surely by the hour."""
    for each in said:
        try:
            if each is not None and read_pay(each).low.per == "hour":
                return True
        except UsageError:
            continue
    return False


def _tidy(said: str) -> str:
    """The words with plain spaces, a period that stands before the figure behind it; nothing where there are too many."""
    if len(said) > _LONGEST:
        return ""
    text = " ".join(said.replace("\u2009", " ").replace("\u202f", " ").split())
    if (first := _PERIOD_FIRST.fullmatch(text)) and period_of(first[1]):
        return f"{first[2]} {first[1]}"
    return text


def _read_one(said: str, text: str, per: Period | None, what: str, *, hourly_beside: bool) -> Given:
    match = _AMOUNT.fullmatch(text)
    if not match:
        _refuse(said, what)
    if match["sign"]:
        raise UsageError(f"{said} is less than nothing, and no pay.", hint=_EXAMPLES)
    amount = _amount(said, match["figure"], what, thousand=bool(match["thousand"]))
    return _sensible(said, amount, match["unit"], per, what, hourly_beside=hourly_beside)


def _amount(said: str, figure: str, what: str, *, thousand: bool) -> Decimal:
    figure = figure.strip()
    if _GROUPED.match(figure):
        figure = re.sub("[ \u00a0']", "", figure)
    if comma := _DECIMAL_COMMA.match(figure):
        figure = f"{comma[1].replace('.', '')}.{comma[2]}"
    if (dotted := _TWO_READINGS.match(figure)) and not thousand:
        whole_part, rest = dotted.groups()
        raise UsageError(
            f'"{said}" can be read as ${int(whole_part + rest):,} or as ${whole_part}.{rest[:2]}.',
            hint=f"Write {whole_part}{rest} for the first, {whole_part}.{rest[:2]} for the second.",
        )
    if not _PLAIN.match(figure) and not (dotted and thousand):
        _refuse(said, what)
    amount = Decimal(figure.replace(",", "")) * (1000 if thousand else 1)
    if amount > _MOST_EXACT:
        raise UsageError(f"{said} is more than any job pays.", hint=f"Check {what}. {_EXAMPLES}")
    return amount


def period_of(unit: str) -> str | None:
    """The period that words name; None where they name none, "" where nothing is said."""
    words = re.sub(r"[./-]+", " ", unit.lower())
    words = " ".join(words.split())
    if not words:
        return ""
    for shorter in (words, _BEFORE_UNIT.sub("", words, count=1)):
        if shorter in _UNITS:
            return _UNITS[shorter]
        if not shorter.strip():
            return ""
    return None


def _sensible(
    said: str, exactly: Decimal, unit: str, per: Period | None, what: str, *, hourly_beside: bool
) -> Given:
    stated = period_of(unit)
    if stated is None:
        _refuse(said, what)
    if stated and per not in {None, stated}:
        raise UsageError(
            f'"{said}" is pay per {stated}, and --per says {per}.', hint="Leave one of them out."
        )
    amount = to_cents(exactly)
    if amount == 0:
        raise UsageError(f"{said} is nothing, and no pay.", hint=_EXAMPLES)
    period, assumed = stated or per, None
    if not period and _is_by_the_hour(exactly):
        period, assumed = "hour", f"Reading ${amount:,.2f} as pay for an hour."
    elif not period and amount < LEAST_HOURLY_DOUBT and hourly_beside:
        period, assumed = "hour", f"Reading ${amount:,} as pay for an hour, like the pay beside it."
    if not period:
        _ask_for_period(said, amount)
    times, often, because = _TIMES.get(period or "", (1, "", ""))
    reading = assumed
    if often:
        reading = f"Reading ${_dollars(amount)} {often} as ${to_cents(exactly * times):,} a year (× {times}{because})."
        amount = to_cents(exactly * times)
    kept: Period = "hour" if period == "hour" else "year"
    yearly = shown(exact(amount) * (HOURS_A_YEAR if kept == "hour" else 1))
    if yearly > MOST_YEARLY:
        said_so = f" (that is ${yearly:,.0f} a year)" if kept == "hour" or often else ""
        raise UsageError(f"{said} is more than any job pays{said_so}.", hint=f"Check {what}. {_EXAMPLES}")
    return Given(amount, kept, reading)


def _dollars(amount: Number) -> str:
    """Dollars, with cents where there are any."""
    return f"{amount:,}" if isinstance(amount, int) else f"{amount:,.2f}"


def _ask_for_period(said: str, amount: Number) -> None:
    """Asks back about an amount without a period that is hardly a year's pay.

    Raises:
        UsageError: it is; what it may be is named.
    """
    short = said.strip() if _BARE.fullmatch(said.strip()) else _dollars(amount)
    if LEAST_PART_TIME <= amount < LEAST_HOURLY_DOUBT:
        raise UsageError(
            f'"{said}" can be read as ${amount:,.2f} an hour (${amount * HOURS_A_YEAR:,.0f} a year) or as ${amount * 1000:,.0f} a year.',
            hint=f"Write {short}/hr for the first, {short}k for the second.",
        )
    if amount < LEAST_HOURLY_DOUBT:
        raise UsageError(
            f'"{said}" can be read as ${amount:,.2f} an hour (${amount * HOURS_A_YEAR:,.0f} a year) or as ${amount:,.2f} a year.',
            hint=f"Add --per hour or --per year; {short}/hr says the first, too.",
        )
    if amount < LEAST_YEARLY:
        periods = ["month", "two weeks", *(["week"] if amount <= MOST_WEEKLY else [])]
        read = [
            f"${amount:,} {_TIMES[each][1]} (${amount * _TIMES[each][0]:,.0f} a year)" for each in periods
        ]
        raise UsageError(
            f'"{said}" can be read as {", ".join(read)} or ${amount:,} a year.',
            hint=f"Write {amount}/month, {amount} biweekly or {amount}/year.",
        )


def _refuse(said: str, what: str) -> NoReturn:
    other = "The guide counts in US dollars; change it to these first. " if _OTHER_MONEY.search(said) else ""
    raise UsageError(f'"{said}" is no amount of dollars.', hint=f"{other}Check {what}. {_EXAMPLES}")
