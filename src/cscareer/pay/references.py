"""What an answer about pay says of the role it speaks of."""

from typing import Literal

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Role


class RoleRef(Model):
    """A role by its id and title."""

    id: str
    title: str


class RoleOccupation(Model):
    """The official occupation of a role, and how close the match is.

    `catch_all` marks one that holds whatever no other occupation does ("…, All Other"): its wages say too little of the
    role for a verdict on an offer, a difference of pay or a rank.
    """

    code: str
    title: str
    match: Literal["close", "broad"]
    catch_all: bool


def reference(role: Role) -> RoleRef:
    """A role by its id and title."""
    return RoleRef(id=role.id, title=role.title)


def occupation_of(catalog: Catalog, role: Role) -> RoleOccupation:
    """The official occupation of a role."""
    occupation = catalog.occupations[role.occupation.code]
    return RoleOccupation(
        code=occupation.code,
        title=occupation.title,
        match=role.occupation.match,
        catch_all=occupation.catch_all,
    )
