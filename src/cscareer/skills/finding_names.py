"""Names of firms, departments, credentials and jobs that hold the name of a skill, in a resume."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_LIST_SIGN = re.compile(r"\s*[-*•·+–▪●○◦■➢➤✓✔]")
_LONGEST_JOB_LINE = 160  # characters
_MOST_WORDS = 20
_MOST_NAMES = 9  # words
_DATES_BELOW = 2  # lines
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BROUGHT = 5  # words from what is brought to where
_LONGEST_NAME = 6  # words before and after a skill's name that a firm's name may have
_AROUND = " \t:#*-"
_TIES = frozenset({" ", "-", "'", "/", " - "})
_QUOTES = frozenset('"\u201c\u201d')
_LONG = 4  # letters of a word that is written with a capital in a title


@cache
def job_period(joined: frozenset[str], goes_on: frozenset[str]) -> re.Pattern[str]:
    """Two years that a job lasted from and to, in small letters: "2019 to 2021", "2019 – present".

    What stands beside each is bounded, so that a long line takes no long time.
    """
    between, last = ("|".join(sorted(map(re.escape, words))) or "(?!)" for words in (joined, goes_on))
    return re.compile(
        rf"\b(?:19|20)[0-9]{{2}}\b[^\n]{{0,16}}?(?:-|–|—|\b(?:{between})\b) ?(?:the )?[^\n0-9]{{0,12}}"
        rf"(?:(?:19|20)?[0-9]{{2}}\b|(?:{last})\b)"
    )


class ProperNames:
    """The names of firms, departments and jobs in a text."""

    def __init__(self, block: Block, book: Rulebook, headings: Iterable[tuple[int, int]] = ()) -> None:
        self._block = block
        # Lines that are nothing but a heading, given by their first and last words.
        self._headings = {
            line
            for first, last in headings
            if block.text[block.starts[first] : block.ends[last]]
            == block.legible[line := block.line_at(block.starts[first])].text.strip(_AROUND)
        }
        self._lists = book.lists
        self._period = job_period(book.words("span-joined"), book.words("span-goes-on"))
        self._job_lines: dict[int, bool] = {}

    def holds(self, first: int, last: int) -> bool:
        """Whether a skill's name is part of a firm's, a school's or a department's: "Saigon Coaching Center Café"."""
        block, words = self._block, self._block.words
        if first == last and words[first] == "crm" and self._is_credential(first):
            return True
        if not block.is_capital(first):
            return False
        if self._is_called_so(first, last) or self._is_delivered_to(first, last):
            return True
        end = last
        while end < last + _LONGEST_NAME and end + 1 < len(words) and self._is_tied(end):
            end += 1
        if end > last and words[end] in self._lists["company-word"]:
            return True
        return (
            end + 1 < len(words)
            and words[end + 1] in self._lists["legal-form"]
            and block.gap(end).strip() == ","
        )

    def _is_called_so(self, first: int, last: int) -> bool:
        """Whether a place or a firm where somebody is has the name as part of its own: "at Tableau Flowers"."""
        block, words = self._block, self._block.words
        before = first - 1
        while before > max(0, first - _LONGEST_NAME) and block.gap(before) == " " and block.is_name(before):
            before -= 1
        if before < first - 1 and words[before] == "at" and block.gap(before) == " ":
            return True  # "at Summit Data Analytics"
        before = first - 1
        if before > 0 and words[before] == "the":
            before -= 1
        return (
            before >= 0
            and words[before] in self._lists["where-one-is"]
            and last + 1 < len(words)
            and block.gap(last) == " "
            and block.is_name(first)
            and block.is_name(last + 1)
        )

    def _is_delivered_to(self, first: int, last: int) -> bool:
        """Whether a department called by the name is where something was brought or done: "delivered lunch to Quality Assurance"."""
        block, words = self._block, self._block.words
        before = first - 1
        least = max(0, before - _LONGEST_NAME)
        while before > least and block.is_capital(before) and block.gap(before) in _TIES:
            before -= 1
        return (
            first < last
            and all(map(block.is_name, range(first, last + 1)))
            and before > 0
            and words[before] in self._lists["brought-to"]
            and not self._lists["bringing"].isdisjoint(words[max(0, before - _BROUGHT) : before])
            and all(not block.stops(at) for at in range(max(0, before - 1), first))
        )

    def is_of_title(self, first: int, last: int) -> bool:
        """Whether a name is part of a title in quotation marks that isn't the person's: an award's, a book's, a club's."""
        block, words = self._block, self._block.words
        begin, end = first, last
        while begin > first - _LONGEST_NAME and begin > 0 and not _QUOTES.intersection(block.gap(begin - 1)):
            if block.gap(begin - 1) != " ":
                return False
            begin -= 1
        if begin == 0 or not _QUOTES.intersection(block.gap(begin - 1)):
            return False
        while end + 1 < len(words) and end < last + _LONGEST_NAME and block.gap(end) == " ":
            end += 1
        if end - begin == last - first or not (end + 1 == len(words) or _QUOTES.intersection(block.gap(end))):
            return False
        long_words = (at for at in range(begin, end + 1) if len(words[at]) >= _LONG)
        return all(map(block.is_capital, long_words)) and self._lists["teaching"].isdisjoint(
            words[max(0, begin - _LONGEST_NAME) : begin]
        )

    def is_of_job(self, first: int, last: int) -> bool:
        """Whether a skill's name stands in a line of a job, its employer and its dates, or in the job's title.

        What such a job takes is for the reading of titles to say.
        """
        block, after = self._block, last + 1
        if (
            after < len(block.words)
            and block.words[after] in self._lists["title-word"]
            and block.gap(last) == " "
            and block.is_capital(first)
            and block.is_capital(after)
        ):
            return True
        line = block.line_at(block.starts[first])
        known = self._job_lines.get(line)
        if known is None:
            known = self._job_lines[line] = self._names_job(line)
        return known

    def _names_job(self, line: int) -> bool:
        lines = self._block.legible
        return self._is_job_line(lines[line].text) or (
            _is_name_line(lines[line].text)
            and any(self._is_job_line(lines[below].text) for below in self._lines_below(line))
        )

    def _is_job_line(self, text: str) -> bool:
        return (
            len(text) <= _LONGEST_JOB_LINE
            and ("19" in text or "20" in text)
            and _LIST_SIGN.match(text) is None
            and not text.rstrip().endswith(".")
            and len(text.split()) <= _MOST_WORDS
            and self._period.search(text.lower()) is not None
        )

    def _lines_below(self, line: int) -> Iterator[int]:
        """The lines below a line, up to an empty one or a heading, in which the dates of a job may stand that it names."""
        for below in range(line + 1, min(line + 1 + _DATES_BELOW, len(self._block.lines))):
            if below in self._headings or not self._block.legible[below].text.strip():
                return
            yield below

    def _is_tied(self, index: int) -> bool:
        """Whether a word and the next belong to one name."""
        block, gap = self._block, self._block.gap(index)
        if gap not in _TIES:
            return False
        following = block.starts[index + 1]
        return block.is_capital(index + 1) or block.text[following] == "&"

    def _is_credential(self, index: int) -> bool:
        """Whether "CRM" stands among insurers' designations: "CIC, CRM"."""
        words = self._block.words
        beside = [words[at] for at in range(max(0, index - 2), min(len(words), index + 4)) if at != index]
        return not self._lists["credential"].isdisjoint(beside)


def _is_name_line(text: str) -> bool:
    """Whether a line is all names, such as an employer's and a city's."""
    return (
        len(text.split()) <= _MOST_NAMES
        and _LIST_SIGN.match(text) is None
        and not text.rstrip().endswith((".", ":"))
        and all(word[0].isupper() for word in _LONG_WORD.findall(text))
    )
