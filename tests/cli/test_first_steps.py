"""What a person is told to begin with, and what their years in a role count for: the same in every command."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run

TOLD = ROOT / "tests" / "skills" / "told" / "resumes"
LEAD, AGENT = str(TOLD / "07-support-team-lead.txt"), str(TOLD / "01-telecom-agent.txt")
MANAGER = "customer service manager"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("cscareer.cli.clock.today", lambda: date(2026, 11, 30))


def ask(run: Run, *words: str) -> dict[str, Any]:
    outcome = run(*words, "--json")
    assert outcome.code == 0, outcome.err
    answer: dict[str, Any] = json.loads(outcome.out)
    return answer


@pytest.mark.parametrize(
    "resume", [LEAD, pytest.param(AGENT, marks=pytest.mark.slow)]
)  # straight there, and by way of another role
def test_gap_path_checklist_and_report_begin_with_the_same(run: Run, resume: str) -> None:
    gap = ask(run, "gap", MANAGER, "--resume", resume)
    first, name = next(
        (each["id"], each["name"]) for each in gap["skills"] if each["id"] == gap["begin_with"][0]
    )
    path = ask(run, "path", MANAGER, "--resume", resume)
    report = json.loads(run("report", "--role", MANAGER, "--resume", resume, "-f", "json").out)
    checklist = ask(run, "checklist", "start", MANAGER, "--resume", resume, "--by", "2027-06-30")
    assert first == path["begin_with"][0] == checklist["items"][0]["id"] == report["steps"][0]["id"]
    assert path["routes"][0]["steps"][0]["skills_to_add"][0]["id"] == first
    assert min(each["due"] for each in checklist["items"] if each["due"]) == checklist["items"][0]["due"]
    said = " ".join(run("path", MANAGER, "--resume", resume).out.split())
    assert f"Begin with {name[0].lower()}{name[1:]}." in said
    assert f"First step {name}" in " ".join(run("gap", MANAGER, "--resume", resume).out.split())


def test_what_a_resume_shows_is_not_on_the_list_started_from_it(run: Run) -> None:
    gap = ask(run, "gap", MANAGER, "--resume", LEAD)
    outcome = run("checklist", "start", MANAGER, "--resume", LEAD, "--full")
    listed, _, there = outcome.out.partition("There already:")
    have = {each["name"] for each in gap["skills"] if each["state"] == "have"}
    still = {each["name"] for each in gap["skills"]} - have
    assert have
    assert still
    assert all(re.search(rf"[☐◐] {name}  ", listed) for name in still)
    assert not any(re.search(rf"[✔☐◐] {name}  ", listed) for name in have)
    assert all(f"✔ {name}  " in there for name in have)
    assert "Taking Customer Service Team Lead as your role" in outcome.err


def test_what_is_said_is_there_too_and_takes_nothing_away(run: Run) -> None:
    run("profile", "add", "communication:advanced")
    started = ask(run, "checklist", "start", "call center specialist", "--have", "cashier")
    there = {each["id"]: each["held_level"] for each in started["items"] if each["there"]}
    assert there == {"communication": 3, "attention-to-detail": 2, "order-processing": 2}


def test_years_spent_in_the_role_are_taken_off_and_said(run: Run) -> None:
    path = ask(run, "path", MANAGER, "--resume", LEAD, "--within", "18 months")
    route = path["routes"][0]
    assert (path["years_in_role"], route["total"]["years"]) == (4.67, {"low": 2, "high": 4})
    assert (route["total"]["years_left"], route["timing"]["fits"]) == ({"low": 0.0, "high": 0.0}, "well")
    assert "2–4 years (behind you)" in " ".join(run("path", MANAGER, "--resume", LEAD).out.split())
    unknown = ask(run, "path", MANAGER, "--from", "customer service team lead", "--within", "1y")
    assert (unknown["years_in_role"], unknown["routes"][0]["timing"]["fits"]) == (None, "no")


def test_years_are_known_from_the_profile_or_said(run: Run) -> None:
    run("profile", "set", "--role", "customer service team lead", "--since", "2025-06")
    assert ask(run, "path", MANAGER)["years_in_role"] == 1.5
    assert "(0.5–2.5 years to go)" in " ".join(run("path", MANAGER).out.split())
    assert ask(run, "path", MANAGER, "--since", "2026-05-30")["years_in_role"] == 0.5
    run("profile", "set", "--role", "quality analyst")
    assert ask(run, "profile")["role_since"] is None  # another role has its own years
    assert run("path", MANAGER, "--since", "2027-05").code == 2


def test_a_list_of_skills_is_as_long_as_its_count(run: Run) -> None:
    said = " ".join(run("path", MANAGER, "--resume", LEAD).out.split())
    count = re.search(r"(\d+) skills to add", said)
    listed = re.search(r"Add (.*?) and (\d+) more", said)
    assert count
    assert listed
    assert int(count[1]) == listed[1].count("(") + int(listed[2])


def test_roles_left_out_are_counted_as_those_that_full_shows(run: Run) -> None:
    said, ranked = run("match", "--resume", LEAD).out, ask(run, "match", "--resume", LEAD)["ranked"]
    more = re.search(r"… and (\d+) more", said)
    assert more
    assert int(more[1]) == ranked - len(re.findall(r"\d+%  ", said))
