"""Every format by its name, and the files that lie beside a page."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from claimbook.exports.bibtex import bibtex
from claimbook.exports.claimreview import claim_review, why_no_claim_review
from claimbook.exports.csl import csl_json
from claimbook.exports.everything import claimbook_json
from claimbook.exports.findings_table import findings_csv
from claimbook.exports.references import Reference, reference
from claimbook.exports.ris import ris
from claimbook.exports.studies_table import studies_csv
from claimbook.exports.weighed import Weighed
from claimbook.language.said import said
from claimbook.model.problems import ProblemsFoundError, problem
from claimbook.project.files import remove, write_text
from claimbook.project.words import did_you_mean, quoted

FOLDER = "exports"
NOTEBOOK = "notebook"
"""The executed notebook is a format, too; the runner makes it."""


def _always(_: Weighed) -> str | None:
    return None


@dataclass(frozen=True)
class Format:
    """One way to take a page along."""

    name: str
    """As it is typed after ``--format``."""
    file: str
    """Name of the file beside a page."""
    words: str
    """What it is, said to readers of a page."""
    write: Callable[[Weighed], str]
    why_not: Callable[[Weighed], str | None] = _always
    """Why it cannot be made of this claim, or None where it can."""


FORMATS = (
    Format("csv", "studies.csv", said("The studies as a table (CSV)"), studies_csv),
    Format("findings", "findings.csv", said("The summary of findings as a table (CSV)"), findings_csv),
    Format(
        "ris",
        "references.ris",
        said("The references for a reference manager (RIS)"),
        lambda weighed: ris(_references(weighed)),
    ),
    Format(
        "bibtex",
        "references.bib",
        said("The references for LaTeX (BibTeX)"),
        lambda weighed: bibtex(_references(weighed)),
    ),
    Format(
        "csl",
        "references.csl.json",
        said("The references for a citation processor (CSL JSON)"),
        lambda weighed: csl_json(_references(weighed)),
    ),
    Format("json", "claimbook.json", said("Everything, with each rule and reason (JSON)"), claimbook_json),
    Format(
        "claimreview",
        "claimreview.jsonld",
        said("The confirmed verdict for fact-check archives (ClaimReview)"),
        claim_review,
        why_no_claim_review,
    ),
)
NAMES = (*(each.name for each in FORMATS), NOTEBOOK)


def format_named(name: str) -> Format:
    """The format of that name. Raises ProblemsFoundError where there is none."""
    found = next((each for each in FORMATS if each.name == name), None)
    if found is None:
        raise unknown_format(name)
    return found


def unknown_format(name: str) -> ProblemsFoundError:
    """What to say of a format that does not exist."""
    message = f"there is no format {quoted(name)}{did_you_mean(name, NAMES)}"
    return problem("unknown-format", message, hint=f"formats here: {', '.join(NAMES)}")


def exports_folder(page: Path) -> Path:
    """Where the files of a page lie: ``exports/<page>/`` beside it."""
    return page.parent / FOLDER / page.stem


def write_exports(folder: Path, weighed: Weighed) -> tuple[Format, ...]:
    """Write every file that can be made, and say which ones these are."""
    made = tuple(each for each in FORMATS if each.why_not(weighed) is None)
    for each in made:
        write_text(folder / each.file, each.write(weighed))
    return made


def remove_exports(folder: Path, kept: Collection[str] = ()) -> None:
    """Remove the files that a page has not, so that older ones are not taken for its own; no other files.

    Raises:
        ProblemsFoundError: one cannot be removed there.
    """
    for each in FORMATS:
        if each.file not in kept:
            remove(folder / each.file)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _references(weighed: Weighed) -> tuple[Reference, ...]:
    return tuple(reference(study) for study in weighed.studies)
