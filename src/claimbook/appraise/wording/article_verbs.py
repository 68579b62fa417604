"""Causal verbs of an article in their place: 'cuts your risk', and neither 'cuts of meat' nor 'with reduced mobility'.

A form counts where something stands before it that can do it and something behind it that it can be done to; a verb
that has other uses only where that is an outcome of health.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimbook.appraise.wording import article_rules as rules
from claimbook.appraise.wording.article_phrases import HEALTH

_WORD = re.compile(r"[\w%']+(?:-[\w']+)*|[,()\"]")
Rule = Literal["verb", "aim", "heading"]
_Ending = Literal["base", "s", "ed", "ing"]
_OBJECT_WITHIN = 75
"""Signs behind a verb in which its object names an outcome of health."""
_BY = re.compile(r"\W+(?:\w+\W+){0,3}?(?:by|with|through|using|thanks to|if)\b")
_MEANS = re.compile(r"\b(?:by|with)\b")
_RELATIVE = re.compile(r",\s(which|who)\s\Z")
"""Before a part that is a relative clause."""
_PLURAL = re.compile(r"[^sui']s$|ies$")
_HEADING = 5
"""Words of a heading, at most."""
_NEAR = 5
"""Words at the beginning of a part, or before a verb, among which its subject is."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a causal verb."""

    verb: str
    ending: _Ending
    past_as_base: bool = False
    """Whether the past looks like the verb itself: 'cut', 'beat'."""


@dataclass(frozen=True, slots=True)
class Found:
    """A causal verb in a sentence."""

    start: int
    end: int
    rule: Rule = "verb"
    """A statement; the aim of an order ('swap butter for oil to cut your cholesterol'); a heading ('Cut your risk')."""


def _forms() -> Iterator[tuple[str, Form]]:
    for verb in rules.VERBS | rules.VERBS_OF_HEALTH:
        stem = verb + verb[-1] if verb in rules.DOUBLED else verb.removesuffix("e")
        past = rules.IRREGULAR.get(verb, (f"{_y(stem)}ed",))
        yield verb, Form(verb, "base", verb in past)
        yield f"{_y(verb)}es" if re.search(r"(?:[sxzo]|ch|sh|[^aeiou]y)$", verb) else f"{verb}s", Form(verb, "s")
        yield f"{stem}ing", Form(verb, "ing")
        yield from ((one, Form(verb, "ed")) for one in past if one != verb)


def _y(verb: str) -> str:
    return re.sub(r"(?<=[^aeiou])y$", "i", verb)


FORMS = dict(_forms())
"""Every form of the causal verbs."""


def verbs_in(said: str, start: int, end: int, *, ordered: bool = False) -> Iterator[Found]:
    """The causal verbs of a part of a sentence in lower case, in order.

    Args:
        said: the sentence.
        start: where the part begins.
        end: where it ends.
        ordered: whether the sentence tells the reader to do something, so that 'to' tells what for.
    """
    part = _Part(said, tuple(_WORD.finditer(said, start, end)), ordered=ordered)
    seen = False
    for at, token in enumerate(part.tokens):
        form = FORMS.get(token[0])
        rule = part.rule_of(form, at, seen=seen) if form else None
        if rule is not None:
            seen = True
            yield Found(*token.span(), rule)


