"""What bulk makes of a row: the very line that `title -`, `posting --stream` or `match --people` writes for it."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from cscareer.bulk.work import LeftOutRow, ReadRows, RowReading, Rows
from cscareer.cli.people import TOP_OF_MANY, person_of_file, read_lines
from cscareer.errors import Problem

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Level, Track
    from cscareer.jobs.filtering import AdFilter
    from cscareer.jobs.gates import Applicant
    from cscareer.pay.location import Location

_TITLE = "title"
_DIGEST = 16  # letters of a digest, enough to tell people apart


def titles_in(column: str | None) -> RowReading:
    """Rows that are job titles, or have one in this column.

    Example:
        >>> titles_in("title").kind
        'titles'
    """
    from cscareer.titles.report import TitleLine

    named = column or _TITLE
    return RowReading(
        "titles",
        partial(_read_titles, column=named),
        TitleLine,
        columns=(named,),
        text_column=named,
        options={"column": named},
    )


def _read_titles(catalog: "Catalog", _day: date, *, column: str) -> ReadRows:
    from cscareer.documents.title_rows import TitleRows
    from cscareer.render.title_stream import title_text
    from cscareer.titles.reading import TitleReader

    reader = catalog.once(TitleReader)

    def read(rows: Rows) -> Iterator[str | Problem]:
        titles = TitleRows(
            rows.stream, rows.name, column if rows.as_json else None, first=rows.first, as_json=rows.as_json
        )
        for each in titles:
            yield each if isinstance(each, Problem) else title_text(reader.read(each.title), each.line)

    return read


def postings_in(
    applicant: "Applicant | None" = None,
    wanted: "AdFilter | None" = None,
    location: "Location | None" = None,
) -> RowReading:
    """Rows that are job ads: a job board's records, or schema.org's JobPosting.

    Args:
        applicant: who is held against them; the manifest has a digest of what is known of them and nothing else.
        wanted: what an ad must have, else it is left out and counted.
        location: where the jobs are whose ads name no place.

    Example:
        >>> postings_in().kind
        'postings'
    """
    from cscareer.documents.job_fields import NAMES
    from cscareer.jobs.posting import PostingLine

    least = wanted.min_pay if wanted else None
    within = wanted.within if wanted else None
    return RowReading(
        "postings",
        partial(_read_postings, applicant=applicant, wanted=wanted, location=location),
        PostingLine,
        columns=(*NAMES["text"], *NAMES["title"]),
        options={
            "person": _digest_of(applicant) if applicant else None,
            "min_pay": f"{least.amount}/{least.per}" if least else None,
            "remote": "yes" if wanted and wanted.remote else None,
            "within": within.area.id if within else None,
            "location": _told(location),
        },
    )


def _told(place: "Location | None") -> str | None:
    """A place as it was said, which stands in each line, and the area whose wages speak for it."""
    return f"{place.said} ({place.area.id})" if place else None


def _digest_of(applicant: "Applicant") -> str:
    """What tells a person from another, and nothing of them."""
    known = [line.text for line in applicant.lines]
    known += [f"{each.skill} {each.level}" for each in applicant.person.held]
    known += [applicant.location.area.id if applicant.location else "", applicant.person.role or ""]
    return sha256("\n".join(known).encode()).hexdigest()[:_DIGEST]


def _read_postings(
    catalog: "Catalog",
    day: date,
    *,
    applicant: "Applicant | None",
    wanted: "AdFilter | None",
    location: "Location | None",
) -> ReadRows:
    from cscareer.documents.ad_lines import read_ad_lines
    from cscareer.jobs.posting import PostingReader
    from cscareer.render.posting_stream import posting_text

    reader = PostingReader(catalog, applicant, day, location)

    def read(rows: Rows) -> Iterator[str | Problem | LeftOutRow]:
        for each in read_ad_lines(rows.stream, rows.name, first=rows.first):
            if isinstance(each, Problem):
                yield each
                continue
            number, ad = each
            answer = reader.line(ad, number)
            reason = wanted.reason(answer) if wanted else None
            yield posting_text(answer) if reason is None else LeftOutRow(reason.value)

    return read


def people_in(wishes: "MatchWishes") -> RowReading:
    """Rows that are people: their skills, their resume, or both; a file that is a resume is one, too.

    Example:
        >>> people_in(MatchWishes(top=3)).kind
        'people'
    """
    from cscareer.documents.reading import RESUME_ENDINGS
    from cscareer.skills.matching import PersonMatch

    return RowReading(
        "people",
        partial(_read_people, wishes=wishes),
        PersonMatch,
        columns=("resume", "skills"),
        documents=tuple(sorted(RESUME_ENDINGS)),
        lists=("skills",),
        options={
            "location": _told(wishes.location),
            "level": ";".join(sorted(wishes.levels)) or None,
            "track": ";".join(sorted(wishes.tracks)) or None,
            "top": str(wishes.top),
            "accept_near": "yes" if wishes.accept_near else None,
            "evidence": "yes" if wishes.evidence else None,
            "sources": "yes" if wishes.with_sources else None,
        },
    )


class MatchWishes(NamedTuple):
    """How people are matched: only roles of these levels and tracks, with pay in a place, so many of each, what counts, and what is shown.

    Example:
        >>> MatchWishes(tracks=[Track.LEADERSHIP], top=3).top
        3
    """

    levels: "Collection[Level]" = ()
    tracks: "Collection[Track]" = ()
    location: "Location | None" = None
    top: int = TOP_OF_MANY
    accept_near: bool = False
    with_sources: bool = True
    evidence: bool = False


def _read_people(catalog: "Catalog", day: date, *, wishes: MatchWishes) -> ReadRows:
    from cscareer.render.json_format import draw_line
    from cscareer.skills.matching import Matcher

    matcher = Matcher(
        catalog,
        wishes.levels,
        wishes.tracks,
        location=wishes.location,
        accept_near=wishes.accept_near,
        most_evidence=None if wishes.evidence else 0,
    )

    def read(rows: Rows) -> Iterator[str | Problem]:
        people = (
            [person_of_file(catalog, rows.stream.read(), rows.name, rows.first, day)]
            if rows.whole
            else read_lines(catalog, rows.stream, rows.name, first=rows.first, today=day)
        )
        for each in people:
            if isinstance(each, Problem):
                yield each
            else:
                line, person = each
                match = matcher.line(line.line, line.id, person, top=wishes.top)
                yield draw_line(match, with_sources=wishes.with_sources)

    return read
