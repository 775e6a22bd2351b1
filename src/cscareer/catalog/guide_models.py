"""What guide.yaml and outlook.yaml may say: chapters to read, and what is known of an occupation's years to come."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import Cites, Date, Entry, Id, Model, Named, OccupationCode, Text, Year
from cscareer.catalog.wording import worded

Command = Annotated[Text, worded(r"^cscareer(?: |$)", "must be a command that starts with cscareer")]
Jobs = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]
Share = Annotated[float, Field(strict=True, ge=0, le=1)]


class PassageKind(StrEnum):
    """What a passage is: prose, an item of a list, something to do this week, or a command of ours that helps."""

    PARAGRAPH = "paragraph"
    POINT = "point"
    THIS_WEEK = "this-week"
    COMMAND = "command"


class Passage(Model):
    """A few sentences of the guide and where they come from; figures stand in it as {pay:account-manager}.

    `command` is set just where `kind` is command: the text then says what it shows.
    """

    kind: PassageKind = PassageKind.PARAGRAPH
    text: Text
    command: Command | None = None
    sources: Cites

    @model_validator(mode="after")
    def _has_its_command(self) -> Self:
        if (self.kind is PassageKind.COMMAND) != (self.command is not None):
            raise ValueError("a passage has a command where its kind is command, and only there")
        return self


class GuideSection(Model):
    """Passages under a heading; the first section of a chapter may do without one."""

    heading: Text | None = None
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]


class Chapter(Named):
    """A chapter of the guide; `summary` is the line that says what it is about."""

    name_field: ClassVar[str] = "title"

    title: Text
    summary: Text
    sections: Annotated[tuple[GuideSection, ...], Field(min_length=1)]


class OfOccupation(Model):
    """Something known of an occupation, and told apart by it."""

    key_fields: ClassVar[tuple[str, ...]] = ("occupation",)

    occupation: OccupationCode
    sources: Cites

    @property
    def key(self) -> str:
        """The occupation's code."""
        return self.occupation


class Projection(OfOccupation):
    """An occupation's jobs in a base year and ten years on, openings a year between, and what it takes to enter.

    Null is what the source doesn't state. `openings_reason` says why there are openings.
    """

    base_year: Year
    target_year: Year
    jobs: Jobs | None
    projected_jobs: Jobs | None
    openings_a_year: Jobs | None
    openings_reason: Text | None
    entry_education: Text | None
    training: Text | None


class Exposure(OfOccupation):
    """How much of an occupation's work language models could speed up: an index from 0 to 1, not a share of jobs."""

    index: Share


class AiApplicability(OfOccupation):
    """How well what people ask an AI assistant for covers an occupation's work: a score from 0 to 1, and its rank."""

    score: Share
    rank: Annotated[int, Field(strict=True, ge=1)]
    of: Annotated[int, Field(strict=True, ge=1)]


class AiEvidence(Entry):
    """What was found, planned or done with AI at work, when, and how far it carries."""

    kind: Literal["study", "survey", "forecast", "case"]
    date: Date
    text: Text
    reach: Text
    sources: Cites


class Reading(StrEnum):
    """What AI changes about a responsibility, as we read it."""

    SPEEDS_UP = "speeds-up"
    BOTH = "both"
    STAYS_HUMAN = "stays-human"


class ResponsibilityReading(Model):
    """Our reading of one responsibility, which is named in the very words of roles.yaml."""

    responsibility: Text
    reading: Reading
    why: Text


class RoleReadings(Model):
    """Our reading of a role's responsibilities; those that aren't here have none yet."""

    key_fields: ClassVar[tuple[str, ...]] = ("role",)

    role: Id
    responsibilities: Annotated[tuple[ResponsibilityReading, ...], Field(min_length=1)]
    sources: Cites

    @property
    def key(self) -> str:
        """The role's id."""
        return self.role


Condition = Literal[
    "in-demand",
    "jobs-shrink",
    "jobs-grow",
    "pay-rose",
    "pay-held",
    "pay-fell",
    "people-fell",
    "people-rose",
    "leads-on",
]


class Argument(Entry):
    """A reason for or against a role as a career: for all roles, or the ones named, where the condition holds.

    Figures of the role and its occupation stand in the text as {openings}, and bring their own sources; without one of
    them it isn't said. A text without figures needs sources of its own.
    """

    side: Literal["for", "against"]
    text: Text
    when: Condition | None = None
    roles: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not self.sources and "{" not in self.text:
            raise ValueError("a text without figures needs sources of its own")
        return self


class Explanation(Entry):
    """What a figure of the outlook means, or doesn't."""

    text: Text
    sources: Cites


class GuideFile(Model):
    """The chapters of the guide, in the order to read them."""

    chapters: tuple[Chapter, ...]


class OutlookFile(Model):
    """Projections, AI exposure, use and evidence, our reading of responsibilities, and reasons for and against."""

    projections: tuple[Projection, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    ai_applicabilities: tuple[AiApplicability, ...] = ()
    evidence: tuple[AiEvidence, ...] = ()
    readings: tuple[RoleReadings, ...] = ()
    arguments: tuple[Argument, ...] = ()
    explanations: tuple[Explanation, ...] = ()
