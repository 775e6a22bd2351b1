"""The guide's chapters: what they must carry, where each statement comes from, and the commands they name."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from rows import each_row

from cscareer.catalog.guide_models import Passage, PassageKind
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.catalog.placeholders import placeholders
from cscareer.guide.chapters import list_chapters, read_chapters

Folder = Callable[..., Path]

CATALOG = load_catalog(environment={})
PASSAGES = [
    (chapter.id, passage)
    for chapter in CATALOG.chapters.values()
    for section in chapter.sections
    for passage in section.passages
]
COMMANDS = sorted({passage.command for _, passage in PASSAGES if passage.command})
OURS = "cscareer-judgement"


def text_of(catalog: Catalog, chapter: str) -> str:
    return "\n".join(passage.text for passage in read_chapters(catalog, [catalog.chapters[chapter]]).passages)


def test_the_chapters_are_those_the_guide_promises_in_their_order() -> None:
    assert list(CATALOG.chapters) == ["the-work", "pay", "roles", "skills", "ai", "succeed", "good-career"]
    rows = list_chapters(CATALOG).chapters
    assert [row.id for row in rows] == list(CATALOG.chapters)
    assert all(row.summary.endswith(".") for row in rows)


@each_row("chapter_id", CATALOG.chapters)
def test_what_is_shown_cites_only_what_it_lists(catalog: Catalog, chapter_id: str) -> None:
    answer = read_chapters(catalog, [catalog.chapters[chapter_id]])
    listed = {source.id for source in answer.sources}
    assert {source for passage in answer.passages for source in passage.sources} == listed


def test_a_passage_is_whole_sentences_of_a_readable_length() -> None:
    assert len(PASSAGES) > 100
    for chapter, passage in PASSAGES:
        leads_on = passage.kind in {PassageKind.COMMAND, PassageKind.PARAGRAPH}
        assert passage.text[-1] in (".:?" if leads_on else ".?"), (chapter, passage.text)
        assert len(passage.text) <= 420, (chapter, passage.text)


def test_a_figure_of_pay_jobs_or_exposure_is_left_to_the_data() -> None:
    for chapter, passage in PASSAGES:
        typed = re.sub(r"\{[^}]*\}", "", passage.text)
        assert not re.search(r"\$\d|\d,\d{3}|0\.\d", typed), (chapter, typed)


@each_row("chapter_id", CATALOG.chapters)
def test_every_figure_is_filled_in(catalog: Catalog, chapter_id: str) -> None:
    text = text_of(catalog, chapter_id)
    assert "{" not in text
    assert "not in our data" not in text


def test_the_pay_chapter_says_what_the_data_says(catalog: Catalog) -> None:
    text = text_of(catalog, "pay")
    for said in (
        "$34,750 – $47,000 a year", "$38,500 – $48,500 a year", "$57,000 – $81,250 a year",
        "mid-30,000s to low-40,000s", "$44,770 a year ($21.53 an hour)", "May 2025", "5–20% of base pay",
    ):  # fmt: skip
        assert said in text


def test_a_range_of_ones_own_is_what_the_chapter_says(folder: Folder) -> None:
    made = folder(
        salaries="salaries:\n  - {role: customer-service-specialist, area: '99', year: 2027, low: 40100, high: 50200,"
        " currency: USD, per: year, starting: true, sources: [mine]}\n",
        sources="sources:\n  - {id: mine, title: M, publisher: P, address: null, date: null, licence: null}\n",
    )
    catalog = load_catalog(made, {})
    answer = read_chapters(catalog, [catalog.chapters["pay"]])
    passage = next(each for each in answer.passages if "$40,100 – $50,200 a year" in each.text)
    assert "mine" in passage.sources
    assert "mine" in {source.id for source in answer.sources}


def test_the_chapter_on_the_career_tells_both_sides(catalog: Catalog) -> None:
    answer = read_chapters(catalog, [catalog.chapters["good-career"]])
    sides = {
        heading: [each for each in answer.passages if each.heading == heading]
        for heading in ("What speaks for it", "What speaks against it")
    }
    assert all(len(side) >= 4 for side in sides.values())
    text = text_of(catalog, "good-career")
    for said in ("2,666,000", "2,524,100", "-5.3%", "289,500", "0.705", "high school diploma", "2,595,750"):
        assert said in text
    assert "count jobs in different ways" in text


def test_exposure_is_told_with_what_it_does_not_mean(catalog: Catalog) -> None:
    text = text_of(catalog, "ai")
    assert "at least halve" in text
    assert "not a share of jobs, and exposed is not replaced" in text


def test_there_are_six_strategies_each_with_three_things_and_commands() -> None:
    strategies = [section for section in CATALOG.chapters["succeed"].sections if section.heading]
    assert [section.heading[:2] for section in strategies if section.heading] == [
        f"{n}." for n in range(1, 7)
    ]
    for section in strategies:
        kinds = [passage.kind for passage in section.passages]
        assert kinds[:4] == [PassageKind.PARAGRAPH, *[PassageKind.THIS_WEEK] * 3]
        assert set(kinds[4:]) == {PassageKind.COMMAND}
        assert all(passage.sources == (OURS,) for passage in section.passages if passage.kind == "this-week")
        assert "robert-half-2026" in section.passages[0].sources


def test_the_three_kinds_of_work_and_the_four_channels_are_told(catalog: Catalog) -> None:
    headings = [section.heading or "" for section in catalog.chapters["the-work"].sections]
    assert [heading.split(":")[0] for heading in headings[1:4]] == ["First kind", "Second kind", "Third kind"]
    channels = [p.text.split(":")[0] for p in catalog.chapters["the-work"].sections[-1].passages[:4]]
    assert channels == ["Phone", "Chat", "Email", "Social media"]


def test_strategies_that_a_command_was_made_for_name_it() -> None:
    named = {
        section.heading[0]: {passage.command.split()[1] for passage in section.passages if passage.command}
        for section in CATALOG.chapters["succeed"].sections
        if section.heading
    }
    assert named["2"] == {"metrics", "metric"}
    assert named["3"] == named["4"] == {"practice"}
    assert named["6"] == {"path"}


@each_row("command", COMMANDS)
def test_a_command_of_the_guide_works_and_says_nothing_else(run: Run, command: str) -> None:
    program, *arguments = shlex.split(command)
    outcome = run(*arguments)
    assert (program, outcome.code, outcome.err) == ("cscareer", 0, "")


def test_the_next_chapter_is_named_and_the_last_has_none(catalog: Catalog) -> None:
    ids = list(catalog.chapters)
    following = [read_chapters(catalog, [chapter]).next for chapter in catalog.chapters.values()]
    assert following == [*ids[1:], None]


def test_a_passage_has_a_command_just_where_it_is_one() -> None:
    for kind, command in (("command", None), ("paragraph", "cscareer roles")):
        with pytest.raises(ValueError, match="has a command where its kind is command"):
            Passage.model_validate({"kind": kind, "text": "T.", "command": command, "sources": [OURS]})


@each_row(
    ("text", "found"),
    [
        ("none", []),
        ("{pay:a-b} and {jobs}", [("pay", "a-b"), ("jobs", None)]),
        ("a { b", [("", None)]),
        ("a } b", [("", None)]),
        ("{}", [("", None)]),
        ("{a{b:c}", [("", None), ("b", "c")]),
    ],
)
def test_a_placeholder_is_a_kind_and_perhaps_an_id(text: str, found: list[tuple[str, str | None]]) -> None:
    assert list(placeholders(text)) == found


OWN = """\
chapters:
  - id: ai
    title: My own chapter
    summary: Mine.
    sections:
      - passages:
          - text: "[bold]Mine[/bold] **and** `mine` {pay:customer-service-manager}."
            sources: [cscareer-judgement]
  - id: extra
    title: One more
    aliases: [bonus]
    summary: More.
    sections:
      - heading: Head
        passages:
          - {kind: point, text: A point., sources: [robert-half-2026]}
