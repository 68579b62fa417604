"""study_design: what kind of publication a PubMed record is; the expected kind comes from its publication types."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.design.indexing import TYPES
from claimbook.appraise.design.kind import kind_of, randomised_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import RANDOMISED
from claimbook.model.record import AbstractSection, PublicationType, Record
from sets.files import Row, rows_of
from sets.measures import Answer, Task, f1_of

NAME = "study_design"


def sections_of(row: Row) -> list[AbstractSection]:
    """The abstract with its labels where the file keeps them."""
    if "abstract_sections" in row:
        return [AbstractSection(one["text"], one["label"], one["nlm_category"]) for one in row["abstract_sections"]]
    return [AbstractSection(row["abstract"])] if row["abstract"] else []


def answers(data: Path) -> Iterator[Answer]:
    """Whether it is a randomised trial, from title and abstract alone."""
    for row in rows_of(data, NAME):
        read = randomised_of(text_of(row["title"], *sections_of(row)))
        given, expected = ("rct" if yes else "other" for yes in (read.value, row["design_from_metadata"] == "rct"))
        abstract = " ".join(one.text for one in sections_of(row))
        shown = f"{row['design_from_metadata']} {read.rule}\n{row['title']}\n{abstract}"
        yield Answer(row["pmid"], expected, given, read.confidence, shown)


def answers_with_metadata(data: Path) -> Iterator[Answer]:
    """The same from the whole record. The expected kind was derived from the same metadata: a check, not a result."""
    uis = {row.name: row.ui for row in TYPES}
    for row in rows_of(data, NAME):
        types = tuple(PublicationType(uis.get(name, ""), name) for name in row["publication_types"])
        record = Record(row["pmid"], 1, "article", row["title"], abstract=tuple(sections_of(row)), types=types)
        kind = kind_of(record, reading_of(record))
        given, expected = (
            "rct" if yes else "other" for yes in (kind.value in RANDOMISED, row["design_from_metadata"] == "rct")
        )
        yield Answer(row["pmid"], expected, given, kind.confidence, f"{kind.rule}\n{row['title']}")


TASKS = (
    Task(NAME, {"rct_f1": f1_of("rct")}, answers, LINES["randomised"].confidence),
    Task(NAME, {"rct_f1_with_metadata": f1_of("rct")}, answers_with_metadata, LINES["kind"].confidence),
)
