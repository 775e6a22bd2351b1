"""The help of our commands: what Typer knows of a command, as a page of words."""

import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from cscareer.render.help_format import HelpPage, HelpSection, turned, write_help

_BRACES = str.maketrans("", "", "{}")
_PANEL = "rich_help_panel"


class HelpedCommand(TyperCommand):
    """A command whose help wraps at any width, names no types, and has a plain form."""

    def page(self, ctx: Any) -> HelpPage:  # noqa: ANN401  types that Typer keeps to itself
        """What the help says."""
        return _page(self, ctx, _options(self, ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Writes the help."""
        _write(self.page(ctx), formatter)


class HelpedGroup(TyperGroup):
    """The same for a command with commands below it, which stand under their panels."""

    def page(self, ctx: Any) -> HelpPage:  # noqa: ANN401
        """What the help says."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            below = self.get_command(ctx, name)
            if below is not None and not below.hidden:
                panel = getattr(below, _PANEL, None)
                said = panel if isinstance(panel, str) and panel else "Commands"
                panels.setdefault(said, []).append((name, _first_sentence(below.help or "")))
        return _page(
            self, ctx, [*(HelpSection(panel, rows) for panel, rows in panels.items()), *_options(self, ctx)]
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Writes the help."""
        _write(self.page(ctx), formatter)


def _write(page: HelpPage, formatter: Any) -> None:  # noqa: ANN401
    """Writes the help, or lets a person turn its pages where it is longer than their screen."""
    text = write_help(page, sys.stdout)
    if not turned(text):
        formatter.write(text)


def _page(command: Any, context: Any, sections: Sequence[HelpSection]) -> HelpPage:  # noqa: ANN401
    usage = context.command_path + " " + " ".join(command.collect_usage_pieces(context))
    examples = tuple(line.removeprefix("Example: ") for line in (command.epilog or "").split("\n\n") if line)
    return HelpPage(
        usage.translate(_BRACES).replace("......", "...").replace("[[", "[").replace("]]", "]"),
        command.help or "",
        sections,
        examples,
    )


def _options(command: Any, context: Any) -> list[HelpSection]:  # noqa: ANN401
    shown = [each for each in command.get_params(context) if not getattr(each, "hidden", False)]
    arguments = [each for each in shown if isinstance(each, TyperArgument)]
    options = [each for each in shown if not isinstance(each, TyperArgument)]
    found = [("Arguments", arguments), ("Options", options)]
    return [HelpSection(name, [_row(each) for each in params]) for name, params in found if params]


def _row(param: Any) -> tuple[str, str]:  # noqa: ANN401
    """How a parameter is typed, and what it means."""
    if isinstance(param, TyperArgument):
        return (param.metavar or param.name.upper()).replace("...", " …"), param.help or ""
    typed = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len, reverse=True))
    if not (param.is_flag or param.count):
        typed += f" {param.metavar or ('NUMBER' if _is_number(param) else param.opts[0].lstrip('-').upper())}"
    return typed, " ".join(filter(None, [param.help, *_limits(param)]))


def _is_number(param: Any) -> bool:  # noqa: ANN401
    annotation = param.type_descriptor.annotation
    return isinstance(annotation, type) and issubclass(annotation, int)


def _limits(param: Any) -> Iterator[str]:  # noqa: ANN401
    """What may stand there, in words: one of a few, or a number within bounds."""
    annotation = param.type_descriptor.annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum) and not param.metavar:
        yield f"One of: {', '.join(str(each.value) for each in annotation)}."
    low, high = param.min, param.max
    if low is not None:
        yield f"From {low} to {high}." if high is not None else f"{low} or more."
    elif high is not None:
        yield f"At most {high}."


def _first_sentence(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())