"""


def test_a_layer_replaces_a_chapter_and_adds_one(folder: Folder) -> None:
    catalog = load_catalog(folder(guide=OWN), {})
    assert list(catalog.chapters)[-2:] == ["good-career", "extra"]
    assert catalog.chapters["ai"].title == "My own chapter"


def test_words_of_a_layer_are_no_markup_in_any_format(run: Run, folder: Folder) -> None:
    made = str(folder(guide=OWN))
    table = run("--data-dir", made, "guide", "my own").out
    assert "[bold]Mine[/bold] **and** `mine` $57,000 – $81,250 a year. [1,2]" in table
    assert f"Alsousesdatafrom:{made}" in "".join(table.split())  # a long path goes over lines
    markdown = run("--data-dir", made, "guide", "ai", "-f", "markdown").out
    assert r"\[bold\]Mine\[/bold\] \*\*and\*\* \`mine\`" in markdown


def test_a_figure_that_a_layer_takes_away_is_said_to_be_missing(run: Run, folder: Folder) -> None:
    made = folder(
        salaries="salaries:\n  - {role: customer-service-manager, area: '99', year: 2026, low: null, high: null,"
        " currency: USD, per: year, starting: true, sources: [robert-half-2026]}\n"
    )
    outcome = run("--data-dir", str(made), "guide", "pay")
    assert outcome.code == 0
    assert "Customer service manager: (not in our data yet)." in outcome.out
