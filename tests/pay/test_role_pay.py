"""One view of what a role pays in a place, in every answer that shows it."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from cscareer.catalog import reading
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import Role
from cscareer.guide.roles import RoleList, RoleSort, describe_role, list_roles
from cscareer.pay.amounts import Given
from cscareer.pay.comparison import compare_places, compare_roles
from cscareer.pay.local import local_range
from cscareer.pay.location import Location
from cscareer.pay.offer import assess_offer
from cscareer.pay.report import find_location, report_pay
from cscareer.pay.statistics import Statistics
from cscareer.routes.planning import plan_routes
from cscareer.routes.reaching import reach_roles
from cscareer.skills.gap import assess_gap
from cscareer.skills.held import Person
from cscareer.skills.matching import MatchReport, match_roles

CSR = "customer-service-specialist"
AUSTIN_STATED = """\
salaries:
  - {role: customer-service-specialist, area: "12420", year: 2026, low: 40000, high: 50000, currency: USD, per: year,
     starting: false, sources: [cscareer-judgement]}
  - {role: account-manager, area: "99", year: 2026, low: 25, high: 40, currency: USD, per: hour,
     starting: true, sources: [cscareer-judgement]}
"""
VIEW = (
    "midpoint", "starting", "occupation", "localization", "band", "observed", "employment", "without_figures", "typical",
)  # fmt: skip
RANGE = ("low", "high", "currency", "per", "hours", "basis", "area", "sources")


@pytest.fixture(scope="module")
def overlaid(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("overlaid")
    (folder / "salaries.yaml").write_text(AUSTIN_STATED, encoding="utf-8")
    return load_catalog(folder, {})


@cache
def listed_in(catalog: Catalog, place: Location | None) -> RoleList:
    return list_roles(catalog, location=place)


@cache
def matched_in(catalog: Catalog, place: Location | None) -> MatchReport:
    return match_roles(catalog, Person(), place)


def shown(catalog: Catalog, role: Role, place: Location | None) -> Iterator[tuple[str, Any, Any]]:
    """Every answer that shows the role's pay there: its name, the range, and the model with what stands behind it."""
    if place is not None:  # without a place a range published per hour stays so
        (there,) = report_pay(catalog, [role], [place]).ranges
        yield "pay", there, there
    listed = next(row for row in listed_in(catalog, place).roles if row.id == role.id)
    yield "roles", listed.pay, listed
    described = describe_role(catalog, role, place)
    yield "role", described.pay, described
    if place is not None:
        yield "role in a place", described.local, described.local
    other = next(each for each in catalog.roles.values() if each.id != role.id)
    compared = compare_roles(catalog, [role, other], place).roles[0]
    yield "compare", compared.pay, compared
    if place is not None:
        in_places = compare_places(catalog, [role], [place, find_location(catalog, "Denver")]).places[0]
        yield "compare places", in_places.pay, in_places
    matched = next(each for each in matched_in(catalog, place).roles if each.id == role.id)
    yield "match", matched.pay, matched
    gap = assess_gap(catalog, role, location=place).pay
    yield "gap", gap, gap
    if role.next_roles:
        reach = reach_roles(catalog, role, location=place).pay[0]
        yield "path", reach, reach
        routes = plan_routes(catalog, role, catalog.roles[role.next_roles[0].role], location=place)
        yield "path to a role", routes.pay[0], routes.pay[0]
        yield "path's step", routes.routes[0].steps[0].pay_before, None


SLOW_PLACES = [
    pytest.param(said, marks=pytest.mark.slow) for said in ("Austin, TX", "Rome, GA", "Texas", "Guam")
]


@pytest.mark.slow
@pytest.mark.parametrize("said", [None, "Sumter, SC", *SLOW_PLACES])
def test_every_answer_says_the_same_of_what_a_role_pays_in_a_place(
    catalog: Catalog, overlaid: Catalog, said: str | None
) -> None:
    for data in (catalog, overlaid):
        place = find_location(data, said) if said else None
        roles = data.roles.values() if data is catalog and said == "Austin, TX" else _telling(data)
        for role in roles:
            view = local_range(data.once(Statistics), role, place)
            for answer, pay, behind in shown(data, role, place):
                for name in RANGE:
                    assert getattr(pay, name) == getattr(view, name), (answer, role.id, name)
                for name in VIEW if behind is not None else ():
                    assert getattr(behind, name) == getattr(view, name), (answer, role.id, name)


def _telling(catalog: Catalog) -> list[Role]:
    names = (CSR, "account-manager", "director-of-customer-experience", "knowledge-base-specialist")
    return [catalog.roles[name] for name in names]


