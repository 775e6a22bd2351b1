"""The jobs a person has held: which role of the guide, or job near them, each one was, and for how long."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Level, Track
from cscareer.titles.day_work import DayWork, WorkWords
from cscareer.titles.held_jobs import HeldJob, WorkHistory
from cscareer.titles.reading import TitleReader, TitleReading
from cscareer.titles.spans import years_in
from cscareer.titles.stated import DatedPosition, aside, behind, parts, quote

LEAST_YEARS = 0.5  # of a job that says what a person can do
_SECOND_GRADE = re.compile(r"(?<=\w)\s(?:ii|2)\Z", re.IGNORECASE)
_CLEAR = 0.8  # from which no other title is asked
_SURE, _CERTAIN = 0.72, 0.75  # confidence from which a title alone says the role
_GENERAL = {Level.ENTRY, Level.SPECIALIST, Level.SENIOR}  # whose titles say service, and not of what
_NO_END = 1 << 30
_WORD = re.compile(r"[a-z0-9]+")


class _Others(NamedTuple):
    """What a person's other titles are: the roles they are for sure, and whether one serves customers, whichever."""

    roles: frozenset[str]
    agents: bool


class HistoryReader:
    """Reads positions; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._titles = catalog.once(TitleReader)
        self._work = catalog.once(WorkWords)
        self._any_service = _any_service(catalog)
        self._at_employers = _at_employers(catalog)

    def read(
        self,
        positions: Sequence[DatedPosition],
        headline: TitleReading | None = None,
        lines: Iterable[tuple[int, str]] = (),
    ) -> WorkHistory:
        """The jobs of half a year and more that these positions were, and the years of all that served customers.

        `headline` is what the person calls themselves; it counts where the title of the last job says no role for sure.
        `lines` are the resume's, each with its number: what they say of the days of the last job counts where its title
        says nothing of them.
        """
        if not positions:
            return WorkHistory()
        each_job = [part for position in positions for part in parts(position)]
        readings = [self._reading(part) for part in each_job]
        last = max(range(len(each_job)), key=lambda at: (each_job[at].end, each_job[at].start))
        if headline and not _is_clear(readings[last]):
            readings[last] = headline
        jobs = [
            self._job(part, reading, others)
            for part, reading, others in zip(
                each_job, readings, self._others(each_job, readings), strict=True
            )
        ]
        if day := self._work.of(lines, _before(each_job, last)):
            jobs[last] = self._of_days(jobs[last], readings[last], day)
        spans = [(job.since, job.until) for job in jobs if job.serves]
        long = [job for job in jobs if job.years >= LEAST_YEARS]
        long.sort(key=lambda job: (-job.until, -job.since))
        return WorkHistory(tuple(long), years_in(spans))

    def _reading(self, position: DatedPosition) -> TitleReading:
        """What the title says, read with what stands beside it where it isn't clear alone."""
        alone = self._titles.read(position.title)
        if alone.role and (bare := _SECOND_GRADE.sub("", position.title)) != position.title:
            first_grade = self._titles.read(bare)  # in a resume "Customer Care Agent II" is still an agent
            alone = first_grade if first_grade.role else alone
        if (said := aside(position)) and alone.role in self._any_service:
            special = self._titles.read(f"{said} specialist")
            if special.role and special.confidence >= _SURE and special.role not in self._any_service:
                return special  # "Customer Relations Officer (complaints)"
        if alone.kind != "role" and not alone.near_job and (job := self._at_employer(position)):
            return self._titles.read(job)
        if alone.kind in {"role", "other"} and alone.confidence >= _SURE:
            return alone
        best = alone
        stated = [each for each in (position.organization, behind(position)) if each]
        if any(map(self._titles.names_center, stated)):  # "Team Leader, Sharada BPO"
            stated.append("contact center")
        for beside in stated:
            reading = self._titles.read(f"{position.title}, {beside}")
            clearer = reading.kind == "role" or (
                reading.near_job and not alone.near_job and alone.kind != "role"
            )
            if clearer and reading.confidence > best.confidence:
                best = reading
        return best

    def _at_employer(self, position: DatedPosition) -> str | None:
        """The job near ours that a title of any work says by who gave it: "Assistant Manager", of a restaurant."""
        jobs = self._at_employers.get(" ".join(_WORD.findall(position.title.casefold())), ())
        if not jobs or not position.organization:
            return None
        words = f" {' '.join(_WORD.findall(position.organization.casefold()))} "
        return next((job for job, employers in jobs if any(f" {each} " in words for each in employers)), None)

    def _job(
        self,
        position: DatedPosition,
        reading: TitleReading,
        others: _Others,
    ) -> HeldJob:
        roles = self._roles(reading, others)
        role = self._catalog.roles[roles[0]] if len(roles) == 1 else None
        near = self._catalog.near_jobs[reading.near_job] if reading.near_job and not role else None
        may_be = [self._catalog.roles[each] for each in roles]
        serves = near is not None or reading.kind in {"customer-service", "several"}
        serves = serves or any(each.track is not Track.ENABLEMENT for each in may_be)
        return HeldJob(
            title=position.title,
            organization=position.organization,
            quote=quote(position),
            line=position.line,
            years=round((position.end - position.start) / 12, 2),
            current=position.current,
            role=role.id if role else None,
            role_title=role.title if role else None,
            candidates=() if role else tuple(roles),
            near_job=near.id if near else None,
            leads=_leads(position.title, reading) or (near is not None and near.leads),
            serves=serves,
            since=position.start,
            until=position.end,
        )

    def _of_days(self, job: HeldJob, reading: TitleReading, day: DayWork) -> HeldJob:
        """The last job with what its days are: the role where its title may mean several or only says service; else noted beside it."""
        role = self._catalog.roles[day.role]
        if day.role == job.role:
            return job
        general = job.role in self._any_service and self._catalog.roles[job.role or ""].level in _GENERAL
        if (general and day.plain and not reading.leads) or day.role in job.candidates:
            said = (job.role,) if job.role else tuple(each for each in job.candidates if each != role.id)
            return job.model_copy(
                update={"role": role.id, "role_title": role.title, "candidates": said, "days": role.id}
            )
        toward = self._catalog.near_jobs[job.near_job].toward if job.near_job else ()
        special = toward and toward[0] not in self._any_service and role.id not in toward
        told = day.plain if job.role or special else True
        return job.model_copy(update={"days": role.id}) if told else job

    def _is_agent(self, reading: TitleReading) -> bool:
        """Whether a title is one of those that serve customers, whichever: "Senior Agent"."""
        tracks = {self._catalog.roles[each.role].track for each in reading.candidates}
        return reading.kind == "customer-service" or (
            reading.kind == "several"
            and tracks <= {Track.SERVICE, Track.TECHNICAL}
            and Track.SERVICE in tracks
        )

    def _others(
        self, positions: Sequence[DatedPosition], readings: Sequence[TitleReading]
    ) -> Iterator[_Others]:
        """For each of a person's titles, what all others are; each is looked at once, however many there are.

        Where none of the others at the same place is ours, it is none of our places: "Barista, then Shift Lead".
        """
        roles = Counter(role for each in readings if (role := _sure_role(each)))
        ours = [bool(_sure_role(each)) or self._is_agent(each) for each in readings]
        agents = sum(map(self._is_agent, readings))
        at_place = Counter(each.organization for each in positions)
        ours_at = Counter(each.organization for each, is_ours in zip(positions, ours, strict=True) if is_ours)
        for position, each, is_ours in zip(positions, readings, ours, strict=True):
            place = position.organization
            elsewhere = place and at_place[place] > 1 and ours_at[place] <= is_ours
            own = _sure_role(each)
            besides = frozenset(role for role, count in roles.items() if count > (role == own))
            yield (
                _Others(frozenset(), agents=False)
                if elsewhere
                else _Others(besides, agents > self._is_agent(each))
            )

    def _roles(self, reading: TitleReading, others: _Others) -> list[str]:
        """The role that a title is for sure; else those it may be, of which the person's other jobs may confirm one."""
        roles = [each.role for each in reading.candidates]
        if not roles:
            return []
        if reading.kind == "role":
            # "Student Lead, Help Desk" led, but was no manager.
            too_high = (
                reading.seniority == "lead" and self._catalog.roles[roles[0]].level.rank > Level.LEAD.rank
            )
            if too_high and reading.confidence < _CERTAIN:
                return []
            # A bare "Team Lead" or "Phone Agent" is the role among jobs of ours, and may be anything among others.
            among_ours = bool(others.roles) or not reading.leads or others.agents
            return roles if among_ours or reading.confidence >= _SURE else []
        among_agents = others.agents and self._is_agent(reading)  # "Agent I", then "Agent II"
        if not others.roles and not among_agents and len(" ".join(reading.words).split()) == 1:
            return []  # "Trainer", of a restaurant
        if confirmed := [each for each in roles if each in others.roles]:
            return self._risen(confirmed[:1], reading)
        risen = self._risen(roles[:1], reading)
        return roles if risen == roles[:1] else [*risen, *roles]  # "Agent II" may be a senior one

    def _risen(self, roles: list[str], reading: TitleReading) -> list[str]:
        """The senior role of the same line of work where the title says senior and the role isn't yet."""
        if reading.seniority != "senior":
            return roles
        below = self._catalog.roles[roles[0]]
        above = [
            each.id
            for each in self._catalog.roles.values()
            if each.level.rank > below.level.rank
            and each.track is below.track
            and each.title.casefold().startswith("senior")
        ]
        return above[:1] or roles


