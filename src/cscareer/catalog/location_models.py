"""What people call places, where official tables write something else."""

from typing import Annotated

from pydantic import Field

from cscareer.catalog.models import AreaId, Cites, Entry, Text
from cscareer.catalog.wording import worded

FoldedState = Annotated[str, worded(r"^[a-z]{2}$", "must be the two small letters of a state, like tx")]

FoldedWords = Annotated[str, worded(r"^[a-z0-9]+(?: [a-z0-9]+)*$", "must be words in small letters")]


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


class StateWord(Entry):
    """What people write short for a state (two letters), folded: ore, calif."""

    state: FoldedState


class UnlistedPlace(Entry):
    """A place that our tables lack, of which a much smaller one in the same state bears the name; and what is known of it."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    state: FoldedState
    what: Text


class PlaceList(Entry):
    """Words that people write around the name of a place, folded, for what `says` says."""

    words: Annotated[tuple[FoldedWords, ...], Field(min_length=1)]
    says: Text


class OutsideLocation(Entry):
    """Names of places without U.S. wage statistics."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
