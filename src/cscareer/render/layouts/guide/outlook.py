"""Layout of a role's outlook."""

from collections.abc import Iterator, Sequence
from typing import Literal

from cscareer.catalog.guide_models import Reading
from cscareer.catalog.models import Move
from cscareer.guide.outlook import NearbyRole, Outlook
from cscareer.pay.projections import JobProjection
from cscareer.pay.trend import OccupationTrend
from cscareer.render.blocks import Block, Bullets, Column, Facts, Heading, Page, Paragraph, Table
from cscareer.render.cells import Cell, Cited, Money, Percent, Years
from cscareer.render.layouts.guide.chapters import cited
from cscareer.render.layouts.pay.trend import median_spark, people_spark, real_change, yearly_change
from cscareer.render.text import typed

NOT_YET = "not in our data yet"
NO_READING = "no reading yet"
READINGS = {
    Reading.SPEEDS_UP: "AI speeds it up",
    Reading.BOTH: "a bit of both",
    Reading.STAYS_HUMAN: "stays human",
}
_SCALE = "the bars run from the least to the most"


def outlook(answer: Outlook) -> Page:
    broad = answer.occupation.match == "broad"
    official = f"{answer.occupation.title} ({answer.occupation.code})"
    where = f"Official figures are of {official}, the whole nation"
    blocks: list[Block] = [
        Paragraph(
            f"{where}: a broad match, which counts many other jobs too." if broad else f"{where}.",
        ),
        Heading("Jobs, now and in ten years"),
        *_jobs(answer),
        *_so_far(answer),
        *_exposure(answer),
        *_work(answer),
        *_nearby(answer),
        *_side(answer, "for", "Is it a good career? What speaks for it"),
        *_side(answer, "against", "What speaks against it"),
    ]
    title = answer.role.title
    less = answer.less_exposed
    following = (
        f"cscareer compare {typed(title)} {typed(less[0].title)}" if less else f"cscareer role {typed(title)}"
    )
    return Page(f"Outlook: {answer.role.title}", blocks, next_command=following, numbered=True)


def _jobs(answer: Outlook) -> Iterator[Block]:
    rows: list[tuple[str, Cell]] = []
    for found in answer.projections:
        rows += [(label, cited(said, found.sources, answer.sources)) for label, said in _projected(found)]
    if not answer.projections:
        yield Paragraph(f"An official projection for this occupation is {NOT_YET}.")
    if answer.in_demand:
        said = f"★ among the most wanted jobs of {answer.in_demand.year}"
        rows.append(("In demand", cited(said, answer.in_demand.sources, answer.sources)))
    if rows:
        yield Facts(rows)
    if len(answer.projections) > 1:
        yield Paragraph(
            "Each span is a projection of its own; a figure of one can't be held against the other's."
        )
    for name in ("openings-means", "category-means"):
        if meant := _explained(answer, name):
            yield Paragraph(meant)


def _projected(found: JobProjection) -> Iterator[tuple[str, str]]:
    yield f"{found.base_year}–{found.target_year}", _jobs_said(found)
    if found.openings_a_year is not None:
        reason = f", {found.openings_reason}" if found.openings_reason else ""
        yield "Openings", f"about {found.openings_a_year:,} a year{reason}"
    if found.leave_work is not None and found.change_work is not None:
        yield (
            "Leaving",
            (
                f"each year {found.leave_work:,} leave the labor force ({found.leave_work_rate:g}%), "
                f"{found.change_work:,} change occupation ({found.change_work_rate:g}%)"
            ),
        )
    asked = [
        words
        for words in (
            found.entry_education,
            found.experience and _experience(found.experience),
            found.training,
        )
        if words and words != "None"
    ]
    if asked:
        yield "Usually asked", "; ".join(asked)
    if found.ai_exposure:
        yield (
            "AI exposure",
            f"{found.ai_exposure}, in BLS's own words: a summary of five measures, no forecast",
        )


def _jobs_said(found: JobProjection) -> str:
    change = "" if found.jobs_change is None else f"{Percent(found.jobs_change, signed=True, digits=1)}"
    if found.jobs is None or found.projected_jobs is None:
        return f"{change} jobs" if change else NOT_YET
    return f"{found.jobs:,} jobs to {found.projected_jobs:,}" + (f" ({change})" if change else "")


def _experience(words: str) -> str:
    """BLS's work experience in a related occupation."""
    return words if words == "None" else f"{words} of related work"


def _so_far(answer: Outlook) -> Iterator[Block]:
    yield Heading("Pay and people so far")
    trend = answer.trend
    if not trend.years:
        yield Paragraph(f"Its wages and employment of earlier years are {NOT_YET}.")
        return
    first, newest = trend.years[0].year, trend.years[-1].year
    said = f"From the wage surveys of May {first} to May {newest}, in the dollars of each year unless it says after prices."
    yield Paragraph(cited(said, trend.cited, answer.sources))
    yield Facts([*_pay_so_far(trend), *_people_so_far(trend)])
    if answer.band:
        yield Paragraph(
            f"Median pay is the whole occupation's. {answer.band.reason} That is our own judgement."
        )
    for each in (each for each in trend.method_breaks if each.year > first):
        yield Paragraph(cited(f"│ {each.words}", each.sources, answer.sources))
    if explained := _explained(answer, "projection-and-survey"):
        yield Paragraph(explained)


