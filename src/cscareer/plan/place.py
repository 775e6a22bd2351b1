"""Where a person's profile is kept. Apart from what reads it, so that a run without a profile stays quick."""

import re
from pathlib import Path

from cscareer.catalog.layers import user_folder

PROFILE = "profile.yaml"
_BEGINNING = 2000  # bytes among which `plain` stands, as it is written before all that grows


def profile_folder() -> Path | None:
    """The folder of the profile, whether or not it exists; None where the person has no home."""
    folder = user_folder()
    return folder / "profile" if folder else None


def keeps_plain() -> bool:
    """Whether the profile asks for words alone in every answer, looked up without reading the rest of it."""
    folder = profile_folder()
    if folder is None:
        return False
    try:
        with (folder / PROFILE).open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False  # none is kept, or whoever reads it says what is wrong
    return re.search(rb"^plain: true$", beginning, re.MULTILINE) is not None
