"""What the files about job titles may say: the words by which titles are read, and jobs near ours."""

from typing import Annotated, Literal

from pydantic import Field

from cscareer.catalog.models import Cites, Entry, Id, LevelNumber, Model, OccupationCode, Text

Sureness = Annotated[int, Field(strict=True, ge=1, le=100)]


class TitleWord(Entry):
    """Phrases that say the same of a job; `takes` is a title in which one stands, `refuses` one in which none does.

    A subject that is `anywhere` is done in firms of every kind, and is none of ours where another part names other work.
    One of `no_trades` is none of ours where the title names a trade or profession (the row `trades`) and no customer service.
    """

    kind: Literal["subject", "function", "rank", "other", "noise"]
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    anywhere: bool = False
    no_trades: bool = False
    takes: Text
    refuses: Text


class TitleAbbreviation(Entry):
    """A phrase written short (the id, hyphens for spaces); `alone` ones are read only with rank and noise beside them."""

    means: Text
    alone: bool = False
    takes: Text
    refuses: Text


class TitleRule(Entry):
    """Words that make a role together; without a role the title may be `several`. `sure` is of 100, in our judgement.

    `beside` are roles that another part of the title turns into this one by naming its work: "Customer Service Rep - Collections".
    """

    every: Annotated[tuple[Id, ...], Field(min_length=1)]
    any: tuple[Id, ...] = ()
    without: tuple[Id, ...] = ()
    alone: bool = False
    role: Id | None = None
    several: tuple[Id, ...] = ()
    beside: tuple[Id, ...] = ()
    sure: Sureness
    takes: Text
    refuses: Text


class HeadlineMark(Entry):
    """Words by which a line at the head of a resume doesn't say what its person is: `takes` is one, `refuses` says it."""

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    takes: Text
    refuses: Text


class TitlesFile(Model):
    """How job titles are read."""

    title_words: tuple[TitleWord, ...] = ()
    title_abbreviations: tuple[TitleAbbreviation, ...] = ()
    title_rules: tuple[TitleRule, ...] = ()
    headline_marks: tuple[HeadlineMark, ...] = ()


class RoleWork(Entry):
    """The words of a role's work (the id is the role's); `takes` is a text whose days are the role's, `leaves` one whose aren't.

    `general` ones say that somebody serves, and not with what: they only hold others back.
    """

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    general: bool = False
    takes: Text
    leaves: Text


class WorkMeasure(Entry):
    """A figure by which these words are weighed, and what it is: our judgement."""

    value: Annotated[float, Field(ge=0)]
    says: Text


class WorkFile(Model):
    """What a person's days are about, whatever their titles say."""

    work_words: tuple[RoleWork, ...] = ()
    work_measures: tuple[WorkMeasure, ...] = ()


class ShownSkill(Model):
    """A skill that a job shows, and the level that it shows."""

    skill: Id
    level: LevelNumber


class NearJob(Entry):
    """A job with customers that is no role of the guide: what a person who held it has shown, and why we think so.

    `customer_service` is whether serving customers with information is the job itself; `leads` whether it leads people.
    `industries` are those it is found in, in our judgement; empty where it is found in many. `toward` are the roles that it
    leads to first, the nearest first, in our judgement. `bare_names` are titles that say it beside one of the `employers`,
    by the words of their names: an assistant manager, of Taco Bell.
    """

    title: Text
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    bare_names: tuple[Text, ...] = ()
    employers: tuple[Text, ...] = ()
    occupation: OccupationCode
    industries: tuple[Id, ...] = ()
    leads: bool = False
    customer_service: bool = False
    toward: tuple[Id, ...] = ()
    skills: Annotated[tuple[ShownSkill, ...], Field(min_length=1)]
    reason: Text
    takes: Text
    refuses: Text
    sources: Cites


class NearJobsFile(Model):
    """Jobs with customers outside our roles."""

    near_jobs: tuple[NearJob, ...]
