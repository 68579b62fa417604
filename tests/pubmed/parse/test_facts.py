"""The line that is kept of a record holds its facts and no sentence of its abstract."""

from claimbook.pubmed.parse import facts_of
from tests.pubmed.parse.plain import answer, article, only_record

ABSTRACT = (
    '<Abstract><AbstractText Label="AIM">Secret words here.</AbstractText>'
    '<AbstractText Label="END">Four more secret words.</AbstractText></Abstract>'
)
LINKS = (
    '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>99000777</PMID></CommentsCorrections>'
    '<CommentsCorrections RefType="Cites"><PMID>99000778</PMID></CommentsCorrections></CommentsCorrectionsList>'
)


def test_facts_without_the_abstract():
    record = only_record(answer(article(body=f"<ArticleTitle>T</ArticleTitle>{ABSTRACT}", citation=LINKS)))
    facts = facts_of(record)
    assert "ecret" not in facts.model_dump_json()
    assert facts.abstract_words == 7
    assert facts.notices == (("RetractionIn", "99000777"),)
    assert facts.retracted
    assert (facts.title, facts.status) == ("T", "MEDLINE")
    assert facts.model_validate_json(facts.model_dump_json()) == facts


def test_hash_tells_any_change_of_the_abstract():
    changed = ABSTRACT.replace("Four", "Five"), ABSTRACT.replace("AIM", "GOAL"), ABSTRACT.replace(" here.", "here.")
    hashes = {facts_of(only_record(answer(article(body=one)))).abstract_sha256 for one in (ABSTRACT, *changed)}
    assert len(hashes) == 4
    assert facts_of(only_record(answer(article()))).abstract_sha256 is None


# A hostile value must not break the writing of a whole file.
def test_odd_values_do_not_break_the_line():
    ids = '<ArticleId IdType="pmc">no number</ArticleId><ArticleId IdType="doi">x y</ArticleId>'
    data = f"<ArticleIdList>{ids}</ArticleIdList>"
    link = LINKS.replace("99000777", "not a number")
    facts = facts_of(only_record(answer(article(body="<ArticleTitle/>", citation=link, data=data))))
    assert (facts.title, facts.pmcid, facts.doi) == ("", None, "x y")
