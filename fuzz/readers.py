"""Every reader of what others wrote, each as a function of bytes: it answers, or ends in an error we expect."""

import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

import assistant
import row_readers
from checks import OURS, ROOT, STEERS, TODAY, Unsafe, catalog, drawn, room, show, text_of

from cscareer.catalog.layers import Layer
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.errors import CareerError

SEEDS, BROKE = ROOT / "fuzz" / "seeds", ROOT / "fuzz" / "broke"


@dataclass(frozen=True)
class Reader:
    """A reader: its name, where its seeds are besides `seeds/NAME…`, and what it does with bytes.

    `lines` says that each line of `seeds/NAME.txt` is a seed of its own.
    """

    name: str
    read: Callable[[bytes], None]
    others: tuple[str, ...] = ()
    rows: bool = False  # each line is an input of its own, however many there are
    slow: bool = False  # starts a process, writes to the disk, or looks through the country, for each input

    def seeds(self) -> list[bytes]:
        """What mutations begin with."""
        single = SEEDS / f"{self.name}.txt"
        lines = single.read_bytes().splitlines() if single.exists() else []
        files = [
            *sorted((SEEDS / self.name).glob("*")),
            *(path for each in self.others for path in sorted(ROOT.glob(each))),
        ]
        return [*lines, *(path.read_bytes() for path in files)]

    def broke(self) -> list[Path]:
        """What broke it once."""
        return sorted((BROKE / self.name).glob("*"))

    def attempt(self, content: bytes) -> None:
        """Reads bytes; an error we expect is an answer.

        Raises:
            Exception: any other failure, which is a finding; so is a sign that steers a terminal in what is said.
        """
        said = io.StringIO()
        try:
            with redirect_stderr(said):
                self.read(content)
        except CareerError as error:
            said.write(drawn(error))
        if found := STEERS.search(OURS.sub("", said.getvalue())):
            raise Unsafe(f"{found[0]!r} in what is said")


# What holds data ---------------------------------------------------------------------------------------------------


def _data(content: bytes) -> None:
    from cscareer.catalog.reports import check_data
    from cscareer.catalog.sections import file_models, sections

    models = file_models()
    named = {name: file for file, model in reversed(tuple(models.items())) for name, _, _ in sections(model)}
    said = re.findall(rb"^([a-z_]+):", content, re.MULTILINE)
    file = next((named[each.decode()] for each in said if each.decode() in named), "roles.yaml")
    folder = room() / "data"
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(content)
    show(check_data((Layer("fuzzed", folder, (file,)),)))


def _profile(content: bytes) -> None:
    from cscareer.plan.editing import held_skills
    from cscareer.plan.postings import list_postings
    from cscareer.plan.storage import Store, as_yaml

    store = Store(room())
    store.path.write_bytes(content)
    profile = store.read()
    if profile is not None:
        as_yaml(profile)
        held_skills(catalog(), profile)
        show(list_postings(catalog(), profile))


def _wages(content: bytes) -> None:
    """A file of `wages/`, known by its header: checked as data, and built upon by an import."""
    from cscareer.catalog.releases import read_files, read_releases
    from cscareer.catalog.wage_checks import check_over
    from cscareer.catalog.wage_files import COLUMNS
    from cscareer.pay.importing.intake import import_files

    header = content.partition(b"\n")[0].decode("utf-8", "replace")
    name = next((file for file, columns in COLUMNS.items() if ",".join(columns) == header), "43-4051.csv")
    data = room() / "held"
    shutil.rmtree(data, ignore_errors=True)
    folder = data / "wages"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(content)
    list(check_over(folder, [ROOT / "data" / "wages"] if name == "places.csv" else []))
    with suppress(CareerError):
        read_files(folder)
    read_releases(folder)
    path = room() / "rpp_state_2024.csv"
    path.write_text("GeoFips,state,rpp_all,year\n48,Texas,97.1,2024\n", encoding="utf-8")
    import_files([path], data)


def _table(content: bytes) -> None:
    _imported(content, "oews_may2025.csv")


