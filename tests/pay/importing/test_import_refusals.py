"""Files that are broken, cut off, or made to harm: refused with what is wrong, and nothing is changed."""

import gzip
import io
import os
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from official_files import NOTES, take, wages, write_csv, write_workbook

from cscareer.errors import CareerError, ExitCode, InvalidDataError, MissingExtraError, UnwritableError
from cscareer.pay.importing import workbooks
from cscareer.pay.importing.workbook_worker import CHUNK, BadWorkbookError, look_through

pytestmark = pytest.mark.slow

HOSTILE = Path(__file__).parents[2] / "cases" / "90-hostile"


def sound(tmp_path: Path) -> bytes:
    return write_workbook(tmp_path / "sound.xlsx", [wages()], NOTES).read_bytes()


def refused(tmp_path: Path, path: Path) -> CareerError:
    with pytest.raises(CareerError) as caught:
        take(tmp_path / "data", path, year=2025)
    assert caught.value.exit_code == ExitCode.UNREADABLE
    assert not (tmp_path / "data" / "wages").exists()
    assert str(path) in caught.value.problems[0].file
    return caught.value


def repacked(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return out.getvalue()


class TestPackedTables:
    """CSV files that gzip packed."""

    def test_one_is_read_like_the_table_inside(self, tmp_path: Path) -> None:
        table = write_csv(tmp_path / "oews_may2025.csv", [wages()])
        packed = tmp_path / "oews_may2025_packed.csv.gz"
        packed.write_bytes(gzip.compress(table.read_bytes()))
        assert take(tmp_path / "data", packed).files[0].rows_taken == 1

    @pytest.mark.parametrize("part", [0.3, 0.9])
    def test_one_that_is_cut_off_is_refused(self, tmp_path: Path, part: float) -> None:
        table = write_csv(tmp_path / "oews_may2025.csv", [wages(f"43-{code}") for code in range(4000, 6000)])
        content = gzip.compress(table.read_bytes())
        packed = tmp_path / "oews_may2025_packed.csv.gz"
        packed.write_bytes(content[: int(len(content) * part)])
        assert "broken or cut-off gzip file" in refused(tmp_path, packed).problems[0].message


class TestWorkbooks:
    """.xlsx files."""

    @pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
    def test_one_that_is_cut_off_is_refused(self, tmp_path: Path, part: float) -> None:
        content = sound(tmp_path)
        path = tmp_path / "national_M2025_dl.xlsx"
        path.write_bytes(content[: int(len(content) * part)])
        assert "whole workbook" in refused(tmp_path, path).problems[0].message

    @pytest.mark.parametrize("name", ["garbage.xlsx", "garbage.csv", "garbage"])
    def test_garbage_is_refused(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(bytes(range(256)) * 50)
        refused(tmp_path, path)

    def test_a_damaged_part_is_refused(self, tmp_path: Path) -> None:
        content = bytearray(sound(tmp_path))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
        content[start + 80] ^= 0xFF
        path = tmp_path / "national_M2025_dl.xlsx"
        path.write_bytes(content)
        assert "whole workbook" in refused(tmp_path, path).problems[0].message

    def test_formulas_are_refused_even_where_they_have_a_value(self, tmp_path: Path) -> None:
        path = tmp_path / "national_M2025_dl.xlsx"
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet()
        for place, (name, cell) in enumerate(wages().items()):
            sheet.write(0, place, name)
            sheet.write(1, place, cell)
        sheet.write_formula(1, 5, "=600*2", None, 1200)
        book.close()
        assert "formulas" in refused(tmp_path, path).problems[0].message

    def test_a_stray_cell_far_away_is_refused_before_room_is_made_for_all_between(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "national_M2025_dl.xlsx"
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet()
        sheet.write(0, 0, "OCC_CODE")
        sheet.write(1_048_575, 16_383, 5)
        book.close()
        assert "beyond column ZZ" in refused(tmp_path, path).problems[0].message

    def test_a_formula_is_found_wherever_the_chunks_part_it(self, tmp_path: Path) -> None:
        for shift in range(8):
            for cell, said in (
                (b"<f>1</f></c>", "formulas"),
                (b'r="XFD1"/>', "beyond column"),
                (b"r='XFD1'/>", "beyond column"),
                (b'r="A1000000"/>', "beyond column"),
            ):
                filler = b" " * (CHUNK - shift)
                archive = tmp_path / f"{shift}.zip"
                with zipfile.ZipFile(archive, "w") as made:
                    made.writestr("xl/worksheets/sheet1.xml", filler + cell)
                with pytest.raises(BadWorkbookError, match=said):
                    look_through(archive)

    @pytest.mark.slow
    def test_a_bomb_that_says_so_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "national_M2025_dl.xlsx"
        bomb = b"<row/>" * 10_000_000
        path.write_bytes(
            repacked(sound(tmp_path), lambda name, part: part + bomb if name.endswith("sheet1.xml") else part)
        )
        assert "unpacks to far more" in refused(tmp_path, path).problems[0].message

    @pytest.mark.slow
    def test_a_bomb_that_lies_about_its_size_is_refused_before_it_is_unpacked(self, tmp_path: Path) -> None:
        content = bytearray(
            repacked(
                sound(tmp_path),
                lambda name, part: part + b"<row/>" * 10_000_000 if "sheet1.xml" in name else part,
            )
        )
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            member = next(info for info in archive.infolist() if info.filename == "xl/worksheets/sheet1.xml")
        for size in (struct.pack("<I", member.file_size),):
            while (place := bytes(content).find(size)) >= 0:
                content[place : place + 4] = struct.pack("<I", 5000)
        path = tmp_path / "national_M2025_dl.xlsx"
        path.write_bytes(content)
        with zipfile.ZipFile(path) as archive:
            assert archive.getinfo("xl/worksheets/sheet1.xml").file_size == 5000
        assert "whole workbook" in refused(tmp_path, path).problems[0].message

    def test_a_part_that_claims_to_hold_more_strings_than_it_has_bytes_is_refused(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "national_M2025_dl.xlsx"
        path.write_bytes(
            repacked(
                sound(tmp_path),
                lambda _, part: re.sub(rb'niqueCount="\d+"', b'niqueCount="9999999999"', part),
            )
        )
        assert "far more memory" in refused(tmp_path, path).problems[0].message

    @pytest.mark.parametrize(
        ("before", "after", "row"),
        [
            (b'r="B2"', b'r="ZZ1048576"', 2),
            (b'r="B2"', b"r='XFD1048576'", 2),
            (b'<row r="2"', b'<row r="4000000"', 4_000_000),
            (b'r="A2"', b'r="A100000000"', 2),
            (b'r="C2"', b'r="C99999"', 3),
        ],
    )
    def test_absurd_cells_of_a_small_file_cost_neither_time_nor_memory(
        self, tmp_path: Path, before: bytes, after: bytes, row: int
    ) -> None:
        path = tmp_path / "national_M2025_dl.xlsx"
        path.write_bytes(repacked(sound(tmp_path), lambda _, part: part.replace(before, after)))
        children = os.times().children_user
        assert refused(tmp_path, path).problems[0].line == row
        assert os.times().children_user - children < 5

    def test_a_part_whose_name_is_no_text_is_refused(self, tmp_path: Path) -> None:
        path = write_workbook(tmp_path / "national_M2025_dl.xlsx", [wages()])
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("\u00e9.txt", "x")  # marked as UTF-8
        path.write_bytes(path.read_bytes().replace("\u00e9.txt".encode(), b"\xff\xfe.txt"))
        assert "whole workbook" in refused(tmp_path, path).problems[0].message

    def test_rows_that_break_off_are_an_error_and_not_the_end(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        script = tmp_path / "script.py"
        columns = [*wages()]
        script.write_text(
            "import json, os, sys\n"
            'print(json.dumps({"height": 9, "hourly": None, "yearly": None}))\n'
            f"print(json.dumps([{columns!r}, {[*wages().values()]!r}]), flush=True)\n"
            "os.abort()\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(workbooks, "_WORKER", script)
        path = write_workbook(tmp_path / "national_M2025_dl.xlsx", [wages()])
        assert "no readable workbook" in refused(tmp_path, path).problems[0].message

    def test_a_zip_file_that_is_no_workbook_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "oesm25nat.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("national_M2025_dl.xlsx", "x")
        assert "workbook" in refused(tmp_path, path).problems[0].message

    def test_a_zip_of_a_version_to_come_is_refused(self, tmp_path: Path) -> None:
        content = bytearray(sound(tmp_path))
        content[content.find(b"PK\x01\x02") + 6] = 255
        path = tmp_path / "national_M2025_dl.xlsx"
        path.write_bytes(content)
        assert "whole workbook" in refused(tmp_path, path).problems[0].message

    def test_an_encrypted_or_oddly_packed_part_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "national_M2025_dl.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
            archive.writestr("xl/worksheets/sheet1.xml", "x" * 100)
        refused(tmp_path, path)

    def test_without_the_extra_it_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write_workbook(tmp_path / "national_M2025_dl.xlsx", [wages()])
        monkeypatch.setattr(workbooks, "find_spec", lambda _name: None)
        with pytest.raises(MissingExtraError) as caught:
            take(tmp_path / "data", path)
        assert caught.value.exit_code == ExitCode.USAGE
        assert 'pip install "cscareer[import]"' in str(caught.value.hint)


class TestCsv:
    """.csv files."""

    @pytest.mark.parametrize(
        ("content", "line", "said"),
        [
            (b"", 1, "empty"),
            (b"OCC_CODE,TOT_EMP\n", 1, "columns are missing"),
            (b"a,b\n1,2\n", 1, "no table we read"),
            (b"zip,county\n", None, "no rows"),
            (b"zip,county\n78701,48453\n78702\n", 3, "1 cells stand where 2 belong"),
            (b"zip,county\n78701,48453,5\n", 2, "3 cells stand where 2 belong"),
            (b"zip,county\n7870\x001,48453\n", 1, "zero byte"),
            (b'zip,county\n"78701,48453\n', 2, "broken CSV"),
            (b"zip,county\n78\xff01,48453\n", 1, "UTF-8"),
            ("zip,county\n".encode("utf-16"), 1, "UTF-8"),
            (b"zip,county\n" + b"1" * 200_000 + b",48453\n", 1, "broken CSV"),
        ],
        ids=[
            "empty",
            "columns",
            "strange",
            "header",
            "short",
            "long",
            "zero",
            "quote",
            "latin",
            "utf-16",
            "huge",
        ],
    )
    def test_what_is_wrong_is_named_with_its_line(
        self, tmp_path: Path, content: bytes, line: int | None, said: str
    ) -> None:
        path = tmp_path / "us_zips_2023.csv"
        path.write_bytes(content)
        (problem,) = refused(tmp_path, path).problems
        assert said in problem.message
        assert problem.line == line

    def test_a_byte_order_mark_does_no_harm(self, tmp_path: Path) -> None:
        path = tmp_path / "us_zips_2023.csv"
        path.write_bytes(b"\xef\xbb\xbfzip,county\r\n78701,48453\r\n")
        assert take(tmp_path / "data", path).files[0].rows_taken == 1


INDUSTRY = {
    "NAICS": "561400",
    "NAICS_TITLE": "Business Support",
    "I_GROUP": "4-digit",
    "OWN_CODE": "5",
    "LEVEL": "4",
}


class TestCellsMadeToHarm:
    """Cells that would break our own files, or a later reading of them."""

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            ({"NAICS": "56,14"}, "NAICS"),
            ({"NAICS": "56\u202e14"}, "NAICS"),
            ({"NAICS": "5" * 5000}, "NAICS"),
            ({"NAICS": "\u0665\u0666"}, "NAICS"),
            ({"LEVEL": "9" * 5000}, "LEVEL"),
            ({"LEVEL": "\u00b2"}, "LEVEL"),
            ({"LEVEL": "4\n"}, None),
            ({"OCC_CODE": "\uff14\uff13-4051"}, "OCC_CODE"),
        ],
    )
    def test_of_an_industry(self, tmp_path: Path, cells: dict[str, str], column: str | None) -> None:
        path = write_csv(tmp_path / "nat_M2025.csv", [wages(AREA="99", AREA_TYPE="1", **INDUSTRY) | cells])
        if column is None:  # white space around a cell does no harm
            assert take(tmp_path / "data", path).files[0].rows_taken == 1
            return
        (problem,) = refused(tmp_path, path).problems
        assert (problem.line, problem.field) == (2, column)

    @pytest.mark.parametrize("state", ["T\nX", "TX,CA", "tx", "T\u202eX", "TEX"])
    def test_of_an_area(self, tmp_path: Path, state: str) -> None:
        path = write_csv(
            tmp_path / "MSA_M2025.csv",
            [wages(AREA="12420", AREA_TITLE="Austin", AREA_TYPE="4", PRIM_STATE=state)],
        )
        (problem,) = refused(tmp_path, path).problems
        assert (problem.line, problem.field) == (2, "PRIM_STATE")

    @pytest.mark.parametrize("different", [{"A_MEDIAN": "99999"}, {"AREA_TITLE": "Something Else, TX"}])
    def test_the_same_twice_with_something_different(self, tmp_path: Path, different: dict[str, str]) -> None:
        row = wages(AREA="12420", AREA_TITLE="Austin, TX", AREA_TYPE="4", PRIM_STATE="TX")
        path = write_csv(tmp_path / "MSA_M2025.csv", [row, row | different])
        (problem,) = refused(tmp_path, path).problems
        assert problem.line == 3
        assert "stands twice" in problem.message

    @pytest.mark.parametrize(
        ("row", "different"),
        [
            ({"GeoFIPS": "48000", "rpp_all": "97.1", "year": "2024"}, {"rpp_all": "98.1"}),
            (
                {"county": "48453", "name": "Travis", "state": "TX", "cbsa": "12420", "population": "1334961"},
                {"population": "1"},
            ),
            (
                {
                    "series_id": "CUUR0000SA0", "area_code": "0000", "area_name": "U.S. city average",
                    "year": "2025", "period": "M05", "value": "321.465",
                },
                {"value": "322"},
            ),
            ({"onet_soc": "43-4051.00", "title": "Agents", "job_zone": "2"}, {"job_zone": "3"}),
        ],
    )  # fmt: skip
    def test_a_row_of_a_small_table_twice_with_something_different(
        self, tmp_path: Path, row: dict[str, str], different: dict[str, str]
    ) -> None:
        path = write_csv(tmp_path / "table_2024.csv", [row, row])
        assert take(tmp_path / "sound", path).files[0].rows_taken == 2
        path = write_csv(tmp_path / "table_2024.csv", [row, row | different])
        (problem,) = refused(tmp_path, path).problems
        assert problem.line == 3
        assert "stands twice" in problem.message

    @pytest.mark.parametrize("falling", [{"A_PCT25": "99999"}, {"H_PCT10": "99.99"}])
    def test_a_percentile_below_a_lower_one(self, tmp_path: Path, falling: dict[str, str]) -> None:
        path = write_csv(tmp_path / "nat_M2025.csv", [wages() | falling])
        (problem,) = refused(tmp_path, path).problems
        assert problem.line == 2
        assert "a lower percentile is above a higher one" in problem.message

    def test_nothing_is_written_through_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "data").mkdir()
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "data" / "wages").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(UnwritableError, match="is a link"):
            take(tmp_path / "data", write_csv(tmp_path / "nat_M2025.csv", [wages()]))
        assert not list((tmp_path / "elsewhere").iterdir())

    def test_the_same_twice_does_no_harm(self, tmp_path: Path) -> None:
        row = wages(AREA="12420", AREA_TITLE="Austin, TX", AREA_TYPE="4", PRIM_STATE="TX")
        path = write_csv(tmp_path / "MSA_M2025.csv", [row, row])
        assert take(tmp_path / "data", path).files[0].rows_taken == 2


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("absurd_ZZ1048576_M2025.xlsx", 2, "beyond column ZZ"),
        ("absurd_row1e8_M2025.xlsx", 100_000_000, "beyond column ZZ"),
        ("absurd_row4e6_M2025.xlsx", 4_000_000, "beyond column ZZ"),
        ("absurd_singlequote_M2025.xlsx", 2, "beyond column ZZ"),
        ("area_state_nl_M2025.csv", 2, "two letters of a state"),
        ("badname_M2025.xlsx", None, "no whole workbook"),
        ("dup_wages_M2025.csv", 3, "stands twice"),
        ("level_5000_M2025.csv", 2, "no LEVEL"),
        ("naics_bidi_M2025.csv", 2, "no NAICS"),
        ("naics_comma_M2025.csv", 2, "no NAICS"),
    ],
)
def test_a_file_that_did_harm_once_is_refused_with_its_row(
    tmp_path: Path, name: str, line: int | None, said: str
) -> None:
    problem = refused(tmp_path, HOSTILE / name).problems[0]
    assert problem.line == line
    assert said in problem.message


