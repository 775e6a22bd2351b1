"""Builds the documentation site from the pages beside this file and from the program itself: `make docs`.

What is made: a page for each command (its help, and its examples with what they print), for each data file and form of
answer (from the models), the Python functions, and the sources. None of it is committed.
"""

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from python_functions import python_page

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.reports import list_sources
from cscareer.catalog.sections import file_models
from cscareer.cli.declaring import Declaration, answer_forms
from cscareer.cli.manual import help_pages
from cscareer.cli.program import declared, run
from cscareer.errors import ExitCode
from cscareer.render.formats import Format
from cscareer.render.help_format import HelpPage
from cscareer.render.show import draw
from cscareer.schemas import SchemaReport, describe_schema, json_schema

HERE = Path(__file__).parent
ROOT = HERE.parent
BUILT = ROOT / "build" / "pages"
WRITTEN = {
    "Start": ["index.md"],
    "By person": [
        "for-agents.md", "for-newcomers.md", "for-counsellors.md", "for-hiring.md", "for-scripts.md",
        "for-job-boards.md", "bulk.md", "for-assistants.md",
    ],
    "What it rests on": ["computing.md", "reading.md", "sources.md", "updating-the-figures.md", "limits.md"],
}  # fmt: skip
UNSHOWN = {
    ("mcp",),
    ("profile", "forget"),
}  # speaks with a program, and asks; what they print is shown nowhere
PERSONAL = {"profile", "checklist", "postings"}
SEEDS = {"--random": ["--seed", "1"]}  # what is picked by chance is picked alike each time
_SHIM = HERE / "iframe-worker.js"
_FETCHED_SHIM = re.compile(r"https://unpkg\.com/iframe-worker/shim")
_FETCHED = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*(?:src|href)=["']https?://[^"']*""")
_BENCH = re.compile(r"<!-- bench: (.+?) -->")

MOST_LINES = 80  # of what an example prints

Shown = Callable[[Sequence[str]], str]


class Made(NamedTuple):
    """A file of the site that the program makes: where it stands, its title in the navigation, and what it holds."""

    path: str
    title: str
    text: str


def pages(shown: Shown) -> Iterator[Made]:
    """All that is made; `shown` gives what a command line prints."""
    yield from command_pages(declared(), shown)
    yield from model_pages(declared())
    yield Made("python.md", "Python", python_page())
    sources = draw(list_sources(load_catalog(environment={})), Format.MARKDOWN)
    yield Made("sources.md", "Sources", sources)


def command_pages(commands: Sequence[Declaration], shown: Shown) -> Iterator[Made]:
    """A page for each command, a group with all that stands below it, and a list of them."""
    by_words = {each.words: each for each in commands}
    helped = dict(help_pages(commands))
    panels: dict[str, list[str]] = {}
    for name in dict.fromkeys(each.words[0] for each in commands):
        parts = [(words, page) for words, page in helped.items() if words[:1] == (name,)]
        texts = [_command(words, page, by_words.get(words), shown) for words, page in parts]
        yield Made(f"commands/{name}.md", name, "\n".join(texts))
        panel = next(each.panel for each in commands if each.words[0] == name)
        about = parts[0][1].about.split("\n\n", maxsplit=1)[0]
        panels.setdefault(panel, []).append(f"| [`{name}`]({name}.md) | {_cell(about)} |")
    lists = "\n\n".join(
        f"## {panel}\n\n| command | |\n|---|---|\n" + "\n".join(rows) for panel, rows in panels.items()
    )
    options = "\n".join(_options(helped[()]))
    text = (
        f"# Commands\n\n{lists}\n\n## Options of the whole program\n\nThey may stand anywhere.\n\n{options}\n"
    )
    yield Made("commands/index.md", "All commands", text)


def _command(words: tuple[str, ...], page: HelpPage, command: Declaration | None, shown: Shown) -> str:
    """What the help of a command says, and what its examples print."""
    level = "#" * len(words)
    lines = [f"{level} {' '.join(words)}", "", "```text", page.usage, "```", "", page.about, ""]
    if command is not None:
        lines += _options(page)
        above: list[str] = []
        for example in command.examples:
            printed = "" if command.words in UNSHOWN else shown(shlex.split(example)[1:])
            lines += ["", "```console", f"$ {example}", *_shortened(printed, above), "```"]
            above = printed.rstrip().splitlines()
    return "\n".join([*lines, ""])


def _shortened(printed: str, above: Sequence[str]) -> list[str]:
    """What an example prints, a long one as far as it tells how the rest looks and the one above doesn't."""
    lines = printed.rstrip().splitlines()
    if len(lines) > MOST_LINES and list(above[:MOST_LINES]) == lines[:MOST_LINES]:
        return [f"… begins as above, and has {len(lines):,} lines"]
    return (
        lines
        if len(lines) <= MOST_LINES
        else [*lines[:MOST_LINES], f"… and {len(lines) - MOST_LINES:,} lines more"]
    )


def _options(page: HelpPage) -> Iterator[str]:
    for section in page.sections:
        if section.heading in {"Arguments", "Options"}:
            yield from (f"| {section.heading.removesuffix('s')} | |", "|---|---|")
            yield from (f"| `{label}` | {_cell(meaning)} |" for label, meaning in section.rows)
            yield ""


def model_pages(commands: Sequence[Declaration]) -> Iterator[Made]:
    """The keys of each data file and form of answer, from their models, and the JSON Schema of each."""
    answers = answer_forms(commands)
    told = {
        "data": ("Data files", "What each file of data may hold; `cscareer data schema NAME` prints its JSON Schema.", list(file_models())),
        "answers": ("Answers", "The JSON of each answer. Later versions only add keys.", list(answers)),
    }  # fmt: skip
    for folder, (title, about, names) in told.items():
        rows = []
        for name in names:
            report = describe_schema(name, answers)
            file = name.replace("/", "-").removesuffix(".yaml")
            schema = json.dumps(json_schema(name, answers), ensure_ascii=False, indent=1)
            yield Made(f"{folder}/{file}.schema.json", "", schema + "\n")
            yield Made(f"{folder}/{file}.md", name, _keys(name, file, report))
            rows.append(f"| [`{name}`]({file}.md) | {_cell(report.about)} |")
        head = f"# {title}\n\n{about}\n\n| name | what it is |\n|---|---|\n"
        yield Made(f"{folder}/index.md", title, head + "\n".join(rows) + "\n")


def _keys(name: str, file: str, report: SchemaReport) -> str:
    rows = [
        f"| `{each.path}` | {_cell(each.type)} | {'yes' if each.required else ''} | {_cell(each.about or '')} |"
        for each in report.fields
    ]
    head = "| key | type | always there | what it is |\n|---|---|---|---|\n"
    return (
        f"# {name}\n\n{report.about}\n\nThe [JSON Schema]({file}.schema.json) of it.\n\n{head}"
        + "\n".join(rows)
        + "\n"
    )


def written() -> Iterator[Path]:
    """The pages that people wrote."""
    yield from sorted(HERE.glob("*.md"))


def measured(text: str, measurements: str) -> str:
    """A page with the sections of the measurements it asks for put in, a level below the heading above them."""

    def section(found: re.Match[str]) -> str:
        heading = re.search(rf"^(#+) {re.escape(found[1])}$", measurements, re.MULTILINE)
        if heading is None:
            raise ValueError(f"bench/README.md has no section {found[1]!r}")
        rest = measurements[heading.end() :]
        end = re.search(rf"^#{{1,{len(heading[1])}}} ", rest, re.MULTILINE)
        return re.sub(r"^#+ ", "### ", rest[: end.start() if end else None].strip(), flags=re.MULTILINE)

    return _BENCH.sub(section, text)


def write(folder: Path, shown: Shown) -> None:
    """Writes all that the site is built from."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    measurements = (ROOT / "bench" / "README.md").read_text(encoding="utf-8")
    for page in written():
        text = measured(page.read_text(encoding="utf-8"), measurements)
        (folder / page.name).write_text(text, encoding="utf-8")
    for beside in (*HERE.glob("*.svg"), _SHIM):
        shutil.copy(beside, folder)
    made = list(pages(shown))
    for each in made:
        file = folder / each.path
        file.parent.mkdir(exist_ok=True)
        file.write_text(each.text, encoding="utf-8")
    config = (HERE / "zensical.toml").read_text(encoding="utf-8").replace("nav = []", _navigation(made))
    (folder.parent / "zensical.toml").write_text(config, encoding="utf-8")


def _navigation(made: Sequence[Made]) -> str:
    """The navigation in TOML: what people wrote, then what was made."""
    placed = {name for names in WRITTEN.values() for name in names}
    sections = {**WRITTEN, "More": [page.name for page in written() if page.name not in placed]}
    nav = [f'{{ "{title}" = {json.dumps(names)} }}' for title, names in sections.items() if names]
    for title, below in (("Commands", "commands/"), ("Answers", "answers/"), ("Data files", "data/")):
        inside = [each for each in made if each.path.startswith(below) and each.title]
        inside.sort(key=lambda each: not each.path.endswith("index.md"))
        listed = ", ".join(f"{{ {json.dumps(each.title)} = {json.dumps(each.path)} }}" for each in inside)
        nav.append(f'{{ "{title}" = [{listed}] }}')
    return f"nav = [{', '.join([*nav, json.dumps('python.md')])}]"


@contextmanager
def somebody() -> Iterator[None]:
    """A folder and a home of somebody who keeps a profile, where examples are run."""
    kept = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "COLUMNS", "CSCAREER_DATA")}
    here = Path.cwd()
    with TemporaryDirectory() as home:
        os.environ.update(XDG_DATA_HOME=home, COLUMNS="80")
        os.environ.pop("CSCAREER_DATA", None)
        for name in ("resume.md", "ad.md", "other-ad.txt", "tickets.csv"):
            shutil.copy(ROOT / "tests" / "cli" / name, home)
        (Path(home) / "my-data").mkdir()
        (Path(home) / "my-data" / "sources.yaml").write_text("sources: []", encoding="utf-8")
        os.chdir(home)
        try:
            yield
        finally:
            os.chdir(here)
            for name, value in kept.items():
                os.environ.pop(name, None)
                os.environ.update({} if value is None else {name: value})


def printed(words: Sequence[str]) -> str:
    """What a command line prints, for somebody with a profile where it is about what they keep.

    Nothing where it reads a file of the reader's own, which isn't there.

    Raises:
        ValueError: it fails, or nothing is printed.
    """
    profile = Path(os.environ["XDG_DATA_HOME"]) / "cscareer" / "profile"
    shutil.rmtree(profile.parent, ignore_errors=True)
    if words[0] in PERSONAL:
        profile.mkdir(parents=True)
        kept = (ROOT / "tests" / "cli" / "profile.yaml").read_text(encoding="utf-8")
        (profile / "profile.yaml").write_text(kept, encoding="utf-8")
        (profile / "profile.previous.yaml").write_text(kept.replace("41000", "39500"), encoding="utf-8")
    seeded = [*words, *(more for flag, added in SEEDS.items() if flag in words for more in added)]
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        code = run(seeded)
    finally:
        sys.stdout, sys.stderr = streams
    text = "".join(_text(stream) for stream in (err, out))
    if code == ExitCode.UNREADABLE:
        return ""
    if code != 0 or not text:
        raise ValueError(f"cscareer {shlex.join(words)} ended with {code}: {text}")
    return text.replace(str(ROOT / "data"), "…/cscareer/data").replace(os.environ["XDG_DATA_HOME"], "…")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def fetch_nothing(site: Path) -> None:
    """Puts our own copy of the one script in place that the search would fetch when a page is opened from a file.

    Raises:
        ValueError: a page would fetch something else.
    """
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        up = "../" * (len(page.relative_to(site).parts) - 1)
        text = _FETCHED_SHIM.sub(f"{up}{_SHIM.name}", text)
        if found := _FETCHED.search(text):
            raise ValueError(f"{page} would fetch {found[0]}")
        page.write_text(text, encoding="utf-8")


def main() -> None:
    """Writes the pages and builds the site; a warning is an error."""
    with somebody():
        write(BUILT, printed)
    config = BUILT.parent / "zensical.toml"
    zensical = Path(sys.executable).parent / "zensical"
    subprocess.run([zensical, "build", "--clean", "--strict", "-f", config], check=True, cwd=BUILT.parent)  # noqa: S603  our own words
    fetch_nothing(BUILT.parent / "site")
    sys.stdout.write(f"{BUILT.parent / 'site' / 'index.html'}\n")


if __name__ == "__main__":
    main()
