"""Lines to be read aloud, as a terminal shows them: broken between words where it ends, and never before a sign."""

import re

from cscareer.render.commands import broken

NARROWEST = 20  # columns
_HELD = "\N{NO-BREAK SPACE}"
_QUOTED = re.compile(r"`([^`\n]*)`")
_AT_THE_END = re.compile(r'(?<=: )cscareer (?:"[^"\n]*"|[^".\n]|\.(?! ))*')


def held_together(text: str) -> str:
    """Text whose commands lose the signs around them, and are held together, so that each stands on one line to be pasted."""
    held = _QUOTED.sub(lambda found: found[1].replace(" ", _HELD), text)
    return _AT_THE_END.sub(lambda found: found[0].rstrip().replace(" ", _HELD) + _gap(found[0]), held)


def _gap(command: str) -> str:
    return command[len(command.rstrip()) :]


def folded(text: str, width: int | None) -> str:
    """Lines no longer than a terminal's, each begun with a letter or a figure where it was; as they are where there is none."""
    room = None if width is None else max(width - 1, NARROWEST)
    lines = text.splitlines()
    parts = lines if room is None else [part for line in lines for part in _fold(line, room)]
    return "".join(f"{part}\n" for part in parts).replace(_HELD, " ")


def _fold(line: str, room: int) -> list[str]:
    """The lines of one; a command that is wider than a line has lines of its own, broken so that they can be pasted."""
    words = line.split(" ")
    wide = next((at for at, word in enumerate(words) if _HELD in word and len(word) > room), None)
    if wide is None:
        return _fold_words(words, room)
    command = broken("", words[wide].replace(_HELD, " "), room)
    before, after = words[:wide], words[wide + 1 :]
    return [
        *(_fold_words(before, room) if before else ()),
        *command,
        *(_fold(" ".join(after), room) if after else ()),
    ]


def _fold_words(words: list[str], room: int) -> list[str]:
    whole: list[list[str]] = [[]]
    for word in words:
        if len(" ".join([*whole[-1], word])) > room and whole[-1]:
            whole.append(_moved_down(whole[-1], word))
        whole[-1].append(word)
    return [" ".join(words) for words in whole]


def _moved_down(words: list[str], word: str) -> list[str]:
    """The last words of a line that go down with a word that begins with a sign, so that no line does; often none."""
    if word[:1].isalnum():
        return []
    begins = next((at for at in range(len(words) - 1, 0, -1) if words[at][:1].isalnum()), len(words))
    moved = words[begins:]
    del words[begins:]
    return moved
