"""Files as people have them: what can't be read is counted or asked back, and nothing is guessed where two readings fit."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # has no types

from cscareer.catalog.loading import Catalog
from cscareer.errors import CareerError, InvalidDataError, UnknownNameError, UnreadableError, UsageError
from cscareer.tickets.report import TicketReport
from cscareer.tickets.reporting import report_tickets
from cscareer.tickets.wishes import TicketWishes

pytestmark = pytest.mark.slow

HEADER = "id,created,first reply,solved,agent,csat,handle time (minutes)"
ROW = "1,2026-03-02 09:00,2026-03-02 09:30,2026-03-02 11:00,Ana,5,10"
Ask = Callable[..., TicketReport]


@pytest.fixture
def ask(catalog: Catalog, tmp_path: Path) -> Ask:
    """Reads a text, or bytes, as a file of tickets."""

    def read(text: str | bytes, name: str = "tickets.csv", **wishes: object) -> TicketReport:
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return report_tickets(catalog, [str(file)], TicketWishes(**wishes))  # type: ignore[arg-type]  # as the test says

    return read


def value(answer: TicketReport, metric: str) -> float | None:
    return next(each.value for each in answer.own if each.metric == metric)


def problem(error: CareerError) -> str:
    return " ".join(
        [error.message, error.hint or "", *(f"{each.message} {each.hint}" for each in error.problems)]
    )


def test_no_rows_and_one_row_are_answered(ask: Ask) -> None:
    nothing = ask(HEADER + "\n")
    assert (nothing.tickets, nothing.first_day, nothing.resume, nothing.trends) == (0, None, (), ())
    assert {each.standing for each in nothing.own} <= {"too-few", "absent"}
    one = ask(f"{HEADER}\n{ROW}\n")
    assert (one.tickets, value(one, "time-to-resolution")) == (1, 2.0)
    assert next(each for each in one.own if each.metric == "customer-satisfaction").standing == "too-few"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("agent,csat\nAna,5\n", "--map created="),
        (f"{HEADER}\n1,soon,,,Ana,5,1\n", "no time we can read"),
        (b"PK\x03\x04 nonsense", "no whole workbook"),
        (gzip.compress(b"id,created\n" * 9, mtime=0)[:-12], "cut-off gzip"),
        (b"PAR1 nonsense", "broken or cut-off Parquet"),
        ("[]", "no object of JSON"),
        (b"\x00\x01\x02\x03" * 20, "no table of text"),
    ],
)
def test_what_is_no_table_of_tickets_is_said_to_be_none(ask: Ask, text: str | bytes, said: str) -> None:
    with pytest.raises(InvalidDataError) as raised:
        ask(text)
    assert said in problem(raised.value)
    assert "Ana" not in problem(raised.value)


def test_a_file_that_is_missing_or_a_folder_is_told(catalog: Catalog, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UnreadableError):
            report_tickets(catalog, [str(path)])


def test_a_byte_order_mark_semicolons_and_decimal_commas_are_read(ask: Ask) -> None:
    text = f"\ufeff{HEADER}\n{ROW}\n".replace(",", ";").replace(";10\n", ";7,5\n")
    answer = ask(text)
    assert (answer.files[0].separator, value(answer, "average-handle-time")) == (";", 450.0)
    thousands = ask(
        f'{HEADER}\n{ROW[:-2]}"1,250"\n'
    )  # between commas a comma with three digits is no decimal one
    assert value(thousands, "average-handle-time") == 75_000.0


def test_other_encodings_and_packed_files_are_read(ask: Ask) -> None:
    text = f"sep=,\n{HEADER}\n{ROW.replace('Ana', 'Zoë')}\n"
    for content in (text.encode("utf-16"), text.encode("latin-1"), gzip.compress(text.encode())):
        answer = ask(content, by="agent")
        assert [group.name for group in answer.groups] == ["Zoë"]


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("2026/03/02 11:00", 2),
        ("02/Mar/26 11:00 AM", 2),
        ("2 Mar 2026 11:00", 2),
        ("March 2, 2026 11:00 AM", 2),
        ("1772449200", 2),
        ("1772449200000", 2),
        ("2026-03-02T12:00:00+01:00", 2),
        ("2026-03-02T11:00:00.250Z", 2),
    ],
)
def test_times_are_read_as_they_are_written(ask: Ask, cell: str, hours: float) -> None:
    answer = ask(f'id,created,solved\n1,2026-03-02T09:00Z,"{cell}"\n', zone="UTC")
    assert value(answer, "time-to-resolution") == pytest.approx(hours, abs=1e-4)


def test_whether_day_or_month_comes_first_is_asked_and_never_guessed(ask: Ask) -> None:
    doubtful = "id,created,solved\n1,03/04/2026 09:00,05/04/2026 09:00\n"
    with pytest.raises(UsageError) as raised:
        ask(doubtful)
    assert "--dates dmy" in problem(raised.value)
    assert value(ask(doubtful, order="dmy"), "time-to-resolution") == 48.0  # 3 to 5 April
    assert value(ask(doubtful, order="mdy"), "time-to-resolution") == 61 * 24.0  # 4 March to 4 May
    many = "".join(f"{number},03/04/2026 09:00,05/04/2026 09:00\n" for number in range(600))
    told = ask(f"id,created,solved\n{many}601,13/04/2026 09:00,13/04/2026 10:00\n")  # the last row says it
    assert told.last_day == "2026-04-13"


def test_times_of_mixed_zones_are_asked_back(ask: Ask) -> None:
    mixed = "id,created,solved\n1,2026-03-02 09:00,2026-03-02 11:00\n2,2026-03-02T09:00:00-05:00,2026-03-02T10:00:00-05:00\n"
    with pytest.raises(InvalidDataError) as raised:
        ask(mixed)
    assert "--tz" in problem(raised.value)
    assert value(ask(mixed, zone="America/Chicago"), "time-to-resolution") == 1.5  # (2 + 1) / 2
    apart = "id,created,solved\n1,2026-03-02 09:00,2026-03-02T11:00:00-05:00\n"  # each column alone would be clear
    with pytest.raises(InvalidDataError):
        ask(apart)
    late = "".join(f"{number},2026-03-02 09:00:00,2026-03-02 11:00:00\n" for number in range(600))
    with pytest.raises(
        InvalidDataError
    ):  # also where the first one with a zone comes after all that was looked at
        ask(f"id,created,solved\n{late}601,2026-03-02T09:00:00-05:00,\n")


def test_daylight_saving_is_right_in_spans_hours_and_gaps(ask: Ask) -> None:
    # Clocks in Chicago went from 2:00 to 3:00 on March 8, 2026; 2:30 was never shown.
    text = "id,created,solved\n1,2026-03-07 12:00,2026-03-08 12:00\n2,2026-03-08 02:30,2026-03-08 03:30\n"
    answer = ask(text, zone="America/Chicago")
    assert value(answer, "time-to-resolution") == (23 + 0) / 2
    assert answer.faults.skipped_hours == 1
    assert answer.volume.hours[12] == 1
    opened = ask(text, zone="America/Chicago", hours="0-24", days="mon-sun")
    assert value(opened, "time-to-resolution") == (23 + 0) / 2
    assert ask(text, zone="UTC").faults.skipped_hours == 0


def test_a_header_may_name_the_zone_of_its_times_and_of_business_hours(ask: Ask) -> None:
    # Open from 9 to 17 in New York, which is 14:00 to 22:00 UTC in winter: 16:00 to 17:00 on Monday and 9:00 to 10:00 on Tuesday.
    text = (
        "id,Created at (America/New_York),Solved at (America/New_York)\n1,2026-03-02 16:00,2026-03-03 10:00\n"
    )
    answer = ask(text, hours="9am-5pm")
    assert (answer.zone, answer.zone_named) == ("America/New_York", True)
    assert value(answer, "time-to-resolution") == 2.0
    assert answer.volume.hours[16] == 1
    night = ask(text, hours="22:00-6:00", days="mon")  # through the night after Monday
    assert value(night, "time-to-resolution") == 8.0


def test_what_is_wrong_with_rows_is_counted_and_left_out(ask: Ask, catalog: Catalog, tmp_path: Path) -> None:
    rows = [
        ROW,
        ROW,  # the same id
        "2,2026-03-02 09:00,2026-03-02 08:00,2026-03-01 09:00,Ana,5,-3",  # ends before it begins
        "3,2026-03-02 09:00,,,Ana,9,10",  # off the scale
        "4,,,,Ana,5,10",  # no time of creation
        "5,2026-03-02 09:00,later,,Ana,,many",
        "6,2026-03-02 09:00,,,Ana,5",  # a cell short
        '7,"2026-03-02 09:00",,,"=HYPERLINK(""http://x"")",,',
    ]
    answer = ask("\n".join([HEADER, *rows, ""]), by="agent")
    faults = answer.faults
    assert (faults.repeated, faults.end_before_beginning, faults.ratings_out_of_scale) == (1, 1, 1)
    assert (faults.no_created, faults.unreadable_times, faults.unreadable_durations) == (1, 1, 1)
    assert answer.files[0].passed_over == 1
    assert answer.files[0].lines == ("line 8: it has fewer cells than there are headers",)
    assert answer.tickets == 5
    (tmp_path / "other.csv").write_text(f"{HEADER}\n1,2\n8,2026-03-02,,,,,\n", encoding="utf-8")
    both = report_tickets(catalog, [str(tmp_path / "tickets.csv"), str(tmp_path / "other.csv")])
    assert [each.lines for each in both.files] == [
        answer.files[0].lines,
        ("line 2: it has fewer cells than there are headers",),
    ]
    assert (value(answer, "time-to-resolution"), value(answer, "customer-satisfaction")) == (2.0, 100.0)
    assert '=HYPERLINK("http://x")' in {group.name for group in answer.groups}  # a text like any other


def test_figures_beyond_all_measure_are_no_figures(ask: Ask) -> None:
    rows = [
        f"{number},2026-03-02 09:00,2026-03-02 09:30,2026-03-02 11:00,Ana,5,{odd}"
        for number, odd in enumerate(("inf", "nan", "1e300", "1e12", 10))
    ]
    rows += [
        "7,infinity,9999-12-31 00:00,-infinity,Ana,inf,",
        "8,1e300,0001-01-01,99999999999999999999,Ana,nan,",
    ]
    answer = ask("\n".join([HEADER, *rows, ""]), zone="America/Chicago")
    assert (answer.tickets, answer.faults.no_created, value(answer, "average-handle-time")) == (5, 2, 600.0)
    json.loads(answer.model_dump_json())
    counted = ask("id,created,resolution time (hours)\n1,1772442900,2\n2,1e300,1e300\n3,1772442900,\n")
    assert (counted.tickets, counted.faults.no_created) == (2, 1)


def test_a_zone_that_comes_late_and_short_is_not_missed(ask: Ask) -> None:
    for late in ("2026-03-02 9:15Z", "2026-03-02 09:15-05", "2026-03-02T09:15Z"):
        rows = "".join(f"{number},2026-03-02 09:00:00,\n" for number in range(600))
        with pytest.raises(InvalidDataError):
            ask(f"id,created,solved\n{rows}700,{late},\n")


def test_no_unit_is_guessed(ask: Ask) -> None:
    text = f"{HEADER}\n{ROW}\n".replace(" (minutes)", "")
    answer = ask(text)
    assert (answer.faults.unreadable_durations, value(answer, "average-handle-time")) == (1, None)
    said = ask(text, mapped=["handle-time=Handle time:seconds"])
    assert value(said, "average-handle-time") == 10.0


def test_names_reach_sql_as_names(ask: Ask) -> None:
    robert = "Robert'); DROP TABLE t; --"
    answer = ask(f'id,created,"{robert}"\n1,2026-03-02,{robert}\n', mapped=[f"agent={robert}"], mine=robert)
    assert (answer.tickets, answer.mine) == (1, robert)
    odd = ask(f"{HEADER}\n{ROW}\n", name="a[1]*'?.csv")
    assert odd.tickets == 1


def test_an_agent_or_column_that_is_not_there_is_said_with_what_is_near(ask: Ask) -> None:
    text = f"{HEADER}\n{ROW.replace('Ana', 'Ana Lopez')}\n"
    assert ask(text, mine="ana").mine == "Ana Lopez"
    with pytest.raises(UnknownNameError) as unknown:
        ask(text, mine="Anna Lopes")
    assert unknown.value.suggestions == ("Ana Lopez",)
    with pytest.raises(UsageError) as missing:
        ask(text, mapped=["team=Groop"])
    assert "Its columns: id, created" in problem(missing.value)
    for wishes, said in (
        ({"by": "team"}, "--map team="),
        ({"mapped": ["nothing=id"]}, "Fields: id"),
        ({"zone": "Mars"}, "America/Chicago"),
    ):
        with pytest.raises(UsageError) as raised:
            ask(text, **wishes)
        assert said in problem(raised.value)


def test_json_lines_arrays_and_objects_within_are_read(ask: Ask) -> None:
    ticket = {
        "id": 1,
        "created_at": "2026-03-02T09:00:00Z",
        "solved_at": "2026-03-02T11:00:00Z",
        "via": {"channel": "email"},
        "tags": ["vip", "new"],
    }
    for text in (json.dumps(ticket) + "\nnot json\n", json.dumps([ticket])):
        answer = ask(text, name="tickets.json", mapped=["channel=via.channel"], by="tag")
        assert value(answer, "time-to-resolution") == 2.0
        assert [each.name for each in answer.volume.channels] == ["email"]
        assert {each.name for each in answer.groups} == {"vip", "new"}


def test_a_workbook_and_parquet_are_read_like_the_rest(catalog: Catalog, tmp_path: Path) -> None:
    import duckdb

    book = xlsxwriter.Workbook(str(tmp_path / "tickets.xlsx"))
    sheet = book.add_worksheet()
    for at, row in enumerate((HEADER.split(","), ROW.split(","))):
        sheet.write_row(at, 0, row)
    sheet.write_formula(1, 4, '=UPPER("ana")', None, "ANA")
    sheet.write_number(1, 6, 10)
    book.close()
    duckdb.sql(
        "COPY (SELECT 1 AS id, TIMESTAMPTZ '2026-03-02 09:00:00+00' AS created, TIMESTAMPTZ '2026-03-02 11:00:00+00' AS solved)"
        f" TO '{tmp_path / 'tickets.parquet'}'"
    )
    for name in ("tickets.xlsx", "tickets.parquet"):
        answer = report_tickets(catalog, [str(tmp_path / name)])
        assert (answer.files[0].kind, value(answer, "time-to-resolution")) == (name.partition(".")[2], 2.0)


def test_of_very_many_groups_the_largest_are_shown_and_the_rest_counted(ask: Ask) -> None:
    rows = [f"{number},2026-03-02 09:00,,,Agent {number % 250:03},," for number in range(320)]
    answer = ask("\n".join([HEADER, *rows, f"999,2026-03-02 09:00,,,{'x' * 5000},,", ""]), by="agent")
    assert len(answer.groups) == 200
    assert answer.groups_left_out == 51
    assert {group.tickets for group in answer.groups[:70]} == {
        2
    }  # 000 to 069, who have two each, are among them
    assert max(len(group.name or "") for group in answer.groups) < 20
