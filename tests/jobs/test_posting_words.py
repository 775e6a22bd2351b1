"""The rows of words/postings.yaml, each with the text that it takes and the one that it leaves."""

import re
import time

import pytest
from conftest import calls_of
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.posting_models import GateKind, Phrased, PostingGate
from cscareer.jobs.ad_words import Words
from cscareer.jobs.phrases import RowPhrases, pattern_of

CATALOG = load_catalog(environment={})
ROWS: list[Phrased] = [
    row
    for section in (
        CATALOG.posting_gates,
        CATALOG.posting_facts,
        CATALOG.pay_cues,
        CATALOG.pay_frequencies,
        CATALOG.watch_marks,
        CATALOG.other_work,
    )
    for row in section.values()
]


@each_row("row", ROWS, ids=lambda row: row.id)
def test_a_row_takes_its_text_and_leaves_the_other(row: Phrased) -> None:
    book = RowPhrases[Phrased]([row])
    assert list(book.find(Words(row.takes)))
    assert not list(book.find(Words(row.leaves)))


def test_a_phrase_reads_alternatives_gaps_options_numbers_and_beginnings() -> None:
    def found(phrase: str, text: str) -> str | None:
        row = PostingGate(id="x", gate=GateKind.AGE, phrases=(phrase,), takes="x", leaves="y")
        hit = next(RowPhrases[PostingGate]([row]).find(Words(text)), None)
        return text[hit.start : hit.end] if hit else None

    assert found("a|one b", "see one b") == "one b"
    assert found("(high school|hs) diploma", "an HS diploma") == "HS diploma"
    assert found("lift ~3 pounds", "lift boxes of 25 pounds") == "lift boxes of 25 pounds"
    assert found("lift ~1 pounds", "lift boxes of 25 pounds") is None
    assert (
        found("lift ~3 pounds", "We lift. It weighs pounds") is None
    )  # no gap runs over the end of a sentence
    assert found("# +? years", "has 3+ years") == "3+ years"
    assert found("# (or more)? years", "two or more years") == "two or more years"
    assert found("licens*", "licensed in Texas") == "licensed"
    assert found("^remote", "Not remote") is None
    assert found("^remote", "Fine. Remote") == "Remote"


def test_sentences_that_lost_their_breaks_are_told_apart() -> None:
    glued = "x" * 150 + " Computer skillsProficient in WhatsApp.Bachelor’s degree required3+ years"
    words = Words(glued).words
    assert words[2:] == [
        "skills",
        ".",
        "proficient",
        "in",
        "whatsapp",
        ".",
        "bachelors",
        "degree",
        "required",
        ".",
        "3",
        "+",
        "years",
    ]


@given(st.text(max_size=400))
def test_any_text_is_words_in_their_places(text: str) -> None:
    words = Words(text)
    assert len(words.words) == len(words.starts) == len(words.ends) == len(words.places)
    assert words.starts == sorted(words.starts)
    for word, place in zip(words.words, words.places, strict=True):
        assert words.joined[place : place + len(word)] == word


def test_patterns_of_phrases_have_no_unbounded_repeat() -> None:
    for row in ROWS:
        for phrase in (*row.phrases, *row.unless):
            pattern = pattern_of(phrase.removeprefix("^").strip())
            assert not re.search(r"(?<!\\)[*+](?!\?)", pattern.replace(r"[^ .]", "")), phrase


def test_looking_for_phrases_grows_with_the_text_alone() -> None:
    book = RowPhrases[Phrased](ROWS)

    def work(times: int) -> int:
        words = Words("years of experience with a valid licence and weekends off " * times)
        return calls_of(lambda: list(book.find(words)))

    assert work(400) < 2.2 * work(200)


@pytest.mark.slow
@each_row("text", ["$" * 20_000, "$1 - " * 8_000, "1" * 40_000, "At A " * 8_000, "(" * 20_000, "a" * 80_000])
def test_hostile_lines_take_no_long_time(text: str) -> None:
    from cscareer.jobs.ad import Ad
    from cscareer.jobs.pay_reading import PayReader
    from cscareer.skills.finding_text import TextLine

    began = time.process_time()
    CATALOG.once(PayReader).read(Ad("ad", "text", (TextLine(1, text),)))
    list(RowPhrases[Phrased](ROWS).find(Words(text)))
    assert time.process_time() - began < 2
