"""An amount in its line: what the words around it say it is, its ends, its period, and whether it is pay of this job at all."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.ad import PayField
from cscareer.jobs.pay_amounts import PaySpan
from cscareer.jobs.pay_around import (
    WINDOW,
    Around,
    cell_before,
    head_of,
    of_its_own,
    quote_of,
    tail_of,
    zone_of,
)
from cscareer.jobs.pay_figures import spans_in
from cscareer.jobs.pay_kinds import KindReader
from cscareer.jobs.pay_periods import PeriodReader
from cscareer.jobs.pay_sizes import PaySizes
from cscareer.jobs.pay_steps import StepReader, are_bounds
from cscareer.jobs.pay_words import PayWords
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
_SHORTENED = re.compile(r"\.\s[a-z(]")
_MONEY = re.compile(r"[$£€%]")  # of a line that is no heading of the amount below it
_RIGHT_BEHIND = re.compile(
    r"(?:[:=|]|\b(?:pay|rate|wage|wages|pays|is|of|from|at|to|salary|hourly|base|earns?|makes?|gets?))\s{0,3}$",
    re.IGNORECASE,
)


class TermReader:
    """Reads amounts; the sizes and words it goes by are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        lists = catalog.posting_lists
        self._sizes = PaySizes.of(catalog)
        self._periods = PeriodReader(catalog)
        self.words = PayWords(lists)
        self.kinds = KindReader(lists, self._sizes, self.words)
        self._steps = StepReader(lists["pay-steps"])
        self._by_experience = re.compile(any_of(lists["pay-by-experience"].words), re.IGNORECASE)
        ends = any_of((*lists["pay-up-to"].words, *lists["pay-from"].words))
        self._up_to_or_from = re.compile(ends, re.IGNORECASE)

    def figures(self, text: str, number: int, above: str, *, cells: bool = False) -> Iterator[Around]:
        """The figures in a line, each with the words that belong to it; a heading in the line above speaks for a figure that begins its line."""
        if not (spans := list(spans_in(text, self._periods, cells=cells))):
            return
        heading = above if is_heading(above) and _MONEY.search(above) is None else ""
        ended = [span for span in spans if span.sign or span.tied]
        bounds = are_bounds(text, [span for span in spans if span.sign])
        money = [span for span in ended if span.per != "percent"]
        for span in spans:
            if span.large or span.low == 0:
                continue
            if span.per != "percent" and not (span.sign or span.low >= self._sizes.pay_at_least):
                continue
            begins = max((each.closes for each in ended if each.closes <= span.start), default=0)
            ends = min((each.start for each in money if each.start >= span.end), default=len(text))
            before = tail_of(text[max(begins, span.start - WINDOW) : span.start])
            step = (bounds and span.sign) or self._steps.names(text, begins, span.start, span.closes)
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
        around, cue = self.kinds.by_look(around, cue)
        span = around.span
        if (
            self.kinds.is_other_share(around, cue)
            or not self._has_sign(around, cue)
            or (cue is None and self.kinds.is_far_off(around))
        ):
            return None
        kind = cue or PayKind.BASE
        said = span.per or (
            self._periods.before(around.before, len(around.before)) if cue is not None or span.sign else None
        )
        per = said or self._sizes.likely_period(around, kind)
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

    def _has_sign(self, around: Around, cue: PayKind | None) -> bool:
        """Whether a figure is money by a sign, or by its cents and period, or by the words of pay that lead up to it."""
        span = around.span
        in_cents = "." in around.text[span.start : span.end]
        starts = cue is PayKind.BASE and _RIGHT_BEHIND.search(around.before) is not None
        may_be = starts and self._sizes.is_hours_wage(span.low) and not self.words.counts(around)
        by_itself = in_cents and (span.per == "hour" or around.step or may_be)  # "17.50/hr", "start at 16.50"
        led = cue is not None and (span.tied or self.words.follows_pay(around))
        return span.sign or by_itself or led

    def of_field(self, field: PayField) -> Terms:
        """The pay of an ad's fields, which is base pay as far as they say."""
        top = field.high or field.low
        per = field.per or (self._sizes.by_size(top) if top is not None else None)
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
            or not (span.sign or self.words.becomes(around))
            or span.large
            or known is None
            or least is None
            or before.per is None
        ):
            return None
        if not self.words.goes_behind(around):
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


def _behind(text: str, span: PaySpan, ends: int) -> str:
    """The words behind an amount that belong to it; the dot of "/mo." ends no sentence where small letters follow."""
    whole = text[span.end : min(ends, span.end + WINDOW)]
    period = span.closes - span.end
    if _SHORTENED.match(whole, period):
        return f"{whole[:period]}{head_of(whole[period + 1 :])}"
    return head_of(whole)
