"""ClaimReview: in the name of a person, for the verdict that stands, in words."""

import json
import re

import pytest

from claimbook.exports.claimreview import LONGEST_CLAIM, claim_review, short_claim, why_no_claim_review
from claimbook.model.problems import ProblemsFoundError
from claimbook.model.terms import NATURE
from claimbook.synthesis.details.confirmed import confirmation_of, outdated
from tests.exports.demo import SIGNED, loaded, weigh_article, weighed
from tests.report.demo import HOSTILE
from tests.synthesis.factory import SAFE, claim, match, outcome, study

ELSEWHERE = study("other", matched=match(answers="different"))
KNOWN = {
    "url": "https://example.org/hum",
    "publisher": "Hum Weekly",
    "date": "2026-01",
    "report_url": "https://check.example.org/reports/",
}


def confirmed(*studies, of=None, **changes):
    """A claim whose computed verdict somebody confirmed."""
    computed = weighed(*studies, of=of).claims[0].primary.advice.verdict
    return weighed(*studies, of=of, signed=SIGNED | {"verdict": computed.value}, **changes)


def review(found):
    return json.loads(claim_review(found))


def test_the_verdict_is_told_in_words_with_its_sentence():
    found = confirmed()
    told = review(found)
    primary = found.claims[0].primary
    assert told["reviewRating"] == {
        "@type": "Rating",
        "alternateName": primary.advice.verdict.words,
        "ratingExplanation": f"{primary.sentence} {NATURE}",
    }
    assert (told["@context"], told["@type"]) == ("https://schema.org", "ClaimReview")
    assert (told["author"], told["datePublished"]) == ({"@type": "Person", "name": "Ada Invented"}, "2026-02-03")
    assert told["claimReviewed"] == "Humming eases knee pain."


def test_it_speaks_the_language_of_the_article():
    assert review(confirmed())["inLanguage"] == "en"
    told = review(confirmed(language="de"))
    assert told["inLanguage"] == "de"
    assert told["reviewRating"]["alternateName"] == "Übertrieben"
    assert "GRADE-Bewertung" in told["reviewRating"]["ratingExplanation"]


@pytest.mark.parametrize(
    ("studies", "of"),
    [
        ((), None),
        ((ELSEWHERE,), None),
        ((study("aria", bias=SAFE, n=900),), None),
        ((), claim(outcome(strength="none"))),
    ],
    ids=["uncertain", "not directly studied", "one trial", "cannot be assessed"],
)
def test_no_rating_is_a_number(studies, of):
    # protects: a dial that adds direction, certainty and amount up, or puts 'not directly studied' on it
    found = confirmed(*studies, of=of)
    assert set(review(found)["reviewRating"]) == {"@type", "alternateName", "ratingExplanation"}
    assert not re.search(r"ratingValue|bestRating|worstRating|evidenceLevel", claim_review(found))


def test_not_directly_studied_is_said_as_such():
    assert review(confirmed(ELSEWHERE))["reviewRating"]["alternateName"] == "Not directly studied"


def test_what_is_not_known_is_left_out():
    told = review(confirmed())
    assert "url" not in told
    assert told["itemReviewed"] == {
        "@type": "Claim",
        "text": "Humming eases knee pain.",
        "appearance": {"@type": "CreativeWork", "headline": "Hum yourself well"},
    }


def test_what_is_known_of_the_article_is_told():
    told = review(confirmed(**KNOWN))
    publisher = {"@type": "Organization", "name": "Hum Weekly"}
    assert told["url"] == "https://check.example.org/reports/demo/humming.html"
    assert (told["itemReviewed"]["author"], told["itemReviewed"]["datePublished"]) == (publisher, "2026-01")
    assert told["itemReviewed"]["appearance"]["url"] == "https://example.org/hum"


def refusal(found):
    with pytest.raises(ProblemsFoundError) as refused:
        claim_review(found)
    (problem,) = refused.value.problems
    return problem


def test_nobody_confirmed_nothing_is_published():
    found = refusal(weighed())
    assert found.code == "no-claim-review"
    assert "nobody has confirmed the verdict" in found.message
    assert "confirmed" in found.hint


def test_a_verdict_that_has_changed_since_is_confirmed_by_nobody():
    # protects: a person's name under a verdict that she never saw
    found = weighed(signed=SIGNED | {"verdict": "supported"})
    assert refusal(found).message == (
        "there is no ClaimReview: Ada Invented confirmed the verdict “Supported” on 2026-02-03; it no longer counts, "
        f"because the rules now give “{found.claims[0].primary.advice.verdict.words}”"
    )
    (old,) = outdated(found.claims)
    assert (old.claim, old.counts) == ("humming", False)
    assert outdated(confirmed().claims) == ()


def test_who_confirmed_is_told_with_the_reason():
    words = confirmation_of(confirmed().claims[0]).words
    assert words.startswith("Ada Invented confirmed the verdict “")
    assert words.endswith("” on 2026-02-03. Reason: Read as the rules read it.")
    assert confirmation_of(weighed().claims[0]) is None


def test_an_article_has_no_review_of_its_own():
    signed = SIGNED | {"verdict": "uncertain"}
    two = weigh_article(loaded(signed=signed))
    doubled = type(two)(two.article, two.collection, two.claims * 2, two.studies, two.labels, two.notices)
    assert "one claim" in why_no_claim_review(doubled)


def test_it_can_stand_in_a_page():
    # protects: a title that ends the script it is put into
    text = claim_review(confirmed(title=HOSTILE, publisher=HOSTILE))
    assert not set("<>&") & set(text)
    assert json.loads(text)["itemReviewed"]["appearance"]["headline"] == HOSTILE


@pytest.mark.parametrize(
    ("statement", "heading", "short"),
    [
        ("Short.", "Heading", "Short."),
        ("word " * 30, "Heading", "Heading"),
        ("word " * 30, "head " * 30, "word " * 13 + "word…"),
        ("x" * 200, "y" * 200, "x" * 74 + "…"),
    ],
)
def test_the_claim_is_short_enough_to_be_shown(statement, heading, short):
    found = short_claim(statement, heading)
    assert found == short
    assert len(found) <= LONGEST_CLAIM
