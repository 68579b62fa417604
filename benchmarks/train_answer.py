"""Train the answers to research questions: ``python benchmarks/train_answer.py --data DIR``.

First a model of denials: do authors who report such results conclude that something is not so? Its examples are the
abstracts of ``section_roles`` train and of the ``scifact`` corpus that print both parts; a table of words tells whether
the conclusion denies, and the title stands for the question. Then a model of answers from ``pubmedqa`` train, whose
conclusions are never read. All three may train. Writes ``src/claimbook/appraise/weights/answer.json``; the same input
gives the same file. `sets.pubmedqa` calls `cross_validated` where it scores the rows that were trained on.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_array, hstack
from sets.files import Row, rows_of
from sets.pubmedqa_text import text_of_row
from sklearn.linear_model import LogisticRegression

from claimbook.appraise.answer.chance import (
    ANSWERS,
    PARTS,
    SPREAD_CAP,
    Features,
    LinearModel,
    answer_features,
    cue_features,
    model_of,
    result_sentences,
    word_features,
)
from claimbook.appraise.answer.rules import SAID_PATTERNS
from claimbook.appraise.learned import Floats
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text, text_of
from claimbook.model.record import AbstractSection

TARGET = Path(__file__).parents[1] / "src/claimbook/appraise/weights/answer.json"
RAREST, SCALE, MILDNESS = 10, 100, 0.03
CUES_BESIDE_WORDS = 0.3
"""Cues count on this scale beside the shares of words: the smaller, the more they are held back."""
RAREST_OF_ANSWERS, MILDNESS_OF_ANSWERS = 10, 0.1
DENIED = (
    SAID_PATTERNS["nothing"],
    SAID_PATTERNS["likeness"],
    re.compile(r"\b(?:not?\b|neither\b|poor\b|lack|unlikely|insufficient|limited)"),
)
"""Words of a conclusion that deny."""


def abstracts(data: Path) -> Iterator[Text]:
    """Abstracts that may train; those of ``scifact`` print their headings within the text."""
    for row in rows_of(data, "section_roles", "train"):
        yield text_of(row["title"], *(AbstractSection(part["text"], part["label"]) for part in row["sections"]))
    for row in rows_of(data, "scifact", "corpus"):
        if row["structured"]:
            yield text_of(row["title"], " ".join(row["abstract"]))


def denials(data: Path) -> Iterator[tuple[Features, Features, bool]]:
    """Words and cues of results, and whether the conclusion behind them denies something."""
    for text in abstracts(data):
        results, concluded = text.in_roles(Role.RESULTS), text.in_roles(Role.CONCLUSIONS)
        if results and concluded:
            denied = any(pattern.search(one.folded) for one in concluded for pattern in DENIED)
            yield word_features(results), cue_features(text.title, results), denied


def denial_weights(data: Path) -> dict[str, Any]:
    """The model of denials; weights of words are whole numbers."""
    words, cues, denied = zip(*denials(data), strict=True)
    seen = Counter(word for one in words for word in one)
    names = sorted(word for word, times in seen.items() if times >= RAREST)
    scaled = _Scaled(cues)
    rows = hstack([_matrix(words, names), csr_array(CUES_BESIDE_WORDS * scaled.rows)])
    model = LogisticRegression(C=MILDNESS, max_iter=500).fit(rows, denied)
    of_words, of_cues = np.split(model.coef_[0], [len(names)])
    whole = np.rint(of_words * SCALE).astype(int).tolist()
    kept = {name: weight for name, weight in zip(names, whole, strict=True) if weight}
    stored = scaled.stored(CUES_BESIDE_WORDS * of_cues[:, None], model.intercept_)
    return {"scale": SCALE, "words": kept, "cues": stored, "examples": len(denied)}


def _matrix(rows: Sequence[Features], names: Sequence[str]) -> csr_array:
    column = {name: place for place, name in enumerate(names)}
    cells = [
        (row, column[name], value) for row, one in enumerate(rows) for name, value in one.items() if name in column
    ]
    down, across, values = zip(*cells, strict=True)
    return csr_array((values, (down, across)), shape=(len(rows), len(names)))


class _Scaled:
    """Features as distances from their middle, in spreads."""

    def __init__(self, features: Sequence[Features], rarest: int = 1) -> None:
        seen = Counter(name for one in features for name, value in one.items() if value)
        self.names = sorted(name for name, times in seen.items() if times >= rarest)
        raw = np.array([[one.get(name, 0.0) for name in self.names] for one in features])
        self.middle, self.spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
        self.rows: Floats = np.clip((raw - self.middle) / self.spread, -SPREAD_CAP, SPREAD_CAP)

    def stored(self, weights: Floats, bias: Floats) -> dict[str, Any]:
        """A linear model over these features, for its file."""
        parts = zip(PARTS, (self.middle, self.spread, weights, bias), strict=True)
        return {"names": self.names} | {part: np.round(values, 5).tolist() for part, values in parts}


def answer_weights(features: Sequence[Features], answers: Sequence[str]) -> dict[str, Any]:
    """The model of answers."""
    scaled = _Scaled(features, RAREST_OF_ANSWERS)
    model = LogisticRegression(C=MILDNESS_OF_ANSWERS, max_iter=500).fit(scaled.rows, answers)
    order = [list(model.classes_).index(answer) for answer in ANSWERS]
    return scaled.stored(model.coef_[order].T, model.intercept_[order])


def features_of(rows: Sequence[Row]) -> list[Features]:
    """The features of every row; none where it tells no results."""
    told = ((row["question"], result_sentences(text_of_row(row))) for row in rows)
    return [answer_features(question, results) if results else {} for question, results in told]


def cross_validated(rows: Sequence[Row]) -> list[LinearModel]:
    """For each row a model that was trained without the row's fold; no model of denials has seen any of them."""
    features = features_of(rows)
    folds = {row["cv_fold"] for row in rows}
    models = {}
    for fold in sorted(folds):
        kept = [place for place, row in enumerate(rows) if row["cv_fold"] != fold]
        stored = answer_weights([features[place] for place in kept], [rows[place]["answer"] for place in kept])
        models[fold] = model_of(stored)
    return [models[row["cv_fold"]] for row in rows]


def main() -> None:
    """Train both and write; the second sees the first through the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    stored = {"denial": denial_weights(data)}
    write(stored)
    rows = list(rows_of(data, "pubmedqa", "train"))
    write(stored | {"answer": answer_weights(features_of(rows), [row["answer"] for row in rows])})
    told = stored["denial"]
    print(f"abstracts={told['examples']} words={len(told['words'])} answers={len(rows)} bytes={TARGET.stat().st_size}")


def write(stored: dict[str, Any]) -> None:
    """The weights as one line."""
    TARGET.write_text(json.dumps(stored, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
