"""Commands about the figures of service."""

from typing import Annotated

import typer

from cscareer.cli.completion import complete_metric_words
from cscareer.cli.session import FormatOption, JsonOption, session_of

PANEL = "Metrics"
MetricName = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME", help="A metric's name, abbreviation or alias.", autocompletion=complete_metric_words
    ),
]


def metrics(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """List the metrics service is measured by, with what is good where a source says so."""
    from cscareer.guide.metrics import list_metrics  # noqa: PLC0415  help stays quick

    session = session_of(context)
    session.show(list_metrics(session.catalog()), output_format, as_json=json)


def metric(
    context: typer.Context, name: MetricName, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    """Show one metric: how it is worked out, what is good, how it is gamed, and how to move it."""
    from cscareer.guide.metrics import describe_metric  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    answer = describe_metric(catalog, session.metric(catalog, " ".join(name)))
    session.show(answer, output_format, as_json=json)
