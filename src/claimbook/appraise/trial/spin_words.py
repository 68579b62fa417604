"""In which way a conclusion says more than the results, in words, by the rule that saw it."""

from collections.abc import Mapping
from types import MappingProxyType

from claimbook.language.said import said

SPIN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "spin.opposite-of-results": said("an effect is claimed, and the results tell the opposite"),
        "spin.positive-conclusion-of-no-effect": said("an effect is claimed, and the result that counts shows none"),
        "spin.only-within-groups": said("an effect is claimed, and no result compares the groups"),
        "spin.cause-from-association": said("a cause is claimed, and nobody was allocated to what is said to cause it"),
    }
)
"""Every rule of ``spin_of`` that sees one; the others see none and have no words."""
