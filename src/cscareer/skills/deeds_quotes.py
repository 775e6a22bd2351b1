"""What of a text is quoted for a deed that it tells."""

from cscareer.skills.deeds_patterns import Chain
from cscareer.skills.deeds_units import Unit

_LONGEST_QUOTE = 200  # characters
_OPEN_ENDS = " ,;:–—-"


def sentence_of(unit: Unit, chain: Chain) -> str:
    """The sentence in which a deed begins."""
    first, end = unit.sentence(min(first for first, _, _ in chain))
    return unit.text[unit.spans[first][0] : unit.spans[end - 1][1]]


def quote_of(unit: Unit, chain: Chain) -> tuple[int, str]:
    """The line in which the deed begins, counted from 0, and what of its sentence stands there."""
    start, end = min(first for first, _, _ in chain), max(end for _, end, _ in chain)
    left, _ = unit.sentence(start)
    _, right = unit.sentence(end - 1)
    spans = unit.spans
    begin, told, close = spans[left][0], spans[start][0], spans[right - 1][1]
    number, line_start = 0, 0
    while told > (line_end := line_start + len(unit.lines[number].text)):
        number, line_start = number + 1, line_end + 1
    begin, close = max(begin, line_start), min(close, line_end)
    if close - begin > _LONGEST_QUOTE:
        begin = max(begin, told - _LONGEST_QUOTE // 4)
        if begin > line_start and not unit.text[begin - 1].isspace():
            begin = min(told, unit.text.find(" ", begin, told) + 1 or told)
        close = min(close, begin + _LONGEST_QUOTE)
        if close < line_end and not unit.text[close].isspace():
            close = max(spans[start][1], unit.text.rfind(" ", begin, close))
    return number, unit.text[begin:close].strip(_OPEN_ENDS)
