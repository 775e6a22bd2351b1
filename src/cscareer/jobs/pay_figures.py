"""Amounts of money in an ad as they are written: figures, ranges, and how often each is paid."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from cscareer.jobs.ad import PayPeriod
from cscareer.jobs.pay_amounts import Figure, PaySpan
from cscareer.jobs.pay_in_words import spelled_in, tens_in
from cscareer.jobs.pay_periods import PeriodReader

_FIGURE = re.compile(
    r"(?<![\w.,])(?P<currency>(?:US\s?|CAD?\s?|AUD?\s?|NZD?\s?|[AC](?=\$))?\$\s{0,2}|(?:USD|CAD|AUD|NZD|GBP|EUR)\s?\$?\s?|[£€]\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2}|\.\d{2}00(?!\d))?|\d{1,7}\.\d{2}00(?!\d)|\d{1,3}\.\d00|\d{1,3},\d{2}(?=\s?[$€])|\d{1,7}(?:\.\d{1,2})?|(?<=\$)\.\d{2})(?![\d.,]{0,3}\d|['’]?s\b)"
    r"(?P<thousand>\s?[kK](?![\w(])|\s?thousand\b)?"
    r"(?P<usd>\s?(?:USD|CAD|AUD|NZD|GBP|EUR)\b|\s?US\$|\s?€|\s?\$(?!\s{0,2}[\d.])|\s?(?:dollars?|bucks?)\b)?(?P<cents>\s?(?:¢|cents?\b))?(?P<large>\s?(?:MM?|B|bn|mm|million|billion|m)\b)?(?P<more>\+)?(?P<percent>\s?%)?"
)
_DIGIT = re.compile(r"\d")
_POINT_OF_THOUSANDS = re.compile(
    r"\.(?=\d00\Z)"
)  # "48.000"; nobody writes three decimals of a dollar that end so
_FOUR_DECIMALS = re.compile(r"(?<=\.\d\d)00\Z")  # "18.5000", as systems of personnel print it
_BETWEEN = re.compile(
    r"(?:\.(?=\s*[-–—]))?\s*(?:-{1,2}|–|—|to(?:\sas\s(?:much|high)\sas)?|and|through|thru|or|up to|a|hasta)\s*(?:(?:(?:an?\s)?max(?:imum)?(?:\sof)?|(?:step|level|grade)\s(?:[a-z]|\d{1,2}))\s?:?\s*)?",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s?[(]\s?(?:(?:about|approximately|approx\.|roughly|or)\s)?")
_PAIRS = (_OPENS, re.compile(r"\s?[)]\s?(?:to|up to|through|[-–—])\s?"), _OPENS)  # between four amounts
_NEXT_CELL = re.compile(r"\s{0,3}[|•~]\s{0,3}|\s{3,}")
_CURRENCIES = {
    "CA": "CAD", "C$": "CAD", "AU": "AUD", "A$": "AUD", "NZ": "NZD", "GBP": "GBP", "£": "GBP", "EUR": "EUR", "€": "EUR",
}  # fmt: skip
_TIMES = {"hrs", "yrs", "yr", "mos", "mo", "wks", "wk", "hr"}  # right behind a bare number
_DASH = re.compile(r"\s{0,3}[-–—]\s{0,3}")
_MOST_SPREAD = 3  # times the least that the most of a range with a middle may be
_CENTS = 2  # digits of them
_LONGEST_SIGN = 12  # letters of a currency before a figure
_IN_THOUSANDS = 1000  # dollars; the low end of "46–52k" is under it
_MOST_FIGURES = 400  # of one line; nobody writes more about pay


def spans_in(text: str, periods: PeriodReader, *, cells: bool = False) -> Iterator[PaySpan]:
    """The amounts and ranges in a line, in its order; what is plainly no money is among them.

    In a row of a table with `cells` two amounts in neighbouring cells are a range.
    """
    figures = list(_figures(text))
    yield from islice(tens_in(text, periods), _MOST_FIGURES)
    at = 0
    while at < len(figures):
        if pairs := _pairs(text, figures[at : at + 4], periods):
            yield from pairs
            at += 4
            continue
        first = figures[at]
        per, closes = ("percent", first.end) if first.percent else _period(text, first, periods)
        second = figures[at + 1] if at + 1 < len(figures) else None
        joined = second is not None and _joins(text, first, second, closes, cells=cells)
        at += 2 if joined else 1
        if joined and second is not None:
            if at < len(figures) and _is_top(text, first, second, figures[at]):
                second = figures[at]
                at += 1
            low = _low(first, second)
            after, closes = ("percent", second.end) if second.percent else periods.behind(text, second.end)
            per = after or per
            sign = first.sign or second.sign
            large, more = first.large or second.large, second.more
            tied, currency = per is not None, first.currency if first.currency != "USD" else second.currency
            yield PaySpan(
                low, second.amount, first.start, second.end, closes, per, sign, more, large, tied, currency
            )
        else:
            yield PaySpan(
                first.amount,
                None,
                first.start,
                first.end,
                closes,
                per,
                first.sign,
                first.more,
                first.large,
                per is not None,
                first.currency,
            )


def _pairs(text: str, four: list[Figure], periods_of: PeriodReader) -> list[PaySpan]:
    """Two ranges whose ends are told together by two periods: "$23.08/hr ($48,000/yr) to $25/hr ($52,000/yr)"; none where they aren't."""
    if len(four) < len(_PAIRS) + 1 or any(each.percent or not each.sign for each in four):
        return []
    periods = [_period(text, each, periods_of) for each in four]
    between = zip(four, four[1:], periods, _PAIRS, strict=False)
    if not all(parts.fullmatch(text, per[1], later.start) for one, later, per, parts in between):
        return []
    found = []
    for low, high in ((0, 2), (1, 3)):
        one, other = four[low], four[high]
        per = periods[low][0] or periods[high][0]
        if not one.amount < other.amount <= one.amount * _MOST_SPREAD:
            return []
        found.append(
            PaySpan(
                one.amount, other.amount, one.start, other.end, periods[high][1], per, sign=True, more=other.more,
                large=one.large or other.large, tied=per is not None, currency=one.currency,
            )
        )  # fmt: skip
    return found if found[0].per != found[1].per else []


