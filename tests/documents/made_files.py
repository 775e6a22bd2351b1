"""Writes the files that tests read: one resume in six formats, and PDFs and DOCX made by hand."""

import io
import json
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import yaml

NAME = "Ana Núñez"
HEADLINE = "Customer service team lead"
SUMMARY = "Calm on the phone; 6 years of Zendesk and fluent Spanish."
JOBS: tuple[dict[str, Any], ...] = (
    {
        "title": "Team Lead",
        "company": "Bluebird Telecom",
        "from": ("2021-03", "Mar 2021"),
        "to": ("present", "Present"),
        "did": ("Coached 12 agents on first contact resolution.", "Wrote macros in Zendesk (advanced)."),
    },
    {
        "title": "Support Agent",
        "company": "Harbor Bank",
        "from": ("2018-06", "June 2018"),
        "to": ("2021-02", "Feb 2021"),
        "did": ("Answered 60 calls a day about cards & loans.",),
    },
)
SKILLS = ("Zendesk", "Excel", "Spanish")
SCHOOL, SCHOOL_DATES = "Lakeside College, Associate of Arts", "2014 – 2016"


def text() -> bytes:
    """The resume as plain text."""
    lines = [NAME, HEADLINE, "", SUMMARY, "", "WORK EXPERIENCE", ""]
    for job in JOBS:
        lines += [f"{job['title']}, {job['company']}    {job['from'][1]} – {job['to'][1]}"]
        lines += [*(f"• {done}" for done in job["did"]), ""]
    return "\n".join(
        [*lines, "EDUCATION", f"{SCHOOL}  {SCHOOL_DATES}", "", "SKILLS", ", ".join(SKILLS)]
    ).encode()


def markdown() -> bytes:
    """The resume as Markdown."""
    lines = [f"# {NAME}", f"*{HEADLINE}*", "", SUMMARY, "", "## Work Experience"]
    for job in JOBS:
        lines += ["", f"### **{job['title']}** at [{job['company']}](https://example.com)", ""]
        lines += [f"_{job['from'][1]} – {job['to'][1]}_", "", *(f"- {done}" for done in job["did"])]
    lines += [
        "",
        "## Education",
        f"{SCHOOL} ({SCHOOL_DATES})",
        "",
        "## Skills",
        *(f"- {skill}" for skill in SKILLS),
    ]
    return "\n".join(lines).encode()


def json_resume() -> bytes:
    """The resume as JSON Resume of version 1."""
    work = [
        {
            "position": job["title"],
            "name": job["company"],
            "url": "https://example.com",
            "startDate": job["from"][0],
            "endDate": job["to"][0],
            "highlights": job["did"],
        }
        for job in JOBS
    ]
    school = {"institution": SCHOOL, "startDate": "2014", "endDate": "2016"}
    basics = {"name": NAME, "label": HEADLINE, "email": "ana@example.com", "summary": SUMMARY}
    skills = [{"name": skill} for skill in SKILLS]
    resume = {"basics": basics, "work": work, "education": [school], "skills": skills}
    return json.dumps(resume, indent=2, ensure_ascii=False).encode()


def rendercv() -> bytes:
    """The resume as RenderCV's YAML."""
    experience = [
        {
            "company": job["company"],
            "position": job["title"],
            "start_date": job["from"][0],
            "end_date": job["to"][0],
            "highlights": list(job["did"]),
        }
        for job in JOBS
    ]
    sections = {
        "summary": [SUMMARY],
        "experience": experience,
        "education": [{"institution": SCHOOL, "start_date": 2014, "end_date": 2016}],
        "skills": [{"bullet": ", ".join(SKILLS)}],
    }
    cv = {"name": NAME, "headline": HEADLINE, "email": "ana@example.com", "sections": sections}
    return yaml.safe_dump({"cv": cv}, allow_unicode=True, sort_keys=False, width=1000).encode()


def pdf(lines: Sequence[str] | None = None) -> bytes:
    """The resume, or lines of text, as a PDF of one page."""
    shown = text().decode().split("\n") if lines is None else lines
    drawn = " ".join(f"({_in_pdf(line)}) Tj T*" for line in shown)
    return pdf_of([f"BT /F1 11 Tf 13 TL 50 800 Td {drawn} ET".encode("cp1252")])


def pdf_of(streams: Sequence[bytes], extra: bytes = b"") -> bytes:
    """A PDF whose pages have these packed content streams; `extra` stands in its trailer."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, stream in enumerate(streams):
        packed = zlib.compress(stream)
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
        objects += [page.encode(), head + packed + b"\nendstream"]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    start = len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R ".encode()
    return bytes(out + extra + f" >>\nstartxref\n{start}\n%%EOF\n".encode())


def _in_pdf(line: str) -> str:
    for sign in "\\()":
        line = line.replace(sign, f"\\{sign}")
    return line


def docx(paragraphs: Sequence[str] | None = None) -> bytes:
    """The resume, or lines of text, as a DOCX."""
    shown = text().decode().split("\n") if paragraphs is None else paragraphs
    body = "".join(map(_paragraph, shown))
    return docx_of(f"{XML}<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode())


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _paragraph(line: str) -> str:
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    item = line.removeprefix("• ")
    half = len(item) // 2  # Word cuts text into runs wherever it likes
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in (item[:half], item[half:])
    )
    return f"<w:p>{listed if item != line else ''}{runs}</w:p>"


def docx_of(xml: bytes) -> bytes:
    """A DOCX whose main part is this."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f"{XML}<Types/>")
        archive.writestr("word/document.xml", xml)
    return held.getvalue()


SIX = {
    "ana.txt": text,
    "ana.md": markdown,
    "ana.json": json_resume,
    "ana.yaml": rendercv,
    "ana.pdf": pdf,
    "ana.docx": docx,
}

# Real resumes of ../shared that can be read whole; they aren't part of the project.
SAMPLES = [
    "academic.yaml",
    "diacritics.yaml",
    "hackmyresume_expected_resume.json",
    "jane-fullstacker.json",
    "jane-incomplete.json",
    "john-doe.json",
    "jsonresume_sample.resume.json",
    "minimal.yaml",
    "rendercv_John_Doe_Classic.yaml",
    "rendercv_sample_content.yaml",
    "richard-hendriks.json",
    "standard_full.yaml",
]
