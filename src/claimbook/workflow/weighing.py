"""Weigh a claim and tell why."""

from pathlib import Path

from claimbook.model.assessment import ClaimAssessment
from claimbook.model.problems import problem
from claimbook.project.layout import Project, find_project
from claimbook.project.load import load_sound
from claimbook.project.places import find_places
from claimbook.workflow.naming import Named, name_claim


def why(start: Path | None, claim: str, article: str | None, outcome: str | None) -> str:
    """Find the claim, weigh it, and tell the chain from its verdict to every field."""
    from claimbook.report.why import why_claim  # noqa: PLC0415

    project = find_project(start)
    named = name_claim(project, claim, article)
    assessment = weigh(project, named)
    known = [each.outcome.id for each in assessment.outcomes]
    if outcome is not None and outcome not in known:
        hint = f"outcomes here: {', '.join(known)}"
        raise problem("unknown-outcome", f"claim '{claim}' has no outcome '{outcome}'", hint=hint)
    return why_claim(assessment, find_places(project, named.article), outcome)


def explain_rule(start: Path | None, claim: str, article: str | None, rule: str) -> str:
    """Find the claim, weigh it, and tell what one rule says and did."""
    from claimbook.report.why_rule import why_rule  # noqa: PLC0415

    project = find_project(start)
    return why_rule(weigh(project, name_claim(project, claim, article)), rule)


def weigh(project: Project, named: Named) -> ClaimAssessment:
    """The claim with all its outcomes assessed."""
    from claimbook.synthesis.assess import assess_claim  # noqa: PLC0415 - scipy is heavy

    loaded = load_sound(project, named.article)
    claim = loaded.sound_claim(named.claim)
    return assess_claim(claim, loaded.weighed, screening=loaded.screenings[claim.id])
