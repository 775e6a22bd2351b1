"""What the names in a sentence come to: whether each counts, and how well the skill is done.

No rule looks further than a few words beyond the sentence that a name stands in. The sentence with the lines so far around it
is its setting, and the same setting gives the same answers wherever it stands, so it is read once and then remembered: ads and
resumes repeat themselves and one another. `tests/skills/test_finding_settings.py` holds remembered readings against fresh ones.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cscareer.catalog.models import SkillLevel
from cscareer.catalog.remembering import Kept
from cscareer.catalog.word_models import Effect
from cscareer.skills.evidence import Rule
from cscareer.skills.finding_context import Context
from cscareer.skills.finding_levels import Levels
from cscareer.skills.finding_rules import Rulebook
from cscareer.skills.finding_text import Block

_BEFORE, _BEHIND = 5, 14  # words before and behind a sentence that any rule looks at
_REACH = 72  # characters before it in which years of doing something may stand
_MOST_WORDS = (
    40  # of a sentence that is remembered; in longer ones what was found for one name may serve the next
)
_QUOTES = ('"', "“", "”")  # before which words further away count; such a setting isn't remembered
_MOST = 8192  # settings; some MB
_LONGEST = 1000  # characters of a setting that is remembered
_LONGEST_LEVEL = 80  # characters; more of them are no level

Place = tuple[int, int]  # the first and the last word of a name


class NameReading(NamedTuple):
    """What a name comes to: what the rules do to it, None where it simply counts, and its level and what says so."""

    effect: Effect | None
    level: SkillLevel | None
    rule: Rule


class SettingReader:
    """Reads the names in sentences by the rules and the words of levels for one kind of text."""

    def __init__(self, rules: Rulebook, levels: Levels) -> None:
        self._rules, self._levels = rules, levels
        self._known: Kept[tuple[object, ...], tuple[NameReading, ...]] = Kept(_MOST)

    @property
    def remembers(self) -> int:
        """How many settings it remembers."""
        return len(self._known)

    def read(
        self, block: Block, names: Sequence[Place], of_third_person: Callable[[], bool]
    ) -> Iterator[NameReading]:
        """What each name of a text comes to; `names` stand in its order and don't overlap."""
        context = Context(block, self._rules, names, of_third_person)
        for sentence, group in groupby(names, lambda name: block.sentence(name[0])):
            together = list(group)
            key = self._setting(block, context, sentence, together, of_third_person)
            known = self._known.get(key) if key else None
            if known is None:
                known = tuple([self._fresh(block, context, *name) for name in together])
                if key:
                    self._known.keep(key, known)
            yield from known

    def _setting(
        self,
        block: Block,
        context: Context,
        sentence: Place,
        names: Sequence[Place],
        of_third_person: Callable[[], bool],
    ) -> tuple[object, ...] | None:
        """All that the readings of a sentence's names depend on; None where it isn't to be remembered."""
        opens, closes = sentence
        if closes - opens >= _MOST_WORDS or not block.is_plain:
            return None
        starts = block.starts
        begin = min(starts[opens - _BEFORE], starts[opens] - _REACH) if opens > _BEFORE else 0
        begins, text = block.lines_around(max(begin, 0), closes + _BEHIND)
        if len(text) > _LONGEST or any(map(text.__contains__, _QUOTES)):
            return None
        return (
            text,
            starts[opens] - begins,
            closes - opens,
            of_third_person(),
            *[(first - opens, last - opens, *context.around(first, last)) for first, last in names],
        )

    def _fresh(self, block: Block, context: Context, first: int, last: int) -> NameReading:
        effect = context.effect(first, last)
        if effect is Effect.NOT_COUNTED:
            return NameReading(effect, None, Rule.NAMED)
        beside = block.lines[block.line_at(block.starts[first])].level
        if beside and (stated := self._levels.field(beside[:_LONGEST_LEVEL])):
            return NameReading(effect, stated, Rule.BESIDE)
        level, rule = self._levels.of(block, first, last)
        if level is None and effect is Effect.BASIC:
            return NameReading(effect, SkillLevel.BASIC, Rule.PHRASE_BEFORE)
        return NameReading(effect, level, rule)
