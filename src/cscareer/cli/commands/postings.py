"""Commands about the job ads that a person keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cscareer.cli.declaring import Group, Panel, command
from cscareer.cli.session import Session
from cscareer.cli.words import read_words
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from cscareer.plan.postings import KeptPostings
    from cscareer.plan.profile import KeptPosting, Profile

POSTINGS = Group(
    "postings",
    Panel.JOBS,
    "The job ads you keep with `posting --save`: list them, note on them, say how it went.",
    own=True,
)
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The ad's number in the list.", min=1)]
Said = Annotated[list[str], typer.Argument(metavar="TEXT", help="Your own words.")]
_ASKS = ["plan.postings:list_postings"]


@command(POSTINGS, asks=_ASKS, examples=["cscareer postings list"], alone=True)
def list_(session: Session) -> "KeptPostings":
    """List the ads you keep, and which skill would open the most of them."""
    from cscareer.plan.postings import list_postings

    return list_postings(session.catalog(), session.kept_profile())


@command(POSTINGS, asks=_ASKS, examples=["cscareer postings show 1"])
def show(session: Session, number: Number) -> "KeptPostings":
    """Show one of them."""
    from cscareer.plan.postings import list_postings

    return list_postings(session.catalog(), session.kept_profile(), number)


@command(POSTINGS, asks=_ASKS, examples=['cscareer postings note 1 "Ana works there"'], tool=False)
def note(session: Session, number: Number, text: Said) -> "KeptPostings":
    """Write a note on one of them; those before stay, and "" takes all away."""
    words = read_words(" ".join(text), "The note")
    return _changed(session, number, lambda kept: kept.with_note(session.today, words))


@command(POSTINGS, asks=_ASKS, examples=["cscareer postings applied 1"], tool=False)
def applied(session: Session, number: Number) -> "KeptPostings":
    """Say that you applied today."""
    return _changed(session, number, lambda kept: kept.model_copy(update={"applied": session.today}))


@command(POSTINGS, asks=_ASKS, examples=['cscareer postings heard 1 "Interview on Friday"'], tool=False)
def heard(session: Session, number: Number, text: Said) -> "KeptPostings":
    """Say that you heard from them today, and what; what you heard before stays."""
    words = read_words(" ".join(text), "What you heard")
    return _changed(session, number, lambda kept: kept.with_heard(session.today, words))


@command(POSTINGS, asks=_ASKS, examples=["cscareer postings drop 1"], tool=False)
def drop(session: Session, number: Number) -> "KeptPostings":
    """Drop one of them from your list; the ad's file stays where it is."""
    from cscareer.plan.postings import list_postings

    profile = _change(session, number, lambda _kept: None)
    return list_postings(session.catalog(), profile)


def _changed(
    session: Session, number: int, change: "Callable[[KeptPosting], KeptPosting | None]"
) -> "KeptPostings":
    from cscareer.plan.postings import list_postings

    return list_postings(session.catalog(), _change(session, number, change), number)


def _change(
    session: Session, number: int, change: "Callable[[KeptPosting], KeptPosting | None]"
) -> "Profile":
    from cscareer.plan.postings import change_posting

    if session.no_profile:
        raise UsageError(
            "What you keep stands in your profile, and --no-profile leaves it out.",
            hint="Leave --no-profile out.",
        )
    return session.store().change(lambda kept: change_posting(kept, number, change))
