"""The list of roles, and one in full."""

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Move, Track
from cscareer.guide.roles import RoleSort, describe_role, list_roles


def ids(catalog: Catalog, **filters: object) -> list[str]:
    return [row.id for row in list_roles(catalog, **filters).roles]  # type: ignore[arg-type]  # passed on as given


def test_all_roles_are_listed_lowest_level_first(catalog: Catalog) -> None:
    rows = list_roles(catalog).roles
    assert {row.id for row in rows} == set(catalog.roles)
    assert [row.level.rank for row in rows] == sorted(row.level.rank for row in rows)


@each_row("level", Level)
def test_a_level_lets_only_its_own_through(catalog: Catalog, level: Level) -> None:
    expected = {role.id for role in catalog.roles.values() if role.level is level}
    assert expected
    assert set(ids(catalog, levels=[level])) == expected


@each_row("track", Track)
def test_a_track_lets_only_its_own_through(catalog: Catalog, track: Track) -> None:
    expected = {role.id for role in catalog.roles.values() if role.track is track}
    assert expected
    assert set(ids(catalog, tracks=[track])) == expected


def test_filters_of_one_kind_add_up_and_of_two_kinds_narrow_down(catalog: Catalog) -> None:
    both = ids(catalog, levels=[Level.ENTRY, Level.LEAD])
    assert set(both) == set(ids(catalog, levels=[Level.ENTRY])) | set(ids(catalog, levels=[Level.LEAD]))
    assert ids(catalog, levels=[Level.DIRECTOR], tracks=[Track.SERVICE]) == []
    hosts = {role.id for role in catalog.roles.values() if "hospitality" in role.industries}
    assert hosts
    assert set(ids(catalog, industries=["hospitality"])) == hosts


def test_in_demand_is_what_a_source_says(catalog: Catalog) -> None:
    assert set(ids(catalog, in_demand=True)) == {"customer-service-specialist", "customer-service-manager"}


def test_by_pay_one_kind_of_figure_decides_and_catch_alls_come_last_by_title(catalog: Catalog) -> None:
    rows = list_roles(catalog, sort=RoleSort.PAY).roles
    ranked = [row.typical for row in rows if row.typical]
    assert len(ranked) > 10
    assert {typical.area.id for typical in ranked} == {"99"}
    assert [typical.amount for typical in ranked] == sorted((each.amount for each in ranked), reverse=True)
    rest = rows[len(ranked) :]
    assert rest
    assert all(row.occupation.catch_all and row.typical is None for row in rest)
    titles = [row.title for row in rest]
    assert titles == sorted(titles, key=str.casefold)


def test_typical_pay_is_the_middle_of_the_band_or_the_median(catalog: Catalog) -> None:
    rows = {row.id: row for row in list_roles(catalog).roles}
    typical = {name: row.typical.amount for name, row in rows.items() if row.typical}
    by_median, by_band = rows["customer-service-specialist"], rows["customer-service-team-lead"]
    assert by_median.observed is not None
    assert (by_median.band, by_median.observed.median, typical[by_median.id]) == (None, 44_770, 44_770)
    assert (by_band.pay.low, by_band.pay.high, typical[by_band.id]) == (45_610, 69_500, 57_555)


def test_by_title_is_by_the_alphabet(catalog: Catalog) -> None:
    titles = [catalog.roles[each].title for each in ids(catalog, sort=RoleSort.TITLE)]
    assert titles == sorted(titles, key=str.casefold)


@pytest.mark.parametrize("role_id", ["customer-service-manager", "account-manager"])
def test_a_role_in_full_agrees_with_its_entry(catalog: Catalog, role_id: str) -> None:
    role = catalog.roles[role_id]
    answer = describe_role(catalog, role)
    assert (answer.title, answer.level, answer.track, answer.responsibilities) == (
        role.title, role.level, role.track, role.responsibilities,
    )  # fmt: skip
    assert {skill.id for skill in answer.skills} == {want.skill for want in role.skills}
    assert {step.id for step in answer.next_roles} == {step.role for step in role.next_roles}
    assert answer.occupation.match == role.occupation.match
    assert (answer.band is None) == (answer.starting is not None)
    assert answer.pay.low is not None


def test_a_step_up_is_seen_from_both_ends(catalog: Catalog) -> None:
    for role in catalog.roles.values():
        for step in describe_role(catalog, role).next_roles:
            back = {each.id: each for each in describe_role(catalog, catalog.roles[step.id]).previous_roles}
            assert (back[role.id].move, back[role.id].years) == (step.move, step.years)


def test_promotions_stand_before_sideways_moves(catalog: Catalog) -> None:
    for role in catalog.roles.values():
        moves = [step.move for step in describe_role(catalog, role).next_roles]
        assert moves == sorted(moves, key=lambda move: move is Move.SIDEWAYS)
