"""How strongly a sentence words a relation: none, associational, hedged or direct causal (grading specification 1.1).

The order of the questions matters. Bookkeeping, wishes and open questions state no relation; their clauses are left out
before the rest is read. A cue of association outweighs a causal word unless that word comes first, or has a modal close
before it (specification, rules 1 and 2). A causal word with a modal before it is hedged, else direct.
Words of difference without a cause ('was lower in') are associational.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.pieces import Said
from claimbook.appraise.text.reading import Sentence
from claimbook.appraise.wording import rules
from claimbook.appraise.wording.clauses import clauses_of
from claimbook.appraise.wording.deeds import says_good_or_bad, tells_a_deed
from claimbook.appraise.wording.rules import Cues
from claimbook.model.appraisal import Read, Wording
from claimbook.model.terms import Strength

_NUMBER = folded_pattern(r"(?<![\w-])\d")
_ABOUT_ASSOCIATION = folded_pattern(r"(?<![-\w])(?:associat|correlat|link)\w*")
_ABOUT_PREDICTION = folded_pattern(r"relat|predict|likely|risk factor")
_MODAL_BESIDE = folded_pattern(r"\bmay(?: \w+){0,3} $")
"""The plain hedge; 'might' and 'could' are told of plans as well ('could help to improve')."""
_MODAL_CLOSE = folded_pattern(r"\b(?:may|might|could|would|can)(?: \w+){0,3} $")
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
_FOR_A_PERSON = 0.8
"""How sure a causal wording is at the most of which specification and annotators think differently."""
_SUBJECT_WITHIN = 60
_LEFT_TO_THE_WISH = frozenset({"silent", "silent-on-numbers", "silent-on-change", "cause"})
"""A causal noun beside a wish belongs to the wish."""
_CAUSING = folded_pattern(
    r"(?:leads?|led|results?|resulted) (?:to|in)\b|cause[sd]?\b(?! of)|(?:contribut|induc|trigger)\w+\b"
)
"""A cause in a verb is told, whatever is wished for beside it."""
_AWARE = folded_pattern(
    r"\b(?:aware|noted|remember(?:ed)?|in mind|recogni[sz]ed?|informed|considered|warned|acknowledged?|stressed) that\b"
)
_LEAST_SAID = 30
"""Signs that must be left of a sentence without its wishes, or it said nothing else but for a verb of change."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What decided: the strength, the rule, and the words as a stretch of the sentence (None: no words at all)."""

    strength: Strength
    rule: str
    stretch: tuple[int, int] | None = None
    alone: bool = True
    """Whether no other kind of cue stands beside it."""

    def confidence(self, *, of_study: bool = False) -> float:
        """How often the rule was right: beside other cues, alone, and alone in a sentence about the study itself."""
        right = rules.RIGHT[self.rule]
        if not self.alone:
            return right.beside
        return right.of_study if of_study else right.alone


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
    if wishes and len(" ".join(said.split())) < _LEAST_SAID and not _tells_at_all(said, look):
        return Cue(Strength.NONE, "wish", alone=look.search(rules.MODAL, whole) is None)
    if wishes:
        open_question = look.search(rules.OPEN_QUESTION, said)
    if open_question is not None:
        return Cue(Strength.NONE, "open-question", open_question.span())
    cue = _relation_in(look.without(rules.TOPIC, said), look)
    if wishes and cue.rule in _LEFT_TO_THE_WISH and not _tells_a_cause(said, cue):
        return Cue(Strength.NONE, "silent-beside-wish", alone=cue.alone)
    return cue


def _tells_at_all(said: str, look: Look) -> bool:
    """Whether the few words beside a wish tell something themselves: 'humming is effective, and should be ...'."""
    return any(_change_verbs(said, look)) or says_good_or_bad(said) or tells_a_deed(said)


def _tells_a_cause(said: str, cue: Cue) -> bool:
    if cue.stretch is None:
        return False
    return _CAUSING.match(said, cue.stretch[0]) is not None or says_good_or_bad(said)


