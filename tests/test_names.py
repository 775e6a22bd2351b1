"""One word for one idea: no two public classes share a name."""

import ast
from collections import defaultdict
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "src" / "cscareer"
SHARED = {"Area", "Places", "Wages"}  # still shared by pay/ and pay/importing/


def public_classes() -> dict[str, list[Path]]:
    """Where each name of a public class is defined."""
    found: dict[str, list[Path]] = defaultdict(list)
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(module.relative_to(PACKAGE))
    return found


def test_no_two_public_classes_share_a_name() -> None:
    found = public_classes()
    assert len(found) > 100
    shared = {name: homes for name, homes in found.items() if len(homes) > 1 and name not in SHARED}
    assert shared == {}
