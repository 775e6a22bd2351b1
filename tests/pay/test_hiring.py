"""What range to post."""

import json
from itertools import product
from typing import get_args

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.pay.amounts import Given
from cscareer.pay.hiring import PayToPost, plan_hiring
from cscareer.pay.money import Period
from cscareer.pay.offer import WhyNoVerdict
from cscareer.pay.report import find_location

CATALOG = load_catalog(environment={})


def posting(
    role: str = "customer-service-specialist",
    where: str = "Columbus, OH",
    per: Period = "year",
    paid: Given | None = None,
) -> PayToPost:
    place = find_location(CATALOG, where)
    return plan_hiring(
        CATALOG, [CATALOG.roles[role]], [place], per=per, paid=[paid] if paid else ()
    ).postings[0]


def test_the_range_runs_from_published_start_to_its_end_within_the_wages_there() -> None:
    found = posting()
    assert found.range is not None
    assert (found.range.low, found.range.high, found.range.basis) == (40_000, 48_500, "calculated")
    assert found.reached_by_low is not None
    assert found.reached_by_low.value is not None
    assert 25 < found.reached_by_low.value < 50


PERIODS: tuple[Period, ...] = get_args(Period)
PLACES = ("Columbus, OH", "Seattle, WA", "Sumter, SC", "Puerto Rico", "Casper, WY", "78701")


@each_row("role", list(CATALOG.roles))
def test_every_range_keeps_its_rule(role: str) -> None:
    for where, per in product(PLACES, PERIODS):
        keeps_its_rule(posting(role, where, per), per)


def keeps_its_rule(found: PayToPost, per: Period) -> None:
    assert (found.range is None) == (found.no_range is not None)
    if found.range is None:
        return
    low, high = found.range.low, found.range.high
    assert low is not None
    assert high is not None
    step = 500 if per == "year" else 0.25
    assert low * 11 <= high * 10 <= low * 13
    assert low % step == high % step == 0
    floor = found.laws.lowest
    assert low >= (floor.yearly if per == "year" else floor.hourly)


def test_a_catch_all_gets_no_figure_and_why() -> None:
    found = posting("quality-assurance-analyst")
    assert (found.range, found.ad, found.no_range) == (None, None, WhyNoVerdict.CATCH_ALL)


@pytest.mark.parametrize(
    ("paid", "passed"),
    [(Given(39_000, "year"), True), (Given(47_000, "year"), False), (Given(22.6, "hour"), False)],
)
def test_own_people_in_the_middle_are_overtaken_in_part_or_whole(paid: Given, passed: bool) -> None:
    found = posting(paid=paid).overtaken
    assert found is not None
    assert (found.whole, found.middle.basis) == (passed, "given")


def test_well_paid_staff_are_not_overtaken() -> None:
    assert posting(paid=Given(60_000, "year")).overtaken is None


def test_the_memo_has_the_ad_the_reach_the_law_and_what_it_buys(run: Run) -> None:
    memo = run("hire", "csr", "-l", "Denver", "-l", "Columbus OH", "--format", "markdown").out
    assert memo.startswith("# What to post")
    assert "“Pay: $40,000 to $48,500 a year, depending on experience.”" in memo
    for said in (
        "At U.S. prices",
        "Colorado since 2021-01-01",
        "Not legal advice",
        "See first what your own people earn",
        "The law on pay in Ohio",
        "The law on pay in Colorado",
    ):
        assert said in memo
    alone = " ".join(run("hire", "csr", "-l", "Columbus OH").out.split())
    assert "A start of" not in alone
    full = " ".join(run("hire", "csr", "-l", "Columbus OH", "--full").out.split())
    assert "A start of $40,000 a year is more than 30 in 100 of those in the work" in full


