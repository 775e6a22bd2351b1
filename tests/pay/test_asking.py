"""What to ask for, settle at and keep looking below."""

from decimal import Decimal

from conftest import ROOT, Run
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.models import Band
from cscareer.pay.amounts import Given
from cscareer.pay.asking import AskedBy, AskingAdvice, WhyNoAsk, marks_of
from cscareer.pay.money import Period
from cscareer.pay.offer import JudgedOffer, assess_offer
from cscareer.pay.pledges import Pledge
from cscareer.pay.report import find_location
from cscareer.pay.wages import Distribution

CATALOG = load_catalog(environment={})
COLUMBUS = find_location(CATALOG, "Columbus, OH")


def judged(
    amount: float,
    per: Period = "year",
    role: str = "customer-service-specialist",
    hours: int | None = None,
    current: Pledge | None = None,
) -> JudgedOffer:
    offer = (Given(amount, per), COLUMBUS)
    return assess_offer(CATALOG, CATALOG.roles[role], offer, hours=hours, current=current).offers[0]


def figures(offer: JudgedOffer) -> tuple[float, float, float] | None:
    advice = offer.advice
    return (advice.ask.amount, advice.settle.amount, advice.look_on_below.amount) if advice else None


@each_row(
    ("amount", "expected"),
    [
        (36_000, (41_400, 39_900, 39_900)),  # 15% more; half-way is under where starting pay begins
        (44_000, (46_350, 45_175, 39_900)),  # the median
        (46_000, (48_300, 47_150, 39_900)),  # 5% more, which is over the median
        (47_000, (52_000, 49_500, 39_900)),  # p75
        (51_990, (52_000, 51_995, 39_900)),  # what is left
    ],
)
def test_the_three_figures_follow_the_rule(amount: int, expected: tuple[int, int, int]) -> None:
    offer = judged(amount)
    assert offer.no_ask is None
    assert figures(offer) == expected


@given(st.integers(33_200, 51_999))
def test_the_figure_asked_is_over_the_offer_and_within_what_the_market_supports(amount: int) -> None:
    offer = judged(amount)
    found = figures(offer)
    assert found is not None
    assert offer.wages is not None
    assert offer.wages.p75 is not None
    ask, settle, look_on = found
    assert amount < ask <= offer.wages.p75
    assert amount < settle <= ask
    assert look_on <= settle


def test_hourly_and_part_time_offers_are_asked_for_in_their_own_terms() -> None:
    assert figures(judged(22.5, "hour")) == (25, 23.75, 19.18)
    half = judged(23_000, hours=1040)
    assert half.advice is not None
    assert (half.advice.ask.per, half.advice.ask.hours, half.advice.ask.basis) == ("year", 1040, "calculated")
    assert 23_000 < half.advice.ask.amount <= 26_000


@each_row(
    ("amount", "role", "why"),
    [
        (20_000, "customer-service-specialist", WhyNoAsk.BELOW_MINIMUM_WAGE),
        (30_000, "customer-service-specialist", WhyNoAsk.BELOW_NINE_IN_TEN),
        (52_000, "customer-service-specialist", WhyNoAsk.AT_THE_TOP),
        (60_000, "quality-assurance-analyst", WhyNoAsk.CATCH_ALL),
    ],
)
def test_why_no_price_is_named(amount: int, role: str, why: WhyNoAsk) -> None:
    offer = judged(amount, role=role)
    assert (offer.advice, offer.no_ask) == (None, why)


def test_nobody_is_told_to_take_less_than_they_earn_now(run: Run) -> None:
    kept = judged(46_000, current=(Given(21.5, "hour"), COLUMBUS))
    assert figures(kept) == (48_300, 47_150, 44_720)
    assert kept.advice is not None
    assert kept.advice.keeps_present
    assert figures(judged(38_000, current=(Given(44_000, "year"), COLUMBUS))) == (44_000, 44_000, 44_000)
    assert figures(judged(46_000, current=(Given(30_000, "year"), COLUMBUS))) == (48_300, 47_150, 39_900)
    dear = find_location(CATALOG, "San Francisco")
    elsewhere = judged(46_000, current=(Given(45_000, "year"), dear)).advice
    assert elsewhere is not None
    assert 39_900 <= elsewhere.look_on_below.amount < 45_000  # what buys as much in Columbus
    assert judged(46_000, current=(Given(60_000, "year"), COLUMBUS)).no_ask is WhyNoAsk.UNDER_PRESENT_PAY
    said = run("offer", "46000", "--role", "csr", "-l", "Columbus OH", "--current", "60000").out
    assert "You earn $60,000 a year now, more than the wages there give" in said


