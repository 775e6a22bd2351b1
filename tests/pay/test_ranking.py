"""Where an occupation pays best."""

import pytest
from conftest import Run

from cscareer.catalog.loading import Catalog
from cscareer.errors import UsageError
from cscareer.pay.ranking import PayRanking, RankBy, rank_pay


def ranked(catalog: Catalog, by: RankBy, *, real: bool = False, top: int = 1000) -> PayRanking:
    return rank_pay(catalog, catalog.roles["customer-service-specialist"], by, top=top, by_real=real)


@pytest.mark.parametrize("by", RankBy)
def test_the_highest_median_comes_first_and_ranks_count_up(catalog: Catalog, by: RankBy) -> None:
    answer = ranked(catalog, by)
    medians = [entry.wages.median or 0 for entry in answer.ranking]
    assert medians == sorted(medians, reverse=True)
    assert [entry.rank for entry in answer.ranking] == list(range(1, len(medians) + 1))
    assert answer.ranked == len(medians)


def test_areas_are_metros_and_nonmetro_areas_states_have_their_territories(catalog: Catalog) -> None:
    assert {entry.type for entry in ranked(catalog, RankBy.AREA).ranking} == {"metro", "nonmetro"}
    states = ranked(catalog, RankBy.STATE)
    assert {entry.type for entry in states.ranking} == {"state", "territory"}
    assert states.ranked + states.left_out == 54


def test_after_the_cost_of_living_only_areas_with_prices_of_their_own_are_ranked(catalog: Catalog) -> None:
    answer = ranked(catalog, RankBy.AREA, real=True)
    assert {entry.type for entry in answer.ranking} == {"metro"}
    assert not any("Bridgeport" in entry.name or ", PR" in entry.name for entry in answer.ranking)
    worth = [entry.real_median.amount for entry in answer.ranking if entry.real_median]
    assert len(worth) == len(answer.ranking)
    assert worth == sorted(worth, reverse=True)
    for entry in answer.ranking:
        assert entry.price_index is not None
        assert entry.real_median is not None
        assert entry.wages.median is not None
        assert entry.real_median.amount == round(entry.wages.median * 100 / entry.price_index)


def test_industries_are_the_sectors_of_the_nation(catalog: Catalog) -> None:
    answer = ranked(catalog, RankBy.INDUSTRY)
    assert {"62", "72", "44-45", "51"} <= {entry.id for entry in answer.ranking}
    assert all(entry.wages.area.id == "99" and entry.price_index is None for entry in answer.ranking)


def test_only_the_top_is_shown_and_all_are_counted(catalog: Catalog) -> None:
    answer = ranked(catalog, RankBy.AREA, top=3)
    assert (len(answer.ranking), answer.ranked > 500) == (3, True)


@pytest.mark.parametrize("top", [0, -3])
def test_a_ranking_of_nothing_is_refused(catalog: Catalog, top: int) -> None:
    with pytest.raises(UsageError):
        ranked(catalog, RankBy.AREA, top=top)


def test_industries_have_no_cost_of_living(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="cost of living"):
        ranked(catalog, RankBy.INDUSTRY, real=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("by", "all_there_are"), [(RankBy.AREA, 528), (RankBy.STATE, 54), (RankBy.INDUSTRY, 23)]
)
def test_what_has_no_row_is_left_out_too_and_counted(
    catalog: Catalog, by: RankBy, all_there_are: int
) -> None:
    by_occupation = {role.occupation.code: role for role in catalog.roles.values()}
    for role in by_occupation.values():
        answer = rank_pay(catalog, role, by, top=1000)
        assert answer.ranked + answer.left_out == all_there_are
        assert answer.ranked == len(answer.ranking)
    rare = rank_pay(catalog, catalog.roles["knowledge-base-specialist"], RankBy.AREA)
    assert (rare.ranked, rare.left_out) == (151, 377)


def test_the_wages_of_a_catch_all_put_nothing_in_order(catalog: Catalog, run: Run) -> None:
    catch_alls = [
        role for role in catalog.roles.values() if catalog.occupations[role.occupation.code].catch_all
    ]
    assert catch_alls
    for role in catch_alls:
        answer = rank_pay(catalog, role, RankBy.STATE)
        assert (answer.ranking, answer.ranked, answer.left_out) == ((), 0, 54)
    outcome = run("pay", catch_alls[0].id, "--by", "state")
    assert "catch-all" in outcome.out