def _period(text: str, figure: Figure, periods: PeriodReader) -> tuple[PayPeriod | None, int]:
    """The period behind a figure, and where its words end; "40 hrs" is a time, where "$18 hr" and "18.50 hr" are pay."""
    per, closes = periods.behind(text, figure.end)
    bare = not figure.sign and "." not in text[figure.start : figure.end]
    if per and bare and text[figure.end : closes].strip().lower() in _TIMES:
        return None, figure.end
    return per, closes


def _figures(text: str) -> Iterator[Figure]:
    spelled = list(islice(spelled_in(text), _MOST_FIGURES))
    if not spelled:
        yield from _in_digits(text)
        return
    yield from sorted([*spelled, *_in_digits(text)], key=lambda each: each.start)


def _in_digits(text: str) -> Iterator[Figure]:
    digit = _DIGIT.search(text)
    if digit is None:
        return
    for count, match in enumerate(_FIGURE.finditer(text, max(0, digit.start() - _LONGEST_SIGN))):
        if count >= _MOST_FIGURES:
            return
        amount = Decimal(
            _POINT_OF_THOUSANDS.sub("", _FOUR_DECIMALS.sub("", _without_commas(match["number"])))
        )
        thousand = match["thousand"] is not None
        if match["number"] == "401" and (thousand or text[match.end() : match.end() + 1] == "("):
            continue
        sign = bool(match["currency"] or match["usd"] or match["cents"] or thousand)
        yield Figure(
            amount * (1000 if thousand else 1) / (100 if match["cents"] else 1),
            match.start(),
            match.end(),
            sign,
            thousand,
            bool(match["more"]),
            bool(match["large"]),
            bool(match["percent"]),
            _currency(f"{match['currency'] or ''}{match['usd'] or ''}"),
        )


def _without_commas(number: str) -> str:
    """A number without the commas of its thousands; before two last digits a comma is a point: "22,50 $"."""
    whole, comma, rest = number.rpartition(",")
    return f"{whole}.{rest}" if comma and len(rest) == _CENTS else number.replace(",", "")


def _currency(said: str) -> str:
    """The currency that signs or letters beside a figure name; a bare dollar is ours."""
    return next((code for sign, code in _CURRENCIES.items() if sign in said), "USD")


def _low(first: Figure, second: Figure) -> Decimal:
    """The low end of a range; in "46–52k" it is meant in thousands too."""
    short = second.thousand and not first.thousand and first.amount < _IN_THOUSANDS
    return first.amount * 1000 if short else first.amount


def _is_top(text: str, first: Figure, middle: Figure, last: Figure) -> bool:
    """Whether a range's third amount is its end and the second its middle: "$47,211 - $61,374 - $75,537"."""
    signed = first.sign and middle.sign and last.sign and not last.percent
    rising = first.amount < middle.amount < last.amount <= first.amount * _MOST_SPREAD
    return signed and rising and _DASH.fullmatch(text, middle.end, last.start) is not None


def _joins(text: str, first: Figure, second: Figure, closes: int, *, cells: bool) -> bool:
    """Whether two figures are the ends of one range."""
    starts = {first.end, closes}
    if cells and any(_NEXT_CELL.fullmatch(text, start, second.start) for start in starts):
        return first.sign and second.sign and first.amount <= second.amount
    if first.sign and not second.sign and text[first.end : second.start] == "/":
        return first.amount < second.amount < first.amount * 2  # "$17.25/19.50"
    if not any(_BETWEEN.fullmatch(text, start, second.start) for start in starts):
        return False
    between = text[first.end : second.start].strip().lower()
    told_once = between == "or" and second.sign and not first.sign  # "10 or 15 bucks"
    if (
        between.endswith(("and", "or"))
        and not told_once
        and "between" not in text[max(0, first.start - 20) : first.start].lower()
    ):
        return False
    if between == "a" and not second.sign:  # "$17.50 a $19.00" in Spanish, and no "$18 a 40-hour week"
        return False
    low = _low(first, second)
    return low <= second.amount
