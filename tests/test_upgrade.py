"""What earlier versions wrote into a person's folders still works.

Each folder of `upgrade/` was written by the commit it is named after: a profile with checklists and, since they can be
kept, an ad; wages of an import; a role of the person's own. Never write them afresh: that a newer version reads them is the point.
"""

import json
import shutil
from pathlib import Path

import pytest
from conftest import Run

from cscareer.catalog import wage_files
from cscareer.catalog.wage_checks import check_folders

WRITTEN = Path(__file__).parent / "upgrade"
VERSIONS = sorted(path.name for path in WRITTEN.iterdir())


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """The person's folders as the version wrote them."""
    place = tmp_path / "cscareer"
    shutil.copytree(WRITTEN / request.param, place)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return place


@pytest.mark.parametrize("kept", VERSIONS, indirect=True)
@pytest.mark.slow
def test_the_profile_its_checklist_and_ads_are_shown_and_go_on(run: Run, kept: Path) -> None:
    ads = (kept / "profile" / "profile.yaml").read_text(encoding="utf-8").count("  - number: ")
    profile = json.loads(run("profile", "--json").out)
    assert (profile["role"]["id"], profile["pay"]["amount"]) == ("customer-service-specialist", 41000)
    assert {"coaching", "quality-monitoring"} <= {skill["id"] for skill in profile["skills"]}
    for words in (
        ("checklist", "undo"),
        ("checklist", "done", "attention to detail"),
        ("profile", "add", "sql:2"),
        ("profile", "restore"),
    ):
        outcome = run(*words)
        assert outcome.code == 0, outcome.err
    listed = json.loads(run("postings", "--json").out)["postings"]
    assert len(listed) == ads


@pytest.mark.slow
@pytest.mark.parametrize("kept", VERSIONS, indirect=True)
def test_imported_wages_and_own_roles_are_used_and_built_upon(run: Run, kept: Path) -> None:
    pay = json.loads(run("pay", "csr", "-l", "Austin, TX", "--json").out)
    assert str(kept / "data") in pay["layers"]
    assert "Chat Host" in run("roles", "--json").out
    prices = kept / "rpp_state_2025.csv"
    prices.write_text("GeoFips,state,rpp_all,year\n48,Texas,97.5,2025\n", encoding="utf-8")
    assert run("data", "import", str(prices)).code == 0
    assert list(check_folders([kept / "data" / "wages"])) == []


def test_columns_that_came_later_are_empty_in_what_is_older() -> None:
    old = WRITTEN / "62a27ad" / "data" / "wages"
    for file in ("43-4051.csv", "releases.csv"):
        columns = wage_files.columns_of(file) or ()
        rows = wage_files.read_rows(old / file)
        assert {len(row) for row in rows} == {len(columns)}
        assert {row[-1] for row in rows} == {""}
    text = (old / "areas.csv").read_text(encoding="utf-8")
    assert wage_files.in_columns_of_today("areas.csv", text) == text
    assert wage_files.in_columns_of_today("areas.csv", text.replace(",rpp_year", "", 1)) is None
