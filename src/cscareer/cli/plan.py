"""Commands that plan a person's next step."""

from typing import Annotated

import typer

from cscareer.cli.completion import complete_held
from cscareer.cli.explore import RoleName
from cscareer.cli.resume import find_in_resume
from cscareer.cli.session import FormatOption, JsonOption, session_of
from cscareer.errors import ExitCode, UsageError

PANEL = "Plan"


def gap(
    context: typer.Context,
    title: RoleName,
    have: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILLS",
            help='Skills you have, like "empathy:advanced,sql:2,typing". Levels: 1 basic, 2 working, 3 advanced, 4 expert. Repeatable.',
            autocompletion=complete_held,
        ),
    ] = None,
    resume: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Your resume: text, Markdown, JSON Resume, RenderCV, PDF or DOCX; - reads standard input.",
            show_default=False,
        ),
    ] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show every quote of the resume that speaks of a skill.")
    ] = False,
    accept_near: Annotated[
        bool, typer.Option("--accept-near", help="Count skills whose names the resume misspells, too.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit with 1 unless every required skill is held at its level.")
    ] = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Check what you still lack for a role, and what to do next."""
    from cscareer.skills.gap import assess_gap  # noqa: PLC0415  help stays quick
    from cscareer.skills.held import read_held  # noqa: PLC0415

    if resume is None and (evidence or accept_near):
        raise UsageError(
            f"{'--evidence' if evidence else '--accept-near'} speaks of a resume, and none is given.",
            hint="Add --resume FILE.",
        )
    session = session_of(context)
    catalog = session.catalog()
    wanted = session.role(catalog, " ".join(title))
    held = read_held(catalog, have or [])
    for skill in held:
        if skill.completed:
            session.note_completed(skill.said, catalog.skills[skill.skill].name)
    found = find_in_resume(session, catalog, resume) if resume is not None else ()
    answer = assess_gap(
        catalog, wanted, held, found, accept_near=accept_near, most_evidence=None if evidence else 1
    )
    session.show(answer, output_format, as_json=json)
    if check and not answer.ready:
        raise typer.Exit(ExitCode.ANSWER_IS_NO)
