"""Names of firms, departments, credentials and jobs that hold the name of a skill, in a resume."""

import re
from collections.abc import Iterator

from cscareer.catalog.word_models import TextKind
from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_PERIOD = re.compile(
    r"\b(?:19|20)[0-9]{2}\b[^\n]{0,16}?(?:-|–|—|\bto\b|\btill\b|\buntil\b|\bthrough\b) ?(?:the )?[^\n0-9]{0,12}"
    r"(?:(?:19|20)?[0-9]{2}\b|present|current|now\b|today|date\b)"
)
_LIST_SIGN = re.compile(r"\s*[-*•·+–▪●○◦■➢➤✓✔]")
_LONGEST_JOB_LINE = 160  # characters
_MOST_WORDS = 20
_MOST_NAMES = 9  # words
_DATES_BELOW = 2  # lines
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_NAME = 6  # words before and after a skill's name that a firm's name may have
_TIES = frozenset({" ", " & ", "-", "'", "/", " - "})


def named_in_proper_name(block: Block, book: Rulebook, first: int, last: int) -> bool:
    """Whether a skill's name is part of a firm's, a school's or a department's: "Saigon Coaching Center Café"."""
    if book.kind is not TextKind.RESUME:
        return False
    if first == last and block.words[first] == "crm" and _is_credential(block, book, first):
        return True
    if not block.is_capital(first):
        return False
    words, end = block.words, last
    while end < last + _LONGEST_NAME and end + 1 < len(words) and _is_tied(block, end):
        end += 1
    company = book.lists["company-word"]
    if end > last and words[end] in company:
        return True
    return (
        end + 1 < len(words)
        and block.gap(end).strip() == ","
        and words[end + 1] in {"inc", "llc", "ltd", "llp"}
    )


def named_in_job_line(block: Block, book: Rulebook, first: int, last: int) -> bool:
    """Whether a skill's name stands in a line of a job, its employer and its dates, or in the job's title.

    What such a job takes is for the reading of titles to say.
    """
    if book.kind is not TextKind.RESUME:
        return False
    after = last + 1
    if (
        block.is_capital(first)
        and after < len(block.words)
        and block.gap(last) == " "
        and block.is_capital(after)
        and block.words[after] in book.lists["title-word"]
    ):
        return True
    line = block.line_at(block.starts[first])
    return _is_job_line(block, line) or any(
        _is_name_line(block.legible[line].text) and _is_job_line(block, below)
        for below in _lines_below(block, line)
    )


def _is_job_line(block: Block, line: int) -> bool:
    text = block.legible[line].text
    return (
        len(text) <= _LONGEST_JOB_LINE
        and any(sign.isdigit() for sign in text)
        and _LIST_SIGN.match(text) is None
        and not text.rstrip().endswith(".")
        and len(text.split()) <= _MOST_WORDS
        and _PERIOD.search(text.lower()) is not None
    )


def _lines_below(block: Block, line: int) -> Iterator[int]:
    """The lines below a line, up to an empty one, in which the dates of a job may stand that it names."""
    for below in range(line + 1, min(line + 1 + _DATES_BELOW, len(block.lines))):
        if not block.legible[below].text.strip():
            return
        yield below


def _is_name_line(text: str) -> bool:
    """Whether a line is all names, such as an employer's and a city's."""
    return (
        len(text.split()) <= _MOST_NAMES
        and _LIST_SIGN.match(text) is None
        and not text.rstrip().endswith((".", ":"))
        and all(word[0].isupper() for word in _LONG_WORD.findall(text))
    )


def _is_tied(block: Block, index: int) -> bool:
    return (block.gap(index) in _TIES and block.is_capital(index + 1)) or (
        block.gap(index) == " "
        and block.words[index + 1] == "and"
        and block.text[block.starts[index + 1]] == "&"
    )


def _is_credential(block: Block, book: Rulebook, index: int) -> bool:
    """Whether "CRM" stands among insurers' designations: "CIC, CRM"."""
    beside = [
        block.words[at] for at in range(max(0, index - 2), min(len(block.words), index + 4)) if at != index
    ]
    return not book.lists["credential"].isdisjoint(beside)
