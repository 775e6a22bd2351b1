"""Pay as an ad states it: every amount with its words, what it is, and what it comes to in a year."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.posting_models import PayCue, PayKind, WatchMark
from cscareer.jobs.ad import Ad, PayField, PayPeriod
from cscareer.jobs.pay_figures import Span, hours_a_week, period_before, spans_in
from cscareer.jobs.phrases import Phrasebook, Words
from cscareer.pay.money import Number, shown, to_cents
from cscareer.pay.ranges import HOURS_A_YEAR
from cscareer.skills.ads import is_heading

_TIMES: dict[str, int] = {"day": 260, "week": 52, "two-weeks": 26, "half-month": 24, "month": 12, "year": 1}
_WEEKS = 52
COMMISSION_ONLY = "commission-only"  # the mark that says there is no base pay
_MOST_HOURLY, _LEAST_YEARLY, _MOST_YEARLY = 200, 10_000, 5_000_000  # a bare figure under, over which it is one
_LONGEST_QUOTE = 160
_WINDOW = 110  # letters around a figure that say what it is
_SHORT = 130  # letters of a line that may be about pay alone
_OPENS = re.compile(r"[.;!?•\n](?=\s|$)|\s[-–—~|]\s|[(]|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})")
_CLOSES = re.compile(r"[.;!?•\n][*)\"”]?(?=\s|$)|,\s|[(]|\s(?:plus|and|with a|but)\s|\s[-–—~|]\s|\s\+|\s{2,}|(?<=[a-z)])(?=[A-Z][a-z]{2,})")
_UP_TO = re.compile(r"\b(?:up to|as much as|max(?:imum)?(?: of)?|to a maximum of|no more than)\W{0,3}$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|starting (?:at|from)|starts? (?:at|from)|min(?:imum)?(?: of)?|at least|over|more than|well over|upwards? of|no less than|begins at)\W{0,3}$",
    re.IGNORECASE,
)
_BY_EXPERIENCE = re.compile(
    r"\b(?:DOE|D\.O\.E|depend(?:ing|ent|s) (?:up)?on (?:your )?(?:experience|skills|qualifications|what)|based (?:up)?on (?:your )?experience|commensurate|by years of experience)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b((?:zone|tier|region|geo|area|level)\s?[A-Z0-9]{1,3}(?:\s?\([^()]{1,40}\))?|in [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\W{0,4}", re.IGNORECASE)
_PAY_BEFORE = re.compile(r"(?:salary|pay|rate|wage|compensation|range|base|hourly|ote)\b(?!\s?(?:grade|band|level|step|class))[^.,\d]{0,25}$", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:every|each|per|a) (month|week|year|quarter)\b|\b(monthly|weekly|yearly|annual)\b", re.IGNORECASE)
_OTHER_UNIT = re.compile(r"\s?-?\s?(?:days?|hours?|hrs?|minutes?|weeks?|months?|years?|people|agents|calls|miles|%)\b", re.IGNORECASE)
_LEAST_SALARY = 15_000  # dollars; a range from there on is no allowance
_LEAST_PAY = 7  # dollars; a figure without a sign under it is no pay
_YEARLY_KINDS = {PayKind.BASE, PayKind.OTE, PayKind.COMMISSION}


class StatedPay(Model):
    """An amount as an ad states it, with its words. `low` is null for "up to", `high` for "from"; exact to the cent.

    `per` is null where no period is stated and none is likely; `period_stated` says whether it was in so many words. `yearly_low` and
    `yearly_high` are what it comes to in a year of `hours`; null for what is paid once. `doubts` say why it can't be right as it stands.
    """

    kind: PayKind
    low: Number | None
    high: Number | None
    per: PayPeriod | None
    period_stated: bool
    currency: str
    yearly_low: Number | None
    yearly_high: Number | None
    hours: int | None
    by_experience: bool
    zone: str | None
    origin: Literal["field", "text"]
    quote: str
    line: int | None
    doubts: tuple[str, ...]


class PayReading(NamedTuple):
    """All pay that an ad states, its base pay to go by, and how its fields agree with its text."""

    stated: tuple[StatedPay, ...]
    base: StatedPay | None
    agreement: Literal["agree", "differ"] | None
    hours_a_week: float | None


class PayReader:
    """Reads pay in ads; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        cues = catalog.pay_cues.values()
        self._cues = Phrasebook[PayCue](cues)
        self._doubts = tuple(catalog.pay_doubts.values())
        self._commission_only = Phrasebook[WatchMark]([catalog.watch_marks[COMMISSION_ONLY]] if COMMISSION_ONLY in catalog.watch_marks else [])

    def read(self, ad: Ad) -> PayReading:
        """Every amount of pay in the fields and the text of an ad."""
        weekly = next((hours for line in ad.lines if (hours := hours_a_week(line.text))), None)
        found = [self._field(field, weekly) for field in ad.fields.pay]
        seen: set[tuple[object, ...]] = set()
        heading = ""
        for line in ad.lines:
            for each in self._in_line(line.text, line.number, heading, weekly):
                key = (each.kind, each.low, each.high, each.per, each.zone)
                if key not in seen:
                    seen.add(key)
                    found.append(each)
            heading = line.text if is_heading(line.text) else ""
        stated = _without_parts(found)
        if self._without_base(ad):
            stated = tuple(each.model_copy(update={"kind": PayKind.COMMISSION}) if each.kind in _YEARLY_KINDS else each for each in stated)
        base = _to_go_by(stated)
        return PayReading(stated, base, _agreement(stated), float(weekly) if weekly else None)

    def _without_base(self, ad: Ad) -> bool:
        """Whether an ad says that there is nothing but commission."""
        return any(True for line in ad.lines if "ommission" in line.text for _ in self._commission_only.find(Words(line.text)))

    def _in_line(self, text: str, number: int, heading: str, weekly: Decimal | None) -> Iterator[StatedPay]:
        spans = list(spans_in(text))
        money = [span for span in spans if span.sign or span.tied]
        for span in spans:
            begins = max((each.closes for each in money if each.closes <= span.start), default=0)
            ends = min((each.start for each in money if each.start >= span.end), default=len(text))
            before = _tail(text[max(begins, span.start - _WINDOW) : span.start])
            alone = not before.strip(" :*-–—")
            if begins and ", " in before:
                before = before.rpartition(", ")[2]
            after = _head(text[span.end : min(ends, span.end + _WINDOW)])
            if alone and heading and not begins:
                before = f"{heading} {before}"
            cue = self._cue(before, after)
            stated = self._stated(text, number, span, before, after, cue, weekly)
            if stated is not None:
                yield stated

    def _cue(self, before: str, after: str) -> PayKind | None:
        """What the words around an amount say it is: those of the lowest rank, and of these the ones that stand nearer."""
        hits = [(hit.row.rank, len(before) - hit.end, hit.row.kind) for hit in self._cues.find(Words(before)) if hit.row.side != "after"]
        hits += [(hit.row.rank, hit.start, hit.row.kind) for hit in self._cues.find(Words(after)) if hit.row.side != "before"]
        return min(hits)[2] if hits else None

    def _stated(
        self, text: str, number: int, span: Span, before: str, after: str, cue: PayKind | None, weekly: Decimal | None
    ) -> StatedPay | None:
        if span.large or cue is PayKind.NONE or span.low == 0:
            return None
        if span.high is not None and span.sign and _LEAST_SALARY <= span.low and span.high < _MOST_YEARLY and cue in {None, PayKind.ALLOWANCE, PayKind.BONUS}:
            cue = PayKind.BASE  # "Perks: $41,000–$46,000, a four-day week"
        per = span.per or (period_before(before, len(before)) if cue is not None or span.sign else None)
        stated = per is not None
        if not span.sign and not (cue is not None and (span.tied or _is_pay_like(span, before, after))):
            return None
        kind = cue or PayKind.BASE
        top = span.high or span.low
        if per is None and kind not in _YEARLY_KINDS and not (kind is PayKind.TRAINING and top < _MOST_HOURLY):
            per = _repeated(after) if kind in {PayKind.BONUS, PayKind.ALLOWANCE} else None
            per = per or ("once" if kind in {PayKind.BONUS, PayKind.SIGN_ON, PayKind.ALLOWANCE} else "hour" if kind is PayKind.DIFFERENTIAL and top < _MOST_HOURLY else None)
            if per is None:
                return None
        elif per is None:
            if cue is None and not (span.sign and _LEAST_YEARLY <= top < _MOST_YEARLY and len(text) <= _SHORT):
                return None
            per = "hour" if top < _MOST_HOURLY else "year" if top >= _LEAST_YEARLY else None
        low, high = span.low, span.high
        if high is None:
            high = low
            if _UP_TO.search(before):
                low = None  # type: ignore[assignment]  # an end that isn't stated
            elif _FROM.search(before) or span.more:
                high = None
        elif _UP_TO.search(before) and span.more:
            high = None
        return self._made(kind, low, high, per, stated, weekly, _zone(before), "text", _quote(text, span, before, after), number, bool(_BY_EXPERIENCE.search(text[span.start : span.end + _WINDOW])))

    def _field(self, field: PayField, weekly: Decimal | None) -> StatedPay:
        per, stated = field.per, field.per is not None
        top = field.high or field.low
        if per is None and top is not None:
            per = "hour" if top < _MOST_HOURLY else "year" if top >= _LEAST_YEARLY else None
        return self._made(PayKind.BASE, field.low, field.high, per, stated, weekly, None, "field", field.quote, None, False, field.currency)  # noqa: FBT003

    def _made(  # noqa: PLR0913, PLR0917
        self,
        kind: PayKind,
        low: Decimal | None,
        high: Decimal | None,
        per: PayPeriod | None,
        stated: bool,
        weekly: Decimal | None,
        zone: str | None,
        origin: Literal["field", "text"],
        quote: str,
        line: int | None,
        by_experience: bool,
        currency: str = "USD",
    ) -> StatedPay:
        hours = int(weekly * _WEEKS) if weekly and per == "hour" else HOURS_A_YEAR if per == "hour" else None
        times = hours if per == "hour" else _TIMES.get(per or "")
        if kind not in {*_YEARLY_KINDS, PayKind.TRAINING}:
            times = hours = None
        ends = [None if end is None or times is None else to_cents(end * times) for end in (low, high)]
        return StatedPay(
            kind=kind,
            low=None if low is None else shown(low),
            high=None if high is None else shown(high),
            per=per,
            period_stated=stated,
            currency=currency,
            yearly_low=ends[0],
            yearly_high=ends[1],
            hours=hours,
            by_experience=by_experience,
            zone=zone,
            origin=origin,
            quote=quote,
            line=line,
            doubts=tuple(self._doubted(kind, low, high, per)),
        )

    def _doubted(self, kind: PayKind, low: Decimal | None, high: Decimal | None, per: PayPeriod | None) -> Iterator[str]:
        if kind not in _YEARLY_KINDS:
            return
        for doubt in self._doubts:
            if doubt.per not in {per, "any"} or (doubt.measure == "least" and kind is PayKind.COMMISSION):
                continue
            limit = Decimal(str(doubt.limit))
            if doubt.measure == "ratio":
                wrong = bool(low and high and high / low > limit)
            elif doubt.measure == "most":
                wrong = any(end is not None and end > limit for end in (low, high))
            else:
                wrong = any(end is not None and end < limit for end in (low, high))
            if wrong:
                yield doubt.says
        if per is None:
            yield "No period is stated, and the figure is neither plainly an hour's nor a year's pay."


