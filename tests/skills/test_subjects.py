"""Whose deed a sentence tells: the person's own, or what firms, bosses and other departments do."""

from datetime import date

import pytest
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.word_models import TextKind
from cscareer.skills.finding import TextLine, read_skills
from cscareer.skills.reading import read_resume_skills

CATALOG = load_catalog(environment={})


def named(text: str) -> set[str]:
    lines = [TextLine(number, line) for number, line in enumerate(text.split(" / "), start=1)]
    return {skill.id for skill in read_skills(CATALOG, lines, TextKind.RESUME).skills}


def shown(text: str) -> set[str]:
    lines = [TextLine(number, line) for number, line in enumerate(text.split(" / "), start=1)]
    return {skill.id for skill in read_resume_skills(CATALOG, lines).skills}


@each_row(
    "text",
    [
        "The hospital used Tableau for its figures.",
        "My district had a big push on figures and ran workshops on Tableau.",
        "Our quality department builds its charts in Tableau.",
        "The IT people at the consortium handle the Tableau charts.",
        "A vendor which sells Tableau sat next to us.",
        "When the store manager left, the owner moved to Tableau.",
    ],
)
def test_what_somebody_else_does_with_a_tool_is_only_perhaps_a_skill(text: str) -> None:
    assert "data-visualization" not in named(text)


@each_row(
    "text",
    [
        "The hospital was small, so I built its charts in Tableau.",
        "My boss trusts me with the Tableau charts.",
        "Built the charts of the hospital in Tableau.",
        "When the store manager left, I moved us to Tableau.",
        "Tableau, used daily for the department's numbers",
    ],
)
def test_what_the_person_does_counts_whoever_else_is_named(text: str) -> None:
    assert "data-visualization" in named(text)


def test_a_department_called_like_a_skill_is_who_does_it() -> None:
    assert "workforce-forecasting" not in named("I don't. Workforce management does the forecast.")


@each_row(
    ("text", "skill"),
    [
        ("Our trainers run the six-week class, so I don't.", "training-design"),
        ("The coach before her designed the first new-hire class.", "training-design"),
        ("About the company / Built dashboards for a hundred banks.", "data-visualization"),
        ("The statistician drew the charts.", "data-visualization"),
        ("My mentor, who has hired and led 60 people, said so.", "team-leadership"),
        ("Supervised by a dispatcher on nights.", "team-leadership"),
        ("My predecessor won back 40 clients.", "customer-retention"),
        ("Only the planners make the rota.", "scheduling"),
    ],
)
def test_a_deed_of_others_shows_nothing_of_the_person(text: str, skill: str) -> None:
    assert skill not in shown(text)


@each_row(
    ("text", "skill"),
    [
        ("Our DBA wrote SQL queries.", "sql"),
        ("It was Raj, who wrote SQL queries.", "sql"),
        ("They had someone who calmed angry customers.", "de-escalation"),
        ("A patient agent calmed me down when I was upset.", "de-escalation"),
        ("I let security calm angry customers.", "de-escalation"),
        ("My grandmother served callers in Spanish.", "bilingual-service"),
        ("Tom wrote SQL queries, and I watched.", "sql"),
        ("Weekly reports were put together by the assistant manager.", "reporting"),
        ("I nearly led a team of nine.", "team-leadership"),
        ("No one asked me to train new hires.", "coaching"),
        ("Interviewing applicants fell to the night lead.", "hiring"),
        ("I was asked to write help articles and never found the time.", "knowledge-base-writing"),
        ("What I lack / Building dashboards in Tableau", "data-visualization"),
        ("Goals for 2027 / Build dashboards in Tableau", "data-visualization"),
    ],
)
def test_what_others_do_or_was_only_nearly_done_shows_nothing_of_the_person(text: str, skill: str) -> None:
    assert skill not in shown(text)


@each_row(
    ("text", "skill"),
    [
        ("Our DBA left and I wrote SQL queries.", "sql"),
        ("I was the person who wrote SQL queries.", "sql"),
        ("When they bought Salesforce, I moved our contacts into it.", "crm-software"),
        ("My manager had me score recorded calls.", "quality-monitoring"),
        ("Let callers calm down first: calmed angry customers.", "de-escalation"),
        ("The manager watched while I trained new hires.", "coaching"),
        ("I never minded training new hires.", "coaching"),
        ("I want to keep training new hires.", "coaching"),
        ("Interviewing applicants fell to me.", "hiring"),
        ("Hired four clerks, none of whom quit.", "hiring"),
        ("Goals met / Built dashboards in Tableau", "data-visualization"),
    ],
)
def test_what_the_person_did_counts_whoever_stands_by(text: str, skill: str) -> None:
    assert skill in shown(text)


@pytest.mark.parametrize("named_so", ['"Wow Tableau" cup', "“Tableau for Everyone” pamphlet"])
def test_a_title_in_quotation_marks_names_no_skill(named_so: str) -> None:
    assert "data-visualization" not in named(f"Kept the {named_so} on my desk.")
    assert "data-visualization" in named(f"Wrote the {named_so} myself.")


def test_what_a_year_to_come_brings_is_not_held_yet() -> None:
    year = date.today().year  # noqa: DTZ011  the program's own day
    assert "data-visualization" not in named(f"Tableau reaches our desks in {year + 1}.")
    assert "data-visualization" in named(f"Brought Tableau to our desks in {year - 1}.")


def test_he_or_she_is_the_person_where_a_text_never_says_i() -> None:
    told = "He was in charge of a post office. He hired eight clerks. He liked it."
    assert "hiring" in shown(told)
    assert "hiring" not in shown(f"{told} / I only sorted the mail.")


@each_row(
    ("text", "skill"),
    [
        ("Stuff I wanna learn: SQL.", "sql"),
        ("Want: lead a team of agents.", "team-leadership"),
        ("Have begun reading about CRM systems.", "crm-software"),
        ("Courses: Accounting I, Negotiation.", "negotiation"),
        ("Not me (yet): SQL.", "sql"),
        ("No experiance with Salesforce.", "crm-software"),
        ("Things others do here: SQL.", "sql"),
    ],
)
def test_wanted_taken_and_denied_skills_do_not_count(text: str, skill: str) -> None:
    assert skill not in named(text)
