"""The command `path`: what it reads, what it refuses, and what it draws of data of one's own."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

FROM = ("--from", "customer service specialist")
OWN_ROLE = (Path(__file__).parent / "own_role.yaml").read_text(encoding="utf-8")


def test_a_title_of_several_words_needs_no_quotes(run: Run) -> None:
    outcome = run("path", "customer", "service", "manager", *FROM, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["to_role"]["id"] == "customer-service-manager"


def test_the_beginning_of_a_name_is_announced(run: Run) -> None:
    told = run("path", "director", "--from", "call center sp", "--have", "negot:2").err
    assert 'Reading "director" as Director of Customer Experience.' in told
    assert 'Reading "call center sp" as Call Center Specialist.' in told
    assert 'Reading "negot" as Negotiation.' in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["account manager"], "No role to start from is given"),
        (["account manager", "--from", "customer service speciallist"], "No role goes by"),
        (["acount manager", *FROM], "No role goes by"),
        (["account manager", *FROM, "--via", "csm"], "could be any of 2 roles"),
        (["account manager", *FROM, "--avoid", "nobody at all"], "No role goes by"),
        (["account manager", "--from", "account manager"], "is where the route starts"),
        (["account manager", *FROM, "--by", "luck"], "is none of: shortest, fewest-skills, pay, soonest"),
        (["account manager", *FROM, "--max-steps", "0"], "nowhere to go"),
        (["account manager", *FROM, "--max-steps", "few"], "a whole number belongs there"),
        (["account manager", *FROM, "--have", "xyzzy"], "No skill goes by"),
        (["account manager", *FROM, "--json", "--format", "mermaid"], "can't be used together"),
        ([*FROM, "--via", "account manager"], "--via needs a role to go to"),
    ],
)
def test_what_makes_no_sense_ends_with_2_and_says_why(run: Run, arguments: list[str], said: str) -> None:
    outcome = run("path", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())


def test_no_route_is_an_answer(run: Run) -> None:
    outcome = run("path", "call center specialist", "--from", "account manager", "--json")
    answer = json.loads(outcome.out)
    assert (outcome.code, outcome.err, answer["routes"]) == (0, "", [])
    nothing = {"why": "no-way", "fewest_steps": None, "fewest_steps_through": None}
    assert answer["no_route"] == {**nothing, "fewest_steps_back": 2}


def said(run: Run, *arguments: str) -> str:
    """What a person reads, without its line breaks."""
    return " ".join(run("path", *arguments).out.split())


def test_a_role_too_far_off_the_way_says_how_many_steps_it_takes(run: Run) -> None:
    wishes = ("--via", "account manager", "--max-steps", "2")
    told = said(run, "customer service team lead", *FROM, *wishes)
    assert "With --max-steps 2 there is none: through Account Manager it takes 3 steps at least." in told
    assert "Without such wishes it takes 2 steps at least." in told


def test_pay_from_the_first_role_to_the_last_is_a_line_of_its_own_and_no_total(run: Run) -> None:
    told = said(run, "customer service manager", *FROM)
    assert "From the first role to the last: +$25,625 a year, published starting pay of both." in told


def test_the_same_pay_is_told_to_be_no_change(run: Run) -> None:
    told = said(run, "customer experience manager", "--from", "contact center manager")
    assert ", no change Add" in told
    assert "From the first role to the last: no change, the part of its occupation's wages that each" in told
    assert "+$0" not in told


def test_pay_of_different_areas_is_not_compared_and_the_note_says_why(run: Run) -> None:
    told = said(run, "customer service manager", *FROM, "-l", "Rome, GA", "--full")
    assert "From the first role to the last" not in told
    assert "No change of pay is given between figures of different areas" in told


def test_a_broad_match_is_marked_at_its_step_and_explained_once(run: Run) -> None:
    told = said(run, "customer service manager", *FROM, "--full")
    assert "(% wages: 10%–50% of all in its occupation, a broad" in told
    assert told.count("the occupation also holds other jobs") == 1
    assert told.count("A drop or a jump of pay may come from comparing parts of two occupations") == 1
    assert told.count("from the pay that half of its people exceed to the pay that one in ten") == 1


def test_a_single_route_by_pay_shows_the_figure_that_the_legend_explains(run: Run) -> None:
    told = said(run, "account manager", *FROM, "--by", "pay", "--max-steps", "1")
    assert re.search(r"Below goal's pay: \$[\d,]+\.", told)
    assert "Below goal's pay: how much less" in told
    assert "’" not in told


def test_what_roles_of_a_broad_match_count_as_is_told(run: Run) -> None:
    told = said(run, "customer service manager", *FROM, "--by", "pay", "--full")
    assert "aren't credited to a role: it counts as paying what Customer Service Specialist does, $" in told
    other = said(
        run, "customer service manager", "--from", "customer service team lead", "--by", "pay", "--full"
    )
    assert "Customer Service Team Lead's own pay isn't known from a close match either" in other


@pytest.mark.parametrize(
    "wishes",
    [
        ("--max-steps", "1"),
        tuple(
            word
            for role in (
                "senior customer service specialist",
                "retention specialist",
                "onboarding specialist",
            )
            for word in ("--avoid", role)
        ),
    ],
)
def test_with_wishes_no_other_route_is_told_to_be_none_that_fits_them(
    run: Run, wishes: tuple[str, ...]
) -> None:
    told = said(run, "account manager", *FROM, *wishes)
    assert "no other route that fits your wishes" in told
    assert "Any other route" not in told


def test_skills_said_and_those_of_a_resume_leave_less_to_add(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text("Skills: Negotiation, Spreadsheets\n", encoding="utf-8")
    line = ("path", "account manager", *FROM, "--max-steps", "1", "--json")

    def to_add(*more: str) -> set[str]:
        (route,) = json.loads(run(*line, *more).out)["routes"]
        return {skill["id"] for skill in route["steps"][0]["skills_to_add"]}

    assert to_add() - to_add("--resume", str(resume)) == {"negotiation", "spreadsheets"}
    assert to_add() - to_add("--have", "upselling:4") == {"upselling"}


def test_csv_has_a_row_for_each_step_with_the_number_of_its_route(run: Run) -> None:
    line = ("path", "customer service manager", *FROM)
    rows = list(csv.DictReader(io.StringIO(run(*line, "--format", "csv").out)))
    routes = json.loads(run(*line, "--json").out)["routes"]
    steps = [(str(route["number"]), step["role"]["title"]) for route in routes for step in route["steps"]]
    assert [(row["route"], row["role"]) for row in rows] == steps


def test_only_routes_are_drawn_with_mermaid(run: Run) -> None:
    assert run("roles", "--format", "mermaid").code == 2
    assert run("path", *FROM, "--format", "mermaid").out.startswith("flowchart TD\n")


def test_a_title_of_ones_own_can_say_nothing_to_mermaid(run: Run, folder: Callable[..., Path]) -> None:
    hostile = 'end"]; click n1 "javascript:alert(1)" <b>`x` $$y$$ #quot; %% & n2'
    data = OWN_ROLE.replace("title: Chat Host", f"title: {json.dumps(hostile)}")
    assert data != OWN_ROLE
    outcome = run("--data-dir", str(folder(roles=data)), "path", "--from", "chat-host", "--format", "mermaid")
    assert (outcome.code, "javascript" in outcome.out) == (0, True)
    for line in outcome.out.splitlines()[1:]:
        assert re.fullmatch(r'    n\d+(\["[\w ,.–()#;]*"\]| (-->|-\.->)\|"[\w ,.–()#;]*"\| n\d+)', line)


def test_two_titles_may_have_a_to_between(run: Run) -> None:
    asked = run("path", "team lead", "--from", "csr", "--json").out
    assert run("path", "csr", "to", "team", "lead", "--json").out == asked
    assert run("path", "from", "csr", "to", "team lead", "--json").out == asked


def test_a_length_of_time_says_since_when_and_the_only_step_is_no_first_one(run: Run) -> None:
    words = ["path", "support manager", "--from", "customer service team lead", "--within", "1y", "--since"]
    said = run(*words, "4 years").out
    assert "your 4 years as" in " ".join(said.split())
    assert "First comes" not in said
