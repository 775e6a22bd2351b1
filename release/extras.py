"""The extras that a person may install with the program, as pyproject.toml names them."""

import tomllib
from pathlib import Path

_FOR_WORK_ON_IT = {"dev", "docs", "fuzz", "release"}
_PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
EXTRAS: tuple[str, ...] = tuple(sorted(set(_PROJECT["optional-dependencies"]) - _FOR_WORK_ON_IT))
