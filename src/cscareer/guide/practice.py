"""Scenarios to rehearse: the list, one in full, and how a rehearsal went."""

import datetime as dt
import random
from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.practice_models import Channel, Difficulty, Replies, Scenario
from cscareer.catalog.skill_models import Skill
from cscareer.errors import UsageError


class PractisedSkill(Model):
    """A skill that a scenario asks for, or that a rehearsal showed wanting."""

    id: str
    name: str


class ScenarioRow(Model):
    """A scenario in the list, with the skills it asks for."""

    id: str
    title: str
    channel: Channel
    difficulty: Difficulty
    summary: str
    skills: tuple[PractisedSkill, ...]


class ScenarioList(Answer):
    """The scenarios to rehearse, or those that ask for one skill; the ones that ask least come first."""

    rows: ClassVar = "scenarios"

    schema_: Literal["cscareer/practice/1"] = Field("cscareer/practice/1", alias="schema")
    skill: PractisedSkill | None
    scenarios: tuple[ScenarioRow, ...]


class RubricItem(Model):
    """Something great looks like: what a listener could hear or see you do, and the skill it shows."""

    words: str
    skill: PractisedSkill


class ScenarioReport(Answer):
    """One scenario in full; `known` is what you know and may do, `opening` the customer's first lines."""

    rows: ClassVar = None

    schema_: Literal["cscareer/practice-scenario/1"] = Field("cscareer/practice-scenario/1", alias="schema")
    id: str
    title: str
    aliases: tuple[str, ...]
    channel: Channel
    difficulty: Difficulty
    summary: str
    situation: str
    known: tuple[str, ...]
    opening: tuple[str, ...]
    rubric: tuple[RubricItem, ...]
    replies: Replies


class Done(StrEnum):
    """Whether a person did what the rubric asks, by their own account."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


POINTS = {Done.YES: 2, Done.PARTLY: 1, Done.NO: 0}


class ScoredItem(Model):
    """A behaviour of the rubric, and how the person says it went: 2 points for yes, 1 for partly, 0 for no."""

    words: str
    skill: PractisedSkill
    done: Done
    points: int


class PracticeScore(Answer):
    """How a rehearsal went by the person's own account.

    `date` is the day of it, as 2026-05-15; `work_on` are the skills that cost points, most points first. `said` is what they
    wrote to the customer, null where they spoke; it is kept nowhere. `replies` are the two to hold it against.
    """

    rows: ClassVar = "behaviours"

    schema_: Literal["cscareer/practice-score/1"] = Field("cscareer/practice-score/1", alias="schema")
    scenario: str
    title: str
    date: str
    points: int
    out_of: int
    behaviours: tuple[ScoredItem, ...]
    work_on: tuple[PractisedSkill, ...]
    said: str | None
    replies: Replies


def list_scenarios(catalog: Catalog, skill: Skill | None = None) -> ScenarioList:
    """The scenarios, or those that ask for a skill; the ones that ask least come first.

    Example:
        >>> catalog = load_catalog()
        >>> len(list_scenarios(catalog).scenarios) == len(catalog.scenarios)
        True
    """
    chosen = _asking_for(catalog, skill)
    return ScenarioList(
        layers=catalog.added_layers,
        sources=catalog.cite(*(source for scenario in chosen for source in scenario.sources)),
        skill=PractisedSkill(id=skill.id, name=skill.name) if skill else None,
        scenarios=tuple(
            ScenarioRow(
                **scenario.shown_in(ScenarioRow),
                skills=tuple(
                    dict.fromkeys(_practised(catalog, behaviour.skill) for behaviour in scenario.rubric)
                ),
            )
            for scenario in chosen
        ),
    )


def pick_scenario(catalog: Catalog, skill: Skill | None = None, seed: int | None = None) -> Scenario:
    """A scenario by chance, among those that ask for a skill if one is given; a seed picks the same from the same data.

    Raises:
        UsageError: no scenario asks for that skill.

    Example:
        >>> catalog = load_catalog()
        >>> pick_scenario(catalog, seed=1) == pick_scenario(catalog, seed=1)
        True
    """
    chosen = _asking_for(catalog, skill)
    if not chosen:
        asked = f"No scenario asks for {skill.name}." if skill else "The data has no scenario."
        raise UsageError(asked, hint="`cscareer practice` lists every scenario.")
    return random.Random(seed).choice(chosen)  # noqa: S311  nothing secret hangs on it


def describe_scenario(catalog: Catalog, scenario: Scenario) -> ScenarioReport:
    """One scenario in full.

    Example:
        >>> catalog = load_catalog()
        >>> scenario = next(iter(catalog.scenarios.values()))
        >>> describe_scenario(catalog, scenario).title == scenario.title
        True
    """
    return ScenarioReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*scenario.sources),
        **scenario.shown_in(ScenarioReport)
        | {
            "aliases": (*scenario.aliases, *scenario.ambiguous),
            "rubric": tuple(
                RubricItem(words=behaviour.words, skill=_practised(catalog, behaviour.skill))
                for behaviour in scenario.rubric
            ),
        },
    )


def score_practice(
    catalog: Catalog, scenario: Scenario, done: Sequence[Done], day: dt.date, said: str | None = None
) -> PracticeScore:
    """The points of a rehearsal: one answer for each behaviour of the rubric, in its order.

    Raises:
        ValueError: there are more or fewer answers than behaviours.

    Example:
        >>> import datetime
        >>> catalog = load_catalog()
        >>> scenario = pick_scenario(catalog, seed=1)
        >>> done = [Done.YES] * len(scenario.rubric)
        >>> score = score_practice(catalog, scenario, done, datetime.date(2026, 11, 24))
        >>> score.points == score.out_of
        True
    """
    items = [
        ScoredItem(
            words=behaviour.words, skill=_practised(catalog, behaviour.skill), done=said, points=POINTS[said]
        )
        for behaviour, said in zip(scenario.rubric, done, strict=True)
    ]
    most = POINTS[Done.YES]
    missed: dict[PractisedSkill, int] = {}
    for item in items:
        missed[item.skill] = missed.get(item.skill, 0) + most - item.points
    return PracticeScore(
        layers=catalog.added_layers,
        sources=catalog.cite(*scenario.sources),
        scenario=scenario.id,
        title=scenario.title,
        date=day.isoformat(),
        points=sum(item.points for item in items),
        out_of=most * len(items),
        behaviours=tuple(items),
        work_on=tuple(sorted((skill for skill in missed if missed[skill]), key=lambda skill: -missed[skill])),
        said=said or None,
        replies=scenario.replies,
    )


def _asking_for(catalog: Catalog, skill: Skill | None) -> list[Scenario]:
    """In an order that depends on nothing but the data: by difficulty, then title."""
    chosen = [
        scenario
        for scenario in catalog.scenarios.values()
        if skill is None or any(behaviour.skill == skill.id for behaviour in scenario.rubric)
    ]
    levels = list(Difficulty)
    return sorted(chosen, key=lambda each: (levels.index(each.difficulty), each.title.casefold()))


def _practised(catalog: Catalog, skill_id: str) -> PractisedSkill:
    return PractisedSkill(id=skill_id, name=catalog.skills[skill_id].name)
