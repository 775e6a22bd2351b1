"""The job ad that a file or standard input holds, and what it wants of a person."""

from pathlib import Path
from typing import TYPE_CHECKING

from cscareer.cli.session import Session
from cscareer.cli.streams import STANDARD_INPUT, GivenText, standard_input
from cscareer.errors import UsageError

_MOST_DIGITS = 6  # of the number of a kept ad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.catalog.word_models import TextKind
    from cscareer.jobs.ad import Ad
    from cscareer.plan.checklist import AskedByAd


def wanted_by_ad(session: Session, catalog: "Catalog", ad: str) -> "tuple[Role, tuple[AskedByAd, ...]]":
    """The role of a job ad, and the skills that it requires: of a file, or of one that is kept.

    Raises:
        UsageError: its job is no role of the guide.
        UnknownNameError: no kept ad has that number.
        UnreadableError, InvalidDataError, MissingExtraError: as reading an ad raises them.
    """
    from cscareer.plan.checklist import AskedByAd
    from cscareer.plan.postings import found_posting
    from cscareer.plan.profile import Profile

    if ad.isdecimal() and len(ad) <= _MOST_DIGITS:
        kept = found_posting(session.kept_profile() or Profile(), int(ad))
        role, title = kept.role, kept.title
        asked = tuple(AskedByAd(skill) for skill in kept.open_skills)
    else:
        from cscareer.cli import clock
        from cscareer.jobs.posting import read_posting
        from cscareer.render.text import quoted

        report = read_posting(catalog, ad_of(session, catalog, ad), today=clock.today())
        if any(mark.severity == "warning" for mark in report.watch):
            session.notes.append(
                f"That ad carries marks of a kind to beware of: cscareer posting {quoted(ad)}"
            )
        role, title = (report.role.id if report.role else None), report.title
        asked = tuple(AskedByAd(each.id, each.level) for each in report.skills if each.demand == "required")
    if role is None or role not in catalog.roles:
        raise UsageError(
            f"The job of that ad, {title or 'which has no title'}, is no role of the guide.",
            hint="Start with the nearest role: cscareer checklist start TITLE",
        )
    return catalog.roles[role], asked


def ad_of(session: Session, catalog: "Catalog", said: str) -> "Ad":
    """The same as `read_ad`; says so where it looks like a resume.

    Raises:
        as `read_ad` does.
    """
    from cscareer.catalog.word_models import TextKind

    ad = read_ad(said)
    note_kind(session, catalog, said, [line.text for line in ad.said], TextKind.AD)
    return ad


def kind_of(catalog: "Catalog", lines: "Sequence[str]") -> "TextKind | None":
    """Whether a text surely is an ad or a resume; None in doubt."""
    from cscareer.documents.text_kind import TextKinds

    return catalog.once(TextKinds).of(lines)


def ad_among(session: Session, catalog: "Catalog", said: str) -> "Ad | None":
    """The ad of one of several files; says so and leaves it out where it looks like a resume.

    Raises:
        as `read_ad` does.
    """
    from cscareer.catalog.word_models import TextKind

    ad = read_ad(said)
    if kind_of(catalog, [line.text for line in ad.said]) is not TextKind.RESUME:
        return ad
    session.notes.append(f"{ad.name} is left out: it looks like a resume, not a job ad.")
    return None


def note_kind(
    session: Session, catalog: "Catalog", said: str, lines: "Sequence[str]", wanted: "TextKind"
) -> None:
    """Says so where a text surely is a resume and an ad is wanted, or the other way round; it is read all the same."""
    from cscareer.catalog.word_models import TextKind
    from cscareer.render.text import quoted

    kind = kind_of(catalog, lines)
    if kind is None or kind is wanted:
        return
    is_file = said != STANDARD_INPUT and not isinstance(said, GivenText)
    name = quoted(said) if " " in said else said
    text = said if is_file else "That text"
    if kind is TextKind.RESUME:
        said_so, way = "a resume, not a job ad", f"cscareer match --resume {name}"
    else:
        session.doubts_resume = True
        said_so, way = "a job ad, not a resume", f"cscareer posting {name}"
    session.notes.append(f"{text} looks like {said_so}.{f' Did you mean `{way}`?' if is_file else ''}")


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
    if isinstance(said, GivenText):
        return read_ad_bytes(said.content, said)
    if said != STANDARD_INPUT:
        return read_ad_file(Path(said))
    sent = standard_input("posting - reads the ad from", "cat ad.txt | cscareer posting -")
    return read_ad_bytes(sent.read(MOST_BYTES + 1), "standard input")
