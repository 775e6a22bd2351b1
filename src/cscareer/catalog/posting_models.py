"""What words/postings.yaml may say: by which words a job ad tells its facts, its pay, its gates, and what to beware of.

A phrase is words in small letters. `a|b` is either word, `(a b|c)` either phrase, `?` behind one makes it optional, `~3` stands
for up to three words of any kind, `#` for a number, `licens*` for all words that begin so, and `^` begins a sentence.
"""

import re
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cscareer.catalog.models import Cites, Entry, Id, Model, Text

_PHRASE = re.compile(
    r"(?:\^ ?)?(?:\([a-z0-9#$%+*|?~ ]+\)\??|[a-z0-9#$%+*|?]+|~[1-9])(?: (?:\([a-z0-9#$%+*|?~ ]+\)\??|[a-z0-9#$%+*|?]+|~[1-9]))*"
)
_OPTIONAL = re.compile(
    r"\^? ?(?:\([^()]*\)\?|[^ ()]+\?(?: |$))"
)  # an alternative may be left out, not a beginning
Share = Annotated[float, Field(gt=0)]


class Phrased(Entry):
    """Words that say one thing, except in a sentence with one of `unless`; a text that they take, and one they leave."""

    phrases: Annotated[tuple[Text, ...], Field(min_length=1)]
    unless: tuple[Text, ...] = ()
    takes: Text
    leaves: Text

    @model_validator(mode="after")
    def _is_readable(self) -> Self:
        for phrase in (*self.phrases, *self.unless):
            if not _PHRASE.fullmatch(phrase) or phrase.startswith(("~", "^ ~")) or _OPTIONAL.match(phrase):
                raise ValueError(
                    f'"{phrase}" is no phrase: words in small letters, (a|b), ~3 for a gap, neither that nor ? first'
                )
        return self


class GateKind(StrEnum):
    """Must-haves, before skills matter."""

    DEGREE = "degree"
    LICENCE = "licence"
    YEARS = "years"
    LANGUAGE = "language"
    SHIFT = "shift"
    LOCATION = "location"
    BACKGROUND_CHECK = "background-check"
    EQUIPMENT = "equipment"
    AGE = "age"
    PHYSICAL = "physical"
    WORK_AUTHORIZATION = "work-authorization"
    VACCINATION = "vaccination"


class PostingGate(Phrased):
    """Words of a gate. `level` ranks a degree: 1 high school, 2 some college, 3 associate's, 4 bachelor's, 5 master's, 6 doctorate."""

    gate: GateKind
    level: Annotated[int, Field(strict=True, ge=1, le=6)] | None = None


class FactKind(StrEnum):
    """What a fact of an ad is about."""

    WORK_MODE = "work-mode"
    EMPLOYMENT = "employment"
    TRAVEL = "travel"
    EMPLOYER_PART = "employer-part"
    PAGE = "page"


class PostingFact(Phrased):
    """Words of a fact, and the one of its `values` that they say. Among values of a kind, the one with the lowest rank holds."""

    fact: FactKind
    value: Id
    rank: Annotated[int, Field(strict=True, ge=1, le=9)] = 5


class PayKind(StrEnum):
    """What an amount in an ad is."""

    BASE = "base"
    OTE = "ote"
    COMMISSION = "commission"
    BONUS = "bonus"
    SIGN_ON = "sign-on"
    DIFFERENTIAL = "differential"
    TRAINING = "training"
    ALLOWANCE = "allowance"
    RAISE = "raise"
    NONE = "none"


class PayCue(Phrased):
    """Words beside an amount that say what it is; `none` is no pay of this job. `side` says where they stand.

    With `not_before_wages` they say nothing of an hour's wage behind them: "Insurance service at $22/hr".
    """

    kind: PayKind
    not_before_wages: bool = False
    side: Literal["before", "after", "either"] = "either"
    rank: Annotated[int, Field(strict=True, ge=1, le=9)] = 5


class PayDoubt(Entry):
    """From which figure on pay is doubtful: our judgement. `measure` is of dollars of its own period, or high ÷ low."""

    measure: Literal["ratio", "most", "least"]
    per: Literal["hour", "day", "week", "two-weeks", "half-month", "month", "year", "any"]
    limit: Share
    says: Text


class PayFrequency(Phrased):
    """Words that say how often an employer pays, by which pay "per check" is read."""

    per: Literal["week", "two-weeks", "half-month", "month"]


class PayUnit(Entry):
    """Other words for how often an amount is paid than those in which people state their own pay; `before` only in front of one."""

    per: Literal["hour", "day", "week", "two-weeks", "half-month", "month", "quarter", "year"]
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    before: tuple[Text, ...] = ()


class EducationLevel(Entry):
    """What official tables call the education that an occupation is entered with, and its rank as `PostingGate` counts it."""

    name: Text
    level: Annotated[int, Field(strict=True, ge=0, le=6)]


class PostingMeasure(Entry):
    """A figure by which ads are read or judged, and what it is: our judgement."""

    value: Annotated[float, Field(ge=0)]
    says: Text


class PostingList(Entry):
    """Words that the reading of ads goes by, for what `says` says."""

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    says: Text


class YearField(Entry):
    """A field of work that an ad asks years in, by how its words begin, and the roles, near jobs and leading that are of it."""

    name: Text
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    roles: tuple[Id, ...] = ()
    near_jobs: tuple[Id, ...] = ()
    leads: bool = False


class WatchMark(Phrased):
    """What to beware of in an ad, why, and who says so."""

    severity: Literal["warning", "ask"]
    says: Text
    why: Text
    sources: Cites


class JudgedMark(Entry):
    """The same for what figures or laws show, not words."""

    severity: Literal["warning", "ask"]
    says: Text
    why: Text
    sources: Cites


class PostingQuestion(Entry):
    """A question to ask the employer, when `when` holds of the ad."""

    when: Id
    words: Text


class OtherWork(Phrased):
    """Work of another job than service: two kinds of it in one ad are more than one job."""


class LanguageWords(Entry):
    """A language by its commonest words, to tell that a text isn't English."""

    name: Text
    words: Annotated[tuple[Text, ...], Field(min_length=5)]


class SpokenLanguage(Entry):
    """A language that customers speak, by its names."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]


class PostingsFile(Model):
    """By which words job ads are read."""

    posting_gates: tuple[PostingGate, ...] = ()
    posting_facts: tuple[PostingFact, ...] = ()
    pay_cues: tuple[PayCue, ...] = ()
    pay_doubts: tuple[PayDoubt, ...] = ()
    pay_frequencies: tuple[PayFrequency, ...] = ()
    pay_units: tuple[PayUnit, ...] = ()
    education_levels: tuple[EducationLevel, ...] = ()
    posting_measures: tuple[PostingMeasure, ...] = ()
    posting_lists: tuple[PostingList, ...] = ()
    year_fields: tuple[YearField, ...] = ()
    watch_marks: tuple[WatchMark, ...] = ()
    judged_marks: tuple[JudgedMark, ...] = ()
    posting_questions: tuple[PostingQuestion, ...] = ()
    other_work: tuple[OtherWork, ...] = ()
    language_words: tuple[LanguageWords, ...] = ()
    spoken_languages: tuple[SpokenLanguage, ...] = ()
