"""Layout of work beyond customer service."""

from collections.abc import Iterator

from cscareer.pay.projections import JobProjection
from cscareer.render.blocks import (
    Block,
    Brief,
    Bullets,
    Column,
    Heading,
    Page,
    Paragraph,
    Rest,
    Table,
    Vital,
)
from cscareer.render.cells import Cell, Percent
from cscareer.render.layouts.pay_words import amount_cell
from cscareer.render.text import in_sentence, typed
from cscareer.routes.beyond import BeyondReport, BeyondSort, RelatedOccupation

_ORDERS = {
    BeyondSort.CLOSENESS: "the nearest work first, as O*NET has it",
    BeyondSort.PAY: "the best paid first",
    BeyondSort.OPENINGS: "the most openings first",
    BeyondSort.DISTANCE: "the least to learn first",
}
_EDUCATION = {
    "No formal educational credential": "none",
    "High school diploma or equivalent": "high school",
    "Some college, no degree": "some college",
    "Postsecondary nondegree award": "certificate",
    "Associate's degree": "associate's",
    "Bachelor's degree": "bachelor's",
    "Master's degree": "master's",
    "Doctoral or professional degree": "doctorate",
}
_SHOWN_GAPS = 2
_DECIDING = {0, 1, 2, 3, 6}  # of a row's cells, those on the first screen
_SHOWN = 12  # occupations there


def beyond_report(answer: BeyondReport) -> Page:
    title = f"Beyond: {answer.role.title}"
    following = f"cscareer path --from {typed(answer.role.title)}"
    if not answer.occupations:
        return Page(title, [Paragraph(answer.reason or "Nothing was found.")], next_command=following)
    asks: list[Block] = [
        Heading("What each would ask of you beyond what your work asks now"),
        Bullets(list(_gaps(answer))),
    ]
    blocks: list[Block] = [
        Paragraph(_summary(answer)),
        Brief([_in_brief(answer)]),
        Rest([_table(answer), *asks]),
    ]
    return Page(title, blocks, list(_notes(answer)), next_command=following, read=True)


def _in_brief(answer: BeyondReport) -> Table:
    """What decides first: what the work pays, whether there will be jobs, and how much there is to learn."""
    columns = [
        Column("Work", wraps=True), Column("Median", right=True), Column(f"Jobs {_span(answer)}", right=True),
        Column("Openings a year", right=True), Column("To learn", right=True),
    ]  # fmt: skip
    rows = [
        [cell for index, cell in enumerate(_cells(each, answer, newer=False)) if index in _DECIDING]
        for each in answer.occupations
    ]
    return Table(columns, rows, first=_SHOWN)


def _summary(answer: BeyondReport) -> str:
    where = "" if answer.location.area_type == "nation" else f" in {answer.location.area.name}"
    own = (
        f" Half of those in your own occupation earn more than {amount_cell(answer.own_pay)}{where}."
        if answer.own_pay
        else ""
    )
    shown, found = len(answer.occupations), answer.found
    of = f"{shown} of the {found}" if shown < found else f"The {found}"
    return f"{of} occupations that O*NET relates to {answer.occupation.title}, {_ORDERS[answer.sort]}.{own}"


def _table(answer: BeyondReport) -> Table:
    newer = next(filter(None, (_newer(each, answer) for each in answer.occupations)), None)
    columns = [
        Column("Work", wraps=True), Column("Median", right=True), Column(f"Jobs {_span(answer)}", right=True),
        Column("Openings a year", right=True), *([Column(f"Jobs {_years(newer)}", right=True)] if newer else []),
        Column("Usually asked", wraps=True), Column("AI exposure"), Column("To learn", right=True),
    ]  # fmt: skip
    return Table(
        columns, [tuple(_cells(each, answer, newer=newer is not None)) for each in answer.occupations]
    )


def _years(projection: JobProjection) -> str:
    return f"{projection.base_year}–{projection.target_year % 100}"


def _span(answer: BeyondReport) -> str:
    """The years of the projection by which all are held against each other, like 2024–34."""
    counted = next(filter(None, (each.projected(answer.base_year) for each in answer.occupations)), None)
    return _years(counted) if counted else "to come"


def _newer(each: RelatedOccupation, answer: BeyondReport) -> JobProjection | None:
    """The newest projection, if it is newer than the one that all have."""
    return next(
        (known for known in each.projections if answer.base_year and known.base_year > answer.base_year), None
    )


def _cells(each: RelatedOccupation, answer: BeyondReport, *, newer: bool) -> Iterator[Cell]:
    counted = each.projected(answer.base_year)
    yield each.title
    yield f"{amount_cell(each.pay)}{'*' if each.without_figures else ''}" if each.pay else None
    yield _change(counted)
    yield counted.openings_a_year if counted else None
    if newer:
        yield _change(_newer(each, answer))
    yield _asked(each)
    yield each.ai_exposure
    yield None if each.distance is None else f"{each.distance:.2f}"


def _change(projection: JobProjection | None) -> Cell:
    change = projection.jobs_change if projection else None
    return None if change is None else Percent(change, signed=True, digits=1)


def _asked(each: RelatedOccupation) -> str | None:
    if each.entry_education is None:
        return None
    said = _EDUCATION.get(each.entry_education, each.entry_education)
    experience = "" if each.experience in {None, "None"} else f", {each.experience} of related work"
    return f"{said}{experience}"


def _gaps(answer: BeyondReport) -> Iterator[str]:
    for each in answer.occupations:
        named = ", ".join(in_sentence(gap.name) for gap in each.gaps[:_SHOWN_GAPS])
        if each.distance is None:
            yield f"{each.title}: not rated by O*NET."
        else:
            yield f"{each.title}: {named or 'nothing that matters there'}."


def _notes(answer: BeyondReport) -> Iterator[str]:
    if any(each.without_figures for each in answer.occupations):
        yield Vital("* The median of the state or the nation, because none is released for the place.")
    yield Vital(
        "To learn: the mean of (level there − level here, at least 0) × importance ÷ 5 over what O*NET rates as important there; "
        "0 asks nothing more, 1 is a lot."
    )
    yield (
        f"Openings, --growing and --sort openings go by BLS's projection of {_span(answer)}; a newer one stands by itself and "
        "is never mixed with it. AI exposure is BLS's category, no forecast of lost jobs."
    )
    if any(each.roles for each in answer.occupations):
        named = [
            f"{each.title} ({', '.join(role.title for role in each.roles)})"
            for each in answer.occupations
            if each.roles
        ]
        yield f"Roles of this guide are counted in: {'; '.join(named)}."
    yield answer.not_held
