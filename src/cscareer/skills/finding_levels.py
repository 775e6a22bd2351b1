"""How well somebody does a skill, from the words and signs around its name, and which rule says so.

Which word means which level stands in words/levels.yaml; how many years make one is our own judgement: less than one is
basic, one and more working, three and more advanced, eight and more expert. Of two levels ("intermediate to advanced")
the lower one counts. A word belongs to the item of a list or the cell that it stands in.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import SkillLevel
from cscareer.catalog.number_words import NUMBER_WORDS, number_of
from cscareer.catalog.word_models import LevelScale
from cscareer.skills.evidence import Rule
from cscareer.skills.finding_text import Block, TextLine

_LIST_REACH = 10  # words

_COUNT = rf"(?P<count>[0-9]{{1,2}}|{'|'.join(NUMBER_WORDS)})"
_SPAN = rf"{_COUNT}\s{{0,3}}\+?\s{{0,3}}(?:(?:-|–|to|or)\s{{0,3}}(?:[0-9]{{1,2}}|more)\s{{0,3}}\+?\s{{0,3}})?(?P<unit>year|yr|month)s?\b['’]?"
_SAID = ("level-of-name", "level-more", "level-noun", "level-alone", "years-filler", "years-noun", "years-about", "years-of")  # fmt: skip
_SPACE = r"(?:\s{1,3}|-)"  # between the words of a phrase
_REACH = 70  # characters before a name in which years may stand
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_ENDS_ITEM = r"(?=[)\],;.\n/|•·\t]|\s{2}|\Z)"
_LEAST_SIGNS = 3  # of a row of signs; fewer begin an item of a list
_OF_FIVE = 5  # signs, where none stands for what is missing
_BRACKETS = frozenset(")]")


class Levels:
    """The words and signs of a catalog, made ready."""

    def __init__(self, catalog: Catalog) -> None:
        self._lists = {name: frozenset(each.words) for name, each in catalog.word_lists.items()}
        stated = [each for each in catalog.level_words.values() if not each.field_only]
        self._words = {word: SkillLevel(each.level) for each in stated for word in each.words}
        self._fields = {
            word: SkillLevel(each.level) for each in catalog.level_words.values() for word in each.words
        }
        word = "|".join(re.escape(word) for word in self._words if word != "working")
        said = {name: _any_of(catalog.word_lists[name].words) for name in _SAID}
        self._word_after = re.compile(
            rf"(?:\s{{1,3}}{said['level-of-name']})?(?:\s{{0,3}}\([^()\n]{{1,60}}\)(?=\s{{0,3}}[:–—|-]))?\s{{0,3}}"
            r"(?:[(\[:–—|-]\s{0,3}|\.{3,80}\s{0,3}|,\s(?=[a-z]{5,12}\s{0,3}(?:\n|\Z))|\t\s{0,3}|\s{2,40}|\s(?!\s))(?:at\s{1,3})?(?:an?\s{1,3})?"
            rf"(?P<raised>{said['level-more']}\s{{1,3}})?(?P<level>{word}|working)(?:\s{{0,3}}(?:to|/|-)\s{{0,3}}(?:{word}))?"
            rf"(?:\s{{1,3}}{said['level-noun']})?\s{{0,3}}{_ENDS_ITEM}"
            rf"|\s{{1,3}}at\s{{1,3}}an?\s{{1,3}}(?P<at>{word})\s{{1,3}}level\b"
            rf"|\s{{1,3}}(?P<noun>{said['level-alone']})\b(?!\s{{0,3}}:)"
        )
        self._years_before = re.compile(
            rf"(?<![0-9.,$]){_SPAN}\s{{1,3}}(?:{said['years-filler']}\s{{1,3}}){{0,5}}\Z"
        )
        self._years_after = re.compile(
            rf"(?:\s{{1,3}}{said['years-noun']})?(?:\s{{0,3}}[,(\[:–-]\s{{0,3}}|\s{{1,3}}for\s{{1,3}})(?:{said['years-about']}\s{{1,3}})?{_SPAN}"
            rf"(?!\s{{1,3}}{said['years-of']}\b(?!\s{{1,3}}experience))"
        )
        self._scales = [
            (
                scale,
                re.compile(
                    rf"\s{{0,3}}{'[(:–—|,-]' if scale.level else '[(:–—|-]'}?\s{{0,3}}(?:at\s{{1,3}})?(?:{scale.pattern})\s{{0,3}}{_ENDS_ITEM}"
                ),
            )
            for scale in catalog.level_scales.values()
        ]
        self._scale_heads = frozenset(
            word for scale in catalog.level_scales.values() for word in _PLAIN_WORD.findall(scale.pattern)
        )
        self._scale_before = [
            (scale, re.compile(rf"(?:\A|[\n,;|•])\s{{0,3}}(?:{scale.pattern})\s{{0,3}}:\s{{0,3}}\Z"))
            for scale in catalog.level_scales.values()
            if scale.level
        ]
        self.field = lru_cache(maxsize=256)(self._field)

    def of(self, block: Block, first: int, last: int) -> tuple[SkillLevel | None, Rule]:
        """The level that the words around a skill's name give it, or none."""
        if self._may_have_scale(block, last) and (scale := self._scale(block.low, block.ends[last])):
            return scale, Rule.SCALE
        if scale := self._scale_at_head(block, first):
            return scale, Rule.SCALE
        if after := self._after(block, last):
            return after, Rule.WORD_AFTER
        if before := self._before(block, first):
            return before
        if years := self._years_after.match(block.low, block.ends[last]):
            return _level_of_years(years), Rule.YEARS_AFTER
        return None, Rule.NAMED

    def _field(self, words: str) -> SkillLevel | None:
        """The level of a form's own field: "Advanced", "5 years", "4/5"."""
        said = re.sub(r"[^\w/]+", " ", words.casefold()).strip()
        for phrase in sorted(self._fields, key=len, reverse=True):
            if said == phrase or said.startswith(f"{phrase} level"):
                return self._fields[phrase]
        level = self.of(Block([TextLine(1, f"x ({words})")]), 0, 0)[0]
        if level is None:
            level = next((self._fields[word] for word in said.split() if word in self._fields), None)
        return level

    def _may_have_scale(self, block: Block, last: int) -> bool:
        """Whether a look at the signs behind a name is worth its time: mostly another word follows, or nothing."""
        following = block.words[last + 1] if last + 1 < len(block.words) else ""
        gap = block.gap(last)
        if gap == " ":
            return following in self._scale_heads or following.isdigit()
        return not gap.startswith((".", "\n")) or "\n" not in gap

    def _scale(self, text: str, place: int) -> SkillLevel | None:
        """The level of the signs that begin at a place."""
        for scale, pattern in self._scales:
            if (match := pattern.match(text, place)) and (level := _level_of_scale(scale, match)):
                return level
        return None

    def _scale_at_head(self, block: Block, first: int) -> SkillLevel | None:
        """The level of "Mother tongue: Spanish"."""
        if first == 0 or not block.gap(first - 1).startswith(":"):
            return None
        end = block.starts[first]
        text = block.low[max(0, end - _REACH) : end]
        return next(
            (
                SkillLevel(scale.level)
                for scale, pattern in self._scale_before
                if scale.level and pattern.search(text)
            ),
            None,
        )

    def _after(self, block: Block, last: int) -> SkillLevel | None:
        match = self._word_after.match(block.low, block.ends[last])
        if not match:
            return None
        word = match["level"] or match["at"] or match["noun"].removesuffix("s")
        return _raised(self._words[word], raised=bool(match["raised"]))

    def _before(self, block: Block, first: int) -> tuple[SkillLevel, Rule] | None:
        index = first - 1
        while index >= first - 5 and not _ends_item(block, index):
            level = self._at(block, index)
            if level:
                return level, Rule.WORD_BEFORE if index == first - 1 else Rule.PHRASE_BEFORE
            if block.words[index] not in self._lists["level-filler"]:
                break
            index -= 1
        if level := self._years_ending(block, block.starts[first]):
            return level, Rule.YEARS_BEFORE
        return self._of_list(block, first)

    def _of_list(self, block: Block, first: int) -> tuple[SkillLevel, Rule] | None:
        """The level at the head of the list in which the name isn't the first: "proficient in Word, Excel and SQL"."""
        begin = max(first - _LIST_REACH, 0)
        if (
            self._lists["level-preposition"].isdisjoint(block.words[begin:first])
            and ":" not in block.low[block.starts[begin] : block.starts[first]]
        ):
            return None
        listed = False
        for index in range(first - 1, max(first - _LIST_REACH, -1), -1):
            gap = block.gap(index)
            if block.stops(index) or not _BRACKETS.isdisjoint(gap):
                return None
            word = block.words[index]
            if ":" in gap:  # "Advanced: Excel, SQL"
                level = self._at(block, index) if block.stops(index - 1) else None
                return (level, Rule.PHRASE_BEFORE) if level else None
            listed = listed or "," in gap or word in {"and", "or"}
            if word in self._lists["level-list-end"]:
                return None
            if word in self._lists["level-preposition"]:
                return self._at_head(block, index) if listed else None
        return None

    def _at_head(self, block: Block, index: int) -> tuple[SkillLevel, Rule] | None:
        """The level that stands before the preposition of a list."""
        if level := self._at(block, index - 1) or self._at(block, index - 2):
            return level, Rule.PHRASE_BEFORE
        years = self._years_ending(block, block.starts[index + 1])
        return (years, Rule.YEARS_BEFORE) if years else None

    def _at(self, block: Block, index: int) -> SkillLevel | None:
        """The level a word names, the lower one of two: "intermediate to advanced"."""
        if index < 0 or block.stops(index):
            return None
        word = block.words[index]
        level = self._words.get(word)
        if level is None or word == "working":
            return level if level and block.words[index + 1] in self._lists["level-of"] else None
        if block.stops(index - 1):
            return level
        before = block.words[index - 1]
        other = (
            self._words.get(block.words[index - 2])
            if index > 1 and before in {"to", "or"}
            else self._words.get(before)
        )
        if other is None:
            return _raised(level, raised=before in self._lists["level-raised"])
        return other if word == "proficiency" else min(level, other)

    def _years_ending(self, block: Block, place: int) -> SkillLevel | None:
        """The level of "5 years of …" that ends at a place of the text."""
        begin = max(0, place - _REACH)
        before = block.low[begin:place]
        if "year" not in before and "yr" not in before and "month" not in before:
            return None
        match = self._years_before.search(block.low, begin, place)
        return _level_of_years(match) if match else None


