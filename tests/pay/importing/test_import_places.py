"""Prices and places, and how they meet the areas of the wages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from official_files import AUSTIN, KANSAS_CITY, NATION, TEXAS, lines, take, wages, write_csv, write_workbook
from rows import each_row

from cscareer.errors import InvalidDataError
from cscareer.pay.folding import fold
from cscareer.pay.importing import holdings

COUNTIES = [
    {"county": "48453", "name": "Travis", "state": "TX", "cbsa": "12420", "population": "1289054"},
    {"county": "48001", "name": "Anderson", "state": "TX", "cbsa": "", "population": "57917"},
    {"county": "29095", "name": "Jackson", "state": "MO", "cbsa": "28140", "population": "715526"},
    {"county": "20091", "name": "Johnson", "state": "KS", "cbsa": "28140", "population": "610742"},
    {"county": "72001", "name": "Adjuntas", "state": "PR", "cbsa": "", "population": "18000"},
]


@pytest.fixture(autouse=True)
def without_built_in_data(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of an area is known but what the files say."""
    if "built_in" not in request.node.name:
        monkeypatch.setattr(holdings, "built_in_path", lambda: Path("nowhere"))


def wage_file(folder: Path) -> Path:
    return write_csv(
        folder / "all_M2025.csv", [wages(**area) for area in (NATION, TEXAS, AUSTIN, KANSAS_CITY)]
    )


def area(target: Path, id_: str) -> list[str]:
    return next(line for line in lines(target, "areas.csv") if line.startswith(f"{id_},")).rsplit(",", 3)[1:]


class TestPrices:
    """Regional price parities (BEA)."""

    def test_an_area_gets_its_index_as_written(self, tmp_path: Path) -> None:
        metro = [{"GeoFIPS": "12420", "GeoName": "Austin", "rpp_all": "97.450", "year": "2024"}]
        state = [{"GeoFIPS": "48", "usps": "TX", "GeoName": "Texas", "rpp_all": "97.1", "year": "2024"}]
        paths = [write_csv(tmp_path / "rpp_m.csv", metro), write_csv(tmp_path / "rpp_s.csv", state)]
        report = take(tmp_path, wage_file(tmp_path), *paths)
        assert area(tmp_path, "12420")[1:] == ["97.450", "2024"]
        assert area(tmp_path, "48")[1:] == ["97.1", "2024"]
        assert area(tmp_path, "28140")[1:] == ["", ""]
        assert {(file.kind, file.year) for file in report.files} == {("wages", 2025), ("prices", 2024)}

    def test_numbers_of_a_workbook_are_indexes_and_areas_too(self, tmp_path: Path) -> None:
        row = {"GEOFIPS": 12420, "GEONAME": "Austin", "RPP_ALL": 97.45, "YEAR": 2024}
        take(tmp_path, wage_file(tmp_path), write_workbook(tmp_path / "rpp.xlsx", [row]))
        assert area(tmp_path, "12420")[1:] == ["97.45", "2024"]

    def test_an_older_year_does_not_replace_a_newer_one(self, tmp_path: Path) -> None:
        rows = [
            {"GeoFIPS": "12420", "GeoName": "Austin", "rpp_all": index, "year": year}
            for index, year in (("97.4", "2024"), ("99.9", "2023"))
        ]
        report = take(tmp_path, wage_file(tmp_path), write_csv(tmp_path / "rpp.csv", rows))
        assert area(tmp_path, "12420")[1:] == ["97.4", "2024"]
        assert {file.kind: file.rows_set_aside for file in report.files} == {"wages": 0, "prices": 1}
        older = take(tmp_path, write_csv(tmp_path / "rpp_2023.csv", rows[1:]))
        assert area(tmp_path, "12420")[1:] == ["97.4", "2024"]
        assert [left.reason for left in older.files[0].set_aside] == ["older than what is there"]

    @pytest.mark.parametrize(
        ("cells", "field"),
        [
            ({"rpp_all": "(NA)"}, "RPP_ALL"), ({"rpp_all": ""}, "RPP_ALL"), ({"rpp_all": "-1"}, "RPP_ALL"),
            ({"rpp_all": "nan"}, "RPP_ALL"), ({"year": "24"}, "YEAR"), ({"GeoFIPS": "Austin"}, "GEOFIPS"),
        ],
    )  # fmt: skip
    def test_what_is_no_index_year_or_area_is_refused(
        self, tmp_path: Path, cells: dict[str, str], field: str
    ) -> None:
        row = {"GeoFIPS": "12420", "GeoName": "Austin", "rpp_all": "97.4", "year": "2024", **cells}
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path, write_csv(tmp_path / "rpp.csv", [row]))
        assert [(problem.line, problem.field) for problem in caught.value.problems] == [(2, field)]