def _workbook(content: bytes) -> None:
    _imported(content, "national_M2025_dl.xlsx")


def _imported(content: bytes, name: str) -> None:
    from cscareer.catalog.releases import read_releases
    from cscareer.catalog.wage_checks import check_over
    from cscareer.pay.importing.intake import import_files

    path, data = room() / name, room() / "imported"
    shutil.rmtree(data, ignore_errors=True)
    path.write_bytes(content)
    show(import_files([path], data))
    wages = data / "wages"
    problems = [*check_over(wages, [ROOT / "data" / "wages"]), *read_releases(wages)[1]]
    if problems:
        raise AssertionError(f"an import wrote what can't be read: {problems[0]}")


# What a person is ---------------------------------------------------------------------------------------------------


def _resume(name: str) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        from cscareer.cli.header import home_of
        from cscareer.cli.resumes import read_person
        from cscareer.documents.header import name_of
        from cscareer.documents.reading import read_bytes
        from cscareer.skills.matching import match_roles

        document = read_bytes(content, name)
        name_of(document)
        home_of(catalog(), document)
        show(match_roles(catalog(), read_person(catalog(), document), accept_near=True))

    return read


def _people(content: bytes) -> None:
    from cscareer.cli.people import ManyPeople, match_people, read_lines
    from cscareer.render.json_format import draw_line
    from cscareer.skills.matching import Matcher

    name = "people.jsonl"
    lines = read_lines(catalog(), io.BufferedReader(io.BytesIO(content)), name)
    for match in match_people(Matcher(catalog()), ManyPeople(lines, name), top=3):
        _sound_line(draw_line(match))


def _have(content: bytes) -> None:
    from cscareer.skills.held import read_held

    read_held(catalog(), [text_of(content)])


# Ads ------------------------------------------------------------------------------------------------------------------


def _ad(name: str) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        from cscareer.documents.ads import read_ad_bytes
        from cscareer.jobs.posting import read_posting

        show(read_posting(catalog(), read_ad_bytes(content, name), today=TODAY))

    return read


def _ads(content: bytes) -> None:
    from cscareer.documents.ad_lines import read_ad_lines
    from cscareer.errors import Problem
    from cscareer.jobs.posting import PostingReader
    from cscareer.render.json_format import draw_line

    reader = PostingReader(catalog(), None, TODAY)
    for each in read_ad_lines(io.BytesIO(content), "ads.jsonl"):
        if not isinstance(each, Problem):
            _sound_line(draw_line(reader.line(each[1], each[0])))


def _sound_line(line: str) -> None:
    if STEERS.search(line[:-1]):
        raise Unsafe("a line of a stream")


# Words ----------------------------------------------------------------------------------------------------------------


def _money(content: bytes) -> None:
    from cscareer.pay.amounts import read_pay

    read_pay(text_of(content))


def _dates(content: bytes) -> None:
    from cscareer.cli.days import months_in, read_day
    from cscareer.documents import dates, periods, spans

    said = text_of(content)
    list(spans.every_period(said))
    periods.find_period(said)
    spans.find_start(said)
    dates.read_date(said)
    months_in(said)
    read_day(said, TODAY)


@cache
def _small_country() -> Catalog:
    """The built-in data with one place in forty: searched as the whole country is, and many times as quick."""
    small, whole = room() / "small", ROOT / "data"
    (small / "wages").mkdir(parents=True)
    for path in (*whole.iterdir(), *(whole / "wages").iterdir()):
        place = small / path.relative_to(whole)
        if path.name in {"places.csv", "zips.csv"}:
            header, *rows = path.read_bytes().splitlines(keepends=True)
            place.write_bytes(header + b"".join(rows[::40]))
        elif path.name != "wages":
            place.symlink_to(path)
    with patch("cscareer.catalog.layers.built_in_path", return_value=small):
        return load_catalog(environment={})


def _location(content: bytes) -> None:
    from cscareer.pay.locations import search_locations
    from cscareer.pay.statistics import Statistics

    said = text_of(content)
    country = catalog() if crc32(content) % 25 == 0 else _small_country()
    with suppress(CareerError):
        show(search_locations(country, said, most=3))
    country.once(Statistics).places.find(said)


