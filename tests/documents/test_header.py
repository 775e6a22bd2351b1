"""Whose a resume is and where they live: only what its head says surely."""

import json
import time
from pathlib import Path

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.cli.header import home_of
from cscareer.documents.header import in_letters, name_of
from cscareer.documents.reading import read_text

WORK = "\n\nEXPERIENCE\n\nCashier, Kroger, Toledo, OH\nJune 2021 - present\n"


@each_row(
    ("head", "name", "place"),
    [
        ("ANA LOPEZ\nEl Paso, TX 79912\n(915) 555-0155 | a.lopez@example.com", "ANA LOPEZ", "El Paso, TX"),
        ("# Ana Lopez-Reyes\nBoise, Idaho · lopez@example.com", "Ana Lopez-Reyes", "Boise, ID"),
        ("Ana Lopez\n12 Elm St, Dayton, Ohio, 937-555-0104, ana@example.com", "Ana Lopez", "Dayton, OH"),
        ("ana lopez\ntoledo ohio\nanalopez@example.com", "ana lopez", "Toledo, OH"),
        ("Ana Lopez\nColumbus, OH | ejv@example.com", None, "Columbus, OH"),  # whose mail is that?
        ("Call Center Agent\nagency@example.com", None, None),
        ("Ana Lopez, MA\nanalopez@example.com", "Ana Lopez", None),  # a degree
        ("Ana Lopez · Atlanta · analopez@example.com", "Ana Lopez", None),  # which Atlanta?
        ("Ana Lopez\nBoise, ID, moving to Denver, CO\nana@example.com", "Ana Lopez", None),
        ("Ana Lopez\nBoise, ID / Denver, CO\nana@example.com", "Ana Lopez", None),
        ("Ana Lopez\nToronto, Ontario · ana@example.com", "Ana Lopez", None),
        ("", None, None),  # the town of a job is no home
    ],
)
def test_name_and_town_are_read_where_they_are_sure(
    catalog: Catalog, head: str, name: str | None, place: str | None
) -> None:
    document = read_text(head + WORK, "resume.md")
    found, home = name_of(document), home_of(catalog, document)
    assert (found and found.text, home and home.location.name) == (name, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"basics": {"name": "Ana Lopez", "location": {"city": "Boise", "region": "Idaho"}}}', "Boise, ID"),
        ('{"basics": {"name": "Ana Lopez", "location": {"city": "Boise", "countryCode": "FR"}}}', None),
        ("cv:\n  name: Ana Lopez\n  location: Boise, ID\n", "Boise, ID"),
    ],
)
def test_a_form_states_both(catalog: Catalog, text: str, place: str | None) -> None:
    document = read_text(text, "resume.json" if text.startswith("{") else "resume.yaml")
    found, home = name_of(document), home_of(catalog, document)
    assert found
    assert (found.text, home and home.location.name) == ("Ana Lopez", place)


def test_a_report_is_for_the_person_and_place_of_the_resume_and_says_so(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text("Ana Lopez\nColumbus, OH | ana@example.com" + WORK, encoding="utf-8")
    base = ("report", "--role", "csr", "--resume", str(resume), "-f")
    report = json.loads(run(*base, "json").out)
    assert (report["prepared_for"], report["name_line"]) == ("Ana Lopez", 1)
    assert (report["location"]["name"], report["place_line"]) == ("Columbus, OH", 2)
    handed = run(*base, "markdown")
    assert "For Ana Lopez." in handed.out
    assert "--" not in handed.out.replace("---", "")
    assert "`cscareer" not in handed.out
    assert "line 1 of the resume has it; --name NAME" in " ".join(handed.err.split())
    assert "line 2 of the resume has it; --location PLACE" in " ".join(handed.err.split())
    (tmp_path / "people.jsonl").write_text(
        json.dumps({"resume": resume.read_text("utf-8")}), encoding="utf-8"
    )
    run(
        "report",
        "--role",
        "csr",
        "--people",
        str(tmp_path / "people.jsonl"),
        "-f",
        "json",
        "-o",
        str(tmp_path / "many"),
    )
    of_many = json.loads((tmp_path / "many" / "person-1.json").read_text("utf-8"))
    assert (of_many["prepared_for"], of_many["location"]["name"]) == ("Ana Lopez", "Columbus, OH")
    other = json.loads(run(*base, "json", "--name", "Eva", "-l", "Denver").out)
    assert (other["prepared_for"], other["name_line"]) == ("Eva", None)
    assert (other["location"]["name"], other["place_line"]) == ("Denver, CO", None)


@each_row(
    ("written", "said"),
    [
        ("DANIELLE OKAFOR", "Danielle Okafor"),
        ('THU-HA "HEATHER" NGUYEN', 'Thu-Ha "Heather" Nguyen'),
        ("SEAN O'BRIEN MCCOY III", "Sean O'Brien McCoy III"),
        ("J. D. ÁLVAREZ", "J. D. Álvarez"),
        ("Ana de la Cruz", "Ana de la Cruz"),
    ],
)
def test_a_name_in_capitals_is_written_as_a_name(written: str, said: str) -> None:
    assert in_letters(written) == said


def test_spaces_without_end_in_a_forms_town_are_gone_through_once(catalog: Catalog) -> None:
    location = {"city": f"A{' ' * 40_000}B", "region": "TX"}
    document = read_text(json.dumps({"basics": {"name": "Ana", "location": location}}), "resume.json")
    began = time.process_time()
    assert home_of(catalog, document) is None
    assert time.process_time() - began < 2  # seconds; it was over ten
