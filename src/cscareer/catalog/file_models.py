"""Which lists of entries each data file that every run reads may hold."""

from cscareer.catalog.age import ReleaseTime
from cscareer.catalog.location_models import (
    CountyWord,
    LocationAlias,
    LocationWord,
    OutsideLocation,
    PlaceList,
    StateWord,
    UnlistedPlace,
)
from cscareer.catalog.models import Industry, Model, Role, Source
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


class SourcesFile(Model):
    """Every source cited anywhere in the data, and when the next ones of a series come out."""

    sources: tuple[Source, ...]
    release_times: tuple[ReleaseTime, ...] = ()
