"""Of whom a clause tells: sentences written before the rules were run on them, and twins of theirs that tell of the person."""

from conftest import calls_of
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.skills.evidence import Evidence, Findings, How, Rule, found_skills, gather
from cscareer.skills.finding import TextLine
from cscareer.skills.reading import read_resume_skills

CATALOG = load_catalog(environment={})


def read(text: str) -> Findings:
    return read_resume_skills(CATALOG, [TextLine(1, text)])


@each_row(
    ("skill", "anothers", "own"),
    [
        ("sql", "IT keeps the SQL to itself.", "IT gave me SQL access and I keep the report going."),
        ("sql", "Our BI guy, Anselm, does the SQL.", "I took over the SQL from our BI guy, Anselm."),
        ("data-visualization", "Tableau is done for us by Reporting.", "I built the Tableau boards for Reporting."),
        ("workforce-forecasting", "WFM team did the forecasts.", "I did the workforce planning for two sites."),
        ("coaching", "I'm the one who gets coached.", "I coached reps on their calls."),
        ("coaching", "Coaching of under-12 football.", "Coaching of new agents, two at a time."),
        ("project-management", "The project manager from Fujitsu ran it.", "I ran it as project manager."),
        ("quality-monitoring", "My calls were used as examples by quality assurance.", "Quality monitoring of ten calls a week."),
        ("customer-retention", "If they want to cancel I hand them to retention.", "On the retention team; 61% of those who called to leave stayed."),
        ("crm-software", "Was promised Salesforce access in 2022.", "Got Salesforce access in 2022 and update it daily."),
        ("crm-software", "HubSpot certification expired before I ever used it.", "HubSpot certified and in it every day."),
        ("ticketing-systems", "The company is thinking about Zendesk.", "The company moved to Zendesk and I set up the queues."),
        ("chatbot-tuning", "Agreed to be trained on the chatbot; it hasn't begun.", "Chatbot: wrote 70 intents and tested each."),
        ("spreadsheets", "Excel and I do not get along.", "Excel is open all day."),
        ("spreadsheets", "Spreadsheets scare me.", "Spreadsheets, which customers say scare them."),
        ("negotiation", "Negotiations with suppliers: head office only.", "Negotiations with suppliers: nine contracts."),
        ("training-design", "Given the chance I would build onboarding classes.", "I built the onboarding classes."),
        ("upselling", "Our store won the upsell trophy before I came.", "I upsell on every third order."),
    ],
)  # fmt: skip
def test_what_others_do_or_what_is_not_done_counts_nothing(skill: str, anothers: str, own: str) -> None:
    assert skill not in {found.id for found in read(anothers).skills}
    assert skill in {found.id for found in read(own).skills}


@each_row(
    "words",
    [
        "SQL (Bangalore",
        "SQL (",
        "SQL (basic, of late",
        "(SQL",
        "SQL:",
        "SQL -",
        "by SQL",
        "SQL (a) b (",
        "SQL – that",
        "SQL: the",
    ],
)
def test_a_bracket_that_the_text_ends_in_does_no_harm(words: str) -> None:
    assert "sql" in {found.id for each in (read(words).skills, read(words).maybe) for found in each}


def held(skill: str, line: int, how: How) -> Findings:
    evidence = Evidence(quote="", line=line, alias="", level=None, rule=Rule.NAMED, near=False, how=how)
    return Findings(skills=found_skills(CATALOG, {skill: [evidence]}))


def test_neither_a_job_nor_a_name_in_one_line_speaks_for_what_a_text_gives_to_others() -> None:
    told = read("SQL: my analysts do.")
    assert told.denied == ("sql",)
    assert gather(told, held("sql", 2, How.HELD)).skills == ()
    assert gather(told, held("sql", 2, How.NAMED)).skills == ()
    assert gather(told, held("sql", 2, How.SHOWN)).skills


def test_a_clause_costs_no_more_for_each_name_in_it() -> None:
    """A name in a clause of a hundred and fifty words doesn't look back at each of them."""
    read("sql")
    assert calls_of(lambda: read("sql " * 300)) < 300 * 300
