"""What a role pays, and what moves it."""

from pathlib import Path

from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.pay.report import report_pay

MINE = """\
salaries:
  - {role: account-manager, area: "48", year: 2025, low: 50000, high: 60000, currency: USD, per: year,
     starting: false, sources: [cscareer-judgement]}
  - {role: account-manager, area: "99", year: 2024, low: 20, high: 30, currency: USD, per: hour,
     starting: false, sources: [cscareer-judgement]}
  - {role: account-manager, area: "99", year: 2023, low: 19, high: 29, currency: USD, per: hour,
     starting: false, sources: [cscareer-judgement]}
"""


def test_each_role_has_its_published_range_and_midpoint(catalog: Catalog) -> None:
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
    assert (second.role.id, second.low, second.high, second.midpoint, second.starting) == (
        "account-manager", None, None, None, None,
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
