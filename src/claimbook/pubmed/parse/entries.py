"""What an answer of PubMed can hold, besides good records: a broken one, deletions, or no records at all."""

from dataclasses import dataclass

from claimbook.model.record import Record


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One record of a good set that is broken beyond reading; the others are not touched by it."""

    pmid: str | None
    """None where even its identifier is lost."""
    position: int
    """Its place in the answer, counted from one."""
    reason: str
    """In words, without a final stop."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """Records that PubMed has taken back (DeleteCitation of an update file)."""

    pmids: tuple[str, ...]


Entry = Record | Unreadable | Deleted


class NotRecordsError(ValueError):
    """The document is no set of PubMed records, or it is not whole; what came before this error is not the answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BrokenRecordError(ValueError):
    """Well-formed XML that lacks what makes it a record; becomes an ``Unreadable``."""
