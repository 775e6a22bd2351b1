"""Rows some of which end the very process that reads them, for workers to be given: `end`, or all but slowly, `wait`."""

import os
import signal
import time
from collections.abc import Iterator
from datetime import date

from cscareer.bulk.work import ReadRows, RowReading, Rows
from cscareer.catalog.loading import Catalog
from cscareer.documents.title_rows import TitleRows
from cscareer.errors import Problem
from cscareer.titles.report import TitleLine


def make(_catalog: Catalog, _day: date) -> ReadRows:
    def read(rows: Rows) -> Iterator[str | Problem]:
        for each in TitleRows(rows.stream, rows.name, None, first=rows.first):
            if isinstance(each, Problem):
                yield each
                continue
            if each.title == "end":
                os.kill(os.getpid(), signal.SIGKILL)
            if each.title == "wait":
                time.sleep(0.02)
            yield f'{{"line":{each.line},"title":"{each.title}"}}\n'

    return read


ENDING = RowReading("words", make, TitleLine, columns=("title",), text_column="title")
