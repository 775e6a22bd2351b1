"""Whose deed words are: the person's own and done, or another's, wished for, learnt, denied."""

from cscareer.skills.deeds_others import (
    is_by_another,
    is_by_themselves,
    is_governed_by_another,
    is_of_described,
    is_of_one_who,
    is_told_of_another,
)
from cscareer.skills.deeds_patterns import Chain
from cscareer.skills.deeds_signs import HeadingSense, Signs
from cscareer.skills.deeds_undone import done_by_another, is_undone
from cscareer.skills.deeds_units import Unit

_DENIED_WITHIN = 4  # words between a negation and what it denies
_HEADING_WORDS = 6


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
    if first < actor:
        anothers = (
            _wished(unit, signs, first, actor)
            or _learnt(unit, signs, first, start)
            or _done_before(unit, signs, first, actor, taken, quoted=quoted, anyone=anyone)
        )
    else:  # where a sentence begins with what is done, only "by" tells of somebody else
        anothers = not (anyone or quoted) and is_by_another(unit, signs, first, actor, taken)
    return not (
        anothers
        or (
            unit.places(signs.negation)
            and any(_denied(unit, signs, at, taken, first) for at, _, _ in chain[:2])
        )
        or is_by_themselves(unit, signs, taken, first, end)
        or is_undone(unit, signs, actor, taken, (first, end), anyone=anyone)
        or _in_name(unit, taken, first)
    )


def _done_before(
    unit: Unit, signs: Signs, first: int, actor: int, taken: set[int], *, quoted: bool, anyone: bool
) -> bool:
    """Whether the words before a deed's verb tell of somebody else as who did it."""
    if anyone:
        return is_told_of_another(unit, signs, signs.peers, first, actor, taken, quoted=True)
    return (
        not quoted
        and (
            is_by_another(unit, signs, first, actor, taken)
            or is_governed_by_another(unit, signs, first, actor, taken)
            or is_of_one_who(unit, signs, first, actor)
            or is_of_described(unit, signs, first, taken)
        )
    ) or is_told_of_another(unit, signs, signs.subjects, first, actor, taken, quoted=quoted)


def _actor(unit: Unit, signs: Signs, taken: set[int]) -> int:
    """The word of a deed that says what is done; its first one where none does."""
    words, start = unit.words, min(taken)
    acts = min(taken & unit.acts, default=start)
    if acts == start:
        return start
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
        is_told_of_another(unit, signs, signs.subjects, first, actor, taken, quoted=False)
        or done_by_another(unit, signs, taken, first, end)
    )


def _wished(unit: Unit, signs: Signs, first: int, actor: int) -> bool:
    wishes = unit.places(signs.wish)
    return bool(wishes) and any(
        first <= at < actor
        and (at == first or unit.words[at - 1] in signs.small.self)
        and signs.small.since.isdisjoint(unit.words[at:actor])
        for at, _, _ in wishes
    )


def _learnt(unit: Unit, signs: Signs, first: int, start: int) -> bool:
    learnt = unit.places(signs.learnt)
    return bool(learnt) and any(
        first <= at < start and "i" not in unit.words[at:start] for at, _, _ in learnt
    )


def _denied(unit: Unit, signs: Signs, index: int, taken: set[int], first: int) -> bool:
    freed = {at for begin, end, _ in unit.places(signs.harmless) for at in range(begin, end)}
    for at, _, _ in unit.places(signs.negation):
        if first <= at < index and index - at <= _DENIED_WITHIN and at not in taken and at not in freed:
            between = unit.words[at:index]
            if not {",", ":", "(", ")"}.intersection(between):
                return True
    return False


def _in_name(unit: Unit, taken: set[int], first: int) -> bool:
    """Whether the words stand within a name, of a firm for one: they and the one before them are written like one."""
    start = min(taken) - 1
    return (
        start >= first
        and not unit.in_capitals
        and all(unit.text[unit.spans[each][0]].isupper() for each in range(start, max(taken) + 1))
    )
