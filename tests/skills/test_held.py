"""Reading the skills a person says they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.errors import AmbiguousNameError, UnknownNameError
from cscareer.skills.held import read_held


def held(catalog: Catalog, *said: str) -> dict[str, SkillLevel | None]:
    return {skill.skill: skill.level for skill in read_held(catalog, said)}


@each_row(
    ("said", "level"),
    [
        ("sql", None),
        ("sql:1", SkillLevel.BASIC),
        ("SQL:2", SkillLevel.WORKING),
        ("sql : advanced", SkillLevel.ADVANCED),
        ("sql:Expert", SkillLevel.EXPERT),
    ],
)
def test_a_skill_is_said_with_or_without_its_level(
    catalog: Catalog, said: str, level: SkillLevel | None
) -> None:
    assert held(catalog, said) == {"sql": level}


def test_several_skills_stand_in_one_list_or_in_several(catalog: Catalog) -> None:
    expected = {"sql": SkillLevel.WORKING, "empathy": None, "typing": SkillLevel.EXPERT}
    assert held(catalog, "sql:2, empathy,typing:4") == expected
    assert held(catalog, "sql:2", "empathy", "typing:4") == expected


@pytest.mark.parametrize("said", ["", ",", " , ,"])
def test_nothing_said_is_nothing_held(catalog: Catalog, said: str) -> None:
    assert held(catalog, said) == {}


def test_of_a_skill_said_twice_the_higher_level_counts(catalog: Catalog) -> None:
    assert held(catalog, "sql:3,sql:1,SQL") == {"sql": SkillLevel.ADVANCED}
    assert held(catalog, "sql,sql:1") == {"sql": SkillLevel.BASIC}


@each_row("said", ["sql:0", "sql:5", "sql:good", "sql:", "sql:2:3", "sql:-1", "sql:²"])
def test_a_level_that_is_none_is_refused(catalog: Catalog, said: str) -> None:
    with pytest.raises(
        UnknownNameError, match="is no level; the levels are 1 basic, 2 working, 3 advanced or 4 expert"
    ):
        held(catalog, said)


def test_a_misspelt_level_is_suggested(catalog: Catalog) -> None:
    with pytest.raises(UnknownNameError) as caught:
        held(catalog, "sql:advancd")
    assert caught.value.suggestions == ("advanced",)


def test_everything_wrong_is_named_at_once(catalog: Catalog) -> None:
    with pytest.raises(UnknownNameError) as caught:
        held(catalog, "sqll:2,empathy:9,juggling")
    assert all(f'"{word}"' in caught.value.message for word in ("sqll", "9", "juggling"))
    assert "SQL" in caught.value.suggestions


def test_a_beginning_that_fits_several_skills_is_ambiguous(catalog: Catalog) -> None:
    with pytest.raises(AmbiguousNameError, match="could be any of"):
        held(catalog, "data")


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_nothing_else(catalog: Catalog, said: str) -> None:
    try:
        held(catalog, said)
    except (UnknownNameError, AmbiguousNameError):
        return
