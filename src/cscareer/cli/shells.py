"""Completion as bash and zsh need it: the line as it was typed, quotes and all, read here and answered in the shell's own way.

Typer's own scripts leave that to the shell: bash then takes a place of several words for several arguments, an apostrophe for an
open quote, and `coaching:adv` for three words; zsh loses the apostrophe. In fish, whose script is Typer's, nothing of it happens.
"""

import io
import os
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from typing import NamedTuple

from typer import _completion_shared  # the scripts that --show-completion and --install-completion write

INSTRUCTION = "_CSCAREER_COMPLETE"
_LINE = "_CSCAREER_LINE"
_BREAKS = " \t\n\"'><=;|&(:"  # where bash begins a new word to complete, unless it is told otherwise
_STEERS_IN_QUOTES = re.compile(r'(["$`\\])')
_STEERS = re.compile(r"([^\w@%+=:,./-])", re.ASCII)

# They are filled in as Typer's are, so a sign of per cent is written twice.
SCRIPTS = {
    "bash": """
%(complete_func)s() {
    mapfile -t COMPREPLY < <(_CSCAREER_LINE="${COMP_LINE:0:COMP_POINT}" _CSCAREER_BREAKS="$COMP_WORDBREAKS" \\
                             %(autocomplete_var)s=line_bash "$1")
}

complete -o default -F %(complete_func)s %(prog_name)s
""",
    "zsh": """
#compdef %(prog_name)s

%(complete_func)s() {
  local -a values shown
  local value about
  while IFS=$'\\t' read -r value about; do
    values+=("$value")
    shown+=("${value}${about:+  $about}")
  done < <(_CSCAREER_LINE="${(j: :)words[1,CURRENT]}" %(autocomplete_var)s=line_zsh %(prog_name)s)
  if (( $#values )); then
    compadd -l -d shown -a values
  else
    _files
  fi
}

if [[ $funcstack[1] == _%(prog_name)s ]]; then
  %(complete_func)s "$@"
else
  compdef %(complete_func)s %(prog_name)s
fi
""",
}

Offers = list[tuple[str, str]]  # what to complete to, and what it is
Ask = Callable[[Sequence[str], bool], Offers]


class TypedLine(NamedTuple):
    """A line up to where it is completed: its words as they are meant, the last as it was typed, and the quote it stands in."""

    words: list[str]
    last: str
    quote: str


def write_our_scripts() -> None:
    """Sees to it that Typer shows and installs our scripts."""
    _completion_shared._completion_scripts.update(SCRIPTS)  # noqa: SLF001  there is no other way to


def complete(instruction: str, environment: Mapping[str, str], ask: Ask) -> str:
    """The lines that a script of ours reads: for bash the end of the word, quoted; for zsh each word, a tab, and what it is.

    Args:
        instruction: `line_bash` or `line_zsh`.
        environment: what the script sends.
        ask: gives the offers for the last one of some words; with True, what they are, too.
    """
    line = read_line(environment.get(_LINE, ""))
    option, attached = _attached(line.words[-1])
    asked = [*line.words[:-1], option, attached] if option else line.words
    before = f"{option}=" if option else ""
    offers = [(before + value, about) for value, about in ask(asked, instruction == "line_zsh")]
    if instruction == "line_zsh":
        lines = [f"{value}\t{about}" for value, about in offers]
    else:
        lines = in_bash(line, [value for value, _ in offers], environment.get("_CSCAREER_BREAKS", _BREAKS))
    return "".join(f"{each}\n" for each in lines)


def read_line(line: str) -> TypedLine:
    """The words of a line whose end may stand within quotes; the last is empty behind a space."""
    words, word, begun, quote, started = list[str](), "", 0, "", False
    letters = enumerate(line)
    for at, letter in letters:
        if quote != "'" and letter == "\\":
            following = next(letters, (at, ""))[1]
            if quote and following not in {'"', "\\", "$", "`"}:
                word += letter
            word, started = word + following, True
        elif quote:
            quote, word = ("", word) if letter == quote else (quote, word + letter)
        elif letter in {"'", '"'}:
            quote, started = letter, True
        elif letter.isspace():
            if started:
                words.append(word)
            word, begun, started = "", at + 1, False
        else:
            word, started = word + letter, True
    return TypedLine([*words, word], line[begun:], quote)


def in_bash(line: TypedLine, offers: Sequence[str], breaks: str) -> list[str]:
    """What bash is to put in place of the part of the last word that it completes: what stands behind its quote, or its last break."""
    word, known = line.words[-1], 0
    if line.quote:
        known = len(read_line(line.last[: line.last.rindex(line.quote)]).words[-1])
    else:
        broken = [
            at for at, letter in enumerate(line.last) if letter in breaks and not _is_quoted(line.last, at)
        ]
        known = len(read_line(line.last[: broken[-1] + 1]).words[-1]) if broken else 0
    return [_quoted(offer[known:], line.quote) for offer in offers if offer.startswith(word[:known])]


def _is_quoted(typed: str, at: int) -> bool:
    """Whether a letter of a word as it was typed stands within quotes or behind a backslash."""
    before = typed[:at]
    return bool(read_line(before).quote) or (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _quoted(text: str, quote: str) -> str:
    """Text as it must stand in a line so that it is meant as it is, within the quote that is open there."""
    if quote == "'":
        return text.replace("'", "'\\''")
    return (_STEERS_IN_QUOTES if quote else _STEERS).sub(r"\\\1", text)


def _attached(word: str) -> tuple[str, str]:
    """An option and the value written onto it: `--role=csr`; two times nothing where it is something else."""
    found = re.fullmatch(r"(--[a-z][a-z-]*)=(.*)", word, re.DOTALL)
    return (found[1], found[2]) if found else ("", "")


def asking(run: Callable[[], object]) -> Ask:
    """How Typer's offers for the last one of some words are had: `run` runs the program, which prints one a line."""

    def ask(words: Sequence[str], described: bool) -> Offers:
        line = shlex.join(words)
        wanted = {
            INSTRUCTION: "complete_fish" if described else "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
            "_TYPER_COMPLETE_ARGS": line if words[-1] else f"{shlex.join(words[:-1])} ",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        before = {name: os.environ.get(name) for name in wanted}
        os.environ.update(wanted)
        try:
            with redirect_stdout(io.StringIO()) as printed:
                run()
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                os.environ.update({} if value is None else {name: value})
        parted = (each.partition("\t") for each in printed.getvalue().splitlines())
        return [(value, about) for value, _, about in parted if value]

    return ask
