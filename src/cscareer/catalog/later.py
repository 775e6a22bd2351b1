"""Entries that few commands need: read when one of them is first asked for."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cscareer.catalog.models import Model

if TYPE_CHECKING:
    from cscareer.catalog.guide_models import (
        Argument,
        Chapter,
        Explanation,
        Exposure,
        Projection,
        RoleReadings,
    )


def later_models() -> dict[str, type[Model]]:
    """What the files may say that few commands need."""
    from cscareer.catalog.guide_models import GuideFile, OutlookFile  # noqa: PLC0415  4 ms that few runs need

    return {"guide.yaml": GuideFile, "outlook.yaml": OutlookFile}


class LaterEntries:
    """What guide.yaml and outlook.yaml hold, of all layers; asking for it may raise InvalidDataError."""

    @property
    def chapters(self) -> "Mapping[str, Chapter]":
        """The chapters of the guide, in the order to read them."""
        return self._later["chapters"]

    @property
    def projections(self) -> "Mapping[str, Projection]":
        """Official projections, by occupation."""
        return self._later["projections"]

    @property
    def exposures(self) -> "Mapping[str, Exposure]":
        """How exposed to AI occupations are, by occupation."""
        return self._later["exposures"]

    @property
    def readings(self) -> "Mapping[str, RoleReadings]":
        """What AI changes about responsibilities, by role."""
        return self._later["readings"]

    @property
    def arguments(self) -> "Mapping[str, Argument]":
        """Reasons for and against a role as a career."""
        return self._later["arguments"]

    @property
    def explanations(self) -> "Mapping[str, Explanation]":
        """What figures of the outlook mean."""
        return self._later["explanations"]

    @cached_property
    def _later(self) -> dict[str, dict[str, Any]]:
        return self.read_later()

    def read_later(self) -> dict[str, dict[str, Any]]:
        """Reads the entries, by section and key.

        Raises:
            InvalidDataError: they have problems; the error holds them all.
        """
        raise NotImplementedError
