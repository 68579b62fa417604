"""study_design: what kind of publication a PubMed record is; the expected kind comes from its publication types."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claimbook.appraise.design.indexing import TYPES
from claimbook.appraise.design.kind import kind_of, kind_of_text, randomised_of
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import RANDOMISED, Kind
from claimbook.model.record import AbstractSection, PublicationType, Record
from sets.files import Row, rows_of
from sets.measures import Answer, Task, f1_of, line, share_given, share_right
from sets.trials import Trial

NAME = "study_design"
TREATMENTS = frozenset({"therapy", "drug therapy", "rehabilitation", "radiotherapy", "diet therapy"})
"""Qualifiers that only the heading of a disease may have, and that say that people were treated for it."""


_OF_PEOPLE = frozenset({Kind.COHORT, Kind.CASE_CONTROL, Kind.CROSS_SECTIONAL, Kind.CASE_SERIES})
KINDS = {
    "rct": RANDOMISED,
    "nonrandomised_trial": frozenset({Kind.QUASI_EXPERIMENTAL, Kind.SINGLE_ARM}),
    "observational": _OF_PEOPLE,
    "case_report": frozenset({Kind.CASE_REPORT, Kind.CASE_SERIES}),
    "animal_or_lab": frozenset({Kind.ANIMAL, Kind.IN_VITRO}),
    "narrative_review": frozenset({Kind.NARRATIVE_REVIEW}),
    "systematic_review": frozenset({Kind.SYSTEMATIC_REVIEW, Kind.META_ANALYSIS}),
    "meta_analysis": frozenset({Kind.SYSTEMATIC_REVIEW, Kind.META_ANALYSIS}),
    "guideline": frozenset({Kind.GUIDELINE}),
    "editorial_letter_comment": frozenset({Kind.COMMENT}),
}
"""Which kinds stand for what the metadata tell; 'unspecified' and 'retracted' tell none."""


class Qualified(NamedTuple):
    """A heading with one of its qualifiers."""

    name: str
    qualifier: str
    main: bool
    """Whether it is a main point of the record, which indexers mark with a star."""


def qualified(heading: str) -> Iterator[Qualified]:
    """'Hiccup/therapy/*etiology': the heading with each of its qualifiers."""
    name, *qualifiers = heading.split("/")
    for one in qualifiers:
        yield Qualified(name.removeprefix("*"), one.removeprefix("*"), one.startswith("*"))


def with_headings(data: Path) -> Iterator[tuple[Trial, list[Qualified]]]:
    """Records with an abstract in one piece (their file keeps the qualifiers), and their qualified headings."""
    for row in rows_of(data, NAME):
        if row.get("abstract"):
            headings = [one for heading in row["mesh"] for one in qualified(heading)]
            yield Trial(row["pmid"], row["title"] or "", row["abstract"]), headings


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


def answers_of_kinds(data: Path) -> Iterator[Answer]:
    """What kind of publication it is, from title and abstract alone, where its metadata tell one."""
    for row in rows_of(data, NAME):
        told, sections = row["design_from_metadata"], sections_of(row)
        if told in KINDS and sections:
            read = kind_of_text(text_of(row["title"], *sections))
            given = told if read.value in KINDS[told] else read.value.value if read.value else None
            yield Answer(row["pmid"], told, given, read.confidence, f"{told} {read.rule}\n{row['title']}")


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
    Task(NAME, {"rct_f1": f1_of("rct")}, answers, line("randomised")),
    Task(NAME, {"kind_accuracy": share_right, "kind_coverage": share_given}, answers_of_kinds, line("kind")),
    Task(NAME, {"rct_f1_with_metadata": f1_of("rct")}, answers_with_metadata, line("kind")),
)
