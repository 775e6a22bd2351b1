"""Which words of an ad ask for what is only welcome: by their sentence, the part of it they stand in, and the heading above."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from cscareer.catalog.loading import Catalog
from cscareer.catalog.word_models import TextKind
from cscareer.skills.evidence import LIST_SIGNS, Evidence, How
from cscareer.skills.finding_text import TextLine
from cscareer.skills.not_asked import OthersWords

_WORDS = re.compile(r"[^\W_]+")
_GAP = r"[\W_]{1,3}"
_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.;!?](?=\s|$)|[•·➢]")
_GLUED = re.compile(r"[.;!?](?=[A-Z])|(?<=[a-z)])(?=[A-Z][a-z])|(?<=\S)- (?=[A-Z])|\s[~|]\s")
_LONG = 150  # letters of a line; a longer one may have lost its line breaks: "skillsProficient in"
_ITEM = re.compile(rf"\s*(?:[{LIST_SIGNS}]\s|\d{{1,2}}[.)]\s)")
_SIGNS = " *_#:>-<"
_HEADING = 60  # characters at most
_HEADING_WORDS = 8
_PARTS = re.compile(r"[,:]\s|\s[-–—]{1,3}\s|\s\(|\bbut\s")
_GOES_ON = ("or ", "and ", "& ")
_FEWEST = 2  # words of a part that asks for something of its own
_SHORT_ASIDE = 3  # words in brackets, "(strongly preferred)", that speak of all before them


def is_heading(text: str) -> bool:
    """Whether a line of an ad is short and set off like a heading."""
    stripped = text.strip(_SIGNS)
    return (
        0 < len(stripped) <= _HEADING
        and len(stripped.split()) <= _HEADING_WORDS
        and (not text.rstrip().endswith((".", ",", ";")) or text.rstrip().endswith("..."))
        and not (_ITEM.match(text) and not text.rstrip().endswith(":"))
    )


def _is_set_off(text: str, above: str) -> bool:
    """Whether a short line is a heading and no item of the list above: by its signs, an empty line or another kind of line above it."""
    return _has_signs(text) or not above.strip() or (_ITEM.match(above) is not None and not _ITEM.match(text))


def _has_signs(text: str) -> bool:
    """Whether a line is written as a heading."""
    bare = text.strip()
    return bare.startswith(("#", "**", "__")) or bare.endswith((":", "**", "...", "…")) or bare.isupper()


class PreferredWords:
    """The words that say "welcome, not required", made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        lists = catalog.word_lists
        self.phrases = tuple(f" {phrase} " for phrase in lists["preferred"].words)
        self.telling = frozenset(max(phrase.split(), key=len) for phrase in lists["preferred"].words)
        self.headings = frozenset(lists["preferred-heading"].words)
        self.parts = frozenset(
            name
            for each in catalog.part_headings.values()
            if TextKind.AD in each.texts
            for name in each.headings
        )
        self.said = _any_of(lists["preferred"].words)
        self.ahead = frozenset(lists["preferred-ahead"].words)
        self.asking = re.compile(rf"(?<!not )(?:{_any_of(lists['required'].words).pattern})")
        self.of_subjects = re.compile(
            rf"{_any_of(lists['studied-in'].words).pattern}[^,]{{0,60}},\s?[^,]{{0,60}}$"
        )
        self.others = _any_of(lists["others-do-it"].words)
        self.opening = re.compile(
            rf"\W*{_any_of([*self.headings, *lists['preferred'].words]).pattern}\s?[:–—-]\s"
        )
        self.paid = _any_of(lists["preferred-paid"].words)


def _plain(said: str) -> str:
    """Words in small letters, hyphens as blanks: "second language" stands in "Second-language differential"."""
    return said.casefold().replace("-", " ")


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    said = "|".join(_GAP.join(each.split()) for each in longest_first)
    return re.compile(rf"\b(?:{said})\b")


