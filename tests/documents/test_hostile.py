"""Files made to harm, by accident or not: each ends in a document or in one clear line, soon and in little memory."""

import io
import json
import os
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib import util
from pathlib import Path

import made_files
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from made_files import SPACES, XML

from cscareer.documents import pdf
from cscareer.documents.document import Line, years_of_experience
from cscareer.documents.reading import MOST_BYTES, MOST_TEXT_BYTES, read_bytes, read_document
from cscareer.errors import CareerError, InvalidDataError, MissingExtraError, UnreadableError

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _in_good_time() -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < 120  # it ends, however busy the machine is


def refusal(content: bytes, name: str = "a") -> CareerError:
    with pytest.raises(CareerError) as caught:
        read_bytes(content, name)
    return caught.value


# Files


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableError, match="larger than 20 MB"):
        read_document(path)


def test_text_has_a_limit_of_its_own() -> None:
    assert "larger than 5 MB" in refusal(b"words " * (MOST_TEXT_BYTES // 6 + 1)).message
    assert "larger than 20 MB" in refusal(bytes(MOST_BYTES + 1)).message


def test_text_has_one_limit_whatever_it_is_written_in() -> None:
    lines = ["sql " * 100] * 800
    assert "more than 300,000 characters" in refusal("\n".join(lines).encode()).message
    assert "more than 300,000 characters" in refusal(made_files.docx(lines)).message


def test_thousands_of_skills_with_levels_are_read_in_good_time() -> None:
    skills = [{"name": "sql", "level": "expert"}] * 16_000
    content = json.dumps({"basics": {"name": "Ana"}, "skills": skills}).encode()
    started = time.process_time()
    levels = read_bytes(content, "a").stated_levels()
    assert levels.count("expert") == len(skills)
    assert time.process_time() - started < 10  # it took 25 s when each looked at all others


def test_values_on_one_endless_line_are_read_in_good_time() -> None:
    work = [{"position": f"agent {number}", "highlights": [f"did thing {number}"]} for number in range(8_000)]
    read = read_bytes(json.dumps({"basics": {"name": "Ana"}, "work": work}).encode(), "a")
    assert {line.number for line in read.lines} == {1}


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes or devices in the file system")
def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path("/dev/zero"), Path("/dev/null"), tmp_path / "absent", Path("a\0b")):
        with pytest.raises(UnreadableError):
            read_document(path)


def test_an_extra_that_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cscareer.documents.pdf.find_spec", lambda _name: None)
    monkeypatch.setattr("cscareer.documents.docx.find_spec", lambda _name: None)
    for content, extra in ((made_files.pdf(), "pdf"), (made_files.docx(), "docx")):
        with pytest.raises(MissingExtraError) as caught:
            read_bytes(content, "a")
        assert f'"cscareer[{extra}]"' in f"{caught.value.hint}"
    assert util.find_spec("pypdf")


# PDF


def test_a_scan_is_said_to_have_no_text() -> None:
    error = refusal(made_files.pdf([]))
    assert "has no text" in error.message
    assert "scan" in f"{error.hint}"


def test_a_page_without_text_is_warned_of() -> None:
    document = read_bytes(made_files.pdf_of([b"BT /F1 9 Tf (Agent) Tj ET", b""]), "a.pdf")
    assert document.lines == (Line(1, "Agent", 1),)
    assert [problem.field for problem in document.warnings] == ["page 2"]


def test_pages_count_on() -> None:
    document = read_bytes(
        made_files.pdf_of([b"BT /F1 9 Tf (One) Tj ET", b"BT /F1 9 Tf (Two) Tj ET"]), "a.pdf"
    )
    assert document.lines == (Line(1, "One", 1), Line(2, "Two", 2))


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made_files.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert "is password-protected" in refusal(held.getvalue()).message


def test_a_pdf_locked_only_against_changes_is_read() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made_files.pdf())))
    writer.encrypt("", "owner", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert read_bytes(held.getvalue(), "a").lines


def test_a_pdf_of_very_many_pages_is_refused() -> None:
    content = made_files.pdf(["Agent"])
    many = content.replace(
        b"/Kids [4 0 R] /Count 1", b"/Kids [" + b"4 0 R " * 1_000_000 + b"] /Count 1000000"
    )
    assert len(many) > 5_000_000
    assert refusal(many).kind == "unreadable"


def test_of_more_pages_than_a_resume_has_the_first_hundred_are_read_with_a_warning() -> None:
    document = read_bytes(made_files.pdf_of([b"BT /F1 9 Tf (Agent) Tj ET"] * 102), "a.pdf")
    assert [line.page for line in document.lines] == list(range(1, 101))
    (warning,) = document.warnings
    assert "Only the first 100 pages were read" in warning.message


def test_a_pdf_whose_pages_hold_themselves_ends() -> None:
    content = made_files.pdf(["Agent"])
    assert refusal(content.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")).kind == "unreadable"
    deep = b"/Kids [" * 2000
    assert refusal(content.replace(b"/Kids [", deep)).kind == "unreadable"


def test_a_pdf_that_unpacks_without_end_ends() -> None:
    bomb = b"BT /F1 9 Tf " + b" " * 150_000_000 + b"(Agent) Tj ET"
    content = made_files.pdf_of([bomb])
    assert len(content) < 1_000_000
    try:
        assert read_bytes(content, "a").lines
    except UnreadableError:
        return


def test_a_pdf_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr(pdf, "_WORKER", slow)
    monkeypatch.setattr(pdf, "_WAITING", 0.2)
    assert "takes longer than" in refusal(made_files.pdf()).message


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_pdf_that_is_cut_off_is_refused(part: float) -> None:
    content = made_files.pdf()
    assert "is not a whole PDF" in refusal(content[: int(len(content) * part)]).message


# DOCX


def test_the_text_of_a_docx_is_what_word_shows() -> None:
    body = (
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p><w:p/>"
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>code</w:instrText></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        '<w:p><m:AlternateContent xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<m:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></m:Choice>"
        "<m:Fallback><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></m:Fallback>"
        "</m:AlternateContent></w:p>"
    )
    document = read_bytes(made_files.docx_of(f"{XML}<w:document {SPACES}>{body}</w:document>".encode()), "a")
    assert document.lines == (Line(1, "One two"), Line(1, "three"), Line(2, "Cell"), Line(3, "Box"))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://localhost:1/d.dtd">',
        '<!DOCTYPE d [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]>',
    ],
)
def test_a_docx_with_entities_is_refused(declared: str) -> None:
    xml = f"{XML}{declared}<w:document {SPACES}><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>"
    assert "XML entities" in refusal(made_files.docx_of(xml.encode())).message


