"""How well somebody does a skill, from the words around its name, and which rule says so.

Which word means which level, and how many years make one, is our own judgement:

- basic: basic, beginner, elementary, familiar with, exposure to; less than one year
- working: intermediate, working knowledge of, proficient, comfortable with, skilled in; one year and more
- advanced: advanced, fluent, extensive, highly proficient; three years and more
- expert: expert, expertise in, mastery of, native; eight years and more

"Strong", "excellent" and "good" give no level: ads and resumes say them of everything. Of two levels ("intermediate to
advanced") the lower one counts.
"""

import re
from enum import StrEnum
from functools import lru_cache

from cscareer.catalog.models import SkillLevel
from cscareer.skills.finding_text import Block, TextLine, word_set


class Rule(StrEnum):
    """What about a text gave the finding its level."""

    NAMED = "named"  # the name alone; no level
    WORD_BEFORE = "word-before"  # "advanced Excel"
    PHRASE_BEFORE = "phrase-before"  # "expert in SQL", "working knowledge of Word and Excel"
    WORD_AFTER = "word-after"  # "Excel (advanced)", "SQL expert"
    YEARS_BEFORE = "years-before"  # "5 years of Zendesk"
    YEARS_AFTER = "years-after"  # "Zendesk (5 years)"
    BESIDE = "beside"  # a form's own field for it: {"name": "Zendesk", "level": "Advanced"}


_LEVELS = {
    word: level
    for level, said in {
        SkillLevel.BASIC: "basic beginner beginners elementary exposure familiar familiarity fundamental introductory "
        "novice rudimentary",
        SkillLevel.WORKING: "comfortable competence competent conversational intermediate proficiency proficient skilled "
        "working",
        SkillLevel.ADVANCED: "advanced extensive fluency fluent",
        SkillLevel.EXPERT: "expert expertise mastered mastery native",
    }.items()
    for word in said.split()
}
_RAISED = word_set("exceptionally extremely highly very")
_OF_KNOWLEDGE = word_set("command knowledge level proficiency understanding")
_FILLERS = word_set(
    "a an both command computer experience google in knowledge level microsoft ms of or proficiency skill skills software "
    "the to understanding user using with working"
)
_PREPOSITIONS = word_set("in of with at using")
_ENDS_LIST = word_set(
    "ability able are excellent experience for from good have is must on solid strong superior to we will you"
)
_LIST_REACH = 10  # words

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
}
_COUNT = rf"(?P<count>[0-9]{{1,2}}|{'|'.join(_NUMBERS)})"
_SPAN = (
    rf"{_COUNT}\s*\+?\s*(?:(?:-|–|to|or)\s*(?:[0-9]{{1,2}}|more)\s*\+?\s*)?(?P<unit>year|yr|month)s?\b['’]?"
)
_YEARS_BEFORE = re.compile(
    rf"(?<![0-9.,$]){_SPAN}\s+(?:(?:of|experience|exp|in|with|using|working|work|professional|hands-on|relevant|the|as|an?|on|"
    r"direct|related|progressive|proven|practical)\s+){0,5}\Z"
)
_YEARS_AFTER = re.compile(
    rf"(?:\s+(?:skills?|experience))?(?:\s*[,(\[:–-]\s*|\s+for\s+)(?:over\s+|about\s+|more\s+than\s+)?{_SPAN}"
    r"(?!\s+(?:of|in|with|as)\b(?!\s+experience))"
)
_WORD = "|".join(word for word in _LEVELS if word != "working")
_WORD_AFTER = re.compile(
    r"(?:\s+(?:language|skills?|knowledge|experience|proficiency|user))?\s*(?:[(\[:–—-]\s*)(?:at\s+)?(?:an?\s+)?"
    rf"(?P<raised>highly\s+|very\s+)?(?P<level>{_WORD}|working)(?:\s*(?:to|/|-)\s*(?:{_WORD}))?"
    r"(?:\s+(?:level|user|knowledge|proficiency|skills?|speaker))?\s*(?=[)\],;.\n/|•·]|\Z)"
    rf"|\s+at\s+an?\s+(?P<at>{_WORD})\s+level\b"
    r"|\s+(?P<noun>experts?|proficiency|fluency|mastery|expertise)\b(?!\s*:)"
)