def test_an_offer_is_held_against_the_same_figures(overlaid: Catalog) -> None:
    place = find_location(overlaid, "Austin, TX")
    for role in overlaid.roles.values():
        view = local_range(overlaid.once(Statistics), role, place)
        (offer,) = assess_offer(overlaid, role, (Given(50_000, "year"), place)).offers
        assert (offer.wages, offer.starting, offer.localization, offer.band, offer.occupation) == (
            view.observed, view.starting, view.localization, view.band, view.occupation,
        )  # fmt: skip
        stated = offer.pay_range or offer.band_range
        assert stated is not None
        assert (stated.low, stated.high, stated.basis) == (view.low, view.high, view.basis)


def test_pay_that_is_not_for_starters_in_a_place_is_said_so_everywhere(overlaid: Catalog) -> None:
    place, role = find_location(overlaid, "Austin, TX"), overlaid.roles[CSR]
    assert {behind.starting for _, _, behind in shown(overlaid, role, place) if behind is not None} == {False}
    assert {behind.starting for _, _, behind in shown(overlaid, role, None) if behind is not None} == {True}


def test_every_role_has_pay_also_without_a_place(catalog: Catalog) -> None:
    for row in list_roles(catalog).roles:
        assert row.pay.low is not None
        assert row.pay.high is not None
        assert row.pay.area.id == "99"
        assert (row.band is None) == (row.pay.basis == "published")


def test_without_a_place_json_is_as_for_the_nation(catalog: Catalog) -> None:
    nation = find_location(catalog, "US")
    assert list_roles(catalog).roles == list_roles(catalog, location=nation).roles
    some = [catalog.roles[name] for name in (CSR, "account-manager")]
    assert compare_roles(catalog, some).roles == compare_roles(catalog, some, nation).roles
    assert match_roles(catalog, Person()).roles == match_roles(catalog, Person(), nation).roles
    for role in catalog.roles.values():
        (here,), (there,) = (report_pay(catalog, [role], places).ranges for places in ((), (nation,)))
        assert here.model_dump(exclude={"location"}) == there.model_dump(exclude={"location"})


class TestCatchAll:
    """An occupation that holds whatever no other does says too little of a role."""

    def test_it_is_known_by_its_title(self, catalog: Catalog) -> None:
        marked = {code for code, each in catalog.occupations.items() if each.catch_all}
        assert marked == {code for code, each in catalog.occupations.items() if "All Other" in each.title}
        assert "43-4051" not in marked

    def test_it_gives_no_verdict_and_no_place_in_an_order_by_pay(self, catalog: Catalog) -> None:
        place = find_location(catalog, "Austin, TX")
        seen = 0
        for role in catalog.roles.values():
            (offer,) = assess_offer(catalog, role, (Given(60_000, "year"), place)).offers
            if not offer.occupation.catch_all:
                assert offer.no_verdict is None
                continue
            seen += 1
            assert offer.wages is not None
            assert (offer.standing, offer.no_verdict, offer.percentile, offer.market_ratio, offer.target) == (
                "unknown", "catch-all", None, None, None,
            )  # fmt: skip
        assert seen == sum(row.typical is None for row in list_roles(catalog, sort=RoleSort.PAY).roles)

    @pytest.mark.slow
    def test_it_leaves_no_difference_along_a_route(self, catalog: Catalog) -> None:
        seen = 0
        for start in catalog.roles.values():
            for step in reach_roles(catalog, start).roles:
                first, last = start, catalog.roles[step.role.id]
                if any(catalog.occupations[each.occupation.code].catch_all for each in (first, last)):
                    assert step.pay_from_first_to_last.change is None
                    seen += 1
        assert seen > 20


class TestReadOnce:
    """No file of statistics is read twice in a run."""

    @pytest.mark.parametrize(
        "line",
        [
            ("offer", "46000", "--role", "csr", "-l", "Austin", "--current", "20/hr", "--current-location", "Boise",
             "--against", "50000", "--against-location", "Seattle"),
            ("pay", "csr", "account manager", "-l", "Austin", "-l", "Denver", "--industry", "retail", "--industry", "healthcare"),
            ("pay", "csr", "--by", "industry"),
            ("roles", "-l", "Austin"),
            ("match", "--have", "empathy", "-l", "Austin"),
            ("path", "customer service manager", "--from", "csr", "--by", "pay", "-l", "Austin"),
            ("outlook", "csr"),
            ("trend", "csr"),
        ],
    )  # fmt: skip
    @pytest.mark.usefixtures("nothing_loaded")
    def test_each_file_is_read_at_most_once(
        self, line: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: Counter[str] = Counter()
        read_text = reading.read_text

        def counted(path: Path, most: int = reading.MAX_BYTES) -> str:
            if path.suffix == ".csv" and path.name != "releases.csv":
                read[path.name] += 1
            return read_text(path, most)

        monkeypatch.setattr(reading, "read_text", counted)
        outcome = run(*line)
        assert outcome.code == 0, outcome.err
        assert read
        assert set(read.values()) == {1}, read
