"""What a job offer is worth."""

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.errors import UsageError
from cscareer.pay.amounts import Given
from cscareer.pay.money import Period
from cscareer.pay.offer import JudgedOffer, OfferReport, assess_offer
from cscareer.pay.report import find_location

CATALOG = load_catalog(environment={})


def offered(
    amount: float,
    said: str = "Columbus, OH",
    role: str = "customer-service-specialist",
    per: Period = "year",
    hours: int | None = None,
) -> JudgedOffer:
    given = Given(amount, per)
    place = find_location(CATALOG, said)
    return assess_offer(CATALOG, CATALOG.roles[role], (given, place), hours=hours).offers[0]


def test_an_offer_is_placed_among_the_people_and_in_the_range_each_by_its_own_name() -> None:
    offer = offered(46_000)
    assert offer.percentile is not None
    assert offer.percentile.value == 48.9
    assert offer.pay_range is not None
    assert (offer.pay_range.low, offer.pay_range.high, offer.pay_range.basis) == (39_900, 48_700, "localized")
    assert offer.position_in_range == round((46_000 - 39_900) / (48_700 - 39_900), 4)
    assert offer.compa_ratio == round(46_000 / 44_300, 4)
    assert offer.market_ratio is None


def test_the_middle_of_the_range_is_half_way_up_and_a_compa_ratio_of_one() -> None:
    nation = offered(43_500, "United States")
    assert (nation.position_in_range, nation.compa_ratio) == (0.5, 1.0)


def test_without_a_stated_range_the_market_ratio_stands_alone() -> None:
    offer = offered(60_000, "Austin", "account-manager")
    assert (offer.position_in_range, offer.compa_ratio, offer.pay_range) == (None, None, None)
    assert offer.market_ratio == round(60_000 / 62_900, 4)


def test_real_value_is_the_amount_by_the_price_index() -> None:
    offer = offered(46_000)
    assert offer.prices.index is not None
    assert offer.real_value is not None
    assert offer.real_value.amount == round(46_000 * 100 / offer.prices.index)


@each_row(
    ("amount", "standing", "low", "high"),
    [
        (30_000, "below-p25", 46_350, 52_000),
        (46_000, "below-median", 46_350, 52_000),
        (46_350, "above-median", 46_350, 52_000),
        (50_000, "above-median", 50_000, 52_000),
        (52_000, "above-median", None, None),
        (60_000, "above-p75", None, None),
    ],
)
def test_the_target_runs_from_the_local_median_to_p75_and_ends_there(
    amount: int, standing: str, low: int | None, high: int | None
) -> None:
    offer = offered(amount)
    assert offer.standing == standing
    target = offer.target
    assert (target.low if target else None, target.high if target else None) == (low, high)
    assert target is None or target.basis == "observed"


def test_where_half_to_three_quarters_earn_the_same_that_is_the_one_figure_to_ask_for(run: Run) -> None:
    offer = offered(39_000, "Sumter, SC")
    assert offer.target is not None
    assert (offer.target.low, offer.target.high) == (39_100, 39_100)
    said = run("offer", "39000", "--role", "csr", "-l", "Sumter, SC").out
    assert "Ask for $39,100 a year" in " ".join(said.split())
    at_it = " ".join(run("offer", "--full", "39100", "--role", "csr", "-l", "Sumter, SC").out.split())
    assert "above the top quarter" not in at_it
    assert "range ends at $42,350 a year" in at_it


def test_a_role_without_a_range_is_asked_for_with_its_own_band_beside(run: Run) -> None:
    offer = offered(30, "Ogden, UT", "account-manager", "hour")
    assert offer.wages is not None
    assert offer.band_range is not None
    ends = (offer.band_range.low, offer.band_range.high)
    assert (*ends, offer.band_range.per) == (offer.wages.p25, offer.wages.p75, "hour")
    said = " ".join(
        run("offer", "--full", "30/hr", "--role", "account manager", "-l", "Ogden, UT").out.split()
    )
    assert (
        f"our own judgement this one stands for 25%–75% of it, ${ends[0]:.2f} – ${ends[1]:.2f} an hour"
        in said
    )


@pytest.mark.parametrize(
    ("arguments", "end"),
    [
        (["46000"], "ends at $48,700 a year"),
        (["20/hr"], "ends at $23.41 an hour"),
        (["22000", "--hours", "1040"], "ends at $24,350 a year"),
    ],
)
def test_the_published_end_is_quoted_in_the_offers_own_terms(
    run: Run, arguments: list[str], end: str
) -> None:
    said = run("offer", "--full", *arguments, "--role", "csr", "-l", "Columbus, OH").out
    assert end in " ".join(said.split())


