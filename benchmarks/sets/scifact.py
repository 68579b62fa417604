"""scifact: rank the corpus for a claim; the abstracts that the claim's sources cited are the right ones."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claimbook.appraise.relevance.index import Index
from claimbook.appraise.relevance.ranking import LINE, ranking
from sets.files import Row, rows_of
from sets.measures import Answer, Task, mean_score

SHOWN = 10


def cited(row: Row) -> set[str]:
    """The abstracts that are right for a claim."""
    return {str(one) for one in row.get("cited_doc_ids") or row.get("evidence") or ()}


def ndcg(ranked: list[str], right: set[str]) -> float:
    """Normalised discounted cumulative gain of the first ten, all right ones being equally right."""
    gains = 1 / np.log2(np.arange(2, SHOWN + 2))
    found = sum(gain for gain, one in zip(gains, ranked, strict=False) if one in right)
    return float(found / gains[: len(right)].sum())


def corpus_of(data: Path) -> tuple[Index, list[Row]]:
    """Every abstract of the corpus, indexed."""
    corpus = list(rows_of(data, "scifact", "corpus"))
    return Index([row["title"], *row["abstract"]] for row in corpus), corpus


def answers(data: Path) -> Iterator[Answer]:
    """One ranking per claim; ``score`` is its nDCG@10."""
    index, corpus = corpus_of(data)
    names, titles = [str(row["doc_id"]) for row in corpus], [row["title"] for row in corpus]
    for row in rows_of(data, "scifact", "claims"):
        if not (right := cited(row)):
            continue
        first = ranking(index, row["claim"], SHOWN)
        ranked = [names[one.place] for one in first]
        shown = "\n".join([row["claim"], *(titles[one.place] for one in first[:3])])
        yield Answer(str(row["id"]), sorted(right), ranked[:1], first[0].chance, shown, ndcg(ranked, right))


TASKS = (Task("scifact", {"ndcg10": mean_score}, answers, LINE.confidence),)