@dataclass(frozen=True)
class _Part:
    """A part of a sentence, word by word."""

    said: str
    tokens: tuple[re.Match[str], ...]
    ordered: bool

    def rule_of(self, form: Form, at: int, *, seen: bool) -> Rule | None:
        """By which rule a form stands for a causal verb here, if it does; ``seen``: another one stands before it."""
        before = self._before(at)
        if form.ending == "ed" and before in rules.PASSIVE:
            return "verb" if self._is_done_by_something(form, at) else None
        if not self._has_object(form, at):
            return None
        said = self.said[: self.tokens[at].start()]
        if before == "to":
            return self._aim(said)
        if form.ending == "ing":
            return "verb" if rules.BY_WAY.search(said) else None
        if before is None:
            return self._at_the_start(form, at)
        return "verb" if self._has_subject(form, at, before, seen=seen) else None

    def _before(self, at: int) -> str | None:
        """The word before, adverbs aside; of a relative clause 'which' or 'who'; None where nothing stands before."""
        relative = _RELATIVE.search(self.said, 0, self.tokens[0].start())
        words = (token[0] for token in reversed(self.tokens[:at]) if not rules.ADVERB.match(token[0]))
        return next(words, relative[1] if relative else None)

    def _is_done_by_something(self, form: Form, at: int) -> bool:
        """'Colds can be cured by tea'; 'the ham is cured with salt' is of no health."""
        end = self.tokens[-1].end()
        by = _BY.match(self.said, self.tokens[at].end(), end) is not None
        return by and (form.verb in rules.VERBS or HEALTH.search(self.said, self.tokens[0].start(), end) is not None)

    def _has_object(self, form: Form, at: int) -> bool:
        after = next((token[0] for token in self.tokens[at + 1 :] if token[0] not in rules.PARTICLES), None)
        if after is None:
            return False
        if form.verb == "help":
            return after not in rules.NOT_HELPED
        if not after[0].isalnum() or after in rules.NOT_OBJECT:
            return False
        if form.verb in rules.VERBS or (after in {"you", "us"} and form.verb in rules.DONE_TO_YOU):
            return True
        behind = self.tokens[at].end()
        return HEALTH.search(self.said, behind, min(behind + _OBJECT_WITHIN, self.tokens[-1].end())) is not None

    def _aim(self, left: str) -> Rule | None:
        """Behind 'to': shown to happen, or what an order is good for."""
        if rules.SHOWN.search(left):
            return "verb"
        return "aim" if self.ordered and not rules.NO_FINDING.search(left) else None

    def _at_the_start(self, form: Form, at: int) -> Rule | None:
        """'Reduces leg pain' and 'Reduce leg pain' are headings; 'Cut your risk by walking' is an order for a cause."""
        if form.ending != "base":
            return "verb" if form.ending == "s" else None
        rest = self.said[self.tokens[at].end() :]
        if _MEANS.search(rest):
            return "aim"
        short = len(rest.split()) < _HEADING and rest[-1:].isalnum()
        return "heading" if short and HEALTH.search(rest) else None

    def _has_subject(self, form: Form, at: int, before: str, *, seen: bool) -> bool:
        if form.ending == "base":
            return self._has_plural_subject(form, at, before, seen=seen)
        if before == "and":
            return seen or (form.ending == "s" and at > 1)
        if not before[0].isalnum():
            return form.ending == "s" or before in {",", ")"}
        this = form.ending == "s" and before == "this"  # 'this lowers pain', not 'this lowered level'
        return this or before in rules.SUBJECTS or before not in rules.NOT_BEFORE

    def _has_plural_subject(self, form: Form, at: int, before: str, *, seen: bool) -> bool:
        if before in rules.HAVE:  # 'has cut the risk', not 'had lower cholesterol'
            return form.past_as_base
        if before in rules.BEFORE_BASE:
            return True
        if before == ",":  # 'could, in theory, strengthen'
            return any(one[0] in rules.WEAK for one in self.tokens[max(0, at - _NEAR - 1) : at])
        if before == "and" or not before[0].isalnum():
            return before == "and" and seen
        if before in rules.NOT_BEFORE and before not in rules.PLURAL:
            return False
        return form.past_as_base or _is_plural(before) or _begins_in_plural([one[0] for one in self.tokens[:at]])


def _begins_in_plural(words: list[str]) -> bool:
    """'Screens before bed ruin sleep', 'walking and cycling lower the risk': a plural, and no verb yet."""
    if any(word in rules.FINITE or (word in FORMS and FORMS[word].ending == "s") for word in words):
        return False
    return "and" in words[-_NEAR:] or any(_is_plural(word) for word in words[:_NEAR])


def _is_plural(word: str) -> bool:
    return word in rules.PLURAL or _PLURAL.search(word) is not None
