"""Writing YAML that `yaml_reader` takes and reads back as the same values."""

import re
from typing import Any

import yaml

_PLAIN = re.compile(r"[a-z][a-z0-9-]*\Z")
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}  # what some reader takes for no word


class _Writer(yaml.SafeDumper):
    """Quotes every text but plain ids, and writes nothing as an anchor."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  PyYAML's own name
        """Sets the items of a list in below their key."""
        super().increase_indent(flow, indentless=False)


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = None if _PLAIN.match(text) and text not in _WORDS else '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _text)


def dump(value: Any) -> str:  # noqa: ANN401  YAML holds anything
    """The YAML text of dicts, lists, str, int, float, bool and None, its keys in the order given."""
    text: str = yaml.dump(value, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=10_000)
    return text
