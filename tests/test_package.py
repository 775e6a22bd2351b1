"""The package as a script imports it."""

import subprocess
import sys

import pytest

import cscareer


@pytest.mark.parametrize("name", cscareer.__all__)
def test_every_promised_name_can_be_imported(name: str) -> None:
    assert callable(getattr(cscareer, name))


def test_a_name_it_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cscareer.nothing  # noqa: B018  the look itself fails


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
