"""Yes, no or maybe to a research question, from the results of an abstract and never from its conclusion.

Three things speak: the form of the question, whether its sentences report an effect or none (a model of words learned
from trial results), and cues in the sentences that share words with the question. Weights: `benchmarks/train_answer.py`
from ``evidence_inference`` and ``pubmedqa``, both of which may train. The answer is always inferred, never explicit.
"""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise import answer_rules as rules
from claimbook.appraise.headings import Role
from claimbook.appraise.index import tokens
from claimbook.appraise.lexicon import fold
from claimbook.appraise.lines import LINES
from claimbook.appraise.stem import stem
from claimbook.appraise.text import Sentence, Text
from claimbook.model.appraisal import Read

AnswerWord = Literal["yes", "no", "maybe"]
ANSWERS: tuple[AnswerWord, ...] = ("yes", "no", "maybe")
LINE = LINES["answer"]
_TOKEN = re.compile(r"[a-z]+|\d+|[<>=\u2264\u2265%]")
_EFFECT_CAP, _SPREAD_CAP = 4.0, 2.5
_SHARPNESS = 6.0
"""How much more a sentence counts that shares words with the question."""

_MAY_REPORT = frozenset({Role.OTHER})

Floats = NDArray[np.float64]
Stored = dict[str, Any]
"""A model as it lies in its file."""


def effect_features(sentence: str) -> list[str]:
    """Stems with signs, alone and as pairs and triples of neighbours; every number is '#'."""
    said = ["#" if token.isdigit() else stem(token) for token in _TOKEN.findall(fold(sentence))]
    pairs = [f"{one} {two}" for one, two in pairwise(said)]
    triples = [f"{pair} {three}" for pair, three in zip(pairs, said[2:], strict=False)]
    return list(dict.fromkeys((*said, *pairs, *triples)))


@dataclass(frozen=True)
class EffectModel:
    """Log odds that a sentence reports an effect, against none."""

    weights: dict[str, float]
    bias: float

    def of(self, sentence: str) -> float:
        """Between -1 (surely none) and 1 (surely an effect)."""
        raw = self.bias + sum(self.weights.get(feature, 0.0) for feature in effect_features(sentence))
        return max(-_EFFECT_CAP, min(_EFFECT_CAP, raw)) / _EFFECT_CAP


@dataclass(frozen=True)
class AnswerModel:
    """A linear model over the features of a question and its results; shapes (features,), (features, answers)."""

    names: tuple[str, ...]
    middle: Floats
    spread: Floats
    weights: Floats
    bias: Floats

    def chances(self, features: dict[str, float]) -> Floats:
        """The chance of each answer, in the order of ANSWERS."""
        raw = np.array([features.get(name, 0.0) for name in self.names])
        known = np.clip((raw - self.middle) / self.spread, -_SPREAD_CAP, _SPREAD_CAP)
        scores = known @ self.weights + self.bias
        raised = np.exp(scores - scores.max())
        shares: Floats = raised / raised.sum()
        return shares


@cache
def _stored() -> dict[str, Stored]:
    stored: dict[str, Stored] = json.loads(
        files("claimbook.appraise").joinpath("weights/answer.json").read_text("utf-8")
    )
    return stored


@cache
def shipped_effect_model() -> EffectModel:
    """The model of sentences that ships with the package."""
    return effect_model_of(_stored()["effect"])


@cache
def shipped_answer_model() -> AnswerModel:
    """The model of answers that ships with the package."""
    return answer_model_of(_stored()["answer"])


def effect_model_of(stored: Stored) -> EffectModel:
    """A model of sentences from its stored whole numbers."""
    scale = stored["scale"]
    return EffectModel({name: weight / scale for name, weight in stored["weights"].items()}, stored["bias"])


def answer_model_of(stored: Stored) -> AnswerModel:
    """A model of answers as it is stored."""
    middle, spread, weights, bias = (np.array(stored[part], dtype=float) for part in PARTS)
    return AnswerModel(tuple(stored["names"]), middle, spread, weights, bias)


PARTS = ("middle", "spread", "weights", "bias")


def results_of(text: Text) -> tuple[Sentence, ...]:
    """The sentences that report results; where none is told apart, those that no heading calls anything else."""
    told = text.in_roles(Role.RESULTS)
    return told or tuple(one for one in text.sentences if one.role in _MAY_REPORT or not one.printed_role)


def answer_of(question: str, text: Text, model: AnswerModel | None = None) -> Read[AnswerWord]:
    """The answer that the results give to a question, with the sentence nearest to it; missing without results."""
    results = results_of(text)
    if not results:
        return Read.missing("answer.no-results")
    chances = (model or shipped_answer_model()).chances(answer_features(question, results))
    best = int(chances.argmax())
    nearest = results[int(np.argmax(_shared(question, results)))]
    return Read(ANSWERS[best], "inferred", float(chances[best]), (nearest.span,), rule="answer.learned")


def answer_features(question: str, results: Sequence[Sentence]) -> dict[str, float]:
    """Everything the model looks at, by name."""
    asked = fold(question)
    kind = kind_of(asked)
    found = dict.fromkeys(question_features(asked, kind), 1.0)
    shared = _shared(question, results)
    near = _shares(_SHARPNESS * shared)
    found |= _effects(results, shared, kind)
    said = np.array([[_times(name, one.folded) for name in rules.SAID_PATTERNS] for one in results])
    for name, weighted, mean in zip(rules.SAID_PATTERNS, near @ said, said.mean(axis=0), strict=True):
        found[f"near: {name}"], found[f"mean: {name}"] = float(weighted), float(mean)
    found["length"] = math.log(len(results))
    return found


def kind_of(question: str) -> str:
    """What an absence of differences would mean for the answer."""
    if rules.TURNED.search(question):
        return "turned"
    if rules.DOUBTED.search(question):
        return "doubted"
    return "effect" if rules.EFFECT.search(question) else "other"


def question_features(asked: str, kind: str) -> list[str]:
    """Form, kind and topics of a question."""
    verb = (rules.FORM.search(asked.rsplit(":", maxsplit=1)[-1]) or {"verb": "none"})["verb"]
    topics = [f"about: {name}" for name, pattern in rules.ABOUT_PATTERNS.items() if pattern.search(asked)]
    titled = ["titled"] if ":" in asked or "--" in asked else []
    return [f"form: {rules.FORMS.get(verb, verb)}", f"kind: {kind}", *topics, *titled]


def _effects(results: Sequence[Sentence], shared: Floats, kind: str) -> dict[str, float]:
    model = shipped_effect_model()
    effects = np.array([model.of(one.text) for one in results])
    late = np.arange(len(results)) / max(len(results) - 1, 1)
    near, final = float(_shares(_SHARPNESS * shared) @ effects), float(_shares(3 * late + 3 * shared) @ effects)
    return {
        "effect: near": near,
        "effect: late": final,
        f"effect: near, {kind}": near,
        f"effect: late, {kind}": final,
        "effect: least": float(effects.min()),
        "effect: most": float(effects.max()),
        "effect: mean": float(effects.mean()),
        "effect: first": float(effects[0]),
        "effect: last": float(effects[-1]),
        "effect: spread": float(effects.std()),
    }


def _shared(question: str, results: Sequence[Sentence]) -> Floats:
    """The share of the question's words that each sentence holds."""
    asked = {stem(token) for token in tokens(question)}
    return np.array([len(asked & {stem(token) for token in tokens(one.text)}) / (len(asked) or 1) for one in results])


def _times(name: str, folded: str) -> int:
    return min(2, len(rules.SAID_PATTERNS[name].findall(folded)))


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares
