"""What every command does alike: read the format, ask its question, show or write what it returns, and end."""

import inspect
from collections.abc import Callable
from contextlib import ExitStack
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from cscareer.catalog.collecting import seldom_collecting
from cscareer.cli.declaring import Declaration, Outcome
from cscareer.cli.outcomes import Export, Reply, Stream, Text
from cscareer.cli.session import Session
from cscareer.errors import ExitCode, UsageError
from cscareer.render.formats import Format, Formats

_SESSION, _FORMAT, _JSON, _OUTPUT = "session", "output_format", "json", "output"
_FULL, _WIDE = _FLAGS = "full", "wide"
_SVG = "svg"
_OTHER_PICTURES = frozenset({".gif", ".jpeg", ".jpg", ".pdf", ".png", ".webp"})
_OF_EVERY_COMMAND = (_FORMAT, _JSON, *_FLAGS, _SVG, _OUTPUT)


def runner(command: Declaration) -> Callable[..., None]:
    """The function that Typer calls for a command: its body's own options and those of every command."""

    def run(context: typer.Context, **said: Any) -> None:  # noqa: ANN401  options of any type
        _run(command, context, said)

    own = list(inspect.signature(command.body).parameters.values())
    return _with_options(run, command, [each for each in own if each.name != _SESSION])


def runner_alone(command: Declaration) -> Callable[..., None]:
    """The function that Typer calls for a group whose subcommand runs when none is named."""

    def run(context: typer.Context, **said: Any) -> None:  # noqa: ANN401  options of any type
        if context.invoked_subcommand is None:
            _run(command, context, said)

    return _with_options(run, command, [])


def _with_options(
    run: Callable[..., None], command: Declaration, own: list[inspect.Parameter]
) -> Callable[..., None]:
    """Gives a function the parameters that Typer makes options of."""
    everyones: dict[str, Any] = {
        _FORMAT: _format_option(command.formats),
        _JSON: _json_option(command.formats),
    }
    if command.shows:
        everyones[_FULL], everyones[_SVG] = _FULL_OPTION, _SVG_OPTION
    if command.shows and Format.CSV in command.formats.choices:
        everyones[_WIDE] = _WIDE_OPTION
    if command.saves:
        everyones[_OUTPUT] = _OUTPUT_OPTION
    context = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    shared = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=option,
            default=False if name in {_JSON, *_FLAGS} else None,
        )
        for name, option in everyones.items()
    ]
    parameters = [
        context,
        *(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own),
        *shared,
    ]
    run.__name__, run.__doc__ = command.body.__name__, command.body.__doc__
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what `inspect` looks at first
    return run


@cache
def _format_option(formats: Formats) -> Any:  # noqa: ANN401  a type made at run time
    """The option that offers these formats; Typer takes its choices from an enumeration."""
    offered = StrEnum("Format", {each.name: each.value for each in formats.choices})  # type: ignore[misc]
    option = typer.Option(
        "--format",
        "-f",
        help=formats.about,
        show_default=False,
        case_sensitive=False,
        hidden=_is_settled(formats),
    )
    return Annotated[offered | None, option]


def _json_option(formats: Formats) -> Any:  # noqa: ANN401  the same for its short form
    return Annotated[
        bool, typer.Option("--json", help="Short for --format json.", hidden=_is_settled(formats))
    ]


def _is_settled(formats: Formats) -> bool:
    """Whether there is one format alone, so that nobody need be told of a choice."""
    return len(formats.choices) == 1


_FULL_OPTION = Annotated[
    bool, typer.Option("--full", help="All there is to say, with every note and source, beyond one screen.")
]
_SVG_OPTION = Annotated[
    str | None,
    typer.Option(
        "--svg", metavar="FILE", help="Draw the screen as a picture into this new file.", show_default=False
    ),
]
_WIDE_OPTION = Annotated[
    bool, typer.Option("--wide", help="With --format csv: every value, not only the dozen read most.")
]
_OUTPUT_OPTION = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this new file, which only you can read, instead of standard output.",
    ),
]


def _run(command: Declaration, context: typer.Context, said: dict[str, Any]) -> None:
    everyones = {name: said.pop(name, None) for name in _OF_EVERY_COMMAND}
    session = context.find_root().obj
    assert isinstance(session, Session)
    # A mistake in the words is reported before any work is done.
    session.asked = _asked(everyones[_FORMAT], as_json=bool(everyones[_JSON]))
    session.svg = everyones[_SVG]
    _check_picture(session)
    session.wide, session.output = bool(everyones[_WIDE]), everyones[_OUTPUT]
    session.full = bool(everyones[_FULL])
    with ExitStack() as session.resources:
        outcome = command.body(session, **said)
        _finish(command, session, outcome, full=bool(everyones[_FULL]), output=everyones[_OUTPUT])