def level_of(block: Block, first: int, last: int) -> tuple[SkillLevel | None, Rule]:
    """The level that the words around a skill's name give it, or none."""
    after = _level_after(block, last)
    if after:
        return after, Rule.WORD_AFTER
    before = _level_before(block, first)
    if before:
        return before
    if years := _YEARS_AFTER.match(block.low, block.ends[last]):
        return _level_of_years(years), Rule.YEARS_AFTER
    return None, Rule.NAMED


@lru_cache(maxsize=256)
def level_said(words: str) -> SkillLevel | None:
    """The level of a form's own field, "Advanced" or "5 years", as it would stand in brackets behind a name."""
    return level_of(Block([TextLine(1, f"x ({words})")], ()), 0, 0)[0]


def _level_after(block: Block, last: int) -> SkillLevel | None:
    match = _WORD_AFTER.match(block.low, block.ends[last])
    if not match:
        return None
    word = match["level"] or match["at"] or match["noun"].removesuffix("s")
    return _raised(_LEVELS[word], raised=bool(match["raised"]))


def _level_before(block: Block, first: int) -> tuple[SkillLevel, Rule] | None:
    index = first - 1
    while index >= first - 5 and not block.stops(index) and "," not in block.gap(index):
        level = _level_at(block, index)
        if level:
            return level, Rule.WORD_BEFORE if index == first - 1 else Rule.PHRASE_BEFORE
        if block.words[index] not in _FILLERS:
            break
        index -= 1
    if level := _years_ending(block, block.starts[first]):
        return level, Rule.YEARS_BEFORE
    return _level_of_list(block, first)


def _level_of_list(block: Block, first: int) -> tuple[SkillLevel, Rule] | None:
    """The level at the head of the list in which the name isn't the first: "proficient in Word, Excel and SQL"."""
    listed = False
    for index in range(first - 1, max(first - _LIST_REACH, 0), -1):
        if block.stops(index):
            return None
        word = block.words[index]
        listed = listed or "," in block.gap(index) or word in {"and", "or"}
        if word in _ENDS_LIST:
            return None
        if word in _PREPOSITIONS:
            if not listed:
                return None
            if level := _level_at(block, index - 1) or _level_at(block, index - 2):
                return level, Rule.PHRASE_BEFORE
            years = _years_ending(block, block.starts[index + 1])
            return (years, Rule.YEARS_BEFORE) if years else None
    return None


def _level_at(block: Block, index: int) -> SkillLevel | None:
    """The level a word names, the lower one of two: "intermediate to advanced"."""
    if index < 0 or block.stops(index):
        return None
    word = block.words[index]
    level = _LEVELS.get(word)
    if level is None or word == "working":
        return level if level and block.words[index + 1] in _OF_KNOWLEDGE else None
    if block.stops(index - 1):
        return level
    before = block.words[index - 1]
    other = (
        _LEVELS.get(block.words[index - 2]) if index > 1 and before in {"to", "or"} else _LEVELS.get(before)
    )
    if other is None:
        return _raised(level, raised=before in _RAISED)
    return other if word == "proficiency" else min(level, other)


def _raised(level: SkillLevel, *, raised: bool) -> SkillLevel:
    return SkillLevel.ADVANCED if raised and level is SkillLevel.WORKING else level


def _years_ending(block: Block, place: int) -> SkillLevel | None:
    """The level of "5 years of …" that ends at a place of the text."""
    begin = max(0, place - 70)
    if (
        "year" not in block.low[begin:place]
        and "yr" not in block.low[begin:place]
        and "month" not in block.low[begin:place]
    ):
        return None
    match = _YEARS_BEFORE.search(block.low, begin, place)
    return _level_of_years(match) if match else None


def _level_of_years(match: re.Match[str]) -> SkillLevel:
    count = _NUMBERS[match["count"]] if match["count"] in _NUMBERS else int(match["count"])
    years = count / 12 if match["unit"] == "month" else count
    steps = {SkillLevel.EXPERT: 8, SkillLevel.ADVANCED: 3, SkillLevel.WORKING: 1}
    return next((level for level, least in steps.items() if years >= least), SkillLevel.BASIC)
