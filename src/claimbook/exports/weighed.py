"""What every export is made from: claims as they were weighed, the studies behind them, and how both came to be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from claimbook.model.assessment import ClaimAssessment, OutcomeAssessment, StudyReading
from claimbook.model.claim import Article
from claimbook.model.notices import Notices
from claimbook.model.proposal import ProposedRecord
from claimbook.model.study import Collection, Study
from claimbook.plots.labels import study_labels
from claimbook.project.load import LoadedArticle
from claimbook.synthesis.assess import assess_article, assess_claim
from claimbook.synthesis.provisional.verdict import Provisional, provisionals
from claimbook.synthesis.thresholds import DEFAULT, Thresholds


@dataclass(frozen=True)
class Weighed:
    """One claim of an article or all of them, weighed, with everything that a file about them needs."""

    article: Article
    collection: Collection
    claims: tuple[ClaimAssessment, ...]
    studies: tuple[Study, ...]
    """Every study that was looked at for these claims, in the order of the table."""
    labels: Mapping[str, str]
    """Short names by the id of the study, the same as on the pages."""
    notices: Notices
    thresholds: Thresholds = DEFAULT
    unread: tuple[str, ...] = ()
    """Claims of the article that were to be weighed and could not be read."""
    provisional: Mapping[str, Provisional] = field(default_factory=dict)
    """What waiting records would give, by the id of the claim; only where no study of a person bears on it."""
    proposals: Mapping[int, ProposedRecord] = field(default_factory=dict)
    """What was read by rule from waiting records, by PMID; told as such, never weighed."""

    def outcomes(self) -> Iterator[OutcomeAssessment]:
        """Every outcome of every claim, the main one of each claim first."""
        for claim in self.claims:
            yield from sorted(claim.outcomes, key=lambda found: found is not claim.primary)

    def readings(self) -> Iterator[tuple[OutcomeAssessment, StudyReading]]:
        """Every study as it stands for every outcome that it was coded for."""
        for found in self.outcomes():
            for reading in found.studies:
                yield found, reading


def weigh_claim(loaded: LoadedArticle, claim: str) -> Weighed:
    """One claim, with the studies that were coded for it. Raises KeyError when the article has none of that id."""
    assessment = assess_claim(loaded.claim(claim), loaded.weighed, screening=loaded.screenings[claim])
    coded = {reading.study.id for found in assessment.outcomes for reading in found.studies}
    return _weighed(loaded, (assessment,), (study for study in loaded.weighed.studies if study.id in coded))


def weigh_article(loaded: LoadedArticle) -> Weighed:
    """All claims that could be read, with every study of the table."""
    found = assess_article(loaded.article, loaded.claims, loaded.weighed, screenings=loaded.screenings)
    return replace(_weighed(loaded, found.claims, loaded.weighed.studies), unread=tuple(loaded.unreadable))


def _weighed(loaded: LoadedArticle, claims: tuple[ClaimAssessment, ...], studies: Iterable[Study]) -> Weighed:
    labels = study_labels(loaded.studies.studies)
    about, collection = loaded.article, loaded.studies.collection
    proposals = loaded.evidence.proposals
    unchecked = provisionals(claims, proposals)
    return Weighed(
        about,
        collection,
        claims,
        tuple(studies),
        labels,
        loaded.notices,
        provisional=unchecked,
        proposals=proposals,
    )
