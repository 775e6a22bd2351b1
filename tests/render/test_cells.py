"""The kinds of value and how each reads."""

from rows import each_row

from cscareer.render.cells import Cell, Link, Money, PayRange, Percent, Tick, Years, count_of, words


@each_row(
    ("cell", "said"),
    [
        (Money(43_500, "USD"), "$43,500"),
        (Money(43_500, "USD", "year"), "$43,500 a year"),
        (Money(22.5, "USD", "hour"), "$22.50 an hour"),
        (Money(20, "USD", "hour"), "$20.00 an hour"),
        (Money(25_625, "USD", signed=True), "+$25,625"),
        (Money(-2_625, "USD", signed=True), "-$2,625"),
        (Money(0, "USD"), "$0"),
        (Money(40_000, "EUR"), "€40,000"),
        (Money(40_000, "CHF"), "CHF 40,000"),
        (PayRange(38_500, 48_500, "USD", "year"), "$38,500 – $48,500 a year"),
        (PayRange(38_500, 48_500, "USD"), "$38,500 – $48,500"),
        (PayRange(None, 48_500, "USD"), "up to $48,500"),
        (PayRange(38_500, None, "USD"), "from $38,500"),
        (PayRange(None, None, "USD", "year"), "–"),
        (Percent(58.9, signed=True, digits=1), "+58.9%"),
        (Percent(-6.0, signed=True, digits=1), "-6.0%"),
        (Percent(62), "62%"),
        (Years(1, 3), "1–3 years"),
        (Years(1, 1), "1 year"),
        (Years(2, 2), "2 years"),
        (Link("words", "https://example.org"), "words"),
        (Tick("have"), "✔"),
        (Tick("below"), "◐"),
        (Tick("missing"), "☐"),
        (None, "–"),
        (2_500, "2,500"),
        ("text", "text"),
    ],
)
def test_a_cell_reads_as_a_person_writes_it(cell: Cell, said: str) -> None:
    assert words(cell) == said


def test_a_count_takes_its_noun_along() -> None:
    assert (count_of(1, "role"), count_of(0, "role"), count_of(2, "entry", "entries")) == (
        "1 role", "0 roles", "2 entries",
    )  # fmt: skip
