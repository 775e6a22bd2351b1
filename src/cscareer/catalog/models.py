"""The kinds of values that entries of the data have, and what it may say of roles, industries and sources.

A YAML key is a model's field, a JSON key and a CSV header alike.
"""

from enum import IntEnum, StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cscareer.catalog.steering import STEERING
from cscareer.catalog.wording import worded


class Model(BaseModel):
    """A frozen record that refuses keys it doesn't know."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    worded(rf"^[^{STEERING}]*$", "must have no control characters"),
]
Confidence = Literal["high", "medium", "low"]  # not high: second-hand, old, or not the issuer's own
Id = Annotated[
    str,
    StringConstraints(max_length=80),
    worded(
        r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$",
        "must be lower-case letters and digits joined by hyphens, like `call-center-specialist`",
    ),
]
OccupationCode = Annotated[
    str, worded(r"^[0-9]{2}-[0-9]{4}$", 'must be an SOC code in quotes, like "43-4051"')
]
AreaId = Annotated[
    str,
    worded(
        r"^(?:[0-9]{2}|[0-9]{5}|[0-9]{7})$",
        'must be an area id in quotes: "99" for the nation, or 2, 5 or 7 digits',
    ),
]
Currency = Annotated[str, worded(r"^[A-Z]{3}$", "must be a currency code, like USD")]
Date = Annotated[
    str,
    worded(
        r"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$",
        'must be a date in quotes, like "2026-05-15", "2026-05" or "2026"',
    ),
]
WebAddress = Annotated[
    str, worded(rf"^https?://[^\s{STEERING}]+$", "must be a web address that starts with https:// or http://")
]
Year = Annotated[int, Field(strict=True, ge=1990, le=2100)]
Dollars = Annotated[int, Field(strict=True, gt=0, le=10_000_000)]
Cites = Annotated[tuple[Id, ...], Field(min_length=1)]
PercentileName = Literal["p10", "p25", "median", "p75", "p90"]
PERCENTILES: tuple[PercentileName, ...] = ("p10", "p25", "median", "p75", "p90")


class Level(StrEnum):
    """How far up a role stands, lowest first."""

    ENTRY = "entry"
    SPECIALIST = "specialist"
    SENIOR = "senior"
    LEAD = "lead"
    MANAGER = "manager"
    DIRECTOR = "director"
    EXECUTIVE = "executive"

    @property
    def rank(self) -> int:
        """Its place in the order, from 0."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


class Track(StrEnum):
    """The line of work a role belongs to."""

    SERVICE = "service"
    EXPERIENCE = "experience"
    ACCOUNTS = "accounts"
    TECHNICAL = "technical"
    ENABLEMENT = "enablement"
    LEADERSHIP = "leadership"


class SkillKind(StrEnum):
    """What sort of skill it is."""

    SOFT = "soft"
    TECHNICAL = "technical"
    AI = "ai"
    BUSINESS = "business"


class SkillLevel(IntEnum):
    """How well a person does something."""

    BASIC = 1
    WORKING = 2
    ADVANCED = 3
    EXPERT = 4

    @property
    def word(self) -> str:
        """The level as a person says it."""
        return self.name.lower()


class Need(StrEnum):
    """Whether a role asks for a skill or is merely glad of it."""

    REQUIRED = "required"
    HELPFUL = "helpful"


class Move(StrEnum):
    """What a step from role to role is."""

    PROMOTION = "promotion"
    SIDEWAYS = "sideways"


LevelNumber = Annotated[int, Field(strict=True, ge=1, le=4)]


class Entry(Model):
    """Something with an id that the guide knows; `sources` says where each of its facts comes from."""

    key_fields: ClassVar[tuple[str, ...]] = ("id",)

    id: Id

    @property
    def key(self) -> str:
        """What tells it apart in its list: an entry of a higher layer with the same key replaces it."""
        return self.id

    def shown_in(self, answer: type[BaseModel]) -> dict[str, Any]:
        """What an answer's model shows of it: the values of all fields that both have, except for the sources."""
        return {name: getattr(self, name) for name in self.names_in(answer)}

    @classmethod
    def names_in(cls, answer: type[BaseModel]) -> tuple[str, ...]:
        """The fields of entries of this kind that an answer's model shows under the same name."""
        return tuple(name for name in answer.model_fields if name in cls.model_fields and name != "sources")


class Named(Entry):
    """An entry people call by several names; a name of several entries stands under `ambiguous` in each."""

    aliases: tuple[Text, ...] = ()
    ambiguous: tuple[Text, ...] = ()

    name_field: ClassVar[str] = "name"

    @property
    def display(self) -> str:
        """The name to show."""
        return str(getattr(self, self.name_field))


class Span(Model):
    """From the lower figure to the higher one."""

    low: int
    high: int

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high})")
        return self


class YearSpan(Span):
    """Typical years in a role before a move."""

    low: Annotated[int, Field(strict=True, ge=0, le=50)]
    high: Annotated[int, Field(strict=True, ge=0, le=50)]


class Band(Model):
    """The part of an occupation's wages that a role stands for, in our judgement, and why."""

    low: PercentileName
    high: PercentileName
    reason: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if PERCENTILES.index(self.low) >= PERCENTILES.index(self.high):
            raise ValueError(f"low ({self.low}) must be below high ({self.high})")
        return self

    @property
    def around_median(self) -> bool:
        """Whether as many earn less than the part's low end as earn more than its high one: half of it earn the median."""
        return PERCENTILES.index(self.low) + PERCENTILES.index(self.high) == len(PERCENTILES) - 1


class OccupationMatch(Model):
    """The official occupation (SOC code) a role falls under, how close the match is, why this one, and its band."""

    code: OccupationCode
    match: Literal["close", "broad"]
    why: Text | None = None
    band: Band | None = None


class WantedSkill(Model):
    """A skill a role asks for, how much of it, and whether employers teach it in the first weeks (our judgement)."""

    skill: Id
    need: Need
    level: LevelNumber
    taught: bool = False


class NextRole(Model):
    """A role people move to, and after how many years."""

    role: Id
    move: Move
    years: YearSpan


class InDemand(Model):
    """That a source counts the role among the year's most wanted."""

    year: Year
    sources: Cites


class Role(Named):
    """A role of the guide."""

    name_field: ClassVar[str] = "title"

    title: Text
    summary: Text
    responsibilities: Annotated[tuple[Text, ...], Field(min_length=3, max_length=6)]
    level: Level
    track: Track
    industries: Annotated[tuple[Id, ...], Field(min_length=1)]
    occupation: OccupationMatch
    skills: Annotated[tuple[WantedSkill, ...], Field(min_length=1)]
    next_roles: tuple[NextRole, ...]
    in_demand: InDemand | None
    sources: Cites


class Industry(Named):
    """An industry, and the NAICS sectors that speak for it."""

    name: Text
    naics: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: Cites


class Source(Entry):
    """A source: `date` is the day, month or year it came out, as exactly as it says, `read` the day we read it.

    `confidence` stands where it is second-hand, old, or not the issuer's own; `short` is how a line of several names it.
    """

    short: Text | None = Field(default=None, exclude=True)
    title: Text
    publisher: Text
    address: WebAddress | None
    date: Date | None
    read: Date | None = None
    confidence: Confidence | None = None
    licence: Text | None
    note: Text | None = None

    @property
    def year(self) -> int | None:
        """The year it came out."""
        return int(self.date[:4]) if self.date else None

    @property
    def in_a_line(self) -> str:
        """How it is named beside others in one line: its short name, else its publisher and year."""
        return self.short or " ".join(filter(None, [self.publisher, str(self.year or "")]))
