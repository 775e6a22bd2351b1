"""What words/documents.yaml may say: the words by which the jobs of a resume are told apart from all else in it."""

from typing import Annotated

from pydantic import Field

from cscareer.catalog.models import Entry, Model, Text
from cscareer.catalog.wording import worded

# Several words at most, with what stands in brackets left out or not: "certificate(s)", "key( )holder", "b.sc", "security+".
Term = Annotated[
    str,
    worded(
        r"^(?:[a-z\u00e0-\u00ff0-9 '.+-]|\([a-z\u00e0-\u00ff '-]+\))+$",
        "must be words in small letters, with what may be left out in brackets",
    ),
]


class DocumentList(Entry):
    """Words that the reading of a resume goes by, for what `says` says.

    A hyphen in them stands for itself or a space; a dot, an apostrophe and what stands in brackets may be left out. One of them
    stands in `takes`, and none in `leaves`.
    """

    says: Text
    words: Annotated[tuple[Term, ...], Field(min_length=1)]
    takes: Text
    leaves: Text


class Livelihood(Entry):
    """What somebody is called who says that they did something for a living, by the verbs they say it with."""

    verbs: Annotated[tuple[Term, ...], Field(min_length=1)]
    title: Text


class DocumentsFile(Model):
    """By which words resumes are read."""

    livelihoods: tuple[Livelihood, ...] = ()
    document_lists: tuple[DocumentList, ...] = ()
