"""One hand-written resume in six formats gives the same skills, each with words that stand at their line."""

import json
from pathlib import Path

import made_files
import pytest
from conftest import shared_file
from full_resumes import FULL
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.cli.resumes import find_in_document
from cscareer.documents.document import Document
from cscareer.documents.reading import read_bytes, read_document
from cscareer.skills.evidence import How
from cscareer.skills.finding import FoundSkill, Rule

TEXT = """\
Rosa Lindgren
Customer service team lead

Bilingual team lead who stays calm when a call gets loud. No SQL yet.

EXPERIENCE

Team Lead, Harbor Energy    Mar 2021 – Present
• Coached nine agents with call calibration and side-by-side listening.
• Five years of Zendesk; wrote 60 knowledge base articles.
• De-escalation of billing complaints by phone and live chat.

Support Agent, Bluebird Telecom    Jun 2018 – Feb 2021
• Raised first contact resolution by nine points.
• Entered orders for cards and phones.

SKILLS

Excel (advanced)
Empathy
Spanish (fluent)
Salesforce (basic)
Staff scheduling (5 years)
"""

MARKDOWN = """\
# Rosa Lindgren
*Customer service team lead*

Bilingual team lead who stays **calm** when a call gets loud. No SQL yet.

## Experience

### **Team Lead** at [Harbor Energy](https://example.com)

_Mar 2021 – Present_

- Coached nine agents with *call calibration* and side-by-side listening.
- Five years of [Zendesk](https://example.com); wrote 60 knowledge base articles.
- **De-escalation** of billing complaints by phone and `live chat`.

### **Support Agent** at Bluebird Telecom

_Jun 2018 – Feb 2021_

- Raised **first contact resolution** by nine points.
- Entered orders for cards and phones.

## Skills

- **Excel** (advanced)
- Empathy
- Spanish (fluent)
- Salesforce (basic)
- Staff scheduling (5 years)
"""

JSON = """\
{
  "basics": {
    "name": "Rosa Lindgren",
    "label": "Customer service team lead",
    "email": "rosa@example.com",
    "summary": "Bilingual team lead who stays calm when a call gets loud. No SQL yet."
  },
  "work": [
    {
      "position": "Team Lead",
      "name": "Harbor Energy",
      "startDate": "2021-03",
      "highlights": [
        "Coached nine agents with call calibration and side-by-side listening.",
        "Five years of Zendesk; wrote 60 knowledge base articles.",
        "De-escalation of billing complaints by phone and live chat."
      ]
    },
    {
      "position": "Support Agent",
      "name": "Bluebird Telecom",
      "startDate": "2018-06",
      "endDate": "2021-02",
      "highlights": ["Raised first contact resolution by nine points.", "Entered orders for cards and phones."]
    }
  ],
  "skills": [
    {"name": "Excel", "level": "Advanced"},
    {"name": "Empathy"},
    {
      "level": "basic",
      "keywords": ["Salesforce"]
    },
    {"name": "Staff scheduling", "level": "5 years"}
  ],
  "languages": [{"language": "Spanish", "fluency": "Fluent"}]
}
"""

YAML = """\
cv:
  name: Rosa Lindgren
  headline: Customer service team lead
  email: rosa@example.com
  sections:
    summary:
      - Bilingual team lead who stays calm when a call gets loud. No SQL yet.
    experience:
      - company: Harbor Energy
        position: Team Lead
        start_date: 2021-03
        end_date: present
        highlights:
          - Coached nine agents with call calibration and side-by-side listening.
          - Five years of Zendesk; wrote 60 knowledge base articles.
          - De-escalation of billing complaints by phone and live chat.
      - company: Bluebird Telecom
        position: Support Agent
        start_date: 2018-06
        end_date: 2021-02
        highlights:
          - Raised first contact resolution by nine points.
          - Entered orders for cards and phones.
    skills:
      - label: Excel
        details: Advanced
      - bullet: Empathy, Salesforce (basic), Staff scheduling (5 years)
    languages:
      - label: Spanish
        details: Fluent
"""

SIX = {
    "rosa.txt": TEXT.encode(),
    "rosa.md": MARKDOWN.encode(),
    "rosa.json": JSON.encode(),
    "rosa.yaml": YAML.encode(),
    "rosa.pdf": made_files.pdf(TEXT.split("\n")),
    "rosa.docx": made_files.docx(TEXT.split("\n")),
}
KINDS = ("text", "markdown", "json-resume", "rendercv", "pdf", "docx")
EXPECTED = {
    "active-listening": SkillLevel.WORKING,  # "Support Agent": what the roles it may be all want
    "bilingual-service": SkillLevel.ADVANCED,
    "coaching": SkillLevel.WORKING,  # nine agents
    "collaboration": SkillLevel.BASIC,
    "communication": SkillLevel.ADVANCED,  # "Team Lead" after it: what that role wants
    "crm-software": SkillLevel.BASIC,
    "de-escalation": SkillLevel.ADVANCED,
    "digital-channels": None,
    "empathy": SkillLevel.ADVANCED,
    "knowledge-base-writing": SkillLevel.ADVANCED,  # 60 articles
    "order-processing": None,
    "privacy-security": SkillLevel.BASIC,
    "problem-solving": SkillLevel.ADVANCED,
    "product-knowledge": SkillLevel.WORKING,
    "quality-monitoring": None,
    "scheduling": SkillLevel.ADVANCED,
    "service-metrics": SkillLevel.WORKING,
    "spreadsheets": SkillLevel.ADVANCED,
    "team-leadership": SkillLevel.WORKING,
    "ticketing-systems": SkillLevel.ADVANCED,
    "time-management": SkillLevel.WORKING,
    "writing": None,
}
formats = each_row("name", SIX)


