"""The gap between a person's skills and a role's."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Need, Role, SkillLevel
from cscareer.catalog.skill_models import LearningTime
from cscareer.skills.gap import GapReport, SkillState, Verdict, assess_gap
from cscareer.skills.held import HeldSkill, read_held

levels = st.none() | st.sampled_from(SkillLevel)


def gap(catalog: Catalog, role: str, *said: str) -> GapReport:
    return assess_gap(catalog, catalog.roles[role], read_held(catalog, said))


def exactly(role: Role, *, least: int = 0) -> list[HeldSkill]:
    """All the skills of a role, each at the level it wants."""
    return [HeldSkill(want.skill, SkillLevel(max(want.level, least)), want.skill) for want in role.skills]


def test_nothing_held_is_nothing_met(catalog: Catalog) -> None:
    answer = gap(catalog, "customer-service-specialist")
    assert (answer.share_met, answer.required.met, answer.ready, answer.verdict) == (
        0,
        0,
        False,
        Verdict.STARTING,
    )
    assert {item.state for item in answer.skills} == {SkillState.MISSING}


@pytest.mark.parametrize("least", [0, 4])
def test_everything_held_is_everything_met_and_no_more(catalog: Catalog, least: int) -> None:
    for role in catalog.roles.values():
        answer = assess_gap(catalog, role, exactly(role, least=least))
        assert (answer.share_met, answer.ready, answer.verdict) == (1, True, Verdict.READY)
        assert all(item.next_step is None for item in answer.skills)


def test_the_share_met_follows_the_formula_by_hand(catalog: Catalog) -> None:
    role = catalog.roles["customer-service-specialist"]
    required = [want for want in role.skills if want.need is Need.REQUIRED]
    helpful = [want for want in role.skills if want.need is Need.HELPFUL]
    one, two = required[0], helpful[0]
    held = [HeldSkill(one.skill, SkillLevel.BASIC, ""), HeldSkill(two.skill, SkillLevel(two.level), "")]
    assert one.level == 2
    expected = (2 * 1 / 2 + 1 * 1) / (2 * len(required) + len(helpful))
    answer = assess_gap(catalog, role, held)
    assert answer.share_met == round(expected, 4)
    assert (answer.required.met, answer.required.total) == (0, len(required))
    assert (answer.helpful.met, answer.helpful.total) == (1, len(helpful))


@pytest.mark.parametrize(
    ("role", "state"),
    [
        ("customer-service-specialist", SkillState.HAVE),  # wants working
        ("senior-customer-service-specialist", SkillState.BELOW),  # wants advanced
    ],
)
def test_a_skill_with_no_level_stated_counts_as_working_and_says_so(
    catalog: Catalog, role: str, state: SkillState
) -> None:
    item = next(item for item in gap(catalog, role, "empathy").skills if item.id == "empathy")
    assert (item.state, item.held_level, item.level_stated) == (state, 2, False)


def test_a_skill_below_its_level_names_the_step_to_the_next(catalog: Catalog) -> None:
    answer = gap(catalog, "senior-customer-service-specialist", "empathy:2")
    item = next(item for item in answer.skills if item.id == "empathy")
    assert (item.state, item.held_level, item.wanted_level, item.level_stated) == (
        SkillState.BELOW,
        2,
        3,
        True,
    )
    assert item.next_step == catalog.skills["empathy"].build.advanced


def test_a_missing_skill_names_its_first_step(catalog: Catalog) -> None:
    item = next(item for item in gap(catalog, "customer-service-manager").skills if item.id == "coaching")
    assert item.next_step == catalog.skills["coaching"].build.basic
    assert item.level_stated is None


def test_required_skills_stand_before_helpful_ones(catalog: Catalog) -> None:
    for role in catalog.roles:
        needs = [item.need for item in gap(catalog, role).skills]
        assert needs == sorted(needs, key=lambda need: need is Need.HELPFUL)


def test_ready_asks_for_the_required_skills_only(catalog: Catalog) -> None:
    role = catalog.roles["account-manager"]
    required = [
        skill for skill, want in zip(exactly(role), role.skills, strict=True) if want.need is Need.REQUIRED
    ]
    assert assess_gap(catalog, role, required).ready
    assert not assess_gap(catalog, role, required[1:]).ready


def test_skills_the_role_does_not_ask_for_are_kept_apart(catalog: Catalog) -> None:
    answer = gap(catalog, "call-center-specialist", "sql:2,typing")
    assert [(skill.id, skill.level) for skill in answer.other_skills] == [("sql", 2)]
    assert answer.share_met == gap(catalog, "call-center-specialist", "typing").share_met


@given(data=st.data())
def test_more_skill_never_lowers_the_share(catalog: Catalog, data: st.DataObject) -> None:
    role = catalog.roles[data.draw(st.sampled_from(sorted(catalog.roles)))]
    wanted = sorted(want.skill for want in role.skills)
    before = data.draw(st.dictionaries(st.sampled_from(wanted), st.sampled_from(SkillLevel)))
    raised = data.draw(st.sampled_from(wanted))
    after = before | {raised: SkillLevel(min(before.get(raised, 0) + 1, 4))}
    lower, higher = (
        assess_gap(catalog, role, [HeldSkill(skill, level, "") for skill, level in held.items()])
        for held in (before, after)
    )
    assert 0 <= lower.share_met <= higher.share_met <= 1
    assert lower.required.met <= higher.required.met


@given(held=st.dictionaries(st.sampled_from(["empathy", "communication", "coaching", "typing"]), levels))
def test_counts_and_states_agree(catalog: Catalog, held: dict[str, SkillLevel | None]) -> None:
    role = catalog.roles["customer-service-team-lead"]
    answer = assess_gap(catalog, role, [HeldSkill(skill, level, "") for skill, level in held.items()])
    done = [item for item in answer.skills if item.state is SkillState.HAVE]
    assert len(done) == answer.required.met + answer.helpful.met
    assert all((item.met == 1) == (item.state is SkillState.HAVE) for item in answer.skills)
    assert all((item.met == 0) == (item.state is SkillState.MISSING) for item in answer.skills)
    still_open = [
        item for item in answer.skills if item.need is Need.REQUIRED and item.state is not SkillState.HAVE
    ]
    assert answer.ready == all(item.taught for item in still_open) == (answer.verdict is Verdict.READY)


@given(data=st.data())
def test_what_open_skills_would_add_is_just_what_is_missing(catalog: Catalog, data: st.DataObject) -> None:
    role = data.draw(st.sampled_from(list(catalog.roles.values())))
    chosen = data.draw(st.dictionaries(st.sampled_from(sorted(catalog.skills)), levels))
    answer = assess_gap(catalog, role, [HeldSkill(skill, level, "") for skill, level in chosen.items()])
    assert answer.share_met + sum(item.gain for item in answer.skills) == pytest.approx(1, abs=0.01)
    gains = {item.id: item.gain for item in answer.skills}
    raising = [gains[skill] for skill in answer.raises_most]
    untaught = [item.gain for item in answer.skills if not item.taught]
    assert raising == sorted(untaught, reverse=True)[: len(raising)]
    assert all(raising)
    assert len(raising) == min(3, sum(gain > 0 for gain in untaught))


def test_how_long_a_skill_takes_is_told_only_where_a_source_says_so(catalog: Catalog) -> None:
    timed_by_a_source = [item.id for item in gap(catalog, "customer-service-manager").skills if item.takes]
    assert timed_by_a_source == ["process-improvement"]
    takes = LearningTime(
        low=20, high=40, unit="hours", claim="A course takes so long.", sources=("onet-29.3",)
    )
    timed = catalog.skills["coaching"].model_copy(update={"takes": takes})
    own = replace(catalog, skills={**catalog.skills, "coaching": timed})
    answer = gap(own, "customer-service-manager")
    assert next(item.takes for item in answer.skills if item.id == "coaching") == takes
    held = gap(own, "customer-service-manager", "coaching:4")
    assert next(item.takes for item in held.skills if item.id == "coaching") is None


def test_what_the_profile_keeps_as_proof_stands_beside_the_skill(catalog: Catalog) -> None:
    held = HeldSkill("coaching", SkillLevel.EXPERT, "Coaching", evidence="Coached six agents")
    answer = assess_gap(catalog, catalog.roles["customer-service-manager"], [held])
    kept = {item.id: item.kept_evidence for item in answer.skills if item.kept_evidence}
    assert kept == {"coaching": "Coached six agents"}


def test_why_the_share_is_not_the_count_is_said(run: Run) -> None:
    words = ("gap", "customer service manager", "--have")
    assert "% with what is partly there" in run(*words, "coaching:2,empathy").out
    assert "% in all, required ones twice" in run(*words, "coaching:3").out


def test_what_a_person_also_has_is_quoted_and_no_line_twice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "me.txt").write_text("Skills\n- Used Zendesk and Excel\nSpanish, typing\n")
    words = ("gap", "account manager", "--resume", str(tmp_path / "me.txt"), "--evidence", "--full")
    also = run(*words).out
    assert "Ticketing systems (named). Line 2: “" in also.partition("You also have")[2]
    assert also.partition("Spreadsheets  ")[2].partition("☐")[0].count("Line 2:") == 1
