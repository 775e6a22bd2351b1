"""Of whom the clause tells that holds a skill's name: of the person, of somebody else, or of the thing itself."""

from collections.abc import Callable
from itertools import pairwise

from cscareer.catalog.word_models import Effect
from cscareer.skills.finding_owners import is_by_them, is_owned_behind, is_subject
from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_BRACKET = 5  # words
_RIGHT_BEHIND = 6  # words
_RETURNING = frozenset({"it", "them"})


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
        self._of_others = book.others.__getitem__
        self._by_me_in: dict[tuple[int, int], bool] = {}  # by sentence
        self._met: dict[int, int | None] = {}
        self._given_over = book.words("given-over")
        self._by_me = frozenset(tuple(each.split()) for each in book.words("by-me"))

    def _clause(self, index: int, opens: int) -> int:
        """Where the clause of a word begins: behind a mark, or behind a word that begins one; at `opens` at the latest."""
        tied, who, begins = self._block.tied, self._block.who, self._subjects.begins
        while index > opens and tied[index - 1] and who[index - 1] not in begins:
            index -= 1
        return index

    def effect(self, first: int, last: int, sentence: tuple[int, int]) -> Effect | None:
        """What it does to a name that others act before or behind it, that it is theirs, or what its sentence tells of."""
        opens, closes = sentence
        by_me = self._by_me_in.get(sentence)
        if by_me is None:
            words = self._block.words[opens : closes + 1]
            said = set(pairwise(words))
            given = ("to", "me") in said and not self._given_over.isdisjoint(words)
            by_me = self._by_me_in[sentence] = given or not self._by_me.isdisjoint(said)
        if by_me:
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
        words = self._block.who
        if any(map(self._of_others, self._block.words[opens:first])):
            verb = self._subjects.verb_of_another(
                words,
                self._block.tied.__getitem__,
                opens,
                first,
                named=not self._of_third_person(),
                met=self._met,
            )
            if verb is not None:
                return verb
        if self._of_third_person():
            return None
        return self._subjects.finite_verb(words, opens, self._clause(first, opens), first)

    def _goes_on_with_person(self, last: int) -> bool:
        """Whether the person acts right behind a name: "They moved to Zendesk and I set it up"."""
        words = self._block.words
        acts = words[last + 1 : last + 2] == ["i"] and "," in self._block.gap(last)
        if acts and not _RETURNING.isdisjoint(words[last + 3 : last + 3 + _RIGHT_BEHIND]):
            return True  # "When they bought Zendesk, I moved our contacts into it"
        behind = f" {' '.join(words[last + 1 : last + 1 + 2 * _RIGHT_BEHIND])} "
        links = range(last + 1, min(last + _RIGHT_BEHIND, len(words) - 1))
        return any(
            words[at] in self._book.words("before-i") and words[at + 1] == "i" and self._block.tied[at - 1]
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
        if verb < len(words) and words[verb] in groups and self._block.tied[last]:
            verb += 1
        return verb < len(words) and words[verb] in self._deeds and self._block.tied[verb - 1]
