"""Patterns of texts, each with the words for a text that doesn't have it."""

from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

MALFORMED = "malformed"  # the type of the finding; its message is the rule


class worded(NamedTuple):  # noqa: N801  stands among annotations like a function
    """A pattern of a text; `rule` goes on after the text itself: it "must be a currency code, like USD"."""

    pattern: str
    rule: str

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401  Pydantic's form
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        """The text's other constraints first, then the pattern with a finding of its own."""
        shape = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=self.pattern),
            custom_error_type=MALFORMED,
            custom_error_message=self.rule,
        )
        return core_schema.chain_schema([handler(source), shape])

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The text's other constraints and the pattern."""
        inner: Any = schema
        while inner["type"] != "chain":  # a further constraint on the text wraps it
            inner = inner["schema"]
        return {**handler(inner["steps"][0]), "pattern": self.pattern}
