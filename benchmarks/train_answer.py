"""Train the answers to research questions: ``python benchmarks/train_answer.py --data DIR``.

First a model of sentences (effect or none) from the evidence sentences of ``evidence_inference`` train, then a model of
answers from ``pubmedqa`` train (both MIT, may train). Writes ``src/claimbook/appraise/weights/answer.json``; the same
input gives the same file. `sets.pubmedqa` calls `cross_validated` where it scores the rows that were trained on.
"""

import argparse
import ast
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sets.files import Row, rows_of
from sets.pubmedqa_text import text_of_row
from sklearn.linear_model import LogisticRegression

from claimbook.appraise.answer import (
    ANSWERS,
    PARTS,
    AnswerModel,
    answer_features,
    answer_model_of,
    effect_features,
    results_of,
)

TARGET = Path(__file__).parents[1] / "src/claimbook/appraise/weights/answer.json"
RAREST, SCALE, LONGEST, MILDNESS = 4, 100, 600, 0.1
RAREST_OF_ANSWERS, MILDNESS_OF_ANSWERS, CAP = 10, 0.01, 2.5


def evidence(data: Path) -> Iterator[tuple[str, bool]]:
    """Sentences that annotators marked, and whether they show an effect; those marked both ways are left out."""
    labels: dict[str, set[bool]] = {}
    for row in rows_of(data, "evidence_inference", "train"):
        marked = row["evidence"] if isinstance(row["evidence"], list) else ast.literal_eval(row["evidence"])
        for one in marked:
            if one["valid_label"] and len(one["text"]) < LONGEST:
                labels.setdefault(one["text"], set()).add(int(one["label"]) != 0)
    return ((text, shown.pop()) for text, shown in labels.items() if len(shown) == 1)


def effect_weights(data: Path) -> dict[str, Any]:
    """The model of sentences, in whole numbers."""
    texts, shown = zip(*evidence(data), strict=True)
    features = [effect_features(text) for text in texts]
    seen = Counter(feature for one in features for feature in one)
    names = sorted(feature for feature, times in seen.items() if times >= RAREST)
    column = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(texts), len(names)), dtype=np.float32)
    for row, these in enumerate(features):
        matrix[row, [column[one] for one in these if one in column]] = 1
    model = LogisticRegression(C=MILDNESS, max_iter=500).fit(matrix, shown)
    whole = np.rint(model.coef_[0] * SCALE).astype(int).tolist()
    kept = {name: weight for name, weight in zip(names, whole, strict=True) if weight}
    return {"scale": SCALE, "bias": round(float(model.intercept_[0]), 4), "weights": kept}


def answer_weights(features: Sequence[dict[str, float]], answers: Sequence[str]) -> dict[str, Any]:
    """The model of answers: features as distances from their middle, in spreads."""
    seen = Counter(name for one in features for name, value in one.items() if value)
    names = sorted(name for name, times in seen.items() if times >= RAREST_OF_ANSWERS)
    raw = np.array([[one.get(name, 0.0) for name in names] for one in features])
    middle, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    known = np.clip((raw - middle) / spread, -CAP, CAP)
    model = LogisticRegression(C=MILDNESS_OF_ANSWERS, max_iter=500).fit(known, answers)
    order = [list(model.classes_).index(answer) for answer in ANSWERS]
    parts = (middle, spread, model.coef_[order].T, model.intercept_[order])
    return {"names": names} | {part: np.round(values, 5).tolist() for part, values in zip(PARTS, parts, strict=True)}


def features_of(rows: Sequence[Row]) -> list[dict[str, float]]:
    """The features of every row; none where it tells no results."""
    told = ((row["question"], results_of(text_of_row(row))) for row in rows)
    return [answer_features(question, results) if results else {} for question, results in told]


def cross_validated(rows: Sequence[Row]) -> list[AnswerModel]:
    """For each row a model that was trained without the row's fold."""
    features = features_of(rows)
    folds = {row["cv_fold"] for row in rows}
    models = {}
    for fold in sorted(folds):
        kept = [place for place, row in enumerate(rows) if row["cv_fold"] != fold]
        stored = answer_weights([features[place] for place in kept], [rows[place]["answer"] for place in kept])
        models[fold] = answer_model_of(stored)
    return [models[row["cv_fold"]] for row in rows]


def main() -> None:
    """Train both and write; the second sees the first through the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    stored = {"effect": effect_weights(data)}
    write(stored)
    rows = list(rows_of(data, "pubmedqa", "train"))
    write(stored | {"answer": answer_weights(features_of(rows), [row["answer"] for row in rows])})
    print(f"sentences={len(stored['effect']['weights'])} answers={len(rows)} bytes={TARGET.stat().st_size}")


def write(stored: dict[str, Any]) -> None:
    """The weights as one line."""
    TARGET.write_text(json.dumps(stored, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
