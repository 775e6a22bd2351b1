"""Commands that keep a person's checklists on the way to a role."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cscareer.cli.completion import complete_item, complete_role
from cscareer.cli.explore import RoleName
from cscareer.cli.session import (
    FormatOption,
    JsonOption,
    NoteOption,
    OutputOption,
    ProofOption,
    Session,
    read_words,
    refuse_two_formats,
    session_of,
)
from cscareer.errors import UsageError
from cscareer.render.formats import ChecklistFormat, Format

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.profile import Profile

ItemName = Annotated[
    list[str],
    typer.Argument(
        metavar="ITEM", help="An item: its skill's name, id or alias.", autocompletion=complete_item
    ),
]


def show(context: typer.Context, output_format: FormatOption = None, json: JsonOption = False) -> None:
    """Show your checklists, and how far you are."""
    session = session_of(context)
    catalog = session.catalog()
    _show(session, catalog, session.kept_profile(), output_format, as_json=json)


def start(
    context: typer.Context,
    title: RoleName,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day you want to be there, like 2027-06-30.", show_default=False
        ),
    ] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Start the checklist for a role. What your profile holds is ticked already."""
    from cscareer.plan.checklist import start_checklist  # noqa: PLC0415  help stays quick
    from cscareer.plan.checklist_report import read_day  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    role = session.role(catalog, " ".join(title))
    day = read_day(by) if by is not None else None
    if day is not None and day < session.today:
        raise UsageError(f"--by {day} has passed already.", hint="Give a day to come, like 2027-06-30.")
    profile = session.store().change(lambda kept: start_checklist(catalog, kept, role, session.today, day))
    _show(session, catalog, profile, output_format, as_json=json)


