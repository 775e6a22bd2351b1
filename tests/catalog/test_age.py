"""How old official figures are, by what has come out since."""

from datetime import date

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.age import outdated
from cscareer.catalog.file_models import ReleaseTime
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Source
from cscareer.cli import clock


def source(name: str) -> Source:
    return Source(id=name, title=name, publisher="BLS", address=None, date="2026", licence="public domain")


@each_row(
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
def test_wages_are_old_once_two_newer_springs_have_passed(catalog: Catalog, day: str, newer: int) -> None:
    found = outdated(
        catalog.release_times.values(),
        [source("bls-oews-2020"), source("bls-oews-2025"), source("robert-half-2026")],
        date.fromisoformat(day),
    )
    assert [(each.source.id, each.newer) for each in found] == ([("bls-oews-2025", newer)] if newer else [])


def test_the_built_in_figures_are_of_the_newest_releases(catalog: Catalog) -> None:
    assert outdated(catalog.release_times.values(), catalog.sources.values(), date(2026, 11, 27)) == ()
    began = {
        time.id: [each for each in catalog.sources if each.startswith(time.series)]
        for time in catalog.release_times.values()
    }
    assert all(began.values()), began


def test_when_releases_come_out_is_said_by_the_data_alone() -> None:
    time = ReleaseTime(
        id="surveys", series="survey-", years_later=0, month=12, told_from=1, note="Each December."
    )
    cited = [source("survey-2024-25"), source("survey-of-2020"), source("bls-oews-2019")]
    assert outdated([time], cited, date(2025, 11, 30)) == ()
    assert [(each.source.id, each.newer) for each in outdated([time], cited, date(2025, 12, 1))] == [
        ("survey-2024-25", 1)
    ]


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
