"""The JSON Schema of each answer and of each data file."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.lookup import suggest
from cscareer.catalog.models import Model
from cscareer.catalog.sections import file_models
from cscareer.errors import UnknownNameError

Answers = Mapping[str, type[Answer]]  # forms of answer by their names


class SchemaRow(Model):
    """An answer or a data file that has a JSON Schema."""

    name: str
    kind: Literal["answer", "data file"]
    about: str


class SchemaList(Answer):
    """Everything that has a JSON Schema."""

    rows: ClassVar = "schemas"

    schema_: Literal["cscareer/data-schemas/1"] = Field("cscareer/data-schemas/1", alias="schema")
    schemas: tuple[SchemaRow, ...]


class SchemaField(Model):
    """A key of an answer or data file: `path` joins nested keys with a dot, and [] marks the items of a list."""

    path: str
    type: str
    required: bool
    about: str | None


class SchemaReport(Answer):
    """The keys of one answer or data file; with JSON, its JSON Schema stands in place of this."""

    rows: ClassVar = "fields"

    schema_: Literal["cscareer/data-schema/1"] = Field("cscareer/data-schema/1", alias="schema")
    name: str
    about: str
    fields: tuple[SchemaField, ...]


def list_schemas(answers: Answers) -> SchemaList:
    """These answers and every data file, each with what it is.

    Example:
        >>> [each.name for each in list_schemas({}).schemas][:2]
        ['roles.yaml', 'skills.yaml']
    """
    rows = [SchemaRow(name=name, kind="answer", about=_about(model)) for name, model in answers.items()]
    rows += [
        SchemaRow(name=name, kind="data file", about=_about(model)) for name, model in file_models().items()
    ]
    return SchemaList(layers=(), sources=(), schemas=tuple(rows))


def json_schema(name: str, answers: Answers) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an answer ("roles") or of a data file ("roles.yaml").

    Raises:
        UnknownNameError: nothing of that name has one.
    """
    model = _find(name, answers)
    mode: Literal["serialization", "validation"] = (
        "serialization" if issubclass(model, Answer) else "validation"
    )
    schema = model.model_json_schema(mode=mode, by_alias=True)
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"schema": "cscareer/json-schema/1", "$schema": dialect, "$id": name, **schema}


def describe_schema(name: str, answers: Answers) -> SchemaReport:
    """The keys of an answer or data file, for reading.

    Raises:
        UnknownNameError: nothing of that name has a schema.

    Example:
        >>> describe_schema("roles.yaml", {}).fields[0].path
        'roles'
    """
    model = _find(name, answers)
    schema = json_schema(name, answers)
    fields: list[SchemaField] = []
    _walk(schema, schema, "", fields)
    return SchemaReport(layers=(), sources=(), name=name, about=_about(model), fields=tuple(fields))


def _find(name: str, answers: Answers) -> type[BaseModel]:
    known: dict[str, type[BaseModel]] = {**answers, **file_models()}
    if model := known.get(name):
        return model
    raise UnknownNameError(
        f'Nothing called "{name}" has a schema.',
        hint="`cscareer data schema` lists all that have one.",
        suggestions=suggest(name, known, whole=True),
    )


def _about(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _walk(schema: dict[str, Any], root: dict[str, Any], path: str, fields: list[SchemaField]) -> None:
    required = schema.get("required", [])
    for key, entry in schema.get("properties", {}).items():
        choices = [_followed(choice, root) for choice in entry.get("anyOf", [entry])]
        here = f"{path}.{key}" if path else key
        items = [_followed(choice["items"], root) for choice in choices if "items" in choice]
        about = entry.get("description") or next(
            (each["description"] for each in (*choices, *items) if "description" in each), None
        )
        kinds = " or ".join(dict.fromkeys(_kind(choice, root) for choice in choices))
        fields.append(
            SchemaField(
                path=here,
                type=kinds,
                required=key in required,
                about=" ".join(about.split()) if about else None,
            )
        )
        for nested in choices:
            _walk(nested, root, here, fields)
        for item in items:
            _walk(item, root, f"{here}[]", fields)


def _followed(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        found: dict[str, Any] = root["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
        return found
    return schema


def _kind(schema: dict[str, Any], root: dict[str, Any]) -> str:
    if "const" in schema:
        return f'"{schema["const"]}"'
    if "enum" in schema:
        return " or ".join(f'"{choice}"' for choice in schema["enum"])
    kind = str(schema.get("type", "anything"))
    if "items" in schema:
        choices = schema["items"].get("anyOf", [schema["items"]])
        return (
            f"{kind} of {' or '.join(dict.fromkeys(_kind(_followed(each, root), root) for each in choices))}"
        )
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"{kind} from {low} to {high}"
    return kind if low is None else f"{kind}, {low} or more"
