"""An amount in its line: what the words around it say it is, its ends, its period, and whether it is pay of this job at all."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.ad import PayField, PayPeriod
from cscareer.jobs.pay_figures import PaySpan, period_before, spans_in
from cscareer.jobs.pay_surroundings import (
    WINDOW,
    Around,
    cell_before,
    head,
    in_thousands,
    quote,
    repeated,
    tail,
    zone,
)
from cscareer.jobs.stated_pay import YEARLY_KINDS, Terms
from cscareer.jobs.word_lists import any_of
from cscareer.skills.ads import is_heading

_SHORT = 130  # letters of a line that may be about pay alone
_FEW_WORDS = 5  # of a line that is an hour's pay and nothing else
_LEAST_STEP, _MOST_STEP = (
    Decimal("0.8"),
    Decimal("1.6"),
)  # times the amount before, of pay that goes on from it
_LEAD = 20  # letters before pay that may say that it is where one starts
_BLANK = " :*-–—"
_SEEN_AS_BASE = {None, PayKind.ALLOWANCE, PayKind.BONUS}
_SHARES = {PayKind.DIFFERENTIAL, PayKind.BONUS, PayKind.COMMISSION}  # what ads state in percent
_FEWER_THOUSANDS = 400  # of a year's pay
_ONCE = {PayKind.BONUS, PayKind.SIGN_ON, PayKind.ALLOWANCE}


class PaySizes(NamedTuple):
    """From which size on a figure is what, in dollars; the share in percent."""

    hourly_at_most: Decimal
    yearly_at_least: Decimal
    yearly_at_most: Decimal
    salary_at_least: Decimal
    pay_at_least: Decimal
    share_at_most: Decimal
    thousands_from: Decimal


class TermReader:
    """Reads amounts; the sizes and words it goes by are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        measures, lists = catalog.posting_measures, catalog.posting_lists
        self._sizes = PaySizes(
            *(Decimal(str(measures[name.replace("_", "-")].value)) for name in PaySizes._fields)
        )
        self._up_to = re.compile(rf"{any_of(lists['pay-up-to'].words)}\W{{0,3}}$", re.IGNORECASE)
        self._from = re.compile(rf"{any_of(lists['pay-from'].words)}\W{{0,3}}$", re.IGNORECASE)
        ends = any_of((*lists["pay-up-to"].words, *lists["pay-from"].words))
        self._up_to_or_from = re.compile(ends, re.IGNORECASE)
        self._goes_on = re.compile(rf"\b{any_of(lists['pay-goes-on'].words)}\b", re.IGNORECASE)
        self._by_experience = re.compile(any_of(lists["pay-by-experience"].words), re.IGNORECASE)
        self._per_check = re.compile(
            rf"\s?(?:/|(?:per|a|each|every)\s)\s?{any_of(lists['pay-checks'].words)}", re.IGNORECASE
        )
        self._other_unit = re.compile(
            rf"\s?-?\s?(?:{any_of(lists['pay-other-units'].words)}|%\b)", re.IGNORECASE
        )
        self._compared = re.compile(rf"\s{any_of(lists['pay-compared'].words)}")
        self._followed = re.compile(rf"\s*(?:$|[,;)]|(?:{'|'.join(lists['pay-followed-by'].words)})\b)")
        self._right_behind = re.compile(
            rf"(?:[:=|]|{any_of(lists['pay-right-before'].words)})\s{{0,3}}$", re.IGNORECASE
        )
        self._pay_after = re.compile(rf"\s?{any_of(lists['pay-after'].words)}", re.IGNORECASE)
        self._pay_before = re.compile(
            rf"{any_of(lists['pay-words'].words)}(?!\s?{any_of(lists['pay-grades'].words)})(?!(?<=range)\s*$)[^.,\d]{{0,25}}$",
            re.IGNORECASE,
        )

    def figures(self, text: str, number: int, above: str) -> Iterator[Around]:
        """The figures in a line, each with the words that belong to it; a heading in the line above speaks for a figure that begins its line."""
        if not (spans := list(spans_in(text))):
            return
        heading = above if is_heading(above) else ""
        money = [span for span in spans if (span.sign or span.tied) and span.per != "percent"]
        for span in spans:
            if span.large or span.low == 0:
                continue
            if span.per != "percent" and not (span.sign or span.low >= self._sizes.pay_at_least):
                continue
            begins = max((each.closes for each in money if each.closes <= span.start), default=0)
            ends = min((each.start for each in money if each.start >= span.end), default=len(text))
            before = tail(text[max(begins, span.start - WINDOW) : span.start])
            if not begins and not self._up_to_or_from.sub("", before).strip(_BLANK):
                before = f"{cell_before(text, span.start - len(before)) or heading} {before}"
            if begins and ", " in before and len(before) == span.start - begins:
                before = before.rpartition(", ")[2]
            yield Around(text, number, span, before, head(text[span.end : min(ends, span.end + WINDOW)]))

    def terms(self, around: Around, cue: PayKind | None) -> Terms | None:
        """What a figure is, where it is pay of this job."""
        if cue is PayKind.NONE:
            return None
        if cue in YEARLY_KINDS and self._is_in_thousands(around):
            around = in_thousands(around)
        span = around.span
        if span.per == "percent" and (
            cue not in _SHARES
            or (span.high or span.low) > self._sizes.share_at_most
            or self._compared.match(around.text, span.end)
        ):
            return None
        if (
            cue in _SEEN_AS_BASE
            and span.sign
            and span.high is not None
            and span.low >= self._sizes.salary_at_least
            and span.high < self._sizes.yearly_at_most
        ):
            cue = PayKind.BASE  # "Perks: $41,000–$46,000, a four-day week"
        by_itself = span.per == "hour" and "." in around.text[span.start : span.end]  # "17.50/hr"
        if (
            not span.sign
            and not by_itself
            and not (cue is not None and (span.tied or self._follows_pay(around)))
        ):
            return None
        kind = cue or PayKind.BASE
        said = span.per or (
            period_before(around.before, len(around.before)) if cue is not None or span.sign else None
        )
        per = said or self._likely_period(around, kind)
        loose = (
            not span.sign and said is None and per == "hour" and not self._right_behind.search(around.before)
        )
        if loose or (per is None and (kind not in YEARLY_KINDS or cue is None)):
            return None  # loose as in "base with about 12 on top"
        alone = len(around.text.split()) <= _FEW_WORDS if per == "hour" else len(around.text) <= _SHORT
        if said is None and cue is None and not (per in {"year", "hour"} and alone):
            return None
        low, high = self._ends(span, around.before)
        return Terms(
            kind=kind,
            low=low,
            high=high,
            per=per,
            period_stated=said is not None,
            quote=quote(around),
            line=around.number,
            zone=zone(around.before),
            by_experience=self._by_experience.search(around.text[span.start : span.end + WINDOW]) is not None,
            currency=span.currency,
        )

    def _is_in_thousands(self, around: Around) -> bool:
        """Whether a range is pay in thousands a year, though nothing says so: "70 to 80 base", "base is 55-60"."""
        span = around.span
        return (
            not span.sign
            and span.per is None
            and span.high is not None
            and self._sizes.thousands_from <= span.low
            and span.high < _FEWER_THOUSANDS
            and "." not in around.text[span.start : span.end]
            and (self._pay_after.match(around.text, span.end) is not None or self._follows_pay(around))
        )

    def _likely_period(self, around: Around, kind: PayKind) -> PayPeriod | None:
        """How often a figure without a period is paid, as far as its size and kind tell."""
        top = around.span.high or around.span.low
        if kind in YEARLY_KINDS or kind is PayKind.RAISE:
            return self._by_size(top)
        if kind in _ONCE:
            return repeated(around.after) or "once"
        return (
            "hour"
            if kind in {PayKind.DIFFERENTIAL, PayKind.TRAINING} and top < self._sizes.hourly_at_most
            else None
        )

    def _by_size(self, top: Decimal) -> PayPeriod | None:
        if top < self._sizes.hourly_at_most:
            return "hour"
        return "year" if self._sizes.yearly_at_least <= top < self._sizes.yearly_at_most else None

    def _ends(self, span: PaySpan, before: str) -> tuple[Decimal | None, Decimal | None]:
        """The two ends: "up to" has no low one, "from" no high one."""
        if span.high is not None:
            return span.low, span.high
        if self._up_to.search(before):
            return None, span.low
        if self._from.search(before) or span.more:
            return span.low, None
        return span.low, span.low

    def of_field(self, field: PayField) -> Terms:
        """The pay of an ad's fields, which is base pay as far as they say."""
        top = field.high or field.low
        per = field.per or (self._by_size(top) if top is not None else None)
        return Terms(
            PayKind.BASE,
            field.low,
            field.high,
            per,
            field.per is not None,
            field.quote,
            origin="field",
            currency=field.currency,
        )

    def _follows_pay(self, around: Around) -> bool:
        """Whether a figure without a sign stands right behind words of pay: "Salary: 45,000 - 50,000"."""
        return self._pay_before.search(around.before) is not None and not self._other_unit.match(around.after)

    def next_step(self, around: Around, before: Terms) -> Terms | None:
        """An amount without words of its own that goes on from pay of about its size: "$18/hr to start, $20 after 90 days"."""
        span, known = around.span, before.high or before.low
        if (
            before.kind not in {PayKind.BASE, PayKind.TRAINING}
            or not span.sign
            or span.large
            or known is None
            or before.per is None
        ):
            return None
        if not self._followed.match(around.text, span.end):
            return None
        if span.per == "percent" or not known * _LEAST_STEP <= span.low <= known * _MOST_STEP:
            return None
        return before._replace(
            kind=PayKind.BASE,
            low=span.low,
            high=span.high or span.low,
            quote=quote(around),
            period_stated=False,
            zone=None,
        )

    def goes_on_from(self, around: Around, before: Around) -> bool:
        """Whether an amount is what the one before starts and goes on to: "$18/hr to start, $20 after 90 days"."""
        begins = max(0, before.span.start - _LEAD)
        return self._goes_on.search(around.text, begins, around.span.start) is not None

    def is_per_check(self, around: Around) -> bool:
        """Whether an amount is said to be paid with each check."""
        return self._per_check.match(around.text, around.span.end) is not None
