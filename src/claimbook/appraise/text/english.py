"""Whether a text is English: the rules of this room know no other language, and find nothing in one.

A language is told by its commonest words, which are most of what every text of some length is made of.
"""

import re

from claimbook.appraise.text.lexicon import fold, words
from claimbook.appraise.text.reading import Text

_COMMON = words(
    "an and are been between both but by did for from had has have it of on or than that the their there these this "
    "those to were what when which while who whose with"
)
"""Of the words of English abstracts a fifth are of these; left out is what others write, too ('in', 'was', 'a')."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE, _LEAST_WORDS, _MANY = 0.07, 12, 6
"""Where one word stands hundreds of times, six different ones of the commonest are enough. What is shorter is believed
to be English; nine in ten of its words may be names."""


def is_english(text: Text) -> bool:
    """Whether an abstract reads as English; one that is too short to tell is taken for it."""
    found: set[str] = set()
    for sentence in text.sentences:
        if sentence.where:
            found |= sentence.words & _COMMON
            if len(found) >= _MANY:
                return True
    said = _WORD.findall(fold(" ".join(passage.text for passage in text.passages[1:])))
    if len(said) < _LEAST_WORDS:
        return all(word.isascii() for word in said) or any(word in _COMMON for word in said)
    common = [word for word in said if word in _COMMON]
    return len(common) >= _LEAST_SHARE * len(said) or len(set(common)) >= _MANY
