"""The house: one word for one idea, and no library but those we ask for. `lint-imports` holds the arrows."""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from inspect import isfunction
from pathlib import Path

from conftest import COMMANDS, FORMS, ROOT

PACKAGE = ROOT / "src" / "cscareer"
NO_QUESTIONS = {"cli", "render"}  # what stands above the questions
SPELLED_OTHERWISE = {"pyyaml": "yaml", "python-docx": "docx"}  # a package's name → what is imported


@cache
def modules() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def imported(text: str) -> Iterator[str]:
    """What the lines that are an import, of any depth, name; a relative one is named by its dots."""
    for line in re.findall(r"^ *(from \S+ import\b|import [\w., ]+$)", text, re.MULTILINE):
        named = line.split(maxsplit=1)[1].split(" import")[0].split(",")
        yield from (each.split()[0] for each in named)


def test_no_two_public_classes_share_a_name() -> None:
    found: dict[str, list[Path]] = defaultdict(list)
    for path, text in modules().items():
        for name in re.findall(r"^class ([^\W_]\w*)", text, re.MULTILINE):
            found[name].append(path.relative_to(PACKAGE))
    assert len(found) > 100
    assert {name: homes for name, homes in found.items() if len(homes) > 1} == {}


def test_every_library_in_use_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (wanted for name, wanted in project["optional-dependencies"].items() if name != "dev")
    asked = [wish for wanted in (project["dependencies"], *extras) for wish in wanted]
    names = {re.split(r"[\[<>=~! ]", wish)[0].lower() for wish in asked}
    libraries = {SPELLED_OTHERWISE.get(name, name).replace("-", "_") for name in names}
    ours = {
        "cscareer",
        "pydantic_core",
        *libraries,
        *sys.stdlib_module_names,
    }  # pydantic brings pydantic_core
    named = {path: {name.split(".")[0] for name in imported(text)} for path, text in modules().items()}
    assert {"typer", "yaml", "duckdb"} <= set().union(*named.values()), "imports of any depth are seen"
    assert {path: names - ours for path, names in named.items() if names - ours} == {}


def test_the_questions_a_command_declares_are_those_it_asks() -> None:
    texts = modules()
    for module in sorted({each.body.__module__ for each in COMMANDS}):
        here = [each for each in COMMANDS if each.body.__module__ == module]
        declared = {_first(ask) for each in here for ask in each.asks}
        tree = ast.parse(texts[PACKAGE / "cli" / "commands" / f"{module.rpartition('.')[2]}.py"])
        used = {
            f"{node.module}:{alias.name}".removeprefix("cscareer.")
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        assert declared <= used, module
        assert {name for name in used if _answers(name)} <= declared, module


def _first(ask: str) -> str:
    """The name to import for a question, a class where it is one of its methods."""
    home, _, path = ask.partition(":")
    return f"{home}:{path.partition('.')[0]}"


def _answers(name: str) -> bool:
    """Whether it is a function that returns an answer."""
    home, _, path = name.partition(":")
    found = getattr(import_module(f"cscareer.{home}"), path, None) if _is_a_wing(home.split(".")[0]) else None
    returned = str(found.__annotations__.get("return", "")) if isfunction(found) else ""
    return any(form.__name__ in re.findall(r"\w+", returned) for form in FORMS.values())


def _is_a_wing(name: str) -> bool:
    return name not in NO_QUESTIONS and any((PACKAGE / f"{name}{end}").exists() for end in ("", ".py"))
