"""The command that reads and judges job ads: one, several side by side, or a stream."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from cscareer.catalog.reading import is_folder
from cscareer.cli import clock
from cscareer.cli.ad_filter import AdPlaceOption, MinPayOption, RemoteOption, WithinOption, wanted_ads
from cscareer.cli.ads import ad_among, ad_of
from cscareer.cli.applicant import gather_applicant
from cscareer.cli.declaring import AsText, AtHand, Panel, command
from cscareer.cli.outcomes import Stream
from cscareer.cli.person import HaveOption, ResumeOption, StrictOption
from cscareer.cli.session import Session
from cscareer.cli.streams import (
    STANDARD_INPUT,
    GivenText,
    check_stream,
    check_whole,
    files_in,
    opened,
    passing_over,
)
from cscareer.errors import CareerError, UsageError
from cscareer.render.formats import USUAL, Format

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.jobs.ad import Ad
    from cscareer.jobs.comparing import PostingComparison
    from cscareer.jobs.filtering import AdFilter, LeftOut
    from cscareer.jobs.posting import PostingLine, PostingReader, PostingReport


@command(
    Panel.JOBS,
    asks=["jobs.posting:read_posting", "jobs.posting:PostingReader.line", "jobs.comparing:compare_postings"],
    needs=[
        "documents.ads:read_ad_file",
        "documents.ads:read_ad_bytes",
        "jobs.gates:Applicant",
        "jobs.filtering:AdFilter",
        "skills.held:Person",
    ],
    examples=["cscareer posting ad.md --resume resume.md", "cscareer posting --compare ad.md other-ad.txt"],
    formats=USUAL.plus(Format.JSONL, "With --stream it is jsonl, one object a line, or csv."),
)
def posting(
    session: Session,
    file: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="A job ad: text, Markdown, a saved web page, PDF, DOCX, a mail (.eml) or JSON; - reads standard input. Several, or a folder, are ranked.",
        ),
        AsText("ads", "The text of the job ad itself, whole, not the name of a file; several are ranked."),
    ],
    have: HaveOption = None,
    resume: ResumeOption = None,
    strict: StrictOption = False,
    location: AdPlaceOption = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Rank ads side by side, also a single one.")
    ] = False,
    stream: Annotated[
        bool,
        typer.Option(
            "--stream",
            help="FILE holds an ad a line, as JSON: a job board's record or schema.org's JobPosting.",
        ),
        AtHand(),
    ] = False,
    min_pay: MinPayOption = None,
    remote: RemoteOption = False,
    within: WithinOption = None,
    save: Annotated[
        bool,
        typer.Option("--save", help="Keep it in your list, for `cscareer postings`; on your disk alone."),
        AtHand(),
    ] = False,
) -> "PostingReport | PostingComparison | Stream":
    """Read job ads: what they pay and whether that is fair, what they ask, how you fit, and what to beware of."""
    from cscareer.jobs.posting import PostingReader, read_posting

    if resume == STANDARD_INPUT and STANDARD_INPUT in file:
        raise UsageError(
            "The ad and the resume can't both come from standard input.", hint="Name a file for one of them."
        )
    many = compare or len(file) > 1 or any(map(_is_folder, file))
    if stream:
        check_stream(session.asked, "ads")
    else:
        check_whole(session.asked, "give ads with --stream FILE.jsonl.")
    if not (many or stream) and (min_pay is not None or remote or within is not None):
        raise UsageError(
            "--min-pay, --remote and --within choose among several ads.",
            hint="Name several files, a folder, or --stream FILE.",
        )
    if save and (many or stream):
        raise UsageError("--save keeps one ad.", hint="Name the one to keep: cscareer posting FILE --save")
    catalog = session.catalog()
    wanted = wanted_ads(session, catalog, min_pay, within, remote=remote)
    place = session.location(catalog, location)
    applicant = gather_applicant(session, catalog, have or [], resume, strict=strict)
    reader = PostingReader(catalog, applicant, clock.today(), place)
    if stream:
        return _stream(session, file, reader, wanted)
    if many:
        from cscareer.jobs.comparing import compare_postings

        return compare_postings(catalog, reader, _ads(session, catalog, file), wanted)
    report = read_posting(
        catalog, ad_of(session, catalog, file[0]), applicant, today=clock.today(), place=place
    )
    if place and not report.place_given and report.page is None:
        session.notes.append("The ad says where the job is; --location is for ads that don't.")
    if save:
        _keep(session, report)
    return report


def _keep(session: Session, report: "PostingReport") -> None:
    from cscareer.plan.postings import keep_posting

    profile = session.store().change(lambda kept: keep_posting(kept, report, session.today))
    session.notes.append(
        f"Kept as number {profile.postings[-1].number}: `cscareer postings` lists what you keep, on this machine alone."
    )


def _ads(session: Session, catalog: "Catalog", said: Sequence[str]) -> "Iterator[Ad]":
    """The ads of files and folders; in a folder files of other kinds are left alone, and one that can't be read is told of and passed over; so is a resume."""
    from cscareer.documents.ads import AD_ENDINGS

    for each in said:
        if not _is_folder(each):
            if ad := ad_among(session, catalog, each):
                yield ad
            continue
        for inside in files_in(Path(each), AD_ENDINGS, "job ad", "Ads"):
            try:
                if ad := ad_among(session, catalog, str(inside)):
                    yield ad
            except CareerError as error:
                session.notes.append(f"{inside}: passed over. {error.message}")


def _is_folder(said: str) -> bool:
    return not isinstance(said, GivenText) and is_folder(Path(said))


def _stream(session: Session, file: Sequence[str], reader: "PostingReader", wanted: "AdFilter") -> Stream:
    if len(file) > 1:
        raise UsageError(
            "--stream reads one file of lines.", hint="Join them: cat *.jsonl | cscareer posting --stream -"
        )
    from cscareer.render.posting_stream import write_postings

    ads = opened(file[0], "--stream - reads", "cat ads.jsonl | cscareer posting --stream -")
    stream, name = session.keep_open(ads)
    lines = _lines(stream, name, reader, wanted)
    return Stream(lambda written: write_postings(lines, written))


def _lines(
    stream: BinaryIO, name: str, reader: "PostingReader", wanted: "AdFilter"
) -> "Iterator[PostingLine]":
    """The ad of each line that has what is wanted, in order; how many were left out is told at the end.

    Raises:
        RowsPassedOverError: at the end, when lines were passed over.
    """
    from cscareer.documents.ad_lines import read_ad_lines

    reasons: Counter[LeftOut] = Counter()
    try:
        for number, ad in passing_over(read_ad_lines(stream, name), name):
            answer = reader.line(ad, number)
            reason = wanted.reason(answer) if wanted.asks else None
            if reason is None:
                yield answer
            else:
                reasons[reason] += 1
    finally:
        if reasons:
            from cscareer.jobs.filtering import counted
            from cscareer.render.show import tell

            tell(f"Left out: {counted(reasons)}.")
