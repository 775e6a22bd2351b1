"""The command that says what a person still lacks for a role."""

from typing import Annotated

import typer

from cscareer.cli.explore import RoleName
from cscareer.cli.person import (
    AcceptNearOption,
    EvidenceOption,
    HaveOption,
    ResumeOption,
    check_resume_options,
    gather_person,
)
from cscareer.cli.session import (
    FormatOption,
    JsonOption,
    session_of,
)
from cscareer.errors import ExitCode

PANEL = "Plan"


def gap(
    context: typer.Context,
    title: RoleName,
    have: HaveOption = None,
    resume: ResumeOption = None,
    evidence: EvidenceOption = False,
    accept_near: AcceptNearOption = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit with 1 unless every required skill is held at its level.")
    ] = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Check what you still lack for a role, and what to do next."""
    from cscareer.skills.gap import assess_gap  # noqa: PLC0415  help stays quick

    check_resume_options(resume=resume is not None, evidence=evidence, accept_near=accept_near)
    session = session_of(context)
    catalog = session.catalog()
    wanted = session.role(catalog, " ".join(title))
    person = gather_person(session, catalog, have or [], resume)
    answer = assess_gap(
        catalog,
        wanted,
        person.held,
        person.found,
        accept_near=accept_near,
        most_evidence=None if evidence else 1,
    )
    session.show(answer, output_format, as_json=json)
    if check and not answer.ready:
        raise typer.Exit(ExitCode.ANSWER_IS_NO)
