"""One resume in six formats, and what tells a file's kind."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import made_files
import pytest
from conftest import shared_file
from full_resumes import FULL
from rows import each_row

from cscareer.documents.document import Document, Line, Month, years_of_experience
from cscareer.documents.reading import read_bytes, read_document
from cscareer.errors import CareerError, InvalidDataError, UnreadableError

KINDS = {
    "ana.txt": "text",
    "ana.md": "markdown",
    "ana.json": "json-resume",
    "ana.yaml": "rendercv",
    "ana.pdf": "pdf",
    "ana.docx": "docx",
}
SIX = pytest.mark.parametrize(("name", "make"), made_files.SIX.items(), ids=KINDS.values())
WHOLE = ["empty.json", "jsonresume_schema.json", *made_files.SAMPLES]


def words(document: Document) -> list[str]:
    """The words of the prose, without dates, headings and the words that join a title to a company."""
    dates = r"(?:Mar|Feb|June)? ?\d{4}|Present"
    text = re.sub(rf"(?:{dates}) – (?:{dates})", " ", "\n".join(line.text for line in document.lines))
    text = re.sub(r"(?im)^(?:work experience|education|skills)$| at ", " ", text)
    return sorted(re.findall(r"\w+", text.casefold()))


@SIX
def test_a_resume_is_the_same_in_every_format(name: str, make: Callable[[], bytes]) -> None:
    document = read_bytes(make(), name)
    assert document.kind == KINDS[name]
    assert document.warnings == ()
    found = [(job.title, job.organization, job.start, job.end, job.current) for job in document.positions]
    assert found == [
        ("Team Lead", "Bluebird Telecom", Month(2021, 3), None, True),
        ("Support Agent", "Harbor Bank", Month(2018, 6), Month(2021, 2), False),
    ]
    assert years_of_experience(document.positions, date(2026, 5, 31)) == 8.0
    assert words(document) == words(read_bytes(made_files.text(), "ana.txt"))


@SIX
def test_the_kind_is_told_by_content_without_a_name_s_help(name: str, make: Callable[[], bytes]) -> None:
    assert read_bytes(make(), "-").kind == KINDS[name]


@SIX
def test_a_file_reads_as_its_bytes_do(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    assert read_document(path) == read_bytes(make(), str(path))


@SIX
def test_lines_stand_where_they_say(name: str, make: Callable[[], bytes]) -> None:
    document = read_bytes(make(), name)
    if document.kind in ("pdf", "docx"):
        shown = [line for line in made_files.text().decode().split("\n") if line]
    else:
        shown = make().decode().split("\n")
    for line in document.lines:
        said = line.text.removeprefix("- ")
        assert re.sub(r"[*_]|\(https.*\)|[\[\]]", "", shown[line.number - 1]).find(said) >= 0, line


def test_content_goes_before_name() -> None:
    assert read_bytes(made_files.pdf(), "resume.txt").kind == "pdf"
    assert read_bytes(made_files.docx(), "resume.pdf").kind == "docx"
    assert read_bytes(made_files.json_resume(), "resume.txt").kind == "json-resume"
    assert read_bytes(b"Plain words", "resume.pdf").kind == "text"
    assert read_bytes(b"[Remote] Support agent wanted", "-").kind == "text"
    assert read_bytes(b"Agent: yes\ncv:\n - [broken", "-").kind == "text"


def test_lines_are_numbered_as_an_editor_does_and_empty_ones_left_out() -> None:
    document = read_bytes(b"one\r\n\r\n----\r\ntwo\rthree\n", "-")
    assert document.lines == (Line(1, "one"), Line(4, "two"), Line(5, "three"))


def test_markup_and_directions_are_text_orders_to_a_terminal_go_and_controls_become_spaces() -> None:
    document = read_bytes("[bold red]Zendesk[/] \x1b[31mred\x1b[0m\x07 a\tb \u202eabc".encode(), "a.txt")
    assert document.lines[0].text == "[bold red]Zendesk[/] red  a b \u202eabc"


@each_row("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_in_every_form_with_a_mark(encoding: str) -> None:
    document = read_bytes("Ana Núñez".encode(encoding), "-")
    assert (document.lines, document.warnings) == ((Line(1, "Ana Núñez"),), ())


def test_windows_1252_is_read_and_said() -> None:
    document = read_bytes("Name\nAna Núñez – agent".encode("cp1252"), "a.txt")
    assert document.lines[1].text == "Ana Núñez – agent"
    (warning,) = document.warnings
    assert (warning.file, warning.line) == ("a.txt", 2)
    assert "Windows-1252" in warning.message


def test_markdown_reads_as_what_it_says() -> None:
    text = "# Ana\n> **Lead**, [Zendesk](https://z.example) and `SQL`\n* snake_case_name 2 * 3 * 4\n___\n"
    document = read_bytes(text.encode(), "a.md")
    assert [line.text for line in document.lines] == [
        "Ana",
        "Lead, Zendesk and SQL",
        "* snake_case_name 2 * 3 * 4",
    ]


@each_row(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\x89PNG\r\n\x1a\n123", "is a picture"),
        (b"\xff\xd8\xff\xe0abc", "is a picture"),
        (b"{\\rtf1 Ana}", "is an RTF file"),
        (b"PK\x03\x04 other", "is an archive that isn't DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "is an old Word file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is password-protected",
        ),
        (b"abc\x00def", "is not text"),
        (b"\xff\xfeabc", "is not text"),
        (b"\x81\x8d\x8f", "is not text"),
        ("Ana".encode("utf-16-le"), "is not text"),
    ],
)
def test_what_isn_t_read_is_said_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=re.escape(f"a.txt {said}")) as caught:
        read_bytes(content, "a.txt")
    assert "\n" not in caught.value.message
    with pytest.raises(UnreadableError, match=re.escape("a.pdf is neither a PDF inside nor text")):
        read_bytes(b"abc\x00def", "a.pdf")  # and not: save it as PDF
    with pytest.raises(UnreadableError, match="is a folder, not a file"):
        read_document(Path(__file__).parent)


@pytest.mark.parametrize("name", FULL)
def test_a_resume_that_uses_all_of_its_format_is_read_with_each_line_in_its_place(name: str) -> None:
    document = read_bytes(FULL[name].encode(), name)
    shown = FULL[name].split("\n")
    assert document.warnings == ()
    assert len(document.lines) > 20
    for line in document.lines:
        folded = ">-" in shown[line.number - 1]
        assert line.text.split()[0] in shown[line.number - 1 + folded]
    named = {skill.name: skill for skill in document.skills}
    assert {"Spreadsheets", "Excel", "Google Sheets", "Zendesk", "Spanish"} <= named.keys()
    assert all(skill.name in shown[skill.line - 1] for skill in document.skills)
    assert [(named[name].level or "").casefold() for name in ("Excel", "Spanish")] == ["advanced", "fluent"]
    jobs = [(job.title, job.organization, job.start, job.end, job.current) for job in document.positions]
    assert [
        (title, company, (start or ())[:2], (end or ())[:2], now) for title, company, start, end, now in jobs
    ] == [
        ("Support Team Lead", "Marigold Parcel", (2022, 4), (), True),
        ("Customer Service Representative", "Quill Insurance", (2019, 1), (2022, 3), False),
    ]


@each_row("name", WHOLE)
def test_a_real_sample_is_read_with_each_line_in_its_place(name: str) -> None:
    path = shared_file(f"samples/resumes/{name}")
    if name in ("empty.json", "jsonresume_schema.json"):
        with pytest.raises(InvalidDataError):
            read_document(path)
        return
    document = read_document(path)
    shown = path.read_text(encoding="utf-8").split("\n")
    assert document.warnings == ()
    assert len(document.lines) > 5
    for line in document.lines:
        assert line.text.split()[0] in shown[line.number - 1]
    for skill in document.skills:
        assert skill.name in shown[skill.line - 1]


def test_no_failure_tells_what_a_file_says(tmp_path: Path) -> None:
    secret = "Xanthippe"  # noqa: S105  a name
    for content in (
        f'{{"basics": {secret}',
        f'{{"{secret}": 1, "{secret}": 2}}',
        f'{{"title": "{secret}"}}',
        f"{secret}: 1\n{secret}: 2",
        f"cv: !{secret} 1",
        f"cv: &{secret} 1",
        f"cv: *{secret}",
        f"cv: [{secret}",
        f'cv: "\\x{secret}"',
        f"cv: %{secret}",
        f"{secret}: {{}}",
    ):
        for name in ("a.json", "a.yaml"):
            path = tmp_path / name
            path.write_text(content, encoding="utf-8")
            with pytest.raises(CareerError) as caught:
                read_document(path)
            error = caught.value
            assert error.__cause__ is None
            said = f"{error.message} {error.hint} {error.problems}"
            assert secret.casefold() not in said.casefold()


def test_a_resume_saved_as_a_web_page_is_read_as_it_looks() -> None:
    page = (
        "<!DOCTYPE html><style>p{content:'SQL'}</style><h1>Ana</h1><h2>Skills</h2>"
        "<table><tr><td>Zendesk</td><td>Advanced</td></tr></table><h2>Experience</h2><h3>Support Agent</h3>"
        "<p>Acme Phones</p><p>March 2019 &ndash; May 2021</p><ul><li>nego&shy;tiation</ul>"
    )
    document = read_bytes(page.encode(), "ana.html")
    assert document.kind == "html"
    assert "Zendesk Advanced" in [line.text for line in document.lines]
    assert [(job.title, job.start) for job in document.positions] == [("Support Agent", Month(2019, 3))]


def test_letters_set_wide_are_words() -> None:
    assert [line.text for line in read_bytes(b"S K I L L S\nW O R K   H I S T O R Y\nA B", "a.txt").lines] == [
        "SKILLS", "WORK HISTORY", "A B",
    ]  # fmt: skip
