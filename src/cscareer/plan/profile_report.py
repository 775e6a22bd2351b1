"""What a person's profile says, held against what the guide knows."""

from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, SkillKind, SkillLevel
from cscareer.catalog.reading import stands
from cscareer.errors import CareerError
from cscareer.pay.location import Location
from cscareer.pay.ranges import NATION, Amount
from cscareer.pay.references import RoleRef, reference
from cscareer.pay.statistics import Statistics
from cscareer.plan.profile import KeptPay, Origin, Profile
from cscareer.plan.storage import Store


class ProfileSkill(Model):
    """A skill of the profile; `in_data` is whether the guide still knows it (`name` is its id, and `kind` null, if not)."""

    id: str
    name: str
    kind: SkillKind | None
    level: SkillLevel | None
    since: str
    origin: Origin
    evidence: str | None
    note: str | None
    in_data: bool


class ProfilePlace(Model):
    """Where a person said they are, and the place the guide takes that for; null if none goes by that name now."""

    said: str
    place: Location | None


class KeptScore(Model):
    """How a person judged themselves in a practice scenario; the title is its id where the guide no longer knows it."""

    scenario: str
    title: str
    day: str
    points: int
    out_of: int


class ProfileReport(Answer):
    """A person's profile as it is kept; all null and empty where there is none.

    `near_job` is a job near our roles that they do, and `role_since` the day from which on they have had either; `plain` says that every answer comes in words alone.
    """

    rows: ClassVar = "skills"

    schema_: Literal["cscareer/profile/1"] = Field("cscareer/profile/1", alias="schema")
    kept: bool
    role: RoleRef | None
    near_job: RoleRef | None
    role_since: str | None
    location: ProfilePlace | None
    pay: Amount | None
    plain: bool
    skills: tuple[ProfileSkill, ...]
    checklists: tuple[RoleRef, ...]
    practice: tuple[KeptScore, ...]


class ProfileFile(Model):
    """A file of the profile: what it is, where, and whether it is there."""

    what: Literal["profile", "version before", "set aside"]
    path: str
    exists: bool


class ProfileFiles(Answer):
    """Where the profile is kept."""

    rows: ClassVar = "files"

    schema_: Literal["cscareer/profile-path/1"] = Field("cscareer/profile-path/1", alias="schema")
    files: tuple[ProfileFile, ...]


class ForgottenProfile(Answer):
    """The files that were removed, none where nothing was kept; `left` are others in the folder, which stay."""

    rows: ClassVar = "removed"

    schema_: Literal["cscareer/profile-forget/1"] = Field("cscareer/profile-forget/1", alias="schema")
    removed: tuple[ProfileFile, ...]
    left: tuple[str, ...]


def describe_profile(catalog: Catalog, profile: Profile | None) -> ProfileReport:
    """The profile, each name as the guide has it now; what the guide no longer knows is kept and said.

    Example:
        >>> describe_profile(load_catalog(), None).role is None
        True
    """
    kept = profile or Profile()
    return ProfileReport(
        layers=catalog.added_layers,
        sources=(),
        kept=profile is not None,
        role=role_of(catalog, kept.role) if kept.role else None,
        near_job=_near_job(catalog, kept.near_job) if kept.near_job else None,
        role_since=kept.role_since,
        location=ProfilePlace(said=kept.location, place=place_of(catalog, kept)) if kept.location else None,
        pay=_amount(kept.pay) if kept.pay else None,
        plain=bool(kept.plain),
        skills=tuple(_skills(catalog, kept)),
        checklists=tuple(role_of(catalog, each.role, each.title) for each in kept.checklists),
        practice=tuple(
            KeptScore(
                scenario=each.scenario,
                title=_title(catalog, each.scenario),
                day=each.day,
                points=each.points,
                out_of=each.out_of,
            )
            for each in kept.practice
        ),
    )


def place_of(catalog: Catalog, profile: Profile) -> Location | None:
    """The place a profile names; None where it names none, or none that the guide knows now."""
    if profile.location is None:
        return None
    try:
        return catalog.once(Statistics).places.find(profile.location)
    except CareerError:
        return None


def _near_job(catalog: Catalog, job: str) -> RoleRef:
    known = catalog.near_jobs.get(job)
    return RoleRef(id=job, title=known.title if known else job)


def role_of(catalog: Catalog, role: str, title: str | None = None) -> RoleRef:
    """A role by its id; one the guide no longer knows goes by the title it had."""
    known = catalog.roles.get(role)
    return reference(known) if known else RoleRef(id=role, title=title or role)


def list_profile_files(store: Store) -> ProfileFiles:
    """Where the profile is kept, and what of it is there.

    Example:
        >>> from pathlib import Path
        >>> any(each.exists for each in list_profile_files(Store(Path("nobody"))).files)
        False
    """
    return ProfileFiles(layers=(), sources=(), files=_files(store))


def forget_profile(store: Store) -> ForgottenProfile:
    """Removes everything kept of a person.

    Raises:
        UnwritableError: as the store.

    Example:
        >>> from pathlib import Path
        >>> forget_profile(Store(Path("nobody"))).removed
        ()
    """
    before = {each.path: each for each in _files(store)}
    gone, left = store.forget()
    return ForgottenProfile(
        layers=(),
        sources=(),
        removed=tuple(before[str(path)] for path in gone),
        left=tuple(str(path) for path in left),
    )


def _files(store: Store) -> tuple[ProfileFile, ...]:
    return (
        ProfileFile(what="profile", path=str(store.path), exists=stands(store.path)),
        ProfileFile(what="version before", path=str(store.previous), exists=stands(store.previous)),
        *(ProfileFile(what="set aside", path=str(path), exists=True) for path in store.asides()),
    )


def _skills(catalog: Catalog, profile: Profile) -> list[ProfileSkill]:
    shown = []
    for kept in profile.skills:
        known = catalog.skills.get(kept.skill)
        shown.append(
            ProfileSkill(
                id=kept.skill,
                name=known.name if known else kept.skill,
                kind=known.kind if known else None,
                level=kept.level,
                since=kept.since,
                origin=kept.origin,
                evidence=kept.evidence,
                note=kept.note,
                in_data=known is not None,
            )
        )
    return sorted(shown, key=lambda skill: (-(skill.level or 0), skill.name.casefold()))


def _title(catalog: Catalog, scenario: str) -> str:
    try:
        known = catalog.scenarios.get(scenario)
    except (
        CareerError
    ):  # scenarios of the person's own that can't be read are no reason to hide their profile
        return scenario
    return known.title if known else scenario


def _amount(pay: KeptPay) -> Amount:
    return Amount(
        amount=pay.amount,
        currency="USD",
        per=pay.per,
        hours=None,
        basis="given",
        area=NATION,
        sources=(),
    )
