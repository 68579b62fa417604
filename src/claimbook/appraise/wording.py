"""How strongly a sentence words a relation: none, associational, hedged or direct causal (grading specification 1.1).

The order of the questions matters. Bookkeeping, wishes and open questions state no relation; their clauses are left out
before the rest is read. A cue of association outweighs a causal word unless that word comes first and is plain, or is
weakened by a modal (specification, rules 1 and 2). A causal word with a modal before it is hedged, else direct.
Words of difference without a cause ('was lower in') are associational.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.appraise import wording_rules as rules
from claimbook.appraise.lexicon import folded_pattern
from claimbook.appraise.pieces import Said
from claimbook.appraise.text import Sentence
from claimbook.appraise.wording_rules import Cues
from claimbook.model.appraisal import Read, Wording
from claimbook.model.terms import Strength

_CLAUSE_END = folded_pattern(r"[;:]\s|,\s|\s(?=(?:but|although|because|since|whereas|while|and should|and must)\b)")
_ABOUT_ASSOCIATION = folded_pattern(r"\b(?:associat|correlat|link)\w*")
_ABOUT_PREDICTION = folded_pattern(r"relat|predict|likely|risk factor")
_MODAL_BESIDE = folded_pattern(r"\bmay(?: \w+){0,3} $")
"""The plain hedge; 'might' and 'could' are told of plans as well ('could help to improve')."""
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
_LEFT_TO_THE_WISH = frozenset({"silent", "silent-on-change", "cause"})
"""A causal noun beside a wish belongs to the wish."""
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


class Look:
    """How words of a sentence, or of a part of it, are looked for: not in tables that no word of it calls."""

    def __init__(self, sentence: Said) -> None:
        self._called = frozenset(rules.TABLE.rows_in(sentence))

    def search(self, cues: Cues, said: str) -> re.Match[str] | None:
        """The first of the cues."""
        return cues.pattern.search(said) if cues in self._called else None

    def each(self, cues: Cues, said: str) -> Iterable[re.Match[str]]:
        """All of the cues, in order."""
        return cues.pattern.finditer(said) if cues in self._called else ()

    def without(self, cues: Cues, said: str) -> str:
        """The rest, with spaces of the same length for the cues, so that places stay what they are."""
        return cues.pattern.sub(_blank, said) if cues in self._called else said


def cue_of(whole: str, look: Look) -> Cue:
    """The strength of a sentence in lower case and the words that show it."""
    if found := look.search(rules.BOOKKEEPING, whole):
        return Cue(Strength.NONE, "bookkeeping", found.span())
    open_question = look.search(rules.OPEN_QUESTION, whole)
    told = open_question is None and look.search(rules.ADVICE, whole) is None
    said = whole if told else _without_wishes(whole, look)
    wishes = said != whole
    if wishes and len(" ".join(said.split())) < _LEAST_SAID:
        return Cue(Strength.NONE, "wish", alone=look.search(rules.MODAL, whole) is None)
    if wishes:
        open_question = look.search(rules.OPEN_QUESTION, said)
    if open_question is not None:
        return Cue(Strength.NONE, "open-question", open_question.span())
    cue = _relation_in(look.without(rules.TOPIC, said), look)
    if wishes and cue.rule in _LEFT_TO_THE_WISH:
        return Cue(Strength.NONE, "silent-beside-wish", alone=cue.alone)
    return cue


def _relation_in(said: str, look: Look) -> Cue:
    association, difference = look.search(rules.ASSOCIATION, said), look.search(rules.DIFFERENCE, said)
    causes = sorted((*look.each(rules.CAUSE, said), *_change_verbs(said, look)), key=re.Match.start)
    if association and _ABOUT_ASSOCIATION.search(said):
        return Cue(Strength.ASSOCIATIONAL, "association", association.span(), alone=not causes)
    weakened = look.search(rules.HEDGED_USE, said) or next((one for one in causes if _is_weakened(one, look)), None)
    if association and not (weakened or (causes and causes[0].start() < association.start())):
        return Cue(Strength.ASSOCIATIONAL, _prediction_rule(association), association.span(), alone=not causes)
    if weakened:
        return Cue(Strength.HEDGED, _hedged_rule(weakened), weakened.span(), alone=not (association or difference))
    if causes:
        return Cue(Strength.DIRECT, _cause_rule(causes), causes[0].span(), alone=not (association or difference))
    modal = look.search(rules.MODAL, said) is not None
    if difference:
        return Cue(Strength.ASSOCIATIONAL, "difference", difference.span(), alone=not modal)
    rule = "silent-on-change" if rules.NEAR_A_RELATION.search(said) else "silent"
    return Cue(Strength.NONE, rule, alone=not modal)


def _prediction_rule(association: re.Match[str]) -> str:
    """Said to predict or to be related; or only told beside each other ('higher rates', 'markers of')."""
    return "prediction" if _ABOUT_PREDICTION.search(association[0]) else "accompaniment"


def _hedged_rule(cause: re.Match[str]) -> str:
    """Weakened by the verb's own modal ('may improve'), or by a word farther off ('potentially', 'seems')."""
    return "modal-cause" if _MODAL_BESIDE.search(cause.string[: cause.start()]) else "hedged-cause"


