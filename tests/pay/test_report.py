"""What a role pays, and what moves it."""

from pathlib import Path

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.errors import UsageError
from cscareer.pay.money import Period
from cscareer.pay.report import find_location, report_pay

MINE = """\
salaries:
  - {role: account-manager, area: "48", year: 2025, low: 50000, high: 60000, currency: USD, per: year,
     starting: false, sources: [cscareer-judgement]}
  - {role: account-manager, area: "99", year: 2024, low: 20, high: 30, currency: USD, per: hour,
     starting: false, sources: [cscareer-judgement]}
  - {role: account-manager, area: "99", year: 2023, low: 19, high: 29, currency: USD, per: hour,
     starting: false, sources: [cscareer-judgement]}
"""


def test_each_role_has_its_published_range_or_else_its_band_of_the_nations_wages(catalog: Catalog) -> None:
    roles = [catalog.roles["customer-service-specialist"], catalog.roles["account-manager"]]
    first, second = report_pay(catalog, roles).ranges
    assert (first.role.id, first.low, first.high, first.starting) == (
        "customer-service-specialist",
        38_500,
        48_500,
        True,
    )
    assert first.midpoint is not None
    assert first.midpoint.amount == 43_500
    assert second.band is not None
    assert second.observed is not None
    assert (second.role.id, second.low, second.high, second.basis, second.starting) == (
        "account-manager", second.observed.at(second.band.low), second.observed.at(second.band.high), "observed", None,
    )  # fmt: skip


def test_words_are_told_only_of_the_roles_they_speak_of(catalog: Catalog) -> None:
    front = report_pay(catalog, [catalog.roles["call-center-specialist"]])
    assert [said.words for said in front.statements] == ["mid-30,000s to low-40,000s"]
    assert report_pay(catalog, [catalog.roles["customer-service-manager"]]).statements == ()


def test_every_figure_and_factor_cites_a_source_of_the_answer(catalog: Catalog) -> None:
    answer = report_pay(catalog, list(catalog.roles.values()))
    known = {source.id for source in answer.sources}
    cited = {source.id for entry in answer.ranges for source in entry.sources}
    cited |= {source for said in answer.statements for source in said.sources}
    cited |= {source for factor in answer.pay_factors for source in factor.sources}
    cited |= {source.id for entry in answer.ranges if entry.observed for source in entry.observed.sources}
    cited |= {source.id for entry in answer.ranges for source in entry.prices.sources}
    assert cited == known
    assert len(answer.pay_factors) == len(catalog.pay_factors)


def test_the_newest_range_of_each_area_is_shown_the_nation_first(tmp_path: Path) -> None:
    (tmp_path / "salaries.yaml").write_text(MINE, encoding="utf-8")
    catalog = load_catalog(tmp_path, {})
    ranges = report_pay(catalog, [catalog.roles["account-manager"]]).ranges
    assert [(entry.area.id, entry.low, entry.per, entry.sources[0].year) for entry in ranges] == [
        ("99", 20, "hour", 2024),
        ("48", 50_000, "year", 2025),
    ]


class TestInPlaces:
    """Pay moved to places, with what it is made of."""

    def test_each_role_has_a_range_in_each_place(self, catalog: Catalog) -> None:
        roles = [catalog.roles["customer-service-specialist"], catalog.roles["account-manager"]]
        places = [find_location(catalog, said) for said in ("Austin", "Denver")]
        ranges = report_pay(catalog, roles, places).ranges
        assert [(entry.role.id, entry.location.said) for entry in ranges] == [
            (role.id, place.said) for role in roles for place in places
        ]

    def test_an_area_with_a_published_range_of_its_own_needs_no_estimate(self, tmp_path: Path) -> None:
        (tmp_path / "salaries.yaml").write_text(MINE, encoding="utf-8")
        catalog = load_catalog(tmp_path, {})
        (entry,) = report_pay(
            catalog, [catalog.roles["account-manager"]], [find_location(catalog, "Texas")]
        ).ranges
        assert (entry.low, entry.high, entry.basis, entry.localization) == (50_000, 60_000, "published", None)

    @pytest.mark.parametrize(
        ("industry", "codes"), [("healthcare", ["62"]), ("retail", ["44-45"]), ("technology", ["51", "5415"])]
    )
    def test_an_industry_is_national_and_changes_no_range(
        self, catalog: Catalog, industry: str, codes: list[str]
    ) -> None:
        role, place = catalog.roles["customer-service-specialist"], find_location(catalog, "Austin")
        plain = report_pay(catalog, [role], [place])
        answer = report_pay(catalog, [role], [place], industries=[catalog.industries[industry]])
        assert answer.ranges == plain.ranges
        assert [each.naics for each in answer.industries] == codes
        assert all(each.wages and each.wages.area.id == "99" for each in answer.industries)

    @each_row("industry", load_catalog(environment={}).industries)
    def test_every_industry_of_the_guide_has_wages(self, catalog: Catalog, industry: str) -> None:
        role = catalog.roles["customer-service-specialist"]
        answer = report_pay(catalog, [role], industries=[catalog.industries[industry]])
        assert all(each.wages and each.naics_name for each in answer.industries)

    @each_row(("per", "hours"), [("year", 2000), (None, 2000), ("hour", 0), ("hour", 9000)])
    def test_hours_without_an_hourly_wage_or_beyond_a_year_are_refused(
        self, catalog: Catalog, per: Period | None, hours: int
    ) -> None:
        with pytest.raises(UsageError):
            report_pay(catalog, [catalog.roles["account-manager"]], per=per, hours=hours)


class TestExplaining:
    """Every figure can be worked out again from its terms."""

    @each_row("said", ["Austin", "Sumter, SC", "Bozeman, MT", "United States", "Puerto Rico"])
    @each_row("per", ["year", "hour"])
    def test_each_step_gives_its_result_from_its_terms(
        self, catalog: Catalog, said: str, per: Period
    ) -> None:
        roles = [catalog.roles["customer-service-specialist"], catalog.roles["account-manager"]]
        answer = report_pay(catalog, roles, [find_location(catalog, said)], per=per, explain=True)
        assert answer.steps
        known = {source.id for source in answer.sources}
        for step in answer.steps:
            values = [term.value for term in step.terms]
            assert {source.id for term in step.terms for source in term.sources} <= known
            match step.formula:
                case "published × local ÷ national, to the nearest 50 dollars":
                    assert abs(step.result - values[0] * values[1] / values[2]) <= 25
                case "yearly ÷ hours, to the cent":
                    assert step.result == pytest.approx(values[0] / values[1], abs=0.0051)
                case "(low + high) ÷ 2":
                    assert step.result == pytest.approx(sum(values) / 2, abs=0.0051)
                case "local median ÷ national median":
                    assert step.result == pytest.approx(values[0] / values[1], abs=0.0001)
                case "median × 100 ÷ price index":
                    assert step.result == pytest.approx(values[0] * 100 / values[1], abs=0.51)
                case _:
                    assert [step.result] == values

    def test_the_last_step_to_an_end_is_the_end(self, catalog: Catalog) -> None:
        role = catalog.roles["customer-service-specialist"]
        place = find_location(catalog, "Austin")
        answer = report_pay(catalog, [role], [place], per="hour", explain=True)
        results = {step.result_name: step.result for step in answer.steps}
        assert (results["low"], results["low an hour"], results["high an hour"]) == (38_250, 18.39, 22.19)

    def test_nothing_is_explained_unasked(self, catalog: Catalog) -> None:
        assert report_pay(catalog, [catalog.roles["account-manager"]]).steps == ()
