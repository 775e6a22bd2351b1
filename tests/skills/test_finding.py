"""Finding skills: what counts as naming one and what doesn't."""

import time
from collections.abc import Callable

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.skills.finding import Evidence, FoundSkill, Rule, TextKind, TextLine, find_skills

Find = Callable[..., dict[str, FoundSkill]]


@pytest.fixture
def find(catalog: Catalog) -> Find:
    """Finds skills in lines: `find("first line", "second line")`, by id."""

    def find_in(*texts: str, near: bool = False, kind: TextKind = TextKind.RESUME) -> dict[str, FoundSkill]:
        lines = [TextLine(number, text) for number, text in enumerate(texts, 1)]
        return {found.id: found for found in find_skills(catalog, lines, near=near, kind=kind)}

    return find_in


def test_every_name_and_alias_is_found(catalog: Catalog, find: Find) -> None:
    asked = [(skill.id, name) for skill in catalog.skills.values() for name in (skill.name, *skill.aliases)]
    of_people_too = catalog.word_lists["language-or-people"].words
    missed = [
        (skill, name)
        for skill, name in asked
        if skill
        not in find(f"Fluent in {name}." if name.casefold() in of_people_too else f"Experience with {name}.")
    ]
    assert len(asked) > 400
    assert missed == []


@each_row(
    ("text", "skill"),
    [
        ("EXCEL and Word", "spreadsheets"),
        ("excel, word", "spreadsheets"),
        ("• Built dashboards", "data-visualization"),
        ("Built a dashboard", "data-visualization"),
        ("wrote an SQL query a day", "sql"),
        ("analyzed data for the store", "data-analysis"),
        ("managed projects of all sizes", "project-management"),
        ("negotiated with suppliers", "negotiation"),
        ("troubleshooting printers", "technical-troubleshooting"),
        ("detail oriented", "attention-to-detail"),
        ("Detail-Oriented", "attention-to-detail"),
        ("touch\u2011typing", "typing"),  # a hyphen that doesn't break
        ("written/verbal communication", "communication"),
        ("Upselling & cross-selling", "upselling"),
        ("P&L responsibility", "budgeting"),
        ("PL/SQL", "sql"),
        ("Superior written, verbal, and organizational skills", "communication"),
        ("Superior written, verbal, and organizational skills", "time-management"),
        ("organizational and people skills", "time-management"),
        ("computer skillsProficient in Excel", "spreadsheets"),  # ads lose their line breaks
        ("QualificationsCommunication a must", "communication"),
        ("HubSpot", "crm-software"),
        ("CRM-based work", "crm-software"),
        ("not only SQL but Excel too", "sql"),
        ("Duties include, but are not limited to, de-escalation", "de-escalation"),
        ("No weekends, SQL a plus", "sql"),
        ("No travel. SQL a plus", "sql"),
        ("I do not travel but know SQL", "sql"),
        ("without doubt, negotiation", "negotiation"),
        ("Proficiency with Excel in a business setting", "spreadsheets"),
        ("collaborate with teams", "collaboration"),
        ("communication, department meetings", "communication"),
        ("provided coaching to twelve agents", "coaching"),
        ("not only Excel but SQL", "spreadsheets"),
        ("experience not required: SQL", "sql"),
        ("never missed a KPI", "service-metrics"),
        ("no-nonsense negotiation", "negotiation"),
        ("speaks Spanish", "bilingual-service"),
    ],
)
def test_a_skill_is_found(find: Find, text: str, skill: str) -> None:
    assert skill in find(text)


