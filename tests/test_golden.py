"""What each command prints in each format, word for word. `make golden` writes these files afresh."""

import csv
import io
import json
import os
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import GOLDEN, ROOT, Run
from jsonschema import Draft202012Validator

from cscareer.schemas import answer_models, json_schema

SKILLS = (
    "empathy:3,communication:3,de-escalation:3,coaching:2,crm software:2,active listening:3,problem solving:2,"
    "product knowledge,ticketing systems:3,sql:1"
)
COMMANDS: dict[str, list[str]] = {
    "roles": ["roles"],
    "roles-none": ["roles", "--level", "director", "--track", "service"],
    "roles-pay": ["roles", "--sort", "pay", "--in-demand"],
    "role": ["role", "customer service manager"],
    "role-broad": ["role", "account manager"],
    "skills": ["skills"],
    "skills-role": ["skills", "--role", "account manager"],
    "skills-pays-more": ["skills", "--pays-more"],
    "skills-none": ["skills", "--kind", "ai", "--role", "call center specialist"],
    "skill": ["skill", "de-escalation"],
    "skill-pays-more": ["skill", "data analysis"],
    "guide": ["guide"],
    "guide-all": ["guide", "--all"],
    "guide-the-work": ["guide", "the work"],
    "guide-pay": ["guide", "pay"],
    "guide-roles": ["guide", "roles"],
    "guide-skills": ["guide", "skills"],
    "guide-ai": ["guide", "ai"],
    "guide-succeed": ["guide", "how to succeed"],
    "guide-good-career": ["guide", "good-career"],
    "outlook": ["outlook", "customer service specialist"],
    "outlook-manager": ["outlook", "customer service manager"],
    "outlook-broad": ["outlook", "account manager"],
    "outlook-little-known": ["outlook", "director of customer experience"],
    "pay": ["pay", "customer service specialist", "customer service manager", "account manager"],
    "compare": ["compare", "customer service specialist", "customer service manager"],
    "compare-five": [
        "compare", "customer service specialist", "call center specialist", "account manager",
        "customer service team lead", "director of customer experience",
    ],
    "roles-local": ["roles", "-l", "Sumter, SC", "--sort", "pay"],
    "role-local": ["role", "account manager", "-l", "Bozeman, MT"],
    "pay-local": ["pay", "customer service specialist", "customer service team lead", "-l", "78701", "--industry", "healthcare"],
    "pay-explained": ["pay", "call center specialist", "-l", "Denver", "--per", "hour", "--hours", "1950", "--explain"],
    "pay-by-area": ["pay", "customer service manager", "--by", "area", "--top", "8", "--real"],
    "pay-by-state": ["pay", "technical support specialist", "--by", "state", "--top", "5", "--per", "hour"],
    "pay-by-industry": ["pay", "customer service specialist", "--by", "industry"],
    "compare-local": ["compare", "customer service specialist", "account manager", "-l", "Austin"],
    "compare-places": ["compare", "customer service specialist", "-l", "Austin", "-l", "Sumter, SC", "-l", "Boston"],
    "compare-matrix": [
        "compare", "customer service specialist", "customer service manager", "-l", "Ponce, PR", "-l", "Miami",
    ],
    "offer": ["offer", "46000", "--role", "customer service specialist", "-l", "Columbus, OH", "--current", "41000"],
    "offer-hourly": [
        "offer", "22.50/hr", "--role", "account manager", "-l", "Round Rock, TX",
        "--against", "25/hr", "--against-location", "Boston",
    ],
    "offer-high": ["offer", "99k", "--role", "customer service manager", "-l", "Miles City, MT"],
    "trend": ["trend", "customer service specialist"],
    "locations": ["locations", "austin"],
    "locations-state": ["locations", "--state", "WY"],
    "locations-none": ["locations", "xyzzy"],
    "gap": ["gap", "customer service manager", "--have", "coaching:advanced,team leadership:2,business acumen,sql:3"],
    "gap-resume": ["gap", "customer service manager", "--resume", "tests/cli/resume.md", "--evidence"],
    "gap-nothing": ["gap", "call center specialist"],
    "profile": ["profile"],
    "profile-none": ["profile"],
    "checklist": ["checklist"],
    "checklist-none": ["checklist"],
    "checklist-diff": ["checklist", "diff", "--since", "2026-11-01"],
    "match": ["match", "--have", SKILLS],
    "match-local": ["match", "--have", f"{SKILLS},digital channels:2", "-l", "Bozeman, MT", "--top", "7"],
    "match-resume": ["match", "--resume", "tests/cli/resume.md", "--track", "service", "--track", "leadership"],
    "match-saved": ["match", "--top", "4"],
    "gap-saved": ["gap", "customer service manager"],
    "match-none": ["match", "--have", "sql", "--level", "director", "--track", "service"],
    "path": ["path", "customer service manager", "--from", "customer service specialist"],
    "path-pay": [
        "path", "account manager", "--from", "customer service specialist", "--by", "pay", "-l", "Austin, TX",
        "--have", "negotiation:2,business acumen", "--resume", "tests/cli/resume.md",
    ],
    "path-via": [
        "path", "director of customer experience", "--from", "call center specialist", "--by", "soonest",
        "--via", "customer service trainer", "--avoid", "customer service manager",
    ],
    "path-saved": ["path", "customer service team lead"],
    "path-none": ["path", "call center specialist", "--from", "account manager"],
    "path-reachable": ["path", "--from", "customer service specialist", "--by", "fewest-skills"],
    "path-reachable-none": ["path", "--from", "director of customer experience"],
    "metrics": ["metrics"],
    "metric": ["metric", "first contact resolution"],
    "metric-negative": ["metric", "NPS"],
    "metric-average": ["metric", "occupancy"],
    "practice": ["practice"],
    "practice-skill": ["practice", "--skill", "privacy security"],
    "practice-none": ["practice", "--skill", "sql"],
    "practice-phone": ["practice", "silent caller"],
    "practice-email": ["practice", "privacy request"],
    "practice-random": ["practice", "--random", "--seed", "1"],
    "title": ["title", "Sr. CSR II - Remote!!"],
    "title-near": ["title", "bank teller"],
    "title-several": ["title", "manager"],
    "data-sources": ["data", "sources"],
    "data-schemas": ["data", "schema"],
    "data-schema": ["data", "schema", "roles"],
    "data-check": ["data", "check"],
    "data-path": ["data", "path"],
}  # fmt: skip
# Asked by somebody who has a profile, which stands in cli/profile.yaml.
SAVED = {"profile", "checklist", "checklist-diff", "match-saved", "gap-saved", "path-saved"}
ENDINGS = {"table": "txt", "json": "json", "csv": "csv", "markdown": "md"}
WIDTHS = {"table": "80"}
GREETING = GOLDEN / "greeting.txt"
FLOWCHARTS = [name for name in COMMANDS if name.startswith("path")]


