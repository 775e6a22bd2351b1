"""The questions as Python functions: each says what it is for and has an example, which is run."""

import doctest
import inspect
from enum import EnumMeta
from pathlib import Path

import pytest
from conftest import COMMANDS

import cscareer

pytestmark = pytest.mark.slow

METHODS = sorted(
    {ask.partition(":")[2] for each in COMMANDS for ask in each.asks if "." in ask.partition(":")[2]}
)
PROMISED: dict[str, object] = {name: getattr(cscareer, name) for name in cscareer.__all__}
# What an enumeration says of itself stands in the schemas of answers, so that it has no example.
NAMES = [name for name, each in PROMISED.items() if not isinstance(each, EnumMeta)] + METHODS


def named(name: str) -> object:
    found: object = cscareer
    for part in name.split("."):
        found = getattr(found, part)
    return found


LONG = {"check_data", "run_bulk"}  # reads all the data anew, starts processes


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in LONG else []) for name in NAMES]
)
def test_the_example_of_a_public_name_does_what_it_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = inspect.getdoc(named(name)) or ""
    assert told.partition("\n")[0].endswith((".", ":"))
    example = doctest.DocTestParser().get_doctest(told, dict(PROMISED), name, None, None)
    assert example.examples, f"{name} has no example"
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=report.append)
    assert not report, "".join(report)
