"""Commands that keep a person's checklists on the way to a role: showing and starting them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.declaring import Group, Panel, command
from cscareer.cli.options import SomeRoleName
from cscareer.cli.person import HaveOption, ResumeOption
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT
from cscareer.cli.taking import take_resume, take_said
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.cli.taking import Taken
    from cscareer.plan.checklist import AskedByAd
    from cscareer.plan.checklist_report import ChecklistReport
    from cscareer.plan.profile import Profile

CHECKLIST = Group(
    "checklist",
    Panel.PLAN,
    "Your way to a role, item by item: start it, tick it off, see how far you are.",
    own=True,
)


@command(
    CHECKLIST,
    asks=["plan.checklist_report:report_checklists"],
    examples=["cscareer checklist show", "cscareer checklist show --full"],
    alone=True,
)
def show(session: Session) -> "ChecklistReport":
    """Show your checklists, and how far you are."""
    catalog = session.catalog()
    return report(session, catalog, session.kept_profile())


@command(
    CHECKLIST,
    asks=["plan.checklist_report:report_checklists"],
    examples=[
        'cscareer checklist start "customer service manager" --by 2027-06-30',
        'cscareer checklist start "customer service team lead" --by "in 6 months"',
        'cscareer checklist start "customer service manager" --resume resume.md',
        'cscareer checklist start "call center specialist" --have cashier',
        "cscareer checklist start --ad ad.md",
    ],
    tool=False,
)
def start(
    session: Session,
    title: SomeRoleName = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day you want to be there, like 2027-06-30 or next June.",
            show_default=False,
        ),
    ] = None,
    ad: Annotated[
        str | None,
        typer.Option(
            "--ad",
            metavar="FILE|NUMBER",
            help="Start from a job ad, in place of a title: a file, or the number of one you keep.",
            show_default=False,
        ),
    ] = None,
    resume: ResumeOption = None,
    have: HaveOption = None,
) -> "ChecklistReport":
    """Start the checklist for a role, or for a job ad. What your profile, resume or --have says is there already."""
    from cscareer.cli.ads import wanted_by_ad

    if bool(title) == (ad is not None):
        raise UsageError(
            "Name a role, or give --ad for a job ad.",
            hint="cscareer checklist start TITLE, or cscareer checklist start --ad FILE",
        )
    catalog = session.catalog()
    role, asked = (
        wanted_by_ad(session, catalog, ad) if ad else (session.role(catalog, " ".join(title or [])), ())
    )
    day = session.day(by) if by is not None else None
    if day is not None and day < session.today:
        raise UsageError(f"--by {day} has passed already.", hint="Give a day to come, like 2027-06-30.")
    if ad == resume == STANDARD_INPUT:
        raise UsageError(
            "The ad and the resume can't both come from standard input.", hint="Name a file for one of them."
        )
    wanted = {each.skill for each in role.skills}
    taken = take_resume(session, catalog, resume, wanted) if resume else None
    said = take_said(session, catalog, have) if have else None
    profile, told = session.store().change_and_tell(
        lambda kept: _started(catalog, kept, role, session.today, day, asked, (said, taken))
    )
    session.notes += told
    return report(session, catalog, profile)


def _started(
    catalog: "Catalog",
    kept: "Profile",
    role: "Role",
    today: str,
    by: str | None,
    asked: "Sequence[AskedByAd]",
    taken: "Sequence[Taken | None]",
) -> "tuple[Profile, list[str]]":
    """The profile with a checklist and with what is taken over into it, and what to tell of that."""
    from cscareer.plan.checklist import start_checklist

    told: list[str] = []
    for each in filter(None, taken):
        after = each.into(kept)
        told += each.told(catalog, kept, after)
        kept = after
    return start_checklist(catalog, kept, role, today, by, asked), told


def report(
    session: Session, catalog: "Catalog", profile: "Profile | None", *, changed: str | None = None
) -> "ChecklistReport":
    """The answer that shows the checklists of a profile."""
    from cscareer.plan.checklist_report import report_checklists

    return report_checklists(catalog, profile, session.today, changed=changed)
