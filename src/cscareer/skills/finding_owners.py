"""Whose the thing is that a skill's name stands for, where words behind it say so: "SQL: my analysts do", "the budget is Dana's"."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_APPOSED = frozenset("(:–—")
_APOSTROPHES = ("'", "’")
_LONGEST_OWNER = 4  # words behind its article
_MOST_BETWEEN = (
    6  # words from a name to what says whose it is: "the renewals conversation is the account manager's"
)
_BEFORE_BY = 6  # words
_BEFORE_SUBJECT = 3  # words: "our last satisfaction survey"
_BEHIND_SUBJECT = 5  # words up to its verb: "coaching for the owners was"


def is_owned_behind(block: Block, book: Rulebook, last: int, closes: int) -> bool:
    """Whether what stands behind a name, up to the sentence's last word, says that it is somebody else's or done by them."""
    gap, begins = block.gap(last), last + 1
    if begins > closes:
        return False
    if _is_apposed(gap):
        return _is_theirs(block, book, begins, closes)
    return _is_anothers(block, book, begins, closes)


def _is_apposed(gap: str) -> bool:
    return not _APPOSED.isdisjoint(gap) or gap.strip() == "-"


def _is_theirs(block: Block, book: Rulebook, begins: int, closes: int) -> bool:
    """Whether what stands behind a colon, a dash or a bracket is somebody else: "my analysts do", "IT's", "head office only"."""
    words, subjects = block.words, book.subjects
    verb = subjects.acts(words, block.tied.__getitem__, begins, closes)
    if verb is not None and words[verb] in book.words("subject-deeds"):
        return True
    if _ends_owner(block, book, begins, closes, ()):
        return True
    ends = closes - (words[closes] == "only")
    return (
        begins <= ends < begins + _LONGEST_OWNER
        and words[ends] in subjects.nouns
        and (words[ends] in subjects.bare or words[begins] in subjects.articles or ends < closes)
        and words[begins] not in subjects.mine
        and all(block.tied[begins:closes])
    )


def _is_anothers(block: Block, book: Rulebook, begins: int, closes: int) -> bool:
    """Whether words say it with a verb: "is the planners' job", "belongs to HR", "is done for us by Reporting"."""
    words, being, over = block.words, book.words("deed-being"), book.words("handed-over")
    handed = False
    for at in range(begins, min(begins + _MOST_BETWEEN, closes)):
        word = words[at]
        if not block.tied[at - 1] or word in book.words("said-of-me"):
            return at > begins and _is_apposed(block.gap(at - 1)) and _is_theirs(block, book, at, closes)
        is_being = word in being or (word == "s" and words[at - 1] in book.words("owned-thing"))
        if is_being and _ends_owner(block, book, at + 1, closes, book.words("owned-part")):
            return True
        if handed and word in book.words("handing") and _is_owner(block, book, at + 1, closes):
            return True
        handed = handed or word in over
    return False


def _is_owner(block: Block, book: Rulebook, begins: int, closes: int) -> bool:
    """Whether somebody else stands at a word: "the CSM", "Reporting"."""
    words, subjects = block.words, book.subjects
    first = begins + 1 if words[begins] in subjects.articles else begins
    if words[begins] in book.words("somebodys") and words[first] not in subjects.groups:
        return True
    for at in range(first, min(first + _LONGEST_OWNER, closes + 1)):
        if words[at] in subjects.mine or words[at] == "us":
            return False
        if _is_own_noun(block, book, at):
            return True
        if not block.tied[at]:
            return False
    return False


def _ends_owner(block: Block, book: Rulebook, begins: int, closes: int, parts: Collection[str]) -> bool:
    """Whether an owner stands at a word, and behind them nothing or one of some words: "my director's", "the planners' job"."""
    words, subjects = block.words, book.subjects
    first = begins + 1 if words[begins] in subjects.articles else begins
    for at in range(first, min(first + _LONGEST_OWNER, closes + 1)):
        if words[at] in subjects.never or words[at] in subjects.mine:
            return False
        owner = _is_own_noun(block, book, at)
        if owner and words[at + 1 : at + 2] == ["s"] and block.gap(at) in _APOSTROPHES:
            return _ends(block, at + 1, closes, parts)
        if owner and words[at].endswith("s") and block.gap(at).startswith(_APOSTROPHES):
            return _ends(block, at, closes, parts)
        if not block.tied[at]:
            return False
    return False


def _is_own_noun(block: Block, book: Rulebook, index: int) -> bool:
    return block.words[index] in book.subjects.nouns or block.is_name(index)


def _ends(block: Block, index: int, closes: int, parts: Collection[str]) -> bool:
    return index >= closes or not block.tied[index] or block.words[index + 1] in parts


def is_subject(block: Block, book: Rulebook, opens: int, first: int, last: int, closes: int) -> bool:
    """Whether a name is what its sentence tells of, and nothing there is the person's: "A chatbot is coming"."""
    words, acting = block.words, book.words("subject-of-name")
    subjects = book.subjects
    if (
        first - opens > _BEFORE_SUBJECT
        or not all(block.tied[opens:first])
        or any(
            word in subjects.never or word in subjects.verbs or word.endswith(("ed", "ing"))
            for word in words[opens:first]
        )
    ):
        return False
    acts = words[last] in book.words("title-word")  # "the project manager from Fujitsu ran it"
    for verb in range(last + 1, min(last + 1 + _BEHIND_SUBJECT, closes + 1)):
        if not block.tied[verb - 1] or words[verb] in subjects.who:
            return False
        if words[verb] in acting or (acts and words[verb] in subjects.thirds):
            breaks = (
                at
                for at in range(verb, closes)
                if not block.tied[at] or (words[at + 1] in book.subjects.below and words[at + 1] != "what")
            )
            ends = next(breaks, closes)
            return not _is_own(words[opens : ends + 1], book)
        if words[verb] in book.words("reached") and verb > last + 1 and words[verb - 1] not in subjects.never:
            return True  # "the dashboards reach me"
    return False


def _is_own(words: Sequence[str], book: Rulebook) -> bool:
    """Whether words say of what they tell of that it is the person's: "is my mother tongue", "is a third of my calls"."""
    own = book.words("own-predicate")
    if own.isdisjoint(words) and own.isdisjoint(f"{before} {after}" for before, after in pairwise(words)):
        return False
    return book.words("own-predicate-not").isdisjoint(words)


def is_by_them(block: Block, book: Rulebook, opens: int, first: int) -> bool:
    """Whether a name is who did what was done: "have been used as examples by quality assurance"."""
    words = block.words
    by = first - 1 - (words[first - 1] in book.subjects.articles)
    if by <= opens or words[by] != "by" or words[by + 1] == "my":
        return False
    before = words[max(opens, by - _BEFORE_BY) : by]
    return not book.words("deed-being").isdisjoint(before) and any(
        word.endswith("ed") or word in book.words("handed-over") for word in before
    )
