"""Whether the name of a skill speaks of the skill where it stands: the rules of words/finding.yaml, walked over a text."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, takewhile

from cscareer.catalog.word_models import Effect, Part, Reach, TextKind
from cscareer.skills.finding_clauses import Clauses
from cscareer.skills.finding_languages import is_of_people
from cscareer.skills.finding_marks import BEGINNING, Mark, TextMarks
from cscareer.skills.finding_names import ProperNames
from cscareer.skills.finding_parts import Parts
from cscareer.skills.finding_rules import SENTENCE_START, NameRule, Rulebook
from cscareer.skills.finding_text import Block

_HYPHENS = frozenset("-–")
_AFTER_PHRASE = 4  # words before a phrase in which `not_after` is looked for
_LISTED = 4  # words after a name in which an "or" makes a list of it
_OTHER_WORDS = (
    3  # in a part of a list, of what isn't in the guide: "no call center, CRM or retail experience"
)
_TIES = frozenset({"", "-", "/", ", ", "'"})  # what may stand between words that a negation goes on over
_TIES_OF_HEADINGS = _TIES | {": ", ":"}
_FOLLOWS_ON = frozenset(" \n.;!?)—–(")  # what may stand between a sentence and the next of its paragraph
_STRENGTH = {
    None: 0,
    Effect.BASIC: 1,
    Effect.MAYBE: 2,
    Effect.OTHERS: 3,
    Effect.NOT_COUNTED: 4,
    Effect.DENIED: 5,
}


class Context:
    """A text with what the rules say of the names of skills in it.

    Args:
        block: the text.
        book: the rules for its kind.
        names: the first and the last word of each name, in order, without overlap.
        of_third_person: whether the text tells of its person as "she" or "he".
    """

    def __init__(
        self,
        block: Block,
        book: Rulebook,
        names: Sequence[tuple[int, int]],
        of_third_person: Callable[[], bool] = bool,
    ) -> None:
        self._block = block
        self._book = book
        self._firsts = [first for first, _ in names]
        self._lasts = [last for _, last in names]
        self._named = frozenset(chain.from_iterable(range(first, last + 1) for first, last in names))
        self._of_third_person = of_third_person
        self._marks = TextMarks(block, book, self._firsts, self._lasts)
        self._last_sentence = (0, -1)

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self._block, self._marks.headings, self._book.lists["not-the-firm"])

    @cached_property
    def _proper_names(self) -> ProperNames | None:
        if self._book.kind is not TextKind.RESUME:
            return None
        return ProperNames(
            self._block, self._book, [(first, last) for first, last, _ in self._marks.headings]
        )

    @cached_property
    def _clauses(self) -> Clauses | None:
        of_resume = self._book.kind is TextKind.RESUME
        return Clauses(self._block, self._book, self._of_third_person) if of_resume else None

    def around(self, first: int, last: int) -> tuple[Part, bool, bool]:
        """What bears on a name from further away: the part of the text it stands in, whether its line names a job, and whether it is of people and no language."""
        names = self._proper_names
        is_of_job = names is not None and names.is_of_job(first, last)
        return self._parts.at(first), is_of_job, is_of_people(self._block, self._book.lists, first, last)

    def effect(self, first: int, last: int, *, named: bool = True) -> Effect | None:
        """What the rules do to a name, or a duty, from a first to a last word; None where it simply counts."""
        part = self._parts.at(first)
        if (
            part is Part.EMPLOYER
            or self._is_part_of_another(first, last)
            or self._is_part_of_address(first)
            or is_of_people(self._block, self._book.lists, first, last)
            or (part is Part.WANTED and not self._is_claimed(first))
            or (self._proper_names is not None and self._proper_names.holds(first, last))
        ):
            return Effect.NOT_COUNTED
        effects = [*self._effects_of_marks(first, last)]
        if named:
            effects += self._effects_beside(first, last)
        if self._proper_names is not None and (
            self._proper_names.is_of_job(first, last) or self._proper_names.is_of_title(first, last)
        ):
            effects.append(Effect.MAYBE)
        effect = max(effects, key=_STRENGTH.__getitem__, default=None)
        if self._clauses is None or _STRENGTH[effect] >= _STRENGTH[Effect.OTHERS]:
            return effect
        return max(
            effect, self._clauses.effect(first, last, self._sentence(first)), key=_STRENGTH.__getitem__
        )

    def speaks_against(self, places: Sequence[tuple[int, int]]) -> bool:
        """Whether the rules say that a deed told in these words is somebody else's or not done."""
        return any(
            not any(begin <= mark.first <= end for begin, end in places)  # "didn't argue" is a deed itself
            for first, last in places
            for mark in self._speaking(first, last)
        )

    def _effects_beside(self, first: int, last: int) -> Iterator[Effect]:
        after, beside = self._after(last), self._book.beside
        for word in (after, self._block.words[last]):
            for rule in beside.get(word, ()):
                if (word == after or not rule.next) and self._stands_beside(rule, first, last, after):
                    yield rule.data.effect

    def _effects_of_marks(self, first: int, last: int) -> Iterator[Effect]:
        for mark in self._speaking(first, last):
            yield mark.rule.data.effect

    def _speaking(self, first: int, last: int) -> Iterator[Mark]:
        """The phrases that speak of a name."""
        marks = self._marks.of(first)
        if not marks:
            return
        opens, closes = self._sentence(first)
        for mark in marks:
            reaches = opens <= mark.first and mark.last <= closes
            if mark.rule.data.crosses and not reaches:
                reaches = last < mark.first and self._begins_next(closes, mark)
            if reaches and self._speaks(mark, first, last, opens):
                yield mark

    def _begins_next(self, closes: int, mark: Mark) -> bool:
        """Whether a phrase stands at the beginning of the sentence behind a word, in the same paragraph."""
        gap = self._block.gap(closes)
        if mark.first > closes + BEGINNING or not _FOLLOWS_ON.issuperset(gap) or gap.count("\n") > 1:
            return False
        return not any(map(self._block.stops, range(closes + 1, mark.last)))

    def _sentence(self, index: int) -> tuple[int, int]:
        opens, closes = self._last_sentence
        if not opens <= index <= closes:
            self._last_sentence = opens, closes = self._block.sentence(index)
        return opens, closes

    def _speaks(self, mark: Mark, first: int, last: int, opens: int) -> bool:
        """Whether a phrase that reaches a name in its sentence speaks of it."""
        rule = mark.rule
        if rule.data.reach is Reach.SENTENCE:
            return True
        return (
            not (rule.data.begins and mark.first != opens)
            and not (rule.data.ends and not self._block.stops(mark.last))
            and not (rule.not_after and self._follows(mark.first, rule, opens))
            and not (rule.next and self._next(last) not in rule.next)
            and not (rule.not_next and self._after(max(last, mark.last)) in rule.not_next)
            and self._allows(mark, first, last)
        )

    def _allows(self, mark: Mark, first: int, last: int) -> bool:
        """Whether the words between a phrase and a name let it speak of the name."""
        rule, words, between = mark.rule, self._block.words, _between(mark, first, last)
        if not rule.unless.isdisjoint(words[between.start : between.stop]):
            return False
        if rule.only is None:
            return True
        if rule.next or rule.data.reach is Reach.PRECEDING:
            return all(words[index] in rule.only or index in self._named for index in between)
        return self._governs(mark, first, rule.only)

    def _follows(self, index: int, rule: NameRule, opens: int) -> bool:
        """Whether a phrase stands right after one of a rule's words, and that isn't said of others: "SCORE ran a class"."""
        words, verbs = self._block.words, rule.not_after
        if rule.data.after_within:
            for at in range(index - 1, max(opens, index - rule.data.after_within) - 1, -1):
                if "," in self._block.gap(at):
                    return False
                if words[at] in verbs:
                    return True
            return False
        return any(
            words[at] in verbs
            and (at == opens or words[at - 1] == "i" or not self._block.is_name(at - 1))
            and (at == opens or words[at - 1] not in self._book.lists["boss"])
            for at in range(max(opens, index - _AFTER_PHRASE), index)
        )

    def _governs(self, mark: Mark, first: int, only: frozenset[str]) -> bool:
        """Whether what a phrase begins still holds at a name: "no formal training in, or use of, SQL"."""
        index = mark.last
        ties = _TIES_OF_HEADINGS if mark.rule.data.effect is Effect.BASIC else _TIES
        block, words = self._block, self._block.words
        holding, openers = self._book.lists["holding"], self._book.lists["openers"]
        either = not {"or", "nor"}.isdisjoint(words[first + 1 : first + _LISTED])
        opened = words[index] in openers
        joined = commas = False
        passed = self._passed_over(index, first, only)
        for at in range(index, first):
            gap = block.gap(at)
            if not gap.isspace() and gap not in ties:
                return False
            commas = commas or "," in gap
            word, following = words[at + 1], at + 1
            if following == first:
                break
            if word in {"or", "nor"}:
                either = True
            elif word == "and":
                if not opened:
                    return False
                joined = True
            elif word in only:
                if word in holding and word not in openers and (joined or (commas and not either)):
                    return False
                opened = opened or word in openers
            elif not (following in self._named or following in passed or block.is_name(following)):
                return False
        return either or not commas

    def _passed_over(self, index: int, first: int, only: frozenset[str]) -> frozenset[int]:
        """Other things of a list that ends in what somebody has of them: "no call center, CRM or retail experience"."""
        ends = range(first, first + _LISTED)
        if not any(self._block.words[at + 1] in self._book.lists["knowing"] for at in self._unstopped(ends)):
            return frozenset()
        passed: list[int] = []
        item: list[int] = []
        for at in range(index + 1, first):
            word = self._block.words[at]
            if at in self._named or word in self._book.lists["faults"]:
                item = [0] * _OTHER_WORDS  # "no day without Excel or SQL"
            elif word not in only and word not in {"or", "and"}:
                item.append(at)
            if "," in self._block.gap(at) or word == "or":
                passed += item if len(item) <= _OTHER_WORDS else []
                item = []
        return frozenset(passed)

    def _unstopped(self, places: Iterable[int]) -> Iterator[int]:
        """The words up to the end of their sentence, that one left out."""
        return takewhile(lambda at: not self._block.stops(at), places)

    def _stands_beside(self, rule: NameRule, first: int, last: int, after: str) -> bool:
        words = self._block.words
        if rule.names and words[last] not in rule.names:
            return False
        if rule.next and after not in rule.next:
            return False
        if rule.previous:
            before = SENTENCE_START if self._block.stops(first - 1) else words[first - 1]
            if before not in rule.previous:
                return False
        if words[last] in rule.not_after:
            return False
        return rule.unless.isdisjoint(words[last + 2 : last + 5])

    def _after(self, last: int) -> str:
        """The word after a name that belongs to it, or none."""
        return "" if self._block.stops(last) or "," in self._block.gap(last) else self._block.words[last + 1]

    def _next(self, last: int) -> str:
        """The word after a name and those that are joined to it: "the SQL and Excel team"."""
        at = last
        while at < last + _LISTED and not self._block.stops(at):
            word = self._block.words[at + 1]
            if word not in {"and", "or"} and at + 1 not in self._named:
                return "" if "," in self._block.gap(at) else word
            at += 1
        return ""

    def _is_claimed(self, first: int) -> bool:
        """Whether a sentence about what is wanted says that the person has what follows."""
        opens, _ = self._sentence(first)
        return not self._book.lists["said-of-me"].isdisjoint(self._block.words[opens:first])

    def _is_part_of_another(self, first: int, last: int) -> bool:
        """Whether a hyphen ties the words to others: "non-SQL"."""
        block = self._block
        text, start, end = block.low, block.starts[first], block.ends[last]
        if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
            return True
        return (
            end + 1 < len(text)
            and text[end] in _HYPHENS
            and text[end + 1].isalnum()
            and block.words[last + 1] not in self._book.lists["after-hyphen"]
        )

    def _is_part_of_address(self, first: int) -> bool:
        start, addresses = self._block.starts[first], self._block.addresses
        before = bisect_right(addresses, (start, len(self._block.low))) - 1
        return before >= 0 and start < addresses[before][1]


def _between(mark: Mark, first: int, last: int) -> range:
    """The words between a phrase and a name that it stands before or behind."""
    return (
        range(mark.last + 1, first)
        if mark.rule.data.reach is Reach.FOLLOWING
        else range(last + 1, mark.first)
    )
