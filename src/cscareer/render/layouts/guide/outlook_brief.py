"""The first screen of a role's outlook: one sentence, the figures that carry it, and what AI changes."""

from collections.abc import Iterator

from cscareer.guide.outlook import Outlook
from cscareer.pay.projections import JobProjection
from cscareer.render.blocks import Block, Facts, Heading, Paragraph
from cscareer.render.cells import Cell, Money, Percent, some
from cscareer.render.layouts.guide.outlook_words import NO_READING, NOT_YET, READINGS, jobs_said
from cscareer.render.layouts.pay.trend import (
    median_spark,
    people_spark,
    real_change,
    yearly_change,
)


def outlook_in_brief(answer: Outlook) -> Iterator[Block]:
    """The answer in a sentence, the figures behind it, and what AI does to the work."""
    if said := outlook_verdict(answer):
        yield Paragraph(said, strong=True)
    yield Facts(list(outlook_figures(answer)))
    yield Heading("What AI changes about the work, as we read it")
    yield Facts(list(_work(answer)))


def _newest(answer: Outlook) -> JobProjection | None:
    return answer.projection or next(iter(answer.projections), None)


def outlook_verdict(answer: Outlook) -> str:
    """What jobs and pay are expected to do, in a sentence; empty where nothing is known."""
    parts = list(filter(None, [_jobs(answer), _pay(answer)]))
    return f"{'; '.join(parts)}." if parts else ""


def _jobs(answer: Outlook) -> str | None:
    found = _newest(answer)
    if found is None or found.jobs_change is None:
        return None
    change = Percent(abs(found.jobs_change), digits=1)
    if found.about_as_many:
        said = f"About as many jobs are expected in it by {found.target_year} as in {found.base_year} ({found.jobs_change:+.1f}%)"
    else:
        way = "fewer" if found.jobs_change < 0 else "more"
        said = f"{change} {way} jobs are expected in it by {found.target_year}"
    if found.openings_a_year is None:
        return said
    return f"{said}, and still about {found.openings_a_year:,} openings a year"


def _pay(answer: Outlook) -> str | None:
    real = answer.trend.real_change
    if real is None:
        return None
    return f"its pay has {'outrun' if real > 0 else 'fallen behind'} prices since {answer.trend.since}"


def outlook_figures(answer: Outlook) -> Iterator[tuple[str, Cell]]:
    """The figures that carry it, a line each."""
    found, trend = _newest(answer), answer.trend
    yield (
        f"Jobs {found.base_year}–{found.target_year}" if found else "Jobs",
        jobs_said(found) if found else NOT_YET,
    )
    newest = trend.years[-1] if trend.years else None
    if newest and newest.median:
        median = Money(newest.median.amount, newest.median.currency, newest.median.per)
        yield "Pay", f"half of all in it earn more than {median} (May {newest.year})"
    if trend.median_change_a_year is not None:
        yield "Pay so far", f"{median_spark(trend.years)}  {yearly_change(trend.median_change_a_year, trend)}"
    if trend.real_change is not None:
        yield "After prices", real_change(trend.real_change, trend)
    if trend.employment_change_a_year is not None:
        yield "People", f"{people_spark(trend.years)}  {yearly_change(trend.employment_change_a_year, trend)}"
    if said := _exposure(answer):
        yield "AI exposure", said


def _exposure(answer: Outlook) -> str:
    category = next((each.ai_exposure for each in answer.projections if each.ai_exposure), None)
    said = [f"{category.lower()} in BLS's words"] if category else []
    if answer.exposure:
        said.append(f"index {answer.exposure.index:g} of 1")
    if answer.applicability:
        said.append(f"rank {answer.applicability.rank} of {answer.applicability.of} by use")
    return f"{', '.join(said)}; no forecast of lost jobs" if said else ""


def _work(answer: Outlook) -> Iterator[tuple[str, Cell]]:
    """One responsibility of each kind, and how many more there are of it."""
    for reading in (*READINGS, None):
        names = [
            each.responsibility.rstrip(".") for each in answer.responsibilities if each.reading == reading
        ]
        if names:
            more = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
            yield READINGS[reading] if reading else NO_READING, f"{names[0]}{more}"
    if answer.less_exposed:
        yield "Less exposed", some([each.title for each in answer.less_exposed], 2)
