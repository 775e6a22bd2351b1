"""Whether a run is to be told in words alone."""

from collections.abc import Mapping


def asks_for_plain(environment: Mapping[str, str]) -> bool:
    """Whether the person asked for words alone, by --plain or for good by CSCAREER_PLAIN=1."""
    return environment.get("CSCAREER_PLAIN", "") not in {"", "0"}