def levels(catalog: Catalog, name: str) -> dict[str, SkillLevel | None]:
    return {skill.id: skill.level for skill in find_in_document(catalog, read_bytes(SIX[name], name))}


def assert_quotes_stand(document: Document, found: tuple[FoundSkill, ...]) -> None:
    lines: dict[int, list[str]] = {}
    for line in document.lines:
        lines.setdefault(line.number, []).append(line.text)
    for skill in found:
        assert skill.evidence
        for evidence in skill.evidence:
            assert evidence.quote
            assert any(evidence.quote in text for text in lines[evidence.line]), evidence.line


def test_each_file_is_read_as_its_own_format() -> None:
    assert tuple(read_bytes(content, name).kind for name, content in SIX.items()) == KINDS


@formats
def test_the_same_skills_with_the_same_levels_are_found_in_every_format(catalog: Catalog, name: str) -> None:
    assert levels(catalog, name) == EXPECTED


@formats
def test_every_quote_stands_at_its_line_as_read(catalog: Catalog, name: str) -> None:
    document = read_bytes(SIX[name], name)
    assert_quotes_stand(document, find_in_document(catalog, document))


@pytest.mark.parametrize("name", ["rosa.txt", "rosa.json", "rosa.yaml"])
def test_a_quote_stands_word_for_word_in_the_file_itself(catalog: Catalog, name: str) -> None:
    lines = SIX[name].decode().split("\n")
    for skill in find_in_document(catalog, read_bytes(SIX[name], name)):
        for evidence in skill.evidence:
            assert evidence.quote in lines[evidence.line - 1]


@pytest.mark.parametrize("name", ["rosa.json", "rosa.yaml"])
def test_a_level_beside_a_name_is_no_part_of_the_quote_and_is_quoted_once(
    catalog: Catalog, name: str
) -> None:
    found = {skill.id: skill for skill in find_in_document(catalog, read_bytes(SIX[name], name))}
    (evidence,) = found["spreadsheets"].evidence
    assert (evidence.quote, evidence.level, evidence.rule) == ("Excel", SkillLevel.ADVANCED, Rule.BESIDE)


@each_row("level", ["", "x" * 10_000, "(", "12 of 10", 4, None])
def test_a_level_beside_a_name_that_says_nothing_to_us_leaves_the_skill_without(
    catalog: Catalog, level: object
) -> None:
    content = json.dumps({"skills": [{"name": "Excel", "level": level}]}).encode()
    (skill,) = find_in_document(catalog, read_bytes(content, "a.json"))
    assert (skill.id, skill.level) == ("spreadsheets", None)


_WRAPPED = 5  # lines on which a value may go on


@each_row("name", made_files.SAMPLES)
def test_every_quote_of_a_real_resume_stands_at_its_line(catalog: Catalog, name: str) -> None:
    path: Path = shared_file(f"samples/resumes/{name}")
    found = find_in_document(catalog, read_document(path))
    assert_quotes_stand(read_document(path), found)
    assert_quotes_begin_where_they_say(found, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FULL)
def test_every_quote_of_a_resume_that_uses_all_of_its_format_stands_at_its_line(
    catalog: Catalog, name: str
) -> None:
    document = read_bytes(FULL[name].encode(), name)
    found = find_in_document(catalog, document)
    assert_quotes_stand(document, found)
    assert_quotes_begin_where_they_say(found, FULL[name])
    named = {skill.id: skill.level for skill in found if skill.how is not How.HELD}
    assert {"coaching", "de-escalation", "knowledge-base-writing", "contact-center-platforms"} <= named.keys()
    assert named["spreadsheets"] == named["bilingual-service"] == SkillLevel.ADVANCED


def assert_quotes_begin_where_they_say(found: tuple[FoundSkill, ...], text: str) -> None:
    shown = text.split("\n")
    for skill in found:
        for evidence in skill.evidence:
            value = shown[evidence.line - 1 : evidence.line + _WRAPPED]  # its line is the one it starts in
            assert evidence.quote.split()[0] in " ".join(value)


def test_real_resumes_speak_of_some_skills(catalog: Catalog) -> None:
    paths = [shared_file(f"samples/resumes/{name}") for name in made_files.SAMPLES]
    assert sum(len(find_in_document(catalog, read_document(path))) for path in paths) >= 20
