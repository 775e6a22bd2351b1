"""The command that answers an assistant's questions."""

import sys
from typing import Annotated

import typer

from cscareer.cli.declaring import Panel, command
from cscareer.cli.outcomes import Stream
from cscareer.cli.session import Session
from cscareer.errors import MissingExtraError, UsageError
from cscareer.render.formats import Format, Formats

_LINES = Formats((Format.JSONL,), Format.JSONL, "The protocol's own lines of JSON.")


@command(Panel.SHARE, asks=(), examples=["cscareer mcp"], formats=_LINES)
def mcp(
    session: Session,
    with_profile: Annotated[
        bool,
        typer.Option(
            "--with-profile",
            help="Let the assistant read your profile, checklists and kept ads; it changes nothing.",
        ),
    ] = False,
) -> Stream:
    """Let an assistant ask the guide: every question as a tool of the Model Context Protocol (MCP).

    The assistant's program starts this and speaks with it over standard input and output; it reads no file and keeps nothing.
    """
    try:
        from cscareer.mcp.server import serve
    except ModuleNotFoundError:
        raise MissingExtraError.of("Speaking with an assistant", "mcp") from None
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "An assistant's program starts this and speaks with it; a person can't.",
            hint="Tell your assistant's program about it, for example: claude mcp add cscareer -- cscareer mcp",
        )
    from cscareer.cli.tooling import tools

    catalog = session.catalog()
    found = tools(session.commands, lambda: catalog, with_profile=with_profile)
    return Stream(lambda _written: serve(found, catalog))
