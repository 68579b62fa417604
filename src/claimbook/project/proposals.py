"""The two files of proposals: the table without words of publishers, and a sheet with them for the person who reads.

Neither is ever overwritten once somebody has changed it by hand, if only by a note.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimbook.model.problems import Place, ProblemsFoundError, problem
from claimbook.model.proposal import ProposalTable
from claimbook.project.documents import parse_proposed
from claimbook.project.files import make_private, remove, write_text
from claimbook.project.layout import Project
from claimbook.project.yaml_writer import yaml_text

_HEADING = """\
PROPOSED, NOBODY HAS CHECKED THESE. Made by 'claimbook studies --propose'; do not edit it, and do not cite it.
It says what was read by rule from records that wait for a person. Nothing in it is evidence, and nothing is weighed.
To use it, read the record, then copy the draft row from the sheet below .claimbook/ to studies.yaml."""
_MADE = "# made by claimbook: "


def read_proposals(project: Project, article: str) -> ProposalTable | None:
    """What is proposed for an article; None where nothing is.

    Raises:
        ProblemsFoundError: somebody has changed the file, so that it must not be written again.
    """
    parsed, path = parse_proposed(project, article), project.proposed_file(article)
    if parsed is None:
        return None
    if parsed.value is None or parsed.problems or not parsed.value.is_as_made or not _as_made(path):
        raise _changed_by_hand(project, path)
    return parsed.value


def write_proposals(project: Project, table: ProposalTable) -> None:
    """Put the table in its place; where nothing is proposed any more, there is no file."""
    path = project.proposed_file(table.article)
    if table.records:
        _write(path, yaml_text(table, _HEADING))
    else:
        remove(path)


def check_sheets(project: Project, article: str, claims: Iterable[str]) -> None:
    """Whether these sheets may be written. Raises ProblemsFoundError where somebody has changed one."""
    for claim in claims:
        path = project.sheet_file(article, claim)
        if path.exists() and not _as_made(path):
            raise _changed_by_hand(project, path)


def write_sheets(project: Project, article: str, sheets: Mapping[str, Sequence[str]]) -> None:
    """Write the lines of each claim's sheet."""
    for claim, lines in sheets.items():
        path = project.sheet_file(article, claim)
        make_private(path.parent)
        _write(path, "\n".join(lines) + "\n")


def _write(path: Path, body: str) -> None:
    """Write a text below a line that tells whether somebody has changed it since, be it by a note beside a value."""
    write_text(path, f"{_MADE}{_hash(body)}\n{body}")


def _as_made(path: Path) -> bool:
    first, _, body = path.read_text(encoding="utf-8", errors="replace").partition("\n")
    return first == f"{_MADE}{_hash(body)}"


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _changed_by_hand(project: Project, path: Path) -> ProblemsFoundError:
    file = path.relative_to(project.root)
    message = "this file is not as claimbook wrote it; what a person wrote is never overwritten"
    hint = "copy what you need to studies.yaml, remove the file, and run the same command again"
    return problem("changed-by-hand", message, place=Place(file), hint=hint)
