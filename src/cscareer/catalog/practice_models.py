"""What practice.yaml may say: scenarios to rehearse, what great looks like in them, and two replies to compare."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from cscareer.catalog.models import Cites, Id, Model, Named, Text


class Channel(StrEnum):
    """How the customer comes to you."""

    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    SOCIAL = "social"


class Difficulty(StrEnum):
    """How much a scenario asks of you, least first."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Behaviour(Model):
    """Something a listener could hear or see you do, and the skill it shows."""

    words: Text
    skill: Id


class Replies(Model):
    """Two replies to the opening, paragraph by paragraph, and what makes the second the better one."""

    good: Annotated[tuple[Text, ...], Field(min_length=1)]
    better: Annotated[tuple[Text, ...], Field(min_length=1)]
    why_better: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]


class Scenario(Named):
    """A situation to rehearse: where you stand, what you know and may do, and the customer's opening lines."""

    name_field: ClassVar[str] = "title"

    title: Text
    channel: Channel
    difficulty: Difficulty
    summary: Text
    situation: Text
    known: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    opening: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    rubric: Annotated[tuple[Behaviour, ...], Field(min_length=4, max_length=6)]
    replies: Replies
    sources: Cites


class PracticeFile(Model):
    """Scenarios to rehearse."""

    scenarios: tuple[Scenario, ...]
