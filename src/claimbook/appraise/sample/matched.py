"""People who were matched, told as pairs or as so many in each group: '286 pairs were matched' are 572 people."""

import re

from claimbook.appraise.sample.forms import ARM_PEOPLE, size_of
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import ArmRead, Read

_MATCHING = words("match matched matching propensity pairs")
_MATCH = folded_pattern(r"\b(?:match(?:ed|ing)|propensity)\b")
_N = r"(?<![\w.,%/-])(?P<n>\d{1,3}(?:[, \u2009\u202f]\d{3})+|\d{2,6})"
_PAIRS = folded_pattern(rf"{_N} (?:[a-z-]+ ){{0,3}}?pairs\b(?! of)")
_NO_PAIRS = folded_pattern(r"(?:\b(?:twin|sib(?:ling)?|base|primer|eye|case-control)|[a-z]-[a-z]+) pairs\b")
_IN_EACH = folded_pattern(
    rf"{_N} (?:matched )?(?:{ARM_PEOPLE} )?(?:were |remained |remaining )?"
    r"(?:(?:in each|per)(?: of the)?(?: two)?(?: matched)? (?:group|arm|cohort)|"
    r"in both (?:matched )?(?:groups|arms|cohorts)|each\b)"
)
_EACH_HAD = folded_pattern(
    r"\beach (?:matched )?(?:group|arm|cohort) (?:now )?(?:included|contained|comprised|had|consisted of|of|with) "
    r"(?:a total of )?(?P<n>\d{1,3}(?:[, \u2009\u202f]\d{3})+|\d{2,6})(?![\w%]|\.\d)"
)
_SURE = 0.85
_AFTER_MATCHING = folded_pattern(
    r"\b(?:after|following|by|through|using|upon|with)\s(?:[\w:-]+ ){0,5}?match(?:ing|ed)\b|"
    r"\bmatch(?:ing|ed)? (?:[\w-]+ ){0,3}?(?:yielded|resulted|produced|identified|left|created|gave|led|included|"
    r"comprised|retained|consisted)\b|\bmatched (?:(?:1:\d|[a-z-]+) ){0,3}?(?:with|to)\b|"
    r"\b(?:were|was) (?:[\w-]+ )?matched\b|\bwe (?:[\w-]+ )?matched\b"
)
"""That groups stand in it who were matched, and not those among whom they were sought."""
_UNNAMED: Read[str] = Read.missing("arms.unnamed")


def matched_pairs(text: Text) -> tuple[Read[int], tuple[ArmRead, ...]] | None:
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


def are_matched(sentence: Sentence) -> bool:
    """Whether the groups of a sentence are those who were matched."""
    return not _MATCHING.isdisjoint(sentence.words) and _AFTER_MATCHING.search(sentence.folded) is not None


def _number_in(said: str) -> re.Match[str] | None:
    pairs = _PAIRS.search(said)
    return pairs if pairs and not _NO_PAIRS.search(pairs[0]) else _IN_EACH.search(said) or _EACH_HAD.search(said)
