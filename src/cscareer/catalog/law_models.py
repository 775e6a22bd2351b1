"""What laws.yaml may say: minimum wages, and laws on disclosing pay. None of it is legal advice."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cscareer.catalog.models import Cites, Date, Entry, Model, Text, WebAddress
from cscareer.catalog.wording import worded

NOTICE = "Not legal advice: read the law itself, or ask the labor office there."

StateCode = Annotated[str, worded(r"^[A-Z]{2}$", "must be the two letters of a state, like TX")]
Confidence = Literal["high", "medium", "low"]


def _amount(value: object) -> object:
    if not isinstance(value, str | Decimal):
        raise ValueError('an hourly amount must be quoted, like "16.90"')  # noqa: TRY004  shown with its line
    return value


HourlyAmount = Annotated[
    Decimal, BeforeValidator(_amount), Field(gt=0, lt=1000, max_digits=5, decimal_places=2)
]


class MinimumWage(Entry):
    """A minimum wage in US dollars an hour: of the nation (`US`), a state, or a part of one (`area`).

    `since` is null where the day was not read. `basis` says whose rate applies there.
    """

    state: StateCode
    name: Text
    area: Text | None
    hourly: HourlyAmount
    since: Date | None
    basis: Literal["federal", "state", "regional"]
    note: Text | None
    read_in: Text
    second_source: Text | None
    confidence: Confidence
    sources: Cites


class PayTransparencyLaw(Entry):
    """A law on disclosing pay, in our own words; null is what we didn't read."""

    jurisdiction: Text
    level: Literal["state", "county", "city"]
    state: StateCode
    since: Date | None
    min_employees: Annotated[int, Field(strict=True, ge=1)] | None
    employees_counted: Text | None
    disclosure: Literal["range in posting", "on request", "after an interview"]
    what: Text
    citation: Text | None
    official_address: WebAddress | None
    read_in: Text
    second_source: Text | None
    status: Literal["in force", "in force, enforced later", "not yet in force", "unverified"]
    confidence: Confidence
    sources: Cites


class LawsFile(Model):
    """Minimum wages, and laws on disclosing pay."""

    minimum_wages: tuple[MinimumWage, ...] = ()
    pay_laws: tuple[PayTransparencyLaw, ...] = ()
