"""Laws on pay, by state."""

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Run

from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layer_over, layers_in_use
from cscareer.catalog.loading import Catalog
from cscareer.pay.laws import minimum_wages_in, pay_laws_in


def test_a_states_own_minimum_wage_comes_before_that_of_its_region(catalog: Catalog) -> None:
    assert [(each.area is None, each.hourly) for each in minimum_wages_in(catalog, "NY")] == [
        (True, Decimal("16.00")),
        (False, Decimal("17.00")),
    ]


def test_rates_of_cities_and_counties_are_said_not_to_be_known(run: Run) -> None:
    for words in (["pay", "csr"], ["offer", "16/hr", "--role", "csr"]):
        shown = " ".join(run(*words, "-l", "Denver", "--full").out.split())
        assert "$15.16 an hour in Colorado since 2026-01-01. A city or county may set a higher one" in shown


def test_a_place_without_one_on_record_has_the_nations(catalog: Catalog) -> None:
    assert [each.id for each in minimum_wages_in(catalog, "AS")] == ["us"]


def test_the_states_law_on_disclosing_pay_comes_before_its_cities(catalog: Catalog) -> None:
    assert [each.id for each in pay_laws_in(catalog, "NJ")] == ["new-jersey", "jersey-city"]
    assert pay_laws_in(catalog, "TX") == ()


@pytest.mark.parametrize(("hourly", "said"), [("16.90", "quoted"), ('"-1"', "more than 0"), ('"x"', "x")])
def test_an_amount_that_is_none_is_told(tmp_path: Path, hourly: str, said: str) -> None:
    (tmp_path / "laws.yaml").write_text(
        "minimum_wages:\n  - {id: xx, state: XX, name: X, area: null, hourly: "
        + hourly
        + ", since: null, basis: state, "
        "note: null, read_in: here, second_source: null, confidence: low, sources: [minimum-wages-2026]}\n",
        encoding="utf-8",
    )
    (problem,) = read_layers((*layers_in_use(None, {}), layer_over(tmp_path))).problems
    assert problem.line == 2
    assert said in problem.message
