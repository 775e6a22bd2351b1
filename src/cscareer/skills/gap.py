"""What a person still lacks for a role, and the next thing to do about each skill."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.certificate_models import Certificate
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Need, Role, SkillKind
from cscareer.catalog.skill_models import LearningTime, Skill
from cscareer.pay.local import PaidRole, local_range
from cscareer.pay.location import Location
from cscareer.pay.references import RoleRef, reference
from cscareer.pay.statistics import Statistics
from cscareer.skills.beginning import begin_with
from cscareer.skills.certificates import certificates_for
from cscareer.skills.counting import Counted, counted_skills, levels_of, nearly_found, quotes_of
from cscareer.skills.evidence import Evidence, FoundSkill, How
from cscareer.skills.fit import WEIGHTS, Met, SkillState, Standing, Verdict, Wants, absent_state, next_step
from cscareer.skills.fitting import OwnRole, own_role, unsure
from cscareer.skills.held import HeldSkill, Person
from cscareer.skills.kept_ads import OpeningSkill, opening_skills
from cscareer.skills.ladder import Ladder
from cscareer.skills.ranking import Standpoint

__all__ = ["GapItem", "GapReport", "Met", "OtherSkill", "SkillState", "Verdict", "assess_gap"]

MOST_RAISING = 3


class GapItem(Model):
    """A wanted skill: the level wanted and held (null: not held), and what's next.

    A skill whose level nobody stated (`level_stated` is false) counts as working. `how` is the strongest way in which
    anything speaks of it. `taught` says that employers teach it in the first weeks, so that it stands in nobody's way.
    `show_step` says how a resume that doesn't show the skill may show it, before `next_step` says how to learn it.

    `met` is the share of it that counts, 0 to 1, and `gain` how much the share met of the whole role would rise with the
    skill at its level. `next_step` is null once the skill is held; `takes` is how long it takes to learn, where a source
    says so. `certificates` are those that show a skill still open, the best known first; the role asks for none of them.
    `evidence` are the words of the resume that speak of it, also where the person states the level themselves;
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
    how: How | None
    state: SkillState
    taught: bool
    met: float
    gain: float
    pays_more: bool
    show_step: str | None
    next_step: str | None
    takes: LearningTime | None
    certificates: tuple[Certificate, ...]
    evidence: tuple[Evidence, ...]
    kept_evidence: str | None


class OtherSkill(Model):
    """A skill the person has that the role doesn't ask for."""

    id: str
    name: str
    level: int
    level_stated: bool
    how: How
    evidence: tuple[Evidence, ...]
    kept_evidence: str | None


class GapReport(Answer):
    """A checklist for one role.

    `raises_most` are the ids of up to three open skills whose `gain` is highest; `begin_with` are those of all that are open,
    the one to begin with first, by the rule of `docs/computing.md`, for which `next_role` counts: the one that comes before this
    on their way, if any. `maybe` are skills the role wants that weak evidence points at, and `nearly` those whose names seem to stand misspelt in the resume; neither count. `your_role` is the role the person comes from. `share_met` is Σ weight × min(have ÷ wanted, 1) ÷ Σ weight; required weighs 2, helpful 1. `kept_ads` counts the job ads the person keeps, and `opens_most` are the skills that stand before the most of them. `pay` is what the role pays in the place asked for, or else in the nation.
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
    begin_with: tuple[str, ...]
    next_role: RoleRef | None
    skills: tuple[GapItem, ...]
    other_skills: tuple[OtherSkill, ...]
    nearly: tuple[FoundSkill, ...]
    maybe: tuple[FoundSkill, ...]
    your_role: OwnRole | None
    years_of_service: float | None
    kept_ads: int
    opens_most: tuple[OpeningSkill, ...]

    def is_hinted(self, item: GapItem) -> bool:
        """Whether anything points at a skill that isn't shown, so that to show it may come before to learn it."""
        hints = (*self.maybe, *self.nearly)
        return item.show_step is not None and any(each.id == item.id for each in hints)


