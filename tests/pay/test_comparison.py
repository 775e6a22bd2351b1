"""Titles side by side."""

from itertools import permutations
from pathlib import Path

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.errors import UsageError
from cscareer.pay.comparison import Comparison, compare_places, compare_roles
from cscareer.pay.report import find_location


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


def test_starting_pay_and_a_band_of_all_wages_leave_no_difference(catalog: Catalog) -> None:
    _, without = compared(catalog, "customer-service-specialist", "account-manager").roles
    assert (without.pay.basis, without.band is None, without.difference) == ("observed", False, None)
    assert without.median_difference is not None
    _, other = compared(catalog, "account-manager", "customer-service-specialist").roles
    assert other.midpoint is not None
    assert other.difference is None


def test_a_median_and_the_middle_half_of_wages_are_compared_median_against_median(catalog: Catalog) -> None:
    _, manager = compared(catalog, "customer-service-specialist", "account-manager").roles
    assert manager.band is not None
    assert manager.band.around_median
    assert manager.typical_difference == manager.median_difference
    assert manager.median_difference is not None
    assert (manager.median_difference.amount, manager.median_difference.percent) == (25_220, 56.3)


def test_one_kind_of_figure_is_told_of_all_roles_here_and_in_a_place(catalog: Catalog) -> None:
    roles = [catalog.roles[each] for each in ("customer-service-specialist", "call-center-supervisor")]
    for place in (None, find_location(catalog, "Columbus, OH")):
        first, second = compare_roles(catalog, roles, place).roles
        assert first.typical is not None
        assert second.typical is not None
        assert second.typical_difference is not None
        assert second.typical_difference.amount == second.typical.amount - first.typical.amount
    alike = compared(catalog, "customer-service-specialist", "call-center-specialist").roles[1]
    assert (alike.typical_difference, alike.median_difference is None) == (None, False)


def test_a_catch_all_occupation_leaves_no_difference(catalog: Catalog) -> None:
    for titles in (("customer-service-manager", CATCH_ALL), (CATCH_ALL, "customer-service-manager")):
        first, second = compared(catalog, *titles).roles
        assert first.midpoint is not None
        assert second.midpoint is not None
        assert {second.difference, second.median_difference, second.typical_difference} == {None}
    places = [find_location(catalog, said) for said in ("Austin", "Denver")]
    _, second_place = compare_places(catalog, [catalog.roles[CATCH_ALL]], places).places
    assert second_place.observed is not None
    assert (second_place.difference, second_place.median_difference, second_place.real_difference) == (
        None, None, None,
    )  # fmt: skip


CATCH_ALL = "quality-assurance-analyst"  # 13-1199, Business Operations Specialists, All Other
PUBLISHED = ["customer-service-specialist", "customer-service-manager", "call-center-specialist"]


@each_row("pair", list(permutations(PUBLISHED, 2)))
def test_the_difference_turned_round_has_the_other_sign(catalog: Catalog, pair: tuple[str, str]) -> None:
    there = compared(catalog, *pair).roles[1].difference
    back = compared(catalog, *reversed(pair)).roles[1].difference
    assert there is not None
    assert back is not None
    assert there.amount == -back.amount


def test_a_skill_is_shared_when_every_role_wants_it(catalog: Catalog) -> None:
    ids = ["customer-service-specialist", "senior-customer-service-specialist", "customer-service-team-lead"]
    answer = compared(catalog, *ids)
    shared = {skill.id for skill in answer.shared_skills}
    assert shared
    wanted_by = [{skill.id for skill in role.skills} for role in answer.roles]
    assert shared == set.intersection(*wanted_by)
    for role, own in zip(answer.roles, wanted_by, strict=True):
        assert own == {wanted.skill for wanted in catalog.roles[role.id].skills}
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


