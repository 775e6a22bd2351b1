"""Reading pay in ads: figures, what the words around them say they are, and how often they are paid."""

import re
from collections.abc import Iterator, Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayCue, PayFrequency, PayKind, WatchMark
from cscareer.jobs.ad import Ad, PayPeriod
from cscareer.jobs.pay_around import Around, quote_of
from cscareer.jobs.pay_steps import BOUNDS, in_ranges
from cscareer.jobs.pay_sums import is_listed, parts_of, restates
from cscareer.jobs.pay_terms import TermReader
from cscareer.jobs.phrases import Hit, RowPhrases
from cscareer.jobs.stated_pay import (
    YEARLY_KINDS,
    PayReading,
    StatedPay,
    Terms,
    agreement_of,
    spanning,
    stated_pay,
    to_go_by,
    without_parts,
)
from cscareer.jobs.work_hours import hours_a_week
from cscareer.pay.statistics import Statistics
from cscareer.skills.finding_text import TextLine

COMMISSION_ONLY = "commission-only"  # the mark that says there is no base pay
BY_RESULTS = "pay-by-results"  # the mark that says pay hangs on results

_CELL = "|"  # parts the cells of a row
_HEAD_OF_TABLE = re.compile(r"\A\D*[A-Za-z]\D*\Z")
_PARTED = re.compile(r"[,:]\s|\s[-–—]\s")
_STEPS = re.compile(
    r"\W*(?:steps?|tenure|seniority|service|(?:time|months?|years?)(?: (?:of|in) (?:service|job|position|seat|role))?)\s*\|",
    re.IGNORECASE,
)
_ROW_OF_STEP = re.compile(
    r"\W*(?:start|hire|[A-Z]|\d{1,3}\s?(?:\+|[-–]\s?\d{1,3})?(?:\s?(?:days?|months?|mos?|years?|yrs?))?)\s*\|",
    re.IGNORECASE,
)
_DASHES = ("-", "–", "—")
_HALF = (" to", *_DASHES)  # ends of a line that may stand in the middle of a range
_UNFINISHED = re.compile(r"\d\S{0,4}\s?(?:to|[-–—])\Z")
_UNIT_BELOW = re.compile(
    r"\d(?:\s?(?:dollars|bucks))?\s(?:per|an?|each|every)\Z", re.IGNORECASE
)  # "$75.00 per" ends a line
_ALONE = (*_DASHES, "to")  # all of a line between the ends of a range
_UNIT_ALONE = re.compile(
    r"\s{0,9}(?:(?:per|an?|/)\s?(?:hour|hr|year|yr|month|week|annum)|hourly|annually)\.?\s{0,9}",
    re.IGNORECASE,
)
_UNIT_LETTERS = 30  # at the end of a line, in which they stand
_MOST_JOINED = 4  # lines behind one that are its range's: thousands would be gone over again with each
_GOES_ON_BELOW = re.compile(r"\s*(?:USD\s?)?\$?\d")
_APART = {PayKind.NONE, PayKind.ALLOWANCE, PayKind.SIGN_ON, PayKind.BONUS}
_OF_RESULTS = ("ommission", "erformance", "o base")  # in lines that may say that there is no base pay
_PAID_ONCE = {PayKind.SIGN_ON, PayKind.BONUS}
_FEWEST_PARTS = 2
_RISING = {PayKind.BASE, PayKind.RAISE}  # kinds of an amount that pay may be said to rise to
_GOES_ON = {
    None,
    PayKind.BASE,
    PayKind.DIFFERENTIAL,
}  # what pay that goes on from other pay may look like: "days 15.50"
_MAY_BE_ONCE = {None, PayKind.BASE}  # what a sum paid after so many days may look like
_FOR_STATES = re.compile(r"\b((?:[A-Z]{2}(?:,? (?:and|or|&) |, ?| ?/ ?)){0,15}[A-Z]{2})\s?:\s{0,3}$")


