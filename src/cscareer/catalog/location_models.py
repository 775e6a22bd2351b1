"""What people call places, where official tables write something else."""

from typing import Annotated

from pydantic import Field

from cscareer.catalog.models import AreaId, Cites, Entry, Text


class LocationAlias(Entry):
    """Names people use for an area with wage statistics."""

    area: AreaId
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: Cites


class LocationWord(Entry):
    """A word people shorten inside a place's name: the id as they write it, and what it means."""

    means: Text


class CountyWord(Entry):
    """What a state (the id, two letters) calls its counties."""

    word: Text


class OutsideLocation(Entry):
    """Names of places without U.S. wage statistics."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
