"""The program: its commands, its options, and how every failure ends."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from cscareer import __version__
from cscareer.cli import checklist, data, explore, gap, match, metrics, pay, practice, profile, routes
from cscareer.cli.session import FormatOption, JsonOption, Session
from cscareer.errors import CareerError, ExitCode, UnwritableError, UsageError
from cscareer.interrupts import noted
from cscareer.render.streams import output_failure, standing_streams

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
)

app = typer.Typer(
    name="cscareer",
    no_args_is_help=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    pretty_exceptions_enable=False,
)
data_app = typer.Typer(no_args_is_help=False)
checklist_app = typer.Typer(no_args_is_help=False)
profile_app = typer.Typer(no_args_is_help=False)


def _add(group: typer.Typer, panel: str | None, command: Callable[..., Any], example: str) -> None:
    name = command.__name__.removesuffix("_").replace("_", "-")  # `import` alone is no name in Python
    group.command(name, rich_help_panel=panel, epilog=f"Example: {example}")(command)


_add(app, explore.PANEL, explore.roles, "cscareer roles --level senior --sort pay")
_add(app, explore.PANEL, explore.role, "cscareer role customer service manager")
_add(app, explore.PANEL, explore.skills, 'cscareer skills --role "account manager"')
_add(app, explore.PANEL, explore.skill, "cscareer skill de-escalation")
_add(app, explore.PANEL, explore.guide, "cscareer guide succeed")
_add(app, explore.PANEL, explore.outlook, "cscareer outlook customer service specialist")
_add(app, pay.PANEL, pay.pay, 'cscareer pay "customer service specialist" -l "Austin, TX"')
_add(app, pay.PANEL, pay.compare, 'cscareer compare "customer service specialist" "customer service manager"')
_add(app, pay.PANEL, pay.offer, 'cscareer offer 46000 --role "customer service specialist" -l "Columbus, OH"')
_add(app, pay.PANEL, pay.trend, "cscareer trend customer service manager")
_add(app, pay.PANEL, pay.locations, "cscareer locations --state TX")
_add(app, gap.PANEL, gap.gap, 'cscareer gap "customer service manager" --have "empathy:advanced,coaching"')
_add(checklist_app, None, checklist.show, "cscareer checklist show")
_add(
    checklist_app,
    None,
    checklist.start,
    'cscareer checklist start "customer service manager" --by 2027-06-30',
)
_add(
    checklist_app,
    None,
    checklist.done,
    'cscareer checklist done coaching --evidence "Coached two new agents"',
)
_add(checklist_app, None, checklist.undo, "cscareer checklist undo communication")
_add(checklist_app, None, checklist.drop, "cscareer checklist drop budget management")
_add(checklist_app, None, checklist.export, "cscareer checklist export --format ics -o tasks.ics")
_add(checklist_app, None, checklist.diff, "cscareer checklist diff --since 2026-11-01")
app.add_typer(
    checklist_app,
    name="checklist",
    rich_help_panel=gap.PANEL,
    help="Your way to a role, item by item: start it, tick it off, see how far you are.",
)
_add(profile_app, None, profile.show, "cscareer profile show")
_add(
    profile_app,
    None,
    profile.set_,
    'cscareer profile set --role "call center specialist" -l "Austin, TX" --pay 41000',
)
_add(profile_app, None, profile.add, 'cscareer profile add "empathy:advanced" sql:2')
_add(profile_app, None, profile.remove, "cscareer profile remove sql --pay")
_add(profile_app, None, profile.import_, "cscareer profile import resume.md")
_add(profile_app, None, profile.export, "cscareer profile export -o profile.yaml")
_add(profile_app, None, profile.path, "cscareer profile path")
_add(profile_app, None, profile.restore, "cscareer profile restore")
_add(profile_app, None, profile.forget, "cscareer profile forget --yes")
app.add_typer(
    profile_app,
    name="profile",
    rich_help_panel=gap.PANEL,
    help="What the guide remembers of you, on this machine alone: role, place, pay and skills.",
)
_add(app, gap.PANEL, match.match, 'cscareer match --have "empathy:advanced,coaching" -l "Austin, TX"')
_add(
    app,
    gap.PANEL,
    routes.path,
    'cscareer path "customer service manager" --from "customer service specialist"',
)
_add(app, metrics.PANEL, metrics.metrics, "cscareer metrics")
_add(app, metrics.PANEL, metrics.metric, "cscareer metric first contact resolution")
_add(app, metrics.PANEL, practice.practice, "cscareer practice --random --skill de-escalation")
_add(data_app, None, data.check, "cscareer data check my-data/")
_add(data_app, None, data.sources, "cscareer data sources --format markdown")
_add(data_app, None, data.schema, "cscareer data schema roles.yaml")
_add(data_app, None, data.path, "cscareer --data-dir my-data/ data path")
_add(data_app, None, data.import_, "cscareer data import MSA_M2025_dl.xlsx state_M2025_dl.xlsx")
app.add_typer(
    data_app,
    name="data",
    rich_help_panel=data.PANEL,
    help="The data behind the answers: check it, see its sources, add to it.",
)


def _print_version(asked: bool) -> None:
    if asked:
        from cscareer.render.show import write  # noqa: PLC0415  help stays quick

        write(f"cscareer {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        # readable=False leaves it to us to find out, and to end with our own exit code.
        typer.Option(metavar="DIR", help="A folder of data to lay over the built-in data.", readable=False),
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="Draw without colors.")] = False,
    no_profile: Annotated[
        bool, typer.Option("--no-profile", help="Leave your saved profile out of the answer.")
    ] = False,
    version: Annotated[  # noqa: ARG001  its callback does the work
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """A career guide for customer service work: roles, pay, skills and the next step.

    Everything works offline, every figure names its source, and every answer comes as a table, JSON, CSV or Markdown.
    """
    context.obj = Session(data_dir=data_dir, no_color=no_color, no_profile=no_profile)
    if context.invoked_subcommand is None:
        from cscareer.render.show import welcome  # noqa: PLC0415

        welcome(EXAMPLES, no_color=no_color)


@data_app.callback(invoke_without_command=True)
def _data_alone(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@checklist_app.callback(invoke_without_command=True)
def _checklist_alone(
    context: typer.Context, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    if context.invoked_subcommand is None:
        checklist.show(context, output_format, json)


@profile_app.callback(invoke_without_command=True)
def _profile_alone(
    context: typer.Context, output_format: FormatOption = None, json: JsonOption = False
) -> None:
    if context.invoked_subcommand is None:
        profile.show(context, output_format, json)


def run(arguments: Sequence[str]) -> int:
    """Runs one command line; returns its exit code."""
    with standing_streams(), _colors_as_asked(arguments):
        try:
            code = _main(arguments)
            sys.stdout.flush()
        except OSError as error:
            failure = _unwritable(error, arguments)
            return _fail(failure, arguments) if failure else ExitCode.ANSWERED
        return code


def _unwritable(error: OSError, arguments: Sequence[str]) -> UnwritableError | None:
    """What to tell when Typer, which writes help and completion itself, couldn't."""
    if error.filename is None:
        return output_failure(error)
    if "--install-completion" not in arguments:
        raise error
    return UnwritableError(
        f"The completion couldn't be installed: {error.filename}: {error.strerror}.",
        hint="`cscareer --show-completion` prints it, to put it where your shell looks.",
    )


