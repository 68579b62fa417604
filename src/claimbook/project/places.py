"""Where each fact of an article stands, so that a number can be followed to its line."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.model.problems import Place
from claimbook.project.documents import ArticleFiles, parse_files
from claimbook.project.layout import Project
from claimbook.project.yaml_reader import Document, Loc


@dataclass(frozen=True)
class Places:
    """Positions in the files of one article. A value that is not written down is shown where it would stand."""

    claims: Mapping[str, Document]
    studies: Document | None
    index: Mapping[str, int]
    """Position of each study in the table."""

    def of_claim(self, claim: str, *loc: str | int) -> Place | None:
        """Where a field of a claim file stands."""
        return _place(self.claims.get(claim), loc)

    def of_study(self, study: str, *loc: str | int) -> Place | None:
        """Where a field of one study stands."""
        if self.studies is None or study not in self.index:
            return None
        return _place(self.studies, ("studies", self.index[study], *loc))


def _place(document: Document | None, loc: Loc) -> Place | None:
    if document is None:
        return None
    spot = document.spot(loc)
    return Place(document.source.file, spot.line, spot.column)


def find_places(project: Project, article: str) -> Places:
    """Read the files of an article once more, for their positions."""
    files: ArticleFiles = parse_files(project, article)
    claims = {name: parsed.document for name, parsed in files.claims.items() if parsed.document is not None}
    table = files.studies.value
    index = {study.id: number for number, study in enumerate(table.studies)} if table else {}
    return Places(claims, files.studies.document, index)
