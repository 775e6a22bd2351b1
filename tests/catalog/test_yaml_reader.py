"""Reading YAML strictly: what is taken, what is refused, and on which line."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog import yaml_reader
from cscareer.catalog.reading import RefusedError, read_text
from cscareer.catalog.yaml_reader import Lines, parse
from cscareer.errors import UnreadableError


@each_row(
    ("text", "value"),
    [
        ("a: NO", {"a": "NO"}),
        ("a: off", {"a": "off"}),
        ("a: 010", {"a": "010"}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 0x1f", {"a": "0x1f"}),
        ("a: 2026-05-15", {"a": "2026-05-15"}),
        ('a: "43"', {"a": "43"}),
        ("a: 43", {"a": 43}),
        ("a: -7", {"a": -7}),
        ("a: 1.5", {"a": 1.5}),
        ("a: 1e3", {"a": 1000.0}),
        ("a: true", {"a": True}),
        ("a: null", {"a": None}),
        ("a: ~", {"a": None}),
        ("a:", {"a": None}),
        ('a: ""', {"a": ""}),
        ("a: [1, {b: 2}]", {"a": [1, {"b": 2}]}),
        ("a: >-\n  one\n  two", {"a": "one two"}),
        ("", None),
        ("# only a comment", None),
        ("NO: 1", {"NO": 1}),
        ("a: " + "9" * 30, {"a": "9" * 30}),
    ],
)
def test_plain_words_are_read_as_yaml_1_2_reads_them(text: str, value: object) -> None:
    assert parse(text) == value


@each_row(
    ("text", "reason", "line"),
    [
        ("a: 1\nb: *x", "alias", 2),
        ("a: &x 1", "anchor", 1),
        ("a: &x\n  b: 1", "anchor", 1),
        ("x: 1\na: !!python/object/apply:os.system ['true']", "tag", 2),
        ("a: !!str 5", "tag", 1),
        ("a: !local {b: 1}", "tag", 1),
        ("a: 1\nb: 2\na: 3", "twice", 3),
        ("x:\n  - a: 1\n    a: 2", "twice", 3),
        ("a: 1\n---\nb: 2", "second document", 2),
        ("a: [1, 2\nb: 3", "broken YAML", 2),
        ("a: b: c", "broken YAML", 1),
        ("\ta: 1", "broken YAML", 1),
        ("a: 1\nb: '", "broken YAML", 2),
        ("1: a", "key", 1),
        ("[a]: 1", "key", 1),
        ("? {a: 1}\n: 2", "key", 1),
        ("a: 1\nb: \x07", "control character", 2),
    ],
)
def test_what_hides_or_guesses_is_refused_with_its_line(text: str, reason: str, line: int) -> None:
    with pytest.raises(RefusedError) as caught:
        parse(text)
    assert reason in caught.value.message
    assert caught.value.line == line


@each_row("text", ["[" * 300_000, "- " * 300_000, "? " * 300_000, "{a: " * 300_000])
def test_bottomless_nesting_is_refused_before_it_can_do_harm(text: str) -> None:
    with pytest.raises(RefusedError, match=r"nested deeper than 20 levels|a key that isn't a word"):
        parse(text)


def test_nesting_that_the_yaml_library_itself_refuses_is_told_in_our_words_with_its_line() -> None:
    with pytest.raises(RefusedError) as caught:
        parse("a: 1\nb: " + "[" * 3000)
    assert (caught.value.message, caught.value.line) == ("nested deeper than 20 levels", 2)


def test_twenty_levels_are_taken_and_twenty_one_are_not() -> None:
    assert parse("[" * 20 + "]" * 20)
    with pytest.raises(RefusedError, match="nested"):
        parse("[" * 21 + "]" * 21)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)
    )
    with pytest.raises(RefusedError, match="anchor"):
        parse(bomb)


def test_the_fallback_loader_refuses_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_loader", lambda: yaml.SafeLoader)
    assert parse("a: NO\nb: [1, 2]") == {"a": "NO", "b": [1, 2]}
    for text in ("a: &x 1", "a: *x", "a: 1\na: 2", "a: \x07", "a: [1"):
        with pytest.raises(RefusedError):
            parse(text)


def test_every_value_has_the_line_it_stands_on() -> None:
    lines = Lines("roles:\n  - id: a\n    skills:\n      - {skill: x,\n         level: 2}\n  - id: b\n")
    assert lines.at(("roles",)) == 1
    assert lines.at(("roles", 0, "id")) == 2
    assert lines.at(("roles", 0, "skills", 0, "level")) == 5
    assert lines.at(("roles", 1)) == 6


def test_a_value_that_is_missing_has_the_line_of_what_should_hold_it() -> None:
    assert Lines("roles:\n  - id: a\n").at(("roles", 0, "title")) == 2
    assert Lines("a: 1\n").at(()) == 1
    assert Lines("").at(("a",)) is None


class TestReadText:
    """The file itself, before any parsing."""

    def test_a_byte_order_mark_is_no_part_of_the_text(self, tmp_path: Path) -> None:
        file = tmp_path / "a.yaml"
        file.write_bytes(b"\xef\xbb\xbfa: 1")
        assert read_text(file) == "a: 1"

    def test_more_than_5_mb_is_refused(self, tmp_path: Path) -> None:
        file = tmp_path / "a.yaml"
        file.write_bytes(b"#" * 5_000_000)
        assert len(read_text(file)) == 5_000_000
        file.write_bytes(b"#" * 5_000_001)
        with pytest.raises(RefusedError, match="larger than 5 MB"):
            read_text(file)

    @pytest.mark.parametrize("content", ["a: ü".encode("latin-1"), "a: 1".encode("utf-16")])
    def test_another_encoding_is_refused(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "a.yaml"
        file.write_bytes(content)
        with pytest.raises(RefusedError, match="not UTF-8"):
            read_text(file)

    def test_the_line_of_the_first_bad_byte_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "a.yaml"
        file.write_bytes(b"a: 1\nb: 2\nc: \xff\n")
        with pytest.raises(RefusedError) as caught:
            read_text(file)
        assert caught.value.line == 3

    def test_a_folder_and_a_missing_file_cannot_be_read(self, tmp_path: Path) -> None:
        for path in (tmp_path, tmp_path / "missing.yaml"):
            with pytest.raises(UnreadableError):
                read_text(path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
    def test_a_named_pipe_is_refused_without_waiting_for_a_writer(self, tmp_path: Path) -> None:
        pipe = tmp_path / "a.yaml"
        os.mkfifo(pipe)
        with pytest.raises(UnreadableError, match="not a regular file"):
            read_text(pipe)

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
    def test_a_device_is_refused_even_behind_a_link(self, tmp_path: Path) -> None:
        link = tmp_path / "a.yaml"
        link.symlink_to("/dev/zero")
        with pytest.raises(UnreadableError, match="not a regular file"):
            read_text(link)


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)
values: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """A text in quotes: PyYAML writes some plainly that YAML 1.2 reads as figures, `0E0` for one."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_NoAliases.add_representer(str, _quoted)


@given(values)
def test_what_a_yaml_library_writes_is_read_back_unchanged(value: object) -> None:
    assert parse(yaml.dump(value, Dumper=_NoAliases, allow_unicode=True)) == value


@given(st.text(alphabet="ab:-[]{}#&*!'\"\n \t,|>?%@`0", max_size=60))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        parse(text)
    except RefusedError:
        return
    Lines(text).at(("a", 0))
