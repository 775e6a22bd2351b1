"""An answer, or an error, as JSON."""

import json
from typing import Any

from cscareer.catalog.answer import Answer
from cscareer.errors import CareerError
from cscareer.render.text import escape_steering

_LAST = {"layers": True, "sources": True}  # in this order


def draw_json(answer: Answer) -> str:
    """The dump of an answer: `schema` first, what it is made from last."""
    return draw_object(_dump(answer))


def draw_line(answer: Answer, *, with_sources: bool = True) -> str:
    """The same on one line; in a stream whose reader knows the sources they may be left out."""
    text = answer.model_dump_json(by_alias=True, exclude=_LAST)
    if with_sources:
        text = f"{text[:-1]},{answer.model_dump_json(by_alias=True, include=_LAST)[1:]}"
    return escape_steering(text) + "\n"


def _dump(answer: Answer) -> dict[str, Any]:
    dump = answer.model_dump(mode="json", by_alias=True)
    return dump | {key: dump.pop(key) for key in _LAST}


def draw_object(content: dict[str, Any]) -> str:
    """A JSON object, indented, with a newline at its end."""
    return escape_steering(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def draw_error(error: CareerError) -> str:
    """An error for a script, in one line."""
    content: dict[str, Any] = {
        "code": int(error.exit_code),
        "kind": error.kind,
        "message": error.message,
        "hint": error.hint,
        "suggestions": list(error.suggestions),
    }
    if error.problems:
        content["problems"] = [problem._asdict() for problem in error.problems]
    return escape_steering(json.dumps({"error": content}, ensure_ascii=False)) + "\n"
