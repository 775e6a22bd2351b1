"""Amounts of one line that tell the same money: the parts of a sum, the same again in brackets, what several people made."""

import re
from collections.abc import Sequence

from cscareer.jobs.pay_around import Around
from cscareer.jobs.stated_pay import Terms

_ONCE = {None, "once"}
_FEWEST = 2  # parts of a sum
_IN_BRACKETS = re.compile(
    r"\s?(?:[(=]|or|which is|that is|that's)\s?(?:about|or|that is|that's|approx\w{0,9}\.?|roughly|equal to|~|i\.e\.,?)?\s?"
)
_LISTED = re.compile(r",?\s(?:and\s)?")


def parts_of(whole: Around, rest: Sequence[Around]) -> set[int]:
    """Where those of the amounts behind a sum begin that come to it together; empty where they don't."""
    total, begins = whole.span.low * 0, set[int]()
    for each in rest:
        span = each.span
        if not span.sign:
            continue
        if span.high is not None or span.per not in _ONCE or span.low >= whole.span.low:
            break
        total += span.low
        begins.add(span.start)
        if total >= whole.span.low:
            return begins if total == whole.span.low and len(begins) >= _FEWEST else set()
    return set()


def restates(around: Around, held: Around) -> bool:
    """Whether an amount tells the one before by another period: "$100 per paycheck ($2,600 a year)"."""
    at = max(held.span.closes, held.span.end)
    if around.span.per in {None, held.span.per} or around.span.start - at > len(
        " per pay period (approximately "
    ):
        return False
    between = around.text[at : around.span.start]
    return _IN_BRACKETS.fullmatch(between[max(between.find("("), 0) :]) is not None


def is_listed(around: Around, before: Terms, held: Around) -> bool:
    """Whether an amount is a further one in a list of what people made: "$61,400, $73,900 and $88,250"."""
    between = around.text[held.span.closes : around.span.start]
    known = before.high or before.low
    parts = re.split(r"\$?[\d,.]*\d", between)
    ascending = (
        around.span.sign and around.span.high is None and known is not None and known < around.span.low
    )
    return ascending and all(_LISTED.fullmatch(each) for each in parts)
