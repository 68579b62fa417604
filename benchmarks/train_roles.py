"""Train the guess of sentence roles: ``python benchmarks/train_roles.py --data DIR``.

Reads the training half of ``section_roles`` (may train: PMC open access, permissive licences), removes the headings and
learns which words and places speak for which part. Writes ``src/claimbook/appraise/weights/roles.json``; the same
input gives the same file.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sets.files import rows_of
from sklearn.linear_model import LogisticRegression

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import words_of
from claimbook.appraise.text.roles import GUESSED, role_features
from claimbook.appraise.text.sentences import sentence_bounds

TARGET = Path(__file__).parents[1] / "src/claimbook/appraise/weights/roles.json"
ROLE_OF = {
    "BACKGROUND": Role.BACKGROUND,
    "OBJECTIVE": Role.AIM,
    "METHODS": Role.METHODS,
    "RESULTS": Role.RESULTS,
    "CONCLUSIONS": Role.CONCLUSIONS,
}
RAREST, SCALE, MILDNESS = 5, 64, 0.15


def labelled_sentences(row: dict) -> list[tuple[str, Role]]:
    """The sentences of one abstract with the role of their section; sections of several roles are left out."""
    return [
        (section["text"][start:end], ROLE_OF[section["role"]])
        for section in row["sections"]
        if section["role"] in ROLE_OF
        for start, end in sentence_bounds(section["text"])
    ]


def examples(abstracts: list[list[tuple[str, Role]]]) -> Iterator[tuple[list[str], int]]:
    """Features, a pair as two words, and role number of every sentence."""
    for abstract in abstracts:
        for place, (sentence, role) in enumerate(abstract):
            found = role_features(words_of(sentence.lower()), place, len(abstract))
            yield [one if isinstance(one, str) else " ".join(one) for one in dict.fromkeys(found)], GUESSED.index(role)


def steps_between(abstracts: list[list[tuple[str, Role]]]) -> np.ndarray:
    """Log probability of each role after each role, with one added everywhere."""
    counts = np.ones((len(GUESSED), len(GUESSED)))
    for abstract in abstracts:
        roles = [GUESSED.index(role) for _, role in abstract]
        np.add.at(counts, (roles[:-1], roles[1:]), 1)
    return np.log(counts / counts.sum(axis=1, keepdims=True))


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    abstracts = [labelled_sentences(row) for row in rows_of(parser.parse_args().data, "section_roles", "train")]
    features, roles = zip(*examples(abstracts), strict=True)
    seen = Counter(feature for one in features for feature in one)
    vocabulary = sorted(feature for feature, times in seen.items() if times >= RAREST)
    column = {feature: place for place, feature in enumerate(vocabulary)}
    cells = [(row, column[one]) for row, these in enumerate(features) for one in these if one in column]
    shape = (len(features), len(vocabulary))
    matrix = csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=shape)
    model = LogisticRegression(C=MILDNESS, max_iter=300).fit(matrix, roles)
    whole = np.rint(model.coef_.T * SCALE).astype(int)
    kept = [place for place, row in enumerate(whole) if np.abs(row).max() >= SCALE // 20]
    stored = {
        "vocabulary": [vocabulary[place] for place in kept],
        "weights": whole[kept].tolist(),
        "scale": SCALE,
        "bias": np.round(model.intercept_, 4).tolist(),
        "steps": np.round(steps_between(abstracts), 4).tolist(),
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(stored, ensure_ascii=True, separators=(",", ":")) + "\n", "utf-8")
    print(f"features={len(kept)} sentences={len(features)} bytes={TARGET.stat().st_size}")


if __name__ == "__main__":
    main()
