"""What bargaining.yaml may say: the figures of our rules on what to ask of an offer, what to post, and what a change costs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cscareer.catalog.law_models import HourlyAmount
from cscareer.catalog.models import Cites, Dollars, Entry, Model, Text
from cscareer.catalog.wording import worded

_PercentOver = Annotated[int, Field(strict=True, ge=1, le=100)]
_Months = Annotated[int, Field(strict=True, ge=1, le=120)]
_Times = Annotated[int, Field(strict=True, ge=2, le=100)]
_AskWords = Annotated[
    Text,
    worded(
        r"^[^{}]*(?:\{yours\}[^{}]*)?(?:\{(?:ask|settle)\}[^{}]*)+$",
        "must name {ask} or {settle}, before it {yours} if at all, and nothing else in braces",
    ),
]
_AdWords = Annotated[
    Text,
    worded(
        r"^[^{}]*\{low\}[^{}]*\{high\}[^{}]*\{per\}[^{}]*$",
        "must name {low}, {high} and {per}, in this order",
    ),
]


class AskingRule(Entry):
    """What to ask of an offer: by how many percent more at least and at most, to which step, and how to say it.

    An offer of more than `doubted_over` times what nine in ten in the work earn less than is doubted. `say_at_work` is how
    to say it to whom one works for already, and for `new_for` months somebody is new to their work.
    """

    least_more: _PercentOver
    most_more: _PercentOver
    yearly_step: Dollars
    hourly_step: HourlyAmount
    doubted_over: _Times
    why: Text
    say: Annotated[tuple[_AskWords, ...], Field(min_length=1)]
    say_at_work: tuple[_AskWords, ...] = ()
    new_for: _Months = 24
    sources: Cites

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least_more > self.most_more:
            raise ValueError(f"least_more ({self.least_more}) is above most_more ({self.most_more})")
        return self


class PostingRule(Entry):
    """What range to post: by how many percent its ends differ at least and at most, to which step, and the ad's line."""

    least_spread: _PercentOver
    most_spread: _PercentOver
    yearly_step: Dollars
    hourly_step: HourlyAmount
    why: Text
    ad: _AdWords
    sources: Cites

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least_spread > self.most_spread:
            raise ValueError(f"least_spread ({self.least_spread}) is above most_spread ({self.most_spread})")
        return self


class ChangeRule(Entry):
    """What changing roles counts as in the order of routes by pay: so many months' pay of the role wanted for each step."""

    months_a_step: Annotated[int, Field(strict=True, ge=0, le=12)]
    why: Text
    sources: Cites


class TitleGrade(Entry):
    """Words that grade a title without changing its role, by where they stand, and at which end of the role's pay they do.

    `takes` is a title that has one, `leaves` one that hasn't.
    """

    starts: tuple[Text, ...] = ()
    ends: tuple[Text, ...] = ()
    pay: Literal["lower", "upper"]
    takes: Text
    leaves: Text
    sources: Cites


class BargainingFile(Model):
    """The figures of our rules on pay: what to ask of an offer, what range to post, and what changing roles costs."""

    asking_rules: tuple[AskingRule, ...] = ()
    posting_rules: tuple[PostingRule, ...] = ()
    change_rules: tuple[ChangeRule, ...] = ()
    title_grades: tuple[TitleGrade, ...] = ()
