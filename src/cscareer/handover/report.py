"""A report on a role to hand over: every answer that bears on it, for one person or for anybody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Role
from cscareer.catalog.title_models import NearJob
from cscareer.errors import UsageError
from cscareer.guide.outlook import Outlook, report_outlook
from cscareer.guide.roles import RoleReport, describe_role
from cscareer.handover.schedule import PlanItem, dated_plan
from cscareer.handover.week import WeekStep, steps_of_the_week
from cscareer.jobs.ad import Ad
from cscareer.jobs.gates import Applicant
from cscareer.jobs.posting import PostingReport, read_posting
from cscareer.pay.amounts import GivenPay
from cscareer.pay.location import Location
from cscareer.pay.offer import OfferReport, assess_offer
from cscareer.pay.report import PayReport, report_pay
from cscareer.pay.statistics import Statistics
from cscareer.plan.checklist_report import ChecklistReport, report_checklists
from cscareer.plan.profile import Profile
from cscareer.routes.onward import next_role
from cscareer.routes.planning import RoutePlan, Wishes, plan_routes
from cscareer.routes.timing import Deadline
from cscareer.skills.fit import Verdict
from cscareer.skills.fitting import RoleMatch
from cscareer.skills.gap import GapReport, assess_gap
from cscareer.skills.held import Person
from cscareer.skills.matching import MatchReport, match_roles
from cscareer.skills.other_work import BEGINNERS, way_in, with_shown

_ROLES = 4  # the nearest: their own, and three more


class RoleChosen(StrEnum):
    """How the role of a report came to be: asked for, of the ad at hand, or the one nearest to the person (`match` names it first)."""

    ASKED = "asked"
    OF_THE_AD = "of-the-ad"
    BEST_FIT = "best-fit"


@dataclass(frozen=True, slots=True)
class ReportCase:
    """What a report is about, as far as it is known.

    Args:
        today: the day it is made.
        role: the role wanted; that of the ad, or the one nearest to the person beside their own, when None.
        location: the place; the ad's first one, where the person lives, or the nation, when None.
        applicant: the person, with the lines of their resume; nobody in particular when None.
        start: the role they are in; the one their resume or profile says when None.
        near: the job near ours that they are in; the one their resume says when None, and no role of ours.
        offer: the pay offered.
        ad: a job ad.
        within: the time they have, in months.
        profile: what is kept of them, whose checklist for the role the report then has.
        notes: tell the notes they wrote to themselves on it.
        home: where the person lives.
        home_line: the line of their resume that says so.
        prepared_for: whom it is for, as it shall stand there.
        name_line: the line of their resume that says so.
        prepared_by: who hands it over.

    Example:
        >>> import datetime
        >>> ReportCase(datetime.date(2026, 11, 24), prepared_for="Ana").prepared_for
        'Ana'
    """

    today: date
    role: Role | None = None
    location: Location | None = None
    applicant: Applicant | None = None
    start: Role | None = None
    near: NearJob | None = None
    offer: GivenPay | None = None
    ad: Ad | None = None
    within: int | None = None
    profile: Profile | None = None
    notes: bool = False
    home: Location | None = None
    home_line: int | None = None
    prepared_for: str | None = None
    name_line: int | None = None
    prepared_by: str | None = None


class CareerReport(Answer):
    """All that bears on a role: the answers to the questions of the guide, each as it is given alone.

    `day` is when it was made. What nothing was said of is null: `offer` without an amount, `posting` without an ad, `gap`
    and `match` without a person, `path` without a role that they come from, `checklist` where their profile has none for
    the role. `from_job` is the job near ours that they come from, whose way in `path` starts at. `name_line` and `place_line` are the lines of the resume that `prepared_for` and `location` were read from, null
    where they weren't. `plan` are days on their best route, or over the time they have; `steps` three things to do this week.
    """

    rows: ClassVar = None

    schema_: Literal["cscareer/report/1"] = Field("cscareer/report/1", alias="schema")
    day: str
    prepared_for: str | None
    name_line: int | None
    prepared_by: str | None
    chosen: RoleChosen
    location: Location | None
    place_line: int | None
    role: RoleReport
    pay: PayReport
    offer: OfferReport | None
    posting: PostingReport | None
    gap: GapReport | None
    match: MatchReport | None
    from_job: str | None
    path: RoutePlan | None
    outlook: Outlook
    checklist: ChecklistReport | None
    plan: tuple[PlanItem, ...]
    steps: tuple[WeekStep, ...]


def report_career(catalog: Catalog, case: ReportCase) -> CareerReport:
    """Asks every question that a case has something for, and holds the answers together.

    Raises:
        UsageError: no role is asked for, and neither an ad nor a person says which it could be.

    Example:
        >>> import datetime
        >>> catalog = load_catalog()
        >>> case = ReportCase(datetime.date(2026, 11, 24), role=catalog.roles["customer-service-manager"])
        >>> report_career(catalog, case).role.id
        'customer-service-manager'
    """
    ad, applicant = case.ad, case.applicant
    lives = case.location or case.home
    posting = read_posting(catalog, ad, applicant, today=case.today, place=lives) if ad else None
    asked = case.location or _place_of(posting)
    location = asked or case.home
    match = match_roles(catalog, applicant.person, location, top=_ROLES) if applicant else None
    role, chosen = _role(catalog, case, posting, match)
    start, near = case.start or _own_role(catalog, match), None
    if start is None and (near := case.near or _near_job(catalog, applicant)):
        start = way_in(catalog, near, applicant.person if applicant else None)
    within = Deadline(case.within, case.today) if case.within else None
    gap = _gap(catalog, applicant, role, location)
    offer = _offer(catalog, case, role, location)
    path = _path(catalog, case, start, near, role, location, within)
    about, pay = (
        describe_role(catalog, role, location),
        report_pay(catalog, [role], [location] if location else []),
    )
    outlook, checklist = report_outlook(catalog, role), _checklist(catalog, case, role)
    steps = steps_of_the_week(catalog, gap, offer, posting)
    held = (about, pay, offer, posting, gap, match, path, outlook, checklist)
    cited = [source.id for answer in held if answer for source in answer.sources]
    cited += [source for step in steps for source in step.sources]
    return CareerReport(
        layers=catalog.added_layers,
        sources=catalog.cite(*cited),
        day=case.today.isoformat(),
        prepared_for=case.prepared_for,
        name_line=case.name_line,
        prepared_by=case.prepared_by,
        chosen=chosen,
        location=location,
        place_line=None if asked else case.home_line,
        role=about,
        pay=pay,
        offer=offer,
        posting=posting,
        gap=gap,
        match=match,
        from_job=near.title if near else None,
        path=path,
        outlook=outlook,
        checklist=checklist,
        plan=dated_plan(catalog, gap, path, within, case.today),
        steps=steps,
    )


def _place_of(posting: PostingReport | None) -> Location | None:
    """The first place of an ad that is more than the nation."""
    if posting is None or posting.states_only or posting.place_given:
        return None
    return next((place for place in posting.locations if place.kind != "nation"), None)


def _role(
    catalog: Catalog, case: ReportCase, posting: PostingReport | None, match: MatchReport | None
) -> tuple[Role, RoleChosen]:
    if case.role:
        return case.role, RoleChosen.ASKED
    if posting and posting.role:
        return catalog.roles[posting.role.id], RoleChosen.OF_THE_AD
    fitting = _nearest(match) if match else None
    if fitting is None:
        raise UsageError(
            "There is no role to report on.",
            hint='Name one, like --role "customer service manager", or give --resume FILE.',
        )
    return catalog.roles[fitting.id], RoleChosen.BEST_FIT


def _nearest(match: MatchReport) -> RoleMatch | None:
    """The first role that isn't theirs; from other work the first within reach, as `match` shows it.

    Where none is, the first that doesn't lead, or leads and is more than begun.
    """
    others = [role for role in match.roles if not role.yours and not role.too_high]
    if not match.your_role and (reached := next((role for role in others if role.within_reach), None)):
        return reached
    fitting = (
        role
        for role in others
        if match.your_role or role.level in BEGINNERS or role.verdict is not Verdict.STARTING
    )
    return next(fitting, others[0] if others else None)


def _own_role(catalog: Catalog, match: MatchReport | None) -> Role | None:
    own = match.your_role if match else None
    return catalog.roles.get(own.id) if own else None


def _near_job(catalog: Catalog, applicant: Applicant | None) -> NearJob | None:
    """The job near ours that a resume says is the person's."""
    history = applicant.person.history if applicant else None
    near = history.near if history else None
    return catalog.near_jobs[near.near_job] if near and near.near_job else None


