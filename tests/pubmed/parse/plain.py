"""A ``Record`` in the plain shapes of the second reading, and small helpers of these tests."""

from claimbook.model.record import Record
from claimbook.pubmed.parse import read_records


def plain(record: Record) -> dict:
    """Each field as texts, numbers, tuples and lists."""
    journal = record.journal
    same = ("kind", "pmid", "version", "title", "vernacular_title", "copyright", "doi", "pmcid", "languages")
    same += ("substances", "conflicts", "status", "lossy", "sections")
    dates = {name: getattr(record, name) for name in ("published", "electronic", "revised")}
    return {
        **{name: getattr(record, name) for name in same},
        **{name: date.raw if date else None for name, date in dates.items()},
        "abstract": [(one.text, one.label, one.category) for one in record.abstract],
        "other_abstracts": [
            (one.language, one.kind, [(part.text, part.label, part.category) for part in one.sections])
            for one in record.other_abstracts
        ],
        "authors": [person(one) for one in record.authors],
        "editors": [person(one) for one in record.editors],
        "journal": (
            *(journal.title, journal.abbreviation, journal.issn, journal.nlm_id, journal.country),
            *(journal.volume, journal.issue, journal.pages),
        ),
        "types": [(one.ui, one.name) for one in record.types],
        "mesh": [
            (one.ui, one.name, one.major, [(sub.ui, sub.name, sub.major) for sub in one.qualifiers])
            for one in record.mesh
        ],
        "keywords": [(one.text, one.major, one.owner) for one in record.keywords],
        "registry_ids": [(one.registry, one.number) for one in record.registry_ids],
        "grants": [(one.agency, one.number, one.country) for one in record.grants],
        "notices": [(one.kind, one.source, one.pmid) for one in record.notices],
    }


def person(author) -> tuple:
    return (
        *(author.last, author.fore, author.initials, author.suffix, author.collective),
        *(author.identifiers, author.affiliations),
    )


def only_record(xml: str | bytes) -> Record:
    """The one entry of a document, which must be a record."""
    (entry,) = read_records(xml.encode() if isinstance(xml, str) else xml)
    assert isinstance(entry, Record), entry
    return entry


def article(pmid: str = "99000001", body: str = "", citation: str = "", data: str = "") -> str:
    """A small synthetic PubmedArticle; its body defaults to a title."""
    body = body or "<ArticleTitle>A made-up title</ArticleTitle>"
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID>'
        f"<Article>{body}</Article>{citation}</MedlineCitation><PubmedData>{data}</PubmedData></PubmedArticle>"
    )


def answer(*records: str) -> str:
    """A set of records as EFetch sends it."""
    doctype = (
        '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
        '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">'
    )
    inside = "\n".join(records)
    return f'<?xml version="1.0" ?>\n{doctype}\n<PubmedArticleSet>\n{inside}\n</PubmedArticleSet>\n'
