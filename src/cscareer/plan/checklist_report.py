"""How far a person's checklists are."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.certificate_models import Certificate
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, Need, Role, SkillKind, SkillLevel
from cscareer.plan.checklist import refresh
from cscareer.plan.editing import held_skills, job_skills
from cscareer.plan.profile import KeptChecklist, KeptItem, KeptSkill, Origin, Profile
from cscareer.plan.profile_report import role_of
from cscareer.routes.onward import next_role
from cscareer.routes.timing import paced
from cscareer.skills.gap import GapItem, GapReport, SkillState, assess_gap
from cscareer.skills.held import Person
from cscareer.titles.held_jobs import WorkHistory


class ChecklistItem(Model):
    """A skill on the way to a role. `id` is the skill's and stays.

    `dropped` is when the person left it out, `new` whether the role came to want it after the checklist was started.
    One that is `in_data` no more, or `wanted` no more by the role or an ad it was started from, is kept and doesn't count.
    `from_ad` says that the ad requires it; such items come first. `there` says that it was held when the checklist was started, or that a resume
    shows it, so that it never was to be done. `certificates` are those that show a
    skill still to be done; the role asks for none of them. `due` is its day where the checklist is to be done by one: a
    month a level from the day it was started, and less where the time is short; what is done or ticked first, then what to begin
    with. What employers teach in the first weeks takes no time of its own: its day is the last.
    """

    role: str
    id: str
    name: str
    kind: SkillKind | None
    need: Need
    wanted_level: SkillLevel
    held_level: SkillLevel | None
    state: SkillState
    since: str | None
    evidence: str | None
    note: str | None
    next_step: str | None
    certificates: tuple[Certificate, ...]
    added: str
    dropped: str | None
    due: str | None
    in_data: bool
    wanted: bool
    from_ad: bool
    there: bool

    @property
    def counts(self) -> bool:
        """Whether it belongs to what is to be done."""
        return self.wanted and self.dropped is None


class ChecklistProgress(Model):
    """How far one checklist is: items done, of those that count."""

    role: str
    title: str
    started: str
    by: str | None
    done: int
    total: int
    in_data: bool


class ChecklistReport(Answer):
    """Every checklist of a person on a day, and the items on them; `changed` is the id of the item just changed.

    Of each checklist the items that are open come first, in the order of what to begin with (`docs/computing.md`).
    """

    rows: ClassVar = "items"

    schema_: Literal["cscareer/checklist/1"] = Field("cscareer/checklist/1", alias="schema")
    day: str
    changed: str | None
    checklists: tuple[ChecklistProgress, ...]
    items: tuple[ChecklistItem, ...]


def report_checklists(
    catalog: Catalog, profile: Profile | None, today: str, *, changed: str | None = None, notes: bool = True
) -> ChecklistReport:
    """Every checklist, its items as the guide and the profile have them today.

    Args:
        catalog: the data.
        profile: the person's profile.
        today: the day, like 2026-11-24.
        changed: the id of the item just changed, if one was.
        notes: tell the notes that the person wrote to themselves.

    Example:
        >>> report_checklists(load_catalog(), None, "2026-11-24").checklists
        ()
    """
    current = refresh(catalog, profile or Profile(), today)
    day = date.fromisoformat(today)
    items = [item for each in current.checklists for item in _items(catalog, current, each, day)]
    if not notes:
        items = [item.model_copy(update={"note": None}) for item in items]
    cited = [source for item in items if item.in_data for source in catalog.skills[item.id].sources]
    cited += [source for item in items for each in item.certificates for source in each.sources]
    return ChecklistReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        day=today,
        changed=changed,
        checklists=tuple(_progress(catalog, each, items) for each in current.checklists),
        items=tuple(items),
    )


def _items(
    catalog: Catalog, profile: Profile, checklist: KeptChecklist, today: date
) -> Iterator[ChecklistItem]:
    role = catalog.roles.get(checklist.role)
    gap = _gap(catalog, profile, role, today) if role else None
    wanted = {item.id: item for item in gap.skills} if gap else {}
    kept = {item.skill: item for item in checklist.items}
    order = [*wanted, *(skill for skill in kept if skill not in wanted)]
    items = [_item(catalog, profile, checklist, kept[skill], wanted.get(skill)) for skill in order]
    begin = {skill: at for at, skill in enumerate(gap.begin_with)} if gap else {}
    items.sort(
        key=lambda item: (item.state is SkillState.HAVE, not item.from_ad, begin.get(item.id, len(begin)))
    )
    taught = {item.id for item in gap.skills if item.taught} if gap else set()
    due = _due(checklist, [item for item in items if item.counts and not item.there], taught)
    for item in items:
        yield item.model_copy(update={"due": due.get(item.id)})


def _gap(catalog: Catalog, profile: Profile, role: Role, today: date) -> GapReport:
    """How the person of a profile stands with a role."""
    history = WorkHistory(years_of_service=profile.years_in_role(profile.role, today))
    person = Person(
        (*held_skills(catalog, profile), *job_skills(catalog, profile, today)),
        role=profile.role,
        history=history,
        lacks=frozenset(profile.not_counted),
    )
    return assess_gap(catalog, role, person=person, onward=next_role(catalog, person, role))


def _due(checklist: KeptChecklist, counting: list[ChecklistItem], taught: Collection[str]) -> dict[str, str]:
    """The day of each item that was to be done, what is done first, and then as they stand; of one that is taught, the last."""
    if checklist.by is None:
        return {}
    ordered = sorted(counting, key=lambda item: (item.id in taught, item.state is not SkillState.HAVE))
    begun, end = date.fromisoformat(checklist.started), date.fromisoformat(checklist.by)
    levels = [0 if item.id in taught else int(item.wanted_level) for item in ordered]
    days = paced(begun, end, levels)
    return {
        item.id: checklist.by if item.id in taught else day for item, day in zip(ordered, days, strict=True)
    }


def _was_there(held: KeptSkill | None, checklist: KeptChecklist) -> bool:
    """Whether a skill was held before anything was done for it on a checklist: a resume shows it, or it was said before."""
    if held is None or held.origin is Origin.CHECKLIST:
        return False
    return held.origin is Origin.RESUME or held.since <= checklist.started


def _item(
    catalog: Catalog, profile: Profile, checklist: KeptChecklist, kept: KeptItem, gap: GapItem | None
) -> ChecklistItem:
    held = profile.held(kept.skill)
    known = catalog.skills.get(kept.skill)
    level = gap.wanted_level if gap else kept.level
    by_job = held is None and gap is not None and gap.held_level is not None
    reached = (
        SkillLevel(gap.held_level) if by_job and gap and gap.held_level else held.level if held else None
    )
    state = gap.state if gap else _state(held is not None, reached, kept.level)
    return ChecklistItem(
        role=checklist.role,
        id=kept.skill,
        name=known.name if known else kept.name,
        kind=known.kind if known else None,
        need=Need.REQUIRED if kept.from_ad else gap.need if gap else kept.need,
        wanted_level=SkillLevel(level),
        held_level=reached,
        state=state,
        since=held.since if held else None,
        evidence=held.evidence if held else gap.kept_evidence if gap else None,
        note=held.note if held else None,
        next_step=gap.next_step if gap else None,
        certificates=gap.certificates if gap else (),
        added=kept.added,
        dropped=kept.dropped,
        due=None,
        there=state is SkillState.HAVE and (by_job or _was_there(held, checklist)),
        in_data=known is not None,
        from_ad=kept.from_ad,
        wanted=gap is not None or (kept.from_ad and known is not None),
    )


def _state(held: bool, level: SkillLevel | None, wanted: SkillLevel) -> SkillState:
    if not held:
        return SkillState.NOT_SHOWN
    return SkillState.HAVE if (level or SkillLevel.WORKING) >= wanted else SkillState.BELOW


def _progress(catalog: Catalog, checklist: KeptChecklist, items: list[ChecklistItem]) -> ChecklistProgress:
    counting = [item for item in items if item.role == checklist.role and item.counts]
    return ChecklistProgress(
        role=checklist.role,
        title=role_of(catalog, checklist.role, checklist.title).title,
        started=checklist.started,
        by=checklist.by,
        done=sum(item.state is SkillState.HAVE for item in counting),
        total=len(counting),
        in_data=checklist.role in catalog.roles,
    )
