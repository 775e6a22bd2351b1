"""What every answer to a question has in common."""

from typing import ClassVar

from pydantic import Field

from cscareer.catalog.models import Model, Source


class Answer(Model):
    """The answer to one question, in raw values: its JSON is its dump, every other format is drawn from it.

    `schema_` (in JSON `schema`) names its form, `layers` the data used that isn't built in, and `sources`
    holds every source an entry or figure in it cites. `rows` names the field whose items are CSV's rows, with a dot
    where they stand in the items of another; without one the answer itself is the row.
    """

    rows: ClassVar[str | None] = None

    schema_: str = Field(alias="schema")
    layers: tuple[str, ...]
    sources: tuple[Source, ...]

    @classmethod
    def schema_name(cls) -> str:
        """The name `data schema` knows it by: `roles` for `cscareer/roles/1`."""
        return str(cls.model_fields["schema_"].default).split("/")[1]
