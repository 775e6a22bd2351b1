"""The program: its commands, its options, and how every failure ends."""

import os
import pkgutil
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from cscareer import __version__
from cscareer.cli import commands
from cscareer.cli.declaring import Declaration, Group, Panel
from cscareer.cli.failing import NO_COLOR, explained, fail, unwritable
from cscareer.cli.helping import HelpedCommand, HelpedGroup
from cscareer.cli.line import CommandLine, of_the_program, read_line_of
from cscareer.cli.running import runner, runner_alone
from cscareer.cli.session import Session
from cscareer.errors import CareerError, ExitCode, UsageError
from cscareer.plan.place import keeps_plain
from cscareer.render.plain_asked import PLAIN_VARIABLE
from cscareer.render.streams import standing_streams

EXAMPLES = (
    ("See the roles there are", "cscareer roles"),
    (
        "See what one of them pays where you live",
        'cscareer pay "customer service specialist" -l "Austin, TX"',
    ),
    (
        "Find out whether an offer is fair",
        'cscareer offer 46000 --role "customer service specialist" -l "Columbus, OH"',
    ),
    (
        "Set two roles side by side",
        'cscareer compare "customer service specialist" "customer service manager"',
    ),
    (
        "Find out what you still lack",
        'cscareer gap "customer service manager" --have "empathy:advanced,coaching"',
    ),
    ("See which roles fit what you can do", 'cscareer match --have "empathy:advanced,coaching"'),
    ("Read about the work, in short chapters", "cscareer guide"),
)


_LONGEST_ARGUMENT = 8_000  # letters; two hundred skills with levels have less
_VERSION = ("--version", "-V")
_COMPLETED = "_CSCAREER_COMPLETE"  # set by a shell that completes a line
_SCRIPTS = frozenset({"--show-completion", "--install-completion"})
_NO_PROFILE, _PLAIN = "--no-profile", "--plain"
_FLAGS = (NO_COLOR, _NO_PROFILE, _PLAIN)  # these may stand before any command
_HEARD_AS = {NO_COLOR: "NO_COLOR", _PLAIN: PLAIN_VARIABLE}  # flags that stand for an environment variable


def _print_version(asked: bool) -> None:
    if asked:
        from cscareer.render.writing import write

        write(f"cscareer {__version__}\n")
        raise typer.Exit


