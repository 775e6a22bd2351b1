"""The arrows of the house: each part imports only what stands below it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "cscareer"

# Each part, and the parts it may import besides itself. `.` is the package's own top module.
ARROWS = {
    "errors": set(),
    "interrupts": set(),
    "catalog": {"errors"},
    "pay": {"catalog", "errors"},
    "skills": {"pay", "catalog", "errors"},
    "routes": {"skills", "pay", "catalog", "errors"},
    "guide": {"routes", "pay", "catalog", "errors"},
    "documents": {"catalog", "errors"},
    "schemas": {"catalog", "errors"},
    "plan": {"routes", "skills", "pay", "catalog", "errors"},
    "render": {"schemas", "plan", "guide", "routes", "skills", "pay", "catalog", "errors", "interrupts"},
    "cli": {
        *(
            "render",
            "schemas",
            "documents",
            "plan",
            "guide",
            "routes",
            "skills",
            "pay",
            "catalog",
            "errors",
            "interrupts",
            ".",
        ),
    },
    ".": {"guide", "routes", "skills", "pay", "catalog", "errors"},
    "__main__": {"cli", "interrupts"},
}
HOMES = {
    "typer": {"cli"},
    "rich": {"render"},
    "yaml": {"catalog"},
    "rapidfuzz": {"catalog"},
    "platformdirs": {"catalog"},
    "python_calamine": {"pay"},
    "filelock": {"pay", "plan"},
    "icalendar": {"render"},
    "pypdf": {"documents"},
    "defusedxml": {"documents"},
}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def part_of(module: Path) -> str:
    first = module.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "." if first == "__init__" else first


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield f"{node.module}"


def test_the_tests_look_at_every_module() -> None:
    found = modules()
    assert len(found) >= 35
    assert {part_of(module) for module in found} == set(ARROWS)


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_module_imports_only_what_stands_below_it(module: Path) -> None:
    part = part_of(module)
    for name in imports(module):
        if name.split(".")[0] == "cscareer":
            imported = name.split(".")[1] if "." in name else "."
            assert imported == part or imported in ARROWS[part], f"{module.name} imports {name}"


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_library_is_used_only_in_its_own_part(module: Path) -> None:
    ours = {"cscareer", "pydantic", "pydantic_core", *HOMES, *sys.stdlib_module_names}
    for name in imports(module):
        library = name.split(".")[0]
        assert library in ours, f"{module.name} imports {name}"
        assert library not in HOMES or part_of(module) in HOMES[library], f"{module.name} imports {name}"


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(SOURCE)))
def test_nothing_prints_and_nothing_reaches_the_network(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in called
    network = {"socket", "urllib", "http", "ssl", "asyncio", "ftplib", "smtplib"}
    assert not network.intersection(name.split(".")[0] for name in imports(module))
