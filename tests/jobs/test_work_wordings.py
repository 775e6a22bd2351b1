"""How one works and whether full-time, in the everyday words of ads, and by their hours where no word says it."""

from datetime import date
from decimal import Decimal

from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.documents.ads import of_text
from cscareer.jobs.posting import PostingReader, PostingReport
from cscareer.jobs.work_hours import HoursReader

READER = PostingReader(load_catalog(environment={}), None, date(2026, 11, 27))

MODES: list[tuple[str, str | None]] = [
    ("On site at our Tulsa office.", "on-site"),
    ("This job is done in our Tulsa office.", "on-site"),
    ("You'll work at our downtown branch.", "on-site"),
    ("Two days from home after training.", "hybrid"),
    ("Two days a week from home, three in the office", "hybrid"),
    ("Work from anywhere in the United States.", "remote"),
    ("Fully in person", "on-site"),
    ("This is an in-person job.", "on-site"),
    ("Office-based", "on-site"),
    ("In the office five days a week", "on-site"),
    ("100% remote", "remote"),
    ("Work-at-home", "remote"),
    ("Work at home after 8 weeks of training in our center", "remote"),
    ("You can work from home after your first 120 days.", "remote"),
    ("Remote after 90 days", "remote"),
    ("Training is on site for 6 weeks, then remote.", "remote"),
    ("Training is in person for 6 weeks, then three days a week from home.", "hybrid"),
    ("Training is 100% in the office for 5 weeks, after that hybrid 2 days from home", "hybrid"),
    ("Hybrid (Tue–Thu in office)", "hybrid"),
    ("Flexible: office or home", "hybrid"),
    ("In office 3x/week", "hybrid"),
    ("Tuesdays and Thursdays from home", "hybrid"),
    ("We are in the office Monday to Wednesday and at home the rest.", "hybrid"),
    ("Come in once a week", "hybrid"),
    ("No remote work.", "on-site"),
    ("This position is not eligible for telework.", "on-site"),
    ("Not a work from home job", "on-site"),
    ("We don't do remote.", "on-site"),
    ("There is no work-from-home option.", "on-site"),
    ("Must be able to commute to the office daily", "on-site"),
    ("You greet walk-ins at the counter and answer the phone.", "on-site"),
    ("Front desk of a busy clinic", "on-site"),
    ("Check guests in and out", "on-site"),
    ("Register patients at bedside", "on-site"),
    ("Stand at the service desk of our store", "on-site"),
    ("Face-to-face sales in the field", "on-site"),
    ("Help customers in our showroom", "on-site"),
    ("balance a cash drawer at the end of shift", "on-site"),
    ("Apply in person at the store.", "on-site"),
    ("Stands and walks up to 75% of the shift", "on-site"),
    ("Free parking in our garage and a gym on the ground floor", "on-site"),
    ("Bring a resume by the shop. You work the parts counter.", "on-site"),
    ("Remote-first company. You need a quiet room with a door and wired internet.", "remote"),
    ("You work from your home in Oklahoma.", "remote"),
    ("From the comfort of your own home", "remote"),
    ("home-based agent", "remote"),
    ("Virtual position", "remote"),
    ("Telecommute", "remote"),
    ("WFH", "remote"),
    ("You need wired internet, a quiet room and a second monitor at home.", "remote"),
    ("All states except CA; service from your home office", "remote"),
    ("On site Mon–Wed; telework Thu–Fri after probation", "hybrid"),
    ("On-site Tuesday-Thursday; remote Monday and Friday", "hybrid"),
    ("Telework two days a week", "hybrid"),
    ("Telework Fridays", "hybrid"),
    ("You help customers remotely with their routers.", None),
    ("Use remote desktop to help callers.", None),
    ("We have offices in 14 countries.", None),
    ("You answer calls and chats.", None),
    ("We support remote workers of our clients.", None),
    ("Home warranty claims by phone", None),
    ("Explain home equity loans to callers", None),
    ("Our customers work from home.", None),
]
EMPLOYMENT: list[tuple[str, set[str]]] = [
    ("Full-time", {"full-time"}),
    ("Full time / Part time, you choose", {"full-time", "part-time"}),
    ("Part-time and full-time positions", {"full-time", "part-time"}),
    ("40 hours a week", {"full-time"}),
    ("40 hrs/wk", {"full-time"}),
    ("Based on a 37.5 hour week.", {"full-time"}),
    ("FTE: 1.0", {"full-time"}),
    ("0.9 FTE (36 hours/week)", {"full-time"}),
    ("0.5 FTE", {"part-time"}),
    ("24–28 hours a week", {"part-time"}),
    ("20-25 hours per week", {"part-time"}),
    ("about 15 to 25 hours a week", {"part-time"}),
    ("M–F 8–5", {"full-time"}),
    ("Monday thru Friday 7:30 to 4:30", {"full-time"}),
    ("Mon-Fri 9am-6pm", {"full-time"}),
    ("Shift: 12:30 p.m. to 9:00 p.m., Tuesday to Saturday", {"full-time"}),
    ("Saturdays and Sundays, 9 to 3", {"part-time"}),
    ("Mon–Fri 4 pm–8 pm", {"part-time"}),
    ("Four ten-hour days", {"full-time"}),
    ("4x10s", {"full-time"}),
    ("three 12-hour shifts", {"full-time"}),
    ("Seasonal", {"temporary"}),
    ("Seasonal help through December 31", {"temporary"}),
    ("We're hiring 20 seasonal helpers from January 25 to February 19", {"temporary"}),
    ("Temp-to-hire", {"temporary"}),
    ("temp to perm, 90 days", {"temporary"}),
    ("Assignment is 6 months on our payroll", {"temporary"}),
    ("6-month assignment", {"temporary"}),
    ("Per diem", {"temporary"}),
    ("PRN", {"temporary"}),
    ("On-call / as needed", {"temporary"}),
    ("12-month contract", {"contract"}),
    ("Independent contractor (1099)", {"contract"}),
    ("1099 position", {"contract"}),
    ("Contract-to-hire", {"contract"}),
    ("Freelance", {"contract"}),
    ("Paid internship", {"internship"}),
    ("Summer intern", {"internship"}),
    ("Direct hire, full-time", {"full-time"}),
    ("Regular full-time, classified", {"full-time"}),
    ("Permanent, full time", {"full-time"}),
    ("Our office manager is going part time, so we need somebody. Monday to Friday 8 to 5.", {"full-time"}),
    ("Full-time staff get health insurance after 60 days.", {"full-time"}),
    ("Hours: 37.5/week, 8:00–4:30", {"full-time"}),
    ("Hours: 20/wk", {"part-time"}),
    ("260-day position, 8 hrs/day", {"full-time"}),
    ("1 to 3 hrs a day, flexible", {"part-time"}),
    ("4 hours a day", {"part-time"}),
    ("8-hour shifts between 7 a.m. and 9 p.m.", {"full-time"}),
    ("You sit 6 hours a day", set()),
    ("Stand up to 8 hours a day", set()),
    ("We answer phones 24 hours a day", set()),
    ("Our line is open 12 hours a day", set()),
    ("Training is 4 hours a day for two weeks", set()),
    ("60 calls/week", set()),
    ("You'll lead 14 full-time and 6 part-time agents.", set()),
    ("Temporary password resets", set()),
    ("Renew customers' contracts", set()),
    ("Our phones are open Monday to Friday 8 to 5.", set()),
    ("Interviews Monday to Friday 9 to 4", set()),
    ("Call us Mon-Fri 9-5", set()),
    ("Help seasonal workers with claims", set()),
]


