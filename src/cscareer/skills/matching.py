"""Which roles fit a person, what is missing for each, and what one more skill would open.

A role is within reach when at least three quarters of its required skills are held at their level (`gap` calls it
"ready" or "close"), leaving out those that employers teach, and when it isn't too high; a person's own role always is.
That line is our own judgement.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Source, Track
from cscareer.catalog.trusted import trusted
from cscareer.pay.local import local_range
from cscareer.pay.location import Location
from cscareer.pay.statistics import Statistics
from cscareer.skills.counting import Counted, counted_skills, levels_of, nearly_found, quotes_of
from cscareer.skills.evidence import FoundSkill
from cscareer.skills.fit import AllWants, Stand, absent_state
from cscareer.skills.fitting import CountedSkill, OwnRole, RoleFit, RoleMatch, own_role, unsure
from cscareer.skills.held import Person
from cscareer.skills.ladder import Ladder
from cscareer.skills.opening import NextSkill, PaidFit, next_skills
from cscareer.skills.ranking import Standpoint
from cscareer.skills.wanted_role import WantedRole

_FIRST_ROLES = 5  # that decide which skills are worth asking about


class MatchReport(Answer):
    """A person's own role, then the others by fit and nearness, the best first, and the skills that would open more.

    `ranked` is of how many roles they are the first. `maybe` are skills that weak evidence points at and `nearly` those whose names seem to stand misspelt in the resume; neither count. `years_of_experience` are those the jobs in
    the resume cover, `years_of_service` those of jobs that serve customers; null where it gives no dates of any.
    """

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/match/1"] = Field("cscareer/match/1", alias="schema")
    location: Location | None
    years_of_experience: float | None
    years_of_service: float | None
    your_role: OwnRole | None
    skills: tuple[CountedSkill, ...]
    ranked: int
    roles: tuple[RoleMatch, ...]
    next_skills: tuple[NextSkill, ...]
    nearly: tuple[FoundSkill, ...]
    maybe: tuple[FoundSkill, ...]


class PersonMatch(Answer):
    """One person of a stream, from the line of that number: the roles that fit best, as `match` would rank them."""

    rows: ClassVar = "roles"

    schema_: Literal["cscareer/match-person/1"] = Field("cscareer/match-person/1", alias="schema")
    line: int
    id: str | None
    years_of_experience: float | None
    years_of_service: float | None
    your_role: OwnRole | None
    skills: tuple[CountedSkill, ...]
    ranked: int
    roles: tuple[RoleFit, ...]
    next_skills: tuple[NextSkill, ...]
    nearly: tuple[FoundSkill, ...]
    maybe: tuple[FoundSkill, ...]


def match_roles(
    catalog: Catalog,
    person: Person,
    location: Location | None = None,
    *,
    accept_near: bool = False,
    most_evidence: int | None = 1,
    top: int | None = None,
) -> MatchReport:
    """Ranks all roles for a person, with their pay in a place; see `Matcher`.

    Example:
        >>> catalog = load_catalog()
        >>> person = Person(read_held(catalog, ["coaching:4", "team leadership:4"]))
        >>> len(match_roles(catalog, person, top=3).roles)
        3
    """
    matcher = Matcher(catalog, location=location, accept_near=accept_near, most_evidence=most_evidence)
    return matcher.report(person, top=top)


class Matcher:
    """Ranks roles for one person after another; what each role pays is looked up once.

    Args:
        catalog: the data.
        levels: only roles of these career levels, all when empty.
        tracks: only roles of these tracks, all when empty.
        location: where to look up pay; the nation when None.
        accept_near: count skills whose names are misspelt in a resume.
        most_evidence: how many quotes of a skill to keep; all when None.

    Example:
        >>> catalog = load_catalog()
        >>> matcher = Matcher(catalog, tracks=[Track.LEADERSHIP])
        >>> people = [Person(read_held(catalog, [said])) for said in ("coaching:3", "sql:2")]
        >>> [len(matcher.report(person, top=2).roles) for person in people]
        [2, 2]
    """

    def __init__(
        self,
        catalog: Catalog,
        levels: Collection[Level] = (),
        tracks: Collection[Track] = (),
        *,
        location: Location | None = None,
        accept_near: bool = False,
        most_evidence: int | None = 1,
    ) -> None:
        self._catalog = catalog
        self._location = location
        self._accept_near = accept_near
        self._most_evidence = most_evidence
        statistics = catalog.once(Statistics)
        self._roles = {
            role.id: WantedRole(catalog, role, local_range(statistics, role, location))
            for role in catalog.roles.values()
            if (not levels or role.level in levels) and (not tracks or role.track in tracks)
        }
        self._wants = AllWants([each.wants for each in self._roles.values()])

    def report(self, person: Person, *, top: int | None = None) -> MatchReport:
        """The best roles and next skills for a person, at most `top` of each; all when None.

        Example:
            >>> catalog = load_catalog()
            >>> person = Person(read_held(catalog, ["coaching:4,team leadership:4"]))
            >>> Matcher(catalog).report(person, top=1).roles[0].share_met > 0.1
            True
        """
        counted, view, ranked, opening = self._rank(person, top)
        shown = ranked[:top]
        cited = [source for entry in shown for source in self._roles[entry.role.id].all_sources]
        return MatchReport(
            layers=self._catalog.added_layers,
            sources=self._cite(cited, opening),
            location=self._location,
            years_of_experience=person.years_of_experience,
            years_of_service=person.years_of_service,
            your_role=own_role(self._catalog, view),
            skills=self._skills(person, counted),
            ranked=len(ranked),
            roles=tuple(
                RoleMatch(**self._fitted(entry), **self._roles[entry.role.id].paid.as_entry)
                for entry in shown
            ),
            next_skills=opening,
            nearly=nearly_found(person.found, accept_near=self._accept_near),
            maybe=unsure(person, counted),
        )

    def skills_that_matter(self, person: Person) -> frozenset[str]:
        """The skills that are open in the roles that stand first for a person: what is worth asking them about."""
        _, _, ranked, _ = self._rank(person, 0)
        first = ranked[:_FIRST_ROLES]
        return frozenset(
            standing.wanted.skill for entry in first for standing in entry.fit.standings if standing.met < 1
        )

    def line(self, number: int, name: str | None, person: Person, *, top: int) -> PersonMatch:
        """The same for the person of one line of a stream, without what stands behind pay.

        Example:
            >>> catalog = load_catalog()
            >>> person = Person(read_held(catalog, ["coaching:3"]))
            >>> Matcher(catalog).line(1, "ana", person, top=3).id
            'ana'
        """
        counted, view, ranked, opening = self._rank(person, top)
        shown = ranked[:top]
        cited = [source for entry in shown for source in self._roles[entry.role.id].sources]
        return PersonMatch(
            layers=self._catalog.added_layers,
            sources=self._cite(cited, opening),
            line=number,
            id=name,
            years_of_experience=person.years_of_experience,
            years_of_service=person.years_of_service,
            your_role=own_role(self._catalog, view),
            skills=self._skills(person, counted),
            ranked=len(ranked),
            roles=tuple(
                RoleFit(**self._fitted(entry), pay=entry.pay.pay, starting=entry.pay.starting)
                for entry in shown
            ),
            next_skills=opening,
            nearly=nearly_found(person.found, accept_near=self._accept_near),
            maybe=unsure(person, counted),
        )

    def _rank(
        self, person: Person, top: int | None
    ) -> tuple[Mapping[str, Counted], Standpoint, list[PaidFit], tuple[NextSkill, ...]]:
        """A person's own role first, then by score; equal ones by required skills open, then the lower level first.

        A role that is too high comes after all that aren't.
        """
        counted = counted_skills(person.held, person.found, accept_near=self._accept_near)
        levels, absent = levels_of(counted), absent_state(person)
        view = Standpoint(self._catalog.once(Ladder), self._catalog.roles, person, counted)
        ranked = []
        fits = self._wants.fits(Stand(levels, absent, person.lacks))
        for each, fit in zip(self._roles.values(), fits, strict=True):
            ranked.append(PaidFit(each.role, fit, each.paid, each.pay, view.place(each.role, fit)))
        ranked.sort(key=self._order)
        return counted, view, ranked, next_skills(self._catalog, ranked, person.years_of_service, top=top)

    def _order(self, entry: PaidFit) -> tuple[bool, bool, float, int, int, str]:
        still_open = entry.fit.required_total - entry.fit.required_met
        place = entry.place
        return not place.own, place.too_high, -place.score, still_open, *self._roles[entry.role.id].place

    def _fitted(self, entry: PaidFit) -> dict[str, Any]:
        fit = entry.fit
        role = entry.role
        wanted = self._roles[role.id]
        missing = tuple([wanted.open(standing) for standing in fit.standings if standing.met < 1])
        return {
            "id": role.id,
            "title": role.title,
            "level": role.level,
            "track": role.track,
            "share_met": fit.share_met,
            "verdict": fit.verdict,
            "within_reach": entry.within_reach,
            "yours": entry.place.own,
            "too_high": entry.place.too_high,
            "required": fit.required,
            "helpful": fit.helpful,
            "missing": missing,
        }

    def _skills(self, person: Person, counted: Mapping[str, Counted]) -> tuple[CountedSkill, ...]:
        evidence = quotes_of(person.found, self._most_evidence, accept_near=self._accept_near)
        return tuple(
            trusted(
                CountedSkill,
                id=skill,
                name=self._catalog.skills[skill].name,
                level=each.level,
                level_stated=each.stated,
                how=each.how,
                evidence=evidence.get(skill, ()),
            )
            for skill, each in sorted(counted.items())
        )

    def _cite(self, cited: Sequence[str], opening: Sequence[NextSkill]) -> tuple[Source, ...]:
        of_skills = [source for each in opening for source in self._catalog.skills[each.id].sources]
        of_pay = [
            source.id for each in opening for highest in each.highest_pay for source in highest.pay.sources
        ]
        return self._catalog.cite(*cited, *of_pay, *of_skills)