@cache
def command_for(called: str = "") -> TyperGroup:
    """The commands put together, once for however many lines one process runs; only the one called, where it is known."""
    only = copy(app)
    only.registered_commands = [each for each in app.registered_commands if each.name == called]
    only.registered_groups = [each for each in app.registered_groups if each.name == called]
    known = only.registered_commands or only.registered_groups
    command = typer.main.get_command(only if known else app)
    assert isinstance(command, TyperGroup)
    return command


def _called(arguments: Sequence[str]) -> str:
    """The command a line begins with, also one to complete; empty where it begins with something else."""
    words = os.environ.get("COMP_WORDS", "").split()[1:] if "_CSCAREER_COMPLETE" in os.environ else arguments
    finished = len(words) > 1 or words is arguments  # a name that is being typed may become another
    return words[0] if words and finished else ""


def _main(arguments: Sequence[str]) -> int:
    try:
        code = command_for(_called(arguments)).main(
            args=arguments, prog_name="cscareer", standalone_mode=False
        )
    except CareerError as error:
        return _fail(error, arguments)
    except TyperException as error:
        return _fail(_explained(error, arguments), arguments)
    except SystemExit as stop:
        # Completion ends with its own code; help ends here when its reader has closed the pipe.
        return int(stop.code or 0) if "_CSCAREER_COMPLETE" in os.environ else ExitCode.ANSWERED
    return code if isinstance(code, int) else ExitCode.ANSWERED


@contextmanager
def _colors_as_asked(arguments: Sequence[str]) -> Iterator[None]:
    """Tells Typer, which draws the help, of --no-color in the one way it listens to."""
    before = os.environ.get("NO_COLOR")
    if "--no-color" in arguments:
        os.environ["NO_COLOR"] = "1"
    try:
        yield
    finally:
        if "--no-color" in arguments:
            os.environ.pop("NO_COLOR")
            os.environ.update({} if before is None else {"NO_COLOR": before})


def _explained(error: TyperException, arguments: Sequence[str]) -> UsageError:
    option = str(getattr(error, "option_name", ""))
    if re.match(r"-[\d.$]", option):
        # Typer names the first letter alone; what was typed is the word that begins with it.
        option = next((word for word in arguments if word.startswith(option)), option)
        return UsageError(
            f"{option} is less than nothing, and no pay.",
            hint="Write an amount like 46000, $46,000 or 22.50/hr.",
        )
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "cscareer"
    message = error.format_message().replace("Value error, ", "")  # Pydantic's words, of no use to a person
    message = re.sub(r"Input should be a valid integer.*", "a whole number belongs there", message)
    return UsageError(message, hint=f"`{command} --help` shows how it's used.")


def _fail(error: CareerError, arguments: Sequence[str]) -> int:
    if noted():
        return ExitCode.INTERRUPTED  # what was found may be the interrupt itself
    from cscareer.render.show import show_error  # noqa: PLC0415

    show_error(error, as_json=_asks_for_json(arguments), no_color="--no-color" in arguments)
    return int(error.exit_code)


def _asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether JSON was asked for, in words that may be wrong otherwise."""
    lowered = [word.lower() for word in arguments]  # formats are taken in any case
    return any(
        word in {"--json", "--format=json", "--format=jsonl", "-fjson", "-fjsonl"}
        or (word in {"--format", "-f"} and following in {"json", "jsonl"})
        for word, following in pairwise([*lowered, ""])
    )
