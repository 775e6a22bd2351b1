"""The forms of English words."""

from collections.abc import Collection, Iterator, Mapping, Sequence

_VOWELS = frozenset("aeiou")


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A verb's forms; of a phrase, the first word's.

    Args:
        verb: in its first form, "run" or "look after".
        irregular: of verbs that don't follow the rule, the past, and the participle if it differs.
    """
    word, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    for form in (word, plural(word), *(irregular.get(word) or _past(word)), *_progressive(word)):
        yield form + tail


def plural(word: str) -> str:
    """A noun's plural, or what he or she does: "calls" of "call"."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def with_forms(pattern: str, words: Collection[str], nouns: Collection[str]) -> str:
    """A pattern with what he or she does and is doing beside each verb in it: "answer|answers|answering" for "answer".

    Args:
        pattern: as the data has it.
        words: the words of all patterns; one whose form in -ing is among them, too, is a verb.
        nouns: forms that are added to no pattern, as they are mostly nouns: "training".
    """
    return " ".join(_spelled(element, words, nouns) for element in pattern.split())


def _spelled(element: str, words: Collection[str], nouns: Collection[str]) -> str:
    known = element.split("|")
    forms = [
        form
        for word in known
        if word.isalpha() and any(form in words for form in _progressive(word))
        for form in (plural(word), next(form for form in _progressive(word) if form in words))
        if form not in known and form not in nouns
    ]
    return "|".join([*known, *dict.fromkeys(forms)])


def _past(verb: str) -> Iterator[str]:
    """The past of a regular verb; of one that may double its last letter, both."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield f"{verb[:-1]}ied"
    else:
        yield f"{verb.removesuffix('e')}ed"
        if _may_double(verb):
            yield f"{verb}{verb[-1]}ed"


def _progressive(verb: str) -> Iterator[str]:
    if verb.endswith("ie"):
        yield f"{verb[:-2]}ying"
    else:
        yield f"{verb if verb.endswith('ee') else verb.removesuffix('e')}ing"
        if _may_double(verb):
            yield f"{verb}{verb[-1]}ing"


def _may_double(verb: str) -> bool:
    return (
        verb[-1] not in _VOWELS
        and verb[-1] not in "wxy"
        and verb[-2:-1] in _VOWELS
        and verb[-3:-2] not in _VOWELS
    )
