"""Intervals and comparisons, against figures published or worked out by hand."""

import pytest

from cscareer.tickets.intervals import differ, interval, mean, quantile, share

Z = quantile(0.95)


def test_wilsons_interval_is_the_published_one() -> None:
    # Newcombe 1998, Statistics in Medicine 17:857, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    published = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (count, n), ends in published.items():
        assert interval(share(count, n), Z) == pytest.approx(ends, abs=5e-5)


def test_a_mean_is_as_sure_as_its_spread_allows() -> None:
    marks = [
        7,
        6,
        2,
        5,
        4,
        6,
    ]  # mean 5, sum of squared differences 16, deviation √(16 / 5), error 1.7889 / √6 = 0.7303
    measured = mean(len(marks), sum(marks), sum(mark * mark for mark in marks))
    assert interval(measured, Z) == pytest.approx((5 - 1.96 * 0.7303, 5 + 1.96 * 0.7303), abs=1e-3)
    assert interval(mean(1, 3, 9), Z) == (3, 3)


def test_what_chance_would_make_is_no_difference() -> None:
    # Pooled (87 + 74) / 200 = 0.805; error √(0.805 × 0.195 × 2 / 100) = 0.0560; 0.13 / 0.0560 = 2.32 > 1.96
    assert differ(share(87, 100), share(74, 100), Z)
    assert not differ(
        share(87, 100), share(74, 100), quantile(0.95, 12)
    )  # of twelve agents one does so by chance
    assert not differ(share(9, 10), share(7, 10), Z)
