"""How old official figures are, by what has come out since."""

from datetime import date

import pytest
from conftest import Run

from cscareer.catalog.age import outdated
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Source
from cscareer.cli import clock


def source(name: str) -> Source:
    return Source(id=name, title=name, publisher="BLS", address=None, date="2026", licence="public domain")


@pytest.mark.parametrize(
    ("day", "newer"),
    [
        ("2026-11-27", 0),
        ("2027-05-31", 0),
        ("2027-06-01", 0),
        ("2028-05-31", 0),
        ("2028-06-01", 2),
        ("2031-01-01", 4),
    ],
)
def test_wages_are_old_once_two_newer_springs_have_passed(day: str, newer: int) -> None:
    found = outdated(
        [source("bls-oews-2020"), source("bls-oews-2025"), source("robert-half-2026")],
        date.fromisoformat(day),
    )
    assert [(each.source.id, each.newer) for each in found] == ([("bls-oews-2025", newer)] if newer else [])


def test_the_built_in_figures_are_of_the_newest_releases(catalog: Catalog) -> None:
    assert outdated(catalog.sources.values(), date(2026, 11, 27)) == ()


def test_an_answer_with_old_figures_says_so_and_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "newer releases" not in run("pay", "csr").err
    monkeypatch.setattr(clock, "today", lambda: date(2028, 7, 1))
    said = run("pay", "csr", "--json")
    assert (
        "BLS wages May 2025: 2 newer releases should be out; `cscareer data import` takes them in."
        in said.err
    )
    assert said.out.startswith("{")
    assert "newer releases" not in run("skill", "sql").err
