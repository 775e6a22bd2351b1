"""The words of the data that stand beside an amount: which end it is, what it rises to, what it is paid for."""

import re
from collections.abc import Mapping
from decimal import Decimal

from cscareer.catalog.posting_models import PayKind, PostingList
from cscareer.jobs.pay_amounts import PaySpan
from cscareer.jobs.pay_around import WINDOW, Around
from cscareer.jobs.word_lists import any_of

GOES_ON = re.compile(
    r"\s*(?:$|[,;)]|\.(?:\s|$)|(?:after|once|at|upon|when|for|if|by|on|in|with|elsewhere)\b)"
)  # behind such pay
_MOST_RISE = Decimal("2.5")  # times the pay to start on that the top of a scale may be
_LEAST_ONCE, _MOST_ONCE = Decimal(100), Decimal(10_000)  # dollars given once
_MILESTONE = re.compile(
    r"\s(?:paid\s)?(?:after|at|on|upon|for|by|when)\s(?:[a-z]+\s){0,4}(?:\d{1,3}|[a-z]+)(?:\s|-)?(?:days?|weeks?|months?|years?|anniversary)?\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"\.\s")
_LEAD = 20  # letters before pay that may say that it is where one starts
_NEXT_STAGE = re.compile(r"[^$.;]{0,25}[,;/]\s?(?:and\s|then\s)?\$\s?\d")
_WAGE_GOES_ON = re.compile(r"\s?(?:,\s?\d\d\.\d\d|(?:to start|to begin|plus tips|DOE)\b)", re.IGNORECASE)
_WAGE_ENDS = re.compile(r"[.;]?\s*\Z|,\s?\$?\d")  # behind an hour's wage that is all of its line
_MARKS = " *-–—•."
_ON_TOP = re.compile(r"\b(?:plus|extra|also|another)\b", re.IGNORECASE)
_EACH = re.compile(r"\s(?:each|apiece)(?=[;,.)]|\s?\Z)", re.IGNORECASE)  # "calls pay $35 each"
_OTHER_UNIT = re.compile(
    r"\s?-?\s?(?:days?|hours?|hrs?|minutes?|weeks?|months?|years?|people|agents|calls|miles|%)\b",
    re.IGNORECASE,
)


class PayWords:
    """The lists of words around pay, made into patterns once."""

    def __init__(self, lists: Mapping[str, PostingList]) -> None:
        self._up_to = re.compile(rf"{any_of(lists['pay-up-to'].words)}\W{{0,3}}$", re.IGNORECASE)
        self._from = re.compile(rf"{any_of(lists['pay-from'].words)}\W{{0,3}}$", re.IGNORECASE)
        self._goes_on = re.compile(rf"\b{any_of(lists['pay-goes-on'].words)}\b", re.IGNORECASE)
        self._per_check = re.compile(
            rf"\s?(?:/|(?:per|a|each|every)\s)\s?{any_of(lists['pay-checks'].words)}", re.IGNORECASE
        )
        self._least = re.compile(rf"\s?{any_of(lists['pay-from-after'].words)}|\+", re.IGNORECASE)
        self._most = re.compile(rf"\s?{any_of(lists['pay-up-to-after'].words)}", re.IGNORECASE)
        self._rises = re.compile(rf"{any_of(lists['pay-rises'].words)}(?:\s[a-z]+){{0,9}}\s?$", re.IGNORECASE)
        self._training = re.compile(rf"\W*{any_of(lists['pay-in-training'].words)}\W*", re.IGNORECASE)
        self._starts = re.compile(
            rf"\s?(?:[a-z]+\s){{0,3}}{any_of(lists['pay-to-start'].words)}[\s,;]*(?:and|then|but)?\s*",
            re.IGNORECASE,
        )
        self._opens = re.compile(rf"{any_of(lists['pay-range-opens'].words)}\W{{0,3}}$", re.IGNORECASE)
        self._closes = re.compile(rf"{any_of(lists['pay-range-closes'].words)}\W{{0,3}}$", re.IGNORECASE)
        overtime = any_of(lists["pay-overtime"].words)
        self._overtime = re.compile(
            rf"\b{overtime}(?:\W{{1,3}}(?:rate|pay|hours?|is|are|paid|pays|at|of|for|earns?|gets?|that)){{0,5}}\W{{0,3}}$",
            re.IGNORECASE,
        )
        self._overtime_after = re.compile(
            rf"\s?(?:for|on|in|as)?\s?{overtime}\b(?!\s(?:available|offered|eligible|after|possible|as|when|if))",
            re.IGNORECASE,
        )
        self._given = re.compile(rf"\b{any_of(lists['pay-given'].words)}\b[^.;]{{0,60}}$", re.IGNORECASE)
        self._becomes = re.compile(rf"{any_of(lists['pay-becomes'].words)}\s?$", re.IGNORECASE)
        self._if = re.compile(rf"\s{any_of(lists['pay-if'].words)}\b", re.IGNORECASE)
        self._stage = re.compile(
            rf"\s?(?:[(]\s?)?{any_of(lists['pay-stages'].words)}(?![\w-])", re.IGNORECASE
        )
        self._staged = re.compile(
            rf"[,;/]\s?(?:and\s)?(?:the\s)?{any_of([*lists['pay-stages'].words, *lists['pay-crews'].words])}\W{{0,2}}\s?$",
            re.IGNORECASE,
        )
        pieces = (any_of(lists[name].words) for name in ("pay-pieces", "pay-sales", "pay-tasks"))
        self._piece, self._sale, self._task = (
            re.compile(
                rf"\s?(?:more|extra|commission|bonus|flat)?\s?(?:/|(?:per|a|an|each|every|for each|for every)\s)\s?(?:[a-z0-9-]+\s){{0,2}}?{words}",
                re.IGNORECASE,
            )
            for words in pieces
        )
        self._pay_before = re.compile(
            rf"{any_of(lists['pay-words'].words)}(?!\s?{any_of(lists['pay-grades'].words)})(?!(?<=range)\s*$)[^.,\d]{{0,25}}$",
            re.IGNORECASE,
        )

    def by_piece(self, around: Around, cue: PayKind | None) -> tuple[Around, PayKind] | None:
        """The same as pay for each call, minute or sale, and its kind, where the words behind an amount say so."""
        text, end = around.text, around.span.end
        if not around.span.sign or around.span.per not in {None, "percent"}:
            return None
        sale = self._sale.match(text, end)
        match = sale or self._piece.match(text, end)
        if match is None and cue is not None:
            match = self._task.match(text, end) or (_EACH.match(text, end) if cue is PayKind.BASE else None)
        if match is None or around.span.per == "percent":
            return None
        span = around.span._replace(per="piece", tied=True, closes=max(around.span.closes, match.end()))
        kind = PayKind.BASE if cue in {None, PayKind.OTE} else cue  # "agents earn $0.60 per chat"
        if sale and kind in {PayKind.BASE, PayKind.DIFFERENTIAL}:
            kind = PayKind.COMMISSION
        elif cue is None and _ON_TOP.search(around.before):
            kind = PayKind.BONUS
        return around._replace(span=span), kind

    def ends_of(self, span: PaySpan, around: Around) -> tuple[Decimal | None, Decimal | None]:
        """The two ends: "up to" has no low one, "from" no high one."""
        text, before = around.text, around.before
        if span.high is not None:
            return span.low, span.high
        if (
            self._up_to.search(before)
            or self._most.match(text, span.end)
            or self._most.match(text, span.closes)
        ):
            return None, span.low
        if self._from.search(before) or span.more:
            return span.low, None
        if self._least.match(text, span.end) or self._least.match(text, span.closes):
            return span.low, None
        return span.low, span.low

    def is_most(self, around: Around) -> bool:
        """Whether the words right before an amount say that it is the most."""
        return self._up_to.search(around.before) is not None

    def follows_pay(self, around: Around) -> bool:
        """Whether a figure without a sign stands right behind words of pay: "Salary: 45,000 - 50,000"."""
        return self._pay_before.search(around.before) is not None and not _OTHER_UNIT.match(around.after)

    def counts(self, around: Around) -> bool:
        """Whether a figure counts something else than money: "35 hours"."""
        return _OTHER_UNIT.match(around.text, around.span.end) is not None

    def becomes(self, around: Around) -> bool:
        """Whether a figure without a sign is what pay becomes: "you go to 19.50", or "17.50 after 90 days" behind other pay."""
        text, span = around.text, around.span
        if span.sign or span.per is not None or self.counts(around):
            return False
        lead = text[max(0, span.start - _LEAD) : span.start]
        listed = lead.rstrip().endswith((",", "then", "and", "or"))
        in_cents = "." in text[span.start : span.end] or self._if.match(text, span.end) is not None
        listed = listed or self._staged.search(text, max(0, span.start - WINDOW), span.start) is not None
        return around.step or (listed and in_cents) or self._becomes.search(lead) is not None

    def goes_behind(self, around: Around) -> bool:
        """Whether what stands behind an amount may stand behind pay that goes on from other pay."""
        text, end = around.text, around.span.end
        return GOES_ON.match(text, end) is not None or self._stage.match(text, end) is not None

    def is_in_stages(self, around: Around) -> bool:
        """Whether an amount is said to be that of a time or shift, and another stands behind it: "$24.63 now, $25.37 on July 1"."""
        stage = self._stage.match(around.text, around.span.end)
        return stage is not None and _NEXT_STAGE.match(around.text, stage.end()) is not None

    def is_bare_wage(self, around: Around) -> bool:
        """Whether a line begins with an hour's wage though without a sign: "18 an hour, 18.75 if you speak Spanish"."""
        text, span = around.text, around.span
        if span.per != "hour" or text[: span.start].strip(_MARKS):
            return False
        if self._if.match(text, span.closes) or _WAGE_GOES_ON.match(text, span.closes):
            return True
        return not around.before.strip(_MARKS) and _WAGE_ENDS.match(text, span.closes) is not None

    def goes_on_from(self, around: Around, before: Around) -> bool:
        """Whether an amount is what the one before starts and goes on to: "$18/hr to start, $20 after 90 days"."""
        begins = max(0, before.span.start - _LEAD)
        return self._goes_on.search(around.text, begins, around.span.start) is not None

    def rises_to(self, around: Around, before: Around) -> bool:
        """Whether an amount is what the one before is said to rise to in so many words, or what follows the one to start on."""
        between = around.text[before.span.closes : around.span.start]
        if len(between) > WINDOW or around.span.high is not None or before.span.high is not None:
            return False
        if not before.span.low < around.span.low <= before.span.low * _MOST_RISE or around.span.per not in {
            None,
            before.span.per,
        }:
            return False
        to = self._rises.search(between) is not None and not {".", ";", "$"} & set(between.rstrip(" ."))
        return to or (
            self._starts.fullmatch(between) is not None
            and GOES_ON.match(around.text, around.span.closes) is not None
        )

    def ranges_to(self, around: Around, before: Around) -> bool:
        """Whether two amounts with words between them are the ends of one range: "from a low of $44,800 all the way up to $58,300"."""
        text, span, first = around.text, around.span, before.span
        between = text[first.closes : span.start]
        if len(between) > WINDOW or set(between) & {";", "$"} or _SENTENCE_ENDS.search(between):
            return False
        if (
            not (span.sign and first.sign and span.high is None and first.high is None)
            or span.per == "percent"
        ):
            return False
        if not first.low < span.low <= first.low * _MOST_RISE or span.per not in {
            None,
            first.per,
            *({span.per} if first.per is None else ()),
        }:
            return False
        opens = self._opens.search(text, max(0, first.start - WINDOW), first.start)
        return opens is not None and self._closes.search(between) is not None

    def is_overtime(self, around: Around) -> bool:
        """Whether an amount is what an hour of overtime is paid, which is no base pay."""
        behind = self._overtime_after.match(around.text, around.span.closes)
        return behind is not None or self._overtime.search(around.before) is not None

    def is_given_once(self, around: Around) -> bool:
        """Whether a sum too large for an hour's pay is given after so many days: "$500 after your first 30 days"."""
        text, span = around.text, around.span
        sum_of_money = (
            span.sign and span.high is None and span.per is None and _LEAST_ONCE <= span.low < _MOST_ONCE
        )
        given = self._given.search(text, max(0, span.start - WINDOW), span.start)
        return sum_of_money and given is not None and _MILESTONE.match(text, span.end) is not None

    def is_in_training(self, around: Around) -> bool:
        """Whether all that leads up to an amount says that it is paid while in training: "Training $15/hr"."""
        return self._training.fullmatch(around.before) is not None

    def is_per_check(self, around: Around) -> bool:
        """Whether an amount is said to be paid with each check."""
        return self._per_check.match(around.text, around.span.end) is not None
