"""Projections and rankings, held against what scripts work out of the published files without the program."""

import sys
from functools import cache
from pathlib import Path

import pytest
from conftest import shared_file
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.models import Role
from cscareer.pay.projections import Projections
from cscareer.pay.ranking import RankBy, rank_pay

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "independent"))
CATALOG = load_catalog(environment={})
EVERY_AREA = 600


def one_role_of_each_occupation() -> list[Role]:
    """The catch-all occupation left out, which ranks nothing."""
    roles = {role.occupation.code: role for role in CATALOG.roles.values()}
    return [role for code, role in sorted(roles.items()) if not CATALOG.occupations[code].catch_all]


@pytest.mark.slow
def test_every_projection_agrees_with_the_published_file_and_no_two_spans_are_mixed() -> None:
    from projected_jobs import FIGURES, change_of_jobs, projections

    published = {
        (soc, first): (last, said)
        for soc, first, last, said in projections(shared_file("data/projections.csv").parent)
    }
    held = Projections(CATALOG)
    compared = 0
    for soc in {soc for soc, _ in published}:
        for found in held.of(soc):
            last, said = published[soc, found.base_year]
            assert found.target_year == last
            for name, expected in said.items():
                value = getattr(found, name)
                assert (value is None) == (expected is None), (soc, found.base_year, name)
                if expected is not None:
                    assert value == (float(expected) if name in FIGURES else expected), (soc, name)
                compared += 1
            come_to = change_of_jobs(said)
            if (
                come_to is not None and found.jobs and found.jobs >= 100_000
            ):  # of fewer, rounding moves it too far
                assert found.jobs_change == pytest.approx(float(come_to), abs=0.2), soc
    assert compared > 11_000


@cache
def _published() -> dict[str, list[dict[str, str]]]:
    from ranked_places import wages

    return wages(shared_file("data/oews_may2025_areas.csv").parent)


@each_row("role", one_role_of_each_occupation(), ids=lambda role: role.occupation.code)
@each_row("by_real", [False, True], ids=["median", "real"])
@pytest.mark.slow
def test_places_are_ranked_and_told_apart_as_the_published_errors_have_it(
    role: Role, *, by_real: bool
) -> None:
    from ranked_places import prices, ranked

    levels = prices(shared_file("data/rpp_metro_2024.csv").parent) if by_real else None
    rows = _published()[role.occupation.code]
    for by in (RankBy.STATE, RankBy.AREA):
        expected = ranked(rows, states=by is RankBy.STATE, levels=levels)
        answer = rank_pay(CATALOG, role, by, top=EVERY_AREA, by_real=by_real)
        assert [(each.id, each.apart_from_first, each.apart_from_above) for each in answer.ranking] == [
            (each.area, each.apart, each.apart_from_above) for each in expected
        ]
        assert answer.tied_with_first == sum(each.apart is False for each in expected)
