"""Whether a word like "French" names a language that somebody speaks, or a people and its things."""

from collections.abc import Collection, Mapping

from cscareer.skills.finding_text import Block

_NEAR = 3  # words
_LINES_ABOVE = 8


def is_of_people(block: Block, lists: Mapping[str, Collection[str]], first: int, last: int) -> bool:
    """Whether a name that may be a people's stands in no list of languages and beside no language or level."""
    words = block.words
    if first != last or words[first] not in lists["language-or-people"]:
        return False
    before, behind = first, last
    while before > first - _NEAR and not block.stops(before - 1):
        before -= 1
    while behind < last + _NEAR and not block.stops(behind):
        behind += 1
    after = words[last + 1 : behind + 1]
    near = {*words[before:first], *after}
    if "speaking" not in near and not set(after).isdisjoint(lists["not-spoken"]):
        return True
    return near.isdisjoint(lists["spoken-beside"]) and not _is_listed(block, lists, first)


def _is_listed(block: Block, lists: Mapping[str, Collection[str]], index: int) -> bool:
    """Whether a word has a level of its own, or stands below a heading of languages, no empty line between."""
    line = block.line_at(block.starts[index])
    if block.lines[line].level:  # stated beside it
        return True
    for above in range(line - 1, max(line - _LINES_ABOVE, -1) - 1, -1):
        text = block.legible[above].text.strip(" \t:#*").casefold()
        if text in lists["language-heading"]:
            return True
        if not text and above < line - 1:
            return False
    return False
