"""Amounts of money in an ad as they are written: figures, ranges, and how often each is paid."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cscareer.jobs.ad import PayPeriod
from cscareer.pay.amounts import period_of

_FIGURE = re.compile(
    r"(?<![\w.,])(?P<currency>(?:US\s?|CAD?\s?|AUD?\s?|NZD?\s?)?\$\s{0,2}|(?:USD|CAD|AUD|NZD|GBP|EUR)\s?\$?\s?|[£€]\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?|(?<=\$)\.\d{2})(?![\d.,]{0,3}\d)"
    r"(?P<thousand>\s?[kK](?![\w(])|\s?thousand\b)?"
    r"(?P<usd>\s?(?:USD|CAD|AUD|NZD|GBP|EUR)\b|\s?US\$|\s?dollars\b)?(?P<large>\s?(?:MM?|B|bn|mm|million|billion|m)\b)?(?P<more>\+)?(?P<percent>\s?%)?"
)
_DIGIT = re.compile(r"\d")
_BETWEEN = re.compile(
    r"\.?\s*(?:-{1,2}|–|—|to|and|through|thru|or|up to|a|hasta)\s*(?:max(?:imum)?\s?:?\s*)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-zñ]+(?:-[a-z]+)?|/|\d(?= ?w)", re.IGNORECASE)
_SPANISH: dict[str, PayPeriod] = {
    "hora": "hour",
    "mes": "month",
    "año": "year",
    "semana": "week",
}  # as ads in Spanish say it
_CURRENCIES = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "GBP": "GBP", "£": "GBP", "EUR": "EUR", "€": "EUR"}
_LEADS = frozenset(
    {"por", "al", "la", "cada", "per", "a", "an", "each", "every", "the", "by", "usd", "/", "paid", "us"}
)
_ONE_LETTER = frozenset({"h", "y", "w", "d"})
_MOST_AFTER = 40  # letters behind a figure that may say its period
_MOST_BEFORE = 70
_BEFORE = re.compile(
    r"\b(hourly|annual(?:ly|ized)?|yearly|monthly|weekly|bi-?weekly|semi-?monthly|daily|per hour|per year|per annum|per month|per week|every two weeks)\b",
    re.IGNORECASE,
)
_SKIPPED = 2  # words between "per" and the unit: "per on-call day"
_IN_THOUSANDS = 1000  # dollars; the low end of "46–52k" is under it
_MOST_FIGURES = 400  # of one line; nobody writes more about pay
_HOURS_OF_WEEK = re.compile(
    r"\b(\d{1,2}(?:\.\d)?)\s?(?:(?:-|–|to)\s?(\d{1,2}(?:\.\d)?)\s?)?(?:hours|hrs|hr)\.?\s?(?:/|per|a|each|in a|weekly|every)?\s?(?:week|wk|weekly)\b",
    re.IGNORECASE,
)
_HOURS_OF_TWO_WEEKS = re.compile(
    r"\b(\d{2}(?:\.\d)?)\s?(?:hours|hrs)\.?\s?(?:/|per|a|every)?\s?(?:two weeks|pay period|2 weeks)\b",
    re.IGNORECASE,
)
_FTE = re.compile(r"\b(0?\.\d{1,2})\s?FTE\b(?!\s?(?:and|or) above)", re.IGNORECASE)
_FULL_WEEK = Decimal(40)


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


def spans_in(text: str) -> Iterator[PaySpan]:
    """The amounts and ranges in a line, in its order; what is plainly no money is among them."""
    figures = list(_figures(text))
    at = 0
    while at < len(figures):
        first = figures[at]
        per, closes = ("percent", first.end) if first.percent else period_after(text, first.end)
        second = figures[at + 1] if at + 1 < len(figures) else None
        joined = second is not None and _joins(text, first, second, closes)
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


def _figures(text: str) -> Iterator[Figure]:
    if _DIGIT.search(text) is None:
        return
    for count, match in enumerate(_FIGURE.finditer(text)):
        if count >= _MOST_FIGURES:
            return
        amount = Decimal(match["number"].replace(",", ""))
        thousand = match["thousand"] is not None
        if match["number"] == "401" and (thousand or text[match.end() : match.end() + 1] == "("):
            continue
        sign = bool(match["currency"] or match["usd"] or thousand)
        yield Figure(
            amount * (1000 if thousand else 1),
            match.start(),
            match.end(),
            sign,
            thousand,
            bool(match["more"]),
            bool(match["large"]),
            bool(match["percent"]),
            _currency(f"{match['currency'] or ''}{match['usd'] or ''}"),
        )


def _currency(said: str) -> str:
    """The currency that signs or letters beside a figure name; a bare dollar is ours."""
    return next((code for sign, code in _CURRENCIES.items() if sign in said), "USD")


def _low(first: Figure, second: Figure) -> Decimal:
    """The low end of a range; in "46–52k" it is meant in thousands too."""
    short = second.thousand and not first.thousand and first.amount < _IN_THOUSANDS
    return first.amount * 1000 if short else first.amount


def _joins(text: str, first: Figure, second: Figure, closes: int) -> bool:
    """Whether two figures are the ends of one range."""
    starts = {first.end, closes}
    if not any(_BETWEEN.fullmatch(text, start, second.start) for start in starts):
        return False
    between = text[first.end : second.start].strip().lower()
    if (
        between.endswith(("and", "or"))
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
    stop = re.search(r"[.;!?)\n,•](?:\s|\Z)|\d(?! ?w)", window)
    found = list(_WORD.finditer(window[: stop.start()] if stop else window))[:6]
    if not found or window[: found[0].start()].strip(" ()") not in ("", "-", "–", "*"):
        return None, end
    words = [match[0].lower() for match in found]
    lead = 0
    while lead < len(words) and words[lead] in _LEADS:
        lead += 1
    for skipped in range(_SKIPPED + 1 if lead else 1):
        for count in (3, 2, 1):
            at = lead + skipped
            said = " ".join(words[at : at + count])
            if (
                not said
                or (said in _ONE_LETTER and "/" not in words[:lead])
                or (skipped and words[at] in {"and", "or", "to", "in", "for"})
            ):
                continue
            per = _period(said)
            if per and (
                lead
                or said
                not in {"hour", "year", "day", "week", "month", "years", "days", "weeks", "months", "hours"}
            ):
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
    if said in _SPANISH:
        return _SPANISH[said]
    periods: dict[str, PayPeriod] = {
        "hour": "hour", "day": "day", "week": "week", "two weeks": "two-weeks", "half month": "half-month", "month": "month", "year": "year",
    }  # fmt: skip
    return (
        periods.get(period_of(said) or "")
        if said not in {"salary", "annual salary", "pm", "am", "p", "a"}
        else None
    )


def hours_a_week(text: str) -> Decimal | None:
    """The hours a week that a line states: "20 hours a week", "48 hours per two weeks", "0.6 FTE"; of a span its middle."""
    small = text.lower()
    if "hour" not in small and "hr" not in small and "fte" not in small:
        return None
    if match := _HOURS_OF_TWO_WEEKS.search(text):
        return Decimal(match[1]) / 2
    if match := _HOURS_OF_WEEK.search(text):
        low = Decimal(match[1])
        return (low + Decimal(match[2])) / 2 if match[2] else low
    if match := _FTE.search(text):
        return _FULL_WEEK * Decimal(match[1])
    return None
