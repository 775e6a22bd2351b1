"""The harness of `make fuzz`: every reader takes its seeds and what broke it once, and the mutator makes what is new."""

import random
import re
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest
from rows import each_row

ROOT = Path(__file__).resolve().parents[1]
FUZZ = ROOT / "fuzz"
sys.path.insert(0, str(FUZZ))

from extremes import extremes  # noqa: E402  stands beside the project
from mutating import MOST, at_random, changed  # noqa: E402  the same
from patterns import attacked  # noqa: E402  the same
from readers import READERS, Reader, chosen  # noqa: E402  the same

HEAD = "Call Center Agent\nTampa, FL\n$18 an hour\n"
# Lines of ads that took from 4 to over 100 seconds of 100 kB.
TOOK_LONG = ["where" + " " * 1_990 + ".", "in " + "AéaQ" * 1_249, "A-" * 1_985 + "; Inc", "5000-"]
PATTERNS = [
    ("cscareer.documents.names_in_line", "_LEADERS"),
    ("cscareer.skills.finding_text", "_INDENT"),
    ("cscareer.cli.told_work", "_CLAUSE"),
    ("cscareer.jobs.state_lists", "_SPLIT"),
    ("cscareer.documents.periods", "_CELLS"),
    ("cscareer.documents.told_words", "AS"),
]
BROKE = [(reader, path) for reader in READERS for path in reader.broke()]


@each_row("reader", READERS, ids=lambda reader: reader.name)
def test_every_reader_has_seeds_that_it_takes(reader: Reader) -> None:
    seeds = reader.seeds()
    assert seeds
    assert max(map(len, seeds)) < MOST
    assert len(set(seeds)) == len(seeds)


@each_row(("reader", "path"), BROKE, ids=lambda each: getattr(each, "name", ""))
def test_what_broke_a_reader_once_does_no_more(reader: Reader, path: Path) -> None:
    started = time.process_time()
    reader.attempt(path.read_bytes())
    assert time.process_time() - started < 4


@pytest.mark.slow
@each_row("line", TOOK_LONG, ids=lambda line: line[:6])
def test_lines_that_took_long_once_do_no_more(line: str) -> None:
    (reader,) = chosen("ad-text")
    reader.attempt(HEAD.encode())
    content = (HEAD + f"{line}\n" * (60_000 // len(line))).encode()[:60_000]
    started = time.process_time()
    reader.attempt(content)
    assert time.process_time() - started < 2


@each_row(("module", "name"), PATTERNS)
def test_a_pattern_that_grew_with_the_square_does_no_more(module: str, name: str) -> None:
    found = getattr(import_module(module), name)
    pattern = getattr(found, "ready", found)  # those with words of the data are made late
    assert attacked(pattern.pattern, pattern.flags, {"search": MOST}, random.Random(16)) is None  # noqa: S311  no secret


def test_an_attack_finds_a_pattern_that_goes_over_its_spaces_again_and_again() -> None:
    told = attacked(r" * *\n", re.UNICODE, {"sub": 500}, random.Random(16))  # noqa: S311  no secret
    assert told is not None
    assert not told[2].strip()


@pytest.mark.slow
@each_row("reader", READERS, ids=lambda reader: reader.name)
def test_seeds_and_a_few_inputs_made_of_them_are_answered_or_refused(reader: Reader) -> None:
    dice = random.Random(16)  # noqa: S311  no secret
    seeds = reader.seeds()
    for content in seeds[:1] if reader.slow else seeds[:3]:
        reader.attempt(content)
    for _ in range(1 if reader.slow else 3):
        reader.attempt(at_random(seeds, dice))


def test_edits_change_archives_inside() -> None:
    (docx,) = (reader for reader in READERS if reader.name == "docx")
    (content, *_) = docx.seeds()
    edits = [(1, 0, 0, b""), (0, 500, 500, b"CHANGED")]
    assert changed(content, edits).startswith(b"PK")
    assert changed(content, edits) != content


@pytest.mark.slow
def test_extremes_are_as_long_as_an_input_may_be_that_takes_two_seconds() -> None:
    dice = random.Random(16)  # noqa: S311  no secret
    for name in ("json-ld", "ads"):
        (reader,) = chosen(name)
        sizes = [len(content) for content in extremes(reader.seeds(), dice)]
        assert len(sizes) > 100
        assert MOST * 0.9 < max(sizes) <= MOST


def test_an_unknown_reader_is_named_with_those_there_are() -> None:
    with pytest.raises(SystemExit, match=re.escape("no reader nothing; there are data, profile")):
        list(chosen("nothing"))


def test_each_folder_of_seeds_is_a_readers() -> None:
    names = {reader.name for reader in READERS}
    for folder in ("seeds", "broke"):
        assert {path.stem for path in (FUZZ / folder).iterdir()} <= names
