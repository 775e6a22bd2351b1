"""Where a person's profile is kept. Apart from what reads it, so that a run without a profile stays quick."""

from pathlib import Path

from cscareer.catalog.layers import user_folder

PROFILE = "profile.yaml"


def profile_folder() -> Path | None:
    """The folder of the profile, whether or not it exists; None where the person has no home."""
    folder = user_folder()
    return folder / "profile" if folder else None


def may_be_kept() -> bool:
    """Whether there is a profile, or something in its place that has to be looked at."""
    folder = profile_folder()
    if folder is None:
        return False
    try:
        (folder / PROFILE).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # locked away: whoever reads it tells
    return True
