"""Train the reading of directions: ``python benchmarks/train_direction.py --data DIR [--compare]``.

Reads the training half of ``evidence_inference`` (may train: MIT; PMC open access) and learns which sentences answer a
triple, and what they say. Every marked evidence sentence is read twice, once from each arm with the label turned round,
unless it names no arm. How far an answer can be trusted is learned from answers to rows of papers that were left out.
Writes ``src/claimbook/appraise/weights/direction.json``; the same input gives the same file. ``--compare`` prints, by
cross-validation over papers, what each part of the features is worth, and writes nothing.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sets.files import Row, rows_of
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from claimbook.appraise.direction import model as direction_model
from claimbook.appraise.direction.change import in_order
from claimbook.appraise.direction.comparison import Finder, Triple
from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import (
    NO_ARM,
    Reading,
    direction_features,
    read_sentence,
    subject_of,
    turned,
)
from claimbook.appraise.direction.model import DirectionModel, Linear, vote
from claimbook.appraise.direction.preferred import standing
from claimbook.appraise.direction.rank import rank_features
from claimbook.appraise.text.reading import Sentence, text_of

TARGET = Path(__file__).parents[1] / "src/claimbook/appraise/weights/direction.json"
RAREST, SCALE, MILDNESS, FOLDS = 3, 256, 0.015, 5
LEAST_WEIGHT = 3
LEAST_WORDS, MOSTLY = 5, 0.8
_SIGNS = re.compile(r"\W+")
WORDS = ("w:", "ws:")
PARTS: dict[str, Callable[[str], bool]] = {
    "words only": lambda feature: feature.startswith((*WORDS, NO_ARM)),
    "signs, ways, tests and numbers only": lambda feature: not feature.startswith(WORDS),
    "both": lambda _: True,
}


@dataclass
class Example:
    """One row, prepared: what its sentences say, which are evidence, and the marked evidence from anywhere."""

    row: Row
    finder: Finder
    sentences: Sequence[Sentence]
    readings: list[Reading]
    ranking: np.ndarray
    is_evidence: np.ndarray
    marked: list[Reading]

    @property
    def label(self) -> int:
        """0 lower, 1 no difference, 2 higher."""
        return int(self.row["label"]) + 1


def plain(text: str) -> str:
    """Only letters and digits."""
    return _SIGNS.sub("", text.lower())


def overlaps(sentence: str, evidence: str) -> bool:
    """Whether a sentence is (a part of) a marked evidence, or holds it; marks may begin and end anywhere."""
    one, other = plain(sentence), plain(evidence)
    if one in other or other in one:
        return True
    words, marked = ({*_SIGNS.split(text.lower())} for text in (sentence, evidence))
    return min(len(words), len(marked)) > LEAST_WORDS and len(words & marked) / min(len(words), len(marked)) > MOSTLY


def prepared(row: Row) -> Example:
    """Read all sentences of a row once."""
    text = text_of(row["title"], row["abstract"])
    finder = Finder(f"{text.title}\n{text.abstract}", Triple(row["intervention"], row["comparator"], row["outcome"]))
    readings = list(in_order(text.sentences, [read_sentence(one.text, finder) for one in text.sentences]))
    inside = [one["text"] for one in row["evidence"] if one["in_abstract"]]
    evidence = np.array([any(overlaps(one.text, marked) for marked in inside) for one in text.sentences])
    agreed = dict.fromkeys(one["text"] for one in row["evidence"] if one["label"] == row["label"])
    marked = [read_sentence(one, finder) for one in agreed]
    ranking = rank_features(text.sentences, readings, finder)
    return Example(row, finder, text.sentences, readings, ranking, evidence, marked)


def scaled_logistic(rows: np.ndarray, labels: np.ndarray, mildness: float) -> Linear:
    """A logistic regression over numbers on one scale."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=mildness, max_iter=1000).fit((rows - mean) / spread, labels)
    return Linear(mean, spread, model.coef_[0], float(model.intercept_[0]))


def ranking_of(examples: Sequence[Example]) -> Linear:
    """Which sentences are evidence; rows without any in the abstract teach nothing here."""
    told = [one for one in examples if one.is_evidence.any()]
    rows, labels = np.vstack([one.ranking for one in told]), np.concatenate([one.is_evidence for one in told])
    return scaled_logistic(rows, labels, 1.0)


def contradicts(reading: Reading, label: int) -> bool:
    """Whether a label turns the only word of a sentence round: an 'improvement' of pain marked as more pain."""
    start, end = reading.clause
    ways = [place for place, one in enumerate(reading.signs) if start <= one.start < end and one.name in WAYS]
    names = [one.name for one in reading.signs]
    if len({names[place] for place in ways}) != 1 or names[ways[0]] not in {"GOOD", "BAD"} or reading.kind[0] != "b":
        return False
    side = {"I": 1, "C": -1, "": 0}[subject_of(names, ways[0])]
    return label - 1 == -side * turned(names[ways[0]], reading.kind) != 0


def lessons(examples: Iterable[Example]) -> list[tuple[list[str], int]]:
    """Features and label of every marked evidence, from both arms."""
    found = []
    for example in examples:
        for reading in example.marked:
            if contradicts(reading, example.label):
                continue
            features = direction_features(reading)
            found.append((features, example.label))
            if NO_ARM not in features:
                found.append((direction_features(reading.mirrored), 2 - example.label))
    return found


