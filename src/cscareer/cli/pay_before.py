"""What a person at a terminal says of the time in their job: how long they have done it, and what they earned before."""

from typing import TYPE_CHECKING

from cscareer.cli import clock
from cscareer.cli.days import months_in, read_since
from cscareer.cli.pay_asked import one_pay_said
from cscareer.cli.talking import read_until
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.models import Role
    from cscareer.cli.session import Session

_NONE = "skip"
_MONTH = 7  # letters of 2024-05


def time_worked(session: "Session", role: "Role", story: str) -> list[str]:
    """How long a person has done their job, as words of a command; asks where neither their story nor their profile says it."""
    from cscareer.documents.told_positions import duration_in

    told = duration_in(story) if story else None
    if told:
        return ["--worked", f"{told}mo"]
    if session.profile and session.profile.years_in_role(role.id, clock.today()) is not None:
        return []
    said = read_until(
        "How long have you done this work? Like 3 years or 8 months; Enter leaves it out", _time_said, _NONE
    )
    return [] if said == _NONE else ["--worked", said]


def _time_said(said: str) -> str:
    """A length of time as a person writes it, as a word that a command takes."""
    if said == _NONE:
        return said
    words = said.casefold().strip().removeprefix("for ")
    months = months_in(f"{words} years" if words.isdecimal() else words)
    if months is None:
        raise UsageError(f'"{said}" is no length of time.', hint="Write it like 3 years or 8 months.")
    return f"{months}mo" if months % 12 else f"{months // 12}y"


def pay_before() -> list[str]:
    """What a person earned before and from when on, as words of a command; none where they leave it out."""
    was = read_until(
        "And before your last raise, or when you began? Shows whether your pay kept up with prices. Like 19/hr; "
        "Enter leaves it out",
        lambda said: said if said == _NONE else one_pay_said(said),
        _NONE,
    )
    if was == _NONE:
        return []
    since = read_until("From when on did you earn that? Like May 2024, or 2 years ago", _month_said)
    return ["--was", was, "--since", since]


def _month_said(said: str) -> str:
    """A month as a person writes it, or how long ago it was, as a word that a command takes."""
    return read_since(said.casefold().removesuffix(" ago"), clock.today())[:_MONTH]
