"""What one more skill would open: the roles that come within reach with it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Band, Model, Role, SkillKind
from cscareer.pay.local import PaidRole
from cscareer.pay.ranges import Range
from cscareer.pay.references import RoleRef
from cscareer.skills.fit import Fit, Standing, next_step
from cscareer.skills.ranking import RolePlace

_STARTING = ("published", "localized")


class OpenedRole(Model):
    """A role that comes within reach, and the level it wants of the skill."""

    id: str
    title: str
    wanted_level: int


class HighestPay(Model):
    """The pay that reaches highest among the roles opened whose pay has the same basis.

    `starting` is null for a band of its occupation, and `band` for anything else.
    """

    role: RoleRef
    starting: bool | None
    band: Band | None
    pay: Range


class NextSkill(Model):
    """A skill that is missing or below, and the roles that come within reach once it is held at `level`.

    `highest_pay` has one entry for each basis: ranges published, estimated and observed are never set against each other.
    Roles of a catch-all occupation aren't set against any; it is empty where no other role's pay is known.
    """

    id: str
    name: str
    kind: SkillKind
    pays_more: bool
    held_level: int | None
    level: int
    roles: tuple[OpenedRole, ...]
    highest_pay: tuple[HighestPay, ...]
    next_step: str | None


class PaidFit(NamedTuple):
    """How a person stands with a role, what the role pays (`pay` is that as an answer says it), and where it stands for them."""

    role: Role
    fit: Fit
    paid: PaidRole
    pay: HighestPay
    place: RolePlace

    @property
    def within_reach(self) -> bool:
        """Whether they may well go for it; their own role always, and one that is too high never."""
        return self.place.own or (self.fit.verdict.within_reach and not self.place.too_high)


def next_skills(
    catalog: Catalog,
    roles: Sequence[PaidFit],
    years_of_service: float | None = None,
    *,
    top: int | None = None,
) -> tuple[NextSkill, ...]:
    """The skills that bring at least one more role within reach: most roles first, then the highest pay on the first day.

    Where that is equal or unknown, the highest observed pay decides, then the name. At most `top` of them; all when None.
    """
    opened: dict[str, list[tuple[PaidFit, Standing]]] = {}
    for entry in roles:
        if entry.within_reach or entry.place.too_high or not entry.fit.verdict_with_one_more.within_reach:
            continue
        for standing in entry.fit.standings[: entry.fit.required_total]:
            if standing.met < 1 and not standing.wanted.taught:
                opened.setdefault(standing.wanted.skill, []).append((entry, standing))
    highest = {skill: _highest_paid(entry for entry, _ in entries) for skill, entries in opened.items()}
    first = sorted(
        opened,
        key=lambda skill: (
            -len(opened[skill]),
            *_order(highest[skill]),
            catalog.skills[skill].name.casefold(),
        ),
    )[:top]
    return tuple(
        _next_skill(catalog, skill, opened[skill], highest[skill], years_of_service) for skill in first
    )


def _next_skill(
    catalog: Catalog,
    skill_id: str,
    entries: Sequence[tuple[PaidFit, Standing]],
    highest: Sequence[PaidFit],
    years_of_service: float | None,
) -> NextSkill:
    skill = catalog.skills[skill_id]
    standing = entries[0][1]
    return NextSkill(
        id=skill.id,
        name=skill.name,
        kind=skill.kind,
        pays_more=skill.pays_more is not None,
        held_level=standing.level,
        level=max(each.wanted.level for _, each in entries),
        roles=tuple(
            OpenedRole(id=entry.role.id, title=entry.role.title, wanted_level=each.wanted.level)
            for entry, each in entries
        ),
        highest_pay=tuple([entry.pay for entry in highest]),
        next_step=next_step(skill, standing, years_of_service),
    )


def _highest_paid(roles: Iterable[PaidFit]) -> tuple[PaidFit, ...]:
    """Of the roles whose pay has the same basis, the one whose pay reaches highest."""
    highest: dict[tuple[str, bool | None, str], PaidFit] = {}
    for entry in roles:
        paid = entry.paid
        if paid.basis is None or paid.high is None or paid.rests_on_catch_all:
            continue
        kind = (paid.basis, paid.starting, paid.currency)
        if kind not in highest or paid.high > (highest[kind].paid.high or 0):
            highest[kind] = entry
    return tuple(highest.values())


def _order(highest: Iterable[PaidFit]) -> tuple[float, float]:
    """What comes first: the highest pay on the first day, then the highest observed."""
    first_day = observed = 0.0
    for entry in highest:
        if entry.paid.basis in _STARTING:
            first_day = max(first_day, entry.paid.high or 0)
        else:
            observed = max(observed, entry.paid.high or 0)
    return -first_day, -observed
