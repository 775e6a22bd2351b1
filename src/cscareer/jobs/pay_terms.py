"""An amount in its line: what the words around it say it is, its ends, its period, and whether it is pay of this job at all."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.ad import PayField, PayPeriod
from cscareer.jobs.pay_around import (
    WINDOW,
    Around,
    cell_before,
    head_of,
    in_thousands,
    of_its_own,
    quote_of,
    tail_of,
    zone_of,
)
from cscareer.jobs.pay_figures import PaySpan, period_before, spans_in
from cscareer.jobs.pay_steps import StepReader
from cscareer.jobs.pay_words import GOES_ON, PayWords
from cscareer.jobs.stated_pay import YEARLY_KINDS, Terms
from cscareer.jobs.word_lists import any_of
from cscareer.skills.ads import is_heading

_SHORT = 130  # letters of a line that may be about pay alone
_FEW_WORDS = 5  # of a line that is an hour's pay and nothing else
_LEAST_STEP, _MOST_STEP = (
    Decimal("0.8"),
    Decimal("1.6"),
)  # times the amount before, of pay that goes on from it
_BLANK = " :*-–—"
_REPEATED = re.compile(
    r"\b(?:every|each|per|a) (month|week|quarter|year)\b|\b(month|week|quarter|year)ly\b|\b(annual)\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"\.\s[a-z(]")
_REPEATED_BEFORE = re.compile(
    r"\b(?P<day>per diem)\b|\b(?P<unit>week|month|quarter|year)s?\s(?:pays?|is|are|earns?)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)
_OF_STATES = re.compile(r"(?:^|[\s(])[A-Z]{2}(?:(?:/|,\s?|\sand\s)[A-Z]{2}){0,15}\s?[):]?\s?$")
_MONEY = re.compile(r"[$£€%]")  # of a line that is no heading of the amount below it
_ADDED = re.compile(r"(?:^|\s|,|;|[(])\+\s?$")  # "+$2/hr nights"
_COMMISSION = re.compile(r"commissions?(?: rates?)?\W{0,3}\Z", re.IGNORECASE)  # right before a share
_SEEN_AS_BASE = {None, PayKind.ALLOWANCE, PayKind.BONUS}
_COMPARED = re.compile(
    r"\s(?:greater|higher|more|less|above|below|better|off|of(?!\s(?:(?:your|the|base|annual|gross|yearly|hourly)\s){0,2}(?:base|salary|pay|wages|earnings)\b))\b"
)  # no share of pay
_RIGHT_BEHIND = re.compile(
    r"(?:[:=|]|\b(?:pay|rate|wage|pays|is|of|from|at|to|salary|hourly))\s{0,3}$", re.IGNORECASE
)
_SHARES = {PayKind.DIFFERENTIAL, PayKind.BONUS, PayKind.COMMISSION}  # what ads state in percent
_FEWER_THOUSANDS = 400  # of a year's pay
_ONCE = {PayKind.BONUS, PayKind.SIGN_ON, PayKind.ALLOWANCE}


_PERIODS: dict[str, PayPeriod] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_PAYDAYS = {"week", "two-weeks", "half-month", "month", "quarter"}


class PaySizes(NamedTuple):
    """From which size on a figure is what, in dollars; the share in percent."""

    hourly_at_most: Decimal
    yearly_at_least: Decimal
    yearly_at_most: Decimal
    salary_at_least: Decimal
    pay_at_least: Decimal
    share_at_most: Decimal
    thousands_from: Decimal
    differential_at_most: Decimal


class TermReader:
    """Reads amounts; the sizes and words it goes by are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        measures, lists = catalog.posting_measures, catalog.posting_lists
        self._sizes = PaySizes(
            *(Decimal(str(measures[name.replace("_", "-")].value)) for name in PaySizes._fields)
        )
        self.words = PayWords(lists)
        self._steps = StepReader(lists["pay-steps"])
        doubts = catalog.pay_doubts.values()
        limits = {(each.per, each.measure): Decimal(str(each.limit)) for each in doubts}
        self._usual = {
            per: (limits[per, "least"], limits[per, "most"])
            for per in ("week", "two-weeks", "month", "year")
            if {(per, "least"), (per, "most")} <= limits.keys()
        }
        self._by_experience = re.compile(any_of(lists["pay-by-experience"].words), re.IGNORECASE)
        self._pay_after = re.compile(rf"\s?{any_of(lists['pay-after'].words)}", re.IGNORECASE)
        ends = any_of((*lists["pay-up-to"].words, *lists["pay-from"].words))
        self._up_to_or_from = re.compile(ends, re.IGNORECASE)

    def figures(self, text: str, number: int, above: str, *, cells: bool = False) -> Iterator[Around]:
        """The figures in a line, each with the words that belong to it; a heading in the line above speaks for a figure that begins its line."""
        if not (spans := list(spans_in(text, cells=cells))):
            return
        heading = above if is_heading(above) and _MONEY.search(above) is None else ""
        ended = [span for span in spans if span.sign or span.tied]
        money = [span for span in ended if span.per != "percent"]
        for span in spans:
            if span.large or span.low == 0:
                continue
            if span.per != "percent" and not (span.sign or span.low >= self._sizes.pay_at_least):
                continue
            begins = max((each.closes for each in ended if each.closes <= span.start), default=0)
            ends = min((each.start for each in money if each.start >= span.end), default=len(text))
            before = tail_of(text[max(begins, span.start - WINDOW) : span.start])
            step = self._steps.names(text, begins, span.start, span.closes)
            if not begins and not self._up_to_or_from.sub("", before).strip(_BLANK):
                before = f"{cell_before(text, span.start - len(before)) or heading}. {before}"
            if begins and len(before) == span.start - begins:
                before = of_its_own(before)
            after = _behind(text, span, ends)
            yield Around(text, number, span, before, after, step)

    def terms(self, around: Around, cue: PayKind | None) -> Terms | None:
        """What a figure is, where it is pay of this job."""
        if cue is PayKind.NONE:
            return None
        around, cue = self._by_its_look(around, cue)
        span = around.span
        if self._is_other_share(around, cue):
            return None
        if (
            cue in _SEEN_AS_BASE
            and span.sign
            and span.high is not None
            and span.low >= self._sizes.salary_at_least
            and span.high < self._sizes.yearly_at_most
        ):
            cue = PayKind.BASE  # "Perks: $41,000–$46,000, a four-day week"
        if not self._has_sign(around, cue):
            return None
        kind = cue or PayKind.BASE
        said = span.per or (
            period_before(around.before, len(around.before)) if cue is not None or span.sign else None
        )
        per = said or self._likely_period(around, kind)
        loose = not span.sign and said is None and per == "hour" and not _RIGHT_BEHIND.search(around.before)
        loose = loose or (
            kind is PayKind.OTE and said is None and per == "hour"
        )  # "agents got $140 last quarter"
        if loose or (per is None and (kind not in YEARLY_KINDS or cue is None)):
            return None  # loose as in "base with about 12 on top"
        alone = len(around.text.split()) <= _FEW_WORDS if per == "hour" else len(around.text) <= _SHORT
        if said is None and cue is None and not (per in {"year", "hour"} and alone):
            return None
        low, high = self.words.ends_of(span, around)
        return Terms(
            kind=kind,
            low=low,
            high=high,
            per=per,
            period_stated=said is not None,
            quote=quote_of(around),
            line=around.number,
            zone=zone_of(around.before),
            by_experience=self._by_experience.search(around.text[span.start : span.end + WINDOW]) is not None,
            currency=span.currency,
            step=around.step,
        )

    def _by_its_look(self, around: Around, cue: PayKind | None) -> tuple[Around, PayKind | None]:
        """The same with what an amount's own look and the words right beside it say it is."""
        if cue in YEARLY_KINDS and self._is_in_thousands(around):
            around = in_thousands(around)
        span = around.span
        if piece := self.words.by_piece(around, cue):
            around, cue = piece
        elif cue in {None, PayKind.BASE} and span.sign and self.words.is_in_training(around):
            cue = PayKind.TRAINING
        elif cue is None and span.sign and (around.step or self._is_wage_range(around)):
            cue = PayKind.BASE
        elif (
            span.per in {"hour", "percent"}
            and cue is not PayKind.BONUS
            and _ADDED.search(around.text[: span.start])
        ):
            cue = PayKind.DIFFERENTIAL
        elif cue is None and span.per == "percent" and _COMMISSION.search(around.before):
            cue = PayKind.COMMISSION
        elif cue is PayKind.ALLOWANCE and span.per == "hour" and self.is_wage(around):
            cue = PayKind.BASE  # "Per-diem rate $29.40/hour"
        elif cue is PayKind.DIFFERENTIAL:
            cue = self._what_is_added(around)
        paid = around.text[span.end : span.closes]
        if span.per in _PAYDAYS and span.low >= self._sizes.yearly_at_least and "paid" in paid:
            around = around._replace(
                span=span._replace(per=None, tied=False)
            )  # "OTE $120,000 (paid quarterly)"
        return around, cue

    def _what_is_added(self, around: Around) -> PayKind:
        """What an amount for nights, a language or on top is, by its size: pay for that work, a differential, or a year's bonus."""
        span = around.span
        if span.per == "year":
            return PayKind.COMMISSION if "ommission" in around.text else PayKind.BONUS
        wage = (
            span.sign
            and span.per in {None, "hour"}
            and self._sizes.differential_at_most < span.low < self._sizes.hourly_at_most
        )
        return PayKind.BASE if wage else PayKind.DIFFERENTIAL

    def _is_other_share(self, around: Around, cue: PayKind | None) -> bool:
        """Whether percents are no share of pay."""
        span, compared = around.span, _COMPARED.match(around.text, around.span.end)
        return span.per == "percent" and (
            cue not in _SHARES
            or (span.high or span.low) > self._sizes.share_at_most
            or (
                compared is not None
                and not (compared[0] == " of" and "ommission" in around.before + around.after)
            )
        )

    def _has_sign(self, around: Around, cue: PayKind | None) -> bool:
        """Whether a figure is money by a sign, or by its cents and period, or by the words of pay that lead up to it."""
        span = around.span
        by_itself = span.per == "hour" and "." in around.text[span.start : span.end]  # "17.50/hr"
        led = cue is not None and (span.tied or self.words.follows_pay(around))
        return span.sign or by_itself or led

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
            and (self._pay_after.match(around.text, span.end) is not None or self.words.follows_pay(around))
        )

    def _likely_period(self, around: Around, kind: PayKind) -> PayPeriod | None:
        """How often a figure without a period is paid, as far as its size and kind tell."""
        top = around.span.high or around.span.low
        if kind in YEARLY_KINDS or kind is PayKind.RAISE:
            return self._by_size(top)
        if kind in _ONCE:
            return _repeated(around.after) or _repeated_before(around.before) or "once"
        if kind is PayKind.DIFFERENTIAL and (stated := _repeated_before(around.before)):
            return stated
        return (
            "hour"
            if kind in {PayKind.DIFFERENTIAL, PayKind.TRAINING} and top < self._sizes.hourly_at_most
            else None
        )

    def _by_size(self, top: Decimal) -> PayPeriod | None:
        if top < self._sizes.hourly_at_most:
            return "hour"
        return "year" if self._sizes.yearly_at_least <= top < self._sizes.yearly_at_most else None

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

    def next_step(self, around: Around, before: Terms) -> Terms | None:
        """An amount without words of its own that goes on from pay of about its size: "$18/hr to start, $20 after 90 days"."""
        span, known, least = around.span, before.high or before.low, before.low or before.high
        if (
            before.kind not in {PayKind.BASE, PayKind.TRAINING}
            or not span.sign
            or span.large
            or known is None
            or least is None
            or before.per is None
        ):
            return None
        if not GOES_ON.match(around.text, span.end):
            return None
        if span.per == "percent" or not least * _LEAST_STEP <= span.low <= known * _MOST_STEP:
            return None
        return before._replace(
            kind=PayKind.BASE,
            low=span.low,
            high=span.high or span.low,
            quote=quote_of(around),
            period_stated=False,
            zone=None,
        )

    def is_wage(self, around: Around) -> bool:
        """Whether an amount is plainly an hour's wage, whatever else its line speaks of, or all that its line says."""
        span = around.span
        if span.sign and span.per in self._usual and not around.text[: span.start].strip(_BLANK):
            least, most = self._usual[span.per]
            return least <= span.low <= most
        return (
            span.per == "hour"
            and span.sign
            and self._sizes.pay_at_least <= span.low < self._sizes.hourly_at_most
        )

    def _is_wage_range(self, around: Around) -> bool:
        """Whether a range is one of wages by its look alone, "$24.50-$29.00", or stands behind states: "CA/NY $28-32"."""
        span = around.span
        if (
            span.high is None
            or span.per is not None
            or not self._sizes.pay_at_least <= span.low < self._sizes.hourly_at_most / 2
        ):
            return False
        said = around.text[span.start : span.end]
        return span.high < span.low * 2 and (
            said.count(".") == said.count("$") > 1 or _OF_STATES.search(around.before) is not None
        )


def _repeated_before(before: str) -> PayPeriod | None:
    """How often an amount is paid, as the words before it say: "per diem of", "on-call weeks pay"."""
    match = _REPEATED_BEFORE.search(before)
    if match is None:
        return None
    return "day" if match["day"] else _PERIODS[match["unit"].lower()]


def _behind(text: str, span: PaySpan, ends: int) -> str:
    """The words behind an amount that belong to it; the dot of "/mo." ends no sentence where small letters follow."""
    whole = text[span.end : min(ends, span.end + WINDOW)]
    period = span.closes - span.end
    if _SHORTENED.match(whole, period):
        return f"{whole[:period]}{head_of(whole[period + 1 :])}"
    return head_of(whole)


def _repeated(after: str) -> PayPeriod | None:
    """How often a bonus is paid, as the words behind it say."""
    match = _REPEATED.search(after)
    if match is None:
        return None
    return _PERIODS.get((match[1] or match[2] or "").lower(), "year")
