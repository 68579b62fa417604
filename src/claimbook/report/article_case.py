"""What an article's notebook calls: the claims side by side, and what holds for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from claimbook.model.assessment import ArticleAssessment, OutcomeAssessment
from claimbook.model.study import Study, StudyTable
from claimbook.plots.labels import study_labels
from claimbook.plots.overview import draw_overview
from claimbook.project.layout import find_project
from claimbook.project.load import LoadedArticle, load_sound
from claimbook.report import words
from claimbook.report.judged import read_in_full
from claimbook.report.parts import figures_of, harms_of
from claimbook.report.show import Shown, fragment, stylesheet
from claimbook.report.silences import looked_for
from claimbook.report.summary import sensitivity_of
from claimbook.synthesis.assess import assess_article
from claimbook.synthesis.sensitivity import sensitivity
from claimbook.synthesis.thresholds import DEFAULT, Thresholds


def open_article(article: str, *, folder: Path | None = None, thresholds: Thresholds = DEFAULT) -> "ArticleCase":
    """Read an article with its claims and studies from the project around ``folder`` (the current one) and weigh them.

    A claim whose file has a mistake is named as unread; the others are weighed.

    Raises:
        ProblemsFoundError: there is no project or article of that name, or the article or its studies have a mistake.
    """
    loaded = load_sound(find_project(folder), article)
    assessment = assess_article(loaded.article, loaded.claims, loaded.studies, thresholds)
    return ArticleCase.of(loaded, assessment, thresholds)


@dataclass(frozen=True)
class ArticleCase:
    """An article, weighed, ready to be shown part by part."""

    assessment: ArticleAssessment
    evidence: StudyTable
    labels: Mapping[str, str]
    unread: tuple[str, ...] = ()
    """Claims whose files have mistakes."""
    thresholds: Thresholds = DEFAULT
    """The numbers that it was weighed by."""

    @classmethod
    def of(
        cls, loaded: LoadedArticle, assessment: ArticleAssessment, thresholds: Thresholds = DEFAULT
    ) -> "ArticleCase":
        """A case whose studies have the same short names as on the pages of the claims."""
        labels = study_labels(loaded.studies.studies)
        return cls(assessment, loaded.studies, labels, tuple(loaded.unreadable), thresholds)

    @property
    def studies(self) -> tuple[Study, ...]:
        """Every study of the article's table."""
        return self.evidence.studies

    def __repr__(self) -> str:
        claims = words.count_of(len(self.assessment.claims), "claim", "claims")
        return f"{claims}, {words.studies(len(self.studies))} looked at"

    def _repr_html_(self) -> str:
        style = stylesheet("views.css")
        return fragment("opened", title=self.assessment.article.title, line=repr(self), style=style).html

    def says(self) -> Shown:
        """The article: title, publisher, date and address as far as they are known."""
        return fragment("article", article=self.assessment.article, unread=self.unread)

    def side_by_side(self) -> Shown:
        """Each claim by its main outcome: verdict, direction, certainty, amount, and a sentence to print instead."""
        chosen = [claim.primary for claim in self.assessment.claims]
        return self._table(chosen, "The claims by their main outcomes", secondary=False)

    def other_outcomes(self) -> Shown:
        """Everything else that the article says will happen, each outcome graded on its own."""
        chosen = [found for claim in self.assessment.claims for found in claim.outcomes if found is not claim.primary]
        if not chosen:
            return fragment("nothing", words="Every claim of this article has one outcome.")
        return self._table(chosen, "The other outcomes of the claims", secondary=True)

    def sensitivity(self) -> Shown:
        """Which verdicts flip when a threshold that is our own choice is moved, one at a time."""
        claims = [claim.claim for claim in self.assessment.claims]
        return sensitivity_of(self.assessment, sensitivity(claims, self.evidence, self.thresholds))

    def overview(self) -> Shown:
        """One figure of all outcomes: direction, certainty and amount apart."""
        return figures_of([draw_overview(self.assessment)])

    def harms(self) -> Shown:
        """What any study of the article's table says about harms."""
        return harms_of(self.studies, self.labels, linked=False)

    def limits(self) -> Shown:
        """What was looked for and what was not."""
        outcomes = [outcome for claim in self.assessment.claims for outcome in claim.outcomes]
        rows = looked_for(self.assessment.collection, len(self.studies), read_in_full(outcomes))
        return fragment("looked_for", rows=rows, search=())

    def table(self) -> pd.DataFrame:
        """All outcomes as a data frame."""
        return draw_overview(self.assessment).table

    def _table(self, chosen: list[OutcomeAssessment], caption: str, *, secondary: bool) -> Shown:
        return fragment("side_by_side", outcomes=chosen, caption=caption, secondary=secondary, words=words)
