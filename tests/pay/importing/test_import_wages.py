"""Wage tables, whatever the oddities of a vintage."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from official_files import (
    AUSTIN,
    FIGURES,
    KANSAS_CITY,
    LINE,
    NATION,
    TEXAS,
    lines,
    take,
    wages,
    write_csv,
    write_workbook,
)
from rows import each_row

from cscareer.errors import InvalidDataError
from cscareer.pay.importing.rows import BadRowError, Figures
from cscareer.pay.importing.wages import naics_of, states_of

WRITERS = [pytest.param(write_csv, "csv", id="csv"), pytest.param(write_workbook, "xlsx", id="xlsx")]
Writer = Callable[..., Path]


@each_row(
    ("cell", "decimals", "written"),
    [
        (44770, 0, "44770"),
        (44770.0, 0, "44770"),
        ("44770", 0, "44770"),
        ("44,770", 0, "44770"),
        (" 44770 ", 0, "44770"),
        (21.5, 2, "21.50"),
        (15, 2, "15.00"),
        ("15.3", 2, "15.30"),
        ("*", 0, ""),
        ("**", 0, ""),
        ("~", 2, ""),
        ("", 2, ""),
        (None, 0, ""),
        ("#", 0, ">=239200"),
        ("#", 2, ">=115.00"),
    ],
)
def test_a_cell_becomes_a_figure_or_nothing(cell: object, decimals: int, written: str) -> None:
    assert Figures(decimals, 239200 if decimals == 0 else 115.0)[cell] == written


@each_row(
    "cell", ["n/a", "-5", -5, True, "1e99", "nan", "inf", float("nan"), "12..5", "$5", "***", 0, "0.00"]
)
def test_what_is_no_figure_is_refused_and_never_taken_for_nothing(cell: object) -> None:
    with pytest.raises(BadRowError, match="figure belongs"):
        Figures(0)[cell]


def test_nobody_employed_is_a_figure_though_a_wage_of_nothing_is_none() -> None:
    assert Figures(0, least=0)[0] == "0"


@given(st.integers(1, 10**8), st.booleans(), st.booleans())
def test_a_figure_is_the_same_whatever_the_type_of_its_cell(cents: int, as_text: bool, whole: bool) -> None:
    amount: Any = cents if whole else cents / 100
    figures = Figures(0 if whole else 2)
    assert float(figures[str(amount) if as_text else amount]) == pytest.approx(amount, abs=0.005)


@pytest.mark.parametrize(("write", "ending"), WRITERS)
class TestRows:
    """Which rows are taken, from a workbook and from CSV alike."""

    def test_a_row_becomes_a_line(self, tmp_path: Path, write: Writer, ending: str) -> None:
        report = take(tmp_path, write(tmp_path / f"national_M2024_dl.{ending}", [wages()]))
        assert lines(tmp_path, "43-4051.csv") == [f"99,2024,{LINE},,"]
        assert lines(tmp_path, "trend.csv") == [f"43-4051,2024,{LINE}"]
        (file,) = report.files
        assert (file.kind, file.year, file.rows_read, file.rows_taken) == ("wages", 2024, 1, 1)
        assert (report.occupations, report.areas) == (1, 1)

    def test_headers_may_be_in_small_letters(self, tmp_path: Path, write: Writer, ending: str) -> None:
        row = {name.lower(): cell for name, cell in wages().items()}
        take(tmp_path, write(tmp_path / f"national_M2020_dl.{ending}", [row]))
        assert lines(tmp_path, "43-4051.csv") == [f"99,2020,{LINE},,"]

    def test_extra_columns_and_their_order_do_not_matter(
        self, tmp_path: Path, write: Writer, ending: str
    ) -> None:
        row = {"PCT_RPT": "", **dict(reversed(wages().items())), "ANNUAL": "TRUE"}
        take(tmp_path, write(tmp_path / f"national_M2021_dl.{ending}", [row]))
        assert lines(tmp_path, "43-4051.csv") == [f"99,2021,{LINE},,"]

    def test_of_a_code_that_is_broad_and_detailed_the_detailed_row_counts(
        self, tmp_path: Path, write: Writer, ending: str
    ) -> None:
        rows = [
            wages(O_GROUP="total", code="00-0000"),
            wages(O_GROUP="broad", TOT_EMP=1),
            wages(),
            wages(O_GROUP="minor", TOT_EMP=2),
        ]
        report = take(tmp_path, write(tmp_path / f"national_M2024_dl.{ending}", rows))
        assert lines(tmp_path, "43-4051.csv") == [f"99,2024,{LINE},,"]
        (file,) = report.files
        assert [(left.reason, left.rows) for left in file.set_aside] == [("a group of occupations", 3)]

    def test_an_occupation_may_be_paid_by_the_year_only_or_by_the_hour_only(
        self, tmp_path: Path, write: Writer, ending: str
    ) -> None:
        by_year = wages("25-2021", **{name: "*" for name in FIGURES if name.startswith("H_")})
        by_hour = wages("27-2011", **{name: "*" for name in FIGURES if name.startswith("A_")})
        take(tmp_path, write(tmp_path / f"national_M2024_dl.{ending}", [by_year, by_hour]))
        assert lines(tmp_path, "25-2021.csv") == ["99,2024,1200,,,,,,20800,26000,31200,42120,63440,,"]
        assert lines(tmp_path, "27-2011.csv") == ["99,2024,1200,10.00,12.50,15.00,20.25,30.50,,,,,,,"]

    def test_employment_that_is_not_released_hides_nothing_else(
        self, tmp_path: Path, write: Writer, ending: str
    ) -> None:
        take(tmp_path, write(tmp_path / f"national_M2024_dl.{ending}", [wages(TOT_EMP="**")]))
        assert lines(tmp_path, "43-4051.csv") == [f"99,2024,{LINE.removeprefix('1200')},,"]

    @pytest.mark.parametrize(
        ("area", "id_"),
        [
            ({**TEXAS, "AREA": "6", "AREA_TITLE": "California"}, "06"),
            ({**TEXAS, "AREA": 6, "AREA_TYPE": 2}, "06"),
            ({**TEXAS, "AREA": "0000006"}, None),
            (AUSTIN, "12420"),
            ({**AUSTIN, "AREA": 12420, "AREA_TYPE": 4}, "12420"),
            ({**AUSTIN, "AREA": "100001", "AREA_TYPE": "6", "AREA_TITLE": "Northwest Alabama nonmetropolitan area"}, "0100001"),
            ({**TEXAS, "AREA": "66", "AREA_TYPE": "3", "AREA_TITLE": "Guam"}, "66"),
            (NATION, "99"),
            ({**NATION, "AREA": "0"}, "99"),
        ],
    )  # fmt: skip
    def test_an_areas_id_has_its_leading_zeros(
        self, tmp_path: Path, write: Writer, ending: str, area: dict[str, Any], id_: str | None
    ) -> None:
        path = write(tmp_path / f"all_data_M_2024.{ending}", [wages(**area)])
        if id_ is None:
            with pytest.raises(InvalidDataError) as caught:
                take(tmp_path, path, year=2024)
            assert caught.value.problems[0].field == "AREA"
        else:
            take(tmp_path, path, year=2024)
            assert lines(tmp_path, "43-4051.csv") == [f"{id_},2024,{LINE},,"]


class TestTopCodes:
    """`#` is "at or above" the threshold that the release's own notes state."""

    def test_a_workbook_states_it(self, tmp_path: Path) -> None:
        take(tmp_path, write_workbook(tmp_path / "national_M2024_dl.xlsx", [wages(H_PCT90="#", A_PCT90="#")]))
        (line,) = lines(tmp_path, "43-4051.csv")
        assert line.endswith(",20.25,>=115.00,20800,26000,31200,42120,>=239200,,")

    def test_a_file_without_notes_is_refused_with_what_to_do(self, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "national_M2024_dl.csv", [wages(), wages("43-1011", A_PCT90="#")])
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path, path)
        (problem,) = caught.value.problems
        assert (problem.line, problem.field) == (3, "A_PCT90")
        assert "workbook" in str(problem.hint)


