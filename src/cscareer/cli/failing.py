"""How a run that fails ends: what is said, and its exit code."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from typer.exceptions import TyperException

from cscareer.errors import CareerError, ExitCode, UnwritableError, UsageError
from cscareer.interrupts import noted
from cscareer.render.formats import Format
from cscareer.render.streams import output_failure


def unwritable(error: OSError, arguments: Sequence[str]) -> UnwritableError | None:
    """What to tell when Typer, which writes help and completion itself, couldn't."""
    if error.filename is None:
        return output_failure(error)
    if "--install-completion" not in arguments:
        raise error
    return UnwritableError(
        f"The completion couldn't be installed: {error.filename}: {error.strerror}.",
        hint="`cscareer --show-completion` prints it, to put it where your shell looks.",
    )


NO_COLOR = "--no-color"
_NO_COMMAND = re.compile(r"No such command '(.{1,300}?)'\.", re.DOTALL)
_TO_WRITE = "a file to write"


def explained(error: TyperException, arguments: Sequence[str], called: str = "") -> UsageError:
    """An error of the command line, as we would say it; `called` is the command where the error doesn't say."""
    option = str(getattr(error, "option_name", ""))
    if re.match(r"-[\d.$]", option):
        # Typer names the first letter alone; what was typed is the word that begins with it.
        option = next((word for word in arguments if word.startswith(option)), option)
        return UsageError(
            f"{option} is less than nothing, and no pay.",
            hint="Write an amount like 46000, $46,000 or 22.50/hr.",
        )
    context = getattr(error, "ctx", None)
    command = context.command_path if context else f"cscareer {called}".strip()
    message = error.format_message().replace("Value error, ", "")  # Pydantic's words, of no use to a person
    message = re.sub(r"Input should be a valid integer.*", "a whole number belongs there", message)
    message = re.sub(r"Input should be greater than or equal to (\d+)", r"the least is \1", message)
    message = re.sub(r"Input should be less than or equal to (\d+)", r"the most is \1", message)
    if left := re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", message, re.DOTALL):
        message = f'We can\'t make out what "{left[1]}" means there.'
    help_hint = f"`{command} --help` shows how it's used."
    if context and hasattr(error, "possibilities") and option.removeprefix("--") not in set(Format):
        return _no_such_option(option, arguments, context, help_hint)
    if option.removeprefix("--") in set(Format):  # "--csv"; only --json has a short form
        message = f"{option} is no option of its own."
        help_hint = f"Write {option.replace('--', '--format ')}. {help_hint}"
    elif _is_sheet(getattr(error, "param", None), arguments):
        help_hint = f"A spreadsheet opens CSV: write --format csv. {help_hint}"
    if context and context.parent is None and (unknown := _NO_COMMAND.match(message)):
        from cscareer.cli.option_words import command_meant

        if meant := command_meant(unknown[1]):
            help_hint = f"{meant} {help_hint}"
    if _is_missing(error) and (said := getattr(getattr(error, "param", None), "help", None)):
        message = f"{message.rstrip('.')}: {said[:1].lower()}{said[1:]}"
    return UsageError(message, hint=f"{_example(error, arguments)}{help_hint}")


def _is_sheet(param: Any, arguments: Sequence[str]) -> bool:  # noqa: ANN401  Typer keeps its type to itself
    """Whether the format asked for, which there isn't, is a spreadsheet's."""
    return "--format" in getattr(param, "opts", ()) and any(
        re.search(r"\b(?:xlsx?|excel|ods|tsv)$", word.lower()) for word in arguments
    )


def _no_such_option(option: str, typed: Sequence[str], context: Any, help_hint: str) -> UsageError:  # noqa: ANN401  the same
    """An option that a command hasn't, with the one that people mean by such a word."""
    from cscareer.cli.option_words import option_meant

    command = context.command
    params = [*command.get_params(context), *context.find_root().command.get_params(context)]
    options = {name: each for each in params for name in each.opts if name.startswith("-")}
    arguments = [
        _bare(each.metavar) for each in params if each.param_type_name == "argument" and each.metavar
    ]
    meant, what = option_meant(option, options, arguments)
    suggestions: list[str] = []
    if meant in arguments:
        hint = f"Write {what} without an option: {context.command_path} {meant}. "
    elif meant is not None:
        short = next((name for name in options[meant].opts if not name.startswith("--")), None)
        value = "" if options[meant].is_flag else f" {options[meant].metavar or meant.lstrip('-').upper()}"
        hint = f"Write {meant}{value}{f', or {short}{value}' if short else ''}. "
        suggestions = [meant]
    elif what == _TO_WRITE:
        file, form = _file_named(option, typed, options)
        hint = f"Send the answer to a file with >, as in {context.command_path} …{form} > {file}. "
    else:
        alone = "alone " if context.parent is None else ""
        first = ": name a command first" if alone else ""
        hint = f"{context.command_path} {alone}has no option for {what}{first}. " if what else ""
    return _MisnamedOptionError(
        f"No such option: {option}", hint=f"{hint}{help_hint}", suggestions=suggestions
    )


_ENDINGS = {"csv": "csv", "json": "json", "md": "markdown", "xlsx": "csv", "xls": "csv"}


def _file_named(option: str, typed: Sequence[str], options: Mapping[str, Any]) -> tuple[str, str]:
    """A file to send an answer to, and the format that its ending asks for, where the command has one."""
    words = [part for word in typed for part in word.split("=", maxsplit=1)]
    behind = next((after for word, after in pairwise([*words, ""]) if word == option), "")
    form = _ENDINGS.get(behind.lower().rpartition(".")[2])
    if form is None or "--format" not in options:
        return "answer.txt", ""
    return f"answer.{'md' if form == 'markdown' else form}", f" --format {form}"


def _bare(metavar: str) -> str:
    """How an argument is called, without the marks of one that may be left out or repeated."""
    return metavar.strip("[]\u2026. ")


class _MisnamedOptionError(UsageError):
    """An option by a name that isn't its own; the hint has the right one."""

    names_suggestions = True


def _example(error: TyperException, arguments: Sequence[str]) -> str:
    """A whole line of the command that something is missing from, so that its place can be seen: one with the options typed."""
    context = getattr(error, "ctx", None)
    lines = (context.command.epilog or "").split("\n\n") if context and _is_missing(error) else []
    typed = {word for word in arguments if word.startswith("--")}
    shown = max(lines, key=lambda line: len(typed.intersection(line.split())), default="")
    return f"{shown.replace('Example: ', 'For example: ')}. " if shown else ""


def _is_missing(error: TyperException) -> bool:
    return error.format_message().startswith("Missing")


def fail(error: CareerError, arguments: Sequence[str]) -> int:
    """Shows an error in the form asked for; returns the exit code."""
    if noted():
        return ExitCode.INTERRUPTED  # what was found may be the interrupt itself
    from cscareer.render.show import show_error

    show_error(error, as_json=_asks_for_json(arguments), no_color=NO_COLOR in arguments)
    return int(error.exit_code)


def _asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether JSON was asked for, in words that may be wrong otherwise."""
    lowered = [word.lower() for word in arguments]  # formats are taken in any case
    return any(
        word in {"--json", "--format=json", "--format=jsonl", "-fjson", "-fjsonl"}
        or (word in {"--format", "-f"} and following in {"json", "jsonl"})
        for word, following in pairwise([*lowered, ""])
    )
