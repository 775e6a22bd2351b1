"""Where a person's profile is kept. Apart from what reads it, so that a run without a profile stays quick."""

from pathlib import Path

from cscareer.catalog.layers import user_folder

PROFILE = "profile.yaml"


def profile_folder() -> Path | None:
    """The folder of the profile, whether or not it exists; None where the person has no home."""
    folder = user_folder()
    return folder / "profile" if folder else None
