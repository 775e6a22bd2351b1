"""The command that reads job titles, one or a stream of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.declaring import AtHand, Panel, command
from cscareer.cli.outcomes import Stream
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT, check_stream, check_whole, passing_over, standard_input
from cscareer.errors import UsageError
from cscareer.render.formats import USUAL, Format
from cscareer.render.text import quoted

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.title_rows import TitleRows
    from cscareer.titles.reading import TitleReading
    from cscareer.titles.report import TitleReport


@command(
    Panel.JOBS,
    asks=["titles.report:report_title", "titles.report:title_line"],
    needs=["titles.reading:TitleReader"],
    examples=['cscareer title "Sr. CSR II - Remote"', "cscareer title team lead"],
    formats=USUAL.plus(Format.JSONL, "With - it is jsonl, one object a line, or csv."),
)
def title(
    session: Session,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT", help="A job title as it stands on an ad or a card; - reads a title a line."
        ),
    ],
    column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="With -: the column of CSV, or the key of JSON lines, that holds the titles.",
            show_default=False,
        ),
        AtHand(),
    ] = None,
) -> "TitleReport | Stream":
    """Read any job title: the role and occupation it stands for, how sure that is, and what decided."""
    if words == [STANDARD_INPUT]:
        check_stream(session.asked, "titles")
        sent = standard_input("title - reads", "cat titles.txt | cscareer title -")
        from cscareer.documents.title_rows import TitleRows
        from cscareer.render.title_stream import write_titles
        from cscareer.titles.report import title_line

        rows = TitleRows(sent, "standard input", column)
        readings = _readings(session.catalog(), rows)
        return Stream(
            lambda written: write_titles(readings, written, as_row=title_line, drained=lambda: rows.drained)
        )
    if words[:1] == [STANDARD_INPUT]:
        raise UsageError(
            "With - titles come from standard input, and nothing else is named beside it.",
            hint="Send a file in with <, like this: cscareer title - < titles.txt",
        )
    if column is not None:
        raise UsageError(
            "--column names a column of what is read from -.",
            hint="Like this: cscareer title - --column title < jobs.csv",
        )
    check_whole(session.asked, "send titles in: cat titles.txt | cscareer title -")
    said = " ".join(words).strip()
    if not said:
        raise UsageError("An empty title stands for nothing.", hint='Like this: cscareer title "Sr CSR II"')
    from cscareer.catalog.reading import is_file
    from cscareer.titles.report import report_title

    if is_file(Path(said)):
        session.notes.append(
            f"{said} is read as a title. To read the titles in that file: cscareer title - < {quoted(said)}"
        )
    catalog = session.catalog()
    report = report_title(catalog, said)
    if report.role:
        session.note_grade(catalog, said, catalog.roles[report.role], len(session.notes))
    return report


def _readings(catalog: "Catalog", titles: "TitleRows") -> "Iterator[tuple[int, TitleReading]]":
    """The line and reading of each title, in their order; bad lines are reported and skipped.

    Raises:
        RowsPassedOverError: at the end, when lines were passed over.
    """
    from cscareer.titles.reading import TitleReader

    reader = catalog.once(TitleReader)
    for row in passing_over(titles, "standard input", blank=lambda: titles.blank):
        yield row.line, reader.read(row.title)