class TestIndustries:
    """National wages by industry."""

    @each_row(
        ("code", "level", "said"),
        [
            ("44--46", 2, "44-45"), ("62--63", 2, "62"), ("31--34", 2, "31-33"), ("48--50", 2, "48-49"),
            ("99-100", 2, "99"), ("44-45", 2, "44-45"), ("62", 2, "62"),
            ("621000", 3, "621"), ("541500", 4, "5415"), ("237130", 5, "23713"), ("221111", 5, "221111"),
            ("999201", 2, "999201"), ("999200", 4, "9992"), ("999000", 3, "999"),
            ("3250A1", 4, "3250A1"), ("622002", 4, "622002"), ("622102", 5, "622102"),
        ],
    )  # fmt: skip
    def test_a_naics_code_loses_its_padding(self, code: str, level: int, said: str) -> None:
        assert naics_of(code, level) == said

    def test_rows_by_level_or_by_group_become_lines_without_the_totals(self, tmp_path: Path) -> None:
        base = {**wages(), "NAICS_TITLE": "", "LEVEL": ""}
        rows = [
            {"NAICS": "000000", **base, "LEVEL": "0"},
            {"NAICS": "000001", **base, "LEVEL": "1"},
            {"NAICS": "62--63", **base, "NAICS_TITLE": "Sector 62 - Health Care", "LEVEL": "2"},
            {"NAICS": "31--34", **base, "NAICS_TITLE": "Sectors 31, 32, and 33 - Making", "LEVEL": "2"},
            {"NAICS": "621000", **base, "NAICS_TITLE": "Ambulatory, and so on", "LEVEL": "3"},
        ]
        report = take(tmp_path, write_csv(tmp_path / "oews_may2025_industries.csv", rows))
        assert lines(tmp_path, "industries.csv") == [
            f"43-4051,31-33,Making,2,2025,{LINE}",
            f"43-4051,62,Health Care,2,2025,{LINE}",
            f'43-4051,621,"Ambulatory, and so on",3,2025,{LINE}',
        ]
        assert lines(tmp_path, "43-4051.csv") == [f"99,2025,{LINE},,"]
        assert [left.reason for left in report.files[0].set_aside] == ["one kind of owner only"]

    def test_an_industrys_name_stands_in_its_first_row_alone(self, tmp_path: Path) -> None:
        base = {"NAICS": "62--63", "NAICS_TITLE": "Health, and care", "LEVEL": "2"}
        rows = [{**wages("43-4051"), **base}, {**wages("43-4171"), **base}]
        path = write_csv(tmp_path / "oews_may2025_industries.csv", rows)
        expected = [f'43-4051,62,"Health, and care",2,2025,{LINE}', f"43-4171,62,,2,2025,{LINE}"]
        for _ in range(2):  # what is there is read as it was written
            take(tmp_path, path)
            assert lines(tmp_path, "industries.csv") == expected

    def test_in_blss_own_workbook_the_group_says_the_level(self, tmp_path: Path) -> None:
        def row(naics: object, group: str, owner: object, **cells: object) -> dict[str, Any]:
            return {
                **wages(),
                "NAICS": naics,
                "NAICS_TITLE": "T",
                "I_GROUP": group,
                "OWN_CODE": owner,
                **cells,
            }

        rows = [
            row("000000", "cross-industry", "1235"),
            row(0, "cross-industry", 5, TOT_EMP=1),
            row("000001", "cross-industry, ownership", "5"),
            row(62, "sector", "57"),
            row("621000", "3-digit", "5"),
            row("621000", "3-digit, ownership", "5", TOT_EMP=2),
            row("621000", "3-digit", "5", **TEXAS),
        ]
        report = take(tmp_path, write_workbook(tmp_path / "all_data_M2024.xlsx", rows))
        assert lines(tmp_path, "industries.csv") == [
            f"43-4051,62,T,2,2024,{LINE}",
            f"43-4051,621,T,3,2024,{LINE}",
        ]
        assert lines(tmp_path, "43-4051.csv") == [f"99,2024,{LINE},,"]
        assert {left.reason: left.rows for left in report.files[0].set_aside} == {
            "one kind of owner only": 3,
            "an industry in one area": 1,
        }


