"""People who stayed to the end or left before it, counted in one sentence: 'of 60 adults, 54 completed the study'.

Whose number it is decides: a share beside it that fits the people who began, or both numbers side by side, bind it to
them; a bare number is that of the whole study unless its words name one arm.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from itertools import repeat, zip_longest

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
    rf"attended(?:{_OF_STUDY}|\s(?:at|on|for)\b|(?=\s?[.,;)]|$))|"
    r"(?:provided|gave|returned|contributed|submitted) (?:[\w-]+ ){0,3}(?:data|questionnaires?|diar(?:y|ies))|"
    r"(?:were|was) (?:finally |re-?)?(?:assessed|analy[sz]ed|available|evaluated|examined|followed(?: up)?|evaluable|"
    r"traced|retained|included in the (?:[\w-]+ ){0,3}(?:analys[ei]s|population|set))|"
    r"(?:had|with) (?:complete|full|follow-?up|outcome|valid|usable|evaluable) (?:[\w-]+ )?data)"
)
_LEFT = (
    r"(?:withdrew|(?:dropped|drop)[- ]?outs?|discontinued(?! (?:the |study |their |taking )?(?:\w+ )?"
    r"(?:treatment|drugs?|medication|therapy))|"
    r"(?:were|was) (?:lost|withdrawn|excluded from the (?:\w+ ){0,2}analys[ei]s|untraceable|"
    r"not (?:available|followed|traced))|could not be (?:traced|contacted|reached|located|found|followed)|"
    r"(?:lost|losses) to follow|left the (?:study|trial|programme)|quit the (?:study|trial)|"
    rf"(?:did not|failed to) (?:complete{_OF_STUDY}|finish{_OF_STUDY}|return|attend|appear))"
)
_WHO = r"(?:\s(?!were\b|was\b|had\b)[a-z][\w'-]*){0,6}?"
_ASIDE = (
    r"(?:\s?[(\[][^()\[\]]{1,60}[)\]]|,\s[^.,;()]{2,60},(?=\s(?:were|was|had|did|could|failed|dropped|withdrew|left|"
    r"discontinued|completed)\b))?"
)
"""'Twelve patients (six in each group) left', 'twelve patients, six in each group, left'."""
_AFTER = folded_pattern(rf"^(?P<who>{_WHO}{_ASIDE}{_WHO}),?\s(?:(?P<stayed>{_STAYED})|(?P<left>{_LEFT}))")
_BEFORE = folded_pattern(
    r"\b(?:completed by|available (?:for|from|in)|data (?:of|from|for|on)|and (?:analy[sz]ed|assessed|evaluated)|"
    r"follow-?up (?:was|were) (?:complete[d]?|obtained|achieved|available) (?:for|in|by)|"
    r"(?:data|outcomes?|measurements?) [^.;,()\d]{0,30}\d{0,3}[^.;,()\d]{0,20}\b(?:were|was) "
    r"(?:obtained|collected|recorded|complete|known|available) (?:from|for|in|by|of))\s$"
)
_BESIDE = re.compile(rf"{BRACKETS.pattern}|,[^,]*,")
_ALL_BUT = folded_pattern(r"\ball (?:but|except(?: for)?) $")
_IN_ARM = folded_pattern(r"^\s(?:in|from|on|among|with|of) (?:the )?(?:[\w-]+ ){1,5}?(?:group|arm)\b")
_NEXT_ARM = folded_pattern(
    r"^\s(?:in|from|on|among|with|of|receiving) [^.;,\d]{1,50}?,?(?: and| versus| vs\.?| compared (?:with|to))\s$"
)
_PER_ARM = (" in ", " on ", " from ")
_SHARE = re.compile(r"(?:\s[a-z][\w'-]*){0,4}?\s?[(\[](?P<percent>\d{1,3}(?:[.\u00b7]\d+)?)\s?%")
_OUT_OF = folded_pattern(r"\s(?:\([^()]{1,30}\)\s)?(?:out )?of (?:the |these |all |our )?(?:first )?$")
_ARM = folded_pattern(r"\b(?:group|groups|arm|in|on|from|receiving|received|treated|assigned|allocated|given|each)\b")
_REASON = folded_pattern(
    r"^[^.;]{0,60}?\b(?:because|due to|owing to|as a result|secondary to|after the|"
    r"for (?:lack|adverse|side|toxicity|safety|medical))\b"
)
_JOINED = folded_pattern(r"^(?:\s(?!were\b|was\b|had\b|completed\b|withdrew\b)[a-z][\w'-]*){0,7},?\sand\s$")
_LISTED = folded_pattern(r"^(?:\s(?!were\b|was\b|had\b|completed\b|withdrew\b)[a-z][\w'-]*){1,7},\s$")
_OF_SOME = folded_pattern(r"(?:\b(?:group|arm)\b|-treated\b|\breceiving\b)[^.;:]{0,30}$")
_REACH, _BACK, _NEAR, _CLAUSE = 200, 90, 40, 80
"""Signs behind a number, before it where data are told of, before it else, and behind the verb."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Some people who stayed or left."""

    value: int
    sentence: Sentence
    start: int
    end: int
    _: KW_ONLY
    stayed: bool
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
    text = sentence.folded
    before: list[Number] = []
    numbers = [*counts_in(sentence.text, text, sentence.words)]
    for number, following in zip_longest(numbers, numbers[1:]):
        behind = text[number.end : number.end + _REACH]
        after = _AFTER.match(behind)
        named = what_counts(behind if after is None else f"{after['who']} were")
        if number.value < 1 or (named == "things" and not behind.startswith(_PER_ARM)):
            before = []
            continue
        if after:
            yield _by_verb(sentence, number, before, following, after)
        elif _BEFORE.search(text[max(0, number.start - _BACK) : number.start]):
            share = _percent(text, number)
            yield Counted(number.value, sentence, number.start, number.end, stayed=True, percent=share, by_data=True)
        before.append(number)


