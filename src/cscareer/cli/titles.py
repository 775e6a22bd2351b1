"""The command that reads job titles, one or a stream of them."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.session import (
    JsonOption,
    StreamFormatOption,
    choose_format,
    choose_stream,
    choose_whole,
    session_of,
)
from cscareer.errors import Problem, RowsPassedOverError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.documents.title_rows import TitleRows
    from cscareer.titles.reading import TitleReading

PANEL = "Jobs"
_STANDARD_INPUT = "-"


def title(
    context: typer.Context,
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
    ] = None,
    output_format: StreamFormatOption = None,
    json: JsonOption = False,
) -> None:
    """Read any job title: the role and occupation it stands for, how sure that is, and what decided."""
    session = session_of(context)
    if words == [_STANDARD_INPUT]:
        from cscareer.render.stream_format import write_titles  # noqa: PLC0415  help stays quick

        stream_format = choose_stream(output_format, as_json=json)
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError(
                "title - reads standard input, and nothing is sent there.",
                hint="Like this: cat titles.txt | cscareer title -",
            )
        from cscareer.documents.title_rows import TitleRows  # noqa: PLC0415

        rows = TitleRows(sys.stdin.buffer, "standard input", column)
        write_titles(_lines(session.catalog(), rows), stream_format, drained=lambda: rows.drained)
        return
    if column is not None:
        raise UsageError(
            "--column names a column of what is read from -.",
            hint="Like this: cscareer title - --column title < jobs.csv",
        )
    whole_format = choose_format(choose_whole(output_format), as_json=json)
    said = " ".join(words).strip()
    if not said:
        raise UsageError("An empty title stands for nothing.", hint='Like this: cscareer title "Sr CSR II"')
    from cscareer.titles.report import report_title  # noqa: PLC0415

    session.show(report_title(session.catalog(), said), whole_format, as_json=json)


def _lines(catalog: "Catalog", titles: "TitleRows") -> "Iterator[tuple[int, TitleReading]]":
    """The line and reading of each title, in their order; bad lines are told of and passed over.

    Raises:
        RowsPassedOverError: at the end, when lines were passed over.
    """
    from cscareer.render.show import tell  # noqa: PLC0415  help stays quick
    from cscareer.titles.reading import TitleReader  # noqa: PLC0415

    reader = TitleReader(catalog)
    rows = passed_over = 0
    for entry in titles:
        rows += 1
        if isinstance(entry, Problem):
            passed_over += 1
            tell(f"{entry.file}:{entry.line}: passed over. {entry.message}")
        else:
            yield entry.line, reader.read(entry.title)
    if passed_over:
        raise RowsPassedOverError.of(passed_over, rows, "standard input")
