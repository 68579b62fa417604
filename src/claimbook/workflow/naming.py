"""Which claims somebody means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from claimbook.model.problems import ProblemsFoundError, problem
from claimbook.project.layout import Project


@dataclass(frozen=True)
class Named:
    """A claim and the article it belongs to."""

    article: str
    claim: str


class Chosen(Protocol):
    """What somebody asked for: claims, and perhaps the article they belong to."""

    @property
    def claims(self) -> Sequence[str]:
        """Ids of claims; none means all."""
        ...

    @property
    def article(self) -> str | None:
        """Id of the article; all where it was left out."""
        ...


def choose_claims(project: Project, request: Chosen) -> dict[str, tuple[str, ...]]:
    """The wanted claims of each wanted article; all of them where none was named."""
    articles = [project.known_article(request.article)] if request.article else list(project.article_ids())
    if not request.claims:
        return {article: project.claim_ids(article) for article in articles}
    named = [name_claim(project, claim, request.article) for claim in request.claims]
    return {
        article: tuple(dict.fromkeys(each.claim for each in named if each.article == article))
        for article in articles
        if any(each.article == article for each in named)
    }


def name_claim(project: Project, claim: str, article: str | None) -> Named:
    """The one claim of that id, in the named article or in any.

    Raises:
        ProblemsFoundError: no claim has it, or claims of several articles do and none was named.
    """
    articles = [project.known_article(article)] if article else list(project.article_ids())
    holding = [name for name in articles if claim in project.claim_ids(name)]
    if len(holding) > 1:
        raise problem("several-claims", f"'{claim}' is a claim of {', '.join(holding)}", hint="say which: --article ID")
    if not holding:
        return Named(articles[0], _unknown(project, articles, claim))
    return Named(holding[0], claim)


def _unknown(project: Project, articles: Sequence[str], claim: str) -> str:
    """The complaint of the article that knows the most alike claim; never returns a claim."""
    complaints: list[ProblemsFoundError] = []
    for article in articles:
        try:
            return project.known_claim(article, claim)
        except ProblemsFoundError as error:
            complaints.append(error)
    raise max(complaints, key=lambda error: "Did you mean" in str(error))
