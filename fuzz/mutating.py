"""Seeds changed at random: what files and words look like that were broken, cut off or made to harm."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress

from hypothesis import strategies as st

MOST = 100_000  # bytes, up to which an input may take 2 seconds and 300 MB
TOKENS = (
    b"\0", b"\n", b"\r\n", b"\t", b" " * 300, b",", b'"', b"'", b":", b"- ", b"#", b"{", b"}", b"[", b"]" * 30, b"{" * 60, b"[" * 60,
    b"\\", b"|", b"%s", b"{0}", b"{x}", b"$", b"=1+1", b"-", b"--", b"&", b"*a", b"!!python/object:os.system", b"<<: *a", b"<", b">",
    b"<script>", b"</p>", b"&#8238;", b"&#x1b;", b"\\u202e", b"\\ud800", b"\\u0000", b"[red]", b"null", b"true", b"NaN", b"Infinity",
    b"0", b"-1", b"1e999", b"1e-999", b"9" * 25, b"9" * 5_000, b"0.1", b"2026-13-45", b"9999-12", b"0000", b"$1,000,000k", b"\x1b[31m",
    b"\x1b]0;x\x07", b"\xff", b"\xed\xa0\x80", b"\xc2\xb2", b"\xd9\xa3", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xf0\x9f\x99\x82",
    b"\xc3\xa9", b"e\xcc\x81" * 20, b"sql", b"SQL, " * 50, b"Customer Service Manager", b"an hour", b"Jan 2019 - Mar 2020", b"Austin, TX",
    b"expert", b"coached agents", b"not ", b"http://", b"javascript:alert(1)", b"file:///etc/passwd",
)  # fmt: skip

Edit = tuple[int, int, int, bytes]
Mutate = Callable[[bytearray, int, int, bytes], None]


def _insert(content: bytearray, at: int, _to: int, token: bytes) -> None:
    content[at:at] = token


def _replace(content: bytearray, at: int, to: int, token: bytes) -> None:
    content[at : min(to, at + 40)] = token


def _cut(content: bytearray, at: int, to: int, _token: bytes) -> None:
    del content[at:to]


def _flip(content: bytearray, at: int, to: int, _token: bytes) -> None:
    if content:
        content[at % len(content)] ^= 1 << to % 8


def _repeat(content: bytearray, at: int, to: int, token: bytes) -> None:
    times = 1 + len(token) % 7 * 9
    content[at:at] = bytes(content[at : min(to, at + 2_000)]) * times


def _move(content: bytearray, at: int, to: int, _token: bytes) -> None:
    part = bytes(content[at:to])
    del content[at:to]
    content[at // 2 : at // 2] = part


def _end(content: bytearray, at: int, _to: int, token: bytes) -> None:
    content[at:] = token


_WAYS: tuple[Mutate, ...] = (_insert, _insert, _replace, _replace, _cut, _flip, _repeat, _move, _end)


def changed(content: bytes, edits: Sequence[Edit]) -> bytes:
    """Content after edits; an archive is changed inside, so that more is looked at than its sums."""
    if content.startswith(b"PK") and edits and edits[0][0] % 4:
        with suppress(Exception):
            return _inside(content, edits)
    text = bytearray(content)
    for way, one, other, token in edits:
        at, to = sorted((one % (len(text) + 1), other % (len(text) + 1)))
        _WAYS[way % len(_WAYS)](text, at, to, token)
        del text[MOST:]
    return bytes(text)


def _inside(content: bytes, edits: Sequence[Edit]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        names = before.namelist()
        likely = [name for name in names if "document" in name or "sheet1" in name or "sharedStrings" in name]
        wanted = (likely or names)[edits[0][1] % len(likely or names)]
        for name in names:
            part = before.read(name)
            after.writestr(name, changed(part, edits[1:]) if name == wanted else part)
    return out.getvalue()


def inputs(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Seeds with up to six edits, now and then any bytes at all."""
    edit = st.tuples(
        st.integers(0, 35),
        st.integers(0, 1 << 16),
        st.integers(0, 1 << 16),
        st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6)),
    )
    from_seeds = st.builds(changed, st.sampled_from(seeds), st.lists(edit, max_size=6))
    return st.one_of(from_seeds, from_seeds, from_seeds, st.binary(max_size=60))


def at_random(seeds: Sequence[bytes], dice: random.Random) -> bytes:
    """The same without Hypothesis, many times as quick, for readers that take less time than it does."""
    edits = [
        (
            dice.randrange(36),
            dice.randrange(1 << 16),
            dice.randrange(1 << 16),
            dice.choice(TOKENS) if dice.randrange(3) else dice.randbytes(dice.randrange(7)),
        )
        for _ in range(dice.randrange(7))
    ]
    return changed(dice.choice(seeds), edits)
