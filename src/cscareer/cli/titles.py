"""The command that reads job titles, one or a stream of them."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, BinaryIO

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
    from cscareer.titles.report import TitleLine

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
        catalog = session.catalog()
        write_titles(_lines(catalog, sys.stdin.buffer, column), stream_format)
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


def _lines(catalog: "Catalog", stream: BinaryIO, column: str | None) -> "Iterator[TitleLine]":
    """The reading of each title, in the order of their lines; bad lines are told of and passed over.

    Raises:
        RowsPassedOverError: at the end, when lines were passed over.
    """
    from cscareer.documents.title_rows import read_title_rows  # noqa: PLC0415  help stays quick
    from cscareer.render.show import tell  # noqa: PLC0415
    from cscareer.titles.reading import TitleReader  # noqa: PLC0415
    from cscareer.titles.report import title_line  # noqa: PLC0415

    reader = TitleReader(catalog)
    rows = passed_over = 0
    for entry in read_title_rows(stream, "standard input", column):
        rows += 1
        if isinstance(entry, Problem):
            passed_over += 1
            tell(f"{entry.file}:{entry.line}: passed over. {entry.message}")
        else:
            yield title_line(reader.read(entry.title), entry.line)
    if passed_over:
        raise RowsPassedOverError.of(passed_over, rows, "standard input")
