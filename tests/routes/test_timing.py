"""Whether a route fits into a time."""

import json
from datetime import date

import pytest
from conftest import Run

from cscareer.routes.timing import paced

PATH = ("path", "customer service team lead", "--from", "csr")


def test_whether_typical_years_fit_and_what_comes_first_is_said(run: Run) -> None:
    said = {
        within: " ".join(run(*PATH, "--within", within).out.split()) for within in ("1y", "3 years", "9y")
    }
    assert "Within 1 year it doesn't fit: typically it takes 2–6 years." in said["1y"]
    assert "people get as far as Escalation Specialist at best" in said["1y"]
    assert "Within 3 years it fits only if you are quick" in said["3 years"]
    assert "Within 9 years it fits: typically it takes 2–6 years." in said["9y"]
    assert all("First comes Escalation Specialist" in each for each in said.values())
    assert "Begin with de-escalation" in said["9y"]


def test_each_step_has_a_day_in_the_share_of_its_typical_years(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cscareer.cli.clock.today", lambda: date(2026, 11, 30))
    answer = json.loads(run(*PATH, "--within", "3y", "--json").out)
    assert answer["within_months"] == 36
    first = answer["routes"][0]
    assert (first["timing"]["fits"], first["timing"]["reached"]["id"]) == (
        "at-best",
        "customer-service-team-lead",
    )
    years = [sum(step["years"].values()) for step in first["steps"]]
    assert first["timing"]["step_by"][-1] == "2029-11-30"
    months = round(36 * years[0] / sum(years))
    assert first["timing"]["step_by"][0] == f"{2026 + (10 + months) // 12}-{(10 + months) % 12 + 1:02}-30"
    learn_by = first["timing"]["learn_by"]
    assert learn_by[0]["id"] == answer["begin_with"][0]
    days = [each["by"] for each in learn_by]
    assert days == sorted(days)
    for number, (step, due) in enumerate(
        zip(first["steps"], first["timing"]["step_by"], strict=True), start=1
    ):
        of_step = [each["by"] for each in learn_by if each["step"] == number]
        learnt = [*step["skills_to_add"], *step["skills_to_deepen"]]
        assert len(of_step) == sum(not each["taught"] for each in learnt)
        assert of_step[-1] <= due


def test_a_skill_takes_a_month_a_level_however_long_the_time_and_less_where_it_is_short() -> None:
    begin = date(2026, 12, 1)
    assert paced(begin, date(2036, 12, 1), [1, 2]) == ["2026-12-31", "2027-03-02"]
    assert paced(begin, date(2026, 12, 31), [1, 2]) == ["2026-12-11", "2026-12-31"]
    assert paced(begin, begin, [1]) == ["2026-12-01"]


def test_what_employers_teach_has_no_day_and_says_so(run: Run) -> None:
    path = ("path", "call center specialist", "--from", "receptionist", "--within", "5y")
    route = json.loads(run(*path, "--json").out)["routes"][0]
    taught = {each["id"] for step in route["steps"] for each in step["skills_to_add"] if each["taught"]}
    assert taught
    assert not taught & {each["id"] for each in route["timing"]["learn_by"]}
    assert "taught in the first weeks" in " ".join(run(*path, "--full").out.split())


def test_where_it_does_not_fit_no_step_has_a_day(run: Run) -> None:
    routes = json.loads(run(*PATH, "--within", "1y", "--json").out)["routes"]
    assert {(each["timing"]["fits"], each["timing"]["step_by"]) for each in routes} == {("no", None)}
    assert not any(each["timing"]["learn_by"] for each in routes)


def test_without_a_time_nothing_is_timed(run: Run) -> None:
    answer = json.loads(run(*PATH, "--json").out)
    assert (answer["within_months"], answer["routes"][0]["timing"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*PATH, "--within", "soon"), "no time to plan for"),
        ((*PATH, "--within", "99y"), "no time"),
        (("path", "--from", "csr", "--within", "2y"), "one role"),
    ],
)
def test_what_is_no_time_is_refused(run: Run, words: tuple[str, ...], said: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_deadline_is_no_forecast_where_the_years_are_behind(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cscareer.cli.clock.today", lambda: date(2026, 11, 30))
    words = (*PATH, "--since", "2010-01", "--within", "9y")
    out = run(*words).out
    said = " ".join(out.split())
    first = json.loads(run(*words, "--json").out)["routes"][0]
    day = first["timing"]["could_be"][0]
    assert first["steps"][0]["years_left"]["high"] == 0
    assert day < first["timing"]["step_by"][0]
    assert f"For {first['steps'][0]['role']['title']} you have yet to add" in said
    assert f"at a month a level, our judgement, that is done by {day}." in said
    assert "First comes" not in said
    assert first["timing"]["step_by"][0] not in out


def test_a_single_step_is_not_told_as_what_comes_first_and_a_step_up_that_pays_less_is_told(run: Run) -> None:
    direct = ("path", "account manager", "--from", "csr", "--within")
    assert "First comes" not in run(*direct, "1y").out
    assert "You would be there by " in run(*direct, "9y").out
    said = " ".join(run("path", "customer success manager", "--from", "csr", "--by", "pay").out.split())
    assert "Customer Service Team Lead after Technical Support Specialist (-$6,465 a year)" in said
    assert "--full adds: every detail of routes 1 to 3." in said
    assert (
        "all of 3 steps, the soonest first: 4–10 years"
        in run("path", "customer service manager", "--from", "csr").out
    )
