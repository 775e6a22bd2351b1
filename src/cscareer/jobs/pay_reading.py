"""Reading pay in ads: figures, what the words around them say they are, and how often they are paid."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayCue, PayKind, WatchMark
from cscareer.jobs.ad import Ad, PayField, PayPeriod
from cscareer.jobs.pay_figures import PaySpan, hours_a_week, period_before, spans_in
from cscareer.jobs.phrases import RowPhrases, Words
from cscareer.jobs.stated_pay import (
    YEARLY_KINDS,
    PayReading,
    StatedPay,
    Terms,
    agreement_of,
    stated_pay,
    to_go_by,
    without_parts,
)
from cscareer.pay.statistics import Statistics
from cscareer.skills.ads import is_heading

COMMISSION_ONLY = "commission-only"  # the mark that says there is no base pay
_MOST_HOURLY = 200  # dollars; a figure without a period under it is an hour's pay
_LEAST_YEARLY, _MOST_YEARLY = 10_000, 5_000_000  # and between these a year's
_LEAST_SALARY = 15_000  # dollars; a range from there on is no allowance
_LEAST_PAY = 7  # dollars; a figure without a sign under it is no pay
_LONGEST_QUOTE = 160
_WINDOW = 110  # letters around a figure that say what it is
_SHORT = 130  # letters of a line that may be about pay alone
_BLANK = " :*-–—"
_OPENS = re.compile(r"[.;!?•\n](?=\s|$)|\s(?:-{1,2}|[–—~|·•])\s|[(]|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})")
_CLOSES = re.compile(
    r"[.;!?•\n][*)\"”]?(?=\s|$)|,\s|[(]|\s(?:plus|and|with a|but)\s|\s(?:-{1,2}|[–—~|·•])\s|\s\+|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})"
)
_UP_TO = re.compile(
    r"\b(?:up to|as much as|max(?:imum)?(?: of)?|to a maximum of|no more than)\W{0,3}$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:from|starting (?:at|from)|starts? (?:at|from)|min(?:imum)?(?: of)?|at least|over|more than|upwards? of|no less than|begins at)"
    r"\W{0,3}$",
    re.IGNORECASE,
)
_BY_EXPERIENCE = re.compile(
    r"\b(?:DOE|D\.O\.E|DOQ|depend(?:ing|ent|s) (?:up)?on (?:your )?(?:experience|skills|qualifications|what|location)"
    r"|based (?:up)?on (?:your )?experience|commensurate|by years of experience)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b((?i:zone|tier|region|geo|area|level)\s?[A-Z0-9]{1,3}(?:\s?\([^()]{1,40}\))?|In [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\W{0,4}"
)
_FOR_STATES = re.compile(r"\b((?:[A-Z]{2}(?:,? (?:and|or|&) |, ?| ?/ ?)){0,15}[A-Z]{2})\s?:\s{0,3}$")
_PAY_BEFORE = re.compile(
    r"(?:salary|pay|rate|wage|compensation|range|base|hourly|ote)\b(?!\s?(?:grade|band|level|step|class))[^.,\d]{0,25}$",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"\b(?:every|each|per|a) (month|week|year)\b|\b(monthly|weekly|yearly|annual)\b", re.IGNORECASE
)
_OTHER_UNIT = re.compile(
    r"\s?-?\s?(?:days?|hours?|hrs?|minutes?|weeks?|months?|years?|people|agents|calls|miles|%)\b",
    re.IGNORECASE,
)
_SEEN_AS_BASE = {None, PayKind.ALLOWANCE, PayKind.BONUS}
_ONCE = {PayKind.BONUS, PayKind.SIGN_ON, PayKind.ALLOWANCE}


class _Around(NamedTuple):
    """A figure in its line, with the words before and after it that may say what it is."""

    text: str
    number: int
    span: PaySpan
    before: str
    after: str


class PayReader:
    """Reads pay in ads; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._cues = RowPhrases[PayCue](catalog.pay_cues.values())
        self._states = frozenset(catalog.once(Statistics).gazetteer.states)
        self._doubts = tuple(catalog.pay_doubts.values())
        known = catalog.watch_marks.get(COMMISSION_ONLY)
        self._commission_only = RowPhrases[WatchMark]([known] if known else [])

    def read(self, ad: Ad) -> PayReading:
        """Every amount of pay in the fields and the text of an ad."""
        weekly = next((hours for line in ad.said if (hours := hours_a_week(line.text))), None)
        found = [stated_pay(_of_field(field), weekly, self._doubts) for field in ad.fields.pay]
        seen: set[tuple[object, ...]] = set()
        for terms in self._in_text(ad):
            key = (terms.kind, terms.low, terms.high, terms.per, terms.zone)
            if key not in seen:
                seen.add(key)
                found.append(stated_pay(terms, weekly, self._doubts))
        stated = without_parts(found)
        if self._without_base(ad):
            stated = tuple(_as_commission(each) for each in stated)
        return PayReading(stated, to_go_by(stated), agreement_of(stated), float(weekly) if weekly else None)

    def _without_base(self, ad: Ad) -> bool:
        """Whether an ad says that there is nothing but commission."""
        lines = (line for line in ad.said if "ommission" in line.text)
        return any(True for line in lines for _ in self._commission_only.find(Words(line.text)))

    def _in_text(self, ad: Ad) -> Iterator[Terms]:
        heading = ""
        for line in ad.said:
            for around in _figures(line.text, line.number, heading):
                terms = _terms(around, self._cue(around.before, around.after))
                if terms is not None:
                    yield terms if terms.zone else terms._replace(zone=self._states_before(around.before))
            heading = line.text if is_heading(line.text) else ""

    def _states_before(self, before: str) -> str | None:
        """The states that a figure is said to be for: "CA, NY, WA: $24"."""
        match = _FOR_STATES.search(before)
        codes = re.findall(r"[A-Z]{2}", match[1]) if match else []
        return ", ".join(codes) if codes and self._states.issuperset(codes) else None

    def _cue(self, before: str, after: str) -> PayKind | None:
        """What the words around an amount say it is: those of the lowest rank, and of these the nearest."""
        hits = [
            (hit.row.rank, len(before) - hit.end, hit.row.kind)
            for hit in self._cues.find(Words(before))
            if hit.row.side != "after"
        ]
        hits += [
            (hit.row.rank, hit.start, hit.row.kind)
            for hit in self._cues.find(Words(after))
            if hit.row.side != "before"
        ]
        return min(hits)[2] if hits else None


