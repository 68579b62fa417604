"""The order in which a person screens records: what was decided so far says what to show next.

Naive Bayes over the words of an `Index`: a word speaks for a record as far as it is more frequent among the records
included than among those excluded. Nothing is decided here, and nothing is ever left out: every record keeps its place.
"""

from collections.abc import Mapping

import numpy as np

from claimbook.appraise.learned import Floats
from claimbook.appraise.relevance.index import Index

_RAREST, _SMOOTH, _LOUDEST, _FULLEST = 2, 0.5, 3.0, 1.5
"""Texts that must hold a word; what is added to every count; the most a word says, and how far repetition counts."""


def next_to_screen(index: Index, first_scores: Floats, decisions: Mapping[int, bool]) -> list[int]:
    """Places of the undecided records, the likeliest to be included first.

    Args:
        index: the records.
        first_scores: the order to follow while nothing, or only one kind of decision, is known (`relevance.scores_of`).
        decisions: included (True) or excluded (False), by place in the index.
    """
    both = len(set(decisions.values())) == 2  # noqa: PLR2004 - included and excluded
    scores = learned_scores(index, decisions) if both else first_scores
    return [int(place) for place in np.argsort(-scores, kind="stable") if int(place) not in decisions]


def learned_scores(index: Index, decisions: Mapping[int, bool]) -> Floats:
    """The score of every record, longer ones not preferred."""
    words = index.words
    included = _share_of_words(index, [place for place, kept in decisions.items() if kept])
    excluded = _share_of_words(index, [place for place, kept in decisions.items() if not kept])
    common = np.diff(words.starts) >= _RAREST
    says = np.where(common, np.clip(np.log(included / excluded), -_LOUDEST, _LOUDEST), 0.0)
    cells = says[words.rows] * np.minimum(words.weights, _FULLEST)
    total = np.bincount(words.places, weights=cells, minlength=index.size)
    scores: Floats = total / np.sqrt(1 + np.bincount(words.places, minlength=index.size))
    return scores


def _share_of_words(index: Index, places: list[int]) -> Floats:
    """For each word the share of these texts that hold it, smoothed."""
    chosen = np.zeros(index.size)
    chosen[places] = 1
    held = np.bincount(index.words.rows, weights=chosen[index.words.places], minlength=len(index.stems))
    shares: Floats = np.divide(held + _SMOOTH, len(places) + 2 * _SMOOTH, dtype=np.float64)
    return shares
