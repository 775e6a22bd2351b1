"""Whose deed words are: the person's own and done, or another's, wished for, learnt, denied."""

from collections.abc import Sequence
from itertools import pairwise

from cscareer.skills.deeds_patterns import Chain
from cscareer.skills.deeds_signs import HeadingSense, Signs
from cscareer.skills.deeds_undone import done_by_another, is_name, is_undone
from cscareer.skills.deeds_units import Unit
from cscareer.skills.subjects import SubjectWords

_DENIED_WITHIN = 4  # words between a negation and what it denies
_HEADING_WORDS = 6
_AGENT_WORDS = 4
_GOVERNED = 5  # words from a verb to what it governs
_APPOSED = 9  # words between two commas
_MINE_WITHIN = 2  # words behind a deed in which "me" makes it the person's
_STOPS = frozenset(".;!?")


def heading(unit: Unit, signs: Signs) -> HeadingSense | None:
    """What a bullet's words are the heading of; None if they are no heading."""
    if (
        unit.words[-1] in {".", "!"}
        or not 0 < sum(word[0].isalpha() for word in unit.words) <= _HEADING_WORDS
    ):
        return None
    behind = len(unit.words) - 1
    for element, part in signs.headings:
        for begin, end, _ in unit.places(element) if unit.mask >> element & 1 else ():
            if begin <= 1 and end >= behind:
                fulfilled = end == behind and unit.words[behind] in signs.small.fulfilled  # "Goals met"
                return HeadingSense.OTHER if fulfilled else part
            if begin <= 1 and part is HeadingSense.WISHES and unit.words[end] in signs.small.to_come:
                return part  # "Goals for 2027"
    text = unit.text.strip()
    if text.startswith("#") or (text.isupper() and len(text) > len("ABC")):
        return HeadingSense.OTHER
    return None


def is_own(unit: Unit, chain: Chain, signs: Signs, *, quoted: bool, anyone: bool) -> bool:
    """Whether the deed in these words is the person's own, and done.

    `quoted` is set where somebody speaks of the person, so that "she" may be them; `anyone` where what others do to the
    person is the deed.
    """
    taken = {index for begin, end, _ in chain for index in range(begin, end)}
    start = min(taken)
    actor = _actor(unit, signs, taken)
    first, end = unit.sentence(actor)
    if unit.words[end : end + 1] == ["?"]:
        return False
    if not anyone and any(last - 1 == start for _, last, _ in unit.places(signs.no_deed)):
        return False
    return not (
        _wished(unit, signs, first, actor)
        or _learnt(unit, signs, first, start)
        or (
            unit.places(signs.negation)
            and any(_denied(unit, signs, at, taken, first) for at, _, _ in chain[:2])
        )
        or _by_themselves(unit, signs, taken, first, end)
        or (
            _told_of_another(unit, signs, signs.peers, first, actor, taken, quoted=True)
            if anyone
            else (
                not quoted
                and (
                    _by_another(unit, signs, first, actor, taken)
                    or _governed_by_another(unit, signs, first, actor, taken)
                    or _of_one_who(unit, signs, first, actor)
                )
            )
            or _told_of_another(unit, signs, signs.subjects, first, actor, taken, quoted=quoted)
        )
        or is_undone(unit, signs, actor, taken, (first, end), anyone=anyone)
        or _in_name(unit, taken, first)
    )


def _actor(unit: Unit, signs: Signs, taken: set[int]) -> int:
    """The word of a deed that says what is done; its first one where none does."""
    words, start = unit.words, min(taken)
    acts = min(taken & unit.acts, default=start)
    tells = (
        signs.subjects.is_told(words[start])
        and words[start - 1] not in signs.subjects.articles
        and words[start + 1 : start + 2] != ["to"]  # "It used to take a day"
        and words[max(taken)] not in signs.small.objects  # "Three people asked to sit beside me"
    )
    return start if tells and all(word[0].isalnum() for word in words[start:acts]) else acts


def is_denied(unit: Unit, chain: Chain, signs: Signs) -> bool:
    """Whether a person says of the deed in these words that they never did it: "I never took calls"; not "never without"."""
    if not unit.places(signs.negation):
        return False
    taken = {index for begin, end, _ in chain for index in range(begin, end)}
    actor = _actor(unit, signs, taken)
    first, end = unit.sentence(actor)
    opens = [
        at
        for at, _, _ in unit.places(signs.negation)
        if first <= at < actor
        and unit.words[at] in signs.small.flatly
        and (unit.words[at] != "not" or unit.words[at - 1] in signs.small.opening)  # "Not one angry scene"
        and all(word in signs.small.opening for word in unit.words[first:at] if word[0].isalpha())
    ]
    return (
        bool(opens)
        and signs.small.reserved.isdisjoint(unit.words[first:end])
        and _denied(unit, signs, actor, taken, first)
    )


