"""An answer, or an error, as JSON."""

from dataclasses import asdict
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from cscareer.catalog.answer import Answer
from cscareer.errors import CareerError
from cscareer.render.text import escape_steering

_LAST = ("layers", "sources")


def draw_json(answer: Answer) -> str:
    """The dump of an answer: `schema` first, what it is made from last."""
    return draw_object(_dump(answer))


def draw_line(answer: Answer) -> str:
    """The same on one line."""
    return _written(_dump(answer))


def _dump(answer: Answer) -> dict[str, Any]:
    dump = answer.model_dump(mode="json", by_alias=True)
    return dump | {key: dump.pop(key) for key in _LAST}


def draw_object(content: dict[str, Any]) -> str:
    """A JSON object, indented, with a newline at its end."""
    return _written(content, indent=2)


def draw_error(error: CareerError) -> str:
    """An error for a script, in one line."""
    import json

    content: dict[str, Any] = {
        "code": int(error.exit_code),
        "kind": error.kind,
        "message": error.message,
        "hint": error.hint,
        "suggestions": list(error.suggestions),
    }
    if error.problems:
        content["problems"] = [asdict(problem) for problem in error.problems]
    return escape_steering(json.dumps({"error": content}, ensure_ascii=False)) + "\n"


def _written(content: dict[str, Any], indent: int | None = None) -> str:
    try:
        text = to_json(content, indent=indent, inf_nan_mode="null").decode()
    except PydanticSerializationError:  # the name of a file or folder that is no text
        import json

        text = json.dumps(content, ensure_ascii=False, indent=indent)
    return escape_steering(text) + "\n"
