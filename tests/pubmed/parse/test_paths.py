"""Cutting by bytes changes nothing: a plain reading of the whole document gives the same records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from claimbook.model.record import Record
from claimbook.pubmed.parse import Deleted, Unreadable, read_records
from claimbook.pubmed.parse.stream import READERS
from tests.pubmed.parse.plain import answer, article, plain
from tests.pubmed.parse.second_reading import reading, records
from tests.pubmed.parse.test_recorded import SETS, content, names
from tests.reference_folder import reference


def whole(document: bytes) -> list[Record]:
    """Each record read in place, from one tree of the whole document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(document, parser)
    return [READERS[one.tag](one) for one in ([root] if root.tag in READERS else root) if one.tag in READERS]


@pytest.mark.parametrize("name", names(SETS) or ["derived"])
def test_recorded_files(name):
    document = content(reference("pubmed", "recorded", name))
    assert [entry for entry in read_records(document) if not isinstance(entry, Deleted)] == whole(document)


# Tags of records in places where they are mere text, and white space where XML allows it.
TRICKS = st.sampled_from(
    [
        "<!-- </PubmedArticle> -->",
        "<!-- <PubmedArticle> <ReferenceList> -->",
        "<![CDATA[</PubmedArticle><PubmedArticle>]]>",
        "<![CDATA[<History>]]>",
        "<?x </PubmedArticle>?>",
        "<?y <!-- ?>",
        "&lt;/PubmedArticle&gt;",
        "<i a='/PubmedArticle>'>?</i>",
        '<i a="it\'s > that"/>',
        "!?!",
        "<b>?!</b>",
        "\n\t ",
        "ß𝒳",
        "]]&gt;",
    ]
)
DATA = st.sampled_from(
    [
        "",
        "<History/>",
        "<History><PubMedPubDate/></History>",
        "<ReferenceList/>",
        "<ReferenceList><ArticleIdList><ArticleId IdType='doi'>10.9999/x</ArticleId></ArticleIdList></ReferenceList>",
        "<ReferenceList><ReferenceList></ReferenceList></ReferenceList>",
        "<ReferenceList></ReferenceList><ReferenceList></ReferenceList>",
        "<ReferenceList ></ReferenceList >",
        "<ArticleIdList><ArticleId IdType='doi'>10.9999/own</ArticleId></ArticleIdList>",
        "<!-- <History> --><History></History>",
        "<ReferenceList><!-- </ReferenceList> --></ReferenceList>",
    ]
)


@given(st.lists(st.tuples(st.lists(TRICKS, max_size=5), st.lists(DATA, max_size=4), st.sampled_from(["", " ", "\n"]))))
def test_tricky_records(pieces):
    made = [
        article(body=f"<ArticleTitle>a{''.join(tricks)}z</ArticleTitle>", data="".join(data)).replace(
            "PubmedArticle>", f"PubmedArticle{space}>"
        )
        for tricks, data, space in pieces
    ]
    document = answer(*made).encode()
    assert list(read_records(document)) == whole(document)


LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\r"), max_size=30)
INLINE = st.recursive(
    LETTERS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    lambda inner: st.tuples(st.sampled_from(["i", "b", "u", "sup", "sub"]), st.lists(inner, max_size=3)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=8,
)
YES_NO = st.sampled_from(["Y", "N"])


@st.composite
def articles(draw):
    """Arbitrary records rendered to XML."""
    text = lambda: draw(INLINE)  # noqa: E731 - reads as what it is
    many = lambda make, most=3: "".join(make() for _ in range(draw(st.integers(0, most))))  # noqa: E731
    sections = many(lambda: f'<AbstractText Label="{draw(st.sampled_from("AB"))}">{text()}</AbstractText>')
    authors = many(
        lambda: (
            f'<Author ValidYN="{draw(YES_NO)}"><LastName>n{text()}</LastName><Initials>{text()}</Initials>'
            f"<AffiliationInfo><Affiliation>{text()}</Affiliation></AffiliationInfo></Author>"
        )
    )
    mesh = many(
        lambda: (
            f'<MeshHeading><DescriptorName UI="D1" MajorTopicYN="{draw(YES_NO)}">{text()}</DescriptorName>'
            f'<QualifierName UI="Q1" MajorTopicYN="{draw(YES_NO)}">{text()}</QualifierName></MeshHeading>'
        )
    )
    links = many(
        lambda: f'<CommentsCorrections RefType="ErratumIn"><RefSource>{text()}</RefSource></CommentsCorrections>'
    )
    ids = many(lambda: f'<ArticleId IdType="doi">d{text()}</ArticleId>')
    body = (
        f"<ArticleTitle>{text()}</ArticleTitle><Abstract>{sections}</Abstract><AuthorList>{authors}</AuthorList>"
        f"<Language>{text()}</Language><VernacularTitle>{text()}</VernacularTitle>"
    )
    citation = (
        f"<MeshHeadingList>{mesh}</MeshHeadingList><CommentsCorrectionsList>{links}</CommentsCorrectionsList>"
        f'<OtherAbstract Language="xx">{sections}</OtherAbstract><CoiStatement>{text()}</CoiStatement>'
    )
    pmid = str(draw(st.integers(99_000_001, 99_999_999)))
    return article(pmid, body, citation, f"<ArticleIdList>{ids}</ArticleIdList>")


# Arbitrary records come back as a second reading of the same XML holds them.
@given(st.lists(articles(), min_size=1, max_size=3))
def test_rendered_records_come_back(tmp_path_factory, made):
    path = tmp_path_factory.mktemp("rendered") / "set.xml"
    path.write_bytes(answer(*made).encode())
    entries = list(read_records(path))
    assert not any(isinstance(entry, Unreadable) for entry in entries)
    assert [plain(entry) for entry in entries] == [reading(record) for record in records(path)]
