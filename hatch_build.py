"""Makes the JSON of the built-in data and the man page before a wheel is built, or the project installed from a checkout."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltData(BuildHookInterface):  # type: ignore[type-arg]
    """Checks the data and writes `data/built/` and the man page; data with a problem can't be packed."""

    def dependencies(self) -> list[str]:
        """What our own reading and checking need."""
        return list(self.metadata.core.dependencies)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's form
        """Runs before anything is packed."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from cscareer.catalog.building import build  # noqa: PLC0415  what is about to be packed
        from cscareer.cli.manual import manual  # noqa: PLC0415
        from cscareer.cli.program import declared  # noqa: PLC0415

        build(root / "data")
        page = root / "build" / "cscareer.1"
        page.parent.mkdir(exist_ok=True)
        page.write_text(manual(declared()), encoding="utf-8")
        build_data["shared_data"][str(page)] = "share/man/man1/cscareer.1"
