"""Print how the examination is read."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from tests.appraise.examination.judge import Judged, figures, judged
from tests.appraise.examination.matching import DEGREE, held_against_claims
from tests.appraise.examination.papers import MATCHES, SETS, Paper, papers_of
from tests.appraise.examination.wordings import FILE, judged_wording, sentences_of

COLUMNS = ("right", "rightly silent", "missed", "wrong", "invented")


def table(found: Iterable[Judged]) -> str:
    """One line for each field: how often each verdict, of which sure in brackets."""
    counts = Counter((one.field, one.verdict, one.sure) for one in found)
    lines = ["".join([f"{'':20}", *(f"{name:>16}" for name in COLUMNS)])]
    for name in sorted({field for field, _, _ in counts}):
        cells = ((counts[name, verdict, False], counts[name, verdict, True]) for verdict in COLUMNS)
        shown = (f"{unsure + sure} ({sure})" if sure else f"{unsure or ''}" for unsure, sure in cells)
        lines.append("".join([f"{name:20}", *(f"{cell:>16}" for cell in shown)]))
    return "\n".join(lines)


def _told(paper: Paper, one: Judged) -> str:
    sure = "surely " if one.sure else ""
    return f"{paper.name} {one.field}: {sure}{one.verdict}, given {one.given}, expected {one.expected} [{one.rule}]"


def main() -> None:
    """Each set, parted into what was read for mending and what was not."""
    parser = argparse.ArgumentParser(prog="python -m tests.appraise.examination", description=__doc__)
    parser.add_argument("--errors", help="show the errors of this field, or of all; of the read half only")
    asked = parser.parse_args()
    for name in (*SETS, MATCHES):
        papers = papers_of(name)
        for half in ("read", "unread"):
            part = [paper for paper in papers if paper.unread is (half == "unread")]
            if part:
                _tell(f"{name}.{half}", part, asked.errors if half == "read" else None)
    for half in ("read", "unread") if FILE.exists() else ():
        _tell_wording(half, asked.errors if half == "read" else None)


def _figures(name: str, found: Iterable[Judged]) -> list[str]:
    """One line for each; none where nothing was judged."""
    judgements = list(found)
    return [f"{name}.{key}={value:.4g}" for key, value in figures(judgements).items()] if judgements else []


def _tell(name: str, papers: Sequence[Paper], errors: str | None) -> None:
    if not papers:
        return
    found = [(paper, one) for paper in papers for one in (*judged(paper), *held_against_claims(paper))]
    told = [table(one for _, one in found), *_figures(name, (one for _, one in found if DEGREE not in one.field))]
    told += _figures(f"{name}{DEGREE}", (one for _, one in found if DEGREE in one.field))
    wrong = ((paper, one) for paper, one in found if not one.verdict.startswith("right"))
    told += [_told(paper, one) for paper, one in wrong if errors in {"all", one.field}]
    sys.stdout.write(f"\n{name}: {len(papers)} abstracts\n" + "\n".join(told) + "\n")


def _tell_wording(half: str, errors: str | None) -> None:
    """Strength has a line and figures of its own; advice, certainty and size are seen or not."""
    rows = sentences_of(unread=half == "unread")
    found = [(row, one) for row in rows for one in judged_wording(row)]
    told = [table(one for _, one in found)]
    told += [
        f"articles.{half}.{key}={value:.4g}"
        for key, value in figures(one for _, one in found if one.field == "strength").items()
    ]
    told += [
        f"{row['id']} {one.field}: {one.verdict}, given {one.given}, expected {one.expected} [{one.rule}] {row['text']}"
        for row, one in found
        if not one.verdict.startswith("right") and errors in {"all", one.field}
    ]
    sys.stdout.write(f"\narticles.{half}: {len(rows)} sentences\n" + "\n".join(told) + "\n")


if __name__ == "__main__":
    main()
