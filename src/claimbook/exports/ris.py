"""References in RIS, the format that reference managers exchange: one tag a line, CR LF at its end."""

from collections.abc import Iterable, Iterator

from claimbook.exports.people import Person
from claimbook.exports.references import Kind, Reference

_TYPES = {
    Kind.ARTICLE: "JOUR",
    Kind.PREPRINT: "GEN",
    Kind.THESIS: "THES",
    Kind.CONFERENCE: "CPAPER",
    Kind.OTHER: "GEN",
}
_END = "\r\n"


def ris(references: Iterable[Reference]) -> str:
    """All references, each from ``TY`` to ``ER`` with an empty line after it. What is not known has no tag."""
    return "".join(_END.join([*_lines(reference), "ER  - ", "", ""]) for reference in references)


def _lines(reference: Reference) -> Iterator[str]:
    authors = [("AU", _name(person)) for person in reference.authors.people]
    known = [
        ("TY", _TYPES[reference.kind]),
        ("ID", reference.id),
        ("TI", reference.title),
        *authors,
        ("PY", reference.year),
        ("JO" if reference.kind is Kind.ARTICLE else "T2", reference.container),
        ("DO", reference.doi),
        ("AN", reference.pmid),
        ("C2", reference.pmcid),
        ("UR", reference.url),
        *(("N1", note) for note in reference.notes),
    ]
    return (f"{tag}  - {value}" for tag, value in known if value is not None)


def _name(person: Person) -> str:
    """``Doe, J. A., Jr``; a literal as it was printed."""
    return ", ".join(part for part in (person.family, person.given, person.suffix) if part)
