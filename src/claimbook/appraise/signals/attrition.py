"""How many people were lost, in percent: as printed, else from the numbers randomised and analysed."""

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, holds_any
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read, Sample

_LOST = r"(?:attrition|drop(?:ped)?[- ]?outs?(?: rates?)?|(?:lost|losses) to follow-?\s?up|withdr(?:ew|awals?|awn))"
_PERCENT = r"(?<![\d.])(?P<percent>\d{1,2}(?:\.\d+)?)\s?%"
_RATE = folded_pattern(
    rf"\b(?:attrition|drop[- ]?out|loss to follow-?up|withdrawal) (?:rates?|proportion)?(?: \w+){{0,3}} "
    rf"(?:was|of|at|:)? ?\(?(?:only |about |approximately )?{_PERCENT}(?!\s?(?:ci|confidence))"
)
_SHARE_BEFORE = folded_pattern(
    rf"{_PERCENT}\)?(?: of)?(?: (?:the|all|these))?(?: \w+){{0,3}} (?:were |was |had |who )?{_LOST}\b"
)
_COMPLETED = folded_pattern(
    rf"{_PERCENT}\)?(?: of)?(?: (?:the|all|these))?(?: \w+){{0,2}} completed (?:the |all |both )?(?:\w+[- ]){{0,2}}"
    r"(?:study|trial|follow-?up|intervention|program\w*|treatment)\b"
)
_PLANNED = folded_pattern(r"\b(?:sample size|power|assum\w+|anticipat\w+|expect\w+|allow(?:s|ed|ing)? for|estimated)\b")
_STEMS = ("attrition", "drop", "lost to", "loss", "withdr", "completed")
_OWN = frozenset({Role.METHODS, Role.RESULTS})
_ALL = 100.0
_ALONE, _AMONG_OTHERS, _TWO_NUMBERS = 0.9, 0.6, 0.6
"""Where it is the only share of the sentence; where others may be those of the arms; where two numbers are bound."""
_MOST = 50.0
"""Percent; two numbers that lie further apart are of different groups of people."""


def attrition_of(text: Text, sample: Sample) -> Read[float]:
    """Percent of the people who were lost. Printed shares of one arm count for that arm only, so two are not one."""
    return _printed(text) or _from_numbers(sample)


def _printed(text: Text) -> Read[float]:
    for sentence in text.in_roles(*_OWN):
        if "%" in sentence.words and holds_any(sentence.folded, _STEMS) and (read := _in_sentence(sentence)):
            return read
    return Read.missing("signals.attrition-not-stated")


def _in_sentence(sentence: Sentence) -> Read[float]:
    """A printed share of people lost; the rest of a printed share who completed is concluded from it."""
    said = sentence.folded
    lost = _RATE.search(said) or _SHARE_BEFORE.search(said)
    found = lost or _COMPLETED.search(said)
    if found is None or _PLANNED.search(said):
        return Read.missing("signals.attrition-not-stated")
    confidence = _ALONE if said.count("%") == 1 else _AMONG_OTHERS
    percent, spans = float(found["percent"]), (sentence.span_of(found),)
    if lost:
        return Read(percent, "explicit", confidence, spans, rule="signals.attrition-printed")
    return Read(round(_ALL - percent, 1), "inferred", confidence, spans, rule="signals.attrition-rest-completed")


def _from_numbers(sample: Sample) -> Read[float]:
    """Randomised (else enrolled) less analysed; nothing where the numbers do not fit together."""
    began = sample.randomised or sample.enrolled
    before, after = began.value, sample.analysed.value
    if before is None or after is None or not 0 < after <= before:
        return Read.missing("signals.attrition-not-stated")
    percent = round(_ALL * (before - after) / before, 1)
    spans = (*began.spans, *sample.analysed.spans)
    if percent > _MOST or began.spans == sample.analysed.spans:
        return Read.missing("signals.attrition-not-stated")
    return Read(percent, "inferred", _TWO_NUMBERS, spans, rule="signals.attrition-from-numbers")
