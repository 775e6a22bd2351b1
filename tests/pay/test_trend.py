"""How an occupation has gone, year by year."""

from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.models import Role
from cscareer.pay.trend import report_trend
from cscareer.pay.wages import Wages

CATALOG = load_catalog(environment={})


@each_row("role", CATALOG.roles.values(), ids=lambda role: role.id)
def test_the_last_year_is_the_nations_wages_and_every_year_has_its_source(role: Role) -> None:
    answer = report_trend(CATALOG, role)
    years = [year.year for year in answer.years]
    assert years in (
        [2020, *range(2021, 2026)],
        [*range(2021, 2026)],
    )  # some occupations are newer than May 2020
    nation = Wages([CATALOG.layers[0].path / "wages"]).of(answer.occupation.code)["99"]
    assert answer.years[-1].employment == nation.people
    for year in answer.years:
        assert year.median is not None
        assert [source.id for source in year.median.sources] == [f"bls-oews-{year.year}"]


def test_no_change_is_told_across_the_new_method(catalog: Catalog) -> None:
    answer = report_trend(catalog, catalog.roles["customer-service-specialist"])
    by_year = {year.year: year for year in answer.years}
    assert by_year[2021].new_method
    assert (by_year[2020].median_change, by_year[2021].median_change, by_year[2021].employment_change) == (
        None, None, None,
    )  # fmt: skip
    assert [by_year[year].median_change for year in (2022, 2023, 2024, 2025)] == [2.3, 5.0, 7.9, 4.5]
    assert answer.since == 2021


def test_the_change_a_year_is_compound_from_2021(catalog: Catalog) -> None:
    answer = report_trend(catalog, catalog.roles["customer-service-specialist"])
    assert answer.median_change_a_year == round(((44_770 / 36_920) ** (1 / 4) - 1) * 100, 2)
    assert answer.employment_change_a_year == round(((2_595_750 / 2_787_070) ** (1 / 4) - 1) * 100, 2)


def test_after_prices_the_median_of_may_2021_is_worth_44_089_and_four_years_brought_1_5_percent(
    catalog: Catalog,
) -> None:
    answer = report_trend(catalog, catalog.roles["customer-service-specialist"])
    worth = {year.year: year.real_median.amount for year in answer.years if year.real_median}
    assert worth[2021] == 44_089
    assert worth[2025] == 44_770
    assert answer.real_change == 1.5
    assert answer.real_change_a_year == round(((44_770 / 44_089) ** (1 / 4) - 1) * 100, 2)
    assert "bls-cpi-2026" in [source.id for source in answer.sources]
