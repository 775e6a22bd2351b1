"""What each command prints, word for word. `make golden` writes these files afresh.

They are drawn from a small catalog that stays as it is (`golden/cut_catalog.py` has cut it), so that a word changed in
`data/` changes none of them. Every example that a command declares is a case, in each of its formats; the variants below
are drawn as tables only.
"""

import csv
import io
import json
import os
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import COMMANDS, FORMS, GOLDEN, ROOT, Run, on_one_line
from jsonschema import Draft202012Validator
from rows import each_row

from cscareer.cli.declaring import Declaration
from cscareer.render.formats import Format
from cscareer.schemas import json_schema

ANSWERS = GOLDEN / "answers"
GREETING = ANSWERS / "greeting.txt"
SKILLS = "empathy:3,communication:3,de-escalation:3,coaching:2,crm software:2,active listening:3,sql:1"
VARIANTS: dict[str, list[str]] = {
    "roles-all": ["roles"],
    "roles-none": ["roles", "--level", "director", "--track", "service"],
    "roles-local": ["roles", "-l", "Columbus, OH", "--sort", "pay"],
    "role-broad-local": ["role", "account manager", "-l", "Denver"],
    "role-catch-all": ["role", "quality assurance analyst"],
    "skills-pays-more": ["skills", "--pays-more"],
    "skills-none": ["skills", "--kind", "ai"],
    "outlook-broad": ["outlook", "account manager"],
    "pay-nation": ["pay", "customer service specialist", "customer service manager", "account manager"],
    "pay-industry": ["pay", "customer service specialist", "-l", "78701", "--industry", "healthcare"],
    "pay-explained": [
        "pay", "call center specialist", "-l", "Denver", "--per", "hour", "--hours", "1950", "--explain",
    ],
    "pay-by-state-real": ["pay", "account manager", "--by", "state", "--real", "--per", "hour"],
    "pay-by-industry": ["pay", "customer service specialist", "--by", "industry"],
    "compare-local": ["compare", "customer service specialist", "account manager", "-l", "Austin"],
    "compare-matrix": ["compare", "csr", "customer service manager", "-l", "Columbus, OH", "-l", "Denver"],
    "offer-two": [
        "offer", "22.50/hr", "--role", "account manager", "-l", "Round Rock, TX",
        "--against", "25/hr", "--against-location", "Denver", "--current", "41000",
    ],
    "offer-high": ["offer", "99k", "--role", "customer service manager", "-l", "Denver"],
    "offer-range": ["offer", "46-52k", "--role", "csr", "-l", "Columbus, OH"],
    "offer-below-minimum": ["offer", "7/hr", "--role", "csr", "-l", "Columbus, OH"],
    "offer-catch-all": ["offer", "60000", "--role", "quality assurance analyst", "-l", "Denver"],
    "raise-line": [
        "raise", "41000", "--was", "36000", "--since", "2022-05", "--then", "38000@2023-05", "--role", "csr",
    ],
    "locations-found": ["locations", "austin"],
    "locations-none": ["locations", "xyzzy"],
    "gap-resume": ["gap", "customer service manager", "--resume", "resume.md", "--evidence"],
    "gap-nothing": ["gap", "call center specialist"],
    "gap-saved": ["gap", "customer service manager"],
    "match-many": ["match", "--have", SKILLS],
    "match-resume": ["match", "--resume", "resume.md", "--track", "service", "--track", "leadership"],
    "match-saved": ["match", "--top", "4"],
    "match-none": ["match", "--have", "sql", "--level", "director", "--track", "service"],
    "path-pay": [
        "path", "account manager", "--from", "customer service specialist", "--by", "pay", "-l", "Austin, TX",
        "--have", "coaching:2", "--resume", "resume.md",
    ],
    "path-saved": ["path", "customer service team lead"],
    "path-none": ["path", "call center specialist", "--from", "account manager"],
    "beyond-none": ["beyond", "quality assurance analyst"],
    "profile-none": ["profile"],
    "checklist-none": ["checklist"],
    "metric-negative": ["metric", "NPS"],
    "metric-average": ["metric", "occupancy"],
    "practice-one": ["practice", "angry customer"],
    "role-full": ["role", "customer service specialist", "--full"],
    "pay-full": ["pay", "customer service specialist", "-l", "Austin, TX", "--full"],
    "compare-full": ["compare", "csr", "account manager", "-l", "Austin", "--full"],
    "gap-full": ["gap", "customer service manager", "--have", SKILLS, "--full"],
    "match-full": ["match", "--have", SKILLS, "--full"],
    "outlook-full": ["outlook", "customer service specialist", "--full"],
    "path-full": ["path", "customer service manager", "--from", "customer service specialist", "--full"],
    "skill-full": ["skill", "de-escalation", "--full"],
    "metric-full": ["metric", "FCR", "--full"],
    "postings-none": ["postings"],
    "posting-alone": ["posting", "ad.md"],
    "title-near": ["title", "bank teller"],
    "title-several": ["title", "manager"],
    "title-other": ["title", "registered nurse"],
}  # fmt: skip
# Asked by somebody who has a profile, which stands in cli/profile.yaml.
SAVED = {"gap-saved", "match-saved", "path-saved"}
ENDINGS = {
    Format.TABLE: "txt", Format.JSON: "json", Format.CSV: "csv", Format.MARKDOWN: "md", Format.MERMAID: "mmd",
    Format.ICS: "ics",
}  # fmt: skip
# These read files that a test must write, or ask questions; their tests look at what they print.
APART = {("data", "import"), ("bulk", "titles"), ("bulk", "postings"), ("bulk", "people")}
SEEDED: dict[tuple[str, ...], list[str]] = {
    ("practice",): ["--seed", "1"]
}  # what is picked by chance is picked alike each time