def done(
    context: typer.Context,
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
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Tick an item. It counts for every role that wants the skill."""
    from cscareer.plan.checklist import find_item, tick_item  # noqa: PLC0415
    from cscareer.skills.held import read_level  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    reached = read_level(level, f"--level {level}") if level is not None else None
    words = " ".join(item)
    evidence, note = read_words(evidence, "--evidence"), read_words(note, "--note")

    def ticked(kept: "Profile") -> _Made:
        meant = session.meant(words, find_item(catalog, kept, words))
        after = tick_item(catalog, kept, meant.id, session.today, level=reached, note=note, evidence=evidence)
        return _Made(after, meant.id, _ticked(kept, after, meant.id, meant.name))

    _change(session, catalog, ticked, output_format, as_json=json)


def _ticked(kept: "Profile", ticked: "Profile", skill: str, name: str) -> str:
    """What a tick did, in a line."""
    if ticked.skills == kept.skills and ticked.checklists == kept.checklists:
        return f"{name} was ticked already."
    before, after = kept.held(skill), ticked.held(skill)
    if before and before.level and after and after.level and before.level > after.level:
        return f"{name} goes down from {before.level.word} to {after.level.word}."
    return f"Ticked: {name}."


def undo(
    context: typer.Context,
    item: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ITEM",
            help="An item; the last thing done when left out.",
            autocompletion=complete_item,
            show_default=False,
        ),
    ] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Take the last tick or drop back."""
    from cscareer.plan.checklist import find_item, item_name, undo_last  # noqa: PLC0415

    session = session_of(context)
    catalog = session.catalog()
    words = " ".join(item or [])

    def undone(kept: "Profile") -> _Made:
        skill = session.meant(words, find_item(catalog, kept, words)).id if words else None
        after, change = undo_last(kept, session.today, skill)
        if change.given_up:
            return _Made(after, None, f"Taken up again: {change.given_up.title}.")
        return _Made(after, change.skill, f"Undone: {item_name(catalog, kept, change.skill or '')}.")

    _change(session, catalog, undone, output_format, as_json=json)


def drop(
    context: typer.Context,
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
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Leave an item out, or give up a whole checklist. Skills you ticked stay yours."""
    from cscareer.plan.checklist import drop_item, find_checklist, find_item, stop_checklist  # noqa: PLC0415

    if bool(item) == (role is not None):
        raise UsageError(
            "Name an item, or give --role TITLE for a whole checklist.",
            hint="`cscareer checklist` shows both.",
        )
    session = session_of(context)
    catalog = session.catalog()
    words = " ".join(item or [])

    def dropped(kept: "Profile") -> _Made:
        if role is not None:
            meant = session.meant(role, find_checklist(catalog, kept, role))
            said = f"Given up: {meant.name}. `cscareer checklist undo` takes it up again."
            return _Made(stop_checklist(kept, meant.id, session.today), None, said)
        meant = session.meant(words, find_item(catalog, kept, words))
        after = drop_item(catalog, kept, meant.id, session.today)
        known = (
            "left out already" if after == kept else "left out; `cscareer checklist undo` takes it back in"
        )
        return _Made(after, meant.id, f"{meant.name}: {known}.")

    _change(session, catalog, dropped, output_format, as_json=json)


def export(
    context: typer.Context,
    output_format: Annotated[
        ChecklistFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="markdown when left out; ics is for a calendar's list of tasks.",
            case_sensitive=False,
            show_default=False,
        ),
    ] = None,
    json: JsonOption = False,
    notes: Annotated[bool, typer.Option("--notes", help="Hand over the notes to yourself, too.")] = False,
    output: OutputOption = None,
) -> None:
    """Write your checklists out, to print, to hand over, or for your calendar."""
    from cscareer.plan.checklist import no_checklist  # noqa: PLC0415
    from cscareer.plan.checklist_report import report_checklists  # noqa: PLC0415
    from cscareer.render.show import draw  # noqa: PLC0415

    session = session_of(context)
    refuse_two_formats(output_format, as_json=json)
    chosen = ChecklistFormat.JSON if json else output_format or ChecklistFormat.MARKDOWN
    answer = report_checklists(session.catalog(), session.kept_profile(), session.today, notes=notes)
    if not answer.checklists:
        raise no_checklist()
    if chosen is ChecklistFormat.ICS:
        from cscareer.render.ics_format import draw_tasks  # noqa: PLC0415

        session.save(draw_tasks(answer), output)
    else:
        session.save(draw(answer, Format(chosen)), output)


def diff(
    context: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="From which day on, like 2026-11-01; all of it when left out."),
    ] = None,
    output_format: FormatOption = None,
    json: JsonOption = False,
) -> None:
    """Show what changed on your checklists since a day."""
    from cscareer.plan.checklist_report import compare_since, read_day  # noqa: PLC0415

    session = session_of(context)
    day = read_day(since) if since is not None else None
    catalog = session.catalog()
    session.show(
        compare_since(catalog, session.kept_profile(), day, session.today), output_format, as_json=json
    )


class _Made(NamedTuple):
    """What became of a profile, the id of the item changed where it is one, and what to say of it."""

    profile: "Profile"
    changed: str | None
    said: str


def _change(
    session: Session,
    catalog: "Catalog",
    make: "Callable[[Profile], _Made]",
    output_format: Format | None,
    *,
    as_json: bool,
) -> None:
    """Changes the checklists, says what was done, and shows it."""
    made: list[_Made] = []

    def change(kept: "Profile") -> "Profile":
        made.append(make(kept))
        return made[-1].profile

    profile = session.store().change(change)
    session.notes.append(made[-1].said)
    _show(session, catalog, profile, output_format, as_json=as_json, changed=made[-1].changed)


def _show(
    session: Session,
    catalog: "Catalog",
    profile: "Profile | None",
    output_format: Format | None,
    *,
    as_json: bool,
    changed: str | None = None,
) -> None:
    from cscareer.plan.checklist_report import report_checklists  # noqa: PLC0415

    answer = report_checklists(catalog, profile, session.today, changed=changed)
    session.show(answer, output_format, as_json=as_json)
