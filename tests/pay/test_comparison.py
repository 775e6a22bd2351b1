"""Titles side by side."""

from itertools import permutations
from pathlib import Path

import pytest

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.errors import UsageError
from cscareer.pay.comparison import Comparison, compare_roles


def compared(catalog: Catalog, *ids: str) -> Comparison:
    return compare_roles(catalog, [catalog.roles[each] for each in ids])


def test_specialist_and_manager_differ_by_25_625_or_58_9_percent(catalog: Catalog) -> None:
    first, second = compared(catalog, "customer-service-specialist", "customer-service-manager").roles
    assert first.midpoint is not None
    assert second.midpoint is not None
    assert (first.midpoint.amount, second.midpoint.amount) == (43_500, 69_125)
    assert first.difference is None
    assert second.difference is not None
    assert (second.difference.amount, second.difference.percent) == (25_625, 58.9)


def test_a_missing_range_leaves_no_difference(catalog: Catalog) -> None:
    _, without = compared(catalog, "customer-service-specialist", "account-manager").roles
    assert (without.pay.low, without.midpoint, without.difference) == (None, None, None)
    _, other = compared(catalog, "account-manager", "customer-service-specialist").roles
    assert other.midpoint is not None
    assert other.difference is None


PUBLISHED = ["customer-service-specialist", "customer-service-manager", "call-center-specialist"]


@pytest.mark.parametrize("pair", list(permutations(PUBLISHED, 2)))
def test_the_difference_turned_round_has_the_other_sign(catalog: Catalog, pair: tuple[str, str]) -> None:
    there = compared(catalog, *pair).roles[1].difference
    back = compared(catalog, *reversed(pair)).roles[1].difference
    assert there is not None
    assert back is not None
    assert there.amount == -back.amount


def test_every_skill_is_shared_or_sets_a_role_apart_and_never_both(catalog: Catalog) -> None:
    ids = ["customer-service-specialist", "senior-customer-service-specialist", "customer-service-team-lead"]
    answer = compared(catalog, *ids)
    shared = {skill.id for skill in answer.shared_skills}
    assert shared
    for role in answer.roles:
        own = {skill.id for skill in role.skills}
        assert own.isdisjoint(shared)
        assert own | shared == {wanted.skill for wanted in catalog.roles[role.id].skills}
    for skill in answer.shared_skills:
        assert [level.role for level in skill.levels] == ids


def test_hourly_pay_is_compared_by_the_year(tmp_path: Path) -> None:
    (tmp_path / "salaries.yaml").write_text(
        'salaries:\n  - {role: account-manager, area: "99", year: 2026, low: 20, high: 30, currency: USD, per: hour,\n'
        "     starting: false, sources: [cscareer-judgement]}\n",
        encoding="utf-8",
    )
    catalog = load_catalog(tmp_path, {})
    _, hourly = compared(catalog, "customer-service-specialist", "account-manager").roles
    assert (hourly.pay.low, hourly.pay.high, hourly.pay.hours) == (41_600, 62_400, 2_080)
    assert hourly.difference is not None
    assert hourly.difference.amount == 52_000 - 43_500


def test_another_currency_is_never_subtracted(tmp_path: Path) -> None:
    (tmp_path / "salaries.yaml").write_text(
        'salaries:\n  - {role: account-manager, area: "99", year: 2026, low: 30000, high: 40000, currency: EUR, per: year,\n'
        "     starting: false, sources: [cscareer-judgement]}\n",
        encoding="utf-8",
    )
    catalog = load_catalog(tmp_path, {})
    assert compared(catalog, "customer-service-specialist", "account-manager").roles[1].difference is None


@pytest.mark.parametrize("count", [0, 1, 6])
def test_two_to_five_titles_are_compared(catalog: Catalog, count: int) -> None:
    with pytest.raises(UsageError, match=f"two to five titles; you gave {count}"):
        compare_roles(catalog, list(catalog.roles.values())[:count])
    assert len(compare_roles(catalog, list(catalog.roles.values())[:5]).roles) == 5


def test_a_title_is_not_compared_with_itself(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="stands twice"):
        compared(catalog, "account-manager", "account-manager")
