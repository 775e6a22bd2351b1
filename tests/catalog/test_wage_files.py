"""`wages/` as data: its sources are read on every run, its figures are checked by `data check`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from cscareer.catalog.layers import built_in_path, layers_in_use
from cscareer.catalog.loading import load_catalog
from cscareer.catalog.wage_checks import check_folders
from cscareer.catalog.wage_files import COLUMNS, OCCUPATION_COLUMNS, columns_of, folder_of
from cscareer.errors import InvalidDataError

FIGURES = "1200,10.00,12.50,15.00,20.25,30.50,20800,26000,31200,42120,63440"
SOUND = {
    "areas.csv": ["99,United States,nation,US,9,,", "48,Texas,state,TX,5,97.1,2024", '12420,"Austin, TX",metro,TX,,,'],
    "counties.csv": ["48453,travis,Travis,TX,5,12420", "48001,anderson,Anderson,TX,4,"],
    "places.csv": ["austin,Austin,TX,5,48453", "austin,Austin,TX,4,48001", "bee cave,Bee Cave,TX,1,48453"],
    "zips.csv": ["00601,48001", "78701,48453"],
    "43-4051.csv": [f"99,2025,{FIGURES},0.4,0.2", "48,2025,,,,,,,,,,,,,", "12420,2025,5,,,,,>=115.00,1,1,1,1,>=239200,,1.5"],
    "industries.csv": [f"43-4051,44-45,Retail,2,2025,{FIGURES}", f"43-4051,999201,State,2,2025,{FIGURES}"],
    "trend.csv": [f"43-4051,2024,{FIGURES}", f"43-4051,2025,{FIGURES}"],
    "releases.csv": ["bls-oews-2025,wages,2025,Wages,BLS,,public domain,2026,a.csv,1,0,aa,2026-11-26"],
}  # fmt: skip
Wages = Callable[..., Path]


@pytest.fixture
def wages(tmp_path: Path) -> Wages:
    """Writes a folder of data with sound wages, but for the files given as their lines or whole text."""

    def write(changed: dict[str, list[str] | str] | None = None) -> Path:
        folder = tmp_path / "data" / "wages"
        folder.mkdir(parents=True)
        for name, content in {**SOUND, **(changed or {})}.items():
            header = ",".join(columns_of(name) or ())
            text = content if isinstance(content, str) else "\n".join([header, *content, ""])
            (folder / name).write_text(text, encoding="utf-8")
        return folder.parent

    return write


@pytest.mark.slow
def test_a_sound_folder_has_no_problem(wages: Wages) -> None:
    assert list(check_folders([wages() / "wages"])) == []


@pytest.mark.parametrize(
    ("file", "line", "field", "said"),
    [
        ("areas.csv", "9,Nowhere,state,TX,,,", "id", "area id"),
        ("areas.csv", "48,Texas,state,TX,5,,", "id", "further up"),
        ("areas.csv", "12421,X,town,TX,,,", "type", "metro or nonmetro"),
        ("areas.csv", "12421,X,metro,ZZ,,,", "state", "known nowhere"),
        ("areas.csv", "12421,X,metro,tx,,,", "state", "postal code"),
        ("areas.csv", "12421,X,metro,TX,many,,", "population", "whole number"),
        ("areas.csv", "12421,X,metro,TX,,dear,", "rpp", "price index"),
        ("areas.csv", "12421,X,metro,TX,,90.1,24", "rpp_year", "year"),
        ("areas.csv", "12421,X,metro,TX,", None, "5 cells stand where 7 belong"),
        ("counties.csv", "4845,x,X,TX,5,", "county", "five digits"),
        ("counties.csv", "48002,x,X,TX,5,99999", "area", "known nowhere"),
        ("places.csv", "bee cave,Bee Cave,TX,1,01001", "county", "known nowhere"),
        ("places.csv", "Bee Cave,Bee Cave,TX,1,48453", "key", "folded name"),
        ("places.csv", "austin,Austin,TX,5,48453", "key", "further up"),
        ("zips.csv", "78702,01001", "county", "known nowhere"),
        ("zips.csv", "787,48453", "zip", "five digits"),
        ("43-4051.csv", f"77777,2025,{FIGURES},,", "area", "known nowhere"),
        ("43-4051.csv", "12420,2025,5,1.0,,,,,,,,,,,", "hourly_p10", "dollars and cents"),
        ("43-4051.csv", "12420,2025,5,,,,,,1.5,,,,,,", "yearly_p10", "whole dollars"),
        ("43-4051.csv", "12420,2025,*,,,,,,,,,,,,", "employment", "whole number"),
        ("43-4051.csv", "12420,2025,5,2.00,,1.00,,,,,,,,,", "percentiles", "above a higher one"),
        ("43-4051.csv", "12420,2025,5,,,,,,,9,,,8,,", "percentiles", "above a higher one"),
        ("43-4051.csv", "12420,May,5,,,,,,,,,,,,", "year", "year"),
        ("43-4051.csv", f"12420,2025,{FIGURES},-1,", "employment_error", "percentage"),
        ("industries.csv", f"43-4051,44--46,Retail,2,2025,{FIGURES}", "naics", "NAICS"),
        ("industries.csv", f"43-4051,44-45,Retail,1,2025,{FIGURES}", "level", "level"),
        ("industries.csv", f"434051,44-45,Retail,2,2025,{FIGURES}", "occupation", "SOC code"),
        ("trend.csv", f"43-4051,25,{FIGURES}", "year", "year"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    wages: Wages, file: str, line: str, field: str | None, said: str
) -> None:
    content = [*SOUND[file][: 2 if file == "43-4051.csv" else None], line]
    folder = wages({file: content}) / "wages"
    problems = list(check_folders([folder]))
    mine = [problem for problem in problems if problem.file == str(folder / file)]
    assert (field, len(content) + 1) in {(problem.field, problem.line) for problem in mine}
    assert any(said in problem.message for problem in mine)


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "zip;county\n", 'zip,county\n"78701,48453\n', "zip,county\n\ufffe\x00\n"]
)
def test_a_file_that_is_no_table_of_ours_is_told(wages: Wages, text: str) -> None:
    folder = wages({"zips.csv": text}) / "wages"
    (problem, *_) = check_folders([folder])
    assert problem.file == str(folder / "zips.csv")


def test_of_one_file_at_most_twenty_problems_are_told(wages: Wages) -> None:
    assert len(list(check_folders([wages({"zips.csv": ["x,y"] * 50}) / "wages"]))) == 20


def test_a_higher_layer_may_speak_of_a_lower_ones_areas_and_counties(wages: Wages, tmp_path: Path) -> None:
    lower = wages() / "wages"
    upper = tmp_path / "upper" / "wages"
    upper.mkdir(parents=True)
    (upper / "zips.csv").write_text("zip,county\n78702,48453\n", encoding="utf-8")
    assert list(check_folders([lower, upper])) == []
    assert [problem.field for problem in check_folders([upper])] == ["county"]


class TestLayers:
    """A folder named `wages` is one of our files."""

    def test_a_folder_that_holds_only_wages_is_a_layer(self, wages: Wages) -> None:
        folder = wages()
        layer = layers_in_use(folder, {})[-1]
        assert (layer.files, layer.wages) == (("wages/",), folder / "wages")

    def test_after_an_import_that_was_cut_off_the_old_ones_are_found(self, wages: Wages) -> None:
        folder = wages()
        (folder / "wages").rename(folder / ".wages.old")
        assert folder_of(folder) == folder / ".wages.old"
        assert layers_in_use(folder, {})[-1].files == ("wages/",)

    def test_a_file_of_that_name_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "wages").write_text("", encoding="utf-8")
        assert folder_of(tmp_path) is None


class TestSources:
    """`releases.csv` names the sources of imported figures."""

    def test_they_are_read_with_the_rest(self, wages: Wages) -> None:
        content = ["made-up-2030,wages,2030,Wages,A Bureau,https://a.example/,,,a.csv,1,0,aa"]
        source = load_catalog(wages({"releases.csv": content}), {}).sources["made-up-2030"]
        assert (source.title, source.address, source.date, source.licence) == (
            "Wages",
            "https://a.example/",
            None,
            None,
        )

    @pytest.mark.parametrize(("date", "read"), [("", "2026-11-26"), ("2026-05-15", None)])
    def test_one_without_a_date_has_the_day_it_was_read(
        self, wages: Wages, date: str, read: str | None
    ) -> None:
        content = [f"made-up-2030,wages,2030,Wages,A Bureau,,,{date},a.csv,1,0,aa,2026-11-26"]
        source = load_catalog(wages({"releases.csv": content}), {}).sources["made-up-2030"]
        assert (source.date, source.read) == (date or None, read)

    def test_an_entry_of_any_yaml_file_wins(self, wages: Wages) -> None:
        content = ["bls-oews-2025,wages,2025,Other,BLS,,,,a.csv,1,0,aa"]
        before = load_catalog(None, {}).sources["bls-oews-2025"]
        assert load_catalog(wages({"releases.csv": content}), {}).sources["bls-oews-2025"] == before

    def test_of_many_broken_lines_twenty_are_told(self, wages: Wages) -> None:
        folder = wages({"releases.csv": [",".join(["x"] * 13)] * 500})
        with pytest.raises(InvalidDataError) as raised:
            load_catalog(folder, {})
        assert len(raised.value.problems) == 20

    @pytest.mark.parametrize(
        ("content", "line"),
        [
            (["ok-2030,wages,2030,T,P,,,,a,1,0,a", "Not An Id,wages,2030,T,P,,,,a,1,0,a"], 3),
            (["ok-2030,wages,2030,,P,,,,a,1,0,a"], 2),
            (["ok-2030,wages,2030,T,P,ftp://x,,,a,1,0,a"], 2),
            (["ok-2030,wages,2030,T\x1b[31m,P,,,,a,1,0,a"], 2),
            (["ok-2030"], 2),
            ("nothing of ours\n", 1),
        ],
    )
    def test_one_that_is_wrong_is_told_with_its_line(
        self, wages: Wages, content: list[str] | str, line: int
    ) -> None:
        folder = wages({"releases.csv": content})
        with pytest.raises(InvalidDataError) as caught:
            load_catalog(folder, {})
        (problem,) = caught.value.problems
        assert (problem.file, problem.line) == (str(folder / "wages" / "releases.csv"), line)

    def test_a_normal_run_reads_no_other_file_of_the_folder(self, wages: Wages) -> None:
        broken: dict[str, list[str] | str] = {name: "broken" for name in SOUND if name != "releases.csv"}
        load_catalog(wages(broken), {})


@pytest.mark.slow
def test_data_check_tells_what_is_wrong_with_wages(run: Run, wages: Wages) -> None:
    folder = str(wages({"zips.csv": ["787,48453"]}))
    outcome = run("data", "check", folder, "--json")
    assert outcome.code == 1
    (problem,) = json.loads(outcome.out)["problems"]
    assert (Path(problem["file"]).name, problem["line"], problem["field"]) == ("zips.csv", 2, "zip")


def test_every_file_of_the_built_in_folder_is_one_of_ours() -> None:
    names = {path.name for path in (built_in_path() / "wages").iterdir()}
    assert set(COLUMNS) <= names
    assert all(columns_of(name) for name in names)
    assert columns_of("43-4051.csv") == OCCUPATION_COLUMNS
    assert columns_of("notes.txt") is None