def test_a_docx_that_unpacks_to_too_much_is_refused() -> None:
    assert "unpacks to more than 20 MB" in refusal(made_files.docx_of(b" " * 100_000_000)).message


def test_a_docx_of_very_many_or_very_deep_elements_ends() -> None:
    for xml in (
        f"<w:document {SPACES}>{'<w:p/>' * 500_000}</w:document>",
        f"<w:document {SPACES}>{'<w:p>' * 250_000}",
    ):
        assert refusal(made_files.docx_of(xml.encode())).kind == "unreadable"


def test_a_broken_or_locked_docx_is_said_to_be_so() -> None:
    content = made_files.docx()
    assert "is not a whole DOCX" in refusal(content[: len(content) // 2]).message
    assert "is not a whole DOCX" in refusal(made_files.docx_of(b"<w:document")).message
    assert "has no text" in refusal(made_files.docx_of(f"<w:document {SPACES}/>".encode())).message
    locked = bytearray(content)
    at = content.index(b"word/document.xml", content.index(b"PK\x01\x02")) - 46
    locked[at + 8] |= 1
    assert "is password-protected" in refusal(bytes(locked)).message


def test_a_docx_packed_in_another_way_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", b"<a/>")
    assert refusal(held.getvalue()).kind == "unreadable"


# Text, JSON and YAML


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        "[0," * 400_000,
        '{"basics": {"name": "' + "\\u0041" * 200_000 + '"}}',
        '{"work": [' + '"a",' * 40_000 + '"a"]}',
        '{"work": ["' + "\\n" * 500_000 + '"]}',
        '{"work": [' + ",\n".join('"\\u0041gent"' for _ in range(8_000)) + "]}",
        "a: &a [x,x,x]\nb: &b [*a,*a]\ncv: [*b,*b]\n",
        "cv:\n" + " - a\n" * 50_000,
        "cv: " + "[" * 250_000,
        "cv:\n  sections:\n    a:\n" + "".join(f"    - Agent {at}\n" for at in range(3_000)),
        "2019 - " * 125_000,
        "Jan 2019 - " * 5 + "\n" + "Agent 2019 – 2020\n" * 5_000,
        "cv:\n sections:\n  skills:\n  - 'a" + " \t" * 250_000 + "b'",
        "# " + "*a" * 250_000,
        "# " + "[a](" * 250_000,
        "# " + "_`*~" * 125_000 + "a",
        "a\n" * 500_000,
        "** **" * 125_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_text_made_to_take_long_ends_soon(text: str) -> None:
    # What begins as JSON or YAML does is read as such whatever its name (test_reading.py); other text as its name says.
    for name in (
        ("a.json",)
        if text.startswith(("[", "{"))
        else ("a.yaml",)
        if text.startswith(("cv", "a:"))
        else ("a.md", "a.txt")
    ):
        try:
            read_bytes(text.encode(), name)
        except (InvalidDataError, UnreadableError):
            continue


STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04word/document.xml", b"{", b'{"work":', b"cv:\n", b"\xff\xfe", b"# "]
NAMES = ["-", "a.txt", "a.md", "a.json", "a.yaml", "a.pdf", "a.docx"]


@given(st.sampled_from(STARTS), st.binary(max_size=200), st.sampled_from(NAMES))
@example(b"cv: [[", b"", "a.yaml")
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_a_document_or_an_expected_failure(start: bytes, rest: bytes, name: str) -> None:
    check(start + rest, name)


@given(
    st.text(alphabet=st.sampled_from('{}[]":,\\\n -#*_`()[]~cvwork2019–JanAgent'), max_size=200),
    st.sampled_from(NAMES),
)
def test_any_text_gives_a_document_or_an_expected_failure(text: str, name: str) -> None:
    check(text.encode(), name)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["work", "basics", "skills", "name", "keywords", "position", "startDate", "cv", "sections"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(VALUES)
def test_any_shape_gives_a_document_or_an_expected_failure(value: object) -> None:
    import json

    import yaml

    for wrapped in (
        value,
        {"work": value, "skills": value},
        {"cv": {"sections": {"skills": value, "x": value}}},
    ):
        check(json.dumps(wrapped).encode(), "a.json")
        check(yaml.safe_dump(wrapped).encode(), "a.yaml")


@given(
    st.binary(max_size=60), st.integers(0, 3000), st.sampled_from([made_files.docx, made_files.json_resume])
)
def test_a_damaged_file_gives_a_document_or_an_expected_failure(
    damage: bytes, at: int, make: Callable[[], bytes]
) -> None:
    content = make()
    check(content[:at] + damage + content[at + len(damage) :], "a")


def check(content: bytes, name: str) -> None:
    from datetime import date

    try:
        document = read_bytes(content, name)
    except CareerError as error:
        assert "\n" not in error.message  # noqa: PT017  one line for whatever went wrong
        return
    years_of_experience(document.positions, date(2026, 1, 1))
    said = [*(line.text for line in document.lines), *(skill.name for skill in document.skills)]
    assert not any(sign < " " or "\ud800" <= sign <= "\udfff" for text in said for sign in text)


def test_a_small_pdf_may_take_little_and_a_large_one_more() -> None:
    small, large = pdf._limits(100_000 - 1), pdf._limits(20_000_000)  # noqa: SLF001  the bounds that SECURITY.md promises
    assert (small.memory <= 303_000_000, small.computing) == (True, 2)
    assert (large.memory, large.computing) == (800_000_000, 30)
