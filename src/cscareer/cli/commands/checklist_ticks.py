"""Commands that change a person's checklists item by item, write them out, and show what changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cscareer.cli.commands.checklist import CHECKLIST, report
from cscareer.cli.completion import complete_item, complete_role
from cscareer.cli.declaring import command
from cscareer.cli.options import NoteOption, ProofOption
from cscareer.cli.session import Session
from cscareer.cli.words import read_words
from cscareer.errors import UsageError
from cscareer.render.formats import Format, Formats

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.checklist_diff import ChecklistDiff
    from cscareer.plan.checklist_report import ChecklistReport
    from cscareer.plan.profile import Profile

_EXPORTED = Formats(
    (Format.MARKDOWN, Format.CSV, Format.JSON, Format.ICS),
    Format.MARKDOWN,
    "markdown when left out; ics is for a calendar, as tasks and events.",
)
ItemName = Annotated[
    list[str],
    typer.Argument(
        metavar="ITEM", help="An item: its skill's name, id or alias.", autocompletion=complete_item
    ),
]


@command(
    CHECKLIST,
    asks=["plan.checklist_report:report_checklists"],
    examples=[
        'cscareer checklist done coaching --evidence "Coached two new agents"',
        "cscareer checklist done empathy",
    ],
    tool=False,
)
def done(
    session: Session,
    item: ItemName,
    level: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help="How well you do it: 1 basic, 2 working, 3 advanced, 4 expert; what the role wants when left out.",
            show_default=False,
        ),
    ] = None,
    note: NoteOption = None,
    evidence: ProofOption = None,
) -> "ChecklistReport":
    """Tick an item. It counts for every role that wants the skill."""
    from cscareer.plan.checklist import tick_item
    from cscareer.plan.kept_names import find_item
    from cscareer.skills.held import read_level

    catalog = session.catalog()
    reached = read_level(level, f"--level {level}") if level is not None else None
    words = " ".join(item)
    evidence, note = read_words(evidence, "--evidence"), read_words(note, "--note")

    def ticked(kept: "Profile") -> "tuple[Profile, _Told]":
        meant = session.meant(words, find_item(catalog, kept, words))
        after = tick_item(catalog, kept, meant.id, session.today, level=reached, note=note, evidence=evidence)
        return after, _Told(meant.id, _ticked(kept, after, meant.id, meant.name))

    return _change(session, catalog, ticked)


def _ticked(kept: "Profile", ticked: "Profile", skill: str, name: str) -> str:
    """What a tick did, in a line."""
    if ticked.skills == kept.skills and ticked.checklists == kept.checklists:
        return f"{name} was ticked already."
    before, after = kept.held(skill), ticked.held(skill)
    if before and before.level and after and after.level and before.level > after.level:
        return f"{name} goes down from {before.level.word} to {after.level.word}."
    return f"Ticked: {name}."


@command(
    CHECKLIST,
    asks=["plan.checklist_report:report_checklists"],
    examples=["cscareer checklist undo communication"],
    tool=False,
)
def undo(
    session: Session,
    item: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ITEM",
            help="An item; the last thing done when left out.",
            autocompletion=complete_item,
            show_default=False,
        ),
    ] = None,
) -> "ChecklistReport":
    """Take the last tick or drop back."""
    from cscareer.plan.checklist import item_name, undo_last
    from cscareer.plan.kept_names import find_item

    catalog = session.catalog()
    words = " ".join(item or [])

    def undone(kept: "Profile") -> "tuple[Profile, _Told]":
        skill = session.meant(words, find_item(catalog, kept, words)).id if words else None
        after, change = undo_last(kept, session.today, skill)
        if change.given_up:
            return after, _Told(None, f"Taken up again: {change.given_up.title}.")
        return after, _Told(change.skill, f"Undone: {item_name(catalog, kept, change.skill or '')}.")

    return _change(session, catalog, undone)


@command(
    CHECKLIST,
    asks=["plan.checklist_report:report_checklists"],
    examples=["cscareer checklist drop budget management"],
    tool=False,
)
def drop(
    session: Session,
    item: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ITEM",
            help="An item that isn't for you.",
            autocompletion=complete_item,
            show_default=False,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="TITLE", help="Give up the whole checklist for this role.", autocompletion=complete_role
        ),
    ] = None,
) -> "ChecklistReport":
    """Leave an item out, or give up a whole checklist. Skills you ticked stay yours."""
    from cscareer.plan.checklist import drop_item, stop_checklist
    from cscareer.plan.kept_names import find_checklist, find_item

    if bool(item) == (role is not None):
        raise UsageError(
            "Name an item, or give --role TITLE for a whole checklist.",
            hint="`cscareer checklist` shows both.",
        )
    catalog = session.catalog()
    words = " ".join(item or [])

    def dropped(kept: "Profile") -> "tuple[Profile, _Told]":
        if role is not None:
            meant = session.meant(role, find_checklist(catalog, kept, role))
            said = f"Given up: {meant.name}. `cscareer checklist undo` takes it up again."
            return stop_checklist(kept, meant.id, session.today), _Told(None, said)
        meant = session.meant(words, find_item(catalog, kept, words))
        after = drop_item(catalog, kept, meant.id, session.today)
        known = (
            "left out already" if after == kept else "left out; `cscareer checklist undo` takes it back in"
        )
        return after, _Told(meant.id, f"{meant.name}: {known}.")

    return _change(session, catalog, dropped)


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
    asks=["plan.checklist_diff:compare_checklists"],
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
    from cscareer.plan.checklist_diff import compare_checklists

    day = session.day(since, coming=False) if since is not None else None
    catalog = session.catalog()
    return compare_checklists(catalog, session.kept_profile(), day, session.today)


class _Told(NamedTuple):
    """Of a change: the id of the item changed where it is one, and what to say of it."""

    changed: str | None
    said: str


def _change(
    session: Session, catalog: "Catalog", make: "Callable[[Profile], tuple[Profile, _Told]]"
) -> "ChecklistReport":
    """Changes the checklists, notes what was done, and reports them."""
    profile, told = session.store().change_and_tell(make)
    session.notes.append(told.said)
    return report(session, catalog, profile, changed=told.changed)
