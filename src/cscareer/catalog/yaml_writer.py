"""Writing YAML that `yaml_reader` takes and reads back as the same values.

PyYAML's own writer takes a hundred times as long as one that need not think of anchors, tags and widths, and a profile is written
at each tick.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"[a-z][a-z0-9-]*\Z")
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}  # what some reader takes for no word
# All but what stands in quotes as it is.
_ESCAPED = re.compile("[^ !#-\\[\\]-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_SHORT = {
    "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r", "\x1b": "\\e",
    '"': '\\"', "\\": "\\\\", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_BY_NUMBER = ((0xFF, "\\x%02X"), (0xFFFF, "\\u%04X"), (0x10FFFF, "\\U%08X"))


def dump(value: Any) -> str:  # noqa: ANN401  YAML holds anything
    """The YAML text of dicts, lists, str, int, float, bool and None, its keys in the order given.

    Every text but plain ids is quoted; the items of a list stand in below their key.
    """
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            if isinstance(inner, dict | list) and inner:
                yield f"{_scalar(key)}:"
                yield from (f"  {line}" for line in _lines(inner))
            else:
                yield f"{_scalar(key)}: {_scalar(inner)}"
    elif isinstance(value, list) and value:
        for inner in value:
            mark = "- "
            for line in _lines(inner):
                yield f"{mark}{line}"
                mark = "  "
    else:
        yield _scalar(value)


def _scalar(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return value if _PLAIN.match(value) and value not in _WORDS else f'"{_ESCAPED.sub(_escape, value)}"'
    written = json.dumps(value)  # null, true, 12, 1.5, [] and {} are the same in both
    return written.replace("e", ".0e") if isinstance(value, float) and "." not in written else written


def _escape(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return _SHORT.get(sign[0]) or next(form % code for most, form in _BY_NUMBER if code <= most)