def assess_gap(  # noqa: PLR0913  a person may be given whole or in parts
    catalog: Catalog,
    role: Role,
    held: Sequence[HeldSkill] = (),
    found: Sequence[FoundSkill] = (),
    *,
    person: Person | None = None,
    location: Location | None = None,
    accept_near: bool = False,
    most_evidence: int | None = 1,
    kept_ads: Sequence[Collection[str]] = (),
    onward: Role | None = None,
) -> GapReport:
    """Holds a person's skills against a role's, required ones first.

    `ready` is whether every required skill is held at its level, but for those that employers teach.

    Args:
        catalog: the data.
        role: the role wanted.
        held: what the person says they have, all of it if nothing was found; it counts before what was found.
        found: what was found in their resume.
        person: all that is known of them, in place of these two.
        location: where to look up what the role pays; the nation when left out.
        accept_near: count skills whose names are misspelt in the resume.
        most_evidence: how many quotes of a skill to keep; all when None.
        kept_ads: of each job ad they keep the ids of the skills that it requires and that weren't there then.
        onward: the next role on their way, where that isn't this one; what it requires, too, is to begin with.

    Example:
        >>> catalog = load_catalog()
        >>> role = catalog.roles["customer-service-manager"]
        >>> gap = assess_gap(catalog, role, read_held(catalog, ["coaching:3,empathy"]))
        >>> gap.ready, 0 < gap.share_met < 1
        (False, True)
    """
    person = person or Person(held, found, complete=not found)
    found = person.found
    counted = counted_skills(person.held, found, accept_near=accept_near)
    evidence = quotes_of(found, most_evidence, accept_near=accept_near)
    levels = levels_of(counted)
    fit = Wants(role).fit(levels, absent_state(person), person.lacks)
    view = Standpoint(catalog.once(Ladder), catalog.roles, person, counted)
    kept = {skill.skill: skill.evidence for skill in person.held}
    items = _items(catalog, fit.standings, counted, evidence, kept, person.years_of_service)
    wanted_ids = {item.id for item in items}
    own = catalog.roles.get(view.role or "") if view.role != role.id else None
    first = begin_with(role, levels, own, onward)
    # What their own role requires is there, and only not shown.
    first += tuple(item.id for item in items if item.state is not SkillState.HAVE and item.id not in first)
    pay = local_range(catalog.once(Statistics), role, location).plain
    cited = [
        *role.sources,
        *pay.cited,
        *(source for item in items for source in catalog.skills[item.id].sources),
    ]
    cited += [source for item in items if item.takes for source in item.takes.sources]
    cited += [source for item in items for each in item.certificates for source in each.sources]
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
        begin_with=first,
        next_role=reference(onward) if onward else None,
        skills=tuple(items),
        other_skills=tuple(
            OtherSkill(
                id=skill,
                name=catalog.skills[skill].name,
                level=each.level,
                level_stated=each.stated,
                how=each.how,
                evidence=evidence.get(skill, ()),
                kept_evidence=kept.get(skill),
            )
            for skill, each in counted.items()
            if skill not in wanted_ids
        ),
        nearly=nearly_found(found, accept_near=accept_near),
        maybe=tuple(skill for skill in unsure(person, counted) if skill.id in wanted_ids),
        your_role=own_role(catalog, view),
        years_of_service=person.years_of_service,
        kept_ads=len(kept_ads),
        opens_most=opening_skills(catalog, kept_ads, counted),
    )


def _raises_most(items: Sequence[GapItem]) -> tuple[str, ...]:
    open_items = sorted(
        (item for item in items if item.gain and not item.taught), key=lambda item: -item.gain
    )
    return tuple(item.id for item in open_items[:MOST_RAISING])


def _items(
    catalog: Catalog,
    standings: Sequence[Standing],
    counted: Mapping[str, Counted],
    evidence: Mapping[str, tuple[Evidence, ...]],
    kept: Mapping[str, str | None],
    years_of_service: float | None,
) -> list[GapItem]:
    total = sum(WEIGHTS[standing.wanted.need] for standing in standings)
    items = []
    for standing in standings:
        wanted, skill = standing.wanted, catalog.skills[standing.wanted.skill]
        known = counted.get(skill.id)
        done = standing.state is SkillState.HAVE
        items.append(
            GapItem(
                id=skill.id,
                name=skill.name,
                kind=skill.kind,
                need=wanted.need,
                weight=WEIGHTS[wanted.need],
                wanted_level=wanted.level,
                held_level=standing.level,
                level_stated=known.stated if known else None,
                how=known.how if known else None,
                state=standing.state,
                taught=wanted.taught,
                met=round(standing.met, 4),
                gain=round(WEIGHTS[wanted.need] * (1 - standing.met) / total, 4),
                pays_more=skill.pays_more is not None,
                show_step=_show_step(catalog, skill) if standing.state is SkillState.NOT_SHOWN else None,
                next_step=next_step(skill, standing, years_of_service),
                takes=None if done else skill.takes,
                certificates=() if done else certificates_for(catalog, skill.id),
                evidence=evidence.get(skill.id, ()) if known else (),
                kept_evidence=kept.get(skill.id),
            )
        )
    return items


def _show_step(catalog: Catalog, skill: Skill) -> str:
    """How to show a skill one has: a line that says so, or else a proof of it."""
    if skill.sample:
        return f"A line like: “{skill.sample}”"
    deed = next(
        (deed for deed in catalog.deeds.values() if deed.skills == (skill.id,) and not deed.weak), None
    )
    return f"A line like: “{deed.takes[0]}”" if deed else skill.prove[0]
