"""One raw answer of PubMed compared with what was asked, record by record."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimbook.model.search import Batch, RecordFacts
from claimbook.pubmed.parse import Deleted, Unreadable, facts_of, read_records


@dataclass(frozen=True)
class Part:
    """What came of one request for records. requested = received + missing + unreadable; unexpected stands beside."""

    requested: tuple[int, ...]
    facts: Mapping[int, RecordFacts] = field(default_factory=dict)
    """Of the records that were asked for, came and could be read; the first of two with one PMID."""
    unreadable: frozenset[int] = frozenset()
    """Asked for, came, and could not be read."""
    nameless: int = 0
    """Broken records without a readable PMID: one of the missing, each."""
    unexpected: tuple[int, ...] = ()
    """Came without being asked for; not used."""
    size: int = 0
    sha256: str = ""

    @property
    def missing(self) -> tuple[int, ...]:
        """Asked for, and not seen in the answer."""
        return tuple(pmid for pmid in self.requested if pmid not in self.facts and pmid not in self.unreadable)

    def batch(self, among: Sequence[int]) -> Batch:
        """As the lock lists it.

        Args:
            among: every PMID from its first to its last that a reader of the lock would expect to be asked for.
        """
        return Batch(
            first=self.requested[0],
            last=self.requested[-1],
            records=len(self.facts),
            bytes=self.size,
            sha256=self.sha256,
            asked=() if tuple(among) == self.requested else self.requested,
        )

    def note(self) -> dict[str, object]:
        """The comparison as it is kept beside the raw answer."""
        return {
            "requested": list(self.requested),
            "received": sorted(self.facts),
            "missing": list(self.missing),
            "unreadable": sorted(self.unreadable),
            "unexpected": list(self.unexpected),
            "bytes": self.size,
            "sha256": self.sha256,
        }


def nothing_of(requested: Sequence[int]) -> Part:
    """The part where PubMed knew none of the records."""
    return Part(tuple(requested))


def broken(pmid: int) -> Part:
    """The part where the answer for this one record could not be read at all."""
    return Part((pmid,), unreadable=frozenset([pmid]))


def read_part(requested: Sequence[int], body: bytes) -> Part:
    """Compare a raw answer with the request.

    Raises:
        NotRecordsError: it is no set of records, or not a whole one.
    """
    wanted = frozenset(requested)
    facts: dict[int, RecordFacts] = {}
    unreadable: set[int] = set()
    unexpected: list[int] = []
    nameless = 0
    for entry in read_records(body):
        if isinstance(entry, Deleted):
            continue
        pmid = int(entry.pmid) if entry.pmid and entry.pmid.isdecimal() else None
        if pmid is None:
            nameless += 1
        elif pmid not in wanted:
            unexpected.append(pmid)
        elif isinstance(entry, Unreadable):
            unreadable.add(pmid)
        else:
            facts.setdefault(pmid, facts_of(entry))
    return Part(
        requested=tuple(requested),
        facts=facts,
        unreadable=frozenset(unreadable - facts.keys()),
        nameless=nameless,
        unexpected=tuple(dict.fromkeys(unexpected)),
        size=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
    )
