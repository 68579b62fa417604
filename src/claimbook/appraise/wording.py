"""How strongly a sentence words a relation: none, associational, hedged or direct causal (grading specification 1.1).

The order of the questions matters. Bookkeeping, wishes and open questions state no relation; their clauses are left out
before the rest is read. A cue of association outweighs a causal word unless that word comes first and is plain, or is
weakened by a modal (specification, rules 1 and 2). A causal word with a modal before it is hedged, else direct.
Words of difference without a cause ('was lower in') are associational.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.appraise import wording_rules as rules
from claimbook.appraise.lexicon import fold, folded_pattern
from claimbook.appraise.text import Sentence
from claimbook.model.appraisal import Read, Wording
from claimbook.model.terms import Strength

_CLAUSE_END = folded_pattern(r"[;:]\s|,\s|\s(?=(?:but|although|because|since|whereas|while|and should|and must)\b)")
_ABOUT_ASSOCIATION = folded_pattern(r"\b(?:associat|correlat|link)\w*")
_SUPPORTED = folded_pattern(
    r"\b(?:shown|found|appears?|appeared|seems?|seemed|able|helps?|tends?|failed|proved?|proven|known|likely|reported|"
    r"demonstrated|observed|expected|suggested|thought|and)(?: \w+ly)? to (?:\w+ly )?$"
    r"|\b(?:can|may|might|could|would|not|will|did|does|do|helps?) (?:\w+ly )?$",
)
"""Before a verb: it is said to happen ('shown to improve'), not only aimed at ('strategies to improve')."""
_AIMED_AT = folded_pattern(r"\bto (?:\w+ly )?$")
_THEREBY = folded_pattern(r"(?:,|\bby|\bthereby|\bthus|\bwhile|^)\s?(?:\w+ly )?$")
_MODAL_BEFORE, _MODAL_WITHIN = 45, 12
"""Signs before a causal word, and behind its start, in which a modal weakens it (about six words)."""
_SUBJECT_WITHIN = 60
_LEAST_SAID = 30
"""Signs that must be left of a sentence without its wishes, or it said nothing else."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What decided: the strength, the rule, and the words as a stretch of the sentence (None: no words at all)."""

    strength: Strength
    rule: str
    stretch: tuple[int, int] | None = None
    alone: bool = True
    """Whether no other kind of cue stands beside it."""

    @property
    def confidence(self) -> float:
        """How often the rule was right, alone or beside other cues."""
        alone, beside = rules.CONFIDENCE[self.rule]
        return alone if self.alone else beside


def cue_of(words: str) -> Cue:
    """The strength of a sentence and the words that show it."""
    sentence = fold(words)
    if found := rules.BOOKKEEPING.search(sentence):
        return Cue(Strength.NONE, "bookkeeping", found.span())
    said = _without_wishes(sentence)
    wishes = said != sentence
    if wishes and len(" ".join(said.split())) < _LEAST_SAID:
        return Cue(Strength.NONE, "wish", alone=rules.MODAL.search(sentence) is None)
    if found := rules.OPEN_QUESTION.search(said):
        return Cue(Strength.NONE, "open-question", found.span())
    cue = _relation_in(rules.TOPIC.sub(_blank, said))
    if wishes and cue.rule in {"silent", "cause"}:  # a causal noun beside a wish belongs to the wish
        return Cue(Strength.NONE, "silent-beside-wish", alone=cue.alone)
    return cue


def _relation_in(said: str) -> Cue:
    association, difference = rules.ASSOCIATION.search(said), rules.DIFFERENCE.search(said)
    causes = sorted((*rules.CAUSE.finditer(said), *_change_verbs(said)), key=re.Match.start)
    weakened = rules.HEDGED_USE.search(said) or next((one for one in causes if _is_weakened(one)), None)
    explicit = _ABOUT_ASSOCIATION.search(said) is not None
    if association and (explicit or not (weakened or (causes and causes[0].start() < association.start()))):
        rule = "association" if explicit else "prediction"
        return Cue(Strength.ASSOCIATIONAL, rule, association.span(), alone=not causes)
    if weakened:
        return Cue(Strength.HEDGED, "hedged-cause", weakened.span(), alone=not (association or difference))
    if causes:
        return Cue(Strength.DIRECT, _cause_rule(causes), causes[0].span(), alone=not (association or difference))
    modal = rules.MODAL.search(said) is not None
    if difference:
        return Cue(Strength.ASSOCIATIONAL, "difference", difference.span(), alone=not modal)
    return Cue(Strength.NONE, "silent", alone=not modal)


