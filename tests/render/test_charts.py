"""Charts stand where their figures say, and say all of these in words."""

from cscareer.render.blocks import Bar, PayMark, Spread, Spreads, YearBars
from cscareer.render.cells import Money
from cscareer.render.charts import WIDTH, range_chart, year_chart
from cscareer.render.scales import scale_of

WAGES = Spread("Everyone", 30_000, 36_000, 40_000, 46_000, 60_000)


def test_the_parts_of_a_row_lie_in_the_order_of_their_figures_on_one_scale() -> None:
    chart = range_chart(
        Spreads([WAGES], [Bar("Range", 30_000, 60_000)], [PayMark("the offer", 40_000)], "USD")
    )
    assert chart
    everyone, pay_range = chart.strips
    assert everyone.whiskers
    assert everyone.box
    assert everyone.middle
    assert pay_range.bar
    assert (
        0
        < everyone.whiskers[0]
        < everyone.box[0]
        < everyone.middle
        < everyone.box[1]
        < everyone.whiskers[1]
        < WIDTH
    )
    assert pay_range.bar == everyone.whiskers
    assert chart.pins[0].x == everyone.middle


def test_all_its_figures_are_said_in_words() -> None:
    chart = range_chart(Spreads([WAGES], [Bar("Range", 38_000, None)], [PayMark("the offer", 40_000)], "USD"))
    assert chart
    for figure in (
        "$30,000",
        "$36,000",
        "$40,000",
        "$46,000",
        "$60,000",
        "from $38,000",
        "the offer $40,000",
    ):
        assert figure in chart.said
    assert chart.strips[1].bar is None


def test_what_is_not_known_is_left_out_and_nothing_is_no_chart() -> None:
    chart = range_chart(Spreads([Spread("Everyone", None, 36_000, 40_000, None, None)], [], [], "USD"))
    assert chart
    assert (chart.strips[0].box, chart.strips[0].middle is None) == (None, False)
    assert range_chart(Spreads([Spread("Everyone", *[None] * 5)], [], [], "USD")) is None
    assert year_chart(YearBars("Median", [], [], [])) is None


def test_the_highest_year_has_the_highest_bar_and_a_line_stands_where_the_method_changed() -> None:
    figures = [40_000, 42_000, 41_000]
    chart = year_chart(
        YearBars("Median", [2020, 2021, 2022], [Money(each, "USD") for each in figures], figures, 1)
    )
    assert chart
    heights = [column.height for column in chart.columns]
    assert heights.index(max(heights)) == 1
    assert 0 < min(heights) == heights[0]
    assert chart.columns[0].x < (chart.breaks or 0) < chart.columns[1].x
    assert "$41,000 in 2022" in chart.said


def test_a_scale_has_round_ends_that_hold_all() -> None:
    assert scale_of(33_190, 62_340) == (30_000, 65_000)
    assert scale_of(15.2, 24.9) == (15, 25)
    assert scale_of(40_000, 40_000) == (40_000, 45_000)
