"""Pay by steps: "Start $18.20, 6 months $19.10, 24 months $22" is one range, as is one from its minimum to its maximum."""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cscareer.catalog.posting_models import PayKind, PostingList
from cscareer.jobs.pay_amounts import PaySpan
from cscareer.jobs.stated_pay import Terms
from cscareer.jobs.word_lists import any_of

_FEWEST = 2  # steps that make a range
_FAR = 2  # lines between two steps
_MOST_SPREAD = 3  # times the first step that the last one may be
_MOST_HEAD = 90  # letters of what names the ends
_MOST_BEFORE = 60  # letters before an amount in which its step is named
_COUNT = re.compile(r"#")
BOUNDS = re.compile(
    r"\b(?:min|minimum|low|from|lowest|start|entry|hiring)\b.{0,60}\b(?:max|maximum|high|to|top|highest)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\bmin(?:imum)?\b", re.IGNORECASE)
_MOST = re.compile(r"\bmax(?:imum)?\b", re.IGNORECASE)
_STROKE = re.compile(r"\s?/\s?")


class StepReader:
    """Knows the names of steps: those of the data, where # stands for a number or a letter."""

    def __init__(self, names: PostingList) -> None:
        said = _COUNT.sub(r"(?:\\d{1,3}|[A-Z]|one|two|three)", any_of(names.words).replace(r"\#", "#"))
        self._before = re.compile(
            rf"(?:^|[:,(.;!]\s|\s{{2}})\W*(?:(?:to|through|thru|and|then)\s)?{said}(?:\s?(?:rate|pay|wage|salary|is))?(?:\s?[(][^()]{{1,20}}[)])?\W{{0,30}}$",
            re.IGNORECASE,
        )
        self._after = re.compile(
            rf"\s{{0,3}}(?:[(]\s?{said}\s?[)]|(?:min|mid|max)[a-z]{{0,5}}(?=\s{{0,3}}(?:[/|,;]|$)))",
            re.IGNORECASE,
        )

    def names(self, text: str, begins: int, start: int, end: int) -> bool:
        """Whether an amount from `start` to `end` is a step's: its name is all that stands before it, or stands behind it in brackets."""
        before = text[max(begins, start - _MOST_BEFORE) : start]
        return self._before.search(before) is not None or self._after.match(text, end) is not None


def are_bounds(text: str, spans: Sequence[PaySpan]) -> bool:
    """Whether the amounts of a line are the ends of one range: "minimum / midpoint / maximum: $52,000 / $61,500 / $71,000"."""
    if len(spans) < _FEWEST or not all(each.sign and each.high is None for each in spans):
        return False
    parted = all(_STROKE.fullmatch(text, one.closes, other.start) for one, other in itertools.pairwise(spans))
    return parted and BOUNDS.search(text[max(0, spans[0].start - _MOST_HEAD) : spans[0].start]) is not None


def in_ranges(found: Sequence[Terms]) -> Iterator[Terms]:
    """The same with steps that follow each other as one range, from the first to the last; in a table of several periods, each of its own."""
    found = [each for _, rows in itertools.groupby(found, _is_step) for each in _by_period(list(rows))]
    at = 0
    while at < len(found):
        run = [found[at]]
        while at + len(run) < len(found) and _follows(found[at + len(run)], run):
            run.append(found[at + len(run)])
        at += len(run)
        if len(run) < _FEWEST:
            yield run[0]
            continue
        period = next((each for each in run if each.period_stated), run[0])
        last = run[-1].high if run[-1].high is not None else run[-1].low
        low = run[0].low if run[0].low is not None else run[0].high
        yield run[0]._replace(low=low, high=last, per=period.per, period_stated=period.period_stated)


def _follows(later: Terms, run: Sequence[Terms]) -> bool:
    """Whether an amount is the next step of those before it."""
    first, before = run[0], run[-1]
    if later.low is None and before.high is None and _is_one_range(before, later):
        return later.kind is before.kind is PayKind.BASE  # "$48,000 minimum, $64,000 maximum"
    known, amount, start = _least(before), _least(later), _least(first)
    if not (first.step and later.step) or None in {known, amount, start, later.line, before.line}:
        return False
    same = {first.kind, later.kind} == {PayKind.BASE} and later.zone == first.zone
    near = (later.line or 0) - (before.line or 0) <= _FAR
    alike = later.per == before.per or not (later.period_stated and before.period_stated)
    return same and near and alike and (known or 0) <= (amount or 0) <= (start or 0) * _MOST_SPREAD


def _is_one_range(before: Terms, later: Terms) -> bool:
    """Whether a least and a most stand in one line, or in two that follow each other and name them so."""
    if later.line == before.line:
        return True
    near = before.line is not None and later.line == before.line + 1 and later.per == before.per
    rising = before.low is not None and later.high is not None and before.low <= later.high
    named = _LEAST.search(before.quote) is not None and _MOST.search(later.quote) is not None
    return near and rising and named


def _is_step(terms: Terms) -> bool:
    return terms.step and terms.kind is PayKind.BASE


def _by_period(rows: Sequence[Terms]) -> Sequence[Terms]:
    """The same, where each row of steps tells pay by several periods, those of one period together."""
    periods = list(dict.fromkeys(each.per for each in rows))
    several = _is_step(rows[0]) and len(periods) > 1 and len(rows) >= _FEWEST * len(periods)
    return sorted(rows, key=lambda each: periods.index(each.per)) if several else rows


def _least(terms: Terms) -> Decimal | None:
    return terms.low if terms.low is not None else terms.high
