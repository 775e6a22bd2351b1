"""What a person still lacks for a role, and the next thing to do about each skill."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Need, Role, SkillKind, SkillLevel, WantedSkill
from cscareer.pay.references import RoleRef
from cscareer.skills.finding import Evidence, FoundSkill
from cscareer.skills.held import HeldSkill

WEIGHTS = {Need.REQUIRED: 2, Need.HELPFUL: 1}


class SkillState(StrEnum):
    """How a person stands with a wanted skill."""

    HAVE = "have"
    BELOW = "below"
    MISSING = "missing"


class Verdict(StrEnum):
    """The answer in a word: ready when nothing required is open, else by the share of required skills met."""

    READY = "ready"
    CLOSE = "close"
    HALFWAY = "halfway"
    STARTING = "starting"


class GapItem(Model):
    """A wanted skill: the level wanted and held (null: not held, or held with no level stated), and what's next.

    `met` is the share of it that counts, 0 to 1; `next_step` is null once the skill is held. `evidence` are the words
    of the resume that speak of it, empty where the person said so themselves or no resume was read.
    """

    id: str
    name: str
    kind: SkillKind
    need: Need
    weight: int
    wanted_level: int
    held_level: int | None
    level_stated: bool | None
    state: SkillState
    met: float
    pays_more: bool
    next_step: str | None
    evidence: tuple[Evidence, ...]


class Met(Model):
    """How many skills are held at the level wanted, of how many."""

    met: int
    total: int


class OtherSkill(Model):
    """A skill the person has that the role doesn't ask for."""

    id: str
    name: str
    level: int | None
    evidence: tuple[Evidence, ...]


class GapReport(Answer):
    """A checklist for one role.

    `nearly` are skills whose names seem to stand misspelt in the resume; they don't count. `share_met` is Σ weight × min(have ÷ wanted, 1) ÷ Σ weight; required weighs 2, helpful 1.
    """

    rows: ClassVar = "skills"

    schema_: Literal["cscareer/gap/1"] = Field("cscareer/gap/1", alias="schema")
    role: RoleRef
    verdict: Verdict
    ready: bool
    share_met: float
    required: Met
    helpful: Met
    skills: tuple[GapItem, ...]
    other_skills: tuple[OtherSkill, ...]
    nearly: tuple[FoundSkill, ...]


def assess_gap(
    catalog: Catalog,
    role: Role,
    held: Sequence[HeldSkill] = (),
    found: Sequence[FoundSkill] = (),
    *,
    accept_near: bool = False,
    most_evidence: int | None = 1,
) -> GapReport:
    """Holds a person's skills against a role's, required ones first.

    A skill held with no level stated counts as held; `ready` is whether every required skill is.

    Args:
        catalog: the data.
        role: the role wanted.
        held: what the person says they have; it counts before what was found.
        found: what was found in their resume.
        accept_near: count skills whose names are misspelt in the resume.
        most_evidence: how many quotes of a skill to keep; all when None.
    """
    sure = [skill for skill in found if accept_near or not skill.near]
    nearly = tuple(skill for skill in found if skill.near and not accept_near)
    levels = {skill.id: skill.level for skill in sure} | {skill.skill: skill.level for skill in held}
    said = {skill.skill for skill in held}
    evidence = {skill.id: skill.evidence[:most_evidence] for skill in sure if skill.id not in said}
    items = [_item(catalog, wanted, levels, evidence.get(wanted.skill, ())) for wanted in role.skills]
    items.sort(key=lambda item: item.need is Need.HELPFUL)
    required = _count(items, Need.REQUIRED)
    wanted_ids = {item.id for item in items}
    cited = [*role.sources, *(source for item in items for source in catalog.skills[item.id].sources)]
    return GapReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        role=RoleRef(id=role.id, title=role.title),
        verdict=_verdict(required),
        ready=required.met == required.total,
        share_met=round(share_met(items), 4),
        required=required,
        helpful=_count(items, Need.HELPFUL),
        skills=tuple(items),
        other_skills=tuple(
            OtherSkill(
                id=skill, name=catalog.skills[skill].name, level=level, evidence=evidence.get(skill, ())
            )
            for skill, level in levels.items()
            if skill not in wanted_ids
        ),
        nearly=nearly,
    )


def share_met(items: Sequence[GapItem]) -> float:
    """Σ weight × met ÷ Σ weight, 0 to 1."""
    return sum(item.weight * item.met for item in items) / sum(item.weight for item in items)


def _item(
    catalog: Catalog,
    wanted: WantedSkill,
    levels: Mapping[str, SkillLevel | None],
    evidence: tuple[Evidence, ...],
) -> GapItem:
    skill = catalog.skills[wanted.skill]
    held = wanted.skill in levels
    level = levels.get(wanted.skill)
    met = 0.0 if not held else 1.0 if level is None else min(level / wanted.level, 1.0)
    state = SkillState.MISSING if not held else SkillState.HAVE if met == 1 else SkillState.BELOW
    return GapItem(
        id=skill.id,
        name=skill.name,
        kind=skill.kind,
        need=wanted.need,
        weight=WEIGHTS[wanted.need],
        wanted_level=wanted.level,
        held_level=level,
        level_stated=level is not None if held else None,
        state=state,
        met=round(met, 4),
        pays_more=skill.pays_more is not None,
        next_step=None if state is SkillState.HAVE else skill.build.at(SkillLevel((level or 0) + 1)),
        evidence=evidence,
    )


def _count(items: Sequence[GapItem], need: Need) -> Met:
    asked = [item for item in items if item.need is need]
    return Met(met=sum(item.state is SkillState.HAVE for item in asked), total=len(asked))


def _verdict(required: Met) -> Verdict:
    if required.met == required.total:
        return Verdict.READY
    share = required.met / required.total
    return Verdict.CLOSE if share >= 0.75 else Verdict.HALFWAY if share >= 0.4 else Verdict.STARTING  # noqa: PLR2004