@each_row(
    ("text", "skill"),
    [
        ("no CRM experience", "crm-software"),
        ("no experience with CRM", "crm-software"),
        ("No CRM, Excel or SQL experience", "sql"),
        ("No CRM, Excel or SQL experience", "spreadsheets"),
        ("not familiar with SQL", "sql"),
        ("not familiar with SQL and Excel", "spreadsheets"),
        ("I have never used Zendesk", "ticketing-systems"),
        ("haven't used Zendesk", "ticketing-systems"),
        ("haven’t used Zendesk", "ticketing-systems"),
        ("works without Excel", "spreadsheets"),
        ("Lacking SQL skills", "sql"),
        ("SQL is not required", "sql"),
        ("SQL experience isn't needed", "sql"),
        ("non-SQL databases", "sql"),
        ("SQL-like languages", "sql"),
        ("nosql", "sql"),
        ("excellent work", "spreadsheets"),
        ("She excels at school", "spreadsheets"),
        ("You will excel in a fast-paced shop", "spreadsheets"),
        ("Excel at what you do", "spreadsheets"),
        ("the drive to excel", "spreadsheets"),
        ("communications department", "communication"),
        ("the communication team", "communication"),
        ("Bachelor's degree in communications", "communication"),
        ("communication devices", "communication"),
        ("the Client Experience Manager", "customer-experience"),
        ("participates in coaching", "coaching"),
        ("sql@example.com", "sql"),
        ("jo.sql@example.com", "sql"),
        ("see https://example.com/sql/excel", "sql"),
        ("zendesk.com", "ticketing-systems"),
        ("www.salesforce.com/de", "crm-software"),
        ("@zendesk", "ticketing-systems"),
        ("SQL, server rooms", "nothing"),
        ("type of work", "typing"),
        ("prompt service", "ai-prompting"),
        ("a new hire", "hiring"),
        ("caring for plants", "empathy"),
    ],
)
def test_a_skill_is_not_found(find: Find, text: str, skill: str) -> None:
    assert skill not in find(text)


@each_row(
    ("text", "skill"),
    [
        ("We are an equal opportunity employer that values teamwork", "collaboration"),
        ("Benefits package: life insurance, SQL classes, tuition reimbursement", "sql"),
        ("All are considered without regard to race, and with empathy", "empathy"),
        ("If you need a reasonable accommodation in typing, call us", "typing"),
        ("We are a leading provider of CRM software", "crm-software"),
    ],
)
def test_an_employers_sentence_in_an_ad_asks_for_no_skill(find: Find, text: str, skill: str) -> None:
    assert skill not in find(text, kind=TextKind.AD)


def test_what_an_employer_says_of_itself_and_its_benefits_does_not_count(find: Find) -> None:
    ad = (
        "About Acme Corp",
        "Acme makes chatbots and CRM software.",
        "Responsibilities:",
        "Answer customers by live chat",
        "What we offer",
        "Coaching by the best",
        "Requirements",
        "SQL",
        "Company DescriptionAcme is known for data analysis and teamwork.",
        "Benefits: budget planning classes",
        "Empathy",
    )
    assert set(find(*ad, kind=TextKind.AD)) == {"digital-channels", "sql", "empathy"}


def test_a_part_about_the_employer_ends_with_the_next_heading_whatever_it_says(find: Find) -> None:
    ad = (
        "About us",
        "",
        "We make chatbots.",
        "Teamwork is all we do.",
        "",
        "A day in your life",
        "",
        "Write SQL",
    )
    assert set(find(*ad, kind=TextKind.AD)) == {"sql"}


def test_about_me_counts(find: Find) -> None:
    assert "empathy" in find("About me", "Empathy is what I bring.")


def test_the_longest_name_wins(find: Find) -> None:
    assert set(find("Zendesk AI")) == {"ai-support-tools"}
    assert set(find("help desk ticketing")) == {"ticketing-systems"}
    assert [each.alias for each in find("Microsoft SQL Server")["sql"].evidence] == ["Microsoft SQL Server"]


def test_a_phrase_may_be_broken_over_two_lines(find: Find) -> None:
    found = find("Known for root cause", "analysis and good notes")["problem-solving"]
    assert found.evidence == (
        Evidence(
            quote="Known for root cause",
            line=1,
            alias="root cause analysis",
            level=None,
            rule=Rule.NAMED,
            near=False,
        ),
    )
    assert "active-listening" in find("Empathy, Active", "listening, Typing")  # a list in a narrow column
    assert "active-listening" not in find("Empathy, active", "", "listening, Typing")
    assert "workforce-forecasting" not in find("Known for workforce", "", "planning")
    assert "workforce-forecasting" not in find("- workforce", "- planning")


def test_a_denial_goes_on_in_the_next_line_of_wrapped_text_only(find: Find) -> None:
    assert "sql" not in find("In all the years at this desk in the old town I have not", "used SQL at all")
    assert "sql" in find("I do not", "SQL")


