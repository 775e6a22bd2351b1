"""Commands on the files that a profile is kept in: writing it out, finding it, going back, forgetting it."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.asking import YesNo, ask
from cscareer.cli.commands.profile import PROFILE, report
from cscareer.cli.declaring import command
from cscareer.cli.outcomes import Text
from cscareer.cli.session import Session
from cscareer.errors import UsageError
from cscareer.render.formats import Format, Formats

if TYPE_CHECKING:
    from cscareer.plan.profile_report import ForgottenProfile, ProfileFiles, ProfileReport

_EXPORTED = Formats(
    (Format.YAML, Format.JSON, Format.CSV, Format.MARKDOWN),
    Format.YAML,
    "yaml when left out: the profile as it is kept.",
)


@command(
    PROFILE,
    asks=["plan.profile_report:describe_profile"],
    examples=[
        "cscareer profile export -o profile.yaml",
        "cscareer profile export --format json -o profile.json",
    ],
    formats=_EXPORTED,
    saves=True,
)
def export(
    session: Session,
) -> "ProfileReport | Text":
    """Write all of your profile out, your notes too, to keep or to move to another machine."""
    from cscareer.plan.profile_report import describe_profile
    from cscareer.plan.storage import as_yaml

    profile = session.kept_profile()
    if profile is None:
        raise UsageError(
            "There is no profile to export.", hint="`cscareer profile set --role TITLE` begins one."
        )
    if session.asked in {None, Format.YAML}:
        return Text(as_yaml(profile))
    return describe_profile(session.catalog(), profile)


@command(
    PROFILE, asks=["plan.profile_report:list_profile_files"], examples=["cscareer profile path"], tool=False
)
def path(session: Session) -> "ProfileFiles":
    """Show where your profile is kept."""
    from cscareer.plan.profile_report import list_profile_files

    return list_profile_files(session.store())


@command(
    PROFILE, asks=["plan.profile_report:describe_profile"], examples=["cscareer profile restore"], tool=False
)
def restore(session: Session) -> "ProfileReport":
    """Put the version before the last change back; the present one is set aside."""
    catalog = session.catalog()
    store = session.store()
    profile = store.restore()
    if asides := store.asides():
        session.notes.append(f"What stood there is set aside in {asides[-1]}.")
    return report(catalog, profile)


@command(
    PROFILE,
    asks=["plan.profile_report:forget_profile"],
    examples=["cscareer profile forget --yes"],
    tool=False,
)
def forget(
    session: Session,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> "ForgottenProfile":
    """Remove everything kept of you: profile, checklists, kept ads and practice scores."""
    from cscareer.plan.profile_report import forget_profile

    store = session.store()
    if not yes:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            raise UsageError(
                "This removes your profile, checklists, kept ads and practice scores for good.",
                hint="Add --yes if you mean it.",
            )
        if ask("Remove your profile, checklists, kept ads and practice scores for good?", YesNo) is YesNo.NO:
            raise UsageError("Nothing was removed.", hint="`cscareer profile show` shows what is kept.")
    return forget_profile(store)
