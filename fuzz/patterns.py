"""Attacks every pattern of the program with texts made of its own parts: `python fuzz/patterns.py --part 1/4`.

Each is applied as the program applies it (looked for all through a text, or held against the whole of one), to 6 kB of what its
parts match many times over and of what almost fits; where that is slow, to as much as the program ever gives it. What would take
more than two seconds for 100 kB is told, with the text, and the exit code is 1: a pattern takes time as its text grows, or its text is cut.
"""

import argparse
import random
import re
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # how Python itself reads them
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SMALL, MOST = 6_000, 100_000  # letters
_SLOW = 2.0  # seconds for 100 kB of inputs of the longest that the program gives a pattern
_LIMIT = 3.0  # seconds that one search may take here
_OF_A_PATTERN = 4.0  # seconds
_PLAIN = (
    "a",
    "A",
    " ",
    "1",
    "-",
    ",",
    ".",
    "\n",
    "\t",
    "|",
    "_",
    "$",
    "a ",
    "A ",
    "Aa ",
    "1,",
    "a, ",
    "a.",
    "\xa0",
    "Aéa",
)
_LETTERS = "aAxXz eo1059 ,.-_:;'’()|/&+*#@!?$%\t\n–\"[]{}<>=~•\xa0Q"
_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}
_LONG = 8  # times from which on a repeated part is attacked
_ALONE = (
    "pay/amounts.py",
    "tickets/goals.py",
    "tickets/opening_hours.py",
)  # words of a command line, which are few
_KEPT = (200, 5_000)  # letters: below, a text is taken to be cut; above, not to be

Parts = Sequence[tuple[Any, Any]]
_compiled_first = re._compile  # type: ignore[attr-defined]  # noqa: SLF001  all ways to a pattern go through it


class Used:
    """The patterns compiled by the program while seeds are read: with which methods, and on how long texts at most."""

    def __init__(self) -> None:
        self.longest: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
        self.where: dict[tuple[str, int], str] = {}

    def watch(self) -> None:
        """From now on."""
        re._compile = self._compile  # type: ignore[attr-defined]  # noqa: SLF001

    def _compile(self, pattern: Any, flags: int) -> Any:  # noqa: ANN401  as Python's own
        found = _compiled_first(getattr(pattern, "watched", pattern), flags)
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001
        while frame and frame.f_code.co_filename.endswith("re/__init__.py"):
            frame = frame.f_back
        name = frame.f_code.co_filename if frame else ""
        if "/cscareer/" not in name or frame is None or not isinstance(found.pattern, str):
            return found
        self.where.setdefault(
            (found.pattern, found.flags), f"{name.rpartition('/cscareer/')[2]}:{frame.f_lineno}"
        )
        return _Watched(found, self.longest[found.pattern, found.flags])


class _Watched:
    """A pattern that writes down how it is used."""

    __class__ = re.Pattern  # type: ignore[assignment]  # what asks finds none but such

    def __init__(self, pattern: "re.Pattern[str]", longest: dict[str, int]) -> None:
        self.watched, self._longest = pattern, longest

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever a pattern has
        there = getattr(self.watched, name)
        if not callable(there):
            return there

        def used(*said: Any, **named: Any) -> Any:  # noqa: ANN401  the same
            text = said[1] if name in {"sub", "subn"} and len(said) > 1 else said[0]
            if isinstance(text, str):
                self._longest[name] = max(len(text), self._longest.get(name, 0))
            return there(*said, **named)

        return used

    def __hash__(self) -> int:
        return hash(self.watched)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Watched) and self.watched == other.watched

    def __reduce__(self) -> tuple[Any, ...]:
        return re.compile, (self.watched.pattern, self.watched.flags)


