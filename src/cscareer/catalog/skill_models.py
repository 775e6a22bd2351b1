"""What the data files may say of skills."""

from typing import Annotated, Literal

from pydantic import Field

from cscareer.catalog.models import Cites, Model, Named, SkillKind, SkillLevel, Span, Text
from cscareer.catalog.wording import worded

SkillName = Annotated[
    Text, worded(r"^[^,:]*$", "must have neither a comma nor a colon, because --have uses both")
]


class LevelTexts(Model):
    """One text for each skill level."""

    basic: Text
    working: Text
    advanced: Text
    expert: Text

    def at(self, level: SkillLevel) -> str:
        """The text of one level."""
        return str(getattr(self, level.word))


class OnetElement(Model):
    """The element of O*NET's content model that comes nearest."""

    id: Annotated[
        str, worded(r"^[0-9]\.[A-Z](?:\.[0-9]+)+(?:\.[a-z])?$", "must be an O*NET element id, like 2.A.1.b")
    ]
    name: Text


class PaysMore(Model):
    """That a source says employers pay more for a skill, in our own words."""

    claim: Text
    sources: Cites


class LearningTime(Span):
    """How long a source says it takes to learn a skill, in our own words too."""

    low: Annotated[int, Field(strict=True, gt=0)]
    high: Annotated[int, Field(strict=True, gt=0)]
    unit: Literal["hours", "weeks"]
    claim: Text
    sources: Cites


class Skill(Named):
    """A skill: what it is, its four levels, how to build it (a step to each level) and how to prove it.

    `sample` is a line of a resume that shows it. `takes` is how long it takes to learn, only where a source says so.
    """

    name: SkillName
    kind: SkillKind
    summary: Text
    levels: LevelTexts
    build: LevelTexts
    prove: Annotated[tuple[Text, ...], Field(min_length=1)]
    sample: Text | None = None
    onet: OnetElement | None
    pays_more: PaysMore | None
    takes: LearningTime | None = None
    sources: Cites
