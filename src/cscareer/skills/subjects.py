"""Whose deed a sentence tells: "The hospital used Tableau" says nothing of what the person can do.

The words are those of `word_lists` in words/finding.yaml whose ids begin with "subject-".
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Self

_LONGEST = 5  # words of a subject behind its article
_ARTICLES = frozenset(
    [
        "the",
        "our",
        "my",
        "their",
        "its",
        "his",
        "her",
        "a",
        "an",
        "another",
        "each",
        "every",
        "this",
        "that",
        "some",
        "most",
    ]
)
_MINE = frozenset(["i", "me", "my", "mine", "myself", "we", "i'd", "i'm", "i've", "i'll"])
_BEGIN = frozenset(
    [
        "and",
        "but",
        "so",
        "while",
        "because",
        "where",
        "when",
        "whenever",
        "if",
        "since",
        "until",
        "although",
        "though",
        "as",
        "after",
        "before",
        "then",
    ]
)
_BELOW = frozenset(
    ["when", "whenever", "after", "before", "since", "until", "because", "if", "as", "although", "though"]
)
_WHERE = frozenset(["at", "of", "in", "from", "on", "for", "upstairs"])
_WHO = frozenset(["which", "that", "who"])
_BETWEEN = frozenset(
    [
        "also",
        "always",
        "only",
        "usually",
        "mostly",
        "now",
        "still",
        "all",
        "both",
        "never",
        "then",
        "alone",
        "itself",
        "already",
    ]
)


class SubjectWords(NamedTuple):
    """The words that tell whose deed it is: of firms and bosses, of groups one may be part of, and what these do."""

    others: frozenset[str]
    groups: frozenset[str]
    bare: frozenset[str]
    verbs: frozenset[str]
    never: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Self:
        """The words of the lists."""
        none: frozenset[str] = frozenset()
        return cls(
            *(lists.get(f"subject-{name}", none) for name in ("others", "groups", "bare", "verbs", "never"))
        )

    @property
    def nouns(self) -> frozenset[str]:
        """All that may be such a subject."""
        return self.others | self.groups | self.bare

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
            if word in _MINE or word == "so":
                others = False
            elif word in _WHO and at > opens and words[at - 1] in self.others and words[at + 1] in self.verbs:
                others = True
            below = below or (begins and word in _BELOW)
            opens_clause = word in _BEGIN
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
        article = words[at] if words[at] in _ARTICLES else None
        first = at + 1 if article else at
        owned = False
        for index in range(first, min(first + _LONGEST, end)):
            word = words[index]
            if (index > at and not joins(index - 1)) or word in self.never or word in _MINE:
                return None
            owned = owned or word == "s"
            if index in spared or not joins(index):
                continue
            is_other = word in self.others and (article or owned or word in self.bare)
            is_group = word in self.groups and (owned or (article and article not in {"my", "this"}))
            if not (is_other or is_group or (word in self.bare and index == first)):
                continue
            verb = index + 1
            if words[verb] in _WHERE:  # "the people at the consortium handle"
                last = min(verb + _LONGEST, end)
                verb = next((at for at in range(verb + 1, last + 1) if words[at] in self.verbs), verb)
                if not all(map(joins, range(index, verb))):
                    continue
            while verb < end and words[verb] in _BETWEEN:
                verb += 1
            if verb <= end and (words[verb] in self.verbs or words[verb].endswith("ed")):
                return verb
        return None
