"""A person held against what an ad asks: what they have, show, partly have, and what isn't shown."""

from collections.abc import Sequence
from enum import StrEnum

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model, SkillLevel
from cscareer.catalog.posting_models import GateKind
from cscareer.jobs.gates import Applicant, Gate, is_blocking
from cscareer.jobs.parts import AdParts, sentence_around
from cscareer.skills.ads import AskedSkill, Demand
from cscareer.skills.counting import Counted, counted_skills
from cscareer.skills.evidence import How
from cscareer.skills.fit import Verdict, verdict_of
from cscareer.skills.matching import Matcher

_WEIGHTS = {Demand.REQUIRED: 2, Demand.PREFERRED: 1}
_MOST_CHANGES = 3
_MOST_SIMILAR = 3
_UNLEVELLED = SkillLevel.WORKING


class PostingState(StrEnum):
    """How a person stands with a skill that an ad asks for."""

    HAVE = "have"  # they say it, or their resume names it
    SHOWN = "shown"  # a deed or a job held shows it
    PARTLY = "partly"
    NOT_SHOWN = "not-shown"
    MISSING = "missing"


class AskedOfYou(Model):
    """A skill that an ad asks for, in the ad's words, and how the person stands with it; null where no one is held against it.

    `level` is the one asked for, null where the ad states none, which counts as working.
    """

    id: str
    name: str
    demand: Demand
    level: SkillLevel | None
    quote: str
    line: int
    state: PostingState | None
    held_level: SkillLevel | None
    your_quote: str | None
    your_line: int | None


class OwnLine(Model):
    """A line of the person's own resume that answers something the ad asks for, to be moved up and worded as the ad does."""

    skill: str
    name: str
    asked: str
    your_quote: str
    your_line: int


class SimilarRole(Model):
    """A role of the guide that fits better."""

    id: str
    title: str
    share_met: float


class PersonFit(Model):
    """How a person fits an ad. `share_met` is Σ weight × min(have ÷ wanted, 1) ÷ Σ weight; required weighs 2, preferred 1.

    `blocked` counts required gates that aren't met. `similar` are roles that fit better, where this one isn't near.
    """

    verdict: Verdict
    share_met: float
    required_met: int
    required_total: int
    blocked: int
    changes: tuple[OwnLine, ...]
    similar: tuple[SimilarRole, ...]


def asked_skills(found: Sequence[AskedSkill], parts: AdParts) -> tuple[AskedOfYou, ...]:
    """What an ad asks, before anybody is held against it: required first, in the order of the ad."""
    lines = {line.number: line for line in parts.lines}
    asked = [
        AskedOfYou(
            id=each.skill.id,
            name=each.skill.name,
            demand=each.demand,
            level=each.skill.level,
            quote=sentence_around(lines[each.skill.evidence[0].line], each.skill.evidence[0].quote),
            line=each.skill.evidence[0].line,
            state=None,
            held_level=None,
            your_quote=None,
            your_line=None,
        )
        for each in found
    ]
    return tuple(
        sorted(asked, key=lambda each: (each.demand is not Demand.REQUIRED, each.line, each.name.casefold()))
    )


def fit_person(
    catalog: Catalog,
    asked: Sequence[AskedOfYou],
    gates: Sequence[Gate],
    applicant: Applicant,
    own_role: str | None,
) -> tuple[tuple[AskedOfYou, ...], PersonFit | None]:
    """The skills asked for with how the person stands with each, and how they fit in all; no fit where nothing is asked."""
    counted = counted_skills(applicant.person.held, applicant.person.found, accept_near=False)
    judged = tuple(_judged(each, counted.get(each.id), applicant) for each in asked)
    if not judged:
        return judged, None
    total = 0
    met = 0.0
    required = [each for each in judged if each.demand is Demand.REQUIRED]
    for each in judged:
        weight = _WEIGHTS[each.demand]
        total += weight
        met += weight * min((each.held_level or 0) / (each.level or _UNLEVELLED), 1.0)
    required_met = sum(each.state in {PostingState.HAVE, PostingState.SHOWN} for each in required)
    share = round(met / total, 4)
    verdict = verdict_of(required_met, len(required)) if required else Verdict.READY
    unmet = list(filter(is_blocking, gates))
    places = sum(gate.kind is GateKind.LOCATION for gate in unmet)
    blocked = len(unmet) - max(places - 1, 0)  # one place told in several lines bars once
    similar = () if verdict.within_reach and not blocked else _similar(catalog, applicant, share, own_role)
    return judged, PersonFit(
        verdict=verdict,
        share_met=share,
        required_met=required_met,
        required_total=len(required),
        blocked=blocked,
        changes=tuple(_changes(judged)),
        similar=similar,
    )


def _judged(asked: AskedOfYou, known: Counted | None, applicant: Applicant) -> AskedOfYou:
    if known is None:
        absent = PostingState.MISSING if applicant.person.complete else PostingState.NOT_SHOWN
        return asked.model_copy(update={"state": absent})
    wanted = asked.level or _UNLEVELLED
    enough = known.level >= wanted
    have = known.how in {How.SAID, How.NAMED}
    state = PostingState.PARTLY if not enough else PostingState.HAVE if have else PostingState.SHOWN
    found = next((each for each in applicant.person.found if each.id == asked.id and not each.near), None)
    told = [each for each in found.best_evidence(None) if each.how is not How.HELD] if found else []
    best = max(told, key=lambda each: each.level or 0, default=None)  # a job's title alone answers nothing
    return asked.model_copy(
        update={
            "state": state,
            "held_level": known.level,
            "your_quote": best.quote if best else None,
            "your_line": best.line if best else None,
        }
    )


def _changes(judged: Sequence[AskedOfYou]) -> list[OwnLine]:
    """Up to three lines of the person's own that answer the ad's first needs, each line once."""
    changes: list[OwnLine] = []
    used: set[int] = set()
    for each in judged:
        if each.your_quote is None or each.your_line is None or each.your_line in used:
            continue
        used.add(each.your_line)
        changes.append(
            OwnLine(
                skill=each.id,
                name=each.name,
                asked=each.quote,
                your_quote=each.your_quote,
                your_line=each.your_line,
            )
        )
        if len(changes) == _MOST_CHANGES:
            break
    return changes


def _similar(
    catalog: Catalog, applicant: Applicant, share: float, own_role: str | None
) -> tuple[SimilarRole, ...]:
    report = catalog.once(_matcher).report(applicant.person, top=8)
    better = [
        each for each in report.roles if each.within_reach and each.share_met > share and each.id != own_role
    ]
    return tuple(
        SimilarRole(id=each.id, title=each.title, share_met=each.share_met) for each in better[:_MOST_SIMILAR]
    )


def _matcher(catalog: Catalog) -> Matcher:
    return Matcher(catalog, most_evidence=0)