def asked(example: str, command: Declaration) -> list[str]:
    """The words of an example but for the program's name, its format and the file it writes to."""
    words = shlex.split(example)[1:]
    for option in ("--format", "-f", "--output", "-o"):
        if option in words:
            del words[words.index(option) : words.index(option) + 2]
    return [*words, *(SEEDED.get(command.words, []) if "--random" in words else [])]


def _examples() -> dict[str, tuple[list[str], list[Format]]]:
    """Every declared example by a name made of its command's, with the formats to draw it in.

    Where commands before it give the same forms of answer, a table will do.
    """
    found: dict[str, tuple[list[str], list[Format]]] = {}
    seen: set[type] = set()
    for command in COMMANDS:
        formats = [each for each in command.formats.choices if each in ENDINGS]
        fresh = bool(set(command.answers) - seen)
        seen |= set(command.answers)
        for at, example in enumerate(command.examples, start=1):
            if command.words in APART:
                continue
            if command.words == ("tickets",):  # one will do: a database takes its time
                found.setdefault("tickets", (asked(example, command), [Format.TABLE, Format.JSON]))
                continue
            whole = fresh and (at == 1 or len(command.answers) > 1)
            extra: list[Format] = [each for each in formats if at == 1 and each in {Format.ICS, Format.YAML}]
            name = "-".join(command.words) + (f"-{at}" if at > 1 else "")
            found[name] = asked(example, command), formats if whole else extra or formats[:1]
    return found


EXAMPLES = _examples()
CASES = {name: (words, [Format.TABLE]) for name, words in VARIANTS.items()} | EXAMPLES
DRAWN = [(name, each) for name, (_, formats) in CASES.items() for each in formats]
AS_JSON = sorted(name for name, each in DRAWN if each is Format.JSON)
KEPT = {"profile", "checklist", "postings"}
WORKS = set[tuple[str, str | bool]]()  # suggestions that were tried


