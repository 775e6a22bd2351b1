"""The grade that a title says within a role: an associate, a trainee, a senior, a II."""

from typing import TYPE_CHECKING, NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import plain
from cscareer.catalog.models import Role

if TYPE_CHECKING:
    from cscareer.catalog.bargaining_models import TitleGrade


class SaidGrade(NamedTuple):
    """A word of a title that says a grade which its role has none of its own for."""

    word: str
    grade: "TitleGrade"


def said_grade(catalog: Catalog, title: str, role: Role) -> SaidGrade | None:
    """The grade that a title says beyond the role it was read as; None where it says none, or the role is of that grade.

    Example:
        >>> catalog = load_catalog()
        >>> said_grade(catalog, "Associate customer success manager", catalog.roles["customer-success-manager"]).word
        'associate'
    """
    said, own = f" {plain(title)} ", f" {plain(role.title)} "
    if said == own:
        return None
    for grade in catalog.title_grades.values():
        if any(f" {word} " in own for word in (*grade.starts, *grade.ends)):
            continue
        starts = (word for word in grade.starts if said.startswith(f" {word} "))
        ends = (word for word in grade.ends if said.endswith(f" {word} "))
        if word := next(iter((*starts, *ends)), None):
            return SaidGrade(word, grade)
    return None