def _title(content: bytes) -> None:
    from cscareer.titles.report import report_title

    show(report_title(catalog(), text_of(content)))


def _titles(content: bytes) -> None:
    from cscareer.documents.title_rows import TitleRows

    for column in (None, "title"):
        with suppress(CareerError):
            list(TitleRows(io.BufferedReader(io.BytesIO(content)), "titles", column))


def _formula(content: bytes) -> None:
    from cscareer.catalog.arithmetic import calculate, spell

    said = text_of(content)
    with suppress(ValueError):
        calculate(said, {"calls": 40, "seconds": 7_200.5, "nothing": 0})
        spell(said, {"calls": "calls taken"})


def _line(content: bytes) -> None:
    """A command line, as far as it is put in order before a command runs."""
    from cscareer.cli.line import read_line_of
    from cscareer.cli.program import declared

    read_line_of(text_of(content).split("\t"), declared(), ("--no-color", "--no-profile", "--plain"))


READERS: tuple[Reader, ...] = (
    Reader(
        "data", _data, ("tests/golden/catalog/[ilos]*.yaml", "data/bargaining.yaml", "data/words/levels.yaml")
    ),
    Reader("profile", _profile, ("tests/cli/profile.yaml",)),
    Reader("json-resume", _resume("resume.json"), ("tests/cases/1[01]-*/*.json",)),
    Reader("rendercv", _resume("cv.yaml")),
    Reader(
        "text",
        _resume("resume.md"),
        ("tests/cli/resume.md", "tests/cases/0[1-8]*/*.txt", "tests/cases/2[4-6]*/*"),
    ),
    Reader("pdf", _resume("resume.pdf"), ("tests/cases/*/*.pdf",), slow=True),
    Reader("docx", _resume("resume.docx"), ("tests/cases/0[4-7]*/*.docx",)),
    Reader("html", _ad("ad.html")),
    Reader("json-ld", _ad("ad.json")),
    Reader("mail", _ad("ad.eml")),
    Reader("ad-text", _ad("ad.txt"), ("tests/cli/ad.md", "tests/cli/other-ad.txt")),
    Reader("money", _money),
    Reader("dates", _dates, ("tests/cases/08-date-styles/*.txt",)),
    Reader("location", _location),
    Reader("title", _title),
    Reader("have", _have),
    Reader("formula", _formula),
    Reader("line", _line),
    Reader("people", _people, rows=True),
    Reader("ads", _ads, rows=True),
    Reader("titles", _titles, rows=True),
    Reader("table", _table, ("tests/cases/90-hostile/*.csv",), slow=True),
    Reader("workbook", _workbook, ("tests/cases/90-hostile/*.xlsx",), slow=True),
    Reader("wages", _wages, slow=True),
    Reader(
        "tickets",
        row_readers.tickets,
        ("tests/tickets/*.csv", "tests/cli/tickets.csv"),
        slow=True,
    ),
    Reader("ticket-words", row_readers.ticket_words),
    Reader(
        "rows-jsonl",
        row_readers.bulk(".jsonl"),
        ("fuzz/seeds/people/*", "fuzz/seeds/ads/*"),
        rows=True,
        slow=True,
    ),
    Reader("rows-csv", row_readers.bulk(".csv"), rows=True, slow=True),
    Reader("rows-parquet", row_readers.bulk(".parquet"), slow=True),
    Reader("requests", assistant.requests, slow=True),
)


def chosen(names: str) -> Iterator[Reader]:
    """The readers of these names, parted by commas; all of them for an empty text.

    Raises:
        SystemExit: there is none of a name.
    """
    wanted = [name for name in names.split(",") if name]
    known = {reader.name: reader for reader in READERS}
    if unknown := [name for name in wanted if name not in known]:
        raise SystemExit(f"There is no reader {', '.join(unknown)}; there are {', '.join(known)}.")
    yield from (known[name] for name in wanted) if wanted else READERS


os.environ.setdefault("NO_COLOR", "1")
