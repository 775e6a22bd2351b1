"""`tickets` as a person or a script runs it."""

import csv
import io
import json
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import FORMS, ROOT, Outcome, Run, on_one_line
from jsonschema import Draft202012Validator

from cscareer.schemas import json_schema

pytestmark = pytest.mark.slow

FILE = ROOT / "tests" / "cli" / "tickets.csv"


@pytest.fixture(autouse=True)
def beside_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FILE, tmp_path)
    monkeypatch.chdir(tmp_path)


def test_every_format_tells_the_same_figures(run: Run) -> None:
    ask = ("tickets", "tickets.csv", "--by", "agent", "--mine", "Ana")
    content = json.loads(run(*ask, "--json").out)
    Draft202012Validator(json_schema("tickets", FORMS)).validate(content)
    assert next(iter(content)) == "schema"
    rows = list(csv.DictReader(io.StringIO(run(*ask, "-f", "csv").out)))
    assert len(rows) == len(content["figures"]) == 13 * 5
    assert [row["value"] for row in rows] == [
        "" if each["value"] is None else str(each["value"]) for each in content["figures"]
    ]
    markdown = run(*ask, "-f", "markdown").out
    assert markdown.startswith("# Tickets: tickets.csv\n")
    assert all(line["text"] in markdown.replace("\\", "") for line in content["resume"])
    plain = run(*ask, "--plain").out
    assert "Ana Lopez" in plain
    assert not set("─█▁│•") & set(plain)


def test_goals_are_judged_only_where_figures_can_tell(run: Run) -> None:
    goals = ["csat=85%", "csat=40", "transfer-rate=2%", "first-response-time=2h", "AHT=300-400s", "nps=30"]
    options = [word for goal in goals for word in ("--goal", goal)]
    found = json.loads(run("tickets", "tickets.csv", *options, "--json").out)["goals"]
    # 78% of 167 satisfied lies between 71 and 83: over 40, under 85; half are answered within 55 minutes; half take 6 minutes.
    assert [each["verdict"] for each in found] == ["missed", "met", "missed", "met", "met", "absent"]
    ana = json.loads(run("tickets", "tickets.csv", "--mine", "ana", "--goal", "csat=85%", "--json").out)
    assert ana["goals"][0]["verdict"] == "can-not-be-told"  # 93% of 41 may be 81%
    for said, hint in (
        ("csat", "csat=90%"),
        ("csat=many", "Write it like"),
        ("occupancy=80%", "Goals may be set for"),
        ("csat=3h", "percent"),
    ):
        outcome = run("tickets", "tickets.csv", "--goal", said)
        assert (outcome.code, outcome.out) == (2, "")
        assert hint in " ".join(outcome.err.split())


def test_people_are_listed_by_name_and_told_apart_only_beyond_chance(run: Run) -> None:
    content = json.loads(run("tickets", "tickets.csv", "--by", "agent", "--json").out)
    names = [group["name"] for group in content["groups"]]
    assert names == sorted(names)
    apart = {(each["group"], each["metric"]): each["apart"] for each in content["figures"] if each["apart"]}
    # Ben's customers were pleased in 24 of 45 cases, the others' in 107 of 122.
    assert apart[("Ben Okafor", "customer-satisfaction")] == "below"
    assert ("Dara Singh", "customer-satisfaction") not in apart
    assert not any(metric == "first-response-time" for _, metric in apart)
    shown = run("tickets", "tickets.csv", "--by", "agent").out
    assert "Ben Okafor below the rest" in " ".join(shown.split())


def test_a_line_for_the_resume_is_kept_as_evidence_by_the_command_it_names(run: Run) -> None:
    outcome = run("tickets", "tickets.csv", "--mine", "Ana Lopez", terminal=True, env={"TERM": "dumb"})
    (command,) = [
        line.removeprefix("Next: cscareer ")
        for line in on_one_line(outcome.err).splitlines()
        if line.startswith("Next: ")
    ]
    kept = run(*shlex.split(command))
    assert kept.code == 0
    profile = json.loads(run("profile", "show", "--json").out)
    (skill,) = profile["skills"]
    content = json.loads(run("tickets", "tickets.csv", "--mine", "Ana Lopez", "--json").out)
    line = content["resume"][0]
    assert line["text"] in json.dumps(skill, ensure_ascii=False)
    assert f"{content['solved']} tickets" in line["text"]
    assert "(n = 41)" in line["text"]
    assert not json.loads(run("tickets", "tickets.csv", "--json").out)[
        "resume"
    ]  # a team's figures are nobody's own


@pytest.mark.slow
def test_standard_input_is_read_and_needs_somebody_to_send(
    process: Callable[..., SimpleNamespace], talk: Callable[..., Outcome]
) -> None:
    done = process("tickets", "-", "--json", stdin=FILE.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    content = json.loads(done.stdout)
    assert (content["files"][0]["file"], content["tickets"]) == ("standard input", 320)
    assert talk("tickets", "-", typed=[]).code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tickets.csv", "--dates", "ydm"], "none of: dmy, mdy, ymd"),
        (["tickets.csv", "--by", "mood"], "none of: agent, team, channel, month, tag"),
        (["tickets.csv", "--hours", "17"], "no hours"),
        (["tickets.csv", "--hours", "9-17", "--days", "someday"], "no days"),
        (["tickets.csv", "--hours", "9-17", "--holidays", "2026-02-30"], "is no day"),
        (["tickets.csv", "--holidays", "2026-12-25"], "belong to --hours"),
        (["tickets.csv", "--tz", "Chicgo"], "America/Chicago"),
        (["tickets.csv", "--mine", "Zed"], "no agent of these tickets"),
        (["tickets.csv", "--map", "agent"], "names no column"),
        (["-", "-"], "read once"),
    ],
)
def test_wishes_that_make_no_sense_are_told(run: Run, words: list[str], said: str) -> None:
    outcome = run("tickets", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())


def test_holidays_may_stand_in_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "off.txt").write_text(
        "# ours\n2026-01-05, 2026-01-06\n2026-01-07  # a Wednesday\n", encoding="utf-8"
    )
    content = json.loads(
        run("tickets", "tickets.csv", "--hours", "9-17", "--holidays", "off.txt", "--json").out
    )
    assert content["business_hours"] == {
        "opens": 540,
        "closes": 1020,
        "days": ["mon", "tue", "wed", "thu", "fri"],
        "holidays": 3,
    }


def test_without_duckdb_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cscareer.tickets.engine.find_spec", lambda _name: None)
    outcome = run("tickets", "tickets.csv")
    assert outcome.code == 2
    assert 'pip install "cscareer[tickets]"' in outcome.err
