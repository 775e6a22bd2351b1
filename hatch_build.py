"""Makes the JSON of the built-in data before a wheel is built, or the project installed from a checkout."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltData(BuildHookInterface):  # type: ignore[type-arg]
    """Checks the data and writes `data/built/`; data with a problem can't be packed."""

    def dependencies(self) -> list[str]:
        """What our own reading and checking need."""
        return list(self.metadata.core.dependencies)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's form
        """Runs before anything is packed."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from cscareer.catalog.building import build  # noqa: PLC0415  what is about to be packed

        build(Path(self.root) / "data")
