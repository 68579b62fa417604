"""The parts of the README that are computed: ``python -m tests.readme`` writes them again, a test compares them."""

import re
from pathlib import Path

from claimbook.project.layout import Project
from claimbook.project.load import load_article
from claimbook.synthesis.assess import assess_article

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_MARKED = re.compile(r"(<!-- verdicts -->\n).*(<!-- /verdicts -->)", re.DOTALL)


def verdict_rows() -> str:
    """One row for each outcome of the shipped article, the primary one of each claim in bold."""
    loaded = load_article(Project(ROOT), "walking-in-reverse")
    assessed = assess_article(loaded.article, loaded.claims, loaded.studies)
    rows = ["| what the article says | verdict | certainty |\n", "| --- | --- | --- |\n"]
    for claim in assessed.claims:
        for outcome in claim.outcomes:
            verdict = outcome.advice.verdict
            shown = f"**{verdict}**" if outcome is claim.primary else str(verdict)
            certainty = outcome.certainty.words if outcome.certainty else "not graded"
            rows.append(f"| {claim.claim.heading}: {outcome.outcome.name} | {shown} | {certainty} |\n")
    return "".join(rows)


def current(text: str) -> str:
    """The README with its computed parts as they should be."""
    return _MARKED.sub(lambda found: found[1] + verdict_rows() + found[2], text)


if __name__ == "__main__":
    README.write_text(current(README.read_text()))
