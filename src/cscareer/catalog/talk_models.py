"""What talk.yaml may say: the first question of the program, and plain questions about skills."""

from typing import Annotated, Literal

from pydantic import Field

from cscareer.catalog.models import Cites, Entry, Model, Text
from cscareer.catalog.skill_models import LevelTexts


class Opening(Entry):
    """An answer to what brings a person here, and the words by which people mean it."""

    id: Literal["offer", "new", "next", "pay", "look"]
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
    """Words by which people tell where they work, and the title of the work; without one, that what follows is a wish.

    A wish is no work held: of "I want to be a manager" nothing is read.
    """

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    title: Text | None = None
    takes: Text
    leaves: Text
    sources: Cites


class TalkFile(Model):
    """What the program asks at a terminal."""

    openings: tuple[Opening, ...] = ()
    self_checks: tuple[SelfCheck, ...] = ()
    told_work: tuple[ToldWork, ...] = ()
