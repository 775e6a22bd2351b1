"""Work beyond customer service: related occupations with local pay, jobs to come, and what they add."""

import sys
from pathlib import Path

import pytest
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.models import Role
from cscareer.pay.importing.intake import import_files
from cscareer.pay.related_work import RatedElement
from cscareer.pay.report import find_location
from cscareer.render.blocks import Table
from cscareer.render.cells import words
from cscareer.render.layouts.routes.beyond import beyond_report
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


@pytest.mark.slow
@each_row("sort", list(BeyondSort))
def test_figures_of_two_projections_are_never_in_one_column_nor_in_one_order(sort: BeyondSort) -> None:
    receptionist = CATALOG.roles["receptionist"]
    answer = look_beyond(CATALOG, receptionist, sort=sort)
    representatives = next(each for each in answer.occupations if each.code == "43-4051")
    assert [known.base_year for known in representatives.projections if known.jobs] == [2025, 2024]
    assert answer.base_year == 2024
    projected = [each.projected(answer.base_year) for each in answer.occupations]
    if sort is BeyondSort.OPENINGS:
        openings = [each.openings_a_year or 0 for each in projected if each]
        assert openings == sorted(openings, reverse=True)
    table = next(block for block in beyond_report(answer).in_full if isinstance(block, Table))
    headers = [column.header for column in table.columns]
    row = table.rows[answer.occupations.index(representatives)]
    shown = dict(zip(headers, map(words, row), strict=True))
    assert (shown["Jobs 2024–34"], shown["Jobs 2025–35"]) == ("-5.5%", "-5.3%")
    assert shown["Openings a year"] == "341,700"


@pytest.mark.slow
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


@pytest.mark.slow
@each_row("sort", BeyondSort)
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


@pytest.mark.slow
@each_row(
    "role",
    {role.occupation.code: role for role in CATALOG.roles.values()}.values(),
    ids=lambda role: role.occupation.code,
)
def test_a_role_without_related_occupations_says_why(role: Role) -> None:
    answer = look_beyond(CATALOG, role)
    assert (answer.reason is None) == bool(answer.occupations)
    if not answer.occupations:
        assert "holds many kinds of work" in (answer.reason or "")


RATED = {  # O*NET code: importance, level, and the marks for "don't use" and "not relevant", element by element
    "43-4051.00": ["4.12,3.88,N,N", "3.5,3.0,N,N", "1.2,0.5,N,Y", "2.0,1.5,N,N", "3.0,2.0,Y,N"],
    "41-3091.00": ["4.25,4.5,N,N", "3.0,2.5,N,N", "3.9,4.0,N,N", "2.99,6.0,N,N", "4.0,5.0,N,N"],
    "43-4151.00": ["3.1,2.2,N,N", "3.2,3.1,Y,N", "3.3,3.0,N,Y", "3.0,2.75,N,N", "4.0,5.0,N,N"],
    "43-5061.00": ["2.0,5.0,N,N", "1.0,5.0,N,N", "2.0,1.0,N,N", "1.0,4.0,N,N", "2.0,1.0,N,N"],
}


def test_of_a_few_occupations_every_distance_agrees_with_the_ratings_as_published(tmp_path: Path) -> None:
    from related_work import distance, ratings

    ranks = "onet_soc,title,related_onet_soc,related_title,tier,index\n"
    rated = "onet_soc,occupation,domain,element_id,element,importance_1_5,level_0_7,suppress,not_relevant\n"
    own, *others = RATED
    for number, code in enumerate([*others, "11-2022.00"], start=1):
        ranks += f"{own},Somebody,{code},Somebody else,primary-short,{number}\n"
    for code, elements in RATED.items():
        for number, marks in enumerate(elements):
            rated += f"{code},{code[:7]},skills,2.A.1.{number},Skill {number},{marks}\n"
    for name, text in (("onet_related", ranks), ("onet_elements_related", rated)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    import_files(sorted(tmp_path.glob("*.csv")), tmp_path / "data")
    found = look_beyond(load_catalog(tmp_path / "data", {}), CSR).occupations
    published = ratings(tmp_path)
    expected = [distance(published[own], published.get(code, {})) for code in others]
    assert [(each.onet, each.distance) for each in found[:-1]] == [
        (code, None if far is None else round(far, 4)) for code, far in zip(others, expected, strict=True)
    ]
    # (0.62 × 4.25 + 0 × 3 + 4 × 3.9) ÷ 5 ÷ 3, (0 × 3.1 + 1.25 × 3) ÷ 5 ÷ 2, and nothing that is important
    assert [each.distance for each in found[:-1]] == [1.2157, 0.375, None]
    assert found[-1].onet == "11-2022.00"


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
