"""What an offer is worth beside its base pay."""

import json

import pytest
from conftest import Run
from rows import each_row

from cscareer.errors import UsageError
from cscareer.pay.package import read_part

OFFER = ("offer", "22.50/hr", "--role", "csr", "-l", "Columbus OH")


@each_row(
    ("said", "amount", "per"),
    [
        ("3000", 3_000, "year"),
        ("250/month", 3_000, "year"),
        ("12k", 12_000, "year"),
        ("1.50/hr", 1.5, "hour"),
    ],
)
def test_a_bonus_is_read_as_people_write_it(said: str, amount: float, per: str) -> None:
    given = read_part(said, "bonus").given
    assert given is not None
    assert (given.amount, given.per) == (amount, per)


def test_pay_for_the_shift_is_by_the_hour_unless_said_otherwise() -> None:
    given = read_part("1.50", "shift").given
    assert given is not None
    assert (given.amount, given.per) == (1.5, "hour")


@each_row("said", ["much", "-5%", "0%", "x%", "1000%", "5.%", ".5%"])
def test_what_is_no_part_of_pay_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        read_part(said, "bonus")


def test_the_package_is_added_up_apart_from_base_pay_and_changes_no_verdict(run: Run) -> None:
    bare = json.loads(run(*OFFER, "--json").out)["offers"][0]
    full = json.loads(
        run(*OFFER, "--bonus", "5%", "--shift", "1/hr", "--benefits", "450/month", "--json").out
    )["offers"][0]
    package = full.pop("package")
    assert bare.pop("package") is None
    assert bare == full
    assert [part["yearly"]["amount"] for part in package["parts"]] == [2_340, 2_080, 5_400]
    assert (package["base"]["amount"], package["total"]["amount"]) == (46_800, 56_620)


def test_two_packages_are_set_against_each_other(run: Run) -> None:
    more = ("--against", "24/hr", "--against-bonus", "1000", "--benefits", "9000")
    answer = json.loads(run(*OFFER, *more, "--json").out)
    assert answer["package_difference"]["amount"] == 49_920 + 1_000 - 46_800 - 9_000
    said = " ".join(run(*OFFER, *more).out.split())
    assert "The first offer comes to $4,880 a year more, all in." in said


def test_a_part_of_no_other_offer_is_refused(run: Run) -> None:
    outcome = run(*OFFER, "--against-bonus", "1000")
    assert outcome.code == 2
    assert "--against-bonus needs --against" in outcome.err
