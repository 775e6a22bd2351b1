"""The commands as tools of an assistant: found from their declarations, as all else is."""

import inspect
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, create_model
from typer.models import ArgumentInfo, OptionInfo

from cscareer.cli.declaring import AsText, AtHand, Declaration, Unasked
from cscareer.cli.outcomes import Reply, Stream, Text
from cscareer.cli.session import Session
from cscareer.cli.streams import GivenText
from cscareer.errors import UsageError
from cscareer.mcp.tools import Answered, Tool
from cscareer.render.formats import Format

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.plan.storage import Store

_SEVERAL = "..."  # ends the name of an argument whose words are values of their own, not one name
_FILES = re.compile(r"\b(?:FILE|DIR|FOLDER)\b")
_OF_A_SHELL = re.compile(r" ?Repeatable(?:, in any order)?\.|; (?:- reads|on a terminal|quote those) [^.]*")
_OPTION = re.compile(r"--([a-z][a-z-]*)")
# What one thing is called, whatever a command's own word for it is; the other words are taken too.
_ONE_NAME = {
    "title": ("role", "title"), "titles": ("roles", "titles", "role", "title"), "role": ("role", "title"),
    "location": ("location", "place"), "words": ("title", "words"),
}  # fmt: skip
_GOAL = "TO"
_A_FILE = re.compile(r"\S{1,200}\.(?:pdf|docx?|txt|md|json|ya?ml|html?|eml|rtf|odt)", re.IGNORECASE)


class AssistantSession(Session):
    """A run for an assistant: the data is read once for all of them, and nothing that is kept can be changed."""

    def __init__(
        self, loaded: "Callable[[], Catalog]", commands: Sequence[Declaration], *, with_profile: bool
    ) -> None:
        super().__init__(None, commands, no_color=True, no_profile=not with_profile)
        self._loaded = loaded
        self.asked = Format.JSON

    def catalog(self) -> "Catalog":
        """The data of all layers in use."""
        return self._loaded()

    def store(self) -> "Store":
        """Nothing is changed from here.

        Raises:
            UsageError: always.
        """
        raise UsageError(
            "An assistant's tools only read, and this would change what is kept of the person.",
            hint="The person can do it themselves, with the command of the same name.",
        )


class _Parameter(NamedTuple):
    """A parameter of a command's body, as an argument of a tool; `given` turns what is said into what the body takes."""

    name: str
    body_name: str
    kind: Any
    required: bool
    unasked: object
    given: Callable[[Any], Any]


def tools(
    declarations: Sequence[Declaration], loaded: "Callable[[], Catalog]", *, with_profile: bool
) -> list[Tool]:
    """The commands that answer from the guide and from what is said alone, in their order.

    Args:
        declarations: the commands there are.
        loaded: gives the data.
        with_profile: whether the person's profile is read, and what they keep may be asked about.
    """
    found = []
    for command in declarations:
        parameters = _parameters(command)
        if command.tool and command.shows and parameters is not None and (with_profile or not _own(command)):
            session = _session_maker(loaded, declarations, with_profile=with_profile)
            found.append(_tool(command, parameters, session))
    return found


def tool_name(command: Declaration) -> str:
    """What an assistant calls a command: `checklist_diff`, and `checklist` for what its group does alone."""
    words = command.words[:1] if command.alone else command.words
    return "_".join(words).replace("-", "_")


def _own(command: Declaration) -> bool:
    return command.group is not None and command.group.own


def _session_maker(
    loaded: "Callable[[], Catalog]", declarations: Sequence[Declaration], *, with_profile: bool
) -> Callable[[], AssistantSession]:
    return lambda: AssistantSession(loaded, declarations, with_profile=with_profile)


def _tool(
    command: Declaration, parameters: Sequence[_Parameter], session: Callable[[], AssistantSession]
) -> Tool:
    name = tool_name(command)
    fields: dict[str, Any] = {each.name: (each.kind, ... if each.required else None) for each in parameters}
    config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)
    arguments: type[BaseModel] = create_model(name, __config__=config, **fields)
    by_name = {each.name: each for each in parameters}
    unasked = {each.body_name: each.unasked for each in parameters if each.unasked is not None}

    def ask(said: dict[str, Any]) -> Answered:
        given = {by_name[name].body_name: by_name[name].given(value) for name, value in said.items()}
        given = {**unasked, **given}
        run = session()
        with ExitStack() as run.resources:
            return _answered(run, command.body(run, **given))

    return Tool(name, inspect.getdoc(command.body) or "", arguments, command.answers, ask)