def test_the_law_of_another_city_of_the_state_is_not_that_of_the_place(run: Run) -> None:
    asked = {
        "Columbus, OH": "asks ads for a range in Columbus (employers of 15 or more);",
        "Cleveland": "asks ads for a range in Cleveland (employers of 15 or more);",
        "44114": "In that area the law of Cleveland (employers of 15 or more) asks ads for a range",
        "Cuyahoga County, OH": "In that area the law of Cleveland (employers of 15 or more)",
        "Dayton": "No law that asks ads for a range",
        "Denver": "asks ads for a range in Colorado;",
    }
    for where, said in asked.items():
        assert said in " ".join(run("hire", "csr", "-l", where).out.split())
    assert "Cleveland since" in run("hire", "csr", "-l", "Columbus, OH", "--full").out


def test_titles_in_several_places_are_one_table_and_in_full_a_table_each(run: Run) -> None:
    words = ("hire", "csr", "account manager", "-l", "Denver", "-l", "Austin")
    shown = run(*words, env={"COLUMNS": "80"}).out
    assert shown.count("Pays more than") == 1
    assert all(shown.count(f"Account Manager              {place}") == 1 for place in ("Denver", "Austin"))
    assert run(*words, "--full", env={"COLUMNS": "80"}).out.count("Pays more than") == 2
    assert "{low}" not in run("hire", "csr", "-l", "Austin", "--format", "csv").out


def test_every_row_that_was_asked_for_shows_and_nothing_warns_that_holds_of_all(run: Run) -> None:
    titles = ("csr", "account manager", "customer service team lead", "technical support specialist")
    shown = run("hire", *titles, "-l", "Columbus, OH", "-l", "Boise, ID", env={"COLUMNS": "80"}).out
    assert sum(" in 100" in line for line in shown.splitlines()) == 8
    assert "--paid" not in shown  # it is of one title
    assert len(shown.splitlines()) <= 22


def test_what_is_paid_is_of_all_titles_or_of_each_in_their_order(run: Run) -> None:
    asked = ("hire", "csr", "account manager", "-l", "Denver", "--paid", "45000")
    one = [each["paid"]["amount"] for each in json.loads(run(*asked, "--json").out)["postings"]]
    outcome = run(*asked, "--paid", "200k", "--json")
    assert (one, [each["paid"]["amount"] for each in json.loads(outcome.out)["postings"]]) == (
        [45000, 45000],
        [45000, 200000],
    )
    told = " ".join(run(*asked, "--paid", "200k").out.split())
    assert "Account Manager, Denver, CO: nobody you hire would start above your own people" in told
    assert run(*asked, "--paid", "50k", "--paid", "60k").code == 2


def test_what_to_do_about_own_people_overtaken_is_said_once_and_fits_a_screen(run: Run) -> None:
    titles = ("call center manager", "help desk", "csr")
    paid = ("--paid", "80k", "--paid", "50k", "--paid", "40k")
    shown = run("hire", *titles, "-l", "Denver", *paid, env={"COLUMNS": "80"}).out
    told = " ".join(shown.split())
    assert "Customer Service Specialist, Denver, CO: everyone you hire would start above" in told
    assert (
        "Newcomers near the top would start above your own people in the middle: Contact Center Manager, Denver, CO "
        "($80,000 a year); Help Desk Technician, Denver, CO ($50,000 a year). Raise them first"
    ) in told
    assert told.count("Raise them first") == 1
    assert len(shown.splitlines()) <= 22


def test_postings_cite_every_law_and_figure(run: Run) -> None:
    answer = json.loads(run("hire", "csr", "-l", "Denver", "--json").out)
    cited = {source["id"] for source in answer["sources"]}
    assert {"cscareer-judgement", "minimum-wages-2026", "pay-transparency-2026"} <= cited


def test_of_whom_the_shares_are_is_said_where_a_role_is_a_part_of_its_occupation(run: Run) -> None:
    part = " ".join(run("hire", "help desk technician", "-l", "Columbus, OH").out.split())
    assert (
        "Shares are of all in the occupation there, of whom Help Desk Technician is the 10%–50% part" in part
    )
    whole = run("hire", "csr", "-l", "Columbus, OH").out
    assert "Shares are of all" not in whole
