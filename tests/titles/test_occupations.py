"""Occupations by the ending of a title, and the files they stand in."""

import csv
import gzip
from pathlib import Path

import pytest
from conftest import shared_file
from rows import each_row

from cscareer.titles.importing import import_titles
from cscareer.titles.occupations import FOLDER, Occupations, longest_ending, singular

BUILT_IN = Occupations()


def test_the_longest_known_ending_counts() -> None:
    endings = {"nurse": "1", "triage nurse": "2"}
    assert longest_ending(endings, ["night", "triage", "nurse"]) == ("2", 2)
    assert longest_ending(endings, ["school", "nurse"]) == ("1", 1)
    assert longest_ending(endings, ["welder"]) is None
    assert longest_ending(endings, []) is None


@each_row(
    ("words", "expected"),
    [
        (["bank", "tellers"], ["bank", "teller"]),
        (["secretaries"], ["secretary"]),
        (["boss"], ["boss"]),
        (["gas"], ["gas"]),
    ],
)
def test_the_last_word_is_put_in_the_singular(words: list[str], expected: list[str]) -> None:
    assert singular(words) == expected


def test_every_ending_leads_to_an_occupation_with_a_name() -> None:
    for words in (["registered", "nurse"], ["welder"], ["chief", "executive", "officer"]):
        found = BUILT_IN.find(words)
        assert found is not None
        assert BUILT_IN.titles[found[0]]


def test_an_import_keeps_the_endings_that_say_something_new(tmp_path: Path) -> None:
    source = tmp_path / "titles.csv.gz"
    rows = [
        ("29-1141", "29-1141.00", "Registered Nurses", "occupation"),
        ("29-1141", "29-1141.00", "ICU Nurse", "alternate"),
        ("29-1141", "29-1141.00", "RN (Registered Nurse)", "alternate"),
        ("29-2061", "29-2061.00", "Practical Nurse", "reported"),
        ("29-2061", "29-2061.00", "Licensed Practical Nurses", "occupation"),
    ]
    with gzip.open(source, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("occupation", "onet_soc", "title", "kind"))
        writer.writerows(rows)
    import_titles(source, tmp_path / "made")
    made = Occupations(tmp_path / "made")
    assert made.find(["icu", "nurse"]) == ("29-1141", 1)
    assert made.find(["practical", "nurse"]) == ("29-2061", 2)
    assert made.find(["rn"]) == ("29-1141", 1)
    assert made.titles == {"29-1141": "Registered Nurses", "29-2061": "Licensed Practical Nurses"}


@pytest.mark.slow
def test_the_built_in_files_are_what_an_import_makes(tmp_path: Path) -> None:
    import_titles(shared_file("data/onet_titles_all.csv.gz"), tmp_path)
    built_in = Path(__file__).parent.parent.parent / "data" / FOLDER
    for file in built_in.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), (
            f"`make titles` writes {file.name} afresh"
        )
