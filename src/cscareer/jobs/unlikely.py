"""Marks by what an ad promises or leaves out: pay too good for the work, a firm's free mail address, no pay, a long week."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import PayKind
from cscareer.jobs.ad import Ad
from cscareer.jobs.stated_pay import YEARLY_KINDS, PayReading, StatedPay
from cscareer.jobs.word_lists import any_of
from cscareer.jobs.work_hours import HoursReader
from cscareer.pay.ranges import HOURS_A_YEAR

_CLAIM_LINES = 40  # first lines in which an ad says what firm it is of
_QUOTE = 160
_TIMES = {"day": 5 * 52, "week": 52, "month": 12}  # in a year

Mark = TypeVar("Mark")


class UnlikelyReader:
    """Looks for such marks; the words and sizes are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        measures, lists = catalog.posting_measures, catalog.posting_lists
        self._high = measures["high-without-experience"].value * HOURS_A_YEAR
        self._claim = measures["claim-from"].value
        self._long_week = measures["long-week-from"].value
        self._hours = catalog.once(HoursReader)
        self._no_experience = re.compile(any_of(lists["no-experience"].words), re.IGNORECASE)
        self._large = re.compile(any_of(lists["large-firms"].words), re.IGNORECASE)
        self._free = re.compile(rf"[\w.+-]{{1,60}}@{any_of(lists['free-mail'].words)}", re.IGNORECASE)

    def marks(
        self, ad: Ad, pay: PayReading, known: Mapping[str, object], mark: Callable[..., Mark]
    ) -> Iterator[Mark]:
        """The marks of an ad; `known` are those raised before, by their ids."""
        if (high := self._too_high(pay)) and self._asks_nothing(ad):
            yield mark("pay-too-high", quote=high.quote, line=high.line)
        for line in ad.said:
            if "@" in line.text and (match := self._free.search(line.text)) and self._is_large(ad):
                yield mark("free-mail", quote=match[0], line=line.number)
                break
        if not any(each.kind in YEARLY_KINDS for each in pay.stated) and "no-range" not in known:
            yield mark("no-pay")
        if lower := next(
            (each for each in pay.stated if each.kind is PayKind.TRAINING and _is_less(each, pay)), None
        ):
            yield mark("low-training-pay", quote=lower.quote, line=lower.line)
        yield from self._long_weeks(ad, mark)

    def claimed(self, pay: PayReading) -> StatedPay | None:
        """Pay by the day, week or month that is stated by its top alone, and that far above the work's: "up to $3,500 a week"."""
        return next(
            (
                each
                for each in pay.stated
                if each.kind in YEARLY_KINDS
                and each.low is None
                and each.high is not None
                and each.high * _TIMES.get(each.per or "", 0) >= self._claim
            ),
            None,
        )

    def _too_high(self, pay: PayReading) -> StatedPay | None:
        """The base pay whose low end is far above the work's, in a year of full time."""
        for each in pay.stated:
            times = (
                HOURS_A_YEAR
                if each.per == "hour"
                else 52
                if each.per == "week"
                else 12
                if each.per == "month"
                else 1
            )
            if (
                each.kind is PayKind.BASE
                and each.low is not None
                and each.per in {"hour", "week", "month", "year"}
                and each.low * times >= self._high
            ):
                return each
        return None

    def _asks_nothing(self, ad: Ad) -> bool:
        """Whether an ad says that no experience is asked for."""
        return any(
            "xperience" in line.text.replace("XPERIENCE", "xperience")
            and self._no_experience.search(line.text)
            for line in ad.said
        )

    def _is_large(self, ad: Ad) -> bool:
        said = " ".join(line.text for line in ad.said[:_CLAIM_LINES])
        return self._large.search(f"{ad.fields.company or ''} {said}") is not None

    def _long_weeks(self, ad: Ad, mark: Callable[..., Mark]) -> Iterator[Mark]:
        for line in ad.said:
            text = line.text
            if not ("Sat" in text or "Sun" in text or "sat" in text or "sun" in text or "vailab" in text):
                continue  # five days make no such week
            found = self._hours.of_schedule(text, span=True)
            if found is not None and found[0] > self._long_week:
                yield mark("long-week", quote=found[1][:_QUOTE], line=line.number)
                return


def _is_less(training: StatedPay, pay: PayReading) -> bool:
    """Whether pay while in training is less than that after it."""
    low = training.low or training.high
    base = pay.base.low or pay.base.high if pay.base and pay.base.per == training.per else None
    return low is not None and base is not None and low < base
