"""A term that PubMed would rewrite is shown where an editor wrote it."""

import pytest

from claimbook.project.documents import parse_files
from claimbook.pubmed.query.check import check_searches, queries_of
from tests.project.miniature import ARTICLE, CLAIM, printed, write_project


def files(root, concept="terms: [knee]", search="", **others):
    claim = CLAIM.replace("search:", f"concepts:\n  knee:\n    {concept}\nsearch:") + "  population: [knee]\n" + search
    return parse_files(write_project(root, claim=claim, **others), "demo")


def check(root, *args, **others):
    return printed(check_searches(files(root, *args, **others)))


def test_the_place_is_the_very_character(tmp_path):
    assert (
        check(tmp_path, "terms: [knee, kn*]")
        == """\
claims/demo/knee.yaml:18:21 'kn*' has fewer than 4 letters before the *  [short-wildcard]
   18 |     terms: [knee, kn*]
      |                     ^
   PubMed asks for at least four letters before * (PubMed User Guide; CoLRev search-query rule PUBMED_0003); write \
more letters, or the words themselves with OR between them
"""
    )


@pytest.mark.parametrize(
    ("concept", "place", "code"),
    [
        ('terms: ["sore “knee”"]', "18:19", "odd-character"),
        ("terms: ['hip', 'knee OR hip']", "18:26", "operator-in-term"),
        ("terms: ['\"knee\"']", "18:14", "quote-in-term"),
        ("terms:\n      - knee\n      - knee[ti]", "20:13", "tag-in-term"),
        ("terms: [{near: knee, within: 2}]", "18:20", "near-one-word"),
        ("terms: [{near: sore knee*, within: 2}]", "18:29", "near-with-wildcard"),
        ("terms:\n      - >-\n        sore\n        kn*ee", "19:9", "wildcard-inside"),
        ('terms: ["knee\\thip"]', "18:13", "unseen-character"),
        ("terms: [knee]\n    mesh: [Knee/surgery]", "19:16", "sign-in-heading"),
        ("terms: [knee]\n    mesh: [{heading: Pain, qualifier: 'the*'}]", "19:22", "sign-in-heading"),
    ],
)
def test_each_kind_of_value_is_judged_at_its_place(tmp_path, concept, place, code):
    shown = check(tmp_path, concept)
    assert shown.startswith(f"claims/demo/knee.yaml:{place} ")
    assert f"[{code}]" in shown.splitlines()[0]


def test_shared_concepts_are_judged_in_their_own_file_and_once(tmp_path):
    article = ARTICLE.replace("[walking]", "[walking, an*]")
    found = check_searches(files(tmp_path, article=article))
    assert [(str(one.place), one.code) for one in found] == [("claims/demo/article.yaml:6:24", "short-wildcard")]


def test_a_hundred_odd_signs_in_one_term_are_one_mistake(tmp_path):
    assert len(check_searches(files(tmp_path, f"terms: [knee{'🦵' * 100}]"))) == 1


def test_only_what_is_searched_for_can_be_done_without(tmp_path):
    assert check(tmp_path, "terms: [sore knee]", "  accept: [Sore Knee, walking]\n") == ""
    assert (
        check(tmp_path, "terms: [sore knee]", "  accept: [sore knees]\n")
        == """\
claims/demo/knee.yaml:22:12 the search has no term 'sore knees' that it could do without. Did you mean 'sore knee'?  \
[unknown-term]
   22 |   accept: [sore knees]
      |            ^
   write it as a term or a heading of the search has it, or take it out
"""
    )


@pytest.mark.parametrize(("written", "meant"), [("deutsch", "german"), ("Espanol", "spanish")])
def test_a_language_has_its_english_name(tmp_path, written, meant):
    # protects: from a limit that no record meets
    told = check(tmp_path, search=f"  languages: [english, {written}]\n")
    assert f"knee.yaml:22:24 '{written}' is no English name of a language. Did you mean '{meant}'?" in told


def test_a_language_is_no_place_for_operators(tmp_path):
    assert "knee.yaml:22:23 'OR' stands within a term" in check(tmp_path, search="  languages: [english OR german]\n")


def test_a_claim_without_mistakes_has_a_query_beside_a_broken_one(tmp_path):
    found = files(tmp_path)
    assert queries_of(found, ())["knee"].text == "(walking[tiab]) AND (knee[tiab])"
    broken = files(tmp_path, "terms: [kn*]")
    assert queries_of(broken, check_searches(broken)) == {}


def test_a_broken_article_file_leaves_no_query(tmp_path):
    found = files(tmp_path, article=ARTICLE.replace("title:", "titel:"))
    assert queries_of(found, found.problems) == {}
    assert check_searches(found) == ()
