"""What is wanted of files of tickets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cscareer.catalog.lookup import suggest
from cscareer.errors import UnknownNameError
from cscareer.tickets.engine import Engine
from cscareer.tickets.goals import Goal


@dataclass(frozen=True)
class TicketWishes:
    """How files of tickets are to be read, and what is wanted of them.

    Args:
        mapped: FIELD=COLUMN for what isn't known by its header.
        order: whether day or month comes first in dates: dmy, mdy or ymd.
        zone: of times that name none, and of the hours and days that are told.
        hours: business hours like 9-17, for spans of time; `days` are those on which they hold, but for `holidays`.
        by: what to group by: agent, team, channel, tag or month.
        mine: the agent whose tickets are set apart.
        goals: what metrics are to come to.
        follow_up_days: within which a new ticket on the same matter means that it wasn't solved.

    Example:
        >>> TicketWishes(by="agent", hours="9-17").days
        'mon-fri'
    """

    mapped: Sequence[str] = ()
    order: str | None = None
    zone: str | None = None
    hours: str | None = None
    days: str = "mon-fri"
    holidays: Sequence[date] = ()
    by: str | None = None
    mine: str | None = None
    goals: Sequence[Goal] = ()
    follow_up_days: int | None = None


def named_agent(engine: Engine, said: str) -> str:
    """The name of the agent that a person means, as it stands in the files.

    Raises:
        UnknownNameError: no agent goes by it, or several do.
    """
    names = [
        str(row[0])
        for row in engine.rows("SELECT DISTINCT agent FROM t WHERE agent IS NOT NULL LIMIT 100000")
    ]
    wanted = " ".join(said.split()).casefold()
    for likely in (
        [name for name in names if " ".join(name.split()).casefold() == wanted],
        [name for name in names if wanted in name.casefold().split()],
    ):
        if len({name.casefold() for name in likely}) == 1:
            return likely[0]
    raise UnknownNameError(
        f'--mine: no agent of these tickets goes by "{said}".'
        if names
        else "--mine: these tickets name no agents.",
        hint="Write the name as the file has it.",
        suggestions=suggest(said, names, most=3, whole=True),
    )
