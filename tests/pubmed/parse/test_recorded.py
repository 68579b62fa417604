"""Round trip on every recorded file: what a person reads in the XML is what the record holds."""

import gzip
import json
from pathlib import Path

import pytest

from claimbook.model.record import Record
from claimbook.pubmed.parse import Deleted, NotRecordsError, Unreadable, facts_of, pmids_in, read_records
from tests.pubmed.parse.plain import plain
from tests.pubmed.parse.second_reading import reading, records
from tests.reference_folder import ROOT, reference

FOLDER = ROOT.parent / "shared" / "pubmed" / "recorded"
WITHOUT_CITATION = "MedlineImporterTestMinimalEntry.xml"
EMPTY = {
    WITHOUT_CITATION: [Unreadable(None, 1, "it has no MedlineCitation")],
    "efetch_200_unknown_pmid_empty_set.xml": [],
}
CUT = {"truncated.xml", "truncated.xml.gz", "MedlineImporterTestMalformedEntry.xml", "einfo4.xml"}


def content(path: Path) -> bytes:
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" and path.name not in CUT else raw


def holds_records(path: Path) -> bool:
    return path.name not in CUT | {WITHOUT_CITATION} and b"</PMID>" in content(path)


FILES = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".xml", ".gz"}) if FOLDER.exists() else []
SETS = [path for path in FILES if holds_records(path)]
OTHERS = [path for path in FILES if not holds_records(path)]


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(FOLDER).as_posix() for path in paths]


@pytest.mark.parametrize("name", names(SETS) or ["derived"])
def test_second_reading_agrees_field_by_field(name):
    path = reference("pubmed", "recorded", name)
    entries = [entry for entry in read_records(path) if not isinstance(entry, Deleted)]
    expected = [reading(record) for record in records(path)]
    assert len(entries) == len(expected) > 0
    for entry, record in zip(entries, expected, strict=True):
        assert isinstance(entry, Record), entry
        assert plain(entry) == record
        assert facts_of(entry).pmid == entry.pmid


@pytest.mark.parametrize("name", names(SETS) or ["derived"])
def test_quick_list_of_pmids_is_that_of_the_records(name):
    path = reference("pubmed", "recorded", name)
    assert pmids_in(path.read_bytes()) == tuple(record["pmid"] for record in map(reading, records(path)))


# Searches, errors, cut files and other answers: none of them may look like a set of records.
@pytest.mark.parametrize("name", names(OTHERS) or ["observed-errors"])
def test_anything_else_gives_no_record(name):
    path = reference("pubmed", "recorded", name)
    if path.name in EMPTY:
        assert list(read_records(path)) == EMPTY[path.name]
        assert pmids_in(path.read_bytes()) == ()
        return
    with pytest.raises(NotRecordsError, match=r"\w"):
        list(read_records(path))
    with pytest.raises(NotRecordsError, match=r"\w"):
        pmids_in(path.read_bytes())


def test_manifest_names_every_pmid():
    manifest = json.loads(reference("pubmed", "recorded", "derived", "MANIFEST.json").read_text())
    for name, entry in manifest.items():
        if name not in CUT and entry.get("pmids"):
            found = pmids_in(reference("pubmed", "recorded", "derived", name).read_bytes())
            assert list(found) == entry["pmids"], name


def read(name: str, pmid: str) -> Record:
    path = reference("pubmed", "recorded", *name.split("/"))
    return next(one for one in read_records(path) if isinstance(one, Record) and one.pmid == pmid)


def notices(record: Record) -> set:
    return {(one.kind, one.pmid) for one in record.notices}


