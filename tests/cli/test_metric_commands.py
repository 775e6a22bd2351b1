"""`metrics` and `metric` as a person or a script runs them."""

import json

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import load_catalog

METRICS = load_catalog(environment={}).metrics


@each_row("metric_id", METRICS)
@each_row("output_format", ["table", "json", "csv", "markdown"])
def test_every_metric_is_shown_in_every_format(run: Run, metric_id: str, output_format: str) -> None:
    outcome = run("metric", metric_id, "-f", output_format, env={"COLUMNS": "80"})
    assert (outcome.code, outcome.err) == (0, "")
    shown = " ".join(outcome.out.replace("\\", "").split())
    assert METRICS[metric_id].summary in shown


@pytest.mark.parametrize("said", ["fcr", "FCR", "first call resolution", "First-Contact-Resolution"])
def test_a_metric_is_named_by_abbreviation_name_id_or_alias_without_quotes(run: Run, said: str) -> None:
    outcome = run("metric", *said.split(), "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["id"] == "first-contact-resolution"


def test_the_beginning_of_a_name_is_announced(run: Run) -> None:
    assert run("metric", "occ").err == 'Reading "occ" as Occupancy.\n'


def test_a_misspelt_name_is_suggested_and_never_corrected(run: Run) -> None:
    outcome = run("metric", "net promotor score", "--json")
    error = json.loads(outcome.err)["error"]
    assert (outcome.code, outcome.out) == (2, "")
    assert error["suggestions"][0] == "Net promoter score"
    assert "cscareer metrics" in error["hint"]


def test_an_ambiguous_name_lists_the_candidates(run: Run) -> None:
    outcome = run("metric", "average", "--json")
    assert outcome.code == 2
    assert {"Average handle time", "Average speed of answer"} <= set(
        json.loads(outcome.err)["error"]["suggestions"]
    )


def test_what_no_source_states_is_null_and_said_to_be(run: Run) -> None:
    content = json.loads(run("metric", "csat", "--json").out)
    assert content["good"] is content["world_class"] is content["average"] is None
    assert run("metric", "csat", "--full").out.count("no sourced value") == 3


def test_a_stated_value_names_its_publisher_and_that_it_is_undated(run: Run) -> None:
    shown = run("metric", "fcr").out
    assert "70–79% (of calls, by a survey after the call, SQM Group, undated)" in shown
    assert "80% and above (of calls, reached by 5% of more than 500" in " ".join(shown.split())
    assert (
        "70.6% (mean of 494 centers, on a page without a date, OpsDog, undated)"
        in run("metric", "occupancy").out
    )


def test_the_example_is_shown_with_its_figures_put_in(run: Run) -> None:
    assert "(5,000 + 1,000 + 2,000) ÷ 100 = 80 seconds" in run("metric", "aht", "--full").out
    assert "(120 − 45) ÷ 250 × 100 = 30 points" in run("metric", "nps").out


def test_a_statement_of_somebody_else_names_them_where_it_stands(run: Run) -> None:
    shown = " ".join(run("metric", "fcr", "--full").out.split())
    assert "costs about 15% of satisfaction. (SQM Group)" in shown
    assert "How it is worked out (Genesys)" in run("metric", "aht", "--full").out
