"""Must-haves: whose years count for which field, and one place told several times."""

from datetime import date

from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import of_text
from cscareer.jobs.gate_years import YearFields
from cscareer.jobs.gates import Applicant, GateState
from cscareer.jobs.places import PlaceReader
from cscareer.jobs.posting import PostingReport, read_posting
from cscareer.skills.held import Person
from cscareer.titles.held_jobs import HeldJob, WorkHistory

CATALOG = load_catalog(environment={})
FIELDS = YearFields(CATALOG)
JOB = HeldJob(
    title="Call Center Agent", organization=None, quote="Call Center Agent", line=1, years=6, current=True,
    role="call-center-specialist", role_title="Call Center Specialist", candidates=(), near_job=None, leads=False,
    serves=True, since=24240, until=24312,
)  # fmt: skip


def read(
    text: str, *, role: str = "call-center-specialist", leads: bool = False, home: str | None = None
) -> PostingReport:
    job = JOB.model_copy(update={"role": role, "leads": leads})
    person = Person(years_of_experience=6, history=WorkHistory((job,), 6))
    location = CATALOG.once(PlaceReader).find(home) if home else None
    ad = of_text(f"Customer Success Manager, Columbus, OH (hybrid)\n\n{text}", "ad")
    return read_posting(CATALOG, ad, Applicant(person, location=location), today=date(2026, 11, 27))


@each_row(
    ("asked", "fields", "any_service"),
    [
        ("2 years of customer service", [], True),
        ("3 years of customer service or sales", ["sales"], True),
        ("1 year in a call center, bank or similar", ["banking"], True),
        ("2 years of insurance customer service", ["insurance"], False),
        ("3 years in customer success, account management or a similar seat", ["success", "accounts"], False),
        ("Three years in a call center, one of which as a lead or supervisor", ["leading"], False),
        ("It takes 1 year in hospitality or customer service", [], True),
    ],
)
def test_years_are_asked_in_the_fields_that_a_gate_names(
    asked: str, fields: list[str], any_service: bool
) -> None:
    found = FIELDS.asked(asked)
    assert ([field.id for field in found.fields], found.any_service) == (fields, any_service)


def test_every_role_and_near_job_of_a_field_is_known() -> None:
    for field in CATALOG.year_fields.values():
        assert set(field.roles) <= set(CATALOG.roles)
        assert set(field.near_jobs) <= set(CATALOG.near_jobs)


@each_row(
    ("asked", "role", "leads", "state"),
    [
        (
            "3 years in customer success or account management",
            "call-center-specialist",
            False,
            GateState.NOT_KNOWN,
        ),
        (
            "3 years in customer success or account management",
            "customer-success-manager",
            False,
            GateState.MET,
        ),
        ("3 years in customer service", "call-center-specialist", False, GateState.MET),
        (
            "3 years of supervisory experience in a call center",
            "call-center-specialist",
            False,
            GateState.NOT_KNOWN,
        ),
        ("3 years of supervisory experience in a call center", "call-center-supervisor", True, GateState.MET),
        ("9 years in customer success", "call-center-specialist", False, GateState.NOT_MET),
    ],
)
def test_years_of_another_field_dont_meet_a_gate(
    asked: str, role: str, leads: bool, state: GateState
) -> None:
    gates = read(f"Requirements\n- {asked} required", role=role, leads=leads).gates
    assert [gate.state for gate in gates if gate.kind == "years"] == [state]


def test_one_place_told_several_times_counts_once_and_a_whole_state_may_be_near() -> None:
    text = (
        "Hybrid, 3 days a week in the office in Columbus.\n\nRequirements\n- Lives within 40 mi of Columbus"
    )
    near, far = read(text, home="Ohio"), read(text, home="Tucson, AZ")
    quotes = [gate.quote for gate in near.gates if gate.kind == "location"]
    assert quotes == ["Hybrid, 3 days a week in the office in Columbus.", "Lives within 40 mi of Columbus"]
    assert {gate.state for gate in near.gates if gate.kind == "location"} == {GateState.NOT_KNOWN}
    assert {gate.state for gate in far.gates if gate.kind == "location"} == {GateState.NOT_MET}
    assert far.fit is None or far.fit.blocked == 1
