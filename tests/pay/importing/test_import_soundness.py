"""What an import would leave is checked as a whole before any of it takes its place."""

import os
from pathlib import Path

import pytest
from official_files import AUSTIN, lines, take, wages, write_csv

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.releases import read_files, read_releases
from cscareer.catalog.wage_checks import check_folders
from cscareer.catalog.wage_files import columns_of
from cscareer.errors import InvalidDataError

PLACE = {"place": "Nowhere", "state": "TX", "population": "12", "county": "99999"}


def test_a_row_that_speaks_of_what_is_known_nowhere_is_named_with_its_file(tmp_path: Path) -> None:
    known = {"place": "Austin", "state": "TX", "population": "12", "county": "48453"}
    path = write_csv(tmp_path / "us_places_2023.csv", [known, PLACE])
    with pytest.raises(InvalidDataError, match="nothing was changed") as caught:
        take(tmp_path / "data", path)
    assert [(each.file, each.line, each.field) for each in caught.value.problems] == [
        (str(path), 3, "county")
    ]
    assert not (tmp_path / "data" / "wages").exists()


def test_a_row_that_was_there_is_named_where_it_stands(tmp_path: Path) -> None:
    take(tmp_path, write_csv(tmp_path / "b_M2025.csv", [wages(), wages(**AUSTIN)]))
    there = tmp_path / "wages" / "43-4051.csv"
    text = there.read_text(encoding="utf-8").replace("12420,", "54321,")
    there.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDataError) as caught:
        take(tmp_path, write_csv(tmp_path / "c_M2025.csv", [wages("15-1232")]))
    assert [(each.file, each.line) for each in caught.value.problems] == [(str(there), 3)]
    assert there.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("43-4051.csv", "99"),
        ("areas.csv", "99,U.S.,nation,US,5"),
        ("industries.csv", "43-4051,561420,Call centers,5,²" + "," * 11),
        ("counties.csv", f"48453,travis,Travis,TX,{'9' * 5000},"),
        ("trend.csv", "43-4051"),
        ("medians.csv", "43-4051,99,2025,1"),
        ("zones.csv", '"43-4051.00'),
        ("releases.csv", "bls-oews-2025,wages,²" + "," * 10),
        ("releases.csv", "bls"),
    ],
)
def test_what_is_there_and_broken_is_named_and_not_built_upon(tmp_path: Path, file: str, text: str) -> None:
    path = write_csv(tmp_path / "b_M2025.csv", [wages(), wages(**AUSTIN)])
    take(tmp_path, path)
    there = tmp_path / "wages" / file
    there.write_text(",".join(columns_of(file) or ()) + f"\n{text}\n", encoding="utf-8")
    with pytest.raises(InvalidDataError) as caught:
        take(tmp_path, path)
    assert {each.file for each in caught.value.problems} == {str(there)}


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX")
@pytest.mark.parametrize("sign", [b"\n", b"\r", b"\xff", b",", b'"', "\u202e".encode()])
def test_any_name_of_a_file_is_noted_so_that_the_list_stays_readable(tmp_path: Path, sign: bytes) -> None:
    plain = write_csv(tmp_path / "plain.csv", [wages()])
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a" + sign + b"b_M2025.csv"))
    plain.rename(path)
    take(tmp_path / "data", path)
    folder = tmp_path / "data" / "wages"
    assert list(check_folders([folder])) == read_releases(folder)[1] == []
    ((_, noted),) = read_files(folder)
    assert noted.file in {path.name, "a?b_M2025.csv"}
    assert len(lines(tmp_path / "data", "releases.csv")) == 1
    assert load_catalog(tmp_path / "data", {}).sources
