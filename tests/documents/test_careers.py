"""Careers written in many layouts and ways to state dates, read back: their titles, who gave the jobs, and when they were."""

import random
import re
from collections.abc import Iterable
from datetime import date

import pytest
from careers import DATES, RARE_TITLES, TITLES, TODAY, Job, Written, careers, layouts

from cscareer.documents.document import Position, months_of, years_of_experience
from cscareer.documents.reading import read_text

_TODAY = date(*TODAY)
_NOW = TODAY[0] * 12 + TODAY[1]


def _words(text: str | None) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", (text or "").casefold()))


def _span(job: Job) -> tuple[float, float]:
    end = job.end[0] * 12 + job.end[1] if job.end else _NOW
    return job.start[0] * 12 + job.start[1] - 1, end


def _is(position: Position, job: Job, off: int) -> bool:
    """Whether a position read is a job: its title, not taken together with who gave it, and its dates."""
    span = months_of(position, _TODAY)
    title = _words(position.title)
    return (
        span is not None
        and all(abs(read - said) <= off for read, said in zip(span, _span(job), strict=True))
        and _words(job.title) in title
        and _words(job.employer) not in title
    )


def _is_read(written: Written) -> bool:
    """Whether each job of a resume is read, and nothing else taken for one."""
    name = "a.md" if any(mark in written.layout for mark in ("**", "###", "| |")) else "a.txt"
    positions = list(read_text(written.text, name).positions)
    off = max(DATES[written.dates].off, 8 if "{n}" in written.layout else 0) + 1
    for job in written.jobs:
        found = next((each for each in positions if _is(each, job, off)), None)
        if found is None:
            return False
        positions.remove(found)
    return not positions


def _shares(resumes: Iterable[Written]) -> tuple[float, dict[str, float]]:
    """The share of resumes read rightly, and that of each layout and each way to state dates."""
    read: dict[str, list[bool]] = {}
    whole: list[bool] = []
    for written in resumes:
        right = _is_read(written)
        whole.append(right)
        for key in (written.layout, written.dates):
            read.setdefault(key, []).append(right)
    return sum(whole) / len(whole), {key: sum(each) / len(each) for key, each in read.items()}


@pytest.mark.parametrize(("titles", "least"), [(TITLES, 0.95), (RARE_TITLES, 0.7)], ids=["usual", "rare"])
def test_careers_are_read_in_most_layouts(titles: tuple[str, ...], least: float) -> None:
    chance = random.Random(20)  # noqa: S311  the same careers on every run
    resumes = [
        each
        for layout in layouts()
        for each in careers(chance, [layout], chance.sample(list(DATES), 2), titles)
    ]
    share, _ = _shares(resumes)
    assert share >= least


@pytest.mark.slow
def test_careers_are_read_in_every_layout_with_every_way_to_state_dates() -> None:
    chance = random.Random(21)  # noqa: S311
    resumes = (
        each
        for layout in layouts()
        for each in careers(chance, [layout], chance.sample(list(DATES), 12), TITLES)
    )
    share, shares = _shares(resumes)
    poor = {key: share for key, share in shares.items() if share < 0.8}
    assert share >= 0.97
    assert not poor


def test_years_are_those_of_the_career() -> None:
    chance = random.Random(22)  # noqa: S311
    wrong = 0
    resumes = list(
        careers(chance, chance.sample(layouts(), 30), ["March 2019 – May 2021", "03/2019–05/2021"], TITLES)
    )
    for written in resumes:
        months = {month for job in written.jobs for month in range(int(_span(job)[0]), int(_span(job)[1]))}
        years = years_of_experience(read_text(written.text, "a.md").positions, _TODAY)
        wrong += years is None or abs(years - len(months) / 12) > 0.35
    assert wrong <= len(resumes) * 0.05
