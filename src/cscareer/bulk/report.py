"""The answer to what a bulk run did."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Model


class BulkInput(Model):
    """A file that was read: its lines (rows of Parquet), and how many were answered and are bad."""

    file: str
    lines: int
    answered: int
    bad: int


class BulkReport(Answer):
    """What a bulk run did.

    `lines` counts all lines read, empty ones too, `answered` the lines written, `left_out` those not wanted by their reason, and
    `bad` those set aside, each with its file and line in `bad_files`. `parts_before` were done by an earlier run; `seconds` and `answered_per_second` are of this one, null
    where nothing was left to do.
    """

    rows: ClassVar = "inputs"

    schema_: Literal["cscareer/bulk/1"] = Field("cscareer/bulk/1", alias="schema")
    kind: str
    folder: str
    version: str
    data: str
    lines: int
    answered: int
    bad: int
    left_out: Mapping[str, int] = {}
    bad_files: tuple[str, ...]
    parts: int
    parts_before: int
    workers: int
    seconds: float | None
    answered_per_second: float | None
    inputs: tuple[BulkInput, ...]
