"""Taking what a resume shows over into a person's profile."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cscareer.cli.perhaps import ask_about_maybe
from cscareer.cli.person import own_person, read_own
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.profile import Profile
    from cscareer.skills.evidence import FoundSkill
    from cscareer.skills.held import HeldSkill


class Taken(NamedTuple):
    """What a resume of some name shows on a day, and what a person says: skills, the role of the last job and since when.

    `maybe` are skills that it may show.
    """

    name: str
    day: str
    found: "Sequence[FoundSkill]" = ()
    role: str | None = None
    since: str | None = None
    maybe: "Sequence[FoundSkill]" = ()
    held: "Sequence[HeldSkill]" = ()

    def into(self, kept: "Profile") -> "Profile":
        """The profile with all that; it keeps a role of its own."""
        from cscareer.plan.editing import add_found, add_skills, with_role

        higher = [skill for skill in self.held if _is_more(skill, kept)]
        said = add_skills(kept, higher, self.day)
        return with_role(add_found(said, self.found, self.day, self.name), self.role, self.since)

    def told(self, catalog: "Catalog", before: "Profile", after: "Profile") -> list[str]:
        """What that did to the profile, in sentences."""
        fresh = sum(kept not in before.skills for kept in after.skills)
        said = [] if self.held else [_taken(len(self.found), fresh)]
        if after.role and after.role != before.role:
            title = catalog.roles[after.role].title
            said.append(f"Taking {title} as your role; `cscareer profile set --role TITLE` says another.")
        return said


def take_resume(
    session: Session,
    catalog: "Catalog",
    resume: str,
    wanted: Collection[str],
    *,
    accept_near: bool = False,
) -> Taken:
    """Reads a resume; asks at a terminal about what it may show of the skills wanted.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError, InvalidDataError, MissingExtraError: as reading a document raises them.
    """
    from cscareer.skills.counting import counting

    person = read_own(session, catalog, resume)
    asked = ask_about_maybe(session, person, lambda: wanted)
    role = person.history.latest_role if person.history else None
    return Taken(
        name="standard input" if resume == STANDARD_INPUT else resume,
        day=session.today,
        found=list(counting(person.found, accept_near=accept_near)),
        role=role,
        since=person.history.since(role) if person.history and role else None,
        maybe=asked.maybe,
    )


def take_said(session: Session, catalog: "Catalog", have: Sequence[str]) -> Taken:
    """What a person says they can do, or did; words that are no skill's are refused.

    Raises:
        UnknownNameError, AmbiguousNameError: a skill said isn't known, or could be several.
    """
    from cscareer.cli.other_work import part_work
    from cscareer.skills.held import once_each, read_held

    work = part_work(session, catalog, have)
    told = own_person(session, catalog, work.told) if work.told else None
    held = once_each([*read_held(catalog, work.names), *work.held])
    return Taken("--have", session.today, found=told.found if told else (), held=held)


def _is_more(said: "HeldSkill", kept: "Profile") -> bool:
    """Whether a skill said is news: a job done long ago takes nothing away from what a profile has since."""
    from cscareer.catalog.models import SkillLevel

    before = kept.held(said.skill)
    return before is None or (said.level or 0) > (before.level or SkillLevel.WORKING)


def _taken(found: int, fresh: int) -> str:
    from cscareer.render.cells import count_of

    if not found:
        return "The resume speaks of no skill the guide knows; `cscareer profile add` takes them one by one."
    if not fresh:
        return f"The resume speaks of {count_of(found, 'skill')}; none is news to your profile."
    return f"The resume speaks of {count_of(found, 'skill')}; {fresh} added or brought up to date in your profile."
