"""What the data files may say of pay, and of the occupations whose wages are official."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import (
    AreaId,
    Cites,
    Currency,
    Dollars,
    Entry,
    Id,
    Model,
    OccupationCode,
    Text,
    Year,
)

CATCH_ALL = ", all other"


class Salary(Model):
    """A published pay range of a role in an area (`99` is the nation), as its source states it."""

    key_fields: ClassVar = ("role", "area", "year")

    role: Id
    area: AreaId
    year: Year
    low: Dollars | None
    high: Dollars | None
    currency: Currency
    per: Literal["year", "hour"]
    starting: bool
    sources: Cites

    @property
    def key(self) -> str:
        """Role, area and year tell it apart."""
        return f"{self.role}, area {self.area}, {self.year}"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high})")
        return self


class PayStatement(Entry):
    """What a source says of pay in words only; the figures stay unknown."""

    about: Text
    words: Text
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    year: Year
    low: None
    high: None
    sources: Cites


class PayFactor(Entry):
    """Something that moves pay, what it does, and the skill behind it; `year` is null where the source is undated."""

    name: Text
    effect: Text
    skill: Id | None
    year: Year | None
    sources: Cites


class OtherAsk(Entry):
    """Something to ask for when the pay itself is already high."""

    name: Text
    words: Text
    sources: Cites


class Occupation(Model):
    """An occupation of the Standard Occupational Classification (SOC)."""

    key_fields: ClassVar = ("code",)

    code: OccupationCode
    title: Text
    sources: Cites

    @property
    def key(self) -> str:
        """The code tells it apart."""
        return self.code

    @property
    def catch_all(self) -> bool:
        """Whether it holds whatever has no occupation of its own; the classification titles such a one "…, All Other"."""
        return self.title.casefold().endswith(CATCH_ALL)


class MethodBreak(Entry):
    """A year with which the wage statistics changed their method, so that earlier ones can't be compared."""

    year: Year
    words: Text
    sources: Cites
