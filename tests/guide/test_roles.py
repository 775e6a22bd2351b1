"""The list of roles, and one in full."""

import pytest

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Move, Track
from cscareer.guide.roles import RoleSort, describe_role, list_roles


def ids(catalog: Catalog, **filters: object) -> list[str]:
    return [row.id for row in list_roles(catalog, **filters).roles]  # type: ignore[arg-type]  # passed on as given


def test_all_roles_are_listed_lowest_level_first(catalog: Catalog) -> None:
    rows = list_roles(catalog).roles
    assert {row.id for row in rows} == set(catalog.roles)
    assert [row.level.rank for row in rows] == sorted(row.level.rank for row in rows)


@pytest.mark.parametrize("level", Level)
def test_a_level_lets_only_its_own_through(catalog: Catalog, level: Level) -> None:
    assert ids(catalog, levels=[level])
    assert all(catalog.roles[each].level is level for each in ids(catalog, levels=[level]))


@pytest.mark.parametrize("track", Track)
def test_a_track_lets_only_its_own_through(catalog: Catalog, track: Track) -> None:
    assert ids(catalog, tracks=[track])
    assert all(catalog.roles[each].track is track for each in ids(catalog, tracks=[track]))


def test_filters_of_one_kind_add_up_and_of_two_kinds_narrow_down(catalog: Catalog) -> None:
    both = ids(catalog, levels=[Level.ENTRY, Level.LEAD])
    assert set(both) == set(ids(catalog, levels=[Level.ENTRY])) | set(ids(catalog, levels=[Level.LEAD]))
    assert ids(catalog, levels=[Level.DIRECTOR], tracks=[Track.SERVICE]) == []
    assert all(
        "hospitality" in catalog.roles[each].industries for each in ids(catalog, industries=["hospitality"])
    )


def test_in_demand_is_what_a_source_says(catalog: Catalog) -> None:
    assert set(ids(catalog, in_demand=True)) == {"customer-service-specialist", "customer-service-manager"}


def test_by_pay_the_highest_midpoint_leads_and_roles_without_one_come_last_by_title(catalog: Catalog) -> None:
    found = ids(catalog, sort=RoleSort.PAY)
    assert found[:3] == ["customer-service-manager", "customer-service-specialist", "call-center-specialist"]
    rest = [catalog.roles[each].title for each in found[3:]]
    assert rest == sorted(rest, key=str.casefold)


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
    assert (answer.pay.low is None) == (answer.starting is None)


def test_a_step_up_is_seen_from_both_ends(catalog: Catalog) -> None:
    for role in catalog.roles.values():
        for step in describe_role(catalog, role).next_roles:
            back = {each.id: each for each in describe_role(catalog, catalog.roles[step.id]).previous_roles}
            assert (back[role.id].move, back[role.id].years) == (step.move, step.years)


def test_promotions_stand_before_sideways_moves(catalog: Catalog) -> None:
    for role in catalog.roles.values():
        moves = [step.move for step in describe_role(catalog, role).next_roles]
        assert moves == sorted(moves, key=lambda move: move is Move.SIDEWAYS)
