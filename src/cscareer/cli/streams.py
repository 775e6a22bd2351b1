"""Formats of commands that answer one question, or a stream of them."""

from cscareer.errors import UsageError
from cscareer.render.formats import Format


def check_whole(asked: Format | None, instead: str) -> None:
    """Makes sure that one answer isn't asked for as a stream; `instead` says how a stream is had.

    Raises:
        UsageError: it is.
    """
    if asked is Format.JSONL:
        raise UsageError(
            "--format jsonl is for many, one object a line; this is one answer.",
            hint=f"Use --json, or {instead}",
        )


def check_stream(asked: Format | None, of: str) -> None:
    """Makes sure that a stream is asked for in a format that can begin before it ends.

    Raises:
        UsageError: it isn't.
    """
    if asked in {Format.TABLE, Format.MARKDOWN}:
        raise UsageError(
            f"A stream of {of} can't be drawn as {asked}: it would have to end first.",
            hint="Use --format jsonl, which is what you get without --format, or --format csv.",
        )
