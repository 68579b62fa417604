"""``records.jsonl``: bibliographic facts of every locked record of an article, one line each, without abstracts."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from filelock import FileLock

from claimbook.model.problems import ProblemsFoundError
from claimbook.model.search import RecordFacts, SearchFailure, SearchLock
from claimbook.project.files import make_private, write_text
from claimbook.project.layout import Project
from claimbook.project.records import read_records
from claimbook.pubmed.lock.files import failure_text, read_lock, write_lock

Facts = Mapping[int, RecordFacts]
"""Facts of records by PMID."""


def read_facts(project: Project, article: str) -> dict[int, RecordFacts]:
    """The facts of all locked records of an article, by PMID; empty where nothing was searched.

    Raises:
        ProblemsFoundError: a line cannot be read.
    """
    facts, problems = read_records(project, article)
    if problems:
        raise ProblemsFoundError(problems)
    return facts


def facts_text(facts: Facts) -> str:
    """The file for these records: one line each by PMID, what is empty left out, the same bytes for the same facts."""
    return "".join(f"{facts[pmid].model_dump_json(exclude_defaults=True)}\n" for pmid in sorted(facts))


def lock_with_facts(project: Project, lock: SearchLock, new: Facts) -> None:
    """Write a lock and the facts of its records, together with those of the article's other locks.

    Several processes may do so at once for claims of one article: each waits for its turn. The facts are written before
    the lock and tidied after it, so that at no moment a lock stands without its records.
    """
    with _turn(project, lock.article):
        known = {**read_facts(project, lock.article), **_of(new, lock.pmids)}
        _write_facts(project, lock.article, known)
        write_lock(project, lock)
        kept = {pmid for each in _locks(project, lock.article) for pmid in each.pmids}
        _write_facts(project, lock.article, _of(known, kept))


def write_failure(project: Project, failure: SearchFailure) -> None:
    """Say beside the lock, which stays as it is, that the last search failed."""
    with _turn(project, failure.article):
        write_text(project.failure_file(failure.article, failure.claim), failure_text(failure))


def _of(facts: Facts, pmids: Iterable[int]) -> dict[int, RecordFacts]:
    wanted = set(pmids)
    return {pmid: one for pmid, one in facts.items() if pmid in wanted}


def _write_facts(project: Project, article: str, facts: Facts) -> None:
    path, text = project.records_file(article), facts_text(facts)
    if not path.exists() or path.read_bytes() != text.encode():
        write_text(path, text)


def _locks(project: Project, article: str) -> Iterator[SearchLock]:
    for claim in project.locked_ids(article):
        if (lock := read_lock(project, article, claim)) is not None:
            yield lock


@contextmanager
def _turn(project: Project, article: str) -> Iterator[None]:
    """Hold the files of an article alone; the system ends the hold when a process ends in any way."""
    folder = project.ledger_dir(article, "x").parent
    make_private(folder)
    with FileLock(folder / "writing.lock"):
        _sweep(project, article)
        yield


def _sweep(project: Project, article: str) -> None:
    """Remove what a process left behind that was stopped while it wrote; nobody else writes these files now."""
    places = (
        project.lock_file(article, "x").parent.glob(".*.tmp"),
        project.data_dir.glob(f"{article}/.records.jsonl.*.tmp"),
    )
    for path in (path for found in places for path in found):
        path.unlink(missing_ok=True)
