"""A question as an assistant may ask it: its name, its arguments, the forms of its answer, and how it is answered."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ValidationError

from cscareer.catalog.answer import Answer
from cscareer.catalog.lookup import suggest
from cscareer.errors import UsageError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MOST_SHOWN = 60  # letters of a value that is said again
_OPTION = re.compile(r"(?<![\w-])--([a-z]+(?:-[a-z]+){0,3})(?: [A-Z]{2,20}\b)?")
_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "string": "text",
    "list": "a list",
}


class Answered(NamedTuple):
    """An answer, and what to say of how the words of the question were read."""

    answer: Answer
    notes: tuple[str, ...]


class Tool(NamedTuple):
    """A question to ask by name; `about` says what it is for, `arguments` is the model of what it takes."""

    name: str
    about: str
    arguments: type[BaseModel]
    answers: tuple[type[Answer], ...]
    ask: Callable[[dict[str, Any]], Answered]

    def answer(self, said: Mapping[str, Any] | None) -> Answered:
        """Answers it, from arguments as an assistant gives them; one that is null wasn't given.

        Raises:
            UsageError: an argument is missing, unknown, or no value of its kind.
            CareerError: as the question raises it.
        """
        given = {name: value for name, value in (said or {}).items() if value is not None}
        try:
            read = self.arguments.model_validate(given)
        except ValidationError as error:
            raise self._explained(error) from None
        return self.ask({name: getattr(read, name) for name in read.model_fields_set})

    def in_own_words(self, said: str) -> str:
        """What a command says of its options, by the names of this tool's arguments: "give --resume FILE" as "give `resume`"."""

        def named(found: re.Match[str]) -> str:
            name = found[1].replace("-", "_")
            return f"`{name}`" if name in self.arguments.model_fields else found[0]

        return _OPTION.sub(named, said)

    def input_schema(self) -> dict[str, Any]:
        """The JSON Schema of its arguments."""
        schema = self.arguments.model_json_schema()
        for entry in schema["properties"].values():
            entry.pop("default", None)  # one that isn't given is left out
            entry.pop("title", None)
        return {key: value for key, value in schema.items() if key not in {"title", "description"}}

    def output_schema(self) -> dict[str, Any]:
        """The JSON Schema of its answer: one of the forms it may have."""
        from pydantic.json_schema import models_json_schema

        made, defined = models_json_schema([(form, "serialization") for form in self.answers], by_alias=True)
        forms = [made[form, "serialization"] for form in self.answers]
        _untitle(defined)
        if len(forms) == 1:
            own = defined["$defs"].pop(forms[0]["$ref"].rpartition("/")[2])
            return {**own, **defined}
        return {"type": "object", "anyOf": forms, **defined}

    def _explained(self, error: ValidationError) -> UsageError:
        """What is wrong with the arguments, in the words of who gave them."""
        told, suggestions = [], list[str]()
        for each in error.errors(include_url=False):
            name = str(each["loc"][0]) if each["loc"] else ""
            if each["type"] == "missing":
                told.append(f"{name} is missing: {self._says(name)}")
            elif each["type"] == "too_short":
                told.append(f"{name}: name one at least. {self._says(name)}")
            elif each["type"] == "extra_forbidden":
                told.append(f'{self.name} takes no argument "{name[:_MOST_SHOWN]}".')
                suggestions += suggest(name, self.arguments.model_fields, most=1)
            else:
                told.append(f"{name}: {_expected(each)}. {self._says(name)}")
        listed = ", ".join(self.arguments.model_fields) or "none"
        return UsageError(" ".join(told), hint=f"Its arguments are: {listed}.", suggestions=suggestions)

    def _says(self, name: str) -> str:
        field = self.arguments.model_fields.get(name)
        return str(field.description or "") if field else ""


def _expected(error: "ErrorDetails") -> str:
    """What a value should have been, in plain words."""
    kind = error["type"]
    known = next((words for start, words in _KINDS.items() if kind.startswith(start)), None)
    return f"it should be {known}" if known else error["msg"].replace("Input s", "it s")


def _untitle(schema: object) -> None:
    """Takes out the titles that Pydantic makes of every name: they say nothing more, and are half of what is sent."""
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            _untitle(inner)
