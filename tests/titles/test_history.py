"""The jobs a person has held, read from the positions of a resume."""

import time

import pytest

from cscareer.catalog.loading import Catalog
from cscareer.titles.headline import read_headline
from cscareer.titles.held_jobs import WorkHistory
from cscareer.titles.history import HistoryReader
from cscareer.titles.reading import TitleReader
from cscareer.titles.spans import years_in
from cscareer.titles.stated import DatedPosition


def position(
    title: str, start: float, end: float, organization: str | None = None, *, current: bool = False
) -> DatedPosition:
    """A position from one month to another, counted from any January."""
    return DatedPosition(title, organization, title, 1, 24_000 + start, 24_000 + end, current)


def read(catalog: Catalog, *positions: DatedPosition) -> WorkHistory:
    return HistoryReader(catalog).read(positions)


def test_a_clear_title_is_the_role_whatever_stands_beside_it(catalog: Catalog) -> None:
    (job,) = read(catalog, position("Quality Analyst", 0, 30, "Harbor Bank")).jobs
    assert (job.role, job.years, job.leads) == ("quality-assurance-analyst", 2.5, False)


def test_an_unclear_title_is_read_with_its_department(catalog: Catalog) -> None:
    (job,) = read(catalog, position("Team Lead", 0, 24, "Customer Support")).jobs
    assert (job.role, job.leads) == ("customer-service-team-lead", True)


def test_a_lead_of_no_work_in_particular_is_what_the_employer_is(catalog: Catalog) -> None:
    diner, shop, mill = (
        read(catalog, position(title, 0, 24, firm)).jobs[0]
        for title, firm in (
            ("Assistant Manager", "Wendy's #211"),
            ("Shift Supervisor", "CVS Pharmacy"),
            ("Shift Supervisor", "Gary Steel Works"),
        )
    )
    assert (diner.near_job, shop.near_job) == ("restaurant-manager", "retail-supervisor")
    assert (diner.serves, shop.serves, mill.serves) == (True, True, False)


def test_what_stands_in_brackets_behind_any_service_says_which(catalog: Catalog) -> None:
    stated = position("Customer Relations Officer", 0, 24)._replace(
        text="Customer Relations Officer (complaints), Aire"
    )
    (job,) = read(catalog, stated).jobs
    assert job.role == "escalation-specialist"


def test_a_firm_that_serves_for_others_says_what_its_leaders_lead(catalog: Catalog) -> None:
    (job,) = read(catalog, position("Team Leader", 0, 24, "Sharada BPO")).jobs
    assert job.role == "customer-service-team-lead"


def test_what_a_person_calls_themselves_counts_where_the_title_says_too_little(catalog: Catalog) -> None:
    reader = HistoryReader(catalog)
    headline = read_headline(catalog.once(TitleReader), ["Bart Quill", "Contact Center Manager | Lexington"])
    (job,) = reader.read([position("Manager", 0, 24)], headline).jobs
    assert job.role == "contact-center-manager"
    (job,) = reader.read([position("Quality Analyst", 0, 24)], headline).jobs
    assert job.role == "quality-assurance-analyst"


@pytest.mark.parametrize(
    "line", ["Seeking a role as Call Center Manager", "I want to be a Team Lead", "Ada Moe"]
)
def test_a_wish_is_no_headline(catalog: Catalog, line: str) -> None:
    assert read_headline(catalog.once(TitleReader), [line]) is None


def test_a_lead_where_nothing_else_is_ours_is_none_of_ours(catalog: Catalog) -> None:
    cafe = [position("Shift Lead", 24, 60, "Kettle"), position("Barista", 0, 24, "Kettle")]
    lead, *_ = read(catalog, *cafe, position("Call Center Agent", -24, 0, "Bolt")).jobs
    assert (lead.role, lead.leads) == (None, True)


def test_a_bare_lead_among_other_trades_is_no_role_of_ours_but_leads(catalog: Catalog) -> None:
    lead, barista = read(
        catalog, position("Shift Lead", 24, 60, "Copper Kettle Coffee"), position("Barista", 0, 24)
    ).jobs
    assert (lead.role, lead.leads) == (None, True)
    assert (barista.role, barista.near_job) == (None, "barista")


@pytest.mark.parametrize("title", ["Lead Generation Specialist", "Lead Developer"])
def test_lead_as_the_first_word_of_another_trade_leads_nobody(catalog: Catalog, title: str) -> None:
    assert not read(catalog, position(title, 0, 24)).leads


def test_a_bare_lead_among_roles_of_ours_is_the_role(catalog: Catalog) -> None:
    lead, _ = read(
        catalog,
        position("Team Lead", 24, 60, "First Notice of Loss"),
        position("Call Center Agent", 0, 24),
    ).jobs
    assert lead.role == "customer-service-team-lead"


@pytest.mark.parametrize("between", [", then ", " promoted to ", " → "])
def test_several_titles_in_one_position_share_its_time(catalog: Catalog, between: str) -> None:
    title = f"Call Center Agent{between}Call Center Supervisor"
    later, earlier = read(catalog, position(title, 0, 48, current=True)).jobs
    assert (later.role, later.years, later.current) == ("call-center-supervisor", 2, True)
    assert (earlier.role, earlier.years, earlier.current) == ("call-center-specialist", 2, False)


def test_a_job_of_less_than_half_a_year_says_nothing_of_skills_and_its_months_count(catalog: Catalog) -> None:
    history = read(catalog, position("Call Center Agent", 0, 5))
    assert (history.jobs, history.years_of_service) == ((), 0.42)


def test_years_of_service_count_each_month_once_and_jobs_without_customers_never(catalog: Catalog) -> None:
    history = read(
        catalog,
        position("Call Center Agent", 0, 24),
        position("Cashier", 12, 36),
        position("Dock Clerk", 36, 60),
    )
    assert history.years_of_service == 3
    assert years_in([(0, 24), (12, 36), (36, 60)]) == 5


def test_the_own_role_is_the_latest_of_ours_unless_it_is_long_past(catalog: Catalog) -> None:
    agent, driver = position("Call Center Agent", 0, 24), position("Delivery Driver", 24, 60)
    own = read(catalog, agent, driver).own
    assert own is not None
    assert own.role == "call-center-specialist"
    assert read(catalog, agent, driver._replace(end=24_000 + 120)).own is None
    assert read(catalog, driver).own is None


def test_no_positions_are_no_history(catalog: Catalog) -> None:
    assert read(catalog) == WorkHistory((), None)


def test_ten_thousand_jobs_are_read_in_good_time(catalog: Catalog) -> None:
    jobs = [position("Customer Service Manager", number % 100, number % 100 + 12) for number in range(10_000)]
    started = time.process_time()
    assert len(read(catalog, *jobs).jobs) == len(jobs)
    assert time.process_time() - started < 4  # it took 10 s when each looked at all others


def test_a_lead_of_those_who_serve_leads_people_and_of_others_may_not(catalog: Catalog) -> None:
    at_gates, of_code = (
        read(catalog, position(title, 0, 24)).jobs[0] for title in ("Lead Gate Agent", "Lead Developer")
    )
    assert (at_gates.leads, of_code.leads) == (True, False)


def test_words_by_which_a_line_is_no_headline_take_their_line_and_leave_the_other(catalog: Catalog) -> None:
    reader = catalog.once(TitleReader)
    for mark in catalog.headline_marks.values():
        assert read_headline(reader, [mark.takes]) is None, mark.id
        assert read_headline(reader, [mark.refuses]) is not None, mark.id
        assert {word.lower() for word in mark.takes.split()} & {*mark.words}, mark.id
