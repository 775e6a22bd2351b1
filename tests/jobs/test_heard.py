"""What a person heard of a job."""

from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.jobs.heard import HeardReader


@each_row(
    ("said", "wanted"),
    [
        ("No.", "refusal"),
        ("rejected after the interview", "refusal"),
        ("We won’t be moving forward", "refusal"),
        ("phone screen on Tuesday, no weekend work", "interview"),
        ("they offered me an interview", "interview"),
        ("Didn't get an interview", None),
        ("offer after the interview: $21", "offer"),
        ("no offer yet", None),
        ("haven't been rejected", None),
        ("no reply from them", None),
        ("they asked for references", None),
    ],
)
def test_an_answer_is_told_where_the_words_surely_say_it(
    catalog: Catalog, said: str, wanted: str | None
) -> None:
    assert catalog.once(HeardReader).read(said) == wanted
