"""Whether a deed that is told was done by the person at all: or to them, by another, by whom they let do it, or elsewhere."""

from cscareer.skills.deeds_signs import Signs
from cscareer.skills.deeds_units import Unit

_BY_WITHIN = 4  # words between a form of "be" and "by"
_BY_BEHIND = 6  # words between a deed and "by" whom it is done
_AGENT_WORDS = 4
_ACTORS = 3  # words of those whom one lets do something


def is_undone(
    unit: Unit, signs: Signs, actor: int, taken: set[int], sentence: tuple[int, int], *, anyone: bool
) -> bool:
    """Whether a deed in these words was done to the person, by others or elsewhere; `actor` is where its verb stands.

    `anyone` is set where what others do to the person is the deed.
    """
    first, end = sentence
    if signs.undoing.isdisjoint(unit.words):  # as in nearly every bullet
        return _passed_on(unit, signs, taken, end)
    return (
        _suffered(unit, signs, actor)
        or (not anyone and _done_to_me(unit, signs, actor, taken, sentence))
        or _let_do(unit, signs, actor, taken, first)
        or _of_family(unit, signs, taken)
        or done_by_another(unit, signs, taken, first, end)
        or _passed_on(unit, signs, taken, end)
    )


def _done_to_me(unit: Unit, signs: Signs, actor: int, taken: set[int], sentence: tuple[int, int]) -> bool:
    """Whether the person is whom it was done to: "a patient agent calmed me down"; not "I asked them to train me up"."""
    words, behind = unit.words, actor + 1
    return (
        sentence[0] < actor
        and behind < sentence[1]
        and behind not in taken
        and words[behind] in signs.small.done_to
        and words[actor] not in signs.small.giving
        and words[actor - 1] not in signs.small.me
        and words[actor + 2 : actor + 3] != ["to"]
    )


def _let_do(unit: Unit, signs: Signs, actor: int, taken: set[int], first: int) -> bool:
    """Whether the person let or saw somebody else do it: "let security calm them down"; not "let callers calm down"."""
    words = unit.words
    for at in range(actor - 2, max(first, actor - 2 - _ACTORS) - 1, -1):
        between = words[at + 1 : actor]
        if words[at] in signs.small.letting:
            return (
                at not in taken
                and signs.small.me.isdisjoint(between)
                and signs.small.pronouns.isdisjoint(between)
                and signs.subjects.served.isdisjoint(between)
                and all(word[0].isalpha() for word in between)
                and any(word in signs.subjects.nouns or signs.subjects.is_agent(word) for word in between)
                and not any(word in signs.subjects.never for word in between)
            )
    return False


def _of_family(unit: Unit, signs: Signs, taken: set[int]) -> bool:
    """Whether somebody of the person's own family is the one told of: "my grandmother spoke Spanish"."""
    words = unit.words
    return any(at and words[at] in signs.small.family and words[at - 1] in signs.small.owning for at in taken)


def is_name(unit: Unit, index: int, first: int) -> bool:
    """Whether a word is written as a name is, even as the first of its sentence: "SCORE ran a workshop"."""
    start, end = unit.spans[index]
    word = unit.text[start:end]
    return (
        not unit.words[index].startswith("i'")  # "I'd", "I've"
        and len(word) > 1
        and not unit.in_capitals
        and (word.isupper() or (index > first and word[0].isupper()))
    )


def done_by_another(unit: Unit, signs: Signs, taken: set[int], first: int, end: int) -> bool:
    """Whether "by" and somebody else stand behind a participle of the deed: "the charts are built by our BI team"."""
    words, participles = unit.words, tuple(signs.small.participles)
    for at in range(min(taken) + 1, min(max(taken) + _BY_BEHIND, end)):
        done = at - 1 - (words[at - 1] in signs.small.particles)  # "drawn up by"
        if words[at] != "by" or at in taken:
            continue
        if not words[done].endswith(participles) and not _is_passive(unit, signs, taken, first, at):
            continue
        if not signs.small.being.intersection(words[max(first, at - _BY_WITHIN) : at]):
            continue
        agent = words[at + 1 : min(at + 1 + _AGENT_WORDS, end)]
        if not signs.small.me.isdisjoint(agent):
            continue
        if (
            any(word in signs.subjects.nouns for word in agent)
            or any(at < begin <= at + _AGENT_WORDS for begin, _, _ in unit.places(signs.others))
            or (agent and is_name(unit, at + 1, first))
        ):
            return True
    return False


def _is_passive(unit: Unit, signs: Signs, taken: set[int], first: int, by: int) -> bool:
    """Whether a deed that is done stands some words before "by": "were entered in HubSpot by a recruiter"."""
    words = unit.words
    return any(
        words[done - 1] in signs.small.being and words[done].endswith(tuple(signs.small.passive))
        for done in taken
        if max(first, by - _BY_WITHIN) <= done - 1 and done < by
    ) and all(word.isalnum() for word in words[min(taken) : by])


def _passed_on(unit: Unit, signs: Signs, taken: set[int], end: int) -> bool:
    """Whether what the words speak of is done elsewhere: "cancellation calls were transferred to loyalty"."""
    words, places = unit.words, unit.places(signs.passed_on)
    return bool(places) and any(
        min(taken) < begin <= max(taken) + _BY_WITHIN
        and last <= end
        and signs.small.me.isdisjoint(words[begin:end])
        and (
            words[begin] not in signs.small.going
            or not signs.subjects.nouns.isdisjoint(words[last : min(last + _AGENT_WORDS, end)])
        )
        for begin, last, _ in places
    )


def _suffered(unit: Unit, signs: Signs, actor: int) -> bool:
    """Whether it was done to the person: "was coached on", "got trained in"."""
    words = unit.words
    return (
        actor > 0
        and words[actor - 1] in signs.small.being
        and words[actor].endswith(tuple(signs.small.passive))
        and (actor == 1 or words[actor - 2] in signs.small.suffered)
    )
