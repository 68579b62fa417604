"""How strongly a sentence of an article words a relation, and its words of advice, certainty and size.

The order of the questions is that of the grading specification 1.1: a cue of association; a causal verb with a modal or
a hedge; a causal verb alone; neither. A sentence is read part by part, because an article likes to tell two things at
once ('Eat oily fish: it protects your heart'), and the strongest part stands for it. A question claims nothing; that
something is denied changes nothing ('does not prevent' is as direct as 'prevents').
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimbook.appraise.text.reading import Sentence
from claimbook.appraise.wording import article_added as added
from claimbook.appraise.wording import article_rules as rules
from claimbook.appraise.wording.article_advice import advice_in
from claimbook.appraise.wording.article_phrases import HEALTH, QUESTION
from claimbook.appraise.wording.article_verbs import FORMS, verbs_in
from claimbook.appraise.wording.clauses import Stretch
from claimbook.appraise.wording.rules import OPEN_QUESTION
from claimbook.model.appraisal import Read, Span, Wording
from claimbook.model.terms import Strength

MOST_PHRASES, MOST_WORDS = 5, 6
"""Of one kind in a sentence, and words of each, so that an editor can copy them (`claimbook.model.claim`)."""

RIGHT: Mapping[str, float] = MappingProxyType(
    {
        "question": 0.97,
        "open": 0.95,
        "linked": 0.97,
        "linked-elsewhere": 0.7,
        "related": 0.95,
        "compared": 0.9,
        "modal": 0.97,
        "hedged": 0.93,
        "verb": 0.95,
        "stated": 0.95,
        "unknown-verb": 0.8,
        "aim": 0.85,
        "heading": 0.6,
        "silent": 0.95,
        "silent-beside-advice": 0.97,
        "silent-on-change": 0.7,
        "silent-on-health": 0.5,
        "not-read-to-its-end": 0.5,
    }
)
"""How often each rule was right on invented sentences before it was mended for them (docs/accuracy.md)."""

_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2011": "-"}
)
_LONGEST = 1200
"""Signs of a sentence that are read: what has more is no sentence, and would take long."""
_MONTH = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Ee]arly|[Ll]ate|[Ee]very|\d(?:st|nd|"
    r"rd|th)?|and|or|to) (May)\b|\b(May) (?=is\b|was\b|\d|to [A-Z]|[Dd]ay\b|half|bank|sunshine|and June)"
)
"""The month, not the modal."""
_PART_END = re.compile(
    r"[;:!?]\s+|\s--?\s|,?\s(?:because(?! of)|while|although|though|whereas)\s|,\s(?:so|but|and|which|who|where|as)\s|"
    r"\sand (?=(?:is|are|was|were|may|might|can|could|has|have|will|also)\b)|\sbut "
)
_CLOSE = re.compile(r"\b(?:may|might|could|would|can)(?: \w+){0,3} $")
_MODAL_WITHIN = 70
_FAR_HEDGE = re.compile(
    r"suggest|hint|thought|believe|think|suspect|hope|promise|theory|possible|chances are|"
    r"perhaps|maybe|potential|said|seem|appear"
)
_SOMEBODY_S = re.compile(r"suggest|hint|thought|believe|think|suspect|it is possible|chances are")
_IS_LINKED = re.compile(r"\b(?:is|are|was|were|been|be)(?: \w+){0,2} (?:linked|tied|associated|connected|correlated)\b")
_TIED = re.compile(r"\b(?:tied|link\w*|connect\w*)")
_FASTENED = re.compile(r"\b(?:tied|connect)")
"""Dogs are tied to posts, and pages linked: an association only where health is spoken of, or less surely."""
_COMPARES = re.compile(r"\bthan\b|compared|tend|^the \w+\b.*, the ")
_RISES = re.compile(r"\brates?\b|\b(?:is|are|was|were) |levels?|predict")
_ORDER = tuple(Strength)


@dataclass(frozen=True, slots=True)
class Cue:
    """What decided: the strength, the rule, and the words as stretches of the sentence (none: no words at all)."""

    strength: Strength
    rule: str
    stretches: tuple[Stretch, ...] = ()


def article_wording_of(sentence: Sentence) -> Wording:
    """Strength of a sentence of an article, and its words of advice, certainty and size, each with its places."""
    said = plain(sentence)
    advice = advice_in(said)
    cue = cue_of(said, advice)
    if cue.strength is Strength.NONE and len(sentence.text) > _LONGEST:
        cue = Cue(Strength.NONE, "not-read-to-its-end")
    return Wording(
        sentence=sentence.span,
        strength=_strength(sentence, cue),
        advice=_seen(sentence, advice, "advice"),
        certainty=_seen(sentence, list(_certain(said, cue, advice)), "certainty"),
        magnitude=_seen(sentence, list(_sized(said, cue)), "magnitude"),
    )


def plain(sentence: Sentence) -> str:
    """The sentence in lower case with straight quotation marks and dashes, and without the month of May."""
    said = sentence.folded[:_LONGEST].translate(_PLAIN)
    for found in _MONTH.finditer(sentence.text[:_LONGEST]):
        start, end = found.span(1 if found[1] else 2)
        said = said[:start] + " " * (end - start) + said[end:]
    return said.replace(" one day ", "         ")


def cue_of(said: str, advice: Sequence[Stretch] = ()) -> Cue:
    """The strongest relation that a sentence words, and what shows it; an order itself claims nothing."""
    if QUESTION.search(said):
        return Cue(Strength.NONE, "question")
    left_open = [found.span() for found in OPEN_QUESTION.pattern.finditer(said)]
    told = [part for part in parts_of(said) if not _overlap(part, left_open)]
    cues = [cue for start, end in told if (cue := _relation_in(said, start, end, advice))]
    if cues:
        return max(cues, key=lambda cue: _ORDER.index(cue.strength))
    if left_open:
        return Cue(Strength.NONE, "open", tuple(left_open[:1]))
    return Cue(Strength.NONE, _silence(said, ordered=bool(advice)))


def _silence(said: str, *, ordered: bool) -> str:
    if ordered:
        return "silent-beside-advice"
    if HEALTH.search(said):
        return "silent-on-health"
    near = rules.NEAR_A_RELATION.search(said) or any(word in FORMS for word in re.findall(r"[\w'-]+", said))
    return "silent-on-change" if near else "silent"


def parts_of(said: str) -> Iterator[Stretch]:
    """The parts of a sentence that can each word a relation of their own."""
    start = 0
    for found in _PART_END.finditer(said):
        yield start, found.start()
        start = found.end()
    yield start, len(said)


def _relation_in(said: str, start: int, end: int, advice: Sequence[Stretch]) -> Cue | None:
    asked = rules.NO_FINDING.search(said, start, end)
    end = asked.start() if asked else end
    cause = _first_cause(said, start, end, advice)
    association = _association(said, start, end)
    if association and (cause is None or not _outweighs(said, cause, association)):
        return Cue(Strength.ASSOCIATIONAL, association.rule, (_last_words(said, association.stretch),))
    if cause is None:
        cause = _unknown_verb(said, start, end)
    if cause is None:
        return None
    hedge = _hedge(said, start, cause.stretch)
    if hedge is None:
        return Cue(Strength.DIRECT, cause.rule, (cause.stretch,))
    return Cue(Strength.HEDGED, "modal" if hedge[0] >= start else "hedged", _joined(said, hedge, cause.stretch))


@dataclass(frozen=True, slots=True)
class _Sign:
    rule: str
    stretch: Stretch


def _first_cause(said: str, start: int, end: int, advice: Sequence[Stretch]) -> _Sign | None:
    verbs = verbs_in(said, start, end, ordered=bool(advice))
    signs = [_Sign(one.rule, (one.start, one.end)) for one in verbs]
    stated = (one for one in rules.STATED.finditer(said, start, end) if _is_of_health(said, one, end))
    signs += [_Sign("stated", one.span()) for one in stated if not _overlap(one.span(), advice)]
    return min(signs, key=lambda sign: sign.stretch, default=None)


def _unknown_verb(said: str, start: int, end: int) -> _Sign | None:
    """A verb that no table knows, done to a part of health: 'rots your teeth', 'scars the lungs'."""
    found = rules.DONE_TO_HEALTH.match(said, start, end)
    if found is None or found["verb"] in rules.NO_CAUSE or found["before"] in rules.NOT_BEFORE:
        return None
    return _Sign("unknown-verb", found.span("verb")) if HEALTH.search(said, found.end("verb"), found.end()) else None


def _is_of_health(said: str, found: re.Match[str], end: int) -> bool:
    if rules.TO_HEALTH.search(found[0]) is None or "harm than" in found[0] or rules.BETTER.search(found[0]):
        return True
    return HEALTH.search(said, found.start(), min(end, found.end() + 60)) is not None or " you" in found[0]


def _association(said: str, start: int, end: int) -> _Sign | None:
    found = rules.LINKED.search(said, start, end)
    elsewhere = found and _TIED.search(found[0]) and not HEALTH.search(said)
    if found and not (elsewhere and _FASTENED.search(found[0])):
        return _Sign("linked-elsewhere" if elsewhere else "linked", found.span())
    for found in rules.RELATED.finditer(said, start, end):
        compares = _COMPARES.search(found[0]) is not None
        needs_health = compares or (_RISES.search(found[0]) and "likel" not in found[0])
        of_health = HEALTH.search(said) and not (compares and rules.OTHER_MATTERS.search(said))
        if of_health or not needs_health:
            return _Sign("compared" if compares else "related", found.span())
    return None


def _outweighs(said: str, cause: _Sign, association: _Sign) -> bool:
    """The causal word comes first and no word of association is said of it, or it has its own modal close before it."""
    if association.rule.startswith("linked"):
        linked = _IS_LINKED.search(said, cause.stretch[1], association.stretch[1])
        return cause.stretch < association.stretch and linked is None
    return cause.stretch < association.stretch or _CLOSE.search(said[: cause.stretch[0]]) is not None


def _last_words(said: str, stretch: Stretch) -> Stretch:
    """Of 'those who drank the most tea were less likely' the words that compare, not those who are compared."""
    start, end = stretch
    words = list(re.finditer(r"\S+", said[start:end]))[-MOST_WORDS:]
    return start + words[0].start(), start + words[-1].end()


def _hedge(said: str, start: int, cause: Stretch) -> Stretch | None:
    """A modal close before the cause; a hedge farther off in its part; before its part only what somebody thinks."""
    for found in reversed(list(rules.MODAL.finditer(said, 0, cause[1]))):
        near, within = found.start() >= cause[0] - _MODAL_WITHIN, found.start() >= start
        if (within and (near or _FAR_HEDGE.search(found[0]))) or _SOMEBODY_S.search(found[0]):
            return found.span()
    tail = rules.HEDGED_TAIL.search(said, cause[1])
    return tail.span() if tail else None


def _joined(said: str, hedge: Stretch, cause: Stretch) -> tuple[Stretch, ...]:
    """'may help to lower' is one phrase; 'it is thought' and a verb far behind it are two."""
    both = (min(hedge[0], cause[0]), max(hedge[1], cause[1]))
    return (both,) if len(said[slice(*both)].split()) <= MOST_WORDS else tuple(sorted((hedge, cause)))


def _overlap(stretch: Stretch, others: Iterable[Stretch]) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


def _certain(said: str, cue: Cue, advice: Sequence[Stretch]) -> Iterator[Stretch]:
    claims = cue.strength is not Strength.NONE
    asked = list(_asked(said))
    of_health = (claims or HEALTH.search(said)) and not added.OF_DOUGH.search(said)
    for found in added.CERTAIN.finditer(said):
        if _overlap(found.span(), asked) or (added.WEAKLY_CERTAIN.search(found[0]) and not of_health):
            continue
        if added.DENIES_NOTHING.match(found[0]) or not added.NOT_CERTAIN.search(said[: found.start()]):
            yield found.span()
    if claims:
        surely = (found.span() for found in added.CERTAIN_OF_AN_EFFECT.finditer(said))
        yield from (one for one in surely if not _overlap(one, advice))


def _asked(said: str) -> Iterator[Stretch]:
    """What is behind 'no proof that', 'not intended to' or 'whether', to the end of its part."""
    for start, end in parts_of(said):
        if found := rules.NO_FINDING.search(said, start, end):
            yield found.end(), end


def _sized(said: str, cue: Cue) -> Iterator[Stretch]:
    """Sizes of an effect: where no relation is worded, nothing has one."""
    if cue.strength is Strength.NONE:
        return
    for found in added.SIZE.finditer(said):
        if not added.NOT_SIZE.search(said, max(0, found.start() - 14), found.end() + 12):
            yield found.span()


def _strength(sentence: Sentence, cue: Cue) -> Read[Strength]:
    rule, confidence = f"article.{cue.rule}", RIGHT[cue.rule]
    if not cue.stretches:
        return Read(cue.strength, "inferred", confidence, rule=rule)
    spans = tuple(_short(sentence, one) for one in cue.stretches)
    return Read(cue.strength, "explicit", confidence, spans, rule=rule)


def _seen(sentence: Sentence, stretches: list[Stretch], name: str) -> Read[bool]:
    if not stretches:
        return Read.missing(f"article.{name}")
    spans = tuple(dict.fromkeys(_short(sentence, one) for one in stretches))[:MOST_PHRASES]
    return Read(value=True, status="explicit", confidence=0.9, spans=spans, rule=f"article.{name}")


def _short(sentence: Sentence, stretch: Stretch) -> Span:
    """The first words of a stretch, as many as an editor may copy."""
    start, end = stretch
    words = list(re.finditer(r"\S+", sentence.text[start:end]))[:MOST_WORDS]
    return sentence.part(start + words[0].start(), start + words[-1].end())