def _asked(said: StrEnum | None, *, as_json: bool) -> Format | None:
    """The format asked for; None when none was.

    Raises:
        UsageError: --json together with another format.
    """
    chosen = None if said is None else Format(said.value)
    if not as_json or chosen in {Format.JSON, Format.JSONL}:
        return chosen
    if chosen is not None:
        raise UsageError(
            f"--json and --format {chosen} can't be used together.", hint="Leave one of them out."
        )
    return Format.JSON


def _check_picture(session: Session) -> None:
    """Makes sure that a picture is asked for of a screen alone.

    Raises:
        UsageError: it is asked for together with a format that is none, or into no file.
    """
    if session.svg is not None and session.asked not in {None, Format.TABLE}:
        raise UsageError(
            f"--svg draws the screen, and --format {session.asked} is none.", hint="Leave one of them out."
        )
    if session.svg in {"", "-"}:
        raise UsageError("--svg needs a file for its picture.", hint="Name one: --svg screen.svg")
    ending = Path(session.svg or "").suffix.casefold()
    if ending in _OTHER_PICTURES:
        raise UsageError(
            f"The picture is drawn as SVG, and {session.svg} would say it is {ending[1:].upper()}.",
            hint="Name it like screen.svg; a browser opens it.",
        )


def _finish(
    command: Declaration, session: Session, outcome: Outcome, *, full: bool, output: str | None
) -> None:
    """Shows or writes what a command returned.

    Raises:
        typer.Exit: with 1, where the answer is "no".
        UsageError: a picture is asked for of what is no screen.
        UnwritableError: it couldn't be written.
    """
    from cscareer.render.show import draw, show
    from cscareer.render.writing import write

    chosen = session.asked or command.formats.default
    if session.svg is not None and isinstance(outcome, Stream | Text):
        raise UsageError("What this writes is no screen to draw.", hint="Leave --svg out.")
    if isinstance(outcome, Stream):
        with seldom_collecting():
            outcome.write(chosen)
        return
    told = _tell_notes(session, outcome)
    if isinstance(outcome, Export):
        _save(outcome.content, output, force=outcome.force)
        if outcome.afterwards:
            outcome.afterwards()
    elif command.saves:
        text = outcome.text if isinstance(outcome, Text) else draw(_reply(outcome).answer, chosen, wide=True)
        _save(text.encode(), output)
    elif isinstance(outcome, Text):
        write(outcome.text)
    else:
        reply = _reply(outcome)
        if session.svg is not None:
            _draw_picture(session, reply, full=full or reply.full)
        else:
            from cscareer.cli.following import as_given

            show(
                reply.answer,
                chosen,
                no_color=session.no_color,
                full=full or reply.full,
                wide=session.wide,
                following=lambda suggested: as_given(suggested, session.words),
                told=told,
            )
        if reply.afterwards:
            reply.afterwards()
        if not reply.holds:
            raise typer.Exit(ExitCode.ANSWER_IS_NO)


def _tell_notes(session: Session, outcome: Outcome) -> int:
    """Writes what belongs before the answer: how words were read, and which of its figures are old; gives its lines."""
    if not isinstance(outcome, Text | Stream | Export):
        session.note_age(_reply(outcome).answer.sources)
    return session.tell_notes()


def _draw_picture(session: Session, reply: Reply, *, full: bool) -> None:
    """Writes what the screen would show, below the line that asked for it, as a picture.

    Raises:
        UnwritableError: it couldn't be written, or there is such a file.
    """
    from cscareer.catalog.private_files import clear_away, save
    from cscareer.render.show import picture, tell

    assert session.svg is not None
    drawn = picture(reply.answer, session.words, full=full, no_color=session.no_color)
    clear_away(Path(session.svg).parent)
    save(Path(session.svg), drawn.encode())
    tell(f"Drawn in {session.svg}.")


def _reply(outcome: Outcome) -> Reply:
    assert not isinstance(outcome, Text | Stream | Export)
    return outcome if isinstance(outcome, Reply) else Reply(outcome)


def _save(content: bytes, output: str | None, *, force: bool | None = None) -> None:
    """Writes an export to a new file that its owner alone may read, or to standard output.

    Raises:
        UnwritableError: it couldn't be written, or there is such a file.
    """
    from cscareer.render.show import tell
    from cscareer.render.writing import write_bytes

    if output in {None, "-"}:
        write_bytes(content)
        return
    if not output:
        raise UsageError("An empty name is no file.", hint="Give --output FILE, or leave it out.")
    from cscareer.catalog.private_files import clear_away, save

    clear_away(Path(output).parent)
    save(Path(output), content, force=force)
    tell(f"Saved to {output}; only you can read it.")
