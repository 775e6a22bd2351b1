"""What job titles stand for."""

import csv
from pathlib import Path

import pytest
from conftest import calls_of, shared_file
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.titles.occupations import Occupations
from cscareer.titles.reading import TitleReader, TitleReading

CATALOG = load_catalog(environment={})
READER = TitleReader(CATALOG)
LABELS = Path(__file__).parent / "labels.csv"


def labels() -> list[tuple[str, str]]:
    with LABELS.open(encoding="utf-8", newline="") as file:
        return [(row["title"], row["expected"]) for row in csv.DictReader(file)]


def told(reading: TitleReading) -> str:
    """The role, or what kind of title it is."""
    return reading.role or reading.kind


@each_row(("title", "expected"), labels())
def test_a_title_as_it_comes_is_read_as_labelled(title: str, expected: str) -> None:
    assert told(READER.read(title)) == expected


def test_a_role_goes_by_each_of_its_names() -> None:
    for role in CATALOG.roles.values():
        for name in (role.title, *role.aliases):
            assert READER.read(name).role == role.id, name


def test_a_name_of_several_roles_has_them_as_candidates() -> None:
    reading = READER.read("CSM")
    assert (reading.kind, reading.role) == ("several", None)
    assert {each.role for each in reading.candidates} == {
        "customer-success-manager",
        "customer-service-manager",
    }
    assert sum(each.confidence for each in reading.candidates) <= 1


@each_row("rule", CATALOG.title_rules.values(), ids=lambda rule: rule.id)
def test_a_rule_takes_its_title_and_leaves_the_other(rule: object) -> None:
    entry = CATALOG.title_rules[getattr(rule, "id", "")]
    assert READER.rule_of(entry.takes) == entry.id
    assert READER.rule_of(entry.refuses) != entry.id


@each_row("key", CATALOG.near_jobs)
def test_a_near_job_takes_its_title_and_leaves_the_other(key: str) -> None:
    job = CATALOG.near_jobs[key]
    reading = READER.read(job.takes)
    assert (reading.role, reading.near_job) == (None, key)
    assert READER.read(job.refuses).near_job != key


def test_no_near_job_goes_by_the_name_of_a_role() -> None:
    names = {name.casefold() for role in CATALOG.roles.values() for name in (role.title, *role.aliases)}
    near = {name.casefold() for job in CATALOG.near_jobs.values() for name in (job.title, *job.names)}
    assert not names & near


@each_row(
    ("title", "seniority", "leads"),
    [
        ("Junior CSR", "junior", False),
        ("Sr. Customer Care Specialist", "senior", False),
        ("Customer Service Team Lead", "lead", True),
        ("Call Center Supervisor", "supervisor", True),
        ("Key Account Manager", None, False),
        ("Customer Success Manager", "manager", False),
        ("Head of Customer Care", "director", True),
        ("Warehouse Supervisor", "supervisor", True),
        ("Store Manager", None, True),
        ("Barista", None, False),
    ],
)
def test_seniority_and_leading_are_told(title: str, seniority: str | None, leads: bool) -> None:
    reading = READER.read(title)
    assert (reading.seniority, reading.leads) == (seniority, leads)


@each_row(
    ("title", "role", "near_job"),
    [
        ("Customer Service Rep / Cashier", "customer-service-specialist", "cashier"),
        ("Cashier / Customer Service Rep", "customer-service-specialist", "cashier"),
        ("Barista | Shift Work", None, "barista"),
        ("Nurse Recruiter", None, None),
    ],
)
def test_a_compound_keeps_the_job_beside_the_role(title: str, role: str | None, near_job: str | None) -> None:
    reading = READER.read(title)
    assert (reading.role, reading.near_job) == (role, near_job)


def test_what_only_follows_other_work_is_no_role() -> None:
    assert READER.read("Business Analyst, Help Desk").kind == "other"
    assert READER.read("Project Manager (Call Center)").kind == "other"


@each_row(
    ("title", "code"),
    [
        ("Registered Nurse", "29-1141"),
        ("Welder", "51-4121"),
        ("Sales Engineer", "41-9031"),
        ("Truck Driver, Tractor Trailer", "53-3032"),
        ("Warranty Clerk", "43-4051"),
    ],
)
def test_other_titles_have_their_occupation(title: str, code: str) -> None:
    occupation = READER.read(title).occupation
    assert occupation is not None
    assert occupation.code == code
    assert occupation.title != code


@pytest.mark.parametrize("title", ["Custmer Service Representative", "Customer Service Representitive"])
def test_a_misspelt_word_is_told_and_lowers_confidence(title: str) -> None:
    reading = READER.read(title)
    right = READER.read("Customer Service Representative")
    assert reading.role == right.role
    assert reading.confidence < right.confidence
    assert len(reading.respelled) == 1


@each_row("title", ["", "   ", "!!!", "123456", "🚀"])
def test_nothing_is_read_into_no_words(title: str) -> None:
    reading = TitleReader(CATALOG).read(title)
    assert (reading.kind, reading.role, reading.confidence) == ("unknown", None, 0)


