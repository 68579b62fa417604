"""What a claim's notebook calls: each method shows one part of the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from claimbook.language.said import joined, said
from claimbook.model.assessment import ClaimAssessment, OutcomeAssessment, StreamAssessment
from claimbook.model.claim import Article
from claimbook.model.notices import NOBODY_ASKED, Notices
from claimbook.model.problems import problem
from claimbook.model.proposal import ProposedRecord
from claimbook.model.study import Collection, Study, StudyTable
from claimbook.plots.albatross import draw_albatross
from claimbook.plots.directions import draw_directions
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.forest import draw_forest
from claimbook.plots.harvest import draw_harvest
from claimbook.plots.labels import quoted, study_labels
from claimbook.plots.timeline import draw_timeline
from claimbook.project.layout import find_project
from claimbook.project.load import load_sound
from claimbook.report.case.parts import figures_of, harms_of, references_of
from claimbook.report.case.provisional import Unchecked, provisional_part
from claimbook.report.case.quotations import NO_ANSWERS, Answers
from claimbook.report.case.search import screening_of, search_of
from claimbook.report.show import Shown, fragment, in_its_language, view_style
from claimbook.report.words import verdicts as words
from claimbook.report.words.assumed import AssumedView, assumed_view
from claimbook.report.words.facts import is_quoted, readable
from claimbook.report.words.judged import judged_by_people, not_used, read_in_full
from claimbook.report.words.notices import looked_for_notices
from claimbook.report.words.pooled import PoolView, pool_view
from claimbook.report.words.searches import search_state, warnings
from claimbook.report.words.silences import Asked, looked_for, prepared_search
from claimbook.report.words.steps import body_facts, grade_in_short, grade_steps, verdict_steps
from claimbook.report.words.study_rows import groups, not_direct, studied_instead, study_frame
from claimbook.report.words.summary import findings_of
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.details.confirmed import confirmation_of
from claimbook.synthesis.provisional.verdict import provisional_of
from claimbook.synthesis.thresholds import DEFAULT, Thresholds


def open_claim(
    article: str, claim: str, *, folder: Path | None = None, thresholds: Thresholds = DEFAULT
) -> "ClaimCase":
    """Read a claim and its studies from the project around ``folder`` (the current one) and weigh them.

    Raises:
        ProblemsFoundError: there is no project, article or claim of that name, or a file has a mistake.
    """
    project = find_project(folder)
    loaded = load_sound(project, article)
    asked = loaded.sound_claim(claim)
    assessment = assess_claim(asked, loaded.weighed, thresholds, loaded.screenings[claim])
    case = ClaimCase.of(loaded.article, loaded.studies, assessment, thresholds)
    proposals = loaded.evidence.proposals
    found = provisional_of(assessment, proposals, thresholds)
    answers = Answers(project, loaded.evidence.locks.get(claim))
    unchecked = None if found is None else Unchecked(found, answers)
    return replace(case, notices=loaded.notices, proposals=proposals, unchecked=unchecked, answers=answers)


@in_its_language
@dataclass(frozen=True)
class ClaimCase:
    """One claim, weighed, ready to be shown part by part. ``outcome`` is an outcome's id; left out, all are shown."""

    article: Article
    collection: Collection
    assessment: ClaimAssessment
    labels: Mapping[str, str]
    thresholds: Thresholds = DEFAULT
    """The numbers that it was weighed by."""
    notices: Notices = NOBODY_ASKED
    """What PubMed says about the studies."""
    proposals: Mapping[int, ProposedRecord] = field(default_factory=dict)
    """What was read by rule from waiting records, by PMID; shown as such, never weighed."""
    unchecked: Unchecked | None = None
    """What these would give, were they confirmed; None where a person's study bears on the claim."""
    answers: Answers = NO_ANSWERS
    """Where the words of waiting records may lie."""

    @classmethod
    def of(
        cls, article: Article, table: StudyTable, assessment: ClaimAssessment, thresholds: Thresholds = DEFAULT
    ) -> "ClaimCase":
        """A case whose studies have the same short names on every page of the article."""
        return cls(article, table.collection, assessment, study_labels(table.studies), thresholds)

    def __repr__(self) -> str:
        claim = self.assessment.claim
        looked_at = words.studies(len(_studies(self.assessment)))
        return said(
            "{id}: {statement} ({studies} looked at)", id=claim.id, statement=claim.statement, studies=looked_at
        )

    def _repr_html_(self) -> str:
        return fragment("opened", title=self.article.title, line=repr(self), style=view_style()).html

    def says(self) -> Shown:
        """What the article says, in its own words and in ours."""
        return fragment("says", claim=self.assessment.claim, outcomes=self._chosen(None), words=words)

    def verdict(self, outcome: str | None = None) -> Shown:
        """Direction, certainty and amount side by side, what the evidence would bear, and advice for the text."""
        return fragment(
            "verdict",
            outcomes=self._chosen(outcome),
            primary=self.assessment.claim.primary,
            words=words,
            warned=tuple(warnings(screening_of(self.assessment))),
            grade_in_short=grade_in_short,
            people=judged_by_people,
            not_used=not_used,
            readable=self._readable,
            confirmed=confirmation_of(self.assessment),
        )

    def provisional(self) -> Shown:
        """Where no study of a person bears on the claim: what waiting records seem to say. Else nothing at all."""
        return provisional_part(self.unchecked)

    def summary(self) -> Shown:
        """Summary of findings: risks, effect, amount and certainty of each outcome, with a footnote for each level."""
        return findings_of(self.assessment, self.labels)

    def looked_for(self) -> Shown:
        """What was looked for and what was not."""
        looked_at, claim = _studies(self.assessment), screening_of(self.assessment)
        asked = Asked(search_state(claim, self.collection), looked_for_notices(looked_at, self.notices))
        rows = looked_for(self.collection, len(looked_at), read_in_full(self.assessment.outcomes), asked)
        return fragment("looked_for", rows=rows, search=prepared_search(self.article, self.assessment.claim))

    def search(self) -> Shown:
        """What PubMed was asked and what it found, who looked at it, and what waits; or that nobody has asked."""
        return search_of(self.assessment, self.proposals, self.answers)

    def studies(self, outcome: str | None = None) -> Shown:
        """The studies with design, size, result and limits, grouped by why they count or not."""
        shown = [
            (found, groups(found, self.labels), not_direct(found, self.labels), joined("; ", studied_instead(found)))
            for found in self._chosen(outcome)
        ]
        return fragment("studies", outcomes=shown, words=words, is_quoted=is_quoted)

    def directions(self, outcome: str | None = None) -> Shown:
        """Effect-direction plots."""
        return self._figures(draw_directions, outcome)

    def harvest(self, outcome: str | None = None) -> Shown:
        """Harvest plots: the same directions by the strength of the designs behind them."""
        return self._figures(draw_harvest, outcome)

    def forest(self, outcome: str | None = None) -> Shown:
        """Forest plots, or why there are none."""
        return self._figures(draw_forest, outcome)

    def albatross(self, outcome: str | None = None) -> Shown:
        """Albatross plots of p values against numbers of participants, or why there are none."""
        return self._figures(draw_albatross, outcome)

    def timeline(self) -> Shown:
        """When everything that was looked at for this claim was published."""
        claim, looked_at = self.assessment.claim, _studies(self.assessment)
        return figures_of([draw_timeline(quoted(claim.heading), looked_at, self.assessment.outcomes, self.labels)])

    def certainty(self, outcome: str | None = None) -> Shown:
        """Certainty step by step, with the rule behind each step."""
        shown = [(found, _anchor_first(found)) for found in self._chosen(outcome)]
        return fragment(
            "certainty",
            outcomes=shown,
            steps=grade_steps,
            facts=body_facts,
            pool=self._pool,
            assumed=self._assumed,
            not_used=not_used,
            words=words,
            readable=self._readable,
        )

    def reasoning(self, outcome: str | None = None) -> Shown:
        """How the verdict follows from the evidence."""
        shown = [(found, verdict_steps(found)) for found in self._chosen(outcome)]
        return fragment("reasoning", outcomes=shown, readable=self._readable)

    def harms(self) -> Shown:
        """What the studies looked at for this claim say about harms."""
        return harms_of(_studies(self.assessment), self.labels)

    def references(self) -> Shown:
        """Every study that was looked at, with links."""
        return references_of(_studies(self.assessment), self.labels, self.notices)

    def table(self, outcome: str | None = None) -> pd.DataFrame:
        """Every study coded for one outcome (the main one when left out) as a data frame."""
        return study_frame(self._chosen(outcome or self.assessment.claim.primary)[0], self.labels)

    def _pool(self, stream: StreamAssessment) -> PoolView:
        return pool_view(stream, self.labels, self.thresholds)

    def _assumed(self, found: OutcomeAssessment) -> AssumedView:
        return assumed_view(found, self.labels, self.thresholds)

    def _readable(self, text: str) -> str:
        return readable(text, self.labels)

    def _chosen(self, name: str | None) -> list[OutcomeAssessment]:
        """One outcome, or all with the main one first."""
        outcomes = self.assessment.outcomes
        if name is None:
            return sorted(outcomes, key=lambda found: found.outcome.id != self.assessment.claim.primary)
        found = [outcome for outcome in outcomes if outcome.outcome.id == name]
        if not found:
            known = ", ".join(outcome.outcome.id for outcome in outcomes)
            raise problem("unknown-outcome", f"the claim has no outcome '{name}'", hint=f"it has {known}")
        return found

    def _figures(
        self, draw: Callable[[OutcomeAssessment, Mapping[str, str]], Figure | NotDrawn], outcome: str | None
    ) -> Shown:
        return figures_of([draw(found, self.labels) for found in self._chosen(outcome)])


def _anchor_first(outcome: OutcomeAssessment) -> list[tuple[object, bool]]:
    """Weighed streams, the one that gives the verdict first and marked."""
    pairs = [(stream, stream is outcome.anchored) for stream in outcome.streams]
    return sorted(pairs, key=lambda pair: not pair[1])


def _studies(assessment: ClaimAssessment) -> list[Study]:
    """Every study coded for any outcome of the claim, once, in the order of the table."""
    return list(
        {reading.study.id: reading.study for found in assessment.outcomes for reading in found.studies}.values()
    )
