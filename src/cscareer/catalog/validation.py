"""Pydantic's findings about one entry, as problems a person can act on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cscareer.catalog import yaml_reader
from cscareer.catalog.lookup import suggest
from cscareer.catalog.wording import MALFORMED
from cscareer.errors import Problem

MOST_PROBLEMS = 100  # told of one file; the rest is of the same kind as a rule
MEND_FIRST = "Mend these first, then check again."


def problems_of(
    error: ValidationError,
    path: Path,
    lines: yaml_reader.Lines,
    start: yaml_reader.KeyPath,
    item: object,
    *,
    private: bool = False,
) -> Iterator[Problem]:
    """Every finding of one entry that failed, each at its line; after a hundred, how many more there are.

    Args:
        error: what Pydantic found.
        path: the file the entry stands in.
        lines: where the file's values stand.
        start: where in the file the entry stands.
        item: the entry as read, to name it by its id.
        private: say of which kind a wrong value is, never the value itself.
    """
    keys = ("id", "code", "role", "occupation")
    name = next((item[key] for key in keys if item.get(key)), None) if isinstance(item, dict) else None
    entry = (start[0], name) if isinstance(name, str) and not private else start
    for number, finding in enumerate(error.errors(include_url=False)):
        if number == MOST_PROBLEMS:
            more = f"{error.error_count() - number:,} problems more."
            yield Problem(str(path), lines.at(start + finding["loc"]), None, more, MEND_FIRST)
            return
        if finding["type"] == "too_short" and len(finding["input"]) >= finding["ctx"]["min_length"]:
            continue  # long enough as written: Pydantic doesn't count items that have a finding of their own
        location = start + finding["loc"]
        message, hint = _say(finding, _kind if private else _shown)
        if private and finding["type"] == "extra_forbidden":
            yield Problem(
                str(path), lines.at(location), None, "A key stands here that is none of ours.", hint
            )
            continue
        field = yaml_reader.said(entry + finding["loc"])
        yield Problem(str(path), lines.at(location), field, message, hint)


def _say(finding: ErrorDetails, shown: Callable[[Any], str]) -> tuple[str, str | None]:
    kind, value, context = finding["type"], finding["input"], finding.get("ctx", {})
    last = finding["loc"][-1] if finding["loc"] else "this entry"
    if kind == "missing":
        return f'"{last}" is missing.', None
    if kind == "extra_forbidden":
        return f'"{last}" is no key here.', "Check its spelling, or leave it out."
    if kind in {"enum", "literal_error"}:
        expected = str(context["expected"])
        choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
        near = suggest(value, choices, most=1, whole=True) if isinstance(value, str) else ()
        return f"{shown(value)} is none of {expected}.", f"Did you mean {near[0]}?" if near else None
    if kind == MALFORMED:
        return f"{shown(value)} {finding['msg']}.", None
    if kind == "value_error":
        return f"{context['error']}.", None
    expected = _EXPECTED[kind].format(**context) if kind in _EXPECTED else finding["msg"]
    return f"{shown(value)}: {expected}.", None


_EXPECTED = {
    "int_type": "expected a whole number, without quotes",
    "float_type": "expected a number, without quotes",
    "string_type": "expected text; put quotes around it",
    "string_too_short": "expected some text",
    "bool_type": "expected true or false",
    "none_required": "must be null, because no source states a figure",
    "tuple_type": "expected a list",
    "model_type": "expected a mapping of keys to values",
    "too_short": "expected at least {min_length}",
    "too_long": "expected at most {max_length}",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
}


def _shown(value: Any) -> str:  # noqa: ANN401  YAML holds anything
    if isinstance(value, str):
        return f'"{value[:60]}…"' if len(value) > 60 else f'"{value}"'  # noqa: PLR2004  what fits a line
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a mapping"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _kind(value: Any) -> str:  # noqa: ANN401  YAML holds anything
    """What kind of thing stands there, for files whose content is nobody else's business."""
    if isinstance(value, list | tuple | dict) or value is None or isinstance(value, bool):
        return _shown(value)
    return "a text" if isinstance(value, str) else "a number"
