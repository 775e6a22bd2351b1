"""The command that ranks roles by how well they fit a person, or many people."""

from typing import Annotated

import typer

from cscareer.cli.completion import complete_level, complete_track
from cscareer.cli.people import match_people, opened_people
from cscareer.cli.person import (
    AcceptNearOption,
    EvidenceOption,
    HaveOption,
    ResumeOption,
    check_resume_options,
    gather_person,
)
from cscareer.cli.session import (
    JsonOption,
    LocationOption,
    StreamFormatOption,
    choose,
    choose_format,
    choose_stream,
    choose_whole,
    session_of,
)
from cscareer.errors import UsageError
from cscareer.render.formats import StreamFormat

_TOP = 5  # roles and next skills of each person in a stream
_SAY_SKILLS = (
    'Say what you can do, like --have "empathy:advanced,crm software,typing", or give --resume FILE. '
    "`cscareer skills` lists every skill."
)


def match(
    context: typer.Context,
    have: HaveOption = None,
    resume: ResumeOption = None,
    people: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help='Many people, one JSON object a line: {"id": "a", "resume": "…", "skills": ["sql:2"]} or a JSON Resume; - reads standard input.',
            show_default=False,
        ),
    ] = None,
    location: LocationOption = None,
    level: Annotated[
        list[str] | None,
        typer.Option(
            help="Only roles of this level: entry, specialist, senior, lead, manager or director. Repeatable.",
            autocompletion=complete_level,
        ),
    ] = None,
    track: Annotated[
        list[str] | None,
        typer.Option(
            help="Only roles of this track: service, experience, accounts, technical, enablement or leadership. Repeatable.",
            autocompletion=complete_track,
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Only the best roles and next skills, so many of each. Left out: all, or 5 with --people.",
        ),
    ] = None,
    evidence: EvidenceOption = False,
    accept_near: AcceptNearOption = False,
    output_format: StreamFormatOption = None,
    json: JsonOption = False,
) -> None:
    """Rank all roles by how well they fit you, with what is missing and what one more skill would open."""
    from cscareer.catalog.models import Level, Track  # noqa: PLC0415  help stays quick
    from cscareer.render.stream_format import write_matches  # noqa: PLC0415
    from cscareer.skills.matching import Matcher  # noqa: PLC0415

    many = people is not None
    if many and (have or resume is not None):
        raise UsageError(
            "--people brings its own skills and resumes.",
            hint="Leave out either --people, or --have and --resume.",
        )
    check_resume_options(resume=many or resume is not None, evidence=evidence, accept_near=accept_near)
    # A mistake in the words is told before any work is done.
    stream_format = choose_stream(output_format, as_json=json) if many else StreamFormat.JSONL
    whole_format = None if many else choose_format(choose_whole(output_format), as_json=json)
    levels, tracks = choose(Level, level or [], "--level"), choose(Track, track or [], "--track")
    session = session_of(context)
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
        with opened_people(people) as (stream, name):
            write_matches(match_people(catalog, matcher, stream, name, top=top or _TOP), stream_format)
        return
    person = gather_person(session, catalog, have or [], resume)
    if not person.held and resume is None:
        raise UsageError("There are no skills to match roles with.", hint=_SAY_SKILLS)
    session.show(matcher.report(person, top=top), whole_format, as_json=json)