def _answered(session: AssistantSession, outcome: object) -> Answered:
    if isinstance(outcome, Stream | Text):
        raise UsageError(
            "That is for files and streams; a tool answers one question.", hint="Name one thing."
        )
    answer = outcome.answer if isinstance(outcome, Reply) else outcome
    return Answered(answer, tuple(session.take_notes()))  # type: ignore[arg-type]  # an answer is all that is left


def _parameters(command: Declaration) -> list[_Parameter] | None:
    """What a tool for a command takes; None where it needs what only a person at this machine can give."""
    found = []
    for each in list(inspect.signature(command.body).parameters.values())[1:]:
        required = each.default is inspect.Parameter.empty
        made = _parameter(each, command, required=required)
        if made is not None:
            found.append(made)
        elif required:
            return None
    return found


def _parameter(parameter: inspect.Parameter, command: Declaration, *, required: bool) -> _Parameter | None:
    kind, *beside = get_args(parameter.annotation)
    info = next(each for each in beside if isinstance(each, ArgumentInfo | OptionInfo))
    as_text = next((each for each in beside if isinstance(each, AsText)), None)
    several, of = _kind(kind)
    metavar = info.metavar or ""
    if any(isinstance(each, AtHand) for each in beside):
        return None
    if as_text is None and (of is Path or _FILES.search(metavar)):
        return None
    one_name = several and isinstance(info, ArgumentInfo) and not metavar.endswith(_SEVERAL)
    unasked = next((each.value for each in beside if isinstance(each, Unasked)), None)
    names = (as_text.name,) if as_text else _names(parameter.name, info, command)
    name = names[0]
    about = as_text.about if as_text else _about(info.help or "", unasked)
    a_list = several and not one_name
    least = 1 if a_list and required else None
    field = Field(
        description=about,
        ge=info.min,
        le=info.max,
        min_length=least,
        json_schema_extra=_choices(metavar),
        validation_alias=AliasChoices(*names),
    )
    if a_list:
        typed: Any = Annotated[list[of], BeforeValidator(_listed), field]  # type: ignore[valid-type]
    else:
        typed = Annotated[of, field]
    reader = _reader(name, as_text, several=several, one_name=one_name)
    return _Parameter(name, parameter.name, typed, required, unasked, reader)


def _kind(kind: Any) -> tuple[bool, Any]:  # noqa: ANN401  the types of parameters
    """Whether a parameter takes several values, and of which type: `list[str] | None` several of `str`."""
    known = [each for each in get_args(kind) if each is not NoneType] if get_origin(kind) is not list else []
    kind = known[0] if known else kind
    return (True, get_args(kind)[0]) if get_origin(kind) is list else (False, kind)


def _names(name: str, info: ArgumentInfo | OptionInfo, command: Declaration) -> tuple[str, ...]:
    """What it is called, and by which other words it is taken: the option's long name, the parameter's own for an argument."""
    said = (info.default, *(getattr(info, "param_decls", None) or ()))
    long = (each for each in said if isinstance(each, str) and each.startswith("--"))
    own = next(long, name).strip("-_").replace("-", "_")
    if (info.metavar or "").strip("[]") == _GOAL:
        return _GOAL.lower(), own, "role"
    if own == "name":
        return command.words[-1], own
    return _ONE_NAME.get(own, (own,))


def _about(told: str, unasked: object) -> str:
    """What the help says, without what holds at a shell alone; options are called what they are called here."""
    if unasked is not None:
        told = f"{told.partition(' Left out:')[0]} Left out: {unasked}."
    return _OPTION.sub(lambda found: found[1].replace("-", "_"), _OF_A_SHELL.sub("", told)).strip()


def _choices(metavar: str) -> dict[str, Any]:
    """The values that a name like hour|year lists, for the schema alone: a body takes them in any case, and teaches."""
    return {"enum": metavar.split("|")} if "|" in metavar else {}


def _listed(said: object) -> object:
    return [said] if isinstance(said, str | int | float) else said


def _reader(name: str, as_text: AsText | None, *, several: bool, one_name: bool) -> Callable[[Any], Any]:
    if as_text is None:
        return (lambda said: [said]) if one_name else (lambda said: said)
    if several:
        return lambda said: [_text(f"{as_text.name} {at}", each) for at, each in enumerate(said, start=1)]
    return lambda said: _text(f"the {name}", said)


def _text(name: str, said: str) -> GivenText:
    """A text that was given.

    Raises:
        UsageError: it is the name of a file.
    """
    if _A_FILE.fullmatch(said.strip()):
        raise UsageError(
            f"The text itself belongs here, and {name} is the name of a file.",
            hint="Read the file, and give what stands in it.",
        )
    return GivenText.of(name, said)
