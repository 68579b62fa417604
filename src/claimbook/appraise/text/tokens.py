"""The words of a text that count when it is looked through: folded, without those that say nothing about its topic."""

import re
import unicodedata

from claimbook.appraise.text.lexicon import words

STOPWORDS = words(
    "a all also an and any are as at be been being between both but by can could did do does during each for from had "
    "has have how if in into is it its may might more most no nor not of on only or other our should such than that "
    "the their them then there these they this those through to was we were what when which while who with would "
    "after before via"
)
"""Words that say nothing about the topic of a text."""
_TOKEN = re.compile(r"[^\W_]+")
_GREEK = str.maketrans({sign: unicodedata.name(sign).split()[-1].lower() for sign in "αβγδεζηθικλμνξοπρστυφχψω"})


def tokens(text: str) -> list[str]:
    """The words that count, folded: accents fall, Greek letters are spelled out (alpha, beta)."""
    folded = text.lower()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded).translate(_GREEK)
    return [token for token in _TOKEN.findall(folded) if token not in STOPWORDS]
