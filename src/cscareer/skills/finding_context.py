"""Where a skill's name doesn't speak of the skill: negation, departments, verbs that look alike, the employer's own part."""

from bisect import bisect_left, bisect_right

from cscareer.skills.finding_phrases import Phrase, Use
from cscareer.skills.finding_text import Block, word_set

_HYPHENS = frozenset("-\u2010\u2011")
_AFTER_HYPHEN = word_set(
    "based certified experienced fluent oriented proficient related savvy skilled trained"
)

_NOT = word_set("not never nor neither cannot unfamiliar dont")
_NO = word_set("no without lack lacks lacking zero")
_SHORT_NOT = word_set("don doesn isn aren haven hasn hadn can won wasn weren didn couldn wouldn shouldn ain")
_CONTRAST = word_set("although but however just limited only plus though whereas while yet")
_KNOWING = word_set("experience experienced familiar know knowledge skilled used worked")
_NO_NEGATION = word_set("doubt later less longer matter more one problem")
_FAILING = word_set("fail failed hesitate miss missed stop stopped")
_NOT_WANTED = word_set("essential mandatory necessary needed required")
_HEADING = 40  # characters of a heading at most
_REACH = 6  # words between a "not" and what it denies

_UNITS = word_set(
    "agency degree department departments dept division divisions industry major office studies"
)
_TEAMS = word_set("group groups team teams unit")
_UNIT_NAMES = word_set(
    "acquisition analytics assurance communication communications delivery design experience improvement management "
    "operations security success support"
)
_TITLES = word_set("agent associate center director executive manager officer representative specialist")
_MEANS = word_set(
    "channel channels device devices equipment materials preferences service services system systems technology"
)
_TAUGHT = word_set("bachelor bachelors degree form forms major mass means method methods mode modes")
_RECEIVING = word_set(
    "accept accepting attend attends open participate participates participating receive received receives receiving "
    "receptive responsive"
)
_BEFORE_VERB = word_set("can consistently could ll must should they thrive to we who will would you")
_AFTER_VERB = word_set("as at beyond in under when while within your")


def speaks_of_skill(block: Block, first: int, last: int) -> bool:
    """Whether the words from first to last, a skill's name, mean that skill here."""
    return not (
        _is_part_of_another(block, first, last)
        or _is_part_of_address(block, first)
        or _is_named_alike(block, first, last)
        or _is_denied(block, first)
        or _is_not_wanted(block, last)
    )


def closed_parts(block: Block, marks: list[tuple[int, int, Phrase]]) -> list[tuple[int, int]]:
    """From which word to which a text speaks of the employer and not of the work.

    Args:
        block: the text.
        marks: the first and the last word of each phrase that tells so, and the phrase.
    """
    parts: list[tuple[int, int]] = []
    begin = end = -1  # of the part last begun by a heading
    for first, last, phrase in marks:
        if phrase.use is Use.BOILERPLATE:
            parts.append(block.sentence(first))
        elif not block.begins_line(first) or (
            phrase.alias == "about" and not _is_about_employer(block, last)
        ):
            continue
        elif phrase.use is Use.SUBJECT:
            if first <= end and (_runs_on(block, last) or _is_heading(block, first, last, spare=2)):
                end = first - 1
        elif _runs_on(block, last):
            parts.append((first, _line_end(block, last)))
        elif first > end and _is_heading(block, first, last, spare=3 if phrase.alias == "about" else 1):
            parts.append((begin, end))
            begin, end = first, _part_end(block, first)
    return [*parts, (begin, end)]


def _line_end(block: Block, index: int) -> int:
    while index + 1 < len(block.words) and not block.begins_line(index + 1):
        index += 1
    return index


def _part_end(block: Block, index: int) -> int:
    """The last word of a part that begins at a word: a short line behind an empty one begins another part."""
    lines, number = block.lines, block.line_at(block.starts[index])
    told = False
    for following in range(number + 1, len(lines)):
        text = lines[following].text.strip()
        is_short = 0 < len(text) <= _HEADING and not text.endswith((".", ",", ";", "!"))
        if told and is_short and not lines[following - 1].text.strip():
            return bisect_left(block.starts, block.line_starts[following]) - 1
        told = told or bool(text)
    return len(block.words) - 1


