"""Train the weighing of relevance: ``python benchmarks/train_relevance.py --data DIR``.

Reads the claims of SciFact that are marked for training (CC BY 4.0) and its corpus, and learns how much each signal
speaks for an abstract: the weights under which the right abstracts are likeliest among the first hundred (a softmax
over each claim's candidates, with a mild penalty). Writes ``src/claimbook/appraise/weights/relevance.json``; the same
input gives the same file.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sets.files import rows_of
from sets.scifact import cited, corpus_of

from claimbook.appraise.learned import Floats
from claimbook.appraise.relevance.index import Index
from claimbook.appraise.relevance.ranking import COMPARED, Signals, first_signals, second_signals, weighed

TARGET = Path(__file__).parents[1] / "src/claimbook/appraise/weights/relevance.json"
PENALTY, DIGITS = 0.01, 5
Example = tuple[Floats, Floats]
"""Signals of one claim's candidates, shape (candidates, signals), and which of them are right."""


def example_of(signals: Signals, right: Floats) -> Example:
    """The candidates of one claim: the best by words, pieces and feedback together."""
    by_all = sum(signals[f"{name}, relative"] for name in ("words", "pieces", "feedback"))
    candidates = np.argsort(-by_all, kind="stable")[:COMPARED]
    return np.stack([values[candidates] for values in signals.values()], axis=1), right[candidates]


def loss_of(examples: Sequence[Example]) -> Callable[[Floats], tuple[float, Floats]]:
    """Mean negative log chance of the right candidates, and its slope."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for values, right in examples:
            raised = np.exp(values @ weights - (values @ weights).max())
            chances = raised / raised.sum()
            total -= right @ np.log(chances + 1e-12)
            slope += values.T @ (chances - right)
        count = len(examples)
        return total / count + PENALTY * weights @ weights, slope / count + 2 * PENALTY * weights

    return loss


def trained(examples: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """Weights by name; candidates without a right one among them teach nothing."""
    spread = np.vstack([values for values, _ in examples]).std(axis=0) + 1e-9
    able = [(values / spread, right / right.sum()) for values, right in examples if right.any()]
    found = minimize(loss_of(able), np.zeros(len(names)), jac=True, method="L-BFGS-B").x / spread
    return {name: round(float(weight), DIGITS) for name, weight in zip(names, found, strict=True)}


def main() -> None:
    """Train both looks, the second on what the first gives, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    index, corpus = corpus_of(data)
    claims = list(rows_of(data, "scifact", "claims.train"))
    rights = [np.array([str(row["doc_id"]) in cited(claim) for row in corpus], dtype=float) for claim in claims]
    weights = two_looks(index, [claim["claim"] for claim in claims], rights)
    TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(f"claims={len(claims)} signals={len(weights['second'])} bytes={TARGET.stat().st_size}")


def two_looks(index: Index, claims: Sequence[str], rights: Sequence[Floats]) -> dict[str, dict[str, float]]:
    """The weights of the first and of the second look."""
    firsts = [first_signals(index, claim) for claim in claims]
    first = trained([example_of(one, right) for one, right in zip(firsts, rights, strict=True)], list(firsts[0]))
    seconds = [one | second_signals(index, weighed(one, first)) for one in firsts]
    second = trained([example_of(one, right) for one, right in zip(seconds, rights, strict=True)], list(seconds[0]))
    return {"first": first, "second": second}


if __name__ == "__main__":
    main()
