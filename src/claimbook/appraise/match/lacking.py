"""An intervention that a record names only as what was left out of it: 'no massage', 'decaffeinated coffee'. Pure."""

import re

from claimbook.appraise.match.sought import REPORTED, Sought
from claimbook.appraise.match.values import INDIRECT, PARTIAL, Directness
from claimbook.appraise.match.words import Mention
from claimbook.appraise.text.lexicon import fold, folded_pattern
from claimbook.appraise.text.reading import Text

_REACH = 40
_NOT_DONE_BEFORE = folded_pattern(
    r"\b(?:no|without|never|non|not (?:doing|using|taking|having|receiving|eating|drinking)|absence of|lack of) "
    r"(?:any )?$|\bnon-$"
)
_EMPTY_BEFORE = folded_pattern(
    r"\b(?:de-?caf(?:feinated|f)?|de-?alcoholi[sz]ed|defatted|denatured|inactivated|detuned|sham|fake|imitation|mock|"
    r"dummy|simulated|placebo)[\s-]$"
)
_EMPTY_BEHIND = folded_pattern(r"-free\b| free (?!of\b|sugars?\b)[a-z]+|[\s-](?:placebos?|substitutes?|analogues?)\b")
_LESS_BEFORE = folded_pattern(
    r"\b(?:avoidance|avoiding|abstinence|abstention|withdrawal|withdrawing|cessation|restriction|restricting|"
    r"deprivation|elimination|eliminating|exclusion|omission|omitting|stopping|quitting) (?:of |from )?(?:\w+ )?$|"
    r"\b(?:low|reduced)-$"
)
_LESS_BEHIND = folded_pattern(
    r"[\s-](?:avoidance|abstinence|abstention|withdrawal|cessation|restriction|restricted|deprivation|elimination|"
    r"exclusion|omission|reduction)\b"
)
"""Around what people gave up or had less of."""


def lacking_in(sought: Sought) -> tuple[Directness, str, float] | None:
    """How far a study that names an intervention only by its lack bears on it; None where it was done."""
    text, named = sought.reading.text, sought.whole(*REPORTED)
    if _asks_for_less(sought.asked.phrase) or not named:
        return None
    if all(_is_empty(one, text) for one in named):
        return INDIRECT, "named only as what was not done, or as a form without its effect", 0.6
    if all(_is_empty(one, text) or _is_less(one, text) for one in named):
        return PARTIAL, "named only as what people gave up or had less of", 0.6
    return None


def _asks_for_less(phrase: str) -> bool:
    said = f" {fold(phrase)} "
    cues = (_NOT_DONE_BEFORE, _EMPTY_BEFORE, _LESS_BEFORE)
    parts = [said[: found.end()] for found in re.finditer(r"[\s-]", said)]
    return any(cue.search(part) for cue in cues for part in parts) or any(
        cue.search(said) for cue in (_EMPTY_BEHIND, _LESS_BEHIND)
    )


def _is_empty(mention: Mention, text: Text) -> bool:
    before, behind = _beside(mention, text)
    cues = (_NOT_DONE_BEFORE.search(before), _EMPTY_BEFORE.search(before), _EMPTY_BEHIND.match(behind))
    return any(cue is not None for cue in cues)


def _is_less(mention: Mention, text: Text) -> bool:
    before, behind = _beside(mention, text)
    return _LESS_BEFORE.search(before) is not None or _LESS_BEHIND.match(behind) is not None


def _beside(mention: Mention, text: Text) -> tuple[str, str]:
    passage, span = fold(text.passages[mention.span.where].text), mention.span
    return passage[max(0, span.start - _REACH) : span.start], passage[span.end : span.end + _REACH]
