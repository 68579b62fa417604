"""Whether an abstract reports harms; that it found none is a report, silence is not."""

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read

_PIECES = Pieces("adverse|side|toxic|complication|harm|safe|tolera|injur", SHARED)
_EVENTS = folded_pattern(
    r"\b(?:serious |severe |treatment-related |drug-related |no |minor |major )*(?:adverse (?:\w+ )?(?:events?|"
    r"effects?|reactions?|outcomes?|experiences?)|side[- ]effects?|harms?\b|toxicit(?:y|ies)|complications?|"
    r"injur(?:y|ies))"
)
_SAFETY = folded_pattern(r"\b(?:well[- ]tolerated|tolerab(?:le|ility)|tolerated|safety|safe)\b")
_PLACES = ((Role.RESULTS, 0.9, 0.75), (Role.CONCLUSIONS, 0.8, 0.7), (Role.METHODS, 0.5, 0.4))
"""Where harms are told, and the chance that events, and words of safety, are a report of this study's harms.

Source: CONSORT 2010 for abstracts, item 'Harms'; that methods name an outcome does not mean that it was reported."""


def harms_of(text: Text) -> Read[bool]:
    """True where harms, or their absence, are reported; the best place speaks."""
    for role, of_events, of_safety in _PLACES:
        for sentence in text.in_roles(role):
            if _PIECES.stand_in(sentence) and (read := _in_sentence(sentence, of_events, of_safety)):
                return read
    return Read.missing("harms.not-stated")


def _in_sentence(sentence: Sentence, of_events: float, of_safety: float) -> Read[bool]:
    if found := _EVENTS.search(sentence.folded):
        return Read(
            value=True, status="explicit", confidence=of_events, spans=(sentence.span_of(found),), rule="harms.events"
        )
    if found := _SAFETY.search(sentence.folded):
        return Read(
            value=True, status="explicit", confidence=of_safety, spans=(sentence.span_of(found),), rule="harms.safety"
        )
    return Read.missing("harms.not-stated")
