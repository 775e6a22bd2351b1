"""Pay as ads state it, in the many ways in which it is written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.jobs.ad import Ad, AdFields, PayField
from cscareer.jobs.pay_reading import PayReader
from cscareer.jobs.stated_pay import PayReading, StatedPay
from cscareer.jobs.work_hours import hours_a_week
from cscareer.skills.finding_text import TextLine

CATALOG = load_catalog(environment={})
READER = PayReader(CATALOG)


def ad(text: str, *fields: PayField) -> Ad:
    lines = tuple(TextLine(number, line) for number, line in enumerate(text.splitlines(), 1))
    return Ad("ad", "text", lines, AdFields(pay=fields))


def read(text: str, *fields: PayField) -> PayReading:
    return READER.read(ad(text, *fields))


def told(pay: StatedPay) -> tuple[str, object, object, str | None]:
    return pay.kind.value, pay.low, pay.high, pay.per


@each_row(
    ("text", "expected"),
    [
        ("Pay: $18-$19/hr", ("base", 18, 19, "hour")),
        ("Rate of pay 18.00 - 19.00 Hourly", ("base", 18, 19, "hour")),
        ("Salary $60K–$65K", ("base", 60000, 65000, "year")),
        ("Salary 46–52k", ("base", 46000, 52000, "year")),
        ("Hourly pay up to $25", ("base", None, 25, "hour")),
        ("Salary from $43,000 DOE", ("base", 43000, None, "year")),
        ("$21.50+ per hour", ("base", 21.5, None, "hour")),
        ("Starting at $17.25 an hour", ("base", 17.25, None, "hour")),
        ("between $35,000 and $85,000 per year", ("base", 35000, 85000, "year")),
        ("$1,712.80 - $2,298.40 biweekly", ("base", 1712.8, 2298.4, "two-weeks")),
        ("$3,200 semi-monthly", ("base", 3200, 3200, "half-month")),
        ("Pay rate: $1,080-$1,240 per week", ("base", 1080, 1240, "week")),
        ("Salary: $5,120 - $6,230 monthly", ("base", 5120, 6230, "month")),
        ("$180 a day", ("base", 180, 180, "day")),
        ("$70,000USD - $90,000 USD", ("base", 70000, 90000, "year")),
        ("$137000 - $185000 / year", ("base", 137000, 185000, "year")),
        ("SALARY: $17- $25 hourly range", ("base", 17, 25, "hour")),
        ("Annualized Salary Range: $62,500 - $101,500", ("base", 62500, 101500, "year")),
        ("OTE $96,000–$112,000", ("ote", 96000, 112000, "year")),
        ("The compensation is $160,000-$180,000 OTE", ("ote", 160000, 180000, "year")),
        ("Reps earn well over $100,000 per year", ("ote", 100000, None, "year")),
        ("$6,000 to $11,000 a year in commission", ("commission", 6000, 11000, "year")),
        ("a shift differential of $1.25 per hour", ("differential", 1.25, 1.25, "hour")),
        ("$0.75/hr more for nights", ("differential", 0.75, 0.75, "hour")),
        ("Money is 70 to 80 base.", ("base", 70000, 80000, "year")),
        ("Salary range $78,300.00/Yr. - $95,700.00/Yr.", ("base", 78300, 95700, "year")),
        ("$12.50/hour training", ("training", 12.5, 12.5, "hour")),
        ("$21.15 to start", ("base", 21.15, 21.15, "hour")),
        ("Shift premium of $.60 per hour for evenings", ("differential", 0.6, 0.6, "hour")),
        ("$1,500 sign-on bonus", ("sign-on", 1500, 1500, "once")),
        ("$100 perfect attendance bonus every month", ("bonus", 100, 100, "month")),
        ("$17.75/hr while training", ("training", 17.75, 17.75, "hour")),
        ("Home office stipend of $600", ("allowance", 600, 600, "once")),
        ("El salario es de $17.50 - $19.00 por hora", ("base", 17.5, 19, "hour")),
        ("Salario: $17.50 a $19.00 por hora", ("base", 17.5, 19, "hour")),
        ("$1,640 per check, paid every other Friday", ("base", 1640, 1640, "two-weeks")),
        ("2nd shift diff: 8%", ("differential", 8, 8, "percent")),
        ("Annual incentive of up to 6%", ("bonus", None, 6, "percent")),
        ("Converts to salary at $44k", ("raise", 44000, 44000, "year")),
        ("Min $19.10 - Max $28.65 per hour", ("base", 19.1, 28.65, "hour")),
        ("| Incentive | Up to $450/month |", ("bonus", None, 450, "month")),
        ("Sign on bonus: up to $2,500!", ("sign-on", None, 2500, "once")),
        ("17.50/hr", ("base", 17.5, 17.5, "hour")),
        ("Variable: $10k at plan", ("commission", 10000, 10000, "year")),
    ],
)
def test_an_amount_is_read_with_its_ends_its_period_and_its_kind(
    text: str, expected: tuple[object, ...]
) -> None:
    assert [told(each) for each in read(text).stated] == [expected]


@each_row(
    "text",
    [
        "We raised $48M in our Series B.",
        "A book of accounts worth $400,000",
        "Decide on goodwill credits up to $150",
        "40 hours per week, 24 hours a day",
        "Great pay, paid holidays after 60 days",
        "401k with a 4% match",
        "Monday to Friday, 9 to 5",
        "2-4 years of experience",
        "Pay grade 7",
        "about 65 calls a day",
        "Pay is in (Range 24, Steps A-F)",
        "You meet 90% of your goals",
        "401(k) with a 4% match, up to 25% travel",
        "base with about 12 on top",
    ],
)
def test_what_is_no_pay_is_left(text: str) -> None:
    assert read(text).stated == ()


def test_no_pay_is_none_and_never_nothing() -> None:
    found = read("Answer calls. Competitive salary.")
    assert (found.stated, found.base, found.agreement) == ((), None, None)


def test_base_pay_and_what_is_hoped_for_are_told_apart_in_each_zone() -> None:
    text = "Zone A (New York): base $96,000–$118,000, OTE $120,000–$147,500. Zone B: base $86,500–$106,000, OTE $108,000–$132,500."
    found = read(text).stated
    assert [told(each)[:3] for each in found] == [
        ("base", 96000, 118000),
        ("ote", 120000, 147500),
        ("base", 86500, 106000),
        ("ote", 108000, 132500),
    ]
    assert found[2].zone == "Zone B"


def test_a_year_is_of_the_hours_that_the_ad_states() -> None:
    full, part = read("$20.10/hr").stated[0], read("24 hours a week\n$20.10/hr").stated[0]
    assert (full.yearly_low, full.hours) == (41808, 2080)
    assert (part.yearly_low, part.hours) == (25084.8, 1248)


@each_row(
    ("text", "hours"),
    [
        ("20 hours a week", 20),
        ("48 hours per two weeks", 24),
        ("0.6 FTE", 24),
        ("20-30 hrs/week", 25),
        ("8 hours a day", None),
    ],
)
def test_hours_a_week_are_read(text: str, hours: int | None) -> None:
    found = hours_a_week(text)
    assert found == (None if hours is None else Decimal(hours))


def test_every_amount_keeps_its_words() -> None:
    found = read("We pay well: $18.50–$21.00/hr DOE, plus a shift differential of $1.25 per hour.").stated
    assert [each.quote for each in found] == [
        "We pay well: $18.50–$21.00/hr DOE",
        "plus a shift differential of $1.25 per hour",
    ]
    assert found[0].by_experience
    assert found[0].line == 1


@each_row(
    ("low", "high", "per"),
    [("70", "100000", "year"), ("45000", "50000", "hour"), ("15", "18", "year"), ("15", None, "month")],
)
def test_doubtful_figures_are_flagged_and_neither_mended_nor_dropped(
    low: str, high: str | None, per: str
) -> None:
    field = PayField(Decimal(low), Decimal(high) if high else None, per, "USD", "pay")  # type: ignore[arg-type]
    (found,) = read("Answer calls.", field).stated
    assert found.doubts
    assert found.low == int(low)


def test_fields_are_held_against_the_text() -> None:
    field = PayField(Decimal(52000), Decimal(55000), "year", "USD", "pay: 52000–55000")
    assert read("The base salary is $52,000 – 55,000 USD Per Year.", field).agreement == "agree"
    assert read("$25.00 - $26.44 per hour", field).agreement == "differ"
    assert read("Answer calls.", field).agreement is None


def test_where_nothing_but_commission_is_paid_no_base_is_read() -> None:
    found = read("Make up to $3,500 a week!\nThis is a commission-only position.")
    assert found.base is None
    assert found.stated[0].kind == "commission"


@given(st.decimals(min_value=8, max_value=99, places=2), st.decimals(min_value=0, max_value=40, places=2))
def test_cents_are_exact(low: Decimal, more: Decimal) -> None:
    (found,) = read(f"Pay: ${low} - ${low + more} per hour").stated
    assert Decimal(str(found.low)) == low
    assert Decimal(str(found.high)) == low + more
    assert Decimal(str(found.yearly_low)) == low * 2080


@given(st.text(alphabet="$ 0123456789.,kK-–/hryeaponu", max_size=120))
def test_any_text_about_money_is_read_without_failing(text: str) -> None:
    for each in read(text).stated:
        assert each.low is not None or each.high is not None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("CA, NY, WA: $24.00-$28.00 per hour", "CA, NY, WA"),
        ("CO and WA: $22.50-$26.00 per hour", "CO, WA"),
        ("PT: $24.00 per hour", None),
    ],
)
def test_the_states_that_an_amount_is_for_are_its_zone(text: str, zone: str | None) -> None:
    assert [pay.zone for pay in read(text).stated] == [zone]


def test_an_amount_too_small_for_pay_beside_whole_pay_is_added_to_it() -> None:
    found = read("$16.75/hr, plus $1.20/hr after 8 p.m.").stated
    assert [told(each)[:2] for each in found] == [("base", 16.75), ("differential", 1.2)]


def test_pay_goes_on_from_pay() -> None:
    found = read("$18.50/hr weekdays, $20.00 after 90 days. A $20 gift card awaits.").stated
    assert [told(each) for each in found][:2] == [("base", 18.5, 18.5, "hour"), ("base", 20, 20, "hour")]
    assert all(each.kind != "base" for each in found[2:])


@each_row(
    ("text", "expected"),
    [
        ("$18.50/hr to start, $20.00 after 90 days", [("base", 18.5, 20, "hour")]),
        ("Starting at $18.50/hr, $20.00 after 90 days", [("base", 18.5, 20, "hour")]),
        ("$22.40 an hour, rising to $25.10 at three years", [("base", 22.4, 25.1, "hour")]),
        (
            "$16 an hour during the class, then $18.25",
            [("training", 16, 16, "hour"), ("base", 18.25, 18.25, "hour")],
        ),
        (
            "Wage $19.87 an hour. Step increases to $24.42 after 36 months.",
            [("base", 19.87, 19.87, "hour"), ("base", None, 24.42, "hour")],
        ),
    ],
)
def test_pay_to_start_and_what_it_goes_on_to_are_one_range(text: str, expected: list[object]) -> None:
    assert [told(each) for each in read(text).stated] == expected


@each_row(
    "text",
    [
        "Customers who pay us between $30k and $150k a year",
        "A $59 room rate at all our hotels",
        "Parking is $40 a month.",
        "The average order is $85.",
        "Managers with us make $9,000 a month.",
        "Deposit it, keep $300 as a welcome bonus",
        "We manage $40,000 in monthly ad spend.",
    ],
)
def test_what_others_pay_earn_or_ask_is_no_pay(text: str) -> None:
    assert read(text).stated == ()


def test_what_a_sentence_says_of_an_amount_outweighs_an_amount_before_it() -> None:
    found = read(
        "$18 an hour, $20 after a year. Commission is uncapped, most people see $600-$1,400 a month."
    )
    assert told(found.stated[-1]) == ("commission", 600, 1400, "month")


@pytest.mark.parametrize(
    ("text", "currency"),
    [("£26,400 per annum", "GBP"), ("CAD $49,000 annually", "CAD"), ("$52,000 a year", "USD")],
)
def test_other_currencies_are_told(text: str, currency: str) -> None:
    assert read(text).stated[0].currency == currency


def test_a_field_is_of_the_kind_that_the_text_gives_its_amount() -> None:
    field = PayField(Decimal(96000), Decimal(112000), "year", "USD", "pay: 96000–112000")
    found = read("OTE $96,000–$112,000", field)
    assert found.base is None
    assert {each.kind.value for each in found.stated} == {"ote"}


def test_pay_per_check_without_a_word_on_how_often_is_doubtful() -> None:
    (found,) = read("$1,640 per check").stated
    assert (found.per, bool(found.doubts)) == (None, True)


def test_the_words_of_an_amount_begin_with_a_word() -> None:
    for more in range(1, 7):
        (pay,) = read(f"{'splendid ' * 30}{'x' * more} sign-on bonus $500").stated
        assert pay.quote.split()[0] in {"splendid", "x" * more}
