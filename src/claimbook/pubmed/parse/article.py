"""One PubmedArticle."""

from claimbook.model.record import Journal, PartialDate, Record
from claimbook.pubmed.parse import parts
from claimbook.pubmed.parse.dates import date_in
from claimbook.pubmed.parse.identifiers import identifiers
from claimbook.pubmed.parse.parts import children_of, inside, only, text_in
from claimbook.pubmed.parse.text import Children, Element, text_of


def article(root: Element) -> Record:
    """The record of a PubmedArticle.

    Raises:
        BrokenRecordError: It has no MedlineCitation, no Article or no PMID.
    """
    top = children_of(root)
    citation = only(top, "MedlineCitation")
    outer = children_of(citation)
    data = children_of(top["PubmedData"][0]) if "PubmedData" in top else {}
    return _record(outer, children_of(only(outer, "Article")), data, citation.get("Status", ""))


def _record(outer: Children, inner: Children, data: Children, status: str) -> Record:
    """From the children of MedlineCitation, Article and PubmedData."""
    pmid, version = parts.identity(outer)
    ids = identifiers(inner.get("ELocationID", ()), inside(data, "ArticleIdList"))
    title = parts.title(inner.get("ArticleTitle"))
    abstract = parts.abstract(inner.get("Abstract"))
    journal, published = issue(inner, outer)
    return Record(
        pmid=pmid,
        version=version,
        kind="article",
        title=title.text,
        title_markup=title.markup,
        vernacular_title=text_in(inner, "VernacularTitle"),
        abstract=abstract.sections,
        abstract_markup=abstract.markup,
        lossy=title.formula or abstract.formula,
        copyright=abstract.copyright,
        other_abstracts=tuple(map(parts.other_abstract, outer.get("OtherAbstract", ()))),
        authors=parts.authors(inside(inner, "AuthorList")),
        authors_complete=parts.complete(inner),
        journal=journal,
        published=published,
        electronic=date_in(inner, "ArticleDate"),
        types=parts.publication_types(inside(inner, "PublicationTypeList")),
        mesh=tuple(map(parts.mesh_heading, inside(outer, "MeshHeadingList"))),
        keywords=parts.keywords(outer.get("KeywordList", ())),
        doi=ids.doi,
        pmcid=ids.pmcid,
        other_ids=ids.others + tuple((one.get("Source", ""), text_of(one)) for one in outer.get("OtherID", ())),
        languages=tuple(map(text_of, inner.get("Language", ()))),
        registry_ids=parts.registry_ids(inside(inner, "DataBankList")),
        substances=tuple(text_in(children_of(one), "NameOfSubstance") for one in inside(outer, "ChemicalList")),
        grants=tuple(map(parts.grant, inside(inner, "GrantList"))),
        conflicts=text_in(outer, "CoiStatement"),
        notices=tuple(map(parts.notice, inside(outer, "CommentsCorrectionsList"))),
        status=status,
        revised=date_in(outer, "DateRevised"),
    )


def issue(inner: Children, outer: Children) -> tuple[Journal, PartialDate | None]:
    """The journal with volume, issue and pages, and the date of the issue."""
    journal = children_of(inner["Journal"][0]) if "Journal" in inner else {}
    its_issue = children_of(journal["JournalIssue"][0]) if "JournalIssue" in journal else {}
    info = children_of(outer["MedlineJournalInfo"][0]) if "MedlineJournalInfo" in outer else {}
    found = Journal(
        title=text_in(journal, "Title"),
        abbreviation=text_in(journal, "ISOAbbreviation") or text_in(info, "MedlineTA"),
        issn=text_in(journal, "ISSN") or text_in(info, "ISSNLinking"),
        nlm_id=text_in(info, "NlmUniqueID"),
        country=text_in(info, "Country"),
        volume=text_in(its_issue, "Volume"),
        issue=text_in(its_issue, "Issue"),
        pages=parts.pages(inner),
    )
    return found, date_in(its_issue, "PubDate")