@pytest.fixture(autouse=True)
def the_small_catalog(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    (tmp_path / "catalog").symlink_to(GOLDEN / "catalog", target_is_directory=True)
    (tmp_path / "my-data").mkdir()
    (tmp_path / "my-data" / "sources.yaml").write_text("sources: []", encoding="utf-8")
    for file in ("resume.md", "ad.md", "other-ad.txt", "tickets.csv"):
        shutil.copy(ROOT / "tests" / "cli" / file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cscareer.cli.clock.today", lambda: date(2026, 11, 24))
    name = str(getattr(getattr(request.node, "callspec", None), "params", {}).get("name", ""))
    if not name.startswith("tickets"):  # the words of tickets' headers have no small catalog
        monkeypatch.setattr("cscareer.catalog.layers.built_in_path", lambda: Path("catalog"))
    if name in SAVED or (name.partition("-")[0] in KEPT and name not in VARIANTS):
        kept = Path("home") / "cscareer" / "profile"
        kept.mkdir(parents=True)
        profile = (ROOT / "tests" / "cli" / "profile.yaml").read_text(encoding="utf-8")
        (kept / "profile.yaml").write_text(profile, encoding="utf-8")
        (kept / "profile.previous.yaml").write_text(profile.replace("41000", "39500"), encoding="utf-8")
    for module in ("catalog.layers", "plan.place"):
        monkeypatch.setattr(f"cscareer.{module}.user_folder", lambda: Path("home") / "cscareer")


def golden(name: str, output_format: Format) -> Path:
    return ANSWERS / f"{name}.{ENDINGS[output_format]}"


def by_entry(content: dict[str, object]) -> str:
    """JSON with a line for each key and for each item of a list, so that a file is no longer than it tells."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            items = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f"{json.dumps(key)}: [\n  {items}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


@pytest.mark.parametrize(("name", "output_format"), DRAWN)
def test_a_command_prints_what_its_golden_file_says(run: Run, name: str, output_format: Format) -> None:
    width = "80" if output_format is Format.TABLE else "20"
    outcome = run(*CASES[name][0], "--format", output_format.value, env={"COLUMNS": width})
    assert outcome.code == 0, outcome.err
    printed, file = outcome.out, golden(name, output_format)
    if output_format is Format.JSON:
        content = json.loads(printed)
        assert printed == json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        printed = by_entry(content)
    if os.environ.get("CSCAREER_WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(printed.encode())
    assert printed.encode() == file.read_bytes()


def test_no_golden_file_is_left_over() -> None:
    expected = {golden(*each).name for each in DRAWN} | {GREETING.name}
    assert {file.name for file in ANSWERS.iterdir()} == expected


def test_the_golden_files_stay_readable_by_a_person() -> None:
    assert sum(file.read_text(encoding="utf-8").count("\n") for file in ANSWERS.iterdir()) <= 12_000


def content_of(name: str) -> dict[str, object]:
    content: dict[str, object] = json.loads(golden(name, Format.JSON).read_text(encoding="utf-8"))
    return content


@each_row("name", AS_JSON)
def test_json_fits_its_own_schema_and_begins_with_its_name(name: str) -> None:
    content = content_of(name)
    assert next(iter(content)) == "schema"
    form = str(content["schema"]).split("/")[1]
    if form in FORMS:  # a schema itself has none of ours
        Draft202012Validator(json_schema(form, FORMS)).validate(content)


def cited(content: object) -> Iterator[str]:
    """The id of every source that a figure somewhere in an answer names beside its year."""
    for inner in (
        content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    ):
        yield from cited(inner)
    if isinstance(content, dict) and set(content) == {"id", "year"}:
        yield content["id"]


@each_row("name", AS_JSON)
def test_every_source_a_figure_names_stands_in_the_answers_own_list(name: str) -> None:
    content = content_of(name)
    listed = content.get("sources", [])
    assert isinstance(listed, list)
    assert set(cited(content)) <= {source["id"] for source in listed}


@each_row("name", sorted(name for name, each in DRAWN if each is Format.CSV))
def test_csv_has_a_header_and_rows_as_wide_as_it(name: str) -> None:
    header, *rows = csv.reader(io.StringIO(golden(name, Format.CSV).read_text(encoding="utf-8")))
    assert len(set(header)) == len(header)
    assert all(len(row) == len(header) for row in rows)
    assert len(header) <= 12
    assert header[0] not in {"currency", "per", "hours"}
    assert not any("." in name for name in header)
    assert bool(rows) != (name == "data-check")


@each_row("name", sorted(name for name, each in DRAWN if each is Format.MARKDOWN))
def test_markdown_has_one_title_and_even_tables(name: str) -> None:
    lines = golden(name, Format.MARKDOWN).read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("# ") for line in lines) == 1
    for line, following in pairwise(lines):
        if line.startswith("| ") and following.startswith("| "):
            assert line.replace(r"\|", "").count("|") == following.replace(r"\|", "").count("|")


@each_row("name", sorted(name for name, each in DRAWN if each is Format.TABLE))
def test_a_table_is_no_wider_than_its_screen(name: str) -> None:
    lines = golden(name, Format.TABLE).read_text(encoding="utf-8").splitlines()
    assert max((len(line) for line in lines), default=0) <= 80


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in CASES if not name.endswith("-full")])  # which ask the same
def test_what_to_ask_next_works(run: Run, name: str) -> None:
    err = run(*CASES[name][0], terminal=True).err
    suggestions = [
        line.removeprefix("Next: cscareer ")
        for line in on_one_line(err).splitlines()
        if line.startswith("Next: ")
    ]
    kept = name in SAVED or name.partition("-")[0] in KEPT | {"tickets"}  # where it may be answered otherwise
    for suggestion in suggestions:
        if (suggestion, kept and name) not in WORKS:
            assert run(*shlex.split(suggestion)).code == 0, suggestion
        WORKS.add((suggestion, kept and name))


def test_every_form_of_answer_has_a_golden_file() -> None:
    shown = {str(content_of(name)["schema"]).split("/")[1] for name in AS_JSON}
    # These read files that a test must write, stream or ask questions, and have tests of their own.
    elsewhere = {"bulk", "data-import", "match-person", "posting-line", "practice-score"}
    described = {"data-schema"}  # its JSON is the schema itself
    assert shown | elsewhere | described == set(FORMS) | {"json-schema"}


def test_alone_it_greets_as_its_golden_file_says(run: Run) -> None:
    outcome = run(env={"COLUMNS": "80"})
    if os.environ.get("CSCAREER_WRITE_GOLDEN"):
        GREETING.write_text(outcome.out, encoding="utf-8")
    assert (outcome.code, outcome.out, outcome.err) == (0, GREETING.read_text(encoding="utf-8"), "")