def test_above_p75_other_things_are_asked_for() -> None:
    place = find_location(CATALOG, "Columbus, OH")
    role = CATALOG.roles["customer-service-specialist"]
    high = assess_offer(CATALOG, role, (Given(60_000, "year"), place))
    assert len(high.other_asks) == len(CATALOG.other_asks)
    assert "cscareer-judgement" in {source.id for source in high.sources}


class TestHours:
    """Hourly amounts are held against hourly wages; a yearly amount with hours becomes hourly first."""

    def test_an_hourly_amount_is_compared_with_hourly_wages(self) -> None:
        offer = offered(22.5, per="hour")
        assert offer.wages is not None
        assert offer.wages.per == "hour"
        assert (offer.full_time.amount, offer.full_time.hours) == (46_800, 2080)
        assert offer.target is not None
        assert offer.target.per == "hour"

    def test_an_hourly_amount_stands_the_same_whatever_the_hours(self) -> None:
        full, part = offered(22.5, per="hour"), offered(22.5, per="hour", hours=1040)
        assert full.percentile == part.percentile
        assert full.position_in_range == part.position_in_range

    def test_a_yearly_amount_for_half_the_hours_is_twice_as_good(self) -> None:
        half, full = offered(23_000, hours=1040), offered(46_000, hours=2080)
        assert half.percentile == full.percentile
        assert half.compa_ratio == full.compa_ratio
        assert half.full_time.amount == 46_000
        assert half.target is not None
        assert (half.target.per, half.target.hours, half.target.basis) == ("year", 1040, "calculated")
        assert half.wages is not None
        assert half.wages.median is not None
        assert half.target.low == round(half.wages.median * 1040)

    @pytest.mark.parametrize("hours", [0, -1, 8785])
    def test_hours_that_cannot_be_worked_are_refused(self, hours: int) -> None:
        with pytest.raises(UsageError, match="can't be worked"):
            offered(46_000, hours=hours)


class TestAgainst:
    """An offer beside the pay of today, and beside another one."""

    def both(self, catalog: Catalog, second: str) -> OfferReport:
        role = catalog.roles["customer-service-specialist"]
        here, there = find_location(catalog, "Columbus, OH"), find_location(catalog, second)
        given = Given(46_000, "year")
        return assess_offer(catalog, role, (given, here), against=(Given(52_000, "year"), there))

    def test_current_pay_in_the_same_place_changes_alike_in_both(self) -> None:
        place = find_location(CATALOG, "Columbus, OH")
        answer = assess_offer(
            CATALOG,
            CATALOG.roles["customer-service-specialist"],
            (Given(46_000, "year"), place),
            current=(Given(41_000, "year"), place),
        )
        against = answer.offers[0].against_current
        assert against is not None
        assert against.nominal is not None
        assert against.real is not None
        assert (against.nominal.amount, against.nominal.percent) == (5_000, 12.2)
        assert against.real.percent == pytest.approx(12.2, abs=0.1)

    def test_hours_are_those_of_the_offer_and_cash_is_held_against_cash(self) -> None:
        place = find_location(CATALOG, "Columbus, OH")
        answer = assess_offer(
            CATALOG,
            CATALOG.roles["customer-service-specialist"],
            (Given(23_000, "year"), place),
            hours=1040,
            current=(Given(41_000, "year"), place),
            against=(Given(24, "hour"), place),
        )
        first, second = answer.offers
        assert (first.yearly.amount, first.full_time.amount) == (23_000, 46_000)
        assert (second.yearly.amount, second.full_time.amount) == (49_920, 49_920)
        assert first.against_current is not None
        assert first.against_current.nominal is not None
        assert first.against_current.nominal.amount == -18_000
        assert answer.nominal_difference is not None
        assert answer.nominal_difference.amount == 49_920 - 23_000

    def test_why_real_pay_is_unknown_is_said(self, run: Run) -> None:
        said = run(
            "offer",
            "50000",
            "--role",
            "csr",
            "-l",
            "Austin",
            "--current",
            "50000",
            "--current-location",
            "Guam",
            "--full",
        ).out
        assert "BEA publishes no price level for Guam" in said

    def test_prices_of_the_place_of_today_are_cited_too(self) -> None:
        guam, austin = find_location(CATALOG, "Guam"), find_location(CATALOG, "Austin")
        role = CATALOG.roles["customer-service-specialist"]
        answer = assess_offer(
            CATALOG, role, (Given(46_000, "year"), guam), current=(Given(41_000, "year"), austin)
        )
        assert "bea-rpp-2024" in {source.id for source in answer.sources}

    def test_two_offers_differ_in_dollars_and_in_what_they_buy(self, catalog: Catalog) -> None:
        answer = self.both(catalog, "San Francisco, CA")
        assert answer.nominal_difference is not None
        assert answer.real_difference is not None
        assert answer.nominal_difference.amount == 6_000
        assert answer.real_difference.amount < 0

    def test_without_a_price_level_the_real_difference_is_unknown(self, catalog: Catalog) -> None:
        answer = self.both(catalog, "Puerto Rico")
        assert answer.real_difference is None
        assert answer.offers[1].real_value is None