class PayReader:
    """Reads pay in ads; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._terms = TermReader(catalog)
        self._words = self._terms.words
        self._cues = RowPhrases[PayCue](catalog.pay_cues.values())
        self._states = frozenset(catalog.once(Statistics).gazetteer.states)
        self._frequencies = RowPhrases[PayFrequency](catalog.pay_frequencies.values())
        self._doubts = tuple(catalog.pay_doubts.values())
        known = [catalog.watch_marks.get(each) for each in (COMMISSION_ONLY, BY_RESULTS)]
        self._no_base = RowPhrases[WatchMark]([each for each in known if each])

    def read(self, ad: Ad) -> PayReading:
        """Every amount of pay in the fields and the text of an ad."""
        weekly = next((hours for line in ad.said if (hours := hours_a_week(line.text))), None)
        in_text = list(self._supplements(list(in_ranges(list(self._in_text(ad))))))
        fields = [_as_text_says(self._terms.of_field(field), in_text) for field in ad.fields.pay]
        found = [stated_pay(field, weekly, self._doubts) for field in fields]
        seen: set[tuple[object, ...]] = set()
        for terms in in_text:
            key = (terms.kind, terms.low, terms.high, terms.per, terms.zone)
            if key not in seen:
                seen.add(key)
                found.append(stated_pay(terms, weekly, self._doubts))
        stated = without_parts(found)
        if self._without_base(ad, stated):
            stated = tuple(_as_commission(each) for each in stated)
        return PayReading(stated, to_go_by(stated), agreement_of(stated), float(weekly) if weekly else None)

    def _supplements(self, found: Sequence[Terms]) -> Iterator[Terms]:
        """The same, where an hour's amount too small for pay stands beside whole pay as what is added to it."""
        least = next(
            (each.limit for each in self._doubts if (each.measure, each.per) == ("least", "hour")), 0
        )
        bases = [each for each in found if each.kind is PayKind.BASE and each.per]
        for each in found:
            top = each.high if each.high is not None else each.low
            small = each.kind is PayKind.BASE and each.per == "hour" and top is not None and top < least
            yield each._replace(kind=PayKind.DIFFERENTIAL) if small and len(bases) > 1 else each

    def _without_base(self, ad: Ad, stated: Sequence[StatedPay]) -> bool:
        """Whether an ad says that there is nothing but commission, or that pay is by results where it states no hour's pay."""
        lines = [line for line in ad.said if any(each in line.text for each in _OF_RESULTS)]
        ids = {hit.row.id for line in lines for hit in self._no_base.found(line.text)}
        hourly = any(each.kind is PayKind.BASE and each.per == "hour" for each in stated)
        return COMMISSION_ONLY in ids or (BY_RESULTS in ids and not hourly)

    def _paid(self, ad: Ad) -> PayPeriod | None:
        """How often the employer pays, as far as the ad says."""
        return next((hit.row.per for line in ad.said for hit in self._frequencies.found(line.text)), None)

    def _in_text(self, ad: Ad) -> Iterator[Terms]:
        above = ""
        cells = True  # unless the head of the table names no ends of a range
        columns: list[str] = []
        for line in _whole_ranges(ad.said):
            in_table = _CELL in line.text
            if in_table and _HEAD_OF_TABLE.search(line.text):
                cells = BOUNDS.search(line.text) is not None
                columns = [] if cells else line.text.split(_CELL)
            by_column = in_table and bool(columns)
            bare = self._terms.figures(
                line.text, line.number, "" if by_column else above, cells=cells and in_table
            )
            yield from self._of_line(ad, [_in_column(each, columns) if by_column else each for each in bare])
            above = line.text

    def _of_line(self, ad: Ad, line: Sequence[Around]) -> Iterator[Terms]:
        """What the figures of one line are; those that are the ends of one range, or parts of a sum, once."""
        before: Terms | None = None
        held: Around | None = None
        parts = self._parts(line)
        for around in line:
            if around.span.start in parts:
                continue
            terms, own = self._of(ad, around), self._cue_of(around)
            if before is not None and held is not None:
                if joined := self._joined(around, terms, own, before, held):
                    before = joined
                    continue
                terms = self._behind(around, terms, own, before, held)
            elif self._is_given_once(around, terms, own):
                terms = self._terms.terms(around, PayKind.BONUS)
            if terms is not None:
                if before is not None:
                    yield before
                before, held = self._placed(terms, around), around
        if before is not None:
            yield before

    def _behind(
        self, around: Around, terms: Terms | None, own: PayKind | None, before: Terms, held: Around
    ) -> Terms | None:
        """What an amount is beside the one before it: pay that goes on from it, the same again, or one more sum given once."""
        if terms is None and own in _GOES_ON:
            terms = self._terms.next_step(around, before)
        if own is None and restates(around, held):
            terms = self._terms.terms(around, before.kind)
        if self._is_given_once(around, terms, own):
            terms = self._terms.terms(around, before.kind if before.kind in _PAID_ONCE else PayKind.BONUS)
        return terms

    def _is_given_once(self, around: Around, terms: Terms | None, own: PayKind | None) -> bool:
        loose = own in _MAY_BE_ONCE and (terms is None or terms.per is None)
        return loose and self._words.is_given_once(around)

    def _joined(
        self, around: Around, terms: Terms | None, own: PayKind | None, before: Terms, held: Around
    ) -> Terms | None:
        """The amount before with this one as its high end, where that is what it rises to or the last of a list."""
        if own is None and before.kind is PayKind.OTE:
            return before._replace(high=around.span.low) if is_listed(around, before, held) else None
        if terms is not None and terms.kind in _RISING and self._words.rises_to(around, held):
            rise = before.kind is PayKind.RAISE  # "start at $16.50 with increases to $18"
            return spanning(before._replace(kind=PayKind.BASE) if rise else before, terms)
        if (
            own in {None, PayKind.BASE, before.kind}
            and before.kind is PayKind.BASE
            and self._words.ranges_to(around, held)
        ):
            return before._replace(high=around.span.low, quote=f"{before.quote}, {quote_of(around)}")
        if own is None and (terms is None or around.step):
            step = self._terms.next_step(around, before)
            if step is not None and self._words.goes_on_from(around, held):
                return spanning(before, step)
        return None

    def _parts(self, line: Sequence[Around]) -> set[int]:
        """Where the parts begin in which a sum paid once is paid: "$1,500: $500 after 30 days, $1,000 after 90"."""
        parts: set[int] = set()
        for at, whole in enumerate(line[:-_FEWEST_PARTS]):
            if whole.span.sign and whole.span.high is None and self._cue_of(whole) in _PAID_ONCE:
                parts |= parts_of(whole, line[at + 1 :])
        return parts

    def _of(self, ad: Ad, around: Around) -> Terms | None:
        """What a figure is, where the words beside it say so."""
        cue = self._cue_of(around)
        if not self._words.is_per_check(around):
            return self._terms.terms(around, cue)
        paid = self._paid(ad)
        by_check = around._replace(span=around.span._replace(per=paid or "two-weeks", tied=True))
        terms = self._terms.terms(by_check, cue or PayKind.BASE)
        return terms if terms is None or paid else terms._replace(per=None)

    def _placed(self, terms: Terms, around: Around) -> Terms:
        """The same with the zone or the states that it is said to be for."""
        return terms if terms.zone else terms._replace(zone=self._states_before(around.before))

    def _states_before(self, before: str) -> str | None:
        """The states that a figure is said to be for: "CA, NY, WA: $24"."""
        match = _FOR_STATES.search(before)
        codes = re.findall(r"[A-Z]{2}", match[1]) if match else []
        return ", ".join(codes) if codes and self._states.issuperset(codes) else None

    def _cue_of(self, around: Around) -> PayKind | None:
        """What the words around an amount say it is: those of the lowest rank, and of these the nearest and longest."""
        before, after = around.before, around.after
        if self._words.is_overtime(around):
            return PayKind.NONE
        if named := self._terms.kinds.named(around):
            return named
        wage = self._terms.kinds.is_wage(around)
        hits = [
            (hit.row.rank, len(before) - hit.end, hit.start - hit.end, hit.row.kind)
            for hit in self._cues.found(before)
            if hit.row.side != "after" and not (wage and _is_apart(hit, before))
        ]
        hits += [
            (hit.row.rank, hit.start, hit.start - hit.end, hit.row.kind)
            for hit in self._cues.found(after)
            if hit.row.side != "before"
        ]
        return min(hits)[3] if hits else None


