"""The one kind of record that files are read into: strict, closed and frozen."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG_PATTERN, max_length=80),
    Field(description="lower-case letters, digits and single hyphens; never a path"),
]
Count = Annotated[int, Field(ge=0)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3_000)]


class BrokenRuleError(ValueError):
    """A rule that a record breaks, with the way from the record to the value that breaks it."""

    def __init__(self, message: str, *at: int | str) -> None:
        super().__init__(message)
        self.at = at


class Strict(BaseModel):
    """A record that refuses unknown keys and silent conversions, and cannot be changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)
