"""A job ad from fields: schema.org's JobPosting, or the record of a job board, as one object of JSON."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from cscareer.documents.prose import clean
from cscareer.jobs.ad import AdFields, PayField, PayPeriod

_PERIODS: dict[str, PayPeriod] = {
    "hour": "hour", "hourly": "hour", "hr": "hour", "day": "day", "daily": "day", "week": "week", "weekly": "week",
    "biweekly": "two-weeks", "bi-weekly": "two-weeks", "semimonthly": "half-month", "month": "month", "monthly": "month", "mon": "month",
    "year": "year", "yearly": "year", "annual": "year", "annually": "year", "annum": "year", "yr": "year", "once": "once",
}  # fmt: skip
NAMES: dict[str, tuple[str, ...]] = {  # what fields are called, by what they state
    "id": ("id", "job_id", "jobId", "identifier", "posting_id"),
    "title": ("title", "job_title", "jobTitle", "position", "name"),
    "company": ("company", "company_name", "employer", "organization", "companyName"),
    "place": ("location", "locations", "job_location", "place", "formatted_location"),
    "text": ("description", "text", "body", "content", "ad", "job_description", "details"),
    "low": ("pay_min", "min_salary", "salary_min", "minSalary", "salaryMin"),
    "high": ("pay_max", "max_salary", "salary_max", "maxSalary", "salaryMax"),
    "middle": ("pay_med", "med_salary", "salary", "pay"),
    "per": ("pay_period", "salary_period", "pay_type", "salaryPeriod"),
    "currency": ("currency", "salary_currency"),
    "employment": (
        "work_type",
        "formatted_work_type",
        "employment_type",
        "employmentType",
        "job_type",
        "type",
    ),
    "remote": ("remote_allowed", "remote", "is_remote"),
    "posted": (
        "posted",
        "date_posted",
        "datePosted",
        "listed_time_ms",
        "listed_time",
        "original_listed_time",
        "date",
    ),
    "industry": ("industry",),
}
_LONGEST = 300
_MOST_PLACES = 60
_MILLISECONDS = 1e11
_MOST_AMOUNT = 10**9


def fields_of(record: Mapping[str, Any]) -> tuple[AdFields, str]:
    """What the fields of a record state, and its text, which may be HTML."""
    return _of_schema(record) if "@type" in record else _of_board(record)


def is_record(value: object) -> bool:
    """Whether a JSON value can be a job ad: an object with a title or a text."""
    return isinstance(value, dict) and any(_first(value, key) for key in ("text", "title"))


def _of_schema(record: Mapping[str, Any]) -> tuple[AdFields, str]:
    company = record.get("hiringOrganization")
    remote = str(record.get("jobLocationType", "")).upper() == "TELECOMMUTE"
    places = [place for each in _listed(record.get("jobLocation")) if (place := _place(each))]
    if remote:
        places += [
            str(each.get("name"))
            for each in _listed(record.get("applicantLocationRequirements"))
            if isinstance(each, dict) and each.get("name")
        ]
    fields = AdFields(
        title=_text(record.get("title")),
        company=_text(company.get("name") if isinstance(company, dict) else company),
        places=tuple(dict.fromkeys(places))[:_MOST_PLACES],
        remote=True if remote else None,
        employment=tuple(_text(each) or "" for each in _listed(record.get("employmentType"))),
        industry=_text(record.get("industry")),
        pay=tuple(_schema_pay(record.get("baseSalary") or record.get("estimatedSalary"))),
        posted=_day(record.get("datePosted")),
        until=_day(record.get("validThrough")),
        id=_identifier(record.get("identifier")),
    )
    parts = (
        record.get(key)
        for key in (
            "description",
            "responsibilities",
            "qualifications",
            "skills",
            "experienceRequirements",
            "jobBenefits",
            "workHours",
        )
    )
    return fields, "\n".join(each for each in parts if isinstance(each, str))


def _schema_pay(value: Any) -> Iterator[PayField]:  # noqa: ANN401
    for each in _listed(value):
        if not isinstance(each, dict):
            if (amount := _amount(each)) is not None:
                yield PayField(amount, amount, None, "USD", f"baseSalary: {each}")
            continue
        inner = each.get("value", each)
        figures = inner if isinstance(inner, dict) else {"value": inner}
        low, high = _amount(figures.get("minValue")), _amount(figures.get("maxValue"))
        one = _amount(figures.get("value"))
        low, high = (one, one) if low is None and high is None else (low, high)
        if low is None and high is None:
            continue
        per = str(figures.get("unitText") or each.get("unitText") or "")
        currency = str(each.get("currency") or "USD")[:3].upper()
        said = f"{low if low is not None else ''}–{high if high is not None else ''} {currency} {per}".strip()
        yield PayField(low, high, _PERIODS.get(per.lower()), currency, f"baseSalary: {said}")


def _of_board(record: Mapping[str, Any]) -> tuple[AdFields, str]:
    place = _first(record, "place")
    places = (
        place
        if isinstance(place, list)
        else [place]
        if place
        else [", ".join(str(record[key]) for key in ("city", "state") if record.get(key))]
    )
    remote = _first(record, "remote")
    employment = _first(record, "employment")
    fields = AdFields(
        title=_text(_first(record, "title")),
        company=_text(_first(record, "company")),
        places=tuple(said for each in places[:_MOST_PLACES] if (said := _text(_place(each)))),
        remote=None if remote is None else str(remote).lower() in {"1", "1.0", "true", "yes", "remote"},
        employment=tuple(_text(each) or "" for each in _listed(employment)),
        industry=_text(_first(record, "industry")),
        pay=tuple(_board_pay(record)),
        posted=_day(_first(record, "posted")),
        id=_identifier(_first(record, "id")),
    )
    text = _first(record, "text")
    return fields, text if isinstance(text, str) else ""


def _board_pay(record: Mapping[str, Any]) -> Iterator[PayField]:
    low, high, middle = (_amount(_first(record, key)) for key in ("low", "high", "middle"))
    if low is None and high is None:
        low = high = middle
    if low is None and high is None:
        return
    per = str(_first(record, "per") or "")
    said = f"pay: {'' if low is None else low}–{'' if high is None else high} {per}".strip()
    yield PayField(
        low, high, _PERIODS.get(per.lower()), str(_first(record, "currency") or "USD")[:3].upper(), said
    )


def _first(record: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401
    return next((record[name] for name in NAMES[key] if record.get(name) not in (None, "")), None)


def _listed(value: Any) -> Sequence[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [] if value is None else [value]


def _place(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return None
    address = value.get("address", value)
    if isinstance(address, str):
        return address
    if not isinstance(address, dict):
        return None
    town, region, code = (
        _text(address.get(key)) for key in ("addressLocality", "addressRegion", "postalCode")
    )
    said = ", ".join(part for part in (town, region) if part)
    return said or code or _text(value.get("name"))


def _text(value: Any) -> str | None:  # noqa: ANN401
    return clean(value)[:_LONGEST] or None if isinstance(value, str) else None


def _identifier(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, dict):
        value = value.get("value")
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return clean(str(value))[:_LONGEST] or None


def _amount(value: Any) -> Decimal | None:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        return None
    try:
        amount = Decimal(str(value).replace(",", "").replace("$", "").strip())
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 < amount < _MOST_AMOUNT:
        return None
    return Decimal(f"{amount.normalize():f}")


def _day(value: Any) -> str | None:  # noqa: ANN401
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0:
        seconds = value / 1000 if value > _MILLISECONDS else value
        try:
            return datetime.fromtimestamp(seconds, UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            return None
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()[:10]).date().isoformat()
        except ValueError:
            return None
    return None
