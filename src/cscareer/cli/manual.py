"""The whole help as pages: of the program, of each group of commands, and of each command. The man page is made of them."""

from collections.abc import Iterator, Sequence

import typer

from cscareer.cli.declaring import Declaration
from cscareer.cli.helping import HelpedCommand, HelpedGroup
from cscareer.cli.program import build
from cscareer.render.help_format import HelpPage


def help_pages(declarations: Sequence[Declaration]) -> Iterator[tuple[tuple[str, ...], HelpPage]]:
    """The help of the program, with no words, and of every group and command by its words, in the order of the help."""
    program = build(declarations)
    yield from _pages(program, typer.Context(program, info_name="cscareer"), ())


def manual(declarations: Sequence[Declaration]) -> str:
    """The man page of the program, in roff."""
    from cscareer.render.man_format import draw_manual

    return draw_manual(list(help_pages(declarations)))


def _pages(
    command: object, context: typer.Context, words: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], HelpPage]]:
    assert isinstance(command, HelpedCommand | HelpedGroup)
    yield words, command.page(context)
    if isinstance(command, HelpedGroup):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                inner = typer.Context(below, info_name=name, parent=context)
                yield from _pages(below, inner, (*words, name))
