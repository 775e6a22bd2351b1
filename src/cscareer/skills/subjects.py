"""Whose deed a sentence tells: "The hospital used Tableau" says nothing of what the person can do.

The words are those of `word_lists` in words/finding.yaml whose ids begin with "subject-".
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Self

_LONGEST = 5  # words of a subject behind its article


class SubjectWords(NamedTuple):
    """The words that tell whose deed it is.

    `others` are firms and bosses, `groups` those that one may be part of, `bare` those that need no article, `verbs` what
    all these do, `never` what stands in no subject, `nouns` all that may be one. The others are small words of grammar.
    """

    others: frozenset[str]
    groups: frozenset[str]
    bare: frozenset[str]
    verbs: frozenset[str]
    never: frozenset[str]
    articles: frozenset[str]
    mine: frozenset[str]
    begins: frozenset[str]
    below: frozenset[str]
    where: frozenset[str]
    who: frozenset[str]
    between: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Self:
        """The words of the lists."""
        none: frozenset[str] = frozenset()
        words = {
            name: contracted(lists.get(f"subject-{name}", none)) for name in cls._fields if name != "nouns"
        }
        return cls(**words, nouns=words["others"] | words["groups"] | words["bare"])

    def is_anothers(
        self,
        words: Sequence[str],
        joins: Callable[[int], bool],
        opens: int,
        end: int,
        *,
        spared: frozenset[int] = frozenset(),
    ) -> bool:
        """Whether the clause that runs up to the word at `end` has somebody else as its subject.

        Args:
            words: of a text, in small letters.
            joins: whether a word and the next stand in one phrase, without a comma between.
            opens: the first word of the sentence.
            end: the word that a deed or the name of a skill begins with.
            spared: words that belong to the deed itself, so that they are no subject.
        """
        others = below = False  # below: in a clause that begins with "when" and the like, up to its comma
        begins = True
        at = opens
        while at < end:
            word = words[at]
            if begins and (verb := self._verb(words, joins, at, end, spared)) is not None:
                others, begins, at = True, False, verb
                continue
            if word in self.mine or word == "so":
                others = False
            elif (
                word in self.who
                and at > opens
                and words[at - 1] in self.others
                and words[at + 1] in self.verbs
            ):
                others = True
            below = below or (begins and word in self.below)
            opens_clause = word in self.begins
            if not joins(at):
                opens_clause = True
                if below:
                    others = below = False
            begins = opens_clause
            at += 1
        return others

    def _verb(
        self, words: Sequence[str], joins: Callable[[int], bool], at: int, end: int, spared: frozenset[int]
    ) -> int | None:
        """Where the verb of a subject that is somebody else stands, if one begins at a word."""
        article = words[at] if words[at] in self.articles else None
        first = at + 1 if article else at
        owned = False
        for index in range(first, min(first + _LONGEST, end)):
            word = words[index]
            if (index > at and not joins(index - 1)) or word in self.never or word in self.mine:
                return None
            owned = owned or word == "s"
            if index in spared or not joins(index):
                continue
            is_other = word in self.others and (article or owned or word in self.bare)
            is_group = word in self.groups and (owned or (article and article not in {"my", "this"}))
            if not (is_other or is_group or (word in self.bare and index == first)):
                continue
            verb = index + 1
            if words[verb] in self.where:  # "the people at the consortium handle"
                last = min(verb + _LONGEST, end)
                verb = next((at for at in range(verb + 1, last + 1) if words[at] in self.verbs), verb)
                if not all(map(joins, range(index, verb))):
                    continue
            while verb < end and words[verb] in self.between:
                verb += 1
            if verb <= end and (words[verb] in self.verbs or words[verb].endswith("ed")):
                return verb
        return None


def contracted(words: frozenset[str]) -> frozenset[str]:
    """Words of a list with contractions as they are written: "i'd" for "i d"."""
    return frozenset([word.replace(" ", "'") for word in words])
