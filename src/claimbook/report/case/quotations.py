"""The words behind proposals, read from the records as they were received. Each stands in its record, or no page is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claimbook.appraise.record.proposal import text_hash
from claimbook.appraise.record.words import NotVerbatimError, check_verbatim, sentence_around
from claimbook.appraise.text.reading import Text, reading_of
from claimbook.model.appraisal import Span
from claimbook.model.proposal import Place, ProposedRecord
from claimbook.model.record import Record
from claimbook.model.search import SearchLock
from claimbook.project.layout import Project
from claimbook.pubmed.harvest.received import received
from claimbook.report.words.spin import SpinView, spin_view

Sentences = Mapping[Place, str]
"""The sentence around each place of one record."""
NONE_HERE: Mapping[int, Sentences] = MappingProxyType({})


@dataclass(frozen=True)
class Quotations:
    """Sentences of records by PMID, or none where the records as they were received are not here."""

    of: Mapping[int, Sentences] = field(default_factory=lambda: NONE_HERE)
    here: bool = False

    def around(self, pmid: int, places: Iterable[Place]) -> tuple[str, ...]:
        """The sentences around these places, each once."""
        known = self.of.get(pmid, {})
        return tuple(dict.fromkeys(known[place] for place in places if place in known))

    def spin(self, record: ProposedRecord) -> SpinView | None:
        """A conclusion that seems to say more than the results, with the words of both; None where none was seen."""
        read = record.spin
        return None if read is None else spin_view(read, self.around(int(record.pmid), read.places))


@dataclass(frozen=True)
class Answers:
    """Where the answers of one search as they were received may lie."""

    project: Project | None = None
    lock: SearchLock | None = None

    def quotations(self, records: Iterable[ProposedRecord]) -> Quotations:
        """The sentences from which these records were read. Raises NotVerbatimError where they do not stand in them."""
        if self.project is None or self.lock is None:
            return Quotations()
        return quotations_of(self.project, self.lock, records)


NO_ANSWERS = Answers()


def quotations_of(project: Project, lock: SearchLock, records: Iterable[ProposedRecord]) -> Quotations:
    """The sentences from which these records were read.

    Raises:
        NotVerbatimError: a record is not as it was received, or no longer says what was read from it.
    """
    proposed = {int(one.pmid): one for one in records}
    found = received(project, lock, proposed)
    if found.altered:
        message = f"{found.altered:,} of {found.answers:,} raw answers are not as they were received"
        raise NotVerbatimError(f"{message}; claimbook search --restore {lock.claim}")
    if found.missing:
        return Quotations()
    return Quotations({pmid: _sentences(record, proposed[pmid]) for pmid, record in found.records.items()}, here=True)


def _sentences(record: Record, proposed: ProposedRecord) -> Sentences:
    """Every place of a record with its sentence, each looked up in the record itself."""
    text = reading_of(record)
    if text_hash(text) != proposed.text_sha256:
        message = f"PMID {record.pmid} has other words than those that were read"
        raise NotVerbatimError(f"{message}; claimbook studies --propose")
    found = dict(_around(text, proposed))
    check_verbatim(record, found.values())
    return found


def _around(text: Text, proposed: ProposedRecord) -> Iterator[tuple[Place, str]]:
    for value in proposed.values:
        for place in value.places:
            try:
                sentence = sentence_around(text, Span(place.start, place.end, place.where))
            except (IndexError, ValueError) as error:
                message = f"PMID {proposed.pmid} has no words at {place}: {error}"
                raise NotVerbatimError(f"{message}; claimbook studies --propose") from error
            yield place, sentence
