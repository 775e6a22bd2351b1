"""How a role fits a person, whose role is their own and which skills they have, as answers show it."""

from collections.abc import Mapping

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, Need, SkillLevel, Track
from cscareer.pay.local import OwnPay, RolePay
from cscareer.skills.counting import Counted
from cscareer.skills.evidence import Evidence, FoundSkill, How
from cscareer.skills.fit import Met, SkillState, Verdict
from cscareer.skills.held import Person
from cscareer.skills.ranking import Standpoint


class CountedSkill(Model):
    """A skill the person has: its level, in what way the strongest evidence speaks of it, and the words that do.

    Where nothing states a level (`level_stated` is false), it counts as working.
    """

    id: str
    name: str
    level: SkillLevel
    level_stated: bool
    how: How
    evidence: tuple[Evidence, ...]


class OpenSkill(Model):
    """A skill the role wants that isn't there, or is held below the level wanted; `held_level` is null where it isn't.

    `state` says whether it is below, not shown or missing; `taught` that employers teach it in the first weeks.
    """

    id: str
    name: str
    need: Need
    wanted_level: int
    held_level: int | None
    state: SkillState
    taught: bool


class OwnRole(Model):
    """The role that a person does now or did last, and for how many years; null where no dated job says so."""

    id: str
    title: str
    years: float | None
    current: bool
    quote: str | None
    line: int | None


class Fitting(Model):
    """How a role fits, whatever it pays; `missing` has required skills first.

    `share_met` is Σ weight × min(have ÷ wanted, 1) ÷ Σ weight, where required weighs 2 and helpful 1. `yours` marks the
    role that is theirs, `too_high` one two levels and more above all they have done, without any evidence of leading.
    """

    id: str
    title: str
    level: Level
    track: Track
    share_met: float
    verdict: Verdict
    within_reach: bool
    yours: bool
    too_high: bool
    required: Met
    helpful: Met
    missing: tuple[OpenSkill, ...]


class RoleFit(OwnPay, Fitting):
    """How a role fits, with its pay: `starting` says whether that is pay on the first day, null for a band."""

    starting: bool | None


class RoleMatch(RolePay, RoleFit):
    """How a role fits, with its pay in the place asked for, or else in the nation, and what stands behind that."""


def own_role(catalog: Catalog, view: Standpoint) -> OwnRole | None:
    """The role that is a person's own."""
    role = catalog.roles.get(view.role or "")
    if role is None:
        return None
    job = view.job
    return OwnRole(
        id=role.id,
        title=role.title,
        years=view.years,
        current=job is None or job.current,
        quote=job.quote if job else None,
        line=job.line if job else None,
    )


def unsure(person: Person, counted: Mapping[str, Counted]) -> tuple[FoundSkill, ...]:
    """The skills that weak evidence points at, and that nothing else speaks of."""
    return tuple(skill for skill in person.maybe if skill.id not in counted)