# One record by its number for each difficulty, with what it must hold and what a hasty reading would hold instead.
NAMED = {
    "month range is no month": (
        "medlinedate",
        "31388337",
        lambda one: one.published,
        ("2019 Sep-Oct", 2019, None, None),
    ),
    "season is no month": ("season", "12091962", lambda one: one.published, ("1990 Spring", 1990, None, None)),
    "electronic two years before the issue": ("medlinedate", "31388331", lambda one: one.years, (2019, 2017)),
    "leading zeros of a date": ("collectivename", "31449468", lambda one: one.published[1:], (2019, 10, 20)),
    "group after the persons": (
        *("collectivename", "31418851"),
        lambda one: (len(one.authors), one.authors[-1].name),
        (18, "participating investigators"),
    ),
    "numbers of two trials": (
        *("collectivename", "31449468"),
        lambda one: [each.number for each in one.registry_ids],
        ["NCT00352534", "NCT00379340"],
    ),
    "number of a data set": (
        *("all_real_records", "31418820"),
        lambda one: [each.registry for each in one.registry_ids],
        ["Dryad"],
    ),
    "no author list": ("noauthors", "31418831", lambda one: (one.authors, one.authors_complete), ((), True)),
    "no abstract": ("no_abstract", "1", lambda one: (one.abstract, one.abstract_markup), ((), False)),
    "brackets of a translated title": (
        *("vernacular", "30970"),
        lambda one: (one.title[0], one.vernacular_title[:4], one.languages),
        ("[", "Bêta", ("fre",)),
    ),
    "six other abstracts": (
        *("otherabstract", "31418828"),
        lambda one: (len(one.abstract), [each.language for each in one.other_abstracts]),
        (1, ["fre", "ger", "ita", "rus", "spa", "chi"]),
    ),
    "comment and hundreds of references": (
        *("comments_corrections", "27797938"),
        lambda one: (one.doi, one.pmcid, ("CommentIn", "27920200") in notices(one), one.is_corrected),
        ("10.1136/gutjnl-2016-312510", "PMC5442267", True, False),
    ),
    "erratum": (
        "comments_corrections",
        "2",
        lambda one: (notices(one), one.is_corrected),
        ({("ErratumIn", "8")}, True),
    ),
    "is an erratum": ("comments_corrections", "8", lambda one: (one.pmid, notices(one)), ("8", {("ErratumFor", "2")})),
    "labels without categories": (
        *("structured_abstract", "27797938"),
        lambda one: (one.abstract[-1].label, one.abstract[-1].category),
        ("CONCLUSIONS", None),
    ),
    "labels with categories": (
        *("structured_abstract", "28775130"),
        lambda one: (one.abstract[0].label, one.abstract[0].category),
        ("OBJECTIVES", "OBJECTIVE"),
    ),
    "title in italics and quotes": ("inline_markup", "30108519", lambda one: one.title[:4], 'A "B'),
    "date of creation, unknown to the document type": (
        *("legacy_datecreated", "17284678"),
        lambda one: (one.published, [each.kind for each in one.other_abstracts]),
        (("2007 Mar", 2007, 3, None), ["AAMC", "AIDS"]),
    ),
    "keywords of an indexing house": (
        *("all_real_records", "12091962"),
        lambda one: ({each.owner for each in one.keywords}, one.other_ids),
        ({"KIE"}, (("KIE", "31840"),)),
    ),
    "suffix of a name": (
        "all_real_records",
        "40",
        lambda one: any(each.name.endswith(" Jr") for each in one.authors),
        True,
    ),
    "pages with a letter": ("all_real_records", "31449454", lambda one: one.journal.pages, "e511-e512"),
    "brackets as text": (
        *("all_real_records", "11748933"),
        lambda one: any("<" in each.text for each in one.abstract),
        True,
    ),
    "qualifier is the major topic": (
        *("all_real_records", "9997"),
        lambda one: any(sub.major and not each.major for each in one.mesh for sub in each.qualifiers),
        True,
    ),
    "dozens of grants": ("all_real_records", "27797938", lambda one: len(one.grants), 35),
    "deletions behind it": ("deletecitation", "994879", lambda one: (one.published.raw, one.doi), ("1976 10 02", None)),
}


@pytest.mark.parametrize("difficulty", NAMED)
def test_named_record(difficulty):
    name, pmid, look, expected = NAMED[difficulty]
    record = read(f"derived/{name}.xml{'.gz' if name == 'all_real_records' else ''}", pmid)
    assert look(record) == expected


# A bracket in an underlined piece of text: a parser that strips tags from text changes the number.
def test_underlined_less_than_sign_stays():
    record = read("biopython/pubmed5.xml", "28775130")
    assert "0.4-<4.5" in " ".join(section.text for section in record.abstract)
    assert record.abstract_markup


# One tag within the other in the title, and the retraction shows in both places.
def test_nested_markup_and_retraction():
    record = read("derived/retracted.xml", "31541003")
    assert " PTEN " in record.title
    assert "<i><i>PTEN" in record.title_markup
    assert record.is_retracted
    assert ("RetractionIn", "32167152") in {(one.kind, one.pmid) for one in record.notices}
    assert any(one.ui == "D016441" for one in record.types)


def test_books_have_their_own_tree():
    chapter = read("derived/book.xml", "20301295")
    assert chapter.kind == "book"
    assert chapter.title == chapter.journal.title  # PubMed gives no title of its own here
    assert chapter.journal.publisher
    assert chapter.journal.place
    whole = read("jabref/MedlineImporterTestBookArticleSet.xml", "21413195")
    assert whole.title != whole.journal.title
    assert whole.authors[0].collective


def test_answer_order_is_kept_with_books_between():
    path = reference("pubmed", "recorded", "derived", "mixed_article_and_book.xml")
    assert [(one.kind, one.pmid) for one in read_records(path)] == [
        ("article", "27797938"),
        ("book", "20301295"),
        ("article", "28775130"),
    ]


def test_deletions_are_told():
    entries = list(read_records(reference("pubmed", "recorded", "derived", "deletecitation.xml")))
    assert isinstance(entries[-1], Deleted)
    assert len(entries[-1].pmids) == 23


def test_formulas_are_marked_as_lossy():
    for name, pmid in (("mathml", "30108519"), ("mathml", "29963580"), ("mathml_unprefixed_jabref", "32759406")):
        assert read(f"derived/{name}.xml", pmid).lossy, pmid


def test_two_dates_may_name_two_years():
    entries = read_records(reference("pubmed", "recorded", "derived", "all_real_records.xml.gz"))
    differing = [one.years for one in entries if isinstance(one, Record) and len(one.years) == 2]
    assert len(differing) == 15  # one of them prints its issue as a MedlineDate


# A season or a range of months is no month.
@pytest.mark.parametrize("name", ["season", "medlinedate"])
def test_no_month_is_made_up(name):
    for record in read_records(reference("pubmed", "recorded", "derived", f"{name}.xml")):
        assert record.published.year in range(1960, 2030)
        assert record.published.month is None
        assert record.published.raw


def test_other_abstracts_stay_apart():
    for record in read_records(reference("pubmed", "recorded", "derived", "otherabstract.xml")):
        assert record.other_abstracts
        own = {section.text for section in record.abstract}
        assert not own & {section.text for other in record.other_abstracts for section in other.sections}
