"""What the jobs a person has held say of their skills.

A role credits what it requires, and what most roles below it on its ladder require; a job near ours its own few skills, and
any other that led people the leading of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Move, Need, Role, SkillLevel, Track
from cscareer.catalog.trusted import trusted
from cscareer.skills.evidence import Evidence, Findings, How, Rule, found_skills
from cscareer.titles.held_jobs import HeldJob

LEADING = "team-leadership"
Credits = dict[str, SkillLevel]


class JobCredits:
    """What each role and near job credits, worked out once for many people."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._kept: dict[str, Credits] = {}

    def of(self, jobs: Sequence[HeldJob]) -> Findings:
        """The skills that jobs held credit, each with the line of every job that does."""
        evidence: dict[str, list[Evidence]] = defaultdict(list)
        for job in jobs:
            for name, credit in self._sources(job):
                at_level = {level: _evidence(job, name, level) for level in set(credit.values())}
                for skill, level in credit.items():
                    evidence[skill].append(at_level[level])
        return Findings(skills=found_skills(self._catalog, evidence))

    def _sources(self, job: HeldJob) -> Iterator[tuple[str, Credits]]:
        """The job's name and what it credits: of several roles it may have been, what all of them require."""
        if job.role:
            yield self._catalog.roles[job.role].title, self.of_role(job.role)
        elif job.candidates:
            each = [self.of_role(role) for role in job.candidates]
            shared = set(each[0]).intersection(*each[1:])
            yield job.title, {skill: min(credit[skill] for credit in each) for skill in sorted(shared)}
        if job.near_job and not job.role:
            near = self._catalog.near_jobs[job.near_job]
            yield near.title, {each.skill: SkillLevel(each.level) for each in near.skills}
        elif job.leads and not job.role:
            yield job.title, {LEADING: SkillLevel.WORKING}

    def of_role(self, role: str) -> Credits:
        """What a role of the guide credits."""
        if role not in self._kept:
            self._kept[role] = self._credits(self._catalog.roles[role])
        return self._kept[role]

    def _credits(self, role: Role) -> Credits:
        credit = _required(role)
        below = [_required(each) for each in roles_below(self._catalog, role)]
        for skill in {skill for each in below for skill in each}:
            levels = [each[skill] for each in below if skill in each]
            if 2 * len(levels) > len(below):
                credit.setdefault(skill, min(levels))
        return credit


def _evidence(job: HeldJob, name: str, level: SkillLevel) -> Evidence:
    return trusted(
        Evidence,
        quote=job.quote,
        line=job.line,
        alias=name,
        level=level,
        rule=Rule.JOB,
        near=False,
        how=How.HELD,
        years=job.years,
    )


def roles_below(catalog: Catalog, role: Role) -> list[Role]:
    """The roles of the same track that lead up to a role by promotions; those of service for the first of leaders."""
    found: dict[str, Role] = {}
    waiting = [role]
    while waiting:
        above = waiting.pop()
        for each in catalog.roles.values():
            leads_up = any(step.role == above.id and step.move is Move.PROMOTION for step in each.next_roles)
            same = each.track is above.track or (
                above.track is Track.LEADERSHIP and each.track is Track.SERVICE
            )
            if leads_up and same and each.id not in found:
                found[each.id] = each
                waiting.append(each)
    return list(found.values())


def _required(role: Role) -> Credits:
    return {each.skill: SkillLevel(each.level) for each in role.skills if each.need is Need.REQUIRED}
