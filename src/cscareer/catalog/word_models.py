"""What words/finding.yaml and words/levels.yaml may say: the words and rules by which skills are found in a text."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import Entry, LevelNumber, Model, Text
from cscareer.catalog.wording import worded

# One or several words in small letters as a text is split into them ("haven t"); {id} stands for a list of words.
Phrase = Annotated[
    str,
    worded(
        r"^(?:[a-z\u00e0-\u00ff0-9]+|\{[a-z-]+\})(?: (?:[a-z\u00e0-\u00ff0-9]+|\{[a-z-]+\}))*$",
        "must be words in small letters, or the id of a list of words in braces",
    ),
]
Phrases = Annotated[tuple[Phrase, ...], Field(min_length=1)]
LINE_BREAK = " / "  # between the lines of an example


class TextKind(StrEnum):
    """What a text is: a job ad asks for skills, a resume claims them."""

    AD = "ad"
    RESUME = "resume"


class Reach(StrEnum):
    """Which names of skills a rule's phrase speaks of."""

    FOLLOWING = "following"  # those after it in its sentence
    PRECEDING = "preceding"  # those before it in its sentence
    SENTENCE = "sentence"  # all of its sentence
    BESIDE = "beside"  # no phrase: the word right before or after the name decides


class Effect(StrEnum):
    """What a rule does to the names it speaks of."""

    NOT_COUNTED = "not-counted"
    DENIED = "denied"  # nor does a job held speak for the skill
    MAYBE = "maybe"
    OTHERS = "others"  # somebody else's: perhaps, and a job held doesn't speak for the skill
    BASIC = "basic"  # the level, where none is stated


class Part(StrEnum):
    """What stands under a heading."""

    WORK = "work"  # the work, or the person
    EMPLOYER = "employer"  # nothing counts
    WANTED = "wanted"  # what a person looks for: counts only where it says that they have it


class WordList(Entry):
    """Words that rules name by the list's id."""

    words: Phrases


class FindingRule(Entry):
    """When the name of a skill doesn't speak of the skill, or only perhaps, or of its beginnings.

    A phrase speaks of names up to `within` words away. Of the words between, none may be one of `unless`; where `only`
    is given, all must be of it, or names themselves. Right before or after the name stands one of `previous` or `next`,
    where they are given, and none of `not_next` (nor behind a phrase that the name stands before). `names` limits the
    rule to names that end with one of these words, `begins` to phrases that begin a sentence; after one of `not_after` within four words, or in its clause
    within as many as `after_within` says, it doesn't hold. A phrase of one that `ends` is the last of its sentence. A phrase that
    `crosses` begins its sentence and speaks of the one before, too: "a course; it was cancelled". A rule for `deeds`
    speaks of what shows a skill as well as of what names one, and is told apart by the phrase alone. `takes` is a text in which it makes the only name not count (or count as the effect says), `leaves` one in which the name counts.
    """

    texts: Annotated[tuple[TextKind, ...], Field(min_length=1)]
    reach: Reach
    effect: Effect = Effect.NOT_COUNTED
    phrases: tuple[Phrase, ...] = ()
    within: Annotated[int, Field(strict=True, ge=0, le=30)] = 12
    unless: tuple[Phrase, ...] = ()
    only: tuple[Phrase, ...] | None = None
    names: tuple[Phrase, ...] = ()
    previous: tuple[Phrase, ...] = ()
    next: tuple[Phrase, ...] = ()
    not_next: tuple[Phrase, ...] = ()
    not_after: tuple[Phrase, ...] = ()
    after_within: Annotated[int, Field(strict=True, ge=1, le=12)] | None = None
    begins: bool = False
    ends: bool = False
    crosses: bool = False
    deeds: bool = False
    takes: Text
    leaves: Text

    @model_validator(mode="after")
    def _has_what_decides(self) -> Self:
        if (self.reach is Reach.BESIDE) == bool(self.phrases):
            raise ValueError("a rule has phrases, unless its reach is beside")
        if self.reach is Reach.BESIDE and not (self.previous or self.next):
            raise ValueError("a rule whose reach is beside has words in previous or in next")
        return self


class PartHeading(Entry):
    """Headings of a part of a text, which ends with the next heading. `takes` and `leaves` are lines, " / " between them."""

    texts: Annotated[tuple[TextKind, ...], Field(min_length=1)]
    part: Part
    headings: Phrases
    takes: Text
    leaves: Text


class KindMark(Entry):
    """Words by which a text is known for an ad or a resume; where `share` is given, from so many of a hundred words on."""

    kind: TextKind
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    share: Annotated[float, Field(gt=0, le=100)] | None = None
    takes: Text
    leaves: Text


class LevelWord(Entry):
    """Words that state a level beside the name of a skill; `field_only` ones do so only in a form's own field."""

    level: LevelNumber
    words: Phrases
    field_only: bool = False
    takes: Text
    leaves: Text


class LevelScale(Entry):
    """Signs behind a name that state a level: what matches `pattern` and isn't empty.

    Its group `full` and its group `whole` (numbers, or signs to be counted) state a share of four levels; without
    them, `level` is the level.
    """

    pattern: Text
    level: LevelNumber | None = None
    takes: Text
    leaves: Text

    @model_validator(mode="after")
    def _is_readable(self) -> Self:
        try:
            groups = re.compile(self.pattern).groupindex
        except re.error as error:
            raise ValueError(f"the pattern can't be read: {error}") from None
        if (self.level is None) != ({"full", "whole"} <= groups.keys()):
            raise ValueError(
                "a pattern has the groups full and whole where no level is stated, and only there"
            )
        return self


class FindingFile(Model):
    """By which words and rules names of skills count."""

    word_lists: tuple[WordList, ...] = ()
    finding_rules: tuple[FindingRule, ...] = ()
    part_headings: tuple[PartHeading, ...] = ()
    kind_marks: tuple[KindMark, ...] = ()


class LevelsFile(Model):
    """By which words and signs a text states how well somebody does a skill."""

    level_words: tuple[LevelWord, ...] = ()
    level_scales: tuple[LevelScale, ...] = ()