def _is_pay_like(span: Span, before: str, after: str) -> bool:
    """Whether a figure without a sign stands right behind words of pay: "Salary: 45,000 - 50,000"."""
    return span.low >= _LEAST_PAY and _PAY_BEFORE.search(before) is not None and not _OTHER_UNIT.match(after)


def _repeated(after: str) -> PayPeriod | None:
    """How often a bonus is paid, as the words behind it say."""
    match = _REPEATED.search(after)
    said = (match[1] or match[2]).lower() if match else ""
    return "month" if said.startswith("month") else "week" if said.startswith("week") else "year" if said[:3] in {"yea", "ann"} else None


def _tail(before: str) -> str:
    stops = [match.end() for match in _OPENS.finditer(before)]
    return before[stops[-1] :] if stops else before


def _head(after: str) -> str:
    stop = _CLOSES.search(after)
    return after[: stop.start()] if stop else after


def _zone(before: str) -> str | None:
    found = list(_ZONE.finditer(before))
    return found[-1][1].strip() if found else None


def _quote(text: str, span: Span, before: str, after: str) -> str:
    lead = before if text.startswith(before, span.start - len(before)) else ""
    start = max(span.start - len(lead), span.end - _LONGEST_QUOTE, 0)
    return text[start : max(span.closes, span.end + len(after))][:_LONGEST_QUOTE].strip(" ,;:~|*-–—(\t")


