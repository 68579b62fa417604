"""One PubMed record as its XML holds it: bibliographic facts, abstract, indexing and notices.

Nothing is filled in: an absent element is an empty text, an empty tuple or None. Text is what a person reads in the
XML, with all inline markup and entities as text; where markup carried meaning, the marked-up original stands beside it.
"""

from typing import Literal, NamedTuple

RETRACTED_TYPE = "D016441"  # publication type "Retracted Publication"
RETRACTED_LINKS = frozenset({"RetractionIn", "RetractedandRepublishedIn"})
CONCERN_LINKS = frozenset({"ExpressionOfConcernIn"})
CORRECTED_LINKS = frozenset({"ErratumIn", "CorrectedandRepublishedIn", "UpdateIn"})


class AbstractSection(NamedTuple):
    """One part of an abstract: RESULTS, CONCLUSIONS, or the whole where it has no parts."""

    text: str
    label: str | None = None
    """As printed: 'RESULTS'."""
    category: str | None = None
    """The NLM category of the label, such as METHODS."""


class OtherAbstract(NamedTuple):
    """An abstract in another language or from another hand."""

    sections: tuple[AbstractSection, ...]
    language: str | None = None
    kind: str | None = None


class Author(NamedTuple):
    """A person or a group. Superseded names (ValidYN="N") are left out."""

    last: str = ""
    fore: str = ""
    initials: str = ""
    suffix: str = ""
    collective: str = ""
    """Name of a group; the other names are empty then."""
    identifiers: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As PubMed prints it: 'Doe JA Jr', or the name of the group."""
        return self.collective or " ".join(
            part for part in (self.last, self.initials or self.fore, self.suffix) if part
        )


class Journal(NamedTuple):
    """Where it was published. For a book: its title and publisher."""

    title: str = ""
    abbreviation: str = ""
    issn: str = ""
    nlm_id: str = ""
    country: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    """Of a book."""
    place: str = ""
    """Where the publisher of a book sits."""


class PartialDate(NamedTuple):
    """A date as far as it is printed; no month or day is ever made up."""

    raw: str
    """The text of the element: '2019 Sep/Oct', '2019 Spring', '2019 Mar 4'."""
    year: int | None = None
    month: int | None = None
    day: int | None = None


class PublicationType(NamedTuple):
    """Kind of publication; compare by ``ui``, because names change."""

    ui: str
    name: str


class Qualifier(NamedTuple):
    """Subheading of a MeSH heading."""

    ui: str
    name: str
    major: bool = False


class MeshHeading(NamedTuple):
    """A heading of the Medical Subject Headings."""

    ui: str
    name: str
    major: bool = False
    """Marked as a major topic itself; a qualifier may be marked instead."""
    qualifiers: tuple[Qualifier, ...] = ()


class Keyword(NamedTuple):
    """A word that the authors (NOTNLM) or an indexing house chose."""

    text: str
    major: bool = False
    owner: str = ""


class RegistryId(NamedTuple):
    """A number in a trial register or data bank, such as ClinicalTrials.gov."""

    registry: str
    number: str


class Grant(NamedTuple):
    """Money behind the work, as printed."""

    agency: str
    number: str = ""
    country: str = ""


class Notice(NamedTuple):
    """A link to a comment, erratum, retraction, update or the like (CommentsCorrections)."""

    kind: str
    """RefType: 'RetractionIn', 'ErratumIn', 'CommentOn' and so on."""
    source: str = ""
    """Where the notice stands, as printed."""
    pmid: str | None = None
    """The notice itself, where PubMed names it; it may be absent."""


class Record(NamedTuple):
    """Everything that claimbook reads of one PubmedArticle or PubmedBookArticle."""

    pmid: str
    version: int
    kind: Literal["article", "book"]
    title: str
    title_markup: str | None = None
    """Inner XML of the title where it has inline markup, else None."""
    vernacular_title: str = ""
    abstract: tuple[AbstractSection, ...] = ()
    abstract_markup: bool = False
    """Whether inline markup was turned into text in the abstract."""
    lossy: bool = False
    """Whether a formula (MathML) was flattened to text, so that it must be read in the original."""
    copyright: str = ""
    other_abstracts: tuple[OtherAbstract, ...] = ()
    authors: tuple[Author, ...] = ()
    authors_complete: bool = True
    editors: tuple[Author, ...] = ()
    """Of a book; an article has none."""
    journal: Journal = Journal()
    sections: tuple[str, ...] = ()
    """Titles of the sections of a book chapter, those within others included."""
    published: PartialDate | None = None
    """Date of the issue or book."""
    electronic: PartialDate | None = None
    """Date of the electronic article; its year may differ from the issue's."""
    types: tuple[PublicationType, ...] = ()
    mesh: tuple[MeshHeading, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    doi: str | None = None
    """Of the article itself, never of one of its references."""
    pmcid: str | None = None
    other_ids: tuple[tuple[str, str], ...] = ()
    """Further identifiers of the article itself: (type, value)."""
    languages: tuple[str, ...] = ()
    registry_ids: tuple[RegistryId, ...] = ()
    substances: tuple[str, ...] = ()
    grants: tuple[Grant, ...] = ()
    conflicts: str = ""
    """What the authors state about conflicts of interest."""
    notices: tuple[Notice, ...] = ()
    status: str = ""
    """MEDLINE, Publisher, In-Process and so on; only MEDLINE records are fully indexed."""
    revised: PartialDate | None = None

    @property
    def is_retracted(self) -> bool:
        """Marked as retracted in either of the two places; one of them may come first."""
        return any(one.ui == RETRACTED_TYPE for one in self.types) or self.has_notice(RETRACTED_LINKS)

    @property
    def has_concern(self) -> bool:
        """Whether an editor has printed an expression of concern about it."""
        return self.has_notice(CONCERN_LINKS)

    @property
    def is_corrected(self) -> bool:
        """Whether a correction of it was printed."""
        return self.has_notice(CORRECTED_LINKS)

    def has_notice(self, kinds: frozenset[str]) -> bool:
        """Whether one of its notices is of one of these kinds (RefType)."""
        return any(notice.kind in kinds for notice in self.notices)

    @property
    def years(self) -> tuple[int, ...]:
        """Years that PubMed prints for it, issue first; they may differ by one."""
        dates = (self.published, self.electronic)
        return tuple(dict.fromkeys(date.year for date in dates if date is not None and date.year is not None))
