"""Whose deed a sentence tells: "The hospital used Tableau" says nothing of what the person can do."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cscareer.skills.subject_lists import SubjectLists

_LONGEST = 5  # words of a subject behind its article
_FAR = 40  # words, behind which no subject's verb stands
_IN_CLAUSE = 5  # words from "who" to what is told of
_NAMED = 3  # words of a name
_PREDICATE = 4  # words from "I was" to "who"
_CAN = frozenset({"can", "could"})


class SubjectWords(SubjectLists):
    """Finds whose deed it is, by the words of its lists."""

    __slots__ = ()

    def verb_of_another(
        self,
        words: Sequence[str],
        joins: Callable[[int], bool],
        opens: int,
        end: int,
        *,
        spared: frozenset[int] = frozenset(),
        named: bool = True,
        met: dict[int, int | None] | None = None,
    ) -> int | None:
        """Where the verb of somebody else stands in the clause that runs up to the word at `end`; None where none does.

        Args:
            words: of a text, in small letters.
            joins: whether a word and the next stand in one phrase, without a comma between.
            opens: the first word of the sentence.
            end: the word that a deed or the name of a skill begins with.
            spared: words that belong to the deed itself, so that they are no subject.
            named: whether somebody called by a name is another; not where the person is.
            met: what was found at words far before an `end`, kept for the next one of the same text, `spared` and `named`.
        """
        others: int | None = None
        below = False  # in a clause that begins with "when", "who" and the like, up to its comma
        begins = True
        at = opens
        while at < end:
            word = words[at]
            if begins or (at > opens and self._may_relate(words[at - 1], word)):
                far = met is not None and end - at > _FAR
                if met is not None and far and at in met:
                    verb = met[at]
                else:
                    verb = self.acts(words, joins, at, end, spared=spared, named=named)
                    if met is not None and far:
                        met[at] = verb
                if verb is not None:
                    others, begins, at = verb, False, verb
                    continue
            if word == "so" or (word in self.mine and (begins or self._is_person(words, at, end))):
                others = None
            elif (
                word == "whoever"
                or (
                    word in self.who and at > opens and end - at <= _IN_CLAUSE and self._ends_other(words, at)
                )
                or (named and word == "who" and at > opens and not joins(at - 1))  # "Raj, who knows"
            ) and self.is_told(words[at + 1]):
                others, below = at + 1, True
            below = below or (begins and word in self.below)
            opens_clause = word in self.begins
            if not joins(at):
                opens_clause = True
                if below:
                    others, below = None, False
            begins = opens_clause or (begins and word in self.between)  # "only our sales crew works"
            at += 1
        return others

    def _ends_other(self, words: Sequence[str], index: int) -> bool:
        """Whether somebody else is told of right before a word: "Tier 2, who"; not "I was the person who"."""
        near = words[max(0, index - _PREDICATE) : index]
        if not self.mine.isdisjoint(near):
            return False
        if words[index] != "that" and not self.having.isdisjoint(near):
            return True  # "they had someone who"
        return words[index - 1] in self.others or (
            words[index - 1].isdecimal() and index > 1 and words[index - 2] in self.others
        )

    def _may_relate(self, before: str, word: str) -> bool:
        """Whether a clause without "which" may begin with a word: "a report our analyst built"."""
        return (
            word in self.articles
            and word not in self.indefinite
            and before.isalpha()
            and before not in self.somebody
            and not self.is_told(before)
            and not any(before in each for each in (self.never, self.plural, self.between, self.articles))
            and not before.endswith("ing")
        )

    def _is_person(self, words: Sequence[str], at: int, end: int) -> bool:
        """Whether a word of the person's own makes them the one who acts from here on."""
        return words[at] not in self.owning or (
            words[at] == "me" and at + 1 <= end and words[at + 1] in self.acting
        )

    def finite_verb(self, words: Sequence[str], opens: int, begins: int, end: int) -> int | None:
        """Where the verb stands before the word at `end` that has a subject in its own clause which isn't the person.

        The clause begins at the word `begins`, its sentence at `opens`.
        """
        first = words[begins]
        if (
            begins > opens
            and (first in self.thirds or first in _CAN)
            and self._tells_of_them(words, opens, begins)
        ):
            return begins
        if (
            first in self.unsure
            or first in self.verbs
            or first in self.never
            or first.endswith(("ed", "ing", "ly"))
            or not self.mine.isdisjoint(words[begins:end])
        ):
            return None
        if begins + 1 < end and first.endswith("s") and words[begins + 1] in self.plural:
            return begins + 1
        for verb in range(begins + 1, end):
            if words[verb - 1] in self.who:
                return None
            if words[verb] in self.finite or words[verb] in self.thirds:
                return verb
        return None

    def _tells_of_them(self, words: Sequence[str], opens: int, begins: int) -> bool:
        """Whether the words before a comma are somebody who acts behind it: "our BI guy, Anselm, does"."""
        before = words[opens:begins]
        return (
            self.mine.isdisjoint(set(before) - self.owning)
            and before[0] not in self.verbs
            and before[0] not in self.thirds
            and not before[0].endswith(("ed", "ing"))
            and not (
                self.nouns.isdisjoint(before)
                and not (before[0] in self.articles and any(map(self.is_agent, before[1:])))
            )
        )

    def acts(
        self,
        words: Sequence[str],
        joins: Callable[[int], bool],
        at: int,
        end: int,
        *,
        spared: frozenset[int] = frozenset(),
        named: bool = True,
    ) -> int | None:
        """Where the verb of a subject that is somebody else stands, if one begins at a word."""
        at = self._whole(words, joins, at, end)
        article = words[at] if words[at] in self.articles else None
        first = at + 1 if article else at
        if first >= end or words[first] in self.begins:
            return None
        owned = False
        for index in range(first, min(first + _LONGEST, end)):
            word = words[index]
            if (index > at and not joins(index - 1)) or word in self.never or word in self.mine:
                return None
            if index > first and word in self.articles:
                return None
            if index not in spared and joins(index):
                ranked = self.ranks.issuperset(words[first:index])
                kind = _Subject(article, index - first, owned, words[first].endswith("ed"), ranked)
                if word in self.served or self._is_other(word, kind):
                    verb = self._verb(words, joins, index, end)
                    if verb is not None and (word not in self.served or words[verb] in self.deeds):
                        return verb
                elif (article in self.ours and self._is_several(word, words[index + 1])) or (
                    index < first + _NAMED
                    and (
                        (named and not article and self._is_named(words, first, index))
                        or (article in self.whose and self._is_human(words, index, end))
                    )
                ):
                    return index + 1
            owned = owned or word == "s"
        return None

    def _whole(self, words: Sequence[str], joins: Callable[[int], bool], at: int, end: int) -> int:
        """Where those stand of whom a part is told of at a word: "a third of the team"; the word itself where none is."""
        part = at + (words[at] in self.articles)
        of = part + 1
        if of + 1 < end and words[part] in self.parts and words[of] == "of" and joins(part) and joins(of):
            return of + 1
        return at

    def _is_several(self, word: str, verb: str) -> bool:
        """Whether several people make or do something: "our paralegals do"."""
        return word.endswith("s") and verb in self.deeds and verb in self.plural

    def _is_human(self, words: Sequence[str], index: int, end: int) -> bool:
        """Whether what only people do follows a word, whatever it calls them: "our DBA wrote", not "the notes I wrote"."""
        noun, verb = words[index], index + 1
        return (
            words[verb] in self.human
            and noun.isalpha()
            and not noun.endswith(("s", "ly", "ed", "ing"))
            and noun not in self.unsure
            and noun not in self.groups
            and noun not in self.parts
            and words[min(verb + 1, end)] != "by"
        )

    def _is_other(self, noun: str, kind: "_Subject") -> bool:
        """Whether a noun is somebody else: "our manager", "our data team", and "our team" is the person's own."""
        if noun in self.others and (kind.article or kind.owned or noun in self.bare):
            return True
        if noun in self.bare and (not kind.before or kind.ranked):
            return True
        if noun not in self.groups:
            return bool(kind.article) and not kind.owned and self.is_agent(noun)
        if kind.owned or (kind.before and not kind.acting and kind.article != "my"):
            return True
        return bool(kind.article) and kind.article not in self.near

    def _is_named(self, words: Sequence[str], first: int, index: int) -> bool:
        """Whether what whoever is called by these words does follows them: "RevOps writes"."""
        return (
            words[index + 1] in self.thirds
            and self.unsure.isdisjoint(words[first : index + 1])
            and not words[first].endswith(("ed", "ing", "ly"))
            and words[index].isalpha()
            and len(words[index]) > 1
        )

    def _verb(self, words: Sequence[str], joins: Callable[[int], bool], index: int, end: int) -> int | None:
        """Where the verb of a subject stands that ends at a word."""
        verb = index + 1
        if (
            words[verb] == "s" or words[verb] in self.predicates
        ):  # "my wife's the bilingual one", and not "my wife's team"
            verb += words[verb] == "s"
            return verb if verb <= end and words[verb] in self.predicates else None
        if words[verb] in self.where or words[verb] in self.who:  # "the people at the consortium handle"
            last = min(verb + _LONGEST, end)
            verb = next(
                (
                    at
                    for at in range(verb + 1, last + 1)
                    if words[at] in self.verbs or words[at].endswith("ed")
                ),
                verb,
            )
            if not all(map(joins, range(index, verb))):
                return None
        while verb < end and words[verb] in self.between:
            verb += 1
        called = verb < end and self.is_told(words[verb + 1]) and joins(verb)
        if (
            called
            and not any(
                words[verb] in each
                for each in (self.verbs, self.thirds, self.never, self.articles, self.mine)
            )
            and not words[verb].endswith("ed")
        ):
            verb += 1  # "my colleague Lupe takes"
        if verb <= end and (
            self.is_told(words[verb])
            or words[verb] in self.finite
            or self._is_plural(words, index, verb)
            or (verb < end and words[verb].endswith("s") and words[verb + 1] in self.objects and joins(verb))
        ):
            return verb
        return None

    def _is_plural(self, words: Sequence[str], index: int, verb: int) -> bool:
        return words[index].endswith("s") and verb == index + 1 and words[verb] in self.plural


class _Subject(NamedTuple):
    """What stands before a noun: its article, how many words, whether one is an owner's, whether the first may be a verb.

    `ranked` says that they do no more than tell of the rank or the kind of who is called by the noun: "assistant manager".
    """

    article: str | None
    before: int
    owned: bool
    acting: bool
    ranked: bool
