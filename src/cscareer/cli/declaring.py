"""How a command is declared: once, above its body; all the rest is found from that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from importlib import import_module
from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, Union, get_args, get_type_hints

from cscareer.cli.outcomes import Export, Reply, Stream, Text
from cscareer.render.formats import USUAL, Format, Formats

if TYPE_CHECKING:
    from cscareer.catalog.answer import Answer

Outcome = Union["Answer", Reply, Text, Export, Stream]
Body = Callable[..., Outcome]


class Panel(StrEnum):
    """The groups of the help, in its order."""

    EXPLORE = "Explore"
    PAY = "Pay"
    PLAN = "Plan"
    JOBS = "Jobs"
    METRICS = "Metrics"
    SHARE = "Share"
    DATA = "Data"


class Group(NamedTuple):
    """A command with subcommands. Alone it does what the subcommand declared with `alone` does, or shows its help.

    `own` is whether they are about what is kept of the person, which assistants see only where it was allowed.
    """

    name: str
    panel: Panel
    about: str
    own: bool = False


class AsText(NamedTuple):
    """Stands beside a parameter that names files: an assistant gives the text itself, as the argument `name`."""

    name: str
    about: str


class Unasked(NamedTuple):
    """Stands beside a parameter: what an assistant is taken to mean by leaving it out, as all there is would be too much."""

    value: object


class AtHand:
    """Stands beside a parameter that is of use only to a person at this machine; assistants aren't offered it."""


class Declaration(NamedTuple):
    """A command as declared; see `command`."""

    body: Body
    place: Panel | Group
    asks: tuple[str, ...]
    needs: tuple[str, ...]
    examples: tuple[str, ...]
    formats: Formats
    saves: bool
    alone: bool
    tool: bool

    @property
    def name(self) -> str:
        """What a person types for it; `import` and `set` alone are no names in Python."""
        return self.body.__name__.removesuffix("_").replace("_", "-")

    @property
    def words(self) -> tuple[str, ...]:
        """All that a person types for it: `("profile", "set")`."""
        return (self.place.name, self.name) if isinstance(self.place, Group) else (self.name,)

    @property
    def panel(self) -> Panel:
        """The group of the help it stands in, its group's for a subcommand."""
        return self.place.panel if isinstance(self.place, Group) else self.place

    @property
    def shows(self) -> bool:
        """Whether it shows an answer as a table, whose first screen leaves the rest to --full."""
        return Format.TABLE in self.formats.choices and bool(self.asks) and not self.saves

    @property
    def group(self) -> Group | None:
        """The command it is a subcommand of."""
        return self.place if isinstance(self.place, Group) else None

    @property
    def answers(self) -> "tuple[type[Answer], ...]":
        """The forms of answer that its questions return; loads them."""
        from cscareer.catalog.answer import Answer

        forms = (form for each in self.asks for form in _returned(each))
        return tuple(form for form in forms if issubclass(form, Answer))


def command(
    place: Panel | Group,
    *,
    asks: Sequence[str],
    examples: Sequence[str],
    needs: Sequence[str] = (),
    formats: Formats = USUAL,
    saves: bool = False,
    alone: bool = False,
    tool: bool = True,
) -> Callable[[Body], Declaration]:
    """Declares a command, whose body is given the session and its own typed options and returns the answer.

    --format and --json, with `saves` --output too, come by themselves, as does showing what is returned.

    Args:
        place: the panel of the help it stands in, or the command it is a subcommand of.
        asks: the questions it may ask, like "guide.roles:list_roles". Their return types are its forms of answer, and
            their names are what the package offers to scripts.
        examples: command lines to paste; the help shows them, and the tests run them.
        needs: what a script needs besides in order to ask, like "skills.held:read_held".
        formats: the formats it offers.
        saves: what it returns is an export, which --output writes to a new private file.
        alone: its group does this when no subcommand is named.
        tool: whether assistants may ask it, as `mcp` offers it to them; False where it changes what is kept, or is about
            this machine. What shows no answer is no tool either.
    """

    def declare(body: Body) -> Declaration:
        return Declaration(
            body, place, tuple(asks), tuple(needs), tuple(examples), formats, saves, alone, tool
        )

    return declare


def answer_forms(commands: Iterable[Declaration]) -> "dict[str, type[Answer]]":
    """Every form of answer that commands give, by its name; loads them."""
    forms = {form.schema_name(): form for each in commands for form in each.answers}
    return dict(sorted(forms.items()))


def public_names(commands: Iterable[Declaration]) -> dict[str, str]:
    """The names that the package offers to scripts, each with the module it stands in: questions, and what they need.

    Raises:
        ValueError: one name stands for two things.
    """
    found = {"load_catalog": "cscareer.catalog.loading"}
    for module, name in _homes(commands):
        if found.setdefault(name, module) != module:
            raise ValueError(f"{name} stands in {module} and in {found[name]}")
    return dict(sorted(found.items()))


def stub(commands: Iterable[Declaration]) -> str:
    """The text of the package's `__init__.pyi`: its public names, for type checkers and for its own lazy imports."""
    names = public_names(commands)
    lines = [f"from {module} import {name} as {name}" for name, module in names.items()]
    listed = [f'    "{name}",' for name in names]
    return "\n".join([*sorted(lines), "", "__version__: str", "__all__ = [", *listed, "]", ""])


def _homes(commands: Iterable[Declaration]) -> Iterator[tuple[str, str]]:
    for each in commands:
        for question in (*each.asks, *each.needs):
            module, _, path = question.partition(":")
            yield f"cscareer.{module}", path.partition(".")[0]


def _returned(question: str) -> tuple[type, ...]:
    """What a question returns; the types of its arguments may be known to type checkers alone."""
    module, _, path = question.partition(":")
    home = import_module(f"cscareer.{module}")
    alone = SimpleNamespace(__annotations__={"return": attrgetter(path)(home).__annotations__["return"]})
    found = get_type_hints(alone, vars(home))["return"]
    return get_args(found) or (found,)
