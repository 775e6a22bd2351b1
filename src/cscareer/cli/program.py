"""The program: its commands, its options, and how every failure ends."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from cscareer import __version__
from cscareer.cli import data, explore, pay, plan
from cscareer.cli.session import Session
from cscareer.errors import CareerError, ExitCode, UsageError

EXAMPLES = (
    ("See the roles there are", "cscareer roles"),
    ("Get to know one of them", 'cscareer role "customer service manager"'),
    ("Set two side by side", 'cscareer compare "customer service specialist" "customer service manager"'),
    (
        "Find out what you still lack",
        'cscareer gap "customer service manager" --have "empathy:advanced,coaching"',
    ),
    ("Learn what pays more", "cscareer skills --pays-more"),
)

app = typer.Typer(
    name="cscareer",
    no_args_is_help=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    pretty_exceptions_enable=False,
)
data_app = typer.Typer(no_args_is_help=True)


def _add(group: typer.Typer, panel: str | None, command: Callable[..., Any], example: str) -> None:
    name = command.__name__.removesuffix("_").replace("_", "-")  # `import` alone is no name in Python
    group.command(name, rich_help_panel=panel, epilog=f"Example: {example}")(command)


_add(app, explore.PANEL, explore.roles, "cscareer roles --level senior --sort pay")
_add(app, explore.PANEL, explore.role, "cscareer role customer service manager")
_add(app, explore.PANEL, explore.skills, 'cscareer skills --role "account manager"')
_add(app, explore.PANEL, explore.skill, "cscareer skill de-escalation")
_add(app, pay.PANEL, pay.pay, 'cscareer pay "customer service specialist"')
_add(app, pay.PANEL, pay.compare, 'cscareer compare "customer service specialist" "customer service manager"')
_add(app, plan.PANEL, plan.gap, 'cscareer gap "customer service manager" --have "empathy:advanced,coaching"')
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
        Path | None, typer.Option(metavar="DIR", help="A folder of data to lay over the built-in data.")
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="Draw without colors.")] = False,
    version: Annotated[  # noqa: ARG001  its callback does the work
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """A career guide for customer service work: roles, pay, skills and the next step.

    Everything works offline, every figure names its source, and every answer comes as a table, JSON, CSV or Markdown.
    """
    context.obj = Session(data_dir=data_dir, no_color=no_color)
    if context.invoked_subcommand is None:
        from cscareer.render.show import welcome  # noqa: PLC0415

        welcome(EXAMPLES, no_color=no_color)


def run(arguments: Sequence[str]) -> int:
    """Runs one command line; returns its exit code."""
    try:
        code = typer.main.get_command(app).main(args=arguments, prog_name="cscareer", standalone_mode=False)
    except CareerError as error:
        return _fail(error, arguments)
    except TyperException as error:
        return _fail(_explained(error), arguments)
    except SystemExit as stop:
        # Completion ends with its own code; help ends here when its reader has closed the pipe.
        return int(stop.code or 0) if "_CSCAREER_COMPLETE" in os.environ else ExitCode.ANSWERED
    return code if isinstance(code, int) else ExitCode.ANSWERED


def _explained(error: TyperException) -> UsageError:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "cscareer"
    return UsageError(error.format_message(), hint=f"`{command} --help` shows how it's used.")


def _fail(error: CareerError, arguments: Sequence[str]) -> int:
    from cscareer.render.show import show_error  # noqa: PLC0415

    show_error(error, as_json=_asks_for_json(arguments), no_color="--no-color" in arguments)
    return int(error.exit_code)


def _asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether JSON was asked for, in words that may be wrong otherwise."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    return any(
        word in {"--json", "--format=json", "-fjson"} or (word in {"--format", "-f"} and following == "json")
        for word, following in pairs
    )
