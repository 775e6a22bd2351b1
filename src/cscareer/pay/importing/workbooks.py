"""Reading .xlsx workbooks; what is cut off, packed to harm, or calculated in place of published is refused."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cscareer.errors import MissingExtraError
from cscareer.pay.importing.rows import AGAIN, UNCHANGED, BadRowError

MOST_UNPACKED = 3_000_000_000  # bytes; the workbook of all areas and industries unpacks to about 700 MB
MOST_RATIO = 200  # unpacked to packed; a workbook of figures packs to a tenth
_CHUNK = 1 << 18
_LOCAL_HEADER = 30  # bytes, of the zip format's local file header before its two names
_MAYBE_FORMULA = re.compile(rb"f[ >/]")  # an f is rare in a sheet, which makes this the quickest look
_FORMULA = re.compile(rb"<f[ >/]")
_FAR_CELL = re.compile(rb'r="[A-Z]{3}')  # beyond column ZZ; the reader makes room for all between
_COUNT = re.compile(
    rb'uniqueCount="(\d{1,15})'
)  # of shared strings; the reader makes room for as many as it says
_SEAM = 8  # bytes; enough for either to lie across two chunks
_THRESHOLD = re.compile(r"#\s*=.*?\$\s*([\d,]+(?:\.\d+)?) per hour or \$\s*([\d,]+) per year")


@dataclass(frozen=True)
class Content:
    """The first sheet of a workbook, and the threshold its notes state for `#`."""

    rows: Iterator[list[Any]]
    height: int
    top_hourly: float | None
    top_yearly: float | None


def read(path: Path) -> Content:
    """Reads a workbook.

    Raises:
        BadRowError: it is no whole workbook, or one we don't take.
        MissingExtraError: python-calamine isn't installed.
        OSError: it can't be read.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise MissingExtraError.of("Reading workbooks", "import") from None
    _refuse_hostile(path)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            sheet = workbook.get_sheet_by_index(0)
            notes = (
                " ".join(map(str, row))
                for name in workbook.sheet_names[1:]
                for row in workbook.get_sheet_by_name(name).iter_rows()
            )
            found = next((match for note in notes if (match := _THRESHOLD.search(note))), None)
    except (CalamineError, ValueError) as error:
        raise BadRowError(f"this is no readable workbook: {error}", AGAIN) from None
    hourly, yearly = (float(each.replace(",", "")) for each in found.groups()) if found else (None, None)
    return Content(sheet.iter_rows(), sheet.height, hourly, yearly)


def _refuse_hostile(path: Path) -> None:
    """Unpacks every part once, whatever the directory of the archive claims, and looks for formulas in the sheets."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(path.stat().st_size, 5000):
                raise _bomb()
            for member in members:
                _look_through(file, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadRowError(f"this is no whole workbook: {error}", AGAIN) from None


def _bomb() -> BadRowError:
    return BadRowError("it unpacks to far more than a workbook of figures does", "Don't trust it.")


def _look_through(file: IO[bytes], member: zipfile.ZipInfo) -> None:
    size = 0
    checksum = 0
    tail = b""
    in_sheet = member.filename.startswith("xl/worksheets/")
    has_count = member.filename.endswith("sharedStrings.xml")
    for chunk in _unpacked(file, member):
        size += len(chunk)
        if size > member.file_size:
            raise _bomb()
        checksum = zlib.crc32(chunk, checksum)
        if has_count and any(int(count) > member.file_size for count in _COUNT.findall(chunk)):
            raise _bomb()
        if in_sheet:
            _refuse_cells(chunk)
            _refuse_cells(tail + chunk[:_SEAM])
            tail = chunk[-_SEAM:]
    if size != member.file_size or checksum != member.CRC:
        raise zipfile.BadZipFile(f"{member.filename} is damaged")


def _refuse_cells(part: bytes) -> None:
    if _MAYBE_FORMULA.search(part) and _FORMULA.search(part):
        raise BadRowError("it has formulas where figures belong", UNCHANGED)
    if _FAR_CELL.search(part):
        raise BadRowError("it has cells beyond column ZZ, where no table of ours reaches", UNCHANGED)


def _unpacked(file: IO[bytes], member: zipfile.ZipInfo) -> Iterator[bytes]:
    file.seek(member.header_offset)
    header = file.read(_LOCAL_HEADER)
    if not header.startswith(b"PK\x03\x04") or member.flag_bits & 1:
        raise zipfile.BadZipFile(f"{member.filename} is damaged or encrypted")
    file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    if member.compress_type == zipfile.ZIP_STORED:
        left = member.compress_size
        while chunk := file.read(min(_CHUNK, left)):
            left -= len(chunk)
            yield chunk
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(file, member.compress_size)
    else:
        raise zipfile.BadZipFile(f"{member.filename} is packed in a way workbooks aren't")


def _inflated(file: IO[bytes], left: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    packed = b""
    while not unpacker.eof:
        if not packed:
            packed = file.read(min(_CHUNK, left))
            left -= len(packed)
            if not packed:
                raise EOFError("it is cut off")
        yield unpacker.decompress(packed, 1 << 20)
        packed = unpacker.unconsumed_tail
