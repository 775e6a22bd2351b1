"""The site's page of the Python functions: each public name with its signature, what it says of itself, and its example."""

import inspect
import re
from collections.abc import Iterator
from enum import EnumMeta

import cscareer

WIDTH = 80
_INTRODUCTION = (
    "# Python\n\nA script asks the same questions as the command line; `from cscareer import …` knows these names. A question is a plain "
    'function that returns a frozen model, whose `model_dump(mode="json", by_alias=True)` is the JSON of `--json`. The examples are run '
    "by the tests.\n"
)


def python_page() -> str:
    """The whole page."""
    parts = [_INTRODUCTION]
    for name in cscareer.__all__:
        each = getattr(cscareer, name)
        told = "\n".join(_told(inspect.getdoc(each) or ""))
        parts.append(f"## {name}\n\n```python\n{name}{_signature(each)}\n```\n\n{told}\n")
    return "\n".join(parts)


def _signature(each: object) -> str:
    """What it takes and gives, as short names, a parameter on each line where one line would be too long."""
    if isinstance(each, EnumMeta):
        return f"({' | '.join(repr(str(member.value)) for member in each)})"  # type: ignore[var-annotated]
    assert callable(each)
    signature = inspect.signature(each)
    taken = [_short(str(parameter)) for parameter in signature.parameters.values()]
    keywords = [
        at
        for at, each in enumerate(signature.parameters.values())
        if each.kind is inspect.Parameter.KEYWORD_ONLY
    ]
    if keywords:
        taken.insert(keywords[0], "*")
    returned = _short(str(signature).rpartition(" -> ")[2]) if "->" in str(signature) else ""
    gives = f" -> {returned}" if returned not in {"", "None"} else ""
    line = f"({', '.join(taken)}){gives}"
    return line if len(line) <= WIDTH else "(\n" + "".join(f"    {one},\n" for one in taken) + f"){gives}"


def _short(text: str) -> str:
    """Names without the modules they stand in, values as they are written."""
    text = re.sub(r"ForwardRef\('([^']*)'\)", r"\1", text)
    text = re.sub(r"<(\w+)\.(\w+): [^>]*>", r"\1.\2", text)
    text = re.sub(r"<function .*? at \w+>", "…", text)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z]|date\b)|(?<![\w=] )'(?=[A-Z])|(?<=\w)'(?= =)", "", text)


def _told(text: str) -> Iterator[str]:
    """A docstring as Markdown: its sections as lists, its example as one."""
    for block in text.split("\n\n"):
        heading, _, rest = block.partition("\n")
        rows = [line.removeprefix("    ") for line in rest.splitlines()]
        if heading == "Example:":
            yield from ("```pycon", *rows, "```")
        elif heading in {"Args:", "Raises:", "Returns:"}:
            yield from (f"*{heading.removesuffix(':').replace('Args', 'Arguments')}*", "")
            yield from (row if row.startswith(" ") else f"- {row}" for row in rows)
        else:
            yield block
        yield ""
