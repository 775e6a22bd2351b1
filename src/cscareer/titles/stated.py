"""Positions as a resume states them: what stands beside a title, and the titles of several jobs in one."""

import re
from typing import NamedTuple

_BESIDE = " \t*_|,;:·•()–—-"
_LONGEST_NAME = 80  # characters of what stands behind a title in its line
_THEN = re.compile(
    r"\s*(?:[,;/]?\s*\bthen\b|,?\s*\bpromoted to\b|,?\s*\blater\s(?=[A-Z])|→|->)\s*", re.IGNORECASE
)
_ASIDE = re.compile(r"\s?\(([^()]{3,40})\)")
_DIGIT = re.compile(r"\d")


class DatedPosition(NamedTuple):
    """A position as a resume states it; `start` and `end` in months from year 0, `end` not included; `text` is its line."""

    title: str
    organization: str | None
    text: str
    line: int
    start: float
    end: float
    current: bool


def parts(position: DatedPosition) -> list[DatedPosition]:
    """One position for each title of it: "Technician, then Lead" shares its time between them."""
    together = position.title
    if position.organization and _THEN.match(position.organization):
        together = f"{position.title}, {position.organization}"
    titles = [title for title in _THEN.split(together) if title]
    if len(titles) < 2:  # noqa: PLR2004
        return [position]
    organization = position.organization
    if together != position.title:
        organization = position.text.partition(titles[-1])[2].strip(_BESIDE)[:_LONGEST_NAME] or None
    share = (position.end - position.start) / len(titles)
    return [
        position._replace(
            title=title.strip(" ,;"),
            organization=organization,
            start=position.start + at * share,
            end=position.start + (at + 1) * share,
            current=position.current and at == len(titles) - 1,
        )
        for at, title in enumerate(titles)
    ]


def aside(position: DatedPosition) -> str | None:
    """What stands in brackets right behind the title in its line."""
    behind = position.text.partition(position.title)[2]
    found = _ASIDE.match(behind)
    return found[1] if found else None


def behind(position: DatedPosition) -> str | None:
    """What stands behind the title in its line, before any date."""
    behind = _DIGIT.split(position.text.partition(position.title)[2][:_LONGEST_NAME])[0]
    return behind.strip(_BESIDE) or None


def quote(position: DatedPosition) -> str:
    """The title as it stands in the position's line, or else the beginning of the line."""
    return position.title if position.title in position.text else position.text[:80].rstrip()
