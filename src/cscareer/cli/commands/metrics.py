"""Commands about the figures of service."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_metric_words
from cscareer.cli.declaring import Panel, command
from cscareer.cli.session import Session

if TYPE_CHECKING:
    from cscareer.guide.metrics import MetricList, MetricReport

MetricName = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME", help="A metric's name, abbreviation or alias.", autocompletion=complete_metric_words
    ),
]


@command(
    Panel.METRICS,
    asks=["guide.metrics:list_metrics"],
    examples=["cscareer metrics"],
)
def metrics(session: Session) -> "MetricList":
    """List the metrics service is measured by, with what is good where a source says so."""
    from cscareer.guide.metrics import list_metrics

    return list_metrics(session.catalog())


@command(
    Panel.METRICS,
    asks=["guide.metrics:describe_metric"],
    examples=["cscareer metric first contact resolution", "cscareer metric NPS --full"],
)
def metric(session: Session, name: MetricName) -> "MetricReport":
    """Show one metric: how it is worked out, what is good, how it is gamed, and how to move it."""
    from cscareer.guide.metrics import describe_metric

    catalog = session.catalog()
    return describe_metric(catalog, session.metric(catalog, " ".join(name)))
