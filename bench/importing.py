"""What importing the largest wage workbook costs, against merely going through its rows with the same reader.

The workbook is made up: 400,000 rows of 32 columns as BLS writes them, from the rows of the 25 occupations in
`../shared/data`, or of our own `data/wages/` where those aren't at hand, repeated under other occupation codes.
Each program runs in a process of its own, three times in turns; the least time and the most memory count.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data" / "oews_may2025_areas.csv"
WAGES = ROOT / "data" / "wages"
ROWS = 400_000
OCCUPATIONS, OCCUPATION_ROWS = 830, 370_000
RUNS = 3
AT_MOST = 1.5

COLUMNS = [
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "NAICS_TITLE",
    "I_GROUP",
    "OWN_CODE",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "TOT_EMP",
    "EMP_PRSE",
    "JOBS_1000",
    "LOC_QUOTIENT",
    "PCT_TOTAL",
    "PCT_RPT",
    "H_MEAN",
    "A_MEAN",
    "MEAN_PRSE",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
    "HOURLY",
]
_NAMES = {
    "employment": "TOT_EMP", "employment_error": "EMP_PRSE", "mean_error": "MEAN_PRSE",
    **{f"{each}ly_{ours}": f"{'H' if each == 'hour' else 'A'}_{theirs}" for each in ("hour", "year") for ours, theirs in
       (("p10", "PCT10"), ("p25", "PCT25"), ("median", "MEDIAN"), ("p75", "PCT75"), ("p90", "PCT90"))},
}  # fmt: skip
_SAME = {"NAICS": "000000", "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry", "OWN_CODE": "1235"}
_TEXTS = {*COLUMNS[:11], "ANNUAL", "HOURLY"}
_ROW, _OCCUPATION = "\x01", "\x02"  # stand in a row's template for its number and its occupation

ITERATE = """
import sys
from python_calamine import CalamineWorkbook
for row in CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
"""
IMPORT = """
import sys
from pathlib import Path
from cscareer.pay.importing.intake import import_files
import_files([Path(sys.argv[1])], Path(sys.argv[2]))
"""


def source_rows() -> Iterator[dict[str, str]]:
    """Rows of wages by BLS's column names."""
    if SHARED.exists():
        with SHARED.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
        return
    with (WAGES / "areas.csv").open(encoding="utf-8", newline="") as file:
        areas = {row["id"]: row for row in csv.DictReader(file)}
    types = {"nation": "1", "state": "2", "territory": "3", "metro": "4", "nonmetro": "6"}
    for path in sorted(WAGES.glob("??-????.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                known = areas[row["area"]]
                yield {
                    "AREA": row["area"], "AREA_TITLE": known["name"], "AREA_TYPE": types[known["type"]],
                    "PRIM_STATE": known["state"][:2], "OCC_CODE": path.stem, "OCC_TITLE": path.stem,
                    **{theirs: "#" if row[ours].startswith(">=") else row[ours] for ours, theirs in _NAMES.items()},
                }  # fmt: skip


class Strings(dict[str, int]):
    """The shared strings of a workbook: text → its number."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


def write_workbook(path: Path, rows: int = ROWS) -> None:
    """Writes a workbook of all areas, as BLS would."""
    strings = Strings()
    templates = [(row["OCC_CODE"], _template(row, strings)) for row in source_rows()]
    head = _template({name: name for name in COLUMNS}, strings, texts=set(COLUMNS)).replace(_ROW, "1")
    codes = Strings()  # occupation and round → number
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>{head}'.encode())
            for number in range(rows):
                turn, index = divmod(number, len(templates))
                code, template = templates[index]
                occupation = codes[f"{code} {turn}"]
                said = strings[f"{11 + occupation // 900}-{1001 + occupation % 900}"]
                sheet.write(template.replace(_ROW, str(number + 2)).replace(_OCCUPATION, str(said)).encode())
            sheet.write(b"</sheetData></worksheet>")
        for name, text in _rest(strings).items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def _template(row: dict[str, str], strings: Strings, texts: set[str] = _TEXTS) -> str:
    cells = []
    for index, name in enumerate(COLUMNS):
        text = {**_SAME, "O_GROUP": "detailed", **row}.get(name, "")
        place = (chr(65 + index) if index < 26 else f"A{chr(39 + index)}") + _ROW  # noqa: PLR2004  letters
        if name == "OCC_CODE" and text != name:
            cells.append(f'<c r="{place}" t="s"><v>{_OCCUPATION}</v></c>')
        elif text and (name in texts or not text.replace(".", "").isdigit()):
            cells.append(f'<c r="{place}" s="1" t="s"><v>{strings[text]}</v></c>')
        else:
            cells.append(f'<c r="{place}" s="2"><v>{text}</v></c>' if text else f'<c r="{place}" s="4"/>')
    return f'<row r="{_ROW}" spans="1:32">{"".join(cells)}</row>'


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def _rest(strings: Strings) -> dict[str, str]:
    """The small parts every workbook has."""
    listed = "".join(f"<si><t>{text.replace('&', '&amp;')}</t></si>" for text in strings)
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="all" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{listed}</sst>',
    }


def many_occupations(folder: Path) -> None:
    """Writes a folder of data whose `wages/` has 830 occupations (370,000 rows), by repeating those we have."""
    target = folder / "wages"
    target.mkdir(parents=True)
    tables = {path.stem: path.read_text(encoding="utf-8") for path in sorted(WAGES.glob("??-????.csv"))}
    for path in WAGES.glob("[a-z]*.csv"):
        (target / path.name).write_bytes(path.read_bytes())
    written = 0
    for number in range(OCCUPATIONS):
        code = sorted(tables)[number % len(tables)]
        name = code if number < len(tables) else f"{11 + number // 90}-{9000 + number % 90}"
        share = (OCCUPATION_ROWS - written) // (OCCUPATIONS - number)
        header, *rows = tables[code].splitlines()
        kept = rows if number < len(tables) else rows[:share]
        (target / f"{name}.csv").write_text("\n".join([header, *kept, ""]), encoding="utf-8")
        written += len(kept)


def cost(code: str, *arguments: str) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of processor time, and the most memory in MB of a program."""
    most = (
        "max(resource.getrusage(each).ru_maxrss for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))"
    )
    measured = f"{code}\nimport resource; print({most})"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", measured, *arguments], capture_output=True, text=True, check=True
    )
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss: bytes there, kilobytes elsewhere
    return seconds, processor, int(done.stdout) // unit


def main() -> None:
    """Prints a row for each program."""
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "all_data_M_2025.xlsx"
        write_workbook(workbook)
        print(f"{ROWS:,} rows, {workbook.stat().st_size / 1e6:.0f} MB")
        runs: dict[str, list[tuple[float, float, int]]] = {"iterate": [], "import": []}
        for turn in range(RUNS):
            runs["iterate"].append(cost(ITERATE, str(workbook)))
            runs["import"].append(cost(IMPORT, str(workbook), str(Path(folder) / f"data{turn}")))
    print(f"{'program':<16}{'seconds':>9}{'processor':>11}{'ratio':>7}{'at most':>9}{'MB':>7}")
    base = min(processor for _, processor, _ in runs["iterate"])
    for name, measured in runs.items():
        seconds, processor, memory = (
            min(run[0] for run in measured),
            min(run[1] for run in measured),
            max(run[2] for run in measured),
        )
        limit = AT_MOST if name == "import" else ""
        print(f"{name:<16}{seconds:>9.1f}{processor:>11.1f}{processor / base:>7.2f}{limit:>9}{memory:>7}")


if __name__ == "__main__":
    main()
