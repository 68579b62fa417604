"""What an article's notebook calls: the claims side by side, and what holds for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from claimbook.language.said import counted, said
from claimbook.model.assessment import ArticleAssessment, OutcomeAssessment
from claimbook.model.claim import Article
from claimbook.model.notices import NOBODY_ASKED, Notices
from claimbook.model.screening import Screening
from claimbook.model.study import Study, StudyTable
from claimbook.plots.evidence_map import draw_evidence_map
from claimbook.plots.labels import study_labels
from claimbook.plots.overview import draw_overview
from claimbook.plots.timeline import draw_timeline
from claimbook.project.layout import find_project
from claimbook.project.load import LoadedArticle, load_sound
from claimbook.report.case.parts import figures_of, harms_of
from claimbook.report.case.provisional import provisional_words
from claimbook.report.case.search import screening_of
from claimbook.report.show import Shown, fragment, in_its_language, view_style
from claimbook.report.words import verdicts as words
from claimbook.report.words.judged import read_in_full
from claimbook.report.words.notices import looked_for_notices
from claimbook.report.words.searches import article_search_state, search_state
from claimbook.report.words.sensitivity import sensitivity_of
from claimbook.report.words.silences import Asked, looked_for
from claimbook.synthesis.assess import assess_article
from claimbook.synthesis.details.confirmed import confirmation_of
from claimbook.synthesis.details.sensitivity import sensitivity
from claimbook.synthesis.provisional.verdict import Provisional, provisionals
from claimbook.synthesis.thresholds import DEFAULT, Thresholds


def open_article(article: str, *, folder: Path | None = None, thresholds: Thresholds = DEFAULT) -> "ArticleCase":
    """Read an article with its claims and studies from the project around ``folder`` (the current one) and weigh them.

    A claim whose file has a mistake is named as unread; the others are weighed.

    Raises:
        ProblemsFoundError: there is no project or article of that name, or the article or its studies have a mistake.
    """
    loaded = load_sound(find_project(folder), article)
    assessment = assess_article(loaded.article, loaded.claims, loaded.weighed, thresholds, loaded.screenings)
    unchecked = provisionals(assessment.claims, loaded.evidence.proposals, thresholds)
    return replace(ArticleCase.of(loaded, assessment, thresholds), unchecked=unchecked)


@in_its_language
@dataclass(frozen=True)
class ArticleCase:
    """An article, weighed, ready to be shown part by part."""

    assessment: ArticleAssessment
    evidence: StudyTable
    """As it was weighed."""
    labels: Mapping[str, str]
    unread: tuple[str, ...] = ()
    """Claims whose files have mistakes."""
    thresholds: Thresholds = DEFAULT
    """The numbers that it was weighed by."""
    notices: Notices = NOBODY_ASKED
    """What PubMed says about the studies."""
    unchecked: Mapping[str, Provisional] = field(default_factory=dict)
    """What waiting records would give for claims that rest on no person's study, by the id of the claim."""

    @classmethod
    def of(
        cls, loaded: LoadedArticle, assessment: ArticleAssessment, thresholds: Thresholds = DEFAULT
    ) -> "ArticleCase":
        """A case whose studies have the same short names as on the pages of the claims."""
        labels = study_labels(loaded.studies.studies)
        return cls(assessment, loaded.weighed, labels, tuple(loaded.unreadable), thresholds, loaded.notices)

    @property
    def studies(self) -> tuple[Study, ...]:
        """Every study of the article's table."""
        return self.evidence.studies

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self.assessment.article

    def __repr__(self) -> str:
        claims = counted("{n} claim", "{n} claims", len(self.assessment.claims))
        return said("{claims}, {studies} looked at", claims=claims, studies=words.studies(len(self.studies)))

    def _repr_html_(self) -> str:
        style = view_style()
        return fragment("opened", title=self.assessment.article.title, line=repr(self), style=style).html

    def says(self) -> Shown:
        """The article: title, publisher, date and address as far as they are known."""
        return fragment("article", article=self.assessment.article, unread=self.unread)

    def side_by_side(self) -> Shown:
        """Each claim by its main outcome: verdict, direction, certainty, amount, and a sentence to print instead."""
        chosen = [claim.primary for claim in self.assessment.claims]
        return self._table(chosen, said("The claims by their main outcomes"), secondary=False)

    def other_outcomes(self) -> Shown:
        """Everything else that the article says will happen, each outcome graded on its own."""
        chosen = [found for claim in self.assessment.claims for found in claim.outcomes if found is not claim.primary]
        if not chosen:
            return fragment("nothing", words=said("Every claim of this article has one outcome."))
        return self._table(chosen, said("The other outcomes of the claims"), secondary=True)

    def sensitivity(self) -> Shown:
        """Which verdicts flip when a threshold that is our own choice is moved, one at a time."""
        claims = [claim.claim for claim in self.assessment.claims]
        screenings = {claim.claim.id: screening_of(claim) for claim in self.assessment.claims}
        return sensitivity_of(self.assessment, sensitivity(claims, self.evidence, self.thresholds, screenings))

    def overview(self) -> Shown:
        """One figure of all outcomes: direction, certainty and amount apart."""
        return figures_of([draw_overview(self.assessment)])

    def evidence_map(self) -> Shown:
        """Claims by outcomes: where evidence is and how much, and why the other places are empty."""
        return figures_of([draw_evidence_map(self.assessment)])

    def timeline(self) -> Shown:
        """When everything that was looked at for the article was published."""
        outcomes = [outcome for claim in self.assessment.claims for outcome in claim.outcomes]
        return figures_of([draw_timeline(said("this article"), self.studies, outcomes, self.labels)])

    def harms(self) -> Shown:
        """What any study of the article's table says about harms."""
        return harms_of(self.studies, self.labels, linked=False)

    def limits(self) -> Shown:
        """What was looked for and what was not."""
        outcomes = [outcome for claim in self.assessment.claims for outcome in claim.outcomes]
        collection, found = self.assessment.collection, self.screenings
        asked = Asked(article_search_state(found, collection), looked_for_notices(self.studies, self.notices))
        rows = looked_for(collection, len(self.studies), read_in_full(outcomes), asked)
        return fragment("looked_for", rows=rows, search=())

    def searches(self) -> Shown:
        """For each claim how far its search was run and looked through, or that it was not."""
        states = [search_state(screening, self.assessment.collection) for screening in self.screenings]
        claims = (claim.claim for claim in self.assessment.claims)
        return fragment("searches", rows=[(claim, *state) for claim, state in zip(claims, states, strict=True)])

    @property
    def screenings(self) -> tuple[Screening, ...]:
        """How far the search of each claim was run and looked through, in the order of the claims."""
        return tuple(screening_of(claim) for claim in self.assessment.claims)

    def table(self) -> pd.DataFrame:
        """All outcomes as a data frame."""
        return draw_overview(self.assessment).table

    def _table(self, chosen: list[OutcomeAssessment], caption: str, *, secondary: bool) -> Shown:
        signed = {each.claim.id: confirmation_of(each) for each in self.assessment.claims if each.claim.confirmed}
        return fragment(
            "side_by_side",
            outcomes=chosen,
            caption=caption,
            secondary=secondary,
            words=words,
            confirmed=signed,
            unchecked=self.unchecked,
            provisional_words=provisional_words,
        )