class TestPeople:
    """Population: a metro's and a state's are those of their counties, the nation's those of the states."""

    def test_it_is_added_up_whatever_the_order(self, tmp_path: Path) -> None:
        take(tmp_path, wage_file(tmp_path), write_csv(tmp_path / "us_counties_2023.csv", COUNTIES))
        assert area(tmp_path, "12420")[0] == "1289054"
        assert area(tmp_path, "28140")[0] == str(715526 + 610742)
        assert area(tmp_path, "48")[0] == str(1289054 + 57917)
        assert area(tmp_path, "99")[0] == str(1289054 + 57917 + 715526 + 610742), "without the territories"

    def test_a_county_names_its_metro_only_if_there_are_wages_for_it(self, tmp_path: Path) -> None:
        elsewhere = {
            "county": "01005",
            "name": "Barbour",
            "state": "AL",
            "cbsa": "21640",
            "population": "24757",
        }
        take(
            tmp_path,
            wage_file(tmp_path),
            write_csv(tmp_path / "us_counties_2023.csv", [*COUNTIES, elsewhere]),
        )
        assert lines(tmp_path, "counties.csv") == [
            "01005,barbour,,AL,24757,",
            "20091,johnson,,KS,610742,28140",
            "29095,jackson,,MO,715526,28140",
            "48001,anderson,,TX,57917,",
            "48453,travis,,TX,1289054,12420",
            "72001,adjuntas,,PR,18000,",
        ]


class TestBuiltInData:
    """What the files read don't say of an area, the built-in data may."""

    def test_people_and_prices_come_from_the_built_in_data(self, tmp_path: Path) -> None:
        take(tmp_path, wage_file(tmp_path))
        people, index, year = area(tmp_path, "12420")
        assert int(people) > 2_000_000
        assert 90 < float(index) < 110
        assert int(year) >= 2024
        assert not (tmp_path / "wages" / "counties.csv").exists(), "what wasn't imported isn't written"

    def test_prices_alone_make_areas_named_as_in_the_built_in_data(self, tmp_path: Path) -> None:
        row = {"GeoFIPS": "12420", "GeoName": "Austin", "rpp_all": "101.5", "year": "2030"}
        unknown = {**row, "GeoFIPS": "12421"}
        take(tmp_path, write_csv(tmp_path / "rpp.csv", [row, unknown]))
        (line,) = lines(tmp_path, "areas.csv")
        assert line.startswith('12420,"Austin-Round Rock-San Marcos, TX",metro,TX,')
        assert line.endswith(",101.5,2030")


