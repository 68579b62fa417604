"""An article with its claims and its evidence, read whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimbook.model.claim import Article, Claim
from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.model.study import StudyTable
from claimbook.project.checks import check_files
from claimbook.project.documents import in_file_order, parse_article, parse_claim, parse_files, parse_studies
from claimbook.project.layout import Project


@dataclass(frozen=True)
class LoadedArticle:
    """Everything that is known about one article, found to be without mistakes."""

    article: Article
    claims: tuple[Claim, ...]
    """In the order of the article."""
    studies: StudyTable
    unreadable: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Listed claims that were set aside because their files have mistakes, with the mistakes."""

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
    names = {parsed.file: name for name, parsed in files.claims.items()}
    for found in check_files(files):
        name = names.get(found.place.file) if found.place else None
        (rest if name is None else of_claims.setdefault(name, [])).append(found)
    if rest:
        everything = [*rest, *(found for problems in of_claims.values() for found in problems)]
        raise ProblemsFoundError(in_file_order(everything))
    listed = files.article.sound().claims
    claims = tuple(files.claims[name].sound() for name in listed if name not in of_claims)
    unreadable = {name: tuple(problems) for name, problems in of_claims.items()}
    return LoadedArticle(files.article.sound(), claims, files.studies.sound(), unreadable)


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
