"""The package as a script imports it."""

import os
import subprocess
import sys

import pytest
from conftest import COMMANDS, ROOT
from rows import each_row

import cscareer
from cscareer.cli.declaring import public_names, stub


def test_the_names_are_those_that_the_commands_declare() -> None:
    file = ROOT / "src" / "cscareer" / "__init__.pyi"
    if os.environ.get("CSCAREER_WRITE_GOLDEN"):
        file.write_text(stub(COMMANDS), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == stub(COMMANDS)


def test_all_names_are_known_before_any_is_loaded() -> None:
    assert set(cscareer.__all__) == set(public_names(COMMANDS))
    assert set(cscareer.__all__) <= set(dir(cscareer))
    assert {"list_roles", "assess_gap", "read_held", "load_catalog", "Person"} <= set(cscareer.__all__)
    names: dict[str, object] = {}
    exec("from cscareer import *", names)  # noqa: S102  what a star brings can be seen in no other way
    assert set(cscareer.__all__) <= set(names)


@each_row("name", cscareer.__all__)
def test_every_promised_name_can_be_imported(name: str) -> None:
    assert callable(getattr(cscareer, name))


def test_a_name_it_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(cscareer, "nothing")  # noqa: B009  type checkers know that it isn't there


def test_the_example_of_the_docstring_works() -> None:
    assert cscareer.__doc__ is not None
    code = "\n".join(line[4:] for line in cscareer.__doc__.splitlines() if line.startswith("    "))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 0 < float(done.stdout) < 1


def test_importing_the_package_or_the_help_loads_neither_pydantic_models_nor_rich() -> None:
    code = (
        "import sys, cscareer; assert 'pydantic' not in sys.modules;"
        "from cscareer.cli import program;"
        "assert not {'rich', 'yaml', 'rapidfuzz', 'cscareer.catalog.models'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
