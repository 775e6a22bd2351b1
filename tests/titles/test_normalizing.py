"""Titles cut into parts and words."""

from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.titles.normalizing import parts_of


def said(title: str) -> list[str]:
    return [" ".join(part.words) for part in parts_of(title)]


@each_row(
    ("title", "expected"),
    [
        ("Customer Service Rep – Remote", ["customer service rep", "remote"]),
        ("CSR/Cashier", ["csr", "cashier"]),
        ("Part-Time Agent", ["part time agent"]),
        ("Sr. Agent (Days)", ["sr agent", "days"]),
        ("Agent, $18.50 - $21/hr", ["agent"]),
        ("Agent $45k-$60k + Bonus", ["agent", "bonus"]),
        ("Agent - R009068", ["agent"]),
        ("Agent (1408242)", ["agent"]),
        ("911 Dispatcher", ["911 dispatcher"]),
        ("Women's Health Agent", ["women health agent"]),
        ("Résumé Agent ™ 🚀", ["resume agent tm"]),
        ("Sales & Service", ["sales and service"]),
        ("Support&Service Director", ["support and service director"]),
        ("", []),
        ("!!!", []),
    ],
)
def test_a_title_is_cut_where_its_marks_cut_it(title: str, expected: list[str]) -> None:
    assert said(title) == expected


def test_a_slash_joins_and_a_comma_does_not() -> None:
    assert [part.joined for part in parts_of("CSR / Cashier, Nights")] == [False, True, False]


@given(st.text(max_size=500))
def test_words_are_small_letters_and_digits(title: str) -> None:
    for part in parts_of(title):
        assert part.words
        assert all(word == word.lower() and not word.isspace() for word in part.words)
