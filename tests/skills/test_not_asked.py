"""What of an ad is others' work or what one is given, and what is asked beside it."""

from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.skills.ads import read_ad
from cscareer.skills.finding_text import TextLine

CATALOG = load_catalog(environment={})
JOB = "Front Desk Clerk"


@each_row(
    ("sentence", "asked"),
    [
        ("Lumen Ledger makes software for coaching and billing.", set()),
        ("Lumen Ledger seeks someone for coaching.", {"coaching"}),
        ("The position provides coaching to new staff.", {"coaching"}),
        ("The Finance Director prepares the annual budget.", set()),
        ("The clerk prepares the annual budget.", {"budgeting"}),
        ("Mr. Tuttle handles complaints of our clients.", set()),
        ("Our manager seeks someone who handles complaints.", {"de-escalation"}),
        ("Supervisors monitor calls.", set()),
        ("Planning staff monitor calls.", set()),
        ("Help supervisors monitor calls.", {"quality-monitoring"}),
        ("Bluepeak's engineers do technical troubleshooting.", set()),
        ("Coach six agents each week.", {"coaching"}),
        ("Coaches new agents each week.", {"coaching"}),
        ("Principal duties include coaching of new agents.", {"coaching"}),
        ("Our coaches train new agents.", set()),
        ("Engineering resolves outages by technical troubleshooting; you won't have to.", set()),
        ("Tier 2 handles de-escalation.", set()),
        ("IT keeps Salesforce running.", set()),
        ("We value collaboration and clear communication.", set()),
        ("We value people with empathy.", {"empathy"}),
        ("Many of our agents move into coaching.", set()),
        ("Dental, vision, coaching and a gym.", set()),
        ("Explain dental and vision plans with empathy.", {"empathy"}),
        ("Perfect attendance: a bonus of $75 a month.", set()),
        ("Perfect attendance is what we ask.", {"reliability"}),
        ("Bilingual premium in Spanish: $1.50 an hour.", {"bilingual-service"}),
    ],
)
def test_what_others_do_and_what_is_given_is_not_asked(sentence: str, asked: set[str]) -> None:
    found = {each.skill.id for each in read_ad(CATALOG, [TextLine(1, JOB), TextLine(2, sentence)])}
    assert asked <= found
    assert asked or not found


@each_row(
    ("text", "demand"),
    [
        ("Bonus points\n- Zendesk\n- German", "preferred"),
        ("Wish list: Dialogflow, Tagalog.", "preferred"),
        ("Our German engineers are kind.", None),
    ],
)
def test_a_bare_language_counts_where_it_is_welcome(text: str, demand: str | None) -> None:
    lines = [TextLine(number, line) for number, line in enumerate(text.splitlines(), 1)]
    found = [each.demand.value for each in read_ad(CATALOG, lines) if each.skill.id == "bilingual-service"]
    assert found == ([demand] if demand else [])