@pytest.fixture(autouse=True)
def folders_of_the_same_name_everywhere(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("cscareer.cli.clock.today", lambda: date(2026, 11, 24))
    monkeypatch.setattr("cscareer.catalog.layers.built_in_path", lambda: Path("data"))
    call = getattr(request.node, "callspec", None)
    if call and call.params.get("name") in SAVED:
        kept = tmp_path / "cscareer" / "profile"
        kept.mkdir(parents=True)
        shutil.copy(ROOT / "tests" / "cli" / "profile.yaml", kept)
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    else:
        monkeypatch.setenv("XDG_DATA_HOME", "/home/nobody")


def golden(name: str, output_format: str) -> Path:
    return GOLDEN / f"{name}.{ENDINGS[output_format]}"


@pytest.mark.parametrize("output_format", ENDINGS)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_its_golden_file_says(run: Run, name: str, output_format: str) -> None:
    outcome = run(
        *COMMANDS[name], "--format", output_format, env={"COLUMNS": WIDTHS.get(output_format, "20")}
    )
    assert (outcome.code, "" if name in SAVED else outcome.err) == (0, "")
    file = golden(name, output_format)
    if os.environ.get("CSCAREER_WRITE_GOLDEN"):
        file.write_text(outcome.out, encoding="utf-8")
    assert outcome.out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FLOWCHARTS)
