"""Leaving ads out by pay, by place, or by not being remote, each counted with its reason."""

from collections import Counter
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cscareer.jobs.posting_answer import PostingAnswer
from cscareer.pay.amounts import Given
from cscareer.pay.location import Location
from cscareer.pay.money import exact
from cscareer.pay.ranges import HOURS_A_YEAR, NATION_ID


class LeftOut(StrEnum):
    """Why an ad is left out; pay that isn't stated is not below."""

    PAY_BELOW = "pay-below"
    PAY_NOT_STATED = "pay-not-stated"
    NOT_REMOTE = "not-remote"
    WAY_NOT_STATED = "way-of-work-not-stated"
    ELSEWHERE = "elsewhere"
    PLACE_NOT_STATED = "place-not-stated"


class AdFilter(NamedTuple):
    """What ads must have: at least this pay at its top, remote work, a place in an area. Nothing of it holds back alone.

    Example:
        >>> AdFilter(min_pay=read_amount("20/hr"), remote=True).remote
        True
    """

    min_pay: Given | None = None
    remote: bool = False
    within: Location | None = None

    @property
    def asks(self) -> bool:
        """Whether it leaves anything out at all."""
        return self != AdFilter()

    def reason(self, answer: PostingAnswer) -> LeftOut | None:
        """Why an ad is left out; None where it isn't."""
        return self._by_pay(answer) or self._by_way(answer) or self._by_place(answer)

    def _by_pay(self, answer: PostingAnswer) -> LeftOut | None:
        if self.min_pay is None:
            return None
        offered = full_time_pay(answer)[1]
        if offered is None:
            return LeftOut.PAY_NOT_STATED
        return LeftOut.PAY_BELOW if offered < _yearly(self.min_pay) else None

    def _by_way(self, answer: PostingAnswer) -> LeftOut | None:
        if not self.remote or (answer.work_mode is not None and answer.work_mode.value == "remote"):
            return None
        return LeftOut.WAY_NOT_STATED if answer.work_mode is None else LeftOut.NOT_REMOTE

    def _by_place(self, answer: PostingAnswer) -> LeftOut | None:
        wanted = self.within
        if wanted is None or wanted.area.id == NATION_ID:
            return None
        if not answer.locations:
            return LeftOut.PLACE_NOT_STATED
        return None if any(_inside(each, wanted) for each in answer.locations) else LeftOut.ELSEWHERE


def _inside(place: Location, wanted: Location) -> bool:
    """Whether a job in one place can be done from another: the same area, its state, or anywhere in the nation."""
    if place.kind == "nation" or place.area.id == wanted.area.id:
        return True
    whole_state = {"state", "territory"}
    return place.state == wanted.state and (place.kind in whole_state or wanted.kind in whole_state)


def full_time_pay(answer: PostingAnswer) -> tuple[Decimal | None, Decimal | None]:
    """The low and the high end of base pay for a year of full time; None where none is stated, or it is doubtful."""
    base = answer.base_pay
    if base is None or base.doubts:
        return None, None
    if base.per == "hour":
        ends = [None if end is None else exact(end) * HOURS_A_YEAR for end in (base.low, base.high)]
    else:
        ends = [None if end is None else exact(end) for end in (base.yearly_low, base.yearly_high)]
    low, high = ends
    return low if low is not None else high, high if high is not None else low


def _yearly(given: Given) -> Decimal:
    return exact(given.amount) * (HOURS_A_YEAR if given.per == "hour" else 1)


def counted(reasons: "Counter[LeftOut]") -> str:
    """How many ads were left out for which reason, in words."""
    return ", ".join(
        f"{reasons[reason]:,} {reason.value.replace('-', ' ')}" for reason in LeftOut if reasons[reason]
    )
