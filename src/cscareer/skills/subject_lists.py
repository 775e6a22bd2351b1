"""The words that tell whose deed a sentence tells, and what each may be by itself.

The words are those of `word_lists` in words/finding.yaml whose ids begin with "subject-".
"""

from collections.abc import Mapping
from typing import NamedTuple, Self


class SubjectLists(NamedTuple):
    """The words that tell whose deed it is.

    `others` are firms and bosses, `groups` those that one may be part of, `bare` those that need no article, `verbs` what
    all these do, `thirds` what whoever stands before does, though not what is in `unsure`; `finite` what stands behind
    any subject, `plural` behind several people; `ranks` stand before what somebody is called by; `deeds` make or do
    something; `served` are those whom one serves, who count as others where they make or do something; `never` what
    stands in no subject, `nouns` all that may be one. `agents` is how words end that mostly call somebody by what they do,
    and `things` those that end so and call nobody; `peers` work or live beside the person, `parts` are how many
    of somebody there are. `human` is what people alone do, so that whatever stands before it behind one of `whose` is
    somebody; `having` stands before somebody of whom "who" tells more. The others are small words of grammar.
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
    thirds: frozenset[str]
    unsure: frozenset[str]
    finite: frozenset[str]
    plural: frozenset[str]
    ranks: frozenset[str]
    deeds: frozenset[str]
    served: frozenset[str]
    predicates: frozenset[str]
    owning: frozenset[str]
    acting: frozenset[str]
    objects: frozenset[str]
    somebody: frozenset[str]
    indefinite: frozenset[str]
    ours: frozenset[str]
    near: frozenset[str]
    peers: frozenset[str]
    agents: frozenset[str]
    things: frozenset[str]
    parts: frozenset[str]
    human: frozenset[str]
    whose: frozenset[str]
    having: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Self:
        """The words of the lists."""
        none: frozenset[str] = frozenset()
        words = {
            name: contracted(lists.get(f"subject-{name}", none)) for name in cls._fields if name != "nouns"
        }
        return cls(**words, nouns=words["others"] | words["groups"] | words["bare"] | words["served"])

    def of_peers(self) -> Self:
        """The words by which only those count as others who work or live beside the person, and not whom one serves."""
        none: frozenset[str] = frozenset()
        return self._replace(
            others=self.peers, groups=none, bare=none, served=none, agents=none, ours=none, nouns=self.peers
        )

    def may_be_another(self, word: str) -> bool:
        """Whether somebody else may be told of where a word stands."""
        return (
            word in self.nouns
            or word in self.thirds
            or word in self.ours
            or (word.endswith(tuple(self.agents)) and word not in self.things)
        )

    def is_agent(self, noun: str) -> bool:
        """Whether a word calls somebody by what they do: "receptionist", "planner", "statistician"."""
        return noun.endswith(tuple(self.agents)) and noun not in self.things

    def is_told(self, word: str) -> bool:
        """Whether a word tells what somebody does or did."""
        return word in self.verbs or word in self.thirds or (word.endswith("ed") and word not in self.things)


def contracted(words: frozenset[str]) -> frozenset[str]:
    """Words of a list with contractions as they are written: "i'd" for "i d"."""
    return frozenset([word.replace(" ", "'") for word in words])