def _percent(text: str, number: Number) -> float | None:
    share = _SHARE.match(text, number.end)
    return None if share is None else float(share["percent"].replace("\u00b7", "."))


def _by_verb(
    sentence: Sentence, number: Number, others: Sequence[Number], following: Number | None, after: re.Match[str]
) -> Counted:
    """'54 of 60 adults completed the study', '26 on humming and 28 on rest completed it', '54 completed it'."""
    text, value, start, last = sentence.folded, number.value, number.start, others[-1] if others else None
    stayed, end = after["stayed"] is not None, number.end + after.end()
    if last and _OUT_OF.fullmatch(text[last.end : start]):
        share = _percent(text, number)
        return Counted(last.value, sentence, last.start, end, stayed=stayed, percent=share, out_of=value)
    if joined := _joined(text, [*others, number]):
        return Counted(value + sum(one.value for one in joined), sentence, joined[0].start, end, stayed=stayed)
    if following and _NEXT_ARM.match(text[end : following.start]):
        return Counted(value + following.value, sentence, start, following.end, stayed=stayed)
    before = text[max(0, start - _NEAR) : start]
    if stayed and _ALL_BUT.search(before):
        return Counted(value, sentence, start, end, stayed=False)
    percent, of_some = _percent(text, number), _of_some(text, before, end, after)
    return Counted(value, sentence, start, end, stayed=stayed, percent=percent, of_some=of_some)


def _joined(text: str, numbers: Sequence[Number]) -> Sequence[Number]:
    """Those before the last that are told with it: '46 in group A, 39 in group B and 43 in group C completed it'."""
    first = len(numbers) - 1
    for between in (_JOINED, *repeat(_LISTED, first)):
        if first == 0 or not between.match(text[numbers[first - 1].end : numbers[first].start]):
            break
        if between is _LISTED and text[: numbers[first - 1].start].endswith(("of ", "of the ")):
            break  # 'of 60 adults, 26 on humming and 28 on rest'
        first -= 1
    return numbers[first:-1]


def _of_some(text: str, before: str, end: int, after: re.Match[str]) -> bool:
    """Whether one arm is named, or one of the reasons."""
    behind = text[end : end + _CLAUSE]
    if _ARM.search(_BESIDE.sub("", after["who"])) or _OF_SOME.search(before) or _IN_ARM.match(behind):
        return True
    return after["left"] is not None and _REASON.match(behind) is not None
