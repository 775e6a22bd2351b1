"""Text as it is meant, and where its letters stand in the text as written."""

from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.legible import legible


@each_row(
    ("written", "meant"),
    [
        ("plain text, as it is", "plain text, as it is"),
        ("\ufb01rst \ufb02oor o\ufb03ce", "first floor office"),
        ("nego\u00adtiation", "negotiation"),
        ("nego\u200btia\u2060tion\ufeff", "negotiation"),
        ("patient negotia\u00ad", "patient negotia-"),
        ("patient negotia\u00ad \u200b", "patient negotia- "),
        ("active\u00a0listening\u2003skills", "active listening skills"),
        ("touch\u2011typing", "touch-typing"),
        ("haven\u2019t", "haven't"),
        ("\uff33\uff31\uff2c", "SQL"),
        ("Zendesk\u2122 and Excel\u00ae", "Zendesk  and Excel\u00ae"),
        ("\uf0b7 Excel", "\u2022 Excel"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("cell\tcell", "cell\tcell"),
        ("five\u2026 six", "five... six"),
    ],
)
def test_a_line_reads_as_it_is_meant(written: str, meant: str) -> None:
    assert legible(written).text == meant


def test_a_letter_is_found_where_it_was_written() -> None:
    line = legible("o\ufb03ce nego\u00adtiation")
    start = line.text.index("negotiation")
    end = start + len("negotiation")
    assert "o\ufb03ce nego\u00adtiation"[line.place(start) : line.place(end - 1) + 1] == "nego\u00adtiation"
    assert [line.place(at) for at in range(6)] == [0, 1, 1, 1, 2, 3]


@given(
    st.text(
        alphabet=st.sampled_from("ab \u00ad\u200b\ufb01\u0301\u00e9\u2026\u2122\uf0b7\u00a0\t"), max_size=30
    )
)
def test_places_go_up_and_stay_in_the_text(written: str) -> None:
    line = legible(written)
    places = [line.place(at) for at in range(len(line.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(written) for place in places)
