"""Pay in words put into figures, and what people say around pay left out: twenty-two fifty, a salary of 45k, 46/52k."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: at for at, word in enumerate(_SMALL)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
_TIMES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000}
_PARTS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "1/2": Decimal("0.5"),
    "1/4": Decimal("0.25"),
    "3/4": Decimal("0.75"),
}
_DOLLARS = frozenset({"dollars", "dollar", "bucks"})
_HUNDRED, _THOUSAND, _TEN, _TWENTY = 100, 1000, 10, 20
_HYPHEN = re.compile(rf"-(?=(?:{'|'.join([*_VALUES, *_TIMES])})\b)", re.IGNORECASE)
_NUMBERS = re.compile(rf"\b(?:{'|'.join([*_VALUES, 'hundred'])})\b", re.IGNORECASE)
_SLASH_BEHIND = re.compile(r"(?<=[a-z])/", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?<![\d.,/])(\d{1,3})(?:[ -]+| and (?:a )?)?(half|quarter|1/2|1/4|3/4)(?![\d/])", re.IGNORECASE
)
_SIGNS = str.maketrans({"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "\u2044": "/"})
_SLASH = re.compile(r"(\d[\d,.]*k?) ?/ ?(?=\$?\d{2})", re.IGNORECASE)
_MONTHLY = "hourly|annual|yearly|weekly|monthly"
_LEAD = re.compile(
    rf"(?:(?:i|we|they|it|you|he|she)(?:'m|'re|'s|'d| am| are| is| would| was)? )?"
    rf"(?:(?:get|gets|make|makes|making|earn|earns|earning|pay|pays|paid|paying|offer|offers|offered|offering|got|want)(?: (?:me|us))? )?"
    rf"(?:(?:an?|the|my|your|their|with|at|for) )*(?:(?P<period>{_MONTHLY}) )?"
    rf"(?:(?:base|basic|starting|gross|total) )*(?:salary|pay|wages?|rate|base|compensation|offer)?(?: is| was)?(?: of|:| at)? ?"
    rf"(?=[$~\d]|(?:about|around|between|from|up to)\b)",
    re.IGNORECASE,
)
_MORE = r"(?:bonus(?:es)?|commissions?|incentives?)"
_BONUS = re.compile(
    r"(?:,? ?base(?: pay| salary)?)?,? ?(?:\+|\bplus|\band|\bwith|&|\(|(?<=,))(?: an?)?(?: (?:up to|about))? ?"
    rf"(?:\$?\d[\d.,]{{0,8}} ?[k%]? )?(?:[a-z-]{{3,12}} )?{_MORE}\)?$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,;]? ?\(?(?:(?:depend(?:s|ing|ent) (?:up)?on|based on|commensurate with|by) (?:your )?exp(?:erience|\.)?"
    r"|doe|d\.o\.e\.?|(?:is )?negotiable|neg\.?|base(?: pay| salary)?|full[ -]?time|part[ -]?time|to (?:start|begin)(?: with)?"
    r"|starting|(?:\+|plus|and|with) (?:full )?benefits|or more|and up|or best offer)\)?$",
    re.IGNORECASE,
)
_MOST_TAILS = 4


class PlainPay(NamedTuple):
    """Pay with figures for words, and whether a bonus stood beside it that isn't counted."""

    text: str
    bonus: bool


def plain_pay(said: str) -> PlainPay:
    """What people say of pay with its numbers as figures, two ends joined by a dash, and words around it left out.

    Example:
        >>> plain_pay("twenty-two fifty an hour, depending on experience").text
        '22.50 an hour'
    """
    text = " ".join(said.translate(_SIGNS).split())
    if _NUMBERS.search(text):
        text = _in_figures(text)
    text = _FRACTION.sub(lambda found: str(int(found[1]) + _PARTS[found[2].lower()]), text)
    text = _SLASH.sub(r"\1-", text)
    bonus = bool(found := _BONUS.search(text))
    if found:
        text = text[: found.start()]
    for _ in range(_MOST_TAILS):
        text = _TAIL.sub("", text)
    if (lead := _LEAD.match(text)) and lead.end():
        text = f"{text[lead.end() :]} {lead['period'] or ''}".rstrip()
    return PlainPay(text, bonus)


def _in_figures(text: str) -> str:
    """The text with each run of number words as one figure."""
    words = _SLASH_BEHIND.sub(" /", _HYPHEN.sub(" ", text)).split()
    said: list[str] = []
    at = 0
    while at < len(words):
        number = _number(words, at)
        if number is None:
            said.append(words[at])
            at += 1
        else:
            said.append(number.figure)
            at = number.end
    return " ".join(said)


class _Number(NamedTuple):
    figure: str
    end: int  # of its words


def _number(words: Sequence[str], at: int) -> _Number | None:
    """The number that words from a place on say: 22.50 for twenty two fifty, 52500 for fifty-two thousand five hundred."""
    first = _below_hundred(words, at)
    if first is None:
        starts = (
            at + 1 < len(words)
            and words[at].casefold() in {"a", "one"}
            and words[at + 1].casefold() in {"hundred", "thousand"}
        )
        if not starts:
            return None
        first = (1, at + 1)
    group, at = first
    total, multiplied = 0, False
    while at < len(words):
        word = words[at].casefold()
        if word in _TIMES:
            group *= _TIMES[word]
            if _TIMES[word] == _THOUSAND:
                total, group = total + group, 0
            multiplied, at = True, at + 1
        elif (
            word == "and" and multiplied and (more := _below_hundred(words, at + 1)) and not group % _HUNDRED
        ) or (multiplied and (more := _below_hundred(words, at))):
            group, at = group + more[0], more[1]
        else:
            break
    figure = str(total + group)
    if total and not group:
        figure = f"{total // _THOUSAND}k"  # "forty-six to fifty-two thousand" is 46 to 52k
    if multiplied:
        return _Number(figure, at)
    return _Number(*_with_cents(figure, words, at))


def _with_cents(figure: str, words: Sequence[str], at: int) -> tuple[str, int]:
    """A figure with the cents behind it: (twenty two) fifty, dollars and fifty cents, and a half."""
    behind = [word.casefold() for word in words[at : at + 3]]
    if behind[:1] == ["and"] and len(behind) > 1:
        part = behind[2] if behind[1] == "a" and len(behind) > 2 else behind[1]  # noqa: PLR2004
        if part in _PARTS:
            return str(int(figure) + _PARTS[part]), at + (3 if behind[1] == "a" else 2)
    skipped = 1 if behind[:1] and behind[0] in _DOLLARS else 0
    joined = 1 if skipped and behind[1:2] == ["and"] else 0
    cents = _below_hundred(words, at + skipped + joined)
    if cents is None or cents[0] < _TEN:
        return figure, at
    ends = cents[1] + (words[cents[1] : cents[1] + 1] == ["cents"])
    return f"{figure}.{cents[0]}", ends


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number below a hundred in words, and where it ends."""
    value = _VALUES.get(words[at].casefold()) if at < len(words) else None
    if value is None:
        return None
    if value >= _TWENTY and at + 1 < len(words):
        unit = _VALUES.get(words[at + 1].casefold(), 0)
        if 0 < unit < _TEN:
            return value + unit, at + 2
    return value, at + 1
