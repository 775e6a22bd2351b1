"""guide.yaml and outlook.yaml: every problem at its line, and read only when asked for."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from cscareer.catalog.drafting import read_layers
from cscareer.catalog.layers import layer_over, layers_in_use
from cscareer.catalog.loading import load_catalog
from cscareer.catalog.reports import list_sources
from cscareer.catalog.sections import file_models, section_names
from cscareer.errors import InvalidDataError, Problem

Folder = Callable[..., Path]

GUIDE = """\
chapters:
  - id: mine
    title: Mine
    aliases: [my own]
    summary: A chapter for tests.
    sections:
      - heading: Head
        passages:
          - kind: point
            text: Pay is {pay:account-manager} in {survey:43-4051}.
            sources: [cscareer-judgement]
          - kind: command
            text: "See it:"
            command: cscareer roles
            sources: [cscareer-judgement]
"""
OUTLOOK = """\
projections:
  - occupation: "43-1011"
    base_year: 2025
    target_year: 2035
    jobs: 100
    projected_jobs: null
    openings_a_year: null
    openings_reason: null
    entry_education: null
    training: null
    sources: [bls-ooh-2026]
exposures:
  - {occupation: "43-1011", index: 0.5, sources: [gpts-are-gpts-2024]}
readings:
  - role: account-manager
    responsibilities:
      - {responsibility: Does it., reading: both, why: Because.}
    sources: [cscareer-judgement]
arguments:
  - id: mine
    side: for
    text: About {openings} and {jobs:43-4051}.
    when: in-demand
    roles: [account-manager]
    sources: [cscareer-judgement]
explanations:
  - {id: mine, text: It means this., sources: [cscareer-judgement]}
"""


def problems(folder: Path) -> list[Problem]:
    return read_layers((*layers_in_use(None, {}), layer_over(folder))).problems


def test_the_files_of_these_tests_are_sound_themselves(folder: Folder) -> None:
    assert problems(folder(guide=GUIDE, outlook=OUTLOOK)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("title: Mine", "titel: Mine", 2, '"title" is missing'),
        ("title: Mine", "title: Working beside AI", 3, "is also what ai is called"),
        ("[my own]", "[bots]", 4, '"bots" is also an alias of ai'),
        ("kind: point", "kind: bullet", 9, '"bullet" is none of'),
        ("{pay:account-manager}", "{pay:account-manger}", 10, '"account-manger" is not among the roles'),
        ("{pay:account-manager}", "{pays:account-manager}", 10, '"{pays}" is no figure we know'),
        ("{pay:account-manager}", "{pay}", 10, 'the figure "pay" must say what it is of'),
        ("{survey:43-4051}", "{survey:43-4050}", 10, '"43-4050" is not among the occupations'),
        ("{survey:43-4051}", "{ this", 10, "a brace that belongs to no figure"),
        ("point\n            text: Pay is {pay:account-manager} in {survey:43-4051}.\n            sources: [cscareer-judgement]",
         "point\n            text: P.\n            sources: [hearsay]", 11, '"hearsay" is not among the sources'),
        ("command: cscareer roles", "command: rm -rf x", 14, "must be a command that starts with cscareer"),
        ("command: cscareer roles", "command: cscareerx", 14, "must be a command that starts with cscareer"),
        ("            command: cscareer roles\n", "", 12, "has a command where its kind is command"),
        ('text: "See it:"', 'text: "\\e[31mSee it:"', 13, "control characters"),
    ],
)  # fmt: skip
def test_a_problem_of_a_chapter_is_reported_at_its_line(
    folder: Folder, old: str, new: str, line: int, said: str
) -> None:
    assert old in GUIDE
    found = problems(folder(guide=GUIDE.replace(old, new)))
    assert any(said in each.message and each.line == line for each in found), found
    assert all(each.file.endswith("guide.yaml") for each in found)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('- occupation: "43-1011"', '- occupation: "43-1012"', 2, '"43-1012" is not among the occupations'),
        ("jobs: 100", "jobs: -1", 5, "must be at least 0"),
        ("jobs: 100", "jobs: 1.5", 5, "expected a whole number"),
        ("index: 0.5", "index: 1.5", 13, "must be at most 1"),
        ("index: 0.5", "index: true", 13, "expected a number"),
        ("role: account-manager", "role: nobody", 15, '"nobody" is not among the roles'),
        ("reading: both", "reading: machine", 17, '"machine" is none of'),
        ("side: for", "side: maybe", 21, '"maybe" is none of'),
        ("{openings}", "{opening}", 22, '"{opening}" is no figure we know'),
        ("{openings} and {jobs:43-4051}.\n    when: in-demand\n    roles: [account-manager]\n    sources: [cscareer-judgement]",
         "it.", 20, "needs sources of its own"),
        ("when: in-demand", "when: raining", 23, '"raining" is none of'),
        ("roles: [account-manager]", "roles: [nobody]", 24, '"nobody" is not among the roles'),
        ("{id: mine, text: It means this., sources: [cscareer-judgement]}",
         "{id: mine, text: It means this., sources: [hearsay]}", 27, '"hearsay" is not among the sources'),
    ],
)  # fmt: skip
def test_a_problem_of_the_outlook_is_reported_at_its_line(
    folder: Folder, old: str, new: str, line: int, said: str
) -> None:
    assert old in OUTLOOK
    (found,) = problems(folder(outlook=OUTLOOK.replace(old, new, 1)))
    assert said in found.message
    assert (found.line, found.file.endswith("outlook.yaml")) == (line, True)


def test_a_misspelt_figure_is_suggested(folder: Folder) -> None:
    (found,) = problems(folder(guide=GUIDE.replace("{survey:", "{surveys:")))
    assert found.hint == "Did you mean survey?"


ROLE = """\
roles:
  - id: account-manager
    title: Account Manager
    summary: A role for tests.
    responsibilities: [Does it., Does another., Does a third.]
    level: senior
    track: service
    industries: [retail]
    occupation: {code: "43-4051", match: close}
    skills: [{skill: empathy, need: required, level: 2}]
    next_roles: []
    in_demand: null
    sources: [cscareer-judgement]