def _any_of(phrases: Sequence[str]) -> str:
    """A pattern of these phrases as they stand in a text, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(_SPACE.join(each.split()) for each in longest_first)})"


def _ends_item(block: Block, index: int) -> bool:
    gap = block.gap(index)
    return gap != " " and ("," in gap or not _BRACKETS.isdisjoint(gap) or block.stops(index))


def _raised(level: SkillLevel, *, raised: bool) -> SkillLevel:
    return SkillLevel.ADVANCED if raised and level is SkillLevel.WORKING else level


def _level_of_scale(scale: LevelScale, match: re.Match[str]) -> SkillLevel | None:
    if scale.level:
        return SkillLevel(scale.level)
    full, whole = match["full"], match["whole"]
    if not full.isdigit():
        if len(whole) < _LEAST_SIGNS:
            return None
        signs = len(whole) if full != whole else max(len(whole), _OF_FIVE)
        return SkillLevel(max(1, round(len(full) / signs * len(SkillLevel))))
    share = int(full) / (100 if whole == "%" else int(whole))
    return SkillLevel(max(1, round(share * len(SkillLevel))))


def _level_of_years(match: re.Match[str]) -> SkillLevel:
    count = number_of(match["count"]) or 0
    years = count / 12 if match["unit"] == "month" else count
    steps = {SkillLevel.EXPERT: 8, SkillLevel.ADVANCED: 3, SkillLevel.WORKING: 1}
    return next((level for level, least in steps.items() if years >= least), SkillLevel.BASIC)
