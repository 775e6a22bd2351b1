"""Several roles ranked at once."""

import csv
import io
import json

import pytest
from conftest import Run

from cscareer.catalog.loading import load_catalog
from cscareer.errors import UsageError
from cscareer.pay.ranking import RankBy, rank_pay
from cscareer.pay.rankings import RankedRole, rank_roles

CATALOG = load_catalog(environment={})
ROLES = [
    CATALOG.roles[each]
    for each in ("customer-service-specialist", "account-manager", "quality-assurance-analyst")
]


@pytest.mark.parametrize(
    ("by", "by_real"), [(RankBy.STATE, False), (RankBy.STATE, True), (RankBy.INDUSTRY, False)]
)
def test_each_role_is_ranked_as_if_asked_for_alone(by: RankBy, by_real: bool) -> None:
    several = rank_roles(CATALOG, ROLES, by, top=7, by_real=by_real)
    assert [each.role.id for each in several.roles] == [role.id for role in ROLES]
    for role, counted in zip(ROLES, several.roles, strict=True):
        alone = rank_pay(CATALOG, role, by, top=7, by_real=by_real)
        rows = [entry for entry in several.ranking if entry.role.id == role.id]
        assert [dict(entry) for entry in alone.ranking] == [
            {name: value for name, value in dict(entry).items() if name not in {"role", "occupation"}}
            for entry in rows
        ]
        assert dict(counted) == {name: getattr(alone, name) for name in RankedRole.model_fields}
        assert {source.id for source in alone.sources} <= {source.id for source in several.sources}


def test_industries_have_no_cost_of_living() -> None:
    with pytest.raises(UsageError, match="no cost of living"):
        rank_roles(CATALOG, ROLES, RankBy.INDUSTRY, by_real=True)


def test_a_catch_all_says_why_it_has_no_rows(run: Run) -> None:
    words = ["pay", "customer service specialist", "quality assurance analyst", "--by", "state"]
    assert "is a catch-all" in " ".join(run(*words).out.split())
    rows = json.loads(run(*words, "--json").out)["ranking"]
    assert {row["role"]["id"] for row in rows} == {"customer-service-specialist"}


def test_each_row_of_csv_names_its_role(run: Run) -> None:
    several = ("customer service specialist", "account manager")
    for titles in (several, several[:1]):
        rows = list(csv.DictReader(io.StringIO(run("pay", *titles, "--by", "state", "-f", "csv").out)))
        assert len(rows) > 20
        assert len(rows[0]) == 12
        assert {row["role"].casefold() for row in rows} == set(titles)
        assert "Customer Service Representatives" in {row["wages_of_all"] for row in rows}
        assert all(row["source"].startswith("bls-") and row["year"] == "2025" for row in rows)


def test_roles_of_one_occupation_are_said_to_have_the_same_wages(run: Run) -> None:
    shared = run("pay", "team lead", "customer service manager", "--by", "state", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(shared.out)))
    assert {row["wages_of_all"] for row in rows} == {
        "First-Line Supervisors of Office and Administrative Support Workers"
    }
    assert "are counted in one occupation" in " ".join(shared.err.split())
    apart = run("pay", "csr", "account manager", "--by", "state", "-f", "csv")
    assert "counted in one occupation" not in " ".join(apart.err.split())
