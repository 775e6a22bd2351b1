"""The command that says what a person still lacks for a role."""

from typing import Annotated

import typer

from cscareer.cli.declaring import AtHand, Panel, command
from cscareer.cli.options import OwnRoleName
from cscareer.cli.outcomes import Reply
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
from cscareer.cli.talking import named_or_own_role


@command(
    Panel.PLAN,
    asks=["skills.gap:assess_gap"],
    needs=["skills.held:read_held", "skills.finding:find_skills", "skills.finding_text:TextLine"],
    examples=[
        'cscareer gap "customer service manager" --have "empathy:advanced,coaching"',
        'cscareer gap "account manager" --have "communication:3,empathy"',
    ],
)
def gap(
    session: Session,
    title: OwnRoleName = None,
    have: HaveOption = None,
    resume: ResumeOption = None,
    strict: StrictOption = False,
    evidence: EvidenceOption = False,
    accept_near: AcceptNearOption = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Exit with 1 unless every required skill is held at its level."),
        AtHand(),
    ] = False,
) -> "Reply":
    """Check what you still lack for a role, and what to do next."""
    from cscareer.routes.onward import next_role
    from cscareer.skills.gap import assess_gap

    check_resume_options(resume=resume is not None, evidence=evidence, accept_near=accept_near)
    catalog = session.catalog()
    wanted = named_or_own_role(session, catalog, title)
    person = gather_person(session, catalog, have or [], resume, strict=strict)
    if resume is None:
        person = check_oneself(session, catalog, person, role=wanted)
    person = ask_about_maybe(session, person, lambda: {want.skill for want in wanted.skills})
    answer = assess_gap(
        catalog,
        wanted,
        person=person,
        location=session.own_location(catalog),
        accept_near=accept_near,
        most_evidence=None if evidence else 1,
        kept_ads=tuple(each.open_skills for each in session.profile.postings) if session.profile else (),
        onward=next_role(catalog, person, wanted),
    )
    return Reply(answer, full=evidence, holds=answer.ready or not check)
