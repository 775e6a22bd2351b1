"""What an amount is by its own look and the words right beside it, beyond what the cues of its sentence say."""

import re
from collections.abc import Mapping

from cscareer.catalog.posting_models import PayKind, PostingList
from cscareer.jobs.pay_around import WINDOW, Around, in_thousands
from cscareer.jobs.pay_sizes import PaySizes
from cscareer.jobs.pay_words import PayWords
from cscareer.jobs.stated_pay import YEARLY_KINDS
from cscareer.jobs.word_lists import any_of

_BLANK = " :*-–—"
_OF_STATES = re.compile(r"(?:^|[\s(])[A-Z]{2}(?:(?:/|,\s?|\sand\s)[A-Z]{2}){0,15}\s?[):]?\s?$")
_ADDED = re.compile(r"(?:^|\s|,|;|[(])\+\s?$")  # "+$2/hr nights"
_COMMISSION = re.compile(r"commissions?(?: rates?)?\W{0,3}\Z", re.IGNORECASE)  # right before a share
_SEEN_AS_BASE = {None, PayKind.ALLOWANCE, PayKind.BONUS}
_COMPARED = re.compile(
    r"\s(?:greater|higher|more|less|above|below|better|off|of(?!\s(?:(?:your|the|base|annual|gross|yearly|hourly)\s){0,2}(?:base|salary|pay|wages|earnings)\b))\b"
)  # no share of pay
_SHARES = {PayKind.DIFFERENTIAL, PayKind.BONUS, PayKind.COMMISSION}  # what ads state in percent
_NAMED_BASE = {"base", "salary"}
_NOT_ADDED = {PayKind.BONUS, PayKind.COMMISSION}  # what stands behind a plus and is said to be something else
_PAID = re.compile(r"\b(?:paid|pays?|earns?|gets?|receives?|makes?)\W{0,3}\Z", re.IGNORECASE)
_BONUS = re.compile(r"bonus|incentive|tips|gratuit|spiff|per ", re.IGNORECASE)  # before what is one
_NEXT_LABEL = re.compile(r",\s[A-Za-z ]{2,25}:\s?\$\s?\d")  # "Days: $17.25, nights: $18.75"
_FEW_WORDS = 3  # of a label
_FEWER_THOUSANDS = 400  # of a year's pay
_PAYDAYS = {"week", "two-weeks", "half-month", "month", "quarter"}


