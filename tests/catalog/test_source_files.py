"""The files that entries were written from by hand: which they are, and that they are still the same."""

import csv
import gzip
import hashlib
import io
import json

from conftest import Run, shared_file
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.releases import ReadFile

CATALOG = load_catalog(environment={})
FILES = tuple(CATALOG.source_files.values())


@each_row("file", FILES, ids=lambda each: each.file)
def test_each_file_is_the_one_that_entries_were_written_from(file: ReadFile) -> None:
    content = shared_file(f"data/{file.file}").read_bytes()
    assert hashlib.sha256(content).hexdigest() == file.sha256
    text = (gzip.decompress(content) if file.file.endswith(".gz") else content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == file.rows
    if "vintage" in rows[0]:
        assert sum(not row["vintage"].startswith(str(file.year)) for row in rows) == file.set_aside


def test_the_entries_are_as_many_as_the_rows_taken() -> None:
    taken = {file.id: file.rows - file.set_aside for file in FILES}
    assert taken["certifications"] == len(CATALOG.certificates)
    assert taken["state-minimum-wage"] == len(CATALOG.minimum_wages)
    assert taken["pay-transparency-laws"] == len(CATALOG.pay_laws)


def test_the_list_of_sources_shows_every_file_with_its_digest_and_day(run: Run) -> None:
    answer = json.loads(run("data", "sources", "--json").out)
    shown = {(source["id"], file["file"]): file for source in answer["sources"] for file in source["files"]}
    for file in FILES:
        for source in file.sources:
            row = shown[source, file.file]
            assert (row["sha256"], row["retrieved"]) == (file.sha256, file.retrieved)
    assert all(
        source["date"] or source["read"] or source["id"] == "cscareer-judgement"
        for source in answer["sources"]
    )
