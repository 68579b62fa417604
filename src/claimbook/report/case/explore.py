"""What `explore.ipynb` calls to move a number of the rules and watch the verdicts."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from claimbook.model.assessment import ClaimAssessment, OutcomeAssessment
from claimbook.model.claim import Claim
from claimbook.model.problems import problem
from claimbook.model.screening import Screening
from claimbook.model.study import StudyTable
from claimbook.project.layout import find_project
from claimbook.project.load import load_sound
from claimbook.report.case.given import numbers_given, text_given
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.thresholds import DEFAULT, least_of, moved, table


def rule_numbers() -> pd.DataFrame:
    """Every number of the rules: name (index), value, meaning, unit, flag (published or our choice), source."""
    return pd.DataFrame(table()).set_index("name")


def verdicts_at(
    article: str, claim: str, number: str, values: Iterable[float], *, folder: Path | None = None
) -> pd.DataFrame:
    """A claim weighed again with one number of the rules at each of these values; nothing is written.

    Returns:
        A row for each value (index) and outcome: outcome, verdict, and where it was graded state, certainty and the
        levels that each domain takes off or adds.

    Raises:
        ProblemsFoundError: no such article, claim or number, or values that the rules cannot weigh with.
    """
    number, claim = text_given("number", number), text_given("claim", claim)
    if number not in rule_numbers().index:
        raise problem("unknown-number", f"the rules have no number '{number}'", hint="rule_numbers() lists them")
    tried = numbers_given("values", values, least=least_of(number))
    loaded = load_sound(find_project(folder and Path(folder)), text_given("article", article))
    asked, screening = loaded.sound_claim(claim), loaded.screenings.get(claim)
    weighed = ((at, _weighed(asked, loaded.weighed, {number: at}, screening)) for at in tried)
    rows = [{number: at} | _row(found) for at, case in weighed for found in case.outcomes]
    return pd.DataFrame(rows).set_index(number)


def _weighed(
    claim: Claim, studies: StudyTable, numbers: Mapping[str, float], screening: Screening | None
) -> ClaimAssessment:
    """The claim with these numbers; one that no formula takes ("power must lie between 0 and 1") is told."""
    try:
        return assess_claim(claim, studies, moved(DEFAULT, numbers), screening)
    except (ValueError, OverflowError) as error:
        named = ", ".join(f"{name}={value:g}" for name, value in numbers.items())
        raise problem("not-numbers", f"the rules cannot weigh with {named}: {error}") from error


def _row(found: OutcomeAssessment) -> dict[str, object]:
    row: dict[str, object] = {"outcome": found.outcome.id, "verdict": found.advice.verdict.value}
    if found.certainty is not None and found.anchored is not None:
        row |= {"state": found.anchored.state.value.value, "certainty": found.certainty.words}
        row |= {domain.name: domain.levels for domain in found.anchored.grade.domains}
    return row
