"""What a person still lacks for a role, and the next thing to do about each skill."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import LearningTime, Model, Need, Role, SkillKind
from cscareer.pay.local import PaidRole, local_range
from cscareer.pay.places import Location
from cscareer.pay.references import RoleRef, reference
from cscareer.pay.statistics import Statistics
from cscareer.skills.finding import Evidence, FoundSkill
from cscareer.skills.fit import (
    WEIGHTS,
    Met,
    SkillState,
    Standing,
    Verdict,
    Wants,
    counting,
    levels_of,
    next_step,
)
from cscareer.skills.held import HeldSkill

__all__ = ["GapItem", "GapReport", "Met", "OtherSkill", "SkillState", "Verdict", "assess_gap"]

MOST_RAISING = 3


class GapItem(Model):
    """A wanted skill: the level wanted and held (null: not held, or held with no level stated), and what's next.

    `met` is the share of it that counts, 0 to 1, and `gain` how much the share met of the whole role would rise with the
    skill at its level. `next_step` is null once the skill is held; `takes` is how long it takes to learn, where a source
    says so. `evidence` are the words of the resume that speak of it, also where the person states the level themselves;
    `kept_evidence` is what their profile keeps as its proof.
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
    gain: float
    pays_more: bool
    next_step: str | None
    takes: LearningTime | None
    evidence: tuple[Evidence, ...]
    kept_evidence: str | None


class OtherSkill(Model):
    """A skill the person has that the role doesn't ask for."""

    id: str
    name: str
    level: int | None
    evidence: tuple[Evidence, ...]
    kept_evidence: str | None


class GapReport(Answer):
    """A checklist for one role.

    `raises_most` are the ids of up to three open skills whose `gain` is highest. `nearly` are skills whose names seem to stand misspelt in the resume; they don't count. `share_met` is Σ weight × min(have ÷ wanted, 1) ÷ Σ weight; required weighs 2, helpful 1. `pay` is what the role pays in the place asked for, or else in the nation.
    """

    rows: ClassVar = "skills"

    schema_: Literal["cscareer/gap/1"] = Field("cscareer/gap/1", alias="schema")
    role: RoleRef
    pay: PaidRole
    verdict: Verdict
    ready: bool
    share_met: float
    required: Met
    helpful: Met
    raises_most: tuple[str, ...]
    skills: tuple[GapItem, ...]
    other_skills: tuple[OtherSkill, ...]
    nearly: tuple[FoundSkill, ...]


def assess_gap(
    catalog: Catalog,
    role: Role,
    held: Sequence[HeldSkill] = (),
    found: Sequence[FoundSkill] = (),
    *,
    location: Location | None = None,
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
        location: where to look up what the role pays; the nation when left out.
        accept_near: count skills whose names are misspelt in the resume.
        most_evidence: how many quotes of a skill to keep; all when None.
    """
    levels = levels_of(held, found, accept_near=accept_near)
    evidence = {
        skill.id: skill.best_evidence(most_evidence) for skill in counting(found, accept_near=accept_near)
    }
    fit = Wants(role).fit(levels)
    kept = {skill.skill: skill.evidence for skill in held}
    total = sum(WEIGHTS[standing.wanted.need] for standing in fit.standings)
    items = [
        _item(
            catalog, standing, total, evidence.get(standing.wanted.skill, ()), kept.get(standing.wanted.skill)
        )
        for standing in fit.standings
    ]
    wanted_ids = {item.id for item in items}
    pay = local_range(catalog.once(Statistics), role, location).plain
    cited = [
        *role.sources,
        *pay.cited,
        *(source for item in items for source in catalog.skills[item.id].sources),
    ]
    cited += [source for item in items if item.takes for source in item.takes.sources]
    return GapReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        role=reference(role),
        pay=pay,
        verdict=fit.verdict,
        ready=fit.verdict is Verdict.READY,
        share_met=fit.share_met,
        required=fit.required,
        helpful=fit.helpful,
        raises_most=_raises_most(items),
        skills=tuple(items),
        other_skills=tuple(
            OtherSkill(
                id=skill,
                name=catalog.skills[skill].name,
                level=level,
                evidence=evidence.get(skill, ()),
                kept_evidence=kept.get(skill),
            )
            for skill, level in levels.items()
            if skill not in wanted_ids
        ),
        nearly=tuple(skill for skill in found if skill.near and not accept_near),
    )


def _raises_most(items: Sequence[GapItem]) -> tuple[str, ...]:
    open_items = sorted((item for item in items if item.gain), key=lambda item: -item.gain)
    return tuple(item.id for item in open_items[:MOST_RAISING])


def _item(
    catalog: Catalog, standing: Standing, total: int, evidence: tuple[Evidence, ...], kept: str | None
) -> GapItem:
    wanted, level = standing.wanted, standing.level
    held = standing.state is not SkillState.MISSING
    skill = catalog.skills[wanted.skill]
    return GapItem(
        id=skill.id,
        name=skill.name,
        kind=skill.kind,
        need=wanted.need,
        weight=WEIGHTS[wanted.need],
        wanted_level=wanted.level,
        held_level=level,
        level_stated=level is not None if held else None,
        state=standing.state,
        met=round(standing.met, 4),
        gain=round(WEIGHTS[wanted.need] * (1 - standing.met) / total, 4),
        pays_more=skill.pays_more is not None,
        next_step=next_step(skill, standing),
        takes=None if standing.state is SkillState.HAVE else skill.takes,
        evidence=evidence if held else (),
        kept_evidence=kept,
    )
