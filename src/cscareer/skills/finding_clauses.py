"""Of whom the clause tells that holds a skill's name: of the person, of somebody else, or of the thing itself."""

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from cscareer.catalog.word_models import Effect
from cscareer.skills.finding_owners import is_by_them, is_owned_behind, is_subject, is_tied
from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_BRACKET = 5  # words
_RIGHT_BEHIND = 6  # words


class Clauses:
    """The clauses of a resume's text, and who acts in them.

    `of_third_person` says whether the text tells of its person as "she" or "he".
    """

    def __init__(self, block: Block, book: Rulebook, of_third_person: Callable[[], bool]) -> None:
        self._block = block
        self._book = book
        self._of_third_person = of_third_person
        self._subjects = book.subjects
        self._deeds = book.words("subject-deeds")
        self._met: dict[int, int | None] = {}
        self._by_me = frozenset(tuple(each.split()) for each in book.words("by-me"))

    @cached_property
    def _places(self) -> list[int]:
        """Where words stand by which somebody else may be told of, in order."""
        nouns, thirds = self._subjects.nouns, self._subjects.thirds
        agents, things = tuple(self._subjects.agents), self._subjects.things
        return [
            index
            for index, word in enumerate(self._block.words)
            if word in nouns or word in thirds or (word.endswith(agents) and word not in things)
        ]

    @cached_property
    def _clauses(self) -> list[int]:
        """Where the clause of each word begins: behind a mark, or behind a word that begins one."""
        begins: list[int] = []
        for index in range(len(self._block.words)):
            goes_on = (
                index and self._is_tied(index - 1) and self._block.who[index - 1] not in self._subjects.begins
            )
            begins.append(begins[-1] if goes_on else index)
        return begins

    def effect(self, first: int, last: int, sentence: tuple[int, int]) -> Effect | None:
        """What it does to a name that others act before or behind it, that it is theirs, or what its sentence tells of."""
        opens, closes = sentence
        if not self._by_me.isdisjoint(pairwise(self._block.words[opens : closes + 1])):
            return None
        if (self._block.stops(first - 1) and self._acts(last)) or is_owned_behind(
            self._block, self._book, last, closes
        ):
            return Effect.OTHERS
        verb = self._verb_of_another(opens, first)
        if verb is not None and self._block.words[verb] in self._deeds:
            return Effect.OTHERS
        if self._block.words[first - 1 : first] == ["my"]:  # "they praised my listening"
            return None
        return self._told_otherwise(first, last, sentence, acts=verb is not None)

    def _told_otherwise(
        self, first: int, last: int, sentence: tuple[int, int], *, acts: bool
    ) -> Effect | None:
        """What it does to a name that others say or are something before it, that it is done by them, or that it is told of."""
        opens, closes = sentence
        if acts and not self._goes_on_with_person(last):
            return Effect.MAYBE
        if is_by_them(self._block, self._book, opens, first):
            return Effect.OTHERS
        return Effect.MAYBE if is_subject(self._block, self._book, opens, first, last, closes) else None

    def _verb_of_another(self, opens: int, first: int) -> int | None:
        """Where in the sentence, up to a name, the verb stands that tells what somebody else does or something is."""
        words, places = self._block.who, self._places
        before = bisect_left(places, first) - 1
        if before >= 0 and places[before] >= opens:
            verb = self._subjects.verb_of_another(
                words, self._is_tied, opens, first, named=not self._of_third_person(), met=self._met
            )
            if verb is not None:
                return verb
        if self._of_third_person():
            return None
        return self._subjects.finite_verb(words, opens, max(opens, self._clauses[first]), first)

    def _goes_on_with_person(self, last: int) -> bool:
        """Whether the person acts right behind a name: "They moved to Zendesk and I set it up"."""
        words = self._block.words
        behind = f" {' '.join(words[last + 1 : last + 1 + 2 * _RIGHT_BEHIND])} "
        links = range(last + 1, min(last + _RIGHT_BEHIND, len(words) - 1))
        return any(
            words[at] in self._book.words("before-i") and words[at + 1] == "i" and self._is_tied(at - 1)
            for at in links
        ) or any(f" {said} " in behind for said in self._book.words("so-do-i"))

    def _acts(self, last: int) -> bool:
        """Whether the name itself, or the team called by it, does something: "WFM team did the forecast"."""
        words, groups = self._block.words, self._subjects.groups
        if "(" in self._block.gap(last):  # "WFM (Bangalore) sends"
            bracket = range(last + 1, min(last + _BRACKET, len(words)))
            last = next((at for at in bracket if ")" in self._block.gap(at)), last)
            return last + 1 < len(words) and words[last + 1] in self._deeds
        verb = last + 1
        if verb < len(words) and words[verb] in groups and self._is_tied(last):
            verb += 1
        return verb < len(words) and words[verb] in self._deeds and self._is_tied(verb - 1)

    def _is_tied(self, index: int) -> bool:
        return is_tied(self._block, index)
