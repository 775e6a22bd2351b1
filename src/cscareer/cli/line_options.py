"""What a command takes on its line: its options with a value, and its arguments, as they are declared."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, get_args

from typer.models import ArgumentInfo, OptionInfo

from cscareer.cli.declaring import Declaration
from cscareer.cli.line_words import FORMAT, JOINED, JOINED_AS

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog

_EVERYONES = (FORMAT, ("--output", "-o"), ("--svg",))


class ValueOption(NamedTuple):
    """An option of a command that takes a value."""

    names: tuple[str, ...]
    several: bool
    joins: "Callable[[Catalog, str], bool] | None"


def options_of(command: Declaration) -> list[ValueOption]:
    """The options of a command that take a value, by the names they are declared with."""
    found = [ValueOption(names, several=False, joins=None) for names in _EVERYONES]
    for name, hint in inspect.get_annotations(command.body).items():
        kind, *said = get_args(hint) or (None,)
        info = next((each for each in said if isinstance(each, OptionInfo)), None)
        if info is None or kind is bool:
            continue
        said_names = (info.default, *(info.param_decls or ()))  # Typer takes the first one for a default
        names = tuple(each for each in said_names if isinstance(each, str) and each.startswith("-"))
        names = names or (f"--{name.replace('_', '-')}",)
        several = "list" in str(kind)
        joins = JOINED.get(info.autocompletion) or JOINED_AS.get(info.metavar or "")
        found.append(ValueOption(names, several, joins))
    return found


def arguments_of(command: Declaration) -> list[ArgumentInfo]:
    """The arguments of a command that stand without an option."""
    hints = inspect.get_annotations(command.body).values()
    return [each for hint in hints for each in get_args(hint) if isinstance(each, ArgumentInfo)]
