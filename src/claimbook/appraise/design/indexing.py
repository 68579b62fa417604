"""What PubMed's own indexing says about the kind of a publication: publication types and MeSH headings.

Source: the scope notes of the publication types and headings in MeSH. A
type is known by its identifier, or by its name where an identifier is absent from the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.model.appraisal import Kind
from claimbook.model.record import Record


@dataclass(frozen=True, slots=True)
class Indexed:
    """One row: a publication type or heading, the kind it stands for, and how far it can be trusted."""

    ui: str
    name: str
    kind: Kind
    confidence: float


TYPES = (
    Indexed("D016440", "Retraction of Publication", Kind.RETRACTION_NOTICE, 0.99),
    Indexed("", "Clinical Trial Protocol", Kind.PROTOCOL, 0.98),
    Indexed("D017418", "Meta-Analysis", Kind.META_ANALYSIS, 0.97),
    Indexed("", "Network Meta-Analysis", Kind.META_ANALYSIS, 0.97),
    Indexed("D000078182", "Systematic Review", Kind.SYSTEMATIC_REVIEW, 0.97),
    Indexed("", "Scoping Review", Kind.SYSTEMATIC_REVIEW, 0.8),
    Indexed("D016449", "Randomized Controlled Trial", Kind.RCT, 0.95),
    Indexed("", "Equivalence Trial", Kind.RCT, 0.9),
    Indexed("", "Pragmatic Clinical Trial", Kind.RCT, 0.85),
    Indexed("D017065", "Practice Guideline", Kind.GUIDELINE, 0.97),
    Indexed("D016431", "Guideline", Kind.GUIDELINE, 0.97),
    Indexed("", "Consensus Development Conference", Kind.GUIDELINE, 0.85),
    Indexed("", "Published Erratum", Kind.COMMENT, 0.8),
    Indexed("D016421", "Editorial", Kind.COMMENT, 0.95),
    Indexed("D016420", "Comment", Kind.COMMENT, 0.95),
    Indexed("", "News", Kind.COMMENT, 0.95),
    Indexed("D002363", "Case Reports", Kind.CASE_REPORT, 0.9),
    Indexed("", "Controlled Clinical Trial", Kind.QUASI_EXPERIMENTAL, 0.7),
    Indexed("D016454", "Review", Kind.NARRATIVE_REVIEW, 0.85),
    Indexed("D016422", "Letter", Kind.COMMENT, 0.8),
    Indexed("D064888", "Observational Study", Kind.COHORT, 0.7),
    Indexed("", "Clinical Trial, Phase I", Kind.SINGLE_ARM, 0.7),
    Indexed("", "Clinical Trial, Phase II", Kind.SINGLE_ARM, 0.6),
)
"""In order of precedence. 'Clinical Trial' alone is no sign of randomisation (grading specification 9, item 16)."""

HEADINGS = (
    Indexed("D016022", "Case-Control Studies", Kind.CASE_CONTROL, 0.8),
    Indexed("D003430", "Cross-Sectional Studies", Kind.CROSS_SECTIONAL, 0.85),
    Indexed("D015331", "Cohort Studies", Kind.COHORT, 0.8),
    Indexed("D011446", "Prospective Studies", Kind.COHORT, 0.7),
    Indexed("D012189", "Retrospective Studies", Kind.COHORT, 0.75),
    Indexed("D005500", "Follow-Up Studies", Kind.COHORT, 0.6),
    Indexed("D066298", "In Vitro Techniques", Kind.IN_VITRO, 0.85),
)
ANIMALS, HUMANS = "D000818", "D006801"


def types_of(record: Record) -> Iterator[Indexed]:
    """The rows that a record's publication types name, in order of precedence."""
    have = {one.ui for one in record.types} | {one.name for one in record.types}
    return (row for row in TYPES if (row.ui or row.name) in have or row.name in have)


def printed_name(record: Record, ui: str, name: str) -> str:
    """What the record itself calls a type or heading; names change, identifiers stay."""
    entries = [(one.ui, one.name) for one in record.types] + [(one.ui, one.name) for one in record.mesh]
    return next((printed for key, printed in entries if printed and (printed == name or (ui and key == ui))), name)


def heading_of(record: Record) -> Indexed | None:
    """The first row that a record's MeSH headings name."""
    have = {heading.ui for heading in record.mesh}
    return next((row for row in HEADINGS if row.ui in have), None)


def is_about_animals(record: Record) -> bool:
    """Indexed under Animals and not under Humans."""
    have = {heading.ui for heading in record.mesh}
    return ANIMALS in have and HUMANS not in have
