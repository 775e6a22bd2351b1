"""The figures of service: each complete, sourced, and worked out right."""

import re

import pytest
from rows import each_row

from cscareer.catalog.arithmetic import calculate
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.lookup import find
from cscareer.catalog.metric_models import Direction, Metric
from cscareer.catalog.pointing import citations
from cscareer.guide.metrics import describe_metric, list_metrics

METRICS = load_catalog(environment={}).metrics
OURS = "cscareer-judgement"
PROMISED = {
    "FCR": "first-contact-resolution",
    "first contact resolution": "first-contact-resolution",
    "first call resolution": "first-contact-resolution",
    "AHT": "average-handle-time",
    "handle time": "average-handle-time",
    "CSAT": "customer-satisfaction",
    "NPS": "net-promoter-score",
    "Net Promoter": "net-promoter-score",
    "CES": "customer-effort-score",
    "customer effort": "customer-effort-score",
    "occupancy": "occupancy",
    "service level": "service-level",
    "80/20": "service-level",
    "abandonment": "abandonment-rate",
    "QA score": "quality-score",
    "backlog age": "backlog-age",
    "ASA": "average-speed-of-answer",
    "FRT": "first-response-time",
    "adherence": "schedule-adherence",
}
EXAMPLES = {
    "first-contact-resolution": 76,
    "customer-satisfaction": 85,
    "net-promoter-score": 30,
    "customer-effort-score": 5.5,
    "average-handle-time": 80,
    "service-level": 78,
    "abandonment-rate": 6,
    "average-speed-of-answer": 30,
    "first-response-time": 4,
    "occupancy": 75,
    "schedule-adherence": 95,
    "quality-score": 82,
    "backlog-age": 3,
    "agent-productivity": 8,
    "shrinkage": 30,
    "transfer-rate": 9,
    "escalation-rate": 6,
    "reopen-rate": 4,
    "cost-per-contact": 7,
    "time-to-resolution": 18,
    "backlog": 110,
    "self-service-containment": 60,
    "conformance": 94,
    "forecast-accuracy": 95,
    "attrition": 30,
    "absenteeism": 4,
    "sla-compliance": 95,
    "churn-rate": 3,
    "net-revenue-retention": 102,
}


@pytest.fixture(params=METRICS)
def metric(request: pytest.FixtureRequest) -> Metric:
    return METRICS[request.param]


@each_row("name", PROMISED)
def test_a_metric_is_found_by_what_people_call_it(name: str) -> None:
    assert find(METRICS, name, what="metric", list_command="").entry.id == PROMISED[name]


def test_the_example_comes_to_its_result(metric: Metric) -> None:
    values = {each.id: each.value for each in metric.formula.inputs}
    assert calculate(metric.formula.expression, values) == pytest.approx(EXAMPLES[metric.id])
    assert metric.formula.result == EXAMPLES[metric.id]


def test_handle_time_is_the_golden_value() -> None:
    formula = METRICS["average-handle-time"].formula
    assert [each.value for each in formula.inputs] == [5000, 1000, 2000, 100]
    assert formula.result == 80


def test_a_metric_is_complete(metric: Metric) -> None:
    assert 2 <= len(metric.gaming.points) <= 6
    assert 3 <= len(metric.moving.points) <= 6
    assert metric.notes
    assert len(set(metric.skills)) == len(metric.skills) >= 3
    assert metric.id not in metric.related
    assert metric.related
    texts = [metric.summary, metric.better, *metric.gaming.points, *metric.moving.points]
    texts += [note.words for note in metric.notes]
    assert all(text.endswith((".", "?", '."', '?"')) for text in texts)
    assert len(set(texts)) == len(texts)
    assert max(map(len, texts)) <= 330


def test_every_statement_carries_a_source_that_the_data_knows(catalog: Catalog, metric: Metric) -> None:
    parts = [metric.sources, metric.formula.sources, metric.gaming.sources, metric.moving.sources]
    parts += [note.sources for note in metric.notes]
    parts += [value.sources for value in (metric.good, metric.world_class, metric.average) if value]
    assert all(parts)
    cited = [source for _, source in citations("metrics", metric)]
    assert sorted(cited) == sorted(source for part in parts for source in part), "the walk misses a statement"
    assert set(cited) <= set(catalog.sources)


def test_a_value_is_stated_by_somebody_else_than_us(metric: Metric) -> None:
    for value in (metric.good, metric.world_class, metric.average):
        assert value is None or OURS not in value.sources


def test_how_it_is_gamed_and_moved_is_marked_as_our_judgement(metric: Metric) -> None:
    assert metric.gaming.sources == metric.moving.sources == (OURS,)


def test_the_values_are_those_the_sources_state_and_no_others() -> None:
    stated = {
        (metric.id, name): (value.low, value.high, value.sources)
        for metric in METRICS.values()
        for name in ("good", "world_class", "average")
        if (value := getattr(metric, name))
    }
    sqm, opsdog = ("sqm-kpis",), ("opsdog-occupancy",)
    assert stated == {
        ("first-contact-resolution", "average"): (70, 70, sqm),
        ("first-contact-resolution", "good"): (70, 79, sqm),
        ("first-contact-resolution", "world_class"): (80, None, sqm),
        ("occupancy", "average"): (70.6, 70.6, opsdog),
    }


def test_neither_pole_is_good_for_handle_time_and_occupancy() -> None:
    bands = {metric.id for metric in METRICS.values() if metric.direction is Direction.BAND}
    assert {"average-handle-time", "occupancy", "shrinkage", "agent-productivity"} <= bands


def test_what_must_be_said_with_a_figure_is_said() -> None:
    def notes(metric_id: str) -> str:
        return " ".join(note.words for note in METRICS[metric_id].notes)

    assert "stand-in" in notes("first-contact-resolution")
    assert "three ways" in notes("service-level")
    assert "not a standard" in notes("service-level")
    assert METRICS["customer-effort-score"].scale == (
        "1 (strongly disagree that it was easy) to 7 (strongly agree)"
    )
    assert "4 and 5" in (METRICS["customer-satisfaction"].scale or "")


def test_the_three_service_levels_of_one_day_are_worked_out_right() -> None:
    note = METRICS["service-level"].notes[0].words
    figures = [int(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?=[\s%])", note)]
    calls, in_time, abandoned, early, *shares = figures
    assert shares[0] == round(in_time / calls * 100)
    assert shares[2] == round(in_time / (calls - abandoned) * 100)
    assert shares[3] == round((in_time + early) / calls * 100)


def test_the_list_has_them_all_in_the_order_of_the_data(catalog: Catalog) -> None:
    answer = list_metrics(catalog)
    assert [row.id for row in answer.metrics] == list(catalog.metrics)
    assert "sqm-first-call-resolution" in {source.id for source in answer.sources}


def test_a_metric_in_full_agrees_with_its_entry_and_cites_all_its_sources(
    catalog: Catalog, metric: Metric
) -> None:
    answer = describe_metric(catalog, metric)
    assert (answer.id, answer.good, answer.notes) == (metric.id, metric.good, metric.notes)
    assert {skill.id for skill in answer.skills} == set(metric.skills)
    assert {other.name for other in answer.related} == {catalog.metrics[each].name for each in metric.related}
    assert {source.id for source in answer.sources} == {source for _, source in citations("metrics", metric)}


def test_a_formula_is_put_in_words(catalog: Catalog) -> None:
    answer = describe_metric(catalog, catalog.metrics["average-handle-time"])
    assert answer.formula.words == ("(talk time + time on hold + work after the contact) ÷ contacts handled")
