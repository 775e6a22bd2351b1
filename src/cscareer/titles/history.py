"""The jobs a person has held: which role of the guide, or job near them, each one was, and for how long."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Id, Level, Model, Track
from cscareer.titles.reading import TitleReader, TitleReading
from cscareer.titles.spans import years_in

LEAST_YEARS = 0.5  # of a job that says what a person can do
_SURE = 0.75  # confidence from which a title alone says the role
_RECENT = 60  # months since its end within which a role is still a person's own
_BESIDE = " \t*_|,;:·•()–—-"
_LONGEST_NAME = 80  # characters of what stands behind a title in its line
_THEN = re.compile(r"\s*(?:[,;/]?\s*\bthen\b|,?\s*\bpromoted to\b|→|->)\s*", re.IGNORECASE)


class DatedPosition(NamedTuple):
    """A position as a resume states it; `start` and `end` in months from year 0, `end` not included; `text` is its line."""

    title: str
    organization: str | None
    text: str
    line: int
    start: float
    end: float
    current: bool


class HeldJob(Model):
    """A job held for half a year or more; `quote` stands so in the line of that number.

    `role` is the role of the guide that it was, null where it was none or isn't sure; then `candidates` are those it may
    have been. `near_job` is a job with customers outside our roles. `leads` says whether it led people, `serves` whether
    it served customers. `since` is its first and `until` its last month, counted from year 0.
    """

    title: str
    organization: str | None
    quote: str
    line: int
    years: float
    current: bool
    role: Id | None
    role_title: str | None
    candidates: tuple[Id, ...]
    near_job: Id | None
    leads: bool
    serves: bool
    since: float
    until: float


class WorkHistory(NamedTuple):
    """The jobs of a person, the latest first, and the years in service, each month once; null where no dates are known."""

    jobs: tuple[HeldJob, ...] = ()
    years_of_service: float | None = None

    @property
    def own(self) -> HeldJob | None:
        """The role a person does now or did last, unless that is more than five years ago."""
        ours = [job for job in self.jobs if job.role]
        if not ours:
            return None
        last = max(job.until for job in self.jobs)
        latest = max(ours, key=lambda job: (job.until, job.since))
        return latest if last - latest.until <= _RECENT else None

    @property
    def latest_role(self) -> str | None:
        """The role of the job a person does now or did last; null where that is none of ours."""
        own = self.own
        return own.role if own and own.until == max(job.until for job in self.jobs) else None

    @property
    def leads(self) -> bool:
        """Whether one of the jobs led people."""
        return any(job.leads for job in self.jobs)


class _Others(NamedTuple):
    """What a person's other titles are: the roles they are for sure, and whether one serves customers, whichever."""

    roles: frozenset[str]
    agents: bool


class HistoryReader:
    """Reads positions; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._titles = catalog.once(TitleReader)

    def read(self, positions: Sequence[DatedPosition]) -> WorkHistory:
        """The jobs of half a year and more that these positions were, and the years of all that served customers."""
        if not positions:
            return WorkHistory()
        parts = [part for position in positions for part in _parts(position)]
        readings = [self._reading(part) for part in parts]
        jobs = [
            self._job(part, reading, others)
            for part, reading, others in zip(parts, readings, self._others(readings), strict=True)
        ]
        spans = [(job.since, job.until) for job in jobs if job.serves]
        long = [job for job in jobs if job.years >= LEAST_YEARS]
        long.sort(key=lambda job: (-job.until, -job.since))
        return WorkHistory(tuple(long), years_in(spans))

    def _reading(self, position: DatedPosition) -> TitleReading:
        """What the title says, read with what stands beside it where it isn't clear alone."""
        alone = self._titles.read(position.title)
        if not position.organization or (alone.kind in {"role", "other"} and alone.confidence >= _SURE):
            return alone
        beside = self._titles.read(f"{position.title}, {position.organization}")
        clearer = beside.kind == "role" or (beside.near_job and not alone.near_job and alone.kind != "role")
        return beside if clearer and beside.confidence > alone.confidence else alone

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
            quote=_quote(position),
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

    def _is_agent(self, reading: TitleReading) -> bool:
        """Whether a title is one of those that serve customers, whichever: "Senior Agent"."""
        tracks = {self._catalog.roles[each.role].track for each in reading.candidates}
        return reading.kind == "several" and tracks == {Track.SERVICE}

    def _others(self, readings: Sequence[TitleReading]) -> Iterator[_Others]:
        """For each of a person's titles, what all others are; each is looked at once, however many there are."""
        roles = Counter(role for each in readings if (role := _sure_role(each)))
        agents = sum(map(self._is_agent, readings))
        for each in readings:
            own = _sure_role(each)
            besides = frozenset(role for role, count in roles.items() if count > (role == own))
            yield _Others(besides, agents > self._is_agent(each))

    def _roles(self, reading: TitleReading, others: _Others) -> list[str]:
        """The role that a title is for sure; else those it may be, of which the person's other jobs may confirm one."""
        if reading.kind == "role" and (sure := _sure_role(reading)):
            return [sure]
        roles = [each.role for each in reading.candidates]
        if not roles:
            return []
        if reading.kind == "role":
            # A bare "Team Lead" or "Phone Agent" is the role among jobs of ours, and may be anything among others.
            among_ours = bool(others.roles) or not reading.leads or others.agents
            # "Student Lead, Help Desk" led, but was no manager.
            too_high = (
                reading.seniority == "lead" and self._catalog.roles[roles[0]].level.rank > Level.LEAD.rank
            )
            return roles if among_ours and not too_high else []
        if not others.roles and len(" ".join(reading.words).split()) == 1:  # "Trainer", of a restaurant
            return []
        if confirmed := [each for each in roles if each in others.roles]:
            return self._risen(confirmed[:1], reading)
        return roles

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


def _sure_role(reading: TitleReading) -> str | None:
    """The role that a title says for sure."""
    return reading.role if reading.role and reading.confidence >= _SURE else None


def _parts(position: DatedPosition) -> list[DatedPosition]:
    """One position for each title of it: "Technician, then Lead" shares its time between them."""
    together = position.title
    if position.organization and _THEN.match(position.organization):
        together = f"{position.title}, {position.organization}"
    titles = [title for title in _THEN.split(together) if title]
    if len(titles) < 2:  # noqa: PLR2004
        return [position]
    organization = position.organization
    if together != position.title:
        organization = position.text.partition(titles[-1])[2].strip(_BESIDE)[:_LONGEST_NAME] or None
    share = (position.end - position.start) / len(titles)
    return [
        position._replace(
            title=title.strip(" ,;"),
            organization=organization,
            start=position.start + at * share,
            end=position.start + (at + 1) * share,
            current=position.current and at == len(titles) - 1,
        )
        for at, title in enumerate(titles)
    ]


def _leads(title: str, reading: TitleReading) -> bool:
    """Whether the title says that its holder leads people; of no role of ours, "Lead Developer" may lead nobody."""
    return reading.leads and (reading.kind == "role" or title.casefold().split()[:1] != ["lead"])


def _quote(position: DatedPosition) -> str:
    """The title as it stands in the position's line, or else the beginning of the line."""
    return position.title if position.title in position.text else position.text[:80].rstrip()