def _without_parts(found: Sequence[StatedPay]) -> tuple[StatedPay, ...]:
    """Without an amount of text that only says an end of a range again."""
    ranges = [(each.kind, each.per, each.low, each.high) for each in found if each.low != each.high and None not in {each.low, each.high}]

    def repeats(each: StatedPay) -> bool:
        return each.origin == "text" and (each.low is None or each.high is None or each.low == each.high) and any(
            kind is each.kind and per == each.per and (each.high or each.low) in {low, high} for kind, per, low, high in ranges
            if (kind, per, low, high) != (each.kind, each.per, each.low, each.high)
        ) and not any(other.origin == "field" and other.low == each.low and other.high == each.high for other in found)

    return tuple(each for each in found if not repeats(each))


def _to_go_by(stated: Iterable[StatedPay]) -> StatedPay | None:
    """The base pay to go by: of the text before fields, whole ranges first, without doubts first."""
    bases = [each for each in stated if each.kind is PayKind.BASE and each.per and each.per != "once"]
    return min(
        bases,
        key=lambda each: (bool(each.doubts), each.origin != "text", each.low is None or each.high is None),
        default=None,
    )


def _agreement(stated: Sequence[StatedPay]) -> Literal["agree", "differ"] | None:
    """Whether fields and text state the same pay; null where only one of them states any."""
    fields = [each for each in stated if each.origin == "field"]
    texts = [each for each in stated if each.origin == "text" and each.kind in _YEARLY_KINDS]
    if not fields or not texts:
        return None
    for field in fields:
        ends = {field.yearly_low, field.yearly_high} - {None}
        if ends and any(ends <= {each.yearly_low, each.yearly_high} for each in texts):
            return "agree"
        spanning = [each.yearly_low for each in texts] + [each.yearly_high for each in texts]
        if ends and ends <= set(spanning):
            return "agree"
    return "differ"
