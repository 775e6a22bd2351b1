"""`report`: one file to hand over, private, whole and by itself, or one for each of many people."""

import json
import os
import re
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import Run

CSR = ["report", "--role", "customer service specialist", "-l", "Columbus, OH"]
HOSTILE = (
    "# <script>document.title='taken'</script>\n\nAna\n\n## Experience\n\n"
    'Customer Service Representative, <img src=x onerror=alert(1)> "Acme" {{ 7 * 7 }}, 2019-01 to present\n\n'
    "- Calmed upset <b>callers</b> with empathy {% raw %} & \u202egnitirw\u202c\n"
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_report_is_one_private_file_that_needs_nothing_else(run: Run, place: Path) -> None:
    outcome = run(*CSR, "--offer", "46000", "--for", "Ana", "--by", "Career centre", "-o", "report.html")
    assert (outcome.code, outcome.out) == (0, "")
    assert "only you can read it" in outcome.err
    file = place / "report.html"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    page = file.read_text(encoding="utf-8")
    assert len(page.encode()) < 300_000
    assert "For Ana, from Career centre." in page
    assert not re.search(r"<(script|link|iframe|img|object)\b|@import|url\(|\ssrc=|\son\w+=|\sstyle=", page)
    assert "default-src 'none'" in page
    assert page.count('role="img"') == page.count("<desc ") == 2
    for part in ("In short", "Three things to do this week", "The offer", "The years to come", "Sources"):
        assert f">{part}</h2>" in page
    assert not [found for found in re.findall(r'href="#([^"]+)"', page) if f'id="{found}"' not in page]


def test_what_is_there_stays_unless_force_replaces_it(run: Run, place: Path) -> None:
    (place / "report.md").write_text("mine", encoding="utf-8")
    refused = run(*CSR, "-o", "report.md")
    assert refused.code == 4
    assert "exists already" in refused.err
    assert "--force" in refused.err
    assert (place / "report.md").read_text(encoding="utf-8") == "mine"
    assert run(*CSR, "-o", "report.md", "--force").code == 0
    assert (place / "report.md").read_text(encoding="utf-8").startswith("# Customer Service Specialist")
    assert [file.name for file in place.iterdir()] == ["report.md"]


def test_a_folder_and_a_place_that_is_not_there_are_refused(run: Run, place: Path) -> None:
    (place / "here").mkdir()
    for options in ([], ["--force"]):
        refused = run(*CSR, "-o", "here", *options)
        assert (refused.code, "here is a folder" in refused.err) == (4, True)
        assert run(*CSR, "-o", "nowhere/report.html", *options).code == 4


def test_its_format_is_asked_for_or_is_that_of_its_ending(run: Run, place: Path) -> None:
    assert run(*CSR, "-o", "report.docx").code == 0
    with zipfile.ZipFile(place / "report.docx") as document:
        words = document.read("word/document.xml").decode()
    assert "Three things to do this week" in words
    assert "Ask" not in run(*CSR, "--json").err
    content = json.loads(run(*CSR, "--json").out)
    assert (content["schema"], content["offer"]) == ("cscareer/report/1", None)
    assert run(*CSR, "-f", "markdown").out.startswith("# Customer Service Specialist in Columbus, OH")
    assert run(*CSR).out.startswith("<!DOCTYPE html>")
    shown = run(*CSR, terminal=True)
    assert (shown.code, "-o report.html" in shown.err, shown.out) == (2, True, "")
    refused = run(*CSR, "-f", "docx")
    assert (refused.code, "-o report.docx" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("library", "ending", "extra"), [("jinja2", "html", "report"), ("docx", "docx", "report-docx")]
)
def test_an_extra_that_is_missing_is_named(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch, library: str, ending: str, extra: str
) -> None:
    from cscareer.render import html_format

    html_format.environment.cache_clear()
    monkeypatch.setitem(sys.modules, library, None)
    refused = run(*CSR, "-o", f"report.{ending}")
    assert refused.code == 2
    assert f'pip install "cscareer[{extra}]"' in refused.err
    assert not list(place.iterdir())


def test_what_a_resume_says_stays_text(run: Run, place: Path) -> None:
    (place / "resume.md").write_text(HOSTILE, encoding="utf-8")
    name = "<svg onload=alert(1)> {{ 7 * 7 }}"
    outcome = run(*CSR, "--resume", "resume.md", "--for", name, "-o", "report.html")
    assert outcome.code == 0, outcome.err
    page = (place / "report.html").read_text(encoding="utf-8")
    assert "upset &lt;b&gt;callers&lt;/b&gt; with empathy {% raw %} &amp;" in page
    assert "For &lt;svg onload=alert(1)&gt; {{ 7 * 7 }}." in page
    assert not set(page) & set("\u202e\u202c")
    assert not re.search(r"<(script|b>callers|img|svg onload)", page)


def test_a_role_without_any_pay_has_a_report(run: Run, place: Path, catalog: object) -> None:
    del catalog
    own = (Path(__file__).parent / "own_role.yaml").read_text(encoding="utf-8")
    (place / "data").mkdir()
    (place / "data" / "roles.yaml").write_text(own, encoding="utf-8")
    role = re.search(r"id: (\S+)", own)
    assert role
    outcome = run("--data-dir", "data", "report", "--role", role[1], "-f", "markdown")
    assert outcome.code == 0, outcome.err
    assert "No pay of" in outcome.out


def test_many_people_have_a_file_each_and_bad_lines_are_told_of(run: Run, place: Path) -> None:
    lines = [
        '{"id": "../Ana Reyes", "skills": ["coaching:3", "empathy:3"]}',
        '{"id": "con", "skills": ["coaching:3"]}',
        '{"id": "broken"',
        '{"id": "ana-reyes", "resume": "Calmed upset callers with empathy."}',
        '{"skills": ["no such skill"]}',
    ]
    (place / "people.jsonl").write_text("\n".join(lines), encoding="utf-8")
    words = ["report", "--people", "people.jsonl", "--role", "customer service manager", "-o", "reports"]
    outcome = run(*words)
    assert outcome.code == 5
    assert "people.jsonl:3" in outcome.err
    assert "people.jsonl:5" in outcome.err
    assert "3 reports in reports" in outcome.err
    names = sorted(file.name for file in (place / "reports").iterdir())
    assert names == ["ana-reyes-line-4.html", "ana-reyes.html", "person-2.html"]
    assert sorted(file.name for file in place.iterdir()) == ["people.jsonl", "reports"]
    again = run(*words)
    assert (again.code, "holds something already" in again.err) == (4, True)
    assert run(*words, "--force").code == 5


def test_many_people_need_a_folder_and_bring_themselves(run: Run, place: Path) -> None:
    (place / "people.jsonl").write_text('{"id": "a", "skills": ["sql"]}', encoding="utf-8")
    assert run("report", "--people", "people.jsonl").code == 2
    assert run("report", "--people", "people.jsonl", "--have", "sql", "-o", "reports").code == 2
    assert run("report", "--people", "people.jsonl", "-o", "people.jsonl").code == 4


def test_it_opens_what_it_has_written(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def launch(path: str) -> int:
        opened.append(path)
        return 1

    monkeypatch.setattr("typer.launch", launch)
    outcome = run(*CSR, "-o", "report.md", "--open")
    assert opened == [str(place / "report.md")]
    assert "open report.md yourself" in outcome.err
    assert run(*CSR, "--open").code == 2


def test_an_ending_that_no_report_has_is_refused_with_those_there_are(run: Run, tmp_path: Path) -> None:
    outcome = run("report", "--role", "csr", "-o", str(tmp_path / "ana.pdf"))
    assert (outcome.code, outcome.out) == (2, "")
    assert ".docx" in outcome.err
    assert not (tmp_path / "ana.pdf").exists()
