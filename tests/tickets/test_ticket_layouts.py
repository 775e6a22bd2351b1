"""Each metric equals a figure worked out by hand, on 12 tickets in the form of each help desk's export.

The same twelve tickets stand in all files (times of March 2026, a Monday is the 2nd; `again` says what makes it no first contact):

     #  created    replied   solved     who  about    again                      mark  handle
     1  02 09:00   09:30     02 11:00   a    Refund   5 comes 2 days after it     5     10 min
     2  02 10:00   10:10     02 12:00   b    Login    8 comes 6 days 21 h after   4     20
     3  03 09:00   10:00     04 09:00   c    Refund   reopened                    2     30
     4  03 12:00   12:20     03 14:00   d    Invoice                              -     10
     5  04 09:00   11:00     06 09:00   a    Re: refund                           3     15
     6  05 09:00   09:05     05 10:00   e    Login                                5      5
     7  06 16:00   16:30     09 10:00   f    Invoice                              1     40
     8  09 09:00   09:30     09 10:00   b    Login                                5     10
     9  10 09:00   09:40     10 13:00   d    Refund   (4 was on another subject)  -     10
    10  16 09:00   09:10     16 10:00   g    Login    solved too late to know     4     10
    11  17 09:00   09:20     -          h    Refund                               -
    12  18 09:00   -         -          i    Login                                -

The file ends at 18 09:00, so that of tickets solved by 11 09:00 it is known whether they were solved the first time: 1 to 9.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.tickets.figures import TicketFigure
from cscareer.tickets.reporting import report_tickets
from cscareer.tickets.wishes import TicketWishes

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


class ByHand(NamedTuple):
    """A figure worked out by hand: n, value, and for spans median and 90th percentile."""

    n: int
    value: float
    median: float | None = None
    p90: float | None = None


# 9 known; not 1, 2 (came back) and 3 (reopened): 6 / 9. Where a file doesn't tell of reopening, 3 counts: 7 / 9.
FIRST = ByHand(9, 66.6667)
FIRST_UNTOLD = ByHand(9, 77.7778)
# Minutes 30 10 60 20 120 5 30 30 40 10 20: 375 / 11 = 34.0909 min. In order 5 10 10 20 20 [30] 30 30 40 [60] 120; 0.9 × 10 = 9th from 0.
REPLY = ByHand(11, 0.5682, 0.5, 1.0)
# Hours 2 2 24 2 48 1 66 1 4 1: 151 / 10. In order 1 1 1 2 [2 2] 4 24 48 66; at 0.9 × 9 = 8.1: 48 + 0.1 × 18.
SOLUTION = ByHand(10, 15.1, 2.0, 49.8)
# New York's clocks went forward on March 8, so that 7 took 65 hours: 150 / 10, and 48 + 0.1 × 17.
SOLUTION_NEW_YORK = ByHand(10, 15.0, 2.0, 49.7)
# Minutes 10 20 30 10 15 5 40 10 10 10: 160 / 10 = 16 min. In order 5 10 10 10 [10 10] 15 20 30 40; 30 + 0.1 × 10 = 31 min.
HANDLE = ByHand(10, 960.0, 600.0, 1860.0)
# Marks 5 4 2 3 5 1 5 4, of which five are 4 or 5: 5 / 8.
SATISFIED = ByHand(8, 62.5)
EFFORT = ByHand(6, 5.0)  # 7 6 2 5 4 6: 30 / 6
RECOMMENDED = ByHand(8, 25.0)  # 10 9 3 7 10 8 0 9: (4 − 2) / 8
REOPENED = ByHand(10, 10.0)  # 1 of the 10 that were solved
PASSED_ON = ByHand(12, 16.6667)  # 2 and 7
ESCALATED = ByHand(12, 16.6667)  # 3 and 7
KEPT = ByHand(10, 70.0)  # not 3, 5 and 7
OPEN = ByHand(12, 2.0)
AGE = ByHand(2, 0.5, 0.5, 0.9)  # 11 is a day old, 12 none; 0 + 0.9 × 1

EVERYWHERE = {
    "first-response-time": REPLY,
    "time-to-resolution": SOLUTION,
    "backlog": OPEN,
    "backlog-age": AGE,
}
EXPECTED: dict[str, dict[str, ByHand]] = {
    "generic": {
        **EVERYWHERE,
        "first-contact-resolution": FIRST,
        "average-handle-time": HANDLE,
        "customer-satisfaction": SATISFIED,
        "customer-effort-score": EFFORT,
        "net-promoter-score": RECOMMENDED,
        "reopen-rate": REOPENED,
        "transfer-rate": PASSED_ON,
        "escalation-rate": ESCALATED,
        "sla-compliance": KEPT,
    },
    "zendesk": {
        **EVERYWHERE,
        "first-contact-resolution": FIRST,
        "customer-satisfaction": SATISFIED,
        "reopen-rate": REOPENED,
        "transfer-rate": PASSED_ON,
    },
    "freshdesk": {
        **EVERYWHERE,
        "first-contact-resolution": FIRST_UNTOLD,
        "average-handle-time": HANDLE,
        "customer-satisfaction": SATISFIED,
        "sla-compliance": KEPT,
    },
    "intercom": {
        **EVERYWHERE,
        "first-contact-resolution": FIRST,
        "time-to-resolution": SOLUTION_NEW_YORK,
        "average-handle-time": HANDLE,
        "customer-satisfaction": SATISFIED,
        "reopen-rate": REOPENED,
        "transfer-rate": PASSED_ON,
    },
    "hubspot": {
        **EVERYWHERE,
        "first-contact-resolution": FIRST_UNTOLD,
        "customer-effort-score": EFFORT,
    },
    "jira-service-management": {
        **EVERYWHERE,
        "first-contact-resolution": FIRST_UNTOLD,
        "customer-satisfaction": SATISFIED,
        "sla-compliance": KEPT,
    },
}


def hand(figure: TicketFigure) -> ByHand:
    assert figure.value is not None
    return ByHand(figure.n, figure.value, figure.median, figure.p90)


@each_row("layout", EXPECTED)
def test_each_metric_of_each_layout_equals_the_figure_worked_out_by_hand(
    catalog: Catalog, layout: str
) -> None:
    answer = report_tickets(catalog, [str(HERE / f"{layout}.csv")])
    assert answer.files[0].layout == (None if layout == "generic" else layout)
    there = {each.metric: hand(each) for each in answer.own if each.standing != "absent"}
    assert there == {name: pytest.approx(figure, abs=1e-4) for name, figure in EXPECTED[layout].items()}
    assert answer.tickets == 12
    assert answer.solved == 10
    assert not any(answer.faults.model_dump().values())
    assert [each.tickets for each in answer.volume.channels] == ([6, 4, 2] if layout[0] != "j" else [])
    assert answer.volume.weekdays == (4, 4, 2, 1, 1, 0, 0)  # 1 2 8 10 · 3 4 9 11 · 5 12 · 6 · 7


def test_shares_have_wilsons_interval(catalog: Catalog) -> None:
    # 5 of 8 at z = 1.96: (0.625 + 0.2401) / 1.4802 = 0.5845, ± 1.96 / 1.4802 × √(0.2344 / 8 + 3.8415 / 256) = 0.2787
    answer = report_tickets(catalog, [str(HERE / "generic.csv")])
    satisfied = next(each for each in answer.own if each.metric == "customer-satisfaction")
    assert satisfied.count == 5
    assert satisfied.low == pytest.approx(30.57, abs=0.01)
    assert satisfied.high == pytest.approx(86.32, abs=0.01)
    assert satisfied.standing == "too-few"  # under 30


def test_business_hours_leave_out_nights_weekends_and_holidays(catalog: Catalog) -> None:
    # From 9 to 17 on weekdays: 3 took 8 h, 5 took 16 h, 7 (Friday 16:00 to Monday 10:00) 2 h: 2 2 8 2 16 1 2 1 4 1 = 39 h.
    file = str(HERE / "generic.csv")
    answer = report_tickets(catalog, [file], TicketWishes(hours="9-17", zone="UTC"))
    solution = next(each for each in answer.own if each.metric == "time-to-resolution")
    assert hand(solution) == pytest.approx((10, 3.9, 2.0, 8.8))  # in order … 4 8 16: 8 + 0.1 × 8
    # With the 5th off, 5 took 8 h and 6, of that day, none: 39 − 8 − 1 = 30 h.
    off = report_tickets(catalog, [file], TicketWishes(hours="9-17", zone="UTC", holidays=[date(2026, 3, 5)]))
    solution = next(each for each in off.own if each.metric == "time-to-resolution")
    assert solution.value == pytest.approx(3.0)


def test_what_a_layout_leaves_is_taken_for_nothing(catalog: Catalog) -> None:
    answer = report_tickets(catalog, [str(HERE / "zendesk.csv")])
    taken = {each.column for each in answer.files[0].columns}
    assert {"Resolution time", "Due date"} <= set(answer.files[0].unused)
    assert "Full resolution time in minutes" in taken


def test_several_files_are_one_and_what_stands_in_both_counts_once(catalog: Catalog) -> None:
    generic = str(HERE / "generic.csv")
    answer = report_tickets(catalog, [generic, generic])
    assert (answer.tickets, answer.faults.repeated) == (12, 12)
    for each in answer.own:
        assert hand(each) == pytest.approx(EXPECTED["generic"][each.metric], abs=1e-4)


def test_groups_have_the_same_figures_of_their_own_tickets(catalog: Catalog) -> None:
    zendesk = str(HERE / "zendesk.csv")

    def grouped(by: str, metric: str) -> dict[str | None, ByHand]:
        answer = report_tickets(catalog, [zendesk], TicketWishes(by=by))
        return {each.group: hand(each) for each in answer.figures if each.group and each.metric == metric}

    # Those with odd numbers are tagged vip as well: 1 3 5 7 9 are known, 1 and 3 came back.
    tagged = grouped("tag", "first-contact-resolution")
    assert (tagged["billing"].value, tagged["vip"]) == (66.6667, ByHand(5, 60.0))
    # Ana has 1 2 5 7 9 with marks 5 4 3 1, Ben 3 4 6 8 10 with 2 5 5 4.
    assert grouped("agent", "customer-satisfaction") == {
        "Ana Lopez": ByHand(4, 50.0),
        "Ben Okafor": ByHand(4, 75.0),
    }
    # Calls are 4 and 9: 2 and 4 hours.
    assert grouped("channel", "time-to-resolution")["Phone"] == pytest.approx((2, 3.0, 3.0, 3.8))
    assert set(grouped("month", "backlog")) == {"2026-03"}


def test_ones_own_tickets_stand_beside_those_of_all_others(catalog: Catalog) -> None:
    answer = report_tickets(catalog, [str(HERE / "generic.csv")], TicketWishes(mine="ana lopez"))
    assert (answer.mine, answer.tickets, answer.solved) == ("Ana Lopez", 6, 5)
    satisfied = next(each for each in answer.own if each.metric == "customer-satisfaction")
    assert (satisfied.n, satisfied.value, satisfied.others, satisfied.apart) == (
        4,
        50.0,
        None,
        None,
    )  # too few to compare
    for by, groups in (
        ("channel", {"email": 4, "chat": 1, "phone": 1}),
        ("month", {"2026-03": 6}),
        ("agent", {"Ana Lopez": 6, "Ben Okafor": 6}),
    ):
        own = report_tickets(catalog, [str(HERE / "generic.csv")], TicketWishes(mine="ana lopez", by=by))
        assert {group.name: group.tickets for group in own.groups} == groups
    tagged = report_tickets(catalog, [str(HERE / "zendesk.csv")], TicketWishes(mine="Ana Lopez", by="tag"))
    assert {group.name: group.tickets for group in tagged.groups} == {"billing": 6, "vip": 5}
    vip = {each.metric: each.value for each in tagged.figures if each.group == "vip"}
    assert vip["first-contact-resolution"] == 75.0  # of 1 5 7 9 the first came back
