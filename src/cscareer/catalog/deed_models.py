"""What the files in words/ may say: classes of words, deeds that show a skill or are asked for, and levels by counts."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import Entry, Id, LevelNumber, Model, SkillLevel, Text

Words = Annotated[tuple[Text, ...], Field(min_length=1)]


class WordClass(Entry):
    """Words that a pattern may use for one another.

    `verbs` and `nouns` stand for all their regular forms, `words` (or phrases) for themselves, `of` for the words of
    other classes.
    """

    verbs: tuple[Text, ...] = ()
    nouns: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()
    of: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if not (self.verbs or self.nouns or self.words or self.of):
            message = "A class needs at least one of verbs, nouns, words and of."
            raise ValueError(message)
        return self


class IrregularVerb(Entry):
    """The forms of a verb, known by its first, that don't follow the rule: its past, and its participle if it differs."""

    forms: Words


class CountStep(Model):
    """From this count on, the deed is of this level."""

    least: Annotated[int, Field(strict=True, ge=1)]
    level: LevelNumber


class CountRule(Entry):
    """What a count in a deed says of the level; below the first step it says nothing."""

    counts: Text
    steps: Annotated[tuple[CountStep, ...], Field(min_length=1)]
    why: Text

    def level(self, count: int) -> SkillLevel | None:
        """The level this count stands for."""
        reached = [step.level for step in self.steps if count >= step.least]
        return SkillLevel(max(reached)) if reached else None


class Deed(Entry):
    """A deed that shows skills: patterns of its words, sentences that one of them takes, and some that none must take.

    The level is stated by `level`, or by the count in the words through the rule named `count`. A `weak` deed may
    show the skill and is never counted. Words of `unless` in the same bullet make it no deed. `anyone` may be the one
    who acts in its words: "the director said yes".
    """

    skills: Annotated[tuple[Id, ...], Field(min_length=1)]
    patterns: Words
    takes: Words
    leaves: Words
    unless: Text | None = None
    level: LevelNumber | None = None
    count: Id | None = None
    weak: bool = False
    anyone: bool = False


class ClassesFile(Model):
    """Classes of words, irregular verbs, and what counts say of levels."""

    classes: tuple[WordClass, ...]
    irregular_verbs: tuple[IrregularVerb, ...] = ()
    counts: tuple[CountRule, ...] = ()


class DeedsFile(Model):
    """Deeds that show skills."""

    deeds: tuple[Deed, ...]


class DutiesFile(Model):
    """What job ads want done, and classes of words of their own."""

    classes: tuple[WordClass, ...] = ()
    duties: tuple[Deed, ...]