def _before(positions: Sequence[DatedPosition], last: int) -> range | None:
    """The lines that stand under jobs before the last one; None where these stand above it, or there are none."""
    below = [each.line for each in positions if each.line > positions[last].line]
    return range(min(below), _NO_END) if below else None


def _any_service(catalog: Catalog) -> frozenset[str]:
    """The roles of service that any customers may be served in, whatever their matter."""
    wide = 2 * len(catalog.industries) / 3
    return frozenset(
        role.id
        for role in catalog.roles.values()
        if role.track is Track.SERVICE and len(role.industries) > wide
    )


def _at_employers(catalog: Catalog) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The jobs near ours, and whose they are, by the titles that say them only beside these."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for job in catalog.near_jobs.values():
        for name in job.bare_names:
            found.setdefault(name, []).append((job.title, job.employers))
    return found


def _sure_role(reading: TitleReading) -> str | None:
    """The role that a title says for sure."""
    return reading.role if reading.role and reading.confidence >= _SURE else None


def _is_clear(reading: TitleReading) -> bool:
    """Whether a title says for sure what the job was."""
    return reading.kind in {"role", "other", "customer-service"} and reading.confidence >= _CLEAR


def _leads(title: str, reading: TitleReading) -> bool:
    """Whether the title says that its holder leads people; of work without customers, "Lead Developer" may lead nobody."""
    serves = reading.kind == "role" or reading.near_job is not None
    return reading.leads and (serves or title.casefold().split()[:1] != ["lead"])
