"""A study as a reference: what is known for certain, in a form that every reference format can print."""

import re
from dataclasses import dataclass
from enum import StrEnum

from claimbook.exports.people import Authors, read_authors
from claimbook.exports.text import one_line
from claimbook.model.notices import NoticedStudy
from claimbook.model.study import Study

_NOT_KNOWN = re.compile(r"\bnot (?:seen|shown|stated|known|visible)\b", re.IGNORECASE)
_NOTICES = {
    "retracted": "Retracted",
    "concern": "Expression of concern",
    "corrected": "Corrected",
    "preprint": "Preprint, not peer reviewed",
}


class Kind(StrEnum):
    """What sort of publication it is, as far as the table says."""

    ARTICLE = "article"
    PREPRINT = "preprint"
    THESIS = "thesis"
    CONFERENCE = "conference"
    OTHER = "other"
    """Nothing says where it was published."""


_KINDS = (
    (re.compile(r"\bpreprint\b|\b(?:bio|med|soc)rxiv\b|\bresearch square\b", re.IGNORECASE), Kind.PREPRINT),
    (re.compile(r"\bthesis\b|\bdissertation\b", re.IGNORECASE), Kind.THESIS),
    (re.compile(r"\bconference\b|^proceedings,|\bcongress abstracts?\b", re.IGNORECASE), Kind.CONFERENCE),
)


@dataclass(frozen=True)
class Reference:
    """One study to be cited; everything that is None was not seen and is left out."""

    id: str
    kind: Kind
    title: str
    authors: Authors
    year: int | None
    container: str | None
    """Journal or proceedings, as printed."""
    doi: str | None
    pmid: str | None
    pmcid: str | None
    url: str
    notes: tuple[str, ...]
    """What a reader of the reference must know, in sentences: first of all that it was retracted."""

    @property
    def note(self) -> str | None:
        """All notes in one text."""
        return " ".join(self.notes) or None


def reference(study: Study) -> Reference:
    """What the table knows of a study. What names no journal is told as a note."""
    printed = one_line(study.journal) if study.journal else None
    kind = _kind(study, printed)
    named = printed if kind in {Kind.ARTICLE, Kind.CONFERENCE} else None
    authors = read_authors(study.authors)
    return Reference(
        id=study.id,
        kind=kind,
        title=one_line(study.title),
        authors=authors,
        year=study.year,
        container=named,
        doi=study.doi,
        pmid=study.pmid,
        pmcid=study.pmcid,
        url=study.link,
        notes=tuple(_notes(study, printed if named is None else None, authors)),
    )


def _kind(study: Study, printed: str | None) -> Kind:
    if "preprint" in study.notices:
        return Kind.PREPRINT
    if printed is None or _NOT_KNOWN.search(printed):
        return Kind.OTHER
    return next((kind for pattern, kind in _KINDS if pattern.search(printed)), Kind.ARTICLE)


def _notes(study: Study, described: str | None, authors: Authors) -> list[str]:
    told = dict(study.told) if isinstance(study, NoticedStudy) else {}
    found = [f"{_NOTICES[notice]}{f' ({told[notice]})' if notice in told else ''}." for notice in study.notices]
    if described:
        found.append(f"Published in: {described}.")
    if authors.others:
        found.append("More authors than were seen.")
    if study.identifier:
        found.append(f"Identified by: {one_line(study.identifier).removesuffix('.')}.")
    return found
