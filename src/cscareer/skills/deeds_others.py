"""Whether somebody else did what a bullet tells: who stands before its verb, or behind it."""

from collections.abc import Sequence
from itertools import pairwise

from cscareer.skills.deeds_signs import Signs
from cscareer.skills.deeds_undone import is_name
from cscareer.skills.deeds_units import Unit
from cscareer.skills.subjects import SubjectWords

_AGENT_WORDS = 4
_GOVERNED = 5  # words from a verb to what it governs
_APPOSED = 9  # words between two commas
_MINE_WITHIN = 2  # words behind a deed in which "me" makes it the person's
_STOPS = frozenset(".;!?")


def is_by_another(unit: Unit, signs: Signs, first: int, actor: int, taken: set[int]) -> bool:
    """Whether the subject in front of a verb is somebody else, or "by" somebody else follows it."""
    if unit.words[actor + 1 : actor + 2] == ["by"]:
        return any(begin in {actor + 2, actor + 3} for begin, _, _ in unit.places(signs.others)) or (
            unit.words[actor + 2 : actor + 3] in (["a"], ["an"])
            and any(map(signs.subjects.is_agent, unit.words[actor + 3 : actor + 5]))
        )
    return first < actor and _follows_another(unit, signs, first, actor, taken)


def _follows_another(unit: Unit, signs: Signs, first: int, actor: int, taken: set[int]) -> bool:
    """Whether the subject in front of a verb is somebody else."""
    at = actor - 1
    if at > first and unit.words[at] == "and" and unit.words[at - 1].endswith(tuple(signs.small.passive)):
        at -= 2  # "who has hired and led"
    while at >= first and (unit.words[at] in signs.small.auxiliary or unit.words[at].endswith("ly")):
        if unit.words[at] == "who":
            return not any(end == at for _, end, _ in unit.places(signs.the_one))
        at -= 1
    if at > first and unit.words[at] == ",":  # "my boss, Dana, builds"
        opening = next(
            (each for each in range(at - 2, max(first, at - _APPOSED), -1) if unit.words[each] == ","), None
        )
        if opening and _is_apposed(unit, signs, opening, at, first):
            return True
        at = opening - 1 if opening else at
    beside = first <= at == actor - 1 and at not in taken
    if beside and not is_name(unit, actor, first) and is_name(unit, at, first):
        return signs.subjects.is_told(unit.words[actor])
    called = at == first and beside and _is_called(unit, actor, signs)
    return called or any(end == at + 1 for begin, end, _ in unit.places(signs.others) if begin >= first)


def _is_apposed(unit: Unit, signs: Signs, opening: int, closing: int, first: int) -> bool:
    """Whether what stands between two commas says more of somebody else: "Dana, the owner, builds", "The typist, Fern, could do"."""
    who = opening - 1
    if is_name(unit, who, first - 1) and _holds_other(unit, signs, opening, closing):
        return True
    named = is_name(unit, opening + 1, first - 1) and unit.words[who - 1] in signs.subjects.articles
    return named and who > first and signs.subjects.is_agent(unit.words[who])


def is_governed_by_another(unit: Unit, signs: Signs, first: int, actor: int, taken: set[int]) -> bool:
    """Whether a verb before a deed that has none of its own is somebody else's: "Our DBA served callers in Spanish"."""
    words = unit.words
    if signs.subjects.is_told(words[actor]):
        return False
    for at in range(actor - 1, max(first, actor - _GOVERNED) - 1, -1):
        apart = (signs.small.me, signs.subjects.who, signs.small.auxiliary)
        if not words[at][0].isalnum() or any(words[at] in each for each in apart):
            return False
        if signs.subjects.is_told(words[at]) and words[at + 1] != "to":
            mine = not signs.small.me.isdisjoint(words[at : max(taken) + 1 + _MINE_WITHIN])
            return at > first and not mine and is_by_another(unit, signs, first, at, taken)
    return False


def _is_called(unit: Unit, actor: int, signs: Signs) -> bool:
    """Whether the word before a verb, the first of its sentence, calls somebody: "Tom trained new hires, and I watched"."""
    word, told = unit.words[actor - 1], unit.words[actor]
    behind = unit.words[actor + 1 : actor + 2]
    return (
        unit.text[unit.spans[actor - 1][0]].isupper()
        and "i" in unit.words
        and word not in signs.small.beginning
        and word not in signs.subjects.verbs
        and not word.endswith(("ly", "ed", "ing", "s"))
        and (told in signs.subjects.human or told.endswith("ed") or told in signs.subjects.deeds)
        and bool(behind)
        and behind[0][0].isalpha()
        and behind[0] not in signs.subjects.never
    )