@given(st.text(max_size=80))
def test_any_text_has_a_reading_whose_parts_agree(title: str) -> None:
    reading = READER.read(title)
    assert (reading.role is not None) == (reading.kind == "role")
    assert 0 <= reading.confidence <= 1
    assert len(reading.candidates) <= 3
    assert reading == READER.read(title)


_NOISE = st.sampled_from(
    ["- Remote", "(Full Time)", "| Hiring Now!!!", "- R0045871", ", $18/hr", "🚀", "- 2nd Shift"]
)


@given(st.sampled_from(sorted(CATALOG.roles)), st.lists(_NOISE, max_size=3))
def test_noise_behind_a_title_changes_no_role(role: str, noise: list[str]) -> None:
    title = " ".join([CATALOG.roles[role].title, *noise])
    assert READER.read(title).role == role


@given(st.sampled_from(sorted(CATALOG.roles)), st.sampled_from([str.upper, str.lower, str.title]))
def test_letters_large_or_small_change_no_role(role: str, cased: object) -> None:
    assert callable(cased)
    assert READER.read(cased(CATALOG.roles[role].title)).role == role


def test_names_of_other_occupations_are_hardly_ever_claimed() -> None:
    ours = {role.occupation.code for role in CATALOG.roles.values()}
    others = [title for code, title in Occupations().titles.items() if code not in ours]
    claimed = [title for title in others if READER.read(title).kind in {"role", "several"}]
    assert len(others) > 800
    assert len(claimed) <= 1, claimed


def test_titles_of_other_occupations_are_seldom_claimed() -> None:
    import gzip

    path = shared_file("data/onet_titles_all.csv.gz")
    ours = {role.occupation.code for role in CATALOG.roles.values()}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        others = [row["title"] for row in csv.DictReader(file) if row["occupation"] not in ours][::5]
    claimed = [title for title in others if READER.read(title).kind in {"role", "several"}]
    assert len(others) > 10_000
    assert len(claimed) / len(others) <= 0.02


def test_a_title_takes_a_few_hundred_calls() -> None:
    titles = [f"{title} {number}" for number in range(3) for title, _ in labels()]
    READER.read("warm up")
    assert calls_of(lambda: [READER.read(title) for title in titles]) < 1_000 * len(titles)


@each_row(
    ("title", "role"),
    [
        ("Member Advocate II", "customer-service-specialist"),
        ("Customer Service Rep (Level 2)", "customer-service-specialist"),
        ("Client Care Associate - Senior", "senior-customer-service-specialist"),
        ("customer servcie representative", "customer-service-specialist"),
        ("2024 Seasonal Call Taker", "call-center-specialist"),
        ("Enterprise CSM - SaaS", "customer-success-manager"),
        ("answering phones at a dental office", "call-center-specialist"),
        ("phones at a dentist's", "call-center-specialist"),
        ("Geek Squad Agent", "technical-support-specialist"),
        ("Customer Service Desk, Kroger", "customer-service-specialist"),
        ("Salon Receptionist", "receptionist"),
    ],
)
def test_titles_are_read_as_people_write_them(title: str, role: str) -> None:
    assert READER.read(title).candidates[0].role == role


@each_row(
    "title",
    ["Operations Manager", "Shift Lead", "Quality Manager - Aviation", "Community Manager - Apartments"],
)
def test_what_any_firm_has_is_no_role_of_ours(title: str) -> None:
    assert READER.read(title).kind in {"other", "unknown"}


@each_row(
    ("title", "job"),
    [
        ("the returns counter", "retail-associate"),
        ("Service Writer", "service-advisor"),
        ("tour guide", "visitor-attendant"),
        ("shipping desk", "order-clerk"),
    ],
)
def test_work_near_ours_is_read_as_people_write_it(title: str, job: str) -> None:
    assert READER.read(title).near_job == job


@each_row(
    ("title", "expected"),
    [
        ("Help Desk Carpenter", "other"),
        ("Field Support Engineer - HVAC", "other"),
        ("Investment Client Manager", "other"),
        ("Account Manager, Pharma", "other"),
        ("HVAC Customer Service Representative", "customer-service-specialist"),
        ("Dental Receptionist", "receptionist"),
        ("Nurse Line Call Center Representative", "call-center-specialist"),
    ],
)
def test_our_words_beside_a_trade_are_ours_only_where_customers_are_served(title: str, expected: str) -> None:
    assert told(READER.read(title)) == expected


def test_a_grade_at_the_end_of_a_title_changes_no_occupation() -> None:
    for job in ("Software Engineer", "Plumber", "Accountant", "Project Manager"):
        plain = READER.read(job).occupation
        for grade in ("I", "II", "III", "IV", "1", "2", "3", "Level 2"):
            assert READER.read(f"{job} {grade}").occupation == plain is not None, (job, grade)
    assert READER.read("Widget I").occupation is None
    assert READER.read("I").kind == "unknown"


def test_a_trade_in_front_leaves_a_near_job_near() -> None:
    for trade in ("", "hotel ", "luxury hotel ", "resort "):
        assert READER.read(f"{trade}front desk supervisor").near_job == "hotel-manager", trade
    assert READER.read("nurse recruiter").near_job is None
