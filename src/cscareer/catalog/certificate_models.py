"""What certificates.yaml may say: certificates and courses, what they take, and what we know of them."""

from typing import Annotated, Literal

from pydantic import Field

from cscareer.catalog.models import Cites, Currency, Date, Id, Model, Named, Span, Text, WebAddress

Count = Annotated[int, Field(strict=True, gt=0)]


class StudyHours(Span):
    """How many hours people are said to study for it."""

    low: Count
    high: Count


class CertificateCost(Model):
    """What it costs, in whole units of the currency, once or for each month of study."""

    amount: Count
    currency: Currency
    per: Literal["once", "month"]


class Certificate(Named):
    """A certificate or course: what its page states, and null for what we didn't find.

    `cost_note` is what else its page says of the cost, also where it gives no one price; `eligibility` whom it is open to.
    `page_date` is the day, month or year the page says of itself, `read` the day we read it.
    """

    name: Text
    issuer: Text
    kind: Literal["certification", "course certificate", "training"]
    skills: Annotated[tuple[Id, ...], Field(min_length=1)]
    exam_minutes: Count | None
    questions: Count | None
    study_hours: StudyHours | None
    cost: CertificateCost | None
    cost_note: Text | None = None
    renewal: Text | None
    eligibility: Text | None
    address: WebAddress | None
    page_date: Date | None
    read: Date
    confidence: Literal["high", "medium", "low", "none"]
    note: Text | None
    sources: Cites


class CertificatesFile(Model):
    """Certificates and courses."""

    certificates: tuple[Certificate, ...]
