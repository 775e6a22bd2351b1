"""A job ad before anything is found in it: its lines, and what its form states in fields of its own."""

from decimal import Decimal
from typing import Literal, NamedTuple

from cscareer.skills.finding_text import TextLine

PayPeriod = Literal[
    "hour", "day", "week", "two-weeks", "half-month", "month", "quarter", "year", "once", "piece", "percent"
]  # fmt: skip
"""How often an amount is paid: `once` for a bonus, `piece` for each call, minute of talk or sale; `percent` is no amount but
that share of base pay."""


class PayField(NamedTuple):
    """Pay as fields state it; the words of the fields stand in `quote`."""

    low: Decimal | None
    high: Decimal | None
    per: PayPeriod | None
    currency: str
    quote: str


class AdFields(NamedTuple):
    """What the form of an ad states in fields: schema.org's, a job board's, or a mail's head."""

    title: str | None = None
    company: str | None = None
    places: tuple[str, ...] = ()
    remote: bool | None = None
    employment: tuple[str, ...] = ()
    industry: str | None = None
    pay: tuple[PayField, ...] = ()
    posted: str | None = None
    until: str | None = None
    id: str | None = None


class Ad(NamedTuple):
    """A job ad: `lines` are its text with its empty lines, by which its parts are told; `notes` what was passed over while it was read, `others` how many more stood beside it."""

    name: str
    kind: str
    lines: tuple[TextLine, ...]
    fields: AdFields = AdFields()
    notes: tuple[str, ...] = ()
    others: int = 0

    @property
    def said(self) -> tuple[TextLine, ...]:
        """The lines that have words in them."""
        return tuple(line for line in self.lines if line.text)