def _gap(
    catalog: Catalog, applicant: Applicant | None, role: Role, location: Location | None
) -> GapReport | None:
    if applicant is None:
        return None
    person = applicant.person
    return assess_gap(
        catalog, role, person=person, location=location, onward=next_role(catalog, person, role)
    )


def _offer(catalog: Catalog, case: ReportCase, role: Role, location: Location | None) -> OfferReport | None:
    if case.offer is None:
        return None
    here = location or catalog.once(Statistics).nation
    return assess_offer(catalog, role, (case.offer.low, here), up_to=case.offer.high)


def _path(
    catalog: Catalog,
    case: ReportCase,
    start: Role | None,
    near: NearJob | None,
    role: Role,
    location: Location | None,
    within: Deadline | None,
) -> RoutePlan | None:
    if start is None or start == role:
        return None
    person = case.applicant.person if case.applicant else None
    if near:
        person = with_shown(person or Person(), near)
    held, found = (person.held, person.found) if person else ((), ())
    spent = person.history.years_in(start.id) if person and person.history else None
    if spent is None and case.profile:
        spent = case.profile.years_in_role(start.id, case.today)
    wishes = Wishes(within=within)
    return plan_routes(catalog, start, role, held, found, wishes, location, years_in_role=spent)


def _checklist(catalog: Catalog, case: ReportCase, role: Role) -> ChecklistReport | None:
    """The person's checklist for the role alone, where they have one."""
    kept = case.profile
    mine = [each for each in kept.checklists if each.role == role.id] if kept else []
    if kept is None or not mine:
        return None
    alone = kept.model_copy(update={"checklists": tuple(mine)})
    return report_checklists(catalog, alone, case.today.isoformat(), notes=case.notes)
