"""Amounts of pay as people write them."""

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.errors import CareerError, UsageError
from cscareer.pay.amounts import Given, read_amount, read_pay
from cscareer.pay.money import Period


@each_row(
    ("said", "expected"),
    [
        ("46000", Given(46_000, "year")),
        ("$46,000", Given(46_000, "year")),
        ("46,000.00", Given(46_000, "year")),
        ("46000.00", Given(46_000, "year")),
        ("46000.50", Given(46_000.5, "year")),
        (" 46k ", Given(46_000, "year")),
        ("$46.5K", Given(46_500, "year")),
        ("46k/yr", Given(46_000, "year")),
        ("46000 a year", Given(46_000, "year")),
        ("USD 46000", Given(46_000, "year")),
        ("46000 USD", Given(46_000, "year")),
        ("22.50/hr", Given(22.5, "hour")),
        ("$22.50 an hour", Given(22.5, "hour")),
        ("22 per hour", Given(22, "hour")),
        ("22/h", Given(22, "hour")),
        ("$22.50 per hr", Given(22.5, "hour")),
        ("$22.50/hr.", Given(22.5, "hour")),
        ("20 dollars an hour", Given(20, "hour")),
        ("hourly: $18", Given(18, "hour")),
        ("$15/hr + tips", Given(15, "hour")),
        ("46K/annum", Given(46_000, "year")),
        ("46000 p.a.", Given(46_000, "year")),
        ("about $46k DOE", Given(46_000, "year")),
        ("46 thousand", Given(46_000, "year")),
        ("$9,500 a year", Given(9_500, "year")),
        ("22,50/hr", Given(22.5, "hour")),
        ("1.200,50 a year", Given(1_200.5, "year")),
        ("46 500", Given(46_500, "year")),
        ("45,5k", Given(45_500, "year")),
        ("45 k", Given(45_000, "year")),
        ("40k-ish", Given(40_000, "year")),
        ("twenty-two dollars an hour", Given(22, "hour")),
        ("nineteen dollars and fifty cents an hour", Given(19.5, "hour")),
        ("22 1/2 an hour", Given(22.5, "hour")),
        ("twenty-two and a half/hr", Given(22.5, "hour")),
        ("forty-five thousand", Given(45_000, "year")),
        ("fifty-two thousand five hundred a year", Given(52_500, "year")),
        ("salary of 45k", Given(45_000, "year")),
        ("they offered me a base of 45k", Given(45_000, "year")),
        ("hourly wage of $19", Given(19, "hour")),
        ("45k, depending on experience", Given(45_000, "year")),
        ("45k negotiable", Given(45_000, "year")),
    ],
)
def test_amounts_are_read_as_people_write_them(said: str, expected: Given) -> None:
    assert read_amount(said) == expected


@pytest.mark.parametrize(("per", "expected"), [("hour", Given(22, "hour")), ("year", Given(22, "year"))])
def test_a_small_amount_is_read_once_its_period_is_said(per: Period, expected: Given) -> None:
    assert read_amount("22", per) == expected


