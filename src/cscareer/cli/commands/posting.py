"""The command that reads and judges job ads."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli import clock
from cscareer.cli.applicant import gather_applicant
from cscareer.cli.declaring import Panel, command
from cscareer.cli.person import HaveOption, ResumeOption, StrictOption
from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT, standard_input
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.jobs.ad import Ad
    from cscareer.jobs.posting import PostingReport


@command(
    Panel.JOBS,
    asks=["jobs.posting:read_posting"],
    needs=["documents.ads:read_ad_file", "jobs.gates:Applicant", "skills.held:Person"],
    examples=["cscareer posting ad.md --resume resume.md"],
)
def posting(
    session: Session,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A job ad: text, Markdown, a saved web page, PDF, DOCX, a mail (.eml) or JSON; - reads standard input.",
        ),
    ],
    have: HaveOption = None,
    resume: ResumeOption = None,
    strict: StrictOption = False,
) -> "PostingReport":
    """Read a job ad: what it pays and whether that is fair, what it asks, how you fit, and what to beware of."""
    from cscareer.jobs.posting import read_posting

    if resume == STANDARD_INPUT == file:
        raise UsageError(
            "The ad and the resume can't both come from standard input.", hint="Name a file for one of them."
        )
    catalog = session.catalog()
    ad = read_ad(file)
    applicant = gather_applicant(session, catalog, have or [], resume, strict=strict)
    return read_posting(catalog, ad, applicant, today=clock.today())


def read_ad(said: str) -> "Ad":
    """The ad of a file, or of standard input.

    Raises:
        UsageError: standard input is asked for and is a terminal.
        UnreadableError, InvalidDataError, MissingExtraError: as reading a document raises them.
    """
    from cscareer.documents.ads import read_ad_bytes, read_ad_file
    from cscareer.documents.reading import MOST_BYTES

    if not said:
        raise UsageError("An empty name is no file.", hint="Name the ad, or - for standard input.")
    if said != STANDARD_INPUT:
        return read_ad_file(Path(said))
    sent = standard_input("posting - reads the ad from", "cat ad.txt | cscareer posting -")
    return read_ad_bytes(sent.read(MOST_BYTES + 1), "standard input")
