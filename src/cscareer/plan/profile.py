"""What a person keeps of themselves, as it stands in their profile."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from cscareer.catalog.models import Id, Model, Need, SkillLevel, Text
from cscareer.catalog.steering import STEERING
from cscareer.catalog.wording import worded
from cscareer.pay.money import Period
from cscareer.pay.ranges import whole

VERSION: Final = 1
LONGEST = 500  # letters of a note or of evidence
MOST_SCORES = 1000
MOST_POSTINGS = 500
MOST_CHANGES = 2000  # the oldest fall off
_DAYS_A_YEAR = 365.25


def _existing(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError("there is no such day") from None
    return day


Day = Annotated[
    str,
    worded(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", 'must be a day in quotes, like "2026-05-15"'),
    AfterValidator(_existing),
]
Words = Annotated[Text, StringConstraints(max_length=LONGEST)]
"""A line of a person's own words."""

Count = Annotated[int, Field(strict=True, ge=0, le=1000)]


class Origin(StrEnum):
    """How a skill came into the profile."""

    SAID = "said"
    RESUME = "resume"
    CHECKLIST = "checklist"


class KeptSkill(Model):
    """A skill held: its level where one is known, since when it stands here, and the words that prove it.

    `note` is what the person wrote beside it.
    """

    skill: Id
    level: SkillLevel | None = None
    since: Day
    origin: Origin
    evidence: Words | None = None
    note: Words | None = None


class KeptPay(Model):
    """What a person earns now, in US dollars."""

    amount: Annotated[float, Field(strict=True, gt=0, le=10_000_000), AfterValidator(whole)]
    per: Period


class KeptItem(Model):
    """A skill on a checklist as its role, or the job ad it was started from, wanted it then, named so that it outlives the data."""

    skill: Id
    name: Words
    need: Need
    level: SkillLevel
    added: Day
    dropped: Day | None = None
    from_ad: bool = False


class KeptChecklist(Model):
    """The way to one role: since when, by when (null: whenever), and its items."""

    role: Id
    title: Words
    started: Day
    by: Day | None = None
    items: tuple[KeptItem, ...]


class ChangeKind(StrEnum):
    """What happened to a checklist."""

    STARTED = "started"
    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    RESTORED = "restored"
    STOPPED = "stopped"
    RESUMED = "resumed"


class Change(Model):
    """One thing that happened on a day: to the items of `skill` in all checklists, or to the checklist of `role`.

    `before` is the skill as it was held before it was ticked, null if it wasn't; `level` what the tick gave; `given_up`
    the checklist that was given up.
    """

    day: Day
    what: ChangeKind
    skill: Id | None = None
    role: Id | None = None
    level: SkillLevel | None = None
    before: KeptSkill | None = None
    given_up: KeptChecklist | None = None


class Score(Model):
    """How a person judged themselves in a practice scenario: points of how many."""

    scenario: Id
    day: Day
    points: Count
    out_of: Count


class SaidBefore(Model):
    """Words kept of an ad before newer ones came, with their day, null where it isn't known."""

    day: Day | None = None
    words: Words | None = None


