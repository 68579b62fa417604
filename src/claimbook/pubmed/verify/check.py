"""All studies of a table against PubMed, by PMID and by DOI. What was received before a stop is not asked for again."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from claimbook.model.search import Verification, VerifiedStudy
from claimbook.model.study import Study
from claimbook.project.files import write_text
from claimbook.project.layout import Project
from claimbook.project.yaml_writer import yaml_text
from claimbook.pubmed.client.errors import NotUnderstoodError
from claimbook.pubmed.harvest.batches import Gathered, gather
from claimbook.pubmed.harvest.ledger import Ledger, Order, RunKind, alone, open_ledger
from claimbook.pubmed.harvest.news import Note, Tell
from claimbook.pubmed.harvest.request import TOOL, PubMed, asked_in, interface_of
from claimbook.pubmed.verify.compare import verified

_VERIFYING: tuple[RunKind, ...] = ("verify",)
DOIS_AT_ONCE = 50
_HEADING = """\
Made by 'claimbook verify'; do not edit it. It holds what PubMed says about each study of the evidence table. Nothing in
the table was changed: where the two differ, a person decides."""
_MOST_PER_DOI = 4  # a DOI belongs to one record; more than some strays means that PubMed searched for something else


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Table:
    """The evidence table that is to be checked."""

    project: Project
    article: str
    studies: tuple[Study, ...]
    now: Callable[[], datetime] = _now


def verify_article(table: Table, pubmed: PubMed, tell: Tell) -> Verification:
    """Every study of a table, in its order, with what PubMed's record of it says; kept in ``verified.yaml``.

    The table itself is never touched.

    Raises:
        SearchFailedError: PubMed did not answer, or not understandably. Nothing is written: not checked is not agreed.
        BusyError: another process checks the same table.
        ProblemsFoundError: the file cannot be written.
    """
    home = table.project.verifying_dir(table.article)
    with alone(home, "check of the table of"):
        order = Order("verify", _fingerprint(table.studies), interface_of(pubmed.settings))
        opened = open_ledger(home, order, TOOL, table.now())
        for text in opened.left:
            tell(Note(text))
        found = _gathered(table.studies, pubmed, opened.ledger, tell)
        asked = asked_in(opened.ledger.run)
        compared = Verification(article=table.article, asked=asked, studies=tuple(_compared(table.studies, found)))
        write_text(table.project.verified_file(table.article), yaml_text(compared, _HEADING))
        opened.ledger.finish(replaces=_VERIFYING)
    return compared


def _gathered(studies: Sequence[Study], pubmed: PubMed, ledger: Ledger, tell: Tell) -> Gathered:
    """The records of all PMIDs of the table, and of those that its DOIs lead to."""
    dois = [study.doi for study in studies if study.doi]
    portions = [dois[start : start + DOIS_AT_ONCE] for start in range(0, len(dois), DOIS_AT_ONCE)]
    led_to = {pmid for number, some in enumerate(portions) for pmid in _led_to(some, number, pubmed, ledger)}
    named = {int(study.pmid) for study in studies if study.pmid}
    return gather(sorted(named | led_to), pubmed, ledger, tell)


def _led_to(dois: Sequence[str], number: int, pubmed: PubMed, ledger: Ledger) -> Collection[int]:
    """Records that one of these DOIs may belong to; which one it is, is read in the record itself."""
    held = ledger.note(f"dois-{number}")
    if held is not None:
        return {int(pmid) for pmid in held}
    found = pubmed.search(" OR ".join(f'"{_plain(doi)}"[aid]' for doi in dois))
    if found.count > _MOST_PER_DOI * len(dois):
        raise NotUnderstoodError(
            f"PubMed finds {found.count:,} records for {len(dois)} DOIs; it looked for other words"
        )
    ledger.write_note(f"dois-{number}", list(found.pmids))
    return found.pmids


def _plain(doi: str) -> str:
    """A DOI as it can stand in quotation marks."""
    return doi.replace('"', " ")


def _compared(studies: Sequence[Study], found: Gathered) -> Iterator[VerifiedStudy]:
    records = {record.pmid: record for record in found.facts.values()}
    unreadable = frozenset(map(str, found.unreadable))
    for study in studies:
        known = study.pmid or study.doi
        yield verified(study, records, unreadable) if known else VerifiedStudy(study=study.id, result="no identifier")


def _fingerprint(studies: Sequence[Study]) -> str:
    """Tells whether the table names the same identifiers as an interrupted run did."""
    named = json.dumps([[study.id, study.pmid, study.doi] for study in studies])
    return hashlib.sha256(named.encode()).hexdigest()
