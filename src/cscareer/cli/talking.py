"""Talking with a person at a terminal: plain questions, each with a default, that take numbers and words and can be left."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from cscareer.cli.asking import (
    BACK,
    LEAVE,
    LEAVES,
    NOT_KNOWN,
    UNSURE,
    GoneBack,
    YesNo,
    columns,
    fitted,
    is_answering,
    read_line,
)
from cscareer.errors import CareerError
from cscareer.render.formats import Format
from cscareer.render.plain_asked import asks_for_plain

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role
    from cscareer.cli.session import Session

Read = TypeVar("Read")

LIST = frozenset({"?", "list", "help"})
_DUMB = "dumb"
_ROOM = 20  # letters behind a question, with fewer of which the answer has a line of its own
_MOST_DIGITS = 4  # of a number in a list
_ACROSS = 3  # names beside each other in a list


def can_talk(session: "Session | None" = None, *, in_words: bool = False) -> bool:
    """Whether questions may be asked: somebody sits at a terminal that draws, and nobody asked for another format.

    One after the other and `in_words` alone, they may be asked of who has the screen read aloud, too.
    """
    asked = session.asked if session else None
    drawn = os.environ.get("TERM") != _DUMB and (in_words or not asks_for_plain(os.environ))
    return drawn and asked in {None, Format.TABLE} and is_answering() and sys.stdout.isatty()


def answer_to(question: str, default: str | None = None) -> str:
    """What a person types, their default where they type nothing or that they don't know.

    Raises:
        GoneBack: they want to go back.
        typer.Exit: they leave.
    """
    shown = f" [{default}]" if default is not None else ""
    asked = fitted(f"{question}{shown}")
    if columns() - len(asked.rpartition("\n")[2]) < _ROOM:
        asked += "\n>"
    said = read_line(asked)
    word = said.casefold()
    if word in LEAVE:
        raise typer.Exit
    if word in BACK:
        raise GoneBack
    if word in NOT_KNOWN and default is not None:
        return default
    return said or default or ""


def yes_or_no(question: str, default: YesNo = YesNo.YES) -> YesNo:
    """Whether a person says yes.

    Raises:
        typer.Exit: they leave.
    """
    while True:
        said = answer_to(f"{question} (yes/no; {LEAVES})", default).casefold()
        meant = [choice for choice in YesNo if choice.startswith(said)]
        if len(meant) == 1:
            return meant[0]
        question = f"{UNSURE}: yes or no, please"


def read_until(question: str, read: Callable[[str], Read], default: str | None = None) -> Read:
    """What a person's words mean; says what is wrong with them and asks again until they mean something.

    Raises:
        typer.Exit: they leave.
    """
    from cscareer.render.show import tell_prose

    offered: Sequence[str] = ()
    while True:
        said = answer_to(f"{question} ({_by_number(offered)}{LEAVES})", default)
        number = _number(said)
        try:
            return read(offered[number - 1] if 0 < number <= len(offered) else said)
        except CareerError as error:
            offered = error.suggestions
            maybe = f" Did you mean {' or '.join(error.suggestions)}?" if error.suggestions else ""
            tell_prose(
                f"{error.message}{'' if error.names_suggestions else maybe} {error.hint or ''}".strip()
            )
            default = (
                error.suggestions[0] if error.suggestions else default
            )  # Enter takes what was just offered


def _by_number(offered: Sequence[str]) -> str:
    """That a number stands for one of what was just offered."""
    return f"1–{len(offered)} picks one; " if len(offered) > 1 else ""


def pick(
    question: str,
    options: Sequence[str],
    words: Sequence[Sequence[str]] = (),
    default: int = 0,
    in_words: str = "the beginning of one",
    read: Callable[[str], int | None] = lambda _said: None,
) -> int:
    """Which of some numbered options a person means: by its number, the beginning of it, or a word that stands for it.

    Args:
        question: what is asked.
        options: what can be answered.
        words: for each option, words that stand for it.
        default: the place of the option that Enter takes.
        in_words: what the prompt says can be typed other than a number.
        read: what else words mean, looked at before all else.

    Raises:
        typer.Exit: they leave.
    """
    _show(question, options)
    prompt = f"1–{len(options)}{f', or {in_words}' if in_words else ''}; {LEAVES}"
    while True:
        said = answer_to(prompt, str(default + 1))
        chosen = read(said)
        if chosen is None:
            chosen = option_meant(said, options, words)
        if chosen is not None:
            return chosen
        prompt = _again(options)


def pick_or_skip(question: str, options: Sequence[str]) -> int | None:
    """Which of some numbered options a person means, as in `pick`; None where they press Enter or don't know.

    Raises:
        typer.Exit: they leave.
    """
    _show(question, options)
    prompt = f"1–{len(options)}, or the beginning of one; Enter skips it; {LEAVES}"
    while True:
        said = answer_to(prompt)
        chosen = option_meant(said, options, [[option] for option in options])
        if chosen is not None or not said or said.casefold() in NOT_KNOWN:
            return chosen
        prompt = f"{_again(options)}; Enter skips it"


def _show(question: str, options: Sequence[str]) -> None:
    """A question with its answers by number."""
    from cscareer.render.show import tell

    tell("\n".join(fitted(line) for line in question.split("\n")))
    for number, option in enumerate(options, start=1):
        tell(fitted(f"  {number}  {option}", indent=" " * len(f"  {number}  ")))


def _again(options: Sequence[str]) -> str:
    return f"{UNSURE}: a number from 1 to {len(options)}, please; {LEAVES}"


def option_meant(said: str, options: Sequence[str], words: Sequence[Sequence[str]] = ()) -> int | None:
    """The place of the option that words mean; None where they mean none, or several alike."""
    from cscareer.catalog.lookup import plain

    meant = plain(said)
    if meant.isdecimal():
        number = _number(meant)
        return number - 1 if 0 < number <= len(options) else None
    begun = [at for at, option in enumerate(options) if meant and plain(option).startswith(meant)]
    if len(begun) == 1:
        return begun[0]
    padded = f" {meant} "
    hits = [sum(f" {plain(word)} " in padded for word in each) for each in words]
    most = max(hits, default=0)
    return hits.index(most) if most and hits.count(most) == 1 else None


def _number(said: str) -> int:
    """The number that a person types for one of a list; 0 for anything else, however many digits it has."""
    return int(said) if said.isdecimal() and len(said) <= _MOST_DIGITS else 0


def ask_named(
    question: str, names: Sequence[str], find: Callable[[str], Read], default: str | None = None
) -> Read:
    """What goes by the name a person types; `?`, or that they don't know, lists the names by number, and a number then names one.

    Raises:
        typer.Exit: they leave.
    """
    while True:
        said = answer_to(f"{question} (? lists them; {LEAVES})", default)
        if said.casefold() in LIST | NOT_KNOWN:
            _list(names)
            continue
        number = _number(said)
        meant = names[number - 1] if 0 < number <= len(names) else said
        try:
            return find(meant)
        except CareerError as error:
            from cscareer.render.show import tell_prose

            maybe = (
                ""
                if error.names_suggestions or not error.suggestions
                else f" Did you mean {' or '.join(error.suggestions)}?"
            )
            tell_prose(f"{error.message}{maybe}")
            default = error.suggestions[0] if error.suggestions else default


def ask_role(session: "Session", catalog: "Catalog", question: str, default: "Role | None" = None) -> "Role":
    """The role a person means.

    Raises:
        typer.Exit: they leave.
    """
    names = [role.title for role in catalog.roles.values()]
    return ask_named(
        question, names, lambda said: session.role(catalog, said), default.title if default else None
    )


def own_or_asked_role(session: "Session", catalog: "Catalog") -> "Role | None":
    """The role of the profile, or the one a person names when asked; None where nobody can be asked."""
    if not can_talk(session):
        return None
    own = session.own_role(catalog)
    if own:
        session.note_own(f"role, {own.title}")
        return own
    return ask_role(session, catalog, "Which role? A job title as you'd say it.")


def named_or_own_role(session: "Session", catalog: "Catalog", title: Sequence[str] | None) -> "Role":
    """The role that is named; else the profile's, or at a terminal the one a person names when asked.

    Raises:
        UsageError: none is named, the profile says none, and nobody can be asked.
        typer.Exit: they leave.
    """
    if title:
        return session.role(catalog, " ".join(title))
    return own_or_asked_role(session, catalog) or session.role_to_use(
        catalog,
        "Which role? None is named, and no profile says yours.",
        "Name it, like `customer service manager`; `cscareer roles` lists them, `cscareer match` names those near you, "
        "and `cscareer profile set --role TITLE` keeps yours.",
    )


def _list(names: Sequence[str]) -> None:
    """Names by number, as many beside each other as fit."""
    from cscareer.render.show import tell

    numbered = [f"{number:>2} {name}" for number, name in enumerate(names, start=1)]
    for across in range(_ACROSS, 0, -1):
        rows = max(-(-len(numbered) // across), 1)
        parts = [numbered[at : at + rows] for at in range(0, len(numbered), rows)]
        widths = [max(map(len, column)) + 1 for column in parts]
        if sum(widths) - 1 < columns() or across == 1:
            for row in range(rows):
                found = zip(parts, widths, strict=True)
                tell("".join(f"{each[row]:<{width}}" for each, width in found if row < len(each)).rstrip())
            return
