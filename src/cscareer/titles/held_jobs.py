"""The jobs a person has held, as they are known once read."""

from datetime import date
from typing import NamedTuple

from cscareer.catalog.models import Id, Model
from cscareer.titles.spans import years_in

MONTHS_HELD = 6  # from which on a job shows its skills
_RECENT = 60  # months since its end within which a role is still a person's own


class HeldJob(Model):
    """A job held for half a year or more; `quote` stands so in the line of that number.

    `role` is the role of the guide that it was, null where it was none or isn't sure; then `candidates` are those it may
    have been, or those its title says where the days decided. `near_job` is a job with customers outside our roles. `leads` says whether it led people, `serves` whether
    it served customers. `days` is the role whose work its days were by the words of the resume, where its title says another
    one or none. `since` is its first and `until` its last month, counted from year 0.
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
    days: Id | None = None
    since: float
    until: float


class WorkHistory(NamedTuple):
    """The jobs of a person, the latest first, and the years in service, each month once; null where no dates are known."""

    jobs: tuple[HeldJob, ...] = ()
    years_of_service: float | None = None

    @property
    def own(self) -> HeldJob | None:
        """The role a person does now or did last.

        None where that is more than five years ago, or where a later job may have been another one of ours.
        """
        ours = [job for job in self.jobs if job.role]
        if not ours:
            return None
        last = max(job.until for job in self.jobs)
        latest = max(ours, key=lambda job: (job.until, job.since))
        may_be_ours = any(job.candidates and job.until > latest.until for job in self.jobs)
        return latest if last - latest.until <= _RECENT and not may_be_ours else None

    @property
    def near(self) -> HeldJob | None:
        """The job near ours that a person does now or did last; None where one of our roles is theirs, or may be by a later job."""
        if self.own:
            return None
        last = max((job.until for job in self.jobs), default=0.0)
        near = [job for job in self.jobs if job.near_job]
        latest = max(near, key=lambda job: (job.until, job.since), default=None)
        if latest is None or last - latest.until > _RECENT:
            return None
        return None if any(job.candidates and job.until > latest.until for job in self.jobs) else latest

    @property
    def latest_role(self) -> str | None:
        """The role of the job a person does now or did last; null where that is none of ours."""
        own = self.own
        return own.role if own and own.until == max(job.until for job in self.jobs) else None

    def years_in(self, role: str) -> float | None:
        """The years spent in a role, each month once; None where no job was it."""
        return years_in((job.since, job.until) for job in self.jobs if job.role == role)

    def since(self, role: str) -> str | None:
        """The day, like 2022-04-01, from which on a role that they have now would be theirs, had they never left it.

        None where no job was it, or it has ended.
        """
        own = [job for job in self.jobs if job.role == role]
        if not any(job.current for job in own):
            return None
        months = max(job.until for job in own) - 12 * (self.years_in(role) or 0)
        year, month = divmod(round(months), 12)
        return date(year, month + 1, 1).isoformat()

    @property
    def leads(self) -> bool:
        """Whether one of the jobs led people."""
        return any(job.leads for job in self.jobs)
