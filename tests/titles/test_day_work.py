"""What a person's days are about, by the words of the work itself."""

from datetime import date

from cscareer.catalog.loading import load_catalog
from cscareer.cli.resumes import read_person
from cscareer.documents.reading import read_bytes
from cscareer.skills.held import Person
from cscareer.skills.matching import match_roles
from cscareer.titles.day_work import WorkWords

CATALOG = load_catalog(environment={})
WORDS = WorkWords(CATALOG)
TODAY = date(2026, 11, 26)


def person(text: str) -> Person:
    return read_person(CATALOG, read_bytes(text.encode(), "resume.txt"), TODAY)


def first_roles(text: str) -> list[str]:
    return [role.id for role in match_roles(CATALOG, person(text), top=3).roles]


def test_each_row_takes_its_text_and_leaves_the_other() -> None:
    wrong = []
    for key, row in CATALOG.work_words.items():
        shares = WORDS.shares([(1, row.takes)])
        if max(shares, key=lambda role: shares[role], default="") != key or key in WORDS.shares(
            [(1, row.leaves)]
        ):
            wrong.append(key)
    assert wrong == []


def test_few_words_and_words_of_several_roles_say_nothing() -> None:
    assert WORDS.of([(1, "I explained a late fee.")]) is None
    assert (
        WORDS.of([(1, "Late fees, past due, arrears, debts, claimants, subrogation, FNOL, adjusters.")])
        is None
    )


def test_lines_of_earlier_jobs_count_half() -> None:
    lines = [
        (1, "Passwords, laptops, printers and toner."),
        (2, "Late fees, debts, arrears, meters, ledgers."),
    ]
    assert WORDS.of(lines) is None
    day = WORDS.of(lines, range(2, 9))
    assert day is not None
    assert day.role == "help-desk-technician"


BILLS = """City of Marlow, Water Department
Customer Account Representative, March 2019 - present
- Bills: I compare the meter with the charges and say where a late fee comes from
- Payment plans and arrears; who can't pay before the shutoff comes to me
"""


def test_a_title_that_only_says_service_yields_to_plain_words_of_the_work() -> None:
    assert first_roles(BILLS)[0] == "billing-and-collections-representative"
    history = person(BILLS).history
    assert history is not None
    assert history.latest_role == "billing-and-collections-representative"
    other = BILLS.replace("Customer Account Representative", "Retention Specialist")
    assert first_roles(other)[0] == "retention-specialist"  # a title that says with what is believed


def test_who_leads_at_a_near_job_stays_in_its_trade_first() -> None:
    roles = first_roles(
        """Lead Pharmacy Technician, Elm Drugs, May 2020 - now
- I check insurance cards and eligibility, and call plans for prior authorizations before I take the copay
- Prescriptions for patients of the clinic next door, in Spanish too; I write the roster of three
"""
    )
    assert roles[0] == "patient-access-representative"
