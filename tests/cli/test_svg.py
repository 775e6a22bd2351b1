"""`--svg`: the screen of any command that shows one, as a picture."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import COMMANDS, Run

WIDE = Path(__file__).parents[1] / "cases" / "20-wide-letters"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words_of(file: Path) -> str:
    """The letters of a picture, line by line."""
    texts = ET.parse(file).getroot().iter("{http://www.w3.org/2000/svg}text")  # noqa: S314  our own picture
    lines: dict[float, str] = {}
    for text in texts:
        lines[float(text.get("y", "0"))] = lines.get(float(text.get("y", "0")), "") + (text.text or "")
    return "\n".join(lines.values()).replace("\xa0", " ")


def test_every_command_that_shows_a_screen_draws_it_and_no_other_does(run: Run) -> None:
    offering = {each.words for each in COMMANDS if "--svg" in run(*each.words, "--help").out}
    assert offering == {each.words for each in COMMANDS if each.shows}
    assert len(offering) > 20


def test_the_picture_is_the_screen_below_its_command_and_fetches_nothing(run: Run, place: Path) -> None:
    line = ["offer", "46000", "--role", "csr", "-l", "Columbus, OH"]
    outcome = run(*line, "--svg", "offer.svg")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Drawn in offer.svg.\n")
    drawn = words_of(place / "offer.svg")
    assert '$ cscareer offer 46000 --role csr -l "Columbus, OH"' in drawn
    screen = run(*line, env={"COLUMNS": "80"}).out
    assert {row.strip() for row in screen.splitlines()} <= {row.strip() for row in drawn.splitlines()} | {""}
    svg = (place / "offer.svg").read_text(encoding="utf-8")
    assert not re.search(r"url\(['\"]?http|href=|<script", svg)


def test_its_colors_are_left_out_when_asked(run: Run, place: Path) -> None:
    hues = []
    for name, options in (("colored", []), ("plain", ["--no-color"])):
        assert run("roles", *options, "--svg", f"{name}.svg").code == 0
        fills = set(re.findall(r"fill: #([0-9a-f]{6})", (place / f"{name}.svg").read_text(encoding="utf-8")))
        hues.append({fill for fill in fills if len({fill[:2], fill[2:4], fill[4:]}) > 1})
    assert hues[0] > hues[1] == set()


def test_what_is_no_screen_has_no_picture_and_what_is_there_stays(run: Run, place: Path) -> None:
    assert run("roles", "--svg", "roles.svg", "--json").code == 2
    assert run("roles", "--svg", "").code == 2
    (place / "people.jsonl").write_text('{"skills": ["sql"]}', encoding="utf-8")
    for words in (["match", "--people", "people.jsonl"], ["data", "schema", "roles"]):
        refused = run(*words, "--svg", "people.svg")
        assert (refused.code, refused.out, "no screen to draw" in refused.err) == (2, "", True)
    refused = run("roles", "--svg", "roles.png")
    assert (refused.code, "drawn as SVG" in refused.err, (place / "roles.png").exists()) == (2, True, False)
    (place / "roles.svg").write_text("mine", encoding="utf-8")
    assert run("roles", "--svg", "roles.svg").code == 4
    assert (place / "roles.svg").read_text(encoding="utf-8") == "mine"


def test_wide_letters_take_two_columns_there_too(run: Run, place: Path) -> None:
    assert (
        run("--data-dir", str(WIDE), "compare", "chat-host", "csr", "--full", "--svg", "wide.svg").code == 0
    )
    svg = (place / "wide.svg").read_text(encoding="utf-8")
    runs = re.findall(r'textLength="([\d.]+)"[^>]*>([^<]*チャット案内係[^<]*)', svg)
    assert len(runs) > 3
    for length, words in runs:
        letters = words.replace("&#160;", " ")
        assert round(float(length) / 12.2) == len(letters) + letters.count("チャット案内係") * len(
            "チャット案内係"
        )