def program(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        # readable=False leaves it to us to find out, and to end with our own exit code.
        typer.Option(metavar="DIR", help="A folder of data to lay over the built-in data.", readable=False),
    ] = None,
    no_color: Annotated[bool, typer.Option(NO_COLOR, help="Draw without colors.")] = False,
    no_profile: Annotated[
        bool, typer.Option(_NO_PROFILE, help="Leave your saved profile out of the answer.")
    ] = False,
    plain: Annotated[  # noqa: ARG001  heard as the variable, before anything is drawn
        bool, typer.Option(_PLAIN, help="Words alone, one fact a line, for screen readers.")
    ] = False,
    version: Annotated[  # noqa: ARG001  its callback does the work
        bool,
        typer.Option(
            "--version", "-V", help="Show the version and exit.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """A career guide for customer service work: roles, pay, skills and the next step.

    Everything works offline, every figure names its source, and every answer comes as a table, JSON, CSV or Markdown.
    """
    declarations, notes, words = context.obj
    context.obj = Session(data_dir, declarations, no_color=no_color, no_profile=no_profile, notes=notes)
    context.obj.words = words
    if context.invoked_subcommand is None:
        from cscareer.cli.talking import can_talk

        if can_talk(context.obj):
            raise typer.Exit(_lead(context.obj))
        from cscareer.render.show import welcome

        welcome(EXAMPLES, no_color=no_color)


def _lead(session: Session) -> int:
    """Leads a person to an answer by questions, offers to keep what they said, and names the command that gives it again.

    The offer comes before the answer, which then stands on the screen.
    """
    from cscareer.cli.opening import lead, offer_to_keep
    from cscareer.render.show import tell, tell_command

    led = lead(session)
    session.notes.clear()  # how names were read shows in the command
    given = {NO_COLOR: session.no_color, _NO_PROFILE: session.no_profile}
    flags = [flag for flag, is_given in given.items() if is_given]
    folder = [f"--data-dir={session.data_dir}"] if session.data_dir else []
    offer_to_keep(session, led)
    tell("")
    code = _run([*flags, *folder, *led.words], None)
    tell_command("The same again: ", led.command)
    return code


@cache
def declared() -> tuple[Declaration, ...]:
    """Every command that a module of `commands/` declares, in the order of the help.

    That is by panel, groups of subcommands last, the module named after the panel first, and as they stand in their file.
    """
    found: list[Declaration] = []
    for info in pkgutil.iter_modules(commands.__path__, f"{commands.__name__}."):
        each = vars(import_module(info.name)).values()
        found += [
            made for made in each if isinstance(made, Declaration) and made.body.__module__ == info.name
        ]
    return tuple(sorted(found, key=_rank))


def _rank(command: Declaration) -> tuple[int, bool, bool, str]:
    module = command.body.__module__.rpartition(".")[2]
    first = module == command.panel.name.lower()
    return list(Panel).index(command.panel), command.group is not None, not first, module


def build(declarations: Sequence[Declaration], called: str = "") -> TyperGroup:
    """The program with these commands; only the one called is put together, where that is one of them."""
    settings = {"help_option_names": ["--help", "-h"], "obj": (tuple(declarations), (), ())}
    app = typer.Typer(
        name="cscareer", cls=HelpedGroup, context_settings=settings, pretty_exceptions_enable=False
    )
    app.callback(invoke_without_command=True)(program)
    groups: dict[Group, typer.Typer] = {}
    for each in [each for each in declarations if each.words[0] == called] or declarations:
        home, panel = app, str(each.panel)
        if each.group is not None:
            home = groups.setdefault(each.group, typer.Typer(cls=HelpedGroup))
            panel = ""
        epilog = "\n\n".join(f"Example: {example}" for example in each.examples)
        home.command(each.name, cls=HelpedCommand, rich_help_panel=panel or None, epilog=epilog)(runner(each))
    for group, below in groups.items():
        alone = next((each for each in declarations if each.group == group and each.alone), None)
        below.callback(invoke_without_command=True)(runner_alone(alone) if alone else _show_help)
        app.add_typer(below, name=group.name, rich_help_panel=str(group.panel), help=group.about)
    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)
    return command


def _show_help(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: Sequence[str], declarations: Sequence[Declaration] | None = None) -> int:
    """Runs one command line; returns its exit code.

    Args:
        arguments: the words of the command line.
        declarations: the commands there are; those of `commands/` when None.
    """
    for size in ("COLUMNS", "LINES"):
        if re.fullmatch("[0-9]{1,4}", os.environ.get(size, "0")) is None:
            del os.environ[size]  # Rich reads them as numbers, of however many digits
    with standing_streams(), _drawn_as_asked(arguments):
        try:
            code = _run(arguments, declarations)
            sys.stdout.flush()
        except CareerError as error:
            return fail(error, arguments)
        except OSError as error:
            failure = unwritable(error, arguments)
            return fail(failure, arguments) if failure else ExitCode.ANSWERED
        return code


def _run(arguments: Sequence[str], declarations: Sequence[Declaration] | None) -> int:
    _refuse_endless(arguments)
    known = declared() if declarations is None else tuple(declarations)
    instruction = os.environ.get(_COMPLETED, "")
    if instruction.startswith("line_"):
        return _complete(instruction, declarations)
    if not _SCRIPTS.isdisjoint(arguments):
        from cscareer.cli.shells import write_our_scripts

        write_our_scripts()
    completed = _COMPLETED in os.environ
    line = (
        CommandLine(list(arguments), [])
        if completed
        else read_line_of(arguments, known, (*_FLAGS, *_VERSION))
    )
    called = _called(line.words)
    command = _built_in(called) if declarations is None else build(declarations, called)
    return _main(line.words, command, (known, line.notes, tuple(arguments)))


def _complete(instruction: str, declarations: Sequence[Declaration] | None) -> int:
    """Answers a shell that asks how a line goes on, with a script of ours."""
    from cscareer.cli.shells import asking, complete
    from cscareer.render.writing import write

    write(complete(instruction, os.environ, asking(lambda: _run([], declarations))))
    return ExitCode.ANSWERED


@cache
def _built_in(called: str) -> TyperGroup:
    """The built-in commands put together, once for however many lines one process runs."""
    return build(declared(), called)


def _called(arguments: Sequence[str]) -> str:
    """The command a line begins with, also one to complete; empty where it begins with something else."""
    completed = _COMPLETED in os.environ
    line = os.environ.get("COMP_WORDS", "").split()[1:] if completed else arguments
    _, words = of_the_program(line, _FLAGS)
    typed_on = len(words) > 1 or line[-1:] != words[:1]
    finished = typed_on or not completed  # a name that is being typed may become another
    return words[0] if words and finished else ""


def _main(
    arguments: Sequence[str],
    command: TyperGroup,
    given: tuple[Sequence[Declaration], Sequence[str], Sequence[str]],
) -> int:
    try:
        code = command.main(args=arguments, prog_name="cscareer", standalone_mode=False, obj=given)
    except CareerError as error:
        return fail(error, arguments)
    except TyperException as error:
        called = _called(arguments)
        return fail(explained(error, arguments, called if called in command.commands else ""), arguments)
    except SystemExit as stop:
        # Completion ends with its own code; help ends here when its reader has closed the pipe.
        return int(stop.code or 0) if _COMPLETED in os.environ else ExitCode.ANSWERED
    return code if isinstance(code, int) else ExitCode.ANSWERED


def _refuse_endless(arguments: Sequence[str]) -> None:
    """Stops at a word that nobody typed, before anything looks through it or says it again."""
    longest = max(map(len, arguments), default=0)
    if longest > _LONGEST_ARGUMENT:
        raise UsageError(
            f"One word of the command has {longest:,} letters; at most {_LONGEST_ARGUMENT:,} are read.",
            hint="Put a long text into a file and name the file.",
        )


@contextmanager
def _drawn_as_asked(arguments: Sequence[str]) -> Iterator[None]:
    """Tells all that draws, Typer's help too, of --no-color and --plain in the one way it listens to.

    What the profile keeps of --plain holds as if it were said, unless the environment says otherwise.
    """
    asked = set(arguments)
    if PLAIN_VARIABLE not in os.environ and _NO_PROFILE not in asked and keeps_plain():
        asked.add(_PLAIN)
    before = {name: os.environ.get(name) for flag, name in _HEARD_AS.items() if flag in asked}
    os.environ.update(dict.fromkeys(before, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            os.environ.update({} if value is None else {name: value})
