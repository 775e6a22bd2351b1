"""Commands about the figures of service."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_metric_words
from cscareer.cli.declaring import Panel, command
from cscareer.cli.session import Session
from cscareer.cli.talking import ask_named, can_talk

if TYPE_CHECKING:
    from cscareer.guide.metrics import MetricList, MetricReport

MetricName = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]",
        help="A metric's name, abbreviation or alias; on a terminal you are asked when it is left out.",
        autocompletion=complete_metric_words,
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
    asks=["guide.metrics:describe_metric", "guide.metrics:list_metrics"],
    examples=["cscareer metric first contact resolution"],
)
def metric(session: Session, name: MetricName = None) -> "MetricReport | MetricList":
    """Show one metric: how it is worked out, what is good, how it is gamed, and how to move it."""
    from cscareer.guide.metrics import describe_metric, list_metrics

    catalog = session.catalog()
    if name:
        return describe_metric(catalog, session.metric(catalog, " ".join(name)))
    if not can_talk(session):
        return list_metrics(catalog)
    names = [each.name for each in catalog.metrics.values()]
    return describe_metric(
        catalog, ask_named("Which metric?", names, lambda said: session.metric(catalog, said))
    )