def directions_of(taught: Sequence[tuple[list[str], int]]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Vocabulary, whole-number weights and bias of lower, no difference, higher."""
    seen = Counter(feature for features, _ in taught for feature in features)
    vocabulary = sorted(feature for feature, times in seen.items() if times >= RAREST)
    column = {feature: place for place, feature in enumerate(vocabulary)}
    cells = [(row, column[one]) for row, (these, _) in enumerate(taught) for one in these if one in column]
    shape = (len(taught), len(vocabulary))
    matrix = csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=shape)
    model = LogisticRegression(C=MILDNESS, max_iter=400).fit(matrix, [label for _, label in taught])
    whole = np.rint(model.coef_.T * SCALE).astype(int)
    kept = np.flatnonzero(np.abs(whole).max(axis=1) >= LEAST_WEIGHT)
    return [vocabulary[place] for place in kept], whole[kept], np.round(model.intercept_, 4)


def model_of(vocabulary: Sequence[str], whole: np.ndarray, bias: np.ndarray) -> DirectionModel:
    """The model as it will be read from the file."""
    return DirectionModel({one: place for place, one in enumerate(vocabulary)}, whole / SCALE, bias)


def learned(known: Sequence[Example]) -> DirectionModel:
    """The model that these examples teach."""
    return model_of(*directions_of(lessons(known)))


def votes_left_out(
    examples: Sequence[Example], teach: Callable[[Sequence[Example]], DirectionModel] = learned
) -> tuple[np.ndarray, np.ndarray]:
    """Chances and trust of every row, by models that never saw its paper."""
    chances, trust = np.zeros((len(examples), 3)), np.zeros((len(examples), 4))
    papers = [one.row["pmcid"] for one in examples]
    for seen, left in GroupKFold(FOLDS).split(examples, groups=papers):
        known = [examples[place] for place in seen]
        ranking, model = ranking_of(known), teach(known)
        for place in left:
            one = examples[place]
            scores, said = ranking.scores(one.ranking), one.ranking[:, 0]
            result = vote(model, one.readings, *standing(one.sentences, one.readings, scores, said, one.finder))
            chances[place], trust[place] = result.chances, result.trust
    return chances, trust


def report(name: str, examples: Sequence[Example], chances: np.ndarray) -> None:
    """Macro-F1 of the rows left out."""
    labels, given = np.array([one.label for one in examples]), chances.argmax(axis=1)
    inside = np.array([one.row["evidence_in_abstract"] for one in examples])
    figures = (f1_score(labels[rows], given[rows], average="macro") for rows in (inside, inside | True))
    print("{}: macro_f1 in abstract={:.4f} all={:.4f}".format(name, *figures), flush=True)


class RuleModel(DirectionModel):
    """No learning: a test above .05 or words of no difference say 'same', else the nearest word of direction."""

    def __init__(self) -> None:
        super().__init__({}, np.zeros((0, 3)), np.zeros(3))

    def chances(self, reading: Reading) -> np.ndarray:
        """Nearly all for one direction; even where nothing speaks."""
        features = {*direction_features(reading)}
        same = {"cp:PNS", "cp:CICROSS", "c:SAME", "c:NOT DIFF", "c:NOT SIG DIFF"} & features
        lower = {"cnearsign:-1:", "cnearbare:-1:-"} & features
        higher = {"cnearsign:1:", "cnearbare:1:-"} & features
        said = np.array([not same and bool(lower), bool(same), not same and bool(higher)], dtype=float) + 0.1
        return said / said.sum()


def compare(examples: Sequence[Example]) -> None:
    """What parts of the features are worth, and what rules alone would give."""
    report("rules alone", examples, votes_left_out(examples, lambda _: RuleModel())[0])
    whole = direction_features
    for name, kept in PARTS.items():

        def part(reading: Reading, kept: Callable[[str], bool] = kept) -> list[str]:
            return [one for one in whole(reading) if kept(one)]

        globals()["direction_features"] = direction_model.direction_features = part
        report(name, examples, votes_left_out(examples)[0])
    globals()["direction_features"] = direction_model.direction_features = whole


def stored(model: Linear) -> dict[str, object]:
    """A linear model as it stands in the file."""
    lists = {name: np.round(getattr(model, name), 5).tolist() for name in ("mean", "spread", "weights")}
    return {**lists, "bias": round(model.bias, 5)}


def sure_shares(examples: Sequence[Example], chances: np.ndarray, confidence: np.ndarray) -> None:
    """What each line would give."""
    right = chances.argmax(axis=1) == np.array([one.label for one in examples])
    inside = np.array([one.row["evidence_in_abstract"] for one in examples])
    for line in np.arange(0.6, 0.96, 0.05):
        for name, rows in (("in abstract", inside), ("all", inside | True)):
            sure = rows & (confidence >= line)
            share = right[sure].mean() if sure.any() else 1.0
            print(f"line={line:.2f} {name}: right={share:.3f} coverage={sure.sum() / rows.sum():.3f}")


def main() -> None:
    """Train and write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--compare", action="store_true", help="print what parts of the features are worth")
    asked = parser.parse_args()
    examples = [prepared(row) for row in rows_of(asked.data, "evidence_inference", "train")]
    if asked.compare:
        compare(examples)
        return
    chances, trusted = votes_left_out(examples)
    report("cross-validated", examples, chances)
    right = chances.argmax(axis=1) == np.array([one.label for one in examples])
    trust = scaled_logistic(trusted, right, 1.0)
    sure_shares(examples, chances, 1 / (1 + np.exp(-trust.scores(trusted))))
    vocabulary, whole, bias = directions_of(lessons(examples))
    file = {
        "vocabulary": vocabulary,
        "weights": whole.ravel().tolist(),
        "scale": SCALE,
        "bias": bias.tolist(),
        "ranking": stored(ranking_of(examples)),
        "trust": stored(trust),
    }
    TARGET.write_text(json.dumps(file, ensure_ascii=True, separators=(",", ":")) + "\n", "utf-8")
    print(f"features={len(vocabulary)} rows={len(examples)} bytes={TARGET.stat().st_size}")


if __name__ == "__main__":
    main()
