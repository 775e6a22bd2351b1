"""Metrics and scenarios: read when they are asked for, checked like everything else, and layered."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layer_over, layers_in_use
from cscareer.catalog.loading import load_catalog
from cscareer.catalog.sections import file_models, section_names
from cscareer.errors import InvalidDataError

Folder = Callable[..., Path]

METRIC = """\
metrics:
  - id: recall-rate
    name: Recall rate
    abbreviation: RR
    aliases: [RR, recalled tickets]
    summary: How many solved tickets come back.
    unit: percent
    direction: lower
    better: Lower is better.
    scale: null
    formula:
      expression: reopened / solved * 100
      inputs:
        - {id: reopened, name: tickets reopened, value: 6}
        - {id: solved, name: tickets solved, value: 120}
      result: 5
      sources: [cscareer-judgement]
    good: null
    world_class: null
    average: {low: 4, high: 6.5, year: null, words: null, sources: [cscareer-judgement]}
    notes:
      - {words: It lags by days., sources: [cscareer-judgement]}
    gaming: {points: [One way., Another.], sources: [cscareer-judgement]}
    moving: {points: [One step., Another.], sources: [cscareer-judgement]}
    skills: [service-metrics]
    related: [first-contact-resolution]
    sources: [cscareer-judgement]
"""
SCENARIO = """\
scenarios:
  - id: lost-key
    title: Lost key
    aliases: [key card]
    channel: phone
    difficulty: easy
    summary: A guest stands at a locked door.
    situation: You are at the front desk of a hotel.
    known: [One thing., Another.]
    opening: [It won't open.]
    rubric:
      - {words: Greets., skill: communication}
      - {words: Listens., skill: active-listening}
      - {words: Checks., skill: privacy-security}
      - {words: Solves., skill: problem-solving}
    replies:
      good: [Hello.]
      better: [Hello there.]
      why_better: [It is warmer., It is longer.]
    sources: [cscareer-judgement]
"""


def said(folder: Path) -> list[str]:
    """What is wrong with a folder laid over the built-in data, each with its line."""
    found = read_layers((*layers_in_use(None, {}), layer_over(folder))).problems
    return [f"{problem.line}: {problem.message}" for problem in found]


def test_the_entries_of_these_tests_are_sound_and_added_to_those_built_in(folder: Folder) -> None:
    made = folder(metrics=METRIC, practice=SCENARIO)
    assert said(made) == []
    catalog = load_catalog(made, environment={})
    assert catalog.metrics["recall-rate"].abbreviation == "RR"
    assert catalog.scenarios["lost-key"].title == "Lost key"
    assert {"first-contact-resolution", "recall-rate"} <= set(catalog.metrics)
    assert {"angry-customer", "lost-key"} <= set(catalog.scenarios)


def test_an_entry_of_a_higher_layer_replaces_the_one_below(folder: Folder) -> None:
    made = folder(
        metrics=METRIC.replace("recall-rate", "backlog-age"),
        practice=SCENARIO.replace("lost-key", "bad-news"),
    )
    catalog = load_catalog(made, environment={})
    assert catalog.metrics["backlog-age"].name == "Recall rate"
    assert catalog.scenarios["bad-news"].title == "Lost key"
    assert len(catalog.metrics) == len(load_catalog(environment={}).metrics)


def test_they_may_cite_a_source_of_their_own_layer(folder: Folder) -> None:
    source = "sources:\n  - {id: mine, title: T, publisher: P, address: null, date: null, licence: null}\n"
    made = folder(metrics=METRIC.replace("cscareer-judgement", "mine"), sources=source)
    assert said(made) == []
    assert load_catalog(made, environment={}).metrics["recall-rate"].sources == ("mine",)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("result: 5", "result: 50", "11: the example comes to 5, not to 50."),
        ("result: 5", 'result: "5"', "16: a figure must be a number, without quotes."),
        ("value: 6}", "value: true}", "14: a figure must be a number, without quotes."),
        ("value: 120}", "value: 0}", "11: the example divides by zero."),
        ("reopened / solved", "reopened ** solved", "11: a formula is made of names, numbers, + - * / and brackets."),
        ("reopened / solved", "reopened / closed", '11: "solved" is an input that the formula doesn\'t use.'),
        ("{id: solved,", "{id: Solved,", '15: "Solved" must be lower-case letters joined by _, like `after_call`.'),
        ("[RR, recalled tickets]", "[recalled tickets]",
         '2: the abbreviation "RR" must stand among the aliases, to be found.'),
        ("low: 4, high: 6.5", "low: 7, high: 6.5", "20: low (7) is above high (6.5)."),
        ("low: 4, high: 6.5", "low: null, high: null",
         "20: low and high are both null; write the whole value as null instead."),
        ("year: null, words: null, sources: [cscareer-judgement]", "year: null, words: null, sources: [nobody]",
         '20: "nobody" is not among the sources.'),
        ("It lags by days., sources: [cscareer-judgement]", "It lags by days., sources: [nobody]",
         '22: "nobody" is not among the sources.'),
        ("[One way., Another.], sources: [cscareer-judgement]", "[One way., Another.], sources: [nobody]",
         '23: "nobody" is not among the sources.'),
        ("[One step., Another.], sources: [cscareer-judgement]", "[One step., Another.], sources: [nobody]",
         '24: "nobody" is not among the sources.'),
        ("result: 5\n      sources: [cscareer-judgement]", "result: 5\n      sources: [nobody]",
         '17: "nobody" is not among the sources.'),
        ("skills: [service-metrics]", "skills: [service-metric]", '25: "service-metric" is not among the skills.'),
        ("related: [first-contact-resolution]", "related: [nothing]", '26: "nothing" is not among the metrics.'),
        ("name: Recall rate", "name: Occupancy", '3: "Occupancy" is also what occupancy is called.'),
        ("[RR, recalled tickets]", "[RR, CSAT]", '5: "CSAT" is also an alias of customer-satisfaction.'),
        ("    good: null\n", "", '2: "good" is missing.'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_metric_is_told_at_its_line(
    folder: Folder, old: str, new: str, expected: str
) -> None:
    assert METRIC.count(old) == 1
    assert expected in said(folder(metrics=METRIC.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("      - {words: Solves., skill: problem-solving}\n", "", "11: a list of 3: expected at least 4."),
        ("skill: privacy-security", "skill: privacy", '14: "privacy" is not among the skills.'),
        ("channel: phone", "channel: fax", '5: "fax" is none of \'phone\', \'chat\', \'email\' or \'social\'.'),
        ("difficulty: easy", "difficulty: 1", "6: 1 is none of 'easy', 'medium' or 'hard'."),
        ("opening: [It won't open.]", "opening: []", "10: a list of 0: expected at least 1."),
        ("better: [Hello there.]", "better: Hello there.", '18: "Hello there.": expected a list.'),
        ("sources: [cscareer-judgement]", "sources: [nobody]", '20: "nobody" is not among the sources.'),
        ("title: Lost key", "title: Angry customer", '3: "Angry customer" is also what angry-customer is called.'),
        ("title: Lost key", 'title: "Lost \\e[31mkey"', None),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_scenario_is_told_at_its_line(
    folder: Folder, old: str, new: str, expected: str | None
) -> None:
    assert SCENARIO.count(old) == 1
    found = said(folder(practice=SCENARIO.replace(old, new)))
    assert any("control characters" in each for each in found) if expected is None else expected in found


@pytest.mark.parametrize("word", ["Capital", "{Capital}", "{0}", "don't", " ", "{a", "a-b"])
def test_a_phrase_that_is_none_is_told_in_words(folder: Folder, word: str) -> None:
    made = folder()
    (made / "words").mkdir()
    lists = {"word_lists": [{"id": "mine", "words": ["fine", word]}]}
    (made / "words" / "finding.yaml").write_text(json.dumps(lists), encoding="utf-8")
    assert said(made) == [
        f'1: "{word}" must be words in small letters, or the id of a list of words in braces.'
    ]


@pytest.mark.slow
def test_every_problem_is_told_at_once_whoever_asks(folder: Folder, run: Run) -> None:
    made = folder(metrics=METRIC.replace("result: 5", "result: 6"), practice=SCENARIO.replace("phone", "fax"))
    checked = run("data", "check", str(made), "--json")
    assert checked.code == 1
    assert len(json.loads(checked.out)["problems"]) == 2
    catalog = load_catalog(made, environment={})
    with pytest.raises(InvalidDataError) as refused:
        catalog.metrics  # noqa: B018  the look itself fails
    assert [problem.line for problem in refused.value.problems] == [11]


def test_broken_metrics_stop_only_those_who_ask_for_them(folder: Folder, run: Run) -> None:
    made = str(folder(metrics="metrics: ["))
    assert run("--data-dir", made, "roles").code == 0
    assert run("--data-dir", made, "practice").code == 0
    for arguments in (["metrics"], ["metric", "csat"]):
        outcome = run("--data-dir", made, *arguments)
        assert (outcome.code, outcome.out) == (3, "")
        assert "metrics.yaml:2" in outcome.err
        assert f"cscareer data check {made}" in " ".join(outcome.err.split())


def test_a_script_that_asks_for_roles_reads_neither() -> None:
    code = (
        "import sys; from cscareer import load_catalog, list_roles; catalog = load_catalog(environment={});"
        "list_roles(catalog);"
        "assert not {'cscareer.catalog.metric_models', 'cscareer.catalog.practice_models'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_they_count_among_the_sections_and_their_sources_among_the_cited(run: Run) -> None:
    assert {"metrics", "scenarios"} <= set(section_names(file_models()))
    cited = {
        row["id"]: row["cited_by"] for row in json.loads(run("data", "sources", "--json").out)["sources"]
    }
    assert cited["sqm-first-call-resolution"] >= 3
    assert all(cited.values())