def _relation_in(said: str, look: Look) -> Cue:
    causes = sorted((*look.each(rules.CAUSE, said), *_change_verbs(said, look)), key=re.Match.start)
    if causes:
        caused = causes[0].end()
        said = said[:caused] + look.without(rules.ASSOCIATED_IN_PASSING, said[caused:])
    association, difference = look.search(rules.ASSOCIATION, said), look.search(rules.DIFFERENCE, said)
    if association and _ABOUT_ASSOCIATION.search(said):
        return Cue(Strength.ASSOCIATIONAL, "association", association.span(), alone=not causes)
    weakened = look.search(rules.HEDGED_USE, said) or next((one for one in causes if _is_weakened(one, look)), None)
    if association and not _outweighs(causes, weakened, association):
        return Cue(Strength.ASSOCIATIONAL, _prediction_rule(association), association.span(), alone=not causes)
    if weakened:
        return Cue(Strength.HEDGED, _hedged_rule(weakened), weakened.span(), alone=not (association or difference))
    if causes:
        return Cue(Strength.DIRECT, _cause_rule(causes), causes[0].span(), alone=not (association or difference))
    modal = look.search(rules.MODAL, said) is not None
    if difference:
        return Cue(Strength.ASSOCIATIONAL, "difference", difference.span(), alone=not modal)
    return Cue(Strength.NONE, _silence_rule(said), alone=not modal)


def _silence_rule(said: str) -> str:
    """Silence of a sentence with words of change, or with what was counted, is less surely no finding."""
    if rules.NEAR_A_RELATION.search(said):
        return "silent-on-change"
    if tells_a_deed(said):
        return "silent-on-deed"
    return "silent-on-numbers" if _NUMBER.search(said) else "silent"


def _outweighs(causes: list[re.Match[str]], weakened: re.Match[str] | None, association: re.Match[str]) -> bool:
    """A causal word comes first, or has its own modal close before it (specification, rule 1)."""
    if any(one.start() < association.start() for one in (*causes, weakened) if one):
        return True
    if weakened is None:
        return False
    return weakened.re is rules.HEDGED_USE.pattern or bool(_MODAL_CLOSE.search(weakened.string[: weakened.start()]))


def _prediction_rule(association: re.Match[str]) -> str:
    """Said to predict or to be related; or only told beside each other ('higher rates', 'markers of')."""
    return "prediction" if _ABOUT_PREDICTION.search(association[0]) else "accompaniment"


def _hedged_rule(cause: re.Match[str]) -> str:
    """Weakened by the verb's own modal ('may improve'), or by a word farther off ('potentially', 'seems')."""
    return "modal-cause" if _MODAL_BESIDE.search(cause.string[: cause.start()]) else "hedged-cause"


def _cause_rule(causes: list[re.Match[str]]) -> str:
    if len(causes) > 1:
        return "causes"
    return "cause-verb" if "ending" in causes[0].re.groupindex else "cause"


def _blank(found: re.Match[str]) -> str:
    """Spaces of the same length, so that places stay what they are."""
    return " " * len(found[0])


def _without_wishes(sentence: str, look: Look) -> str:
    """The sentence with its clauses of advice and open questions blanked out."""
    said = sentence
    for clause in clauses_of(sentence):
        wishes = [one for one in (clause.head, *clause.tails) if _is_wish(sentence[slice(*one)], look)]
        for start, end in (clause.head, *clause.tails) if clause.head in wishes else wishes:
            until = _known_from(sentence, start, end, look)
            said = said[:start] + " " * (until - start) + said[until:]
    return said


def _known_from(sentence: str, start: int, end: int, look: Look) -> int:
    """Where a wish ends: behind 'should be aware that' stands what is known, unless it is a wish again."""
    known = _AWARE.search(sentence, start, end)
    return end if known is None or _is_wish(sentence[known.end() : end], look) else known.end()


def _is_wish(clause: str, look: Look) -> bool:
    return bool(look.search(rules.OPEN_QUESTION, clause) or look.search(rules.ADVICE, clause))


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
    if before in rules.NOT_BEFORE_VERB:
        return before == "and"
    return before.endswith("s") or (bool(before) and verb["verb"] in rules.ONLY_A_VERB)


def _is_doubted(said: str, cause: int) -> bool:
    """Whether a hedge before the causal word is one only to some readers, or evidence for it is said to be lacking."""
    return bool(rules.DOUBTED_HEDGE.search(said, 0, cause) or rules.DOUBTED_EVIDENCE.search(said))


def strength_of(sentence: Sentence, look: Look | None = None) -> Read[Strength]:
    """How strongly one sentence words a relation; a sentence without any cue is read as 'none', inferred."""
    cue = cue_of(sentence.folded, look or Look(sentence))
    rule = f"wording.{cue.rule}"
    confidence = cue.confidence(of_study=not rules.OF_A_STUDY.isdisjoint(sentence.words))
    if cue.strength is Strength.DIRECT and cue.stretch and _is_doubted(sentence.folded, cue.stretch[0]):
        confidence = min(confidence, _FOR_A_PERSON)
    if cue.stretch is None:
        return Read(cue.strength, "inferred", confidence, rule=rule)
    return Read(cue.strength, "explicit", confidence, (sentence.part(*cue.stretch),), rule=rule)


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
