"""The words of the data by which documents are read."""

import re
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import iter_modules

import pytest

from cscareer import documents
from cscareer.catalog.loading import Catalog, load_catalog
from cscareer.documents.reading import read_text
from cscareer.documents.words import DocumentWords, Worded, any_of, words_of
from cscareer.errors import InvalidDataError


def test_each_list_takes_its_example_and_leaves_the_other(catalog: Catalog) -> None:
    for key, entry in catalog.document_lists.items():
        pattern = re.compile(rf"(?<!\w)(?:{any_of(entry.words)})", re.IGNORECASE)
        assert pattern.search(entry.takes), key
        assert not re.search(rf"{pattern.pattern}(?!\w)", entry.leaves, re.IGNORECASE), key


def test_each_list_is_in_a_pattern_and_each_pattern_compiles(catalog: Catalog) -> None:
    modules = [import_module(each.name) for each in iter_modules(documents.__path__, "cscareer.documents.")]
    held = [value for module in modules for value in vars(module).values()]
    inside = (
        value.values() if isinstance(value, dict) else value for value in held if type(value) in (tuple, dict)
    )
    patterns = [each for each in chain(held, *inside) if isinstance(each, Worded)]
    named = {key for each in patterns for key in re.findall(r"\{([a-z][a-z-]+)\}", each.shape)}
    assert named == {*catalog.document_lists, "livelihoods"}
    words = DocumentWords(catalog)
    assert all(words.patterns[each] for each in patterns)


@pytest.mark.parametrize(
    ("word", "takes", "leaves"),
    [
        ("drive-thru", ["drive-thru", "drive thru"], ["drivethru", "drive_thru"]),
        ("b.sc", ["bsc", "b.sc"], ["b-sc", "bxsc"]),
        ("key( )holder", ["key holder", "keyholder"], ["key-holder"]),
        ("bachelor('s)", ["bachelor", "bachelors", "bachelor's", "bachelor’s"], ["bachelo"]),
        ("security+", ["security+"], ["security", "securityy"]),
    ],
)
def test_a_word_of_the_data_stands_for_the_ways_to_write_it(
    word: str, takes: list[str], leaves: list[str]
) -> None:
    assert [text for text in (*takes, *leaves) if re.fullmatch(any_of([word]), text)] == takes


def test_words_of_a_layer_are_read_by(tmp_path: Path, catalog: Catalog) -> None:
    entry = "id: title-nouns, says: x, words: [lumberjack], takes: Lumberjack, leaves: Elm"
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "documents.yaml").write_text(f"document_lists:\n- {{{entry}}}\n")
    text = "Before that I was a lumberjack from March 2019 to May 2021.\n"
    with words_of(load_catalog(tmp_path)):
        own = read_text(text, "resume.txt").positions
    assert [each.title for each in own] == ["lumberjack"]
    assert not read_text(text, "resume.txt", catalog=catalog).positions


def test_a_livelihood_of_a_layer_is_called_by_its_title(tmp_path: Path, catalog: Catalog) -> None:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "documents.yaml").write_text(
        "livelihoods:\n- {id: sheared, verbs: [sheared], title: shearer}\n"
    )
    text = "I sheared sheep for Elm Farm from March 2019 to May 2021.\n"
    found = [
        read_text(text, "resume.txt", catalog=each).positions for each in (load_catalog(tmp_path), catalog)
    ]
    assert [each.title == "shearer" for (each,) in found] == [True, False]


def test_a_word_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    entry = "id: title-nouns, says: x, words: ['a|b'], takes: A, leaves: C"
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "documents.yaml").write_text(f"document_lists:\n- {{{entry}}}\n")
    with pytest.raises(InvalidDataError) as raised:
        dict(load_catalog(tmp_path).document_lists)
    assert "must be words in small letters" in raised.value.problems[0].message
