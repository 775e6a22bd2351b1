"""The command that plans the way from one role to another."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.completion import complete_role, complete_role_words, complete_route_order
from cscareer.cli.declaring import Panel, command
from cscareer.cli.options import LocationOption
from cscareer.cli.person import (
    HaveOption,
    ResumeOption,
    gather_person,
    since_day,
)
from cscareer.cli.session import Session
from cscareer.cli.words import choose
from cscareer.errors import CareerError, UsageError
from cscareer.render.formats import USUAL, Format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.title_models import NearJob
    from cscareer.routes.planning import RoutePlan
    from cscareer.routes.reaching import ReachReport
    from cscareer.routes.timing import Deadline
    from cscareer.skills.gap import GapReport
    from cscareer.skills.held import Person

_BOTH_ENDS = 2  # titles
_TO = frozenset({"to", "into", "->", "→"})
_JOBS_NAMED = 3  # of a resume, the latest


@command(
    Panel.PLAN,
    asks=["routes.planning:plan_routes", "routes.reaching:reach_roles", "skills.gap:assess_gap"],
    needs=["routes.planning:Wishes", "routes.weighing:RouteOrder", "skills.held:read_held"],
    examples=[
        'cscareer path "customer service manager" --from "customer service specialist"',
        'cscareer path --from "customer service specialist"',
        'cscareer path "customer service team lead" --from "customer service specialist" --within 3y',
    ],
    formats=USUAL.plus(Format.MERMAID, "mermaid draws a flowchart for Markdown."),
)
def path(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TO]",
            help="The role you want: a title, id or alias; all that can be reached when left out.",
            autocompletion=complete_role_words,
            show_default=False,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="TITLE",
            help="The role you are in; your profile's when left out.",
            autocompletion=complete_role,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="MONTH",
            help="Since when you have been in that role, like 2023-05, or for how long; your resume's or profile's when left out.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="shortest|fewest-skills|pay|soonest",
            help="What makes a way the best: few steps, few skills to add, good pay on the way, little time.",
            autocompletion=complete_route_order,
        ),
    ] = "shortest",
    via: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TITLE",
            help="Go through this role. Repeatable, in any order.",
            autocompletion=complete_role,
        ),
    ] = None,
    avoid: Annotated[
        list[str] | None,
        typer.Option(metavar="TITLE", help="Go around this role. Repeatable.", autocompletion=complete_role),
    ] = None,
    max_steps: Annotated[
        int | None, typer.Option(help="The most steps a way may have.", show_default=False)
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="The time you have, like 2y or 18 months, to see what fits.",
            show_default=False,
        ),
    ] = None,
    have: HaveOption = None,
    resume: ResumeOption = None,
    location: LocationOption = None,
) -> "RoutePlan | ReachReport | GapReport":
    """Show the ways from your role to another: steps, years, skills to add, and pay."""
    from cscareer.catalog.title_models import NearJob
    from cscareer.routes.planning import Wishes, plan_routes
    from cscareer.routes.reaching import reach_roles
    from cscareer.routes.weighing import RouteOrder

    order = choose(RouteOrder, [by], "--by")[0]
    if within is not None and not title:
        raise UsageError("--within is of a way to one role.", hint="Name the role you want.")
    deadline = _deadline(within) if within is not None else None
    begun = since_day(session, since) if since is not None else None
    catalog = session.catalog()
    goal, from_job = _ends(session, catalog, title or [], from_)
    wishes = Wishes(
        order,
        via=tuple(session.role(catalog, name) for name in via or []),
        avoid=tuple(session.role(catalog, name) for name in avoid or []),
        most_steps=max_steps,
        within=deadline,
    )
    person = gather_person(session, catalog, have or [], resume)
    place = session.location(catalog, location) or session.own_location(catalog)
    begin = from_job or _own_work(session, catalog, person)
    if isinstance(begin, NearJob):
        from cscareer.skills.gap import assess_gap
        from cscareer.skills.other_work import BEGINNERS, way_in, with_shown

        from_job = begin
        start = way_in(catalog, from_job, person)
        person = with_shown(person, from_job)
        if goal and (goal.level in BEGINNERS or goal.id == start.id):
            session.notes.append(
                f"You can apply straight from {from_job.title}. What they will ask for stands here."
            )
            return assess_gap(catalog, goal, person=person, location=place)
        session.notes.append(
            f"Your way in from {from_job.title} is {start.title}, the nearest role; the way goes on from there."
        )
    else:
        start = begin
    spent = None if isinstance(begin, NearJob) else _years_spent(session, start, person, begun)
    known = (person.held, person.found, wishes, place)
    if goal:
        return plan_routes(catalog, start, goal, *known, years_in_role=spent)
    return reach_roles(catalog, start, *known, years_in_role=spent)


def _years_spent(session: Session, start: "Role", person: "Person", since: str | None) -> float | None:
    """The years a person has spent in the role they start from: as they say, or by their resume or profile."""
    from datetime import date

    from cscareer.cli import clock
    from cscareer.plan.profile import years_since

    if since is not None:
        return years_since(date.fromisoformat(since), clock.today())
    spent = person.history.years_in(start.id) if person.history else None
    if spent is None and session.profile:
        spent = session.profile.years_in_role(start.id, clock.today())
    return spent


def _ends(
    session: Session, catalog: "Catalog", title: "Sequence[str]", from_: str | None
) -> "tuple[Role | None, Role | NearJob | None]":
    """The role wanted and the work to start from; two titles in a row are from where and to where, which is told.

    Raises:
        UnknownNameError, AmbiguousNameError: a title is none that we know.
    """
    from cscareer.catalog.models import Role
    from cscareer.cli.other_work import role_or_job

    if from_ is not None or len(" ".join(title).split()) < _BOTH_ENDS:
        goal = session.role(catalog, " ".join(title)) if title else None
        return goal, None if from_ is None else role_or_job(session, catalog, from_)
    told = len(session.notes)
    for words in _two_titles(title):
        try:
            start, goal = role_or_job(session, catalog, words[0]), session.role(catalog, words[1])
        except CareerError:
            del session.notes[told:]
            continue
        if not (isinstance(start, Role) and start.id == goal.id):
            session.notes.append(f"Reading the titles as from {start.title} to {goal.title}.")
            return goal, start
        del session.notes[told:]
    return session.role(catalog, " ".join(title)), None


def _two_titles(title: "Sequence[str]") -> "Iterator[tuple[str, str]]":
    """The ways in which words may be two titles: with a "to" between, or with quotes around at least one."""
    said = " ".join(title).split()
    said = said[1:] if said[0].casefold() == "from" else said
    for at in range(1, len(said) - 1):
        if said[at].casefold() in _TO:
            yield " ".join(said[:at]), " ".join(said[at + 1 :])
    if any(" " in word for word in title) or len(title) == _BOTH_ENDS:
        for at in range(1, len(title)):
            yield " ".join(title[:at]), " ".join(title[at:])


def _deadline(within: str) -> "Deadline":
    """The time a person has.

    Raises:
        UsageError: it is no span of months or years.
    """
    from cscareer.cli import clock
    from cscareer.cli.days import months_within
    from cscareer.routes.timing import Deadline

    return Deadline(months_within(within), clock.today())


def _own_work(session: Session, catalog: "Catalog", person: "Person") -> "Role | NearJob":
    """The role or the job near ours that a resume says is the person's, or else the role of their profile; says so.

    Raises:
        UsageError: it names none that the guide knows now.
    """
    from cscareer.render.cells import listed
    from cscareer.render.text import quoted

    job = person.history.own if person.history else None
    if job is not None and job.role is not None:
        role = catalog.roles[job.role]
        session.notes.append(f"Starting from your role, {role.title} (line {job.line} of the resume).")
        return role
    if (near := person.history.near if person.history else None) and near.near_job and near.line:
        session.notes.append(f"Starting from your job, {near.title} (line {near.line} of the resume).")
        return catalog.near_jobs[near.near_job]
    if kept := session.own_near_job(catalog):
        session.note_own(f"job, {kept.title}, to start from")
        return kept
    read = [quoted(each.title) for each in person.history.jobs[:_JOBS_NAMED]] if person.history else []
    known = f" Jobs read from the resume, none of them surely near ours: {listed(read)}." if read else ""
    return session.role_to_use(
        catalog,
        f"No role to start from is given, and neither your profile nor your resume says one that we know.{known}",
        'Add --from, like this: cscareer path "customer service manager" --from "call center specialist"',
        use=", to start from",
    )
