"""What `explore.ipynb` calls to move a number of the rules and watch the verdicts."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.problems import problem
from claimbook.project.layout import find_project
from claimbook.project.load import load_sound
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.thresholds import DEFAULT, moved, table


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
        ProblemsFoundError: no such article, claim or number.
    """
    if number not in rule_numbers().index:
        raise problem("unknown-number", f"the rules have no number '{number}'", hint="rule_numbers() lists them")
    loaded = load_sound(find_project(folder), article)
    asked, screening = loaded.sound_claim(claim), loaded.screenings.get(claim)
    weighed = ((at, assess_claim(asked, loaded.weighed, moved(DEFAULT, {number: at}), screening)) for at in values)
    rows = [{number: at} | _row(found) for at, case in weighed for found in case.outcomes]
    return pd.DataFrame(rows).set_index(number)


def _row(found: OutcomeAssessment) -> dict[str, object]:
    row: dict[str, object] = {"outcome": found.outcome.id, "verdict": found.advice.verdict.value}
    if found.certainty is not None and found.anchored is not None:
        row |= {"state": found.anchored.state.value.value, "certainty": found.certainty.words}
        row |= {domain.name: domain.levels for domain in found.anchored.grade.domains}
    return row