def read(text: str) -> PostingReport:
    return READER.report(of_text(f"Customer Service Representative\nAcme Insurance, Tulsa, OK\n{text}", "ad"))


def test_how_one_works_is_read_from_everyday_words() -> None:
    found = {text: read(text).work_mode for text, _ in MODES}
    values = {text: each.value if each else None for text, each in found.items()}
    assert {text: values[text] for text, wanted in MODES if values[text] != wanted} == {}


def test_employment_is_read_from_words_and_from_hours() -> None:
    found = {text: {each.value for each in read(text).employment} for text, _ in EMPLOYMENT}
    assert {text: found[text] for text, wanted in EMPLOYMENT if found[text] != wanted} == {}


@each_row(
    ("text", "hours"),
    [
        ("Monday thru Friday 7:30 to 4:30", "42.5"),
        ("M–F 8–5", "42.5"),
        ("12:30 p.m. to 9:00 p.m. Central, Tuesday to Saturday", "40"),
        ("Saturday and Sunday 9 to 3", "12"),
        ("three 12-hour shifts", "36"),
        ("Mon-Fri 4 pm–8 pm", "20"),
    ],
)
def test_days_and_times_of_day_are_hours_a_week(catalog: Catalog, text: str, hours: str) -> None:
    found = catalog.once(HoursReader).of_schedule(text)
    assert found is not None
    assert found[0] == Decimal(hours)


@each_row(
    ("line", "gives"),
    [
        ("Nice to have: Zendesk, health insurance background", set()),
        ("Nice to have: dental insurance background, experience selling 401(k) plans", set()),
        ("2 years of health insurance experience required", set()),
        ("Requires knowledge of 401(k) plans and medical coverage", set()),
        ("Pay depends on experience, health insurance, 401(k) match", {"health-insurance", "retirement"}),
        ("No experience needed; dental and vision insurance", {"health-insurance"}),
        ("Extras:\n- Health insurance\n- 401(k) match", {"health-insurance", "retirement"}),
    ],
)
def test_a_benefit_that_one_should_know_of_is_none_that_they_give(line: str, gives: set[str]) -> None:
    ad = of_text(f"Call center agent, Denver, CO. $21 an hour.\n\n{line}\n", "ad")
    assert {each.value for each in READER.line(ad, 1).employer_gives} == gives


@each_row(
    ("line", "company"),
    [
        ("BrightLedger, Phoenix, AZ (hybrid)", "BrightLedger"),
        ("BrightLedger - Phoenix, AZ", "BrightLedger"),
        ("Valle Health Plans - Tempe, AZ", "Valle Health Plans"),
        ("Copper State Bank, Salt Lake City, UT 84101", "Copper State Bank"),
        ("Phoenix, AZ", None),
        ("Remote, Phoenix, AZ", None),
        ("Call Center, Phoenix, AZ", None),
    ],
)
def test_a_line_of_a_name_and_a_town_names_the_employer(line: str, company: str | None) -> None:
    ad = of_text(f"Customer Service Representative\n{line}\n\nYou answer calls.\n$21 an hour\n", "ad")
    assert READER.line(ad, 1).company == company
