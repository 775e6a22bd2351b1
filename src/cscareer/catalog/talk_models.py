"""What talk.yaml may say: the first question of the program, and plain questions about skills."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import Cites, Entry, Model, Text
from cscareer.catalog.skill_models import LevelTexts


class Opening(Entry):
    """An answer to what brings a person here, and the words by which people mean it."""

    id: Literal["offer", "new", "next", "pay", "ad", "look"]
    label: Text
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: Cites


class CheckAnswers(LevelTexts):
    """An answer for not at all, and one for each level of a skill."""

    none: Text

    @property
    def in_order(self) -> tuple[str, ...]:
        """From not at all to expert."""
        return (self.none, self.basic, self.working, self.advanced, self.expert)


class SelfCheck(Entry):
    """A plain question about a skill, whose id is its own."""

    question: Text
    answers: CheckAnswers
    sources: Cites


class ToldWork(Entry):
    """Words by which people tell where they work, with the title of that work, and of those who lead people at it.

    A `wish` is no work held: of "I want to be a manager" nothing is read. Words of `goal` tell that a title beside them is
    wanted, or is asked of for somebody else. Words of `leading` tell that somebody leads.
    """

    kind: Literal["work", "wish", "goal", "leading"] = "work"
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    title: Text | None = None
    leads: Text | None = None
    takes: Text
    leaves: Text
    sources: Cites

    @model_validator(mode="after")
    def _has_a_title(self) -> Self:
        if (self.kind == "work") != (self.title is not None):
            raise ValueError("a kind of work has a title, and nothing else has one")
        return self


class TalkFile(Model):
    """What the program asks at a terminal."""

    openings: tuple[Opening, ...] = ()
    self_checks: tuple[SelfCheck, ...] = ()
    told_work: tuple[ToldWork, ...] = ()