class TestPlaces:
    """Cities, towns and ZIP codes (Census Bureau)."""

    def test_places_are_sorted_by_their_folded_names(self, tmp_path: Path) -> None:
        rows = [
            {"place": name, "state": "MO", "population": people, "county": county, "cbsa": "28140"}
            for name, people, county in (
                ("O'Fallon", "5", "29183"), ("Lee's Summit", "9", "29095"), ("Lees Summit", "12", "29095"),
                ("Islamorada, Village of Islands", "7", "12087"), ("O'Fallon", "5", "29183"), ("Caño", "1", "72001"),
            )
        ]  # fmt: skip
        report = take(tmp_path, write_csv(tmp_path / "us_places_2023.csv", rows))
        assert lines(tmp_path, "places.csv") == [
            "cano,Caño,MO,1,72001",
            'islamorada village of islands,"Islamorada, Village of Islands",MO,7,12087',
            "lees summit,,MO,12,29095",  # the key says its name
            "ofallon,O'Fallon,MO,5,29183",
        ]
        assert [(left.reason, left.rows) for left in report.files[0].set_aside] == [
            ("the same place again", 2)
        ]

    def test_a_state_that_the_county_has_in_the_built_in_data_is_left_out(self, tmp_path: Path) -> None:
        place = {"place": "Bee Cave", "population": "9", "county": "48453", "cbsa": "12420"}
        rows = [place | {"state": "TX"}, place | {"state": "OK"}]
        take(tmp_path, write_csv(tmp_path / "us_places_2023.csv", rows))
        assert lines(tmp_path, "places.csv") == ["bee cave,,OK,9,48453", "bee cave,,,9,48453"]

    def test_zip_codes_keep_their_leading_zeros(self, tmp_path: Path) -> None:
        rows = [
            {"zip": "78701", "county": "48453", "cbsa": "12420"},
            {"zip": "00601", "county": "72001", "cbsa": ""},
        ]
        take(tmp_path, write_csv(tmp_path / "us_zips_2023.csv", rows))
        assert lines(tmp_path, "zips.csv") == ["006,72001 01", "787,48453 01"]

    @pytest.mark.parametrize(
        ("cells", "field"),
        [
            ({"population": "many"}, "POPULATION"), ({"state": "Texas"}, "STATE"), ({"county": "x"}, "COUNTY"),
            ({"place": ""}, "PLACE"), ({"place": "a\x1b[31mb"}, "PLACE"), ({"place": "a\u202eb"}, "PLACE"),
        ],
    )  # fmt: skip
    def test_a_row_that_makes_no_sense_is_named(
        self, tmp_path: Path, cells: dict[str, str], field: str
    ) -> None:
        row = {"place": "Austin", "state": "TX", "population": "5", "county": "48453", "cbsa": "12420"}
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path, write_csv(tmp_path / "us_places_2023.csv", [row, {**row, **cells}]))
        assert [(problem.line, problem.field) for problem in caught.value.problems] == [(3, field)]
        assert "\x1b" not in caught.value.problems[0].message

    def test_the_year_must_stand_in_the_name(self, tmp_path: Path) -> None:
        row = {"zip": "78701", "county": "48453"}
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path, write_csv(tmp_path / "zips.csv", [row]))
        assert "year" in caught.value.problems[0].message

    def test_an_older_table_leaves_a_newer_one_as_it_is(self, tmp_path: Path) -> None:
        new = write_csv(tmp_path / "us_zips_2023.csv", [{"zip": "78701", "county": "48453"}])
        old = write_csv(tmp_path / "us_zips_2021.csv", [{"zip": "78701", "county": "48001"}])
        take(tmp_path, new)
        report = take(tmp_path, old)
        assert lines(tmp_path, "zips.csv") == ["787,48453 01"]
        assert report.files[0].rows_taken == 0


class TestFolding:
    """Names of places, folded so that the ways of writing one come out the same."""

    @each_row(
        ("name", "key"),
        [
            ("O'Fallon", "ofallon"), ("O’Fallon", "ofallon"), ("St. Mary's", "st marys"),
            ("Winston-Salem", "winston salem"), ("Lee's Summit", "lees summit"), ("Coeur d'Alene", "coeur dalene"),
            ("Española", "espanola"), ("Boise City", "boise city"), ("  New   York ", "new york"),
            ("Nashville/Davidson", "nashville davidson"), ("29 Palms", "29 palms"), ("STRASSE", "strasse"),
            ("Straße", "strasse"), ("Hawai\u02bbi", "hawaii"), ("a_b", "a b"), ("", ""), ("'.,-", ""),
        ],
    )  # fmt: skip
    def test_a_name_is_folded(self, name: str, key: str) -> None:
        assert fold(name) == key

    @given(st.text())
    def test_folding_again_changes_nothing_and_no_sign_is_left(self, name: str) -> None:
        key = fold(name)
        assert fold(key) == key
        assert not set(key) & set(',"\n\r\t_')
        assert "  " not in key
        assert key == key.strip()

    @given(st.text(st.characters(max_codepoint=0x24F)))
    def test_case_does_not_matter(self, name: str) -> None:
        assert fold(name.upper()) == fold(name.upper().lower())
