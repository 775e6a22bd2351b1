"""The command that checks what is lacking for a role, as several answers suggest it."""

from cscareer.render.text import typed


def gap_command(title: str) -> str:
    """The command for a role; what the person has is for them to say."""
    return f"cscareer gap {typed(title)}"
