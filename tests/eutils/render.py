"""Synthetic articles as PubMed writes them in XML."""

import re
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from tests.eutils.articles import Article, Book, Notice, Section

# MeSH identifiers of the publication types that tests speak of; any other type gets an invented one.
TYPE_UI = {
    "Case Reports": "D002363",
    "Clinical Trial": "D016430",
    "Comment": "D016420",
    "Comparative Study": "D003160",
    "Controlled Clinical Trial": "D018848",
    "Editorial": "D016421",
    "Expression of Concern": "D000075742",
    "Journal Article": "D016428",
    "Letter": "D016422",
    "Meta-Analysis": "D017418",
    "Observational Study": "D064888",
    "Preprint": "D000076942",
    "Published Erratum": "D016425",
    "Randomized Controlled Trial": "D016449",
    "Retracted Publication": "D016441",
    "Retraction of Publication": "D016440",
    "Review": "D016454",
    "Systematic Review": "D000078182",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def article(record: Article) -> bytes:
    """The PubmedArticle element of a synthetic record."""
    text = f"<PubmedArticle>{_citation(record)}{_pubmed_data(record)}</PubmedArticle>"
    return text.encode()


def book(record: Book) -> bytes:
    """The PubmedBookArticle element of a synthetic chapter."""
    ids = f'<ArticleIdList><ArticleId IdType="pubmed">{record.pmid}</ArticleId></ArticleIdList>'
    about = (
        f"<Book><Publisher>{_element('PublisherName', record.publisher)}</Publisher>"
        f'<BookTitle book="invented">{escape(record.book)}</BookTitle>{_pub_date(record.published)}</Book>'
    )
    abstract = f"<Abstract><AbstractText>{escape(record.abstract)}</AbstractText></Abstract>" if record.abstract else ""
    document = (
        f'<BookDocument><PMID Version="1">{record.pmid}</PMID>{ids}{about}'
        f'<ArticleTitle book="invented" part="one">{escape(record.title)}</ArticleTitle><Language>eng</Language>'
        f"{_authors(record.authors, ())}"
        f'<PublicationType UI="D016454">Review</PublicationType>{abstract}</BookDocument>'
    )
    data = f"<PubmedBookData><PublicationStatus>ppublish</PublicationStatus>{ids}</PubmedBookData>"
    return f"<PubmedBookArticle>{document}{data}</PubmedBookArticle>".encode()


def _citation(record: Article) -> str:
    return (
        f'<MedlineCitation Status="{record.status}" Owner="NLM"><PMID Version="1">{record.pmid}</PMID>'
        f"{_day('DateRevised', record.revised)}{_article(record)}{_journal_info(record)}"
        f"<CitationSubset>IM</CitationSubset>{_notices(record.notices)}{_headings(record.mesh)}{_keywords(record)}"
        f"</MedlineCitation>"
    )


def _article(record: Article) -> str:
    title = record.title if record.markup else escape(record.title)
    doi = f'<ELocationID EIdType="doi" ValidYN="Y">{escape(record.doi)}</ELocationID>' if record.doi else ""
    vernacular = _element("VernacularTitle", record.vernacular_title) if record.vernacular_title else ""
    electronic = _day("ArticleDate", record.electronic, ' DateType="Electronic"') if record.electronic else ""
    model = "Print-Electronic" if record.electronic else "Print"
    return (
        f'<Article PubModel="{model}">{_journal(record)}<ArticleTitle>{title}</ArticleTitle>'
        f"<Pagination>{_element('MedlinePgn', record.pages)}</Pagination>{doi}{_abstract(record)}"
        f"{_authors(record.authors, record.groups)}{_element('Language', record.language)}"
        f"{_types(record.types)}{vernacular}{electronic}</Article>"
    )


def _journal(record: Article) -> str:
    issue = (
        f'<JournalIssue CitedMedium="Internet">{_element("Volume", record.volume)}{_element("Issue", record.issue)}'
        f"{_pub_date(record.published)}</JournalIssue>"
    )
    return (
        f'<Journal><ISSN IssnType="Electronic">{escape(record.issn)}</ISSN>{issue}'
        f"{_element('Title', record.journal)}{_element('ISOAbbreviation', record.journal_short)}</Journal>"
    )


def _journal_info(record: Article) -> str:
    return (
        f"<MedlineJournalInfo><Country>United States</Country>{_element('MedlineTA', record.journal_short)}"
        f"<NlmUniqueID>990000001</NlmUniqueID>{_element('ISSNLinking', record.issn)}</MedlineJournalInfo>"
    )


def _abstract(record: Article) -> str:
    if not record.abstract:
        return ""
    sections = record.abstract if isinstance(record.abstract, tuple) else (Section("", record.abstract),)
    texts = "".join(_section(section, markup=record.markup) for section in sections)
    notice = _element("CopyrightInformation", record.copyright) if record.copyright else ""
    return f"<Abstract>{texts}{notice}</Abstract>"


def _section(section: Section, *, markup: bool) -> str:
    label = f" Label={quoteattr(section.label)}" if section.label else ""
    category = f" NlmCategory={quoteattr(section.category)}" if section.category else ""
    return f"<AbstractText{label}{category}>{section.text if markup else escape(section.text)}</AbstractText>"


def _authors(people: Iterable[str], groups: Iterable[str]) -> str:
    authors = [_person(name) for name in people]
    authors += [f'<Author ValidYN="Y">{_element("CollectiveName", name)}</Author>' for name in groups]
    return f'<AuthorList CompleteYN="Y">{"".join(authors)}</AuthorList>' if authors else ""


def _person(name: str) -> str:
    last, _, initials = name.rpartition(" ")
    return (
        f'<Author ValidYN="Y">{_element("LastName", last or name)}{_element("ForeName", " ".join(initials))}'
        f"{_element('Initials', initials)}</Author>"
    )


def _types(types: Iterable[str]) -> str:
    listed = (f'<PublicationType UI="{_ui(name, TYPE_UI)}">{escape(name)}</PublicationType>' for name in types)
    return f"<PublicationTypeList>{''.join(listed)}</PublicationTypeList>"


def _ui(name: str, known: dict[str, str]) -> str:
    """An identifier that stays the same from run to run; invented ones begin with D99."""
    return known.get(name) or f"D99{sum(ord(letter) * place for place, letter in enumerate(name, 1)):06d}"


def _headings(mesh: Iterable[str]) -> str:
    listed = "".join(f"<MeshHeading>{_heading(text)}</MeshHeading>" for text in mesh)
    return f"<MeshHeadingList>{listed}</MeshHeadingList>" if listed else ""


def _heading(text: str) -> str:
    descriptor, *qualifiers = text.split("/")
    return _mesh("DescriptorName", descriptor) + "".join(_mesh("QualifierName", one) for one in qualifiers)


def _mesh(tag: str, text: str) -> str:
    name = text.removeprefix("*")
    ui = _ui(name, {}) if tag == "DescriptorName" else _ui(name, {}).replace("D", "Q", 1)
    major = "Y" if text.startswith("*") else "N"
    return f'<{tag} UI="{ui}" MajorTopicYN="{major}">{escape(name)}</{tag}>'


def _keywords(record: Article) -> str:
    listed = "".join(f'<Keyword MajorTopicYN="N">{escape(word)}</Keyword>' for word in record.keywords)
    return f'<KeywordList Owner="NOTNLM">{listed}</KeywordList>' if listed else ""


def _notices(notices: Iterable[Notice]) -> str:
    listed = "".join(_notice(notice) for notice in notices)
    return f"<CommentsCorrectionsList>{listed}</CommentsCorrectionsList>" if listed else ""


def _notice(notice: Notice) -> str:
    pmid = "" if notice.pmid is None else f'<PMID Version="1">{notice.pmid}</PMID>'
    return (
        f"<CommentsCorrections RefType={quoteattr(notice.kind)}>"
        f"{_element('RefSource', notice.source)}{pmid}</CommentsCorrections>"
    )


def _pubmed_data(record: Article) -> str:
    stages = "".join(_day("PubMedPubDate", record.entered, f' PubStatus="{name}"') for name in ("entrez", "pubmed"))
    ids = [("pubmed", str(record.pmid)), ("doi", record.doi), ("pmc", record.pmcid)]
    listed = "".join(f'<ArticleId IdType="{kind}">{escape(value)}</ArticleId>' for kind, value in ids if value)
    return (
        f"<PubmedData><History>{stages}</History><PublicationStatus>ppublish</PublicationStatus>"
        f"<ArticleIdList>{listed}</ArticleIdList></PubmedData>"
    )


def _pub_date(published: str) -> str:
    known = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published)
    if not known:
        return f"<PubDate>{_element('MedlineDate', published)}</PubDate>"
    year, month, day = known.groups()
    parts = _element("Year", year)
    parts += _element("Month", MONTHS[int(month) - 1]) if month else ""
    return f"<PubDate>{parts}{_element('Day', day) if day else ''}</PubDate>"


def _day(tag: str, day: date, attributes: str = "") -> str:
    return f"<{tag}{attributes}><Year>{day.year}</Year><Month>{day.month:02d}</Month><Day>{day.day:02d}</Day></{tag}>"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"
