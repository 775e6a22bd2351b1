"""What day it is."""

from datetime import date


def today() -> date:
    """The day it is where the person is."""
    return date.today()  # noqa: DTZ011  a person's own day
