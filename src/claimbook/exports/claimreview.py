"""ClaimReview (https://schema.org/ClaimReview): only of a verdict that a named person confirmed.

The rating is told in words. There is no number: verdicts stand for direction, certainty and amount together, and *not
directly studied* is no point on a scale at all. Search engines no longer show ClaimReview; fact-check archives read it.
"""

import json
from collections.abc import Mapping

from claimbook.exports.text import one_line
from claimbook.exports.weighed import Weighed
from claimbook.language.speak import speaking, spoken
from claimbook.model.assessment import ClaimAssessment
from claimbook.model.claim import Article
from claimbook.model.problems import problem
from claimbook.model.terms import NATURE
from claimbook.synthesis.details.confirmed import Confirmed, confirmation_of

LONGEST_CLAIM = 75  # characters that readers of ClaimReview show
_SCHEMA = "https://schema.org"
_IN_A_PAGE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def why_no_claim_review(weighed: Weighed) -> str | None:
    """Why there can be no ClaimReview, in a sentence; None where there can be one."""
    if len(weighed.claims) != 1:
        return "a ClaimReview is about one claim, and this is a whole article"
    confirmed = confirmation_of(weighed.claims[0])
    if confirmed is None:
        return "nobody has confirmed the verdict; a ClaimReview is published only in the name of a person"
    return None if confirmed.counts else confirmed.words.removesuffix(".")


def claim_review(weighed: Weighed) -> str:
    """JSON-LD that can stand in a page as it is: no character of it ends a script.

    Raises:
        ProblemsFoundError: nobody confirmed the verdict, or the confirmed one is no longer the computed one.
    """
    reason = why_no_claim_review(weighed)
    confirmed = None if reason else confirmation_of(weighed.claims[0])
    if confirmed is None:
        hint = "confirm it in the claim file: confirmed, with by, date, verdict and why"
        raise problem("no-claim-review", f"there is no ClaimReview: {reason}", hint=hint)
    with speaking(weighed.article.language):
        review = _review(weighed.article, weighed.claims[0], confirmed)
    text = json.dumps(review, indent=1, ensure_ascii=False)
    return text.translate(_IN_A_PAGE) + "\n"


def _review(article: Article, assessment: ClaimAssessment, confirmed: Confirmed) -> dict[str, object]:
    claim = assessment.claim
    folder = article.report_url.rstrip("/") if article.report_url else None
    return _known(
        {
            "@context": _SCHEMA,
            "@type": "ClaimReview",
            "url": f"{folder}/{article.id}/{claim.id}.html" if folder else None,
            "inLanguage": article.language,
            "datePublished": confirmed.signed.date,
            "author": {"@type": "Person", "name": one_line(confirmed.signed.by)},
            "claimReviewed": short_claim(claim.statement, claim.heading),
            "itemReviewed": _claimed(article, claim.statement),
            "reviewRating": _rating(assessment),
        }
    )


def _rating(assessment: ClaimAssessment) -> dict[str, object]:
    return {
        "@type": "Rating",
        "alternateName": spoken(assessment.primary.advice.verdict.words),
        "ratingExplanation": f"{one_line(spoken(assessment.primary.sentence))} {spoken(NATURE)}",
    }


def _claimed(article: Article, statement: str) -> dict[str, object]:
    """What was claimed, by whom and where, as far as it is known."""
    publisher = {"@type": "Organization", "name": one_line(article.publisher)} if article.publisher else None
    appeared = {
        "@type": "CreativeWork",
        "headline": one_line(article.title),
        "url": article.url,
        "datePublished": article.date,
        "publisher": publisher,
    }
    return _known(
        {
            "@type": "Claim",
            "text": one_line(statement),
            "author": publisher,
            "datePublished": article.date,
            "appearance": _known(appeared),
        }
    )


def short_claim(statement: str, heading: str) -> str:
    """The claim in at most 75 characters: our words, else the article's heading, else our words cut at a word."""
    whole = [one_line(text) for text in (statement, heading)]
    fitting = next((text for text in whole if len(text) <= LONGEST_CLAIM), None)
    if fitting is not None:
        return fitting
    cut = whole[0][: LONGEST_CLAIM - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;:") + "…"


def _known(values: Mapping[str, object | None]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}
