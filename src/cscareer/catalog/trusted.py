"""Records of values that our own code has just worked out, made without checking each of them once more.

Of a resume come a hundred pieces of evidence, and to check that a quote is a text takes longer than to find it. What comes
from files or from people is always checked.
"""

from typing import Any, TypeVar

from cscareer.catalog.models import Model

Made = TypeVar("Made", bound=Model)
_put = object.__setattr__  # as a frozen record refuses its own


def trusted(kind: type[Made], **fields: Any) -> Made:  # noqa: ANN401  of each field its own
    """A record as `kind(**fields)` makes it; every field must be given, and be of its type already."""
    record = kind.__new__(kind)
    _put(record, "__dict__", fields)
    _put(record, "__pydantic_fields_set__", set(fields))
    _put(record, "__pydantic_extra__", None)
    _put(record, "__pydantic_private__", None)
    return record
