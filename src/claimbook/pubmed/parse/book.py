"""One PubmedBookArticle: a book, or a chapter of one."""

from claimbook.model.record import Author, Journal, Record
from claimbook.pubmed.parse import parts
from claimbook.pubmed.parse.dates import date_in
from claimbook.pubmed.parse.identifiers import identifiers
from claimbook.pubmed.parse.parts import children_of, inside, only, text_in
from claimbook.pubmed.parse.text import Children, Element, text_of


def book(root: Element) -> Record:
    """The record of a PubmedBookArticle.

    Raises:
        BrokenRecordError: It has no BookDocument or no PMID.
    """
    top = children_of(root)
    inner = children_of(only(top, "BookDocument"))
    volume = children_of(inner["Book"][0]) if "Book" in inner else {}
    data = children_of(top["PubmedBookData"][0]) if "PubmedBookData" in top else {}
    return _record(inner, volume, data)


def _record(inner: Children, volume: Children, data: Children) -> Record:
    """From the children of BookDocument, Book and PubmedBookData."""
    pmid, version = parts.identity(inner)
    listed = (*inside(inner, "ArticleIdList"), *inside(data, "ArticleIdList"))
    ids = identifiers(volume.get("ELocationID", ()), listed)
    title = parts.title(inner.get("ArticleTitle") or volume.get("BookTitle"))
    abstract = parts.abstract(inner.get("Abstract"))
    return Record(
        pmid=pmid,
        version=version,
        kind="book",
        title=title.text,
        title_markup=title.markup,
        vernacular_title=text_in(inner, "VernacularTitle"),
        abstract=abstract.sections,
        abstract_markup=abstract.markup,
        lossy=title.formula or abstract.formula,
        copyright=abstract.copyright,
        other_abstracts=tuple(map(parts.other_abstract, inner.get("OtherAbstract", ()))),
        authors=_people(inner, "authors") or _people(volume, "authors"),
        authors_complete=parts.complete(inner),
        editors=_people(volume, "editors") or _people(inner, "editors"),
        journal=_volume(inner, volume),
        sections=tuple(text_of(one) for lists in inner.get("Sections", ()) for one in lists.iter("SectionTitle")),
        published=date_in(volume, "PubDate"),
        types=parts.publication_types(inner.get("PublicationType", ())),
        keywords=parts.keywords(inner.get("KeywordList", ())),
        doi=ids.doi,
        pmcid=ids.pmcid,
        other_ids=ids.others + tuple(("isbn", text_of(one)) for one in volume.get("Isbn", ())),
        languages=tuple(map(text_of, inner.get("Language", ()))),
        grants=tuple(map(parts.grant, inside(inner, "GrantList"))),
        revised=date_in(inner, "DateRevised"),
    )


def _people(children: Children, kind: str) -> tuple[Author, ...]:
    """Authors or editors; a list that does not say what it is holds authors."""
    lists = (one for one in children.get("AuthorList", ()) if one.get("Type", "authors") == kind)
    return tuple(person for one in lists for person in parts.authors(list(one)))


def _volume(inner: Children, volume: Children) -> Journal:
    publisher = children_of(volume["Publisher"][0]) if "Publisher" in volume else {}
    return Journal(
        title=text_in(volume, "BookTitle"),
        volume=text_in(volume, "Volume"),
        pages=parts.pages(inner),
        publisher=text_in(publisher, "PublisherName"),
        place=text_in(publisher, "PublisherLocation"),
    )
