"""The command that checks what is lacking for a role, as several answers suggest it."""

from collections.abc import Sequence

from cscareer.render.text import quoted, typed

_NAMED = 2


def gap_command(title: str, skills: Sequence[str]) -> str:
    """The command for a role, with the first skills that it wants as an example of what to say one has."""
    have = quoted(",".join(name.lower() for name in skills[:_NAMED]))
    return f"cscareer gap {typed(title)}" + (f" --have {have}" if skills else "")
