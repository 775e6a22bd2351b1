"""The commands that read titles, ads or people by the million, on all cores of a machine or on a cluster."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from cscareer.cli import clock
from cscareer.cli.ad_filter import AdPlaceOption, MinPayOption, RemoteOption, WithinOption, wanted_ads
from cscareer.cli.declaring import Group, Panel, command
from cscareer.cli.options import LevelsOption, LocationOption, TracksOption
from cscareer.cli.outcomes import Reply
from cscareer.cli.people import TOP_OF_MANY
from cscareer.cli.person import AcceptNearOption, EvidenceOption, HaveOption, ResumeOption, StrictOption
from cscareer.cli.session import Session
from cscareer.cli.words import choose
from cscareer.errors import RowsPassedOverError, UsageError

if TYPE_CHECKING:
    from cscareer.bulk.work import RowReading

BULK = Group("bulk", Panel.JOBS, "Titles, ads or people by the million: on all cores here, or on a cluster.")
_ASKS = ["bulk.running:run_bulk"]
_NEEDS = ["bulk.folder:BulkTarget", "bulk.inputs:find_inputs", "bulk.sharing:Crew", "cli.bulk_rows:titles_in"]

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...", help="Files, patterns like 'ads-*.jsonl', or folders: JSON lines, CSV or Parquet."
    ),
]
Folder = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help="Where to write: a new folder, or that of the same run, which is gone on with.",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1, max=1000, help="Workers on this machine; one for each core when left out.", show_default=False
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="A running Dask cluster's, like tcp://10.0.0.5:8786; its workers do the work.",
        show_default=False,
    ),
]
Parquet = Annotated[bool, typer.Option("--parquet", help="Write Parquet in place of JSON lines.")]
Force = Annotated[
    bool, typer.Option("--force", help="Take the parts of another run in that folder away, and begin anew.")
]


@command(
    BULK,
    asks=_ASKS,
    needs=_NEEDS,
    examples=["cscareer bulk titles jobs.csv --column title -o titles-read"],
)
def titles(
    session: Session,
    inputs: Inputs,
    folder: Folder,
    column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help='The column or key that holds the titles; "title" when left out. A .txt file has one a line.',
            show_default=False,
        ),
    ] = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    parquet: Parquet = False,
    force: Force = False,
) -> Reply:
    """Read job titles by the million: for each the line that `title -` writes."""
    from cscareer.cli.bulk_rows import titles_in

    return _run(session, inputs, titles_in(column), _How(folder, workers, scheduler, parquet, force))


@command(
    BULK,
    asks=_ASKS,
    needs=["cli.bulk_rows:postings_in"],
    examples=["cscareer bulk postings 'ads-*.jsonl' --remote --min-pay 20/hr -o ads-read"],
)
def postings(
    session: Session,
    inputs: Inputs,
    folder: Folder,
    have: HaveOption = None,
    resume: ResumeOption = None,
    strict: StrictOption = False,
    location: AdPlaceOption = None,
    min_pay: MinPayOption = None,
    remote: RemoteOption = False,
    within: WithinOption = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    parquet: Parquet = False,
    force: Force = False,
) -> Reply:
    """Read job ads by the million: for each wanted one the line that `posting --stream` writes. You are held against them where you say --resume or --have."""
    from cscareer.cli.applicant import gather_applicant
    from cscareer.cli.bulk_rows import postings_in

    catalog = session.catalog()
    wanted = wanted_ads(session, catalog, min_pay, within, remote=remote)
    place = session.location(catalog, location)
    asked = resume is not None or have
    applicant = gather_applicant(session, catalog, have or [], resume, strict=strict) if asked else None
    reading = postings_in(applicant, wanted, place)
    return _run(session, inputs, reading, _How(folder, workers, scheduler, parquet, force))


@command(
    BULK,
    asks=_ASKS,
    needs=["cli.bulk_rows:people_in", "cli.bulk_rows:MatchWishes"],
    examples=["cscareer bulk people people/ --top 3 -o matches"],
)
def people(
    session: Session,
    inputs: Inputs,
    folder: Folder,
    location: LocationOption = None,
    level: LevelsOption = None,
    track: TracksOption = None,
    top: Annotated[
        int,
        typer.Option(
            min=1,
            help=f"Only this many of the best roles and next skills of each; {TOP_OF_MANY} when left out.",
        ),
    ] = TOP_OF_MANY,
    evidence: EvidenceOption = False,
    accept_near: AcceptNearOption = False,
    no_sources: Annotated[
        bool, typer.Option("--no-sources", help="Leave out the sources, which are the same on every line.")
    ] = False,
    workers: Workers = None,
    scheduler: Scheduler = None,
    parquet: Parquet = False,
    force: Force = False,
) -> Reply:
    """Match people by the million: for each the line that `match --people` writes. A file or a folder of resumes goes, too."""
    from cscareer.catalog.models import Level, Track
    from cscareer.cli.bulk_rows import MatchWishes, people_in

    wishes = MatchWishes(
        choose(Level, level or [], "--level"),
        choose(Track, track or [], "--track"),
        session.location(session.catalog(), location),
        top,
        accept_near,
        not no_sources,
        evidence,
    )
    return _run(session, inputs, people_in(wishes), _How(folder, workers, scheduler, parquet, force))


class _How(NamedTuple):
    """How a run is done, whatever its rows are."""

    folder: Path
    workers: int | None
    scheduler: str | None
    parquet: bool
    force: bool


def _run(session: Session, said: list[str], reading: "RowReading", how: _How) -> Reply:
    """Runs it; its report is shown before it is told that rows are bad.

    Raises:
        UsageError: workers of this machine and those of a cluster are asked for.
    """
    from cscareer.bulk.folder import BulkTarget
    from cscareer.bulk.inputs import find_inputs
    from cscareer.bulk.running import run_bulk
    from cscareer.bulk.sharing import Crew
    from cscareer.render.progress import showing_bulk

    if how.workers is not None and how.scheduler is not None:
        raise UsageError(
            "--workers starts workers here, and --scheduler has its own.", hint="Leave one of them out."
        )
    inputs = find_inputs(said, plain_text=reading.text_column is not None, documents=reading.documents)
    with showing_bulk(reading.kind, no_color=session.no_color) as tell:
        report = run_bulk(
            session.catalog(),
            reading,
            inputs,
            BulkTarget(how.folder, how.parquet, how.force),
            crew=Crew(how.workers, how.scheduler),
            day=clock.today(),
            tell=tell,
        )

    def tell_of_bad() -> NoReturn:
        raise RowsPassedOverError(
            f"{report.bad:,} of {report.lines:,} lines {'was' if report.bad == 1 else 'were'} set aside.",
            hint=f"{report.bad_files[0]} says where they stand and what was expected; all others are done.",
        )

    return Reply(report, afterwards=tell_of_bad if report.bad else None)