def test_evidence_names_line_alias_and_quote(catalog: Catalog) -> None:
    lines = [
        TextLine(7, "Seven years of reading meters at a water company, and Advanced excel besides that work.")
    ]
    (found,) = find_skills(catalog, lines)
    assert found.id == "spreadsheets"
    assert found.name == "Spreadsheets"
    (evidence,) = found.evidence
    assert (evidence.line, evidence.alias, evidence.near) == (7, "Excel", False)
    assert evidence.quote == "water company, and Advanced excel besides that work."
    assert not found.near


def test_an_ambiguous_name_counts_only_for_a_skill_that_is_named_unmistakably(find: Find) -> None:
    assert find("AI tools") == {}
    assert len(find("AI tools", "ChatGPT")["ai-prompting"].evidence) == 2
    assert set(find("AI tools", "ChatGPT", "agent assist")) == {"ai-prompting", "ai-support-tools"}
    assert all(len(each.evidence) == 1 for each in find("AI tools", "ChatGPT", "agent assist").values())


@each_row(
    ("text", "skill"),
    [
        ("Zendesc", "ticketing-systems"),
        ("Salesfroce", "crm-software"),
        ("custmer retention", "customer-retention"),
        ("time managment", "time-management"),
        ("billingual", "bilingual-service"),
        ("trubleshooting", "technical-troubleshooting"),
    ],
)
def test_a_misspelt_name_is_near_only_when_asked_for(find: Find, text: str, skill: str) -> None:
    assert find(text) == {}
    found = find(text, near=True)
    assert set(found) == {skill}
    assert found[skill].near
    assert [each.near for each in found[skill].evidence] == [True]
    assert found[skill].evidence[0].quote == text


@each_row(
    "text",
    ["SLQ", "Exel", "excels", "empath", "typist", "communicator", "Salesman", "tabletop", "Georgia", "tying"],
)
def test_short_words_and_other_forms_are_not_near(find: Find, text: str) -> None:
    assert find(text, near=True) == {}


def test_what_is_near_is_denied_and_closed_like_the_rest(find: Find) -> None:
    assert find("no Zendesc experience", near=True) == {}
    assert find("We are an equal opportunity employer with Zendesc", near=True, kind=TextKind.AD) == {}


def test_a_skill_of_a_persons_own_is_found(catalog: Catalog) -> None:
    from dataclasses import replace

    own = catalog.skills["sql"].model_copy(
        update={"id": "latte-art", "name": "Latte art", "aliases": ("rosetta",)}
    )
    wider = replace(catalog, skills={**catalog.skills, "latte-art": own})
    assert [found.id for found in find_skills(wider, [TextLine(1, "Won a latte-art contest")])] == [
        "latte-art"
    ]


def test_nothing_is_found_in_nothing(catalog: Catalog) -> None:
    assert find_skills(catalog, []) == ()
    assert find_skills(catalog, [TextLine(1, "")], near=True) == ()


def test_a_long_text_is_read_to_its_end_and_its_evidence_is_limited(catalog: Catalog) -> None:
    lines = [TextLine(number, "Knows Excel well enough. " * 20) for number in range(1, 1000)]
    lines.append(TextLine(1000, "Expert in Excel; SQL"))
    found = {skill.id: skill for skill in find_skills(catalog, lines)}
    assert set(found) == {"spreadsheets", "sql"}
    assert found["sql"].evidence[0].line == 1000
    assert found["spreadsheets"].level == 4
    assert len(found["spreadsheets"].evidence) == 51


@pytest.mark.slow
@each_row(
    "part",
    [
        "Excel" + " " * 300,
        "want to learn excel ",
        "not ",
        "not Excel, ",
        "Excel Department ",
        "benefits: excel ",
        "nego\u00adtiation ",
        "IT SQL ",
    ],
)
def test_one_long_line_takes_time_in_line_with_its_length(catalog: Catalog, part: str) -> None:
    def seconds(size: int) -> float:
        line = TextLine(1, part * (size // len(part)))
        begin = time.process_time()
        find_skills(catalog, [line])
        return time.process_time() - begin

    seconds(1000)
    assert seconds(80_000) < 16 * seconds(10_000) + 0.1


def test_a_space_before_the_first_word_changes_nothing(find: Find) -> None:
    for text in ("SQL and Excel, advanced", "SQL: 5 years"):
        bare, spaced = find(text), find(f" {text}")
        assert {skill: found.level for skill, found in spaced.items()} == {
            skill: found.level for skill, found in bare.items()
        }
