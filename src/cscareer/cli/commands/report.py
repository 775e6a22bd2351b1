"""The command that makes a report to hand over, or one for each of many people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli import clock
from cscareer.cli.completion import complete_role
from cscareer.cli.declaring import Panel, command
from cscareer.cli.handing_over import format_of, notes_on, of_header, open_file, stream_reports
from cscareer.cli.options import LocationOption
from cscareer.cli.outcomes import Export, Stream
from cscareer.cli.person import HaveOption, ResumeOption
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT
from cscareer.errors import UsageError
from cscareer.render.formats import Format, Formats

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.handover.report import CareerReport, ReportCase  # noqa: F401  what the question answers with

FORMATS = Formats(
    (Format.HTML, Format.MARKDOWN, Format.DOCX, Format.JSON),
    Format.HTML,
    "How the report is written; by the ending of --output, or html, when left out.",
)


@command(
    Panel.SHARE,
    asks=["handover.report:report_career"],
    needs=["handover.report:ReportCase", "jobs.gates:Applicant", "skills.held:Person"],
    examples=[
        'cscareer report --role "customer service manager" --from "customer service specialist" -l "Columbus, OH" -o report.html',
        'cscareer report --role csr --offer 46000 -l Denver --for Ana --by "Career centre" -o ana.html',
    ],
    formats=FORMATS,
    saves=True,
)
def report(
    session: Session,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE",
            help="The role it is about; that of the ad, or the one nearest to you, when left out.",
            autocompletion=complete_role,
        ),
    ] = None,
    location: LocationOption = None,
    resume: ResumeOption = None,
    have: HaveOption = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="TITLE",
            help="The role you are in; the one of your resume or profile when left out.",
            autocompletion=complete_role,
        ),
    ] = None,
    offer: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Pay you were offered for it.", show_default=False)
    ] = None,
    posting: Annotated[
        str | None, typer.Option(metavar="FILE", help="A job ad to read, too.", show_default=False)
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="The time you have, like 2y, for the plan.", show_default=False),
    ] = None,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            "--name",
            metavar="NAME",
            help="Whom it is for; the name at the head of the resume when left out, where that is sure.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who hands it over.", show_default=False)
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="With the notes of your checklist, which are left out otherwise.")
    ] = False,
    people: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A report for each of many people, as `match --people` reads them, into the folder --output.",
            show_default=False,
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it once it is written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there already.")] = False,
) -> "Export | Stream":
    """Write a report to hand over: a role, its pay here, your gap, the way there and what to do this week."""
    from cscareer.handover.report import report_career
    from cscareer.render.show import draw_file

    if open_ and (people is not None or session.output in {None, "-"}):
        raise UsageError("--open opens one file.", hint="Name it: -o report.html")
    if resume == posting == STANDARD_INPUT:
        raise UsageError(
            "The ad and the resume can't both come from standard input.", hint="Name a file for one of them."
        )
    written = format_of(session, many=people is not None)
    catalog = session.catalog()
    if people is not None:
        if resume is not None or have or posting is not None or for_ is not None:
            raise UsageError(
                "--people brings its own people.", hint="Leave out --resume, --have, --posting and --for."
            )
        case = _case(session, catalog, role, location, from_, offer, within, by, many=True)
        return stream_reports(session, catalog, people, case, written, force=force)
    case = _case(session, catalog, role, location, from_, offer, within, by, many=False)
    case = _of_person(session, catalog, case, have or [], resume, posting, for_, notes=notes)
    answer = report_career(catalog, case)
    session.notes += notes_on(answer)
    content = draw_file(answer, written)
    output = session.output or ""
    return Export(content, force, (lambda: open_file(Path(output))) if open_ else None)


def _case(
    session: Session,
    catalog: "Catalog",
    role: str | None,
    location: str | None,
    from_: str | None,
    offer: str | None,
    within: str | None,
    by: str | None,
    *,
    many: bool,
) -> "ReportCase":
    """What is said of the role, the place, the offer and the time."""
    from cscareer.catalog.models import Role
    from cscareer.cli.days import months_within
    from cscareer.cli.other_work import role_or_job
    from cscareer.handover.report import ReportCase
    from cscareer.pay.amounts import read_pay

    place = session.location(catalog, location)
    start = role_or_job(session, catalog, from_) if from_ is not None else None
    return ReportCase(
        today=clock.today(),
        role=session.role(catalog, role) if role is not None else None,
        location=place or (None if many else session.own_location(catalog)),
        start=start if isinstance(start, Role) else None,
        near=None if start is None or isinstance(start, Role) else start,
        offer=read_pay(offer, what="the offer") if offer is not None else None,
        within=months_within(within) if within is not None else None,
        prepared_by=by or None,
    )


def _of_person(
    session: Session,
    catalog: "Catalog",
    case: "ReportCase",
    have: list[str],
    resume: str | None,
    posting: str | None,
    name: str | None,
    *,
    notes: bool,
) -> "ReportCase":
    """The same with the person, and the ad they look at."""
    from dataclasses import replace

    from cscareer.cli.ads import ad_of
    from cscareer.cli.applicant import applicant_of
    from cscareer.cli.resumes import read_resume

    document = read_resume(session, catalog, resume) if resume is not None else None
    applicant = applicant_of(session, catalog, have, document)
    if applicant and resume is None and not applicant.person.held:
        applicant = None  # a profile that says where they live, and nothing of what they can do
    own = session.own_role(catalog)
    if applicant is None and own is not None and case.start is None:
        session.note_own(f"role, {own.title}")
    headed = of_header(catalog, case, document, name)
    if applicant and applicant.location is None and headed.home:
        applicant = applicant._replace(location=headed.home)
    return replace(
        headed,
        applicant=applicant,
        start=case.start or (own if applicant is None and case.near is None else None),
        ad=ad_of(session, catalog, posting) if posting is not None else None,
        profile=session.profile,
        notes=notes,
    )
