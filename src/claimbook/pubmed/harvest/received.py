"""Records as they were received: read again from the raw answers below ``.claimbook/``, as far as these are here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimbook.model.record import Record
from claimbook.model.search import SearchLock
from claimbook.project.layout import Project
from claimbook.pubmed.harvest.ledger import find_raw
from claimbook.pubmed.parse import read_records


@dataclass(frozen=True)
class Received:
    """What the raw answers of one search hold of some records."""

    records: Mapping[int, Record] = field(default_factory=dict)
    """By PMID, in ascending order; empty where not every answer is here."""
    answers: int = 0
    """Raw answers that the lock names."""
    missing: int = 0
    """Of these, how many are not here."""
    altered: int = 0
    """Of those that are missing, how many lie here with another content than was received."""


def received(project: Project, lock: SearchLock, wanted: Collection[int]) -> Received:
    """The wanted records of a lock; all of them or none, since a part would look like the whole."""
    home = project.ledger_dir(lock.article, lock.claim)
    hashes = [batch.sha256 for batch in lock.batches] if wanted else []
    paths = [find_raw(home, one) for one in hashes]
    found = [path for path in paths if path is not None]
    if len(found) < len(paths):
        lost = [one for one, path in zip(hashes, paths, strict=True) if path is None]
        altered = sum(any(home.glob(f"*/*.{one}.xml")) for one in lost)
        return Received(answers=len(paths), missing=len(lost), altered=altered)
    return Received(_records(found, wanted), len(paths))


def _records(paths: Collection[Path], wanted: Collection[int]) -> dict[int, Record]:
    chosen = set(wanted)
    entries = (entry for path in paths for entry in read_records(path))
    records = {int(entry.pmid): entry for entry in entries if isinstance(entry, Record) and int(entry.pmid) in chosen}
    return dict(sorted(records.items()))
