"""The place that stands among what a person says, to be offered back."""

import pytest

from cscareer.catalog.loading import Catalog
from cscareer.cli.place_told import place_within


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("should I take 20.25 in Columbus OH or ask for more", "Columbus OH"),
        ("offered 20 an hour in columbus and must answer", "columbus"),
        ("cashier, no resume, fresno CA", "fresno CA"),
        ("46k around Kansas City, MO or elsewhere", "Kansas City, MO"),
        ("19 in 43215", "43215"),
        ("in short, 20 in may", None),
        ("was in college, paid in advance, in a call center", None),
        ("in charge of 14 people, mobile", None),
    ],
)
def test_a_place_is_heard_among_other_words(catalog: Catalog, said: str, place: str | None) -> None:
    assert place_within(catalog, said) == place