def is_of_one_who(unit: Unit, signs: Signs, first: int, actor: int) -> bool:
    """Whether a sentence tells of somebody in a clause of their own, and then of the deed: "Dana, who sits next to me, brings"."""
    words = unit.words
    opening = next((at for at in range(first, min(first + _AGENT_WORDS, actor)) if words[at] == ","), None)
    if opening is None or words[opening + 1] != "who" or _begins_deed(unit, signs, first):
        return False
    closing = next(
        (at for at in range(opening + 1, min(opening + _APPOSED, actor)) if words[at] == ","), None
    )
    return closing is not None and signs.small.me.isdisjoint(words[closing:actor])


def is_of_described(unit: Unit, signs: Signs, first: int, taken: set[int]) -> bool:
    """Whether a sentence begins with somebody's name and where they are: "Priya in the next booth built", "Joan, next to me, sells"."""
    words, last, behind = unit.words, max(taken), first + 1
    if behind < last and words[behind].isalpha() and is_name(unit, behind, first):
        behind += 1  # "Oksana Petrov from accounts"
    apart = words[behind : behind + 1] == [","]
    placed = behind + apart
    if placed >= last or words[placed] not in signs.small.placed or not _may_be_called(unit, signs, first):
        return False
    told = (at for at in range(placed + 2, last + 1) if signs.subjects.is_told(words[at]))
    verb = next((at for at in told if words[at - 1] not in signs.subjects.articles), None)
    if verb is None or "i" in words[placed : last + 1]:
        return False
    between = words[placed:verb]
    if apart:  # and what they are to the person, between two commas
        return not signs.small.me.isdisjoint(between) and between.count(",") == 1
    return all(word.isalnum() for word in between) and signs.small.me.isdisjoint(
        words[verb : last + 1 + _MINE_WITHIN]
    )


def _may_be_called(unit: Unit, signs: Signs, index: int) -> bool:
    """Whether the first word of a sentence may be somebody's name: written like one, and no word that deeds are told in."""
    word = unit.words[index]
    return (
        unit.text[unit.spans[index][0]].isupper()
        and not unit.in_capitals
        and word.isalpha()
        and len(word) > len("Ed")
        and not word.endswith(("ly", "ed", "ing"))
        and not unit.is_known(index)
        and not any(
            word in each
            for each in (
                signs.small.beginning,
                signs.small.me,
                signs.subjects.verbs,
                signs.subjects.never,
                signs.subjects.nouns,
            )
        )
    )


def _begins_deed(unit: Unit, signs: Signs, first: int) -> bool:
    """Whether a sentence begins with what the person did: "Served patients, who ..."."""
    word = unit.words[first]
    return word in signs.subjects.verbs or word in signs.small.me or word.endswith(("ed", "ing"))


def _holds_other(unit: Unit, signs: Signs, begin: int, end: int) -> bool:
    return any(begin < at < end for at, _, _ in unit.places(signs.others))


def is_by_themselves(unit: Unit, signs: Signs, taken: set[int], first: int, end: int) -> bool:
    """Whether somebody else did it "himself"; in a sentence without the person."""
    places = unit.places(signs.themselves)
    return (
        bool(places)
        and any(max(taken) < at < end for at, _, _ in places)
        and signs.small.me.isdisjoint(unit.words[first:end])
    )


def is_told_of_another(
    unit: Unit,
    signs: Signs,
    subjects: SubjectWords,
    first: int,
    actor: int,
    taken: set[int],
    *,
    quoted: bool,
) -> bool:
    """Whether the clause has somebody else as its subject: "My district had a plan and ran classes"."""
    words = unit.words
    if words[max(first, actor - 2) : actor - 1] == ["before"] and words[actor - 1] in signs.small.objects:
        return True  # "the coach before her designed it"

    def joins(index: int) -> bool:
        return words[index][0].isalnum() and index + 1 < len(words) and words[index + 1][0].isalnum()

    verb = subjects.verb_of_another(words, joins, first, actor, spared=frozenset(taken), named=not quoted)
    if verb is None:
        return False
    behind = max(taken)
    while behind < len(words) and joins(behind):
        behind += 1
    if _goes_on_with_me(words, max(taken)) and words[verb] not in signs.subjects.deeds:
        return False  # "they rely on the forecast I make"
    told = words[verb : behind + 1]
    if "i" in told and not _STOPS.isdisjoint(told[: told.index("i")]):
        return False  # "A father stormed in. I gave him a chair"
    near = words[verb : min(behind, max(taken) + _MINE_WITHIN) + 1]
    if verb <= actor and "and" in words[actor:behind]:
        near = near[: words.index("and", actor) - verb]  # "the manager did the hiring and let me look on"
    mine = [
        word
        for before, word in pairwise(["", *near])
        if word in signs.small.mine and before not in signs.small.not_mine
    ]
    return not mine  # "the manager sends me those", and not "the app sorts them for us"


def _goes_on_with_me(words: Sequence[str], last: int) -> bool:
    """Whether a clause about what "I" do follows right behind a word: "the forecast that I make"."""
    behind = words[last + 1 : last + 3]
    return "i" in behind[:1] or (behind[:1] in (["that"], ["which"]) and "i" in behind)
