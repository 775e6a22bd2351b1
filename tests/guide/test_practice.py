"""Scenarios to rehearse: each well made, found by its names, picked by chance, and scored."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.lookup import find
from cscareer.catalog.practice_models import Channel, Difficulty, Scenario
from cscareer.errors import UsageError
from cscareer.guide.practice import (
    POINTS,
    Done,
    describe_scenario,
    list_scenarios,
    pick_scenario,
    score_practice,
)
from cscareer.render.layouts.guide.practice import practice_score
from cscareer.render.markdown_format import draw_markdown

CATALOG = load_catalog(environment={})
SCENARIOS = CATALOG.scenarios
PROMISED = {
    "angry customer": "angry-customer",
    "wrong bill": "wrong-bill",
    "outage": "outage",
    "refund refused": "refund-refused",
    "language barrier": "language-barrier",
    "privacy request": "privacy-request",
    "social media complaint": "social-media-complaint",
    "AI bot gave a wrong answer": "ai-wrong-answer",
    "escalation to you": "escalation-to-you",
    "upset VIP": "upset-vip",
    "silent caller": "silent-caller",
    "bad news": "bad-news",
}
DAY = dt.date(2026, 5, 15)


@pytest.fixture(params=SCENARIOS)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return SCENARIOS[request.param]


def test_there_are_enough_of_every_channel_and_difficulty() -> None:
    assert len(SCENARIOS) >= 12
    assert {each.channel for each in SCENARIOS.values()} == set(Channel)
    for difficulty in Difficulty:
        assert sum(each.difficulty is difficulty for each in SCENARIOS.values()) >= 3


@each_row("name", PROMISED)
def test_what_the_guide_promises_is_there(name: str) -> None:
    assert find(SCENARIOS, name, what="scenario", list_command="").entry.id == PROMISED[name]


def test_a_scenario_is_well_made(scenario: Scenario) -> None:
    assert 4 <= len(scenario.rubric) <= 6
    assert len({behaviour.skill for behaviour in scenario.rubric}) >= 3
    assert len({behaviour.words for behaviour in scenario.rubric}) == len(scenario.rubric)
    assert {behaviour.skill for behaviour in scenario.rubric} <= set(CATALOG.skills)
    assert scenario.aliases
    assert scenario.replies.good != scenario.replies.better
    assert len(" ".join(scenario.replies.better)) > len(" ".join(scenario.replies.good))
    assert scenario.sources == ("cscareer-judgement",)
    assert len(scenario.summary) <= 100


def test_a_behaviour_is_one_that_a_listener_can_observe(scenario: Scenario) -> None:
    for behaviour in scenario.rubric:
        assert re.match(r"[A-Z][a-z]+(s|n't) ", behaviour.words), f"{behaviour.words} begins with no deed"
        assert not re.match(r"Feels|Knows|Understands|Wants|Thinks|Cares|Believes", behaviour.words)
        assert behaviour.words.endswith(".")
        assert len(behaviour.words) <= 100


def test_the_first_words_belong_to_the_customer_and_no_text_of_ours_stands_twice(scenario: Scenario) -> None:
    everything = [
        text
        for each in SCENARIOS.values()
        for text in (*each.opening, *each.known, each.situation, *each.replies.good, *each.replies.better)
    ]
    assert scenario.opening
    assert all(everything.count(text) == 1 for text in (*scenario.opening, *scenario.replies.better))


def test_no_reply_asks_for_a_password_or_the_like_and_the_privacy_ones_disclose_nothing() -> None:
    for each in SCENARIOS.values():
        better = " ".join(each.replies.better).lower()
        assert not re.search(r"(what is|tell me|send us|send me) your (password|pin|social)", better)
    for name in ("privacy-request", "unverified-caller", "language-barrier"):
        assert any(behaviour.skill == "privacy-security" for behaviour in SCENARIOS[name].rubric)
    replies = SCENARIOS["privacy-request"].replies
    assert not re.search(
        r"(found|see|have) your account|your account (name )?is", " ".join([*replies.good, *replies.better])
    )
    answered = " ".join(replies.better)
    assert "I can't say by email whether there is an account" in answered


def test_the_list_has_them_all_easy_ones_first() -> None:
    answer = list_scenarios(CATALOG)
    assert {row.id for row in answer.scenarios} == set(SCENARIOS)
    ranks = [list(Difficulty).index(row.difficulty) for row in answer.scenarios]
    assert ranks == sorted(ranks)


@each_row("skill_id", sorted({each.skill for one in SCENARIOS.values() for each in one.rubric}))
def test_a_skill_lets_only_scenarios_through_that_ask_for_it(skill_id: str) -> None:
    skill = CATALOG.skills[skill_id]
    rows = list_scenarios(CATALOG, skill).scenarios
    assert rows
    assert all(skill_id in {each.id for each in row.skills} for row in rows)
    others = set(SCENARIOS) - {row.id for row in rows}
    assert all(skill_id not in {each.skill for each in SCENARIOS[other].rubric} for other in others)
    assert pick_scenario(CATALOG, skill, seed=1).id in {row.id for row in rows}


def test_a_skill_that_none_asks_for_leaves_an_empty_list_and_nothing_to_pick() -> None:
    sql = CATALOG.skills["sql"]
    assert list_scenarios(CATALOG, sql).scenarios == ()
    with pytest.raises(UsageError, match="No scenario asks for SQL"):
        pick_scenario(CATALOG, sql)


def test_a_seed_picks_the_same_scenario_and_seeds_pick_every_one() -> None:
    assert pick_scenario(CATALOG, seed=7) == pick_scenario(CATALOG, seed=7)
    assert {pick_scenario(CATALOG, seed=seed).id for seed in range(300)} == set(SCENARIOS)


def test_a_scenario_in_full_agrees_with_its_entry(scenario: Scenario) -> None:
    answer = describe_scenario(CATALOG, scenario)
    assert (answer.opening, answer.replies) == (scenario.opening, scenario.replies)
    assert [item.skill.name for item in answer.rubric] == [
        CATALOG.skills[behaviour.skill].name for behaviour in scenario.rubric
    ]


def test_a_rehearsal_is_scored_two_one_or_nothing_for_each_behaviour() -> None:
    answers = [Done.YES, Done.PARTLY, Done.NO, Done.YES, Done.YES, Done.YES]
    score = score_practice(CATALOG, SCENARIOS["angry-customer"], answers, DAY)
    assert (score.points, score.out_of, score.date) == (9, 12, "2026-05-15")
    assert [item.points for item in score.behaviours] == [2, 1, 0, 2, 2, 2]
    assert [skill.id for skill in score.work_on] == ["de-escalation", "empathy"]


def test_an_answer_too_few_or_too_many_is_refused() -> None:
    for count in (5, 7):
        with pytest.raises(ValueError, match="zip"):
            score_practice(CATALOG, SCENARIOS["angry-customer"], [Done.YES] * count, DAY)


@given(st.sampled_from(sorted(SCENARIOS)), st.data())
def test_the_skills_to_work_on_are_those_that_cost_points_and_no_others(
    name: str, data: st.DataObject
) -> None:
    scenario = SCENARIOS[name]
    answers = [data.draw(st.sampled_from(Done)) for _ in scenario.rubric]
    score = score_practice(CATALOG, scenario, answers, DAY)
    assert 0 <= score.points == sum(POINTS[said] for said in answers) <= score.out_of
    costly = {
        behaviour.skill
        for behaviour, said in zip(scenario.rubric, answers, strict=True)
        if said is not Done.YES
    }
    assert {skill.id for skill in score.work_on} == costly
    assert (score.points == score.out_of) == (not score.work_on)


def test_a_score_ends_with_both_replies_and_the_persons_own_beside_them() -> None:
    scenario = SCENARIOS["angry-customer"]
    answers = [Done.YES] * len(scenario.rubric)
    score = score_practice(CATALOG, scenario, answers, DAY, "I can see why you are upset.")
    assert score.replies == scenario.replies
    assert score_practice(CATALOG, scenario, answers, DAY, "").said is None
    shown = draw_markdown(practice_score(score), (), ())
    headings = ["What you said", "A good reply", "A better reply", "What makes it better"]
    places = [shown.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "I can see why you are upset." in shown
    assert all(why.split()[0] in shown[places[-1] :] for why in scenario.replies.why_better)
    spoken = draw_markdown(practice_score(score_practice(CATALOG, scenario, answers, DAY)), (), ())
    assert "What you said" not in spoken