def test_routes_print_a_flowchart_as_their_golden_file_says(run: Run, name: str) -> None:
    outcome = run(*COMMANDS[name], "--format", "mermaid", env={"COLUMNS": "20"})
    assert (outcome.code, "" if name in SAVED else outcome.err) == (0, "")
    file = GOLDEN / f"{name}.mmd"
    if os.environ.get("CSCAREER_WRITE_GOLDEN"):
        file.write_text(outcome.out, encoding="utf-8")
    assert outcome.out == file.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    expected = {golden(name, output_format).name for name in COMMANDS for output_format in ENDINGS}
    expected |= {GREETING.name, *(f"{name}.mmd" for name in FLOWCHARTS)}
    assert {file.name for file in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"data-schema"}))
def test_json_fits_its_own_schema_and_begins_with_its_name(name: str) -> None:
    content = json.loads(golden(name, "json").read_text(encoding="utf-8"))
    assert next(iter(content)) == "schema"
    schema_name = content["schema"].split("/")[1]
    Draft202012Validator(json_schema(schema_name)).validate(content)


def cited(content: object) -> Iterator[str]:
    """The id of every source that a figure somewhere in an answer names beside its year."""
    for inner in (
        content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    ):
        yield from cited(inner)
    if isinstance(content, dict) and set(content) == {"id", "year"}:
        yield content["id"]


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"data-schema"}))
def test_every_source_a_figure_names_stands_in_the_answers_own_list(name: str) -> None:
    content = json.loads(golden(name, "json").read_text(encoding="utf-8"))
    assert set(cited(content)) <= {source["id"] for source in content["sources"]}


@pytest.mark.parametrize("name", COMMANDS)
def test_csv_has_a_header_and_rows_as_wide_as_it(name: str) -> None:
    header, *rows = csv.reader(io.StringIO(golden(name, "csv").read_text(encoding="utf-8")))
    assert len(set(header)) == len(header)
    assert all(len(row) == len(header) for row in rows)
    assert bool(rows) != (name.endswith("-none") or name == "data-check")


@pytest.mark.parametrize("name", COMMANDS)
def test_markdown_has_one_title_and_even_tables(name: str) -> None:
    lines = golden(name, "markdown").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("# ") for line in lines) == 1
    for line, following in pairwise(lines):
        if line.startswith("| ") and following.startswith("| "):
            assert line.replace(r"\|", "").count("|") == following.replace(r"\|", "").count("|")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_table_is_no_wider_than_its_screen(name: str) -> None:
    lines = golden(name, "table").read_text(encoding="utf-8").splitlines()
    assert max(len(line) for line in lines) <= int(WIDTHS["table"])


@pytest.mark.parametrize("name", COMMANDS)
def test_what_to_ask_next_works(run: Run, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # what is asked next may be to keep something
    told = run(*COMMANDS[name], terminal=True).err
    suggestions = [
        line.removeprefix("Next: cscareer ") for line in told.splitlines() if line.startswith("Next: ")
    ]
    for suggestion in suggestions:
        assert run(*shlex.split(suggestion.replace("…", "empathy"))).code == 0


def test_every_form_of_answer_has_a_golden_file() -> None:
    shown = {
        json.loads(golden(name, "json").read_text(encoding="utf-8"))["schema"].split("/")[1]
        for name in COMMANDS
    }
    # These name folders, stream or ask questions, and have tests of their own.
    elsewhere = {"data-import", "match-person", "practice-score", "profile-path", "profile-forget"}
    described = {"data-schema"}  # its JSON is the schema itself
    assert shown | elsewhere | described == set(answer_models()) | {"json-schema"}


def test_alone_it_greets_as_its_golden_file_says(run: Run) -> None:
    outcome = run(env={"COLUMNS": "80"})
    if os.environ.get("CSCAREER_WRITE_GOLDEN"):
        GREETING.write_text(outcome.out, encoding="utf-8")
    assert (outcome.code, outcome.out, outcome.err) == (0, GREETING.read_text(encoding="utf-8"), "")