@each_row(
    ("said", "one", "other"),
    [
        ("46.000", r"\$46,000", r"\$46\.00"),
        ("22", r"\$22\.00 an hour", r"\$22,000 a year"),
        ("199", "an hour", "a year"),
        ("45", r"\$45\.00 an hour", r"\$45,000 a year"),
        ("46,5", r"\$46\.50 an hour", r"\$46,500 a year"),
        ("30-40", r"\$30\.00 an hour", r"\$30,000 a year"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(said: str, one: str, other: str) -> None:
    with pytest.raises(UsageError, match=f"{one}.*{other}"):
        read_amount(said)


@each_row("said", ["-5", "-$5", "$-5", "\u22125", "-46k"])
def test_less_than_nothing_is_no_pay(said: str) -> None:
    with pytest.raises(UsageError, match="less than nothing"):
        read_amount(said)


@each_row(
    "said",
    [
        "",
        "abc",
        "1e9",
        "4,6000",
        "1,23,456",
        "€46000",
        "46000 EUR",
        "nan",
        "inf",
        "0x10",
        "46kk",
        "½",
        "19 to 21 csr",
        "٤٦",
    ],
)
def test_what_is_no_amount_is_refused_with_an_example(said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_amount(said)
    assert caught.value.hint is not None
    assert "46k" in caught.value.hint


@pytest.mark.parametrize(("said", "per"), [("0", None), ("0.00", "hour"), ("$0", None)])
def test_nothing_is_no_pay(said: str, per: Period | None) -> None:
    with pytest.raises(UsageError, match="nothing"):
        read_amount(said, per)


@each_row(("said", "per"), [("1000000000", None), ("10000001", None), ("46000", "hour"), ("46k/hr", None)])
def test_more_than_any_job_pays_is_refused(said: str, per: Period | None) -> None:
    with pytest.raises(UsageError, match="more than any job"):
        read_amount(said, per)


def test_two_periods_that_differ_are_refused() -> None:
    with pytest.raises(UsageError, match="per hour, and --per says year"):
        read_amount("22/hr", "year")


@given(st.integers(10_000, 10_000_000))
def test_plain_grouped_and_dollar_readings_agree(amount: int) -> None:
    expected = Given(amount, "year")
    assert {read_amount(said) for said in (f"{amount}", f"{amount:,}", f"${amount:,}", f"{amount:,}.00")} == {
        expected
    }


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_a_failure_we_expect(said: str) -> None:
    try:
        amount, per, _ = read_amount(said)
    except CareerError:
        return
    assert amount > 0
    assert per in {"hour", "year"}


@each_row(
    ("said", "yearly", "times"),
    [
        ("$3,800/month", 45_600, 12),
        ("3800 a mo.", 45_600, 12),
        ("4k monthly", 48_000, 12),
        ("$1,750 biweekly", 45_500, 26),
        ("1,750 bi-weekly", 45_500, 26),
        ("1750 every two weeks", 45_500, 26),
        ("every two weeks 1750", 45_500, 26),
        ("1750 every other week", 45_500, 26),
        ("$1,900 semi-monthly", 45_600, 24),
        ("$900/wk", 46_800, 52),
        ("150 per day", 39_000, 260),
    ],
)
def test_pay_by_the_month_or_week_becomes_a_years_and_says_so(said: str, yearly: int, times: int) -> None:
    amount, per, reading = read_amount(said)
    assert (amount, per) == (yearly, "year")
    assert reading is not None
    assert f"× {times}" in reading
    assert f"${yearly:,} a year" in reading


@each_row(
    ("said", "low", "high"),
    [
        ("46-52k", Given(46_000, "year"), Given(52_000, "year")),
        ("46–52k", Given(46_000, "year"), Given(52_000, "year")),
        ("46k to 52k", Given(46_000, "year"), Given(52_000, "year")),
        ("$46,000 - $52,000 a year", Given(46_000, "year"), Given(52_000, "year")),
        ("$22-$25/hr", Given(22, "hour"), Given(25, "hour")),
        ("between 22 and 25 an hour", Given(22, "hour"), Given(25, "hour")),
        ("46/52k", Given(46_000, "year"), Given(52_000, "year")),
        ("22/25 an hour", Given(22, "hour"), Given(25, "hour")),
        ("forty-six to fifty-two thousand", Given(46_000, "year"), Given(52_000, "year")),
        ("$22/hr to $25/hr", Given(22, "hour"), Given(25, "hour")),
    ],
)
def test_a_range_has_both_its_ends(said: str, low: Given, high: Given) -> None:
    assert read_pay(said) == (low, high)


@each_row(
    ("said", "reading"),
    [
        ("22.5", "Reading $22.50 as pay for an hour."),
        ("$22,5", "Reading $22.50 as pay for an hour."),
        ("22,50", "Reading $22.50 as pay for an hour."),
        ("twenty two fifty", "Reading $22.50 as pay for an hour."),
        ("22 1/2", "Reading $22.50 as pay for an hour."),
        ("19 to 21", "Reading $19 to $21 as pay for an hour."),
        ("19.5 or 21", "Reading $19.50 to $21 as pay for an hour."),
    ],
)
def test_a_figure_that_only_an_hour_pays_is_read_so_and_told(said: str, reading: str) -> None:
    pay = read_pay(said)
    assert pay.low.per == "hour"
    assert pay.readings == (reading,)


@each_row("said", ["45k base + bonus", "45k plus 10% bonus", "$45,000 base, plus a quarterly bonus"])
def test_a_bonus_beside_the_base_is_left_out_and_said_to_have_its_own_option(said: str) -> None:
    amount, per, reading = read_amount(said)
    assert (amount, per) == (45_000, "year")
    assert "--bonus" in (reading or "")


def test_other_money_is_told_as_such() -> None:
    with pytest.raises(UsageError) as caught:
        read_pay("\u20ac40k")
    assert "US dollars" in (caught.value.hint or "")


def test_a_range_of_one_amount_is_that_amount() -> None:
    assert read_pay("46k-46k") == (Given(46_000, "year"), None)


def test_where_one_amount_is_wanted_a_range_is_refused_as_such() -> None:
    with pytest.raises(UsageError, match="is a range"):
        read_amount("46-52k")


@pytest.mark.parametrize(("said", "why"), [("52-46k", "downward"), ("100/hr - 5k/month", "two periods")])
def test_a_range_that_makes_no_sense_is_refused_with_the_reason(said: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read_pay(said)


@each_row("said", ["3800", "1750", "$3,800", "9,999", "3800-4200"])
def test_a_bare_amount_that_is_hardly_a_years_pay_is_asked_back(said: str) -> None:
    with pytest.raises(UsageError, match=r"a month .* every two weeks .* a year") as caught:
        read_pay(said)
    assert caught.value.hint is not None
    assert "/month" in caught.value.hint


@given(st.integers(10, 999), st.integers(0, 999))
def test_a_range_in_thousands_reads_as_its_two_ends(low: int, more: int) -> None:
    pay = read_pay(f"{low}-{low + more}k")
    assert pay.low == read_amount(f"{low}k")
    assert (pay.high or pay.low) == read_amount(f"{low + more}k")


def test_a_small_amount_is_for_an_hour_where_the_pay_beside_it_is(run: Run) -> None:
    read = read_amount("24", hourly_beside=True)
    assert read == Given(24, "hour", "Reading $24 as pay for an hour, like the pay beside it.")
    assert read_amount("24", "year", hourly_beside=True) == Given(24, "year")
    assert read_amount("38000", hourly_beside=True) == Given(38_000, "year")
    for words in (
        ["24", "--current", "19.50/hr"],
        ["24/hr", "--current", "19"],
        ["22-24", "--against", "23/hr"],
    ):
        outcome = run("offer", *words, "--role", "csr")
        own = "22-24" in words  # which needs no other pay to be read by
        told = "as pay for an hour." if own else "as pay for an hour, like the pay"
        assert (outcome.code, outcome.err.count(told)) == (0, 1)
    assert run("offer", "24", "--current", "19", "--role", "csr").code == 2
    raised = run("raise", "24", "--was", "19/hr", "--since", "2022-05")
    assert (raised.code, "Reading $24" in raised.err) == (0, True)


@pytest.mark.parametrize("said", ["22.50", "$19.80", "199.99"])
def test_a_small_amount_with_cents_is_for_an_hour_and_says_so(said: str) -> None:
    given = read_amount(said)
    assert given.per == "hour"
    assert given.reading is not None
    assert "hour" in given.reading
    assert read_amount(said, "year").per == "year", "what is said beside it counts"
