"""Layout of a list of places."""

from cscareer.pay.locations import LocationList
from cscareer.render.blocks import Column, Page, Paragraph, Table
from cscareer.render.cells import count_of
from cscareer.render.text import quoted

_LONG_NAME = 30  # letters; shorter names stand on one line, and the area beside them wraps


def location_list(answer: LocationList) -> Page:
    title = "Places with local pay"
    if not answer.locations:
        said = f'No place has "{answer.query}" in its name. Try the beginning of it, the county, or a ZIP code with -l.'
        return Page(title, [Paragraph(said)], next_command="cscareer locations")
    rows = [
        (row.name, row.kind, row.population, row.area.name if row.area.name != row.name else "", row.area.id)
        for row in answer.locations
    ]
    columns = [
        Column("Place", wraps=max(len(row.name) for row in answer.locations) > _LONG_NAME), Column("Kind"), Column("Population", right=True),
        Column("Wages of", wraps=True), Column("Area id"),
    ]  # fmt: skip
    shown = len(answer.locations)
    said = count_of(answer.found, "place") + (
        f" found; the first {shown}." if shown < answer.found else " found."
    )
    return Page(
        title,
        [Paragraph(said), Table(columns, rows, first=shown if answer.query else None)],
        [
            "Wages of: the area whose wages speak for a place. Any name here, and the area id, can stand behind -l."
        ],
        next_command=f'cscareer pay "customer service specialist" -l {quoted(answer.locations[0].name)}',
    )
