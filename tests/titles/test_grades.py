"""The grade that a title says within its role."""

import pytest
from conftest import Run

from cscareer.catalog.loading import Catalog
from cscareer.titles.grades import said_grade
from cscareer.titles.reading import TitleReader


def test_each_row_takes_its_title_and_leaves_the_other(catalog: Catalog) -> None:
    for grade in catalog.title_grades.values():
        for title, is_taken in ((grade.takes, True), (grade.leaves, False)):
            role = catalog.roles[catalog.once(TitleReader).read(title).role or ""]
            said = said_grade(catalog, title, role)
            assert (said is not None and said.grade == grade) == is_taken, title


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("associate customer success manager", "lower"),
        ("trainee account manager", "lower"),
        ("senior account manager", "upper"),  # one of its names
        ("customer success manager II", "upper"),
        ("customer service associate", None),
        ("sr customer service rep", None),  # a role of its own
        ("customer service team lead", None),
    ],
)
def test_a_title_above_or_below_its_role_is_told_in_one_note(run: Run, title: str, end: str | None) -> None:
    told = " ".join(run("pay", title).err.split())
    assert told.count("Reading") <= 1
    assert (f"the {end} end of its pay" in told) == (end is not None)
    assert end is not None or "end of its pay" not in told
