"""The page on updating the figures, tried with the official files at hand as if they were of a year later."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Run, shared_file

PAGE = (ROOT / "docs" / "updating-the-figures.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_commands_of_the_page_take_in_a_release_of_a_year_later(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(shared_file("data/national_M2025_dl.xlsx"), tmp_path / "national_M2026_dl.xlsx")
    lines = shared_file("data/oews_may2025_areas.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "oews_may2026_areas.csv").write_text(
        "".join(lines[:1] + lines[1::7] + lines[-3:]), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "mine"))
    (block,) = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    commands = [shlex.split(line)[2:] for line in block.splitlines()]
    assert commands[0][:2] == ["data", "import"]
    for words in commands:
        outcome = run(*words)
        assert outcome.code == 0, outcome.err
    cited = {source["id"] for source in json.loads(run("pay", "csr", "--json").out)["sources"]}
    assert "bls-oews-2026" in cited
    trend = json.loads(run("trend", "csr", "--json").out)
    assert max(year["year"] for year in trend["years"]) == 2026


def test_the_page_names_files_as_they_are_known() -> None:
    from cscareer.pay.importing.origins import year_in

    names = re.findall(r"[A-Za-z]+_M2026_dl\.xlsx", PAGE)
    assert len(set(names)) == 4
    assert {year_in(Path(name), "wages") for name in names} == {2026}