class TestAreas:
    """What `areas.csv` says of an area."""

    @each_row(
        ("title", "main", "states"),
        [
            ("Austin-Round Rock-San Marcos, TX", "TX", "TX"),
            ("Kansas City, MO-KS", "MO", "MO-KS"),
            ("Kansas City, MO-KS", "KS", "KS-MO"),
            ("Washington-Arlington-Alexandria, DC-VA-MD-WV", "DC", "DC-VA-MD-WV"),
            ("Texas", "TX", "TX"),
            ("Northwest Alabama nonmetropolitan area", "AL", "AL"),
            ("Winston-Salem, NC", "", "NC"),
        ],
    )
    def test_its_states_are_those_of_its_title_the_main_one_first(
        self, title: str, main: str, states: str
    ) -> None:
        assert states_of(title, main) == states

    def test_the_nation_comes_first_then_states_metros_and_nonmetro_areas(self, tmp_path: Path) -> None:
        rural = {
            **AUSTIN,
            "AREA": "0100001",
            "AREA_TITLE": "Rural Alabama",
            "AREA_TYPE": "6",
            "PRIM_STATE": "AL",
        }
        rows = [wages(**area) for area in (rural, KANSAS_CITY, AUSTIN, TEXAS, NATION)]
        take(tmp_path, write_csv(tmp_path / "all_M2024.csv", rows))
        assert [line.rsplit(",", 3)[0] for line in lines(tmp_path, "areas.csv")] == [
            "99,United States,nation,US",
            "48,Texas,state,TX",
            '12420,"Austin-Round Rock-San Marcos, TX",metro,TX',
            '28140,"Kansas City, MO-KS",metro,MO-KS',
            "0100001,Rural Alabama,nonmetro,AL",
        ]
        assert [line.split(",")[0] for line in lines(tmp_path, "43-4051.csv")] == [
            "99", "48", "12420", "28140", "0100001",
        ]  # fmt: skip