def is_anothers(unit: Unit, chain: Chain, signs: Signs) -> bool:
    """Whether a bullet tells the deed in these words of somebody else, and the person has done nothing up to there.

    "My deputy makes the forecasts"; not "The leads score calls. I drew up their form".
    """
    taken = {index for begin, end, _ in chain for index in range(begin, end)}
    actor = _actor(unit, signs, taken)
    first, end = unit.sentence(actor)
    told = set(unit.words[:end]) | set(
        unit.words[end + 1 : end + 2] if unit.words[end : end + 1] != [";"] else ()
    )
    return signs.small.me.isdisjoint(told - signs.subjects.articles) and (
        _told_of_another(unit, signs, signs.subjects, first, actor, taken, quoted=False)
        or done_by_another(unit, signs, taken, first, end)
    )


def _wished(unit: Unit, signs: Signs, first: int, actor: int) -> bool:
    return any(
        first <= at < actor
        and (at == first or unit.words[at - 1] in signs.small.self)
        and signs.small.since.isdisjoint(unit.words[at:actor])
        for at, _, _ in unit.places(signs.wish)
    )


def _learnt(unit: Unit, signs: Signs, first: int, start: int) -> bool:
    return any(
        first <= at < start and "i" not in unit.words[at:start] for at, _, _ in unit.places(signs.learnt)
    )


def _denied(unit: Unit, signs: Signs, index: int, taken: set[int], first: int) -> bool:
    freed = {at for begin, end, _ in unit.places(signs.harmless) for at in range(begin, end)}
    for at, _, _ in unit.places(signs.negation):
        if first <= at < index and index - at <= _DENIED_WITHIN and at not in taken and at not in freed:
            between = unit.words[at:index]
            if not {",", ":", "(", ")"}.intersection(between):
                return True
    return False


def _by_another(unit: Unit, signs: Signs, first: int, actor: int, taken: set[int]) -> bool:
    """Whether the subject in front of a verb is somebody else, or "by" somebody else follows it."""
    if unit.words[actor + 1 : actor + 2] == ["by"]:
        return any(begin in {actor + 2, actor + 3} for begin, _, _ in unit.places(signs.others)) or (
            unit.words[actor + 2 : actor + 3] in (["a"], ["an"])
            and any(map(signs.subjects.is_agent, unit.words[actor + 3 : actor + 5]))
        )
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


def _governed_by_another(unit: Unit, signs: Signs, first: int, actor: int, taken: set[int]) -> bool:
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
            return at > first and not mine and _by_another(unit, signs, first, at, taken)
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


def _of_one_who(unit: Unit, signs: Signs, first: int, actor: int) -> bool:
    """Whether a sentence tells of somebody in a clause of their own, and then of the deed: "Dana, who sits next to me, brings"."""
    words = unit.words
    opening = next((at for at in range(first, min(first + _AGENT_WORDS, actor)) if words[at] == ","), None)
    if opening is None or words[opening + 1] != "who" or _begins_deed(unit, signs, first):
        return False
    closing = next(
        (at for at in range(opening + 1, min(opening + _APPOSED, actor)) if words[at] == ","), None
    )
    return closing is not None and signs.small.me.isdisjoint(words[closing:actor])


def _begins_deed(unit: Unit, signs: Signs, first: int) -> bool:
    """Whether a sentence begins with what the person did: "Served patients, who ..."."""
    word = unit.words[first]
    return word in signs.subjects.verbs or word in signs.small.me or word.endswith(("ed", "ing"))


def _holds_other(unit: Unit, signs: Signs, begin: int, end: int) -> bool:
    return any(begin < at < end for at, _, _ in unit.places(signs.others))


def _by_themselves(unit: Unit, signs: Signs, taken: set[int], first: int, end: int) -> bool:
    """Whether somebody else did it "himself"; in a sentence without the person."""
    return any(
        max(taken) < at < end for at, _, _ in unit.places(signs.themselves)
    ) and signs.small.me.isdisjoint(unit.words[first:end])


def _told_of_another(
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


def _in_name(unit: Unit, taken: set[int], first: int) -> bool:
    """Whether the words stand within a name, of a firm for one: they and the one before them are written like one."""
    start = min(taken) - 1
    return (
        start >= first
        and not unit.in_capitals
        and all(unit.text[unit.spans[each][0]].isupper() for each in range(start, max(taken) + 1))
    )