def _pay_so_far(trend: OccupationTrend) -> Iterator[tuple[str, Cell]]:
    newest = trend.years[-1]
    if newest.median:
        median = Money(newest.median.amount, newest.median.currency, newest.median.per)
        yield "Median pay", f"{median} in May {newest.year}: half earned more, half less"
    known = [each for each in trend.years if each.median and each.year >= (trend.since or 0)]
    if known and known[0].median:
        first = Money(known[0].median.amount, known[0].median.currency)
        yield "By year", f"{median_spark(trend.years)}  from {first} in {known[0].year}; {_SCALE}"
    if trend.median_change_a_year is not None:
        yield "Change", yearly_change(trend.median_change_a_year, trend)
    if trend.real_change is not None:
        yield "After prices", real_change(trend.real_change, trend)


def _people_so_far(trend: OccupationTrend) -> Iterator[tuple[str, Cell]]:
    newest = trend.years[-1]
    if newest.employment is not None:
        yield "People", f"{newest.employment:,} in May {newest.year}"
    counted = [
        each for each in trend.years if each.employment is not None and each.year >= (trend.since or 0)
    ]
    if counted:
        yield (
            "By year",
            f"{people_spark(trend.years)}  from {counted[0].employment:,} in {counted[0].year}; {_SCALE}",
        )
    if trend.employment_change_a_year is not None:
        yield "Change", yearly_change(trend.employment_change_a_year, trend)


def _exposure(answer: Outlook) -> Iterator[Block]:
    yield Heading("How exposed the occupation is to AI")
    rows: list[tuple[str, Cell]] = []
    if found := answer.exposure:
        rows.append(
            ("Judged", cited(f"{found.index:g} on a scale from 0 to 1", found.sources, answer.sources))
        )
    if used := answer.applicability:
        said = f"{used.score:g} on a scale from 0 to 1, rank {used.rank} of {used.of}, by what people ask an assistant for"
        rows.append(("Measured", cited(said, used.sources, answer.sources)))
    if rows:
        yield Facts(rows)
    if not found:
        yield Paragraph(f"Its index is {NOT_YET}.")
    for name in ("exposure-means", "exposure-is-not", "applicability-means"):
        if explained := _explained(answer, name):
            yield Paragraph(explained)
    if answer.evidence:
        yield Heading("What has been seen of AI in service")
        yield Bullets(
            [
                cited(f"{each.date}: {each.text} {each.reach}", each.sources, answer.sources)
                for each in answer.evidence
            ]
        )


def _work(answer: Outlook) -> Iterator[Block]:
    yield Heading("What AI changes about the work")
    if said := _explained(answer, "reading"):
        yield Paragraph(said)
    order = [*READINGS, None]
    yield Table(
        [Column("What you do", wraps=True), Column("Our reading"), Column("Because", wraps=True)],
        [
            (each.responsibility, READINGS[each.reading] if each.reading else NO_READING, each.why)
            for each in sorted(answer.responsibilities, key=lambda each: order.index(each.reading))
        ],
    )


def _nearby(answer: Outlook) -> Iterator[Block]:
    yield Heading("Less exposed roles it leads to")
    if answer.less_exposed:
        columns = [
            Column("Role", wraps=True),
            Column("Move"),
            Column("Typically after"),
            Column("Index", right=True),
        ]
        yield Table(columns, [_nearby_row(each) for each in answer.less_exposed])
        if said := _explained(answer, "less-exposed"):
            yield Paragraph(said)
    elif answer.exposure:
        yield Paragraph("None that we know of.")
    else:
        yield Paragraph("Without its own index nothing can be called less exposed.")
    if broad := _titles([each for each in answer.less_exposed if each.occupation.match == "broad"]):
        yield Paragraph(f"Broad matches, whose index counts other jobs too: {broad}.")
    if answer.exposure and (unknown := _titles(answer.exposure_unknown)):
        yield Paragraph(f"Not known, and so not called less: {unknown}.")


def _nearby_row(role: NearbyRole) -> Sequence[Cell]:
    move = "promotion" if role.move is Move.PROMOTION else "sideways"
    return role.title, move, Years(role.years.low, role.years.high), f"{role.exposure:g}"


def _titles(roles: Sequence[NearbyRole]) -> str:
    return ", ".join(each.title for each in roles)


def _side(answer: Outlook, side: Literal["for", "against"], heading: str) -> Iterator[Block]:
    said = [cited(each.text, each.sources, answer.sources) for each in answer.reasons if each.side == side]
    yield Heading(heading)
    yield Bullets(said) if said else Paragraph("Nothing that our data could say.")


def _explained(answer: Outlook, name: str) -> Cited | None:
    found = next((each for each in answer.explanations if each.id == name), None)
    return cited(found.text, found.sources, answer.sources) if found else None
