"""An article with its claims and its evidence, read whole or not at all."""

from dataclasses import dataclass

from claimbook.model.claim import Article, Claim
from claimbook.model.problems import ProblemsFoundError
from claimbook.model.study import StudyTable
from claimbook.project.checks import check_files
from claimbook.project.documents import parse_article, parse_claim, parse_files, parse_studies
from claimbook.project.layout import Project


@dataclass(frozen=True)
class LoadedArticle:
    """Everything that is known about one article, found to be without mistakes."""

    article: Article
    claims: tuple[Claim, ...]
    """In the order of the article."""
    studies: StudyTable

    def claim(self, name: str) -> Claim:
        """The claim of that id. Raises KeyError when the article has none."""
        for claim in self.claims:
            if claim.id == name:
                return claim
        raise KeyError(name)


def load_article(project: Project, article: str) -> LoadedArticle:
    """Read an article, its claims and its evidence table, and check that they fit together.

    Args:
        project: where the files are.
        article: id of the article, as somebody typed it.

    Raises:
        ProblemsFoundError: there is no such article, or at least one file has a mistake; all mistakes are in it.
    """
    files = parse_files(project, project.known_article(article))
    if problems := check_files(files):
        raise ProblemsFoundError(problems)
    found = files.article.sound()
    claims = tuple(files.claims[claim].sound() for claim in found.claims)
    return LoadedArticle(found, claims, files.studies.sound())


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