class KindReader:
    """Knows amounts by their look; sizes and words are those of the data."""

    def __init__(self, lists: Mapping[str, PostingList], sizes: PaySizes, words: PayWords) -> None:
        self._sizes, self._words = sizes, words
        self._pay_after = re.compile(rf"\s?{any_of(lists['pay-after'].words)}", re.IGNORECASE)
        named = any_of([*lists["pay-words"].words, *(f"{word}s" for word in lists["pay-words"].words)])
        self._list_of_pay = re.compile(
            rf"\W{{0,6}}(?:[a-z]+\s){{0,2}}{named}(?:\s[a-z]+){{0,4}}\s?[:–—-]\s", re.IGNORECASE
        )
        self._hoped = re.compile(any_of(lists["pay-hoped"].words), re.IGNORECASE)

    def by_look(self, around: Around, cue: PayKind | None) -> tuple[Around, PayKind | None]:
        """The same with what an amount's own look and the words right beside it say it is."""
        if cue in YEARLY_KINDS and self._is_in_thousands(around):
            around = in_thousands(around)
        span = around.span
        if piece := self._words.by_piece(around, cue):
            around, cue = piece
        elif cue is None:
            cue = self._alone(around)
        elif cue not in _NOT_ADDED and self._is_added(around):
            cue = PayKind.DIFFERENTIAL
        else:
            cue = self._of_wages(around, cue)
        paid = around.text[span.end : span.closes]
        if span.per in _PAYDAYS and span.low >= self._sizes.yearly_at_least and "paid" in paid:
            around = around._replace(
                span=span._replace(per=None, tied=False)
            )  # "OTE $120,000 (paid quarterly)"
        if cue in _SEEN_AS_BASE and self._is_salary_range(around):
            cue = PayKind.BASE  # "Perks: $41,000–$46,000, a four-day week"
        return around, cue

    def named(self, around: Around) -> PayKind | None:
        """What a range is called right behind it: "70 to 80 base", "80-90 all in"."""
        span = around.span
        match = None if span.high is None else self._pay_after.match(around.text, span.end)
        if match is None:
            return None
        return PayKind.BASE if match[0].strip().lower() in _NAMED_BASE else PayKind.OTE

    def _alone(self, around: Around) -> PayKind | None:
        """What an amount is that no cue speaks of."""
        span = around.span
        if span.sign and self._words.is_in_training(around):
            return PayKind.TRAINING
        if around.step and (span.sign or "." in around.text[span.start : span.end]):
            return PayKind.BASE
        if span.sign and (self._is_wage_range(around) or self._is_in_list_of_pay(around)):
            return PayKind.BASE
        if self._is_added(around):
            return PayKind.DIFFERENTIAL
        if self._is_labelled(around) or self._is_told_by_place(around):
            return PayKind.BASE
        return PayKind.COMMISSION if span.per == "percent" and _COMMISSION.search(around.before) else None

    def _of_wages(self, around: Around, cue: PayKind) -> PayKind:
        """What an amount is that a cue speaks of, where it is plainly an hour's wage, or too large for what is added to one."""
        if cue is PayKind.BASE and around.span.sign and self._words.is_in_training(around):
            return PayKind.TRAINING
        if cue is PayKind.DIFFERENTIAL:
            return self._what_is_added(around)
        hourly = around.span.per == "hour" and self.is_wage(around)
        if (
            hourly
            and cue is PayKind.BONUS
            and not _BONUS.search(around.before)
            and self._words.is_most(around)
        ):
            return PayKind.OTE  # "up to $28/hr with incentives"
        if hourly and (cue is PayKind.ALLOWANCE or (cue is PayKind.OTE and not self._is_hoped(around))):
            return PayKind.BASE  # "Per-diem rate $29.40/hour", "Our agents earn $18.40 an hour"
        return cue

    def _is_added(self, around: Around) -> bool:
        span = around.span
        return span.per in {"hour", "percent"} and _ADDED.search(around.text[: span.start]) is not None

    def _is_salary_range(self, around: Around) -> bool:
        span, sizes = around.span, self._sizes
        return (
            span.sign
            and span.high is not None
            and span.low >= sizes.salary_at_least
            and span.high < sizes.yearly_at_most
        )

    def _is_hoped(self, around: Around) -> bool:
        """Whether the words around what people earn say that it hangs on results, or is an average."""
        begins = max(0, around.span.start - len(around.before))
        return self._hoped.search(around.text, begins, around.span.closes + WINDOW) is not None

    def _what_is_added(self, around: Around) -> PayKind:
        """What an amount for nights, a language or on top is, by its size: pay for that work, a differential, or a year's bonus."""
        span = around.span
        if span.per == "year":
            return PayKind.COMMISSION if "ommission" in around.text else PayKind.BONUS
        wage = (
            (span.sign or "." in around.text[span.start : span.end])
            and span.per in {None, "hour"}
            and self._sizes.differential_at_most < span.low < self._sizes.hourly_at_most
        )
        return PayKind.BASE if wage else PayKind.DIFFERENTIAL

    def is_other_share(self, around: Around, cue: PayKind | None) -> bool:
        """Whether percents are no share of pay."""
        span, compared = around.span, _COMPARED.match(around.text, around.span.end)
        if (
            compared
            and compared[0] == " more"
            and cue is PayKind.DIFFERENTIAL
            and _PAID.search(around.before)
        ):
            compared = None  # "are paid 8% more"
        return span.per == "percent" and (
            cue not in _SHARES
            or (span.high or span.low) > self._sizes.share_at_most
            or (compared is not None and not (compared[0] == " of" and cue is PayKind.COMMISSION))
        )

    def is_far_off(self, around: Around) -> bool:
        """Whether an amount by the week, month or year is none that anyone is paid: "$150 a month"."""
        span = around.span
        least, most = self._sizes.usual.get(span.per or "", (span.low, span.low))
        return span.high is None and not least <= span.low <= most

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
            and (self._pay_after.match(around.text, span.end) is not None or self._words.follows_pay(around))
        )

    def is_wage(self, around: Around) -> bool:
        """Whether an amount is plainly an hour's wage, whatever else its line speaks of, or all that its line says."""
        span = around.span
        usual = self._sizes.usual.get(span.per or "")
        if usual and span.sign and not around.text[: span.start].strip(_BLANK):
            return usual[0] <= span.low <= usual[1]
        return span.per == "hour" and span.sign and self._sizes.is_hours_wage(span.low)

    def _is_labelled(self, around: Around) -> bool:
        """Whether a wage with cents is all that stands behind a few words and a colon: "Weekday agents: $17.60."."""
        span, before = around.span, around.before.rstrip()
        ends = around.text[span.end : span.end + 1] in {"", ".", ";"}
        ends = ends or _NEXT_LABEL.match(around.text, span.end) is not None
        alone = span.sign and span.high is None and span.per is None and ends
        few = before.endswith(":") and len(before.split()) <= _FEW_WORDS
        return alone and few and _is_in_cents(around) and self._sizes.is_hours_wage(span.low)

    def _is_told_by_place(self, around: Around) -> bool:
        """Whether a wage is one by where it stands: at the head of its line without a sign, or the first of several shifts or dates."""
        span = around.span
        if span.high is not None or not self._sizes.is_hours_wage(span.low):
            return False
        if not span.sign:
            return self._words.is_bare_wage(around)
        return _is_in_cents(around) and span.per is None and self._words.is_in_stages(around)

    def _is_in_list_of_pay(self, around: Around) -> bool:
        """Whether an amount with cents is one of those that a line lists as pay: "Pay rates: Omaha $17.50 | Denver $20.40"."""
        span = around.span
        single = span.high is None and span.per is None and _is_in_cents(around)
        return (
            single
            and self._sizes.is_hours_wage(span.low)
            and self._list_of_pay.match(around.text) is not None
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


def _is_in_cents(around: Around) -> bool:
    """Whether one figure of an amount is written with cents."""
    return around.text[around.span.start : around.span.end].count(".") == 1
