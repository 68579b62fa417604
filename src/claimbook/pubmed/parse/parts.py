"""Small reading steps that articles and books share. Lists are walked once, in the order of the XML."""

from collections.abc import Sequence
from typing import NamedTuple

from claimbook.model.record import (
    AbstractSection,
    Author,
    Grant,
    Keyword,
    MeshHeading,
    Notice,
    OtherAbstract,
    PublicationType,
    Qualifier,
    RegistryId,
)
from claimbook.pubmed.parse.entries import BrokenRecordError
from claimbook.pubmed.parse.text import Children, Element, below, has_formula, leaves, markup_of, text_of

_NAMES = ("LastName", "ForeName", "Initials", "Suffix", "CollectiveName")
"""In the order of the fields of ``Author``."""


def children_of(element: Element) -> Children:
    """Children by their name."""
    found: dict[str, list[Element]] = {}
    for child in below(element):
        found.setdefault(child.tag, []).append(child)
    return found


def only(children: Children, tag: str) -> Element:
    """The child without which there is no record.

    Raises:
        BrokenRecordError: It is not there.
    """
    if tag not in children:
        raise BrokenRecordError(f"it has no {tag}")
    return children[tag][0]


def text_in(children: Children, tag: str) -> str:
    """Text of the first child of that name, or an empty text."""
    return text_of(children[tag][0]) if tag in children else ""


def inside(children: Children, tag: str) -> Sequence[Element]:
    """What the lists of that name hold, one after the other."""
    lists = children.get(tag, ())
    return below(lists[0]) if len(lists) == 1 else [item for one in lists for item in one]


def identity(children: Children) -> tuple[str, int]:
    """PMID and version of a MedlineCitation or BookDocument.

    Raises:
        BrokenRecordError: It has none, or it is no number.
    """
    element = only(children, "PMID")
    pmid, version = text_of(element), element.get("Version", "1")
    if not _is_number(pmid) or pmid.startswith("0"):
        raise BrokenRecordError(f"its PMID is {pmid[:40]!r}")
    if not _is_number(version):
        raise BrokenRecordError(f"its version is {version[:40]!r}")
    return pmid, int(version)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len("999999999")


class Title(NamedTuple):
    """A title as text, with its markup if it has any."""

    text: str = ""
    markup: str | None = None
    formula: bool = False


def title(elements: Sequence[Element] | None) -> Title:
    """The first of these elements as a title."""
    if not elements:
        return Title()
    element = elements[0]
    return Title(text_of(element), markup_of(element), has_formula(element))


class Abstract(NamedTuple):
    """An abstract in its sections; those without any text are left out."""

    sections: tuple[AbstractSection, ...] = ()
    markup: bool = False
    formula: bool = False
    copyright: str = ""


def abstract(elements: Sequence[Element] | None) -> Abstract:
    """The first of these elements as an abstract."""
    if not elements:
        return Abstract()
    sections, printed, rights = [], [], ""
    for child in below(elements[0]):
        if child.tag == "CopyrightInformation":
            rights = text_of(child)
        elif text := text_of(child):
            sections.append(AbstractSection(text, child.get("Label"), child.get("NlmCategory")))
            printed.append(child)
    marked = [one for one in printed if len(one)]
    return Abstract(tuple(sections), bool(marked), any(map(has_formula, marked)), rights)


def other_abstract(element: Element) -> OtherAbstract:
    """One OtherAbstract."""
    return OtherAbstract(abstract([element]).sections, element.get("Language"), element.get("Type"))


def authors(people: Sequence[Element]) -> tuple[Author, ...]:
    """Valid authors with a name, in order."""
    found = [author(one) for one in people if one.tag == "Author" and one.get("ValidYN") != "N"]
    return tuple([one for one in found if one.last or one.collective or one.fore or one.initials])


def complete(children: Children) -> bool:
    """Whether the lists of authors say nothing else."""
    return all(one.get("CompleteYN") != "N" for one in children.get("AuthorList", ()))


def author(element: Element) -> Author:
    """One person or group."""
    names = dict.fromkeys(_NAMES, "")
    identifiers: list[str] = []
    affiliations: list[str] = []
    for child in below(element):
        tag = child.tag
        if tag in names:
            names[tag] = text_of(child)
        elif tag == "AffiliationInfo":
            affiliations += [text_of(one) for one in below(child) if one.tag == "Affiliation"]
        elif tag == "Affiliation":  # before 2015
            affiliations.append(text_of(child))
        elif tag == "Identifier":
            identifiers.append(text_of(child))
    last, fore, initials, suffix, collective = names.values()
    return Author(last, fore, initials, suffix, collective, tuple(identifiers), tuple(affiliations))


def publication_types(elements: Sequence[Element]) -> tuple[PublicationType, ...]:
    """Kinds of publication, in order."""
    return tuple([PublicationType(one.get("UI", ""), text_of(one)) for one in elements])


def mesh_heading(element: Element) -> MeshHeading:
    """One heading with its qualifiers."""
    heading, qualifiers = ("", "", False), []
    for child in below(element):
        term = child.get("UI", ""), text_of(child), child.get("MajorTopicYN") == "Y"
        if child.tag == "QualifierName":
            qualifiers.append(Qualifier(*term))
        else:
            heading = term
    return MeshHeading(*heading, tuple(qualifiers))


def keywords(lists: Sequence[Element]) -> tuple[Keyword, ...]:
    """Keywords of all lists; empty ones are left out."""
    found = []
    for words in lists:
        owner = words.get("Owner", "")
        found += [Keyword(text, one.get("MajorTopicYN") == "Y", owner) for one in words if (text := text_of(one))]
    return tuple(found)


def registry_ids(banks: Sequence[Element]) -> tuple[RegistryId, ...]:
    """Every number of every data bank."""
    found = []
    for bank in map(children_of, banks):
        name = text_in(bank, "DataBankName")
        found += [RegistryId(name, text_of(one)) for one in inside(bank, "AccessionNumberList")]
    return tuple(found)


def grant(element: Element) -> Grant:
    """One grant."""
    printed = leaves(element)
    return Grant(printed.get("Agency", ""), printed.get("GrantID", ""), printed.get("Country", ""))


def notice(element: Element) -> Notice:
    """One link of CommentsCorrections; its PMID is the notice's own."""
    printed = leaves(element)
    return Notice(element.get("RefType", ""), printed.get("RefSource", ""), printed.get("PMID") or None)


def pages(children: Children) -> str:
    """MedlinePgn, or the first and last page where only these are given."""
    if "Pagination" not in children:
        return ""
    printed = leaves(children["Pagination"][0])
    ends = [text for tag in ("StartPage", "EndPage") if (text := printed.get(tag))]
    return printed.get("MedlinePgn") or "-".join(ends)
