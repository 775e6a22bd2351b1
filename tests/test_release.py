"""What goes out with a release: licences and credits, and that scripts tell what is wrong with a wheel."""

import io
import re
import sys
import tomllib
import zipfile

import pytest
from conftest import ROOT

from cscareer import __version__
from cscareer.catalog.loading import Catalog

sys.path.insert(0, str(ROOT / "release"))

from audit import GOOD, licence, needed
from dist import CREDITS, MOST_BYTES, faults, without_places

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_licence_and_credits_go_with_the_wheel() -> None:
    assert set(PROJECT["license-files"]) == CREDITS
    assert (ROOT / "src" / "cscareer" / "py.typed").exists()


def test_the_credits_name_every_licence_that_asks_for_it(catalog: Catalog) -> None:
    credits_said = " ".join((ROOT / "CREDITS.md").read_text(encoding="utf-8").split())
    asking = [
        source for source in catalog.sources.values() if source.licence and source.licence != "public domain"
    ]
    assert any(source.licence == "CC BY 4.0" for source in asking)
    for source in asking:
        if source.publisher != "The cscareer authors":
            assert source.publisher.partition(",")[0] in credits_said
            assert source.licence
            assert source.licence.removesuffix(" (its data)") in credits_said
    publishers = {
        source.publisher for source in catalog.sources.values() if source.licence == "public domain"
    }
    assert {name for name in publishers if name.startswith("U.S. ") and name not in credits_said} == set()


def test_no_dependency_has_an_upper_bound_and_each_a_lower_one() -> None:
    extras = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
    for line in [
        *PROJECT["dependencies"],
        *(each for each in extras if not each.startswith(("cscareer", "types-"))),
    ]:
        assert re.search(r">=\d", line), line
        assert "<" not in line.partition(";")[0], line


def test_every_dependency_has_a_licence_that_goes_with_ours() -> None:
    found = {each.name.lower(): licence(each) for each in needed()}
    assert {"typer", "rich", "pydantic", "pyyaml", "pypdf", "rapidfuzz"} <= found.keys()
    assert {"duckdb", "dask", "jinja2", "mcp", "python-docx", "icalendar"} <= found.keys()
    assert {name: said for name, said in found.items() if not GOOD.search(said)} == {}


@pytest.mark.parametrize("missing", sorted({*CREDITS, "sources.yaml"}))
def test_a_wheel_without_its_credits_or_data_is_refused(missing: str) -> None:
    names = {*CREDITS, "sources.yaml", "releases.csv", "METADATA", "py.typed"} - {missing}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as wheel:
        for name in names:
            wheel.writestr(f"cscareer/{name}", "")
    assert faults("a.whl", out.getvalue()) == [f"a.whl has no {missing}"]
    large = faults("a.whl", out.getvalue()[:0] + bytes(MOST_BYTES) + out.getvalue())
    assert any("bytes, more than" in each for each in large)


def test_the_list_of_parts_says_nothing_of_the_machine_it_was_made_on() -> None:
    there, here = {"url": "https://pypi.org/x"}, {"url": "file:///tmp/x.whl"}
    listed = without_places(
        {"components": [{"name": "a", "externalReferences": [here, there]}, {"name": "b"}]}
    )
    assert [part["externalReferences"] for part in listed["components"]] == [[there], []]


def test_the_changelog_begins_with_the_version() -> None:
    first, *_ = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert first in {__version__, "Unreleased"}
