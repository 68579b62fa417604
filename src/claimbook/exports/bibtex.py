"""References in BibTeX (UTF-8): every text in braces, nothing in it that TeX would obey."""

from collections.abc import Iterable, Iterator

from claimbook.exports.people import Authors, Person
from claimbook.exports.references import Kind, Reference

_SPECIALS = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "@": "{@}",
        '"': '{"}',
    }
)
_VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22"})
_TYPES = {Kind.ARTICLE: "article", Kind.CONFERENCE: "inproceedings"}


def bibtex(references: Iterable[Reference]) -> str:
    """All references; the key of each is the id of its study. What is not known has no field."""
    return "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(reference) if value]
    return "\n".join([f"@{_TYPES.get(reference.kind, 'misc')}{{{reference.id},", *lines, "}", ""])


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_safe(reference.title)}}}"  # inner braces: capitals stay as they were printed
    yield "author", _authors(reference.authors)
    yield "year", str(reference.year or "")
    yield "booktitle" if reference.kind is Kind.CONFERENCE else "journal", _safe(reference.container or "")
    yield "doi", _verbatim(reference.doi or "")
    yield "pmid", reference.pmid or ""
    yield "pmcid", reference.pmcid or ""
    yield "url", _verbatim(reference.url)
    yield "note", _safe(reference.note or "")


def _authors(authors: Authors) -> str:
    names = [_name(person) for person in authors.people]
    return " and ".join([*names, "others"] if names and authors.others else names)


def _name(person: Person) -> str:
    """``Doe, Jr, J. A.``; a literal stays whole within braces."""
    if person.is_literal:
        return f"{{{_safe(person.family)}}}"
    return ", ".join(_safe(part) for part in (person.family, person.suffix, person.given) if part)


def _safe(text: str) -> str:
    return text.translate(_SPECIALS)


def _verbatim(text: str) -> str:
    """Addresses are printed as they are; only what would end the field is encoded."""
    return text.translate(_VERBATIM)
