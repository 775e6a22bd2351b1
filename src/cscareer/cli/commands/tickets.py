"""The command that works metrics out of exports of tickets or calls."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.declaring import Panel, command
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT, standard_input
from cscareer.cli.words import choose
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.tickets.goals import Goal
    from cscareer.tickets.report import TicketReport

_MOST_HOLIDAYS = 1_000_000  # bytes of a file of them


class By(StrEnum):
    """What tickets are grouped by."""

    AGENT = "agent"
    TEAM = "team"
    CHANNEL = "channel"
    MONTH = "month"
    TAG = "tag"


class DateOrder(StrEnum):
    """What comes first in a date: the day, the month or the year."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


@command(
    Panel.METRICS,
    asks=["tickets.reporting:report_tickets"],
    needs=["tickets.wishes:TicketWishes"],
    examples=[
        "cscareer tickets tickets.csv",
        'cscareer tickets tickets.csv --mine "Ana Lopez" --goal csat=85% --goal first-response-time=2h',
        "cscareer tickets tickets.csv --by agent --hours 9-17 --tz America/Chicago --holidays 2026-05-25",
    ],
)
def tickets(
    session: Session,
    file: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Tickets or calls as your help desk exports them: CSV, JSON lines, XLSX or Parquet; - reads standard input.",
        ),
    ],
    by: Annotated[
        str | None,
        typer.Option(metavar="agent|team|channel|month|tag", help="Show these groups side by side."),
    ] = None,
    mine: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Show the tickets of this agent, beside those of all others."),
    ] = None,
    goal: Annotated[
        list[str] | None,
        typer.Option(
            metavar="METRIC=FIGURE",
            help="A goal to hold a metric against, like csat=90% or FRT=4h. Repeatable.",
        ),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help='What a column is, like agent="Handled by" or handle-time="Talk:minutes". Repeatable.',
        ),
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option(metavar="dmy|mdy|ymd", help="What comes first in dates that can be read in two ways."),
    ] = None,
    tz: Annotated[
        str | None,
        typer.Option(
            "--tz",
            metavar="ZONE",
            help="The time zone of times that name none, and of days and hours, like America/Chicago.",
        ),
    ] = None,
    hours: Annotated[
        str | None,
        typer.Option(metavar="FROM-TO", help="Count business hours alone, like 9-17 or 8:30-18:00."),
    ] = None,
    days: Annotated[
        str | None, typer.Option(metavar="DAYS", help="The days of --hours: mon-fri when left out.")
    ] = None,
    holidays: Annotated[
        str | None,
        typer.Option(
            metavar="DAYS|FILE",
            help="Days off within --hours, like 2026-12-25,2027-01-01, or a file of them.",
        ),
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within",
            metavar="DAYS",
            min=1,
            max=365,
            help="A new ticket within so many days means that the first didn't solve it; 7 when left out.",
        ),
    ] = None,
) -> "TicketReport":
    """Work out your own metrics from an export of tickets, with how sure each figure is."""
    from cscareer.tickets.reporting import report_tickets
    from cscareer.tickets.wishes import TicketWishes

    if hours is None and (days or holidays):
        raise UsageError("--days and --holidays belong to --hours.", hint="Add --hours 9-17.")
    if file.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input can be read once.", hint="Name - once.")
    sent = None
    if STANDARD_INPUT in file:
        sent = standard_input("tickets - reads", "cat tickets.csv | cscareer tickets -")
    catalog = session.catalog()
    wishes = TicketWishes(
        mapped=tuple(map_ or ()),
        order=choose(DateOrder, [dates], "--dates")[0].value if dates is not None else None,
        zone=tz,
        hours=hours,
        days=days or "mon-fri",
        holidays=_holidays(holidays),
        by=choose(By, [by], "--by")[0].value if by is not None else None,
        mine=mine,
        goals=_goals(session, catalog, goal or []),
        follow_up_days=within,
    )
    return report_tickets(catalog, file, wishes, sent)


def _goals(session: Session, catalog: "Catalog", said: Sequence[str]) -> "list[Goal]":
    from cscareer.tickets.goals import read_goal

    found = []
    for text in said:
        name, sign, figure = text.partition("=")
        if not sign:
            raise UsageError(f'--goal "{text}" names no figure.', hint="Write it like csat=90% or FRT=4h.")
        found.append(read_goal(session.metric(catalog, name.strip()), figure))
    return found


def _holidays(said: str | None) -> tuple[date, ...]:
    """The days that --holidays names, or that stand in the file it names."""
    if said is None:
        return ()
    from cscareer.catalog.reading import RefusedError, is_file, read_text
    from cscareer.errors import UnreadableError
    from cscareer.tickets.opening_hours import read_holidays

    if not is_file(Path(said)):
        return tuple(read_holidays(said))
    try:
        return tuple(read_holidays(read_text(Path(said), _MOST_HOLIDAYS)))
    except RefusedError as error:
        raise UnreadableError(f"{said} can't be read: {error.message}.") from None
