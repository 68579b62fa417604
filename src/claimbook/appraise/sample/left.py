"""People who were left when some were lost, where all three numbers are printed: 480, of whom 36 left, and 444."""

from collections.abc import Sequence

from claimbook.appraise.sample.mentions import Mention
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.model.appraisal import Read

_LOST = folded_pattern(
    r"^(?:\s(?!and\b|not\b|no\b)[a-z-]+){0,4}?(?:\s?\([^()]{1,20}\))?(?:\s(?!and\b|not\b|no\b)[a-z-]+){0,4}?\s"
    r"(?:excluded|inadequate|missing|lost|dropped|withdrew|withdrawn|incomplete|insufficient|unavailable|discontinued|"
    r"declined|died|unusable|failed)\b"
)
_SURE, _BEHIND = 0.5, 120
_MISSING: Read[int] = Read.missing("sample.analysed-not-stated")


def left_of(total: Read[int], mentions: Sequence[Mention]) -> Read[int]:
    """Those analysed, where a number is the whole less another that counts people who were lost."""
    if total.value is None or len(total.spans) > 1:
        return _MISSING
    whole, values = total.value, {one.value for one in mentions}
    lost = (one for one in mentions if 2 * one.value <= whole and whole - one.value in values)
    left = {whole - one.value for one in lost if _is_lost(one)}
    found = (one for one in mentions if one.value in left and not _is_lost(one))
    first = next(found, None) if left else None
    return Read(first.value, "explicit", _SURE, (first.span,), rule="sample.left") if first else _MISSING


def _is_lost(one: Mention) -> bool:
    end = one.place[1]
    return _LOST.match(one.sentence.folded[end : end + _BEHIND]) is not None
