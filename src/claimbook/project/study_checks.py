"""Whether an evidence table fits the claims that it is coded for, and counts no study and no trial twice."""

from collections.abc import Iterator

from claimbook.model.problems import Problem
from claimbook.model.study import Finding, Result, Study, StudyTable
from claimbook.model.terms import PRECLINICAL, Design
from claimbook.project.documents import ArticleFiles
from claimbook.project.number_checks import check_numbers
from claimbook.project.words import did_you_mean, listed, quoted
from claimbook.project.yaml_reader import Document, Loc

_IDENTIFIERS = {"pmid": "PMID", "pmcid": "PMCID", "doi": "DOI"}
_ENTER = (
    "enter it below 'outcomes' and give its name as 'result' of the finding; "
    "where the record does not say which way it went: direction: unclear"
)
_DIRECTION_ONLY = {"percent", "other"}  # effects of these types are never computed with


def check_studies(document: Document, table: StudyTable, files: ArticleFiles) -> Iterator[Problem]:
    """Everything about the evidence table that only its article, or another study in it, can show."""
    if table.article != files.id:
        message = f"the table is about {quoted(table.article)}, and its folder is called '{files.id}'"
        yield document.problem("wrong-id", message, ("article",))
    for index, study in enumerate(table.studies):
        loc = ("studies", index)
        yield from _check_tags(document, study, loc, files)
        yield from check_numbers(document, study, loc)
        for number, finding in enumerate(study.findings):
            yield from _check_finding(document, study, finding, (*loc, "findings", number), files)
    yield from _check_identifiers(document, table)
    yield from _check_trials(document, table)


def _check_tags(document: Document, study: Study, loc: Loc, files: ArticleFiles) -> Iterator[Problem]:
    for index, claim in enumerate(study.claims):
        if claim not in files.claims:
            yield _unknown_claim(document, claim, (*loc, "claims", index), files)


def _unknown_claim(document: Document, claim: str, loc: Loc, files: ArticleFiles) -> Problem:
    hint = f"claims of this article: {listed(files.claims)}"
    return document.problem("unknown-claim", f"unknown claim '{claim}'{did_you_mean(claim, files.claims)}", loc, hint)


def _check_finding(
    document: Document, study: Study, finding: Finding, loc: Loc, files: ArticleFiles
) -> Iterator[Problem]:
    if finding.claim not in files.claims:
        yield _unknown_claim(document, finding.claim, (*loc, "claim"), files)
    elif finding.claim in files.readable_claims:
        outcomes = [outcome.id for outcome in files.readable_claims[finding.claim][1].outcomes]
        if finding.outcome not in outcomes:
            question = did_you_mean(finding.outcome, outcomes)
            message = f"the claim '{finding.claim}' has no outcome '{finding.outcome}'{question}"
            yield document.problem("unknown-outcome", message, (*loc, "outcome"), f"outcomes: {listed(outcomes)}")
    if finding.better_if is None and finding.match.is_direct and _has_size(study.result(finding.result)):
        message = "'better_if' is missing, so nothing says which sign of the effect is better"
        hint = "write better_if: higher or lower, for the sign of intervention minus comparator"
        yield document.problem("missing-sign", message, loc, hint)
    yield from _check_pool(document, study, finding, loc)


def _has_size(result: Result | None) -> bool:
    """Whether the result is a comparison with an effect, so that its sign decides what it says."""
    if result is None or result.effect is None or not result.is_comparison or result.effect.type in _DIRECTION_ONLY:
        return False
    effect = result.effect
    printed = effect.estimate is not None or effect.t is not None
    return printed or (effect.intervention is not None and effect.comparator is not None)


def results_not_entered(document: Document, table: StudyTable) -> Iterator[Problem]:
    """What is no mistake and needs attention: a study answers a claim, and nobody has entered what it found."""
    for index, study in enumerate(table.studies):
        for number, finding in enumerate(study.findings if _reports(study) else ()):
            if finding.result is None and finding.match.is_direct:
                message = (
                    f"no result was entered for '{finding.outcome}' of '{finding.claim}', which this study answers"
                )
                yield document.problem("no-result", message, ("studies", index, "findings", number), _ENTER)


def _reports(study: Study) -> bool:
    """Whether this is work whose results could count."""
    return study.design is not Design.PROTOCOL and study.design not in PRECLINICAL and "retracted" not in study.notices


def _check_pool(document: Document, study: Study, finding: Finding, loc: Loc) -> Iterator[Problem]:
    if finding.pooled_as is None:
        return
    review = study.review
    stated = [row.outcome for row in review.certainty_stated] if review else []
    named = [*stated, *(row.outcome for row in review.heterogeneity)] if review else []
    if finding.pooled_as not in named:
        question = did_you_mean(finding.pooled_as, named)
        message = (
            f"neither 'certainty_stated' nor 'heterogeneity' has the outcome {quoted(finding.pooled_as)}{question}"
        )
        hint = f"outcomes there: {listed(dict.fromkeys(named))}" if review else "'pooled_as' belongs to reviews"
        yield document.problem("unknown-pool", message, (*loc, "pooled_as"), hint)


def _check_identifiers(document: Document, table: StudyTable) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for index, study in enumerate(table.studies):
        for key, name in _IDENTIFIERS.items():
            value: str | None = getattr(study, key)
            if value is None:
                continue
            other = first.setdefault((key, value.lower()), study.id)
            if other != study.id:
                message = f"the study '{other}' has the same {name}"
                yield document.problem("same-study", message, ("studies", index, key), "keep one of the two")


def _check_trials(document: Document, table: StudyTable) -> Iterator[Problem]:
    """Papers of one registered trial share its participants; without a common name they would count twice."""
    first: dict[str, Study] = {}
    for index, study in enumerate(table.studies):
        for number, trial in enumerate(study.registration.trial_ids if study.registration else ()):
            other = first.setdefault(trial, study)
            if other is not study and (study.trial is None or study.trial != other.trial):
                loc = ("studies", index, "registration", "trial_ids", number)
                message = f"'{other.id}' is registered as {trial}, too; the two do not share a 'trial'"
                yield document.problem("same-trial", message, loc, "give both the same 'trial', with 'trial_why'")
