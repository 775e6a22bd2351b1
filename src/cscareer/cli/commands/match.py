"""The command that ranks roles by how well they fit a person, or many people."""

from typing import Annotated

import typer

from cscareer.cli.declaring import AtHand, Panel, Unasked, command
from cscareer.cli.options import LevelsOption, LocationOption, TracksOption
from cscareer.cli.outcomes import Reply, Stream
from cscareer.cli.people import TOP_OF_MANY, match_people, people_of
from cscareer.cli.perhaps import ask_about_maybe
from cscareer.cli.person import (
    AcceptNearOption,
    EvidenceOption,
    HaveOption,
    ResumeOption,
    StrictOption,
    check_resume_options,
    gather_person,
)
from cscareer.cli.self_checking import check_oneself
from cscareer.cli.session import Session
from cscareer.cli.streams import check_stream, check_whole
from cscareer.cli.words import choose
from cscareer.errors import UsageError
from cscareer.render.formats import USUAL, Format

_SAY_SKILLS = (
    'Say what you can do, like --have "empathy:advanced,crm software,typing", or give --resume FILE. '
    "`cscareer skills` lists every skill."
)


@command(
    Panel.PLAN,
    asks=["skills.matching:Matcher.report", "skills.matching:Matcher.line"],
    needs=[
        "skills.matching:match_roles",
        "skills.held:Person",
        "skills.held:read_held",
        "skills.finding:find_skills",
    ],
    examples=[
        'cscareer match --have "empathy:advanced,coaching" -l "Austin, TX"',
        "cscareer match --have coaching:3 --track leadership --top 3",
    ],
    formats=USUAL.plus(Format.JSONL, "With --people it is jsonl, one object a line, or csv."),
)
def match(
    session: Session,
    have: HaveOption = None,
    resume: ResumeOption = None,
    strict: StrictOption = False,
    people: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help='Many people, one JSON object a line: {"id": "a", "resume": "…", "skills": ["sql:2"]} or a JSON Resume; - reads standard input. Or a folder of resumes, one a file.',
            show_default=False,
        ),
        AtHand(),
    ] = None,
    location: LocationOption = None,
    level: LevelsOption = None,
    track: TracksOption = None,
    top: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Only this many of the nearest roles and next skills. Left out: all, or 5 with --people.",
        ),
        Unasked(TOP_OF_MANY),
    ] = None,
    evidence: EvidenceOption = False,
    accept_near: AcceptNearOption = False,
    no_sources: Annotated[
        bool,
        typer.Option(
            "--no-sources", help="With --people: leave out the sources, which are the same on every line."
        ),
        AtHand(),
    ] = False,
) -> "Reply | Stream":
    """Rank all roles by how near they are to you and how well they fit, with what is missing and what one more skill would open."""
    from cscareer.catalog.models import Level, Track
    from cscareer.skills.matching import Matcher

    many = people is not None
    if many and (have or resume is not None):
        raise UsageError(
            "--people brings its own skills and resumes.",
            hint="Leave out either --people, or --have and --resume.",
        )
    check_resume_options(resume=many or resume is not None, evidence=evidence, accept_near=accept_near)
    if many:
        check_stream(session.asked, "people")
    else:
        check_whole(session.asked, "give people with --people FILE.jsonl.")
    levels, tracks = choose(Level, level or [], "--level"), choose(Track, track or [], "--track")
    catalog = session.catalog()
    matcher = Matcher(
        catalog,
        levels,
        tracks,
        location=session.location(catalog, location) or (None if many else session.own_location(catalog)),
        accept_near=accept_near,
        most_evidence=None if evidence else 0 if many else 1,
    )
    if people is not None:
        from cscareer.render.stream_format import write_matches

        matches = match_people(matcher, people_of(session, catalog, people), top=top or TOP_OF_MANY)
        return Stream(
            lambda written: write_matches(matches, written, wide=session.wide, with_sources=not no_sources)
        )
    person = gather_person(session, catalog, have or [], resume, strict=strict)
    if resume is None:
        person = check_oneself(session, catalog, person, matcher)
    if not (person.held or person.found) and resume is None:
        raise UsageError("There are no skills to match roles with.", hint=_SAY_SKILLS)
    person = ask_about_maybe(session, person, lambda: matcher.skills_that_matter(person))
    return Reply(matcher.report(person, top=top), full=evidence)
