"""What an import did, file by file."""

from typing import ClassVar, Literal

from pydantic import Field

from cscareer.catalog.answer import Answer
from cscareer.catalog.models import Model

Kind = Literal[
    "wages",
    "prices",
    "places",
    "counties",
    "zips",
    "cpi",
    "cpi-areas",
    "projections",
    "onet-related",
    "onet-elements",
    "onet-zones",
    "onet-codes",
]


class SetAside(Model):
    """Rows that weren't taken, and why."""

    reason: str
    rows: int


class ImportedFile(Model):
    """A file that was read: what it is, and how many of its rows were taken and set aside."""

    file: str
    kind: Kind
    year: int
    rows_read: int
    rows_taken: int
    rows_set_aside: int
    set_aside: tuple[SetAside, ...]
    source: str
    sha256: str


class ImportReport(Answer):
    """What was read and where it was written; `occupations` and `areas` count what is there now."""

    rows: ClassVar = "files"

    schema_: Literal["cscareer/data-import/1"] = Field("cscareer/data-import/1", alias="schema")
    written_to: str
    occupations: int
    areas: int
    files: tuple[ImportedFile, ...]