class TestFiles:
    """What is no file at all, and several files at once."""

    @pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
    def test_a_folder_a_missing_file_and_a_pipe_are_refused_without_waiting(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.csv"
        os.mkfifo(pipe)
        for path, said in (
            (tmp_path, "is a folder, not a file"),
            (tmp_path / "a.xlsx", "No such"),
            (pipe, "not a regular"),
        ):
            assert said in refused(tmp_path, path).problems[0].message

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_a_locked_file_is_refused(self, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "national_M2025_dl.csv", [wages()])
        path.chmod(0)
        assert "can't be read" in refused(tmp_path, path).problems[0].message

    def test_the_problems_of_all_files_are_told_at_once(self, tmp_path: Path) -> None:
        rows = [wages(), wages(TOT_EMP="many"), wages(OCC_CODE="43-40"), wages(H_MEDIAN="x", AREA_TYPE="1")]
        paths = [
            write_csv(tmp_path / "a_M2025.csv", rows),
            write_csv(tmp_path / "b_M2024.csv", [wages(AREA_TYPE="9")]),
            tmp_path / "c.xlsx",
        ]
        with pytest.raises(InvalidDataError) as caught:
            take(tmp_path / "data", *paths)
        found = [(Path(each.file).name, each.line, each.field) for each in caught.value.problems]
        assert found == [
            ("a_M2025.csv", 3, "TOT_EMP"),
            ("a_M2025.csv", 4, "OCC_CODE"),
            ("a_M2025.csv", 5, "H_MEDIAN"),
            ("b_M2024.csv", 2, "AREA_TYPE"),
            ("c.xlsx", None, None),
        ]
        assert "3 files" in caught.value.message

    def test_of_one_file_at_most_twenty_problems_are_told(self, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "a_M2025.csv", [wages(TOT_EMP="many")] * 50)
        assert len(refused(tmp_path, path).problems) == 20

    def test_no_file_at_all_is_wrong_usage(self, tmp_path: Path) -> None:
        with pytest.raises(CareerError) as caught:
            take(tmp_path)
        assert caught.value.exit_code == ExitCode.USAGE

    def test_a_target_that_is_a_file_is_unwritable(self, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "national_M2025_dl.csv", [wages()])
        with pytest.raises(UnwritableError):
            take(path / "data", path)
