"""People who were matched, told as pairs or as so many in each group: '286 pairs were matched' are 572 people."""

import re

from claimbook.appraise.sample.forms import PEOPLE, size_of
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import ArmRead, Read

_MATCHING = words("matched matching propensity pairs")
_MATCH = folded_pattern(r"\b(?:match(?:ed|ing)|propensity)\b")
_N = r"(?<![\w.,%/-])(?P<n>\d{1,3}(?:[, \u2009\u202f]\d{3})+|\d{2,6})"
_PAIRS = folded_pattern(rf"{_N} (?:[a-z-]+ ){{0,3}}?pairs\b(?! of)")
_NO_PAIRS = folded_pattern(r"(?:\b(?:twin|sib(?:ling)?|base|primer|eye|case-control)|[a-z]-[a-z]+) pairs\b")
_IN_EACH = folded_pattern(
    rf"{_N} (?:matched )?(?:{PEOPLE} )?(?:were |remained |remaining )?"
    r"(?:(?:in each|per)(?: matched)? (?:group|arm|cohort)|in both (?:matched )?(?:groups|arms|cohorts)|each\b)"
)
_SURE = 0.85
_UNNAMED: Read[str] = Read.missing("arms.unnamed")


def pairs_in(text: Text) -> tuple[Read[int], tuple[ArmRead, ...]] | None:
    """All people who were matched, and the two groups; None where no number of pairs is told."""
    for sentence in text.in_roles(Role.METHODS, Role.RESULTS, Role.OTHER):
        if _MATCHING.isdisjoint(sentence.words) or not _MATCH.search(sentence.folded):
            continue
        if (found := _number_in(sentence.folded)) is not None:
            many, span = size_of(found["n"]), sentence.span_of(found, "n")
            total = Read(2 * many, "inferred", _SURE, (span,), rule="sample.matched-pairs")
            group = ArmRead(_UNNAMED, Read(many, "explicit", _SURE, (span,), rule="arms.matched-pairs"))
            return total, (group, group)
    return None


def _number_in(said: str) -> re.Match[str] | None:
    pairs = _PAIRS.search(said)
    return pairs if pairs and not _NO_PAIRS.search(pairs[0]) else _IN_EACH.search(said)