class KeptPosting(Model):
    """A job ad as it was read on a day, by its number in the list: what it is, what it pays in a year, and how it fitted then.

    `open_skills` are those it requires that weren't there. `applied` and `heard` are days; `outcome` is what was heard last, and
    `note` the last note, of the day `noted`. What they came after stands in `heard_before` and `notes_before`, the oldest first.
    """

    number: Annotated[int, Field(strict=True, ge=1)]
    day: Day
    file: Words
    title: Words | None = None
    company: Words | None = None
    role: Id | None = None
    place: Words | None = None
    pay_low: Annotated[float, Field(ge=0, le=100_000_000), AfterValidator(whole)] | None = None
    pay_high: Annotated[float, Field(ge=0, le=100_000_000), AfterValidator(whole)] | None = None
    fit: Annotated[float, Field(ge=0, le=1)] | None = None
    warnings: tuple[Id, ...] = ()
    open_skills: tuple[Id, ...] = ()
    applied: Day | None = None
    heard: Day | None = None
    outcome: Words | None = None
    note: Words | None = None
    noted: Day | None = None
    heard_before: tuple[SaidBefore, ...] = ()
    notes_before: tuple[SaidBefore, ...] = ()

    def with_heard(self, day: str, words: str | None) -> "KeptPosting":
        """The ad with what was heard on a day; what was heard before stays."""
        before = (*self.heard_before, SaidBefore(day=self.heard, words=self.outcome)) if self.heard else ()
        return self.model_copy(update={"heard": day, "outcome": words, "heard_before": before})

    def with_note(self, day: str, words: str | None) -> "KeptPosting":
        """The ad with one more note; without any where there are no words."""
        if words is None:
            return self.model_copy(update={"note": None, "noted": None, "notes_before": ()})
        before = (*self.notes_before, SaidBefore(day=self.noted, words=self.note)) if self.note else ()
        return self.model_copy(update={"note": words, "noted": day, "notes_before": before})


class Profile(Model):
    """One person's profile: all of it is kept in one file, on their own disk alone.

    `near_job` is the job near ours that they do, where they do none of our roles, and `role_since` the day from which on they
    have had the one or the other.
    `not_counted` are skills that they said they don't have, or that their resume may show and they said not to count.
    `plain` asks for words alone in every answer.
    """

    version: Literal[1] = 1
    plain: Annotated[bool, Field(strict=True)] | None = None
    role: Id | None = None
    near_job: Id | None = None
    role_since: Day | None = None
    location: Words | None = None
    pay: KeptPay | None = None
    skills: tuple[KeptSkill, ...] = ()
    checklists: tuple[KeptChecklist, ...] = ()
    changes: tuple[Change, ...] = ()
    practice: tuple[Score, ...] = ()
    not_counted: tuple[Id, ...] = ()
    postings: tuple[KeptPosting, ...] = ()

    def held(self, skill: str) -> KeptSkill | None:
        """A skill as it is held, if it is."""
        return next((kept for kept in self.skills if kept.skill == skill), None)

    def years_in_role(self, role: str | None, today: date) -> float | None:
        """The years they have had a role, or a job near ours, until today; None where it isn't theirs, or since when isn't known."""
        if role is None or role not in {self.role, self.near_job} or self.role_since is None:
            return None
        return years_since(date.fromisoformat(self.role_since), today)

    def renewed(
        self,
        skill: str,
        level: SkillLevel | None,
        day: str,
        origin: Origin,
        *,
        evidence: str | None = None,
        note: str | None = None,
    ) -> KeptSkill:
        """A skill as it is held from a day on: the proof and note it had stay where none is given now."""
        before = self.held(skill)
        return KeptSkill(
            skill=skill,
            level=level,
            since=day,
            origin=origin,
            evidence=clean(evidence) or (before.evidence if before else None),
            note=clean(note) or (before.note if before else None),
        )

    def with_skills(self, skills: Iterable[KeptSkill]) -> "Profile":
        """The profile with these skills put in, each in place of what stood there of it."""
        fresh = {kept.skill: kept for kept in (*self.skills, *skills)}
        return self.model_copy(update={"skills": tuple(sorted(fresh.values(), key=lambda kept: kept.skill))})

    def without_skills(self, skills: Iterable[str]) -> "Profile":
        """The profile without these skills."""
        gone = set(skills)
        return self.model_copy(
            update={"skills": tuple(kept for kept in self.skills if kept.skill not in gone)}
        )


def years_since(day: date, today: date) -> float:
    """The years from a day on until today; 0 where it hasn't come yet."""
    return round(max((today - day).days, 0) / _DAYS_A_YEAR, 2)


def clean(text: str | None) -> str | None:
    """A person's words, if any, as the profile can keep them: one line without control characters, at most 500 letters."""
    readable = (text or "").encode("utf-8", "replace").decode("utf-8")
    line = " ".join(re.sub(f"[{STEERING}]", " ", readable).split())
    return line[:LONGEST].rstrip() or None
