"""The skills of the guide: the list, and one of them in full."""

from collections.abc import Collection
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.certificate_models import Certificate
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Model, Need, Role, SkillKind
from cscareer.catalog.skill_models import LearningTime, LevelTexts, OnetElement, PaysMore, Skill
from cscareer.pay.references import RoleRef
from cscareer.skills.certificates import certificates_for


class SkillRow(Model):
    """A skill in the list; `need` and `level` are the chosen role's, null without one."""

    id: str
    name: str
    kind: SkillKind
    summary: str
    pays_more: bool
    wanted_by: int
    need: Need | None
    level: int | None


class SkillList(Answer):
    """Skills by kind and name, or as one role wants them: required first, most wanted level first."""

    rows: ClassVar = "skills"

    schema_: Literal["cscareer/skills/1"] = Field("cscareer/skills/1", alias="schema")
    role: RoleRef | None
    skills: tuple[SkillRow, ...]


class WantingRole(Model):
    """A role that wants the skill."""

    id: str
    title: str
    career_level: Level
    need: Need
    level: int


class SkillReport(Answer):
    """One skill in full: what a person at each level does, how to get there, how to prove it, and which roles want it.

    `sample` is a line of a resume that shows it.
    """

    rows: ClassVar = None

    schema_: Literal["cscareer/skill/1"] = Field("cscareer/skill/1", alias="schema")
    id: str
    name: str
    kind: SkillKind
    summary: str
    aliases: tuple[str, ...]
    levels: LevelTexts
    build: LevelTexts
    prove: tuple[str, ...]
    sample: str | None
    onet: OnetElement | None
    pays_more: PaysMore | None
    takes: LearningTime | None
    certificates: tuple[Certificate, ...]
    roles: tuple[WantingRole, ...]


def list_skills(
    catalog: Catalog, kinds: Collection[SkillKind] = (), role: Role | None = None, *, pays_more: bool = False
) -> SkillList:
    """The skills of these kinds (all when empty), of a role, and that a source says employers pay more for.

    Example:
        >>> "sql" in [each.id for each in list_skills(load_catalog(), [SkillKind.TECHNICAL]).skills]
        True
    """
    wanted = {entry.skill: entry for entry in role.skills} if role else None
    chosen = [
        skill
        for skill in catalog.skills.values()
        if (not kinds or skill.kind in kinds)
        and (wanted is None or skill.id in wanted)
        and not (pays_more and skill.pays_more is None)
    ]
    rows = [
        SkillRow(
            **skill.shown_in(SkillRow) | {"pays_more": skill.pays_more is not None},
            wanted_by=sum(
                skill.id == want.skill for other in catalog.roles.values() for want in other.skills
            ),
            need=wanted[skill.id].need if wanted else None,
            level=wanted[skill.id].level if wanted else None,
        )
        for skill in chosen
    ]
    kinds_in_order = list(SkillKind)
    rows.sort(
        key=lambda row: (
            row.need is Need.HELPFUL,
            -(row.level or 0),
            kinds_in_order.index(row.kind),
            row.name.casefold(),
        )
    )
    cited = [source for skill in chosen for source in _cited(skill)] + list(role.sources if role else ())
    return SkillList(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        role=RoleRef(id=role.id, title=role.title) if role else None,
        skills=tuple(rows),
    )


def describe_skill(catalog: Catalog, skill: Skill) -> SkillReport:
    """One skill in full; the roles that want it stand lowest career level first.

    Example:
        >>> catalog = load_catalog()
        >>> describe_skill(catalog, catalog.skills["coaching"]).name
        'Coaching'
    """
    roles = [
        WantingRole(
            id=role.id, title=role.title, career_level=role.level, need=wanted.need, level=wanted.level
        )
        for role in catalog.roles.values()
        for wanted in role.skills
        if wanted.skill == skill.id
    ]
    roles.sort(key=lambda role: (role.career_level.rank, role.title))
    certificates = certificates_for(catalog, skill.id)
    return SkillReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*_cited(skill), *(source for each in certificates for source in each.sources)),
        **skill.shown_in(SkillReport) | {"aliases": (*skill.aliases, *skill.ambiguous)},
        certificates=certificates,
        roles=tuple(roles),
    )


def _cited(skill: Skill) -> list[str]:
    further = [claim.sources for claim in (skill.pays_more, skill.takes) if claim]
    return [*skill.sources, *(source for sources in further for source in sources)]