def _cause_rule(causes: list[re.Match[str]]) -> str:
    if len(causes) > 1:
        return "causes"
    return "cause-verb" if "verb" in causes[0].re.groupindex else "cause"


def _blank(found: re.Match[str]) -> str:
    """Spaces of the same length, so that places stay what they are."""
    return " " * len(found[0])


def _without_wishes(sentence: str) -> str:
    """The sentence with its clauses of advice and open questions blanked out."""
    if not (rules.OPEN_QUESTION.search(sentence) or rules.ADVICE.search(sentence)):
        return sentence
    kept, start = [], 0
    for end in [*(found.end() for found in _CLAUSE_END.finditer(sentence)), len(sentence)]:
        clause = sentence[start:end]
        wish = rules.OPEN_QUESTION.search(clause) or rules.ADVICE.search(clause)
        kept.append(" " * len(clause) if wish else clause)
        start = end
    return "".join(kept)


def _is_weakened(cause: re.Match[str]) -> bool:
    around = cause.string[max(0, cause.start() - _MODAL_BEFORE) : cause.end() + _MODAL_WITHIN]
    return rules.MODAL.search(around) is not None


def _change_verbs(said: str) -> Iterator[re.Match[str]]:
    """Verbs of change that something does to something: 'X reduced pain', not 'reduced pain' nor 'pain was reduced'."""
    for found in rules.CHANGE_VERB.finditer(said):
        following = found["next"].lower()
        if following and following not in rules.NOT_AFTER_VERB and _has_subject(found):
            yield found


def _has_subject(verb: re.Match[str]) -> bool:
    left = verb.string[max(0, verb.start() - _SUBJECT_WITHIN) : verb.start()]
    found = rules.WORD_BEFORE.search(left)
    before, ending = found["before"].lower() if found else "", (verb["ending"] or "").lower()
    if _SUPPORTED.search(left):
        return True
    if _AIMED_AT.search(left):
        return False
    if ending == "ing":
        return _THEREBY.search(left) is not None
    if ending in {"ed", "ied", "s", "es", "ies"}:
        return bool(before) and before not in rules.NOT_BEFORE_VERB
    return before == "and" or (before.endswith("s") and before not in rules.NOT_BEFORE_VERB)


def strength_of(sentence: Sentence) -> Read[Strength]:
    """How strongly one sentence words a relation; a sentence without any cue is read as 'none', inferred."""
    cue = cue_of(sentence.text)
    rule = f"wording.{cue.rule}"
    if cue.stretch is None:
        return Read(cue.strength, "inferred", cue.confidence, rule=rule)
    return Read(cue.strength, "explicit", cue.confidence, (sentence.part(*cue.stretch),), rule=rule)


def wording_of(sentence: Sentence) -> Wording:
    """Strength of a sentence, and its words of advice, certainty and size."""
    return Wording(
        sentence=sentence.span,
        strength=strength_of(sentence),
        advice=_seen(sentence, rules.ADVICE_WORDS, "advice"),
        certainty=_seen(sentence, rules.CERTAIN, "certainty"),
        magnitude=_seen(sentence, rules.MAGNITUDE, "magnitude"),
    )


def _seen(sentence: Sentence, words: re.Pattern[str], name: str) -> Read[bool]:
    found = words.search(sentence.folded)
    if found is None:
        return Read.missing(f"wording.{name}")
    return Read(value=True, status="explicit", confidence=0.9, spans=(sentence.span_of(found),), rule=f"wording.{name}")
