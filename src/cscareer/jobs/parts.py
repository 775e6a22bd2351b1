"""The lines of an ad as words, each with the part it stands in, made once for all that is looked for in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.posting_models import Phrased
from cscareer.catalog.word_models import Part, TextKind
from cscareer.jobs.ad import Ad
from cscareer.jobs.ad_words import Words, sentence_of, words_of
from cscareer.jobs.phrases import Hit, Row, RowPhrases
from cscareer.skills.ads import Preferred, is_heading

LONGEST_QUOTE = 180
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_BROKEN_FROM, _BROKEN_TO = 40, 200  # characters of a line that was broken to keep within a width
_SIGNS = " *_#:>-<•·~|"


class AdLine(NamedTuple):
    """A line of an ad; `heading` is the last one above it, in small letters."""

    number: int
    text: str
    words: Words
    heading: str
    employers: bool


class FoundWords(NamedTuple):
    """Where a row's words stand: the line, the sentence around them, and as much of that as makes a quote."""

    line: AdLine
    quote: str
    sentence: str
    begins: int


class AdParts:
    """An ad's lines, and what of them is only preferred."""

    def __init__(self, catalog: Catalog, ad: Ad) -> None:
        self.ad = ad
        self.preferred = Preferred(ad.lines, catalog)
        self.lines = tuple(_lines(ad, catalog.once(_Headings)))
        book = catalog.once(_AllPhrases)
        self._hits = [(hit, line) for line in self.lines for hit in book.found(line.text)]
        for cut, line in _broken_lines(self.lines):
            self._hits += [(hit, line) for hit in book.found(line.text) if hit.start < cut < hit.end]

    def find(self, kind: type[Row]) -> Iterator[tuple[Hit[Row], FoundWords]]:
        """Each row of a kind whose words stand in a line, with the sentence they stand in."""
        for hit, line in self._hits:
            if isinstance(hit.row, kind):
                yield Hit(hit.row, hit.start, hit.end), quoted(line, hit)


class _AllPhrases(RowPhrases[Phrased]):
    """The phrases of all kinds, so that an ad is gone through once."""

    def __init__(self, catalog: Catalog) -> None:
        rows = (catalog.posting_gates, catalog.posting_facts, catalog.watch_marks, catalog.other_work)
        super().__init__([row for each in rows for row in each.values()])


class _Headings:
    """The headings of the employer's part of an ad."""

    def __init__(self, catalog: Catalog) -> None:
        headings = [each for each in catalog.part_headings.values() if TextKind.AD in each.texts]
        self.parts = {name: each.part for each in headings for name in each.headings}


def _lines(ad: Ad, headings: _Headings) -> Iterator[AdLine]:
    above, employers = "", False
    for line in ad.said:
        words = words_of(line.text)
        if is_heading(line.text):
            name = " ".join(word for word in words.words if word.isalnum())
            above = line.text.strip(_SIGNS).lower()
            name = name.strip()
            if name in headings.parts:
                employers = headings.parts[name] is Part.EMPLOYER
            elif (
                line.text.rstrip().endswith(":")
                or line.text.isupper()
                or line.text.lstrip().startswith(("#", "**"))
            ):
                employers = False
        yield AdLine(line.number, line.text, words, above, employers)


def _broken_lines(lines: Sequence[AdLine]) -> Iterator[tuple[int, AdLine]]:
    """Lines that were broken to keep within a width, each with the next one, and where that begins."""
    for line, below in pairwise(lines):
        goes_on = below.text[:1].islower() and not line.text.rstrip().endswith(_SENTENCE_ENDS)
        if goes_on and below.number == line.number + 1 and _BROKEN_FROM <= len(line.text) <= _BROKEN_TO:
            whole = f"{line.text} {below.text[:_BROKEN_TO]}"
            yield len(line.text), line._replace(text=whole, words=words_of(whole))


def quoted(line: AdLine, hit: Hit[Row]) -> FoundWords:
    """The sentence around a hit, at most so long."""
    words = line.words
    index = _word_at(words.starts, hit.start)
    first, last = sentence_of(words, index)
    begins, end = words.starts[first], words.ends[last - 1] if last > first else hit.end
    sentence = line.text[begins : max(end, hit.end)]
    start = max(begins, _word_from(words.starts, hit.start - LONGEST_QUOTE // 3))
    end = min(max(end, hit.end), start + LONGEST_QUOTE)
    if line.text[end : end + 1] in {".", "!", "?", ")", "%", "+"}:
        end += 1
    return FoundWords(line, line.text[start:end].strip(" ,;:*#–—-"), sentence, begins)


def sentence_around(line: AdLine, quote: str) -> str:
    """The sentence that a quote stands in, at most so long; the quote itself where it stands nowhere."""
    start = line.text.find(quote)
    if start < 0 or not line.words.words:
        return quote
    words = line.words
    first, _ = sentence_of(words, _word_at(words.starts, start))
    _, last = sentence_of(words, _word_at(words.starts, start + len(quote) - 1))
    begin = max(words.starts[first], min(start, _word_from(words.starts, start - LONGEST_QUOTE // 2)))
    end = min(words.ends[last - 1] if last else len(line.text), begin + LONGEST_QUOTE)
    return line.text[begin : max(end, start + len(quote))].strip(" ,;:*#–—-•")


def _word_from(starts: Sequence[int], place: int) -> int:
    """Where the first word begins that doesn't begin before a place."""
    index = bisect_left(starts, place)
    return starts[index] if index < len(starts) else place


def _word_at(starts: Sequence[int], place: int) -> int:
    return max(bisect_right(starts, place) - 1, 0)