def texts(pattern: str, flags: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """What is said once, and what is said again and again behind it."""
    tree = list(_parser.parse(pattern, flags))
    for again in _PLAIN:
        yield "", again
    for parts in _tops(tree):
        for end in range(1, min(len(parts), 14) + 1):
            for _ in range(2):
                said = _said(parts[:end], dice)
                yield "", said
                yield "", f"{said} "
    for before, inside, least in list(_repeated(tree, []))[:20]:
        for _ in range(2):
            once, again = _said(before, dice), _said(inside, dice)
            yield from (
                (once, again),
                (once, f"{again} "),
                ("", once + again * (least + 20)),
                (once * 30, again),
            )


def _tops(tree: Parts) -> list[list[tuple[Any, Any]]]:
    parts = list(_open(tree))
    if len(parts) == 1 and parts[0][0] is _constants.BRANCH:
        return [list(_open(each)) for each in parts[0][1][1][:24]]
    return [parts]


def _open(tree: Parts) -> Iterator[tuple[Any, Any]]:
    for kind, value in tree:
        if kind is _constants.SUBPATTERN:
            yield from _open(value[3])
        elif kind is _constants.ATOMIC_GROUP:
            yield from _open(value)
        elif kind not in {_constants.ASSERT, _constants.ASSERT_NOT}:
            yield kind, value


def _repeated(
    tree: Parts, before: list[tuple[Any, Any]]
) -> Iterator[tuple[list[tuple[Any, Any]], Parts, int]]:
    """What stands before each part that may be repeated often, the part, and how often it must be."""
    for at, (kind, value) in enumerate(tree):
        lead = [*before, *tree[:at]]
        inner: Sequence[Parts] = ()
        if kind in _REPEATS:
            if value[1] >= _LONG:
                yield lead, value[2], value[0]
            inner = [value[2]]
        elif kind is _constants.SUBPATTERN:
            inner = [value[3]]
        elif kind is _constants.BRANCH:
            inner = value[1][:12]
        for each in inner:
            yield from _repeated(list(each), lead)


def _said(tree: Parts, dice: random.Random) -> str:
    """Something that a part matches, as far as its looks around don't forbid it."""
    said = ""
    for kind, value in tree:
        if kind is _constants.LITERAL:
            said += chr(value)
        elif kind in {_constants.IN, _constants.NOT_LITERAL, _constants.ANY}:
            said += dice.choice(_fitting(kind, value))
        elif kind is _constants.BRANCH:
            said += _said(dice.choice(value[1]), dice)
        elif kind is _constants.SUBPATTERN:
            said += _said(value[3], dice)
        elif kind is _constants.ATOMIC_GROUP:
            said += _said(value, dice)
        elif kind in _REPEATS:
            times = dice.randint(value[0], min(int(value[1]), value[0] + 2))
            said += "".join(_said(value[2], dice) for _ in range(times))
    return said


def _fitting(kind: Any, value: Any) -> Sequence[str]:  # noqa: ANN401  as Python's parser has them
    state = _parser.State()
    state.str = ""
    one = _compiler.compile(_parser.SubPattern(state, [(kind, value)]))
    return (
        [each for each in _LETTERS if one.match(each)]
        or [
            chr(first[1] if first[0] is _constants.LITERAL else first[1][0])
            for first in value
            if first[0] in {_constants.LITERAL, _constants.RANGE}
        ]
        or ["a"]
    )


class _TooLong(BaseException):
    pass


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLong


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, _LIMIT)
    try:
        work(text)
    except _TooLong:
        return _LIMIT
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def attacked(
    pattern: str, flags: int, used: dict[str, int], dice: random.Random, *, alone: bool = False
) -> tuple[float, str, str] | None:
    """The seconds for 100 kB, and the text, where a pattern is too slow for what it is given; None where none was found.

    `alone` says that it is given one such text at a time.
    """
    found = re.compile(pattern, flags)
    longest = max(used.values(), default=MOST)
    most = MOST if longest > _KEPT[1] else max(longest, _KEPT[0])
    whole = used.keys() <= {"fullmatch", "match"} and bool(used)
    work: Callable[[str], object] = (
        (found.fullmatch if "fullmatch" in used else found.match)
        if whole
        else lambda text: sum(1 for _ in found.finditer(text))
    )
    until = time.process_time() + _OF_A_PATTERN
    for once, again in texts(pattern, flags, dice):
        for size in (min(SMALL, most), most):
            text = (once + again * (size // max(1, len(again))))[:size] + "\x00!"
            for _ in range(2):  # the second time what is made ready once is there
                spent = _seconds(work, text)
            times = 1 if alone else MOST / size
            if spent * times <= (_SLOW / 8 if size < most else _SLOW):
                break
        else:
            return spent * times, once[:200], again[:200]
        if time.process_time() > until:
            break
    return None


def collected(*, at_length: bool = True) -> Used:
    """The patterns that the program compiles when its modules load and its readers read their seeds.

    `at_length` says that it matters on how long texts they are used, for which seeds are read many times over.
    """
    used = Used()
    used.watch()
    import cscareer

    for module in walk_packages(cscareer.__path__, "cscareer."):
        if not module.name.endswith(("worker", "__main__")):
            import_module(module.name)
    from readers import READERS

    for reader in READERS:
        longer = [b" ".join(seed.split()) * (MOST // max(1, len(seed))) for seed in reader.seeds()[:1]]
        for seed in [*reader.seeds()[:30], *(longer if at_length and not reader.slow else [])]:
            try:
                reader.attempt(seed)
            except Exception as error:  # noqa: BLE001  other engines look for those
                print(f"{reader.name}: {type(error).__name__}", file=sys.stderr)
    _make_ready(used)
    return used


def _make_ready(used: Used) -> None:
    """Compiles what waits until it is first asked for, and tells where it has its name: patterns with words of the data, and long ones."""
    from cscareer.documents.late_pattern import LatePattern
    from cscareer.documents.words import Worded

    seen = set[int]()
    for module in [each for name, each in sorted(sys.modules.items()) if name.startswith("cscareer.")]:
        for name, value in vars(module).items():
            held = (
                value.values()
                if isinstance(value, dict)
                else value
                if isinstance(value, tuple | list)
                else [value]
            )
            for each in held:
                if not isinstance(each, Worded | LatePattern) or id(each) in seen:
                    continue
                seen.add(id(each))
                made: Any = each.ready
                file = str(module.__file__).rpartition("/cscareer/")[2]
                used.where[made.pattern, made.flags] = f"{file}:{name}"


def _called(where: str) -> dict[str, int]:
    """The methods by which the source calls a pattern that no seed has met, should it have a name there."""
    file, _, at = where.partition(":")
    path = ROOT / "src" / "cscareer" / file
    line = path.read_text("utf-8").splitlines()[int(at) - 1] if at.isdigit() else f"{at} = re.compile"
    named = re.match(r"\s*(\w+) = re\.compile", line)
    if named is None:
        return {}
    source = path.read_text("utf-8") if named[1].startswith("_") else _source(ROOT / "src" / "cscareer")
    return dict.fromkeys(re.findall(rf"\b{named[1]}\.(\w+)\b", source), MOST)


@cache
def _source(place: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(place.rglob("*.py")))


def main() -> int:
    """Attacks the patterns of a part; returns 1 where one was too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="1/1", help="like 2/4: the second quarter of the patterns")
    parser.add_argument("--of", default="", help="like documents/: those whose place begins so")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    said = parser.parse_args()
    part, parts = map(int, said.part.split("/"))
    signal.signal(signal.SIGPROF, _stop)
    used, slow = collected(), 0
    mine = sorted(item for item in used.where.items() if item[1].startswith(said.of))[part - 1 :: parts]
    for (pattern, flags), where in mine:
        dice = random.Random(said.seed)  # noqa: S311  no secret
        met = used.longest[pattern, flags] or _called(where)
        if told := attacked(pattern, flags, met, dice, alone=where.startswith(_ALONE)):
            slow += 1
            print(f"{told[0]:.2f} s {where} {told[1]!r} {told[2]!r} {pattern[:120]!r}", flush=True)
    print(f"{len(mine):,} patterns, {slow} too slow")
    return bool(slow)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    sys.exit(main())
