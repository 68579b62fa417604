"""Which records bear on a claim, most likely first.

Words, words of the title, pairs of neighbours and pieces of words are looked for (BM25); then the words that the best
records use themselves (relevance feedback), twice: for the best by words, and for the best by everything. A small
learned sum weighs these signals. Weights: `benchmarks/train_relevance.py`, from claims of SciFact marked for training.

A score orders the records of one claim among each other; it says nothing across claims.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from claimbook.appraise.learned import Floats, softmax, weights_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.relevance.index import Index, pieces
from claimbook.appraise.text.sentences import sentence_bounds
from claimbook.appraise.text.tokens import tokens
from claimbook.model.record import Record

LINE = LINES["relevance"]
"""From this chance of the first record on, rankings are worth .95 (mean nDCG@10)."""
FEEDBACK_WORDS = 30
FEEDBACK_TEXTS_BY_WORDS, SHARPNESS_BY_WORDS = 8, 10.0
FEEDBACK_TEXTS, SHARPNESS = 10, 0.5
COMPARED = 100
"""The chance of a record is reckoned among so many of the best."""

Signals = dict[str, Floats]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One text, by its place among those indexed, its score for the claim, and its chance of being the one meant."""

    place: int
    score: float
    chance: float


@cache
def shipped_weights() -> dict[str, dict[str, float]]:
    """The weights that ship with the package: of the ``first`` and of the ``second`` look."""
    return weights_of("relevance")


def ranking(index: Index, claim: str, most: int | None = None) -> list[Ranked]:
    """The texts of an index for a claim, best first; of equal ones the earlier comes first."""
    if not index.size:
        return []
    scores = scores_of(index, claim)
    order = np.argsort(-scores, kind="stable")
    chances = softmax(scores[order[:COMPARED]])
    return [
        Ranked(int(place), float(scores[place]), float(chances[rank]) if rank < COMPARED else 0.0)
        for rank, place in enumerate(order[:most])
    ]


def scores_of(index: Index, claim: str) -> Floats:
    """A score for every text of an index."""
    weights = shipped_weights()
    first = first_signals(index, claim)
    signals = first | second_signals(index, weighed(first, weights["first"]))
    return weighed(signals, weights["second"])


def weighed(signals: Signals, weights: Weights) -> Floats:
    """The weighted sum of signals."""
    total: Floats = np.sum([weights[name] * values for name, values in signals.items()], axis=0)
    return total


def first_signals(index: Index, claim: str) -> Signals:
    """What the words of the claim say for each text, and what the best texts by words say."""
    said = tokens(claim)
    asked = index.words_of(said)
    by_words = index.words.scores(asked)
    lent = feedback(index, by_words / (by_words.max(initial=0.0) or 1.0), FEEDBACK_TEXTS_BY_WORDS, SHARPNESS_BY_WORDS)
    raw = {
        "words": by_words,
        "title": index.titles.scores(asked),
        "pairs": index.pairs.scores(index.pairs_of(said)),
        "pieces": index.pieces.scores(index.grams.known(piece for token in said for piece in pieces(token))),
        "held": index.words.held(asked),
        "feedback": index.words.scores(lent if by_words.any() else {}),
    }
    return dict(_scaled(raw))


def second_signals(index: Index, scores: Floats) -> Signals:
    """What the best texts of a first look say for each text."""
    again = index.words.scores(feedback(index, scores, FEEDBACK_TEXTS, SHARPNESS))
    return dict(_scaled({"feedback again": again}))


def _scaled(raw: Signals) -> Iterator[tuple[str, Floats]]:
    """Each signal relative to the best text, and as it is (as a logarithm, because long claims score more)."""
    for name, values in raw.items():
        yield f"{name}, relative", values / (values.max(initial=0.0) or 1.0)
        yield name, np.log1p(values)


def feedback(index: Index, scores: Floats, texts: int, sharpness: float) -> dict[int, float]:
    """The most telling words of the best texts, their weights summing to 1; better texts lend more."""
    best = np.argsort(-scores, kind="stable")[:texts]
    lent = np.zeros(len(index.stems))
    for text, share in zip(best, softmax(scores[best] * sharpness), strict=True):
        terms, weights = index.words.of_place(int(text))
        lent[terms] += share * weights * index.words.telling[terms]
    chosen = np.argsort(-lent, kind="stable")[:FEEDBACK_WORDS]
    total = lent[chosen].sum() or 1.0
    return {int(term): float(lent[term] / total) for term in chosen if lent[term] > 0}


def sentences_of(record: Record) -> tuple[str, ...]:
    """Title, sentences of the abstract, keywords and headings, as they are indexed."""
    cut = (section.text[start:end] for section in record.abstract for start, end in sentence_bounds(section.text))
    named = (*(keyword.text for keyword in record.keywords), *(heading.name for heading in record.mesh))
    return (record.title, *cut, *named)


def ranks_of(claim: str, records: Iterable[Record]) -> dict[str, int]:
    """The place of each record among these by how likely its words bear on a claim, from 1; by PMID.

    None where no record holds a word of the claim, as one in another language: then there is nothing to order by.
    """
    known = list(records)
    index = index_of(known)
    if not index.words.scores(index.words_of(tokens(claim))).any():
        return {}
    return {known[one.place].pmid: rank for rank, one in enumerate(ranking(index, claim), start=1)}


def index_of(records: Iterable[Record]) -> Index:
    """An index of records, in their order."""
    return Index(sentences_of(record) for record in records)