def _runs_on(block: Block, last: int) -> bool:
    """Whether a heading's text stands in its own line: "Benefits: …", or "BenefitsOur …" where a break was lost."""
    gap = block.gap(last)
    return last + 1 < len(block.words) and (gap == "" or gap.startswith(":")) and "\n" not in gap


def _is_heading(block: Block, first: int, last: int, *, spare: int) -> bool:
    """Whether a line holds these words and at most some more."""
    end = first
    while end - last <= spare and end + 1 < len(block.words) and not block.begins_line(end + 1):
        end += 1
    return end - last <= spare and not block.gap(end).startswith((".", ",", ";"))


def _is_about_employer(block: Block, last: int) -> bool:
    following = block.words[last + 1 : last + 2]
    return bool(following) and following[0] not in {"you", "me", "the", "this", "your", "role", "myself"}


def _is_part_of_another(block: Block, first: int, last: int) -> bool:
    """Whether a hyphen ties the words to others: "non-SQL"."""
    text, start, end = block.low, block.starts[first], block.ends[last]
    if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
        return True
    return (
        end + 1 < len(text)
        and text[end] in _HYPHENS
        and text[end + 1].isalnum()
        and block.words[last + 1] not in _AFTER_HYPHEN
    )


def _is_part_of_address(block: Block, first: int) -> bool:
    start = block.starts[first]
    before = bisect_right(block.addresses, (start, len(block.low))) - 1
    return before >= 0 and start < block.addresses[before][1]


def _is_named_alike(block: Block, first: int, last: int) -> bool:
    """Whether the words name a department, a means, a verb … that is called like the skill."""
    word = block.words[last]
    before = "" if block.stops(first - 1) else block.words[first - 1]
    after = "" if block.stops(last) or "," in block.gap(last) else block.words[last + 1]
    before_it = frozenset(block.words[max(first - 5, 0) : first])
    match word:
        case "communication" | "communications":
            alike = after in _MEANS or bool(_TAUGHT & frozenset(block.words[max(first - 3, 0) : first]))
        case "coaching" | "mentoring" | "mentorship":
            alike = bool(_RECEIVING & before_it)
        case "excel" if first == last:
            alike = before in _BEFORE_VERB or (
                after in _AFTER_VERB
                and before in {"", "also", "and", "only", "that"}
                and "level" not in block.words[last + 2 : last + 5]  # "Excel at an advanced level"
            )
        case "experience":
            alike = after in _TITLES
        case "confluence":
            alike = after == "of"
        case _:
            alike = False
    return alike or (after in _UNITS and word != "with") or (after in _TEAMS and word in _UNIT_NAMES)


def _is_denied(block: Block, first: int) -> bool:
    """Whether the sentence denies the skill: "no CRM experience", "not familiar with SQL"."""
    commas = joined = knowing = False
    listed = "or" in block.words[first : first + 4]
    for index in range(first - 1, max(first - _REACH - 2, -1), -1):
        if block.stops(index) or ":" in block.gap(index):
            return False
        word, following = block.words[index], block.words[index + 1]
        commas = commas or "," in block.gap(index)
        listed = listed or word in {"or", "nor"}
        knowing = knowing or word in _KNOWING
        joined = joined or word == "and"
        if word in _CONTRAST:
            return False
        negation = (
            (word in _NOT and following not in _FAILING)
            or (word in _NO and following not in _NO_NEGATION and block.gap(index) != "-")  # "no-nonsense"
            or (word == "t" and block.words[index - 1] in _SHORT_NOT)
        )
        if negation:
            return (not commas or listed) and (not joined or (knowing and word not in _NO))
    return False


def _is_not_wanted(block: Block, last: int) -> bool:
    """Whether the sentence goes on to say that the skill isn't wanted: "SQL is not required"."""
    index = last
    while index < last + 4 and not block.stops(index) and "," not in block.gap(index):
        index += 1
        if block.words[index] in _NOT_WANTED and {"not", "t", "never"}.intersection(
            block.words[last + 1 : index]
        ):
            return True
    return False
