"""Small inputs that went wrong once, each for its kind: what the reader must make of them."""

from datetime import date
from importlib.util import find_spec

import pytest
from conftest import ROOT
from rows import each_row

from cscareer.documents.document import Document, years_of_experience
from cscareer.documents.reading import read_bytes, read_document
from cscareer.errors import MissingExtraError, UnreadableError

CASES = ROOT / "tests" / "cases"
TODAY = date(2026, 11, 26)


def read(name: str) -> Document:
    return read_document(CASES / name)


@each_row(
    ("name", "years"),
    [
        ("05-wrapped-dates/a-open-end.txt", 2.75), ("05-wrapped-dates/b-month-year.txt", 2.75),
        ("05-wrapped-dates/dx-fromto.docx", 10.25), ("06-two-columns/dx-table2col.docx", 10.25),
        ("06-two-columns/wp-float.pdf", 10.25), ("08-date-styles/00.txt", 2.25), ("08-date-styles/02.txt", 2.25),
        ("08-date-styles/04.txt", 0.25), ("08-date-styles/06.txt", 7.75), ("08-date-styles/08.txt", 2.25),
        ("08-date-styles/10.txt", 2.58), ("10-json-dialects/rx4.json", 2.25), ("10-json-dialects/exp.json", 2.25),
        ("24-headings/0.txt", 2.25), ("24-headings/1.txt", 2.25), ("24-headings/2.txt", 2.25),
    ],
)  # fmt: skip
def test_the_years_are_those_of_the_jobs(name: str, years: float) -> None:
    document = read(name)
    assert years_of_experience(document.positions, TODAY) == years
    assert document.warnings == ()


def test_headers_and_footers_of_a_docx_are_read() -> None:
    assert "Skills: Zendesk (advanced)" in " ".join(
        line.text for line in read("07-docx-parts/dx-header.docx").lines
    )


def test_html_inside_json_reads_as_text() -> None:
    lines = [line.text for line in read("11-html-in-json/html.json").lines]
    assert "time management" in lines[-1]
    assert lines[2:4] == ["Coaching", "Negotiation"]
    assert not any("<" in line or "&nbsp;" in line for line in lines)


def test_dots_of_reactive_resume_are_of_five() -> None:
    skills = read("10-json-dialects/rx4.json").skills
    assert [(skill.name, skill.level) for skill in skills] == [("Zendesk", "3/5"), ("Salesforce", "3/5")]


def test_a_section_nobody_knows_is_told_by_its_place_and_not_by_its_name() -> None:
    text = '{"basics": {"name": "Pat"},\n "secretDiary": [{"text": "Dear diary"}]}'
    (warning,) = read_bytes(text.encode(), "a.json").warnings
    assert (warning.line, warning.field) == (2, None)
    assert "isn't read" in warning.message
    assert "diary" not in warning.message.casefold()


def test_a_date_that_is_not_understood_is_told_with_its_line() -> None:
    text = "Work Experience\n\nSupport Agent, Acme Phones, summer of the flood 2019\n- Answered calls.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert document.positions == ()
    assert [warning.line for warning in document.warnings] == [3]


def test_a_pdf_that_only_restricts_says_what_reading_it_needs() -> None:
    pytest.importorskip("pypdf")
    if find_spec("cryptography"):
        assert read("22-permission-only-pdf/AES-128-perm.pdf").lines
    else:
        with pytest.raises(MissingExtraError, match="needs the package cryptography"):
            read("22-permission-only-pdf/AES-128-perm.pdf")


def test_a_pdf_with_a_password_says_so() -> None:
    with pytest.raises(UnreadableError, match="password-protected"):
        read("22-permission-only-pdf/RC4-40-user.pdf")


@each_row(
    "heading",
    [
        "Where I've Worked",
        "What I've done so far",
        "MILITARY SERVICE",
        "Jobs",
        "Other work",
        "Internships:",
        "Career",
    ],
)
def test_a_section_of_dated_jobs_is_experience_whatever_it_is_called(heading: str) -> None:
    text = f"Pat\n\n{heading}\n\nSupport Agent, Acme Phones\nMarch 2019 - May 2021\n- Answered calls\n"
    (position,) = read_bytes(text.encode(), "a.txt").positions
    assert (position.title, position.organization) == ("Support Agent", "Acme Phones")


@each_row(
    "text",
    [
        "SCHOOLING\n\nTulsa College, 2012 - 2016\n",
        "Education\n\nBA in History\nTulsa University\n2012 - 2016\n",
        "Volunteer\n\nDog walker, Shelter, 2014 – 2016\n",
        "# Pat\n\n## Jobs\n\n**Tool Shed** — desk volunteer, *2016 – 2019*\n",
    ],
)
def test_school_and_unpaid_work_are_no_jobs(text: str) -> None:
    assert read_bytes(text.encode(), "a.md").positions == ()


def test_the_title_is_found_beside_hours_brackets_and_grades() -> None:
    text = (
        "Experience\n\nNight Desk (part time), Harborview Inn    since Jan 2025\n\n"
        "Little Saigon Dental Group\nAppointment Clerk, part time\n08/2019 – 05/2021\n\n"
        "Student Technician | Walk-Up Help Desk\nSep 2017 – May 2019, 18 hours a week\n"
    )
    titles = [position.title for position in read_bytes(text.encode(), "a.txt").positions]
    assert titles == ["Night Desk", "Appointment Clerk", "Student Technician"]


def test_the_reader_needs_no_more_than_linear_time_for_one_long_line() -> None:
    for text in ("a " * 149_000, "March 2019 - " * 23_000, "<p " * 99_000, "2019 – " * 42_000):
        read_bytes(text.encode(), "long.txt")


def test_the_copied_cases_are_those_of_the_source() -> None:
    shared = ROOT.parent / "shared" / "cases"
    if not shared.is_dir():
        pytest.skip("the folder that the cases come from isn't at hand")
    for file in (path for path in CASES.rglob("*") if path.is_file()):
        assert file.read_bytes() == (shared / file.relative_to(CASES)).read_bytes()
