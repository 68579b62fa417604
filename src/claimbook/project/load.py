"""An article with its claims and its evidence, read whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from claimbook.model.claim import Article, Claim
from claimbook.model.notices import Notices, look_up
from claimbook.model.problems import Problem, ProblemsFoundError, problem
from claimbook.model.screening import Screening, Searched, screen
from claimbook.model.study import StudyTable
from claimbook.project.checks import check_files
from claimbook.project.documents import (
    ArticleFiles,
    in_file_order,
    parse_article,
    parse_claim,
    parse_files,
    parse_studies,
)
from claimbook.project.evidence import Evidence, evidence_of
from claimbook.project.layout import Project


@dataclass(frozen=True)
class LoadedArticle:
    """Everything that is known about one article, found to be without mistakes."""

    article: Article
    claims: tuple[Claim, ...]
    """In the order of the article."""
    studies: StudyTable
    """As a person wrote it."""
    unreadable: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Listed claims that were set aside because their files have mistakes, with the mistakes."""
    evidence: Evidence = field(default_factory=Evidence)
    """What PubMed was asked, and what it said."""

    @cached_property
    def notices(self) -> Notices:
        """What PubMed says about the studies: retractions, concerns and corrections, each with its source."""
        found = self.evidence
        return look_up(self.studies.studies, found.verification, tuple(found.locks.values()), found.records)

    @cached_property
    def weighed(self) -> StudyTable:
        """The table as it is weighed: a study that PubMed marks as retracted is retracted, whatever its row says."""
        return self.notices.weigh(self.studies)

    @cached_property
    def screenings(self) -> Mapping[str, Screening]:
        """How far the search of each claim was run and looked through, by the id of the claim."""
        return {claim.id: self._screened(claim.id) for claim in self.claims}

    def _screened(self, claim: str) -> Screening:
        found = self.evidence
        return screen(claim, self.studies, Searched(found.locks.get(claim), found.failures.get(claim), found.records))

    def claim(self, name: str) -> Claim:
        """The claim of that id. Raises KeyError when the article has none."""
        for claim in self.claims:
            if claim.id == name:
                return claim
        raise KeyError(name)

    def sound_claim(self, name: str) -> Claim:
        """The same, whatever is wrong with the others.

        Raises:
            ProblemsFoundError: its own file has a mistake, or there is no such claim.
        """
        if name in self.unreadable:
            raise ProblemsFoundError(self.unreadable[name])
        known = [claim.id for claim in self.claims]
        if name not in known:
            message = f"article '{self.article.id}' has no claim '{name}'"
            raise problem("unknown-claim", message, hint=f"it has {', '.join(known)}")
        return self.claim(name)


def load_article(project: Project, article: str) -> LoadedArticle:
    """Read an article, its claims and its evidence table, and check that they fit together.

    Args:
        project: where the files are.
        article: id of the article, as somebody typed it.

    Raises:
        ProblemsFoundError: there is no such article, or at least one file has a mistake; all mistakes are in it.
    """
    loaded = load_sound(project, article)
    if loaded.unreadable:
        raise ProblemsFoundError(problem for problems in loaded.unreadable.values() for problem in problems)
    return loaded


def load_sound(project: Project, article: str) -> LoadedArticle:
    """Read an article with every claim that has no mistake, so that a broken claim file does not stop the others.

    Raises:
        ProblemsFoundError: there is no such article, or the article or its evidence table has a mistake.
    """
    files = parse_files(project, project.known_article(article))
    of_claims: dict[str, list[Problem]] = {}
    rest: list[Problem] = []
    names = _claims_by_file(files)
    for found in check_files(files):
        name = names.get(found.place.file) if found.place else None
        (rest if name is None else of_claims.setdefault(name, [])).append(found)
    if rest:
        everything = [*rest, *(found for problems in of_claims.values() for found in problems)]
        raise ProblemsFoundError(in_file_order(everything))
    listed = files.article.sound().claims
    claims = tuple(files.claims[name].sound() for name in listed if name not in of_claims)
    unreadable = {name: tuple(problems) for name, problems in of_claims.items()}
    return LoadedArticle(files.article.sound(), claims, files.studies.sound(), unreadable, evidence_of(files))


def _claims_by_file(files: ArticleFiles) -> dict[PurePath, str]:
    """Which claim a file speaks of: its own file, its lock, and what is left of a failed search."""
    return {parsed.file: name for each in (files.claims, files.locks, files.failures) for name, parsed in each.items()}


def read_article(project: Project, article: str) -> Article:
    """``article.yaml`` alone. Raises ProblemsFoundError with every mistake in it."""
    return parse_article(project, project.known_article(article)).sound()


def read_claim(project: Project, article: str, claim: str) -> Claim:
    """One claim file alone. Raises ProblemsFoundError with every mistake in it."""
    known = project.known_article(article)
    return parse_claim(project, known, project.known_claim(known, claim)).sound()


def read_studies(project: Project, article: str) -> StudyTable:
    """The evidence table alone. Raises ProblemsFoundError with every mistake in it."""
    return parse_studies(project, project.known_article(article)).sound()