class TestYear:
    """The vintage stands only in the file's name."""

    @pytest.mark.parametrize(
        ("name", "year"),
        [
            ("national_M2020_dl.xlsx", 2020), ("MSA_M2023_dl.xlsx", 2023), ("all_data_M_2022.xlsx", 2022),
            ("oews_may2025_areas.csv", 2025), ("state_m2021_dl.xlsx", 2021), ("May 2024.csv", 2024), ("wages.csv", None),
        ],
    )  # fmt: skip
    def test_it_is_read_from_the_name_or_asked_for(self, tmp_path: Path, name: str, year: int | None) -> None:
        write = write_workbook if name.endswith("xlsx") else write_csv
        path = write(tmp_path / name, [wages()])
        if year is None:
            with pytest.raises(InvalidDataError) as caught:
                take(tmp_path, path)
            assert "--year" in str(caught.value.problems[0].hint)
            year = 2025
            take(tmp_path, path, year=year)
        else:
            take(tmp_path, path, year=2030)
        assert lines(tmp_path, "43-4051.csv") == [f"99,{year},{LINE},,"]

    def test_a_vintage_before_2020_is_refused(self, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "national_M2019_dl.csv", [wages()])
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path, path)
        assert "2020" in caught.value.problems[0].message


def test_only_the_occupations_wanted_are_kept(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "national_M2024_dl.csv", [wages(), wages("15-1232"), wages("43-1011")])
    report = take(tmp_path, path, only={"43-4051", "43-1011"})
    assert sorted(file.name for file in (tmp_path / "wages").glob("*-*.csv")) == [
        "43-1011.csv",
        "43-4051.csv",
    ]
    assert [(left.reason, left.rows) for left in report.files[0].set_aside] == [
        ("an occupation that isn't wanted", 1)
    ]