def _whole_ranges(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The same lines, where a range or what an amount is paid for goes on in the next, or in the one behind a dash alone, is in one."""
    held: TextLine | None = None
    joined = 0
    for line in lines:
        if held is not None and joined < _MOST_JOINED and _goes_on(held.text, line.text):
            held = held._replace(text=f"{held.text} {line.text.strip()}")
            joined += 1
            continue
        if held is not None:
            yield held
        held, joined = line, 0
    if held is not None:
        yield held


def _goes_on(text: str, below: str) -> bool:
    """Whether what a line says of pay is said to its end in the line below."""
    if text.endswith(_HALF) and _UNFINISHED.search(text) and _GOES_ON_BELOW.match(below):
        return True
    if below.strip() and text[-1:].isalpha() and _UNIT_BELOW.search(text[-_UNIT_LETTERS:]):
        return True
    return text[-1:].isdigit() and (
        below.strip().lower() in _ALONE or _UNIT_ALONE.fullmatch(below) is not None
    )


def _in_column(around: Around, columns: Sequence[str]) -> Around:
    """The same with the head of its column among the words before it; a step's where the first column numbers them."""
    at = around.text.count(_CELL, 0, around.span.start)
    head = columns[at].strip() if at < len(columns) else ""
    step = _STEPS.match(_CELL.join(columns)) is not None and _ROW_OF_STEP.match(around.text) is not None
    return around._replace(before=f"{head} {around.before}", step=step or around.step) if head else around


def _is_apart(hit: Hit[PayCue], before: str) -> bool:
    """Whether words say nothing of an hour's wage behind them, as they never do or a comma parts them: "free meals, a sign-on bonus, $20/hr"."""
    if hit.row.not_before_wages:
        return True
    loose = hit.row.kind in _APART or (
        hit.row.kind is PayKind.TRAINING and before[hit.start : hit.start + 4].lower() == "paid"
    )
    return loose and _PARTED.search(before, hit.end) is not None


def _as_text_says(field: Terms, in_text: Sequence[Terms]) -> Terms:
    """A field's pay as of the kind that the text gives the same amount: boards state on-target earnings as pay."""
    same = [each.kind for each in in_text if (each.low, each.high) == (field.low, field.high)]
    hoped = [kind for kind in same if kind in {PayKind.OTE, PayKind.COMMISSION}]
    return field._replace(kind=hoped[0]) if hoped and PayKind.BASE not in same else field


def _as_commission(pay: StatedPay) -> StatedPay:
    return pay.model_copy(update={"kind": PayKind.COMMISSION}) if pay.kind in YEARLY_KINDS else pay
