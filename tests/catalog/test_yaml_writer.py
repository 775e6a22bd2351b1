"""What is written is read back as the same values, by our own reader, which guesses nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from cscareer.catalog.yaml_reader import parse
from cscareer.catalog.yaml_writer import dump

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PLAIN = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | WORDS
KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
VALUES: st.SearchStrategy[object] = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(VALUES)
@example({"a": "NO", "b": "1e3", "c": "010", "d": "1:30", "e": "~", "f": "", "g": "null", "h": "- x: y"})
@example(["\x85 \u2028 \ufeff", "tab\there", "two\nlines", "# no comment", "'\"", "é ✔ 日本"])
def test_whatever_is_written_is_read_back_as_it_was(value: object) -> None:
    assert parse(dump(value)) == value


def test_a_value_that_stands_twice_is_written_out_twice() -> None:
    shared = {"name": "sql"}
    assert parse(dump([shared, shared])) == [shared, shared]
