"""Difficulties that no recorded file has, in miniature records that are visibly made up."""

import pytest

from claimbook.model.record import Author, PartialDate
from claimbook.pubmed.parse import Deleted, Unreadable, read_records
from tests.pubmed.parse.plain import answer, article, only_record


def titled(inner: str):
    return only_record(answer(article(body=f"<ArticleTitle>{inner}</ArticleTitle>")))


def notices(*kinds: str) -> str:
    links = "".join(
        f'<CommentsCorrections RefType="{kind}"><RefSource>J Made Up. 2031</RefSource><PMID>99000777</PMID>'
        "</CommentsCorrections>"
        for kind in kinds
    )
    return f"<CommentsCorrectionsList>{links}</CommentsCorrectionsList>"


@pytest.mark.parametrize(
    ("kind", "retracted", "concern", "corrected"),
    [
        ("RetractionIn", True, False, False),
        ("RetractedandRepublishedIn", True, False, False),
        ("RetractionOf", False, False, False),
        ("ExpressionOfConcernIn", False, True, False),
        ("ExpressionOfConcernFor", False, False, False),
        ("ErratumIn", False, False, True),
        ("ErratumFor", False, False, False),
        ("CommentIn", False, False, False),
        ("Cites", False, False, False),
    ],
)
def test_a_link_alone_tells_what_happened(kind, retracted, concern, corrected):
    record = only_record(answer(article(citation=notices(kind))))
    assert (record.is_retracted, record.has_concern, record.is_corrected) == (retracted, concern, corrected)
    assert record.pmid == "99000001"


def test_a_publication_type_alone_tells_a_retraction():
    types = '<PublicationTypeList><PublicationType UI="D016441">Any Name</PublicationType></PublicationTypeList>'
    assert only_record(answer(article(body=types))).is_retracted


def test_a_notice_may_lack_its_pmid():
    link = '<CommentsCorrections RefType="ErratumIn"><RefSource>J Made Up. 2031</RefSource></CommentsCorrections>'
    record = only_record(answer(article(citation=f"<CommentsCorrectionsList>{link}</CommentsCorrectionsList>")))
    assert record.notices[0].pmid is None


def test_later_version_is_kept():
    assert only_record(answer(article().replace('Version="1"', 'Version="2"'))).version == 2


def test_superseded_names_are_left_out():
    authors = (
        '<AuthorList CompleteYN="N"><Author ValidYN="N"><LastName>Old</LastName></Author>'
        '<Author ValidYN="Y"><LastName>New</LastName><Initials>A</Initials><Suffix>Jr</Suffix></Author>'
        "<Author><CollectiveName>The <i>Made-Up</i> Group</CollectiveName></Author></AuthorList>"
    )
    record = only_record(answer(article(body=authors)))
    assert [one.name for one in record.authors] == ["New A Jr", "The Made-Up Group"]
    assert not record.authors_complete


def test_sixty_authors_in_their_order():
    people = "".join(f"<Author><LastName>Name{number}</LastName></Author>" for number in range(60))
    record = only_record(answer(article(body=f"<AuthorList>{people}</AuthorList>")))
    assert record.authors == tuple(Author(last=f"Name{number}") for number in range(60))


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("&lt;script&gt;alert(1)&lt;/script&gt; in rats", "<script>alert(1)</script> in rats"),
        ("<i><i>GENE</i></i> and <sup>13</sup>C", "GENE and 13C"),
        ("p <u>&lt;</u> 0.05 &amp;lt; &#x3b2;&#946;", "p < 0.05 &lt; ββ"),
        ("\n   Printed\n      on  two\tlines \n", "Printed on  two lines"),
        ("5\u00a0mg\u2009/\u202fday\u00a0", "5\u00a0mg\u2009/\u202fday\u00a0"),
        ("مرحبا \u202eabc\u202c עולם", "مرحبا \u202eabc\u202c עולם"),
        ("a<!-- hidden -->b<![CDATA[<i>&amp;]]>c<?pi x?>d", "ab<i>&amp;cd"),
        ("\U0001f9ea " * 1_500, ("\U0001f9ea " * 1_500).strip()),
        ("", ""),
    ],
)
def test_title_is_what_a_person_reads(inner, title):
    assert titled(inner).title == title


def test_markup_of_a_title_is_kept_beside_its_text():
    record = titled("On &lt;<i>B. &amp; <b>x</b></i> &gt; y")
    assert record.title_markup == "On &lt;<i>B. &amp; <b>x</b></i> &gt; y"
    assert titled("plain &lt;").title_markup is None


@pytest.mark.parametrize(
    "formula",
    [
        '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math>',
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>',
        "<math><mi>x</mi></math>",
    ],
)
def test_formulas_become_text_and_are_marked(formula):
    record = titled(f"when {formula} grows")
    assert (record.title, record.lossy) == ("when x grows", True)


# The prefix may be declared once, at the root of the set.
def test_prefix_declared_at_the_root():
    xml = answer(article(body="<ArticleTitle><mml:math><mml:mi>x</mml:mi></mml:math></ArticleTitle>"))
    with_prefix = xml.replace("<PubmedArticleSet>", '<PubmedArticleSet xmlns:mml="http://www.w3.org/1998/Math/MathML">')
    assert only_record(with_prefix).title == "x"
    assert isinstance(next(read_records(xml.encode())), Unreadable)


