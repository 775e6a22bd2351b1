"""Several ads side by side, ranked: by warnings, by place, by fit, by pay there, by what it buys, by marks to look at twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.jobs.ad import Ad
from cscareer.jobs.filtering import AdFilter, LeftOut, full_time_pay
from cscareer.jobs.gates import is_blocking
from cscareer.jobs.marks import are_dubious, suspicious
from cscareer.jobs.nearness import Nearness
from cscareer.jobs.posting import PostingReader, PostingReport
from cscareer.pay.money import Number, share, to_dollars

__all__ = ["ComparedPosting", "LeftOutCount", "PostingComparison", "compare_postings"]


class ComparedPosting(Model):
    """One ad among others.

    `pay_low` and `pay_high` are base pay for a year of full time, null where none is stated; `only_top` where an ad says no more than
    "up to", whose amount stands for both.
    `market_ratio` is the middle of them ÷ the median of the role's occupation there, `real_pay` what that middle buys at average
    U.S. prices, `hoped_for` the high end of on-target earnings or commission. `fit` is the share met, null where nobody is held
    against it; `blocked` counts must-haves not met, and `not_met` are the kinds of it, each once. `nearness` is null where nobody
    knows where the person lives. `warnings` and `asks` are the ids of marks, `warnings_said` the words.
    """

    rank: int
    file: str
    title: str | None
    company: str | None
    role: str | None
    place: str | None
    work_mode: str | None
    pay_low: Number | None
    pay_high: Number | None
    only_top: bool
    hoped_for: Number | None
    market_ratio: float | None
    real_pay: Number | None
    fit: float | None
    required_met: int | None
    required_total: int
    blocked: int
    not_met: tuple[str, ...]
    nearness: Nearness | None
    warnings: tuple[str, ...]
    asks: tuple[str, ...]
    warnings_said: tuple[str, ...]


class LeftOutCount(Model):
    """How many ads were left out for a reason, and which."""

    reason: LeftOut
    count: int
    files: tuple[str, ...]


class PostingComparison(Answer):
    """Several ads side by side, the best first, and those left out, with the reasons."""

    rows: ClassVar = "postings"

    schema_: Literal["cscareer/postings-compared/1"] = Field("cscareer/postings-compared/1", alias="schema")
    postings: tuple[ComparedPosting, ...]
    left_out: tuple[LeftOutCount, ...]


def compare_postings(
    catalog: Catalog, reader: PostingReader, ads: Iterable[Ad], wanted: AdFilter | None = None
) -> PostingComparison:
    """Several ads side by side, ranked; those that lack what is wanted are counted with the reason.

    Ranked by whether one is to be left alone (last), by any mark of a scam (behind those without), by not being where the person
    lives (behind), by the number of warnings, must-haves not met, fit, market ratio, real pay, and marks to look at twice.

    Example:
        >>> import datetime
        >>> catalog = load_catalog()
        >>> reader = PostingReader(catalog, None, datetime.date(2026, 11, 24))
        >>> ads = [read_ad_bytes(f"Call center agent, Denver, CO. ${pay} an hour.".encode(), f"{pay}") for pay in (19, 24)]
        >>> [each.file for each in compare_postings(catalog, reader, ads).postings]
        ['24', '19']
    """
    kept: list[tuple[PostingReport, Decimal | None]] = []
    reasons: Counter[LeftOut] = Counter()
    files: dict[LeftOut, list[str]] = {}
    for ad in ads:
        report = reader.report(ad)
        reason = wanted.reason(report) if wanted else None
        if reason is not None:
            reasons[reason] += 1
            files.setdefault(reason, []).append(ad.name)
            continue
        kept.append((report, _middle(report)))
    rows = sorted((_row(report, middle) for report, middle in kept), key=_order)
    return PostingComparison(
        layers=catalog.added_layers,
        sources=catalog.cite(*(source.id for report, _ in kept for source in report.sources)),
        postings=tuple(row.model_copy(update={"rank": rank}) for rank, row in enumerate(rows, 1)),
        left_out=tuple(
            LeftOutCount(reason=reason, count=reasons[reason], files=tuple(files[reason]))
            for reason in LeftOut
            if reasons[reason]
        ),
    )


def _order(row: ComparedPosting) -> tuple[bool, bool, bool, int, int, float, float, float, int, str]:
    return (
        are_dubious(row.warnings),
        suspicious(row.warnings) > 0,
        row.nearness is Nearness.ELSEWHERE,
        len(row.warnings),
        row.blocked,
        -(row.fit or 0),
        -(row.market_ratio or 0),
        -(row.real_pay or 0),
        len(row.asks),
        row.file,
    )


def _middle(report: PostingReport) -> Decimal | None:
    low, high = full_time_pay(report)
    return None if low is None or high is None else (low + high) / 2


def _row(report: PostingReport, middle: Decimal | None) -> ComparedPosting:
    low, high = full_time_pay(report)
    standing, fit = report.standing, report.fit
    median = standing.wages.at("median") if standing and standing.wages else None
    if standing and standing.wages and standing.wages.per == "hour" and median is not None:
        median *= 2080
    return ComparedPosting(
        rank=0,
        file=report.file,
        title=report.title,
        company=report.company,
        role=report.role.title if report.role else None,
        place=_place(report),
        work_mode=report.work_mode.value if report.work_mode else None,
        pay_low=None if low is None else to_dollars(low),
        pay_high=None if high is None else to_dollars(high),
        only_top=high is not None and report.base_pay is not None and report.base_pay.low is None,
        hoped_for=max(
            (
                each.yearly_high or each.yearly_low or 0
                for each in report.pay
                if each.kind.value in {"ote", "commission"}
            ),
            default=0,
        )
        or None,
        market_ratio=share(middle, median) if middle is not None and median else None,
        real_pay=_real(report, middle),
        fit=fit.share_met if fit else None,
        required_met=fit.required_met if fit else None,
        required_total=sum(each.demand == "required" for each in report.skills),
        blocked=fit.blocked if fit else 0,
        not_met=tuple(dict.fromkeys(gate.kind.value for gate in report.gates if is_blocking(gate))),
        nearness=report.nearness,
        warnings=_marks(report, "warning"),
        asks=_marks(report, "ask"),
        warnings_said=tuple(mark.says for mark in report.watch if mark.severity == "warning"),
    )


def _place(report: PostingReport) -> str | None:
    names = [each.name for each in report.locations]
    return None if not names else names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _marks(report: PostingReport, severity: str) -> tuple[str, ...]:
    return tuple(mark.id for mark in report.watch if mark.severity == severity)


def _real(report: PostingReport, middle: Decimal | None) -> int | None:
    """What the middle of the pay buys, by the prices of the place of its first end."""
    ends: Sequence[tuple[Number, Number]] = [
        (end.real_yearly.amount, end.yearly)
        for end in (report.standing.ends if report.standing else ())
        if end.real_yearly and end.yearly
    ]
    if middle is None or not ends:
        return None
    real, nominal = ends[0]
    return to_dollars(middle * Decimal(str(real)) / Decimal(str(nominal)))
