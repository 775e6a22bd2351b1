"""Which lists of entries each data file that every run reads may hold."""

from typing import Annotated

from pydantic import Field

from cscareer.catalog.location_models import (
    CountyWord,
    LocationAlias,
    LocationWord,
    OutsideLocation,
    PlaceList,
    StateWord,
    UnlistedPlace,
)
from cscareer.catalog.models import Entry, Industry, Model, Role, Source, Text
from cscareer.catalog.pay_models import MethodBreak, Occupation, OtherAsk, PayFactor, PayStatement, Salary
from cscareer.catalog.skill_models import Skill


class RolesFile(Model):
    """The roles of the guide."""

    roles: tuple[Role, ...]


class SkillsFile(Model):
    """The skills roles want."""

    skills: tuple[Skill, ...]


class SalariesFile(Model):
    """Published pay ranges, what is said of pay in words only, what moves it, and what else to ask for."""

    salaries: tuple[Salary, ...] = ()
    statements: tuple[PayStatement, ...] = ()
    pay_factors: tuple[PayFactor, ...] = ()
    other_asks: tuple[OtherAsk, ...] = ()


class LocationsFile(Model):
    """What people call places, where official tables write something else."""

    location_aliases: tuple[LocationAlias, ...] = ()
    location_words: tuple[LocationWord, ...] = ()
    county_words: tuple[CountyWord, ...] = ()
    state_words: tuple[StateWord, ...] = ()
    unlisted_places: tuple[UnlistedPlace, ...] = ()
    outside_locations: tuple[OutsideLocation, ...] = ()
    place_lists: tuple[PlaceList, ...] = ()


class OccupationsFile(Model):
    """The official occupations roles fall under, and when their statistics changed their method."""

    occupations: tuple[Occupation, ...] = ()
    method_breaks: tuple[MethodBreak, ...] = ()


class IndustriesFile(Model):
    """The industries roles are found in."""

    industries: tuple[Industry, ...]


class ReleaseTime(Entry):
    """When figures of a series of sources come out: those of a year by the first of `month`, so many years later.

    `series` is how the ids of its sources begin, before the year; `told_from` is the number of newer releases from which on an
    answer says that its figures are old.
    """

    series: Text
    years_later: Annotated[int, Field(ge=0, le=5)]
    month: Annotated[int, Field(ge=1, le=12)]
    told_from: Annotated[int, Field(ge=1, le=10)]
    note: Text


class SourcesFile(Model):
    """Every source cited anywhere in the data, and when the next ones of a series come out."""

    sources: tuple[Source, ...]
    release_times: tuple[ReleaseTime, ...] = ()
