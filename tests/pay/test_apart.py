"""Whether two places can be told apart by the survey's own error."""

import csv
import math

from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.pay.apart import told_apart
from cscareer.pay.comparison import compare_places
from cscareer.pay.ranking import RankBy, rank_pay
from cscareer.pay.report import find_location

CATALOG = load_catalog(environment={})
CSR = CATALOG.roles["customer-service-specialist"]


@each_row(
    ("one", "error", "other", "other_error", "apart"),
    [
        (40_000, 1.0, 41_000, 1.0, True),  # 1,000 against 1.645 × 573
        (40_000, 1.0, 40_900, 1.0, False),  # 900 against 1.645 × 572
        (40_000, 0.0, 40_000, 0.0, False),
        (40_000, 0.0, 40_001, 0.0, True),
        (40_000, None, 60_000, 1.0, None),
        (21.53, 0.2, 21.60, 0.2, False),
    ],
)
def test_medians_are_apart_beyond_90_percent_of_chance(
    one: float, error: float | None, other: float, other_error: float | None, apart: bool | None
) -> None:
    assert told_apart(one, error, other, other_error) is apart
    assert told_apart(other, other_error, one, error) is apart


@given(st.integers(20_000, 200_000), st.integers(20_000, 200_000), st.floats(0, 30), st.floats(0, 30))
def test_a_larger_error_never_tells_more_apart(one: int, other: int, small: float, more: float) -> None:
    if told_apart(one, small + more, other, small + more):
        assert told_apart(one, small, other, small)


def test_a_ranking_says_what_cannot_be_told_from_the_first() -> None:
    rows = {}
    with (ROOT / "data" / "wages" / "43-4051.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["area"]] = row
    ranking = rank_pay(CATALOG, CSR, RankBy.AREA, top=600)
    first = rows[ranking.ranking[0].id]
    compared = 0
    for entry in ranking.ranking[1:]:
        row = rows[entry.id]
        errors = [float(each["yearly_median"]) * float(each["mean_error"]) / 100 for each in (first, row)]
        expected = abs(float(first["yearly_median"]) - float(row["yearly_median"])) > 1.645 * math.hypot(
            *errors
        )
        assert entry.apart_from_first is expected, entry.name
        compared += 1
    assert compared > 500
    assert ranking.ranking[0].apart_from_first is None
    assert ranking.tied_with_first == sum(entry.apart_from_first is False for entry in ranking.ranking)


def test_places_compared_say_whether_they_differ() -> None:
    places = [find_location(CATALOG, name) for name in ("Austin, TX", "Sumter, SC", "Denver", "78701")]
    _, sumter, denver, downtown = compare_places(CATALOG, [CSR], places).places
    assert denver.median_apart is True
    assert sumter.real_apart is False
    assert downtown.median_apart is None, "the same figure"
