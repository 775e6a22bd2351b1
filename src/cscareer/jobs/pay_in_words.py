"""Amounts told in words: "nineteen fifty an hour", "low to mid 60s", "mid twenties"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cscareer.catalog.number_words import NUMBER_WORDS
from cscareer.jobs.pay_amounts import Figure, PaySpan
from cscareer.jobs.pay_periods import PeriodReader

_WITHIN_TEN = {"low": (0, 3), "mid": (4, 6), "middle": (4, 6), "upper": (7, 9), "high": (7, 9)}
_PART = "low|mid|middle|upper|high"
_NAMED_TENS = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_TENS = re.compile(
    rf"\b({_PART})(?:[ -](?:to|-)[ -]?({_PART}))?[ -]{{1,2}}(?:\$\s?)?(?:(?P<tens>\d0)(?P<k>k)?['’]?s|(?P<named>{'|'.join(_NAMED_TENS)}))\b",
    re.IGNORECASE,
)  # "in the mid-50s", "low to mid 60s"
_BY_THE_HOUR = 20  # of tens without a period; nobody's year is paid with so few thousands
_WORD = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|thousand)"
_RUN = re.compile(
    rf"\b(?P<said>{_WORD}(?:[- ]{_WORD}){{0,4}})(?P<small>\scents)?(?P<money>\s(?:dollars|bucks)(?:\sand\s(?P<cents>{_WORD}(?:[- ]{_WORD})?)(?:\scents)?)?)?(?![\w-])",
    re.IGNORECASE,
)
_TOLD = re.compile(r"dollars|bucks|cents|\b(?:an|per)\s(?:hour|hr)\b", re.IGNORECASE)
_HUNDRED, _THOUSAND, _TEN, _LEAST = 100, 1000, 10, 7


def tens_in(text: str, periods: PeriodReader) -> Iterator[PaySpan]:
    """Pay told by its tens: "in the mid-50s" is 54,000 to 56,000 a year, "mid 20s an hour" 24 to 26."""
    if not (
        "0s" in text
        or "0'" in text
        or "0’" in text
        or "0k" in text.lower()
        or "ies" in text
        or "teens" in text
    ):
        return  # fmt: skip
    for match in _TENS.finditer(text):
        tens = Decimal(match["tens"] or _NAMED_TENS[match["named"].lower()])
        per, closes = periods.behind(text, match.end())
        low, high = _WITHIN_TEN[match[1].lower()][0], _WITHIN_TEN[(match[2] or match[1]).lower()][1]
        hourly = match["k"] is None and (per == "hour" or (per is None and tens <= _BY_THE_HOUR))
        times = 1 if hourly else _THOUSAND
        yield PaySpan(
            (tens + low) * times, (tens + high) * times, match.start(), match.end(), closes=closes, per=per, sign=True, more=False,
            large=False, tied=per is not None,
        )  # fmt: skip


def spelled_in(text: str) -> Iterator[Figure]:
    """Amounts in words, of a line that tells some: "nineteen dollars and fifty cents"; without dollars beside them, without a sign."""
    if _TOLD.search(text) is None:
        return
    for match in _RUN.finditer(text):
        amount = _amount(re.split(r"[- ]", match["said"].lower()))
        if amount is None or not (match["money"] or match["small"] or amount >= _LEAST):
            continue
        if match["small"]:
            amount /= _HUNDRED
        elif match["cents"] and (cents := _amount(re.split(r"[- ]", match["cents"].lower()))):
            amount += cents / Decimal(_HUNDRED)
        yield Figure(
            amount, match.start(), match.end(), sign=bool(match["money"] or match["small"]), thousand=False, more=False, large=False, percent=False,
            currency="USD",
        )  # fmt: skip


def _amount(words: list[str]) -> Decimal | None:
    """The amount that words say: nineteen fifty is 19.50, nine hundred twenty 920; None where they say none."""
    total = group = 0
    for at, word in enumerate(words):
        if word == "thousand":
            total, group = (total + group) * _THOUSAND, 0
        elif word == "hundred":
            group *= _HUNDRED
        elif _is_next(group, value := NUMBER_WORDS[word]):
            group += value
        else:
            cents = _amount(words[at:])
            small = total == 0 and group < _HUNDRED and cents is not None and _TEN <= cents < _HUNDRED
            return group + cents / _HUNDRED if cents is not None and small else None
    return Decimal(total + group) or None


def _is_next(group: int, value: int) -> bool:
    """Whether a number goes on from those before it: "twenty" and "two", "nine hundred" and "fifty"."""
    return group == 0 or (group % _TEN == 0 and group >= 2 * _TEN and value < _TEN) or group % _HUNDRED == 0
