"""Arguments and options that several commands take."""

from typing import Annotated

import typer

from cscareer.cli.completion import (
    complete_level,
    complete_location,
    complete_per,
    complete_role_words,
    complete_track,
)

RoleName = Annotated[
    list[str],
    typer.Argument(metavar="TITLE", help="A role's title, id or alias.", autocompletion=complete_role_words),
]
SomeRoleName = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TITLE]",
        help="A role's title, id or alias.",
        autocompletion=complete_role_words,
        show_default=False,
    ),
]
OwnRoleName = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TITLE]",
        help="A role's title, id or alias; when left out, your profile's, or the one you choose on a terminal.",
        autocompletion=complete_role_words,
    ),
]
_WHERE = "A US place: a city, county, state or ZIP code."
LocationOption = Annotated[
    str | None,
    typer.Option("--location", "-l", metavar="PLACE", help=_WHERE, autocompletion=complete_location),
]
LocationsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--location", "-l", metavar="PLACE", help=f"{_WHERE} Repeatable.", autocompletion=complete_location
    ),
]
LevelsOption = Annotated[
    list[str] | None,
    typer.Option(
        help="Only roles of this level: entry, specialist, senior, lead, manager, director or executive. Repeatable.",
        autocompletion=complete_level,
    ),
]
TracksOption = Annotated[
    list[str] | None,
    typer.Option(
        help="Only roles of this track: service, experience, accounts, technical, enablement or leadership. Repeatable.",
        autocompletion=complete_track,
    ),
]
PerOption = Annotated[
    str | None,
    typer.Option("--per", metavar="hour|year", help="Pay per hour or per year.", autocompletion=complete_per),
]
HoursOption = Annotated[
    int | None,
    typer.Option(help="Hours worked a year for that pay, 2,080 when left out.", show_default=False),
]
ProofOption = Annotated[
    str | None,
    typer.Option("--evidence", metavar="TEXT", help="In a line, what proves it.", show_default=False),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A note to yourself.", show_default=False)
]
