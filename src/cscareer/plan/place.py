"""Where a person's profile is kept. Apart from what reads it, so that a run without a profile stays quick."""

from pathlib import Path

from cscareer.catalog.layers import user_folder
from cscareer.errors import UnreadableError

PROFILE = "profile.yaml"


def profile_folder() -> Path | None:
    """The folder of the profile, whether or not it exists; None where the person has no home."""
    folder = user_folder()
    return folder / "profile" if folder else None


def stands(path: Path) -> bool:
    """Whether there is something of that name.

    Raises:
        UnreadableError: the folder it would be in is locked away.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UnreadableError(
            f"{path} can't be read: {error.strerror or error}.", hint="Check its permissions."
        ) from None
    return True
