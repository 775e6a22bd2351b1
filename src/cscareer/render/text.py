"""Making text safe to show, and plain where the terminal knows only ASCII."""

import re
import shlex
import unicodedata

from cscareer.catalog.steering import STEERING

_ASCII = str.maketrans({
    "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "•": "*", "·": ".",
    "★": "*", "✔": "[x]", "◐": "[~]", "☐": "[ ]", "█": "#", "░": ".", "─": "-", "→": "->", "›": ">", "×": "x", "÷": "/",
    "│": "|", "├": "|", "┤": "|", "└": "`", "▒": "=", "┃": "+", "◆": "o", "▲": "^", "▁": "_", "▂": ".", "▃": "-", "▄": "=", "▅": "+", "▆": "*", "▇": "%", "━": "-", "Σ": "sum of ", "≥": ">=", "≈": "~", "±": "+",
    "€": "EUR ", "£": "GBP ",
})  # fmt: skip
_PROPER = {"English"}  # words of the names of skills that keep their capital wherever they stand


def scrub(text: str) -> str:
    """The text without anything that steers a terminal: controls, escapes, direction overrides, half characters."""
    if text.isprintable():  # as nearly all of it is
        return text
    return re.sub(f"[{STEERING}\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def to_ascii(text: str) -> str:
    """The nearest ASCII: our signs have a spelling of their own, accents fall off, the rest becomes `?`."""
    spelled = unicodedata.normalize("NFKD", text.translate(_ASCII))
    bare = "".join(letter for letter in spelled if not unicodedata.combining(letter))
    return bare.encode("ascii", "replace").decode("ascii")


def escape_steering(json_text: str) -> str:
    r"""JSON with steering characters that may stand in strings unescaped written as \u escapes: the same value."""
    if json_text.isascii() and "\x7f" not in json_text:  # JSON escapes the other ones of ASCII itself
        return json_text
    return re.sub(
        "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", _escape, json_text
    )


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def quoted(said: str) -> str:
    """A name as a shell takes it for one word, in double quotes where nothing in it means anything to the shell."""
    return f'"{said}"' if re.fullmatch(r"[\w ,.'-]+", said) else shlex.quote(said)


def typed(name: str) -> str:
    """A name as a person types it after a command: in small letters, and one word to the shell."""
    return quoted(name.lower())


def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: "typing", but "CRM software", "SQL" and "English language"."""
    return " ".join(
        word if word in _PROPER or word[1:].lower() != word[1:] else word.lower() for word in name.split()
    )
