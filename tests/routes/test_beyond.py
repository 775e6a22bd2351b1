"""Work beyond customer service: related occupations with local pay, jobs to come, and what they add."""

import sys
from pathlib import Path

import pytest

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.models import Role
from cscareer.pay.related_work import RatedElement
from cscareer.pay.report import find_location
from cscareer.routes.beyond import BeyondReport, BeyondSort, Filters, gaps_between, look_beyond

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "independent"))
CATALOG = load_catalog(environment={})
CSR = CATALOG.roles["customer-service-specialist"]


@pytest.fixture(scope="module")
def austin() -> BeyondReport:
    return look_beyond(CATALOG, CSR, find_location(CATALOG, "Austin, TX"))


def test_eighteen_of_the_twenty_have_a_local_median_in_austin(austin: BeyondReport) -> None:
    assert len(austin.occupations) == austin.found == 20
    assert [each.rank for each in austin.occupations] == list(range(1, 21))
    assert sum(each.pay is not None and each.pay.area.id == "12420" for each in austin.occupations) == 18
    assert all(each.pay and each.national_pay for each in austin.occupations)
    elsewhere = [each for each in austin.occupations if each.without_figures]
    assert {each.pay.area.id for each in elsewhere if each.pay} <= {"48", "99"}


def test_each_has_its_projections_education_and_category_of_exposure(austin: BeyondReport) -> None:
    first = austin.occupations[0]
    assert (first.code, first.title[:32], first.job_zone) == (
        "41-3091",
        "Sales Representatives of Service",
        2,
    )
    assert [known.base_year for known in first.projections] == [2025, 2024]
    assert all(each.entry_education and each.ai_exposure for each in austin.occupations)
    assert "account-manager" in [role.id for role in first.roles]
    assert {"bls-ep-2024-34", "onet-29.3", "bls-oews-2025"} <= {source.id for source in austin.sources}


def test_what_no_file_says_is_null_with_the_reason(austin: BeyondReport) -> None:
    assert all((each.phone_share, each.remote_share) == (None, None) for each in austin.occupations)
    assert "Work Context" in austin.not_held


def test_work_that_asks_for_a_degree_or_shrinks_can_be_left_out() -> None:
    no_degree = look_beyond(CATALOG, CSR, filters=Filters(no_degree=True))
    assert {each.title for each in look_beyond(CATALOG, CSR).occupations} - {
        each.title for each in no_degree.occupations
    } == {"Management Analysts", "Sales Managers"}
    growing = look_beyond(CATALOG, CSR, filters=Filters(growing=True))
    for each in growing.occupations:
        (counted,) = (known for known in each.projections if known.base_year == 2024)
        assert (counted.jobs_change or 0) > 0
    assert 0 < len(growing.occupations) < 20


@pytest.mark.parametrize("sort", BeyondSort)
def test_each_order_is_kept(sort: BeyondSort) -> None:
    found = look_beyond(CATALOG, CSR, sort=sort).occupations
    values: list[float] = {
        BeyondSort.CLOSENESS: [float(each.rank) for each in found],
        BeyondSort.PAY: [-float(each.pay.amount) for each in found if each.pay],
        BeyondSort.OPENINGS: [
            -float(known.openings_a_year or 0)
            for each in found
            for known in each.projections
            if known.base_year == 2024
        ],
        BeyondSort.DISTANCE: [9.0 if each.distance is None else each.distance for each in found],
    }[sort]
    assert values == sorted(values)
    assert len(found) == 20


def test_the_distance_is_the_mean_of_weighted_levels_that_are_lacking() -> None:
    own = {
        "a": RatedElement("a", "Speaking", "skills", 4, 3.0),
        "b": RatedElement("b", "Sales", "knowledge", 1, None),
    }
    other = {
        "a": RatedElement("a", "Speaking", "skills", 4.0, 3.5),  # 0.5 × 4 ÷ 5
        "b": RatedElement("b", "Sales", "knowledge", 3.0, 2.0),  # 2.0 × 3 ÷ 5
        "c": RatedElement("c", "Unrated", "skills", 5.0, 5.0),  # not rated here
        "d": RatedElement("d", "Minor", "skills", 2.9, 7.0),  # not important
    }
    measured = gaps_between(own, other)
    assert measured is not None
    distance, gaps = measured
    assert distance == round((0.4 + 1.2) / 2, 4)
    assert [(gap.name, gap.weight) for gap in gaps] == [("Sales", 1.2), ("Speaking", 0.4)]
    assert gaps_between({}, other) is None
    assert gaps_between(own, own) == (0.0, [])


@pytest.mark.parametrize("role", CATALOG.roles.values(), ids=lambda role: role.id)
def test_a_role_without_related_occupations_says_why(role: Role) -> None:
    answer = look_beyond(CATALOG, role)
    assert (answer.reason is None) == bool(answer.occupations)
    if not answer.occupations:
        assert "holds many kinds of work" in (answer.reason or "")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official files aren't at hand")
@pytest.mark.slow
def test_every_distance_agrees_with_the_published_ratings() -> None:
    from related_work import distance, ratings

    rated, compared = ratings(SHARED), 0
    for role in {role.occupation.code: role for role in CATALOG.roles.values()}.values():
        for each in look_beyond(CATALOG, role).occupations:
            expected = distance(rated.get(f"{role.occupation.code}.00", {}), rated.get(each.onet, {}))
            assert each.distance == (None if expected is None else pytest.approx(expected, abs=0.00006))
            compared += 1
    assert compared >= 100