"""


def test_a_reading_beside_its_role_must_be_of_a_responsibility_it_has(folder: Folder) -> None:
    assert problems(folder(roles=ROLE, outlook=OUTLOOK)) == []
    (found,) = problems(folder(roles=ROLE, outlook=OUTLOOK.replace("Does it.", "Does that.")))
    assert found.message == "account-manager has no such responsibility."
    assert found.line == 17


def test_a_role_in_a_higher_layer_leaves_built_in_readings_alone(folder: Folder) -> None:
    assert problems(folder(roles=ROLE)) == []


@pytest.mark.slow
def test_the_files_are_read_only_when_asked_for(run: Run, folder: Folder) -> None:
    made = folder(guide="chapters: [{}]", outlook="nonsense: [")
    catalog = load_catalog(made, {})
    with pytest.raises(InvalidDataError):
        _ = catalog.chapters
    assert run("--data-dir", str(made), "roles").code == 0
    for command, named in [
        (["guide"], ["guide.yaml"]),
        (["outlook", "account manager"], ["outlook.yaml"]),
        (["data", "sources"], ["guide.yaml", "outlook.yaml"]),
    ]:
        failed = run("--data-dir", str(made), *command)
        assert (failed.code, failed.out) == (3, "")
        assert [name for name in ("guide.yaml", "outlook.yaml") if f"{made / name}:" in failed.err] == named
        assert "Traceback" not in failed.err
    checked = run("data", "check", str(made))
    assert checked.code == 1
    assert "outlook.yaml" in checked.out


@pytest.mark.parametrize("output_format", ["table", "json"])
def test_other_commands_do_not_even_load_what_they_may_say(output_format: str) -> None:
    code = (
        "import sys; from cscareer.cli.program import run; "
        f"assert run(['roles', '--format', '{output_format}']) == 0; "
        "assert 'cscareer.catalog.models' in sys.modules; "
        "assert not {f'cscareer.catalog.{each}_models' for each in ('guide', 'metric', 'practice')} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_reading_them_later_finds_the_same_problems_as_reading_all_at_once(folder: Folder) -> None:
    made = folder(
        roles=ROLE,
        guide=GUIDE.replace("cscareer-judgement", "hearsay"),
        outlook=OUTLOOK.replace("Does it.", "Does that."),
    )
    catalog = load_catalog(made, {})
    found: list[Problem] = []
    for section in ("chapters", "arguments"):
        with pytest.raises(InvalidDataError) as failed:
            getattr(catalog, section)
        found += failed.value.problems
    assert found == problems(made)
    with pytest.raises(InvalidDataError) as failed:
        catalog.all_entries()
    assert list(failed.value.problems) == found


def test_asking_twice_reads_them_once(folder: Folder) -> None:
    made = folder(guide=GUIDE)
    catalog = load_catalog(made, {})
    chapters = catalog.chapters
    (made / "guide.yaml").unlink()
    assert catalog.chapters is chapters


def test_the_sources_they_cite_are_counted() -> None:
    cited = {row.id: row.cited_by for row in list_sources(load_catalog(environment={})).sources}
    assert cited["gpts-are-gpts-2024"] >= 8
    assert cited["robert-half-demand-2026"] == 1
    assert set(section_names(file_models())) >= {
        "chapters", "projections", "exposures", "readings", "arguments", "explanations",
    }  # fmt: skip
