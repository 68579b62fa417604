"""Read the records that wait for a person, and write down what was read as proposals that nobody has checked."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import __version__
from claimbook.model.proposal import ProposalTable, ProposedRecord, proposals, questions_of
from claimbook.model.screening import waiting_in
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
    from claimbook.workflow.proposal_sheet import ids_of, sheet_of  # noqa: PLC0415 - numpy is heavy

    old = read_proposals(project, article)
    check_sheets(project, article, claims)
    studies = read_studies(project, article).studies  # before there is one, every record waits
    waits = _waiting_everywhere(project, article, studies)
    reads = [_read_raw(project, article, claim, waits) for claim in claims]
    here = [read for read in reads if read.problem is None]
    questions = _questions(project, article, waits)
    drafted = _drafted(here, questions, waits)
    names = ids_of(drafted.values(), [study.id for study in studies])
    sheets = {read.claim: sheet_of(_likeliest_first(drafted, read), names) for read in here}
    table = _merged(article, old, _Anew(drafted, questions, [read.claim for read in here]))
    write_proposals(project, table)
    write_sheets(project, article, sheets)
    for read in reads:
        yield _told(project, article, read)


def _waiting_everywhere(project: Project, article: str, studies: Sequence[Study]) -> dict[str, set[int]]:
    """The records that wait for each claim of an article that was searched, also for those that nobody named."""
    from claimbook.pubmed.lock.files import read_lock  # noqa: PLC0415 - lxml is heavy
    from claimbook.pubmed.lock.records import read_facts  # noqa: PLC0415

    facts = read_facts(project, article)
    locks = {claim: read_lock(project, article, claim) for claim in project.claim_ids(article)}
    return {
        claim: {one.pmid for one in waiting_in(lock, studies, facts)}
        for claim, lock in locks.items()
        if lock is not None
    }


def _read_raw(project: Project, article: str, claim: str, waits: Mapping[str, set[int]]) -> _Read:
    """What waits for a claim, as far as its raw answers, as they were received, are here."""
    from claimbook.pubmed.harvest.received import received  # noqa: PLC0415 - lxml is heavy
    from claimbook.pubmed.lock.files import read_lock  # noqa: PLC0415

    lock = read_lock(project, article, claim)
    if lock is None:
        return _Read(claim, problem="nothing to read: it was not searched", hint=f"claimbook search {claim}")
    found = received(project, lock, waits[claim])
    if found.missing:
        return _Read(claim, problem=_lost(found), hint=f"claimbook search --restore {claim}")
    return _Read(claim, found.records)


def _lost(found: "Received") -> str:
    """Which answers cannot be read: some are gone, some lie here and were changed."""
    parts = []
    if gone := found.missing - found.altered:
        parts.append(f"{gone:,} of {found.answers:,} raw answers are not here")
    if found.altered:
        parts.append(f"{found.altered:,} of {found.answers:,} raw answers are not as they were received")
    return "; ".join(parts)


def _questions(project: Project, article: str, claims: Iterable[str]) -> dict[str, "Question"]:
    """What each claim asks of its records."""
    from claimbook.appraise.record.appraisal import Question  # noqa: PLC0415 - numpy is heavy

    shared = read_article(project, article).concepts
    return {claim: Question(read_claim(project, article, claim), shared) for claim in claims}


def _drafted(
    reads: Iterable[_Read], questions: Mapping[str, "Question"], waits: Mapping[str, set[int]]
) -> dict[int, "Drafted"]:
    """Every record read once, with all the claims that it waits for."""
    from claimbook.appraise.record.appraisal import appraise_each  # noqa: PLC0415 - numpy is heavy
    from claimbook.appraise.record.draft import drafts_of  # noqa: PLC0415
    from claimbook.workflow.proposal_sheet import Drafted  # noqa: PLC0415

    reads = list(reads)
    records = {pmid: record for read in reads for pmid, record in read.records.items()}
    asked = {pmid: [questions[claim] for claim in waits if pmid in waits[claim]] for pmid in records}
    read_anew = appraise_each((record, asked[pmid]) for pmid, record in records.items())
    appraised = dict(zip(records, read_anew, strict=True))
    ranks = {read.claim: _ranks(read, questions[read.claim], appraised) for read in reads}
    return {
        pmid: Drafted(
            records[pmid],
            text,
            drafts_of(appraisal),
            waits_for=tuple(question.claim for question in asked[pmid]),
            ranks={claim: places[pmid] for claim, places in ranks.items() if pmid in places},
        )
        for pmid, (text, appraisal) in appraised.items()
    }


def _ranks(read: _Read, question: "Question", appraised: Mapping[int, tuple["Text", "Appraisal"]]) -> dict[int, int]:
    """The place of each waiting record: those that seem to answer first, then by words.

    None where no record holds a word of the claim.
    """
    from claimbook.appraise.relevance.ranking import ranks_of  # noqa: PLC0415 - numpy is heavy

    by_words = ranks_of(question.in_words, read.records.values())
    if not by_words:
        return {}
    answers = {pmid: appraised[pmid][1].answers for pmid in read.records}
    distance = {pmid: min(one.distance for one in answers[pmid] if one.claim == read.claim) for pmid in read.records}
    order = sorted(read.records, key=lambda pmid: (distance[pmid], by_words[read.records[pmid].pmid]))
    return {pmid: rank for rank, pmid in enumerate(order, start=1)}


def _likeliest_first(drafted: Mapping[int, "Drafted"], read: _Read) -> list["Drafted"]:
    """Those that wait for a claim, in the order of their ranks; by PMID where they have none."""
    waiting = (drafted[pmid] for pmid in sorted(read.records))
    return sorted(waiting, key=lambda one: one.ranks.get(read.claim, 0))


@dataclass(frozen=True)
class _Anew:
    """What was read in this run: the records, what each searched claim asks, and for which claims all was read."""

    drafted: Mapping[int, "Drafted"]
    questions: Mapping[str, "Question"]
    done: Collection[str]


def _merged(article: str, old: ProposalTable | None, anew: _Anew) -> ProposalTable:
    """The new proposals, and what stood there for the records of other claims that still are searched."""
    from claimbook.appraise.record.proposal import proposed_record  # noqa: PLC0415

    earlier = {int(one.pmid): one for one in (old.records if old else ())}
    kept = {pmid: left for pmid, one in earlier.items() if (left := _left_for(one, anew)) is not None}
    for pmid, one in anew.drafted.items():
        before = earlier[pmid].ranks if pmid in earlier else {}
        ranks = {claim: rank for claim, rank in {**before, **one.ranks}.items() if claim in one.claims}
        kept[pmid] = proposed_record(one.record, one.text, one.drafts, one.claims, ranks)
    asked = {claim: questions_of(anew.questions[claim].claim, anew.questions[claim].shared) for claim in anew.done}
    used = {claim for record in kept.values() for claim in record.claims}
    every = {**(old.questions if old else {}), **asked}
    questions = {claim: every[claim] for claim in sorted(every) if claim in used}
    return proposals(article, f"claimbook {__version__}", tuple(kept.values()), questions)


def _left_for(record: ProposedRecord, anew: _Anew) -> ProposedRecord | None:
    """An earlier reading, for those of its claims that are still searched and were not done anew; None for none."""
    claims = tuple(one for one in record.claims if one in anew.questions and one not in anew.done)
    ranks = {claim: rank for claim, rank in record.ranks.items() if claim in claims}
    return record.model_copy(update={"claims": claims, "ranks": ranks}) if claims else None


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
