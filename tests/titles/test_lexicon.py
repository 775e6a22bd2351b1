"""The words by which titles are read."""

from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.titles.lexicon import SERVICE_SUBJECTS, TitleLexicon
from cscareer.titles.normalizing import parts_of

CATALOG = load_catalog(environment={})
LEXICON = TitleLexicon(CATALOG)


def classes(title: str) -> int:
    seen = 0
    for part in parts_of(title):
        seen |= LEXICON.see(part).classes
    return seen


def words(title: str) -> str:
    return " ".join(f" {' '.join(LEXICON.see(part).words)} " for part in parts_of(title))


@each_row("key", CATALOG.title_words)
def test_words_stand_in_their_title_and_not_in_the_other(key: str) -> None:
    entry = CATALOG.title_words[key]
    assert classes(entry.takes) & LEXICON.bits[key]
    assert not classes(entry.refuses) & LEXICON.bits[key]


@each_row("key", CATALOG.title_abbreviations)
def test_an_abbreviation_is_written_out_in_its_title_and_not_in_the_other(key: str) -> None:
    entry = CATALOG.title_abbreviations[key]
    assert f" {entry.means} " in words(entry.takes)
    assert f" {entry.means} " not in words(entry.refuses)


def test_the_subjects_that_make_customer_service_are_words_of_the_data() -> None:
    assert set(SERVICE_SUBJECTS) <= set(CATALOG.title_words)


def test_what_stands_alone_is_read_so_only_there() -> None:
    (alone,), (beside,) = (parts_of(title) for title in ("Sr AM", "AM Stocker"))
    assert LEXICON.see(alone).words == ["sr", "account", "manager"]
    assert LEXICON.see(beside).words == ["am", "stocker"]
