"""Skills that a person says in more words than a name has."""

import pytest

from cscareer.catalog.loading import Catalog
from cscareer.errors import UnknownNameError
from cscareer.skills.held import read_held


@pytest.mark.parametrize(
    ("said", "skill", "level"),
    [
        ("MS Excel (advanced)", "spreadsheets", 3),
        ("Excel: intermediate", "spreadsheets", 2),
        ("basic SQL", "sql", 1),
        ("Spanish (native)", "bilingual-service", 4),
        ("typing 60 wpm", "typing", None),
        ("calming angry customers", "de-escalation", None),
    ],
)
def test_words_around_a_name_are_no_hindrance(
    catalog: Catalog, said: str, skill: str, level: int | None
) -> None:
    (held,) = read_held(catalog, [said])
    assert (held.skill, held.level) == (skill, level)


@pytest.mark.parametrize("said", ["customer service", "Zendek", "cooking", "Excel: purple", "returns"])
def test_what_names_no_skill_is_asked_back(catalog: Catalog, said: str) -> None:
    with pytest.raises(UnknownNameError):
        read_held(catalog, [said])
