"""The folders data comes from: built-in, the user's own, CSCAREER_DATA and --data-dir, lowest first."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from cscareer.catalog.wage_files import SAID, folder_of
from cscareer.errors import UnreadableError

DATA_FILES = (
    "roles.yaml",
    "skills.yaml",
    "salaries.yaml",
    "occupations.yaml",
    "industries.yaml",
    "locations.yaml",
    "sources.yaml",
    "source_files.yaml",
    "guide.yaml",
    "outlook.yaml",
    "metrics.yaml",
    "practice.yaml",
    "certificates.yaml",
    "laws.yaml",
    "bargaining.yaml",
    "talk.yaml",
    "near_jobs.yaml",
    "tickets.yaml",
    "words/titles.yaml",
    "words/work.yaml",
    "words/classes.yaml",
    "words/deeds-people.yaml",
    "words/deeds-service.yaml",
    "words/deeds-leading.yaml",
    "words/deeds-tools.yaml",
    "words/deeds-office.yaml",
    "words/deeds-floor.yaml",
    "words/deeds-told.yaml",
    "words/deeds-everyday.yaml",
    "words/duties.yaml",
    "words/finding.yaml",
    "words/levels.yaml",
    "words/postings.yaml",
    "words/documents.yaml",
)
VARIABLE = "CSCAREER_DATA"
BUILT_IN = "built-in"
USER = "user"
ASKED_FOR = "--data-dir"
CHECKED = "checked"


class Layer(NamedTuple):
    """A folder of data: what put it in use, where it is, and which of our files it has."""

    name: str
    path: Path
    files: tuple[str, ...]

    @property
    def wages(self) -> Path | None:
        """Its official wages, where it has some."""
        return folder_of(self.path) if SAID in self.files else None


def built_in_path() -> Path:
    """The data inside the installed package, else the checkout's own `data/`."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def user_folder() -> Path | None:
    """The folder a person's own files are in, whether or not it exists; None where they have no home."""
    home = os.environ.get("HOME")
    if home is not None and not os.environ.get("XDG_DATA_HOME") and not Path(home).is_absolute():
        return None  # an empty one would be taken for the root of the disk
    try:
        folder = user_data_path("cscareer", appauthor=False)
    except RuntimeError:  # neither HOME nor the system's list of users names one
        return None
    return folder if folder.is_absolute() else None


def user_path() -> Path | None:
    """The user's own data folder, whether or not it exists; None where they have no home."""
    folder = user_folder()
    return folder / "data" if folder else None


def layers_in_use(data_dir: Path | None, environment: Mapping[str, str]) -> tuple[Layer, ...]:
    """The layers in use, lowest first.

    Raises:
        UnreadableError: CSCAREER_DATA or --data-dir names a folder that is missing, locked away, or has none of our files.

    Example:
        >>> len(layers_in_use(None, {}))
        1
    """
    layers = [_layer(BUILT_IN, built_in_path())]
    user = user_path()
    if user is not None and (files := _our_files(user)):
        layers.append(Layer(USER, user, files))
    if named := environment.get(VARIABLE):
        layers.append(_layer(VARIABLE, Path(named)))
    if data_dir is not None:
        layers.append(_layer(ASKED_FOR, data_dir))
    return tuple(layers)


def layer_over(data_dir: Path) -> Layer:
    """A folder to lay over those in use, to see what it would do.

    Raises:
        UnreadableError: the folder is missing, locked away, or has none of our files.
    """
    return _layer(CHECKED, data_dir)


def _layer(name: str, path: Path) -> Layer:
    # A folder that somebody asks to check is the only one in question; of others we say what put them in use.
    said = f"folder {path}" if name == CHECKED else f"data folder {path} ({name})"
    try:
        present = set(os.listdir(path))  # noqa: PTH208  names alone, of a folder that may be large
    except FileNotFoundError:
        raise UnreadableError(f"There is no {said}.", hint="Check the path.") from None
    except NotADirectoryError:
        raise UnreadableError(f"The {said} is not a folder.", hint="Check the path.") from None
    except OSError as error:
        raise UnreadableError(
            f"The {said} can't be read: {error.strerror}.", hint="Check its permissions."
        ) from None
    files = tuple(file for file in DATA_FILES if _stands(path, file, present)) + _wages_in(path)
    if not files:
        raise UnreadableError(
            f"The {said} has none of our files.",
            hint=f"It may hold any of: {', '.join((*DATA_FILES, SAID))}.",
        )
    return Layer(name, path, files)


def _stands(folder: Path, file: str, present: set[str]) -> bool:
    """Whether a folder with these names in it has a file, which may stand in a folder of its own."""
    inside, slash, _ = file.partition("/")
    return inside in present and (not slash or os.path.lexists(folder / file))


def _our_files(path: Path) -> tuple[str, ...]:
    try:
        return tuple(file for file in DATA_FILES if os.path.lexists(path / file)) + _wages_in(path)
    except OSError:
        return ()


def _wages_in(path: Path) -> tuple[str, ...]:
    return (SAID,) if folder_of(path) else ()
