"""`gap --resume`: a person's resume held against a role, each skill with the words that speak of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

RESUME_FILE = Path(__file__).parent / "resume.md"
RESUME = RESUME_FILE.read_text(encoding="utf-8")


@pytest.fixture
def resume() -> Path:
    return RESUME_FILE


def gap(run: Run, *arguments: str) -> dict[str, Any]:
    outcome = run("gap", "customer service manager", *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    answer: dict[str, Any] = json.loads(outcome.out)
    return answer


def skill(answer: dict[str, Any], name: str) -> dict[str, Any]:
    known = {each["id"]: each for each in (*answer["skills"], *answer["other_skills"])}
    found: dict[str, Any] = known[name]
    return found


def test_each_skill_found_has_a_quote_that_stands_at_its_line(run: Run, resume: Path) -> None:
    answer = gap(run, "--resume", str(resume), "--evidence")
    lines = RESUME.splitlines()
    quotes = [each for item in (*answer["skills"], *answer["other_skills"]) for each in item["evidence"]]
    assert len(quotes) >= 4
    for evidence in quotes:
        assert evidence["quote"] in lines[evidence["line"] - 1]


def test_levels_are_read_and_what_is_denied_is_not_held(run: Run, resume: Path) -> None:
    answer = gap(run, "--resume", str(resume))
    assert (skill(answer, "coaching")["held_level"], skill(answer, "coaching")["state"]) == (3, "have")
    assert skill(answer, "empathy")["held_level"] == 3  # as the job held wants it
    assert "sql" not in {each["id"] for each in answer["other_skills"]}


def test_what_a_person_says_counts_before_what_was_found(run: Run, resume: Path) -> None:
    answer = gap(run, "--resume", str(resume), "--have", "coaching:4")
    coaching = skill(answer, "coaching")
    assert coaching["held_level"] == 4
    assert [each["level"] for each in coaching["evidence"]] == [
        3
    ]  # the resume's words are shown all the same


def test_a_skill_said_without_a_level_has_the_one_the_resume_gives(run: Run, resume: Path) -> None:
    answer = gap(run, "--resume", str(resume), "--have", "coaching")
    assert (skill(answer, "coaching")["held_level"], skill(answer, "coaching")["state"]) == (3, "have")


def test_one_quote_of_each_is_shown_and_all_when_asked(run: Run, resume: Path) -> None:
    assert len(skill(gap(run, "--resume", str(resume)), "communication")["evidence"]) == 1
    assert len(skill(gap(run, "--resume", str(resume), "--evidence"), "communication")["evidence"]) == 3


def test_a_misspelt_name_is_shown_apart_and_counts_only_when_accepted(run: Run, resume: Path) -> None:
    apart = gap(run, "--resume", str(resume))
    assert "negotiation" in {each["id"] for each in apart["nearly"]}
    assert "negotiation" not in {each["id"] for each in apart["other_skills"]}
    accepted = gap(run, "--resume", str(resume), "--accept-near")
    assert accepted["nearly"] == []
    assert skill(accepted, "negotiation")["evidence"][0]["near"] is True


@pytest.mark.parametrize("output_format", ["table", "markdown"])
def test_quotes_stand_below_their_skill(run: Run, resume: Path, output_format: str) -> None:
    said = run("gap", "csr", "--resume", str(resume), "--full", "--format", output_format).out
    assert "Line 8: “- Calmed upset callers with empathy" in " ".join(said.split())


@pytest.mark.parametrize("option", ["--evidence", "--accept-near"])
def test_an_option_about_a_resume_wants_one(run: Run, option: str) -> None:
    outcome = run("gap", "csr", option)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--resume FILE" in outcome.err


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02" * 100, b'{"work": [}', b"%PDF-1.4 broken", b"PK\x03\x04broken"], ids=len
)
def test_what_cannot_be_read_ends_with_3_and_tells_nothing_of_it(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "resume"
    file.write_bytes(content + b" secret-of-jo" * bool(content))
    outcome = run("gap", "csr", "--resume", str(file))
    assert (outcome.code, outcome.out) == (3, "")
    assert "secret-of-jo" not in outcome.err


def test_markup_and_escapes_of_a_resume_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "resume.txt"
    file.write_text("[red]empathy[/red] \x1b[31mcoaching \u202eand SQL\n", encoding="utf-8")
    said = run("gap", "csr", "--resume", str(file), "--evidence", terminal=True, env={"NO_COLOR": "1"}).out
    assert "[red]empathy" in said
    assert "\x1b[31m" not in said
    assert "\u202e" not in said


OWN_SKILL = """
skills:
  - id: {id}
    name: {name}
    kind: technical
    aliases: [{alias}]
    ambiguous: []
    summary: Ours.
    levels: {{basic: a, working: b, advanced: c, expert: d}}
    build: {{basic: a, working: b, advanced: c, expert: d}}
    prove: [a]
    onet: null
    pays_more: null
    sources: [cscareer-judgement]
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("entry", "name"),
    [({"id": "switchboard", "name": "Switchboard", "alias": "cord board"}, "switchboard"),
     ({"id": "coaching", "name": "Coaching", "alias": "cord board"}, "coaching")],
    ids=["a skill of one's own", "another name for a skill"],
)  # fmt: skip
def test_a_persons_own_skills_file_adds_skills_and_names(
    run: Run, tmp_path: Path, entry: dict[str, str], name: str
) -> None:
    (tmp_path / "skills.yaml").write_text(OWN_SKILL.format(**entry), encoding="utf-8")
    resume = tmp_path / "resume.txt"
    resume.write_text("Five years at an expert cord board\n", encoding="utf-8")
    words = ("gap", "customer service manager", "--resume", str(resume), "--json")
    without = json.loads(run(*words).out)
    answer = json.loads(run("--data-dir", str(tmp_path), *words).out)
    assert not without["other_skills"]
    (evidence,) = skill(answer, name)["evidence"]
    assert (evidence["alias"], evidence["line"]) == ("cord board", 1)
    assert answer["layers"] == [str(tmp_path)]
