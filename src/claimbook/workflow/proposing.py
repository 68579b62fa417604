"""Read the records that wait for a person, and write down what was read as proposals that nobody has checked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import __version__
from claimbook.model.claim import Claim
from claimbook.model.proposal import ProposalTable, ProposedRecord, proposals, questions_of
from claimbook.model.screening import waiting_in
from claimbook.model.search import SearchLock
from claimbook.model.study import Study
from claimbook.project.layout import Project, find_project
from claimbook.project.load import read_article, read_claim, read_studies
from claimbook.workflow.naming import choose_claims
from claimbook.workflow.status import ATTENTION, OK

if TYPE_CHECKING:
    from claimbook.appraise.record.appraisal import Question
    from claimbook.appraise.text.reading import Text
    from claimbook.model.appraisal import Appraisal
    from claimbook.model.record import Record
    from claimbook.pubmed.harvest.received import Received
    from claimbook.workflow.proposal_sheet import Drafted


@dataclass(frozen=True)
class ProposeRequest:
    """For which waiting records somebody wants proposals."""

    start: Path | None = None
    claims: Sequence[str] = ()
    """Ids of claims; none means all."""
    article: str | None = None


@dataclass(frozen=True)
class Proposed:
    """How it ended for one claim, in sentences for a person."""

    name: str
    status: int
    """0: there is a proposal for everything that waits. 1: something needs attention."""
    lines: tuple[str, ...]
    hint: str | None = None


@dataclass(frozen=True)
class _Read:
    """The waiting records of one claim that are here, or why they are not."""

    claim: str
    records: Mapping[int, "Record"] = field(default_factory=dict)
    problem: str | None = None
    hint: str | None = None


def propose(request: ProposeRequest) -> Iterator[Proposed]:
    """Find what waits, read it, write the table and a sheet for each claim, and tell how it ended.

    Every quotation is looked up in its record before the first file of the article is written.

    Raises:
        ProblemsFoundError: a file has a mistake, or somebody has changed a file of proposals by hand.
        NotVerbatimError: a quotation does not stand in its record; nothing of the article is written.
    """
    project = find_project(request.start)
    for article, claims in choose_claims(project, request).items():
        yield from _propose_for(project, article, claims)


def _propose_for(project: Project, article: str, claims: Sequence[str]) -> Iterator[Proposed]:
    from claimbook.project.proposals import (  # noqa: PLC0415 - YAML is heavy
        check_sheets,
        read_proposals,
        write_proposals,
        write_sheets,
    )
    from claimbook.workflow.proposal_sheet import sheet_of  # noqa: PLC0415 - numpy is heavy

    old = read_proposals(project, article)
    check_sheets(project, article, claims)
    studies = read_studies(project, article).studies  # before there is one, every record waits
    reads = list(_waiting(project, article, claims, studies))
    here = [read for read in reads if read.problem is None]
    questions = _questions(project, article, here)
    drafted = _drafted(here, questions)
    ids = [study.id for study in studies]
    sheets = {read.claim: sheet_of(_likeliest_first(drafted.values(), read.claim), ids) for read in here}
    table = _merged(article, old, questions, drafted.values())
    write_proposals(project, table)
    write_sheets(project, article, sheets)
    for read in reads:
        yield _told(project, article, read)


def _waiting(project: Project, article: str, claims: Sequence[str], studies: Sequence[Study]) -> Iterator[_Read]:
    """What waits for each claim, as far as its raw answers are here."""
    from claimbook.pubmed.lock.files import read_lock  # noqa: PLC0415 - lxml is heavy
    from claimbook.pubmed.lock.records import read_facts  # noqa: PLC0415

    facts = read_facts(project, article)
    for claim in claims:
        lock = read_lock(project, article, claim)
        if lock is None:
            yield _Read(claim, problem="nothing to read: it was not searched", hint=f"claimbook search {claim}")
            continue
        wanted = {one.pmid for one in waiting_in(lock, studies, facts)}
        yield _read_raw(project, lock, wanted)


def _read_raw(project: Project, lock: SearchLock, wanted: set[int]) -> _Read:
    """The wanted records from the answers as they were received."""
    from claimbook.pubmed.harvest.received import received  # noqa: PLC0415 - lxml is heavy

    found = received(project, lock, wanted)
    if found.missing:
        return _Read(lock.claim, problem=_lost(found), hint=f"claimbook search --restore {lock.claim}")
    return _Read(lock.claim, found.records)


def _lost(found: "Received") -> str:
    """Which answers cannot be read: some are gone, some lie here and were changed."""
    parts = []
    if gone := found.missing - found.altered:
        parts.append(f"{gone:,} of {found.answers:,} raw answers are not here")
    if found.altered:
        parts.append(f"{found.altered:,} of {found.answers:,} raw answers are not as they were received")
    return "; ".join(parts)


def _questions(project: Project, article: str, reads: Iterable[_Read]) -> dict[str, "Question"]:
    """What each claim asks of its records."""
    from claimbook.appraise.record.appraisal import Question  # noqa: PLC0415 - numpy is heavy

    shared = read_article(project, article).concepts
    return {read.claim: Question(read_claim(project, article, read.claim), shared) for read in reads}


def _drafted(reads: Iterable[_Read], questions: Mapping[str, "Question"]) -> dict[int, "Drafted"]:
    """Every record read once, with all the claims that it waits for."""
    from claimbook.appraise.record.appraisal import appraise_each  # noqa: PLC0415 - numpy is heavy
    from claimbook.appraise.record.draft import drafts_of  # noqa: PLC0415
    from claimbook.workflow.proposal_sheet import Drafted  # noqa: PLC0415

    waits: defaultdict[int, list[str]] = defaultdict(list)
    records: dict[int, Record] = {}
    for read in reads:
        for pmid, record in read.records.items():
            waits[pmid].append(read.claim)
            records[pmid] = record
    asked = ((record, [questions[claim] for claim in waits[pmid]]) for pmid, record in records.items())
    appraised = dict(zip(records, appraise_each(asked), strict=True))
    ranks = {read.claim: _ranks(read, questions[read.claim].claim, appraised) for read in reads}
    return {
        pmid: Drafted(
            records[pmid],
            text,
            drafts_of(appraisal),
            waits_for=tuple(questions[claim].claim for claim in waits[pmid]),
            ranks={claim: ranks[claim][pmid] for claim in waits[pmid]},
        )
        for pmid, (text, appraisal) in appraised.items()
    }


def _ranks(read: _Read, claim: Claim, appraised: Mapping[int, tuple["Text", "Appraisal"]]) -> dict[int, int]:
    """The place of each waiting record: those in which intervention and outcome were found first, then by words."""
    from claimbook.appraise.relevance.ranking import ranks_of  # noqa: PLC0415 - numpy is heavy

    by_words = ranks_of(claim.statement, read.records.values())
    bearing = {
        pmid: any(one.bears for one in appraisal.answers if one.claim == claim.id)
        for pmid, (_, appraisal) in appraised.items()
    }
    order = sorted(read.records, key=lambda pmid: (not bearing[pmid], by_words[read.records[pmid].pmid]))
    return {pmid: rank for rank, pmid in enumerate(order, start=1)}


def _likeliest_first(drafted: Iterable["Drafted"], claim: str) -> list["Drafted"]:
    """Those that wait for a claim, in the order of their ranks."""
    return sorted((one for one in drafted if claim in one.ranks), key=lambda one: one.ranks[claim])


def _merged(
    article: str, old: ProposalTable | None, done: Mapping[str, "Question"], drafted: Iterable["Drafted"]
) -> ProposalTable:
    """The new proposals of these claims, and what stood there for others."""
    from claimbook.appraise.record.proposal import joined, proposed_record  # noqa: PLC0415

    kept = _without(old.records if old else (), done)
    for one in drafted:
        earlier = kept.pop(one.record.pmid, None)
        new = proposed_record(one.record, one.text, one.drafts, one.ranks)
        kept[new.pmid] = new if earlier is None else joined(new, earlier)
    asked = {claim: questions_of(question.claim, question.shared) for claim, question in done.items()}
    used = {claim for record in kept.values() for claim in record.claims}
    every = {**(old.questions if old else {}), **asked}
    questions = {claim: every[claim] for claim in sorted(every) if claim in used}
    return proposals(article, f"claimbook {__version__}", tuple(kept.values()), questions)


def _without(records: Iterable[ProposedRecord], done: Collection[str]) -> dict[str, ProposedRecord]:
    """The records that are proposed for other claims, each without the claims that were done anew."""
    left = {one.pmid: tuple(claim for claim in one.claims if claim not in done) for one in records}
    return {one.pmid: _waiting_for(one, left[one.pmid]) for one in records if left[one.pmid]}


def _waiting_for(record: ProposedRecord, claims: tuple[str, ...]) -> ProposedRecord:
    """The same for some of its claims."""
    ranks = {claim: rank for claim, rank in record.ranks.items() if claim in claims}
    return record.model_copy(update={"claims": claims, "ranks": ranks})


def _told(project: Project, article: str, read: _Read) -> Proposed:
    name = f"{article}/{read.claim}"
    if read.problem is not None:
        return Proposed(name, ATTENTION, (read.problem,), read.hint)
    if not read.records:
        return Proposed(name, OK, ("no record waits",))
    count = len(read.records)
    waiting = "1 record that waits" if count == 1 else f"{count:,} records that wait"
    sheet = project.sheet_file(article, read.claim).relative_to(project.root).as_posix()
    lines = (f"proposed for {waiting}; nobody has checked these", f"read and copy: {sheet}")
    return Proposed(name, OK, lines)
