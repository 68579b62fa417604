"""People who stayed to the end or left before it, counted in one sentence: 'of 60 adults, 54 completed the study'.

Whose number it is decides: a share beside it that fits the people who began, or both numbers side by side, bind it to
them; a bare number is that of the whole study unless its words name one arm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.appraise.sample.counts import what_counts
from claimbook.appraise.text.lexicon import BRACKETS, folded_pattern
from claimbook.appraise.text.numbers import Number, counts_in
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import Span

_STUDY = (
    r"(?:study|trial|follow-?up|intervention|program\w*|treatment|course|protocol|assessments?|training|measurements?|"
    r"visits?|phases?|periods?|sessions|tests?|evaluations?|therapy|regimen|experiment|investigation|examination)"
)
_OF_STUDY = rf"(?:\s[\w-]+){{0,4}}?\s{_STUDY}\b"
_IT = r"\s(?:it|both|(?:all )?\d+ (?:years?|months?|weeks?))\b"
_STAYED = (
    rf"(?:(?:completed|finished)(?:{_OF_STUDY}|{_IT}|(?=\s?[.,;)]|$))|remained in{_OF_STUDY}|"
    rf"attended{_OF_STUDY}|provided (?:\w+ ){{0,3}}data|"
    r"(?:were|was) (?:finally |re)?(?:assessed|analy[sz]ed|available|evaluated|followed(?: up)?|evaluable|"
    r"included in the (?:[\w-]+ ){0,3}analys[ei]s)|had (?:complete|full|follow-?up|outcome) (?:\w+ )?data)"
)
_LEFT = (
    r"(?:withdrew|(?:dropped|drop)[- ]?outs?|discontinued(?! (?:the |study |their |taking )?(?:\w+ )?"
    r"(?:treatment|drugs?|medication|therapy))|"
    r"(?:were|was) (?:lost|withdrawn|excluded from the (?:\w+ ){0,2}analys[ei]s|not (?:available|followed))|"
    r"(?:lost|losses) to follow|left the (?:study|trial|programme)|quit the (?:study|trial)|"
    rf"(?:did not|failed to) (?:complete{_OF_STUDY}|finish{_OF_STUDY}|return|attend|appear))"
)
_WHO, _ASIDE = r"(?:\s(?!were\b|was\b|had\b)[a-z][\w'-]*){0,6}?", r"(?:\s?[(\[][^()\[\]]{1,60}[)\]])?"
_AFTER = folded_pattern(rf"^(?P<who>{_WHO}{_ASIDE}{_WHO}),?\s(?:(?P<stayed>{_STAYED})|(?P<left>{_LEFT}))")
_BEFORE = folded_pattern(
    r"\b(?:completed by|available (?:for|from|in)|data (?:of|from|for|on)|and (?:analy[sz]ed|assessed|evaluated))\s$"
)
_SHARE = re.compile(r"(?:\s[a-z][\w'-]*){0,4}?\s?[(\[](?P<percent>\d{1,3}(?:[.\u00b7]\d+)?)\s?%")
_OUT_OF = folded_pattern(r"\s(?:\([^()]{1,30}\)\s)?(?:out )?of (?:the |these |all |our )?(?:first )?$")
_ARM = folded_pattern(r"\b(?:group|groups|arm|in|on|from|receiving|received|treated|assigned|allocated|given|each)\b")
_REASON = folded_pattern(
    r"^[^.;]{0,60}?\b(?:because|due to|owing to|as a result|secondary to|after the|"
    r"for (?:lack|adverse|side|toxicity|safety|medical))\b"
)
_JOINED = folded_pattern(r"^(?:\s(?!were\b|was\b|had\b|completed\b|withdrew\b)[a-z][\w'-]*){0,7},?\sand\s$")
_OF_SOME = folded_pattern(r"(?:\b(?:group|arm)\b|-treated\b|\breceiving\b)[^.;:]{0,30}$")
_REACH, _BACK, _CLAUSE = 200, 40, 80
"""Signs behind a number, before it, and behind the verb, that are looked at."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Some people who stayed or left."""

    value: int
    stayed: bool
    sentence: Sentence
    start: int
    end: int
    percent: float | None = None
    """The share printed beside the number."""
    out_of: int | None = None
    """Of how many, where that stands beside it."""
    of_some: bool = False
    """Whether its words may name one arm only, or one of the reasons."""
    by_data: bool = False
    """Whether data, not people, are said to be there."""

    @property
    def place(self) -> Span:
        """Where it stands in the record."""
        return self.sentence.part(self.start, self.end)


def counted_in(sentence: Sentence) -> Iterator[Counted]:
    """Every number of one sentence that counts people who stayed or left."""
    text, last = sentence.folded, None
    for number in counts_in(sentence.text, text, sentence.words):
        behind = text[number.end : number.end + _REACH]
        if number.value < 1 or what_counts(behind) == "things":
            last = None
            continue
        if after := _AFTER.match(behind):
            yield _by_verb(sentence, number, last, after)
        elif _BEFORE.search(text[max(0, number.start - _BACK) : number.start]):
            share = _percent(text, number)
            yield Counted(number.value, True, sentence, number.start, number.end, share, by_data=True)  # noqa: FBT003
        last = number


def _percent(text: str, number: Number) -> float | None:
    share = _SHARE.match(text, number.end)
    return None if share is None else float(share["percent"].replace("\u00b7", "."))


def _by_verb(sentence: Sentence, number: Number, last: Number | None, after: re.Match[str]) -> Counted:
    """'54 of 60 adults completed the study', '26 on humming and 28 on rest completed it', '54 completed it'."""
    text, value, start = sentence.folded, number.value, number.start
    stayed, end = after["stayed"] is not None, number.end + after.end()
    between = text[last.end : start] if last else ""
    if last and _OUT_OF.fullmatch(between):
        share = _percent(text, number)
        return Counted(last.value, stayed, sentence, last.start, end, share, out_of=value)
    if last and _JOINED.match(between):
        return Counted(value + last.value, stayed, sentence, last.start, end)
    some = _ARM.search(BRACKETS.sub("", after["who"])) or _OF_SOME.search(text[max(0, start - _BACK) : start])
    reason = not stayed and _REASON.match(text[end : end + _CLAUSE])
    return Counted(value, stayed, sentence, start, end, _percent(text, number), of_some=bool(some or reason))
