"""Places that an ad names without their state, and the one state that it asks people to live in."""

import re
from collections.abc import Callable, Iterator, Mapping

from cscareer.catalog.posting_models import PostingList
from cscareer.jobs.ad import Ad
from cscareer.jobs.word_lists import any_of
from cscareer.pay.location import Location

_WORD = r"[A-Z][^\W\d_](?:[^\W\d_]|[.'’-])*"
_CITY = rf"{_WORD}(?: {_WORD}){{0,2}}"
_OWNED = re.compile(r"['’]s\b")
_MORE = re.compile(rf"(?:, | and | or |, and |, or )({_CITY})(?=[.,!;:)]|\s(?:and|or)\s[A-Z]|$)")
_ZIP = re.compile(r"\b(?:zip(?: code)?:? |locations?: (?:[A-Z][a-z]+ ){0,3})(\d{5})\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[|•·~,;()]\s*|\s[-–—]{1,3}\s")
_BEFORE = 60  # letters before a place that may say that it is none of the job's
_HEAD = 6  # lines
_LONGEST = 4  # words of a part of the head that may be a place
_LETTERS = 2000  # of a line that is looked through


class BareReader:
    """Finds places by their bare names, only those after which an area of wages is called; what else is found is too unsure."""

    def __init__(
        self,
        find: Callable[[str], Location | None],
        states: Mapping[str, str],
        lists: Mapping[str, PostingList],
    ) -> None:
        self._find = find
        self._not = frozenset(lists["places-not"].words)
        self._elsewhere = re.compile(any_of(lists["places-elsewhere"].words), re.IGNORECASE)
        self._denied = re.compile(rf"{any_of(lists['places-denied'].words)}|n['’]t\b", re.IGNORECASE)
        adjectives, around, sites, ends = (
            any_of(lists[each].words)
            for each in ("town-adjectives", "town-surroundings", "town-sites", "town-endings")
        )
        self._in = re.compile(
            rf"[\w.&'’-] in (?:{adjectives} )?({_CITY})(?=[.,!;:)]|['’]s\b|\s[-–—]|\s(?:and|or)\s[A-Z]|$)"
        )
        self._site = re.compile(rf"\b(?:our|the|in|at|of) (?:{adjectives} )?({_CITY})(?:['’]s)? {sites}")
        self._around = re.compile(rf"{around} ({_CITY})")
        self._area = re.compile(rf"({_CITY})(?: {ends})?")
        names = "|".join(sorted((re.escape(name) for name in states.values()), key=len, reverse=True))
        codes = "|".join(states)
        leads = any_of(lists["places-one-state"].words)
        self._codes = {name: code for code, name in states.items()}
        self._of_state = re.compile(rf"\b(?:{names}|{codes})\b")
        self._one = re.compile(
            rf"(?i:{leads})\s?[:(–—-]?\s?(?:(?i:the )?(?i:state of ))?({names}|{codes})(?![\w-])(?!\s(?i:customers|members|clients))|\b({names})(?i: residents?)?(?i: only)\b|\b({names}) residents\b(?= (?i:may|can|are|welcome|preferred))"
        )

    def is_elsewhere(self, text: str, start: int) -> bool:
        """Whether the words before a place of a text say that it is none of the job's: "headquartered in"."""
        before = text[max(0, start - _BEFORE) : start]
        return bool(before) and self._elsewhere.search(before[before.rfind(". ") + 1 :]) is not None

    def cities(self, ad: Ad) -> list[Location]:
        """The towns that an ad names without a state, those of its first line that names any."""
        for place, line in enumerate(ad.said):
            found = list(self._in_line(line.text[:_LETTERS], head=place < _HEAD))
            if found:
                return found
        return []

    def _in_line(self, text: str, *, head: bool) -> Iterator[Location]:
        if match := _ZIP.search(text):
            yield from self._known(match[1])
            return
        found = False
        for pattern in (self._in, self._site, self._around):
            for match in pattern.finditer(text):
                if pattern is not self._site and self.is_elsewhere(text, match.start(1)):
                    continue
                for place in self._known(match[1]):
                    found = True
                    yield place
                    yield from self._more(text, match.end(1))
            if found:
                return
        if head and not found:
            for part in _SPLIT.split(text):
                match = self._area.fullmatch(part.strip())
                if match and len(part.split()) <= _LONGEST:
                    yield from self._known(match[1])

    def _more(self, text: str, at: int) -> Iterator[Location]:
        """Towns that are listed behind one: ", Tulsa and Jacksonville"."""
        while match := _MORE.match(text, at):
            yield from self._known(match[1])
            at = match.end()

    def _known(self, said: str) -> Iterator[Location]:
        name = _OWNED.split(said)[0]
        if name in self._not or name in self._codes or (place := self._find(name)) is None:
            return
        town = place.name.rpartition(",")[0] or place.name
        if place.kind in {"zip", "metro"} or (place.area_type == "metro" and town in (place.area.name or "")):
            yield place

    def state(self, ad: Ad) -> Location | None:
        """The one state that an ad asks people to live or work in."""
        for line in ad.said:
            if not self._of_state.search(line.text[:_LETTERS]):
                continue
            for match in self._one.finditer(line.text[:_LETTERS]):
                said = match[1] or match[2] or match[3] or match[4]
                if not self.is_denied(line.text, match.start()):
                    return self._find(self._codes.get(said, said))
        return None

    def is_denied(self, text: str, start: int) -> bool:
        """Whether what stands at a place of a text is denied in its own sentence: "we cannot hire in"."""
        before = re.split(r"[.!?;]\s", text[max(0, start - _BEFORE) : start])[-1]
        return self._denied.search(before) is not None
