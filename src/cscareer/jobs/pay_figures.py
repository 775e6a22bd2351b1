"""Amounts of money in an ad as they are written: figures, ranges, and how often each is paid."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.number_words import NUMBER_WORDS
from cscareer.jobs.ad import PayPeriod
from cscareer.pay.amounts import period_of

_FIGURE = re.compile(
    r"(?<![\w.,])(?P<currency>(?:US\s?|CAD?\s?|AUD?\s?|NZD?\s?|[AC](?=\$))?\$\s{0,2}|(?:USD|CAD|AUD|NZD|GBP|EUR)\s?\$?\s?|[£€]\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?|\d{1,3}\.\d00|\d{1,3},\d{2}(?=\s?[$€])|\d{1,7}(?:\.\d{1,2})?|(?<=\$)\.\d{2})(?![\d.,]{0,3}\d|['’]?s\b)"
    r"(?P<thousand>\s?[kK](?![\w(])|\s?thousand\b)?"
    r"(?P<usd>\s?(?:USD|CAD|AUD|NZD|GBP|EUR)\b|\s?US\$|\s?€|\s?\$(?!\s{0,2}[\d.])|\s?(?:dollars|bucks)\b)?(?P<cents>\s?(?:¢|cents?\b))?(?P<large>\s?(?:MM?|B|bn|mm|million|billion|m)\b)?(?P<more>\+)?(?P<percent>\s?%)?"
)
_DIGIT = re.compile(r"\d")
_POINT_OF_THOUSANDS = re.compile(
    r"\.(?=\d00\Z)"
)  # "48.000"; nobody writes three decimals of a dollar that end so
_TENS = re.compile(
    r"\b(low|mid|middle|upper|high)(?:\s(?:to|-)\s(low|mid|middle|upper|high))?[ -]{1,2}(?P<sign>\$\s?)?(\d0)(?P<k>k)?['’]?s\b",
    re.IGNORECASE,
)  # "in the mid-50s", "low to mid 60s"
_WITHIN_TEN = {"low": (0, 3), "mid": (4, 6), "middle": (4, 6), "upper": (7, 9), "high": (7, 9)}  # thousands
_SPELLED = re.compile(
    rf"\b({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?:[- ](one|two|three|four|five|six|seven|eight|nine))? dollars\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:\.(?=\s*[-–—]))?\s*(?:-{1,2}|–|—|to|and|through|thru|or|up to|a|hasta)\s*(?:(?:max(?:imum)?|(?:step|level|grade)\s(?:[a-z]|\d{1,2}))\s?:?\s*)?",
    re.IGNORECASE,
)
_NEXT_CELL = re.compile(r"\s{0,3}[|•~]\s{0,3}|\s{3,}")
_WORD = re.compile(r"[a-zñ]+(?:-[a-z]+)?|/|\d(?= ?w)", re.IGNORECASE)
_OTHER_PERIODS: dict[str, PayPeriod] = {
    "hora": "hour", "mes": "month", "año": "year", "semana": "week", "quarter": "quarter", "quarterly": "quarter",
    "shift": "day",
    "other week": "two-weeks", "other monday": "two-weeks", "other wednesday": "two-weeks", "other thursday": "two-weeks", "other friday": "two-weeks",
}  # fmt: skip  # in Spanish, and those that no wages are given in
_CURRENCIES = {
    "CA": "CAD", "C$": "CAD", "AU": "AUD", "A$": "AUD", "NZ": "NZD", "GBP": "GBP", "£": "GBP", "EUR": "EUR", "€": "EUR",
}  # fmt: skip
_LEADS = frozenset(
    {
        "por",
        "al",
        "la",
        "cada",
        "per",
        "a",
        "an",
        "each",
        "every",
        "the",
        "by",
        "usd",
        "/",
        "paid",
        "us",
        "minimum",
        "min",
        "maximum",
        "max",
        "flat",
        "guaranteed",
        "gross",
        "extra",
        "for",
        "that",
        "last",
    }
)
_EACH = frozenset({"each", "every", "that", "per", "a"})  # behind "for", before a period
_BARE = frozenset(
    f"{unit}{end}"
    for unit in ("hour", "day", "week", "month", "quarter", "year", "shift")
    for end in ("", "s")
)  # words that are a period only behind "per", "a" or a stroke
_NO_MORE = re.compile(
    r"[.;!?)\n,•](?:\s|\Z)|\d(?! ?w)|\b[a-z]{4,8}:\s?[$\d]", re.IGNORECASE
)  # behind a figure, where what is said of it ends: "$19.88 / Annual: $41,350"
_LATER = frozenset(
    {"after", "within", "until", "at", "in", "upon", "over", "through", "from"}
)  # "paid after six months"
_ONE_LETTER = frozenset({"h", "y", "w", "d"})
_MOST_AFTER = 40  # letters behind a figure that may say its period
_MOST_BEFORE = 70
_BEFORE = re.compile(
    r"\b(hourly|annual(?:ly|ized)?|yearly|quarterly|monthly|weekly|bi-?weekly|semi-?monthly|daily|per hour|per year|per annum|per month|per week|every two weeks)\b",
    re.IGNORECASE,
)
_SKIPPED = 2  # words between "per" and the unit: "per on-call day"
_CENTS = 2  # digits of them
_LONGEST_SIGN = 12  # letters of a currency before a figure
_IN_THOUSANDS = 1000  # dollars; the low end of "46–52k" is under it
_MOST_FIGURES = 400  # of one line; nobody writes more about pay


class Figure(NamedTuple):
    """One amount as it stands in a line; `sign` says whether a currency or a k stands with it."""

    amount: Decimal
    start: int
    end: int
    sign: bool
    thousand: bool
    more: bool
    large: bool
    percent: bool
    currency: str


class PaySpan(NamedTuple):
    """An amount, or the two ends of a range, and the period that stands with it, where one does.

    `start` to `end` are the figures alone, `closes` is where the words of the period end.
    """

    low: Decimal
    high: Decimal | None
    start: int
    end: int
    closes: int
    per: PayPeriod | None
    sign: bool
    more: bool
    large: bool
    tied: bool  # the period stands right behind: "/hr", "per year", "Hourly"
    currency: str = "USD"


def spans_in(text: str, *, cells: bool = False) -> Iterator[PaySpan]:
    """The amounts and ranges in a line, in its order; what is plainly no money is among them.

    In a row of a table with `cells` two amounts in neighbouring cells are a range.
    """
    if _DIGIT.search(text) is None and "dollars" not in text:
        return
    figures = list(_figures(text))
    yield from _tens(text)
    at = 0
    while at < len(figures):
        first = figures[at]
        per, closes = ("percent", first.end) if first.percent else period_after(text, first.end)
        second = figures[at + 1] if at + 1 < len(figures) else None
        joined = second is not None and _joins(text, first, second, closes, cells=cells)
        at += 2 if joined else 1
        if joined and second is not None:
            low = _low(first, second)
            after, closes = ("percent", second.end) if second.percent else period_after(text, second.end)
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


def _tens(text: str) -> Iterator[PaySpan]:
    """Pay told by its ten thousands: "in the mid-50s" is 54,000 to 56,000."""
    if "0s" not in text and "0'" not in text and "0’" not in text and "0k" not in text.lower():
        return
    for match in _TENS.finditer(text):
        tens = Decimal(match[4]) * 1000
        low, high = _WITHIN_TEN[match[1].lower()][0], _WITHIN_TEN[(match[2] or match[1]).lower()][1]
        yield PaySpan(
            tens + low * 1000, tens + high * 1000, match.start(), match.end(), closes=match.end(), per=None, sign=True, more=False,
            large=False, tied=False,
        )  # fmt: skip


def _spelled(text: str) -> Iterator[Figure]:
    """Amounts in words: "nineteen dollars"."""
    for match in _SPELLED.finditer(text):
        amount = Decimal(NUMBER_WORDS[match[1].lower()] + NUMBER_WORDS.get((match[2] or "").lower(), 0))
        yield Figure(
            amount, match.start(), match.end(), sign=True, thousand=False, more=False, large=False, percent=False, currency="USD"
        )  # fmt: skip


def _figures(text: str) -> Iterator[Figure]:
    if "dollars" not in text:
        yield from _in_digits(text)
        return
    yield from sorted([*_spelled(text), *_in_digits(text)], key=lambda each: each.start)


def _in_digits(text: str) -> Iterator[Figure]:
    digit = _DIGIT.search(text)
    if digit is None:
        return
    for count, match in enumerate(_FIGURE.finditer(text, max(0, digit.start() - _LONGEST_SIGN))):
        if count >= _MOST_FIGURES:
            return
        amount = Decimal(_POINT_OF_THOUSANDS.sub("", _without_commas(match["number"])))
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


def period_after(text: str, end: int) -> tuple[PayPeriod | None, int]:
    """The period that stands right behind a figure, and where its words end."""
    window = text[end : end + _MOST_AFTER]
    stop = _NO_MORE.search(window)
    found = list(_WORD.finditer(window[: stop.start()] if stop else window))[:6]
    if not found or window[: found[0].start()].strip(" ()") not in ("", "-", "–", "*"):
        return None, end
    words = [match[0].lower() for match in found]
    lead = 0
    while lead < len(words) and words[lead] in _LEADS:
        lead += 1
    if "for" in words[:lead] and words[lead - 1] not in _EACH:
        return None, end
    skips = _SKIPPED if lead and words[:lead] != ["by"] else 0  # "by the hour", but not "by their third year"
    for skipped in range(skips + 1):
        for count in (3, 2, 1):
            at = lead + skipped
            said = " ".join(words[at : at + count])
            if (
                not said
                or (said in _ONE_LETTER and "/" not in words[:lead])
                or (
                    skipped
                    and (
                        words[at] in {"and", "or", "to", "in", "for"}
                        or words[at - 1] in _LATER
                        or words[lead] in _LATER
                    )
                )
            ):
                continue
            per = _period(said)
            if per and (
                words[:lead] not in ([], ["by"]) or said not in _BARE
            ):  # "by the hour", not "by year three"
                return per, end + found[at + count - 1 if at + count <= len(found) else -1].end()
    return None, end


def period_before(text: str, start: int) -> PayPeriod | None:
    """The period that the words before a figure name: "Hourly rate: $18"."""
    found = list(_BEFORE.finditer(text, max(0, start - _MOST_BEFORE), start))
    if not found:
        return None
    said = found[-1][1].lower().replace("annualized", "annual")
    return _period(said.removeprefix("per "))


def _period(said: str) -> PayPeriod | None:
    if said in _OTHER_PERIODS:
        return _OTHER_PERIODS[said]
    periods: dict[str, PayPeriod] = {
        "hour": "hour", "day": "day", "week": "week", "two weeks": "two-weeks", "half month": "half-month", "month": "month", "year": "year",
    }  # fmt: skip
    return (
        periods.get(period_of(said) or "")
        if said not in {"salary", "annual salary", "pm", "am", "p", "a"}
        else None
    )
