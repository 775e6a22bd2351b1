"""Commands that hand a person's checklists over, and tell what changed on them."""

from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.commands.checklist import CHECKLIST
from cscareer.cli.declaring import command
from cscareer.cli.session import Session
from cscareer.render.formats import Format, Formats

if TYPE_CHECKING:
    from cscareer.plan.checklist_report import ChecklistDiff, ChecklistReport

_EXPORTED = Formats(
    (Format.MARKDOWN, Format.CSV, Format.JSON, Format.ICS),
    Format.MARKDOWN,
    "markdown when left out; ics is for a calendar, as tasks and events.",
)


@command(
    CHECKLIST,
    asks=["plan.checklist_report:report_checklists"],
    examples=[
        "cscareer checklist export --format ics -o tasks.ics",
        "cscareer checklist export --format markdown -o plan.md",
    ],
    formats=_EXPORTED,
    saves=True,
)
def export(
    session: Session,
    notes: Annotated[bool, typer.Option("--notes", help="Hand over the notes to yourself, too.")] = False,
) -> "ChecklistReport":
    """Write your checklists out, to print, to hand over, or for your calendar."""
    from cscareer.plan.checklist_report import report_checklists
    from cscareer.plan.kept_names import no_checklist

    answer = report_checklists(session.catalog(), session.kept_profile(), session.today, notes=notes)
    if not answer.checklists:
        raise no_checklist()
    return answer


@command(
    CHECKLIST,
    asks=["plan.checklist_report:compare_checklists"],
    examples=["cscareer checklist diff --since 2026-11-01", "cscareer checklist diff"],
)
def diff(
    session: Session,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="From which day on, like 2026-11-01 or last month; all of it when left out."
        ),
    ] = None,
) -> "ChecklistDiff":
    """Show what changed on your checklists since a day."""
    from cscareer.plan.checklist_report import compare_checklists

    day = session.day(since, coming=False) if since is not None else None
    catalog = session.catalog()
    return compare_checklists(catalog, session.kept_profile(), day, session.today)