def test_an_abstract_of_ten_megabytes():
    long = "word " * 2_200_000
    abstract = f'<Abstract><AbstractText Label="ALL">{long}</AbstractText></Abstract>'
    assert only_record(answer(article(body=abstract))).abstract[0].text == long.strip()


@pytest.mark.parametrize(
    ("inner", "date"),
    [
        ("<Year>2031</Year><Month>Mar</Month><Day>04</Day>", PartialDate("2031 Mar 04", 2031, 3, 4)),
        ("<Year>2031</Year><Month>3</Month>", PartialDate("2031 3", 2031, 3)),
        ("<Year>2031</Year><Month>September</Month>", PartialDate("2031 September", 2031, 9)),
        ("<Year>2031</Year><Day>4</Day>", PartialDate("2031 4", 2031)),
        ("<Year>2031</Year><Month>13</Month><Day>4</Day>", PartialDate("2031 13 4", 2031)),
        ("<Year>2031</Year><Month>2</Month><Day>30</Day>", PartialDate("2031 2 30", 2031, 2)),
        ("<Year>2031</Year><Season>Spring</Season>", PartialDate("2031 Spring", 2031)),
        ("<MedlineDate>2031 Sep/Oct</MedlineDate>", PartialDate("2031 Sep/Oct", 2031)),
        ("<MedlineDate>2031 Dec-2032 Jan</MedlineDate>", PartialDate("2031 Dec-2032 Jan", 2031)),
        ("<MedlineDate>2031 Sep 2-8</MedlineDate>", PartialDate("2031 Sep 2-8", 2031)),
        ("<MedlineDate>2031 Sep 2</MedlineDate>", PartialDate("2031 Sep 2", 2031, 9, 2)),
        ("<MedlineDate>Winter 2031-2032</MedlineDate>", PartialDate("Winter 2031-2032", 2031)),
        ("<MedlineDate>no date</MedlineDate>", PartialDate("no date")),
        ("<Year>31</Year><Month>Mar</Month>", PartialDate("31 Mar")),
        ("<Year>²⁰³¹</Year>", PartialDate("²⁰³¹")),
        ("", None),
    ],
)
def test_dates_are_never_made_up(inner, date):
    issue = f"<Journal><JournalIssue><PubDate>{inner}</PubDate></JournalIssue></Journal>"
    assert only_record(answer(article(body=issue))).published == date


def test_identifiers_of_the_article_itself_only():
    data = (
        '<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9999/reference</ArticleId>'
        '<ArticleId IdType="pmc">PMC1</ArticleId></ArticleIdList></Reference></ReferenceList>'
    )
    assert only_record(answer(article(data=data))).doi is None
    own = '<ArticleIdList><ArticleId IdType="pubmed">99000001</ArticleId><ArticleId IdType="pmc">PMC99</ArticleId>'
    record = only_record(
        answer(article(data=f'{own}<ArticleId IdType="doi">10.9999/own</ArticleId></ArticleIdList>{data}'))
    )
    assert (record.doi, record.pmcid, record.other_ids) == ("10.9999/own", "PMC99", ())


# What PubMed marks as wrong is not taken from the other place either.
def test_invalid_doi_is_not_taken():
    wrong = '<ELocationID EIdType="doi" ValidYN="N">10.9999/wrong</ELocationID>'
    listed = '<ArticleIdList><ArticleId IdType="doi">10.9999/wrong</ArticleId></ArticleIdList>'
    assert only_record(answer(article(body=wrong, data=listed))).doi is None
    right = '<ELocationID EIdType="doi" ValidYN="Y">10.9999/right</ELocationID>'
    assert only_record(answer(article(body=wrong + right, data=listed))).doi == "10.9999/right"


def test_nested_reference_lists_do_no_harm():
    ids = '<ArticleIdList><ArticleId IdType="doi">10.9999/own</ArticleId></ArticleIdList>'
    nested = "<ReferenceList><ReferenceList><Title>a</Title></ReferenceList><Title>b</Title></ReferenceList>"
    assert only_record(answer(article(data=nested + ids + nested))).doi == "10.9999/own"


def test_old_affiliation_and_creation_date():
    body = "<AuthorList><Author><LastName>Old</LastName><Affiliation>Somewhere</Affiliation></Author></AuthorList>"
    created = "<DateCreated><Year>1999</Year></DateCreated>"
    assert only_record(answer(article(body=body, citation=created))).authors[0].affiliations == ("Somewhere",)


@pytest.mark.parametrize("root", ["PubmedArticleSet", "PubmedBookArticleSet"])
def test_deletions_only(root):
    xml = f"<{root}><DeleteCitation><PMID>99000001</PMID><PMID>99000002</PMID></DeleteCitation></{root}>"
    assert list(read_records(xml.encode())) == [Deleted(("99000001", "99000002"))]


def test_unknown_element_beside_records_is_told():
    entries = list(read_records(answer(article(), "<PubmedPoem/>").encode()))
    assert entries[1:] == [Unreadable(None, 2, "it is <PubmedPoem>")]
