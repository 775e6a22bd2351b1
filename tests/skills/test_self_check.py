"""Which plain question is asked next, and when enough is known."""

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Need
from cscareer.skills.held import Person
from cscareer.skills.matching import Matcher
from cscareer.skills.self_check import FEWEST, MOST, SelfCheckPlan


def run_through(plan: SelfCheckPlan, answer: int) -> list[str]:
    asked = []
    while (skill := plan.next()) is not None:
        asked.append(skill)
        plan.take(skill, answer)
    return asked


@each_row("answer", [0, 1, 2, 3, 4])
def test_it_ends_after_a_few_questions_and_asks_none_twice(catalog: Catalog, answer: int) -> None:
    asked = run_through(SelfCheckPlan(catalog, Matcher(catalog)), answer)
    assert FEWEST <= len(asked) <= MOST
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("answer", [1, 2, 3])
def test_it_stops_when_the_first_three_roles_no_longer_change(catalog: Catalog, answer: int) -> None:
    matcher = Matcher(catalog)
    plan = SelfCheckPlan(catalog, matcher)
    firsts: list[tuple[str, ...]] = []
    asked: list[str] = []

    def is_enough() -> bool:
        return len(set(firsts[-3:])) == 1

    while (skill := plan.next()) is not None:
        assert len(asked) < FEWEST or not is_enough()
        asked.append(skill)
        plan.take(skill, answer)
        firsts.append(tuple(role.id for role in matcher.report(Person(plan.held), top=3).roles))
    assert len(asked) == MOST or is_enough()


def test_a_skipped_question_says_nothing_of_the_skill_and_isnt_asked_again(catalog: Catalog) -> None:
    plan = SelfCheckPlan(catalog, Matcher(catalog))
    asked = []
    while (skill := plan.next()) is not None:
        asked.append(skill)
        plan.take(skill, None)
    assert len(set(asked)) == len(asked) == FEWEST
    assert (plan.held, plan.lacks) == ((), frozenset())


def test_an_answer_is_a_level_by_the_skills_own_ladder_and_not_at_all_is_none(catalog: Catalog) -> None:
    plan = SelfCheckPlan(catalog, Matcher(catalog))
    plan.take("de-escalation", 3)
    plan.take("coaching", 0)
    assert [(held.skill, held.level) for held in plan.held] == [("de-escalation", 3)]


def test_for_one_role_what_it_requires_is_asked_first(catalog: Catalog) -> None:
    role = catalog.roles["customer-service-manager"]
    asked = run_through(SelfCheckPlan(catalog, Matcher(catalog), role), 2)
    wanted = {skill.skill: skill.need for skill in role.skills}
    assert set(asked) <= set(wanted)
    needs = [wanted[skill] is Need.REQUIRED for skill in asked]
    assert needs == sorted(needs, reverse=True)


def test_every_role_has_at_least_a_few_skills_that_can_be_asked_about(catalog: Catalog) -> None:
    for role in catalog.roles.values():
        assert sum(skill.skill in catalog.self_checks for skill in role.skills) >= 5, role.id


def test_the_answers_of_a_question_differ(catalog: Catalog) -> None:
    for check in catalog.self_checks.values():
        assert check.question.endswith("?")
        assert len(set(check.answers.in_order)) == 5
