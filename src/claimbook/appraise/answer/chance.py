"""Yes, no or maybe to a research question, from the results of an abstract and never from its conclusion.

Two things speak: what the question asks (its form, and what an absence of differences would mean for it), and whether
the results sound like those whose authors go on to deny something. The second was learned from abstracts of two other
sets, ``section_roles`` and ``scifact``, so that only a dozen weights come from ``pubmedqa``; all three may train.
Weights: `benchmarks/train_answer.py`. The answer is always inferred, never explicit.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal

import numpy as np

from claimbook.appraise.answer import rules
from claimbook.appraise.learned import Floats, softmax, weights_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.appraise.text.stem import stem
from claimbook.appraise.text.tokens import tokens
from claimbook.model.appraisal import Read

AnswerWord = Literal["yes", "no", "maybe"]
ANSWERS: tuple[AnswerWord, ...] = ("yes", "no", "maybe")
LINE = LINES["answer"]
_TOKEN = re.compile(r"[a-z]+|\d+|[<>=\u2264\u2265%]")
SPREAD_CAP = 2.5
"""No feature counts more than this many spreads from its middle."""
_SHARPNESS = 6.0
"""How much more a sentence counts that shares words with the question."""
_WHERE = ("near", "mean")
"""Where a cue is counted: mostly near the question, and in all sentences alike."""

Features = dict[str, float]
Stored = dict[str, Any]
"""A model as it lies in its file."""


@dataclass(frozen=True)
class LinearModel:
    """Weighed features, each as its distance from the middle in spreads; shapes (features,), (features, outputs)."""

    names: tuple[str, ...]
    middle: Floats
    spread: Floats
    weights: Floats
    bias: Floats

    def scores(self, features: Features) -> Floats:
        """One number for each output."""
        raw = np.array([features.get(name, 0.0) for name in self.names])
        known = np.clip((raw - self.middle) / self.spread, -SPREAD_CAP, SPREAD_CAP)
        scores: Floats = known @ self.weights + self.bias
        return scores


PARTS = ("middle", "spread", "weights", "bias")


@dataclass(frozen=True)
class DenialModel:
    """Whether authors who report such results conclude that something is not so."""

    words: dict[str, float]
    cues: LinearModel

    def of(self, question: str, results: Sequence[Sentence]) -> float:
        """Log odds of a denial."""
        known = sum(self.words.get(word, 0.0) * share for word, share in word_features(results).items())
        return known + float(self.cues.scores(cue_features(question, results))[0])


@cache
def _stored() -> dict[str, Stored]:
    return weights_of("answer")


@cache
def shipped_denial_model() -> DenialModel:
    """The model of denials that ships with the package."""
    stored = _stored()["denial"]
    scale = stored["scale"]
    return DenialModel({word: weight / scale for word, weight in stored["words"].items()}, model_of(stored["cues"]))


@cache
def shipped_answer_model() -> LinearModel:
    """The model of answers that ships with the package."""
    return model_of(_stored()["answer"])


def model_of(stored: Stored) -> LinearModel:
    """A linear model as it is stored."""
    middle, spread, weights, bias = (np.array(stored[part], dtype=float) for part in PARTS)
    return LinearModel(tuple(stored["names"]), middle, spread, weights, bias)


def result_sentences(text: Text) -> tuple[Sentence, ...]:
    """The sentences that report results; where none is told apart, those that no heading calls anything else."""
    told = text.in_roles(Role.RESULTS)
    return told or tuple(one for one in text.sentences if one.role is Role.OTHER or not one.printed_role)


def answer_of(question: str, text: Text, model: LinearModel | None = None) -> Read[AnswerWord]:
    """The answer that the results give to a question, with the sentence nearest to it; missing without results."""
    results = result_sentences(text)
    if not results:
        return Read.missing("answer.no-results")
    chances = softmax((model or shipped_answer_model()).scores(answer_features(question, results)))
    best = int(chances.argmax())
    nearest = results[int(np.argmax(_shared(question, results)))]
    return Read(ANSWERS[best], "inferred", float(chances[best]), (nearest.span,), rule="answer.learned")


def answer_features(question: str, results: Sequence[Sentence]) -> Features:
    """Everything the model of answers looks at, by name."""
    asked = fold(question)
    return {
        f"form: {form_of(asked)}": 1.0,
        f"kind: {question_kind(asked)}": 1.0,
        "contrast": float(np.mean([_times("contrast", one.folded) for one in results])),
        "denial": shipped_denial_model().of(question, results),
    }


def question_kind(asked: str) -> str:
    """What an absence of differences would mean for the answer."""
    return next((kind for kind, pattern in rules.KINDS.items() if pattern.search(asked)), "other")


def form_of(asked: str) -> str:
    """The verb that opens a question, behind its title; 'none' of a title that is no sentence."""
    verb = (rules.FORM.search(asked.rsplit(":", maxsplit=1)[-1]) or {"verb": "none"})["verb"]
    return rules.FORMS.get(verb, verb)


def word_features(results: Sequence[Sentence]) -> Features:
    """Stems with signs, alone and as pairs of neighbours, every number '#': the share of sentences that hold each."""
    held = Counter(word for one in results for word in _words_of(one.folded))
    return {word: times / len(results) for word, times in held.items()}


def _words_of(folded: str) -> list[str]:
    said = ["#" if token.isdigit() else stem(token) for token in _TOKEN.findall(folded)]
    return list(dict.fromkeys((*said, *(f"{one} {two}" for one, two in pairwise(said)))))


def cue_features(question: str, results: Sequence[Sentence]) -> Features:
    """How often each cue is said, in all sentences and in those that share words with the question."""
    near = softmax(_SHARPNESS * _shared(question, results))
    said = np.array([[_times(name, one.folded) for name in rules.SAID_PATTERNS] for one in results])
    told = zip(rules.SAID_PATTERNS, near @ said, said.mean(axis=0), strict=True)
    return {f"{where}: {name}": float(times) for name, *both in told for where, times in zip(_WHERE, both, strict=True)}


def _shared(question: str, results: Sequence[Sentence]) -> Floats:
    """The share of the question's words that each sentence holds."""
    asked = {stem(token) for token in tokens(question)}
    return np.array([len(asked & {stem(token) for token in tokens(one.text)}) / (len(asked) or 1) for one in results])


def _times(name: str, folded: str) -> int:
    return min(2, len(rules.SAID_PATTERNS[name].findall(folded)))