class Preferred:
    """Which words of an ad stand in a sentence, in a part of one, or under a heading that says "preferred"."""

    def __init__(self, lines: Sequence[TextLine], catalog: Catalog) -> None:
        self._words = catalog.once(PreferredWords)
        self._lines = {line.number: line.text for line in lines}
        self._under: set[int] = set()
        self._stops: dict[int, list[int]] = {}
        self._said: dict[str, bool] = {}
        self._others: dict[str, bool] = {}
        self._of_others = catalog.once(OthersWords)
        self._head = self._of_others.head(line.text for line in lines)
        self._last: tuple[Evidence | None, tuple[str, int]] = None, ("", 0)
        under, above = False, ""
        for line in lines:
            if is_heading(line.text):
                name = " ".join(_WORDS.findall(line.text.lower()))
                if name in self._words.headings or (self._says(line.text) and self._heads(line.text)):
                    under = True
                elif name in self._words.parts or _is_set_off(line.text, above):
                    under = False
            if under:
                self._under.add(line.number)
            above = line.text

    def is_others(self, evidence: Evidence) -> bool:
        """Whether these words stand in a sentence that says that others do it: "Schedules belong to the planners"."""
        sentence, _ = self._sentence(evidence)
        if (known := self._others.get(sentence)) is None:
            known = self._others[sentence] = self._words.others.search(
                sentence.lower()
            ) is not None or self._of_others.tell(sentence, self._head)
        return known

    def is_paid_for(self, evidence: Evidence) -> bool:
        """Whether these words stand in a sentence that only pays for what it speaks of."""
        return self._of_others.pays(self._sentence(evidence)[0])

    def holds(self, evidence: Evidence) -> bool:
        """Whether these words are in what is only preferred; where in its sentence a name stands is known, and a deed is all of it."""
        if evidence.line in self._under:
            return True
        sentence, start = self._sentence(evidence)
        if evidence.how is How.NAMED and _plain(evidence.alias) in _plain(evidence.quote):
            return self._applies(sentence, start, alone=False)
        return self._says_anywhere(sentence)

    def _sentence(self, evidence: Evidence) -> tuple[str, int]:
        """The sentence that words stand in, and where in it the name begins; those asked for last are kept."""
        if evidence is self._last[0]:
            return self._last[1]
        found = self._sentence_of(evidence)
        self._last = evidence, found
        return found

    def _sentence_of(self, evidence: Evidence) -> tuple[str, int]:
        text = self._lines[evidence.line]
        named = evidence.how is How.NAMED  # the alias of a deed is no words of a text
        within = _plain(evidence.quote).find(_plain(evidence.alias)) if named else 0
        start = max(text.find(evidence.quote), 0) + max(within, 0)
        stops = self._stops_of(evidence.line)
        before, after = bisect_right(stops, start), bisect_left(stops, start + 1)
        opens = stops[before - 1] if before else 0
        closes = stops[after] if after < len(stops) else len(text)
        return text[opens:closes], start - opens

    def asks(self, line: int, sentence: str, at: int = 0) -> bool:
        """Whether what stands at that place of a sentence of the line with that number is only preferred."""
        return line in self._under or self.says(sentence, at)

    def says(self, sentence: str, at: int) -> bool:
        """The same by the sentence alone, whatever heading stands above: under "Extras" some list what they give."""
        return self._applies(sentence, at, alone=True)

    def _heads(self, text: str) -> bool:
        """Whether a short line that says "preferred" is a heading, and no item that ends so: "Excel a plus"."""
        if _has_signs(text):
            return True
        low = text.lower().strip(_SIGNS)
        ends = any(said.end() == len(low) and said.start() > 0 for said in self._words.said.finditer(low))
        return not ends and "," not in low.rstrip(",") and not any(map(str.isdigit, low))

    def _stops_of(self, line: int) -> list[int]:
        """Where the sentences of a line end, those that lost their break too."""
        stops = self._stops.get(line)
        if stops is None:
            text = self._lines[line]
            ends = {stop.end() for stop in _STOP.finditer(text)}
            if len(text) > _LONG:
                ends.update(stop.end() for stop in _GLUED.finditer(text))
            stops = self._stops[line] = sorted(ends)
            if ";" in text and len(stops) > 1:
                self._stops[line] = stops = list(self._ends_of_lists(text, stops))
        return stops

    def _ends_of_lists(self, text: str, stops: Sequence[int]) -> Iterator[int]:
        """The stops, but none within a list of what is welcome: "Bonus points: Excel; Spanish."."""
        low, opens = text.lower(), 0
        for stop in stops:
            if text[stop - 1] == ";" and self._words.opening.match(low, opens):
                continue
            yield stop
            opens = stop

    def _says(self, text: str) -> bool:
        if (known := self._said.get(text)) is None:
            words = _WORDS.findall(text.lower())
            joined = f" {' '.join(words)} "
            known = self._said[text] = not self._words.telling.isdisjoint(words) and any(
                phrase in joined for phrase in self._words.phrases
            )
        return known

    def _says_anywhere(self, text: str) -> bool:
        low = text.lower()
        return self._says(text) or self._words.opening.match(low) is not None or self._is_paid_for(low)

    def _is_paid_for(self, low: str) -> bool:
        """Whether a sentence pays more for what it speaks of, and doesn't ask for it."""
        return (
            ("$" in low or "%" in low or "cents" in low)
            and self._words.paid.search(low) is not None
            and self._words.asking.search(low) is None
        )

    def _applies(self, text: str, at: int, *, alone: bool) -> bool:
        """Whether a sentence says "preferred" of what stands there; `alone` where a part of it asks for something by itself."""
        low = text.lower()
        if (opening := self._words.opening.match(low)) is not None and at >= opening.end():
            return True
        if self._is_paid_for(low):
            return True
        if not self._says(text):
            return False
        return any(self._speaks_of(low, said, at, alone=alone) for said in self._words.said.finditer(low))

    def _speaks_of(self, low: str, said: re.Match[str], at: int, *, alone: bool) -> bool:
        start, end = said.span()
        opens, closes = _brackets(low, start, end)
        if closes and not opens < at < closes and len(low[opens + 1 : closes].split()) > _SHORT_ASIDE:
            return False
        rest = low[end:].strip(" .!)")
        if " ".join(_WORDS.findall(said[0])) in self._words.ahead and rest:
            return at >= start or len(_WORDS.findall(low[:start])) < _FEWEST
        if at >= end:
            return self._words.asking.search(low, end) is None
        begins = _part(low, start, 1 if self._words.asking.search(low, 0, start) else _FEWEST)
        if at >= begins or low[begins:start].lstrip().startswith(_GOES_ON):
            return True
        if alone:
            return self._words.of_subjects.search(low[:start]) is not None and not self._words.asking.search(
                low, 0, begins
            )
        return self._words.asking.search(low, 0, begins) is None


def _brackets(low: str, start: int, end: int) -> tuple[int, int]:
    """Where the brackets around a place open and close; nought where there are none."""
    opens, closes = low.rfind("(", 0, start), low.find(")", end)
    if opens < 0 or low.find(")", opens, start) >= 0:
        return 0, 0
    return opens, closes if closes >= 0 else len(low)


def _part(low: str, start: int, fewest: int) -> int:
    """Where the part of a sentence begins that ends in "preferred", and asks for something of its own."""
    begins = 0
    for each in _PARTS.finditer(low, 0, start):
        if len(low[each.end() : start].split()) >= fewest:
            begins = each.end()
    return begins
