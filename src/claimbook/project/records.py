"""``records.jsonl``: the facts of what was found, one record in a line, and whether none of them was lost."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from pydantic import ValidationError

from claimbook.model.problems import Place, Problem, ProblemsFoundError
from claimbook.model.search import RecordFacts, SearchLock
from claimbook.project.layout import Project
from claimbook.project.source import read_bytes

_MOST_BYTES = 1_000_000_000
_BROKEN = "get the file back from version control, or remove it and search again: claimbook search"


def read_records(project: Project, article: str) -> tuple[dict[int, RecordFacts], tuple[Problem, ...]]:
    """The facts of all locked records by PMID, and each line that is no record; both empty where there is no file."""
    path = project.records_file(article)
    if not path.exists():
        return {}, ()
    try:
        content = read_bytes(path, project.root, _MOST_BYTES)
    except ProblemsFoundError as error:
        return {}, error.problems
    return _facts_in(content, path.relative_to(project.root))


def _facts_in(content: bytes, file: PurePath) -> tuple[dict[int, RecordFacts], tuple[Problem, ...]]:
    facts: dict[int, RecordFacts] = {}
    problems = []
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            one = RecordFacts.model_validate_json(line)
        except ValidationError:
            message = "this line is no record as 'claimbook search' writes it"
            problems.append(Problem("bad-record", message, Place(file, number), _BROKEN))
        else:
            facts[int(one.pmid)] = one
    return facts, tuple(problems)


def lost_records(file: PurePath, lock: SearchLock, records: Mapping[int, RecordFacts]) -> Iterator[Problem]:
    """What a lock says was received and ``records.jsonl`` does not hold: lost here, not unseen at PubMed."""
    received = set(lock.pmids) - {*lock.missing, *lock.unreadable, *lock.deleted}
    if lost := received - records.keys():
        message = f"{len(lost):,} of the {len(received):,} records of this search are not in records.jsonl"
        hint = f"get that file back from version control, or search again: claimbook search {lock.claim}"
        yield Problem("lost-records", message, Place(file), hint)
