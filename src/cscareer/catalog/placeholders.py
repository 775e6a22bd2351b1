"""Figures that stand in a text as {kind:id} or, where the role is known from elsewhere, as {kind}."""

import re
from collections.abc import Callable, Iterator

# Each kind of figure, and the section its id is of.
FIGURES = {
    "pay": "roles",
    "demand-year": "roles",
    "starting-words": "roles",
    "next-roles": "roles",
    "effect": "pay_factors",
    "jobs": "occupations",
    "projected-jobs": "occupations",
    "jobs-change": "occupations",
    "openings": "occupations",
    "leave-work": "occupations",
    "change-work": "occupations",
    "base-year": "occupations",
    "target-year": "occupations",
    "education": "occupations",
    "training": "occupations",
    "exposure": "occupations",
    "median": "occupations",
    "hourly-median": "occupations",
    "median-change": "occupations",
    "real-change": "occupations",
    "people": "occupations",
    "people-change": "occupations",
    "survey": "occupations",
    "since": "occupations",
}
_PLACEHOLDER = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}|[{}]")


def placeholders(text: str) -> Iterator[tuple[str, str | None]]:
    """The kind and id of each figure in a text, in order; kind "" for a brace that is none."""
    for found in _PLACEHOLDER.finditer(text):
        yield found.group(1) or "", found.group(2)


def fill(text: str, said: Callable[[str, str | None], str]) -> str:
    """The text with each figure said in words."""
    return _PLACEHOLDER.sub(lambda found: said(found.group(1) or "", found.group(2)), text)