def test_the_figure_to_ask_for_says_what_made_it(run: Run) -> None:
    asked = {
        36_000: AskedBy.MOST, 44_000: AskedBy.AIM, 46_000: AskedBy.LEAST, 47_000: AskedBy.AIM, 34_000: AskedBy.LOOK_ON,
    }  # fmt: skip
    for amount, by in asked.items():
        advice = judged(amount).advice
        assert advice is not None
        assert (advice.asked_by, advice.aims_at_top) == (by, amount >= 46_350)
    under, over = (
        " ".join(run("offer", pay, "--role", "csr", "-l", "Columbus OH").out.split())
        for pay in ("22.26/hr", "22.28/hr")
    )
    assert "5% more: just past the middle of all there, $22.28" in under
    assert "$25.00 an hour, the top quarter's start, as it's past the middle" in over


def test_a_role_is_asked_for_by_its_own_part_of_the_occupation() -> None:
    offer = judged(45_000, role="customer-service-team-lead")  # p10 to median of its occupation
    assert offer.wages is not None
    assert offer.wages.median is not None
    assert offer.advice is None or offer.advice.ask.amount <= offer.wages.median
    senior = judged(50_000, role="senior-customer-service-specialist")  # median to p90
    assert senior.advice is not None
    assert senior.advice.look_on_below.amount == 46_350


def wages(**changed: int | None) -> Distribution:
    shares = {"p10": 100, "p25": 200, "median": 300, "p75": 400, "p90": 500} | changed
    area = {"id": "99", "name": None}
    rest = {"currency": "USD", "per": "year", "hours": None, "basis": "observed", "area": area, "sources": ()}
    return Distribution.model_validate({**shares, **rest, "at_or_above": ()})


@each_row(
    ("low", "high", "expected"),
    [
        ("p25", "p75", (200, 300, 400)),
        ("median", "p90", (300, 400, 500)),
        ("p10", "median", (100, 200, 300)),
        ("p25", "median", (200, 250, 300)),
    ],
)
def test_the_middle_of_a_band_is_the_percentile_half_way_or_half_the_sum(
    low: str, high: str, expected: tuple[int, ...]
) -> None:
    band = Band.model_validate({"low": low, "high": high, "reason": "x"})
    assert marks_of(wages(), band) == tuple(map(Decimal, expected))


def test_without_an_end_there_are_no_marks() -> None:
    assert marks_of(wages(p75=None), None) is None
    assert marks_of(wages(median=None), None) == tuple(map(Decimal, (200, 300, 400)))


def test_on_screen_the_verdict_comes_first_then_the_three_figures_and_the_words_to_say(run: Run) -> None:
    lines = run("offer", "22.50/hr", "--role", "csr", "-l", "Columbus OH").out.splitlines()
    assert lines[2].startswith("Good for someone starting")
    found = {
        label: at
        for at, line in enumerate(lines)
        for label in ("Ask for  ", "Settle at  ", "Not below  ")
        if line.startswith(label)
    }
    assert list(found) == ["Ask for  ", "Settle at  ", "Not below  "]
    assert max(found.values()) < 12
    said = " ".join(" ".join(lines).split())
    assert "I had $25.00 an hour in mind" in said
    assert "would $23.75 an hour work" in said
    assert "Also ask for: an early pay review," in said


def test_pay_below_what_nine_in_ten_earn_is_said_first_and_nothing_is_asked_on_it(run: Run) -> None:
    said = run("offer", "30000", "--role", "csr", "-l", "Columbus OH").out
    assert said.splitlines()[2].startswith("Very low: nine in ten people")
    assert "Ask for  " not in said
    assert "Also ask for" not in said


def test_what_speaks_for_a_person_is_named_where_it_is_known(run: Run) -> None:
    words = (
        "report",
        "--role",
        "customer service manager",
        "--offer",
        "66k",
        "-l",
        "Columbus, OH",
        "-f",
        "markdown",
    )
    said = run(*words, "--resume", str(ROOT / "tests" / "cli" / "resume.md")).out
    assert "With what I bring in coaching, I had" in said
    assert "that the job asks for\\], I had" in run(*words).out
    assert "the ad asks for" not in run(*words).out


def test_the_advice_is_marked_as_ours() -> None:
    answer = assess_offer(
        CATALOG, CATALOG.roles["customer-service-specialist"], (Given(46_000, "year"), COLUMBUS)
    )
    assert "cscareer-judgement" in {source.id for source in answer.sources}
    advice = answer.offers[0].advice
    assert isinstance(advice, AskingAdvice)
    assert advice.rule in CATALOG.asking_rules
