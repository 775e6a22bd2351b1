"""What was worked out of texts, remembered within bounds."""

from cscareer.catalog.remembering import Remembered, remembered


def test_a_text_that_comes_back_is_worked_out_once() -> None:
    read: list[str] = []

    @remembered
    def words(text: str) -> int:
        read.append(text)
        return len(text.split())

    assert [words(text) for text in ("a b", "a b", "c")] == [2, 2, 1]
    assert read == ["a b", "c"]


def test_no_more_are_kept_than_may_be_and_none_that_is_long() -> None:
    lengths = Remembered(len, most=3, longest=5)
    for number in range(10):
        assert lengths[str(number)] == 1
        assert len(lengths) <= 3
    assert lengths["too long"] == 8
    assert "too long" not in lengths