def _figures(text: str, number: int, heading: str) -> Iterator[_Around]:
    """The figures in a line, each with the words that belong to it; a heading above speaks for a figure that begins its line."""
    spans = list(spans_in(text))
    money = [span for span in spans if span.sign or span.tied]
    for span in spans:
        if span.large or span.low == 0 or not (span.sign or span.low >= _LEAST_PAY):
            continue
        begins = max((each.closes for each in money if each.closes <= span.start), default=0)
        ends = min((each.start for each in money if each.start >= span.end), default=len(text))
        before = _tail(text[max(begins, span.start - _WINDOW) : span.start])
        if heading and not begins and not before.strip(_BLANK):
            before = f"{heading} {before}"
        if begins and ", " in before:
            before = before.rpartition(", ")[2]
        yield _Around(text, number, span, before, _head(text[span.end : min(ends, span.end + _WINDOW)]))


def _terms(around: _Around, cue: PayKind | None) -> Terms | None:
    """What a figure is, where it is pay of this job."""
    span = around.span
    if cue is PayKind.NONE:
        return None
    if (
        cue in _SEEN_AS_BASE
        and span.sign
        and span.high is not None
        and span.low >= _LEAST_SALARY
        and span.high < _MOST_YEARLY
    ):
        cue = PayKind.BASE  # "Perks: $41,000–$46,000, a four-day week"
    if not span.sign and not (cue is not None and (span.tied or _follows_pay(around))):
        return None
    kind = cue or PayKind.BASE
    said = span.per or (
        period_before(around.before, len(around.before)) if cue is not None or span.sign else None
    )
    per = said or _likely_period(around, kind)
    if per is None and (kind not in YEARLY_KINDS or cue is None):
        return None
    if said is None and cue is None and not (per == "year" and len(around.text) <= _SHORT):
        return None
    low, high = _ends(span, around.before)
    return Terms(
        kind=kind,
        low=low,
        high=high,
        per=per,
        period_stated=said is not None,
        quote=_quote(around),
        line=around.number,
        zone=_zone(around.before),
        by_experience=_BY_EXPERIENCE.search(around.text[span.start : span.end + _WINDOW]) is not None,
    )


def _likely_period(around: _Around, kind: PayKind) -> PayPeriod | None:
    """How often a figure without a period is paid, as far as its size and kind tell."""
    top = around.span.high or around.span.low
    if kind in YEARLY_KINDS:
        return _by_size(top)
    if kind in _ONCE:
        return _repeated(around.after) or "once"
    return "hour" if kind in {PayKind.DIFFERENTIAL, PayKind.TRAINING} and top < _MOST_HOURLY else None


def _by_size(top: Decimal) -> PayPeriod | None:
    if top < _MOST_HOURLY:
        return "hour"
    return "year" if _LEAST_YEARLY <= top < _MOST_YEARLY else None


def _ends(span: PaySpan, before: str) -> tuple[Decimal | None, Decimal | None]:
    """The two ends: "up to" has no low one, "from" no high one."""
    if span.high is not None:
        return span.low, span.high
    if _UP_TO.search(before):
        return None, span.low
    if _FROM.search(before) or span.more:
        return span.low, None
    return span.low, span.low


def _of_field(field: PayField) -> Terms:
    top = field.high or field.low
    per = field.per or (_by_size(top) if top is not None else None)
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


def _as_commission(pay: StatedPay) -> StatedPay:
    return pay.model_copy(update={"kind": PayKind.COMMISSION}) if pay.kind in YEARLY_KINDS else pay


def _follows_pay(around: _Around) -> bool:
    """Whether a figure without a sign stands right behind words of pay: "Salary: 45,000 - 50,000"."""
    return _PAY_BEFORE.search(around.before) is not None and not _OTHER_UNIT.match(around.after)


def _repeated(after: str) -> PayPeriod | None:
    """How often a bonus is paid, as the words behind it say."""
    match = _REPEATED.search(after)
    if match is None:
        return None
    said = (match[1] or match[2]).lower()
    return "month" if said.startswith("month") else "week" if said.startswith("week") else "year"


def _tail(before: str) -> str:
    stops = [match.end() for match in _OPENS.finditer(before)]
    return before[stops[-1] :] if stops else before


def _head(after: str) -> str:
    stop = _CLOSES.search(after)
    return after[: stop.start()] if stop else after


def _zone(before: str) -> str | None:
    found = list(_ZONE.finditer(before))
    return found[-1][1].strip() if found else None


def _quote(around: _Around) -> str:
    text, span, before = around.text, around.span, around.before
    lead = before if text.startswith(before, span.start - len(before)) else ""
    start = max(span.start - len(lead), span.end - _LONGEST_QUOTE, 0)
    return text[start : max(span.closes, span.end + len(around.after))][:_LONGEST_QUOTE].strip(
        " ,;:~|*-–—(\t"
    )