def _cause_rule(causes: list[re.Match[str]]) -> str:
    if len(causes) > 1:
        return "causes"
    return "cause-verb" if "verb" in causes[0].re.groupindex else "cause"


def _blank(found: re.Match[str]) -> str:
    """Spaces of the same length, so that places stay what they are."""
    return " " * len(found[0])


def _without_wishes(sentence: str, look: Look) -> str:
    """The sentence with its clauses of advice and open questions blanked out."""
    kept, start = [], 0
    for end in [*(found.end() for found in _CLAUSE_END.finditer(sentence)), len(sentence)]:
        clause = sentence[start:end]
        wish = look.search(rules.OPEN_QUESTION, clause) or look.search(rules.ADVICE, clause)
        kept.append(" " * len(clause) if wish else clause)
        start = end
    return "".join(kept)


def _is_weakened(cause: re.Match[str], look: Look) -> bool:
    around = cause.string[max(0, cause.start() - _MODAL_BEFORE) : cause.end() + _MODAL_WITHIN]
    return look.search(rules.MODAL, around) is not None


def _change_verbs(said: str, look: Look) -> Iterator[re.Match[str]]:
    """Verbs of change that something does to something: 'X reduced pain', not 'reduced pain' nor 'pain was reduced'."""
    for found in look.each(rules.CHANGE_VERB, said):
        following = found["next"]
        if following and following not in rules.NOT_AFTER_VERB and _has_subject(found):
            yield found


def _has_subject(verb: re.Match[str]) -> bool:
    left = verb.string[max(0, verb.start() - _SUBJECT_WITHIN) : verb.start()]
    if _SUPPORTED.search(left):
        return True
    if _AIMED_AT.search(left):
        return False
    ending = verb["ending"] or ""
    if ending == "ing":
        return _THEREBY.search(left) is not None
    found = rules.WORD_BEFORE.search(left)
    before = found["before"] if found else ""
    if ending in {"ed", "ied", "s", "es", "ies"}:
        return bool(before) and before not in rules.NOT_BEFORE_VERB
    return before == "and" or (before.endswith("s") and before not in rules.NOT_BEFORE_VERB)


def strength_of(sentence: Sentence, look: Look | None = None) -> Read[Strength]:
    """How strongly one sentence words a relation; a sentence without any cue is read as 'none', inferred."""
    cue = cue_of(sentence.folded, look or Look(sentence))
    rule = f"wording.{cue.rule}"
    if cue.stretch is None:
        return Read(cue.strength, "inferred", cue.confidence, rule=rule)
    return Read(cue.strength, "explicit", cue.confidence, (sentence.part(*cue.stretch),), rule=rule)


def wording_of(sentence: Sentence) -> Wording:
    """Strength of a sentence, and its words of advice, certainty and size."""
    look = Look(sentence)
    return Wording(
        sentence=sentence.span,
        strength=strength_of(sentence, look),
        advice=_seen(sentence, look, rules.ADVICE_WORDS, "advice"),
        certainty=_seen(sentence, look, rules.CERTAIN, "certainty"),
        magnitude=_seen(sentence, look, rules.MAGNITUDE, "magnitude"),
    )


def _seen(sentence: Sentence, look: Look, words: Cues, name: str) -> Read[bool]:
    found = look.search(words, sentence.folded)
    if found is None:
        return Read.missing(f"wording.{name}")
    return Read(value=True, status="explicit", confidence=0.9, spans=(sentence.span_of(found),), rule=f"wording.{name}")
