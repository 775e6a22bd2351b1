"""What an ad asks for as welcome, and what it requires, in one sentence and under headings."""

import pytest
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.skills.ads import read_ad
from cscareer.skills.finding_text import TextLine
from cscareer.skills.preferring import Preferred

CATALOG = load_catalog(environment={})


def lines(text: str) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.splitlines(), 1)]


def is_welcome(text: str, words: str) -> bool:
    return Preferred(lines(text), CATALOG).asks(1, text, text.index(words))


@each_row(
    ("text", "words", "welcome"),
    [
        ("2 years in retail, call center a plus", "2 years", False),
        ("2 years in retail, call center a plus", "call center", True),
        ("Bachelor's degree required, master's preferred", "Bachelor", False),
        ("Bachelor's degree in finance, economics or marketing preferred", "Bachelor", True),
        ("3 years of experience, preferably in software", "3 years", False),
        ("Preferably 3 years of experience", "3 years", True),
        ("3 years of experience (banking or insurance strongly preferred)", "3 years", False),
        ("3 years of experience (strongly preferred)", "3 years", True),
        ("Experience with Zendesk, preferred", "Experience", True),
        ("Bonus: a year on phones", "a year", True),
    ],
)
def test_only_the_part_of_a_sentence_that_says_so_is_welcome(text: str, words: str, welcome: bool) -> None:
    assert is_welcome(text, words) is welcome


def test_items_that_look_like_headings_end_no_list_of_what_is_welcome() -> None:
    said = {
        each.skill.id: each.demand.value
        for each in read_ad(
            CATALOG,
            lines("DESIRED QUALIFICATIONS\nFluent Korean\nExcel and Zendesk\n\nPay\nCollect payments"),
        )
    }
    assert (said["bilingual-service"], said["spreadsheets"], said["billing"]) == (
        "preferred",
        "preferred",
        "required",
    )


def test_sentences_that_lost_their_break_are_judged_apart() -> None:
    text = f"{'You work here. ' * 10}Excellent Excel skills.Bachelor's degree preferred.Knowledge of Zendesk required"
    said = {each.skill.id: each.demand.value for each in read_ad(CATALOG, lines(text))}
    assert said["spreadsheets"] == said["ticketing-systems"] == "required"


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Renewals belong to the sales team.", "renewals"),
        ("Supervisors score ten chats a week.", "quality-monitoring"),
        ("Things we handle so you don't have to: cold calls and quotas.", "sales-basics"),
    ],
)
def test_what_others_do_is_not_asked(text: str, skill: str) -> None:
    assert skill not in {each.skill.id for each in read_ad(CATALOG, lines(text))}


def test_what_the_one_in_the_job_does_is_asked_as_an_order_is() -> None:
    for text in ("Untangle billing mix-ups.", "Untangles billing mix-ups."):
        assert "problem-solving" in {each.skill.id for each in read_ad(CATALOG, lines(text))}


@pytest.mark.parametrize(
    ("said", "skill"),
    [
        ("Second-language pay: the differential is $1.00 an hour.", "bilingual-service"),
        ("We type all day. Bonus points: Zendesk; Excel; SQL.", "sql"),
        ("Bilingual agents get 3 cents more a minute.", "bilingual-service"),
    ],
)
def test_what_is_paid_for_or_listed_as_a_bonus_is_welcome(said: str, skill: str) -> None:
    demands = {each.skill.id: each.demand.value for each in read_ad(CATALOG, lines(said))}
    assert demands[skill] == "preferred"
