"""The whole way without a network: ``make demo-search`` searches, proposes and reports.

A local server stands in for PubMed. It holds the studies of the evidence table that have a PMID, with what the table
knows of them (titles, no abstracts), and invented records with invented abstracts beside them. Everything is written to
a copy of the project, and its lock files and pages say that this was a rehearsal. The copy holds an invented article,
too, for which nobody has collected a study: its claim shows what a provisional verdict looks like.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimbook.model.study import Study
from claimbook.project.layout import Project, find_project
from claimbook.project.load import read_studies
from tests import invented_article
from tests.eutils import Article, Corpus, EutilsServer
from tests.eutils.articles import FIRST_SYNTHETIC_PMID, Section

ARTICLE = "walking-in-reverse"
STEPS = (("search",), ("search", "--update"), ("verify",), ("studies", "--propose"), ("report",))
_RENDERED = date(2026, 11, 22)  # the day of the table; the records of the rehearsal are not older than it
_METHODS = "We randomly assigned 40 {who} to {what} (n = 20) or to standing still (n = 20) for six invented weeks."
_RESULTS = "{outcome} was lower with {what} than with standing still (mean difference -1.0, 95% CI -1.8 to -0.2)."
_INVENTED = (
    ("Invented trial of backward walking and knee pain in scarecrows.", "scarecrows", "backward walking", "Knee pain"),
    ("Invented survey of retro-walking and mood among chess pieces.", "chess pieces", "retro-walking", "Bad mood"),
    ("Invented case of backward running and back pain in a crab.", "crabs", "backward running", "Back pain"),
    ("Invented protocol: reverse walking after stroke in tin soldiers.", "tin soldiers", "reverse walking", "Rust"),
    ("Invented study of forward walking, which no search should find.", "hat stands", "forward walking", "Dust"),
)
"""Title, who took part, what they did, and what was measured."""


def main(out: Path) -> int:
    """Copy the project to ``out``, serve the records, and run each step as a user would. Returns the worst status.

    The steps are run from here, so that the page they name at the end opens as it stands there.
    """
    project = find_project(Path(__file__).parent)
    shutil.rmtree(out, ignore_errors=True)
    for folder in (project.claims_dir, project.data_dir):
        shutil.copytree(folder, out / folder.name)
    invented_article.write_article(out)
    with EutilsServer(corpus_of(project)) as server:
        statuses = [_run(step, out, server.base) for step in STEPS]
    _say(f"the pages of this rehearsal: {out / 'reports' / 'index.html'}")
    return max(statuses)


def corpus_of(project: Project) -> Corpus:
    """The studies that have a PMID, as far as the table knows them, and the invented ones."""
    known = [_record(study) for study in read_studies(project, ARTICLE).studies if study.pmid]
    invented = [_invented(FIRST_SYNTHETIC_PMID + number, *one) for number, one in enumerate(_INVENTED)]
    return Corpus.of([*known, *invented, *invented_article.RECORDS])


def _invented(pmid: int, title: str, who: str, what: str, outcome: str) -> Article:
    """A record that nobody could take for a real one."""
    methods, results = _METHODS.format(who=who, what=what), _RESULTS.format(outcome=outcome, what=what)
    end = f"{what.capitalize()} may help {who}, if there are any."
    parts = (("METHODS", methods), ("RESULTS", results), ("CONCLUSIONS", end))
    return Article(pmid, title=title, abstract=tuple(Section(label, text, label) for label, text in parts))


def _record(study: Study) -> Article:
    """What the table says about a study in the form of a record; what it does not say stays empty."""
    return Article(
        int(study.pmid or 0),
        title=study.title,
        authors=tuple(_authors(study.authors)),
        journal=study.journal or "",
        journal_short=study.journal or "",
        issn="",
        volume="",
        issue="",
        pages="",
        published=str(study.year or ""),
        entered=_RENDERED,
        revised=_RENDERED,
        doi=study.doi or "",
        pmcid=study.pmcid or "",
    )


def _authors(printed: str | None) -> Iterator[str]:
    """The authors one by one; a table that prints 'et al.' knows no more."""
    for name in (printed or "").replace(" et al.", "").split(","):
        if name.strip():
            yield name.strip()


def _run(step: tuple[str, ...], folder: Path, base: str) -> int:
    command = ["claimbook", *step, "--project", str(folder)]
    _say(f"$ {' '.join(command)}")
    here = {"CLAIMBOOK_EUTILS_URL": base, "CLAIMBOOK_EMAIL": "rehearsal@example.org"}
    module = [sys.executable, "-m", "claimbook.cli", *command[1:]]
    return subprocess.run(module, env={**os.environ, **here}, check=False).returncode


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "reports/demo-search")))
