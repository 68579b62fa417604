"""A second, slow and plain reading of the same XML, written apart from the parser: ElementTree, paths, no sharing."""

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree as ET

ARTICLE, BOOK = "PubmedArticle", "PubmedBookArticle"


def records(path: Path) -> list[ET.Element]:
    """Every record element of a file that is well-formed XML, in its order."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    root = ET.fromstring(content)  # noqa: S314 - recorded files, read by the test alone
    return [root] if root.tag in {ARTICLE, BOOK} else [one for one in root if one.tag in {ARTICLE, BOOK}]


def text(element: ET.Element | None) -> str:
    if element is None:
        return ""
    lines = (line.strip(" ") for line in re.split(r"[\r\n\t]", "".join(element.itertext())))
    return " ".join(line for line in lines if line)


def texts(record: ET.Element, path: str) -> tuple[str, ...]:
    return tuple(text(one) for one in record.findall(path))


def first(record: ET.Element, *paths: str) -> str:
    return next((found for path in paths if (found := text(record.find(path)))), "")


def sections(parent: ET.Element | None) -> list:
    found = [] if parent is None else parent.findall("AbstractText")
    return [(text(one), one.get("Label"), one.get("NlmCategory")) for one in found if text(one)]


def people(record: ET.Element, path: str) -> list:
    return [
        (
            first(one, "LastName"),
            first(one, "ForeName"),
            first(one, "Initials"),
            first(one, "Suffix"),
            first(one, "CollectiveName"),
            texts(one, "Identifier"),
            texts(one, "AffiliationInfo/Affiliation") or texts(one, "Affiliation"),
        )
        for one in record.findall(path)
        if one.get("ValidYN") != "N" and (one.find("LastName") is not None or one.find("CollectiveName") is not None)
    ]


def printed_date(record: ET.Element, path: str) -> str | None:
    found = record.find(path)
    return None if found is None else " ".join(filter(None, texts(found, "*"))) or None


def pages(record: ET.Element, own: str) -> str:
    ends = texts(record, f"{own}/Pagination/StartPage") + texts(record, f"{own}/Pagination/EndPage")
    return first(record, f"{own}/Pagination/MedlinePgn") or "-".join(ends)


def formula(record: ET.Element, *paths: str) -> bool:
    return any(
        one.tag.rpartition("}")[2] == "math" for path in paths for top in record.findall(path) for one in top.iter()
    )


def reading(record: ET.Element) -> dict:
    """What a record holds, field by field, of an article or a book."""
    return article(record) if record.tag == ARTICLE else book(record)


def article(record: ET.Element) -> dict:
    top = "MedlineCitation"
    own = f"{top}/Article"
    located = {
        one.get("EIdType"): text(one) for one in record.findall(f"{own}/ELocationID") if one.get("ValidYN") != "N"
    }
    listed = {one.get("IdType"): text(one) for one in reversed(record.findall("PubmedData/ArticleIdList/ArticleId"))}
    issue = f"{own}/Journal/JournalIssue"
    return (
        {
            "kind": "article",
            "doi": located.get("doi") or listed.get("doi"),
            "pmcid": listed.get("pmc"),
            "pmid": first(record, f"{top}/PMID"),
            "version": int(record.find(f"{top}/PMID").get("Version", "1")),
            "title": first(record, f"{own}/ArticleTitle"),
            "vernacular_title": first(record, f"{own}/VernacularTitle"),
            "abstract": sections(record.find(f"{own}/Abstract")),
            "copyright": first(record, f"{own}/Abstract/CopyrightInformation"),
            "other_abstracts": [
                (one.get("Language"), one.get("Type"), sections(one)) for one in record.findall(f"{top}/OtherAbstract")
            ],
            "authors": people(record, f"{own}/AuthorList/Author"),
            "editors": [],
            "journal": (
                first(record, f"{own}/Journal/Title"),
                first(record, f"{own}/Journal/ISOAbbreviation", f"{top}/MedlineJournalInfo/MedlineTA"),
                first(record, f"{own}/Journal/ISSN", f"{top}/MedlineJournalInfo/ISSNLinking"),
                first(record, f"{top}/MedlineJournalInfo/NlmUniqueID"),
                first(record, f"{top}/MedlineJournalInfo/Country"),
                first(record, f"{issue}/Volume"),
                first(record, f"{issue}/Issue"),
                pages(record, own),
            ),
            "published": printed_date(record, f"{issue}/PubDate"),
            "electronic": printed_date(record, f"{own}/ArticleDate"),
        }
        | indexing(record, top, own)
        | rest(record, top, own)
    )


def indexing(record: ET.Element, top: str, own: str) -> dict:
    return {
        "types": [
            (one.get("UI", ""), text(one)) for one in record.findall(f"{own}/PublicationTypeList/PublicationType")
        ],
        "mesh": [mesh(one) for one in record.findall(f"{top}/MeshHeadingList/MeshHeading")],
        "keywords": [
            (text(one), one.get("MajorTopicYN") == "Y", words.get("Owner", ""))
            for words in record.findall(f"{top}/KeywordList")
            for one in words.findall("Keyword")
            if text(one)
        ],
        "languages": texts(record, f"{own}/Language"),
        "registry_ids": [
            (first(bank, "DataBankName"), number)
            for bank in record.findall(f"{own}/DataBankList/DataBank")
            for number in texts(bank, "AccessionNumberList/AccessionNumber")
        ],
    }


def rest(record: ET.Element, top: str, own: str) -> dict:
    return {
        "revised": printed_date(record, f"{top}/DateRevised"),
        "substances": texts(record, f"{top}/ChemicalList/Chemical/NameOfSubstance"),
        "grants": [
            (first(one, "Agency"), first(one, "GrantID"), first(one, "Country"))
            for one in record.findall(f"{own}/GrantList/Grant")
        ],
        "conflicts": first(record, f"{top}/CoiStatement"),
        "notices": [
            (one.get("RefType"), first(one, "RefSource"), first(one, "PMID") or None)
            for one in record.findall(f"{top}/CommentsCorrectionsList/CommentsCorrections")
        ],
        "status": record.find(top).get("Status", ""),
        "lossy": formula(record, f"{own}/ArticleTitle", f"{own}/Abstract/AbstractText"),
        "sections": (),
    }


def mesh(heading: ET.Element) -> tuple:
    name = heading.find("DescriptorName")
    qualifiers = [
        (one.get("UI", ""), text(one), one.get("MajorTopicYN") == "Y") for one in heading.findall("QualifierName")
    ]
    return name.get("UI", ""), text(name), name.get("MajorTopicYN") == "Y", qualifiers


def book(record: ET.Element) -> dict:
    own = "BookDocument"
    volume = f"{own}/Book"
    listed = {
        one.get("IdType"): text(one)
        for path in (f"{own}/ArticleIdList", "PubmedBookData/ArticleIdList")
        for one in record.findall(f"{path}/ArticleId")
    }
    located = {one.get("EIdType"): text(one) for one in record.findall(f"{volume}/ELocationID")}
    return {
        "kind": "book",
        "pmid": first(record, f"{own}/PMID"),
        "version": int(record.find(f"{own}/PMID").get("Version", "1")),
        "title": first(record, f"{own}/ArticleTitle", f"{volume}/BookTitle"),
        "vernacular_title": first(record, f"{own}/VernacularTitle"),
        "abstract": sections(record.find(f"{own}/Abstract")),
        "copyright": first(record, f"{own}/Abstract/CopyrightInformation"),
        "other_abstracts": [],
        "authors": people(record, f"{own}/AuthorList[@Type='authors']/Author")
        or people(record, f"{volume}/AuthorList[@Type='authors']/Author"),
        "editors": people(record, f"{volume}/AuthorList[@Type='editors']/Author"),
        "journal": (
            first(record, f"{volume}/BookTitle"),
            *[""] * 4,
            first(record, f"{volume}/Volume"),
            "",
            pages(record, own),
        ),
        "published": printed_date(record, f"{volume}/PubDate"),
        "electronic": None,
        "revised": printed_date(record, f"{own}/DateRevised"),
        "doi": located.get("doi") or listed.get("doi"),
        "pmcid": listed.get("pmc"),
    } | book_rest(record, own)


def book_rest(record: ET.Element, own: str) -> dict:
    return {
        "types": [(one.get("UI", ""), text(one)) for one in record.findall(f"{own}/PublicationType")],
        "mesh": [],
        "keywords": [
            (text(one), one.get("MajorTopicYN") == "Y", words.get("Owner", ""))
            for words in record.findall(f"{own}/KeywordList")
            for one in words.findall("Keyword")
            if text(one)
        ],
        "languages": texts(record, f"{own}/Language"),
        "registry_ids": [],
        "substances": (),
        "grants": [
            (first(one, "Agency"), first(one, "GrantID"), first(one, "Country"))
            for one in record.findall(f"{own}/GrantList/Grant")
        ],
        "conflicts": "",
        "notices": [],
        "status": "",
        "lossy": formula(record, f"{own}/ArticleTitle", f"{own}/Abstract/AbstractText"),
        "sections": tuple(text(one) for one in record.findall(f"{own}/Sections//SectionTitle")),
    }
