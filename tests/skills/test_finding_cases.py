"""Small resumes in which skills were missed or wrongly found: what each must give."""

from conftest import ROOT
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.cli.resumes import text_lines
from cscareer.documents.reading import read_document
from cscareer.skills.finding import TextKind, read_skills

CASES = ROOT / "tests" / "cases"


@each_row(
    ("file", "levels"),
    [
        ("01-ligatures/a-fi.txt", {"service-metrics": None, "business-acumen": None}),
        ("01-ligatures/c-level.txt", {"spreadsheets": 2, "sql": 2}),
        (
            "02-word-hyphens/a-ascii.txt",
            {"negotiation": None, "knowledge-base-writing": None, "customer-retention": None},
        ),
        (
            "03-invisible-signs/a-shy.txt",
            {"negotiation": None, "crm-software": None, "technical-troubleshooting": None},
        ),
        (
            "03-invisible-signs/b-zero-width.txt",
            {"negotiation": None, "coaching": None, "collaboration": None},
        ),
        ("04-list-items/a-no-sign.txt", {"spreadsheets": 2, "de-escalation": None, "sql": None}),
        ("04-list-items/b-f0b7.txt", {"spreadsheets": 2, "de-escalation": None, "sql": None}),
        ("04-list-items/f-resume.json", {"spreadsheets": 2, "de-escalation": None, "sql": None}),
        ("04-list-items/g-keywords.json", {}),
        (
            "25-about-and-benefits/about1.md",
            {"de-escalation": None, "active-listening": None, "negotiation": None, "coaching": None},
        ),
        (
            "25-about-and-benefits/benefits2.txt",
            {"de-escalation": None, "active-listening": None, "crm-software": None},
        ),
        ("26-negation-reach/0-ticketing-systems.txt", {"ticketing-systems": None}),
        ("26-negation-reach/1-crm-software.txt", {"crm-software": None}),
        ("26-negation-reach/2-negotiation.txt", {"negotiation": None}),
        ("27-language-levels/0.txt", {"bilingual-service": 4}),
        ("27-language-levels/1.txt", {"bilingual-service": 3}),
        ("27-language-levels/master.json", {"negotiation": 4}),
    ],
)
def test_a_small_resume_gives_its_skills(catalog: Catalog, file: str, levels: dict[str, int | None]) -> None:
    document = read_document(CASES / file)
    lines = text_lines(document)
    found = read_skills(catalog, lines, TextKind.RESUME)
    texts = {line.number: line.text for line in lines}
    assert {skill.id: skill.level for skill in found.skills if not skill.near} == levels
    for skill in found.skills:
        for evidence in skill.evidence:
            assert evidence.quote in texts[evidence.line]
