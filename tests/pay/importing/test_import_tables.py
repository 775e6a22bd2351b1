"""Prices over time, their areas, and projections: each row of the published table is a line of ours."""

import gzip
from pathlib import Path

import pytest
from official_files import lines, take, wages, write_csv

from cscareer.errors import InvalidDataError

PRICE = {
    "series_id": "CUUR0000SA0", "area_code": "0000", "area_name": "U.S. city average", "year": "2025", "period": "M05",
    "value": "321.465",
}  # fmt: skip
PLACE = {
    "AREA": "19740", "AREA_TITLE": "Denver", "AREA_TYPE": "4", "PRIM_STATE": "CO", "cpi_area_code": "S48B",
    "series_id": "CUURS48BSA0", "cpi_area_name": "Denver", "match": "exact", "note": "same counties", "checked": "",
    "division_code": "0480", "division_series": "", "region_code": "0400", "region_series": "",
}  # fmt: skip
PROJECTION = {
    "vintage": "2024-34", "soc": "43-4051", "title": "Customer service representatives", "level": "detail",
    "employment_base_thousands": "2814.0", "employment_proj_thousands": "2660.3", "change_pct": "-5.5",
    "openings_thousands": "341.7", "labor_force_exits_thousands": "154.2",
    "occupational_transfers_thousands": "202.9", "labor_force_exit_rate_pct": "5.6",
    "occupational_transfer_rate_pct": "7.4", "typical_education": "High school diploma or equivalent",
    "work_experience": "None", "on_the_job_training": "Short-term on-the-job training", "ai_exposure": "",
    "factor": "Capital/labor substitution", "factor_direction": "decrease",
}  # fmt: skip


def test_the_months_of_an_index_are_a_line_and_an_average_of_a_year_is_set_aside(tmp_path: Path) -> None:
    rows = [PRICE, {**PRICE, "period": "annual"}, {**PRICE, "period": "M04", "value": "320.795"}]
    report = take(tmp_path, write_csv(tmp_path / "cpi_u.csv", rows))
    assert lines(tmp_path, "cpi.csv") == ["0000,U.S. city average,2025-04 2025-05,320.795 321.465"]
    (file,) = report.files
    assert (file.kind, file.year, file.source, file.rows_set_aside) == ("cpi", 2025, "bls-cpi-2025", 1)


def test_a_later_file_adds_months_and_keeps_those_there(tmp_path: Path) -> None:
    take(tmp_path, write_csv(tmp_path / "a.csv", [PRICE]))
    take(tmp_path, write_csv(tmp_path / "b.csv", [{**PRICE, "year": "2026"}]))
    assert [line.split(",")[2] for line in lines(tmp_path, "cpi.csv")] == ["2025-05 2026-05"]


@pytest.mark.parametrize(
    ("match", "own", "fit"),
    [
        ("exact", "S48B", "same"), ("same metro, boundary differs", "S48B", "boundary"), ("wider", "S48B", "wider"),
        ("division", "", ""), ("none", "", "none"),
    ],
)  # fmt: skip
def test_an_area_has_a_series_of_its_own_only_where_it_is_the_same_place(
    tmp_path: Path, match: str, own: str, fit: str
) -> None:
    take(tmp_path, write_csv(tmp_path / "cpi_area_to_oews.csv", [{**PLACE, "match": match}]))
    assert lines(tmp_path, "cpi_areas.csv") == [f"19740,{own},{fit},same counties,0480,0400"]


def test_a_projection_keeps_its_vintage_and_groups_are_set_aside(tmp_path: Path) -> None:
    newer = {**PROJECTION, "vintage": "2025-35", "change_pct": "-5.3", "employment_base_thousands": ""}
    group = {**PROJECTION, "soc": "43-4000", "level": "group"}
    report = take(tmp_path, write_csv(tmp_path / "projections.csv", [newer, group, PROJECTION]))
    assert lines(tmp_path, "projections.csv") == [
        (
            "43-4051,2024-34,Customer service representatives,2814.0,2660.3,-5.5,341.7,154.2,202.9,5.6,7.4,"
            "High school diploma or equivalent,None,Short-term on-the-job training,,Capital/labor substitution,decrease"
        ),
        (
            "43-4051,2025-35,Customer service representatives,,2660.3,-5.3,341.7,154.2,202.9,5.6,7.4,"
            "High school diploma or equivalent,None,Short-term on-the-job training,,Capital/labor substitution,decrease"
        ),
    ]
    assert report.files[0].rows_set_aside == 1


