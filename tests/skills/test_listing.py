"""The list of skills, and one in full."""

from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Need, SkillKind
from cscareer.skills.listing import describe_skill, list_skills


def test_all_skills_are_listed_by_kind_and_name(catalog: Catalog) -> None:
    rows = list_skills(catalog).skills
    assert {row.id for row in rows} == set(catalog.skills)
    kinds = list(SkillKind)
    assert [(kinds.index(row.kind), row.name.casefold()) for row in rows] == sorted(
        (kinds.index(row.kind), row.name.casefold()) for row in rows
    )
    assert all(row.need is None and row.level is None for row in rows)


@each_row("kind", SkillKind)
def test_a_kind_lets_only_its_own_through(catalog: Catalog, kind: SkillKind) -> None:
    rows = list_skills(catalog, [kind]).skills
    assert rows
    assert {row.kind for row in rows} == {kind}


def test_what_pays_more_is_what_a_source_says(catalog: Catalog) -> None:
    answer = list_skills(catalog, pays_more=True)
    assert {row.id for row in answer.skills} == {
        skill.id for skill in catalog.skills.values() if skill.pays_more
    }
    assert {"robert-half-2026", "lightcast-2025"} <= {source.id for source in answer.sources}


def test_a_roles_skills_stand_required_first_and_highest_level_first(catalog: Catalog) -> None:
    role = catalog.roles["customer-service-manager"]
    answer = list_skills(catalog, role=role)
    assert answer.role is not None
    assert answer.role.id == role.id
    assert {(row.id, row.need, row.level) for row in answer.skills} == {
        (want.skill, want.need, want.level) for want in role.skills
    }
    order = [(row.need is Need.HELPFUL, -(row.level or 0)) for row in answer.skills]
    assert order == sorted(order)


def test_filters_that_nothing_passes_give_an_empty_list(catalog: Catalog) -> None:
    role = catalog.roles["receptionist"]
    assert list_skills(catalog, [SkillKind.AI], role, pays_more=True).skills == ()


def test_a_row_counts_the_roles_that_want_it(catalog: Catalog) -> None:
    for row in list_skills(catalog).skills:
        assert row.wanted_by == len(describe_skill(catalog, catalog.skills[row.id]).roles)


def test_a_skill_tells_its_levels_and_who_wants_it(catalog: Catalog) -> None:
    skill = catalog.skills["data-analysis"]
    answer = describe_skill(catalog, skill)
    assert (answer.levels, answer.build, answer.prove) == (skill.levels, skill.build, skill.prove)
    ranks = [role.career_level.rank for role in answer.roles]
    assert ranks == sorted(ranks)
    assert {source.id for source in answer.sources} >= {"robert-half-2026", "cscareer-judgement"}
