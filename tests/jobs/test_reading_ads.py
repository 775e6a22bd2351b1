"""What ads say of themselves: title, employer, places, hours, how one works, and what they promise, in many ways of writing."""

import time
from datetime import date

import pytest
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import of_record, of_text
from cscareer.jobs.places import states_of
from cscareer.jobs.posting import PostingReport, read_posting

CATALOG = load_catalog(environment={})
TODAY = date(2026, 11, 27)


def read(text: str, **fields: object) -> PostingReport:
    ad = of_record({"description": text, **fields}, "ad") if fields else of_text(text, "ad")
    return read_posting(CATALOG, ad, today=TODAY)


@each_row(
    ("said", "title"),
    [
        (
            "NOW HIRING!! Customer Service Representative - $18/hr - Start ASAP",
            "Customer Service Representative",
        ),
        ("Urgently Hiring: Call Center Agent (Nights)", "Call Center Agent (Nights)"),
        ("Subject: Help Desk Technician - weekly pay - Irving TX", "Help Desk Technician"),
        ("New Haven, CT Territory Account Executive", "New Haven, CT Territory Account Executive"),
        ("2. Call Center Supervisor", "Call Center Supervisor"),
        ("Customer Support Representative, Remote (US)", "Customer Support Representative, Remote (US)"),
    ],
)
def test_a_title_loses_what_cries_out_around_it(said: str, title: str) -> None:
    assert read(f"{said}\n\nAnswer calls.").title == title


def test_an_employers_name_promises_no_benefits() -> None:
    assert not read(
        "Answer calls for Meridian Health Plan.", title="Agent", company="Meridian Health Plan"
    ).employer_gives


@each_row(
    ("text", "quote"),
    [
        ("Hours: 2nd shift, 2pm–11pm", "2nd shift"),
        ("Monday - Friday, 8:30 am to 5 pm", "Monday - Friday, 8:30 am to 5 pm"),
        ("M-F 8-5", "M-F 8-5"),
        ("Three evenings a week, 4–10 p.m.", "4–10 p.m."),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, quote: str) -> None:
    assert any(quote in said for said in read(f"Agent\n\n{text}").schedule)


def test_the_closing_hour_of_an_ad_is_no_shift() -> None:
    assert not read("Agent\n\nClosing date: 12/18/26 5:00 PM").schedule


@each_row(
    ("text", "mode"),
    [
        ("Telework is not available.", "on-site"),
        ("In our building every day", "on-site"),
        ("On site for 6 weeks, then 2 days from home", "hybrid"),
        ("Agile working: two days a week at our hub", "hybrid"),
        ("Where: from home anywhere in Ohio", "remote"),
        ("Help customers in person or by phone.", None),
    ],
)
def test_how_one_works_is_read(text: str, mode: str | None) -> None:
    found = read(f"Agent\n\n{text}").work_mode
    assert (found.value if found else None) == mode


@each_row(
    ("text", "states"),
    [
        ("Denver or remote from CO, UT, NM", {"CO", "UT", "NM"}),
        ("Location: Boston, MA or Remote – Vermont, New Hampshire", {"MA", "VT", "NH"}),
        ("Remote, though we are set up in Ohio, Indiana and Iowa alone.", {"OH", "IN", "IA"}),
        ("San José, CA", {"CA"}),
    ],
)
def test_all_places_of_an_ad_count(text: str, states: set[str]) -> None:
    assert set(states_of(read(f"Call Center Agent\n{text}\n\nAnswer calls.").locations)) == states


def test_pay_is_held_against_each_of_several_places_by_its_own_zone() -> None:
    told = read(
        "Customer Service Representative\nRemote in CA, TX\n\nCA: $24.00 per hour\nTX: $19.00 per hour"
    )
    assert [each.location.state for each in told.standing_by_place] == ["CA", "TX"]
    assert all(each.low is not None and each.wages is not None for each in told.standing_by_place)
    assert not read("Customer Service Representative\nAustin, TX\n\n$19 an hour").standing_by_place


def test_pay_under_the_minimum_wage_of_one_of_its_states_is_marked_with_that_state() -> None:
    marks = read("Customer Service Representative\nRemote in WA, TX\n\n$13.00 per hour").watch
    (mark,) = [each for each in marks if each.id == "below-minimum-wage"]
    assert mark.detail == "In WA."


@pytest.mark.parametrize(
    "text", ["Toronto, Ontario\n\nCAD $49,000 a year", "Leeds, Yorkshire\n\n£26,400 per annum"]
)
def test_a_job_abroad_is_held_against_no_wages_of_ours(text: str) -> None:
    told = read(f"Customer Service Representative\n{text}")
    assert told.abroad
    assert told.standing is None
    assert not [mark for mark in told.watch if mark.severity == "warning"]


def test_an_ad_of_several_jobs_says_so() -> None:
    marks = read(
        "Three openings in Tulsa, OK\n\n1. Customer Service Representative - $17/hr\nGED.\n\n2. Call Center Supervisor - $24/hr\n3 years."
    ).watch
    assert [mark.detail for mark in marks if mark.id == "two-jobs"] == [
        "Customer Service Representative; Call Center Supervisor"
    ]


def test_a_login_page_is_no_ad_and_has_no_role() -> None:
    told = read(
        "Sign in to continue\nEmail\nPassword\nForgot your password?\nCustomer Service Representative"
    )
    assert (told.page, told.title, told.role, told.questions) == ("login", None, None, ())


def test_quotes_begin_with_a_word() -> None:
    text = f"Agent\n\nWe are glad that {'you answer many more calls than anyone thought and ' * 4}have a valid driver's license now"
    told = read(text)
    words = text.split()
    assert all(gate.quote.split()[0].strip("“(") in words for gate in told.gates)
    assert told.gates


@pytest.mark.slow
def test_a_hostile_ad_takes_no_long_time() -> None:
    pieces = (
        "At A ",
        "$1 - ",
        "Location: ",
        "A, ",
        "degree in a plus ",
        "remote in TX, ",
        "New York or ",
        "| $5 ",
        "Inc ",
        "(",
    )
    began = time.process_time()
    read("\n".join(piece * 3_000 for piece in pieces))
    assert time.process_time() - began < 15


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Customer Service Representative II (311)", "customer-service-specialist"),
        ("Customer Service Representative 2", "customer-service-specialist"),
        ("Customer Service Representative III", "senior-customer-service-specialist"),
        ("Senior Customer Service Representative II", "senior-customer-service-specialist"),
    ],
)
def test_the_second_grade_of_a_job_is_the_job_itself(title: str, role: str) -> None:
    found = read(title).role
    assert found is not None
    assert found.id == role
