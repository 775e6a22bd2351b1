"""What people write for an option that goes by another name, and which one they mean."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class _Meant(NamedTuple):
    """Words for one thing, and where it stands: options or arguments, of which a command takes the first it has."""

    what: str
    stands: tuple[str, ...]
    words: frozenset[str]


def _meant(what: str, stands: str, words: str) -> _Meant:
    return _Meant(what, tuple(stands.split()), frozenset(words.split()))


_TITLE = "TITLE TO TEXT"
_MEANT = (
    _meant(
        "a place",
        "--location QUERY",
        "l location place city town state where zip zipcode zip-code loc area region metro county near in address",
    ),
    _meant("a resume", "--resume", "resume cv vita curriculum my-resume my-cv resume-file lebenslauf r"),
    _meant("skills", "--have", "have skills skill can know abilities i-have with-skills my-skills has"),
    _meant(
        "a role", f"--role {_TITLE}", "role title job job-title position occupation roles titles job-role t"
    ),
    _meant("a role", f"TO {_TITLE} --role", "to goal target wanted"),
    _meant("a role", "--from --role", "from from-role current-role start-role own-role"),
    _meant(
        "pay",
        "AMOUNT --min-pay --pay --current",
        "salary pay wage wages amount offer money income rate hourly-rate sum",
    ),
    _meant(
        "pay", "--current AMOUNT", "now currently current-pay current-salary my-pay earn earning earnings"
    ),
    _meant("pay", "--min-pay", "min minimum min-salary minimum-pay least at-least"),
    _meant("pay", "--was", "before old old-pay previous earlier"),
    _meant("a date", "--by --within --since", "deadline until due date by-date when day in-time"),
    _meant("a file to write", "--output", "output out outfile out-file to-file save-to save-as dest o"),
    _meant("a file", "FILE INPUT --resume", "file input input-file path ad posting"),
    _meant("a number of rows", "--top", "limit max most count first number n head"),
    _meant("a format", "--format", "fmt type output-format as"),
    _meant("all of the answer", "--full", "all everything verbose long more details detail complete"),
    _meant("how figures came about", "--explain --full", "why how explanation reason reasons source sources"),
    _meant("words alone", "--plain", "text simple accessible screen-reader screenreader a11y"),
    _meant("no colors", "--no-color", "no-colour nocolor nocolour mono monochrome"),
    _meant("a period", "--per", "period unit hourly yearly annual annually monthly per-hour per-year"),
    _meant("working from home", "--remote", "wfh home work-from-home telework"),
    _meant("another offer", "--against --compare", "vs versus other with compared-with compare"),
    _meant("a folder of data", "--data-dir", "data datadir data-folder"),
)
_ALONE = "cscareer"
_COMMANDS = (
    ("pay TITLE", "salary salaries wage wages money earnings income payscale paycheck"),
    ("posting FILE", "job jobs ad ads listing listings vacancy scam advert opening openings"),
    ("match --resume FILE", "resume cv fit fits vita upload"),
    ("checklist", "plan calendar todo tasks goals progress schedule"),
    ("offer AMOUNT --role TITLE", "negotiate offers counter accept fair"),
    ("path TITLE --from TITLE", "career careers next promotion ladder grow step steps"),
    ("gap TITLE", "missing lacking lack learn training need"),
    ("role TITLE", "title-info position describe about"),
    ("practice", "interview rehearse questions"),
    ("outlook", "ai future trends demand"),
    ("guide", "read learn-more chapters info"),
    (_ALONE, "me start begin menu hello hi ask wizard quiz"),
)
_NAMED_NEAR = 75  # of 100; how like a misspelt name of an option is


def command_meant(said: str) -> str | None:
    """What to type instead of a word that is no command: its everyday meaning, or what reads the file of that name."""
    from pathlib import Path

    from cscareer.render.text import quoted

    word = said.casefold()
    meant = next((command for command, words in _COMMANDS if word in words.split()), None)
    if meant == _ALONE:
        return "Type `cscareer` alone: it asks what brings you here."
    if meant:
        return f"Try `cscareer {meant}`."
    try:
        is_file = Path(said).is_file()
    except (OSError, ValueError):
        return None
    if not is_file:
        return None
    file = quoted(said)
    return f"If it is a job ad: `cscareer posting {file}`; if it is your resume: `cscareer match --resume {file}`."


def option_meant(said: str, known: Iterable[str], arguments: Sequence[str]) -> tuple[str | None, str | None]:
    """Which option or argument of a command is meant by an option it hasn't, and what that word speaks of.

    Args:
        said: the option as it was typed, like `--place`.
        known: the options the command has.
        arguments: its arguments, as its help names them.

    Returns:
        the option, the argument, or None where the command has none for it; and what was spoken of, None where we can't tell.
    """
    from cscareer.catalog.lookup import suggest

    word = said.lstrip("-").casefold().replace("_", "-")
    options = [each for each in known if each.startswith("--")]
    of_it = [each for each in _MEANT if word in each.words]
    stands = next((name for each in of_it for name in each.stands if name in [*options, *arguments]), None)
    if stands is not None:
        return stands, of_it[0].what
    near = suggest(word, [each.lstrip("-") for each in options], most=1, whole=True, least=_NAMED_NEAR)
    begun = [each for each in options if len(word) > 1 and each.lstrip("-").startswith(word)]
    found = f"--{near[0]}" if near else begun[0] if len(begun) == 1 else None
    return found, of_it[0].what if of_it else None