@pytest.mark.parametrize(
    ("row", "cells", "field"),
    [
        (PRICE, {"value": "-"}, "VALUE"), (PRICE, {"value": "0"}, "VALUE"), (PRICE, {"value": "nan"}, "VALUE"),
        (PRICE, {"period": "M14"}, "PERIOD"), (PRICE, {"period": "May"}, "PERIOD"), (PRICE, {"year": "25"}, "YEAR"),
        (PRICE, {"area_code": "0 0"}, "AREA_CODE"), (PRICE, {"area_name": "\x1b[31m"}, "AREA_NAME"),
        (PLACE, {"match": "near"}, "MATCH"), (PLACE, {"AREA": "Denver"}, "AREA"),
        (PROJECTION, {"soc": "43"}, "SOC"), (PROJECTION, {"vintage": "2024"}, "VINTAGE"),
        (PROJECTION, {"change_pct": "-101"}, "CHANGE_PCT"), (PROJECTION, {"openings_thousands": "many"}, "OPENINGS_THOUSANDS"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_told_with_its_row(
    tmp_path: Path, row: dict[str, str], cells: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidDataError) as caught:
        take(tmp_path, write_csv(tmp_path / "table.csv", [{**row, **cells}]))
    assert [(problem.line, problem.field) for problem in caught.value.problems] == [(2, field)]
    assert not (tmp_path / "wages").exists()


def test_they_stand_beside_wages_of_the_same_import(tmp_path: Path) -> None:
    take(
        tmp_path, write_csv(tmp_path / "all_M2025.csv", [wages()]), write_csv(tmp_path / "cpi_u.csv", [PRICE])
    )
    assert len(lines(tmp_path, "43-4051.csv")) == len(lines(tmp_path, "cpi.csv")) == 1


ONET = {
    "onet_soc": "43-4051.00", "title": "Customer Service Representatives", "related_onet_soc": "41-9041.00",
    "related_title": "Telemarketers", "tier": "primary-short", "index": "2",
}  # fmt: skip
RATING = {
    "onet_soc": "43-4051.00", "occupation": "43-4051", "domain": "skills", "element_id": "2.A.1.d", "element": "Speaking",
    "importance_1_5": "4.12", "level_0_7": "3.88", "suppress": "N", "not_relevant": "N",
}  # fmt: skip
ZONE = {
    "onet_soc": "43-4051.00",
    "title": "Customer Service Representatives",
    "job_zone": "2",
    "date": "",
    "source": "",
}
CODE = {"occupation": "13-1022", "oews_occ_code": "13-1020", "match": "broader", "file": ""}


def test_related_occupations_ratings_and_zones_are_lines_of_their_own(tmp_path: Path) -> None:
    advised_against = {**RATING, "element_id": "2.B.1.a", "suppress": "Y"}
    irrelevant = {**RATING, "element_id": "2.C.1.a", "not_relevant": "Y"}
    report = take(
        tmp_path,
        write_csv(tmp_path / "related.csv", [ONET]),
        write_csv(tmp_path / "elements.csv", [RATING, advised_against, irrelevant]),
        write_csv(tmp_path / "zones.csv", [ZONE]),
        write_csv(tmp_path / "codes.csv", [CODE, {**CODE, "oews_occ_code": "13-1022"}]),
    )
    assert lines(tmp_path, "related.csv") == ["43-4051.00,02,41-9041.00,primary-short"]
    assert lines(tmp_path, "elements.csv") == [
        "43-4051.00,2.A.1.d 2.C.1.a,Speaking|Speaking,skills|skills,4.12 4.12,3.88 "
    ]
    assert lines(tmp_path, "zones.csv") == ["43-4051.00,Customer Service Representatives,2"]
    assert lines(tmp_path, "codes.csv") == ["13-1022,13-1020"]
    assert {file.source for file in report.files} == {"onet-29.3"}
    assert {source.licence for source in report.sources} == {"CC BY 4.0"}


def test_of_occupations_that_are_related_and_not_wanted_whole_the_medians_are_kept(tmp_path: Path) -> None:
    texas = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
    no_year = {name: "*" for name in wages() if name.startswith("A_P")} | {"A_MEDIAN": "*"}
    rows = [
        wages(), wages("41-9041"), wages("41-9041", A_MEDIAN="#", H_MEDIAN="*") | texas, wages("11-1011"),
        wages("41-9041", **no_year) | texas,
    ]  # fmt: skip
    take(
        tmp_path,
        write_csv(tmp_path / "related.csv", [ONET]),
        write_csv(tmp_path / "all_M2025.csv", rows),
        only={"43-4051"},
    )
    assert lines(tmp_path, "medians.csv") == ["41-9041,48,2025,15.00,", "41-9041,99,2025,,31200"]
    assert not (tmp_path / "wages" / "41-9041.csv").exists()


def test_a_packed_file_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"0" * 300_000))
    with pytest.raises(InvalidDataError):
        take(tmp_path, tmp_path / "a.csv.gz")


def test_medians_of_several_areas_stand_in_one_row_and_such_a_row_is_built_upon(tmp_path: Path) -> None:
    texas = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
    related = write_csv(tmp_path / "related.csv", [ONET])
    rows = [wages(), wages("41-9041"), wages("41-9041") | texas]
    take(tmp_path, related, write_csv(tmp_path / "all_M2025.csv", rows), only={"43-4051"})
    assert lines(tmp_path, "medians.csv") == ["41-9041,48 99,2025,,31200 31200"]
    dearer = [wages("41-9041", A_MEDIAN="40000") | texas]
    take(tmp_path, related, write_csv(tmp_path / "more_M2025.csv", dearer), only={"43-4051"})
    assert lines(tmp_path, "medians.csv") == ["41-9041,48 99,2025,,40000 31200"]


def test_a_month_a_line_as_earlier_versions_wrote_them_is_still_read(tmp_path: Path) -> None:
    take(tmp_path, write_csv(tmp_path / "a.csv", [PRICE]))
    kept = tmp_path / "wages" / "cpi.csv"
    kept.write_text(
        kept.read_text(encoding="utf-8") + "0000,U.S. city average,2025-06,322.1\n", encoding="utf-8"
    )
    take(tmp_path, write_csv(tmp_path / "b.csv", [{**PRICE, "year": "2026"}]))
    assert lines(tmp_path, "cpi.csv") == [
        "0000,U.S. city average,2025-05 2025-06 2026-05,321.465 322.1 321.465"
    ]