class TestInAPlace:
    """Titles compared where a person lives."""

    def test_ranges_are_moved_there_and_medians_are_of_one_kind(self, catalog: Catalog) -> None:
        place = find_location(catalog, "Austin")
        roles = [catalog.roles["customer-service-specialist"], catalog.roles["customer-service-manager"]]
        first, second = compare_roles(catalog, roles, place).roles
        assert (first.pay.low, first.pay.high, first.pay.basis) == (38_250, 46_150, "localized")
        assert second.difference is not None
        assert second.midpoint is not None
        assert first.midpoint is not None
        assert second.difference.amount == second.midpoint.amount - first.midpoint.amount
        assert second.median_difference is not None
        assert second.median_difference.amount == 76_240 - 43_720

    def test_starting_pay_and_observed_wages_are_never_subtracted(self, catalog: Catalog) -> None:
        place = find_location(catalog, "Austin")
        roles = [catalog.roles["customer-service-specialist"], catalog.roles["account-manager"]]
        second = compare_roles(catalog, roles, place).roles[1]
        assert (second.pay.basis, second.difference) == ("observed", None)
        assert second.median_difference is not None


class TestPlaces:
    """One or more titles in several places."""

    def test_each_title_is_held_against_itself_in_the_first_place(self, catalog: Catalog) -> None:
        roles = [catalog.roles["customer-service-specialist"], catalog.roles["account-manager"]]
        places = [find_location(catalog, said) for said in ("Austin", "Denver", "Boston")]
        cells = compare_places(catalog, roles, places).places
        assert [(cell.role.id, cell.location.area.id) for cell in cells] == [
            (role.id, place.area.id) for role in roles for place in places
        ]
        for number, cell in enumerate(cells):
            first = cells[number - number % 3]
            assert (cell.difference is None) == (cell is first)
            if cell is not first:
                assert cell.median_difference is not None
                assert cell.observed is not None
                assert first.observed is not None
                assert cell.observed.median is not None
                assert first.observed.median is not None
                assert cell.median_difference.amount == cell.observed.median - first.observed.median

    def test_without_prices_there_is_no_real_difference(self, catalog: Catalog) -> None:
        places = [find_location(catalog, said) for said in ("Miami", "Ponce, PR")]
        _, second = compare_places(catalog, [catalog.roles["customer-service-specialist"]], places).places
        assert (second.prices.index, second.real_median, second.real_difference) == (None, None, None)
        assert second.prices.note is not None

    @pytest.mark.parametrize("count", [0, 1, 6])
    def test_two_to_five_places_are_compared(self, catalog: Catalog, count: int) -> None:
        states = ["TX", "CA", "NY", "FL", "OH", "WA"][:count]
        with pytest.raises(UsageError, match="two to five different places"):
            compare_places(
                catalog,
                [catalog.roles["customer-service-specialist"]],
                [find_location(catalog, state) for state in states],
            )


def test_the_measure_is_named_and_no_sign_is_explained_that_is_not_there(run: Run) -> None:
    pair = ("compare", "csr", "customer service manager")
    nation, there = (" ".join(run(*pair, *where).out.split()) for where in ((), ("-l", "Columbus, OH")))
    for said in (nation, there):
        assert "Customer Service Manager typically pays" in said
        assert "Typical: half of everyone in the occupation earn less. Differences are of that." in said
    assert "= starting" not in nation
    assert "~ estimate" not in there
    one = " ".join(run("compare", "csr", "call center specialist", "-l", "Columbus, OH").out.split())
    assert "counted in one occupation" in one
    assert "$0" not in one


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (("Austin", "Dallas"), "In Dallas, TX the median is $1,270 a year more than in Austin, TX, but it buys $941 a year less there."),
        (("Cleveland, OH", "Columbus, OH"), "the median can't be told apart from that in Cleveland, OH, and what it buys can't either."),
        (("Austin", "Guam"), "In Guam the median is $13,370 a year less than in Austin, TX."),
        (("Austin", "Denver", "Boston"), "Pay goes furthest in Boston, MA: the median there buys"),
    ],
)  # fmt: skip
def test_where_pay_is_more_and_buys_more_is_said_first(run: Run, places: tuple[str, ...], said: str) -> None:
    words = [word for place in places for word in ("-l", place)]
    assert said in " ".join(run("compare", "csr", *words).out.split("\n\n")[1].split())
