"""Whether a run is to be told in words alone."""

from collections.abc import Mapping

PLAIN_VARIABLE = "CSCAREER_PLAIN"


def asks_for_plain(environment: Mapping[str, str]) -> bool:
    """Whether the person asked for words alone, by --plain, by CSCAREER_PLAIN=1, or for good in their profile."""
    return environment.get(PLAIN_VARIABLE, "") not in {"", "0"}
