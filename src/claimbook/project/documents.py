"""The files of one article, each read into its model as far as it can be, with everything that is wrong with it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import Generic, TypeVar

from pydantic import ValidationError

from claimbook.model.base import Strict
from claimbook.model.claim import Article, Claim
from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.model.proposal import ProposalTable
from claimbook.model.search import RecordFacts, SearchFailure, SearchLock, Verification
from claimbook.model.study import StudyTable, nothing_collected
from claimbook.project.explain import explain
from claimbook.project.layout import Project
from claimbook.project.records import read_records
from claimbook.project.schemas import Kind
from claimbook.project.yaml_reader import Document, read_yaml

ModelT = TypeVar("ModelT", bound=Strict)
_LARGEST: Mapping[Kind, int] = {  # bytes
    "claim": 200_000,
    "article": 200_000,
    "studies": 20_000_000,
    "lock": 50_000_000,
    "failure": 1_000_000,
    "verified": 20_000_000,
    "proposed": 100_000_000,
}


@dataclass(frozen=True)
class Parsed(Generic[ModelT]):
    """One file: its text with positions, and its value. Either is None where the file is too broken to give it."""

    file: PurePath
    document: Document | None
    value: ModelT | None
    problems: tuple[Problem, ...]

    @property
    def readable(self) -> tuple[Document, ModelT] | None:
        """Text and value together, where there are both."""
        return (self.document, self.value) if self.document is not None and self.value is not None else None

    def sound(self) -> ModelT:
        """The value of a file without mistakes. Raises ProblemsFoundError with all of them otherwise."""
        if self.problems or self.value is None:
            raise ProblemsFoundError(self.problems)
        return self.value


@dataclass(frozen=True)
class ArticleFiles:
    """Everything that people wrote about one article, and what its searches locked."""

    id: str
    article: Parsed[Article]
    claims: Mapping[str, Parsed[Claim]]
    """Every claim file of the folder, listed in the article or not, under the id that its file name gives."""
    studies: Parsed[StudyTable]
    locks: Mapping[str, Parsed[SearchLock]] = field(default_factory=dict)
    """Every lock of the article, under the name of its claim; a claim without one was not searched."""
    failures: Mapping[str, Parsed[SearchFailure]] = field(default_factory=dict)
    """Why the last search failed, for the claims where it did."""
    verified: Parsed[Verification] | None = None
    """None where the identifiers were never checked."""
    proposed: Parsed[ProposalTable] | None = None
    """None where nothing was proposed."""
    records: Mapping[int, RecordFacts] = field(default_factory=dict)
    """Facts of every locked record, by PMID."""
    unread: tuple[Problem, ...] = ()
    """Lines of ``records.jsonl`` that are no records."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong within each file; how the files fit together is another question."""
        of_claims = (found for parsed in self.claims.values() for found in parsed.problems)
        return (*self.article.problems, *of_claims, *self.studies.problems, *self.problems_of_searches)

    @property
    def searches(self) -> tuple[tuple[str, Parsed[SearchLock] | Parsed[SearchFailure]], ...]:
        """Locks and failures alike, each with the name of its claim."""
        return (*self.locks.items(), *self.failures.items())

    @property
    def problems_of_searches(self) -> tuple[Problem, ...]:
        """What is wrong within the files that a search or a check of identifiers wrote."""
        of_verified = self.verified.problems if self.verified else ()
        of_proposed = self.proposed.problems if self.proposed else ()
        of_searches = (found for _, parsed in self.searches for found in parsed.problems)
        return (*of_searches, *of_verified, *of_proposed, *self.unread)

    @cached_property
    def readable_claims(self) -> Mapping[str, tuple[Document, Claim]]:
        """Every claim that could be read, with its text, under the name of its file."""
        return {name: parsed.readable for name, parsed in self.claims.items() if parsed.readable is not None}


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted by file, line and column; what has no place comes first."""
    return tuple(sorted(problems, key=_position))


def _position(found: Problem) -> tuple[str, int, int]:
    place = found.place
    return (place.file.as_posix(), place.line or 0, place.column or 0) if place else ("", 0, 0)


def parse_article(project: Project, article: str) -> Parsed[Article]:
    """Read ``article.yaml``."""
    return _parse(Article, "article", project.article_file(article), project.root)


def parse_claim(project: Project, article: str, claim: str) -> Parsed[Claim]:
    """Read one claim file."""
    return _parse(Claim, "claim", project.claim_file(article, claim), project.root)


def parse_studies(project: Project, article: str) -> Parsed[StudyTable]:
    """Read the evidence table; on somebody's first day there is none, and nothing was collected.

    Where something beside it says that there was one (a misnamed file, a check of its identifiers), it is missing.
    """
    path = project.studies_file(article)
    signs = (path, path.with_suffix(".yml"), project.verified_file(article))
    if path.is_symlink() or any(sign.exists() for sign in signs):
        return _parse(StudyTable, "studies", path, project.root)
    return Parsed(path.relative_to(project.root), None, nothing_collected(article), ())


def parse_lock(project: Project, article: str, claim: str) -> Parsed[SearchLock]:
    """Read what the last good search of a claim found."""
    return _parse(SearchLock, "lock", project.lock_file(article, claim), project.root)


def parse_failure(project: Project, article: str, claim: str) -> Parsed[SearchFailure]:
    """Read why the last search of a claim failed."""
    return _parse(SearchFailure, "failure", project.failure_file(article, claim), project.root)


def parse_verified(project: Project, article: str) -> Parsed[Verification] | None:
    """Read the last check of identifiers; None where there is none."""
    path = project.verified_file(article)
    return _parse(Verification, "verified", path, project.root) if path.exists() else None


def parse_proposed(project: Project, article: str) -> Parsed[ProposalTable] | None:
    """Read what is proposed for an article's waiting records; None where nothing is."""
    path = project.proposed_file(article)
    return _parse(ProposalTable, "proposed", path, project.root) if path.exists() else None


def parse_files(project: Project, article: str) -> ArticleFiles:
    """Read everything about one article; mistakes are kept beside what could be read."""
    return ArticleFiles(
        article,
        parse_article(project, article),
        {claim: parse_claim(project, article, claim) for claim in project.claim_ids(article)},
        parse_studies(project, article),
        {claim: parse_lock(project, article, claim) for claim in project.locked_ids(article)},
        {claim: parse_failure(project, article, claim) for claim in project.failed_ids(article)},
        parse_verified(project, article),
        parse_proposed(project, article),
        *read_records(project, article),
    )


def _parse(model: type[ModelT], kind: Kind, path: Path, root: Path) -> Parsed[ModelT]:
    file = path.relative_to(root)
    try:
        document = read_yaml(path, root, _LARGEST[kind])
    except ProblemsFoundError as error:
        return Parsed(file, None, None, error.problems)
    try:
        value = model.model_validate_json(json.dumps(document.data))
    except ValidationError as error:
        return Parsed(file, document, None, _together(document, explain(error, kind, document)))
    return Parsed(file, document, value, document.problems)


def _together(document: Document, refused: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """In the order of the file; where a value could not even be read, what the model says of it is left out."""
    unread = {found.place for found in document.problems}
    return in_file_order([*document.problems, *(one for one in refused if one.place not in unread)])