@each_row("amount", ["10000", "30000", "46000", "60000", "200000"])
@each_row("place", ["Columbus, OH", "Sumter, SC", "Puerto Rico"])
def test_position_in_range_is_never_called_a_percentile(run: Run, amount: str, place: str) -> None:
    said = run("offer", "--full", amount, "--role", "customer service specialist", "-l", place).out
    (line,) = (line for line in said.splitlines() if line.startswith("In the range  "))
    assert "percentile" not in line.lower()
    said = " ".join(said.split())
    assert said.count(" of 100 people ") + said.count("nine in ten people ") == 1  # the measure is said once


def test_at_a_tie_a_span_is_said(run: Run) -> None:
    said = run("offer", "--full", "39100", "--role", "csr", "-l", "Sumter, SC").out
    assert "50 to 75" in said


@pytest.mark.parametrize("amount", ["25000", "95000"])
def test_beyond_the_published_percentiles_no_number_is_made_up(run: Run, amount: str) -> None:
    said = run("offer", "--full", amount, "--role", "csr", "-l", "Columbus, OH").out
    assert ("nine in ten people" if amount == "25000" else "more than 90 of 100") in said


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (("--current", "25/hr"), "That is $2.00 an hour less than you have now: a cut."),
        (("--current", "23/hr"), "That is just what you have now."),
        (("--current", "60000"), "That is $12,160 a year less than you have now: a cut."),
        (
            ("--current", "25/hr", "--current-location", "San Francisco"),
            "That is $2.00 an hour less than you have now, but buys",
        ),
    ],
)
def test_no_more_than_pay_of_now_is_said_first_and_praised_for_no_start(
    run: Run, now: tuple[str, ...], said: str
) -> None:
    shown = run("offer", "23/hr", "--role", "csr", "-l", "Columbus, OH", *now, env={"COLUMNS": "80"}).out
    assert " ".join(shown.split("\n\n")[1].split()).startswith(said)
    assert "starting" not in shown.lower()
    assert len(shown.splitlines()) <= 21  # two notes and what is next stand around it


def test_more_than_pay_of_now_is_judged_for_someone_starting(run: Run) -> None:
    shown = run("offer", "23/hr", "--role", "csr", "-l", "Columbus, OH", "--current", "20/hr").out
    assert "for someone starting" in shown
    assert "Against now" in shown


def test_two_middles_on_one_screen_are_named_apart(run: Run) -> None:
    shown = run("offer", "19.75", "--role", "senior csr", "-l", "Tucson").out
    assert "$22.41 an hour, the middle of this role's part of the wages" in shown
    assert "1.02 × $19.28, the middle of all there" in shown


def test_an_offer_is_for_the_role_of_the_profile_where_none_is_named(run: Run) -> None:
    run("profile", "set", "--role", "account manager", "-l", "Austin, TX")
    shown = run("offer", "30/hr")
    assert shown.out.startswith("Account Manager: $30.00 an hour in Austin, TX")
    assert "role, Account Manager; place, Austin, TX" in " ".join(shown.err.split())


def test_an_offer_anywhere_says_so_plainly_and_nothing_of_prices(run: Run) -> None:
    shown = run("offer", "46-52k", "--role", "csr", "--full").out
    assert shown.startswith("Customer Service Specialist: $46,000 to $52,000 a year in the United States\n")
    assert "Real value" not in shown
    assert "100.0%" not in shown
